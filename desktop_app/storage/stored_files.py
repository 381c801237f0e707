"""Files of an office kept in its database, for offices without a shared folder.

What is here too is a copy: a file is put into the database in pieces when it is kept, and fetched
and checked when it is first read on another computer. Everything else is as in ``attachments.py``.
"""

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from desktop_app.errors import Failed
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.database import Database
from desktop_app.storage.desk_tables import StoredFile, StoredPiece

_PIECE = 1 << 20


class DatabaseStore(AttachmentStore):
    """A store whose files lie in the database; ``folder`` holds this computer's copies."""

    def __init__(self, folder: Path, database: Database, name: str) -> None:
        super().__init__(folder)
        self._database = database
        self._name = name

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Keep several files together, as in a folder; they go to the database at the end."""
        if self.waiting is not None:
            yield
            return
        with super().batch():
            yield
            put: list[str] = list(self.waiting or ())
            for sha256 in put:
                self.publish(sha256)

    def put(self, content: bytes) -> str:
        """Keep some bytes and return their SHA-256."""
        sha256 = super().put(content)
        if self.waiting is None or sha256 not in self.waiting:
            self.publish(sha256)
        return sha256

    def put_stream(self, source: BinaryIO) -> tuple[str, int]:
        """Keep a stream; return its SHA-256 and its size in bytes."""
        sha256, size = super().put_stream(source)
        if self.waiting is None:
            self.publish(sha256)
        return sha256, size

    def holds(self, sha256: str) -> bool:
        """Return whether a file of this name is here or in the database."""
        if super().holds(sha256):
            return True
        with self._database.read() as session:
            return session.get(StoredFile, (self._name, sha256)) is not None

    def read(self, sha256: str) -> bytes:
        """Return a file, checked; a damaged copy is fetched again."""
        self._fetch(sha256)
        try:
            return super().read(sha256)
        except Failed:
            super().discard(sha256)
            self._fetch(sha256)
            return super().read(sha256)

    def open(self, sha256: str) -> BinaryIO:
        """Open a file for a reader that hashes what it reads and compares."""
        self._fetch(sha256)
        return super().open(sha256)

    def size(self, sha256: str) -> int:
        """Return the size of a file in bytes."""
        if super().holds(sha256):
            return super().size(sha256)
        with self._database.read() as session:
            row = session.get(StoredFile, (self._name, sha256))
            if row is None:
                raise Failed("SSK-110", mark=sha256[:8])
            return row.size

    def discard(self, sha256: str) -> None:
        """Delete a file from the database and here."""
        super().discard(sha256)
        with self._database.jot() as session:
            for table in (StoredPiece, StoredFile):
                session.execute(
                    delete(table).where(table.store == self._name, table.sha256 == sha256)
                )

    def fetch(self, sha256: str) -> Path:
        """Return where a file lies here, fetched when it was not. Raises Failed SSK-110."""
        self._fetch(sha256)
        return self.path(sha256)

    def all_stored(self) -> tuple[str, ...]:
        """Return the SHA-256 of every file in the database."""
        with self._database.read() as session:
            query = select(StoredFile.sha256).where(StoredFile.store == self._name)
            return tuple(session.scalars(query.order_by(StoredFile.sha256)))

    def publish(self, sha256: str) -> None:
        """Put a file that lies here into the database, unless it is there."""
        # Not by the one writer: the person's own transaction may be the one that goes on. Two
        # officers may keep the same file: the second one's pieces fall on the first one's.
        with self._database.jot() as session:
            if session.get(StoredFile, (self._name, sha256)) is not None:
                return
            size = 0
            with super().open(sha256) as file:
                for number, piece in enumerate(iter(lambda: file.read(_PIECE), b"")):
                    size += len(piece)
                    _add(session, StoredPiece, number=number, content=piece, **self._key(sha256))
            _add(session, StoredFile, size=size, **self._key(sha256))

    def _key(self, sha256: str) -> dict[str, str]:
        return {"store": self._name, "sha256": sha256}

    def _fetch(self, sha256: str) -> None:
        if super().holds(sha256):
            return
        digest = hashlib.sha256()
        with self._new_file() as (file, place), self._database.read() as session:
            if session.get(StoredFile, (self._name, sha256)) is None:
                raise Failed("SSK-110", mark=sha256[:8])
            query = (
                select(StoredPiece.content)
                .where(StoredPiece.store == self._name, StoredPiece.sha256 == sha256)
                .order_by(StoredPiece.number)
                .execution_options(yield_per=1)
            )
            for piece in session.scalars(query):
                digest.update(piece)
                file.write(piece)
            if digest.hexdigest() != sha256:
                raise Failed("SSK-110", mark=sha256[:8])
            place(sha256)


def _add(session: Session, table: type[StoredPiece] | type[StoredFile], **values: Any) -> None:
    session.execute(insert(table).values(values).on_conflict_do_nothing())
