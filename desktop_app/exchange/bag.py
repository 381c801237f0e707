"""BagIt (RFC 8493): a bag's tag files written, and any bag of version 0.97 or 1.0 verified.

A bag is looked at through a container, a folder or a ZIP, so that nothing is unpacked for it.
``fetch.txt`` is read and never followed.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Protocol

from desktop_app.errors import BadFile

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
ALGORITHMS = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")
_LARGEST_TAG = 50_000_000
_CHUNK = 1 << 20


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
    """What verification found; ``damaged`` are payload files that are missing or changed."""

    errors: list[Note] = field(default_factory=list)
    warnings: list[Note] = field(default_factory=list)
    damaged: dict[str, str] = field(default_factory=dict)
    info: dict[str, list[str]] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)

    @property
    def valid(self) -> bool:
        """Whether the bag is complete and every hash fits."""
        return not self.errors


# Writing


def manifest_line(sha256: str, path: str) -> str:
    """Return a line of a manifest; line ends and percent signs in paths are encoded."""
    encoded = path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
    return f"{sha256}  {encoded}\n"


def bag_info(*, bagging_date: str, size: int, count: int, more: Mapping[str, str]) -> bytes:
    """Return bag-info.txt with the payload's size and count."""
    lines = {**more, "Bagging-Date": bagging_date, "Payload-Oxum": f"{size}.{count}"}
    return "".join(f"{name}: {value}\n" for name, value in sorted(lines.items())).encode("utf-8")


# Verifying

_DECLARED = re.compile(
    rb"BagIt-Version: (\d+)\.(\d+)\r?\n?\r?Tag-File-Character-Encoding: ([A-Za-z0-9_.:-]+)[\r\n]*\Z"
)
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9]+)\.txt\Z")
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(\*?)(.+)\Z")


def verify_bag(container: Container) -> BagReport:
    """Verify a bag to the letter; every file is read once for all algorithms."""
    return _Verifier(container).verify()


