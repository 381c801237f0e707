"""A report as an Excel workbook people can go on working with.

Real numbers and dates, a filter, a frozen head, print set-up, totals as formulas over what the
filter leaves. Rows are written as they are made, so a hundred thousand need no more memory than
ten; the same report gives the same bytes. Titles stand above, totals between them and the
headings: there they stay in sight and further rows can be written below.
"""

import math
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from desktop_app.domain.report_content import Column, Kind, Report, Table, Totals

Step = Callable[[int, int], None]
_Cell = Any  # openpyxl's WriteOnlyCell is a function

FIRST_DAY = datetime(1980, 1, 1)
_LONGEST_TEXT = 32_767
_FORMULA_SIGNS = tuple("=+-@\t\r")
_NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_STEP_ROWS = 500
_HEAD_BYTES = 65_536
_A4 = 9
_FONT, _LINE_POINTS = "Times New Roman", 15
_TITLE_ROW, _TITLE_POINTS = 2, 20
_NUMBERED = ("stt", "rank")
# Excel shows the signs of the person's own region: 1.234.567 and 63,3% in Vietnam.
_FORMATS = {
    Kind.TEXT: "General",
    Kind.COUNT: "#,##0",
    Kind.MONEY: "#,##0",
    Kind.DATE: "dd/mm/yyyy",
    Kind.PERCENT: "0.0%",
}
_SUM, _NUMBERS = 109, (Kind.COUNT, Kind.MONEY, Kind.PERCENT)
_CORE_TIME = re.compile(rb"(W3CDTF\">)[^<]*(<)")
_FORMULA = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*</f>)<v\s*/?>(?:</v>)?')


def write_workbook(
    report: Report, file: BinaryIO, folder: Path, *, total: str, step: Step = lambda *_: None
) -> int:
    """Write a report into an open file; return the number of rows.

    ``folder`` holds what is written on the way, ``total`` is the word beside the totals. ``step``
    is told how far it is and may stop the work by raising.
    """
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = FIRST_DAY
    book.properties.creator = "Sổ Sáng Kiến"
    book.properties.title = report.title
    whole, done = max(1, report.row_count), 0
    values: list[Mapping[str, Any]] = []
    taken: set[str] = set()
    for table in report.tables:
        sheet = _Sheet(book, report, table, total, _name(table.title, taken))
        for row in table.rows:
            sheet.add(row)
            done += 1
            if done % _STEP_ROWS == 0:
                step(min(done, whole), whole)
        values.append(sheet.end())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as made:
        book.save(made)
        step(whole, whole)
        made.seek(0)
        deliver_parts(made, file, values)
    return done


def _name(title: str, taken: set[str]) -> str:
    name = " ".join(_NO_TITLE.sub(" ", title).split()).strip("'")[:31].strip() or "1"
    while name in taken:
        name = f"{name[:28]} {len(taken) + 1}"
    taken.add(name)
    return name


