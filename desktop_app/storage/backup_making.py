"""Making a backup: written beside its name, flushed, read back, opened again, then renamed.

A file of the stores is copied into a place once, however many backups refer to it. A new one is
read back whole from the device; of those an earlier backup brought, the size of all is looked at
and a sample is read (``full_check`` reads all). Whatever fails, earlier backups stay as they are.
"""

import contextlib
import os
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import AppError, BadFile, Failed
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.backup_book import BookFacts, check_book, copy_book
from desktop_app.storage.backup_places import (
    BOOK,
    GONE,
    NEW,
    About,
    Backup,
    Device,
    Step,
    Stored,
    free_name,
    read_backup,
    read_list,
    store_of,
    told,
    write_about,
    write_list,
)
from desktop_app.storage.database import Database
from desktop_app.storage.heights import Heights, higher
from desktop_app.storage.times import to_text

_SAMPLE = 20
"""Files of earlier backups read whole with each new one: 40 backups read 800 of them."""
_TOGETHER = 64
"""Files flushed side by side."""


@dataclass(frozen=True)
class Source:
    """What is backed up: the database, and the stores with their files."""

    database: Database
    stores: Mapping[str, AttachmentStore]
    program: str
    sign_key: str = ""
    heights: Heights | None = None


def make_backup(
    source: Source, place: Path, reason: str, moment: datetime, device: Device, step: Step
) -> Backup:
    """Make a backup and return it once it was proven.

    Raises Failed SSK-940 and SSK-941 when the place cannot be written or is full, SSK-942 when
    what was read back differs, SSK-106 for a damaged database; Cancelled. Then nothing is left of
    it but files a later backup finds there.
    """
    with told(place):
        place.mkdir(parents=True, exist_ok=True)
        clear_unfinished(place)
        name = free_name(place, moment, reason)
        with _made(place, name) as folder:
            facts = copy_book(source.database, folder / BOOK, step)
            book_sha256 = _proven_book(folder / BOOK, facts, device, step)
            files, damaged = _copy_files(source.stores, place, device, step)
            about = About(
                made_at=to_text(moment),
                reason=reason,
                program=source.program,
                schema=facts.schema,
                workspace_id=facts.workspace_id,
                own=facts.own,
                sign_key=source.sign_key,
                counts=facts.counts,
                files=len(files),
                files_size=sum(file.size for file in files),
                book_size=(folder / BOOK).stat().st_size,
                book_sha256=book_sha256,
                list_sha256=write_list(folder, files, device),
                damaged=damaged,
                numbers=higher(facts.heights, source.heights or Heights()),
            )
            write_about(folder, about, device)
            _put(folder, place / name, device)
        return read_backup(place / name)


def copy_backup(backup: Backup, place: Path, device: Device, step: Step) -> Backup:
    """Copy a proven backup to a second place, read back there. Raises as ``make_backup``."""
    if (place / backup.id).is_dir():
        return read_backup(place / backup.id)
    with told(place):
        place.mkdir(parents=True, exist_ok=True)
        clear_unfinished(place)
        wanted = read_list(backup)
        here = {"all": store_of(backup.place)}
        with _made(place, backup.id) as folder:
            _copy_plain(backup.path / BOOK, folder / BOOK, device, step)
            if device.digest_on_device(folder / BOOK, step) != backup.about.book_sha256:
                raise Failed("SSK-942")
            named = [Stored("all", mark, size) for mark, size in _unique(wanted).items()]
            _found, damaged = _copy_these(named, here, place, device, step)
            if damaged:
                raise BadFile("SSK-944", name=backup.id)
            write_list(folder, wanted, device)
            write_about(folder, backup.about, device)
            _put(folder, place / backup.id, device)
        return read_backup(place / backup.id)


def full_check(backup: Backup, device: Device, step: Step) -> None:
    """Read all of a backup from its device. Raises BadFile SSK-944, SSK-946."""
    files = _unique(read_list(backup))
    whole = backup.about.book_size + sum(files.values())
    try:
        if device.digest_on_device(backup.path / BOOK, step) != backup.about.book_sha256:
            raise BadFile("SSK-944", name=backup.id)
        facts = check_book(backup.path / BOOK, step)
        if facts.counts != backup.about.counts:
            raise BadFile("SSK-944", name=backup.id)
        done, store = backup.about.book_size, store_of(backup.place)
        for sha256, size in files.items():
            if device.digest_on_device(store.path(sha256), lambda _d, _w: None) != sha256:
                raise BadFile("SSK-944", name=backup.id)
            done += size
            step(done, whole)
    except OSError as error:
        raise BadFile("SSK-944", name=backup.id) from error


def clear_unfinished(place: Path) -> None:
    """Take away what a killed process left of its own unfinished work."""
    for pattern in (f"{NEW}*", f"{GONE}*"):
        for left in place.glob(pattern):
            shutil.rmtree(left, ignore_errors=True)
    for left in store_of(place).folder.glob("new-*"):
        with contextlib.suppress(OSError):
            left.unlink()


