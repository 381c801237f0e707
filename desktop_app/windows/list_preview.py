"""An attached workbook as plain rows: read in the limited child, nothing in it is run."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView

from desktop_app.domain.numbers import format_number
from desktop_app.windows.rows import Column, RowsModel, prepare

if TYPE_CHECKING:
    from desktop_app.documents.list_table import Cell, ListTable

_MOST_ROWS, _MOST_COLUMNS = 2000, 40


@dataclass(frozen=True)
class _Line:
    id: str
    cells: "tuple[Cell, ...]"


def list_preview(table: "ListTable", name: str) -> QTableView:
    """Return a view of the rows of a sheet, as many as are of use to look at."""
    rows = [_Line(str(number), cells) for number, cells in table.rows[:_MOST_ROWS]]
    wide = min(_MOST_COLUMNS, max((len(line.cells) for line in rows), default=1))
    columns = [
        Column(_letters(place), partial(_text, place=place), width=9) for place in range(wide)
    ]
    view = QTableView()
    model = RowsModel(columns)
    model.setParent(view)
    prepare(view, model, columns)
    view.setAccessibleName(f"{name}, {table.sheet}")
    model.show(rows)
    if rows:
        view.selectRow(0)
    return view


def _text(line: _Line, place: int) -> str:
    value = line.cells[place] if place < len(line.cells) else None
    if value is None:
        return ""
    return value if isinstance(value, str) else format_number(value)


def _letters(place: int) -> str:
    """Return a column's name as Excel has it: A, B … Z, AA …"""
    text, number = "", place + 1
    while number:
        number, left = divmod(number - 1, 26)
        text = chr(65 + left) + text
    return text
