"""Reading an Excel or CSV list, inside the limited child process. Macros and formulas never run."""

import csv
import io
import unicodedata
import zipfile
from datetime import date, datetime, time
from typing import Any

from desktop_app.documents.child_process import Refused

_MOST_ROWS, _MOST_COLUMNS, _MOST_CELLS = 20_000, 200, 400_000
_MOST_UNPACKED, _MOST_PARTS, _MOST_TEXT = 80_000_000, 2_000, 20_000
_LAST_ROW = 1_048_576
"""The last row of a sheet in Excel; many lists have an empty but formatted cell there."""
_ENCODINGS = ("utf-8-sig", "cp1258")


def read(data: bytes, sheet: str | None) -> dict[str, Any]:
    """Return names of sheets, the chosen sheet, and its rows as ``[number, cells]``.

    Raises Refused SSK-352 for what is no list, SSK-322 for what is too large.
    """
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, sheet)
    return {"sheets": [""], "sheet": "", "rows": _text_rows(data)}


def _workbook(data: bytes, sheet: str | None) -> dict[str, Any]:
    import openpyxl

    _look_at_parts(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        names = [each.title for each in book.worksheets]
        chosen = [each for each in book.worksheets if each.title == sheet] or book.worksheets
        found: dict[str, Any] = {"sheets": names, "sheet": "", "rows": []}
        for each in chosen:
            rows = _sheet_rows(each)
            if each.title == sheet or len(rows) > len(found["rows"]):
                found |= {"sheet": each.title, "rows": rows}
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
        raise Refused("SSK-352") from error
    except SyntaxError as error:  # what an XML parser says of broken XML
        raise Refused("SSK-352") from error
    return found


def _look_at_parts(data: bytes) -> None:
    """Refuse bombs and document types before anything is parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
                raise Refused("SSK-322")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as content:
                        begin = content.read(4096)
                    if b"<!DOCTYPE" in begin or b"<!ENTITY" in begin:
                        raise Refused("SSK-352")
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise Refused("SSK-352") from error


def _sheet_rows(sheet: Any) -> list[list[Any]]:
    rows: list[list[Any]] = []
    cells = 0
    sheet.reset_dimensions()  # what a file says of its size is not to be trusted
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > _LAST_ROW or len(rows) > _MOST_ROWS or len(row) > 16_384:
            raise Refused("SSK-322")
        values = [_plain(value) for value in row[:_MOST_COLUMNS]]
        while values and values[-1] is None:
            values.pop()
        cells += len(values)
        if cells > _MOST_CELLS:
            raise Refused("SSK-322")
        if values:
            rows.append([number, values])
    return rows


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return None if value is None else str(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return None
        return int(value) if value == int(value) and abs(value) < 2**53 else value
    if isinstance(value, int):
        return value
    text = value.isoformat() if isinstance(value, time) else str(value)
    return unicodedata.normalize("NFC", text[:_MOST_TEXT]).strip() or None


def _text_rows(data: bytes) -> list[list[Any]]:
    text = _decoded(data)
    if "\x00" in text:
        raise Refused("SSK-352")
    sample = text[:20_000]
    try:
        dialect: Any = csv.Sniffer().sniff(sample, delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    rows: list[list[Any]] = []
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), dialect), start=1):
            if number > _MOST_ROWS:
                raise Refused("SSK-322")
            values = [_plain(cell) for cell in row[:_MOST_COLUMNS]]
            if any(value is not None for value in values):
                rows.append([number, values])
    except csv.Error as error:
        raise Refused("SSK-352") from error
    return rows


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data[1:400:2] and b"\x00" not in data[:400:2]:
        encodings = ("utf-16-le",)  # "Unicode text" of programs that leave the mark out
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("SSK-352")
