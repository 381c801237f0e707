"""What a report is about: whose figures, of which period, on which day; and the units in it.

Figures come from the board itself, never from a second count.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop_app.domain.targets import shortfall
from desktop_app.domain.text import sort_key
from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.errors import BadInput
from desktop_app.services.progress import UnitProgress, progress
from desktop_app.services.progress_scope import choose_scope
from desktop_app.services.reports.wording import day, say
from desktop_app.storage import programmes, units
from desktop_app.storage.programmes import PhaseRecord
from desktop_app.storage.reporting import Counted
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Workspace

COUNTS: Mapping[str, str] = {
    "ready": "writing",
    "recognised": "recognition",
    "received": "submission",
    "accepted": "submission",
    "uploaded": "submission",
    "reviewing": "portal",
    "valid": "portal",
    "invalid": "portal",
}
"""The counts of the board reports tell, each with its track."""


@dataclass(frozen=True)
class Part:
    """A line of a report by units: a unit with all below it, or what is a unit's directly.

    ``numbers`` holds the counts of the board and ``reached``; ``target`` is None where none is set.
    """

    name: str
    unit_ids: frozenset[str]
    numbers: Mapping[str, int]
    target: int | None
    members: int | None


@dataclass(frozen=True)
class Scope:
    """Everything reports share. ``own`` is the unit's own line of the board."""

    own: UnitProgress
    lines: tuple[UnitProgress, ...]
    units: Mapping[str, UnitRecord]
    phase: PhaseRecord | None
    phases: tuple[PhaseRecord, ...]
    programme: str
    date_from: date | None
    date_to: date | None
    as_of: date
    period: str
    superior: str
    made_by: str

    def counted(self, count: str) -> Counted:
        """Return which initiatives a count of the board is of."""
        return Counted(COUNTS[count], count, self.date_from, self.date_to)

    @cached_property
    def target(self) -> int | None:
        """What our own unit is held to: its own target, else those of the parts together."""
        if self.own.target is not None:
            return self.own.target
        targets = [part.target for part in self.parts if part.target is not None]
        return sum(targets) if targets else None

    @property
    def shortfall(self) -> int | None:
        """How many are still missing to the target; None without one."""
        return shortfall(self.target, self.own.reached)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The lines of a report by units: together they are the whole book, each once.

        The units right below our own with all below them, what is our own directly, and units
        that stand nowhere below or above us.
        """
        by_id = {line.unit_id: line for line in self.lines}
        children = children_by_parent((line.unit_id, line.parent_id) for line in self.lines)
        below = [by_id[unit] for unit in children.get(self.own.unit_id, ()) if unit in by_id]
        above = _ancestors(self.own.unit_id, by_id)
        inside = set(family_of(self.own.unit_id, children))
        outside = [
            line
            for line in self.lines
            if line.unit_id not in inside
            and line.unit_id not in above
            and (line.parent_id not in by_id or line.parent_id in above)
        ]
        found = [
            self._part(line, frozenset(family_of(line.unit_id, children)))
            for line in sorted([*below, *outside], key=lambda line: sort_key(line.unit))
        ]
        # Above us nothing is known but what stands there directly: nothing, in an ordinary book.
        for line in (self.own, *(by_id[unit] for unit in above)):
            direct = self._direct(line, [by_id[u] for u in children.get(line.unit_id, ())])
            if any(direct.numbers.values()) or (line is self.own and not found):
                found.append(direct)
        return tuple(found)

    def _part(self, line: UnitProgress, family: frozenset[str]) -> Part:
        people = self.units[line.unit_id].people
        members = people.members if people else None
        return Part(line.unit, family, _numbers(line), line.target, members)

    def _direct(self, line: UnitProgress, below: list[UnitProgress]) -> Part:
        """Return what is a unit's own: its line without those of the units below it."""
        if not below:
            return self._part(line, frozenset((line.unit_id,)))
        taken = [_numbers(unit) for unit in below]
        numbers = {
            name: number - sum(other[name] for other in taken)
            for name, number in _numbers(line).items()
        }
        name = say("direct", unit=line.unit)
        return Part(name, frozenset((line.unit_id,)), numbers, None, None)


def _numbers(line: UnitProgress) -> dict[str, int]:
    return {name: getattr(line, name) for name in (*COUNTS, "reached")}


def _ancestors(unit_id: str, by_id: Mapping[str, UnitProgress]) -> tuple[str, ...]:
    found: list[str] = []
    parent = by_id[unit_id].parent_id
    while parent in by_id and parent not in found and parent is not None:
        found.append(parent)
        parent = by_id[parent].parent_id
    return tuple(found)


def scope_of(
    workspace: Workspace,
    *,
    phase: str | None = None,
    date_from: date | None = None,
    date_to: date | None = None,
) -> Scope:
    """Return what a report is about. ``phase`` gives the period unless dates are given.

    Raises BadInput SSK-598 for an unknown phase, SSK-835 for a period that ends before it begins.
    """
    if date_from is not None and date_to is not None and date_from > date_to:
        raise BadInput("SSK-835", first=day(date_from), last=day(date_to))
    lines = progress(workspace, phase=phase, date_from=date_from, date_to=date_to)
    own = workspace.own
    with workspace.database.read() as session:
        by_id = {unit.id: unit for unit in units.all_units(session, workspace.today())}
        all_phases = programmes.all_phases(session)
        all_programmes = programmes.all_programmes(session)
    line = next(line for line in lines if line.unit_id == own.unit_id)
    chosen = next((row for row in all_phases if row.code == phase), None)
    if chosen is not None:
        date_from = date_from or date.fromisoformat(chosen.date_from)
        date_to = date_to or date.fromisoformat(chosen.date_to)
    # The board's own choice: a programme that begins next year is not what is counted here.
    of = choose_scope(
        all_programmes, all_phases, phase=phase, programme=None, on=workspace.today()
    ).programme
    superior = by_id.get(line.parent_id or "")
    return Scope(
        own=line,
        lines=lines,
        units=by_id,
        phase=chosen,
        phases=tuple(row for row in all_phases if of and row.programme_code == of.code),
        programme=of.name if of else "",
        date_from=date_from,
        date_to=date_to,
        as_of=workspace.today(),
        period=_period(chosen, date_from, date_to),
        superior=superior.name if superior else "",
        made_by=str(workspace.setting("reported_by", "")),
    )


def _period(phase: PhaseRecord | None, first: date | None, last: date | None) -> str:
    if phase is not None and first is not None and last is not None:
        whole = (first.isoformat(), last.isoformat()) == (phase.date_from, phase.date_to)
        if whole:
            return say("phase", phase=phase.name, first=day(first), last=day(last))
    if first is not None and last is not None:
        return say("between", first=day(first), last=day(last))
    if first is not None:
        return say("since", first=day(first))
    return say("until", last=day(last)) if last is not None else say("whole")


def phases_of(workspace: Workspace) -> tuple[PhaseRecord, ...]:
    """Return the phases and peak periods a report can be of, the newest first."""
    with workspace.database.read() as session:
        return tuple(reversed(programmes.all_phases(session)))
