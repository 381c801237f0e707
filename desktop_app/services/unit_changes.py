"""What becomes of units from a day on: renamed, moved, merged, split, closed, followed by others.

A unit that is merged or closed keeps its reports, its keys and its bundles that are still under
way; from the day on it stands, closed, below its successor and counts with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.targets import PeopleCount
from desktop_app.errors import BadInput
from desktop_app.services.officers import allowed
from desktop_app.services.unit_events import Change, Decision, NewUnit, begin
from desktop_app.services.unit_kinds import check_kind
from desktop_app.services.units import check_name, check_word
from desktop_app.storage import audit, unit_history, units
from desktop_app.storage.unit_history import CLOSED
from desktop_app.workspace import Workspace

Target = str | NewUnit
"""A unit that stands, by its identifier, or one a reorganisation brings."""


@dataclass(frozen=True)
class HistoryRow:
    """One dated thing known of a unit; ``since`` is None for what held at all times.

    ``subject``: name, kind, parent, officer, group, people or closed. ``value`` is what people
    read, for a kind its code; ``event_id`` the reorganisation it came with, if any.
    """

    subject: str
    since: date | None
    value: str
    decision_no: str = ""
    event_id: str | None = None
    event_kind: str = ""

    @property
    def id(self) -> str:
        """What names this row in a list."""
        return f"{self.subject} {self.since or ''}"


@allowed("units")
def rename(workspace: Workspace, unit_id: str, name: str, decision: Decision) -> str:
    """Call a unit something else from a day on; return the reorganisation's identifier.

    This and the others raise BadInput SSK-803 for a day the unit does not stand on, SSK-806 when
    nothing would be other than before.
    """
    name = check_name(name)
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        _put_if_other(change, "name", change.unit(unit_id, own=True).name, unit_id, name)
        return change.keep("rename", [unit_id], [unit_id])


@allowed("units")
def set_kind(workspace: Workspace, unit_id: str, kind: str, decision: Decision) -> str:
    """Let a unit be of another kind, and with it of another level, from a day on."""
    check_kind(kind, decision.day)
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        _put_if_other(change, "kind", change.unit(unit_id, own=True).kind, unit_id, kind)
        return change.keep("kind", [unit_id], [unit_id])


@allowed("units")
def move(workspace: Workspace, unit_ids: Sequence[str], parent_id: str, decision: Decision) -> str:
    """Let units stand below another one from a day on. Raises BadInput SSK-802 for a circle."""
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        change.unit(parent_id, own=True)
        for unit_id in unit_ids:
            if change.unit(unit_id).parent_id != parent_id:
                change.put_parent(unit_id, parent_id)
        return change.keep("move", unit_ids, unit_ids)


@allowed("units")
def set_officer(
    workspace: Workspace, unit_ids: Sequence[str], officer: str, decision: Decision
) -> str:
    """Let somebody else follow units from a day on; "" for nobody."""
    officer = check_word(officer)
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        for unit_id in unit_ids:
            held = change.unit(unit_id, own=True).officer
            _put_if_other(change, "officer", held, unit_id, officer)
        return change.keep("officer", unit_ids, unit_ids)


@allowed("units")
def set_group(workspace: Workspace, unit_ids: Sequence[str], group: str, decision: Decision) -> str:
    """Count units in another group (cụm, khối) from a day on; "" for none."""
    group = check_word(group)
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        for unit_id in unit_ids:
            held = change.unit(unit_id, own=True).group
            _put_if_other(change, "group", held, unit_id, group)
        return change.keep("group", unit_ids, unit_ids)


def _put_if_other(change: Change, subject: str, held: str, unit_id: str, value: str) -> None:
    if held != value:
        change.put(subject, unit_id, value)


@allowed("units")
def merge(
    workspace: Workspace,
    unit_ids: Sequence[str],
    into: Target,
    decision: Decision,
    *,
    add_people: bool = True,
) -> str:
    """Merge units into one that stands or a new one; return the successor's identifier.

    Units below the merged ones stand below the successor. With ``add_people`` it has as many
    members as all of them together, where all are known. Raises BadInput SSK-807 for too few.
    """
    old = [unit_id for unit_id in dict.fromkeys(unit_ids) if unit_id != into]
    if not old or (isinstance(into, NewUnit) and len(old) < 2):
        raise BadInput("SSK-807")
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        merged = [change.unit(unit_id) for unit_id in old]
        first = next((u.parent_id for u in merged if u.parent_id not in old), None)
        successor = _target(change, into, first)
        if change.listed[successor].parent_id in old:
            change.put_parent(successor, first)
        for unit in merged:
            for child in change.children(unit.id):
                if child.id != successor and child.id not in old:
                    change.put_parent(child.id, successor)
        for unit in merged:
            change.put_parent(unit.id, successor)
            change.put(CLOSED, unit.id, change.since)
        change.keep("merge", old, [successor])
        if add_people:
            _add_people(change, [*old, successor] if isinstance(into, str) else old, successor)
        return successor


def _target(change: Change, target: Target, parent_id: str | None) -> str:
    if isinstance(target, NewUnit):
        return change.add(target, parent_id)
    return change.unit(target, own=True).id


def _add_people(change: Change, unit_ids: Sequence[str], successor: str) -> None:
    sizes = [change.listed[unit_id].people for unit_id in unit_ids]
    known = [size for size in sizes if size is not None]
    if len(known) == len(sizes):
        members, workers = sum(s.members for s in known), sum(s.workers for s in known)
        size = PeopleCount(change.decision.day, members, workers)
        units.set_people(change.session, successor, size)


@allowed("units")
def split(
    workspace: Workspace,
    unit_id: str,
    parts: Sequence[Target],
    decision: Decision,
    *,
    below: Mapping[str, int] | None = None,
    closes: bool = True,
    heir: int | None = None,
) -> tuple[str, ...]:
    """Split a unit into others, or let it give off some (``closes`` false); return their ids.

    ``below`` says for each unit directly below it to which part it goes. ``heir`` is the part its
    reports count with; without one they count where the unit stood. Raises BadInput SSK-805 when
    it closes and a unit below it has no place, SSK-807 for too few parts.
    """
    if len(parts) < (2 if closes else 1):
        raise BadInput("SSK-807")
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        old = change.unit(unit_id)
        found = [_target(change, part, old.parent_id) for part in parts]
        if unit_id in found or len(set(found)) < len(found):
            raise BadInput("SSK-807")
        for part in found:
            if change.listed[part].parent_id == unit_id and closes:
                change.put_parent(part, old.parent_id)
        for child, place in (below or {}).items():
            change.put_parent(change.unit(child).id, found[place])
        if closes:
            _close(change, unit_id, found[heir] if heir is not None else None, set(found))
        change.keep("split", [unit_id], found if closes else [unit_id, *found])
        return tuple(found)


@allowed("units")
def close(
    workspace: Workspace,
    unit_id: str,
    decision: Decision,
    *,
    successor: str | None = None,
    children_to: str | None = None,
) -> str:
    """Let a unit stand no longer from a day on; return the reorganisation's identifier.

    Its reports count with ``successor``, without one where it stood. Units below it go to
    ``children_to``. Raises BadInput SSK-805 when there are some and nothing is said of them.
    """
    with workspace.database.write() as session:
        change = begin(session, workspace, decision)
        old = change.unit(unit_id)
        for other in {successor, children_to} - {None}:
            if change.unit(str(other), own=True).id == unit_id:
                raise BadInput("SSK-802", unit=old.name, parent=old.name)
            if change.listed[str(other)].parent_id == unit_id:
                change.put_parent(str(other), old.parent_id)
        if children_to is not None:
            for child in change.children(unit_id):
                if child.id != children_to:
                    change.put_parent(child.id, children_to)
        _close(change, unit_id, successor, set())
        return change.keep("close", [unit_id], [successor] if successor else [])


def _close(change: Change, unit_id: str, successor: str | None, placed: set[str]) -> None:
    """Close a unit below which nothing stands any more."""
    placed = placed | {key[1] for key in change.after if key[0] == "parent"}
    left = [unit for unit in change.children(unit_id) if unit.id not in placed]
    if left:
        raise BadInput("SSK-805", unit=change.name_of(unit_id), number=len(left))
    if successor is not None:
        change.put_parent(unit_id, successor)
    change.put(CLOSED, unit_id, change.since)


@allowed("units")
def remove_size(workspace: Workspace, unit_id: str, as_of: date) -> None:
    """Take a number of members and workers away that was entered wrongly."""
    with workspace.database.write() as session:
        unit_history.drop_size(session, unit_id, as_of.isoformat())
        audit.note(session, workspace.now(), "unit size removed", unit_id)


def history(workspace: Workspace, unit_id: str) -> tuple[HistoryRow, ...]:
    """Return every dated thing known of a unit, newest first."""
    with workspace.database.read() as session:
        facts = unit_history.facts_of(session, unit_id)
        sizes = unit_history.sizes_of(session, unit_id)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        events = {
            (fact[0], fact[2]): event
            for event in unit_history.all_events(session)
            for fact in event.after["facts"]
            if fact[1] == unit_id
        }
    rows = []
    for fact in facts:
        event = events.get((fact.subject, "" if fact.subject == CLOSED else fact.since))
        value = fact.value or ""
        rows.append(
            HistoryRow(
                fact.subject,
                None if fact.since == units.ALWAYS else date.fromisoformat(fact.since),
                names.get(value, "") if fact.subject == "parent" else value,
                event.decision_no if event else "",
                event.id if event else None,
                event.kind if event else "",
            )
        )
    rows += [
        HistoryRow("people", date.fromisoformat(as_of), f"{members} + {workers}")
        for as_of, members, workers in sizes
    ]
    return tuple(sorted(rows, key=lambda row: row.since or date.min, reverse=True))
