"""XLSForm workbooks: read with pyxform, refused with sheet, row and column where not supported.

Supported is what architecture.md lists under "Forms"; the rest is named with what to use instead.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from desktop_app.domain.text import nfc
from desktop_app.errors import BadInput
from desktop_app.forms.form import (
    Choice,
    Form,
    Group,
    Node,
    Question,
    QuestionKind,
    Repeat,
    Texts,
)

NAMESPACE = "urn:so-sang-kien:xforms:1"
"""Our own namespace: ``bind::ssk:confidential`` marks what redacted output leaves out."""

_XF = "{http://www.w3.org/2002/xforms}"
_JR = "{http://openrosa.org/javarosa}"
_MOST_BYTES = 10_000_000

_KINDS: Mapping[str, QuestionKind] = {
    "text": QuestionKind.TEXT,
    "string": QuestionKind.TEXT,
    "integer": QuestionKind.INTEGER,
    "int": QuestionKind.INTEGER,
    "decimal": QuestionKind.DECIMAL,
    "date": QuestionKind.DATE,
    "select one": QuestionKind.SELECT_ONE,
    "select all that apply": QuestionKind.SELECT_MULTIPLE,
    "note": QuestionKind.NOTE,
    "calculate": QuestionKind.CALCULATE,
    "photo": QuestionKind.IMAGE,
    "image": QuestionKind.IMAGE,
    "file": QuestionKind.FILE,
}

APPEARANCES = frozenset(
    [
        "multiline",
        "thousands-sep",
        "table-list",
        "month-year",
        "year",
        "any-precision",
        "minimal",
        "likert",
        "field-list",
        "w1",
        "w2",
        "w3",
        "w4",
        "w5",
        "w6",
        "quick",
        "autocomplete",
        "compact",
        "columns",
    ]
)
_IGNORED_TYPES = frozenset(
    ["start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit"]
)
_SURVEY_TYPES = frozenset(
    [
        "begin_group",
        "begin_repeat",
        "end_group",
        "end_repeat",
        "begin",
        "end",
        "text",
        "string",
        "integer",
        "int",
        "decimal",
        "date",
        "select_one",
        "select_multiple",
        "note",
        "calculate",
        "image",
        "photo",
        "file",
    ]
)


@dataclass(frozen=True)
class Refusal:
    """One thing in a workbook that cannot be used; row 0 and column "" where not known."""

    sheet: str
    row: int
    column: str
    reason_code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


class FormRefused(BadInput):
    """A workbook that is no form we can use; ``refusals`` say where and why."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        first = refusals[0]
        super().__init__(
            first.reason_code,
            place=f"{first.sheet} {first.column}{first.row or ''}".strip(),
            number=len(refusals),
            **first.facts,
        )
        self.refusals = refusals


def read_form(source: Path | BinaryIO) -> Form:
    """Read an XLSForm workbook. Raises FormRefused with every refusal that was found."""
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    data = source.read_bytes() if isinstance(source, Path) else source.read()
    refusals = tuple(_refused_cells(data))
    if refusals:
        raise FormRefused(refusals)
    try:
        converted = convert(io.BytesIO(data), validate=False, file_type=".xlsx")
    except PyXFormError as error:
        raise FormRefused((_place_in(str(error)),)) from error
    except Exception as error:  # pyxform lets errors of its own through for broken input
        raise FormRefused((Refusal("survey", 0, "", "SSK-201"),)) from error
    return _Reader(converted).form()


_ROW = re.compile(r"\[row\s*:\s*(\d+)\]|row (\d+)", re.IGNORECASE)
_SHEET = re.compile(r"'?(survey|choices|settings)'? sheet|On the '(\w+)'", re.IGNORECASE)


def _place_in(message: str) -> Refusal:
    """Return a refusal for an error of the parser, at the place its message names."""
    row, sheet = _ROW.search(message), _SHEET.search(message)
    number = int(next(group for group in row.groups() if group)) if row else 0
    name = next((group for group in sheet.groups() if group), "survey") if sheet else "survey"
    return Refusal(name, number, "", "SSK-202", {"said": message[:300]})


