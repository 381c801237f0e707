"""Backing up, going back, moving and bringing up to date, while the machine fails or is cut off."""

import os
import random
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sqlalchemy import text

from desktop_app.errors import AppError, Failed
from desktop_app.services import backups, drafting, moving_house, restoring
from desktop_app.storage import backup_places, copying
from desktop_app.workspace import Workspace
from tests.faults import findings, small_books
from tests.faults.failing_calls import FAILURES, Calls
from tests.faults.test_kills import kill_at_random

TORTURE = bool(os.environ.get("TORTURE"))
TRIALS = 12
KILLS = 200 if TORTURE else 4
STEPS = 5
"""At how many places of each step of the schema a process is killed in ``make test``."""
HERE = Path(__file__).parent
GOLDEN = HERE.parent / "golden"
VERSIONS = ("0001", "0002", "0003", "0004")
NO_BOOK = b"no database" * 500
WORDS = "bốn từ chẳng liên quan"


def rows(book: Workspace) -> dict[str, str]:
    """Return what every table holds, without what is noted of moves and restores themselves."""
    with book.database.read() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        found = {name: each.mark for name, each in copying.digest(session).items()}
    return {name: mark for name, mark in found.items() if name not in ("audit", "setting")}


class Quick:
    """Passphrases without the second of work a real one takes; what they seal is tried elsewhere."""

    @staticmethod
    def encrypt(content: bytes, passphrase: str) -> bytes:
        """Seal nothing."""
        return passphrase.encode() + b"|" + content

    @staticmethod
    def decrypt(content: bytes, passphrase: str) -> bytes:
        """Open what was not sealed."""
        return content.removeprefix(passphrase.encode() + b"|")


