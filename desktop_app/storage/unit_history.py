"""What is known of units with its dates, row by row, and the reorganisations it came from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.storage.tables import (
    Bundle,
    Initiative,
    TargetRow,
    Unit,
    UnitEvent,
    UnitGroup,
    UnitKey,
    UnitKind,
    UnitName,
    UnitOfficer,
    UnitParent,
    UnitPeople,
)
from desktop_app.storage.times import from_text, to_text

CLOSED = "closed"
_TABLES: Mapping[str, tuple[Any, str]] = {
    "name": (UnitName, "name"),
    "kind": (UnitKind, "kind"),
    "parent": (UnitParent, "parent_id"),
    "officer": (UnitOfficer, "officer"),
    "group": (UnitGroup, "name"),
}
SUBJECTS = tuple(_TABLES)
"""What is dated row by row, besides the size and the day of closing."""

Dated = dict[str, dict[str, list[tuple[str, str | None]]]]
"""Subject → unit → what held since which day, oldest first."""


@dataclass(frozen=True)
class Fact:
    """One dated row: what held of a unit ``since`` a day; ``closed`` has no day of its own."""

    subject: str
    unit_id: str
    since: str
    value: str | None


@dataclass(frozen=True)
class EventRecord:
    """A reorganisation with the units and the rows before and after it."""

    id: str
    kind: str
    day: str
    decision_no: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    note: str
    recorded_at: datetime


@dataclass(frozen=True)
class NewRows:
    """Rows for many units at once, as their tables hold them."""

    units: Sequence[Mapping[str, Any]] = ()
    facts: Sequence[Fact] = field(default_factory=list)


def facts_of(session: Session, unit_id: str) -> tuple[Fact, ...]:
    """Return the dated rows of a unit, without its sizes, oldest first."""
    found = []
    for subject, (table, column) in _TABLES.items():
        rows = session.execute(
            select(table.valid_from, getattr(table, column)).where(table.unit_id == unit_id)
        )
        found += [Fact(subject, unit_id, since, value) for since, value in rows]
    closed = session.scalar(select(Unit.closed_on).where(Unit.id == unit_id))
    if closed is not None:
        found.append(Fact(CLOSED, unit_id, closed, closed))
    return tuple(sorted(found, key=lambda fact: fact.since))


def sizes_of(session: Session, unit_id: str) -> tuple[tuple[str, int, int], ...]:
    """Return day, members and workers of a unit, oldest first."""
    rows = session.execute(
        select(UnitPeople.as_of, UnitPeople.members, UnitPeople.workers)
        .where(UnitPeople.unit_id == unit_id)
        .order_by(UnitPeople.as_of)
    )
    return tuple((as_of, members, workers) for as_of, members, workers in rows)


def all_facts(session: Session, subjects: Sequence[str] = SUBJECTS) -> Dated:
    """Return the dated rows of all units."""
    found: Dated = {}
    for subject in subjects:
        table, column = _TABLES[subject]
        by_unit: dict[str, list[tuple[str, str | None]]] = {}
        for unit_id, since, value in session.execute(
            select(table.unit_id, table.valid_from, getattr(table, column)).order_by(
                table.valid_from
            )
        ):
            by_unit.setdefault(unit_id, []).append((since, value))
        found[subject] = by_unit
    return found


def all_sizes(session: Session) -> dict[tuple[str, str], tuple[int, int]]:
    """Return members and workers of every unit by unit and day."""
    rows = session.execute(
        select(UnitPeople.unit_id, UnitPeople.as_of, UnitPeople.members, UnitPeople.workers)
    )
    return {(unit_id, as_of): (members, workers) for unit_id, as_of, members, workers in rows}


def fact_at(session: Session, subject: str, unit_id: str, since: str) -> Fact | None:
    """Return the row of a unit that begins on a day, None when none does."""
    if subject == CLOSED:
        closed = session.scalar(select(Unit.closed_on).where(Unit.id == unit_id))
        return None if closed is None else Fact(CLOSED, unit_id, "", closed)
    table, column = _TABLES[subject]
    row = session.get(table, (unit_id, since))
    return None if row is None else Fact(subject, unit_id, since, getattr(row, column))


def put_fact(session: Session, fact: Fact) -> None:
    """Keep a row; one of the same day is replaced."""
    if fact.subject == CLOSED:
        unit = session.get_one(Unit, fact.unit_id)
        unit.closed_on = fact.value
    else:
        table, column = _TABLES[fact.subject]
        row = {"unit_id": fact.unit_id, "valid_from": fact.since, column: fact.value}
        session.merge(table(**row))
    session.flush()


def drop_fact(session: Session, subject: str, unit_id: str, since: str) -> None:
    """Take a row away."""
    if subject == CLOSED:
        session.get_one(Unit, unit_id).closed_on = None
    else:
        table, _column = _TABLES[subject]
        row = session.get(table, (unit_id, since))
        if row is not None:
            session.delete(row)
    session.flush()


def drop_size(session: Session, unit_id: str, as_of: str) -> None:
    """Take the size of a unit on a day away."""
    session.execute(
        delete(UnitPeople).where(UnitPeople.unit_id == unit_id, UnitPeople.as_of == as_of)
    )


def insert_many(session: Session, rows: NewRows) -> None:
    """Add many units and rows that do not stand yet, in a few statements."""
    if rows.units:
        session.execute(insert(Unit), list(rows.units))
    for subject, (table, column) in _TABLES.items():
        values = [
            {"unit_id": fact.unit_id, "valid_from": fact.since, column: fact.value}
            for fact in rows.facts
            if fact.subject == subject
        ]
        if values:
            session.execute(insert(table), values)


def update_many(session: Session, facts: Sequence[Fact]) -> None:
    """Let rows that stand already say something else, in a few statements."""
    for subject, (table, column) in _TABLES.items():
        values = [
            {"of": fact.unit_id, "day": fact.since, "told": fact.value}
            for fact in facts
            if fact.subject == subject
        ]
        rows = table.__table__
        put = (
            update(rows)
            .where(rows.c.unit_id == bindparam("of"), rows.c.valid_from == bindparam("day"))
            .values({column: bindparam("told")})
        )
        if values:
            session.connection().execute(put, values)
    session.expire_all()


def insert_sizes(session: Session, sizes: Sequence[tuple[str, str, int, int]]) -> None:
    """Add sizes, as unit, day, members and workers, that do not stand yet."""
    names = ("unit_id", "as_of", "members", "workers")
    if sizes:
        session.execute(insert(UnitPeople), [dict(zip(names, size, strict=True)) for size in sizes])


def is_used(session: Session, unit_id: str) -> bool:
    """Return whether anything hangs on a unit: reports, bundles, keys, targets, units below."""
    counted = (
        select(func.count()).select_from(Initiative).where(Initiative.unit_id == unit_id),
        select(func.count()).select_from(UnitKey).where(UnitKey.unit_id == unit_id),
        select(func.count()).select_from(TargetRow).where(TargetRow.unit_id == unit_id),
        select(func.count()).select_from(UnitParent).where(UnitParent.parent_id == unit_id),
        select(func.count())
        .select_from(Bundle)
        .where(or_(Bundle.sender_unit == unit_id, Bundle.recipient_unit == unit_id)),
    )
    return any(session.scalar(each) for each in counted)


def delete_unit(session: Session, unit_id: str) -> None:
    """Take a unit away on which nothing hangs."""
    for table in (UnitName, UnitKind, UnitParent, UnitOfficer, UnitGroup, UnitPeople):
        session.execute(delete(table).where(table.unit_id == unit_id))
    session.execute(delete(Unit).where(Unit.id == unit_id))


def keep_event(session: Session, event: EventRecord) -> None:
    """Keep a reorganisation."""
    session.add(
        UnitEvent(
            id=event.id,
            kind=event.kind,
            day=event.day,
            decision_no=event.decision_no,
            before=json.dumps(dict(event.before), ensure_ascii=False, sort_keys=True),
            after=json.dumps(dict(event.after), ensure_ascii=False, sort_keys=True),
            note=event.note,
            recorded_at=to_text(event.recorded_at),
        )
    )


def all_events(session: Session) -> tuple[EventRecord, ...]:
    """Return the reorganisations by their day, those of one day as they were recorded."""
    rows = session.scalars(select(UnitEvent).order_by(UnitEvent.day, UnitEvent.id))
    return tuple(_event(row) for row in rows)


def find_event(session: Session, event_id: str) -> EventRecord | None:
    """Return a reorganisation, None when there is none."""
    row = session.get(UnitEvent, event_id)
    return None if row is None else _event(row)


def drop_event(session: Session, event_id: str) -> None:
    """Take a reorganisation away."""
    session.execute(delete(UnitEvent).where(UnitEvent.id == event_id))


def _event(row: UnitEvent) -> EventRecord:
    return EventRecord(
        row.id,
        row.kind,
        row.day,
        row.decision_no,
        json.loads(row.before),
        json.loads(row.after),
        row.note,
        from_text(row.recorded_at),
    )
