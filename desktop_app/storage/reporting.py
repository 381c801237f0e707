"""What reports read of the book: which rows, their answers a few at a time, sums by unit and kind.

Amounts are summed in two halves: a stranger's form may hold numbers whose sum leaves eight bytes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import Session

from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.tables import Initiative, RecognitionRecord, Revision

_COLUMNS = [getattr(Initiative, name) for name in InitiativeRecord.__dataclass_fields__]
_HALF = 1_000_000_000


@dataclass(frozen=True)
class Counted:
    """Which initiatives: those standing in ``state`` of ``track``, entered in a period if one."""

    track: str
    state: str
    date_from: date | None = None
    date_to: date | None = None

    def fits(self) -> ColumnElement[bool]:
        """Return the condition, the same the board counts by."""
        day = getattr(Initiative, f"{self.track}_on")
        wanted: list[ColumnElement[bool]] = [getattr(Initiative, self.track) == self.state]
        if self.date_from is not None:
            wanted.append(day >= self.date_from.isoformat())
        if self.date_to is not None:
            wanted.append(day <= self.date_to.isoformat())
        return and_(true(), *wanted)


@dataclass(frozen=True)
class Told:
    """An initiative with its frozen answers and what its recognition records say together."""

    record: InitiativeRecord
    answers: Mapping[str, Any]
    recognition: Mapping[str, Any]


@dataclass(frozen=True)
class KindSum:
    """How many initiatives of one field and kind there are, and their benefit in đồng."""

    unit_id: str
    template_id: str
    template_version: str
    value: str
    number: int
    benefit: int


def rows_of(session: Session, counted: Counted) -> list[tuple[int, str, str]]:
    """Return row number, unit and dossier code of the initiatives that fit."""
    query = select(Initiative.row, Initiative.unit_id, Initiative.code).where(counted.fits())
    return [(row, unit, code) for row, unit, code in session.execute(query)]


def told(session: Session, rows: Sequence[int], *, answers: bool = True) -> dict[int, Told]:
    """Return some initiatives by their row numbers; a few hundred at a time."""
    query = (
        select(Initiative.row, Revision.answers, *_COLUMNS)
        .outerjoin(
            Revision,
            (Revision.initiative_id == Initiative.id) & (Revision.hash == Initiative.revision_hash),
        )
        .where(Initiative.row.in_(rows))
    )
    found = session.execute(query).all()
    recognised = _recognitions(session, [line.id for line in found])
    return {
        line[0]: Told(
            InitiativeRecord(*line[2:]),
            json.loads(line[1]) if answers and line[1] else {},
            recognised.get(line.id, {}),
        )
        for line in found
    }


def _recognitions(session: Session, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return what the entries of some initiatives say together; later ones go before earlier."""
    query = (
        select(RecognitionRecord.initiative_id, RecognitionRecord.content)
        .where(RecognitionRecord.initiative_id.in_(ids))
        .order_by(RecognitionRecord.row)
    )
    said: dict[str, dict[str, Any]] = {}
    for initiative_id, content in session.execute(query):
        said.setdefault(initiative_id, {}).update(json.loads(content))
    return said


def benefit_by_unit(session: Session, counted: Counted) -> dict[str, int]:
    """Return the benefit of the initiatives that fit, per unit, in đồng."""
    query = select(Initiative.unit_id, *_sums()).where(counted.fits()).group_by(Initiative.unit_id)
    return {unit: _whole(high, low) for unit, high, low in session.execute(query)}


def sums_by(session: Session, column: str, counted: Counted) -> tuple[KindSum, ...]:
    """Return numbers and benefit per value of ``field`` or ``solution_type``, unit and template."""
    by = (
        Initiative.unit_id,
        Initiative.template_id,
        Initiative.template_version,
        getattr(Initiative, column),
    )
    query = select(*by, func.count(), *_sums()).where(counted.fits()).group_by(*by)
    return tuple(
        KindSum(unit, template, version, value, number, _whole(high, low))
        for unit, template, version, value, number, high, low in session.execute(query)
    )


def templates_used(session: Session) -> tuple[tuple[str, str], ...]:
    """Return id and version of every template an initiative was written with."""
    query = select(Initiative.template_id, Initiative.template_version).distinct()
    return tuple((name, version) for name, version in session.execute(query))


def _sums() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return func.sum(Initiative.benefit // _HALF), func.sum(Initiative.benefit % _HALF)


def _whole(high: Any, low: Any) -> int:
    return int(high or 0) * _HALF + int(low or 0)