@pytest.fixture(autouse=True, scope="module")
def quick_passphrases():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pyrage, "passphrase", Quick)
        yield


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A book with one backup, written on since; one ready to move in; the file of a move."""
    root = tmp_path_factory.mktemp("prepared")
    with small_books.quick():
        small_books.make_books(root)
        with Workspace(root / "alone", clock=small_books.Clock()) as book:
            title = {"initiative_title": "Gá khoan ba lỗ một lần"}
            drafting.make_ready(book, drafting.new_initiative(book, None, title))
            book.attachments.put(b"a picture")
            backups.create(book)
            drafting.new_initiative(book, None, {"initiative_title": "Viết sau"})
            book.attachments.put(b"another picture")
        small_books.copy_book(root / "alone", root / "moving")
        with Workspace(root / "moving", clock=small_books.Clock()) as book:
            moving_house.export_book(book, root / "move.zip", WORDS)
        for version in VERSIONS:
            (root / version).mkdir()
            golden = GOLDEN / f"database-{version}" / "book.sqlite3"
            shutil.copyfile(golden, root / version / "book.sqlite3")
    return root


@dataclass(frozen=True)
class Action:
    """What is done to which folder; ``opened``: the book is open before anything fails."""

    book: str
    act: Callable[[Path, Path, Workspace | None], Any]
    opened: bool = True


def _second(to: Path, root: Path, book: Workspace | None) -> Any:
    assert book is not None
    backups.set_second_place(book, to)
    made = backups.create(book)
    if made.second != "done":
        raise Failed(made.second, place="", cause="")


def _open(root: Path) -> None:
    Workspace(root / "book", clock=small_books.Clock()).close()


def _rescue(to: Path, root: Path, book: Workspace | None) -> Any:
    restoring.rescue(root / "book", "newest", clock=small_books.Clock())


ACTIONS = {
    "back up": Action("alone", lambda _to, _r, book: backups.create(book)),
    "back up twice": Action("alone", _second),
    "go back": Action("alone", lambda _to, _r, book: restoring.restore(book, "newest")),
    "rescue": Action("damaged", _rescue, opened=False),
    "move out": Action(
        "alone", lambda to, _r, book: moving_house.export_book(book, to / "move.zip", WORDS)
    ),
    "move in": Action(
        "empty", lambda _to, root, book: moving_house.import_book(book, root / "move.zip", WORDS)
    ),
    "bring up to date": Action("0004", lambda _to, root, _book: _open(root), opened=False),
}


class Trial:
    """A fresh copy of the folder an action needs."""

    def __init__(self, prepared: Path, root: Path, action: Action) -> None:
        shutil.rmtree(root, ignore_errors=True)
        self.to, self.root, self.action = root / "to", root, action
        self.to.mkdir(parents=True)
        shutil.copy(prepared / "move.zip", root)
        source = {"damaged": "alone", "empty": ""}.get(action.book, action.book)
        if source:
            small_books.copy_book(prepared / source, root / "book")
        if action.book == "damaged":
            (root / "book" / "book.sqlite3").write_bytes(NO_BOOK)
        self.book: Workspace | None = None
        if action.opened:
            self.book = self._open()
            _ = self.book.started and self.book.keys.public

    def _open(self) -> Workspace:
        return Workspace(self.root / "book", clock=small_books.Clock())

    def act(self) -> Any:
        return self.action.act(self.to, self.root, self.book)

    def held(self) -> tuple[dict[str, str] | None, list[str]]:
        """Return what the book holds, None for a damaged one, and its backups, each checked."""
        folder = self.root / "book"
        names = sorted(row.id for row in backups.list_backups(folder))
        for name in names:
            backups.check(folder, name, small_books.Clock()())
        if self.book is not None:
            return rows(self.book), names
        if (folder / "book.sqlite3").read_bytes() == NO_BOOK:
            return None, names
        with self._open() as book:
            return rows(book), names

    def close(self) -> None:
        if self.book is not None:
            self.book.close()


@pytest.mark.parametrize("name", ACTIONS)
def test_any_call_may_fail_once(name, prepared, tmp_path):
    action, calls = ACTIONS[name], Calls()
    with small_books.quick() as patch:
        calls.patch(patch)
        patch.setattr(random, "sample", lambda found, number: list(found)[:number])
        for _time in range(2):  # once for what is loaded at the first time
            trial = Trial(prepared, tmp_path / "trial", action)
            with calls.listen():
                trial.act()
            made, after = list(calls.made), trial.held()
            trial.close()
        before_trial = Trial(prepared, tmp_path / "trial", action)
        before = before_trial.held() if action.book != "0004" else ({}, [])
        before_trial.close()
        every = 1 if TORTURE else max(1, len(made) // TRIALS)
        wrong: list[str] = []
        for place in range(every // 2, len(made), every):
            turns = range(len(FAILURES[made[place]])) if TORTURE else (place // every,)
            for turn in turns:
                try:
                    _fail_once(Trial(prepared, tmp_path / "trial", action), calls, place, turn,
                               before, after)  # fmt: skip
                except Exception as error:
                    wrong.append(f"{calls.failed} {calls.failure} (call {place}): {error!s:.1200}")
                findings.note(f"One call of “{name}” fails", made[place])
    assert not wrong, "\n".join(wrong)


def _fail_once(trial, calls, place, turn, before, after):
    try:
        told = None
        with calls.listen(place, turn):
            try:
                trial.act()
            except AppError as error:
                told = error
            except OSError as error:
                raise AssertionError(f"not told: {traceback.format_exc()[-900:]}") from error
        assert calls.failed, "the call was not made this time"
        found = trial.held()
        if trial.action.book == "0004":
            assert found[0] == after[0]  # whatever was told, the book opens now and is whole
            return
        if told is None:
            assert found[0] == after[0]
            return
        # Before or after, never between; no earlier backup is gone or broken.
        assert found[0] in (before[0], after[0]), f"between: {told}"
        assert set(before[1]) <= set(found[1]), f"lost a backup: {told}"
        if trial.book is not None and (trial.book.moved is not None or _arrived(trial)):
            return
        trial.act()
        assert trial.held()[0] == after[0], f"not again after: {told}"
        assert not list(trial.to.glob(".ssk-*"))
    finally:
        trial.close()


def _arrived(trial):
    return trial.action.book == "empty" and trial.book.started


# Killed


def test_killed_while_backing_up(prepared, tmp_path):
    folder = tmp_path / "book"
    small_books.copy_book(prepared / "alone", folder)
    source, known = random.Random(20261124), {row.id for row in backups.list_backups(folder)}
    for _kill in range(KILLS):
        said = kill_at_random("backing_up_child.py", folder, source=source)
        with Workspace(folder) as book:
            assert rows(book)
            made = {word for word in said if backup_places.is_name(word)}
            listed = {row.id for row in backups.list_backups(folder)}
            assert known | made <= listed
            for name in listed:
                backups.check(folder, name, book.now())
            known = listed
            assert backups.create(book).second == ""
        assert not list(backups.place_of(folder).glob(".new-*"))
        known = {row.id for row in backups.list_backups(folder)}


def test_killed_while_going_back(prepared, tmp_path):
    """The book is one of the two, whole; what it was before lies in the backups."""
    folder = tmp_path / "book"
    small_books.copy_book(prepared / "alone", folder)
    with Workspace(folder) as book:
        first = backups.list_backups(folder)[-1].id
        second = backups.create(book).backup.id
        either = []
        for name in (first, second):
            restoring.restore(book, name)
            either.append(rows(book))
    assert either[0] != either[1]
    source = random.Random(20261125)
    for _kill in range(KILLS):
        kill_at_random("backing_up_child.py", folder, first, second, source=source)
        with Workspace(folder) as book:
            assert rows(book) in either
            for name, wanted in zip((first, second), either, strict=True):
                restoring.restore(book, name)
                assert rows(book) == wanted


def child(*words):
    done = subprocess.run(
        [sys.executable, HERE / "migrating_child.py", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=HERE.parents[1],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills itself in forked processes")
@pytest.mark.parametrize("version", VERSIONS)
def test_an_upgrade_killed_at_each_step(prepared, tmp_path, version):
    """The book opens afterwards with everything; if not it, then the backup made before."""
    small_books.copy_book(prepared / version, tmp_path / "whole")
    (count,) = child("count", tmp_path / "whole")
    with Workspace(tmp_path / "whole") as book:
        wanted = rows(book)
    assert len(backups.list_backups(tmp_path / "whole")) == 1
    every = 1 if TORTURE else max(1, int(count) // STEPS)
    places = range(every // 2, int(count), every)
    folders = [tmp_path / f"killed-{place}" for place in places]
    for folder in folders:
        small_books.copy_book(prepared / version, folder)
    words = [word for pair in zip(folders, places, strict=True) for word in pair]
    assert child("kill", *words) == ["True"] * len(folders)
    for folder in folders:
        findings.note("An upgrade killed", version)
        with Workspace(folder) as book:
            assert rows(book) == wanted
        # The backup of before the upgrade is there, whole, and brings the same book.
        oldest = backups.list_backups(folder)[-1]
        assert (oldest.reason, oldest.schema) == ("migration", version)
        with Workspace(folder) as book:
            drafting.new_initiative(book)
            restoring.restore(book, oldest.id)
            assert rows(book) == wanted


# Places that are full, gone or cannot be written


@pytest.fixture
def small_disk(tmp_path):
    """A disk with little room."""
    folder = tmp_path / "small"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("needs to mount a small file system")
    words = ["mount", "-t", "tmpfs", "-o", "size=1200k", "x", folder]
    if subprocess.run(words, capture_output=True).returncode:
        pytest.skip("may not mount here: not root")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_second_disk_that_is_full_keeps_what_it_had(team, small_disk):
    backups.set_second_place(team, small_disk)
    assert backups.create(team).second == "done"
    (kept,) = backup_places.list_backups(backups.second_place(team.folder))
    team.attachments.put(random.Random(1).randbytes(2_000_000))
    drafting.new_initiative(team)
    made = backups.create(team)
    assert made.second == "SSK-941"
    assert made.backup.here
    assert backups.problem(team.folder).error.code == "SSK-941"
    (left,) = backup_places.list_backups(backups.second_place(team.folder))
    assert left == kept
    assert backups.check(team.folder, str(left.path), team.now())


def test_a_book_on_a_full_disk_is_not_brought_up_to_date_without_a_backup(prepared, small_disk):
    book = small_disk / "book"
    small_books.copy_book(prepared / "0003", book)
    (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 100_000))
    before = (book / "book.sqlite3").read_bytes()
    with pytest.raises(Failed) as raised:
        Workspace(book)
    assert raised.value.code == "SSK-950"
    assert (book / "book.sqlite3").read_bytes() == before
    (small_disk / "filler").unlink()
    Workspace(book).close()
