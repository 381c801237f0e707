"""How much room a database takes, how much of it is free, and which originals no draft uses."""

import sqlite3
from contextlib import closing

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop_app.errors import Failed
from desktop_app.storage.database import Database
from desktop_app.storage.inspection.needed_files import HASH
from desktop_app.storage.tables import Draft, DraftCopy, DraftStep, Quarantined, Setting

_ORIGINAL = "original "


def database_size(database: Database) -> int:
    """Return how many bytes the database takes on its server, 0 for one in a file."""
    if database.is_sqlite:
        return 0
    with database.read() as session:
        return int(session.scalar(text("SELECT pg_database_size(current_database())")) or 0)


def free_inside(database: Database) -> int:
    """Return how many bytes of a SQLite file are free inside and can be given back."""
    if not database.is_sqlite:
        return 0
    with database.read() as session:
        pages = session.scalar(text("PRAGMA freelist_count")) or 0
        return int(pages) * int(session.scalar(text("PRAGMA page_size")) or 0)


def give_back(database: Database) -> None:
    """Give the free pages of a SQLite file back to the disk. Raises Failed SSK-957."""
    try:
        with closing(database.engine.raw_connection()) as connection:
            connection.cursor().execute("VACUUM")
    except sqlite3.Error as error:
        raise Failed("SSK-957", number=1) from error


def idle_originals(session: Session) -> dict[str, str]:
    """Return the originals kept for pictures no draft has any more: setting → hash of the file.

    Drafts that were thrown away and can be brought back count as drafts, and so does undo.
    """
    used: set[str] = set()
    for column in (Draft.answers, DraftCopy.answers, DraftStep.value):
        for written in session.scalars(select(column).execution_options(yield_per=300)):
            used.update(HASH.findall(written))
    found: dict[str, str] = {}
    for name, value in session.execute(select(Setting.name, Setting.value)):
        if name.startswith("deleted "):
            used.update(HASH.findall(value))
        elif name.startswith(_ORIGINAL):
            found.update((name, mark) for mark in HASH.findall(value))
    return {name: mark for name, mark in found.items() if name[len(_ORIGINAL) :] not in used}


def waiting_copies(session: Session) -> set[str]:
    """Return the hashes of the files that are set aside and still wait."""
    return set(session.scalars(select(Quarantined.sha256)))
