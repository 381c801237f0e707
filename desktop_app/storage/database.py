"""The database of a workspace: one writer at a time, every transaction whole or absent.

SQLite is opened with an explicit BEGIN (the driver's own habit keeps tables after a rollback),
synchronous FULL, and WAL only where SQLite is 3.51.3 or newer: older ones can lose the log when
two connections reset it at once (the WAL-reset bug), so they get a truncated rollback journal.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop_app.errors import Failed, NotAllowed

_WAL_IS_SAFE = sqlite3.sqlite_version_info >= (3, 51, 3)


def sqlite_pragmas() -> tuple[str, ...]:
    """Return the settings every SQLite connection begins with."""
    journal = "WAL" if _WAL_IS_SAFE else "TRUNCATE"
    return (
        f"PRAGMA journal_mode={journal}",
        "PRAGMA synchronous=FULL",
        "PRAGMA foreign_keys=ON",
        "PRAGMA busy_timeout=5000",
    )


class Database:
    """Readers and writers over one engine. SQLite by path, PostgreSQL by address."""

    def __init__(self, address: Path | str) -> None:
        url = (
            URL.create("sqlite", database=str(address))
            if isinstance(address, Path)
            else make_url(address)
        )
        self.path = address if isinstance(address, Path) else None
        self.engine = create_engine(url)
        if self.path is not None:
            _keep_sqlite_rules(self.engine)
        self._writing = self.engine.execution_options(writes=True)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.path is not None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session for reading; nothing it does is kept."""
        with self.told_errors(), Session(self.engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session for writing: committed at its end, rolled back on any exception."""
        with self.told_errors(), Session(self._writing) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def told_errors(self) -> Iterator[None]:
        """Turn what a person can mend (disk, lock, a second writer) into a told error."""
        try:
            yield
        except StaleDataError as error:
            raise NotAllowed("SSK-105") from error
        except DatabaseError as error:
            told = _told(error)
            if told is error:
                raise
            raise told from error


def _keep_sqlite_rules(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in sqlite_pragmas():
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


_SQLITE_CODES = {
    "SQLITE_FULL": "SSK-101",
    "SQLITE_BUSY": "SSK-102",
    "SQLITE_LOCKED": "SSK-102",
    "SQLITE_READONLY": "SSK-103",
    "SQLITE_CANTOPEN": "SSK-103",
    "SQLITE_IOERR": "SSK-104",
}


def _told(error: DatabaseError) -> Exception:
    """Return the told error for an SQLite trouble, or the error itself when it is our bug."""
    name = getattr(error.orig, "sqlite_errorname", "")
    for prefix, code in _SQLITE_CODES.items():
        if name.startswith(prefix):
            return Failed(code)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Failed("SSK-106")
    return error
