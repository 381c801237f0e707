"""An Excel list of units: its columns found by their names, each line as text."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadFile

_MOST_BYTES, _MOST_ROWS = 20_000_000, 50_000

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("ma", "ma don vi", "code"),
    "name": ("ten", "ten don vi", "don vi", "name", "unit"),
    "parent": ("cap tren", "ma cap tren", "don vi cap tren", "parent"),
    "members": ("doan vien", "so doan vien", "members"),
    "workers": ("nguoi lao dong", "lao dong", "nguoi lao dong khac", "workers"),
    "as_of": ("ngay", "tai ngay", "as of", "date"),
    "officer": ("can bo", "can bo theo doi", "officer"),
}
"""The names a column may have, without marks."""


@dataclass(frozen=True)
class UnitLine:
    """One line of the list; ``number`` is its row in the sheet."""

    number: int
    values: dict[str, str]


def read_unit_list(path: Path) -> tuple[UnitLine, ...]:
    """Return the lines of the first sheet.

    Raises BadFile SSK-340 for what is no workbook, SSK-341 without the columns code and name.
    """
    import openpyxl

    try:
        data = path.read_bytes()
        if len(data) > _MOST_BYTES:
            raise BadFile("SSK-340", file=path.name)
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise BadFile("SSK-340", file=path.name) from error
    columns: dict[int, str] = {}
    lines: list[UnitLine] = []
    sheet = book.worksheets[0]
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=_MOST_ROWS), start=1):
        cells = [_text(value) for value in row]
        if not columns:
            columns = _columns(cells)
            continue
        values = {name: cells[place] for place, name in columns.items() if place < len(cells)}
        if any(values.values()):
            lines.append(UnitLine(number, values))
    if not {"code", "name"} <= set(columns.values()):
        raise BadFile("SSK-341", file=path.name)
    return tuple(lines)


def _columns(cells: list[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        for name, words in COLUMNS.items():
            if fold(cell) in words and name not in found.values():
                found[place] = name
    return found if {"code", "name"} <= set(found.values()) else {}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return tidy(str(value))
