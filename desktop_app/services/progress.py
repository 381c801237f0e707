"""Progress: the four tracks side by side, per unit, against what was set out to be reached.

Counts are current state; with a period, what entered its state in it. A unit that has units below
it counts theirs as well. Clarification 1 holds for targets, gap and shortfall.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.domain.targets import Base, Rounding, Target, rule_target, shortfall
from desktop_app.domain.text import sort_key
from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.errors import BadInput
from desktop_app.storage import bundles, initiatives, programmes, units
from desktop_app.storage.programmes import PhaseRecord, ProgrammeRecord
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Workspace

_STATES: Mapping[str, Mapping[str, str]] = {
    "writing": {"draft": "drafted", "ready": "ready"},
    "recognition": {"recognised": "recognised", "filed": "filed", "refused": "refused"},
    "submission": {
        state: state
        for state in (
            "queued",
            "bundled",
            "handed_over",
            "received",
            "accepted",
            "returned",
            "declined",
            "uploaded",
        )
    },
    "portal": {state: state for state in ("reviewing", "valid", "invalid")},
}


@dataclass(frozen=True)
class UnitProgress:
    """One line of the board. Targets are None where none is set."""

    unit_id: str
    unit: str
    code: str
    parent_id: str | None
    as_of: date
    base: int | None
    target: int | None
    registered_target: int | None
    rule_target: int | None
    target_gap: int | None
    drafted: int
    ready: int
    filed: int
    recognised: int
    refused: int
    queued: int
    bundled: int
    handed_over: int
    received: int
    accepted: int
    returned: int
    declined: int
    uploaded: int
    reviewing: int
    valid: int
    invalid: int
    counting: str
    reached: int
    shortfall: int | None
    last_receipt_at: datetime | None


def progress(
    workspace: Workspace,
    *,
    phase: str | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
) -> tuple[UnitProgress, ...]:
    """Return the board: every unit, in Vietnamese order.

    ``phase`` gives the period and the targets of one phase; without it targets are those of the
    newest programme. Raises BadInput SSK-598 for an unknown phase.
    """
    with workspace.database.read() as session:
        listed = units.all_units(session, workspace.today())
        all_programmes = programmes.all_programmes(session)
        all_phases = programmes.all_phases(session)
        scope, programme, period = _scope(all_programmes, all_phases, phase)
        date_from, date_to = date_from or period[0], date_to or period[1]
        counts = {
            track: initiatives.counts_by_unit(session, track, date_from, date_to)
            for track in _STATES
        }
        targets = programmes.all_targets(session)
        received = bundles.last_received_by_unit(session)
    rounding = Rounding(programme.rounding) if programme else Rounding.UP
    counting = programme.counting if programme else "uploaded"
    children = children_by_parent((unit.id, unit.parent_id) for unit in listed)
    lines = []
    for unit in listed:
        family = family_of(unit.id, children)
        numbers = _numbers(counts, family)
        base, registered, rule = _targets(unit, targets, scope, rounding)
        target = registered if registered is not None else rule
        reached = numbers[counting]
        lines.append(
            UnitProgress(
                unit_id=unit.id,
                unit=unit.name,
                code=unit.code,
                parent_id=unit.parent_id,
                as_of=workspace.today(),
                base=base,
                target=target,
                registered_target=registered,
                rule_target=rule,
                target_gap=None if rule is None or registered is None else rule - registered,
                counting=counting,
                reached=reached,
                shortfall=shortfall(target, reached),
                last_receipt_at=max((received[u] for u in family if u in received), default=None),
                **numbers,
            )
        )
    return tuple(sorted(lines, key=lambda line: sort_key(line.unit)))


def _scope(
    all_programmes: tuple[ProgrammeRecord, ...],
    all_phases: tuple[PhaseRecord, ...],
    phase: str | None,
) -> tuple[tuple[str, ...], ProgrammeRecord | None, tuple[date | None, date | None]]:
    """Return the scopes whose targets count, the programme, and the period."""
    by_code = {programme.code: programme for programme in all_programmes}
    if phase is not None:
        for row in all_phases:
            if row.code == phase:
                period = (date.fromisoformat(row.date_from), date.fromisoformat(row.date_to))
                return (row.code,), by_code[row.programme_code], period
        raise BadInput("SSK-598", name=phase)
    if not all_programmes:
        return (), None, (None, None)
    newest = all_programmes[-1]
    inside = [p.code for p in all_phases if p.programme_code == newest.code and not p.peak]
    return (newest.code, *inside), newest, (None, None)


def _numbers(
    counts: Mapping[str, Mapping[tuple[str, str], int]], family: Iterable[str]
) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for track, names in _STATES.items():
        for state, name in names.items():
            numbers[name] = sum(counts[track].get((unit, state), 0) for unit in family)
    return numbers


def _targets(
    unit: UnitRecord,
    targets: Mapping[tuple[str, str], Target],
    scope: tuple[str, ...],
    rounding: Rounding,
) -> tuple[int | None, int | None, int | None]:
    """Return base, registered target and rule target of a unit in some scopes.

    A number for the whole programme goes before the sum over its phases; the same for the rule.
    """
    own = [targets[unit.id, code] for code in scope if (unit.id, code) in targets]
    whole = targets.get((unit.id, scope[0])) if scope else None
    if whole is not None and whole.count is not None:
        registered: int | None = whole.count
    else:
        counted = [target.count for target in own if target.count is not None]
        registered = sum(counted) if counted else None
    ruled = [t for t in own if t.percent is not None]
    if whole is not None and whole.percent is not None:
        ruled = [whole]
    if not ruled or unit.people is None:
        return None, registered, None
    size = unit.people.of(ruled[0].base or Base.MEMBERS)
    rule = sum(
        rule_target(t.percent or 0, unit.people.of(t.base or Base.MEMBERS), rounding) for t in ruled
    )
    return size, registered, rule
