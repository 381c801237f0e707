"""Verifying a BagIt bag of version 0.97 or 1.0 to the letter of RFC 8493.

A bag is looked at through a container, a folder or a ZIP, so that nothing is unpacked for it.
``fetch.txt`` is read and never followed. Numbers such as 2.1.3 are sections of the RFC.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from desktop_app.errors import BadFile
from desktop_app.exchange import bag
from desktop_app.exchange.archive_reading import twin_key
from desktop_app.exchange.containers import left_by_a_system

VERSIONS = ((0, 97), (1, 0))
# Normalised names (2.4) → what hashlib calls them.
ALGORITHMS: Mapping[str, str] = {
    **{name: name for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")},
    **{f"sha3{size}": f"sha3_{size}" for size in (224, 256, 384, 512)},
    "blake2b512": "blake2b",
    "blake2s256": "blake2s",
}
_OLD = ("md5", "sha1")
_LARGEST_TAG = 40_000_000  # a manifest of 250,000 files
_CHUNK = 1 << 20
_MANIFEST = re.compile(r"(tagmanifest|manifest)-([a-z0-9]+)\.txt\Z")
_FETCH = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*:\S+)[ \t]+(\d+|-)[ \t]+(.+)\Z")


class Container(Protocol):
    """A folder or an archive that holds a bag; names are relative to the bag."""

    def names(self) -> Sequence[str]:
        """Return the names of all files."""

    def open(self, name: str) -> BinaryIO:
        """Open one file."""

    def size(self, name: str) -> int:
        """Return the size of one file in bytes."""

    def has_folder(self, name: str) -> bool:
        """Return whether there is a folder of this name, maybe empty."""


@dataclass(frozen=True)
class Note:
    """An error or a warning: a code and its facts."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class BagReport:
    """What verification found; ``hashes`` are SHA-256 of the payload files the manifest names."""

    errors: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    info: dict[str, list[str]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)

    @property
    def valid(self) -> bool:
        """Whether the bag is complete and every hash fits."""
        return not self.errors


def verify_bag(container: Container) -> BagReport:
    """Verify a bag; every file is read once for all algorithms. Raises BadFile SSK-421."""
    return _Verifier(container).verify()