class _Sheet:
    """One table on its sheet, written row by row."""

    def __init__(self, book: Workbook, report: Report, table: Table, total: str, name: str) -> None:
        self._table, self._sheet = table, book.create_sheet(name)
        self._totals, self._rows, self._place = Totals(table), 0, 0
        self._cells: dict[str, str] = {}
        above = _titles(report, table)
        self._summed = any(c.total or c.ratio for c in table.columns)
        self._head = len(above) + 1 + self._summed
        self._set_up()
        for place, text in enumerate(above):
            size = 14 if place == _TITLE_ROW - 1 else 11
            self._append([self._plain(text, bold=place in (0, 1), size=size)], 1)
        if self._summed:
            self._append(self._total_row(total), 1)
        headings = [self._heading(column) for column in table.columns]
        self._append(headings, _lines(table.columns, tuple(c.heading for c in table.columns)))
        self._prototypes: dict[tuple[int, str], _Cell] = {}

    def _set_up(self) -> None:
        """Say how the sheet looks and prints; must come before the first row."""
        sheet, columns = self._sheet, self._table.columns
        for place, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = column.width
        frozen = 2 if columns[0].name in _NUMBERED and len(columns) > 2 else 1
        sheet.freeze_panes = f"{get_column_letter(frozen + 1)}{self._head + 1}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = sheet.page_margins
        margins.left, margins.right, margins.top, margins.bottom = 0.6, 0.4, 0.6, 0.6
        sheet.print_title_rows = f"{self._head}:{self._head}"
        sheet.oddFooter.center.text = "&P/&N"

    def add(self, row: tuple[Any, ...]) -> None:
        """Write one row."""
        cells = [self._filled(place, value) for place, value in enumerate(row)]
        self._append(cells, _lines(self._table.columns, row))
        self._totals.add(row)
        self._rows += 1

    def _append(self, cells: list[_Cell], lines: int) -> None:
        """Write cells in a row as high as its lines need: not every program sees to it itself."""
        self._place += 1
        if lines > 1 or self._place == _TITLE_ROW:
            height = max(lines * _LINE_POINTS, _TITLE_POINTS if self._place == _TITLE_ROW else 0)
            self._sheet.row_dimensions[self._place].height = height
        self._sheet.append(cells)
        self._sheet.row_dimensions.pop(self._place, None)

    def end(self) -> Mapping[str, Any]:
        """Set the filter; return what the formulas of the totals come to, by cell."""
        letter = get_column_letter(len(self._table.columns))
        self._sheet.auto_filter.ref = f"A{self._head}:{letter}{self._head + max(1, self._rows)}"
        values = self._totals.values()
        return {
            self._cells[column.name]: _exact(column, values)
            for column in self._table.columns
            if column.name in self._cells
        }

    # Cells

    def _plain(self, text: str, *, bold: bool = False, size: int = 11) -> _Cell:
        cell = WriteOnlyCell(self._sheet)
        put_text(cell, text)
        cell.font = Font(name=_FONT, bold=bold, size=size)
        return cell

    def _heading(self, column: Column) -> _Cell:
        cell = self._plain(column.heading, bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.fill = PatternFill("solid", fgColor="DCE8F1")
        cell.border = _box()
        return cell

    def _filled(self, place: int, value: Any) -> _Cell:
        """Return a cell with a value; it is written before the next row needs it again."""
        column = self._table.columns[place]
        if isinstance(value, str):
            text = _NO_CELL.sub("", value)[:_LONGEST_TEXT]
            cell = self._prototype(place, _text_format(text))
            cell.value = text or None
            if text:
                cell.data_type = "s"
            return cell
        cell = self._prototype(place, _FORMATS[column.kind])
        if isinstance(value, date) or value is None:
            cell.value = value
        else:
            cell.value = _number(value, percent=column.kind is Kind.PERCENT)
        return cell

    def _prototype(self, place: int, number_format: str) -> _Cell:
        """Return the cell a column is written with, one for each format.

        Its looks are made once and never changed: openpyxl keeps them by reference.
        """
        key = (place, number_format)
        if key not in self._prototypes:
            column = self._table.columns[place]
            cell = WriteOnlyCell(self._sheet)
            cell.number_format = number_format
            wraps = column.kind is Kind.TEXT
            middle = "center" if column.name in _NUMBERED or column.kind is Kind.DATE else None
            cell.alignment = Alignment(wrap_text=wraps, vertical="top", horizontal=middle)
            cell.font = Font(name=_FONT, size=11)
            cell.border = _box()
            self._prototypes[key] = cell
        return self._prototypes[key]

    def _total_row(self, total: str) -> list[_Cell]:
        last = self._head + max(1, len(self._table.rows))
        row = self._head - 1
        letters = {c.name: get_column_letter(n) for n, c in enumerate(self._table.columns, start=1)}
        cells = []
        for column in self._table.columns:
            cell = self._plain("", bold=True)
            formula = ""
            letter = letters[column.name]
            if column.total:
                formula = f"=SUBTOTAL({_SUM},{letter}{self._head + 1}:{letter}{last})"
            elif column.ratio:
                part, whole = (f"{letters[name]}{row}" for name in column.ratio)
                formula = f'=IF({whole}>0,{part}/{whole},"")'
            if formula:
                cell.value = formula
                cell.number_format = _FORMATS[column.kind]
                self._cells[column.name] = f"{letter}{row}"
            elif column.kind is Kind.TEXT and total:
                put_text(cell, total)
                total = ""
            cell.fill = PatternFill("solid", fgColor="F3F4F1")
            cell.border = _box()
            cells.append(cell)
        return cells


def _lines(columns: tuple[Column, ...], row: tuple[Any, ...]) -> int:
    """Return how many lines the longest text of a row takes in its column, about."""
    most = 1
    for column, value in zip(columns, row, strict=True):
        if isinstance(value, str):
            room = max(4.0, column.width - 1.5)
            most = max(most, sum(max(1, math.ceil(len(p) / room)) for p in value.split("\n")))
    return min(most, 25)


def _titles(report: Report, table: Table) -> list[str]:
    """Return the lines above a table."""
    title = report.title if len(report.tables) == 1 else f"{report.title}: {table.title}"
    marked = f"{report.form}. {title}" if report.form else title
    lines = [report.unit, marked, f"{report.period}. {report.facts['as_of_text']}."]
    lines += report.notes
    if report.made_by:
        lines.append(report.made_by)
    return [*lines, ""]


def _box() -> Border:
    side = Side(style="thin", color="BFC5BE")
    return Border(left=side, right=side, top=side, bottom=side)


def put_text(cell: _Cell, text: str) -> None:
    """Write text as text: what begins with = + - @ never becomes a formula."""
    text = _NO_CELL.sub("", text)[:_LONGEST_TEXT]
    cell.value = text or None
    if text:
        cell.data_type = "s"
    cell.number_format = _text_format(text)


def _text_format(text: str) -> str:
    """Return the format that keeps a text one, also when somebody edits its cell."""
    return "@" if text[:1] in _FORMULA_SIGNS else "General"


def _exact(column: Column, totals: Mapping[str, Any]) -> Any:
    """Return what the formula of a total comes to, to the last digit."""
    if column.ratio is None:
        return totals[column.name]
    part, whole = (totals[name] for name in column.ratio)
    return part / whole if whole else None


def _number(value: Any, *, percent: bool) -> Any:
    if isinstance(value, Decimal):
        return float(value / 100) if percent else float(value)
    return value


# Out: one time for all parts, and the values of the formulas for who only looks


def deliver_parts(made: BinaryIO, file: BinaryIO, values: list[Mapping[str, Any]]) -> None:
    """Copy a package part by part with fixed times, in one order.

    A telephone's preview computes no formulas: the totals stand beside them.
    """
    with (
        zipfile.ZipFile(made) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for entry in sorted(source.infolist(), key=lambda entry: entry.filename):
            info = zipfile.ZipInfo(entry.filename)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.file_size = entry.file_size  # says whether the entry needs large sizes
            with source.open(entry) as part, package.open(info, "w") as target:
                if entry.filename == "docProps/core.xml":
                    target.write(_CORE_TIME.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", part.read()))
                    continue
                if entry.filename.startswith("xl/worksheets/sheet"):
                    number = int(re.sub(r"\D", "", entry.filename.rpartition("/")[2])) - 1
                    target.write(_with_values(part.read(_HEAD_BYTES), values[number]))
                shutil.copyfileobj(part, target, _HEAD_BYTES)


def _with_values(head: bytes, values: Mapping[str, Any]) -> bytes:
    def told(match: re.Match[bytes]) -> bytes:
        value = values.get(match[2].decode())
        if value is None:
            return match[0]
        return match[1] + match[3] + f"<v>{value}</v>".encode()

    return _FORMULA.sub(told, head)
