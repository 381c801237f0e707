"""The one sealed file a book moves to another computer in.

A stored ZIP of three entries, so that common tools open it too: a text for people, ``key.age`` (a
key made for this file, sealed with the passphrase) and ``book.tar.age`` (everything, sealed to
that key: a passphrase's own seal is made in memory and could not hold gigabytes). Written and read
as streams; the whole seal is checked before anything of it is used.
"""

import contextlib
import hashlib
import io
import re
import tarfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

import pyrage

from desktop_app.errors import BadFile, Failed
from desktop_app.exchange import sealing
from desktop_app.exchange.archive import Sink
from desktop_app.exchange.delivery import check_room, delivered, told_errors
from desktop_app.exchange.key_backup import check_passphrase

_README, _KEY, _BOOK = "DOC-TRUOC.txt", "key.age", "book.tar.age"
_TEXT = """Tệp này chứa toàn bộ một sổ sáng kiến để chuyển sang máy khác, niêm phong bằng mật khẩu.
Mở chương trình trên máy mới, chọn "Tôi chuyển từ máy khác", chọn tệp này và gõ mật khẩu.

A whole book of Sổ Sáng Kiến on its way to another computer, sealed with a passphrase.
Without the program:  age -d key.age > key.txt ; age -d -i key.txt book.tar.age | tar x
"""
_CHUNK = 1 << 20
_BLOCK = 512
_LARGEST_KEY = 10_000
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,90}(?:/[a-z0-9][a-z0-9._-]{0,90})?\Z")

Step = Callable[[int, int], None]


@dataclass(frozen=True)
class Entry:
    """A file that moves: its name, its size, how to read it."""

    name: str
    size: int
    open: Callable[[], BinaryIO]


def bytes_entry(name: str, content: bytes) -> Entry:
    """Return an entry of bytes at hand."""
    return Entry(name, len(content), lambda: io.BytesIO(content))


def write_move_file(
    target: Path, entries: Iterable[Entry], passphrase: str, size: int, step: Step
) -> Path:
    """Write the file, read it back, open it again; return where it is.

    ``size`` is about how much goes in. Raises BadInput SSK-600, SSK-601 for a weak passphrase,
    Failed SSK-41x when it cannot be written, SSK-418 when it does not open again as it was.
    """
    check_passphrase(passphrase)
    check_room(target.parent, size + size // 1000)
    identity = sealing.make_identity()
    key = bytes(pyrage.passphrase.encrypt(identity.encode("ascii"), _plain(passphrase)))
    with delivered(target.parent, target.name) as (file, delivery):
        counted, inside = _Counted(file), _Pieces(entries, size, step)
        with (
            told_errors(target),
            zipfile.ZipFile(cast(BinaryIO, counted), "w", zipfile.ZIP_STORED) as outer,
        ):
            for name, content in ((_README, _TEXT.encode("utf-8")), (_KEY, key)):
                outer.writestr(_fixed(name), content)
            with outer.open(_fixed(_BOOK), "w", force_zip64=True) as sealed:
                sealing.seal(inside, sealed, [sealing.recipient_of(identity)])
        written = delivery.finish(
            counted.digest.hexdigest(), lambda done, whole: step(whole + done, 3 * whole)
        )
    opened = _Hashed()
    try:
        with told_errors(target.parent):
            _open(
                written, passphrase, opened, lambda done, whole: step(2 * whole + done, 3 * whole)
            )
        if opened.digest.digest() != inside.digest.digest():
            raise BadFile("SSK-954")
    except BadFile as error:
        with contextlib.suppress(OSError):
            written.unlink()
        raise Failed("SSK-418", place=target.parent.name) from error
    except BaseException:
        with contextlib.suppress(OSError):
            written.unlink()  # stopped before it was proven
        raise
    return written


def looks_like_move_file(path: Path) -> bool:
    """Return whether a file seems to be one of a move, whatever its name says."""
    try:
        with zipfile.ZipFile(path) as outer:
            return {_KEY, _BOOK} <= set(outer.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def open_move_file(source: Path, passphrase: str, folder: Path, step: Step) -> "Moving":
    """Open a file of a move into a temporary one in a folder; its whole seal is checked.

    Raises BadFile SSK-954 for what is none, is cut short or damaged, SSK-605 for another
    passphrase; Failed SSK-41x when there is no room.
    """
    with told_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        check_room(folder, source.stat().st_size)
        opened = folder / "move.tar"
        try:
            with opened.open("wb") as file:
                _open(source, passphrase, file, step)
        except BaseException:
            opened.unlink(missing_ok=True)
            raise
    return Moving(opened)


@dataclass(frozen=True)
class Moving:
    """What was in the seal, in a temporary file."""

    path: Path

    def entries(self) -> Iterator[tuple[str, BinaryIO]]:
        """Give name and content of each entry. Raises BadFile SSK-954 for what we never write."""
        try:
            with told_errors(self.path.parent), tarfile.open(self.path, "r:") as archive:
                for member in archive:
                    content = archive.extractfile(member) if member.isreg() else None
                    if content is None or not _NAME.match(member.name):
                        raise BadFile("SSK-954")
                    with content:
                        yield member.name, content  # type: ignore[misc]
        except (tarfile.TarError, EOFError, ValueError) as error:
            raise BadFile("SSK-954") from error

    def close(self) -> None:
        """Take the temporary file away."""
        self.path.unlink(missing_ok=True)


def _open(source: Path, passphrase: str, target: Sink, step: Step) -> None:
    try:
        with zipfile.ZipFile(source) as outer:
            key, book = outer.getinfo(_KEY), outer.getinfo(_BOOK)
            stored = {key.compress_type, book.compress_type} == {zipfile.ZIP_STORED}
            if not stored or key.file_size > _LARGEST_KEY:
                raise BadFile("SSK-954")
            identity = _identity(outer.read(key), passphrase)
            with outer.open(book) as sealed:
                told = _Told(sealed, book.file_size, step)
                sealing.open_stream(told, identity, target)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, ValueError) as error:
        raise BadFile("SSK-954") from error
    except BadFile as error:
        raise error if error.code == "SSK-605" else BadFile("SSK-954") from error


def _identity(sealed: bytes, passphrase: str) -> str:
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, _plain(passphrase))).decode("ascii")
    except pyrage.DecryptError as error:
        wrong = str(error) == "Decryption failed"
        raise BadFile("SSK-605" if wrong else "SSK-954") from error


