"""Units with their dated names, parents, sizes, and the keys they were seen with."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.targets import PeopleCount
from desktop_app.domain.text import fold
from desktop_app.storage.tables import (
    Bundle,
    Initiative,
    TargetRow,
    Unit,
    UnitGroup,
    UnitKey,
    UnitKind,
    UnitName,
    UnitOfficer,
    UnitParent,
    UnitPeople,
)
from desktop_app.storage.times import to_text

ALWAYS = "0001-01-01"
"""The date a name or a parent is valid from when nobody said one."""


@dataclass(frozen=True)
class UnitRecord:
    """A unit as it stood on a day."""

    id: str
    code: str
    name: str
    kind: str
    parent_id: str | None
    officer: str
    group: str
    people: PeopleCount | None
    closed_on: str | None
    since: str = ALWAYS

    def stands_on(self, day: date) -> bool:
        """Return whether it had begun on a day and was not closed yet."""
        return self.since <= day.isoformat() and (
            self.closed_on is None or day.isoformat() < self.closed_on
        )


@dataclass(frozen=True)
class KeyRecord:
    """A public key a unit was seen with; ``state`` is known, asked or revoked."""

    sign_key: str
    unit_id: str
    age_recipient: str
    device: str
    state: str


def insert_unit(
    session: Session,
    *,
    unit_id: str,
    code: str,
    name: str,
    kind: str,
    parent_id: str | None,
    now: datetime,
    valid_from: str = ALWAYS,
    officer: str = "",
) -> None:
    """Add a unit with its name, its kind, its parent and who follows it."""
    session.add(Unit(id=unit_id, code=code, created_at=to_text(now)))
    session.flush()
    session.add(UnitName(unit_id=unit_id, valid_from=valid_from, name=name))
    session.add(UnitKind(unit_id=unit_id, valid_from=valid_from, kind=kind))
    if officer:
        session.add(UnitOfficer(unit_id=unit_id, valid_from=valid_from, officer=officer))
    session.add(UnitParent(unit_id=unit_id, valid_from=valid_from, parent_id=parent_id))


def set_name(session: Session, unit_id: str, name: str, valid_from: str = ALWAYS) -> None:
    """Say what a unit is called from a date on."""
    session.merge(UnitName(unit_id=unit_id, valid_from=valid_from, name=name))


def set_code(session: Session, unit_id: str, code: str) -> None:
    """Give a unit another code."""
    session.execute(update(Unit).where(Unit.id == unit_id).values(code=code))


def set_kind(session: Session, unit_id: str, kind: str, valid_from: str = ALWAYS) -> None:
    """Say what kind of union body a unit is from a date on."""
    session.merge(UnitKind(unit_id=unit_id, valid_from=valid_from, kind=kind))


def set_officer(session: Session, unit_id: str, officer: str, valid_from: str = ALWAYS) -> None:
    """Say who follows a unit from a date on; "" for nobody."""
    session.merge(UnitOfficer(unit_id=unit_id, valid_from=valid_from, officer=officer))


def set_group(session: Session, unit_id: str, group: str, valid_from: str = ALWAYS) -> None:
    """Say in which group (cụm, khối) a unit is counted from a date on; "" for none."""
    session.merge(UnitGroup(unit_id=unit_id, valid_from=valid_from, name=group))


def set_parent(
    session: Session, unit_id: str, parent_id: str | None, valid_from: str = ALWAYS
) -> None:
    """Say to whom a unit belongs from a date on."""
    session.merge(UnitParent(unit_id=unit_id, valid_from=valid_from, parent_id=parent_id))


def set_people(session: Session, unit_id: str, people: PeopleCount) -> None:
    """Keep the size of a unit on a date."""
    session.merge(
        UnitPeople(
            unit_id=unit_id,
            as_of=people.as_of.isoformat(),
            members=people.members,
            workers=people.workers,
        )
    )


def all_units(session: Session, on: date) -> tuple[UnitRecord, ...]:
    """Return every unit with what held on a day."""
    day = on.isoformat()
    # A unit younger than the day still has a name and a kind: its first.
    names = _held(session, UnitName.unit_id, UnitName.valid_from, UnitName.name, day, first=True)
    begun: dict[str, str] = {
        unit_id: since
        for unit_id, since in session.execute(
            select(UnitName.unit_id, func.min(UnitName.valid_from)).group_by(UnitName.unit_id)
        )
    }
    kinds = _held(session, UnitKind.unit_id, UnitKind.valid_from, UnitKind.kind, day, first=True)
    parents = _held(session, UnitParent.unit_id, UnitParent.valid_from, UnitParent.parent_id, day)
    officers = _held(session, UnitOfficer.unit_id, UnitOfficer.valid_from, UnitOfficer.officer, day)
    groups = _held(session, UnitGroup.unit_id, UnitGroup.valid_from, UnitGroup.name, day)
    people: dict[str, PeopleCount] = {}
    counted = select(UnitPeople.unit_id, UnitPeople.as_of, UnitPeople.members, UnitPeople.workers)
    for unit_id, as_of, members, workers in session.execute(
        counted.where(UnitPeople.as_of <= day).order_by(UnitPeople.as_of)
    ):
        people[unit_id] = PeopleCount(date.fromisoformat(as_of), members, workers)
    return tuple(
        UnitRecord(
            unit_id,
            code,
            names[unit_id],
            kinds[unit_id],
            parents.get(unit_id),
            officers.get(unit_id, ""),
            groups.get(unit_id, ""),
            people.get(unit_id),
            closed_on,
            begun[unit_id],
        )
        for unit_id, code, closed_on in session.execute(
            select(Unit.id, Unit.code, Unit.closed_on).order_by(Unit.code)
        )
    )


def names_of(session: Session, unit_ids: Collection[str], on: date) -> dict[str, str]:
    """Return what some units were called on a day; a list asks for those it shows."""
    named = (UnitName.unit_id, UnitName.valid_from, UnitName.name)
    return _held(session, *named, on.isoformat(), first=True, among=unit_ids)


def _held(
    session: Session,
    unit: Any,
    valid_from: Any,
    value: Any,
    day: str,
    *,
    first: bool = False,
    among: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return what held for each unit on a day; ``first`` gives a younger unit its first value."""
    held: dict[str, Any] = {}
    query = select(unit, valid_from, value).order_by(valid_from)
    if among is not None:
        query = query.where(unit.in_(among))
    for unit_id, since, held_value in session.execute(query):
        if since <= day or (first and unit_id not in held):
            held[unit_id] = held_value
    return held


