"""The rows of one database without a person: the book's own, or that of a backup."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.person import ERASED, Erasure, PersonRow, name_pattern, numbers_of
from desktop_app.domain.person import person_rows as rows_of
from desktop_app.storage import audit, initiatives, likenesses, person_rows, tombstones
from desktop_app.storage import quarantine as set_aside
from desktop_app.storage.person_rows import Cell


@dataclass(frozen=True)
class Chosen:
    """What a person chose to erase; the same for the book and every backup of it.

    ``reports`` gives what is taken from each initiative, ``loose`` what is taken from places
    outside initiatives, by their keys. ``aside`` are files set aside that go. ``people`` are name
    and birth date of the rows that were picked, ``seen`` the reports of the book that were looked
    at: a report only a backup still has is known by the former.
    """

    name: str
    reports: Mapping[str, tuple[Erasure, ...]]
    loose: Mapping[str, Erasure] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    reason: str = tombstones.PERSON
    people: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()

    @property
    def erasures(self) -> tuple[Erasure, ...]:
        """Every erasure, to look for what is left."""
        found = [one for each in self.reports.values() for one in each]
        return (*found, *self.loose.values())


@dataclass
class Gone:
    """What was taken from the rows: frozen revisions that changed, and files nobody needs."""

    initiatives: dict[str, None] = field(default_factory=dict)
    revisions: dict[tuple[str, str], None] = field(default_factory=dict)
    drafts: dict[str, None] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    aside: dict[str, None] = field(default_factory=dict)
    loose: int = 0


def erase_rows(session: Session, chosen: Chosen, now: datetime) -> Gone:
    """Take what was chosen from every row of a database; say what was.

    A frozen revision keeps its hash, which receipts and chains know it by; a tombstone says that
    its content is no longer what the hash was made of.
    """
    gone = Gone()
    for initiative_id, erasures in chosen.reports.items():
        for cell in list(person_rows.cells(session, [initiative_id])):
            value = _without(cell.value(), erasures)
            if value == cell.value():
                continue
            _bury(session, cell, initiative_id, chosen.reason, now)
            person_rows.rewrite(session, cell, value)
            _note(gone, cell, initiative_id)
        _summarise(session, initiative_id, gone)
    for cell in list(person_rows.loose_cells(session)):
        _erase_loose(session, chosen, cell, gone)
    for initiative_id, mark in gone.revisions:
        for sha256 in person_rows.forget_documents(session, initiative_id, mark):
            gone.documents[sha256] = initiative_id
    if chosen.reason == tombstones.RETENTION:
        _remember_done(session, chosen, now)
    for record in set_aside.all_records(session):
        if record.id in chosen.aside:
            set_aside.forget(session, record.id)
            gone.aside[record.sha256] = None
    for initiative_id in gone.initiatives:
        audit.note(session, now, "erase", initiative_id, reason=chosen.reason)
    return gone


def with_reports_of_a_copy(session: Session, chosen: Chosen) -> Chosen:
    """Return what to erase in a copy of the book, which may have reports the book has no more."""
    if not chosen.people:
        return chosen
    rows: dict[str, list[PersonRow]] = {}
    pattern = name_pattern(chosen.name)
    for cell in person_rows.cells(session):
        new = cell.initiative_id and cell.initiative_id not in chosen.seen
        if new and cell.is_json and pattern.search(cell.text):
            rows.setdefault(cell.initiative_id, []).extend(rows_of(cell.value(), chosen.name))
    more = {}
    for initiative_id, found in rows.items():
        theirs = [row for row in found if _who(row.key) in chosen.people]
        others = frozenset(row.key for row in found) - {row.key for row in theirs}
        same = {key.split("/")[1] for key in others}
        alike = any(row.key.split("/")[1] in same for row in theirs)
        if theirs:
            more[initiative_id] = (
                Erasure(chosen.name, ERASED, others, tuple(numbers_of(theirs)), texts=not alike),
            )
    return replace(chosen, reports={**chosen.reports, **more})


def _who(key: str) -> str:
    """Return name and birth date of a row's key."""
    return key.split("/", 1)[1]


def _remember_done(session: Session, chosen: Chosen, now: datetime) -> None:
    """Remember which reports the rule was kept for, also where nobody stood in any more."""
    for initiative_id in chosen.reports:
        mark = hashlib.sha256(initiative_id.encode()).hexdigest()
        tombstones.put(session, [mark], tombstones.RECORD, initiative_id, chosen.reason, now)


def _bury(session: Session, cell: Cell, initiative_id: str, reason: str, now: datetime) -> None:
    """Put a tombstone before something append-only is changed: the database asks for it."""
    kind, mark = tombstones.RECORD, hashlib.sha256(cell.text.encode()).hexdigest()
    if cell.source == "frozen":
        kind, mark = tombstones.REVISION, str(cell.key[1])
    elif cell.source not in ("recognition", "log"):
        return
    tombstones.put(session, [mark], kind, initiative_id, reason, now)


def _without(value: Any, erasures: tuple[Erasure, ...]) -> Any:
    for erasure in erasures:
        value = erasure.in_value(value)
    return value


def _note(gone: Gone, cell: Cell, initiative_id: str) -> None:
    gone.initiatives[initiative_id] = None
    if cell.source == "frozen":
        gone.revisions[initiative_id, str(cell.key[1])] = None
    elif cell.source in ("draft", "copy", "undo", "setting"):
        gone.drafts[initiative_id] = None


def _summarise(session: Session, initiative_id: str, gone: Gone) -> None:
    """Let lists, search and likenesses know a report as it is now; its typed history goes."""
    row = initiatives.row_of(session, initiative_id)
    if row is None:
        return
    # Also when nothing changed: what was undone can hold what the draft holds no more.
    person_rows.forget_steps(session, initiative_id)
    if initiative_id not in gone.initiatives:
        return
    person_rows.summarise_again(session, initiative_id)
    record = initiatives.get(session, initiative_id)
    likenesses.forget(session, row)
    if record.revision_hash is not None:
        likenesses.set_due(session, initiative_id, record.revision_hash)


def _erase_loose(session: Session, chosen: Chosen, cell: Cell, gone: Gone) -> None:
    """Take the person from what belongs to no initiative, or to one by its setting's name."""
    if cell.initiative_id in chosen.reports:
        value = _without(cell.value(), chosen.reports[cell.initiative_id])
        if person_rows.rewrite(session, cell, value):
            _note(gone, cell, cell.initiative_id)
        return
    value = cell.value()
    if cell.name in chosen.loose:
        value = chosen.loose[cell.name].in_value(value)
    if cell.source == "setting" and isinstance(value, list):
        value = [_in_entry(entry, chosen) for entry in value]  # withdrawals nobody was told yet
    gone.loose += person_rows.rewrite(session, cell, value)


def _in_entry(entry: Any, chosen: Chosen) -> Any:
    said = json.dumps(entry, ensure_ascii=False)
    for initiative_id, erasures in chosen.reports.items():
        if initiative_id in said:
            entry = _without(entry, erasures)
    return entry