@contextlib.contextmanager
def _made(place: Path, name: str) -> Iterator[Path]:
    """Give a folder no list shows; whatever is left of it at the end is taken away."""
    folder = place / f"{NEW}{name}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _put(folder: Path, target: Path, device: Device) -> None:
    device.sync_folder(folder)
    os.replace(folder, target)
    device.sync_folder(target.parent)


def _proven_book(path: Path, facts: BookFacts, device: Device, step: Step) -> str:
    """Flush a copied database, read it from the device, open it again; return its SHA-256."""
    with path.open("rb+") as file:
        device.flush_to_device(file)
    sha256 = device.digest_on_device(path, step)
    try:
        found = check_book(path, step)
    except BadFile as error:
        raise Failed("SSK-942") from error
    if found != facts or device.digest_on_device(path, step) != sha256:
        raise Failed("SSK-942")
    return sha256


def _copy_plain(source: Path, target: Path, device: Device, step: Step) -> None:
    size = source.stat().st_size
    with source.open("rb") as reading, target.open("wb") as writing:
        while piece := reading.read(1 << 20):
            writing.write(piece)
            step(writing.tell(), size)
        writing.flush()
        device.flush_to_device(writing)


# Files


def _copy_files(
    stores: Mapping[str, AttachmentStore], place: Path, device: Device, step: Step
) -> tuple[list[Stored], tuple[str, ...]]:
    named = [
        Stored(name, sha256, _size_of(store, sha256))
        for name, store in stores.items()
        for sha256 in store.all_kept()
    ]
    return _copy_these(named, stores, place, device, step)


def _copy_these(
    named: Sequence[Stored],
    stores: Mapping[str, AttachmentStore],
    place: Path,
    device: Device,
    step: Step,
) -> tuple[list[Stored], tuple[str, ...]]:
    """Have these files in a place; return those that are there, and the marks of broken ones."""
    there, kept = _there(place), store_of(place)
    missing, earlier, damaged = list[Stored](), list[Stored](), list[str]()
    for file in named:
        size = there.get(file.sha256)
        if size is not None and size != file.size and not _proven(kept, file.sha256, device):
            size = None  # one of the two is broken, and it is ours
        if size is None:
            missing.append(file)
        else:
            earlier.append(replace(file, size=size))
    broken = {
        file.sha256
        for file in random.sample(earlier, min(_SAMPLE, len(earlier)))
        if not _proven(kept, file.sha256, device)
    }
    for sha256 in broken:
        kept.discard(sha256)
    found = [file for file in earlier if file.sha256 not in broken]
    missing += [file for file in earlier if file.sha256 in broken]
    whole, done = sum(file.size for file in missing) or 1, 0
    while missing:
        group, missing = missing[:_TOGETHER], missing[_TOGETHER:]
        with kept.batch():
            for file in group:
                taken = _take(stores[file.store], kept, file)
                if taken is None:
                    damaged.append(file.sha256)
                else:
                    found.append(taken)
                done += file.size
                step(min(done, whole), whole)
        for file in group:
            if file.sha256 not in damaged and not _proven(kept, file.sha256, device):
                kept.discard(file.sha256)
                raise Failed("SSK-942")
    order = sorted(found, key=lambda file: (file.store, file.sha256))
    return order, tuple(sorted(set(damaged)))


def _take(store: AttachmentStore, kept: AttachmentStore, file: Stored) -> Stored | None:
    """Copy a file; None for one that is broken or missing, looked at twice: the others go on."""
    for _time in range(2):
        try:
            reading = store.open(file.sha256)
        except Failed:
            continue
        with reading:
            sha256, size = kept.put_stream(_Broken(reading))  # type: ignore[arg-type]
        if sha256 == file.sha256:
            return replace(file, size=size)
        waiting = kept.waiting
        if waiting is not None and sha256 in waiting:
            waiting.pop(sha256).unlink(missing_ok=True)
    return None


class _Broken:
    """A file of the book that ends where it cannot be read: its hash tells that it is broken."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        """Return some bytes; none at the end and where the device gives none."""
        try:
            return self._file.read(size)
        except OSError:
            return b""


def _proven(store: AttachmentStore, sha256: str, device: Device) -> bool:
    try:
        return device.digest_on_device(store.path(sha256), lambda _d, _w: None) == sha256
    except OSError:
        return False


def _size_of(store: AttachmentStore, sha256: str) -> int:
    try:
        return store.size(sha256)
    except AppError:
        return 0


def _there(place: Path) -> dict[str, int]:
    """Return the files of a place with their sizes."""
    found: dict[str, int] = {}
    top = store_of(place).folder
    if not top.is_dir():
        return found
    for folder in os.scandir(top):
        if folder.is_dir() and len(folder.name) == 2:
            for entry in os.scandir(folder.path):
                found[entry.name] = entry.stat().st_size
    return found


def _unique(files: Sequence[Stored]) -> dict[str, int]:
    return {file.sha256: file.size for file in files}
