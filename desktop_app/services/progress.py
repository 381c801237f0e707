"""Progress: the four tracks side by side, per unit, against what was set out to be reached.

Counts are current state; with a period, what entered its state in it; with an earlier day, the
state of that day, of the units as they stood then. A unit that has units below it counts theirs
as well. Clarification 1 holds for targets, gap and shortfall; ``docs/decisions.md`` says which
target stands where a unit set itself none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from desktop_app.domain.dates import FIRST_DAY
from desktop_app.domain.targets import (
    Reckoned,
    Standing,
    Target,
    effective_targets,
    reckon,
    shortfall,
    standing,
)
from desktop_app.domain.text import sort_key
from desktop_app.domain.unit_tree import (
    children_by_parent,
    family_of,
    from_below,
    sums_of_families,
)
from desktop_app.errors import BadInput
from desktop_app.services.progress_scope import Scope, choose_scope, scopes_of
from desktop_app.storage import bundles, initiatives, programmes, steps, units
from desktop_app.storage import reported as reports
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Workspace

COUNTS: Mapping[str, tuple[str, str]] = {
    "drafted": ("writing", "draft"),
    "ready": ("writing", "ready"),
    "filed": ("recognition", "filed"),
    "recognised": ("recognition", "recognised"),
    "refused": ("recognition", "refused"),
    "queued": ("submission", "queued"),
    "bundled": ("submission", "bundled"),
    "handed_over": ("submission", "handed_over"),
    "received": ("submission", "received"),
    "accepted": ("submission", "accepted"),
    "returned": ("submission", "returned"),
    "declined": ("submission", "declined"),
    "uploaded": ("submission", "uploaded"),
    "reviewing": ("portal", "reviewing"),
    "valid": ("portal", "valid"),
    "invalid": ("portal", "invalid"),
}
"""The counts of a line, each with its track and the state it counts."""

TRACKS = ("writing", "recognition", "submission", "portal")
TREND_DAYS = 7
"""The trend holds the last so many days, the board's day included, against those before."""

OWN, GROUP, BELOW = "own", "group", "below"
"""Where a target comes from: the unit's own, the rule of its group, or the units below it."""


@dataclass(frozen=True)
class UnitProgress:
    """One line of the board. Targets are None where none is set.

    ``new`` and ``new_before`` are how many first entered the counting state in the last seven
    days and in the seven before; ``target_from`` is own, group, below or "".
    """

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
    kind: str = ""
    group: str = ""
    officer: str = ""
    closed_on: date | None = None
    target_from: str = ""
    standing: Standing = Standing.NONE
    new: int = 0
    new_before: int = 0


def progress(
    workspace: Workspace,
    *,
    phase: str | None = None,
    programme: str | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
    as_of: date | None = None,
    reported: bool = False,
) -> tuple[UnitProgress, ...]:
    """Return the board: every unit, in Vietnamese order.

    ``phase`` gives the period and the targets of one phase; without it targets are those of
    ``programme``, by default the newest begun. ``as_of`` is the day the board is seen on, today
    by default; a later day is today. ``reported`` shows of each unit what the office that follows
    it told last, on the day it told it, instead of what was counted here.

    Raises BadInput SSK-598 for an unknown phase or programme, SSK-825 for reported figures of
    another period or day than they were told for.
    """
    if reported and (date_from or date_to or as_of):
        raise BadInput("SSK-825")
    today = workspace.today()
    day = max(FIRST_DAY, min(as_of or today, today))
    with workspace.database.read() as session:
        listed = units.all_units(session, day)
        all_programmes = programmes.all_programmes(session)
        all_phases = programmes.all_phases(session)
        scope = choose_scope(all_programmes, all_phases, phase=phase, programme=programme, on=day)
        bounds = (date_from or scope.date_from, date_to or scope.date_to)
        numbers = _counts(session, day if day < today else None, bounds)
        _add_trend(session, numbers, scope.counting, day)
        own_targets = programmes.all_targets(session)
        rules = programmes.all_rules(session)
        received = bundles.last_received_by_unit(session, _end_of(workspace, day, today))
        told = reports.reported(session, phase or programme or "") if reported else {}
    numbers |= {unit_id: list(each.numbers) for unit_id, each in told.items()}
    tree = [(unit.id, unit.parent_id) for unit in listed]
    sums = sums_of_families(numbers, tree, len(COUNTS) + 2)
    scopes = [scopes_of(row, all_phases) for row in all_programmes]
    scopes += [(row.code,) for row in all_phases if row.peak]
    standing_units = {unit.id for unit in listed if _closed(unit, day) is None}
    reckoned, given = _reckon(listed, own_targets, rules, scopes, scope, standing_units)
    reckoned |= {u: Reckoned(t.base, t.target, None) for u, t in told.items() if u in reckoned}
    targets, sources = _targets(listed, tree, reckoned, given)
    latest = _latest(tree, received)
    lines = []
    for unit in listed:
        counts = dict(zip(COUNTS, sums[unit.id], strict=False))
        own, target, reached = reckoned[unit.id], targets[unit.id], counts[scope.counting]
        gap = None if None in (own.rule, own.registered) else own.rule - own.registered  # type: ignore[operator]
        lines.append(
            UnitProgress(
                unit_id=unit.id,
                unit=unit.name,
                code=unit.code,
                parent_id=unit.parent_id,
                as_of=told[unit.id].as_of if unit.id in told else day,
                base=own.base,
                target=target,
                registered_target=own.registered,
                rule_target=own.rule,
                target_gap=gap,
                counting=scope.counting,
                reached=reached,
                shortfall=shortfall(target, reached),
                last_receipt_at=latest.get(unit.id),
                kind=unit.kind,
                group=unit.group,
                officer=unit.officer,
                closed_on=_closed(unit, day),
                target_from=sources[unit.id],
                standing=standing(target, reached, scope.begin, scope.end, day),
                new=sums[unit.id][-2],
                new_before=sums[unit.id][-1],
                **counts,
            )
        )
    return tuple(sorted(lines, key=lambda line: sort_key(line.unit)))


