"""Which question a heading of a worker's report belongs to.

The headings are data (``resources/word_import/headings.json``) together with the labels of the
form; they are compared without marks, case, numbers and remarks in brackets.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.domain.text import fold
from desktop_app.forms.form import Form, Question, QuestionKind, Repeat
from desktop_app.resource_files import resource_path

_NUMBER = re.compile(
    r"\s*(?:phần\s+)?(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐa-hđ])(?P<end>[.):/]|\s*[-–])"
    r"+\s*(?=\S)|\s*(?P<deep>\d{1,2}(?:\.\d{1,2})+)\s+(?=\S)"
)
_BULLET = re.compile(r"\s*[-–+*•●▪◦✓]\s+")
_BRACKETS = re.compile(r"\([^()]*\)")
_SKIPPED = (QuestionKind.NOTE, QuestionKind.CALCULATE)


@dataclass(frozen=True)
class HeadingMatch:
    """What a heading says: the question (None for one that only holds others), 0 to 1."""

    question: str | None
    likeness: float


@dataclass(frozen=True)
class Numbered:
    """A line without what counts it.

    ``depth`` is how deep the number is, 0 for none, ``number`` its parts, ``(3, 2)`` for 3.2.
    """

    text: str
    depth: int
    bullet: bool
    number: tuple[int, ...] = ()

    def follows(self, other: tuple[int, ...]) -> bool:
        """Return whether this number comes next after another: 4 or 3.1 after 3, 4 after 3.2."""
        mine = self.number
        if not mine or not other:
            return False
        last = len(mine) - 1
        deeper = mine == (*other, 1)
        return deeper or (len(other) >= len(mine) and mine == (*other[:last], other[last] + 1))


@cache
def words_of_reports() -> Mapping[str, Any]:
    """Return what reports are known to say."""
    path = resource_path("word_import", "headings.json")
    words: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return words


def numbered(line: str, mark: str = "") -> Numbered:
    """Return a line without its number or bullet; ``mark`` is what Word itself writes before."""
    bullet = _BULLET.match(line)
    if bullet or (mark and not any(letter.isalnum() for letter in mark)):
        return Numbered(line[bullet.end() :] if bullet else line, 0, True)
    found = _NUMBER.match(line)
    if found:
        said = found["number"] or found["deep"]
        return Numbered(line[found.end() :], _depth(said), False, _parts(said))
    if mark:
        said = mark.strip(" .)(")
        return Numbered(line, _depth(said), False, _parts(said))
    return Numbered(line, 0, False)


def _depth(number: str) -> int:
    if re.fullmatch(r"[IVX]+", number):
        return 1
    return number.count(".") + 2 if number[:1].isdigit() else 4


def _parts(number: str) -> tuple[int, ...]:
    return tuple(map(int, number.split("."))) if re.fullmatch(r"\d+(\.\d+)*", number) else ()


def bare(heading: str) -> str:
    """Return a heading as it is compared: no number, no brackets, no marks, no case."""
    plain = _BRACKETS.sub(" ", numbered(heading).text)
    return _worded(plain)


def _worded(text: str) -> str:
    """Return the words of a text as they are compared."""
    return fold(re.sub(r"[^\w\s]", " ", text))


class Headings:
    """The headings that lead to the questions of a form."""

    def __init__(self, form: Form) -> None:
        self._known: dict[str, str | None] = {}
        names = {name: node for name, node in _outer(form)}
        said = words_of_reports()
        # What this form does not ask still ends the text above it.
        unasked = [
            each
            for name, phrases in said["questions"].items()
            for each in phrases
            if name not in names
        ]
        for phrase in (*said["containers"], *unasked):
            self._known[bare(phrase)] = None
        for name, node in names.items():
            if not isinstance(node, Question) or node.kind not in _SKIPPED:
                for label in node.labels.values():
                    self._known[bare(label)] = name
        for name, phrases in said["questions"].items():
            if name in names:
                self._known |= {bare(phrase): name for phrase in phrases}
        self._known.pop("", None)
        self._frame = tuple(_worded(phrase) for phrase in said["frame"])

    def match(self, text: str) -> HeadingMatch | None:
        """Return the question whose heading is most like a text; None below one half."""
        from rapidfuzz import fuzz, process

        plain = bare(text)
        if not plain:
            return None
        if plain in self._known:
            return HeadingMatch(self._known[plain], 1.0)
        found = process.extractOne(plain, self._known.keys(), scorer=fuzz.ratio, score_cutoff=50)
        best = HeadingMatch(self._known[found[0]], found[1] / 100) if found else None
        for phrase, question in self._known.items():
            # A heading with more words behind it: "Tình trạng giải pháp đã biết tại xưởng".
            if len(phrase.split()) >= 2 and plain.startswith(phrase + " "):
                likeness = 0.7 + 0.3 * len(phrase) / len(plain)
                if best is None or likeness > best.likeness:
                    best = HeadingMatch(question, likeness)
        return best

    def is_frame(self, text: str) -> bool:
        """Return whether a line belongs to the paper, not to the report: its head, its pledge."""
        from rapidfuzz import fuzz

        plain = _worded(text)
        return not plain or any(fuzz.ratio(plain, phrase) >= 88 for phrase in self._frame)


def _outer(form: Form) -> list[tuple[str, Question | Repeat]]:
    """Return the questions and repeats that stand in no repeat."""
    return [
        (node.name, node)
        for path, node in form.walk()
        if not path and isinstance(node, Question | Repeat)
    ]
