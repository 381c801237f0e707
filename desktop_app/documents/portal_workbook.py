"""The mapping to the central system as an Excel workbook people edit, and back."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.documents.list_table import ListTable, read_list_table
from desktop_app.domain.portal_mapping import PortalMapping
from desktop_app.domain.portal_mapping_check import (
    ATTACHMENTS,
    ENDINGS,
    FIELDS,
    MAX_MB,
    MOST,
    NAME,
    VALUES,
    VERSION,
    KnownSources,
    MappingFinding,
    MappingLine,
    MappingSheet,
    MappingWords,
    read_mapping,
)
from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path

EXPLANATION = "explanation"
_SHEETS = (FIELDS, VALUES, ATTACHMENTS)
_NEEDED: Mapping[str, frozenset[str]] = {
    FIELDS: frozenset(("code", "label_vi", "source", "kind")),
    VALUES: frozenset(("list", "value", "label")),
    ATTACHMENTS: frozenset(("rule", "said")),
}
_WIDTHS = {"code": 20, "kind": 12, "limit": 12, "required": 10, "values": 18, "rule": 28}
_FIRST_DAY = "1980-01-01T00:00:00Z"

Read = Callable[[str | None], ListTable]
"""Gives a sheet of a workbook by its name; without one the fullest."""


@cache
def words() -> Mapping[str, Any]:
    """Return how the workbook calls its sheets, columns, rules and words."""
    path = resource_path("portal", "columns.json")
    known: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return known


@cache
def mapping_words() -> MappingWords:
    """Return the words that may stand in cells."""
    said = words()
    return MappingWords(
        {word: kind for kind, each in said["kinds"].items() for word in each["words"]},
        *(frozenset(said[name]["words"]) for name in ("yes", "no", "keep", "leave_out")),
    )


def read_workbook(
    child: LimitedChild, data: bytes, name: str, known: KnownSources
) -> tuple[PortalMapping | None, tuple[MappingFinding, ...]]:
    """Return the mapping a workbook from outside is, None when a sheet or a column is missing.

    Read in the limited child. Raises BadFile SSK-351 to SSK-353 as ``read_list_table`` does.
    """
    return _mapping(lambda sheet: read_list_table(child, data, name, sheet), known)


def read_own_workbook(data: bytes, known: KnownSources) -> PortalMapping:
    """Return the mapping of the workbook that ships with the program; ValueError if unfit."""
    from desktop_app.documents.list_table_reading import read

    def own(sheet: str | None) -> ListTable:
        said = read(data, sheet)
        rows = tuple((number, tuple(cells)) for number, cells in said["rows"])
        return ListTable(tuple(said["sheets"]), said["sheet"], rows)

    mapping, found = _mapping(own, known)
    if mapping is None or found:
        raise ValueError(f"the mapping that ships: {found}")
    return mapping


def _mapping(
    read: Read, known: KnownSources
) -> tuple[PortalMapping | None, tuple[MappingFinding, ...]]:
    first = read(None)
    titles = {fold(title): title for title in first.sheets}
    sheets: dict[str, MappingSheet] = {}
    found: list[MappingFinding] = []
    for name in _SHEETS:
        said = words()["sheets"][name]
        title = next((titles[word] for word in said["words"] if word in titles), None)
        if title is None:
            found.append(MappingFinding("sheet", said["vi"], 0, ""))
            continue
        table = first if title == first.sheet else read(title)
        sheet = _sheet(name, table)
        missing = _NEEDED[name] - set(sheet.headings)
        for column in sorted(missing, key=list(words()["columns"][name]).index):
            heading = words()["columns"][name][column]["vi"]
            found.append(MappingFinding("heading", title, 1, heading))
        sheets[name] = sheet
    if found:
        return None, tuple(found)
    return read_mapping(sheets, mapping_words(), known)


def _sheet(name: str, table: ListTable) -> MappingSheet:
    """Return the lines below the row of headings; headings are told as the workbook has them."""
    known = words()["columns"][name]
    places: dict[int, str] = {}
    headings: dict[str, str] = {}
    lines: list[MappingLine] = []
    for number, row in table.rows:
        cells = [_text(cell, name == ATTACHMENTS) for cell in row]
        if not places:
            for place, cell in enumerate(cells):
                for column, each in known.items():
                    if fold(cell) in each["words"] and column not in headings:
                        places[place], headings[column] = column, cell
                        break
            continue
        values = {column: cells[place] for place, column in places.items() if place < len(cells)}
        if any(values.values()):
            lines.append(MappingLine(number, _rule(values) if name == ATTACHMENTS else values))
    return MappingSheet(table.sheet, lines, headings)


def _text(cell: Any, decimal: bool) -> str:
    if cell is None:
        return ""
    return str(cell).replace(".", ",") if isinstance(cell, float) and decimal else tidy(str(cell))


def _rule(values: dict[str, str]) -> dict[str, str]:
    """Return a line of rules with the rule's own name in place of the words for it."""
    word = fold(values.get("rule", ""))
    for name, each in words()["rules"].items():
        if word in each["words"]:
            return {**values, "rule": name}
    return values


