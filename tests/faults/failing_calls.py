"""Calls of the system that fail once: the n-th of those an action makes, in a way it may fail.

Files are given a raw layer that fails, below Python's own buffers, so that a short write is met
where the system would make one. Statements and commits fail as SQLite says it.
"""

import builtins
import errno
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import desktop_app

SHORT = "short"
FAILURES: dict[str, tuple[int | str, ...]] = {
    "open": (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO, errno.EMFILE),
    "write": (errno.ENOSPC, errno.EIO, SHORT),
    "read": (errno.EIO, SHORT),
    "fsync": (errno.EIO, errno.ENOSPC),
    "replace": (errno.EACCES, errno.EROFS, errno.EIO),
    "unlink": (errno.EACCES, errno.EIO),
    "stat": (errno.EIO, errno.EACCES),
    "lstat": (errno.EIO,),
    "statvfs": (errno.EIO,),
    "mkdir": (errno.ENOSPC, errno.EROFS),
    "scandir": (errno.EIO, errno.EACCES),
    "chmod": (errno.EPERM,),
    "statement": ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_READONLY"),
    "query": ("SQLITE_IOERR_READ", "SQLITE_BUSY"),
    "commit": ("SQLITE_FULL", "SQLITE_IOERR_FSYNC"),
}
"""Call → the ways it fails: a number of errno.h, a name of SQLite, or less done than asked."""

_PROGRAM = str(Path(desktop_app.__file__).parent)
_NOT_OURS = (".lock", ".lock.json", "program.log")
_FileIO = io.FileIO


class Calls:
    """Counts the calls made while it listens; makes one of them fail."""

    def __init__(self) -> None:
        self.listening, self.made = False, list[str]()
        self.place, self.turn, self.failed = -1, 0, ""
        self.failure: int | str = ""

    @contextmanager
    def listen(self, place: int = -1, turn: int = 0) -> Iterator[None]:
        """Listen from here on; with ``place`` that call, counted from 0, fails.

        ``turn`` says in which of the ways such a call may fail.
        """
        self.made, self.place, self.turn, self.failed = [], place, turn, ""
        self.listening = True
        try:
            yield
        finally:
            self.listening = False

    def short(self, kind: str, path: Any = "") -> bool:
        """Count a call; raise if it must fail; return whether it must do less than asked."""
        if not self.listening or str(path).endswith(_NOT_OURS):
            return False
        if str(path).startswith(_PROGRAM):
            return False  # the program's own files: without them nothing could tell anything
        self.made.append(kind)
        if len(self.made) - 1 != self.place:
            return False
        self.failed, self.failure = kind, FAILURES[kind][self.turn % len(FAILURES[kind])]
        if self.failure == SHORT:
            return True
        if isinstance(self.failure, int):
            raise OSError(self.failure, os.strerror(self.failure), str(path))
        error = sqlite3.OperationalError(f"a test lets it fail: {self.failure}")
        error.sqlite_errorname = str(self.failure)
        raise error

    def patch(self, patch: pytest.MonkeyPatch) -> None:
        """Put the counting calls in the place of the real ones."""
        calls = self

        class Raw(_FileIO):
            """A file as the system gives it."""

            def __init__(self, file: Any, *more: Any, **named: Any) -> None:
                if not named.get("opener"):
                    calls.short("open", file)
                super().__init__(file, *more, **named)

            def write(self, data: Any) -> int:
                if calls.short("write", self.name):
                    data = memoryview(data).cast("B")[: max(1, memoryview(data).nbytes // 2)]
                return super().write(data)

            def readinto(self, target: Any) -> int:
                if calls.short("read", self.name):
                    target = memoryview(target)[: max(1, len(target) // 2)]
                return super().readinto(target)

            def readall(self) -> bytes:
                calls.short("read", self.name)
                return super().readall()

            def read(self, size: int = -1) -> bytes:
                calls.short("read", self.name)
                return super().read(size)

        def opened(
            file: Any,
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            closefd: bool = True,
            opener: Callable[..., int] | None = None,
        ) -> Any:
            raw = Raw(file, mode.replace("b", "").replace("t", ""), closefd, opener=opener)
            if buffering == 0:
                return raw
            if "+" in mode:
                buffered: Any = io.BufferedRandom(raw)
            elif "r" in mode:
                buffered = io.BufferedReader(raw)
            else:
                buffered = io.BufferedWriter(raw)
            if "b" in mode:
                return buffered
            return io.TextIOWrapper(buffered, encoding or "utf-8", errors, newline)

        patch.setattr(io, "FileIO", Raw)
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)
        for name in ("replace", "unlink", "stat", "lstat", "statvfs", "mkdir", "scandir", "chmod"):
            patch.setattr(os, name, self._counted(name, getattr(os, name)))
        patch.setattr(os, "open", self._counted("open", os.open))
        patch.setattr(os, "fsync", self._counted("fsync", lambda _file: None))
        patch.setattr(sqlite3.dbapi2, "connect", self._connect)

    def _counted(self, kind: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.short(kind, given[0] if given else "")
            return real(*given, **named)

        return call

    def _connect(self, *given: Any, **named: Any) -> sqlite3.Connection:
        calls = self

        class Cursor(sqlite3.Cursor):
            def execute(self, sql: str, *more: Any) -> Any:
                calls.short("query" if sql.lstrip()[:6].upper() in _READS else "statement")
                return super().execute(sql, *more)

            def executemany(self, sql: str, *more: Any) -> Any:
                calls.short("statement")
                return super().executemany(sql, *more)

        class Connection(sqlite3.Connection):
            def cursor(self, factory: Any = Cursor) -> Any:
                return super().cursor(factory)

            def commit(self) -> None:
                calls.short("commit")
                super().commit()

        return _real_connect(*given, **named, factory=Connection)


_READS = ("SELECT", "BEGIN", "PRAGMA")
_real_connect = sqlite3.dbapi2.connect
