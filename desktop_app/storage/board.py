"""The initiatives behind a number of the board, by the same conditions the number is counted by."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import Session

from desktop_app.storage import steps
from desktop_app.storage.tables import Initiative, TrackStep


@dataclass(frozen=True)
class BehindRecord:
    """An initiative behind a number: ``state`` of the track counted, and ``day`` it entered it."""

    row: int
    id: str
    code: str
    title: str
    unit_id: str
    state: str
    day: str


@dataclass(frozen=True)
class Wanted:
    """Which initiatives: of some units (None: all), in a state of a track, by the board's days.

    ``day`` is an earlier day the board is seen on, None for now; ``first_in`` asks instead for
    what first entered the state in a period, whatever became of it.
    """

    track: str
    state: str
    units: Collection[str] | None
    date_from: date | None = None
    date_to: date | None = None
    day: date | None = None
    first_in: tuple[date, date] | None = None


@dataclass(frozen=True)
class Place:
    """Where a page ended: day and row of its last line."""

    day: str
    row: int


def page(
    session: Session, wanted: Wanted, after: Place | None, limit: int
) -> tuple[tuple[BehindRecord, ...], Place | None]:
    """Return the initiatives that fit, newest day first, and where to go on; None at the end."""
    query, day = _query(wanted)
    if after is not None:
        query = query.where(
            or_(day < after.day, and_(day == after.day, Initiative.row < after.row))
        )
    query = query.order_by(day.desc(), Initiative.row.desc()).limit(limit + 1)
    found = tuple(BehindRecord(*line) for line in session.execute(query))
    rows = found[:limit]
    more = len(found) > limit
    return rows, Place(rows[-1].day, rows[-1].row) if more else None


def count(session: Session, wanted: Wanted) -> int:
    """Return how many initiatives fit."""
    query, _day = _query(wanted)
    inner = query.with_only_columns(Initiative.row).subquery()
    return session.scalars(select(func.count()).select_from(inner)).one()


def _query(
    wanted: Wanted,
) -> tuple[Select[*tuple[Any, ...]], ColumnElement[str]]:
    state: ColumnElement[str]
    day: ColumnElement[str]
    if wanted.first_in is not None:
        first = steps.first_entries(wanted.track, wanted.state, *wanted.first_in)
        state = getattr(Initiative, wanted.track).expression
        day = first.c.day
        query = _columns(state, day).join(first, first.c.initiative_row == Initiative.row)
        return query.where(_of_units(wanted)), day
    if wanted.day is not None:
        newest = steps.newest_until(wanted.track, wanted.day)
        state, day = TrackStep.state.expression, TrackStep.day.expression
        query = (
            _columns(state, day)
            .join(TrackStep, TrackStep.initiative_row == Initiative.row)
            .join(newest, newest.c.row == TrackStep.row)
        )
    else:
        state = getattr(Initiative, wanted.track).expression
        day = getattr(Initiative, f"{wanted.track}_on").expression
        query = _columns(state, day)
    query = query.where(state == wanted.state, _of_units(wanted))
    if wanted.date_from is not None:
        query = query.where(day >= wanted.date_from.isoformat())
    if wanted.date_to is not None:
        query = query.where(day <= wanted.date_to.isoformat())
    return query, day


def _columns(state: ColumnElement[str], day: ColumnElement[str]) -> Select[*tuple[Any, ...]]:
    return select(
        Initiative.row,
        Initiative.id,
        Initiative.code,
        Initiative.title,
        Initiative.unit_id,
        state,
        day,
    ).select_from(Initiative)


def _of_units(wanted: Wanted) -> ColumnElement[bool]:
    return true() if wanted.units is None else Initiative.unit_id.in_(sorted(wanted.units))
