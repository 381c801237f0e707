"""The steps of initiatives on their tracks, with their days: what earlier boards are made of."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

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


def states_as_of(session: Session, track: str, day: date) -> dict[tuple[str, str], int]:
    """Return how many initiatives of a unit stood in a state on a day: (unit, state) → number."""
    newest = (
        select(func.max(TrackStep.row).label("row"))
        .where(TrackStep.track == track, TrackStep.day <= day.isoformat())
        .group_by(TrackStep.initiative_row)
        .subquery()
    )
    query = (
        select(Initiative.unit_id, TrackStep.state, func.count())
        .join(newest, newest.c.row == TrackStep.row)
        .join(Initiative, Initiative.row == TrackStep.initiative_row)
        .group_by(Initiative.unit_id, TrackStep.state)
    )
    return {(unit, state): number for unit, state, number in session.execute(query)}


def first_days(session: Session, track: str, state: str) -> dict[tuple[str, str], int]:
    """Return how many initiatives of a unit first entered a state on a day: (unit, day) → number.

    Weeks and running totals are sums of it; who left the state later stays counted.
    """
    first = (
        select(TrackStep.initiative_row, func.min(TrackStep.day).label("day"))
        .where(TrackStep.track == track, TrackStep.state == state)
        .group_by(TrackStep.initiative_row)
    )
    rows = first.subquery()
    query = (
        select(Initiative.unit_id, rows.c.day, func.count())
        .join(rows, rows.c.initiative_row == Initiative.row)
        .group_by(Initiative.unit_id, rows.c.day)
    )
    return {(unit, day): number for unit, day, number in session.execute(query)}