def _refused_cells(data: bytes) -> Iterator[Refusal]:
    """Look through the survey sheet for types and appearances that are not supported."""
    import openpyxl

    if len(data) > _MOST_BYTES:
        yield Refusal("", 0, "", "SSK-203")
        return
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError):
        yield Refusal("", 0, "", "SSK-200")
        return
    if "survey" not in book.sheetnames:
        yield Refusal("survey", 0, "", "SSK-204")
        return
    columns: dict[str, int] = {}
    for number, row in enumerate(book["survey"].iter_rows(values_only=True), start=1):
        cells = ["" if value is None else str(value).strip() for value in row]
        if not columns:
            columns = {name.lower(): place for place, name in enumerate(cells) if name}
            if "type" not in columns:
                yield Refusal("survey", number, "", "SSK-205")
                return
            continue
        yield from _refused_row(number, cells, columns)


def _refused_row(number: int, cells: list[str], columns: Mapping[str, int]) -> Iterator[Refusal]:
    from openpyxl.utils import get_column_letter

    def cell(name: str) -> tuple[str, str]:
        place = columns.get(name)
        if place is None or place >= len(cells):
            return "", ""
        return cells[place], get_column_letter(place + 1)

    kind, letter = cell("type")
    words = kind.replace("begin ", "begin_").replace("end ", "end_").split()
    if words and words[0] not in _SURVEY_TYPES | _IGNORED_TYPES:
        yield Refusal("survey", number, letter, "SSK-206", {"type": words[0]})
    if "or_other" in words or "or_specify" in words:
        yield Refusal("survey", number, letter, "SSK-207", {"type": kind})
    appearance, letter = cell("appearance")
    for word in appearance.split():
        if word not in APPEARANCES:
            yield Refusal("survey", number, letter, "SSK-208", {"appearance": word})