def one_unit(session: Session, unit_id: str, on: date) -> UnitRecord:
    """Return a unit by its identifier; KeyError when there is none."""
    for unit in all_units(session, on):
        if unit.id == unit_id:
            return unit
    raise KeyError(unit_id)


def match_unit(
    session: Session, *, unit_id: str | None, code: str, name: str, on: date
) -> UnitRecord | None:
    """Find a unit by identifier, then by code, then by its name without marks.

    Of several of one name the one that stands on the day is meant: a merged unit often goes on
    under the name of one before it.
    """
    units = all_units(session, on)
    named = [unit for unit in units if name and fold(unit.name) == fold(name)]
    for found in (
        [unit for unit in units if unit.id == unit_id],
        [unit for unit in units if unit.code == code],
        named,
        [unit for unit in named if unit.stands_on(on)],
    ):
        if len(found) == 1:
            return found[0]
    return None


def move_children(session: Session, old_id: str, new_id: str) -> None:
    """Put everything that stands below one unit below another."""
    session.execute(
        update(UnitParent).where(UnitParent.parent_id == old_id).values(parent_id=new_id)
    )


def replace_unit_id(session: Session, old_id: str, new_id: str) -> None:
    """Give everything of one unit to another that already stands; the old one goes."""
    for column in (Initiative.unit_id, Bundle.sender_unit, UnitKey.unit_id, TargetRow.unit_id):
        session.execute(update(column.class_).where(column == old_id).values({column.key: new_id}))
    for table in (UnitName, UnitKind, UnitParent, UnitOfficer, UnitGroup, UnitPeople):
        for row in session.scalars(select(table).where(table.unit_id == old_id)):
            session.delete(row)
    session.flush()
    unit = session.get(Unit, old_id)
    if unit is not None:
        session.delete(unit)


def all_keys(session: Session, unit_id: str | None = None) -> tuple[KeyRecord, ...]:
    """Return the keys of every unit, or of one, first seen first."""
    query = select(UnitKey).order_by(UnitKey.first_seen_at)
    if unit_id is not None:
        query = query.where(UnitKey.unit_id == unit_id)
    return tuple(_key(row) for row in session.scalars(query))


def keys_of(session: Session, unit_id: str) -> tuple[KeyRecord, ...]:
    """Return the keys a unit was seen with, first seen first."""
    return all_keys(session, unit_id)


def key_states(session: Session) -> dict[str, set[str]]:
    """Return the states of the keys of every unit that has one."""
    found: dict[str, set[str]] = {}
    for unit_id, state in session.execute(select(UnitKey.unit_id, UnitKey.state).distinct()):
        found.setdefault(unit_id, set()).add(state)
    return found


def find_key(session: Session, sign_key: str) -> KeyRecord | None:
    """Return what is known of a key."""
    row = session.get(UnitKey, sign_key)
    return None if row is None else _key(row)


def keep_key(session: Session, key: KeyRecord, now: datetime) -> None:
    """Remember a key."""
    session.add(
        UnitKey(
            sign_key=key.sign_key,
            unit_id=key.unit_id,
            age_recipient=key.age_recipient,
            device=key.device,
            state=key.state,
            first_seen_at=to_text(now),
        )
    )


def set_key_state(session: Session, sign_keys: Sequence[str], state: str) -> None:
    """Confirm or revoke keys."""
    session.execute(update(UnitKey).where(UnitKey.sign_key.in_(sign_keys)).values(state=state))


def _key(row: UnitKey) -> KeyRecord:
    return KeyRecord(row.sign_key, row.unit_id, row.age_recipient, row.device, row.state)
