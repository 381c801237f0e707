"""The database of a workspace: one writer at a time, every transaction whole or absent.

SQLite is opened with an explicit BEGIN (the driver's own habit keeps tables after a rollback),
synchronous FULL, and WAL only where SQLite is 3.51.3 or newer: older ones can lose the log when
two connections reset it at once (the WAL-reset bug), so they get a truncated rollback journal.

On an office's server (``server.py``) writers wait for each other in the same way, and a reader
sees one state of the book from its first question to its last, as with SQLite.
"""

import sqlite3
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop_app.errors import Failed, NotAllowed
from desktop_app.storage import server

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

    def __init__(self, address: Path | str | URL) -> None:
        self.path = address if isinstance(address, Path) else None
        self.url: URL | None = None
        if isinstance(address, Path):
            self.engine = create_engine(URL.create("sqlite", database=str(address)))
            _keep_sqlite_rules(self.engine)
            self._reading = self.engine
        else:
            self.url = server.parse_address(address) if isinstance(address, str) else address
            self.engine = server.engine_for(self.url)
            self._reading = self.engine.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
        self._writing = self.engine.execution_options(writes=True)
        self._held = threading.local()
        self.before_writing: Callable[[Session], None] | None = None
        """Asked at the beginning of each writing transaction: may raise, or say who writes."""
        self.after_writing: Callable[[Session], None] | None = None
        """Told after each writing transaction that was kept."""

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.path is not None

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session for reading; nothing it does is kept."""
        with self.told_errors(), Session(self._reading) as session:
            yield session

    @contextmanager
    def write(self, *, asked: bool = True) -> Iterator[Session]:
        """Give a session for writing: committed at its end, rolled back on any exception.

        ``asked`` False is for what any officer may write: asking to join, for instance.
        """
        with self.told_errors(), Session(self._writing) as session:
            with session.begin():
                if asked and self.before_writing is not None:
                    self.before_writing(session)
                yield session
            if self.after_writing is not None:
                self.after_writing(session)

    @contextmanager
    def jot(self) -> Iterator[Session]:
        """Give a session for notes nothing depends on, such as who looks at what; no waiting."""
        with self.told_errors(), Session(self.engine) as session, session.begin():
            yield session

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """Do something longer than a transaction while no other officer does the same.

        For what reads first and writes later: numbering files, taking files in. The server lets
        go of the name when this computer does, or when it dies. Raises Failed SSK-884 when
        somebody else goes on with it for over a minute. A book of one person needs none of it.
        """
        if self.is_sqlite or name in self._names:
            yield
            return
        number = zlib.crc32(name.encode("utf-8"))
        options = self.engine.execution_options(isolation_level="AUTOCOMMIT")
        with self.told_errors():
            connection = options.connect()
            try:
                connection.execute(text("SET lock_timeout = '60s'"))
                connection.execute(text("SELECT pg_advisory_lock(7, :n)"), {"n": number - 2**31})
                self._names.add(name)
            except BaseException:
                connection.invalidate()
                connection.close()
                raise
        try:
            yield
        finally:
            self._names.discard(name)
            # The connection is not used again: with it goes the lock, whatever happened to it.
            connection.invalidate()
            connection.close()

    @property
    def _names(self) -> set[str]:
        """What this thread holds alone now."""
        names: set[str] | None = getattr(self._held, "names", None)
        if names is None:
            names = self._held.names = set()
        return names

    def checkpoint(self) -> None:
        """Let everything stand in the one file of an embedded database, nothing beside it."""
        if self.is_sqlite:
            with self.told_errors(), self.engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

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
        except DBAPIError as error:
            told = told_by_sqlite(error.orig) if self.is_sqlite else server.told(error)
            if told is None:
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


def told_by_sqlite(error: BaseException | None) -> Failed | None:
    """Return the told error for an SQLite trouble, None when it is our bug."""
    name = getattr(error, "sqlite_errorname", "")
    for prefix, code in _SQLITE_CODES.items():
        if name.startswith(prefix):
            return Failed(code)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return Failed("SSK-106")
    return None