class _Verifier:
    def __init__(self, container: Container) -> None:
        self._container = container
        self._names = sorted(container.names())
        self._present = set(self._names)
        # A manifest may name a file in another normalisation than the disk holds (5.2).
        self._forms = {_form(name): name for name in self._names}
        self._payload = [name for name in self._names if name.startswith("data/")]
        self._report = BagReport()
        self._version = (1, 0)
        self._encoding = "utf-8"

    def verify(self) -> BagReport:
        if not self._declaration():
            return self._report
        if not self._payload and not self._container.has_folder("data"):
            self._error("SSK-462")
        manifests, tags = self._manifests("manifest"), self._manifests("tagmanifest")
        if not any(match and match[1] == "manifest" for match in map(_MANIFEST.match, self._names)):
            self._error("SSK-463")
        self._twins(self._payload)
        for name in self._names:
            if left_by_a_system(name):
                self._warn("SSK-498", name=_shown(name))
        self._info()
        self._fetch(manifests)
        for listed in (*manifests.values(), *tags.values()):
            self._all_there(listed)
        self._all_listed(manifests)
        self._manifests_listed(tags)
        self._compare(manifests, payload=True)
        self._compare(tags, payload=False)
        return self._report

    def _error(self, code: str, **facts: Any) -> None:
        self._report.errors.append(Note(code, facts))

    def _warn(self, code: str, **facts: Any) -> None:
        self._report.warnings.append(Note(code, facts))

    @property
    def _strict(self) -> bool:
        return self._version >= (1, 0)

    # Tag files

    def _read(self, name: str) -> bytes:
        if self._container.size(name) > _LARGEST_TAG:
            raise BadFile("SSK-421")
        with self._container.open(name) as file:
            return file.read(_LARGEST_TAG)

    def _declaration(self) -> bool:
        """bagit.txt is exactly two lines, UTF-8 without a byte-order mark (2.1.1)."""
        if "bagit.txt" not in self._present:
            self._error("SSK-460")
            return False
        try:
            declared = bag.read_declaration(self._read("bagit.txt"))
        except BadFile as error:
            self._error(error.code, **error.facts)
            return False
        if declared is None or declared[0] not in VERSIONS:
            self._error("SSK-461")
            return False
        self._version, self._encoding = declared
        if self._encoding != "utf-8":
            self._warn("SSK-490", encoding=self._encoding)
        return True

    def _text(self, name: str) -> str | None:
        """Return a text tag file; a byte-order mark only where the encoding needs one (2.3)."""
        try:
            text = self._read(name).decode(self._encoding)
        except UnicodeDecodeError:
            self._error("SSK-466", name=name)
            return None
        except BadFile as error:
            self._error(error.code, **error.facts)
            return None
        if text.startswith("\ufeff"):
            if self._encoding == "utf-8" and self._strict:
                self._error("SSK-466", name=name)
                return None
            if self._encoding == "utf-8":
                self._warn("SSK-493", name=name)
            text = text[1:]
        return text

    def _manifests(self, kind: str) -> dict[str, dict[str, str]]:
        """Return algorithm → path → hash of the manifests of a kind."""
        found: dict[str, dict[str, str]] = {}
        for name in self._names:
            match = _MANIFEST.match(name)
            if match is None or match[1] != kind:
                continue
            if match[2] not in ALGORITHMS:
                self._error("SSK-467", name=name)
                continue
            if match[2] in _OLD:
                self._warn("SSK-492", name=name)
            text = self._text(name)
            if text is not None:
                found[match[2]] = self._listed(name, text, match[2], kind == "manifest")
        return found

    def _listed(self, name: str, text: str, algorithm: str, payload: bool) -> dict[str, str]:
        digits = 2 * hashlib.new(ALGORITHMS[algorithm], usedforsecurity=False).digest_size
        listed: dict[str, str] = {}
        for line in bag.lines_of(text):
            if not line:
                self._warn("SSK-493", name=name)
                continue
            entry = bag.manifest_entry(line, digits)
            if entry is None:
                self._error("SSK-468", name=name)
                continue
            digest, starred, written = entry
            path = self._path(written)
            if starred or written != bag.without_dots(written):
                self._warn("SSK-493", name=name)
            if not bag.inside(path):
                self._error("SSK-422", name=_shown(path))
            elif payload != path.startswith("data/"):
                self._error("SSK-469", name=name)
            elif not payload and path.startswith("tagmanifest-") and self._strict:
                self._error("SSK-469", name=name)  # "MUST NOT list any tag manifests" (2.2.1)
            elif path not in listed:
                listed[path] = digest
            elif self._strict or listed[path] != digest:
                self._error("SSK-470", name=_shown(path))
            else:
                self._warn("SSK-470", name=_shown(path))
        self._twins(listed)
        return listed

    def _path(self, written: str) -> str:
        """Return the path a manifest means. Many tools leave percent signs as they are."""
        plain = bag.without_dots(written)
        path = bag.decoded(plain, self._version)
        if path != plain and path not in self._present and plain in self._present:
            self._warn("SSK-493", name=_shown(plain))
            return plain
        if not bag.well_encoded(plain, self._version):
            self._warn("SSK-493", name=_shown(plain))
        return path

    def _info(self) -> None:
        if "bag-info.txt" not in self._present:
            return
        text = self._text("bag-info.txt")
        if text is None:
            return
        for label, value, right in bag.info_elements(text):
            if not label:
                self._error("SSK-472")
                continue
            if not right and self._strict:
                self._error("SSK-475", name=_shown(label))
            elif not right:
                # Before 1.0 white space around the colon was no fault (2.2.2).
                self._warn("SSK-494", name=_shown(label))
            self._report.info.setdefault(label, []).append(value)
        oxums = [
            value
            for label, values in self._report.info.items()
            if label.lower() == "payload-oxum"
            for value in values
        ]
        if len(oxums) > 1 or any(not self._oxum_fits(oxum) for oxum in oxums):
            self._error("SSK-473")

    def _oxum_fits(self, oxum: str) -> bool:
        match = re.fullmatch(r"([0-9]{1,20})\.([0-9]{1,20})", oxum)
        size = sum(self._container.size(name) for name in self._payload)
        return match is not None and (int(match[1]), int(match[2])) == (size, len(self._payload))

    def _fetch(self, manifests: Mapping[str, Mapping[str, str]]) -> None:
        if "fetch.txt" not in self._present:
            return
        self._warn("SSK-495")
        for line in bag.lines_of(self._text("fetch.txt") or ""):
            match = _FETCH.match(line)
            path = self._path(match[3]) if match else ""
            if match is None or not bag.inside(path):
                self._error("SSK-474")
            elif not path.startswith("data/") or any(path not in m for m in manifests.values()):
                # "MUST NOT list any tag files", and every manifest lists what is fetched (2.2.3).
                if self._strict:
                    self._error("SSK-474")
                else:
                    self._warn("SSK-497", name=_shown(path))

    # Completeness and hashes

    def _twins(self, names: Iterable[str]) -> None:
        """Point at names that some file systems take for the same (5.2)."""
        seen: set[str] = set()
        for name in names:
            key = twin_key(name)
            if key in seen:
                self._warn("SSK-491", name=_shown(name))
            seen.add(key)

    def _actual(self, path: str) -> str | None:
        return path if path in self._present else self._forms.get(_form(path))

    def _all_there(self, listed: Mapping[str, str]) -> None:
        for path in sorted(set(listed) - self._present):
            if self._actual(path):
                self._warn("SSK-491", name=_shown(path))
            else:
                self._error("SSK-464", name=_shown(path))

    def _all_listed(self, manifests: Mapping[str, Mapping[str, str]]) -> None:
        """Every manifest lists the whole payload; before 1.0 one of them was enough (3)."""
        lists: list[Iterable[str]] = list(manifests.values())
        if not self._strict and lists:
            lists = [set().union(*lists)]
        unlisted: set[str] = set()
        for listed in lists:
            # A file of another normalisation is listed only where it stands for the one listed.
            unlisted |= set(self._payload) - {self._actual(path) for path in listed}
        for name in sorted(unlisted):
            self._error("SSK-465", name=_shown(name))

    def _manifests_listed(self, tags: Mapping[str, Mapping[str, str]]) -> None:
        """Each tag manifest lists every payload manifest (2.2.1)."""
        for algorithm, listed in tags.items():
            for name in self._names:
                match = _MANIFEST.match(name)
                if not match or match[1] != "manifest" or name in listed:
                    continue
                if self._strict:
                    self._error("SSK-476", name=name, list=f"tagmanifest-{algorithm}.txt")
                else:
                    self._warn("SSK-476", name=name, list=f"tagmanifest-{algorithm}.txt")

    def _compare(self, manifests: Mapping[str, Mapping[str, str]], *, payload: bool) -> None:
        for path in sorted(set().union(*manifests.values())):
            actual = self._actual(path)
            if actual is None:
                continue
            wanted = {name: m[path] for name, m in manifests.items() if path in m}
            try:
                found = self._digests(actual, tuple(wanted))
            except BadFile:
                found = {}
            if payload and "sha256" in found:
                self._report.hashes[path] = found["sha256"]
            if found != wanted:
                self._error("SSK-471", name=_shown(path))

    def _digests(self, name: str, algorithms: Sequence[str]) -> dict[str, str]:
        running = {a: hashlib.new(ALGORITHMS[a], usedforsecurity=False) for a in algorithms}
        with self._container.open(name) as file:
            while chunk := file.read(_CHUNK):
                for digest in running.values():
                    digest.update(chunk)
        return {a: digest.hexdigest() for a, digest in running.items()}


def _form(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _shown(name: str) -> str:
    """Return a name as it can be shown: what a file says is quoted, never obeyed."""
    return "".join(c if c.isprintable() else "?" for c in name)[:200]
