"""Files changed at random, and what the program says of each.

A trial verifies, opens and takes in a changed file. What it may come to: the identical content, a
fault of some items told for each of them, or a code and an untouched book.
"""

import hashlib
import io
import json
import os
import random
import shutil
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, text

from desktop_app.errors import AppError
from desktop_app.exchange.bundle_file import open_bundle, verify_bundle
from desktop_app.exchange.bundle_opening import SIGNATURE
from desktop_app.messages import parts_of
from desktop_app.services import inbox
from desktop_app.workspace import Workspace

KINDS = ("sealed submission", "unsealed submission", "card", "receipt")
_SEALED = ("sealed submission", "receipt")
_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF)


_SET_ASIDE = {"quarantined", "audit"}


class Fault(AssertionError):
    """Something a changed file may not do."""


# Changes: each takes a source of chance, the file and a second valid one


def _flip(source, raw, _other):
    place = source.randrange(len(raw))
    return raw[:place] + bytes([raw[place] ^ 1 << source.randrange(8)]) + raw[place + 1 :]


def _flip_near_the_ends(source, raw, _other):
    """Where headers and directories are."""
    near = source.randrange(min(len(raw), 600))
    place = source.choice([near, len(raw) - 1 - near])
    return raw[:place] + bytes([source.randrange(256)]) + raw[place + 1 :]


def _swap_bytes(source, raw, _other):
    first, second = source.randrange(len(raw)), source.randrange(len(raw))
    changed = bytearray(raw)
    changed[first], changed[second] = changed[second], changed[first]
    return bytes(changed)


def _cut_end(source, raw, _other):
    return raw[: source.randrange(len(raw))]


def _cut_start(source, raw, _other):
    return raw[source.randrange(1, len(raw)) :]


def _cut_inside(source, raw, _other):
    start = source.randrange(len(raw))
    return raw[:start] + raw[start + source.choice([1, 2, 16, 1000]) :]


def _insert(source, raw, _other):
    place = source.choice([0, len(raw), source.randrange(len(raw))])
    return raw[:place] + source.randbytes(source.choice([1, 2, 16, 400])) + raw[place:]


def _repeat(source, raw, _other):
    start, size = source.randrange(len(raw)), source.choice([1, 16, 200, 65_552])
    return raw[: start + size] + raw[start : start + size] + raw[start + size :]


def _blank(source, raw, _other):
    start, size = source.randrange(len(raw)), source.choice([4, 64, 512, 4096])
    return raw[:start] + bytes(len(raw[start : start + size])) + raw[start + size :]


def _move(source, raw, _other):
    start, size = source.randrange(len(raw)), source.choice([4, 64, 512, 4096])
    piece, rest = raw[start : start + size], raw[:start] + raw[start + size :]
    place = source.randrange(len(rest) + 1)
    return rest[:place] + piece + rest[place:]


def _splice(source, raw, other):
    return raw[: source.randrange(len(raw))] + other[source.randrange(len(other)) :]


def _splice_in_place(source, raw, other):
    place = source.randrange(min(len(raw), len(other)))
    return raw[:place] + other[place:]


def _number(source, raw, _other):
    """A telling number where a size, a place or a count may stand."""
    form = source.choice(["<H", "<I", "<Q"])
    number = source.choice([*_NUMBERS, len(raw), len(raw) - 22])
    marks = [b"PK\1\2", b"PK\3\4", b"PK\5\6"]
    starts = [place for mark in marks if (place := raw.find(mark, source.randrange(len(raw)))) >= 0]
    place = (source.choice(starts) if starts else 0) + source.randrange(46)
    size = struct.calcsize(form)
    packed = struct.pack(form, number & (256**size - 1))
    return raw[:place] + packed + raw[place + size :]


_PLAIN = (
    _flip, _flip, _flip_near_the_ends, _flip_near_the_ends, _swap_bytes, _cut_end, _cut_start,
    _cut_inside, _insert, _repeat, _blank, _move, _splice, _splice_in_place, _number, _number,
)  # fmt: skip


