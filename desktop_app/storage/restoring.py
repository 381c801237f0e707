"""A backup put in the place of a book: prepared beside it, then one rename.

Killed at any moment the book is the one before or the one restored, whole. A damaged database is
kept aside, with what SQLite had beside it.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from desktop_app.errors import BadFile, Failed
from desktop_app.storage import audit, schema
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.backup_places import BOOK, Backup, Device, Step, read_list, store_of
from desktop_app.storage.database import Database
from desktop_app.storage.heights import Heights
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.storage.tables import Tombstone

RESTORED = "restored"
"""The setting that says which backup a book was restored from, and the backup of the one before."""
_NEW = "book.restored.sqlite3"
_BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Carried:
    """What of the present book goes into a restored one.

    ``settings`` of this computer; ``counters`` so that no number is given twice; ``erased`` so
    that what was erased does not come back.
    """

    settings: Mapping[str, Any] = field(default_factory=dict)
    heights: Heights = field(default_factory=Heights)
    erased: Sequence[Mapping[str, Any]] = ()


def erased_here(database: Database) -> tuple[Mapping[str, Any], ...]:
    """Return the marks of what was erased from a book."""
    with database.read() as session:
        rows = session.execute(select(Tombstone.__table__)).mappings().all()
    return tuple(dict(row) for row in rows)


def bring_files(
    backup: Backup, stores: Mapping[str, AttachmentStore], without: Iterable[str], step: Step
) -> int:
    """Have every file of a backup in its store; return how many were missing or broken.

    Raises BadFile SSK-944 when one in the backup is broken, Failed SSK-111.
    """
    left_out, kept, brought = set(without), store_of(backup.place), 0
    files = read_list(backup)
    for place, file in enumerate(files):
        step(place, len(files))
        store = stores.get(file.store)
        if store is None or file.sha256 in left_out or _has(store, file.sha256, file.size):
            continue
        try:
            with kept.open(file.sha256) as reading:
                sha256, _size = store.put_stream(reading)
        except (Failed, OSError) as error:
            if isinstance(error, Failed) and error.code == "SSK-111":
                raise
            raise BadFile("SSK-944", name=backup.id) from error
        if sha256 != file.sha256:
            store.discard(sha256)
            raise BadFile("SSK-944", name=backup.id)
        brought += 1
    return brought


def _has(store: AttachmentStore, sha256: str, size: int) -> bool:
    """Return whether a store has a file whole; a damaged one is brought again."""
    try:
        return store.holds(sha256) and store.size(sha256) == size and bool(store.read(sha256))
    except Failed:
        return False


@dataclass(frozen=True)
class Proven:
    """A database that was looked through, and its SHA-256."""

    path: Path
    sha256: str


def prepare_book(
    source: Proven,
    folder: Path,
    carried: Carried,
    now: datetime,
    note: Mapping[str, str],
    device: Device,
    step: Step,
) -> Path:
    """Copy a proven database beside the book and make it ready; return where it is.

    It is brought up to date, numbers go on, erased things stay marked, the log says what was done.
    Raises Failed SSK-942 when what was written is not what was there.
    """
    target = folder / _NEW
    for beside in ("", *_BESIDE):
        (folder / f"{_NEW}{beside}").unlink(missing_ok=True)
    size = source.path.stat().st_size
    with source.path.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(1 << 20):
            writing.write(piece)
            step(writing.tell(), size)
        writing.flush()
        device.flush_to_device(writing)
    if device.digest_on_device(target, lambda _done, _whole: None) != source.sha256:
        raise Failed("SSK-942")
    database = Database(target)
    try:
        if not schema.is_current(database):
            schema.bring_up_to_date(database)
        with database.write() as session:
            for name, value in carried.settings.items():
                write_setting(session, name, value)
            for name, number in carried.heights.counters.items():
                write_setting(session, name, max(number, int(read_setting(session, name, 0))))
            known = {tuple(row) for row in session.execute(select(Tombstone.hash, Tombstone.kind))}
            fresh = [row for row in carried.erased if (row["hash"], row["kind"]) not in known]
            if fresh:
                session.execute(insert(Tombstone), [dict(row) for row in fresh])
            if note:
                write_setting(session, RESTORED, dict(note))
                audit.note(session, now, "restore", **note)
    finally:
        database.close()
    with target.open("rb+") as file:
        device.flush_to_device(file)
    return target


def put_in_place(folder: Path, prepared: Path, device: Device) -> None:
    """Let a prepared book be the book of a folder nobody has open. Raises Failed SSK-949."""
    book = folder / BOOK
    try:
        for beside in _BESIDE:
            # One with something in it belongs to the book before: it must not be played into this.
            left = folder / f"{BOOK}{beside}"
            if beside != "-shm" and left.exists() and left.stat().st_size:
                raise Failed("SSK-949", cause=left.name)
            left.unlink(missing_ok=True)
        os.replace(prepared, book)
        device.sync_folder(folder)
        for beside in _BESIDE:
            (folder / f"{_NEW}{beside}").unlink(missing_ok=True)
    except OSError as error:
        raise Failed("SSK-949", cause=error.strerror or "") from error


def keep_damaged(folder: Path, now: datetime) -> Path | None:
    """Copy a damaged database aside, with what lies beside it, and take that away.

    Somebody may still make something of it. Raises Failed SSK-949.
    """
    if not (folder / BOOK).exists():
        return None
    aside = folder / "damaged" / f"{now:%Y%m%d-%H%M%S}"
    try:
        aside.mkdir(parents=True, exist_ok=True)
        for beside in ("", *_BESIDE):
            found = folder / f"{BOOK}{beside}"
            if found.exists():
                shutil.copyfile(found, aside / found.name)
        for beside in _BESIDE:
            (folder / f"{BOOK}{beside}").unlink(missing_ok=True)
    except OSError as error:
        raise Failed("SSK-949", cause=error.strerror or "") from error
    return aside
