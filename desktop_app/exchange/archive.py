"""ZIP archives: written as a stream of stored entries, checked before anything is unpacked.

The writer makes the same bytes for the same content: every entry stored, one fixed time, ASCII
names, no data descriptors, ZIP64 where needed (PKWARE APPNOTE 4.3 and 4.5.3).
"""

import hashlib
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, Protocol

from desktop_app.errors import BadFile

_TIME, _DATE = 0, (0 << 9) | (1 << 5) | 1  # 1980-01-01 00:00, the first a ZIP can say
_NEEDS_ZIP64 = 0xFFFFFFFF
_VERSION, _VERSION_ZIP64 = 20, 45
_UNIX = 3 << 8


class Sink(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> object:
        """Take some bytes."""


@dataclass(frozen=True)
class Limits:
    """What an archive from outside may be at most."""

    size: int = 8_000_000_000
    entries: int = 200_000
    unpacked: int = 8_000_000_000
    ratio: int = 200
    name: int = 400
    depth: int = 12


class ArchiveWriter:
    """Writes stored entries one after another; ``sha256`` and ``size`` are of all that was."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._central: list[bytes] = []
        self._digest = hashlib.sha256()
        self.size = 0

    def add(self, name: str, size: int, crc: int, chunks: Iterable[bytes]) -> None:
        """Write an entry whose size and CRC-32 are known; the chunks must make them up."""
        offset, encoded = self.size, name.encode("ascii")
        large = size >= _NEEDS_ZIP64
        extra = struct.pack("<HHQQ", 1, 16, size, size) if large else b""
        shown = _NEEDS_ZIP64 if large else size
        version = _VERSION_ZIP64 if large else _VERSION
        self._write(
            struct.pack(
                "<4sHHHHHIIIHH",
                b"PK\x03\x04",
                version,
                0,
                0,
                _TIME,
                _DATE,
                crc,
                shown,
                shown,
                len(encoded),
                len(extra),
            )
            + encoded
            + extra
        )
        for chunk in chunks:
            self._write(chunk)
        self._central.append(_central_entry(encoded, size, crc, offset))

    def close(self) -> str:
        """Write the central directory; return the SHA-256 of the whole archive."""
        start = self.size
        for entry in self._central:
            self._write(entry)
        length, count = self.size - start, len(self._central)
        if start >= _NEEDS_ZIP64 or length >= _NEEDS_ZIP64 or count >= 0xFFFF:
            where = self.size
            self._write(
                struct.pack(
                    "<4sQHHIIQQQQ",
                    b"PK\x06\x06",
                    44,
                    _UNIX | _VERSION_ZIP64,
                    _VERSION_ZIP64,
                    0,
                    0,
                    count,
                    count,
                    length,
                    start,
                )
                + struct.pack("<4sIQI", b"PK\x06\x07", 0, where, 1)
            )
        self._write(
            struct.pack(
                "<4sHHHHIIH",
                b"PK\x05\x06",
                0,
                0,
                min(count, 0xFFFF),
                min(count, 0xFFFF),
                min(length, _NEEDS_ZIP64),
                min(start, _NEEDS_ZIP64),
                0,
            )
        )
        return self._digest.hexdigest()

    def _write(self, data: bytes) -> None:
        self._digest.update(data)
        self.size += len(data)
        self._sink.write(data)


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


# Reading what others made

_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10)}
_FORBIDDEN = set('<>:"|?*\\') | {chr(code) for code in range(32)}


def open_archive(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open an archive after checking its directory; nothing was unpacked yet.

    Raises BadFile: SSK-420 no ZIP, SSK-421 larger than allowed, SSK-422 a dangerous name,
    SSK-423 the same name twice, SSK-424 entries that do not fit together, SSK-425 encrypted.
    """
    file.seek(0, 2)
    size = file.tell()
    if size > limits.size:
        raise BadFile("SSK-421")
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as error:
        raise BadFile("SSK-420") from error
    try:
        check_entries(archive.infolist(), size, limits)
        _check_local_headers(file, archive.infolist())
    except BaseException:
        archive.close()
        raise
    return archive


def check_entries(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    """Refuse entries that are too many, too large, or named to do harm."""
    if len(entries) > limits.entries:
        raise BadFile("SSK-421")
    total, seen = 0, set()
    for entry in entries:
        check_name(entry.filename, limits)
        if entry.flag_bits & 0x1 or entry.flag_bits & 0x2000:
            raise BadFile("SSK-425")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadFile("SSK-424")
        kind = entry.external_attr >> 16 & 0o170000
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise BadFile("SSK-422", name=_shown(entry.filename))
        key = twin_key(entry.filename.rstrip("/"))
        if key in seen:
            raise BadFile("SSK-423", name=_shown(entry.filename))
        seen.add(key)
        total += entry.file_size
        if entry.file_size > limits.ratio * max(entry.compress_size, 1024):
            raise BadFile("SSK-421")
    if total > limits.unpacked or total > limits.ratio * max(size, 1024):
        raise BadFile("SSK-421")


def check_name(name: str, limits: Limits) -> None:
    """Refuse a name that would leave its folder or that some system cannot hold."""
    parts = PurePosixPath(name).parts
    bad = (
        not name
        or len(name) > limits.name
        or len(parts) > limits.depth
        or name.startswith("/")
        or any(c in _FORBIDDEN for c in name)
        or any(part in (".", "..") for part in name.rstrip("/").split("/"))
        or "" in name.rstrip("/").split("/")
        or any(part.split(".")[0].rstrip(" ").lower() in _RESERVED for part in parts)
        or any(part.endswith((" ", ".")) for part in parts)
    )
    if bad:
        raise BadFile("SSK-422", name=_shown(name))


def twin_key(name: str) -> str:
    """Return what two names share that some file system takes for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:80]


def _check_local_headers(file: BinaryIO, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse entries whose own header says another thing than the directory, or that overlap."""
    end = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        if entry.header_offset < end:
            raise BadFile("SSK-424")
        file.seek(entry.header_offset)
        header = file.read(30)
        if len(header) != 30 or header[:4] != b"PK\x03\x04":
            raise BadFile("SSK-424")
        flags, method = struct.unpack("<HH", header[6:10])
        crc, packed, unpacked, name_length, extra_length = struct.unpack("<IIIHH", header[14:30])
        name = file.read(name_length)
        utf8 = bool(entry.flag_bits & 0x800)
        if name != entry.orig_filename.encode("utf-8" if utf8 else "cp437", "replace"):
            raise BadFile("SSK-424")
        described = bool(flags & 0x8)
        agreed = (entry.CRC, entry.compress_size, entry.file_size)
        wide = _NEEDS_ZIP64 in (packed, unpacked)
        if method != entry.compress_type or (
            not described and not wide and (crc, packed, unpacked) != agreed
        ):
            raise BadFile("SSK-424")
        if entry.compress_type == zipfile.ZIP_STORED and entry.compress_size != entry.file_size:
            raise BadFile("SSK-424")
        end = entry.header_offset + 30 + name_length + extra_length + entry.compress_size
