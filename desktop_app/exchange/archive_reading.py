"""ZIP archives from outside: the whole directory is checked before anything is unpacked.

``zipfile`` reads them; what it lets through and what would make it use too much memory is refused
before and after it (PKWARE APPNOTE 4.3 to 4.5).
"""

import stat
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from desktop_app.errors import BadFile

_WIDE, _WIDE_COUNT = 0xFFFFFFFF, 0xFFFF
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_END_WIDE, _LOCATOR = b"PK\x06\x06", b"PK\x06\x07"
_DESCRIPTOR = b"PK\x07\x08"
_UNICODE_PATH = 0x7075  # APPNOTE 4.6.9
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1 | 0x40 | 0x2000  # traditional, strong, masked directory
_DESCRIBED, _UTF8 = 0x8, 0x800

_RESERVED = (
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"com{n}" for n in "0123456789¹²³"}
    | {f"lpt{n}" for n in "0123456789¹²³"}
)
_FORBIDDEN = set('<>:"|?*\\') | {chr(code) for code in range(32)} | {"\x7f"}


@dataclass(frozen=True)
class Limits:
    """What an archive from outside may be at most: bytes, counts, letters of a name.

    ``ratio`` is unpacked to packed size, for each entry and for the whole; up to ``free`` bytes
    it does not matter.
    """

    size: int = 8_000_000_000
    entries: int = 200_000
    unpacked: int = 8_000_000_000
    ratio: int = 200
    free: int = 1_000_000
    name: int = 400
    depth: int = 12


