"""The word index of the lists, and marks of initiatives that are gone."""

from sqlalchemy import delete, exists, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import LikenessMark
from desktop_app.storage.tables import Initiative

_ROWS = """
SELECT i.code FROM initiative i
WHERE i.row NOT IN (SELECT id FROM initiative_search_docsize)
UNION ALL
SELECT '' FROM initiative_search_docsize d WHERE d.id NOT IN (SELECT row FROM initiative)
"""


def stale_search(session: Session, *, quick: bool) -> list[str]:
    """Return the codes of initiatives the index of words lacks, "" for others that are wrong.

    On a server the index is kept by the database itself. ``quick`` does not compare the words.
    """
    if session.get_bind().dialect.name != "sqlite":
        return []
    there = "SELECT 1 FROM sqlite_master WHERE name = 'initiative_search'"
    if session.scalar(text(there)) is None:
        return []  # told as a missing table
    try:
        found = [str(code) for (code,) in session.execute(text(_ROWS))]
        if found or quick:
            return found
        session.execute(
            text(
                "INSERT INTO initiative_search(initiative_search, rank) "
                "VALUES ('integrity-check', 1)"
            )
        )
    except DatabaseError:
        return [""]
    return []


def rebuild_search(session: Session) -> None:
    """Make the index of words anew from the rows."""
    session.execute(text("INSERT INTO initiative_search(initiative_search) VALUES ('rebuild')"))


def marks_of_nobody(session: Session) -> list[int]:
    """Return the rows marks are kept of that no initiative has any more."""
    here = exists().where(Initiative.row == LikenessMark.initiative_row)
    query = select(LikenessMark.initiative_row).where(~here).distinct()
    return sorted(session.scalars(query))


def drop_marks(session: Session, row: int) -> None:
    """Drop the marks of a row."""
    session.execute(delete(LikenessMark).where(LikenessMark.initiative_row == row))
