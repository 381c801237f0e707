"""Bundles opened: only when the whole of it is sound; and verified without taking anything in.

Damage to a sealed file refuses the file; a fault of one item inside an intact container is told
for that item, and the rest can be taken in (clarification 10).
"""

import contextlib
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.errors import BadFile, Failed
from desktop_app.exchange import archive_reading, bag_verifying, sealing, signing
from desktop_app.exchange.archive_reading import Limits
from desktop_app.exchange.bag_verifying import BagReport, Container, Note
from desktop_app.exchange.bundle_document import read_document
from desktop_app.exchange.containers import FolderContainer, ZipContainer

MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
SIGNATURE = "tagmanifest-sha256.txt.minisig"
DOCUMENT = "data/bundle.json"
_TAG_FILES = frozenset({"bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST, SIGNATURE})
_SIGNED = frozenset({"bagit.txt", "bag-info.txt", MANIFEST})
PROOF = ("bagit.txt", "bag-info.txt", MANIFEST, TAG_MANIFEST, SIGNATURE, DOCUMENT)
"""The files that prove who wrote a bundle and what stood in it."""
_ITEMS = "data/initiatives/"
_OF_ONE_ITEM = ("SSK-464", "SSK-465", "SSK-471")  # missing, not listed, changed
_LARGEST_DOCUMENT = 40_000_000
_CHUNK = 1 << 20

Step = Callable[[int, int], None]


def _no_step(_done: int, _whole: int) -> None:
    pass


@dataclass
class OpenedBundle:
    """A bundle whose seal, container, hashes and signature were all checked.

    ``signer`` is the sender's key when its signature fits, None for an unsigned bundle.
    ``damaged_items`` are the folders of items whose files are missing, changed or not listed;
    ``hashes`` the SHA-256 of each payload file, as found.
    """

    document: dict[str, Any]
    signer: str | None
    inner_sha256: str
    sealed: bool
    size: int
    warnings: tuple[Note, ...]
    damaged_items: frozenset[str]
    hashes: Mapping[str, str]
    _container: ZipContainer = field(repr=False)

    def names(self) -> Sequence[str]:
        """Return the names of the files inside; those of damaged items are nobody's to read."""
        names = self._container.names()
        return (
            names
            if not self.damaged_items
            else [name for name in names if "/".join(name.split("/")[:3]) not in self.damaged_items]
        )

    def open(self, name: str) -> BinaryIO:
        """Open one file. Raises BadFile SSK-464 for a missing one."""
        return self._container.open(name)

    def read(self, name: str, most: int) -> bytes:
        """Return one file of at most so many bytes. Raises BadFile SSK-421 for a larger one."""
        return _read(self._container, name, most)

    def copy(self, name: str, target: BinaryIO) -> str:
        """Copy one file into a stream, piece by piece; return its SHA-256."""
        digest = hashlib.sha256()
        with self._container.open(name) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                target.write(chunk)
        return digest.hexdigest()


@contextmanager
def open_bundle(
    path: Path,
    *,
    identities: Sequence[str],
    temp_dir: Path,
    passphrase: str = "",
    limits: Limits | None = None,
    step: Step = _no_step,
) -> Iterator[OpenedBundle]:
    """Open a bundle, sealed or not; content decides, not its name.

    Raises BadFile: SSK-42x container, SSK-43x signature, SSK-44x seal, SSK-46x to SSK-48x what
    is inside; Failed SSK-41x when the file cannot be read. ``step`` is told bytes of the file
    while its seal is opened and may raise Cancelled.
    """
    with _opened(path, identities, passphrase, temp_dir, limits or Limits(), step) as found:
        report = bag_verifying.verify_bag(found.container)
        errors, damaged = _errors_and_damage(found.container, report)
        if errors:
            raise BadFile(errors[0].code, **errors[0].facts)
        document, signer = _document_and_signer(found.container)
        yield OpenedBundle(
            document,
            signer,
            found.inner_sha256(),
            found.sealed,
            found.size,
            tuple(report.warnings),
            damaged,
            report.hashes,
            found.container,
        )


# The file


@dataclass
class _Found:
    """The inner ZIP of a file, whose directory was checked."""

    container: ZipContainer
    file: BinaryIO
    sealed: bool
    size: int
    digest: str | None

    def inner_sha256(self) -> str:
        """The hash of the inner ZIP; of a sealed one it was taken while the seal was opened."""
        if self.digest is None:
            digest = hashlib.sha256()
            self.file.seek(0)
            while chunk := self.file.read(_CHUNK):
                digest.update(chunk)
            self.digest = digest.hexdigest()
        return self.digest


class _Hashed:
    """A file that hashes what is written into it, and refuses more than is allowed."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        self._file, self._left, self.digest = file, most, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise BadFile("SSK-421")
        self.digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def _opened(
    path: Path,
    identities: Sequence[str],
    passphrase: str,
    temp_dir: Path,
    limits: Limits,
    step: Step,
) -> Iterator[_Found]:
    with contextlib.ExitStack() as stack:
        try:
            file: BinaryIO = stack.enter_context(path.open("rb"))
            size, digest = file.seek(0, 2), None
            if size > limits.size:
                raise BadFile("SSK-421")
            file.seek(0)
            sealed = sealing.is_sealed(file.read(64))
            if sealed:
                # Deleted by the system when it is closed, also when the process dies.
                file = stack.enter_context(tempfile.TemporaryFile(dir=temp_dir))
                hashed = _Hashed(file, limits.size)
                sealing.open_seal(
                    path, identities, hashed, passphrase=passphrase, temp_dir=temp_dir, step=step
                )
                digest = hashed.digest.hexdigest()
            opened = archive_reading.open_archive(file, limits)
            stack.callback(opened.close)
        except OSError as error:
            raise _unreadable(path, error) from error
        yield _Found(ZipContainer(opened), file, sealed, size, digest)


def _unreadable(path: Path, error: OSError) -> Failed:
    from desktop_app.exchange.delivery import code_of

    return Failed(code_of(error), place=path.name, cause=error.strerror or "")


# What is inside


def _errors_and_damage(
    container: ZipContainer | FolderContainer, report: BagReport
) -> tuple[list[Note], frozenset[str]]:
    """Return what refuses a bundle as a whole, and the items with a fault of their own."""
    names = set(container.names())
    if "bagit.txt" not in names or DOCUMENT not in names:
        return [Note("SSK-482")], frozenset()
    errors, damaged, sums = [], set(), []
    for note in report.errors:
        name = str(note.facts.get("name", ""))
        if note.code == "SSK-473":
            sums.append(note)  # the payload's size: told by the file that is missing or changed
        elif note.code in _OF_ONE_ITEM and name.startswith(_ITEMS) and name.count("/") > 2:
            damaged.add("/".join(name.split("/")[:3]))
        else:
            errors.append(note)
    if not damaged:
        errors += sums
    if container.strays or any(not n.startswith("data/") and n not in _TAG_FILES for n in names):
        errors.append(Note("SSK-483"))
    return errors, frozenset(damaged)


def _document_and_signer(container: Container) -> tuple[dict[str, Any], str | None]:
    document = read_document(_read(container, DOCUMENT, _LARGEST_DOCUMENT))
    if SIGNATURE not in container.names():
        return document, None
    if TAG_MANIFEST not in container.names():
        raise BadFile("SSK-432")
    tag_manifest = _read(container, TAG_MANIFEST, 100_000)
    key = str(document["sender"]["sign_key"])
    check_signature(key, tag_manifest, _read(container, SIGNATURE, 4096))
    return document, key


def check_signature(key: str, tag_manifest: bytes, signature: bytes) -> Mapping[str, str]:
    """Check a bag's signature; return path → SHA-256 of the tag files it covers.

    Raises BadFile SSK-431 or SSK-432 when it does not fit, or leaves a tag file out.
    """
    signing.verify(key, tag_manifest, signature)
    listed = listed_in(tag_manifest)
    if not listed.keys() >= _SIGNED:
        raise BadFile("SSK-432")
    return listed


def listed_in(manifest: bytes) -> dict[str, str]:
    """Return path → hash of a manifest this program or its like wrote."""
    lines = (line.split("  ", 1) for line in manifest.decode("utf-8", "replace").splitlines())
    return {parts[1]: parts[0] for parts in lines if len(parts) == 2}


def _read(container: Container, name: str, most: int) -> bytes:
    with container.open(name) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise BadFile("SSK-421")
    return content


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
    passphrase: str = "",
    container_only: bool = False,
    limits: Limits | None = None,
    step: Step = _no_step,
) -> VerifyReport:
    """Verify a bundle, a file or an unpacked folder; with ``container_only`` any BagIt bag.

    Nothing is fetched, nothing is changed. All that is wrong is reported, not raised; only a file
    that cannot be read raises Failed SSK-41x.
    """
    limits = limits or Limits()
    try:
        if path.is_dir():
            folder = FolderContainer(path, limits, tidy=not container_only)
            return _verified(folder, container_only)
        with _opened(path, identities, passphrase, temp_dir, limits, step) as found:
            whole = found.container.as_it_is() if container_only else found.container
            return _verified(whole, container_only)
    except BadFile as error:
        return VerifyReport((Note(error.code, error.facts),), ())
    except OSError as error:
        raise _unreadable(path, error) from error


def _verified(container: ZipContainer | FolderContainer, container_only: bool) -> VerifyReport:
    report = bag_verifying.verify_bag(container)
    if container_only:
        return VerifyReport(tuple(report.errors), tuple(report.warnings))
    errors, damaged = _errors_and_damage(container, report)
    warnings = list(report.warnings)
    errors += [note for note in report.errors if note not in errors and damaged]
    if not errors or damaged:
        try:
            _document, signer = _document_and_signer(container)
            if signer is None:
                warnings.append(Note("SSK-496"))
        except BadFile as error:
            errors.append(Note(error.code, error.facts))
    return VerifyReport(tuple(errors), tuple(warnings))
