"""Bundles written as files: one pass over the bytes, flushed, read back, compared, renamed.

A bundle is a BagIt bag in one ZIP, signed, and mostly sealed with age around it. Opening one is
the subject of ``bundle_opening``, whose functions are given on here.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain.canonical import canonical_json
from desktop_app.errors import BadFile
from desktop_app.exchange import bag, sealing, signing
from desktop_app.exchange.archive import ArchiveWriter, Sink
from desktop_app.exchange.archive_reading import Limits, check_name, twin_key
from desktop_app.exchange.bundle_opening import (
    DOCUMENT,
    MANIFEST,
    SIGNATURE,
    TAG_MANIFEST,
    OpenedBundle,
    VerifyReport,
    open_bundle,
    verify_bundle,
)
from desktop_app.exchange.delivery import Step, delivered
from desktop_app.exchange.keys import Keys
from desktop_app.exchange.payload import Payload, archived, archived_bytes

__all__ = [
    "BundlePayload",
    "OpenedBundle",
    "VerifyReport",
    "WrittenBundle",
    "open_bundle",
    "verify_bundle",
    "write_bundle",
]


def _no_step(_done: int, _whole: int) -> None:
    pass


BundlePayload = Payload


@dataclass(frozen=True)
class WrittenBundle:
    """A bundle that was written, flushed, read back and compared."""

    path: Path
    size: int
    inner_sha256: str
    file_sha256: str


# Writing


class _Counted:
    """A file that hashes what goes into it."""

    def __init__(self, file: Sink) -> None:
        self._file, self.digest, self.size = file, hashlib.sha256(), 0

    def write(self, data: bytes) -> object:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)


class _Pulled:
    """The pieces of an archive as a stream somebody reads; each is made when it is asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, memoryview(b"")

    def read(self, size: int = -1) -> bytes:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        taken, self._rest = self._rest[:size], self._rest[size:]
        return bytes(taken)


def write_bundle(
    target_dir: Path,
    name: str,
    document: Mapping[str, Any],
    payload: Iterable[BundlePayload],
    *,
    keys: Keys,
    recipients: Sequence[str],
    bagging_date: str,
    passphrase: str = "",
    step: Step = _no_step,
) -> WrittenBundle:
    """Write a bundle into a folder; without recipients or a passphrase it is not sealed.

    The same document and payload give the same inner ZIP, in whatever order they come. ``step``
    is told bytes: the first half of the way is writing, the second reading back. Raises Failed
    SSK-41x when it cannot be written, SSK-110 when a file that goes in cannot be read or is not
    what it was; BadFile SSK-440 for a recipient that is none. Nothing is left behind then.
    """
    parts = sorted(payload, key=lambda part: part.path)
    _check_paths(name, [part.path for part in parts])
    whole = sum(part.size for part in parts)
    if recipients and passphrase:
        raise ValueError("a passphrase stands alone")
    ending = ".zip.age" if recipients or passphrase else ".zip"
    with delivered(target_dir, name + ending) as (file, delivery):
        counted = _Counted(file)
        archived = _Archived(name, document, parts, keys, bagging_date)

        def pieces() -> Iterator[bytes]:
            for piece in archived.pieces():
                step(min(archived.size, whole), 2 * whole + 1)
                yield piece

        if recipients:
            sealing.seal(_Pulled(pieces()), counted, recipients)
        elif passphrase:
            sealing.seal_by_passphrase(_Pulled(pieces()), counted, passphrase)
        else:
            for piece in pieces():
                counted.write(piece)

        def read_back(done: int, size: int) -> None:
            step(whole + whole * done // max(size, 1), 2 * whole + 1)

        path = delivery.finish(counted.digest.hexdigest(), read_back)
    step(2 * whole + 1, 2 * whole + 1)
    return WrittenBundle(path, counted.size, archived.sha256, counted.digest.hexdigest())


def _check_paths(name: str, paths: Sequence[str]) -> None:
    """Refuse what no reader would take: the fault of a caller, not of a person."""
    seen = {twin_key(DOCUMENT)}
    for path in paths:
        if not path.startswith("data/") or not path.isascii() or twin_key(path) in seen:
            raise ValueError(f"no path for a bundle: {path!r}")
        seen.add(twin_key(path))
        try:
            check_name(f"{name}/{path}", Limits())
        except BadFile as error:
            raise ValueError(f"no path for a bundle: {path!r}") from error


class _Archived:
    """The inner ZIP, made piece by piece"""

    def __init__(
        self,
        name: str,
        document: Mapping[str, Any],
        parts: Sequence[BundlePayload],
        keys: Keys,
        bagging_date: str,
    ) -> None:
        self._name, self._document, self._parts = name, document, parts
        self._keys, self._bagging_date = keys, bagging_date
        self._writer = ArchiveWriter()

    @property
    def size(self) -> int:
        """How many bytes were made so far."""
        return self._writer.size

    @property
    def sha256(self) -> str:
        """The SHA-256 of the archive, once all its pieces were taken."""
        return self._writer.sha256

    def pieces(self) -> Iterator[bytes]:
        """Give the bytes of the archive: declaration, document, payload, tag files, signature."""
        described = canonical_json(self._document)
        manifest = [(DOCUMENT, hashlib.sha256(described).hexdigest())]
        size = len(described)
        yield from self._bytes("bagit.txt", bag.DECLARATION)
        yield from self._bytes(DOCUMENT, described)
        for part in self._parts:
            yield from self._part(part, manifest)
            size += part.size
        more = {
            "Bag-Software-Agent": str(self._document["program"]),
            "External-Identifier": str(self._document["bundle_id"]),
        }
        # Only as the document says: one from before the profile gives its old bytes again.
        if "profile" in self._document:
            more["BagIt-Profile-Identifier"] = str(self._document["profile"])
        info = bag.bag_info(
            bagging_date=self._bagging_date, size=size, count=len(manifest), more=more
        )
        tags = {"bag-info.txt": info, "bagit.txt": bag.DECLARATION, MANIFEST: _listing(manifest)}
        tag_manifest = _listing(
            (path, hashlib.sha256(content).hexdigest()) for path, content in tags.items()
        )
        signature = signing.sign(self._keys.sign_seed, tag_manifest, TAG_MANIFEST)
        yield from self._bytes("bag-info.txt", info)
        yield from self._bytes(MANIFEST, tags[MANIFEST])
        yield from self._bytes(TAG_MANIFEST, tag_manifest)
        yield from self._bytes(SIGNATURE, signature)
        yield from self._writer.close()

    def _bytes(self, path: str, content: bytes) -> Iterator[bytes]:
        yield from archived_bytes(self._writer, f"{self._name}/{path}", content)

    def _part(self, part: BundlePayload, manifest: list[tuple[str, str]]) -> Iterator[bytes]:
        digest = yield from archived(self._writer, f"{self._name}/{part.path}", part)
        manifest.append((part.path, digest))


def _listing(entries: Iterable[tuple[str, str]]) -> bytes:
    lines = (bag.manifest_line(digest, path) for path, digest in sorted(entries))
    return "".join(lines).encode("utf-8")
