"""ZIP archives written as a stream: the same content gives the same bytes.

Every entry stored, one fixed time, ASCII names, no data descriptors, ZIP64 where needed (PKWARE
APPNOTE 4.3 and 4.5.3). Reading is the subject of ``archive_reading``.
"""

import hashlib
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

_TIME, _DATE = 0, (0 << 9) | (1 << 5) | 1  # 1980-01-01 00:00, the first a ZIP can say
_NEEDS_ZIP64 = 0xFFFFFFFF
_VERSION, _VERSION_ZIP64 = 20, 45
_UNIX = 3 << 8


class Sink(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


class ArchiveWriter:
    """Makes an archive of stored entries, one after another, as pieces for somebody to write.

    ``size`` is of what was given out so far, ``sha256`` of the whole once ``close`` is through.
    """

    def __init__(self) -> None:
        self._central: list[bytes] = []
        self._digest = hashlib.sha256()
        self.size = 0

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was given out, in hexadecimal digits."""
        return self._digest.hexdigest()

    def add(self, name: str, size: int, crc: int, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Give an entry whose size and CRC-32 are known; the chunks must make them up."""
        offset, encoded = self.size, name.encode("ascii")
        large = size >= _NEEDS_ZIP64
        extra = struct.pack("<HHQQ", 1, 16, size, size) if large else b""
        shown = _NEEDS_ZIP64 if large else size
        version = _VERSION_ZIP64 if large else _VERSION
        fixed = (version, 0, 0, _TIME, _DATE, crc, shown, shown, len(encoded), len(extra))
        yield self._out(struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *fixed) + encoded + extra)
        for chunk in chunks:
            yield self._out(chunk)
        self._central.append(_central_entry(encoded, size, crc, offset))

    def close(self) -> Iterator[bytes]:
        """Give the central directory and the end of the archive."""
        start = self.size
        for entry in self._central:
            yield self._out(entry)
        length, count = self.size - start, len(self._central)
        if start >= _NEEDS_ZIP64 or length >= _NEEDS_ZIP64 or count >= 0xFFFF:
            made = (_UNIX | _VERSION_ZIP64, _VERSION_ZIP64, 0, 0, count, count, length, start)
            record = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, *made)
            yield self._out(record + struct.pack("<4sIQI", b"PK\x06\x07", 0, self.size, 1))
        shown = min(count, 0xFFFF)
        places = (min(length, _NEEDS_ZIP64), min(start, _NEEDS_ZIP64))
        yield self._out(struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, shown, shown, *places, 0))

    def _out(self, data: bytes) -> bytes:
        self._digest.update(data)
        self.size += len(data)
        return data


def _central_entry(name: bytes, size: int, crc: int, offset: int) -> bytes:
    wide = [value for value in (size, size, offset) if value >= _NEEDS_ZIP64]
    extra = struct.pack(f"<HH{len(wide)}Q", 1, 8 * len(wide), *wide) if wide else b""
    version = _VERSION_ZIP64 if wide else _VERSION
    return (
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            b"PK\x01\x02",
            _UNIX | version,
            version,
            0,
            0,
            _TIME,
            _DATE,
            crc,
            min(size, _NEEDS_ZIP64),
            min(size, _NEEDS_ZIP64),
            len(name),
            len(extra),
            0,
            0,
            0,
            (stat.S_IFREG | 0o644) << 16,
            min(offset, _NEEDS_ZIP64),
        )
        + name
        + extra
    )


def crc_of(data: bytes, crc: int = 0) -> int:
    """Return the CRC-32 of data, going on from an earlier part."""
    return zlib.crc32(data, crc)