def _counts(
    session: Session, day: date | None, bounds: tuple[date | None, date | None]
) -> dict[str, list[int]]:
    """Return the numbers of each unit alone, in the order of COUNTS, and two places for trends."""
    numbers: dict[str, list[int]] = {}
    places = {state: place for place, state in enumerate(COUNTS.values())}
    for track in TRACKS:
        if day is None:
            found = initiatives.counts_by_unit(session, track, *bounds)
        else:
            found = steps.states_as_of(session, track, day, *bounds)
        for (unit, state), number in found.items():
            place = places.get((track, state))
            if place is not None:
                numbers.setdefault(unit, [0] * (len(places) + 2))[place] += number
    return numbers


def _add_trend(session: Session, numbers: dict[str, list[int]], counting: str, day: date) -> None:
    before, last = trend_periods(day)
    track, state = COUNTS[counting]
    for (unit, first), number in steps.first_days(session, track, state, before[0], day).items():
        row = numbers.setdefault(unit, [0] * (len(COUNTS) + 2))
        on = date.fromisoformat(first)
        row[-2 if on >= last[0] else -1] += number


def trend_periods(day: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """Return first and last day of the week before, and of the week that ends on a day."""
    begin = day - timedelta(days=TREND_DAYS - 1)
    return (begin - timedelta(days=TREND_DAYS), begin - timedelta(days=1)), (begin, day)


def _end_of(workspace: Workspace, day: date, today: date) -> datetime | None:
    """Return the moment an earlier day ended here, None for today."""
    if day >= today:
        return None
    zone = workspace.now().tzinfo
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), zone)


def _closed(unit: UnitRecord, day: date) -> date | None:
    """Return since when a unit no longer stands, None while it does."""
    closed = date.fromisoformat(unit.closed_on) if unit.closed_on else None
    return closed if closed is not None and closed <= day else None


def _reckon(
    listed: tuple[UnitRecord, ...],
    own_targets: Mapping[tuple[str, str], Target],
    rules: Mapping[tuple[str, str], Target],
    scopes: list[tuple[str, ...]],
    scope: Scope,
    standing_units: set[str],
) -> tuple[dict[str, Reckoned], set[str]]:
    """Return what each unit is to reach by itself, and the units a rule gave it to.

    Rules are for units that stand; what a closed one had registered stays with it.
    """
    by_unit: dict[str, dict[str, Target]] = {}
    for (unit_id, code), target in own_targets.items():
        by_unit.setdefault(unit_id, {})[code] = target
    parents = {unit.parent_id for unit in listed}
    reckoned, given = {}, set()
    for unit in listed:
        own = by_unit.get(unit.id, {})
        held = own
        if rules and unit.id in standing_units:
            lowest = unit.id not in parents
            held = effective_targets(own, rules, unit.group, scopes, lowest=lowest)
        reckoned[unit.id] = reckon(held, scope.scopes, unit.people, scope.rounding)
        set_itself = reckon(own, scope.scopes, unit.people, scope.rounding) if own else None
        if set_itself is None or set_itself.target is None:
            given.add(unit.id)
    return reckoned, given


def _targets(
    listed: tuple[UnitRecord, ...],
    tree: list[tuple[str, str | None]],
    reckoned: Mapping[str, Reckoned],
    given: set[str],
) -> tuple[dict[str, int | None], dict[str, str]]:
    """Return each unit's target and where it comes from; without one, the sum of those below."""
    parent_of = dict(tree)
    below: dict[str, int] = {}
    targets: dict[str, int | None] = {}
    sources: dict[str, str] = {}
    order, circle = from_below(tree)
    for unit_id in (*order, *circle):
        target = reckoned[unit_id].target
        source = "" if target is None else GROUP if unit_id in given else OWN
        if target is None and unit_id in below:
            target, source = below[unit_id], BELOW
        targets[unit_id], sources[unit_id] = target, source
        parent = parent_of[unit_id]
        if target is not None and parent is not None:
            below[parent] = below.get(parent, 0) + target
    return targets, sources


def _latest(
    tree: list[tuple[str, str | None]], received: Mapping[str, datetime]
) -> dict[str, datetime]:
    """Return when each unit, or one below it, was last heard of."""
    latest = dict(received)
    parent_of = dict(tree)
    order, circle = from_below(tree)
    for unit_id in order:
        parent = parent_of[unit_id]
        if parent is not None and unit_id in latest:
            latest[parent] = max(latest[unit_id], latest.get(parent, latest[unit_id]))
    if circle:
        children = children_by_parent(tree)
        for unit_id in circle:
            heard = [received[u] for u in family_of(unit_id, children) if u in received]
            latest |= {unit_id: max(heard)} if heard else {}
    return latest
