"""Targets as a table, unit × phase: read from what is typed, kept at once, taken back once more."""

import re
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.numbers import format_number, format_percent, read_number
from desktop_app.domain.targets import Base, Rounding, Target, effective_targets, reckon
from desktop_app.domain.text import fold, sort_key
from desktop_app.domain.unit_tree import children_by_parent
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services.officers import allowed
from desktop_app.services.progress_scope import scopes_of
from desktop_app.services.targets import check_target, remove_rule, set_rule
from desktop_app.storage import audit, programmes, units
from desktop_app.workspace import Workspace

_SHARE = re.compile(r"(?P<number>[\d.,\s]+)(?:%|phần trăm|percent|per cent)\s*(?P<of>.*)\Z")
_PARTS = re.compile(r"\s*[;·]\s*")
_WITH_WORKERS = ("lao dong", "nld", "workers", "cnvc")


@dataclass(frozen=True)
class ScopeColumn:
    """A column of the table: a whole programme, a phase or a peak period."""

    code: str
    name: str
    peak: bool


@dataclass(frozen=True)
class TargetCell:
    """A unit's target in a scope: its own, the rule's where it has none, and the number of it."""

    own: Target | None
    rule: Target | None
    number: int | None

    @property
    def text(self) -> str:
        """The unit's own target as it is typed; empty where it has none."""
        return target_text(self.own)


@dataclass(frozen=True)
class TargetLine:
    """A unit with its targets, one cell per column; ``depth`` is how far below the top it is."""

    id: str
    unit: str
    code: str
    group: str
    people: int | None
    depth: int
    cells: tuple[TargetCell, ...]


@dataclass(frozen=True)
class TargetTable:
    """The targets of all units in one programme."""

    columns: tuple[ScopeColumn, ...]
    lines: tuple[TargetLine, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True)
class TargetChange:
    """A change that was kept, with what stood there before: what taking back needs."""

    unit_id: str
    scope: str
    before: Target | None
    after: Target | None


def target_text(target: Target | None) -> str:
    """Return a target as a person types it: ``60``, ``10 %`` or ``60 · 10 %``.

    Workers who are no members are named: ``10 % + NLĐ``.
    """
    if target is None:
        return ""
    parts = [] if target.count is None else [format_number(target.count)]
    if target.percent is not None:
        with_workers = " + NLĐ" if target.base is Base.MEMBERS_AND_WORKERS else ""
        parts.append(format_percent(_plain(target.percent)) + with_workers)
    return " · ".join(parts)


def read_target(text: str, base: Base = Base.MEMBERS) -> Target | None:
    """Return the target a person typed: ``60``, ``10 %``, ``2,5 % + NLĐ``, or two with ``;``.

    Nothing typed is no target. ``base`` holds where the text names none. Raises BadInput SSK-823
    for what is no target, SSK-597 for a number that cannot be.
    """
    if not text.strip():
        return None
    count: int | None = None
    percent: float | None = None
    of: Base | None = None
    for part in _PARTS.split(text.strip()):
        share = _SHARE.match(part.casefold())
        number = read_number(share["number"] if share else part, whole=share is None).value
        if number is None or (percent if share else count) is not None:
            raise BadInput("SSK-823", text=text.strip()[:40])
        if share is None:
            count = int(number)
            continue
        percent = float(number)
        named = fold(share["of"]).strip()
        of = Base.MEMBERS if named else base
        if any(word in named for word in _WITH_WORKERS):
            of = Base.MEMBERS_AND_WORKERS
    return check_target(Target(count, percent, of))


