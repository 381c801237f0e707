"""Numbers that must not be given twice: own chains of bundles, dossier codes and their counters."""

import json
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.domain.identifiers import parts_of_code
from desktop_app.storage.tables import Audit, Bundle, Initiative, Setting

_EXPORTS = ("export", "relay")


@dataclass(frozen=True)
class Gap:
    """A bundle of our own that is not in the book any more; ``sequence`` 0 when unknown."""

    sequence: int
    recipient_unit: str


def gaps(session: Session) -> list[Gap]:
    """Return the own bundles others, or the log, tell of and which are not there."""
    query = select(
        Bundle.id, Bundle.sender_key, Bundle.recipient_unit, Bundle.sequence, Bundle.previous,
        Bundle.inner_sha256,
    ).where(Bundle.direction == "out")  # fmt: skip
    rows = list(session.execute(query))
    known = {(key, to, mark) for _id, key, to, _number, _previous, mark in rows}
    found = {
        (to, number - 1)
        for _id, key, to, number, previous, _mark in rows
        if previous is not None and (key, to, previous) not in known
    }
    ids = {row[0] for row in rows}
    logged = select(Audit.subject, Audit.facts).where(Audit.action.in_(_EXPORTS))
    for subject, facts in session.execute(logged):
        if subject and subject not in ids:
            sequence = _number(facts)
            if not any(number == sequence for _to, number in found):
                found.add(("", sequence))
    return [Gap(number, to) for to, number in sorted(found)]


def _number(facts: str) -> int:
    try:
        return int(json.loads(facts).get("sequence", 0))
    except (ValueError, TypeError, AttributeError):
        return 0


@dataclass(frozen=True)
class LowCounter:
    """A counter that would give a number that is in use."""

    name: str
    stands_at: int
    used: int


def low_counters(session: Session, unit_id: str, unit_code: str) -> list[LowCounter]:
    """Return the counters of this unit's dossier codes that stand below what is in use."""
    used: dict[str, int] = {}
    codes = select(Initiative.code).where(
        Initiative.unit_id == unit_id,
        Initiative.code.startswith(f"{unit_code}-", autoescape=True),
    )
    for code in session.scalars(codes):
        parts = parts_of_code(code)
        if parts and parts[0] == unit_code:
            name = f"number {unit_code} {parts[1]}"
            used[name] = max(used.get(name, 0), parts[2])
    rows = select(Setting.name, Setting.value).where(Setting.name.in_(used))
    stand = {name: _whole(value) for name, value in session.execute(rows)}
    return [
        LowCounter(name, stand.get(name, 0), number)
        for name, number in sorted(used.items())
        if stand.get(name, 0) < number
    ]


def _whole(value: str) -> int:
    try:
        return int(json.loads(value))
    except (ValueError, TypeError):
        return 0


@dataclass(frozen=True)
class SameCode:
    """An initiative that bears a code another had first; ``revision`` 0: never completed."""

    id: str
    code: str
    revision: int


def same_codes(session: Session, unit_id: str) -> list[SameCode]:
    """Return this unit's initiatives that bear another's code, the first one of each left out.

    First is who was completed, then who is older.
    """
    twice = (
        select(Initiative.code)
        .where(Initiative.unit_id == unit_id)
        .group_by(Initiative.code)
        .having(func.count() > 1)
    )
    query = (
        select(Initiative.id, Initiative.code, Initiative.revision)
        .where(Initiative.unit_id == unit_id, Initiative.code.in_(twice))
        .order_by(Initiative.code, (Initiative.revision == 0), Initiative.row)
    )
    seen: set[str] = set()
    found = []
    for of, code, revision in session.execute(query):
        if code in seen:
            found.append(SameCode(of, code, revision))
        seen.add(code)
    return found
