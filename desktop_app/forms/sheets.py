"""The sheets of an XLSForm workbook as plain text cells, read with bounds on everything.

A workbook comes from outside: sizes are checked before it is unpacked, and reading ends where a
person's table ends, whatever dimensions the file claims.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.text import nfc
from desktop_app.forms.values import clean

MOST_BYTES, MOST_UNPACKED, MOST_ENTRIES, MOST_RATIO = 10_000_000, 60_000_000, 1_000, 200
MOST_COLUMNS, MOST_CHARACTERS, ROWS_TO_THE_END = 300, 40_000, 60
MOST_ROWS: Mapping[str, int] = {"survey": 3_000, "choices": 30_000}
NAMES = ("survey", "choices", "settings", "documents", "external_choices", "osm", "entities")


class NoWorkbook(ValueError):
    """The bytes are no Excel workbook."""


class TooLarge(ValueError):
    """The workbook is larger than any honest form."""


@dataclass(frozen=True)
class Row:
    """A row that says something: its number in Excel and its cells by column heading."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A sheet: its column headings with their letters, and its rows, blank ones left out."""

    name: str
    letters: Mapping[str, str]
    rows: tuple[Row, ...]

    def letter(self, *names: str) -> str:
        """Return the letter of the first heading that has one of these plain names."""
        for heading, letter in self.letters.items():
            if plain_heading(heading) in names:
                return letter
        return ""

    def for_parser(self) -> tuple[list[dict[str, str]], list[dict[str, None]]]:
        """Return rows and headings as the parser takes them, blank rows kept for its numbers."""
        last = self.rows[-1].number if self.rows else 1
        rows: list[dict[str, str]] = [{} for _number in range(2, last + 1)]
        for row in self.rows:
            rows[row.number - 2] = dict(row.cells)
        return rows, [dict.fromkeys(self.letters)]


def plain_heading(heading: str) -> str:
    """Return a heading without its language, in one spelling: ``Label::Tiếng Việt`` is label."""
    first, _separator, rest = heading.partition("::")
    plain = "_".join(first.split()).lower()
    if plain in ("bind", "control", "body", "media", "instance", "attribute"):
        return f"{plain}::{rest.partition('::')[0].strip()}"
    if ":" in plain and not plain.startswith("jr:"):
        return plain.partition(":")[0]  # the old way to name a language
    return plain


def read_sheets(data: bytes) -> dict[str, Sheet]:
    """Return the sheets that mean something in an XLSForm. Raises NoWorkbook or TooLarge."""
    _check_package(data)
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about formatting it does not keep
        try:
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            found = {name.strip().lower(): name for name in book.sheetnames}
            if len(found) == 1 and "survey" not in found:
                found = {"survey": next(iter(found.values()))}
            sheets = {name: _sheet(name, book[found[name]]) for name in NAMES if name in found}
            book.close()
        except TooLarge:
            raise
        except Exception as error:  # the reader has no error of its own for broken files
            raise NoWorkbook(type(error).__name__) from error
    return sheets


def _check_package(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise TooLarge("file")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise NoWorkbook("no package") from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or unpacked > max(MOST_RATIO * len(data), 1_000_000):
        raise TooLarge("entries")
    if unpacked > MOST_UNPACKED:
        raise TooLarge("unpacked")


def _sheet(name: str, worksheet: Any) -> Sheet:
    if not hasattr(worksheet, "iter_rows"):  # a sheet of its own for a chart
        return Sheet(name, {}, ())
    from openpyxl.utils import get_column_letter

    worksheet.reset_dimensions()  # what the file claims is not believed
    first = next(worksheet.iter_rows(max_row=1, max_col=MOST_COLUMNS, values_only=True), ())
    headings = [_text(value) for value in first]
    while headings and not headings[-1]:
        headings.pop()
    letters: dict[str, str] = {}
    for place, heading in enumerate(headings, start=1):
        if heading:
            letters.setdefault(re.sub(r"\s+", " ", heading), get_column_letter(place))
    rows = tuple(_rows(name, worksheet, headings))
    return Sheet(name, letters, rows)


def _rows(name: str, worksheet: Any, headings: list[str]) -> Iterator[Row]:
    if not headings:
        return
    blank = 0
    values = worksheet.iter_rows(min_row=2, max_col=len(headings), values_only=True)
    for number, row in enumerate(values, start=2):
        cells: dict[str, str] = {}
        for heading, value in zip(headings, row, strict=False):
            text = _text(value)
            if heading and text:
                cells.setdefault(re.sub(r"\s+", " ", heading), text)
        blank = 0 if cells else blank + 1
        if blank > ROWS_TO_THE_END:
            return
        if cells:
            if number > MOST_ROWS.get(name, 1_000):
                raise TooLarge("rows")
            yield Row(number, cells)


def _text(value: Any) -> str:
    """Return a cell as the text a person sees: whole numbers without a point, TRUE and FALSE."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = clean(nfc(str(value))).replace("\u00a0", " ").strip()
    if len(text) > MOST_CHARACTERS:
        raise TooLarge("cell")
    return text