def _plain(passphrase: str) -> str:
    return unicodedata.normalize("NFC", passphrase)


def _fixed(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name)


class _Pieces:
    """A tar archive as a stream somebody reads, made piece by piece."""

    def __init__(self, entries: Iterable[Entry], size: int, step: Step) -> None:
        self.digest = hashlib.sha256()
        self._pieces, self._rest = self._made(entries), memoryview(b"")
        self._done, self._size, self._step = 0, max(size, 1), step

    def read(self, size: int = -1) -> bytes:
        """Return some bytes, none at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self.digest.update(piece)
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)

    def _made(self, entries: Iterable[Entry]) -> Iterator[bytes]:
        for entry in entries:
            about = tarfile.TarInfo(entry.name)
            about.size, about.mode = entry.size, 0o600
            yield about.tobuf(tarfile.PAX_FORMAT)
            left = entry.size
            with entry.open() as file:
                while left and (piece := file.read(min(_CHUNK, left))):
                    left -= len(piece)
                    self._done += len(piece)
                    self._step(min(self._done, self._size), 3 * self._size)
                    yield piece
            if left:
                raise Failed("SSK-110", mark=entry.name[-64:][:8])
            yield bytes(-entry.size % _BLOCK)
        yield bytes(2 * _BLOCK)


class _Counted:
    """A file that hashes what goes into it, and cannot be gone back in."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""
        self.digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Hand on what waits."""
        self._file.flush()


class _Hashed:
    """Takes bytes and keeps their hash alone."""

    def __init__(self) -> None:
        self.digest = hashlib.sha256()

    def write(self, data: bytes, /) -> int:
        """Take some bytes."""
        self.digest.update(data)
        return len(data)


class _Told:
    """A stream that tells how far it was read."""

    def __init__(self, file: object, size: int, step: Step) -> None:
        self._file, self._size, self._step, self._done = file, max(size, 1), step, 0

    def read(self, size: int) -> bytes:
        """Return some bytes, none at the end."""
        data = bytes(self._file.read(size))  # type: ignore[attr-defined]
        self._done += len(data)
        self._step(min(self._done, self._size), self._size)
        return data
