"""Programmes, their phases, and what units set out to reach."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select
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
    # Sorted here: where a missing date stands is another thing in each database.
    rows = sorted(
        session.scalars(select(tables.Programme)), key=lambda row: (row.date_from or "", row.code)
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


def put_target(session: Session, unit_id: str, scope: str, target: Target | None) -> None:
    """Put a target in the place of the one before; None takes it away."""
    row = session.get(tables.TargetRow, (unit_id, scope))
    if row is not None:
        session.delete(row)
        session.flush()
    if target is not None:
        session.add(tables.TargetRow(unit_id=unit_id, scope=scope, **target.__dict__))
        session.flush()


def one_target(session: Session, unit_id: str, scope: str) -> Target | None:
    """Return what a unit set out to reach in a phase or programme, None when nothing is kept."""
    row = session.get(tables.TargetRow, (unit_id, scope))
    return None if row is None else _target(row)


def put_rule(session: Session, scope: str, group: str, target: Target | None) -> None:
    """Put a rule for the units of a group ("": any unit); None takes it away."""
    row = session.get(tables.TargetRule, (scope, group))
    if row is not None:
        session.delete(row)
        session.flush()
    if target is not None:
        session.add(tables.TargetRule(scope=scope, unit_group=group, **target.__dict__))
        session.flush()


def all_rules(session: Session) -> dict[tuple[str, str], Target]:
    """Return every rule: (phase or programme, group) → what its units are to reach."""
    rows = session.scalars(select(tables.TargetRule))
    return {(row.scope, row.unit_group): _target(row) for row in rows}


def use_of(session: Session, scopes: Sequence[str]) -> int:
    """Return how many targets and rules name one of some phases or programmes."""
    return sum(
        session.scalars(
            select(func.count()).select_from(table).where(table.scope.in_(scopes))
        ).one()
        for table in (tables.TargetRow, tables.TargetRule)
    )


def delete_phase(session: Session, code: str) -> None:
    """Take a phase away, with the targets and rules that name it."""
    _delete_targets(session, code)
    session.execute(delete(tables.Phase).where(tables.Phase.code == code))


def delete_programme(session: Session, code: str) -> None:
    """Take a programme away, with its phases and everything that names it or them."""
    phases = select(tables.Phase.code).where(tables.Phase.programme_code == code)
    for phase in session.scalars(phases).all():
        delete_phase(session, phase)
    _delete_targets(session, code)
    session.execute(delete(tables.Programme).where(tables.Programme.code == code))


def _delete_targets(session: Session, scope: str) -> None:
    for table in (tables.TargetRow, tables.TargetRule):
        session.execute(delete(table).where(table.scope == scope))


def _target(row: tables.TargetRow | tables.TargetRule) -> Target:
    return Target(row.count, row.percent, None if row.base is None else Base(row.base))


def all_targets(session: Session) -> dict[tuple[str, str], Target]:
    """Return every target: (unit, phase or programme) → target."""
    rows = session.scalars(select(tables.TargetRow))
    return {(row.unit_id, row.scope): _target(row) for row in rows}
