"""A list as an Excel workbook people can go on working with; the same rows, the same bytes."""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

_FIRST_DAY = datetime(1980, 1, 1)
_WIDEST = 60
_LONGEST_TEXT = 32_767
_FORMULA_SIGNS = tuple("=+-@\t\r")
_NO_CELL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def summary_workbook(rows: Sequence[Sequence[Any]], columns: Sequence[str], title: str) -> bytes:
    """Return a workbook with one sheet: frozen header, filter, widths; text stays text.

    A cell that begins with = + - @ is written as text and never as a formula.
    """
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = _NO_TITLE.sub(" ", title).strip("' ")[:31] or "1"
    sheet.append(list(columns))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value = _told(value)
            if isinstance(value, str):
                cell.data_type = "s"
                if value[:1] in _FORMULA_SIGNS:
                    cell.number_format = "@"  # stays text when somebody edits the cell
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for place, name in enumerate(columns, start=1):
        longest = max([len(name), *(len(str(row[place - 1])) for row in rows)])
        sheet.column_dimensions[get_column_letter(place)].width = min(longest + 3, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    book.properties.created = book.properties.modified = _FIRST_DAY
    book.properties.creator = "Sổ Sáng Kiến"
    target = io.BytesIO()
    book.save(target)
    return _same_bytes(target.getvalue())


def _told(value: Any) -> Any:
    """Return a value as a cell can hold it: no control characters, not longer than Excel's most."""
    return _NO_CELL.sub("", value)[:_LONGEST_TEXT] if isinstance(value, str) else value


def _same_bytes(content: bytes) -> bytes:
    """Return a package with its times set to one moment."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _with_fixed_time(data)
            package.writestr(
                zipfile.ZipInfo(entry.filename), data, zipfile.ZIP_DEFLATED, compresslevel=6
            )
    return target.getvalue()


def _with_fixed_time(core: bytes) -> bytes:
    return re.sub(rb"(W3CDTF\">)[^<]*(<)", rb"\g<1>1980-01-01T00:00:00Z\g<2>", core)
