"""An update of the program as one file, brought on a stick: read, checked, unpacked.

A ZIP with ``update.json``, its minisign signature ``update.json.minisig``, and the program's files
below ``payload/``. The signature is checked before anything else of the file is looked at;
``update.json`` names version, system and the SHA-256 of every file, so nothing else can be in it.
"""

import hashlib
import json
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.errors import AppError, BadFile
from desktop_app.exchange import signing
from desktop_app.exchange.archive_reading import Limits, open_archive
from desktop_app.exchange.delivery import check_room, told_errors

FORMAT, FORMAT_VERSION = "so-sang-kien-update", 1
MANIFEST, SIGNATURE, PAYLOAD = "update.json", "update.json.minisig", "payload/"
PROGRAMS = ("so-sang-kien", "so-sang-kien-window")
LIMITS = Limits(size=1_000_000_000, entries=20_000, unpacked=2_000_000_000, ratio=1_100)
"""A little more than deflate can reach: nothing is unpacked before the signature was checked."""
_LARGEST_MANIFEST = 4_000_000
_VERSION = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})")
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Update:
    """What a checked update says of itself; ``files`` maps a name to SHA-256, size, may run."""

    version: str
    platform: str
    notes: str
    files: Mapping[str, tuple[str, int, bool]]

    @property
    def size(self) -> int:
        """How many bytes it has unpacked."""
        return sum(size for _sha256, size, _runs in self.files.values())


def number_of(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared. Raises ValueError for none."""
    if not _VERSION.fullmatch(version):
        raise ValueError(version)
    return tuple(int(part) for part in version.split("."))


def read_update(file: BinaryIO, public_key: str) -> Update:
    """Return what an update file holds, its signature checked; its payload is not read yet.

    Raises BadFile: SSK-980 no update file or damaged, SSK-981 not signed by the makers of this
    program, SSK-988 made for a newer way of updating.
    """
    with _opened(file) as archive:
        manifest = _content(archive, MANIFEST, _LARGEST_MANIFEST)
        signature = _content(archive, SIGNATURE, 4096)
        try:
            signing.verify(public_key, manifest, signature)
        except BadFile as error:
            raise BadFile("SSK-981") from error
        update = _read(manifest)
        said = {PAYLOAD + name: size for name, (_sha256, size, _runs) in update.files.items()}
        found = {entry.filename: entry.file_size for entry in archive.infolist()}
        if {MANIFEST: len(manifest), SIGNATURE: len(signature), **said} != found:
            raise BadFile("SSK-980")
    return update


def unpack(file: BinaryIO, update: Update, folder: Path, step: Callable[[int, int], None]) -> None:
    """Unpack a checked update into a new folder; every file is flushed and compared.

    Raises BadFile SSK-982 when a file is not what the signed list says, Failed SSK-412 and
    following when the disk refuses. What was unpacked so far is the caller's to take away.
    """
    check_room(folder.parent, update.size + 20_000_000)
    done = 0
    with _opened(file) as archive, told_errors(folder):
        folder.mkdir()
        for name, (sha256, size, runs) in update.files.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            digest = hashlib.sha256()
            try:
                with archive.open(PAYLOAD + name) as source, place.open("xb") as target:
                    while block := source.read(_BLOCK):
                        digest.update(block)
                        target.write(block)
                        done += len(block)
                        step(done, update.size)
                    target.flush()
                    os.fsync(target.fileno())
            except _DAMAGE as error:
                raise BadFile("SSK-982", name=name) from error
            if digest.hexdigest() != sha256 or place.stat().st_size != size:
                raise BadFile("SSK-982", name=name)
            place.chmod(0o755 if runs else 0o644)


def manifest_of(folder: Path, version: str, platform: str, notes: str) -> bytes:
    """Return the list of a built folder, to be signed."""
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as opened:
                sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
            runs = path.parent == folder
            name = path.relative_to(folder).as_posix()
            files[name] = {"sha256": sha256, "size": path.stat().st_size, "runs": runs}
    value = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "version": version,
        "platform": platform,
        "notes": notes,
        "files": files,
    }
    _read(content := json.dumps(value, ensure_ascii=False, indent=1).encode())
    return content


def write_update(target: Path, folder: Path, manifest: bytes, signature: bytes) -> None:
    """Write an update file from a built folder, its list and the list's signature."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(MANIFEST), manifest)
        archive.writestr(zipfile.ZipInfo(SIGNATURE), signature)
        for name in json.loads(manifest)["files"]:
            entry = zipfile.ZipInfo(PAYLOAD + name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (folder / name).read_bytes())


_DAMAGE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error)


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return open_archive(file, LIMITS)
    except BadFile as error:
        raise BadFile("SSK-980") from error


def _content(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    try:
        entry = archive.getinfo(name)
        if entry.file_size > largest:
            raise BadFile("SSK-980")
        return archive.read(entry)
    except (KeyError, *_DAMAGE) as error:
        raise BadFile("SSK-980") from error


def _read(manifest: bytes) -> Update:
    """Return a signed list; it is ours, but may be of a later program's way of updating."""
    try:
        value = json.loads(manifest)
        if value["format"] != FORMAT:
            raise BadFile("SSK-980")
        if int(value["format_version"]) > FORMAT_VERSION:
            raise BadFile("SSK-988")
        number_of(value["version"])
        files = {str(name): _file(name, said) for name, said in value["files"].items()}
        return Update(value["version"], str(value["platform"]), str(value["notes"]), files)
    except AppError:
        raise
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadFile("SSK-980") from error


def _file(name: str, said: Any) -> tuple[str, int, bool]:
    """Return one line of the list: only the program and what lies in ``_internal`` is replaced."""
    top, _, rest = name.partition("/")
    known = top == "_internal" if rest else top.removesuffix(".exe") in PROGRAMS
    if not known or not re.fullmatch("[0-9a-f]{64}", said["sha256"]):
        raise ValueError(name)
    return said["sha256"], int(said["size"]), bool(said["runs"]) and not rest
