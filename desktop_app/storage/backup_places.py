"""A place where backups lie: one folder per backup, and the files they share below ``files``.

``<place>/<day>-<time>-<reason>/`` holds ``book.sqlite3``, ``files.txt`` (the files of the stores:
store, SHA-256, size) and ``backup.json``, written last. What begins with a point is not finished,
or on its way out, and no backup. What stands in a place is from outside: a stick may have been in
other computers.
"""

import errno
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from desktop_app.errors import BadFile, BadInput, Failed
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.heights import Heights, read_heights
from desktop_app.storage.times import from_text

BOOK, MANIFEST, LIST, FILES = "book.sqlite3", "backup.json", "files.txt", "files"
NEW, GONE = ".new-", ".gone-"
CLOSE, DAILY, IMPORT, MIGRATION, RESTORE, MOVE, BY_HAND = REASONS = (
    *("close", "daily", "import", "migration", "restore", "move", "by-hand"),
)
FORMAT, FORMAT_VERSION = "so-sang-kien-backup", 1
_NAME = re.compile(r"\d{8}-\d{6}-[a-z][a-z-]{0,20}(?:-\d{1,3})?\Z")
_LINE = re.compile(r"([a-z_]{1,20}) ([0-9a-f]{64}) (\d{1,15})\Z")
_LARGEST_MANIFEST = 5_000_000
_LARGEST_LIST = 500_000_000
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FULL_ON_WINDOWS = (39, 112)

Step = Callable[[int, int], None]


class Device(Protocol):
    """The device behind files, as ``exchange.reading_back`` has it."""

    def flush_to_device(self, file: BinaryIO) -> None:
        """Flush a file to its device."""

    def sync_folder(self, folder: Path) -> None:
        """Flush a folder's list of names."""

    def digest_on_device(self, path: Path, step: Step) -> str:
        """Return the SHA-256 of what the device holds of a file."""


@dataclass(frozen=True)
class Stored:
    """One file of a store a backup refers to."""

    store: str
    sha256: str
    size: int


@dataclass(frozen=True)
class About:
    """What a backup says of itself.

    ``counts``: rows of each table. ``damaged``: files of the book that were broken or missing when
    it was made and of which there was no earlier copy. ``numbers``: how far bundles and papers
    were numbered. ``own``: whose book it is; ``sign_key`` is the public key in use, "" when that
    is not known.
    """

    made_at: str
    reason: str
    program: str
    schema: str
    workspace_id: str
    own: Mapping[str, str]
    sign_key: str
    counts: Mapping[str, int]
    files: int
    files_size: int
    book_size: int
    book_sha256: str
    list_sha256: str
    damaged: tuple[str, ...]
    numbers: Heights


@dataclass(frozen=True)
class Backup:
    """A backup that was finished; ``id`` is the name of its folder."""

    id: str
    path: Path
    about: About

    @property
    def made_at(self) -> datetime:
        """When it was made."""
        return from_text(self.about.made_at)

    @property
    def place(self) -> Path:
        """The place it lies in."""
        return self.path.parent


def store_of(place: Path) -> AttachmentStore:
    """Return the files the backups of a place share."""
    return AttachmentStore(place / FILES)


def is_name(text: str) -> bool:
    """Return whether a text is the name of a backup's folder."""
    return bool(_NAME.match(text))


def free_name(place: Path, moment: datetime, reason: str) -> str:
    """Return a name no backup of the place has."""
    name = f"{moment:%Y%m%d-%H%M%S}-{reason}"
    numbered = (name if number == 1 else f"{name}-{number}" for number in range(1, 999))
    return next(each for each in numbered if not (place / each).exists())


def list_backups(place: Path) -> tuple[Backup, ...]:
    """Return the finished backups of a place, newest first; none where it cannot be seen."""
    try:
        names = [entry.name for entry in place.iterdir() if _NAME.match(entry.name)]
    except OSError:
        return ()
    found = []
    for name in names:
        try:
            found.append(read_backup(place / name))
        except BadFile:
            continue
    return tuple(sorted(found, key=lambda each: (each.about.made_at, each.id), reverse=True))