class _Reader:
    """Puts together what the parser's tree (labels) and its XForm (expressions) say."""

    def __init__(self, converted: Any) -> None:
        self._tree = converted._pyxform  # noqa: SLF001 (the parser offers its tree nowhere else)
        self._root = str(self._tree["name"])
        xform = etree.fromstring(converted.xform.encode("utf-8"), _safe_parser())
        self._binds = {bind.get("nodeset"): bind for bind in xform.iter(f"{_XF}bind")}
        self._firsts = {s.get("ref"): s.get("value") for s in xform.iter(f"{_XF}setvalue")}
        self._filters = {
            select.get("ref"): itemset.get("nodeset", "")
            for select in xform.iter(f"{_XF}select", f"{_XF}select1")
            for itemset in select.iter(f"{_XF}itemset")
        }
        self._counts = {r.get("nodeset"): r.get(f"{_JR}count") for r in xform.iter(f"{_XF}repeat")}
        self._names = self._language_names()
        self._refusals: list[Refusal] = []

    def form(self) -> Form:
        children = self._children(self._tree, f"/{self._root}")
        if self._refusals:
            raise FormRefused(tuple(self._refusals))
        languages = tuple(dict.fromkeys(self._names.values())) or ("vi",)
        default = self._names.get(str(self._tree.get("default_language", "")), languages[0])
        return Form(
            id=str(self._tree["id_string"]),
            version=str(self._tree.get("version") or "1"),
            titles=dict.fromkeys(("vi", "en"), nfc(str(self._tree["title"]))),
            languages=languages,
            default_language=default,
            root=self._root,
            children=children,
        )

    def _language_names(self) -> dict[str, str]:
        """Return the workbook's language names and their codes: ``Tiếng Việt (vi)`` is vi."""
        found: dict[str, str] = {}

        def look(value: Any) -> None:
            if isinstance(value, Mapping):
                for name, inner in value.items():
                    if name in ("label", "hint", "guidance_hint") and isinstance(inner, Mapping):
                        found.update({key: _code(key) for key in inner})
                    look(inner)
            elif isinstance(value, list):
                for inner in value:
                    look(inner)

        look(self._tree)
        return found

    def _children(self, tree: Mapping[str, Any], xpath: str) -> tuple[Node, ...]:
        nodes: list[Node] = []
        for child in tree.get("children", ()):
            name, kind = str(child.get("name", "")), str(child.get("type", ""))
            if name == "meta" or name.startswith("generated_") or kind in _IGNORED_TYPES:
                continue
            place = f"{xpath}/{name}"
            if kind in ("group", "repeat"):
                nodes.append(self._group(child, name, kind, place))
            elif kind in _KINDS:
                nodes.append(self._question(child, name, _KINDS[kind], place))
            else:
                self._refusals.append(Refusal("survey", 0, "", "SSK-206", {"type": kind}))
        return tuple(nodes)

    def _group(self, tree: Mapping[str, Any], name: str, kind: str, xpath: str) -> Node:
        bind = self._binds.get(xpath)
        appearance = set(str(tree.get("control", {}).get("appearance", "")).split())
        labels = tree.get("label")
        for child in tree.get("children", ()):
            # The parser turns table-list into a note of its own that takes the label.
            if str(child.get("name", "")).startswith("generated_table_list_label"):
                appearance.add("table-list")
                labels = labels or child.get("label")
        common: dict[str, Any] = {
            "name": name,
            "xpath": xpath,
            "labels": self._texts(labels),
            "hints": self._texts(tree.get("hint")),
            "relevant": _attribute(bind, "relevant"),
            "appearance": frozenset(appearance),
            "children": self._children(tree, xpath),
        }
        if kind == "group":
            return Group(**common)
        return Repeat(**common, count=self._counts.get(xpath))

    def _question(
        self, tree: Mapping[str, Any], name: str, kind: QuestionKind, xpath: str
    ) -> Question:
        bind = self._binds.get(xpath)
        messages = tree.get("bind", {})
        calculation = _attribute(bind, "calculate")
        default = tree.get("default")
        first = self._firsts.get(xpath)
        appearance = frozenset(str(tree.get("control", {}).get("appearance", "")).split())
        choices = tuple(self._choice(choice) for choice in tree.get("choices") or ())
        return Question(
            name=name,
            kind=kind,
            xpath=xpath,
            labels=self._texts(tree.get("label")),
            hints=self._texts(tree.get("hint")),
            guidance=self._texts(tree.get("guidance_hint")),
            required=_attribute(bind, "required"),
            required_message=self._texts(messages.get("jr:requiredMsg")),
            constraint=_attribute(bind, "constraint"),
            constraint_message=self._texts(messages.get("jr:constraintMsg")),
            relevant=_attribute(bind, "relevant"),
            calculation=calculation,
            default=first if first is not None else (None if default is None else str(default)),
            default_is_expression=first is not None,
            readonly=_attribute(bind, "readonly") == "true()",
            appearance=appearance,
            choices=choices,
            choice_list=str(tree.get("list_name") or ""),
            choice_filter=_filter(self._filters.get(xpath, "")),
            confidential=_attribute(bind, f"{{{NAMESPACE}}}confidential") == "yes",
            parameters={key: str(value) for key, value in (tree.get("parameters") or {}).items()},
        )

    def _choice(self, tree: Mapping[str, Any]) -> Choice:
        columns = {
            key: str(value)
            for key, value in tree.items()
            if key not in ("name", "label", "media") and not isinstance(value, Mapping)
        }
        return Choice(str(tree["name"]), self._texts(tree.get("label")), columns)

    def _texts(self, value: Any) -> Texts:
        if value is None or value == "":
            return {}
        if isinstance(value, Mapping):
            return {
                self._names.get(str(name), _code(str(name))): nfc(str(text))
                for name, text in value.items()
                if text not in (None, "")
            }
        # A form without languages speaks its own one in both.
        return dict.fromkeys(("vi", "en"), nfc(str(value)))


def _code(name: str) -> str:
    """Return the language code of ``Tiếng Việt (vi)``; a bare name stands for itself."""
    match = re.search(r"\(([A-Za-z-]+)\)\s*$", name)
    return (match.group(1) if match else name).lower()


def _attribute(element: Any, name: str) -> str | None:
    if element is None:
        return None
    value = element.get(name)
    return None if value is None else " ".join(str(value).split())


def _filter(nodeset: str) -> str | None:
    """Return the predicate of an itemset: the choice filter, resolved."""
    start, end = nodeset.find("["), nodeset.rfind("]")
    return nodeset[start + 1 : end].strip() if 0 <= start < end else None


def _safe_parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
