"""A world of books between which files are carried, and beside it what ought to be true.

``Report``, ``Team`` and ``Desk`` say in plain Python what each side must know. The program is
asked for nothing of that; what is taken from it is what a file that left says of itself.
"""

import copy
import json
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop_app.errors import AppError, NotAllowed
from desktop_app.exchange.keys import make_keys
from desktop_app.services import (
    carrying,
    chains,
    conflicts,
    drafting,
    handover,
    inbox,
    portal,
    quarantine,
    queue,
    receipts,
    relaying,
    review,
    unit_keys,
)
from desktop_app.services.carrying import RECEIPT, RELAY, SUBMISSION
from desktop_app.storage import bundles, tables
from desktop_app.workspace import Workspace
from tests.faults.small_books import Clock, copy_book

VERDICTS = ("accepted", "returned", "declined")
TRIED: Counter[str] = Counter()
"""What was tried by all histories of this run."""


@dataclass(frozen=True)
class Frozen:
    """A revision as it was frozen: its number, its text, the hashes of the line that led to it."""

    number: int
    text: str
    line: tuple[str, ...]


@dataclass(frozen=True)
class File:
    """A file on the way and what stands in it; ``open_to`` are the recipients of its seal."""

    path: Path
    kind: str
    bundle_id: str
    key: str
    recipient: str
    sequence: int
    previous: str | None
    inner: str
    items: tuple[dict[str, Any], ...]
    open_to: frozenset[str]
    damaged: bool = False


@dataclass
class Report:
    """What a team knows of one of its reports; ``told`` maps hash → receipt → what it said."""

    line: list[str]
    writing: str = "ready"
    submission: str = "queued"
    told: dict[str, dict[str, tuple[int, str | None]]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        return self.line[-1]


@dataclass
class Team:
    """What stands in the book of a team."""

    reports: dict[str, Report] = field(default_factory=dict)
    handed_over: set[str] = field(default_factory=set)


@dataclass
class Said:
    """An arrival (no verdict) or a verdict of an office; ``carried`` by which receipt."""

    id: str
    mark: str
    verdict: str | None
    carried: str | None = None


@dataclass
class Desk:
    """What an office must know: by report, the hashes that came, the one in use, what was said."""

    known: dict[str, set[str]] = field(default_factory=dict)
    current: dict[str, str] = field(default_factory=dict)
    submission: dict[str, str] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)
    waiting: set[tuple[str, str]] = field(default_factory=set)
    clashed: set[str] = field(default_factory=set)
    settled: set[str] = field(default_factory=set)
    keys: dict[str, str] = field(default_factory=dict)
    arrived: dict[tuple[str, str], dict[int, list[File]]] = field(default_factory=dict)
    passed_on: dict[tuple[str, str], tuple[int, str | None]] = field(default_factory=dict)

    def newest(self, initiative_id: str, mark: str) -> str | None:
        """Return the newest verdict on a revision."""
        said = [s.verdict for s in self.said if (s.id, s.mark) == (initiative_id, mark)]
        return next((verdict for verdict in reversed(said) if verdict), None)


