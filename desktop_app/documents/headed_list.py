"""A list whose columns are known by their headings, in any order: its lines as text.

The row of headings is looked for; titles above it are passed over. Headings may stand in two rows,
as below a merged one.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.documents.list_table import ListTable, read_list_table
from desktop_app.domain.text import fold, tidy

_MOST_SHEETS = 8
_HEAD_ROWS = 50
_LEAST_BELOW = 2
"""So many known headings make a second row of them: one may stand in a title by chance."""
_ASIDE = re.compile(r"\([^)]*\)|\*")


@dataclass(frozen=True)
class HeadedLine:
    """One line of a list; ``number`` is its row in the sheet, ``values`` go by column."""

    number: int
    values: dict[str, str]


Words = Mapping[str, Collection[str]]
"""Column → the folded words it may be headed by."""


def read_headed_list(
    child: LimitedChild,
    data: bytes,
    name: str,
    words: Words,
    is_head: Callable[[Collection[str]], bool],
) -> tuple[HeadedLine, ...] | None:
    """Return the lines below the headings, the fullest sheet first; None where no sheet has them.

    ``is_head`` says whether the columns found in a row are enough. Read in the limited child.
    Raises as ``read_list_table``.
    """
    table = read_list_table(child, data, name)
    for sheet in ("", *(other for other in table.sheets[:_MOST_SHEETS] if other != table.sheet)):
        if sheet:
            table = read_list_table(child, data, name, sheet)
        lines = _lines(table, words, is_head)
        if lines is not None:
            return lines
    return None


def _lines(
    table: ListTable, words: Words, is_head: Callable[[Collection[str]], bool]
) -> tuple[HeadedLine, ...] | None:
    rows = [(number, [_text(cell) for cell in row]) for number, row in table.rows]
    for place in range(min(_HEAD_ROWS, len(rows))):
        own = places_of(rows[place][1], words)
        below = rows[place + 1][1] if place + 1 < len(rows) else []
        if not is_head(own.values()) and is_head(places_of(below, words).values()):
            continue  # a title above the headings
        places, count = _head(own, rows[place][1], below, words)
        if is_head(places.values()):
            return tuple(_below(rows[place + count :], places))
    return None


def _below(
    rows: Sequence[tuple[int, Sequence[str]]], places: Mapping[int, str]
) -> Iterator[HeadedLine]:
    for number, cells in rows:
        values = {name: cells[place] for place, name in places.items() if place < len(cells)}
        if any(values.values()):
            yield HeadedLine(number, values)


def _head(
    own: dict[int, str], cells: Sequence[str], below: Sequence[str], words: Words
) -> tuple[dict[int, str], int]:
    """Return the columns of a row of headings, and how many rows they take: one or two.

    In two rows a cell without text of its own has that of the row above: merged downwards.
    """
    if len(places_of(below, words)) < _LEAST_BELOW:
        return own, 1
    wide = max(len(cells), len(below))
    high, low = ([*row, *[""] * (wide - len(row))] for row in (cells, below))
    both = places_of([lower or upper for upper, lower in zip(high, low, strict=True)], words)
    return (both, 2) if len(both) >= len(own) else (own, 1)


def places_of(cells: Sequence[str], words: Words) -> dict[int, str]:
    """Return which column stands in which place of a row of headings; each once, the first."""
    found: dict[int, str] = {}
    for place, cell in enumerate(cells):
        said = {fold(cell).strip(" .:*"), fold(_ASIDE.sub(" ", cell)).strip(" .:")} - {""}
        for name, known in words.items():
            if name not in found.values() and said & set(known):
                found[place] = name
                break
    return found


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    # A number that is not whole is written the Vietnamese way: 1.234 would read as a thousand.
    return str(cell).replace(".", ",") if isinstance(cell, float) else tidy(str(cell))