def _entries(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def _rezipped(source, entries):
    target = io.BytesIO()
    method = source.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, content in entries:
            archive.writestr(name, content)
    return target.getvalue()


def _entries_changed(source, raw, other):
    """Entries in another order, swapped, left out, doubled, renamed, changed, or another file's."""
    entries, others = _entries(raw), _entries(other)
    first, second = source.randrange(len(entries)), source.randrange(len(entries))
    (name, content), (second_name, second_content) = entries[first], entries[second]
    kind = source.randrange(8)
    if kind == 0:
        source.shuffle(entries)
    elif kind == 1:
        entries[first], entries[second] = (name, second_content), (second_name, content)
    elif kind == 2:
        del entries[first]
    elif kind == 3:
        entries.append((name, second_content))
    elif kind == 4:
        entries[first] = (second_name + source.choice(["", "x", "/x", "/"]), content)
    elif kind == 5:
        place = source.randrange(len(content) + 1)
        entries[first] = (name, content[:place] + source.randbytes(2) + content[place + 2 :])
    elif kind == 6:
        entries[first] = (name, source.choice(others)[1])
    else:
        entries += source.sample(others, source.randrange(1, 3))
    return _rezipped(source, entries)


def changed(kind: str, raw: bytes, other: bytes, source: random.Random) -> bytes:
    """Return a file with one to three changes."""
    ways = _PLAIN if kind in _SEALED else (*_PLAIN, *[_entries_changed] * 12)
    way = source.choice(ways)
    made = way(source, raw, other)
    for _more in range(source.choice([0, 0, 0, 1, 2])):
        if made:
            made = source.choice(_PLAIN)(source, made, other)
    return made


# Trials


@dataclass(frozen=True)
class Content:
    """What must be identical: everything but the signature's unsigned comment."""

    document: str
    signer: str | None
    files: frozenset[tuple[str, str]]


class Book:
    """A workspace the trials are made on, brought back whenever one changed it."""

    def __init__(self, pristine: Path, folder: Path, clock: Callable) -> None:
        self._pristine, self._folder, self._clock = pristine, folder, clock
        self.workspace = self._opened()
        self.before = self.dump()

    def _opened(self) -> Workspace:
        shutil.rmtree(self._folder, ignore_errors=True)
        shutil.copytree(self._pristine, self._folder)
        return Workspace(self._folder, clock=self._clock)

    def bring_back(self) -> None:
        """Make it again what it was."""
        self.workspace.close()
        self.workspace = self._opened()

    def dump(self) -> dict[str, str]:
        """Return a digest of every table's rows, and the names of all files kept.

        Left out is the list of files set aside: a refused file may come to stand there.
        """
        found = {}
        with self.workspace.database.read() as session:
            tables = set(inspect(session.connection()).get_table_names()) - _SET_ASIDE
            for table in sorted(tables):
                rows = session.execute(text(f'SELECT * FROM "{table}"')).all()
                found[table] = f"{len(rows)} {hashlib.sha256(repr(rows).encode()).hexdigest()}"
        for place in ("attachments", "originals", "temporary"):
            files = sorted(
                str(file) for file in (self._folder / place).rglob("*") if file.is_file()
            )
            found[place] = f"{len(files)} {files}"
        return found

    def close(self) -> None:
        """Let go of the workspace."""
        self.workspace.close()


class Trials:
    """Trials of one kind of file on a book."""

    def __init__(self, kind: str, path: Path, other: Path, book: Book, folder: Path) -> None:
        self.kind, self.book = kind, book
        self.raw, self.other = path.read_bytes(), other.read_bytes()
        self._path, self._refused = folder / "changed.zip", 0
        self._path.write_bytes(self.raw)
        self.original = self._opened()
        if self.original is None or self.original[1]:
            raise Fault("the unchanged file does not open")

    def run(self, seed: int, count: int) -> Iterator[tuple[int, str]]:
        """Make trials; give each one's number and what came of it. Raises Fault."""
        for number in range(seed, seed + count):
            raw = changed(self.kind, self.raw, self.other, random.Random(f"{self.kind} {number}"))
            try:
                yield number, self.trial(raw)
            except Exception as error:
                raise Fault(f"{self.kind}, trial {number}: {error!r}") from error

    def trial(self, raw: bytes) -> str:
        """Verify, open and take in a changed file; return the verdict."""
        if raw == self.other:
            return "the second file, whole"
        self._path.write_bytes(raw)
        os.utime(self._path, (1, 1))  # a file at rest: nobody waits for the rest of it
        keys = [self.book.workspace.keys.age_identity]
        temporary = self._path.parent
        report = verify_bundle(self._path, identities=keys, temp_dir=temporary)
        for note in (*report.errors, *report.warnings):
            self._told(AppError(note.code, **note.facts))
        try:
            opened = self._opened()
        except AppError as error:
            self._told(error)
            if report.valid:
                raise Fault("valid, and does not open") from error
            opened, verdict = None, f"refused {error.code}"
        else:
            verdict = self._judged(raw, report.valid, *opened)
        self._take_in(opened)
        return verdict

    def _judged(self, raw: bytes, valid: bool, content: Content, damaged: frozenset[str]) -> str:
        if valid == bool(damaged):
            raise Fault("verifying and opening do not agree")
        if self.kind in _SEALED and raw != self.raw:
            raise Fault("a changed seal opened")
        whole = self.original[0]
        untouched = {
            file for file in whole.files
            if not any(file[0].startswith(folder + "/") for folder in damaged)
        }  # fmt: skip
        if content.document != whole.document or content.signer not in (whole.signer, None):
            raise Fault("another document or another signer")
        if damaged:
            if not untouched <= content.files:
                raise Fault("damage beyond the damaged item")
            return "some items set aside"
        if content.files != whole.files:
            raise Fault("valid, with other content")
        return "identical" if content.signer else "identical, told to be unsigned"

    def _take_in(self, opened: object) -> None:
        (file,) = inbox.take_in(self.book.workspace, [self._path]).files
        if file.error is not None:
            self._told(file.error)
            if self.book.dump() != self.book.before:
                raise Fault(f"refused with {file.error.code}, and the book was changed")
            self._refused += 1
            if self._refused % 100 == 0:
                self.book.bring_back()  # copies of files set aside take room
            return
        if opened is None:
            raise Fault("taken in, though it does not open")
        known = {"new", "accepted", "quarantined"}
        if not {item.intake for item in file.items} <= known:
            raise Fault(f"unknown verdict {file.items}")
        self.book.bring_back()

    def _opened(self) -> tuple[Content, frozenset[str]]:
        keys = [self.book.workspace.keys.age_identity]
        with open_bundle(self._path, identities=keys, temp_dir=self._path.parent) as bundle:
            files = frozenset(
                (name, hashlib.sha256(bundle.read(name, 10**8)).hexdigest())
                for name in bundle.names()
                if name != SIGNATURE and not _in_any(name, bundle.damaged_items)
            )
            content = Content(json.dumps(bundle.document, sort_keys=True), bundle.signer, files)
            return content, bundle.damaged_items

    @staticmethod
    def _told(error: AppError) -> None:
        """Every code has its sentences, and all they need."""
        for language in ("vi", "en"):
            if not all(parts_of(error, language).values()):
                raise Fault(f"nothing is said for {error}")


def _in_any(name: str, folders: frozenset[str]) -> bool:
    return any(name.startswith(folder + "/") for folder in folders)
