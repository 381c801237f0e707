"""Files kept under their SHA-256 below the workspace: attachments, documents, parts of bundles.

A file is written beside its place, flushed and then renamed, so a name never stands for half a
file; it is checked against its name whenever it is read.
"""

import contextlib
import hashlib
import os
import re
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import Failed

_HASH = re.compile(r"[0-9a-f]{64}\Z")
_CHUNK = 1 << 20


class AttachmentStore:
    """A folder of files named by their content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # A batch is its thread's own: what another thread keeps meanwhile is kept at once.
        self._batch = threading.local()

    def path(self, sha256: str) -> Path:
        """Return where a file lies, whether it is there or not."""
        if not _HASH.match(sha256):
            raise ValueError("not a SHA-256")
        return self.folder / sha256[:2] / sha256

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Keep several files together: flushed side by side and put in their places at the end.

        Inside, what was put can be read already. When the block ends by an exception nothing of
        it is kept. Raises Failed SSK-111 when the files cannot be written.
        """
        if self.waiting is not None:
            yield
            return
        waiting: dict[str, Path] = {}
        self._batch.waiting = waiting
        try:
            yield
            with _told():
                _flush_side_by_side(list(waiting.values()))
                for sha256, temporary in waiting.items():
                    target = self.path(sha256)
                    target.parent.mkdir(exist_ok=True)
                    os.replace(temporary, target)
        finally:
            self._batch.waiting = None
            for temporary in waiting.values():
                with contextlib.suppress(OSError):
                    temporary.unlink()

    def _where(self, sha256: str) -> Path:
        """Return where a file lies now: a batch that goes on has it under another name."""
        return (self.waiting or {}).get(sha256) or self.path(sha256)

    def holds(self, sha256: str) -> bool:
        """Return whether a file of this name is there. Raises Failed SSK-110 when none can tell."""
        try:
            return self._where(sha256).is_file()
        except OSError as error:
            raise Failed("SSK-110", mark=sha256[:8]) from error

    def put(self, content: bytes) -> str:
        """Keep some bytes and return their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if not self._sound(sha256, len(content)):
            with self._new_file() as (file, place):
                file.write(content)
                place(sha256)
        return sha256

    def put_stream(self, source: BinaryIO) -> tuple[str, int]:
        """Keep a stream; return its SHA-256 and its size in bytes."""
        digest, size = hashlib.sha256(), 0
        with self._new_file() as (file, place):
            while chunk := source.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                file.write(chunk)
            place(digest.hexdigest())
        return digest.hexdigest(), size

    def read(self, sha256: str) -> bytes:
        """Return a file, checked. Raises Failed SSK-110 when it is missing or damaged."""
        try:
            content = self._where(sha256).read_bytes()
        except OSError as error:
            raise Failed("SSK-110", mark=sha256[:8]) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Failed("SSK-110", mark=sha256[:8])
        return content

    def discard(self, sha256: str) -> None:
        """Delete a file; one that is not there, or cannot be deleted now, is no error."""
        with contextlib.suppress(OSError):
            self.path(sha256).unlink()

    def open(self, sha256: str) -> BinaryIO:
        """Open a file for a reader that hashes what it reads and compares."""
        try:
            return self._where(sha256).open("rb")
        except OSError as error:
            raise Failed("SSK-110", mark=sha256[:8]) from error

    def size(self, sha256: str) -> int:
        """Return the size of a file in bytes."""
        try:
            return self._where(sha256).stat().st_size
        except OSError as error:
            raise Failed("SSK-110", mark=sha256[:8]) from error

    def fetch(self, sha256: str) -> Path:
        """Return where a file lies on this computer, for who needs a path."""
        return self._where(sha256)

    def all_kept(self) -> tuple[str, ...]:
        """Return the SHA-256 of every file of this folder, sorted."""
        found = self.folder.glob("??/*") if self.folder.is_dir() else ()
        return tuple(sorted(path.name for path in found if _HASH.match(path.name)))

    def _sound(self, sha256: str, size: int) -> bool:
        """Return whether a file is there in its size; what cannot be seen is written anew."""
        try:
            path = self._where(sha256)
            return path.is_file() and path.stat().st_size == size
        except OSError:
            return False

    @property
    def waiting(self) -> dict[str, Path] | None:
        """Files of a batch that goes on in this thread, by SHA-256; None outside of one."""
        waiting: dict[str, Path] | None = getattr(self._batch, "waiting", None)
        return waiting

    @contextlib.contextmanager
    def _new_file(self) -> Iterator[tuple[BinaryIO, "_Place"]]:
        temporary: str | None = None
        placed: _Place | None = None
        try:
            with _told():
                self.folder.mkdir(parents=True, exist_ok=True)
                handle, temporary = tempfile.mkstemp(prefix="new-", dir=self.folder)
                with os.fdopen(handle, "wb") as file:
                    placed = _Place(self, file, temporary)
                    yield file, placed
        finally:
            if temporary and not (placed and placed.waits):
                with contextlib.suppress(OSError):
                    os.unlink(temporary)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Failed("SSK-111", cause=error.strerror or "") from error


def _flush_side_by_side(paths: Sequence[Path]) -> None:
    """Flush files to the device, several at once: file systems join what is asked together."""
    with ThreadPoolExecutor(max_workers=8, thread_name_prefix="flush") as pool:
        list(pool.map(_flush, paths))


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


class _Place:
    """Puts a finished temporary file in its place."""

    def __init__(self, store: AttachmentStore, file: BinaryIO, temporary: str) -> None:
        self._store, self._file, self._temporary = store, file, temporary
        self.waits = False

    def __call__(self, sha256: str) -> None:
        waiting = self._store.waiting
        if waiting is not None:
            self._file.close()
            if sha256 in waiting:
                os.unlink(self._temporary)
            else:
                waiting[sha256] = Path(self._temporary)
                self.waits = True
            return
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        target = self._store.path(sha256)
        target.parent.mkdir(exist_ok=True)
        os.replace(self._temporary, target)
