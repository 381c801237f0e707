"""Programmes, their phases, and what units set out to reach."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.targets import Base, Target
from desktop_app.storage import tables


@dataclass(frozen=True)
class ProgrammeRecord:
    """A programme; ``counting`` names the count held against its targets.

    ``needs_recognition``: only what an establishment recognised may go up.
    """

    code: str
    name: str
    date_from: str | None
    date_to: str | None
    counting: str
    rounding: str
    needs_recognition: bool = True


@dataclass(frozen=True)
class PhaseRecord:
    """A phase, or a peak period, of a programme; both days included."""

    code: str
    programme_code: str
    name: str
    date_from: str
    date_to: str
    peak: bool


def keep_programme(session: Session, programme: ProgrammeRecord) -> None:
    """Add a programme, or put it right."""
    session.merge(tables.Programme(**programme.__dict__))


def keep_phase(session: Session, phase: PhaseRecord) -> None:
    """Add a phase, or put it right."""
    session.merge(tables.Phase(**phase.__dict__))


def all_programmes(session: Session) -> tuple[ProgrammeRecord, ...]:
    """Return the programmes, oldest first."""
    rows = session.scalars(
        select(tables.Programme).order_by(tables.Programme.date_from, tables.Programme.code)
    )
    return tuple(
        ProgrammeRecord(
            row.code,
            row.name,
            row.date_from,
            row.date_to,
            row.counting,
            row.rounding,
            row.needs_recognition,
        )
        for row in rows
    )


def all_phases(session: Session) -> tuple[PhaseRecord, ...]:
    """Return the phases, oldest first."""
    rows = session.scalars(select(tables.Phase).order_by(tables.Phase.date_from, tables.Phase.code))
    return tuple(
        PhaseRecord(row.code, row.programme_code, row.name, row.date_from, row.date_to, row.peak)
        for row in rows
    )


def keep_target(session: Session, unit_id: str, scope: str, target: Target) -> None:
    """Keep what a unit set out to reach; a count and a rule may stand side by side."""
    row = session.get(tables.TargetRow, (unit_id, scope))
    if row is None:
        row = tables.TargetRow(unit_id=unit_id, scope=scope)
        session.add(row)
    if target.count is not None:
        row.count = target.count
    if target.percent is not None:
        row.percent = target.percent
        row.base = target.base


def all_targets(session: Session) -> dict[tuple[str, str], Target]:
    """Return every target: (unit, phase or programme) → target."""
    return {
        (row.unit_id, row.scope): Target(
            row.count, row.percent, None if row.base is None else Base(row.base)
        )
        for row in session.scalars(select(tables.TargetRow))
    }
