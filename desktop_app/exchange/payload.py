"""Files that go into something carried: read, hashed on the way and compared with what is known."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from desktop_app.errors import Failed
from desktop_app.exchange.archive import ArchiveWriter, crc_of

_SMALL = 8 << 20
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Payload:
    """One file that goes in: its path inside, its size, its hash if known, and how to open."""

    path: str
    size: int
    sha256: str | None
    open: Callable[[], BinaryIO]


def pieces(part: Payload, most: int | None = None) -> Iterator[bytes]:
    """Give a file that goes in; one that cannot be read is not the target's fault: SSK-110."""
    try:
        with part.open() as file:
            while chunk := file.read(_CHUNK if most is None else most):
                yield chunk
    except OSError as error:
        raise Failed("SSK-110", mark=(part.sha256 or "")[:8]) from error


def hashed(chunks: Iterable[bytes], digest: Any) -> Iterator[bytes]:
    """Give pieces on, hashing them."""
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def compare(part: Payload, size: int, digest: str) -> None:
    """Refuse a file that is not what it was when it was kept: Failed SSK-110."""
    if size != part.size or (part.sha256 is not None and digest != part.sha256):
        raise Failed("SSK-110", mark=(part.sha256 or "")[:8])


def archived(writer: ArchiveWriter, name: str, part: Payload) -> Generator[bytes, None, str]:
    """Give a file as an entry of an archive; return its SHA-256.

    Small ones are read once, large ones a first time for their CRC.
    """
    if part.size <= _SMALL:
        content = b"".join(pieces(part, part.size + 1))
        digest = hashlib.sha256(content).hexdigest()
        compare(part, len(content), digest)
        yield from archived_bytes(writer, name, content)
        return digest
    crc, size, running = 0, 0, hashlib.sha256()
    for chunk in pieces(part):
        crc, size = crc_of(chunk, crc), size + len(chunk)
        running.update(chunk)
    compare(part, size, running.hexdigest())
    again = hashlib.sha256()
    yield from writer.add(name, size, crc, hashed(pieces(part), again))
    compare(part, size, again.hexdigest())
    return running.hexdigest()


def archived_bytes(writer: ArchiveWriter, name: str, content: bytes) -> Iterator[bytes]:
    """Give some bytes as an entry of an archive."""
    yield from writer.add(name, len(content), crc_of(content), [content])
