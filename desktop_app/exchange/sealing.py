"""Seals: age v1 files, opened whole and checked before any of it is looked at.

Any office can open one with ``age -d``. A seal is made for keys, or with a passphrase; the two
never mix (clarification 17). A passphrase's is for the rare case without a card: it is made and
opened in memory, so its size is limited.
"""

import contextlib
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

import pyrage

from desktop_app.errors import BadFile, NotAllowed
from desktop_app.exchange import seal_header
from desktop_app.exchange.archive import Sink

_CHUNK = 64 * 1024 + 16  # age seals 64 KiB at a time, each with a tag
_NONCE = 16
_START = 64
_SPACE = b" \t\r\n"
LARGEST_BY_PASSPHRASE = 60_000_000
_MOST_WORK = 20  # log2 of scrypt's N: 1 GiB of memory; age itself writes 18


class Source(Protocol):
    """Anything bytes can be read from."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; none at the end."""


def make_identity() -> str:
    """Return a new secret key as age writes it."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public key of a secret one: ``age1…``."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Return whether a text is a public key things can be sealed to."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except (pyrage.RecipientError, ValueError):
        return False


def is_sealed(head: bytes) -> bool:
    """Return whether a file's first bytes are those of a seal, in its binary or text form."""
    return head.startswith(seal_header.FAMILY) or _is_armoured(head)


def _is_armoured(head: bytes) -> bool:
    return head.lstrip(_SPACE).startswith(seal_header.ARMOUR_BEGINS)


class _Kept:
    """A stream that keeps what went wrong with it; pyrage would tell only the words of it."""

    def __init__(self, stream: object) -> None:
        self._stream = stream
        self.error: BaseException | None = None
        self.read_bytes = 0

    def _call(self, name: str, *arguments: object) -> object:
        try:
            return getattr(self._stream, name)(*arguments)
        except BaseException as error:
            self.error = self.error or error
            raise

    def read(self, size: int) -> object:
        data = self._call("read", size)
        assert isinstance(data, bytes)
        self.read_bytes += len(data)
        return data

    def write(self, data: bytes) -> object:
        return self._call("write", data)

    def flush(self) -> object:
        return self._call("flush") if hasattr(self._stream, "flush") else None


def seal(source: Source, target: Sink, recipients: Sequence[str]) -> None:
    """Read a stream to its end and write it sealed into another, piece by piece.

    What fails in either stream is raised as it was. Raises BadFile SSK-440 when there is no
    recipient, or one that is none.
    """
    try:
        keys = [pyrage.x25519.Recipient.from_str(text) for text in dict.fromkeys(recipients)]
    except (pyrage.RecipientError, ValueError) as error:
        raise BadFile("SSK-440") from error
    if not keys:
        raise BadFile("SSK-440")
    reading, writing = _Kept(source), _Kept(target)
    try:
        pyrage.encrypt_io(reading, writing, keys)
    except BaseException:
        _raise_kept(reading, writing)
        raise
    # What fails while pyrage empties its buffer at the end, it does not tell.
    _raise_kept(reading, writing)