class _Verifier:
    def __init__(self, container: Container) -> None:
        self._container = container
        self._names = list(container.names())
        self._report = BagReport()
        self._version = (1, 0)
        self._encoding = "utf-8"

    def verify(self) -> BagReport:
        if not self._declaration():
            return self._report
        payload = [name for name in self._names if name.startswith("data/")]
        if not payload and not self._container.has_folder("data"):
            self._error("SSK-462")
        self._twins()
        manifests = self._manifests("manifest")
        tags = self._manifests("tagmanifest")
        if not manifests:
            self._error("SSK-463")
        self._info(payload)
        self._fetch(manifests)
        for listed in manifests.values():
            self._payload_listed(listed, payload)
        if self._version < (1, 0) and manifests:
            everywhere = set().union(*manifests.values())
            for name in sorted(set(payload) - everywhere):
                self._error("SSK-465", name=name)
        self._tags_listed(tags)
        self._compare(manifests, payload=True)
        self._compare(tags, payload=False)
        return self._report

    def _error(self, code: str, **facts: Any) -> None:
        self._report.errors.append(Note(code, facts))

    def _warn(self, code: str, **facts: Any) -> None:
        self._report.warnings.append(Note(code, facts))

    def _read(self, name: str) -> bytes:
        with self._container.open(name) as file:
            content = file.read(_LARGEST_TAG + 1)
        if len(content) > _LARGEST_TAG:
            raise BadFile("SSK-421")
        return content

    def _declaration(self) -> bool:
        if "bagit.txt" not in self._names:
            self._error("SSK-460")
            return False
        match = _DECLARED.match(self._read("bagit.txt"))
        if match is None:
            self._error("SSK-461")
            return False
        self._version = (int(match[1]), int(match[2]))
        self._encoding = match[3].decode("ascii")
        if self._version not in ((0, 97), (1, 0)):
            self._error("SSK-461")
            return False
        try:
            "".encode(self._encoding)
        except LookupError:
            self._error("SSK-461")
            return False
        if self._encoding.upper() != "UTF-8":
            self._warn("SSK-490", encoding=self._encoding)
        return True

    def _text(self, name: str) -> str | None:
        try:
            text = self._read(name).decode(self._encoding)
        except UnicodeDecodeError:
            self._error("SSK-466", name=name)
            return None
        if text.startswith("\ufeff"):
            self._error("SSK-466", name=name)
            return None
        return text

    def _twins(self) -> None:
        """Point at names that some file systems take for the same."""
        seen: dict[str, str] = {}
        for name in self._names:
            key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
            if key in seen and name.startswith("data/"):
                self._warn("SSK-491", name=name)
            seen[key] = name

    def _manifests(self, kind: str) -> dict[str, dict[str, str]]:
        """Return algorithm → path → hash of the manifests of a kind."""
        found: dict[str, dict[str, str]] = {}
        for name in sorted(self._names):
            match = _MANIFEST.match(name)
            if match is None or name != f"{kind}-{match[2]}.txt":
                continue
            algorithm = match[2]
            if algorithm not in ALGORITHMS:
                self._error("SSK-467", name=name)
                continue
            if algorithm in ("md5", "sha1"):
                self._warn("SSK-492", name=name)
            text = self._text(name)
            if text is not None:
                found[algorithm] = dict(self._lines(name, text, algorithm, kind == "manifest"))
        return found

    def _lines(
        self, name: str, text: str, algorithm: str, payload: bool
    ) -> Iterator[tuple[str, str]]:
        digits = 2 * hashlib.new(algorithm, usedforsecurity=False).digest_size
        seen: set[str] = set()
        for line in re.split(r"\r\n|\n|\r", text):
            if line == "":
                continue
            match = _LINE.match(line)
            if match is None or len(match[1]) != digits:
                self._error("SSK-468", name=name)
                continue
            path = _decoded(match[3], self._version)
            if match[2]:
                self._warn("SSK-493", name=name)
            if path.startswith("./"):
                self._warn("SSK-493", name=name)
                path = path[2:]
            if not _inside(path):
                self._error("SSK-422", name=path[:80])
                continue
            if payload != path.startswith("data/"):
                self._error("SSK-469", name=name)
                continue
            if path in seen:
                self._error("SSK-470", name=path)
            seen.add(path)
            yield path, match[1].lower()

    def _payload_listed(self, listed: Mapping[str, str], payload: Sequence[str]) -> None:
        """Each manifest must list the whole payload (1.0), and nothing that is not there."""
        missing = sorted(set(listed) - set(payload))
        for name in missing:
            other = self._other_form(name, payload)
            if other:
                self._warn("SSK-491", name=name)
                continue
            self._error("SSK-464", name=name)
            self._report.damaged[name] = "SSK-464"
        if self._version >= (1, 0):
            forms = {_form(name) for name in listed}
            for name in sorted(set(payload) - set(listed)):
                if _form(name) not in forms:
                    self._error("SSK-465", name=name)

    def _other_form(self, name: str, payload: Sequence[str]) -> str | None:
        """Return a file of the same name in another normalisation, which RFC 8493 5.2 warns of."""
        return next((p for p in payload if _form(p) == _form(name)), None)

    def _tags_listed(self, tags: Mapping[str, Mapping[str, str]]) -> None:
        for listed in tags.values():
            for name in listed:
                if name.startswith("tagmanifest-"):
                    self._error("SSK-469", name=name)
                elif name not in self._names:
                    self._error("SSK-464", name=name)

    def _compare(self, manifests: Mapping[str, Mapping[str, str]], *, payload: bool) -> None:
        paths = sorted(set().union(*manifests.values())) if manifests else []
        present = set(self._names)
        for path in paths:
            actual = path if path in present else self._other_form(path, self._names)
            if actual is None:
                continue
            wanted = {a: listed[path] for a, listed in manifests.items() if path in listed}
            try:
                found = self._digests(actual, tuple(wanted))
            except BadFile:
                found = {}
            if payload and "sha256" in found:
                self._report.hashes[path] = found["sha256"]
            if found != wanted:
                self._error("SSK-471", name=path)
                if payload:
                    self._report.damaged[path] = "SSK-471"

    def _digests(self, name: str, algorithms: Sequence[str]) -> dict[str, str]:
        running = {a: hashlib.new(a, usedforsecurity=False) for a in algorithms}
        with self._container.open(name) as file:
            while chunk := file.read(_CHUNK):
                for digest in running.values():
                    digest.update(chunk)
        return {a: digest.hexdigest() for a, digest in running.items()}

    def _info(self, payload: Sequence[str]) -> None:
        if "bag-info.txt" not in self._names:
            return
        text = self._text("bag-info.txt")
        if text is None:
            return
        name = ""
        for line in re.split(r"\r\n|\n|\r", text):
            if line[:1] in (" ", "\t") and name:
                self._report.info[name][-1] += " " + line.strip()
            elif ":" in line:
                label, _, value = line.partition(":")
                name = label.strip()
                if label != name or not name or (value and value[0] not in " \t"):
                    self._warn("SSK-494", name=label[:40])
                self._report.info.setdefault(name, []).append(value.strip())
            elif line:
                self._error("SSK-472")
        oxums = next((v for k, v in self._report.info.items() if k.lower() == "payload-oxum"), [])
        if len(oxums) > 1:
            self._error("SSK-473")
        for oxum in oxums:
            self._check_oxum(oxum, payload)

    def _check_oxum(self, oxum: str, payload: Sequence[str]) -> None:
        match = re.fullmatch(r"(\d+)\.(\d+)", oxum)
        if match is None:
            self._error("SSK-473")
            return
        size = sum(self._container.size(name) for name in payload)
        if (size, len(payload)) != (int(match[1]), int(match[2])):
            self._error("SSK-473")

    def _fetch(self, manifests: Mapping[str, Mapping[str, str]]) -> None:
        if "fetch.txt" not in self._names:
            return
        self._warn("SSK-495")
        text = self._text("fetch.txt") or ""
        for line in re.split(r"\r\n|\n|\r", text):
            if not line:
                continue
            match = re.match(r"(\S+)[ \t]+(\d+|-)[ \t]+(.+)\Z", line)
            path = _decoded(match[3], self._version) if match else ""
            usable = match is not None and _inside(path) and path.startswith("data/")
            if not usable or any(path not in listed for listed in manifests.values()):
                self._error("SSK-474")


def _decoded(path: str, version: tuple[int, int]) -> str:
    """Return a path with its encoded line ends; percent signs are encoded since 1.0."""
    decoded = re.sub("%0[aA]", "\n", re.sub("%0[dD]", "\r", path))
    return decoded.replace("%25", "%") if version >= (1, 0) else decoded


def _inside(path: str) -> bool:
    """Return whether a path stays in the bag on every system."""
    parts = path.replace("\\", "/").split("/")
    return not (
        path.startswith(("/", "~", "\\"))
        or ".." in parts
        or re.match(r"[A-Za-z]:", path)
        or "\0" in path
    )


def _form(name: str) -> str:
    return unicodedata.normalize("NFC", name)