def open_archive(file: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open an archive after checking its directory; nothing was unpacked yet.

    Raises BadFile: SSK-420 no ZIP or cut short, SSK-421 larger than allowed, SSK-422 a dangerous
    name, SSK-423 the same name twice, SSK-424 parts that do not fit together, SSK-425 encrypted.
    """
    size = file.seek(0, 2)
    if size > limits.size:
        raise BadFile("SSK-421")
    try:
        _check_directory(file, size, limits)
        file.seek(0)
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError) as error:
        raise BadFile("SSK-420") from error
    try:
        entries = archive.infolist()
        _restore_names(entries)
        check_entries(entries, size, limits)
        _check_local_headers(file, entries, archive.start_dir)
    except BaseException:
        archive.close()
        raise
    return archive


def _check_directory(file: BinaryIO, size: int, limits: Limits) -> None:
    """Find the one end record, and count the directory's entries before any is kept in memory.

    A directory of another place or length than the end record says, bytes before the first
    entry or after the end, and a second end record inside the comment are what files made of
    two formats need; other programs would see other files in them.
    """
    reach = min(size, 22 + _LONGEST_COMMENT)
    file.seek(size - reach)
    tail = file.read(reach)
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < 22:
        raise BadFile("SSK-420")
    _, disk, first_disk, here, count, length, start, comment = struct.unpack(
        "<4sHHHHIIH", tail[place : place + 22]
    )
    if place + 22 + comment != len(tail):
        raise BadFile("SSK-424")
    end = size - reach + place
    if _WIDE in (length, start) or _WIDE_COUNT in (here, count):
        end, (disk, first_disk, here, count, length, start) = _wide_end(file, end)
    if disk or first_disk or here != count or start + length != end:
        raise BadFile("SSK-424")
    if count > limits.entries:
        raise BadFile("SSK-421")
    if length > count * (46 + 4 * limits.name + 2_000):
        raise BadFile("SSK-421")
    file.seek(start)
    left, found = length, 0
    while left:
        head = file.read(46)
        if len(head) != 46 or head[:4] != _CENTRAL:
            raise BadFile("SSK-424")
        step = sum(struct.unpack("<HHH", head[28:34]))
        file.seek(step, 1)
        left, found = left - 46 - step, found + 1
        if left < 0 or found > count:
            raise BadFile("SSK-424")
    if found != count:
        raise BadFile("SSK-424")


def _wide_end(file: BinaryIO, end: int) -> tuple[int, tuple[int, ...]]:
    """Return where the ZIP64 end record stands and what it says; without one, as it was."""
    file.seek(max(0, end - 20))
    locator = file.read(20)
    if locator[:4] != _LOCATOR:
        # 65,535 entries exactly need no ZIP64.
        file.seek(end)
        return end, struct.unpack("<HHHHII", file.read(20)[4:])
    place = struct.unpack("<Q", locator[8:16])[0]
    if place + 56 != end - 20:
        raise BadFile("SSK-424")
    file.seek(place)
    record = file.read(56)
    if record[:4] != _END_WIDE:
        raise BadFile("SSK-424")
    return place, struct.unpack("<IIQQQQ", record[16:])


def _restore_names(entries: list[zipfile.ZipInfo]) -> None:
    """Read names as the programs meant that wrote them, the same on every system.

    macOS and old Linux tools write UTF-8 without saying so, or beside the name; old Windows tools
    a backslash between folders. A name ``zipfile`` would cut at a zero byte is refused, and one
    that is said twice and differs: each program would see another one.
    """
    backslashes = all("/" not in entry.orig_filename for entry in entries)
    for entry in entries:
        name = entry.orig_filename
        if "\0" in name:
            raise BadFile("SSK-422", name=_shown(name))
        beside = _name_beside(entry.extra, _written_name(entry))
        if beside is not None and beside != name:
            if name.isascii() or entry.flag_bits & _UTF8:
                raise BadFile("SSK-424")
            name = beside
        elif not entry.flag_bits & _UTF8 and not name.isascii():
            try:
                name = name.encode("cp437").decode("utf-8")
            except UnicodeError:
                name = entry.orig_filename
        entry.filename = name.replace("\\", "/") if backslashes else name


def _written_name(entry: zipfile.ZipInfo) -> bytes:
    """Return a name's bytes as they stand in the directory."""
    encoding = "utf-8" if entry.flag_bits & _UTF8 else "cp437"
    return entry.orig_filename.encode(encoding, "replace")


def _name_beside(extra: bytes, name: bytes) -> str | None:
    """Return the UTF-8 name an extra field says, where it belongs to this name."""
    while len(extra) >= 4:
        kind, length = struct.unpack("<HH", extra[:4])
        said, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH and len(said) > 5 and said[0] == 1:
            if struct.unpack("<I", said[1:5])[0] != zlib.crc32(name):
                continue  # left over from another name: "the field is ignored"
            try:
                return said[5:].decode("utf-8")
            except UnicodeError as error:
                raise BadFile("SSK-424") from error
    return None


def check_entries(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    """Refuse entries that are too many, too large, or named to do harm."""
    if len(entries) > limits.entries:
        raise BadFile("SSK-421")
    total, seen, folders = 0, set(), set()
    for entry in entries:
        check_name(entry.filename, limits)
        if entry.flag_bits & _ENCRYPTED:
            raise BadFile("SSK-425")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BadFile("SSK-424")
        kind = entry.external_attr >> 16 & 0o170000
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise BadFile("SSK-422", name=_shown(entry.filename))
        if entry.is_dir() and entry.file_size:
            raise BadFile("SSK-424")
        key = twin_key(entry.filename.rstrip("/"))
        if key in seen:
            raise BadFile("SSK-423", name=_shown(entry.filename))
        seen.add(key)
        folder = key.rpartition("/")[0] if not entry.is_dir() else key
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
        total += entry.file_size
        if entry.file_size > max(limits.free, limits.ratio * entry.compress_size):
            raise BadFile("SSK-421")
    for entry in entries:
        if not entry.is_dir() and twin_key(entry.filename) in folders:
            raise BadFile("SSK-423", name=_shown(entry.filename))
    if total > limits.unpacked or total > max(limits.free, limits.ratio * size):
        raise BadFile("SSK-421")


def check_name(name: str, limits: Limits) -> None:
    """Refuse a name that would leave its folder or that some system cannot hold."""
    parts = PurePosixPath(name).parts
    plain = name.removesuffix("/")
    bad = (
        not plain
        or len(name) > limits.name
        or len(parts) > limits.depth
        or any(c in _FORBIDDEN for c in name)
        or any(part in ("", ".", "..") for part in plain.split("/"))
        or any(len(part.encode("utf-8", "replace")) > 255 for part in parts)
        or any(part.split(".")[0].rstrip(" ").lower() in _RESERVED for part in parts)
        or any(part.endswith((" ", ".")) for part in parts)
        or any("\ud800" <= c <= "\udfff" for c in name)
    )
    if bad:
        raise BadFile("SSK-422", name=_shown(name))


def twin_key(name: str) -> str:
    """Return what two names share that some file system takes for the same."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold())


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:80]


def _check_local_headers(file: BinaryIO, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Refuse entries whose own header says another thing than the directory, or that overlap.

    Nothing lies between them but the description that may follow a content: a program that reads
    from the front would find there what the directory does not name.
    """
    end, described = 0, False
    ordered = sorted(entries, key=lambda e: e.header_offset)
    for number, entry in enumerate(ordered):
        if entry.header_offset != end:
            raise BadFile("SSK-424")
        file.seek(entry.header_offset)
        header = file.read(30)
        if len(header) != 30 or header[:4] != _LOCAL:
            raise BadFile("SSK-424")
        flags, method = struct.unpack("<HH", header[6:10])
        crc, packed, unpacked, name_length, extra_length = struct.unpack("<IIIHH", header[14:30])
        name, extra = file.read(name_length), file.read(extra_length)
        packed, unpacked = _wide_sizes(extra, packed, unpacked)
        said, agreed = (crc, packed, unpacked), (entry.CRC, entry.compress_size, entry.file_size)
        described = bool(flags & _DESCRIBED)
        # What is not known yet is left out; some programs know one of the three.
        fits = said == agreed or (
            described and all(s in (a, 0, _WIDE) for s, a in zip(said, agreed, strict=True))
        )
        beside = _name_beside(extra, name) or entry.filename
        if (
            name != _written_name(entry)
            or beside.replace("\\", "/") != entry.filename
            or method != entry.compress_type
            or flags & _ENCRYPTED
            or not fits
            or (method == zipfile.ZIP_STORED and entry.compress_size != entry.file_size)
        ):
            raise BadFile("SSK-424")
        end = entry.header_offset + 30 + name_length + extra_length + entry.compress_size
        following = ordered[number + 1 :][:1]
        after = following[0].header_offset if following else directory
        if after != end:
            if not described or not _is_descriptor(file, end, after - end, agreed):
                raise BadFile("SSK-424")
            end = after


def _is_descriptor(file: BinaryIO, place: int, length: int, agreed: tuple[int, int, int]) -> bool:
    """Return whether what follows a content says its checksum and sizes, and no more (4.3.9)."""
    if length not in (12, 16, 20, 24):
        return False
    file.seek(place)
    said = file.read(length)
    if length in (16, 24):
        if said[:4] != _DESCRIPTOR:
            return False
        said = said[4:]
    return struct.unpack("<III" if len(said) == 12 else "<IQQ", said) == agreed


def _wide_sizes(extra: bytes, packed: int, unpacked: int) -> tuple[int, int]:
    """Return the sizes of a local header, from its ZIP64 field where it has one."""
    while len(extra) >= 4 and _WIDE in (packed, unpacked):
        kind, length = struct.unpack("<HH", extra[:4])
        if kind == 1 and length >= 16 and len(extra) >= 20:
            unpacked, packed = struct.unpack("<QQ", extra[4:20])
        extra = extra[4 + length :]
    return packed, unpacked
