"""A whole book copied from one database into another, and compared row by row.

The comparison is by count and by a sum of the hashes of all rows of a table: two databases may
give the rows in another order, the sum is the same.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Row, Select, func, insert, select, text
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import Base
from desktop_app.storage.server_link import LOCAL_SETTINGS

MOVED_AWAY = "moved_away"
"""The setting a book on a server has once it was taken back: nobody goes on writing there."""
_STAY = {"officer", "presence", "stored_file", "stored_piece"}
_CHUNK = 500
_WIDTH = 2**256
_KEPT = [table for table in Base.metadata.sorted_tables if table.name not in _STAY]


@dataclass(frozen=True)
class Contents:
    """What a table holds: how many rows, and the sum of their hashes."""

    rows: int
    mark: str


Digest = Mapping[str, Contents]
Counted = Callable[[int], None]


def digest(session: Session, counted: Counted = lambda _rows: None) -> Digest:
    """Return what each table of a book holds; officers and settings of a computer left out."""
    return {table.name: _sum(_rows(session, table), counted) for table in _KEPT}


def count(session: Session) -> int:
    """Return how many rows a book has."""
    return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in _KEPT)


def is_empty(session: Session) -> bool:
    """Return whether a database holds nothing of a book."""
    return all(session.execute(select(table).limit(1)).first() is None for table in _KEPT)


def copy(source: Session, target: Session, counted: Counted) -> Digest:
    """Copy every row, parents before children; return what was copied.

    The search index of either database is kept by the database itself while rows come in.
    """
    copied = {}
    for table in _KEPT:

        def passed(
            rows: Iterator[tuple[Any, ...]], table: Any = table
        ) -> Iterator[tuple[Any, ...]]:
            names, waiting = [column.name for column in table.columns], []
            for row in rows:
                waiting.append(dict(zip(names, row, strict=True)))
                if len(waiting) == _CHUNK:
                    target.execute(insert(table), waiting)
                    waiting.clear()
                yield row
            if waiting:
                target.execute(insert(table), waiting)

        copied[table.name] = _sum(passed(_rows(source, table)), counted)
    if target.get_bind().dialect.name != "sqlite":
        _go_on_numbering(target)
        # The server would count by itself some minutes later; until then a board of a large book
        # is planned as if it were empty, and takes a hundred times as long.
        target.execute(text("ANALYZE"))
    return copied


def _rows(session: Session, table: Any) -> Iterator[tuple[Any, ...]]:
    query: Select[Any] = select(table).order_by(*table.primary_key.columns)
    if table.name == "setting":
        query = query.where(table.c.name.not_in([*LOCAL_SETTINGS, MOVED_AWAY]))
    found: Iterator[Row[Any]] = iter(session.execute(query.execution_options(yield_per=_CHUNK)))
    return (tuple(row) for row in found)


def _sum(rows: Iterator[tuple[Any, ...]], counted: Counted) -> Contents:
    total = number = 0
    for row in rows:
        written = json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass")
        total += int.from_bytes(hashlib.sha256(written).digest(), "big")
        number += 1
        if number % _CHUNK == 0:
            counted(_CHUNK)
    counted(number % _CHUNK)
    return Contents(number, f"{total % _WIDTH:064x}")


def _go_on_numbering(session: Session) -> None:
    """Let the server number new rows after those that came with their numbers."""
    for table in _KEPT:
        for column in table.primary_key.columns:
            if column.autoincrement is True and isinstance(column.type, Integer):
                greatest = session.scalar(select(func.max(column))) or 0
                session.execute(
                    text("SELECT setval(pg_get_serial_sequence(:t, :c), :n, :used)"),
                    {
                        "t": table.name,
                        "c": column.name,
                        "n": max(greatest, 1),
                        "used": greatest > 0,
                    },
                )
