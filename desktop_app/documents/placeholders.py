"""Checking a template inside the child: every placeholder that is unknown or broken, and where.

Three looks, since each sees what the others cannot: the paragraphs for tags that are torn or not
closed, Jinja's own reading of each tag, and a filling with sample answers that notes every name
nothing stands behind.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import ChainableUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.meta import find_undeclared_variables

from desktop_app.documents.rendering import (
    Sandbox,
    environment,
    part_sources,
    tags_of,
)
from desktop_app.documents.torn_tags import mend, own_texts
from desktop_app.documents.word_package import package_files, part_tree
from desktop_app.documents.word_pictures import Media, with_pictures

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml\Z")
_PREFIX = re.compile(r"^(\{[{%])(?:tr|tc|p|r)\s")
_WORD_EXTRAS = re.compile(r"^\{%\s*(colspan|cellbg|vm|hm)\b")
_OPENING = ("if", "for", "set", "filter", "macro", "call", "with", "raw", "block", "autoescape")
_MIDDLE = ("else", "elif")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_MADE = re.compile(r"\{%\w*[-+]?\s*(?:for|set)\s+(\w+)(?:\s*,\s*\w+)*")
_MOST_PROBLEMS = 100

UNKNOWN, SYNTAX, TORN, UNCLOSED, UNOPENED, FORBIDDEN, FAILS = (
    "SSK-324",
    "SSK-327",
    "SSK-328",
    "SSK-329",
    "SSK-333",
    "SSK-334",
    "SSK-335",
)


@dataclass(frozen=True)
class _Place:
    """A paragraph with placeholders: the heading above it, its number, its text."""

    heading: str
    number: int
    text: str

    def problem(self, placeholder: str, code: str, reason: str) -> dict[str, Any]:
        return {
            "heading": self.heading[:80],
            "paragraph": self.number,
            "placeholder": placeholder[:120],
            "code": code,
            "reason": reason[:200],
        }


_NOWHERE = _Place("", 0, "")


def check(template: bytes, context: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every problem as the fields of PlaceholderProblem. Raises Refused."""
    files = package_files(template)
    places = [
        place
        for name, content in files.items()
        if _PART.match(name)
        for place in _places(_mended(content))
    ]
    sandbox = environment()
    problems = [problem for place in places for problem in _torn_or_misread(place, sandbox)]
    problems += _unbalanced(places)
    problems += _unknown(files, context, places, broken=bool(problems))
    return problems[:_MOST_PROBLEMS]


def _mended(content: bytes) -> Any:
    tree = part_tree(content)
    mend(tree)
    return tree


def _places(tree: Any) -> Iterator[_Place]:
    heading = ""
    for number, paragraph in enumerate(tree.iter(f"{_W}p"), start=1):
        text = "".join(part.text or "" for part in own_texts(paragraph))
        if "{" in text or "}" in text:
            yield _Place(heading, number, text)
        elif text.strip() and _is_heading(paragraph, text):
            heading = text.strip()