def find_backup(place: Path, key: str) -> Backup:
    """Return a backup by its name. Raises BadInput SSK-943, BadFile SSK-944, SSK-946."""
    if not is_name(key) or not (place / key).is_dir():
        raise BadInput("SSK-943", name=key)
    return read_backup(place / key)


def read_backup(path: Path) -> Backup:
    """Return a finished backup.

    Raises BadFile SSK-944 when what it says of itself cannot be read, SSK-946 when a newer program
    made it.
    """
    try:
        with (path / MANIFEST).open("rb") as file:
            value = json.loads(file.read(_LARGEST_MANIFEST))
        if value["format"] != FORMAT:
            raise ValueError(value["format"])
        if int(value["format_version"]) > FORMAT_VERSION:
            raise BadFile("SSK-946", program=str(value["program"])[:60])
        return Backup(path.name, path, _about(value))
    except (OSError, *_BROKEN) as error:
        raise BadFile("SSK-944", name=path.name) from error


def _about(value: Mapping[str, Any]) -> About:
    from_text(str(value["made_at"]))
    return About(
        str(value["made_at"]),
        str(value["reason"])[:20],
        str(value["program"])[:60],
        str(value["schema"])[:20],
        str(value["workspace_id"])[:60],
        {str(name): str(text)[:250] for name, text in value["own"].items()},
        str(value["sign_key"])[:200],
        {str(name): int(number) for name, number in value["counts"].items()},
        int(value["files"]),
        int(value["files_size"]),
        int(value["book_size"]),
        str(value["book_sha256"]),
        str(value["list_sha256"]),
        tuple(str(mark) for mark in value["damaged"]),
        read_heights(value["numbers"]),
    )


def write_about(folder: Path, about: About, device: Device) -> None:
    """Write what a backup says of itself, flushed and read back."""
    value = {"format": FORMAT, "format_version": FORMAT_VERSION, **asdict(about)}
    write_checked(folder / MANIFEST, json.dumps(value, ensure_ascii=False, indent=1), device)


def write_list(folder: Path, files: Iterable[Stored], device: Device) -> str:
    """Write the list of files; return its SHA-256."""
    lines = [f"{file.store} {file.sha256} {file.size}\n" for file in files]
    return write_checked(folder / LIST, "".join(lines), device)


def read_list(backup: Backup) -> tuple[Stored, ...]:
    """Return the files a backup refers to. Raises BadFile SSK-944 when the list is damaged."""
    try:
        with (backup.path / LIST).open("rb") as file:
            content = file.read(_LARGEST_LIST)
        lines = content.decode("ascii").splitlines()
    except (OSError, ValueError) as error:
        raise BadFile("SSK-944", name=backup.id) from error
    if hashlib.sha256(content).hexdigest() != backup.about.list_sha256:
        raise BadFile("SSK-944", name=backup.id)
    found = [_LINE.match(line) for line in lines]
    if not all(found):
        raise BadFile("SSK-944", name=backup.id)
    return tuple(Stored(m[1], m[2], int(m[3])) for m in found if m is not None)


def write_checked(path: Path, text: str, device: Device) -> str:
    """Write a new file, flushed and read back; return its SHA-256."""
    content = text.encode("utf-8")
    sha256 = hashlib.sha256(content).hexdigest()
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        device.flush_to_device(file)
    if device.digest_on_device(path, lambda _done, _whole: None) != sha256:
        raise Failed("SSK-942")
    return sha256


@contextmanager
def told(place: Path) -> Iterator[None]:
    """Turn what the system says into a told error: SSK-941 full, SSK-940 anything else."""
    try:
        yield
    except OSError as error:
        raise _told(place, error) from error
    except Failed as error:
        if error.code == "SSK-111" and isinstance(error.__cause__, OSError):
            raise _told(place, error.__cause__) from error
        raise


def _told(place: Path, error: OSError) -> Failed:
    full = error.errno in _FULL or getattr(error, "winerror", None) in _FULL_ON_WINDOWS
    shown = str(place)
    return Failed("SSK-941" if full else "SSK-940", place=shown, cause=error.strerror or "")
