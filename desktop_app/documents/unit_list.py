"""An Excel or CSV list of units: its columns found by their names, each line as text; and back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.documents.list_table import ListTable, read_list_table
from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path

_NEEDED = {"code", "name"}


@dataclass(frozen=True)
class UnitLine:
    """One line of the list; ``number`` is its row in the sheet."""

    number: int
    values: dict[str, str]


@cache
def columns() -> Mapping[str, Mapping[str, Any]]:
    """Return the columns of a list: the words each may be headed by, and its own heading."""
    path = resource_path("units", "columns.json")
    known: Mapping[str, Mapping[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["columns"]
    return known


def read_unit_list(child: LimitedChild, path: Path) -> tuple[UnitLine, ...]:
    """Return the lines of the first sheet with the columns code and name, or of a CSV list.

    Read in the limited child, the fullest sheet first. Raises BadFile SSK-340 for what cannot be
    opened, SSK-341 without the columns, SSK-351 to SSK-353 for what is no list, has a password or
    is too large.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile("SSK-340", file=path.name) from error
    table = read_list_table(child, data, path.name)
    for sheet in ("", *(name for name in table.sheets[:8] if name != table.sheet)):
        if sheet:
            table = read_list_table(child, data, path.name, sheet)
        lines = _lines(table)
        if lines is not None:
            return lines
    raise BadFile("SSK-341", file=path.name)


def _lines(table: ListTable) -> tuple[UnitLine, ...] | None:
    """Return the lines below the row of headings, None where there is none."""
    places: dict[int, str] = {}
    lines: list[UnitLine] = []
    for number, row in table.rows:
        cells = [_text(cell) for cell in row]
        if not places:
            places = _places(cells)
            continue
        values = {name: cells[place] for place, name in places.items() if place < len(cells)}
        if any(values.values()):
            lines.append(UnitLine(number, values))
    return tuple(lines) if places else None


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    # A number that is not whole is written the Vietnamese way: 1.234 would read as a thousand.
    return str(cell).replace(".", ",") if isinstance(cell, float) else tidy(str(cell))


def _places(cells: Sequence[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        for name, column in columns().items():
            if fold(cell) in column["words"] and name not in found.values():
                found[place] = name
    return found if set(found.values()) >= _NEEDED else {}


@dataclass(frozen=True)
class ListedUnit:
    """One unit as a list to be edited has it; ``values`` are named like the columns."""

    values: Mapping[str, Any]


def unit_workbook(
    listed: Sequence[ListedUnit], kinds: Sequence[str], language: str, title: str
) -> bytes:
    """Return the list as a workbook people go on with and ``read_unit_list`` reads again.

    Text stays text, whatever it begins with; the kind is chosen from a list on a second sheet.
    """
    import io

    from openpyxl import load_workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    from desktop_app.documents.summary_workbook import summary_workbook

    headings = [str(column[language]) for column in columns().values()]
    # The heading as well is one of the words that are read, in both languages.
    rows = [[unit.values.get(name) for name in columns()] for unit in listed]
    book = load_workbook(io.BytesIO(summary_workbook(rows, headings, title)))
    sheet = book.worksheets[0]
    second = book.create_sheet("Loại" if language == "vi" else "Kinds")
    second.append(["Các loại đơn vị có thể ghi" if language == "vi" else "Kinds that can be used"])
    for kind in kinds:
        second.append([kind])
    second.column_dimensions["A"].width = 60
    choice = DataValidation(
        type="list", formula1=f"'{second.title}'!$A$2:$A${len(kinds) + 1}", showErrorMessage=False
    )
    letter = "ABCDEFGHIJ"[list(columns()).index("kind")]
    choice.add(f"{letter}2:{letter}{max(len(rows), 1) + 500}")
    sheet.add_data_validation(choice)
    for name in ("as_of", "valid_from"):
        place = list(columns()).index(name) + 1
        for row in range(2, len(rows) + 2):
            sheet.cell(row, place).number_format = "dd/mm/yyyy"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