def _is_heading(paragraph: Any, text: str) -> bool:
    """Tell a heading by its outline level, its style, or as people make one: short and bold."""
    looks = paragraph.find(f"{_W}pPr")
    if looks is not None:
        style = looks.find(f"{_W}pStyle")
        if looks.find(f"{_W}outlineLvl") is not None:
            return True
        if style is not None and str(style.get(f"{_W}val")).lower().startswith(("heading", "tit")):
            return True
    if next(paragraph.iterancestors(f"{_W}tc"), None) is not None:
        return False
    runs = [run for run in paragraph.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
    return len(text) < 120 and all(run.find(f"{_W}rPr/{_W}b") is not None for run in runs)


def _torn_or_misread(place: _Place, sandbox: Sandbox) -> Iterator[dict[str, Any]]:
    rest = place.text
    for tag in tags_of(place.text):
        rest = rest.replace(tag, "", 1)
        reason = _misread(tag, sandbox)
        if reason:
            yield place.problem(tag, SYNTAX, reason)
    for mark in ("{{", "}}", "{%", "%}"):
        if mark in rest:
            yield place.problem(rest.strip(), TORN, f"{mark} without its other half")
            break


def _misread(tag: str, sandbox: Sandbox) -> str:
    """Return why Jinja cannot read one tag standing alone; empty when it can."""
    try:
        # Compiled, not only parsed: unknown filters and tests are found there.
        sandbox.compile(_alone(tag))
    except (TemplateError, SyntaxError) as error:
        return str(error)
    return ""


def _alone(tag: str) -> str:
    """Return a tag as a template of its own: what it opens is closed, docxtpl's own left out."""
    tag = _PREFIX.sub(r"\1 ", tag).translate(_QUOTES)
    word = _first_word(tag)
    if _WORD_EXTRAS.match(tag) or word.startswith("end"):
        return ""
    if word in _MIDDLE:
        return f"{{% if true %}}{tag}{{% endif %}}"
    if word in _OPENING and not (word == "set" and "=" in tag):
        return f"{tag}{{% end{word} %}}"
    return tag


def _first_word(tag: str) -> str:
    found = re.match(r"\{%[-+]?\s*(?:(?:tr|tc|p|r)\s+)?(\w+)", tag)
    return found.group(1) if found else ""


def _unbalanced(places: list[_Place]) -> Iterator[dict[str, Any]]:
    """Give loops and conditions that are not closed, or closed without being open."""
    opened: list[tuple[_Place, str, str]] = []
    for place in places:
        for tag in tags_of(place.text):
            word = _first_word(tag)
            if word in _OPENING and not (word == "set" and "=" in tag):
                opened.append((place, tag, word))
            elif word.startswith("end"):
                if opened and opened[-1][2] == word[3:]:
                    opened.pop()
                else:
                    yield place.problem(tag, UNOPENED, "closes nothing")
    for place, tag, _word in opened:
        yield place.problem(tag, UNCLOSED, "is never closed")


def _unknown(
    files: Mapping[str, bytes], context: dict[str, Any], places: list[_Place], *, broken: bool
) -> Iterator[dict[str, Any]]:
    """Fill with the sample answers; give every name nothing stands behind, with its places."""
    noted = _Noted()
    sandbox = environment(noted.kind())
    given = with_pictures(context, Media([]))
    for source in part_sources(files).values():
        try:
            noted.unread(find_undeclared_variables(sandbox.parse(source)), context)
            sandbox.from_string(source).render(given)
        except TemplateSyntaxError as error:
            if not broken:
                yield _NOWHERE.problem("", SYNTAX, str(error))
            noted.unread(_names_one_by_one(places, sandbox), context)
        except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
            if not broken and not noted.names:
                yield _NOWHERE.problem("", FAILS, f"{type(error).__name__}: {error}")
    for name, forbidden in noted.names.items():
        code, reason = (FORBIDDEN, "is not available") if forbidden else (UNKNOWN, "unknown name")
        word = re.compile(rf"(?<![\w'\"]){re.escape(name)}(?!\w)")
        found = False
        for place in places:
            for tag in tags_of(place.text):
                if word.search(tag):
                    found = True
                    yield place.problem(tag, code, f"{reason}: {name}")
        if not found:
            yield _NOWHERE.problem(name, code, f"{reason}: {name}")


def _names_one_by_one(places: list[_Place], sandbox: Sandbox) -> set[str]:
    """Return the names of all tags read alone, without those that loops and settings make."""
    names: set[str] = set()
    made = {"loop", "self"}
    for place in places:
        for tag in tags_of(place.text):
            made.update(_MADE.findall(tag))
            try:
                names |= find_undeclared_variables(sandbox.parse(_alone(tag)))
            except TemplateError:
                continue
    return names - made


@dataclass
class _Noted:
    """The names that were asked for and not there; True for those that are forbidden."""

    names: dict[str, bool] = field(default_factory=dict)

    def unread(self, names: set[str], context: Mapping[str, Any]) -> None:
        """Note names that are asked for anywhere, also where the sample does not lead."""
        for name in sorted(names - set(context) - {"range", "dict", "namespace"}):
            self.names.setdefault(name, False)

    def kind(self) -> type[ChainableUndefined]:
        """Return the Undefined that notes itself when it is used."""
        names = self.names

        class Noting(ChainableUndefined):
            def _note(self) -> None:
                name = str(self._undefined_name)
                names[name] = issubclass(self._undefined_exception, SecurityError)

            def __str__(self) -> str:
                self._note()
                return ""

            def __html__(self) -> str:
                self._note()
                return ""

            def __iter__(self) -> Iterator[Any]:
                self._note()
                return iter(())

            def __len__(self) -> int:
                self._note()
                return 0

            def __bool__(self) -> bool:
                self._note()
                return False

            def __getattr__(self, name: str) -> Any:
                if not name.startswith("__"):
                    self._note()
                return super().__getattr__(name)

            def __call__(self, *_arguments: Any, **_named: Any) -> Any:
                self._note()
                return self

        return Noting
