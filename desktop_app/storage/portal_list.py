"""What waits to go up to the central system and what waits for its answer there, page by page."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, true, tuple_
from sqlalchemy.orm import Session

from desktop_app.domain.tracks import Submission
from desktop_app.storage import search
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.tables import Initiative, Revision

WAITING, UP, DONE = "waiting", "up", "done"
STATES = (WAITING, UP, DONE)
"""Accepted and not up; up without a final state; up with one."""

_COLUMNS = [getattr(Initiative, name) for name in InitiativeRecord.__dataclass_fields__]


@dataclass(frozen=True)
class Wanted:
    """What the list shows: which states, in this order; ``units`` the only ones, where given."""

    states: tuple[str, ...] = (WAITING, UP)
    search: str = ""
    units: Collection[str] | None = None
    final: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where a page ended: which of the wanted states, the time and the row."""

    group: int
    updated_at: str
    row: int


def page(
    session: Session, wanted: Wanted, *, after: Place | None = None, limit: int = 100
) -> tuple[tuple[InitiativeRecord, ...], Place | None]:
    """Return the next that fit, longest untouched first, and where to go on; None at the end."""
    fits = _fits(session, wanted)
    found: list[tuple[int, Any]] = []
    for number, state in enumerate(wanted.states):
        if after is not None and number < after.group:
            continue
        query = select(Initiative.row, *_COLUMNS).where(_in_state(state, wanted.final), fits)
        if after is not None and number == after.group:
            key = tuple_(Initiative.updated_at, Initiative.row)
            query = query.where(key > tuple_(after.updated_at, after.row))
        query = query.order_by(Initiative.updated_at, Initiative.row)
        rest = limit + 1 - len(found)
        found += [(number, line) for line in session.execute(query.limit(rest))]
        if len(found) > limit:
            break
    shown = found[:limit]
    following = None
    if len(found) > limit:
        number, last = shown[-1]
        following = Place(number, last.updated_at, last.row)
    return tuple(InitiativeRecord(*line[1:]) for _number, line in shown), following


def counts(session: Session, wanted: Wanted) -> dict[str, int]:
    """Return how many fit in each of STATES, whatever states are wanted."""
    fits = _fits(session, wanted)
    query = (
        select(Initiative.submission, Initiative.portal, func.count())
        .where(Initiative.submission.in_((Submission.ACCEPTED, Submission.UPLOADED)), fits)
        .group_by(Initiative.submission, Initiative.portal)
    )
    said = dict.fromkeys(STATES, 0)
    for submission, portal, number in session.execute(query):
        if submission == Submission.ACCEPTED:
            said[WAITING] += number
        else:
            said[DONE if portal in wanted.final else UP] += number
    return said


def reports(
    session: Session, ids: Sequence[str]
) -> dict[str, tuple[InitiativeRecord, Mapping[str, Any]]]:
    """Return some initiatives with the answers of their newest revision; a few hundred at a time.

    Without a revision the answers are empty.
    """
    query = (
        select(Revision.answers, *_COLUMNS)
        .outerjoin(
            Revision,
            (Revision.initiative_id == Initiative.id) & (Revision.hash == Initiative.revision_hash),
        )
        .where(Initiative.id.in_(ids))
    )
    return {
        line.id: (InitiativeRecord(*line[1:]), json.loads(line[0]) if line[0] else {})
        for line in session.execute(query)
    }


def _in_state(state: str, final: tuple[str, ...]) -> ColumnElement[bool]:
    if state == WAITING:
        return Initiative.submission == Submission.ACCEPTED
    ended = Initiative.portal.in_(final)
    return and_(Initiative.submission == Submission.UPLOADED, ended if state == DONE else ~ended)


def _fits(session: Session, wanted: Wanted) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = [true()]
    if wanted.search.strip():
        parts.append(search.fits(session, wanted.search))
    if wanted.units is not None:
        parts.append(Initiative.unit_id.in_(sorted(wanted.units)))
    return and_(*parts)