def target_table(workspace: Workspace, programme: str) -> TargetTable:
    """Return the targets of all units in a programme, units below their parents.

    Raises BadInput SSK-598 for an unknown programme.
    """
    with workspace.database.read() as session:
        listed = units.all_units(session, workspace.today())
        phases = programmes.all_phases(session)
        known = {row.code: row for row in programmes.all_programmes(session)}
        targets = programmes.all_targets(session)
        rules = programmes.all_rules(session)
    if programme not in known:
        raise BadInput("SSK-598", name=programme)
    record = known[programme]
    inside = sorted(
        (p for p in phases if p.programme_code == programme), key=lambda p: (p.peak, p.date_from)
    )
    columns = (
        ScopeColumn(record.code, record.name, False),
        *(ScopeColumn(p.code, p.name, p.peak) for p in inside),
    )
    scopes = [scopes_of(record, phases), *((p.code,) for p in inside if p.peak)]
    children = children_by_parent((unit.id, unit.parent_id) for unit in listed)
    by_id = {unit.id: unit for unit in listed}
    lines = []
    for unit_id, depth in _walk(by_id, children):
        unit = by_id[unit_id]
        own = {c.code: targets[unit_id, c.code] for c in columns if (unit_id, c.code) in targets}
        held = effective_targets(
            own,
            rules if unit.closed_on is None else {},
            unit.group,
            scopes,
            lowest=unit_id not in children,
        )
        cells = tuple(
            TargetCell(
                own.get(column.code),
                held.get(column.code) if column.code not in own else None,
                reckon(held, (column.code,), unit.people, Rounding(record.rounding)).target,
            )
            for column in columns
        )
        people = unit.people.members if unit.people else None
        lines.append(TargetLine(unit_id, unit.name, unit.code, unit.group, people, depth, cells))
    groups = sorted({unit.group for unit in listed if unit.group}, key=sort_key)
    return TargetTable(columns, tuple(lines), tuple(groups))


@allowed("targets")
def change_target(
    workspace: Workspace, unit_id: str, scope: str, text: str, base: Base = Base.MEMBERS
) -> TargetChange | None:
    """Keep what was typed for a unit in a scope; return the change, None when nothing changed.

    Raises BadInput as ``read_target`` does.
    """
    after = read_target(text, base)
    with workspace.database.write() as session:
        before = programmes.one_target(session, unit_id, scope)
        if before == after:
            return None
        programmes.put_target(session, unit_id, scope, after)
        audit.note(session, workspace.now(), "target", unit_id, scope=scope)
    return TargetChange(unit_id, scope, before, after)


@allowed("targets")
def take_back(workspace: Workspace, change: TargetChange) -> TargetChange:
    """Put back what stood there before a change; return the change that undoes this one.

    Raises NotAllowed SSK-824 when it was changed again since.
    """
    with workspace.database.write() as session:
        if programmes.one_target(session, change.unit_id, change.scope) != change.after:
            raise NotAllowed("SSK-824")
        programmes.put_target(session, change.unit_id, change.scope, change.before)
        audit.note(session, workspace.now(), "target", change.unit_id, scope=change.scope)
    return TargetChange(change.unit_id, change.scope, change.after, change.before)


def _walk(
    by_id: dict[str, units.UnitRecord], children: dict[str, list[str]]
) -> list[tuple[str, int]]:
    """Return the units with their depth, each below its parent; circles at the end."""
    tops = [u.id for u in by_id.values() if u.parent_id is None or u.parent_id not in by_id]
    seen: dict[str, int] = {}

    def key(unit_id: str) -> Any:
        return sort_key(by_id[unit_id].name)

    waiting = [(unit_id, 0) for unit_id in sorted(tops, key=key, reverse=True)]
    while waiting:
        unit_id, depth = waiting.pop()
        if unit_id in seen:
            continue
        seen[unit_id] = depth
        below = sorted(children.get(unit_id, ()), key=key, reverse=True)
        waiting += [(child, depth + 1) for child in below if child in by_id]
    return [*seen.items(), *((unit_id, 0) for unit_id in by_id if unit_id not in seen)]


def _plain(number: float) -> float | int:
    return int(number) if number == int(number) else number


@allowed("targets")
def change_rule(workspace: Workspace, scope: str, group: str, text: str, base: str) -> None:
    """Keep a rule as it was typed, a number or a share; nothing typed takes it away.

    Raises BadInput as ``read_target`` and ``set_rule`` do, SSK-823 for two targets in one.
    """
    target = read_target(text, Base(base))
    if target is None:
        remove_rule(workspace, scope, group)
        return
    if target.count is not None and target.percent is not None:
        raise BadInput("SSK-823", text=text.strip()[:40])
    set_rule(
        workspace,
        scope,
        group,
        count=target.count,
        percent=target.percent,
        base=target.base,
    )
