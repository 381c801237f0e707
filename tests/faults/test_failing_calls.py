"""Every single call of the system failing once: told, nothing half, and it works right afterwards.

``make test`` tries every so many-th call of each action, ``make torture`` all of them in every
way they may fail.
"""

import os
import shutil
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop_app.errors import BadInput, Failed
from desktop_app.exchange.bundle_file import verify_bundle
from desktop_app.services import (
    cards,
    drafting,
    handover,
    inbox,
    quarantine,
    receipts,
    relaying,
    review,
)
from desktop_app.storage import tables
from desktop_app.workspace import Workspace
from tests.faults import findings, small_books
from tests.faults.failing_calls import FAILURES, Calls

TORTURE = bool(os.environ.get("TORTURE"))
TRIALS = 12
"""About how many calls of each action fail in ``make test``."""
EARLIER = b"an earlier file somebody keeps under this name"


Given = dict[str, list[Path]]


@dataclass(frozen=True)
class Action:
    """Something a person does: in which book, whether it leaves files, whether item by item."""

    book: str
    act: Callable[[Workspace, Given, Path], Any]
    writes: bool
    by_items: bool = False


def _submissions(given: Path) -> list[Path]:
    return sorted(given.glob("*submission*"))


def _taken(result: inbox.IntakeResult) -> list[Any]:
    for file in result.files:
        if file.error is not None:
            raise file.error
        for item in file.items:
            if item.intake == "quarantined":
                raise BadInput(item.reason)
    return [(file.kind, [item.id for item in file.items]) for file in result.files]


def _set_aside(book: Workspace, given: Given, _to: Path) -> Any:
    """A damaged file comes; what is asked for is that it lies in quarantine."""
    (file,) = inbox.take_in(book, given["damaged"]).files
    if isinstance(file.error, Failed):
        raise file.error
    # Without room for a copy it is told all the same; the file is still where it came from.
    return [row.file_name for row in quarantine.list_quarantine(book)]


def _help(book: Workspace, _given: Given, to: Path) -> Any:
    (row,) = quarantine.list_quarantine(book)
    quarantine.export_for_help(book, row.id, to)


def _retry(book: Workspace, _given: Given, _to: Path) -> Any:
    return [file.opened for file in quarantine.retry(book).files]


