"""The SQLite file of a book: its pages, its tables and guards, rows that hang on nothing."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from desktop_app.errors import AppError
from desktop_app.storage import schema
from desktop_app.storage.database import Database

_SEARCH = "initiative_search"
_MOST = 50
DERIVED = frozenset(
    {
        "draft_copy",
        "draft_step",
        "initiative_link",
        "likeness",
        "likeness_due",
        "likeness_text",
        "presence",
        "track_step",
    }
)
"""Tables of what is computed or only stands beside something: their rows may be set aside."""


def page_troubles(database: Database, *, quick: bool) -> list[str]:
    """Return what SQLite says is wrong with the file, nothing for a sound one.

    ``quick`` leaves out the comparison of indexes with their tables. The search index has a check
    of its own.
    """
    ask = "quick_check" if quick else "integrity_check"
    try:
        with database.read() as session:
            lines = session.execute(text(f"PRAGMA {ask}({_MOST})")).scalars().all()
    except (AppError, DatabaseError) as error:
        return [str(error)]
    return [line for line in map(str, lines) if line != "ok" and _SEARCH not in line]


def only_indexes(troubles: list[str]) -> bool:
    """Return whether building the indexes anew is all that is needed."""
    return all("index" in line and "btree" not in line.lower() for line in troubles)


def rebuild_indexes(session: Session) -> None:
    """Make every index anew from its table."""
    session.execute(text("REINDEX"))


def objects(session: Session) -> dict[tuple[str, str], str]:
    """Return the statements that made tables, indexes and triggers: (kind, name) → statement."""
    query = text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {
        (kind, name): sql
        for kind, name, sql in session.execute(query)
        if not (kind == "table" and name.startswith(f"{_SEARCH}_"))
    }


@cache
def objects_of_new_book() -> Mapping[tuple[str, str], str]:
    """Return the same of a book begun anew by this program."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        database = Database(Path(folder) / "new.sqlite3")
        try:
            schema.bring_up_to_date(database)
            with database.read() as session:
                return objects(session)
        finally:
            database.close()


def make_object(session: Session, statement: str) -> None:
    """Make an index, a trigger or the search index that is missing."""
    session.connection().exec_driver_sql(statement)


@dataclass(frozen=True)
class Hanging:
    """A row that names another which is not there."""

    table: str
    rowid: int
    parent: str


def hanging_rows(session: Session) -> list[Hanging]:
    """Return the rows whose other half is gone."""
    rows = session.execute(text("PRAGMA foreign_key_check"))
    found = {(table, rowid): parent for table, rowid, parent, _number in rows}
    return [Hanging(table, rowid, parent) for (table, rowid), parent in sorted(found.items())]


def take_row(session: Session, row: Hanging) -> Mapping[str, Any]:
    """Take a row out of its table and return what it held."""
    if row.table not in DERIVED:
        raise ValueError(row.table)
    given = {"rowid": row.rowid}
    kept = session.execute(text(f"SELECT * FROM {row.table} WHERE rowid = :rowid"), given)
    held = dict(kept.mappings().one())
    session.execute(text(f"DELETE FROM {row.table} WHERE rowid = :rowid"), given)
    return held
