"""Writing a file that must arrive: beside its place, flushed, read back, compared, then renamed.

Whatever fails, nothing half-written is left under the wanted name and nothing there is replaced.
"""

import contextlib
import errno
import hashlib
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import Failed

Step = Callable[[int, int], None]
_CHUNK = 1 << 20

_CODES = {
    errno.ENOSPC: "SSK-412",
    errno.EDQUOT: "SSK-412",
    errno.EROFS: "SSK-413",
    errno.EACCES: "SSK-413",
    errno.EPERM: "SSK-413",
    errno.ENOENT: "SSK-414",
    errno.ENOTDIR: "SSK-414",
    errno.ENODEV: "SSK-414",
    errno.ENXIO: "SSK-414",
    errno.EFBIG: "SSK-415",
    errno.ENAMETOOLONG: "SSK-416",
}


@contextmanager
def told_errors(place: Path) -> Iterator[None]:
    """Turn a refusal of the system into a told error: full, read-only, gone, too large."""
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, "SSK-417")
        raise Failed(code, place=place.name or str(place), cause=error.strerror or "") from error


@contextmanager
def delivered(folder: Path) -> Iterator[tuple[BinaryIO, "Delivery"]]:
    """Give a file beside its place and the steps that bring it there.

    When the block ends without ``finish`` having been called, nothing is left behind.
    """
    temporary: Path | None = None
    try:
        with told_errors(folder):
            for stale in folder.glob(".ssk-*.part"):
                # Left by a process that was killed; nothing else is called so.
                with contextlib.suppress(OSError):
                    stale.unlink()
            handle, name = tempfile.mkstemp(prefix=".ssk-", suffix=".part", dir=folder)
            temporary = Path(name)
            # Meant to be carried and read by others; temporary files begin for the owner alone.
            with contextlib.suppress(OSError):
                temporary.chmod(0o644)
            with os.fdopen(handle, "w+b") as file:
                yield file, Delivery(folder, file, temporary)
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


class Delivery:
    """The last steps of a file on its way."""

    def __init__(self, folder: Path, file: BinaryIO, temporary: Path) -> None:
        self._folder, self._file, self._temporary = folder, file, temporary

    def finish(self, name: str, sha256: str, step: Step) -> Path:
        """Flush to the device, read back, compare, rename; return where the file is now.

        An equal file of that name is left in place; a different one is never replaced: the next
        free name is taken. Raises Failed SSK-418 when what was read back differs.
        """
        with told_errors(self._folder):
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            if _read_back(self._temporary, step) != sha256:
                raise Failed("SSK-418", place=self._folder.name)
            target = _free_place(self._folder, name, sha256)
            if not target.exists():
                os.replace(self._temporary, target)
            sync_folder(self._folder)
        return target


def _free_place(folder: Path, name: str, sha256: str) -> Path:
    stem, dot, endings = name.partition(".")
    for number in range(1, 1000):
        numbered = name if number == 1 else f"{stem}_{number}{dot}{endings}"
        place = folder / numbered
        if not place.exists() or _digest(place) == sha256:
            return place
    raise Failed("SSK-417", place=folder.name, cause="")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_back(path: Path, step: Step) -> str:
    """Read a file from the device, not from memory, and return its SHA-256.

    Linux drops its cached pages first; Windows opens the file past its cache. Where neither can
    be had the file is read as it is.
    """
    digest, done = hashlib.sha256(), 0
    size = path.stat().st_size
    with _uncached(path) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            step(done, size)
    return digest.hexdigest()


@contextmanager
def _uncached(path: Path) -> Iterator[BinaryIO | io.FileIO]:
    if os.name == "nt":
        with _uncached_on_windows(path) as file:
            yield file
        return
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            with contextlib.suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        yield file


@contextmanager
def _uncached_on_windows(path: Path) -> Iterator[BinaryIO | io.FileIO]:
    """Open past the cache: CreateFileW with FILE_FLAG_NO_BUFFERING, reads of whole sectors.

    Written to Microsoft's description ("File Buffering"); see packaging/README.md, "to check on
    Windows". Buffers of 1 MiB from Python's allocator are page-aligned, as the flag asks.
    """
    import ctypes
    import msvcrt

    generic_read, share_read, open_existing = 0x80000000, 0x1, 3
    no_buffering, sequential = 0x20000000, 0x08000000
    handle = ctypes.windll.kernel32.CreateFileW(  # type: ignore[attr-defined]
        str(path), generic_read, share_read, None, open_existing, no_buffering | sequential, None
    )
    if handle in (-1, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF):
        # The file system cannot do it (some network shares): read it the ordinary way.
        with path.open("rb") as plain:
            yield plain
        return
    descriptor = msvcrt.open_osfhandle(handle, os.O_RDONLY)  # type: ignore[attr-defined]
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        yield file


def sync_folder(folder: Path) -> None:
    """Flush a folder's list of names, where the system can."""
    if os.name == "nt":
        return  # Windows keeps names with the file; a folder cannot be opened for it
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_file(target: Path, content: bytes, step: Step = lambda _done, _whole: None) -> Path:
    """Write a whole file the same careful way, making its folder; return where it is."""
    with told_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with delivered(target.parent) as (file, delivery):
        file.write(content)
        return delivery.finish(target.name, hashlib.sha256(content).hexdigest(), step)
