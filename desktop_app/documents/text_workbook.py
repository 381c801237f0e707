"""A list as an Excel workbook, every cell a text, written row by row.

A hundred thousand rows need no more memory than ten; the same rows give the same bytes. Headings
stand in the first row and nothing above them, so that other programs read the list as it is.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from desktop_app.documents.report_workbook import FIRST_DAY, deliver_parts, put_text

_NARROW, _WIDE, _LONG = 14, 28, 60


class TextWorkbook:
    """A workbook on its way; ``save`` writes it, leaving the block without it writes nothing."""

    def __init__(self, title: str, columns: Sequence[str], long: Sequence[bool]) -> None:
        self._book = Workbook(write_only=True)
        self._book.properties.created = self._book.properties.modified = FIRST_DAY
        self._book.properties.creator = "Sổ Sáng Kiến"
        self._book.properties.title = title
        self._sheet = self._book.create_sheet("1")
        for place, (name, wide) in enumerate(zip(columns, long, strict=True), start=1):
            width = _LONG if wide else min(_WIDE, max(_NARROW, len(name) + 3))
            self._sheet.column_dimensions[get_column_letter(place)].width = width
        self._sheet.freeze_panes = "A2"
        self._columns, self._rows = len(columns), 1
        self._sheet.append([self._heading(name) for name in columns])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._sheet.closed:
            self._sheet.close()

    def add(self, row: Sequence[str]) -> None:
        """Write one row; what begins with = + - @ stays a text."""
        cells = []
        for text in row:
            cell = WriteOnlyCell(self._sheet)
            put_text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cells.append(cell)
        self._sheet.append(cells)
        self._rows += 1

    def save(self, target: Path) -> None:
        """Write the workbook into a file that is not there yet; its folder takes what is made."""
        letter = get_column_letter(self._columns)
        self._sheet.auto_filter.ref = f"A1:{letter}{self._rows}"
        with tempfile.TemporaryFile(dir=target.parent) as made, target.open("xb") as file:
            self._book.save(made)
            made.seek(0)
            deliver_parts(made, file, [{}])

    def _heading(self, name: str) -> Any:
        cell = WriteOnlyCell(self._sheet)
        put_text(cell, name)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        cell.fill = PatternFill("solid", fgColor="DCE8F1")
        return cell
