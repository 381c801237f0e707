"""An Excel or CSV list of units: its columns found by their names, each line as text; and back."""

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.documents.headed_list import HeadedLine, read_headed_list
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path

_NEEDED = {"code", "name"}
_FORMULA_SIGNS = tuple("=+-@\t\r")
_WIDEST = 60


UnitLine = HeadedLine
"""One line of the list; ``number`` is its row in the sheet."""


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
    words = {name: column["words"] for name, column in columns().items()}
    lines = read_headed_list(child, data, path.name, words, lambda found: set(found) >= _NEEDED)
    if lines is None:
        raise BadFile("SSK-341", file=path.name)
    return lines


@dataclass(frozen=True)
class ListedUnit:
    """One unit as a list to be edited has it; ``values`` are named like the columns."""

    values: Mapping[str, Any]


def unit_workbook(
    listed: Sequence[ListedUnit], kinds: Sequence[str], language: str, title: str
) -> bytes:
    """Return the list as a workbook people go on with and ``read_unit_list`` reads again.

    Frozen header, filter, widths. Text stays text, whatever it begins with; the kind is chosen
    from a list on a second sheet.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    for place, (name, column) in enumerate(columns().items(), start=1):
        # Each heading is one of the words that are read, in both languages.
        heading = sheet.cell(1, place, str(column[language]))
        heading.font = Font(bold=True)
        values = [unit.values.get(name) for unit in listed]
        for row, value in enumerate(values, start=2):
            _write(sheet.cell(row, place), value)
        longest = max([len(str(heading.value)), *(len(str(value or "")) for value in values)])
        sheet.column_dimensions[get_column_letter(place)].width = min(longest + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    second = book.create_sheet("Loại" if language == "vi" else "Kinds")
    second.append(["Các loại đơn vị có thể ghi" if language == "vi" else "Kinds that can be used"])
    for kind in kinds:
        second.append([kind])
    second.column_dimensions["A"].width = _WIDEST
    choice = DataValidation(
        type="list", formula1=f"'{second.title}'!$A$2:$A${len(kinds) + 1}", showErrorMessage=False
    )
    letter = get_column_letter(list(columns()).index("kind") + 1)
    choice.add(f"{letter}2:{letter}{len(listed) + 500}")
    sheet.add_data_validation(choice)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _write(cell: Any, value: Any) -> None:
    """Write a value; a text that begins like a formula is marked as text for whoever edits it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
        if value[:1] in _FORMULA_SIGNS:
            cell.number_format = "@"
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
