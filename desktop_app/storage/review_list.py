"""The officer's list: undecided first, then the newest, a page at a time, with its filters.

Pages are found by keyset along the index of state and time; nothing is sorted as a whole.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select, true, tuple_
from sqlalchemy.orm import Session, aliased

from desktop_app.domain.tracks import VERDICTS, Submission
from desktop_app.storage import search
from desktop_app.storage.desk_tables import ReviewNote
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.tables import BundleItem, Initiative, TrackStep

WAITING = (str(Submission.RECEIVED),)
DECIDED = tuple(str(s) for s in (*VERDICTS, Submission.UPLOADED, Submission.WITHDRAWN))
_GROUPS = (WAITING, DECIDED)
Other = aliased(Initiative)
_COLUMNS = [getattr(Initiative, name) for name in InitiativeRecord.__dataclass_fields__]


@dataclass(frozen=True)
class Wanted:
    """What the list shows; None or "" leaves a column alone.

    ``since`` and ``until`` are the days it came in (ISO), ``before`` the day before which an
    undecided one is overdue. ``units`` and ``ids`` are the only ones shown, where given.
    """

    search: str = ""
    undecided: bool = False
    decided: bool = False
    changed: bool | None = None
    before: str = ""
    noted: bool = False
    conflict: bool = False
    units: Collection[str] | None = None
    ids: Collection[str] | None = None
    field: str = ""
    template_id: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class Place:
    """Where a page ended: the group (0 undecided, 1 decided), the time and the row."""

    group: int
    updated_at: str
    row: int


@dataclass(frozen=True)
class Line:
    """A row with what the list says beside it."""

    record: InitiativeRecord
    received_on: str
    noted: bool
    conflict: bool


def page(
    session: Session, wanted: Wanted, *, after: Place | None = None, limit: int = 100
) -> tuple[tuple[Line, ...], Place | None]:
    """Return the next lines that fit, and where to go on; no place at the end."""
    fits = _fits(session, wanted)
    found: list[tuple[int, Any]] = []
    for number, states in enumerate(_GROUPS):
        if after is not None and number < after.group:
            continue
        if (number == 0 and wanted.decided) or (number == 1 and wanted.undecided):
            continue
        start = after if after is not None and after.group == number else None
        rest = limit + 1 - len(found)
        lines = [line for state in states for line in _of_state(session, state, fits, start, rest)]
        # Each state comes in order; of five short lists the newest are taken.
        lines.sort(key=lambda line: (line.updated_at, line.row), reverse=True)
        found += [(number, line) for line in lines[:rest]]
        if len(found) > limit:
            break
    shown = found[:limit]
    following = None
    if len(found) > limit:
        number, last = shown[-1]
        following = Place(number, last.updated_at, last.row)
    return _lines(session, [line for _number, line in shown]), following


def _of_state(
    session: Session, state: str, fits: ColumnElement[bool], after: Place | None, limit: int
) -> Sequence[Any]:
    query = select(*_COLUMNS, Initiative.row).where(
        Initiative.submission == state, Initiative.revision > 0, fits
    )
    if after is not None:
        key = tuple_(Initiative.updated_at, Initiative.row)
        query = query.where(key < tuple_(after.updated_at, after.row))
    query = query.order_by(Initiative.updated_at.desc(), Initiative.row.desc()).limit(limit)
    return session.execute(query).all()


def one(session: Session, initiative_id: str) -> Line | None:
    """Return the line of one initiative, None when there is none."""
    query = select(*_COLUMNS, Initiative.row).where(Initiative.id == initiative_id)
    found = session.execute(query).all()
    return _lines(session, found)[0] if found else None


def _lines(session: Session, found: Sequence[Any]) -> tuple[Line, ...]:
    """Add to some rows the day they came in, whether they bear a note, whether two versions."""
    rows, ids = [line.row for line in found], [line.id for line in found]
    came = select(TrackStep.initiative_row, func.max(TrackStep.day)).where(
        TrackStep.initiative_row.in_(rows),
        TrackStep.track == "submission",
        TrackStep.state == Submission.RECEIVED,
    )
    found_days = session.execute(came.group_by(TrackStep.initiative_row))
    days: dict[int, str] = {row: day for row, day in found_days}
    notes = select(ReviewNote.initiative_id).where(ReviewNote.initiative_id.in_(ids))
    noted = set(session.scalars(notes))
    twice = _conflicts().where(BundleItem.initiative_id.in_(ids))
    conflicts = set(session.scalars(twice))
    return tuple(
        Line(
            InitiativeRecord(*line[:-1]),
            days.get(line.row) or line.submission_on,
            line.id in noted,
            line.id in conflicts,
        )
        for line in found
    )


def _conflicts() -> Any:
    """Return of which initiatives another version than the one in use came."""
    return (
        select(BundleItem.initiative_id)
        .join(Other, Other.id == BundleItem.initiative_id)
        .where(BundleItem.intake == "conflict", BundleItem.revision_hash != Other.revision_hash)
    )


def _fits(session: Session, wanted: Wanted) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = [true()]
    if wanted.search.strip():
        parts.append(search.fits(session, wanted.search))
    if wanted.changed is not None:
        parts.append(Initiative.revision > 1 if wanted.changed else Initiative.revision == 1)
    if wanted.before:
        parts.append(Initiative.submission_on < wanted.before)
    if wanted.noted:
        parts.append(Initiative.id.in_(select(ReviewNote.initiative_id)))
    if wanted.conflict:
        parts.append(Initiative.id.in_(_conflicts()))
    for column, among in ((Initiative.unit_id, wanted.units), (Initiative.id, wanted.ids)):
        if among is not None:
            parts.append(column.in_(sorted(among)))
    if wanted.field:
        parts.append(Initiative.field == wanted.field)
    if wanted.template_id:
        parts.append(Initiative.template_id == wanted.template_id)
    if wanted.since or wanted.until:
        came = select(TrackStep.initiative_row).where(
            TrackStep.track == "submission", TrackStep.state == Submission.RECEIVED
        )
        if wanted.since:
            came = came.where(TrackStep.day >= wanted.since)
        if wanted.until:
            came = came.where(TrackStep.day <= wanted.until)
        parts.append(Initiative.row.in_(came))
    return and_(*parts)


def counts(session: Session, wanted: Wanted, *, overdue_before: str) -> dict[str, int]:
    """Return how many fit in each state of the list, whatever state is wanted now."""
    fits = _fits(session, wanted)
    open_ = Initiative.submission == Submission.RECEIVED
    cases = {
        "waiting": open_,
        "new": and_(open_, Initiative.revision == 1),
        "changed": and_(open_, Initiative.revision > 1),
        "overdue": and_(open_, Initiative.submission_on < overdue_before),
        "decided": Initiative.submission.in_(DECIDED),
    }
    query = select(
        func.count(), *(func.sum(case((each, 1), else_=0)) for each in cases.values())
    ).where(Initiative.submission.in_((*WAITING, *DECIDED)), Initiative.revision > 0, fits)
    whole, *parts = session.execute(query).one()
    said = {"": whole, **{name: int(n or 0) for name, n in zip(cases, parts, strict=True)}}
    for name, among in (("noted", select(ReviewNote.initiative_id)), ("conflict", _conflicts())):
        few = select(func.count()).select_from(Initiative)
        few = few.where(Initiative.id.in_(among), Initiative.revision > 0, fits)
        said[name] = session.scalars(few).one()
    return said


def count(session: Session, wanted: Wanted) -> int:
    """Return how many fit."""
    states = (*(() if wanted.decided else WAITING), *(() if wanted.undecided else DECIDED))
    query = select(func.count()).select_from(Initiative)
    query = query.where(Initiative.submission.in_(states), Initiative.revision > 0)
    return session.scalars(query.where(_fits(session, wanted))).one()


def fields(session: Session) -> tuple[str, ...]:
    """Return the fields there are, as written."""
    query = select(Initiative.field).where(Initiative.revision > 0).distinct()
    return tuple(name for name in session.scalars(query) if name)


def templates(session: Session) -> tuple[str, ...]:
    """Return the templates reports were written with."""
    query = select(Initiative.template_id).where(Initiative.revision > 0).distinct()
    return tuple(session.scalars(query))
