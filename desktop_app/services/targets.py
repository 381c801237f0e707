"""Programmes, phases and targets: dated data, entered or carried by a card."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop_app.domain.lengths import LONGEST_CODE, check_length
from desktop_app.domain.targets import COUNTED, Base, Rounding, Target
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services.officers import allowed
from desktop_app.services.units import find_unit
from desktop_app.storage import programmes
from desktop_app.storage.programmes import PhaseRecord, ProgrammeRecord
from desktop_app.workspace import Workspace

MOST = 100_000_000
"""No unit sets out to reach more; larger numbers are slips of the finger."""


@dataclass(frozen=True)
class RuleRow:
    """What each unit of a group ("": any unit) is to reach in a phase or programme."""

    scope: str
    group: str
    target: Target


@allowed("targets")
def add_programme(
    workspace: Workspace,
    *,
    code: str,
    name: str,
    date_from: date | None = None,
    date_to: date | None = None,
    counting: str = "uploaded",
    rounding: Rounding = Rounding.UP,
    needs_recognition: bool = True,
) -> None:
    """Add a programme, or put it right.

    Raises BadInput SSK-595 for dates the wrong way round, SSK-596 for a count that is none,
    SSK-820 when a phase of it lies outside the dates, SSK-821 for an empty or a taken code.
    """
    if date_from and date_to and date_from > date_to:
        raise BadInput("SSK-595")
    if counting not in COUNTED:
        raise BadInput("SSK-596", name=counting)
    record = ProgrammeRecord(
        check_length(tidy(code), LONGEST_CODE, code[:40]),
        check_length(tidy(name), 250, name[:40]),
        date_from.isoformat() if date_from else None,
        date_to.isoformat() if date_to else None,
        counting,
        rounding,
        needs_recognition,
    )
    with workspace.database.write() as session:
        phases = programmes.all_phases(session)
        _check_code(record.code, record.name, {phase.code for phase in phases})
        for phase in phases:
            if phase.programme_code == record.code:
                _check_inside(phase, record)
        programmes.keep_programme(session, record)


@allowed("targets")
def add_phase(
    workspace: Workspace,
    *,
    code: str,
    name: str,
    programme: str,
    date_from: date,
    date_to: date,
    peak: bool = False,
) -> tuple[str, ...]:
    """Add a phase or a peak period, or put it right; return the phases it overlaps, by name.

    A programme not known yet is begun with it. Phases may overlap, but an initiative is then
    counted in both; a peak period lies inside a phase and overlaps nothing but other peaks.
    Raises BadInput SSK-595 for dates the wrong way round, SSK-820 for dates outside the
    programme, SSK-821 for an empty or a taken code.
    """
    if date_from > date_to:
        raise BadInput("SSK-595")
    record = PhaseRecord(
        check_length(tidy(code), LONGEST_CODE, code[:40]),
        tidy(programme),
        check_length(tidy(name), 250, name[:40]),
        date_from.isoformat(),
        date_to.isoformat(),
        peak,
    )
    known = {row.code: row for row in list_programmes(workspace)}
    if record.programme_code not in known:
        add_programme(workspace, code=programme, name=programme)
    with workspace.database.write() as session:
        _check_code(record.code, record.name, {*known, record.programme_code})
        if record.programme_code in known:
            _check_inside(record, known[record.programme_code])
        others = programmes.all_phases(session)
        programmes.keep_phase(session, record)
    return tuple(
        other.name
        for other in others
        if other.code != record.code
        and (other.programme_code, other.peak) == (record.programme_code, record.peak)
        and other.date_from <= record.date_to
        and record.date_from <= other.date_to
    )


def _check_code(code: str, name: str, taken: Collection[str]) -> None:
    """A code names a phase or a programme, never both: targets stand under it."""
    if not code or not name or code in taken:
        raise BadInput("SSK-821", name=code)


def _check_inside(phase: PhaseRecord, programme: ProgrammeRecord) -> None:
    early = programme.date_from is not None and phase.date_from < programme.date_from
    late = programme.date_to is not None and phase.date_to > programme.date_to
    if early or late:
        raise BadInput("SSK-820", phase=phase.name, programme=programme.name)


@allowed("targets")
def delete_phase(workspace: Workspace, code: str, *, also_targets: bool = False) -> None:
    """Take a phase away.

    Raises NotAllowed SSK-822 while targets or rules name it, unless they shall go as well;
    BadInput SSK-598 when there is none.
    """
    if code not in {row.code for row in list_phases(workspace)}:
        raise BadInput("SSK-598", name=code)
    with workspace.database.write() as session:
        _check_unused(session, code, [code], also_targets)
        programmes.delete_phase(session, code)


@allowed("targets")
def delete_programme(workspace: Workspace, code: str, *, also_targets: bool = False) -> None:
    """Take a programme away, with its phases.

    Raises NotAllowed SSK-822 while targets or rules name it or them, unless they shall go as
    well; BadInput SSK-598 when there is none.
    """
    if code not in {row.code for row in list_programmes(workspace)}:
        raise BadInput("SSK-598", name=code)
    with workspace.database.write() as session:
        inside = [p.code for p in programmes.all_phases(session) if p.programme_code == code]
        _check_unused(session, code, [code, *inside], also_targets)
        programmes.delete_programme(session, code)


def _check_unused(session: Session, name: str, scopes: list[str], also_targets: bool) -> None:
    number = programmes.use_of(session, scopes)
    if number and not also_targets:
        raise NotAllowed("SSK-822", name=name, number=number)


@allowed("targets")
def set_target(
    workspace: Workspace,
    unit: str,
    scope: str,
    *,
    count: int | None = None,
    percent: float | None = None,
    base: Base | None = None,
) -> None:
    """Keep what a unit set out to reach in a phase or a whole programme.

    A registered number and a rule may stand side by side. Raises BadInput SSK-597 for a number
    or a share that cannot be, SSK-598 for a phase or programme that is not known.
    """
    target = _one_target(count, percent, base)
    _check_scope(workspace, scope)
    unit_id = find_unit(workspace, unit).id
    with workspace.database.write() as session:
        programmes.keep_target(session, unit_id, scope, target)


@allowed("targets")
def set_rule(
    workspace: Workspace,
    scope: str,
    group: str = "",
    *,
    count: int | None = None,
    percent: float | None = None,
    base: Base | None = None,
) -> None:
    """Keep what each unit of a group ("": any unit) is to reach where it set itself nothing.

    Raises BadInput as ``set_target`` does.
    """
    target = _one_target(count, percent, base)
    _check_scope(workspace, scope)
    group = check_length(tidy(group), 120, group[:40])
    with workspace.database.write() as session:
        programmes.put_rule(session, scope, group, target)


@allowed("targets")
def remove_rule(workspace: Workspace, scope: str, group: str = "") -> None:
    """Take a rule away; nothing happens where there is none."""
    with workspace.database.write() as session:
        programmes.put_rule(session, scope, tidy(group), None)


def list_rules(workspace: Workspace) -> tuple[RuleRow, ...]:
    """Return the rules, by phase or programme and then by group."""
    with workspace.database.read() as session:
        rules = programmes.all_rules(session)
    return tuple(RuleRow(*key, rules[key]) for key in sorted(rules))


def _one_target(count: int | None, percent: float | None, base: Base | None) -> Target:
    if (count is None) == (percent is None):
        raise BadInput("SSK-597")
    return check_target(Target(count, percent, base if percent is not None else None))


def check_target(target: Target) -> Target:
    """Return a target that can be. Raises BadInput SSK-597 for any other."""
    if target.count is not None and not 0 <= target.count <= MOST:
        raise BadInput("SSK-597")
    if target.percent is not None and (target.base is None or not 0 < target.percent <= 1000):
        raise BadInput("SSK-597")
    return target


def _check_scope(workspace: Workspace, scope: str) -> None:
    known = {row.code for row in list_phases(workspace)}
    known |= {row.code for row in list_programmes(workspace)}
    if scope not in known:
        raise BadInput("SSK-598", name=scope)


def list_programmes(workspace: Workspace) -> tuple[ProgrammeRecord, ...]:
    """Return the programmes, oldest first."""
    with workspace.database.read() as session:
        return programmes.all_programmes(session)


def list_phases(workspace: Workspace) -> tuple[PhaseRecord, ...]:
    """Return the phases, oldest first."""
    with workspace.database.read() as session:
        return programmes.all_phases(session)
