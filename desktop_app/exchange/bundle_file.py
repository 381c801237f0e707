"""Bundles as files: written in one pass and read back, opened only when the whole of it is sound.

A bundle is a BagIt bag in one ZIP, signed, and mostly sealed with age around it. Damage to a
sealed file refuses the file; a fault of one item inside an intact container is told for that
item, and the rest can be taken in (clarification 10).
"""

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.domain.canonical import canonical_json
from desktop_app.errors import BadFile, Failed
from desktop_app.exchange import archive, bag, sealing, signing
from desktop_app.exchange.archive import ArchiveWriter, Limits
from desktop_app.exchange.bag import BagReport, Container, Note
from desktop_app.exchange.bundle_document import read_document
from desktop_app.exchange.containers import FolderContainer, ZipContainer
from desktop_app.exchange.delivery import Step, delivered
from desktop_app.exchange.keys import Keys

MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.minisig"
DOCUMENT = "data/bundle.json"
_LARGEST_DOCUMENT = 100_000_000
_SMALL = 8 << 20
_CHUNK = 1 << 20


def _no_step(_done: int, _whole: int) -> None:
    pass


@dataclass(frozen=True)
class BundlePayload:
    """One file that goes in: its path in the bag, its size, its hash if known, and how to open."""

    path: str
    size: int
    sha256: str | None
    open: Callable[[], BinaryIO]


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

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest, self.size = file, hashlib.sha256(), 0

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        self.size += len(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def write_bundle(
    target_dir: Path,
    name: str,
    document: Mapping[str, Any],
    payload: Iterable[BundlePayload],
    *,
    keys: Keys,
    recipients: Sequence[str],
    bagging_date: str,
    step: Step = _no_step,
) -> WrittenBundle:
    """Write a bundle into a folder; without recipients it is not sealed.

    The same document and payload give the same inner ZIP. Raises Failed SSK-41x when it cannot be
    written, SSK-110 when a file that goes in is not what it was; nothing is left behind then.
    """
    ending = ".zip.age" if recipients else ".zip"
    parts = list(payload)
    whole = sum(part.size for part in parts)
    with delivered(target_dir) as (file, delivery):
        counted = _Counted(file)

        def said(done: int) -> None:
            # Writing is the first half of the way, reading back the second.
            step(done, 2 * whole + 1)

        if recipients:
            with sealing.sealing(counted, recipients) as sink:  # type: ignore[arg-type]
                inner = _write_archive(
                    ArchiveWriter(sink), name, document, parts, keys, bagging_date, said
                )
        else:
            inner = _write_archive(
                ArchiveWriter(counted), name, document, parts, keys, bagging_date, said
            )
        digest, size = counted.digest.hexdigest(), counted.size

        def read_back(done: int, _size: int) -> None:
            step(min(whole + done, 2 * whole), 2 * whole + 1)

        path = delivery.finish(name + ending, digest, read_back)
    step(2 * whole + 1, 2 * whole + 1)
    return WrittenBundle(path, size, inner, digest)


def _write_archive(
    writer: ArchiveWriter,
    name: str,
    document: Mapping[str, Any],
    parts: Sequence[BundlePayload],
    keys: Keys,
    bagging_date: str,
    said: Callable[[int], None],
) -> str:
    manifest: list[tuple[str, str]] = []
    size, count, done = 0, 0, 0
    described = canonical_json(document)
    _add_bytes(writer, f"{name}/bagit.txt", bag.DECLARATION)
    _add_bytes(writer, f"{name}/{DOCUMENT}", described)
    manifest.append((DOCUMENT, hashlib.sha256(described).hexdigest()))
    size, count = len(described), 1
    for part in parts:
        said(done)
        manifest.append((part.path, _add_part(writer, f"{name}/{part.path}", part)))
        size, count, done = size + part.size, count + 1, done + part.size
    said(done)
    lines = "".join(bag.manifest_line(digest, path) for path, digest in sorted(manifest))
    tags = {
        "bag-info.txt": bag.bag_info(
            bagging_date=bagging_date,
            size=size,
            count=count,
            more={
                "Bag-Software-Agent": str(document["program"]),
                "External-Identifier": str(document["bundle_id"]),
            },
        ),
        "bagit.txt": bag.DECLARATION,
        MANIFEST: lines.encode("utf-8"),
    }
    tag_manifest = "".join(
        bag.manifest_line(hashlib.sha256(content).hexdigest(), path)
        for path, content in sorted(tags.items())
    ).encode("utf-8")
    for path in ("bag-info.txt", MANIFEST):
        _add_bytes(writer, f"{name}/{path}", tags[path])
    _add_bytes(writer, f"{name}/{TAG_MANIFEST}", tag_manifest)
    signature = signing.sign(keys.sign_seed, tag_manifest, TAG_MANIFEST)
    _add_bytes(writer, f"{name}/{SIGNATURE}", signature)
    return writer.close()


def _add_bytes(writer: ArchiveWriter, name: str, content: bytes) -> None:
    writer.add(name, len(content), archive.crc_of(content), [content])


def _add_part(writer: ArchiveWriter, name: str, part: BundlePayload) -> str:
    """Write one file; small ones are read once, large ones a first time for their CRC."""
    if part.size <= _SMALL:
        with part.open() as file:
            content = file.read(part.size + 1)
        digest = hashlib.sha256(content).hexdigest()
        _compare(part, len(content), digest)
        _add_bytes(writer, name, content)
        return digest
    crc, length, running = 0, 0, hashlib.sha256()
    with part.open() as file:
        for chunk in _chunks(file):
            crc, length = archive.crc_of(chunk, crc), length + len(chunk)
            running.update(chunk)
        digest = running.hexdigest()
        _compare(part, length, digest)
        file.seek(0)
        writer.add(name, length, crc, _chunks(file))
    return digest


def _compare(part: BundlePayload, size: int, digest: str) -> None:
    if size != part.size or (part.sha256 is not None and digest != part.sha256):
        raise Failed("SSK-110", mark=(part.sha256 or "")[:8])


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk


# Opening


@dataclass
class OpenedBundle:
    """A bundle whose seal, container, hashes and signature were all checked.

    ``signer`` is the sender's key when its signature fits, None for an unsigned bundle.
    ``damaged_items`` are the folders of items whose files are missing or changed.
    """

    document: dict[str, Any]
    signer: str | None
    inner_sha256: str
    sealed: bool
    size: int
    warnings: tuple[Note, ...]
    damaged_items: frozenset[str]
    _container: ZipContainer = field(repr=False)

    def names(self) -> Sequence[str]:
        """Return the names of the files inside."""
        return self._container.names()

    def open(self, name: str) -> BinaryIO:
        """Open one file. Raises BadFile SSK-464 for a missing one."""
        return self._container.open(name)

    def read(self, name: str, most: int) -> bytes:
        """Return one file of at most so many bytes. Raises BadFile SSK-421 for a larger one."""
        with self._container.open(name) as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise BadFile("SSK-421")
        return content


@contextmanager
def open_bundle(
    path: Path,
    *,
    identities: Sequence[str],
    temp_dir: Path,
    limits: Limits | None = None,
) -> Iterator[OpenedBundle]:
    """Open a bundle, sealed or not; content decides, not its name.

    Raises BadFile: SSK-42x container, SSK-43x signature, SSK-44x seal, SSK-46x to SSK-48x what
    is inside; Failed SSK-41x when the file cannot be read.
    """
    limits = limits or Limits()
    with contextlib.ExitStack() as stack:
        file, sealed = _plain_file(stack, path, identities, temp_dir, limits)
        size = path.stat().st_size
        opened = archive.open_archive(file, limits)
        stack.callback(opened.close)
        container = ZipContainer(opened)
        inner = _digest_of(file)
        yield _checked(container, inner, sealed, size)


def _digest_of(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in _chunks(file):
        digest.update(chunk)
    return digest.hexdigest()


def _plain_file(
    stack: contextlib.ExitStack,
    path: Path,
    identities: Sequence[str],
    temp_dir: Path,
    limits: Limits,
) -> tuple[BinaryIO, bool]:
    """Return the ZIP itself: the file, or what its seal held, in a file of its own."""
    try:
        file = stack.enter_context(path.open("rb"))
        if path.stat().st_size > limits.size:
            raise BadFile("SSK-421")
        head = file.read(64)
        if not sealing.is_sealed(head):
            return file, False
        plain = tempfile.TemporaryFile(dir=temp_dir)  # noqa: SIM115 (closed by the stack)
        stack.callback(plain.close)
        sealing.open_seal(path, identities, plain)
        plain.seek(0)
        return plain, True
    except OSError as error:
        raise Failed("SSK-414", place=path.name, cause=error.strerror or "") from error


def _checked(container: ZipContainer, inner: str, sealed: bool, size: int) -> OpenedBundle:
    report = bag.verify_bag(container)
    names = set(container.names())
    if "bagit.txt" not in names or DOCUMENT not in names:
        raise BadFile("SSK-482")
    damaged = _damaged_items(report)
    if damaged is None:
        first = report.errors[0]
        raise BadFile(first.code, **first.facts)
    if container.strays:
        raise BadFile("SSK-483")
    expected = {"bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST, SIGNATURE}
    if any(not n.startswith("data/") and n not in expected for n in names):
        raise BadFile("SSK-483")
    with container.open(DOCUMENT) as file:
        document = read_document(file.read(_LARGEST_DOCUMENT))
    signer = _signer(container, names, document)
    return OpenedBundle(
        document,
        signer,
        inner,
        sealed,
        size,
        tuple(report.warnings),
        damaged,
        container,
    )


def _damaged_items(report: BagReport) -> frozenset[str] | None:
    """Return the items with a fault of their own; None when something else is wrong."""
    items = set()
    for note in report.errors:
        name = str(note.facts.get("name", ""))
        if note.code == "SSK-473":
            continue  # the payload's size: told by the file that is missing or changed
        folder = "/".join(name.split("/")[:3])
        if note.code not in ("SSK-464", "SSK-471") or not name.startswith("data/initiatives/"):
            return None
        items.add(folder)
    if report.errors and not items:
        return None
    return frozenset(items)


def _signer(container: Container, names: set[str], document: Mapping[str, Any]) -> str | None:
    if SIGNATURE not in names or TAG_MANIFEST not in names:
        return None
    with container.open(TAG_MANIFEST) as file:
        tag_manifest = file.read()
    with container.open(SIGNATURE) as file:
        signature = file.read(8192)
    key = str(document["sender"]["sign_key"])
    signing.verify(key, tag_manifest, signature)
    listed = {line.split("  ", 1)[-1] for line in tag_manifest.decode("utf-8").splitlines()}
    if not {"bagit.txt", "bag-info.txt", MANIFEST} <= listed:
        raise BadFile("SSK-432")
    return key


# Verifying only


@dataclass(frozen=True)
class VerifyReport:
    """What verification found."""

    errors: tuple[Note, ...]
    warnings: tuple[Note, ...]

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong."""
        return not self.errors


def verify_bundle(
    path: Path,
    *,
    identities: Sequence[str],
    temp_dir: Path,
    container_only: bool = False,
    limits: Limits | None = None,
) -> VerifyReport:
    """Verify a bundle file, or with ``container_only`` any BagIt bag: a folder, a ZIP.

    Nothing is fetched, nothing is changed. What is wrong is reported, not raised.
    """
    limits = limits or Limits()
    try:
        if path.is_dir():
            report = bag.verify_bag(FolderContainer(path, limits))
            return _with_bundle_rules(report, container_only)
        if not container_only:
            return _verify_whole(path, identities, temp_dir, limits)
        with contextlib.ExitStack() as stack:
            file, _sealed = _plain_file(stack, path, identities, temp_dir, limits)
            opened = archive.open_archive(file, limits)
            stack.callback(opened.close)
            report = bag.verify_bag(ZipContainer(opened))
            return VerifyReport(tuple(report.errors), tuple(report.warnings))
    except BadFile as error:
        return VerifyReport((Note(error.code, error.facts),), ())


def _with_bundle_rules(report: BagReport, container_only: bool) -> VerifyReport:
    errors, warnings = list(report.errors), list(report.warnings)
    if not container_only and DOCUMENT not in report.hashes:
        errors.append(Note("SSK-482"))
    return VerifyReport(tuple(errors), tuple(warnings))


def _verify_whole(
    path: Path, identities: Sequence[str], temp_dir: Path, limits: Limits
) -> VerifyReport:
    with open_bundle(path, identities=identities, temp_dir=temp_dir, limits=limits) as opened:
        errors = [Note("SSK-550", {"name": name}) for name in sorted(opened.damaged_items)]
        warnings = list(opened.warnings)
        if opened.signer is None:
            warnings.append(Note("SSK-496"))
        return VerifyReport(tuple(errors), tuple(warnings))
