"""The log read in pages: of days, of an action, about something; and the names of subjects."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import Session

from desktop_app.storage import units
from desktop_app.storage.search import fits
from desktop_app.storage.tables import Audit, Bundle, Initiative, Unit
from desktop_app.storage.times import to_text

_MOST_SUBJECTS = 400


@dataclass(frozen=True)
class AuditRow:
    """A line as it is stored; ``facts`` is JSON."""

    row: int
    at: str
    action: str
    subject: str
    facts: str
    by: str


@dataclass(frozen=True)
class Asked:
    """Which lines are wanted; days are those of a zone, ``subjects`` None for any."""

    date_from: date | None
    date_to: date | None
    zone: tzinfo | None
    action: str
    subjects: Collection[str] | None


def lines(
    session: Session, asked: Asked, *, before: int | None, limit: int
) -> tuple[AuditRow, ...]:
    """Return lines, newest first, from before a row on."""
    query = select(Audit.row, Audit.at, Audit.action, Audit.subject, Audit.facts, Audit.by)
    query = query.where(*_conditions(asked))
    if before is not None:
        query = query.where(Audit.row < before)
    rows = session.execute(query.order_by(Audit.row.desc()).limit(limit))
    return tuple(AuditRow(*row) for row in rows)


def count(session: Session, asked: Asked) -> int:
    """Return how many lines fit."""
    query = select(func.count()).select_from(Audit).where(*_conditions(asked))
    return session.scalars(query).one()


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [true()]
    if asked.date_from is not None:
        found.append(Audit.at >= _moment(asked.date_from, asked.zone))
    if asked.date_to is not None:
        found.append(Audit.at < _moment(asked.date_to + timedelta(days=1), asked.zone))
    if asked.action:
        found.append(Audit.action == asked.action)
    if asked.subjects is not None:
        found.append(Audit.subject.in_(asked.subjects))
    return found


def _moment(day: date, zone: tzinfo | None) -> str:
    return to_text(datetime.combine(day, time(), tzinfo=zone))


def actions(session: Session) -> tuple[str, ...]:
    """Return the actions that stand in the log."""
    return tuple(session.scalars(select(Audit.action).distinct()))


def subjects_named(session: Session, said: str) -> set[str]:
    """Return what a dossier code, a title, a unit's code or a bundle's file name stands for."""
    said = said.strip()
    found: set[str] = {said}
    dossiers = select(Initiative.id).where(
        or_(Initiative.code.startswith(said.upper(), autoescape=True), fits(session, said))
    )
    codes = select(Unit.id).where(Unit.code == said.upper())
    carried = select(Bundle.id).where(Bundle.file_name.contains(said, autoescape=True))
    for query in (dossiers, codes, carried):
        found |= set(session.scalars(query.limit(_MOST_SUBJECTS)))
    return found


def names_of(session: Session, subjects: Collection[str], today: date) -> dict[str, str]:
    """Return what subjects are called: dossier and title, unit, file of a bundle."""
    wanted = [one for one in subjects if one]
    found: dict[str, str] = {}
    dossiers: Any = select(Initiative.id, Initiative.code, Initiative.title)
    for one, code, title in session.execute(dossiers.where(Initiative.id.in_(wanted))):
        found[one] = f"{code} {title}".strip()
    carried = session.execute(select(Bundle.id, Bundle.file_name).where(Bundle.id.in_(wanted)))
    found |= {one: name for one, name in carried}
    left = set(wanted) - set(found)
    if left:
        listed = units.all_units(session, today)
        found |= {unit.id: f"{unit.code} {unit.name}" for unit in listed if unit.id in left}
    return found