ACTIONS = {
    "export": Action("first", lambda b, _g, to: handover.export_bundle(b, to).count, True),
    "export split": Action(
        "first",
        lambda b, _g, to: [w.count for w in handover.export_bundles(b, to, max_size=408_000)],
        True,
    ),
    "export open": Action(
        "alone", lambda b, _g, to: handover.export_bundle(b, to, unsealed=True).count, True
    ),
    "export again": Action(
        "sent",
        lambda b, _g, to: (
            handover.export_again(b, handover.resolve_bundle(b, "2"), to).inner_sha256
        ),
        True,
    ),
    "import": Action(
        "office", lambda b, given, _to: _taken(inbox.take_in(b, given["submission"])), False, True
    ),
    "receipt export": Action(
        "decided", lambda b, _g, to: [w.count for w in receipts.export_receipts(b, to)], True
    ),
    "receipt import": Action(
        "sent",
        lambda b, given, _to: _taken(inbox.take_in(b, given["receipt"])),
        False,
        True,
    ),
    "card": Action("office", lambda b, _g, to: bool(cards.export_card(b, "MSC", to)), True),
    "card import": Action(
        "alone",
        lambda b, given, _to: _taken(inbox.take_in(b, given["MSC*setup"])),
        False,
        True,
    ),
    "relay": Action(
        "decided", lambda b, _g, to: [w.count for w in relaying.export_relay(b, to)], True
    ),
    "relay import": Action(
        "province",
        lambda b, given, _to: _taken(inbox.take_in(b, given["relay"])),
        False,
        True,
    ),
    "set aside": Action("office", _set_aside, False, True),
    "try again": Action("aside", _retry, False, True),
    "export for help": Action("aside", _help, True),
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Books at each point an action begins from, and the files they are given."""
    root = tmp_path_factory.mktemp("prepared")
    given, clock = root / "given", small_books.Clock()
    (given / "damaged").mkdir(parents=True)
    with small_books.quick():
        small_books.make_books(root)
        for card in (root / "cards").iterdir():
            shutil.copy(card, given)
        for name in ("first", "alone"):
            with Workspace(root / name, clock=clock) as book:
                for number in range(3):
                    title = {"initiative_title": f"Gá khoan số {number} của {name}"}
                    drafting.make_ready(book, drafting.new_initiative(book, None, title))
        small_books.copy_book(root / "first", root / "sent")
        with Workspace(root / "sent", clock=clock) as sent:
            handover.export_bundles(sent, given, max_size=408_000)
        small_books.copy_book(root / "office", root / "decided")
        with Workspace(root / "decided", clock=clock) as decided:
            inbox.take_in(decided, _submissions(given))
            for row in review.list_for_review(decided):
                review.decide(decided, row.id, "accepted")
        small_books.copy_book(root / "decided", root / "answered")
        with Workspace(root / "answered", clock=clock) as answered:
            receipts.export_receipts(answered, given)
            relaying.export_relay(answered, given)
        damaged = given / "damaged" / "MSC-AAAA-submission-0001.zip.age"
        damaged.write_bytes(_submissions(given)[0].read_bytes()[:-100])
        small_books.copy_book(root / "office", root / "aside")
        with Workspace(root / "aside", clock=clock) as aside:
            inbox.take_in(aside, [damaged])
    return root


def held(book: Workspace) -> dict[str, Any]:
    """Return what a book holds, without moments and identifiers made anew each time."""
    i, b, q = tables.Initiative, tables.Bundle, tables.Quarantined
    with book.database.read() as session:
        rows = session.execute(select(i.id, i.revision_hash, i.submission, i.writing)).all()
        revisions = session.execute(select(tables.Revision.initiative_id, tables.Revision.hash))
        v = tables.Verdict
        said = session.execute(
            select(v.initiative_id, v.revision_hash, v.verdict, v.sequence, v.receipt_id != "")
        )
        return {
            "initiatives": sorted(map(tuple, rows)),
            "revisions": sorted(map(tuple, revisions.all())),
            "verdicts": Counter(map(tuple, said.all())),
            "bundles": sorted(map(tuple, session.execute(select(b.kind, b.sequence, b.direction)))),
            "aside": sorted(map(tuple, session.execute(select(q.file_name, q.code)))),
            "office": book.setting("office") and book.setting("office")["sign_key"],
        }


def whole_items(book: Workspace) -> None:
    """Each initiative is there with its revision, or not at all; each file it names is kept."""
    with book.database.read() as session:
        rows = session.execute(select(tables.Initiative.id, tables.Initiative.revision_hash))
        for initiative_id, mark in rows.all():
            if mark is not None:
                assert session.get(tables.Revision, (initiative_id, mark)) is not None
        told = select(tables.Verdict.initiative_id, tables.Verdict.revision_hash)
        for pair in session.execute(told).all():
            assert session.get(tables.Revision, tuple(pair)) is not None


class Trial:
    """A fresh copy of the book an action needs, and a folder it writes into."""

    def __init__(self, prepared: Path, root: Path, action: Action, names: list[str]) -> None:
        shutil.rmtree(root, ignore_errors=True)
        small_books.copy_book(prepared / action.book, root / "book")
        folder, self.to = prepared / "given", root / "to"
        self.given = {
            kind: sorted(folder.glob(f"*{kind}*.zip*"))
            for kind in ("submission", "receipt", "relay", "MSC*setup")
        }
        self.given["damaged"] = list((folder / "damaged").iterdir())
        self.to.mkdir()
        for name in names:
            (self.to / name).write_bytes(EARLIER)
        self.action = action
        self.book = Workspace(root / "book", clock=small_books.Clock())
        # As at work: keys read, the connection open.
        _ = self.book.keys.public, self.book.own

    def act(self) -> Any:
        return self.action.act(self.book, self.given, self.to)

    def shown(self) -> dict[str, bytes]:
        return {
            path.name: path.read_bytes()
            for path in self.to.iterdir()
            if not path.name.startswith(".ssk-")
        }


@pytest.mark.parametrize("name", ACTIONS)
def test_any_call_may_fail_once(name, prepared, tmp_path):
    action, calls = ACTIONS[name], Calls()
    with small_books.quick() as patch:
        calls.patch(patch)
        names: list[str] = []
        for _time in range(2):  # once for what is loaded at the first time, and for the names
            trial = Trial(prepared, tmp_path / "trial", action, names)
            with calls.listen():
                expected = trial.act()
            made, after = list(calls.made), held(trial.book)
            names = names or sorted(trial.shown())
            trial.book.close()
        assert len(made) > 10
        assert bool(names) == action.writes
        every = 1 if TORTURE else max(1, len(made) // TRIALS)
        wrong: list[str] = []
        for place in range(every // 2, len(made), every):
            turns = range(len(FAILURES[made[place]])) if TORTURE else (place // every,)
            for turn in turns:
                try:
                    wanted = (expected, after, names)
                    _fail_once(prepared, tmp_path / "trial", action, calls, place, turn, wanted)
                except Exception as error:
                    wrong.append(_where(calls, place, error))
                findings.note(f"One call of “{name}” fails", made[place])
    assert not wrong, "\n".join(wrong)


def _where(calls: Calls, place: int, error: Exception) -> str:
    """Return which failure was met badly, how, and where in the program."""
    inside = [f for f in traceback.extract_tb(error.__traceback__) if "desktop_app" in f.filename]
    at = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(inside[-3:]))
    return f"{calls.failed} {calls.failure} (call {place}): {error!r:.300} {at}"


def _fail_once(
    prepared: Path,
    root: Path,
    action: Action,
    calls: Calls,
    place: int,
    turn: int,
    wanted: tuple[Any, Any, list[str]],
) -> None:
    expected, after, names = wanted
    trial = Trial(prepared, root, action, names)
    before = held(trial.book)
    try:
        with calls.listen(place, turn):
            try:
                result, told = trial.act(), None
            except (Failed, BadInput) as error:
                result, told = None, error
        what = f"{calls.failed} {calls.failure} (call {place}): {told}"
        assert calls.failed, "the call was not made this time"
        for name in names:
            assert (trial.to / name).read_bytes() == EARLIER, what
        if told is None:
            assert result == expected, what
            assert held(trial.book) == after, what
            return
        assert len(trial.shown()) == len(names), f"left behind: {what}"
        parts = [path.name for path in trial.to.glob(".ssk-*")]
        assert not parts or calls.failed == "unlink", what
        if action.by_items:
            whole_items(trial.book)
        else:
            assert held(trial.book) == before, what
        assert trial.act() == expected, f"not again after: {what}"
        assert not list(trial.to.glob(".ssk-*"))
        assert _settled(held(trial.book), action) == _settled(after, action), what
        for path in trial.to.glob("*.zip*"):
            if path.name not in names and "help" not in path.name:
                keys = [trial.book.keys.age_identity]
                assert verify_bundle(path, identities=keys, temp_dir=root).valid, what
    finally:
        trial.book.close()


def _settled(found: dict[str, Any], action: Action) -> dict[str, Any]:
    """Of what came item by item an arrival may be told twice: that is what sent again means."""
    if not action.by_items:
        return found
    return {**found, "verdicts": {pair[:3] for pair in found["verdicts"]}}
