"""Units without a name, a kind or a parent for some of their days, and units in a circle."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Bundle, Unit, UnitKind, UnitName, UnitParent
from desktop_app.storage.units import ALWAYS

_TABLES: Mapping[str, Any] = {"name": UnitName, "kind": UnitKind, "parent": UnitParent}


@dataclass(frozen=True)
class BareUnit:
    """A unit of which something is not said from its first day on."""

    unit_id: str
    code: str
    subject: str
    since: str


def bare_units(session: Session) -> list[BareUnit]:
    """Return the units that have no name, kind or parent from the day on they have another.

    A unit that began with a reorganisation has nothing before that day, and that is right.
    """
    begins: dict[str, dict[str, str]] = {}
    for subject, table in _TABLES.items():
        rows = select(table.unit_id, func.min(table.valid_from)).group_by(table.unit_id)
        for unit_id, day in session.execute(rows):
            begins.setdefault(unit_id, {})[subject] = day
    found = []
    for unit_id, code in session.execute(select(Unit.id, Unit.code).order_by(Unit.code)):
        said = begins.get(unit_id, {})
        since = min(said.values(), default=ALWAYS)
        found += [
            BareUnit(unit_id, code, subject, since)
            for subject in _TABLES
            if said.get(subject, "9999") > since
        ]
    return found


def name_as_sent(session: Session, unit_id: str) -> str:
    """Return what a unit last called itself in a bundle, "" when it sent none."""
    query = (
        select(Bundle.content)
        .where(Bundle.sender_unit == unit_id)
        .order_by(Bundle.created_at.desc())
        .limit(5)
    )
    for content in session.scalars(query):
        try:
            return str(json.loads(content)["document"]["sender"]["unit"]["name"])[:250]
        except (ValueError, KeyError, TypeError):
            continue
    return ""


@dataclass(frozen=True)
class Circle:
    """The dated row that closes a circle of units; ``parent_id`` is what it says."""

    unit_id: str
    code: str
    since: str
    parent_id: str


def circles(session: Session) -> list[Circle]:
    """Return the rows by which a unit stands below itself on some day, one for each circle."""
    rows = select(UnitParent.valid_from, UnitParent.unit_id, UnitParent.parent_id)
    days: dict[str, dict[str, str | None]] = {}
    for since, unit_id, parent in session.execute(rows):
        days.setdefault(since, {})[unit_id] = parent
    codes = {of: code for of, code in session.execute(select(Unit.id, Unit.code))}
    parents: dict[str, str | None] = {}
    found = []
    for since in sorted(days):
        before = dict(parents)
        parents |= days[since]
        for unit_id, parent in sorted(days[since].items(), reverse=True):
            if parent is not None and _stands_below_itself(unit_id, parents):
                found.append(Circle(unit_id, codes.get(unit_id, ""), since, parent))
                parents[unit_id] = before.get(unit_id)
    return found


def _stands_below_itself(unit_id: str, parents: Mapping[str, str | None]) -> bool:
    seen: set[str] = set()
    above = parents.get(unit_id)
    while above is not None and above != unit_id and above not in seen:
        seen.add(above)
        above = parents.get(above)
    return above == unit_id
