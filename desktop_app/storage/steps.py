"""The steps of initiatives on their tracks, with their days: what earlier boards are made of."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import Subquery, exists, func, insert, select, update
from sqlalchemy.orm import Session, aliased

from desktop_app.storage.tables import Initiative, TrackStep

BEGINNINGS: Mapping[str, str] = {
    "writing": "",
    "recognition": "not_filed",
    "submission": "none",
    "portal": "none",
}
"""The four tracks, each with the state that is no step while nothing was before it."""


def begin(session: Session, initiative_row: int, states: Mapping[str, str], day: str) -> None:
    """Keep the states an initiative begins with."""
    rows = [
        {"initiative_row": initiative_row, "track": track, "state": str(state), "day": day}
        for track, state in states.items()
        if state != BEGINNINGS[track]
    ]
    if rows:
        session.execute(insert(TrackStep), rows)


def add(session: Session, initiative_id: str, track: str, state: str, day: str) -> None:
    """Keep one step."""
    row = select(Initiative.row).where(Initiative.id == initiative_id).scalar_subquery()
    session.execute(insert(TrackStep).values(initiative_row=row, track=track, state=state, day=day))


def correct_day(session: Session, initiative_id: str, track: str, day: str) -> None:
    """Put right on which day the state an initiative stands in was entered."""
    newest = (
        select(func.max(TrackStep.row))
        .join(Initiative, Initiative.row == TrackStep.initiative_row)
        .where(Initiative.id == initiative_id, TrackStep.track == track)
        .scalar_subquery()
    )
    session.execute(update(TrackStep).where(TrackStep.row == newest).values(day=day))


def newest_until(track: str, day: date) -> Subquery:
    """Return the query of the newest step of each initiative on a track until a day: ``row``."""
    return (
        select(func.max(TrackStep.row).label("row"))
        .where(TrackStep.track == track, TrackStep.day <= day.isoformat())
        .group_by(TrackStep.initiative_row)
        .subquery()
    )


def states_as_of(
    session: Session,
    track: str,
    day: date,
    date_from: date | None = None,
    date_to: date | None = None,
) -> dict[tuple[str, str], int]:
    """Return how many initiatives of a unit stood in a state on a day: (unit, state) → number.

    With dates, only those that had entered that state in the period, both days included.
    """
    newest = newest_until(track, day)
    query = (
        select(Initiative.unit_id, TrackStep.state, func.count())
        .join(newest, newest.c.row == TrackStep.row)
        .join(Initiative, Initiative.row == TrackStep.initiative_row)
        .group_by(Initiative.unit_id, TrackStep.state)
    )
    if date_from is not None:
        query = query.where(TrackStep.day >= date_from.isoformat())
    if date_to is not None:
        query = query.where(TrackStep.day <= date_to.isoformat())
    return {(unit, state): number for unit, state, number in session.execute(query)}


def first_entries(track: str, state: str, date_from: date, date_to: date) -> Subquery:
    """Return the query of what first entered a state in a period: ``initiative_row``, ``day``."""
    earlier = aliased(TrackStep)
    return (
        select(TrackStep.initiative_row, func.min(TrackStep.day).label("day"))
        .where(
            TrackStep.track == track,
            TrackStep.state == state,
            TrackStep.day.between(date_from.isoformat(), date_to.isoformat()),
            ~exists().where(
                earlier.initiative_row == TrackStep.initiative_row,
                earlier.track == track,
                earlier.state == state,
                earlier.day < date_from.isoformat(),
            ),
        )
        .group_by(TrackStep.initiative_row)
        .subquery()
    )


def first_days(
    session: Session, track: str, state: str, date_from: date, date_to: date
) -> dict[tuple[str, str], int]:
    """Return how many of a unit first entered a state on a day of a period: (unit, day) → number.

    Who left the state later stays counted.
    """
    rows = first_entries(track, state, date_from, date_to)
    query = (
        select(Initiative.unit_id, rows.c.day, func.count())
        .join(rows, rows.c.initiative_row == Initiative.row)
        .group_by(Initiative.unit_id, rows.c.day)
    )
    return {(unit, day): number for unit, day, number in session.execute(query)}


def firsts_per_day(
    session: Session, track: str, state: str, units: Collection[str] | None
) -> dict[str, int]:
    """Return how many initiatives of some units first entered a state on each day.

    Weeks and running totals are sums of it; who left the state later stays counted. Without
    units those of all, which asks nothing of the wide rows.
    """
    first = select(func.min(TrackStep.day).label("day")).where(
        TrackStep.track == track, TrackStep.state == state
    )
    if units is not None:
        of_units = Initiative.unit_id.in_(sorted(units))
        first = first.join(Initiative, Initiative.row == TrackStep.initiative_row).where(of_units)
    rows = first.group_by(TrackStep.initiative_row).subquery()
    query = select(rows.c.day, func.count()).group_by(rows.c.day)
    return {day: number for day, number in session.execute(query)}
