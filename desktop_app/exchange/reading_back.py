"""The device behind a file: flushed to it, and read from it instead of from memory.

Linux drops its cached pages first, macOS is told not to cache, Windows opens the file past its
cache. Where none of it can be had, the file is read as it is.
"""

import contextlib
import hashlib
import io
import mmap
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20


def flush_to_device(file: BinaryIO) -> None:
    """Flush a file to its device; macOS needs more than fsync for it (its fsync(2) says so)."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
            return
    os.fsync(file.fileno())


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


def digest_on_device(path: Path, step: Callable[[int, int], None]) -> str:
    """Return the SHA-256 of what the device holds of a file; ``step`` is told how far it is.

    Pieces are read into memory of the system's own pages, as reading past the cache of Windows
    needs it ("File Buffering"), and never at the odd place where the file ends.
    """
    digest, done = hashlib.sha256(), 0
    size = path.stat().st_size
    with _uncached(path) as file, mmap.mmap(-1, _CHUNK) as page, memoryview(page) as view:
        while done < size:
            count = file.readinto(page)
            if not count:
                break
            digest.update(view[:count])
            done += count
            step(done, size)
    return digest.hexdigest()


@contextmanager
def _uncached(path: Path) -> Iterator[io.FileIO]:
    """Open a file so that what is read comes from the device."""
    if os.name == "nt":
        with _uncached_on_windows(path) as opened:
            yield opened
        return
    with io.FileIO(path, "r") as file:
        if hasattr(os, "posix_fadvise"):
            with contextlib.suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_SEQUENTIAL)
        elif sys.platform == "darwin":
            import fcntl

            with contextlib.suppress(OSError):
                fcntl.fcntl(file.fileno(), fcntl.F_NOCACHE, 1)
        yield file


@contextmanager
def _uncached_on_windows(path: Path) -> Iterator[io.FileIO]:
    """Open past the cache: CreateFileW with FILE_FLAG_NO_BUFFERING, reads of whole sectors.

    Written to Microsoft's description; see packaging/README.md, "to check on Windows".
    """
    import ctypes
    import msvcrt

    generic_read, share_read, open_existing = 0x80000000, 0x1, 3
    no_buffering, sequential = 0x20000000, 0x08000000
    create = ctypes.windll.kernel32.CreateFileW  # type: ignore[attr-defined]
    create.restype = ctypes.c_void_p  # a handle is as wide as a pointer
    handle = create(
        str(path), generic_read, share_read, None, open_existing, no_buffering | sequential, None
    )
    if handle in (None, ctypes.c_void_p(-1).value):
        # The file system cannot do it (some network shares): read it the ordinary way.
        with io.FileIO(path, "r") as plain:
            yield plain
        return
    descriptor = msvcrt.open_osfhandle(handle, os.O_RDONLY)  # type: ignore[attr-defined]
    with io.FileIO(descriptor, "r") as file:
        yield file