def workbook_of(mapping: PortalMapping) -> bytes:
    """Return a mapping as a workbook that is edited and read again; the same bytes each time."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    said = words()
    book = Workbook()
    book.remove(book.worksheets[0])
    fields = [
        [
            each.code,
            each.labels.get("vi", ""),
            each.labels.get("en", ""),
            each.column,
            each.source,
            said["kinds"][each.kind]["vi"],
            each.limit,
            said["yes" if each.required else "no"]["vi"],
            each.values,
            said[each.secret]["vi"],
        ]
        for each in mapping.fields
    ]
    sheet = _table(book, FIELDS, fields)
    choices = {
        "kind": [each["vi"] for each in said["kinds"].values()],
        "required": [said["yes"]["vi"], said["no"]["vi"]],
        "secret": [said["keep"]["vi"], said["leave_out"]["vi"]],
    }
    for column, listed in choices.items():
        choice = DataValidation(
            type="list", formula1=f'"{",".join(listed)}"', showErrorMessage=False
        )
        letter = sheet.cell(1, list(said["columns"][FIELDS]).index(column) + 1).column_letter
        choice.add(f"{letter}2:{letter}{len(fields) + 100}")
        sheet.add_data_validation(choice)
    _table(
        book,
        VALUES,
        [
            [name, code, label]
            for name, each in mapping.values.items()
            for code, label in each.items()
        ],
    )
    rules, size = mapping.attachments, mapping.attachments.max_bytes
    told: dict[str, Any] = {
        NAME: mapping.name,
        VERSION: mapping.version,
        MAX_MB: None if size is None else size / 1_000_000,
        ENDINGS: ", ".join(rules.kinds),
        MOST: rules.most,
    }
    _table(book, ATTACHMENTS, [[said["rules"][rule]["vi"], told[rule]] for rule in told])
    _explain(book)
    return _same_bytes(book)


def _table(book: Any, name: str, rows: Sequence[Sequence[Any]]) -> Any:
    from openpyxl.styles import Alignment, Font

    said = words()
    sheet = book.create_sheet(said["sheets"][name]["vi"])
    columns = said["columns"][name]
    sheet.append([each["vi"] for each in columns.values()])
    for row in rows:
        sheet.append(list(row))
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.value, cell.data_type = cell.value or None, "s"
    for cell, column in zip(sheet[1], columns, strict=True):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS.get(column, 32)
    sheet.freeze_panes = "C2" if name == FIELDS else "A2"
    return sheet


def _explain(book: Any) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet(words()["sheets"][EXPLANATION]["vi"])
    for row in json.loads(resource_path("portal", "explanation.json").read_text("utf-8")):
        sheet.append(row)
    for line in sheet.iter_rows():
        line[0].font = Font(bold=True)
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 28, 100


def _same_bytes(book: Any) -> bytes:
    """Return a workbook without the moment it was made at."""
    import zipfile

    buffer, target = io.BytesIO(), io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                for name in (b"created", b"modified"):
                    now = data.split(b"<dcterms:" + name)[1].split(b">")[1].split(b"<")[0]
                    data = data.replace(now, _FIRST_DAY.encode())
            package.writestr(zipfile.ZipInfo(entry.filename), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def refuse(found: Sequence[MappingFinding], name: str) -> BadFile:
    """Return the error a workbook with findings is refused with: SSK-900, its first cell."""
    first = found[0]
    place = ", ".join(part for part in (first.sheet, str(first.row or ""), first.column) if part)
    return BadFile("SSK-900", file=name, number=len(found), place=place)
