"""A report before it is a file: titles, columns with their kinds, rows, totals.

Three writers (Excel, Word, picture and text) take the same content, so their figures agree.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from desktop_app.domain.numbers import format_number, format_percent

Row = tuple[Any, ...]


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    """Whole đồng."""
    DATE = "date"
    """A ``date``, or text where only the month or the year is known."""
    PERCENT = "percent"
    """Percent points with one digit: 63.3."""


@dataclass(frozen=True)
class Column:
    """A column: its name in templates, its heading, what it holds, its width in letters.

    ``total``: its numbers are summed. ``ratio``: its total is the first column's total as a
    percentage of the second's.
    """

    name: str
    heading: str
    kind: Kind = Kind.TEXT
    width: float = 12
    total: bool = False
    ratio: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """Rows under columns. ``rows`` can be walked more than once and knows its length.

    A long list reads its rows while it is walked; they are never all in memory.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Collection[Row]

    def place(self, name: str) -> int:
        """Return where a column stands; KeyError when it does not."""
        for place, column in enumerate(self.columns):
            if column.name == name:
                return place
        raise KeyError(name)


@dataclass(frozen=True)
class Report:
    """Everything a report says; ``form`` is its mark such as BM1, "" without one.

    ``period`` and ``as_of`` say what the figures are of, ``unit`` and ``superior`` whose they
    are, ``file`` how its file is called (plain ASCII). ``facts`` are further texts and numbers
    a Word template can print.
    """

    name: str
    form: str
    title: str
    file: str
    period: str
    as_of: date
    unit: str
    superior: str
    made_by: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...]
    facts: Mapping[str, Any]

    @property
    def row_count(self) -> int:
        """The number of rows of all tables."""
        return sum(len(table.rows) for table in self.tables)


def shown(kind: Kind, value: Any) -> str:
    """Return a cell as Vietnamese papers print it; nothing for None."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if kind is Kind.PERCENT:
        return format_percent(value)
    if kind in (Kind.COUNT, Kind.MONEY) and isinstance(value, int | Decimal):
        return format_number(value)
    return str(value)


def percent_of(part: int | None, whole: int | None) -> Decimal | None:
    """Return percent points with one digit; None without a whole."""
    if part is None or not whole:
        return None
    return (Decimal(100) * part / whole).quantize(Decimal("0.1"))


class Totals:
    """Adds up the rows of a table while they pass by."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._sums: dict[str, int] = {c.name: 0 for c in table.columns if c.total}
        self._places = [(table.place(name), name) for name in self._sums]

    def add(self, row: Row) -> None:
        """Count a row in."""
        for place, name in self._places:
            value = row[place]
            if isinstance(value, int):
                self._sums[name] += value

    def values(self) -> dict[str, int | Decimal | None]:
        """Return the total of every column that has one."""
        found: dict[str, int | Decimal | None] = dict(self._sums)
        for column in self._table.columns:
            if column.ratio is not None:
                part, whole = column.ratio
                found[column.name] = percent_of(self._sums.get(part), self._sums.get(whole))
        return found


def totals_of(table: Table) -> dict[str, int | Decimal | None]:
    """Return the totals of a table; walks its rows."""
    totals = Totals(table)
    for row in table.rows:
        totals.add(row)
    return totals.values()
