"""Rows of tables measured and painted: their cells side by side, with borders."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPen

from desktop_app.documents.pages_blocks import CellBlock, RowBlock, TableBlock
from desktop_app.documents.pages_flow import Laid
from desktop_app.documents.pages_lines import UNITS, Line, lay_paragraph


@dataclass
class LaidCell:
    """What stands in a cell: lines with their distance from its top."""

    x: float
    width: float
    lines: Sequence[tuple[float, Line]]
    height: float
    vertical: str
    inner_x: float
    goes_on: bool = False


@dataclass
class LaidRow:
    """A row of a table."""

    cells: Sequence[LaidCell]
    least: float
    border: float
    whole: bool
    keep_next: bool
    heads: Sequence[Laid] = ()
    before: float = 0.0
    after: float = 0.0
    break_before: bool = False
    first: bool = True
    own_height: float = field(default=-1.0)

    @property
    def height(self) -> float:
        """The height of the highest cell."""
        if self.own_height < 0:
            self.own_height = max([self.least, *(cell.height for cell in self.cells)])
        return self.own_height

    def split(self, room: float) -> "tuple[Laid, Laid] | None":
        """Return the lines that fit and the others; a row that is to stay whole is cut never."""
        if self.whole:
            return None
        above, below = [], []
        for cell in self.cells:
            fits = [(y, line) for y, line in cell.lines if y + line.height <= room]
            rest = cell.lines[len(fits) :]
            start = rest[0][0] if rest else 0.0
            moved = [(y - start, line) for y, line in rest]
            above.append(_cut_cell(cell, fits))
            below.append(_cut_cell(cell, moved))
        if not any(cell.lines for cell in above) or not any(cell.lines for cell in below):
            return None
        return (
            LaidRow(above, 0.0, self.border, False, False, self.heads),
            LaidRow(below, 0.0, self.border, False, self.keep_next, self.heads),
        )

    def paint(self, painter: Any, x: float, y: float) -> None:
        """Paint its cells and their borders."""
        for cell in self.cells:
            lift = {"center": 0.5, "bottom": 1.0}.get(cell.vertical, 0.0)
            lift *= max(0.0, self.height - cell.height)
            for down, line in cell.lines:
                line.paint(painter, x + cell.inner_x, y + lift + down)
        if self.border:
            painter.setPen(QPen(QColor("black"), self.border * UNITS))
            for cell in self.cells:
                left, top = (x + cell.x) * UNITS, y * UNITS
                right, bottom = left + cell.width * UNITS, (y + self.height) * UNITS
                painter.drawLine(QLineF(left, top, left, bottom))
                painter.drawLine(QLineF(right, top, right, bottom))
                painter.drawLine(QLineF(left, bottom, right, bottom))
                if not cell.goes_on:
                    painter.drawLine(QLineF(left, top, right, top))


def _cut_cell(cell: LaidCell, lines: list[tuple[float, Line]]) -> LaidCell:
    height = lines[-1][0] + lines[-1][1].height + 2 if lines else 0.0
    return LaidCell(cell.x, cell.width, lines, height, "top", cell.inner_x, cell.goes_on)


def lay_table(table: TableBlock, width: float) -> list[Laid]:
    """Return the rows of a table, each a block of its own on the page."""
    total = sum(table.widths)
    start = table.indent
    if table.align == "center":
        start = (width - total) / 2
    elif table.align in ("right", "end"):
        start = width - total
    rows = [_lay_row(row, table, start) for row in table.rows]
    heads: list[Laid] = []
    for laid, row in zip(rows, table.rows, strict=True):
        if not row.header:
            break
        heads.append(laid)
    if rows:
        rows[0].break_before = table.break_before
    for laid in rows[len(heads) :]:
        laid.heads = heads
    return list(rows)


def _lay_row(row: RowBlock, table: TableBlock, start: float) -> LaidRow:
    cells = [_lay_cell(cell, table, start) for cell in row.cells]
    keep = any(cell.blocks and cell.blocks[0].shape.keep_next for cell in row.cells)
    return LaidRow(cells, row.height, table.border, row.whole, keep)


def _lay_cell(cell: CellBlock, table: TableBlock, start: float) -> LaidCell:
    x = start + sum(table.widths[: cell.column])
    width = sum(table.widths[cell.column : cell.column + cell.columns])
    top, right, bottom, left = table.padding
    lines: list[tuple[float, Line]] = []
    y = top
    if not cell.goes_on:
        for block in cell.blocks:
            laid = lay_paragraph(block, max(6.0, width - left - right))
            y += laid.before
            for line in laid.lines:
                lines.append((y, line))
                y += line.height
            y += laid.after
    return LaidCell(x, width, lines, y + bottom, cell.vertical, x + left, cell.goes_on)
