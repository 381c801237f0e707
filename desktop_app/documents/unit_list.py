"""An Excel or CSV list of units: its columns found by their names, each line as text."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.documents.child import LimitedChild
from desktop_app.documents.list_table import read_list_table
from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadFile

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


def read_unit_list(child: LimitedChild, path: Path) -> tuple[UnitLine, ...]:
    """Return the lines of the fullest sheet, or of a CSV list; read in the limited child.

    Raises BadFile SSK-340 for what cannot be opened, SSK-341 without the columns code and name,
    SSK-351 to SSK-353 for what is no list, has a password or is too large.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile("SSK-340", file=path.name) from error
    columns: dict[int, str] = {}
    lines: list[UnitLine] = []
    for number, row in read_list_table(child, data, path.name).rows:
        cells = ["" if cell is None else tidy(str(cell)) for cell in row]
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
