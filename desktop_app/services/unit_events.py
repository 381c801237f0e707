"""Reorganisations: what changed from which day by which decision, and how to take it back.

Each keeps the dated rows before and after it. Taking one back puts the rows of before where those
of after still stand; what was changed since by something else is never undone along with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.text import tidy
from desktop_app.domain.unit_tree import makes_circle
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services.unit_kinds import check_kind
from desktop_app.services.units import GRASSROOTS, check_code, check_name
from desktop_app.storage import audit, unit_history, units
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.storage.unit_history import CLOSED, EventRecord, Fact
from desktop_app.storage.units import UnitRecord
from desktop_app.workspace import Own, Workspace

_LONGEST_NUMBER, _LONGEST_NOTE = 120, 1000


@dataclass(frozen=True)
class Decision:
    """From which day something holds, and the number of the decision that says so, if any."""

    day: date
    number: str = ""
    note: str = ""


@dataclass(frozen=True)
class NewUnit:
    """A unit a reorganisation brings; without a parent it stands where the old one stood."""

    name: str
    code: str
    kind: str = GRASSROOTS
    parent_id: str | None = None


@dataclass(frozen=True)
class UnitEventRow:
    """A reorganisation as lists show it; names are those the units bear now."""

    id: str
    kind: str
    day: date
    decision_no: str
    note: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass
class Change:
    """The rows of one reorganisation while it is written: what stood before, what stands after."""

    session: Session
    workspace: Workspace
    decision: Decision
    own_id: str
    listed: dict[str, UnitRecord]
    before: dict[tuple[str, str, str], str | None] = field(default_factory=dict)
    stood: dict[tuple[str, str, str], bool] = field(default_factory=dict)
    after: dict[tuple[str, str, str], str | None] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    parents: dict[str, list[tuple[str, str | None]]] | None = None

    @property
    def since(self) -> str:
        """The day it holds from."""
        return self.decision.day.isoformat()

    def unit(self, unit_id: str, *, own: bool = False) -> UnitRecord:
        """Return a unit that stands on the day.

        Raises BadInput SSK-520, SSK-803 when it does not stand then, NotAllowed SSK-804 for this
        office itself unless ``own``.
        """
        found = self.listed.get(unit_id)
        if found is None:
            raise BadInput("SSK-520", name=unit_id)
        if not found.stands_on(self.decision.day):
            raise BadInput("SSK-803", unit=found.name, day=f"{self.decision.day:%d/%m/%Y}")
        if unit_id == self.own_id and not own:
            raise NotAllowed("SSK-804", unit=found.name)
        return found

    def put(self, subject: str, unit_id: str, value: str | None) -> None:
        """Let something hold of a unit from the day on."""
        key = (subject, unit_id, "" if subject == CLOSED else self.since)
        held = unit_history.fact_at(self.session, *key)
        if key not in self.before:
            self.before[key], self.stood[key] = held.value if held else None, held is not None
        self.after[key] = value
        unit_history.put_fact(self.session, Fact(*key, value))

    def put_parent(self, unit_id: str, parent_id: str | None) -> None:
        """Let a unit stand below another from the day on. Raises BadInput SSK-802 for a circle."""
        self.put("parent", unit_id, parent_id)
        if self.parents is None:  # read once: a reorganisation may move hundreds
            self.parents = unit_history.all_facts(self.session, ("parent",))["parent"]
        rows = [row for row in self.parents.get(unit_id, []) if row[0] != self.since]
        self.parents[unit_id] = sorted([*rows, (self.since, parent_id)], key=lambda row: row[0])
        if makes_circle(unit_id, self.parents, self.since):
            raise BadInput("SSK-802", unit=self.name_of(unit_id), parent=self.name_of(parent_id))

    def name_of(self, unit_id: str | None) -> str:
        """Return what a unit is called on the day."""
        found = self.listed.get(unit_id or "")
        return found.name if found else ""

    def add(self, new: NewUnit, parent_id: str | None) -> str:
        """Add a unit that begins on the day and return its identifier.

        Raises BadInput as ``units.add_unit`` does.
        """
        code, name = check_code(new.code), check_name(new.name)
        check_kind(new.kind, self.decision.day)
        if any(unit.code == code for unit in self.listed.values()):
            raise BadInput("SSK-523", name=code)
        parent = new.parent_id or parent_id
        if parent is not None:
            self.unit(parent, own=True)
        now = self.workspace.now()
        unit_id = uuid7(now)
        units.insert_unit(
            self.session,
            unit_id=unit_id,
            code=code,
            name=name,
            kind=new.kind,
            parent_id=parent,
            now=now,
            valid_from=self.since,
        )
        self.session.flush()
        self.added.append(unit_id)
        self.listed[unit_id] = UnitRecord(
            unit_id, code, name, new.kind, parent, "", "", None, None, self.since
        )
        return unit_id

    def children(self, unit_id: str) -> list[UnitRecord]:
        """Return the units that stand directly below one on the day."""
        day = self.decision.day
        return [u for u in self.listed.values() if u.parent_id == unit_id and u.stands_on(day)]

    def keep(self, kind: str, before: Sequence[str], after: Sequence[str]) -> str:
        """Keep the reorganisation and return its identifier.

        Raises BadInput SSK-806 when nothing would be other than before.
        """
        changed = [k for k, v in self.after.items() if not self.stood[k] or self.before[k] != v]
        if not changed and not self.added:
            raise BadInput("SSK-806")
        now = self.workspace.now()
        event = EventRecord(
            uuid7(now),
            kind,
            self.since,
            tidy(self.decision.number)[:_LONGEST_NUMBER],
            {
                "units": list(before),
                "facts": [[*k, self.before[k], self.stood[k]] for k in changed],
            },
            {
                "units": list(after),
                "facts": [[*k, self.after[k]] for k in changed],
                "added": self.added,
            },
            self.decision.note.strip()[:_LONGEST_NOTE],
            now,
        )
        unit_history.keep_event(self.session, event)
        audit.note(self.session, now, f"unit {kind}", event.id, units=len(before))
        keep_own_name(self.session, self.workspace)
        return event.id


def begin(session: Session, workspace: Workspace, decision: Decision) -> Change:
    """Begin to write a reorganisation."""
    listed = units.all_units(session, decision.day)
    own_id = str(read_setting(session, "own")["unit_id"])
    return Change(session, workspace, decision, own_id, {unit.id: unit for unit in listed})


def keep_own_name(session: Session, workspace: Workspace) -> None:
    """Let this office be called what its unit is called today."""
    own = Own(**read_setting(session, "own"))  # in this transaction: a second one could be refused
    name = units.one_unit(session, own.unit_id, workspace.today()).name
    if name != own.name:
        renamed = Own(own.role, own.unit_id, own.code, name)
        write_setting(session, "own", renamed.__dict__)


def list_events(workspace: Workspace, unit_id: str | None = None) -> tuple[UnitEventRow, ...]:
    """Return the reorganisations, newest first: all, or those that touched one unit."""
    with workspace.database.read() as session:
        events = unit_history.all_events(session)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
    return tuple(
        UnitEventRow(
            event.id,
            event.kind,
            date.fromisoformat(event.day),
            event.decision_no,
            event.note,
            tuple(names.get(each, "") for each in event.before["units"]),
            tuple(names.get(each, "") for each in event.after["units"]),
        )
        for event in reversed(events)
        if unit_id is None or unit_id in units_of(event)
    )


def units_of(event: EventRecord) -> set[str]:
    """Return every unit of which a reorganisation wrote something."""
    written = {fact[1] for fact in event.after["facts"]}
    return written | set(event.before["units"]) | set(event.after["units"])


def undo(workspace: Workspace, event_id: str) -> None:
    """Take a reorganisation back that was entered wrongly.

    Raises BadInput SSK-808 when there is none, NotAllowed SSK-809 when something of it was
    changed since, SSK-810 when a unit it brought has reports, keys, targets or units below it.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        event = unit_history.find_event(session, event_id)
        if event is None:
            raise BadInput("SSK-808")
        for subject, unit_id, since, value in event.after["facts"]:
            held = unit_history.fact_at(session, subject, unit_id, since)
            if held is None or held.value != value:
                raise NotAllowed("SSK-809")
        moved = _put_back(session, event)
        session.flush()
        _take_away(session, list(event.after["added"]), workspace.today())
        parents = unit_history.all_facts(session, ("parent",))["parent"]
        if any(makes_circle(unit_id, parents, units.ALWAYS) for unit_id in moved):
            raise NotAllowed("SSK-809")
        unit_history.drop_event(session, event_id)
        audit.note(session, now, "unit event undone", event_id, kind=event.kind)
        keep_own_name(session, workspace)


def _put_back(session: Session, event: EventRecord) -> list[str]:
    """Put the rows of before back; return the units whose parent changed by it."""
    moved = []
    for subject, unit_id, since, value, stood in event.before["facts"]:
        if stood:
            unit_history.put_fact(session, Fact(subject, unit_id, since, value))
        else:
            unit_history.drop_fact(session, subject, unit_id, since)
        if subject == "parent":
            moved.append(unit_id)
    return moved


def _take_away(session: Session, added: list[str], today: date) -> None:
    """Take units away that a reorganisation brought, those below before those above."""
    while added:
        free = [unit_id for unit_id in added if not unit_history.is_used(session, unit_id)]
        if not free:
            raise NotAllowed("SSK-810", unit=units.one_unit(session, added[0], today).name)
        for unit_id in free:
            unit_history.delete_unit(session, unit_id)
        added = [unit_id for unit_id in added if unit_id not in free]