def seal_by_passphrase(source: Source, target: Sink, passphrase: str) -> None:
    """Read a stream to its end and write it sealed with a passphrase.

    Raises NotAllowed SSK-447 when it is larger than such a seal may be.
    """
    content = bytearray()
    while piece := source.read(1 << 20):
        content += piece
        if len(content) > LARGEST_BY_PASSPHRASE:
            raise NotAllowed("SSK-447", size=LARGEST_BY_PASSPHRASE // 10**6)
    target.write(pyrage.passphrase.encrypt(bytes(content), passphrase))


def _raise_kept(*streams: _Kept) -> None:
    for stream in streams:
        if stream.error is not None:
            raise stream.error


def open_seal(
    source: Path,
    identities: Sequence[str],
    target: Sink,
    *,
    passphrase: str = "",
    temp_dir: Path | None = None,
    step: Callable[[int, int], None] = lambda _done, _whole: None,
) -> None:
    """Open a sealed file into another; the target holds nothing of use when this raises.

    Raises BadFile: SSK-440 an identity that is none, SSK-441 no seal, SSK-442 sealed for
    somebody else, SSK-443 cut short, SSK-444 damaged, SSK-445 sealed with a passphrase and none
    given, SSK-446 a kind of seal not in use here, SSK-448 the passphrase does not fit. ``step``
    is told how much of the file was read and may raise.
    """
    with contextlib.ExitStack() as stack:
        sealed: BinaryIO = stack.enter_context(source.open("rb"))
        if _is_armoured(sealed.read(_START)):
            sealed.seek(0)
            plain = stack.enter_context(tempfile.TemporaryFile(dir=temp_dir))
            seal_header.take_off_armour(sealed, plain)
            sealed = plain
        sealed.seek(0)
        stanzas = seal_header.read_header(sealed)
        header, size = sealed.tell(), sealed.seek(0, 2)
        sealed.seek(0)
        if seal_header.is_passphrase(stanzas) and not passphrase:
            raise BadFile("SSK-445")
        if size < header + _NONCE + 16:
            raise BadFile("SSK-443")  # even nothing, sealed, has a tag
        if seal_header.is_passphrase(stanzas):
            _open_by_passphrase(sealed, stanzas[0], passphrase, target)
            return
        _open(_Told(sealed, size, step), identities, target, header, size)


def open_stream(source: Source, identity: str, target: Sink) -> None:
    """Open a sealed stream into another; nothing of it is of use when this raises.

    Raises BadFile SSK-440 for an identity that is none, SSK-442 when it is not this one's, SSK-444
    for one that is damaged or cut short.
    """
    _open(source, [identity], target, 0, sys.maxsize)


def _open_by_passphrase(
    source: BinaryIO, stanza: seal_header.Stanza, passphrase: str, target: Sink
) -> None:
    if seal_header.work_of(stanza) > _MOST_WORK:
        raise BadFile("SSK-446")
    content = source.read(LARGEST_BY_PASSPHRASE + (1 << 20))
    if source.read(1):
        raise BadFile("SSK-421")
    try:
        opened = pyrage.passphrase.decrypt(content, passphrase)
    except pyrage.DecryptError as error:
        raise BadFile("SSK-448") from error
    target.write(opened)


class _Told:
    """A file that tells how far it was read."""

    def __init__(self, file: BinaryIO, size: int, step: Callable[[int, int], None]) -> None:
        self._file, self._size, self._step, self._done = file, size, step, 0

    def read(self, size: int) -> bytes:
        data = self._file.read(size)
        if self._done >> 20 != (self._done + len(data)) >> 20:
            self._step(self._done, self._size)
        self._done += len(data)
        return data


def _open(source: Source, identities: Sequence[str], target: Sink, header: int, size: int) -> None:
    try:
        keys = [pyrage.x25519.Identity.from_str(text) for text in identities]
    except (pyrage.IdentityError, ValueError) as error:
        raise BadFile("SSK-440") from error
    if not keys:
        raise BadFile("SSK-442")
    reading, writing = _Kept(source), _Kept(target)
    try:
        pyrage.decrypt_io(reading, writing, keys)
    except (pyrage.DecryptError, OSError) as error:
        _raise_kept(reading, writing)
        if "No matching keys" in str(error):
            raise BadFile("SSK-442") from error
        # Where several chunks were sound and only the very last is not, the end is missing; a
        # seal of one chunk says no more than that something is wrong with it.
        chunks = -(-(size - header - _NONCE) // _CHUNK)
        at_the_end = reading.read_bytes >= size
        raise BadFile("SSK-443" if chunks > 1 and at_the_end else "SSK-444") from error
    _raise_kept(reading, writing)
