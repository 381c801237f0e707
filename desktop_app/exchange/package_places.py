"""Where a hand-over package is written: a folder, or the same as one stored ZIP.

Both are written beside their place, flushed, read back and compared, then renamed: whole or
absent. Every file is hashed on its way in; the list of hashes, SHA256SUMS, closes a package.
"""

import contextlib
import hashlib
import io
import os
import shutil
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from desktop_app.errors import Failed
from desktop_app.exchange.archive import ArchiveWriter
from desktop_app.exchange.delivery import Delivery, Step, delivered, told_errors
from desktop_app.exchange.payload import Payload, archived, compare, hashed, pieces
from desktop_app.exchange.reading_back import digest_on_device, flush_to_device, sync_folder

SUMS = "SHA256SUMS"
LONGEST_PATH = 259 if os.name == "nt" else 4095
"""Windows refuses longer ones ("Maximum Path Length Limitation")."""
_TRIES_TO_RENAME = 5


@dataclass(frozen=True)
class Listed:
    """A file of a package as its list of hashes has it."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class WrittenPackage:
    """A package that was written, read back and compared; ``sha256`` is of its SHA256SUMS.

    ``file_sha256`` is of the ZIP, "" for a folder.
    """

    path: Path
    files: int
    size: int
    sha256: str
    file_sha256: str = ""


class Place(Protocol):
    """Takes the files of a package."""

    listed: list[Listed]

    def add(self, part: Payload) -> Listed:
        """Take a file. Raises Failed SSK-41x when it cannot be written, SSK-110 when read."""

    def finish(self, step: Step) -> WrittenPackage:
        """Close the package with its list of hashes and bring it to its place."""


def add_bytes(place: Place, path: str, content: bytes) -> Listed:
    """Put some bytes into a package."""
    sha256 = hashlib.sha256(content).hexdigest()
    return place.add(Payload(path, len(content), sha256, lambda: io.BytesIO(content)))


def add_path(place: Place, path: str, source: Path) -> Listed:
    """Put a file of this computer into a package."""
    return place.add(Payload(path, source.stat().st_size, None, lambda: source.open("rb")))


def sums_of(listed: Sequence[Listed]) -> bytes:
    """Return a list of hashes as ``sha256sum -c`` reads it."""
    return "".join(f"{each.sha256}  {each.path}\n" for each in _sorted(listed)).encode("ascii")


def _sorted(listed: Sequence[Listed]) -> list[Listed]:
    return sorted(listed, key=lambda each: each.path)


# A folder


@contextmanager
def folder_place(to: Path, name: str) -> Iterator[Place]:
    """Give a folder on its way; when the block ends without ``finish`` nothing of it is left."""
    with told_errors(to):
        for stale in to.glob(f".ssk-{name}-*.part"):  # of an earlier process that was killed
            shutil.rmtree(stale, ignore_errors=True)
        beside = Path(tempfile.mkdtemp(prefix=f".ssk-{name}-", suffix=".part", dir=to))
    try:
        # Meant to be read by others; temporary folders begin for the owner alone.
        with contextlib.suppress(OSError):
            beside.chmod(0o755)
        yield _Folder(to, name, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


class _Folder:
    def __init__(self, to: Path, name: str, beside: Path) -> None:
        self._to, self._name, self._beside = to, name, beside
        self.listed: list[Listed] = []

    def add(self, part: Payload) -> Listed:
        """Write a file beside, hashing it on the way."""
        target = self._beside / part.path
        if len(str(target)) > LONGEST_PATH:
            raise Failed("SSK-416", place=self._to.name or str(self._to), cause="")
        digest, size = hashlib.sha256(), 0
        with told_errors(self._to):
            target.parent.mkdir(exist_ok=True)
            with target.open("xb") as file:
                for chunk in hashed(pieces(part), digest):
                    file.write(chunk)
                    size += len(chunk)
        compare(part, size, digest.hexdigest())
        self.listed.append(Listed(part.path, digest.hexdigest(), size))
        return self.listed[-1]

    def finish(self, step: Step) -> WrittenPackage:
        """Flush and read back every file, then rename the folder."""
        sums = sums_of(self.listed)
        add_bytes(self, SUMS, sums)
        whole = sum(each.size for each in self.listed)
        self._compare(step, whole)
        with told_errors(self._to):
            target = self._renamed()
            sync_folder(self._to)
        files = len(self.listed)
        return WrittenPackage(target, files, whole, hashlib.sha256(sums).hexdigest())

    def _compare(self, step: Step, whole: int) -> None:
        """Flush all, then read all back: what was flushed together lies on the device by then."""
        done = 0
        with told_errors(self._to):
            with ThreadPoolExecutor(max_workers=8, thread_name_prefix="flush") as pool:
                for _flushed in pool.map(_flush, [self._beside / e.path for e in self.listed]):
                    step(0, whole)
            for folder in {(self._beside / each.path).parent for each in self.listed}:
                sync_folder(folder)
            for each in self.listed:
                read = digest_on_device(self._beside / each.path, lambda *_: None)
                if read != each.sha256:
                    raise Failed("SSK-418", place=self._to.name or str(self._to))
                done += each.size
                step(done, whole)

    def _renamed(self) -> Path:
        """Rename the folder to its name, or the next free one; nothing there is replaced."""
        for number in range(1, 1000):
            target = self._to / (self._name if number == 1 else f"{self._name}_{number}")
            if os.path.lexists(target):
                continue
            for _try in range(_TRIES_TO_RENAME):
                try:
                    os.rename(self._beside, target)
                    return target
                except PermissionError:
                    # On Windows a virus scanner may still look at what was written.
                    if os.name != "nt" or _try == _TRIES_TO_RENAME - 1:
                        raise
                    pause()
        raise Failed("SSK-417", place=self._to.name or str(self._to), cause="")


def pause() -> None:
    """Wait a moment."""
    time.sleep(0.4)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        flush_to_device(file)


# One ZIP


@contextmanager
def file_place(to: Path, name: str) -> Iterator[Place]:
    """Give a ZIP on its way; every entry stored, the same files give the same bytes."""
    with delivered(to, f"{name}.zip") as (file, delivery):
        yield _File(name, file, delivery)


class _File:
    def __init__(self, name: str, file: BinaryIO, delivery: Delivery) -> None:
        self._name, self._file, self._delivery = name, file, delivery
        self._writer = ArchiveWriter()
        self.listed: list[Listed] = []

    def add(self, part: Payload) -> Listed:
        """Write a file into the archive, hashing it on the way."""
        digest = _written_into(
            self._file, archived(self._writer, f"{self._name}/{part.path}", part)
        )
        self.listed.append(Listed(part.path, digest, part.size))
        return self.listed[-1]

    def finish(self, step: Step) -> WrittenPackage:
        """Write the list of hashes and the directory of the archive; read all back."""
        sums = sums_of(self.listed)
        add_bytes(self, SUMS, sums)
        for piece in self._writer.close():
            self._file.write(piece)
        path = self._delivery.finish(self._writer.sha256, step)
        return WrittenPackage(
            path,
            len(self.listed),
            self._writer.size,
            hashlib.sha256(sums).hexdigest(),
            self._writer.sha256,
        )


def _written_into(file: BinaryIO, made: Generator[bytes, None, str]) -> str:
    """Write what a generator gives; return what it returns."""
    while True:
        try:
            file.write(next(made))
        except StopIteration as end:
            return str(end.value)