class Place:
    """A computer with a book: its folder, its own clock, the frozen revisions last seen there.

    ``numbers`` maps recipient → what left for it, in order: number and hash of the inner ZIP.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.folder, self.clock = name, folder, Clock()
        self.team, self.desk = Team(), Desk()
        self.backups: list[tuple[Path, Team, dict[str, list[tuple[int, str]]]]] = []
        self.open(folder)

    def open(self, folder: Path) -> None:
        self.folder = folder
        self.book = Workspace(folder, clock=self.clock)
        self.seen: dict[tuple[str, str], tuple[Any, ...]] = {}
        self.numbers: dict[str, list[tuple[int, str]]] = {}
        self.left: set[str] = set()
        with self.book.database.read() as session:
            for bundle in reversed(bundles.all_bundles(session, direction="out")):
                self.left.add(bundle.id)
                self.numbers.setdefault(bundle.recipient_unit, []).append(
                    (bundle.sequence, bundle.inner_sha256)
                )
        for known in self.numbers.values():
            known.sort()

    @property
    def is_team(self) -> bool:
        return self.book.own.role == "team"

    @property
    def key(self) -> str:
        return self.book.keys.public.sign

    @property
    def has_card(self) -> bool:
        return self.book.setting("office") is not None

    def can_open(self, file: File) -> bool:
        return not file.open_to or self.book.keys.public.age in file.open_to


class World:
    """An office, the level above, the computers of a team, and the files between them."""

    def __init__(self, base: Path, root: Path) -> None:
        self.base, self.root = base, root
        self.count = 0
        self.frozen: dict[tuple[str, str], Frozen] = {}
        self.files: list[File] = []
        self.everything: list[File] = []
        self.desks: list[Place] = []
        self.teams: list[Place] = []
        for name in ("office", "province"):
            copy_book(base / name, root / name)
            self.desks.append(Place(name, root / name))
        for name in ("first", "second", "alone"):
            copy_book(base / name, root / name)
            self.teams.append(Place(name, root / name))
        self.office, self.province = self.desks
        (self.card,) = (base / "cards").iterdir()

    def close(self) -> None:
        for place in (*self.desks, *self.teams):
            place.book.close()

    def fresh(self, name: str) -> Path:
        self.count += 1
        folder = self.root / f"{self.count:04}-{name}"
        folder.mkdir()
        return folder

    def text(self) -> str:
        self.count += 1
        return f"Bản thứ {self.count} của mọi bản"

    # At a team

    def write(self, place: Place) -> None:
        title = {"initiative_title": self.text()}
        initiative_id = drafting.new_initiative(place.book, None, title)
        place.team.reports[initiative_id] = Report([])
        self._freeze(place, initiative_id, title["initiative_title"])

    def correct(self, place: Place, initiative_id: str) -> None:
        self.reopen(place, initiative_id)
        text = self.text()
        drafting.edit(place.book, initiative_id, {"initiative_title": text})
        self._freeze(place, initiative_id, text)

    def reopen(self, place: Place, initiative_id: str) -> None:
        report = place.team.reports[initiative_id]
        if report.writing == "draft":
            return
        drafting.back_to_draft(place.book, initiative_id)
        report.writing = "draft"
        if report.submission == "queued":
            report.submission = "none"

    def complete_unchanged(self, place: Place, initiative_id: str) -> None:
        """Take up, change nothing, complete again: it is the same revision, nothing moves."""
        self.reopen(place, initiative_id)
        report = place.team.reports[initiative_id]
        if report.submission == "returned":
            with pytest.raises(NotAllowed, match="SSK-509"):
                drafting.make_ready(place.book, initiative_id)
            return
        assert drafting.make_ready(place.book, initiative_id).hash == report.mark
        report.writing = "ready"
        if report.submission == "none":
            report.submission = "queued"

    def back_to_earlier_text(self, place: Place, initiative_id: str) -> None:
        """Word for word an earlier revision, which was frozen already and has its answer."""
        report = place.team.reports[initiative_id]
        if len(report.line) < 2:
            return
        self.reopen(place, initiative_id)
        before = self.frozen[initiative_id, report.line[-2]].text
        now = self.frozen[initiative_id, report.mark].text
        drafting.edit(place.book, initiative_id, {"initiative_title": before})
        with pytest.raises(NotAllowed, match="SSK-517"):
            drafting.make_ready(place.book, initiative_id)
        drafting.edit(place.book, initiative_id, {"initiative_title": now})

    def _freeze(self, place: Place, initiative_id: str, text: str) -> None:
        report = place.team.reports[initiative_id]
        frozen = drafting.make_ready(place.book, initiative_id)
        report.line.append(frozen.hash)
        assert frozen.number == len(report.line)
        report.writing, report.submission = "ready", "queued"
        assert (initiative_id, frozen.hash) not in self.frozen
        self.frozen[initiative_id, frozen.hash] = Frozen(frozen.number, text, tuple(report.line))

    def export(self, place: Place, chosen: Sequence[str] | None, max_size: int | None) -> None:
        waiting = [i for i, r in place.team.reports.items() if r.submission == "queued"]
        wanted = waiting if chosen is None else [i for i in waiting if i in chosen]
        folder = self.fresh("export")
        ids = None if chosen is None else wanted
        if not wanted:
            with pytest.raises(NotAllowed, match="SSK-510"):
                handover.export_bundles(place.book, folder, ids, unsealed=True)
            return
        written = handover.export_bundles(
            place.book, folder, ids, max_size=max_size, unsealed=not place.has_card
        )
        new = self.collect(place, folder)
        assert [f.bundle_id for f in new] == [w.bundle_id for w in written]
        told = [(item["id"], item["hash"]) for file in new for item in file.items]
        assert sorted(told) == sorted((i, place.team.reports[i].mark) for i in wanted)
        for initiative_id in wanted:
            place.team.reports[initiative_id].submission = "bundled"

    def collect(self, place: Place, folder: Path) -> list[File]:
        """Note what left just now, and that its number follows the one before it."""
        with place.book.database.read() as session:
            found = [
                (bundle, bundles.content_of(session, bundle.id))
                for bundle in bundles.all_bundles(session, direction="out")
                if bundle.id not in place.left
            ]
        new: list[File] = []
        for bundle, content in sorted(found, key=lambda each: each[0].sequence):
            document = content["document"]
            file = File(
                folder / bundle.file_name,
                bundle.kind,
                bundle.id,
                bundle.sender_key,
                bundle.recipient_unit,
                bundle.sequence,
                bundle.previous,
                bundle.inner_sha256,
                tuple(document["items"]),
                frozenset(content["recipients"]),
            )
            assert file.path.is_file()
            before = place.numbers.setdefault(file.recipient, [])
            last = before[-1] if before else (0, None)
            assert (file.sequence, file.previous) == (last[0] + 1, last[1])
            before.append((file.sequence, file.inner))
            place.left.add(file.bundle_id)
            new.append(file)
        self.files += new
        self.everything += new
        return new

    def export_again(self, place: Place, file: File) -> File:
        """Make an earlier file again: the same inner ZIP."""
        again = handover.export_again(place.book, file.bundle_id, self.fresh("again"))
        assert again.inner_sha256 == file.inner
        made = replace(file, path=again.path, damaged=False)
        self.files.append(made)
        TRIED["files made again"] += 1
        return made

    def hand_over(self, place: Place, file: File) -> None:
        handover.mark_handed_over(place.book, file.bundle_id)
        place.team.handed_over.add(file.bundle_id)
        for item in file.items:
            report = place.team.reports[item["id"]]
            if report.submission == "bundled" and report.mark == item["hash"]:
                report.submission = "handed_over"

    def queue_again(self, place: Place, initiative_id: str) -> None:
        report = place.team.reports[initiative_id]
        if report.writing == "ready" and report.submission in ("bundled", "handed_over"):
            handover.queue_again(place.book, [initiative_id])
            report.submission = "queued"

    def take_card(self, place: Place) -> None:
        (file,) = inbox.take_in(place.book, [self.card]).files
        assert file.error is None

    def back_up(self, place: Place) -> None:
        target = self.fresh("backup") / "book"
        place.book.close()
        copy_book(place.folder, target)
        numbers = copy.deepcopy(place.numbers)
        place.backups.append((target, copy.deepcopy(place.team), numbers))
        place.book = Workspace(place.folder, clock=place.clock)

    def restore(self, place: Place) -> None:
        kept, team, numbers = place.backups[-1]
        place.book.close()
        target = self.fresh("restored") / "book"
        copy_book(kept, target)
        place.open(target)
        place.team = copy.deepcopy(team)
        assert place.numbers == numbers

    def reinstall(self, place: Place) -> None:
        """Everything is gone: a new book from the card, with a new key."""
        place.book.close()
        target = self.fresh("reinstalled") / "book"
        copy_book(self.base / "spare", target)
        shutil.rmtree(target / "keys")
        before = place.key
        place.__dict__.pop("book")
        place.open(target)
        assert place.key != before
        place.team, place.backups = Team(), []

    # On the way

    def lose(self, file: File) -> None:
        self.files.remove(file)
        TRIED["files lost"] += 1

    def copy_file(self, file: File) -> None:
        """Another copy, as chats name it."""
        name, dot, ending = file.path.name.partition(".")
        target = self.fresh("copy") / f"{name} (1){dot}{ending}"
        shutil.copyfile(file.path, target)
        self.files.append(replace(file, path=target))
        TRIED["files copied"] += 1

    def damage(self, file: File, source: random.Random, *, instead: bool) -> None:
        data = bytearray(file.path.read_bytes())
        if source.random() < 0.5:
            del data[source.randrange(len(data)) :]
        else:
            data[source.randrange(len(data))] ^= 1 << source.randrange(8)
        target = self.fresh("damaged") / file.path.name
        target.write_bytes(data)
        if instead:
            self.files.remove(file)
        self.files.append(replace(file, path=target, damaged=True))
        TRIED["files damaged"] += 1

    # Taking in

    def take_in(self, place: Place, files: Sequence[File]) -> None:
        """Take files in at a computer, whoever they are for, and compare with what must come."""
        agreed = inbox.Agreed(frozenset({self.office.key}))
        result = inbox.take_in(place.book, [f.path for f in files], agreed=agreed)
        assert [f.path for f in result.files] == [f.path for f in files]
        for file, found in zip(files, result.files, strict=True):
            self._compare(place, file, found)
        TRIED["files taken in"] += len(files)

    def _compare(self, place: Place, file: File, found: inbox.IntakeFile) -> None:
        if file.damaged and file.open_to:
            assert not found.opened, "a damaged seal was opened"
            return
        if file.damaged and not found.opened:
            return
        intakes = {item.id: (item.intake, item.reason) for item in found.items}
        expected: dict[str, tuple[str, str]] | None
        if place.is_team:
            expected = self._team_takes(place, file)
        elif file.kind == RECEIPT:
            expected = self._office_is_answered(place, file)
        else:
            broken = {
                item: what
                for item, what in intakes.items()
                if file.damaged and what[0] == "quarantined" and what[1] != "SSK-549"
            }
            expected = self.desk_takes(place, file, broken)
        if expected is None:
            assert not found.opened, (found, file)
        else:
            assert found.opened, found.error
            assert intakes == expected, f"at {place.name}: {intakes} instead of {expected}"

    def desk_takes(
        self, place: Place, file: File, broken: dict[str, tuple[str, str]]
    ) -> dict[str, tuple[str, str]] | None:
        """Say what must become of each item of a submission or a relay at an office."""
        wanted = SUBMISSION if place is self.office else RELAY
        if file.kind != wanted or not place.can_open(file):
            return None
        desk = place.desk
        desk.keys.setdefault(file.key, "asked" if desk.keys else "known")
        numbers = desk.arrived.setdefault((file.key, file.recipient), {})
        here = numbers.setdefault(file.sequence, [])
        if all(file.bundle_id != other.bundle_id for other in here):
            here.append(file)
        expected = dict(broken)
        for item in file.items:
            if item["id"] in broken:
                continue
            what = self._arrives(desk, item["id"], item["hash"], desk.keys[file.key] == "asked")
            expected[item["id"]] = (what, "SSK-549" if what == "quarantined" else "")
        return expected

    def _arrives(self, desk: Desk, initiative_id: str, mark: str, asked: bool) -> str:
        current = desk.current.get(initiative_id)
        if current is None:
            what = "new"
        elif current == mark:
            what = "same"
        else:
            what = self._place_in_line(initiative_id, current, mark)
            lines = {m for k in desk.known[initiative_id] for m in self.line(initiative_id, k)}
            chosen = initiative_id in desk.settled and mark in lines
            if what == "conflict" and chosen and (initiative_id, mark) not in desk.waiting:
                what = "older"  # a person chose between them already
        if asked and what in ("newer", "conflict"):
            return "quarantined"
        desk.known.setdefault(initiative_id, set()).add(mark)
        desk.said.append(Said(initiative_id, mark, None))
        if what in ("new", "newer"):
            desk.current[initiative_id] = mark
            desk.submission[initiative_id] = "received"
        elif what == "conflict":
            desk.waiting.add((initiative_id, mark))
            desk.clashed.add(initiative_id)
        return what

    def _place_in_line(self, initiative_id: str, current: str, mark: str) -> str:
        """Newer when it goes on from what is in use, older when that went on from it."""
        if current in self.frozen[initiative_id, mark].line:
            return "newer"
        return "older" if mark in self.frozen[initiative_id, current].line else "conflict"

    def _team_takes(self, place: Place, file: File) -> dict[str, tuple[str, str]] | None:
        """Say what must become of each item of a receipt at a team."""
        if file.kind != RECEIPT or file.key != self.office.key or not place.can_open(file):
            return None
        if file.recipient not in place.book.own_ids:
            return None
        return {i["id"]: (self._is_told(place.team, file, i), "") for i in file.items}

    def _is_told(self, team: Team, file: File, item: dict[str, Any]) -> str:
        report = team.reports.get(item["id"])
        if report is None or item["hash"] not in report.line:
            return "unknown"
        told = report.told.setdefault(item["hash"], {})
        if file.bundle_id in told:
            return "same"
        if any(sequence > file.sequence for sequence, _verdict in told.values()):
            return "older"
        told[file.bundle_id] = (file.sequence, item["verdict"])
        if item["hash"] == report.mark:
            decided = report.submission in (*VERDICTS, "uploaded")
            if item["portal"]:
                report.submission = "uploaded"
            elif item["verdict"] and (report.submission, item["verdict"]) != (
                "uploaded",
                "accepted",
            ):
                report.submission = item["verdict"]
            elif not decided:
                report.submission = "received"
        return item["verdict"] or "received"

    def _office_is_answered(self, place: Place, file: File) -> dict[str, tuple[str, str]] | None:
        if place is not self.office or file.key != self.province.key:
            return None
        return {i["id"]: (self._answer(place.desk, file, i), "") for i in file.items}

    def _answer(self, desk: Desk, file: File, item: dict[str, Any]) -> str:
        known = desk.passed_on.get((item["id"], item["hash"]))
        if known is None:
            return "unknown"
        if known[0] >= file.sequence:
            return "same" if known[0] == file.sequence else "older"
        desk.passed_on[item["id"], item["hash"]] = (file.sequence, item["verdict"])
        goes_on = desk.submission[item["id"]] in ("accepted", "uploaded")
        if item["portal"] and desk.current[item["id"]] == item["hash"] and goes_on:
            desk.submission[item["id"]] = "uploaded"
            desk.said.append(Said(item["id"], item["hash"], None))
        return item["verdict"] or "received"

    # At an office

    def confirm(self, place: Place, sign_key: str) -> None:
        """Compare the words of a key: what waited for it comes in by itself."""
        desk = place.desk
        before = desk.keys[sign_key]
        desk.keys[sign_key] = "known"
        brought = {
            (item["id"], item["hash"])
            for numbers in desk.arrived.values()
            for files in numbers.values()
            for file in files
            for item in file.items
            if file.key == sign_key and item["hash"] in desk.known.get(item["id"], ())
        }
        if before == "asked":
            desk.said += [Said(*pair, None) for pair in sorted(brought)]
        result = unit_keys.confirm(place.book, sign_key)
        by_id = {file.bundle_id: file for file in self.everything}
        for found in result.files if result else ():
            if found.opened:
                file = by_id[found.bundle_id or ""]
                intakes = {item.id: (item.intake, item.reason) for item in found.items}
                broken = {
                    item: what
                    for item, what in intakes.items()
                    if what[0] == "quarantined" and what[1] != "SSK-549"
                }
                assert intakes == self.desk_takes(place, file, broken)

    def decide(self, place: Place, initiative_id: str, verdict: str) -> None:
        comment = "" if verdict == "accepted" else self.text()
        desk = place.desk
        came = {mark for i, mark in desk.waiting if i == initiative_id}
        if self._heads(initiative_id, came) - {desk.current[initiative_id]}:
            with pytest.raises(NotAllowed, match="SSK-840"):
                review.decide(place.book, initiative_id, verdict, comment)
            return
        review.decide(place.book, initiative_id, verdict, comment)
        desk.said.append(Said(initiative_id, desk.current[initiative_id], verdict))
        if (desk.submission[initiative_id], verdict) != ("uploaded", "accepted"):
            desk.submission[initiative_id] = verdict

    def undo(self, place: Place, initiative_id: str) -> None:
        """Take the newest verdict back, which only an answer that left can forbid."""
        desk = place.desk
        mark = desk.current[initiative_id]
        said = [s for s in desk.said if (s.id, s.mark) == (initiative_id, mark) and s.verdict]
        if not said or said[-1].carried:
            with pytest.raises(NotAllowed, match="SSK-562"):
                review.undo_decision(place.book, initiative_id)
            return
        if desk.submission[initiative_id] == "uploaded":
            return
        review.undo_decision(place.book, initiative_id)
        desk.said.remove(said[-1])
        desk.submission[initiative_id] = said[-2].verdict if len(said) > 1 else "received"

    def upload(self, place: Place, initiative_id: str) -> None:
        desk = place.desk
        if desk.submission[initiative_id] not in ("accepted", "uploaded"):
            with pytest.raises(NotAllowed, match="SSK-501"):
                portal.record_portal(place.book, initiative_id, code="SK-1", state="valid")
            return
        portal.record_portal(place.book, initiative_id, code="SK-1", state="valid")
        desk.submission[initiative_id] = "uploaded"
        desk.said.append(Said(initiative_id, desk.current[initiative_id], None))

    def answer(self, place: Place) -> list[File]:
        """Write receipts: of every revision that waits, its newest verdict."""
        desk, folder = place.desk, self.fresh("receipts")
        waiting = {(s.id, s.mark) for s in desk.said if s.carried is None}
        if not waiting:
            with pytest.raises(NotAllowed, match="SSK-560"):
                receipts.export_receipts(place.book, folder)
            return []
        receipts.export_receipts(place.book, folder)
        new = self.collect(place, folder)
        told = {(i["id"], i["hash"]): (i, f.bundle_id) for f in new for i in f.items}
        assert told.keys() == waiting
        assert sum(len(file.items) for file in new) == len(waiting)
        for (initiative_id, mark), (item, _bundle) in told.items():
            assert item["verdict"] == desk.newest(initiative_id, mark)
            is_current = desk.current[initiative_id] == mark
            uploaded = is_current and desk.submission[initiative_id] == "uploaded"
            assert (item["portal"] is not None) == uploaded
        for said in desk.said:
            if said.carried is None:
                said.carried = told[said.id, said.mark][1]
        return new

    def line(self, initiative_id: str, mark: str) -> tuple[str, ...]:
        return self.frozen[initiative_id, mark].line

    def _heads(self, initiative_id: str, marks: set[str]) -> set[str]:
        """Return the versions no other of them went on from."""
        return marks - {m for mark in marks for m in self.line(initiative_id, mark)[:-1]}

    def settle(self, place: Place, source: random.Random) -> None:
        desk = place.desk
        initiative_id = source.choice(sorted({i for i, _mark in desk.waiting}))
        came = {mark for i, mark in desk.waiting if i == initiative_id}
        current = desk.current[initiative_id]
        mark = source.choice(sorted({current, *self._heads(initiative_id, came)}))
        conflicts.settle(place.book, initiative_id, mark)
        TRIED["conflicts settled"] += 1
        if mark != current:
            desk.current[initiative_id], desk.submission[initiative_id] = mark, "received"
        for other in sorted({current, *came} - set(self.line(initiative_id, mark))):
            desk.said.append(Said(initiative_id, other, "returned"))
        desk.waiting -= {(initiative_id, each) for each in came}
        desk.settled.add(initiative_id)

    def pass_on(self, place: Place, *, again: bool) -> None:
        desk, folder = place.desk, self.fresh("relay")
        ready = {
            (i, mark)
            for i, mark in desk.current.items()
            if desk.submission[i] in ("accepted", "uploaded")
        }
        wanted = ready if again else ready - desk.passed_on.keys()
        ids = sorted(i for i, _mark in wanted) if again else None
        if not wanted:
            # The office's figures go alone, when they are others than it told last.
            with suppress(NotAllowed):
                relaying.export_relay(place.book, folder, ids)
                assert not any(file.items for file in self.collect(place, folder))
            return
        relaying.export_relay(place.book, folder, ids)
        new = self.collect(place, folder)
        assert {(i["id"], i["hash"]) for f in new for i in f.items} == wanted
        for pair in wanted:
            desk.passed_on.setdefault(pair, (0, None))

    def forge(self, place: Place, initiative_id: str) -> None:
        """An answer in the office's name that somebody else signed: nothing may change."""
        keys, report = make_keys(), place.team.reports[initiative_id]
        office = self.office.book.own
        place_before = self.dump(place)
        now = self.office.book.now()
        recipient = {"unit": {"id": place.book.own.unit_id, "code": "MSC", "name": "x"}}
        document = carrying.begin_document(
            self.office.book, RECEIPT, recipient | {"sign_key": None}, now
        )
        document["sender"] |= {"sign_key": keys.public.sign, "age_recipient": keys.public.age}
        document |= {
            "sequence": 999,
            "counts": None,
            "items": [
                {
                    "id": initiative_id,
                    "revision": len(report.line),
                    "hash": report.mark,
                    "arrived_at": document["created_at"],
                    "verdict": "declined",
                    "comment": "Giả",
                    "questions": [],
                    "files": [],
                    "decided_at": document["created_at"],
                    "portal": None,
                }
            ],
        }
        letter = carrying.Letter(
            RECEIPT, document, (), (place.book.keys.public.age,), office.code, "x"
        )
        genuine = self.office.book.keys
        try:
            self.office.book.__dict__["keys"] = keys
            written = carrying.write_letter(self.office.book, letter, self.fresh("forged"))
        finally:
            self.office.book.__dict__["keys"] = genuine
        (found,) = inbox.take_in(place.book, [written.path]).files
        assert found.error is not None
        assert self.dump(place) == place_before
        TRIED["forged answers"] += 1

    # What must hold

    def check(self, place: Place) -> None:
        """Compare what a book holds with what it must hold."""
        with place.book.database.read() as session:
            self._check_frozen(place, session)
            rows = session.execute(
                select(
                    tables.Initiative.id,
                    tables.Initiative.revision_hash,
                    tables.Initiative.writing,
                    tables.Initiative.submission,
                )
            ).all()
        found = {row[0]: tuple(row[1:]) for row in rows}
        assert len(found) == len(rows)
        if place.is_team:
            expected = {i: (r.mark, r.writing, r.submission) for i, r in place.team.reports.items()}
            assert found == expected
            waiting = {i for i, r in place.team.reports.items() if r.submission == "queued"}
            assert {item.id for item in queue.list_queue(place.book)} == waiting
            return
        desk = place.desk
        assert found == {i: (m, "ready", desk.submission[i]) for i, m in desk.current.items()}
        assert {pair[1] for pair in place.seen} == {
            mark for marks in desk.known.values() for mark in marks
        }
        listed = [(each.id, each.came.hash) for each in conflicts.list_conflicts(place.book)]
        assert len(listed) == len(set(listed))
        by_id: dict[str, set[str]] = {}
        for initiative_id, mark in desk.waiting:
            by_id.setdefault(initiative_id, set()).add(mark)
        assert set(listed) == {(i, m) for i, came in by_id.items() for m in self._heads(i, came)}
        troubles = {
            (t.kind, t.sender_key, t.recipient_unit, t.sequence)
            for t in chains.list_troubles(place.book)
        }
        assert troubles == set(self._troubles(desk))

    def _check_frozen(self, place: Place, session: Any) -> None:
        columns = tables.Revision.__table__.c
        wanted = ("number", "template_id", "template_version", "answers", "documents", "history")
        found = {
            (row.initiative_id, row.hash): tuple(getattr(row, name) for name in wanted)
            for row in session.execute(select(columns))
        }
        for pair, content in place.seen.items():
            assert found[pair] == content, "a frozen revision changed"
        for pair in found.keys() - place.seen.keys():
            frozen = self.frozen[pair]
            assert found[pair][0] == frozen.number
            assert json.loads(found[pair][3])["initiative_title"] == frozen.text
        place.seen = found

    def _troubles(self, desk: Desk) -> Iterable[tuple[str, str, str, int]]:
        for (key, recipient), numbers in desk.arrived.items():
            for number in range(1, max(numbers) + 1):
                here, before = numbers.get(number, []), numbers.get(number - 1, [])
                if not here:
                    yield "missing", key, recipient, number
                elif len(here) > 1:
                    yield "repeated", key, recipient, number
                elif before and here[0].previous not in {file.inner for file in before}:
                    yield "broken", key, recipient, number

    def check_counts(self, place: Place) -> None:
        """Compare totals and the states of what left with the reports one by one."""
        from desktop_app.storage import initiatives

        reports = place.team.reports
        with place.book.database.read() as session:
            totals = initiatives.counts_by_state(session)
        assert totals["submission"] == Counter(r.submission for r in reports.values())
        assert totals["writing"] == Counter(r.writing for r in reports.values())
        by_id = {file.bundle_id: file for file in self.everything}
        for row in handover.list_bundles(place.book):
            if row.direction != "out":
                continue
            told = [
                item["hash"] in reports[item["id"]].told and reports[item["id"]].told[item["hash"]]
                for item in by_id[row.id].items
            ]
            state = "handed_over" if row.id in place.team.handed_over else "bundled"
            if any(told):
                state = "received" if all(told) else "partly_received"
            assert row.state == state

    def dump(self, place: Place) -> dict[str, Any]:
        """Return what a book holds of reports, without moments and identifiers of its own."""
        tables_of = tables
        with place.book.database.read() as session:
            rows = session.execute(select(tables_of.Initiative.__table__.c)).all()
            marks = session.execute(select(tables_of.Revision.__table__.c)).all()
            said = session.execute(select(tables_of.Verdict.__table__.c)).all()
        names = ("code", "title", "submission", "portal", "writing", "revision_hash", "revision")
        newest: dict[tuple[str, str], tuple[int, str | None, str]] = {}
        for row in said:
            pair = (row.initiative_id, row.revision_hash)
            told = (row.sequence, row.verdict, row.comment)
            newest[pair] = max(newest.get(pair, told), told, key=lambda each: each[0])
        return {
            "rows": {row.id: {name: getattr(row, name) for name in names} for row in rows},
            "frozen": {
                (row.initiative_id, row.hash): (row.number, row.answers, row.documents, row.history)
                for row in marks
            },
            "told": newest,
        }

    # The end of a history

    def finish(self, source: random.Random) -> None:
        """Carry both ways until nothing changes; then make every file again and carry that."""
        self._order_at_a_team(source)
        for place in (*self.desks, *self.teams):
            self.check(place)
        self._order_at_an_office(source)
        self._until_nothing_changes(self.files[:], source)
        again = [
            self.export_again(place, file)
            for place in self.teams
            for file in self.everything
            if file.kind == SUBMISSION and file.bundle_id in place.left
        ]
        self._until_nothing_changes(again, source)
        for place in (*self.desks, *self.teams):
            self.check(place)
        for place in self.teams:
            self._agrees(place)
            self.check_counts(place)
        self._nothing_is_missing()
        self._replay(source)

    def _until_nothing_changes(self, files: list[File], source: random.Random) -> None:
        office, province = self.desks
        for _round in range(8):
            for place in self.teams:
                if any(r.submission == "queued" for r in place.team.reports.values()):
                    before = len(self.files)
                    self.export(place, None, None)
                    files += self.files[before:]
            source.shuffle(files)
            for place, kinds in ((office, (SUBMISSION, RECEIPT)), (province, (RELAY,))):
                mine = [f for f in files if f.kind in kinds and place.key != f.key]
                self.take_in(place, mine)
                for key, state in sorted(place.desk.keys.items()):
                    if state == "asked":
                        self.confirm(place, key)
                while place.desk.waiting:
                    self.settle(place, source)
            answers = [f for f in files if f.kind == RECEIPT]
            files = [*self.answer(office), *self.answer(province)]
            answers += files
            source.shuffle(answers)
            for place in self.teams:
                self.take_in(place, [f for f in answers if f.key == office.key])
            files = [f for f in files if f.key == province.key]
            if not files and not any(s.carried is None for s in office.desk.said):
                return
        raise AssertionError("the books do not come to rest")

    def _agrees(self, place: Place) -> None:
        """Both sides say the same of every revision both know, and of the newest above all."""
        desk = self.office.desk
        for initiative_id, report in place.team.reports.items():
            for mark in report.line:
                if mark not in desk.known.get(initiative_id, ()):
                    continue
                told = report.told.get(mark, {})
                assert told, "the team was never answered"
                assert max(told.values(), key=lambda each: each[0])[1] == desk.newest(
                    initiative_id, mark
                )
            if desk.current.get(initiative_id) == report.mark:
                ours, theirs = report.submission, desk.submission[initiative_id]
                said = [(s.verdict, s.carried) for s in desk.said if s.mark == report.mark]
                assert ours == theirs, f"{place.name}: {report}; office: {theirs} {said}"

    def _nothing_is_missing(self) -> None:
        """The office holds everything that is in a team's book and left it, each report once."""
        desk = self.office.desk
        for place in self.teams:
            for file in self.everything:
                if file.bundle_id in place.left and file.kind == SUBMISSION:
                    for item in file.items:
                        assert item["hash"] in desk.known[item["id"]]
        made = {
            file.bundle_id
            for place in self.teams
            for file in self.everything
            if file.bundle_id in place.left
        }
        for kind, key, recipient, number in self._troubles(desk):
            if kind == "missing":
                numbers = [
                    file
                    for file in self.everything
                    if (file.key, file.recipient, file.sequence) == (key, recipient, number)
                ]
                assert numbers, "a number is asked for that was never given"
                assert all(file.bundle_id not in made for file in numbers)
        aside = [row for row in quarantine.list_quarantine(self.office.book)]
        for row in aside:
            assert all(
                file.bundle_id not in made
                for file in self.everything
                if file.path.name == row.file_name and file.kind == SUBMISSION
            ), "what came whole is still set aside"

    def _replay(self, source: random.Random) -> None:
        """Every answer there ever was once more, in any order: nothing changes."""
        answers = [f for f in self.files if f.kind == RECEIPT and f.key == self.office.key]
        for place in self.teams:
            before = self.dump(place)
            repeated = source.sample(answers, min(6, len(answers)))
            self.take_in(place, repeated)
            assert self.dump(place) == before
            TRIED["files repeated"] += len(repeated)

    def _order_at_a_team(self, source: random.Random) -> None:
        """The answers that are on the way, in two orders, into two copies of a book."""
        place = source.choice(self.teams)
        answers = [f for f in self.files if f.kind == RECEIPT and not f.damaged]
        answers = [f for f in answers if f.key == self.office.key]
        if len(answers) < 2:
            return
        found = []
        place.book.close()
        for _order in range(2):
            target = self.fresh("order") / "book"
            copy_book(place.folder, target)
            found.append(self._taken(target, [*answers, source.choice(answers)], lambda _b: None))
            source.shuffle(answers)
        place.book = Workspace(place.folder, clock=place.clock)
        assert found[0] == found[1]
        TRIED["orders compared"] += 1

    def _order_at_an_office(self, source: random.Random) -> None:
        """Everything that was ever written and is sound, in two orders, into a fresh office."""
        files = [f for f in self.files if f.kind == SUBMISSION and not f.damaged][-8:]
        if len(files) < 2:
            return

        def confirm_all(book: Workspace) -> None:
            for key in unit_keys.list_keys(book):
                if key.state == "asked":
                    unit_keys.confirm(book, key.sign_key)

        found = []
        for _order in range(2):
            target = self.fresh("order") / "book"
            copy_book(self.base / "office", target)
            repeated = [*files, source.choice(files)]
            found.append(self._taken(target, repeated, confirm_all))
            source.shuffle(files)
        one, other = found
        assert one["frozen"] == other["frozen"]
        assert one["troubles"] == other["troubles"]
        assert one["conflicts"] == other["conflicts"]
        for initiative_id, row in one["rows"].items():
            if initiative_id not in one["conflicts"]:
                assert row == other["rows"][initiative_id]
        assert one["rows"].keys() == other["rows"].keys()
        assert one["told"].keys() == other["told"].keys()
        TRIED["orders compared"] += 1

    def _taken(
        self, target: Path, files: Sequence[File], then: Callable[[Workspace], None]
    ) -> dict[str, Any]:
        place = Place("order", target)
        try:
            agreed = inbox.Agreed(frozenset({self.office.key}))
            for file in files:
                inbox.take_in(place.book, [file.path], agreed=agreed)
            then(place.book)
            found = self.dump(place)
            if not place.is_team:
                found["conflicts"] = {
                    i for i, _mark in {(c.id, 0) for c in conflicts.list_conflicts(place.book)}
                }
                found["troubles"] = {
                    (t.kind, t.sender_key, t.recipient_unit, t.sequence)
                    for t in chains.list_troubles(place.book)
                }
            return found
        finally:
            place.book.close()


__all__ = ["TRIED", "VERDICTS", "AppError", "World", "timedelta"]
