"""An Excel list of units: looked at row by row first, then taken in.

Looking writes nothing. Taking in looks once more, at the book as it stands then, and writes all
chosen rows together, as one reorganisation that can be taken back.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.documents.unit_list import UnitLine
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.targets import PeopleCount
from desktop_app.domain.unit_tree import makes_circle
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import backups
from desktop_app.services.officers import allowed
from desktop_app.services.unit_events import keep_own_name
from desktop_app.services.unit_kinds import check_kind
from desktop_app.services.unit_lines import WantedUnit, read_line
from desktop_app.services.units import GRASSROOTS
from desktop_app.storage import audit, unit_history, units
from desktop_app.storage.settings import read_setting
from desktop_app.storage.times import to_text
from desktop_app.storage.unit_history import EventRecord, Fact, NewRows
from desktop_app.storage.units import ALWAYS, UnitRecord
from desktop_app.workspace import Workspace

NEW, CHANGED, SAME, REFUSED = "new", "changed", "same", "refused"


@dataclass(frozen=True)
class FieldChange:
    """What a row would change: the column, what stands here, what would stand here.

    Parents are told by code, kinds by code, sizes as ``412 + 38 (01/10/2026)``.
    """

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class UnitImportRow:
    """What becomes of one line of the list: new, changed, same or refused and why."""

    row_number: int
    code: str
    name: str
    verdict: str
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[FieldChange, ...] = ()

    @property
    def id(self) -> str:
        """What names this row in a list."""
        return str(self.row_number)


@dataclass(frozen=True)
class UnitImport:
    """What became of a list, or would; ``since`` is the day its changes hold from.

    A row with a day of its own holds from that day.
    """

    rows: tuple[UnitImportRow, ...]
    since: date
    lines: tuple[UnitLine, ...] = field(default=(), repr=False)

    def count(self, verdict: str) -> int:
        """Return how many rows have a verdict."""
        return sum(row.verdict == verdict for row in self.rows)


def preview(workspace: Workspace, path: Path, since: date | None = None) -> UnitImport:
    """Return what taking in a list would do; nothing is written.

    Columns, in any order, headed in Vietnamese or English: code, name, kind, parent's code, group,
    officer, members, workers, day of the size, day from which the row holds. An empty cell
    changes nothing. Raises BadFile as ``read_unit_list`` does.
    """
    from desktop_app.documents.unit_list import read_unit_list

    lines = read_unit_list(workspace.filler.child, path)
    since = since or workspace.today()
    with workspace.database.read() as session:
        plan = _Plan(session, workspace, since)
        plan.look_at(lines)
    return UnitImport(plan.rows(), since, lines)


@allowed("units")
def take_in(
    workspace: Workspace, looked_at: UnitImport, chosen: Collection[int] | None = None
) -> UnitImport:
    """Take in the rows of a list that were looked at, all or the chosen ones by row number."""
    lines = [each for each in looked_at.lines if chosen is None or each.number in chosen]
    backups.before_many(workspace, len(lines), least=backups.MANY_LINES)
    with workspace.database.write() as session:
        plan = _Plan(session, workspace, looked_at.since)
        plan.look_at(lines)
        plan.write()
    return UnitImport(plan.rows(), looked_at.since)


@allowed("units")
def import_units(workspace: Workspace, path: Path, since: date | None = None) -> UnitImport:
    """Take in a whole list; a refused row stops no other."""
    return take_in(workspace, preview(workspace, path, since))


@dataclass
class _Row:
    """A line while the list is looked at."""

    number: int
    code: str
    name: str
    wanted: WantedUnit | None = None
    error: BadInput | None = None
    unit_id: str = ""
    is_new: bool = False
    day: str = ALWAYS
    facts: list[Fact] = field(default_factory=list)
    changes: list[FieldChange] = field(default_factory=list)
    size: tuple[str, str, int, int] | None = None

    @property
    def verdict(self) -> str:
        if self.error is not None:
            return REFUSED
        if self.is_new:
            return NEW
        return CHANGED if self.changes else SAME


class _Plan:
    """The book as it stands, and what the rows of a list would make of it."""

    def __init__(self, session: Session, workspace: Workspace, since: date) -> None:
        self._session, self._workspace, self._since = session, workspace, since
        self._own_id = str(read_setting(session, "own")["unit_id"])
        today = units.all_units(session, workspace.today())
        self._known = {unit.code: unit for unit in today}
        self._codes = {unit.id: unit.code for unit in today}
        self._facts = unit_history.all_facts(session)
        self._sizes = unit_history.all_sizes(session)
        self._rows: list[_Row] = []

    def rows(self) -> tuple[UnitImportRow, ...]:
        return tuple(
            UnitImportRow(
                row.number,
                row.code,
                row.name,
                row.verdict,
                row.error.code if row.error else "",
                row.error.facts if row.error else {},
                () if row.error else tuple(row.changes),
            )
            for row in self._rows
        )

    def look_at(self, lines: Sequence[UnitLine]) -> None:
        """Look at every line alone, then at what they say of each other."""
        self._rows = [self._read(line) for line in lines]
        first: dict[str, _Row] = {}
        for row in self._standing():
            if row.code in first:
                row.error = BadInput("SSK-812", row=first[row.code].number)
            else:
                first[row.code] = row
        for row in self._standing():
            known = self._known.get(row.code)
            row.is_new = known is None
            row.unit_id = known.id if known else uuid7(self._workspace.now())
        for row in self._standing():
            try:
                self._compare(row, first)
            except BadInput as error:
                row.error = error
        self._refuse_circles(first)

    def _standing(self) -> list[_Row]:
        return [row for row in self._rows if row.error is None]

    def _read(self, line: UnitLine) -> _Row:
        row = _Row(line.number, line.values.get("code", "")[:60], line.values.get("name", "")[:250])
        try:
            wanted = row.wanted = read_line(line, self._workspace.today())
            row.code = wanted.code
            if not wanted.name and wanted.code not in self._known:
                raise BadInput("SSK-522", length=0)
            row.name = wanted.name or self._known[wanted.code].name
        except BadInput as error:
            row.error = error
        return row

    def _compare(self, row: _Row, first: Mapping[str, _Row]) -> None:
        wanted = row.wanted
        assert wanted is not None
        parent_id = self._parent(wanted, first)
        if row.is_new:
            self._add(row, wanted, parent_id or self._own_id)
        else:
            self._change(row, wanted, parent_id)
        self._compare_size(row, wanted)

    def _parent(self, wanted: WantedUnit, first: Mapping[str, _Row]) -> str | None:
        if not wanted.parent:
            return None
        known = self._known.get(wanted.parent)
        if known is not None:
            day = wanted.day or self._since
            if known.closed_on is not None and known.closed_on <= day.isoformat():
                raise BadInput("SSK-803", unit=known.name, day=f"{day:%d/%m/%Y}")
            return known.id
        other = first.get(wanted.parent)
        if other is None:
            raise BadInput("SSK-520", name=wanted.parent)
        return other.unit_id

    def _add(self, row: _Row, wanted: WantedUnit, parent_id: str) -> None:
        kind = check_kind(wanted.kind or GRASSROOTS, wanted.day)
        row.day = wanted.day.isoformat() if wanted.day else ALWAYS
        values: dict[str, str] = {"name": wanted.name, "kind": kind, "parent": parent_id}
        values |= {"officer": wanted.officer} if wanted.officer else {}
        values |= {"group": wanted.group} if wanted.group else {}
        row.facts = [Fact(name, row.unit_id, row.day, value) for name, value in values.items()]

    def _change(self, row: _Row, wanted: WantedUnit, parent_id: str | None) -> None:
        unit = self._known[row.code]
        row.day = (wanted.day or self._since).isoformat()
        wants = {
            "name": wanted.name,
            "kind": wanted.kind,
            "parent": parent_id,
            "group": wanted.group,
            "officer": wanted.officer,
        }
        for subject, value in wants.items():
            dated = self._facts[subject].get(unit.id, [])
            held = _held(dated, row.day)
            if not value or value == held:
                continue
            self._check_change(row, unit, subject)
            if subject == "kind":
                check_kind(value, date.fromisoformat(row.day))
            # What nobody has said yet holds from the beginning; anything else from the day on.
            day = row.day if dated or wanted.day else unit.since
            row.facts.append(Fact(subject, unit.id, day, value))
            row.changes.append(
                FieldChange(subject, self._told(subject, held), self._told(subject, value, wanted))
            )

    def _check_change(self, row: _Row, unit: UnitRecord, subject: str) -> None:
        if unit.id == self._own_id and subject in ("parent", "name"):
            raise NotAllowed("SSK-804", unit=unit.name)
        if row.day < unit.since or (unit.closed_on is not None and unit.closed_on <= row.day):
            day = date.fromisoformat(row.day)
            raise BadInput("SSK-803", unit=unit.name, day=f"{day:%d/%m/%Y}")

    def _told(self, subject: str, value: str | None, wanted: WantedUnit | None = None) -> str:
        if subject != "parent":
            return value or ""
        return self._codes.get(value or "", wanted.parent if wanted else "")

    def _compare_size(self, row: _Row, wanted: WantedUnit) -> None:
        size = wanted.people
        if size is None:
            return
        held = self._sizes.get((row.unit_id, size.as_of.isoformat()))
        unit = self._known.get(row.code)
        last = unit.people if unit else None
        if held == (size.members, size.workers):
            return
        if (
            last
            and not wanted.dated
            and (last.members, last.workers)
            == (
                size.members,
                size.workers,
            )
        ):
            return  # the same file again, on a later day
        row.size = (row.unit_id, size.as_of.isoformat(), size.members, size.workers)
        if not row.is_new:
            row.changes.append(FieldChange("people", _size_text(last), _size_text(size)))

    def _refuse_circles(self, first: Mapping[str, _Row]) -> None:
        """Refuse rows that would stand below themselves, and those below a refused new unit."""
        parents = {unit: list(rows) for unit, rows in self._facts["parent"].items()}
        moved = [
            (row, fact)
            for row in self._standing()
            for fact in row.facts
            if fact.subject == "parent"
        ]
        for _row, fact in moved:
            parents[fact.unit_id] = _with(parents.get(fact.unit_id, []), fact)
        for row, fact in moved:
            if makes_circle(fact.unit_id, parents, fact.since):
                above = row.wanted.parent if row.wanted else ""
                row.error = BadInput("SSK-802", unit=row.name, parent=above)
                parents[fact.unit_id] = list(self._facts["parent"].get(fact.unit_id, []))
        refused = True
        while refused:
            refused = False
            for row in self._standing():
                other = first.get(row.wanted.parent) if row.wanted else None
                if other is not None and other.error is not None and other.is_new:
                    row.error = BadInput("SSK-814", row=other.number, name=other.code)
                    refused = True

    def write(self) -> None:
        """Write what the rows say, all together."""
        now = self._workspace.now()
        rows = [row for row in self._standing() if row.is_new or row.changes]
        if not rows:
            return
        held = {
            (subject, unit_id, since): value
            for subject, by_unit in self._facts.items()
            for unit_id, dated in by_unit.items()
            for since, value in dated
        }
        facts = [fact for row in rows for fact in row.facts]
        fresh = [f for f in facts if (f.subject, f.unit_id, f.since) not in held]
        added = [
            {"id": row.unit_id, "code": row.code, "created_at": to_text(now), "closed_on": None}
            for row in rows
            if row.is_new
        ]
        unit_history.insert_many(self._session, NewRows(added, fresh))
        unit_history.update_many(
            self._session, [f for f in facts if (f.subject, f.unit_id, f.since) in held]
        )
        self._write_sizes([row.size for row in rows if row.size is not None])
        self._keep_event(rows, held)
        audit.note(self._session, now, "units imported", "", new=len(added), rows=len(rows))
        keep_own_name(self._session, self._workspace)

    def _write_sizes(self, sizes: Sequence[tuple[str, str, int, int]]) -> None:
        unit_history.insert_sizes(
            self._session, [size for size in sizes if size[:2] not in self._sizes]
        )
        for unit_id, as_of, members, workers in sizes:
            if (unit_id, as_of) in self._sizes:
                count = PeopleCount(date.fromisoformat(as_of), members, workers)
                units.set_people(self._session, unit_id, count)

    def _keep_event(
        self, rows: Sequence[_Row], held: Mapping[tuple[str, str, str], str | None]
    ) -> None:
        changed = [row for row in rows if not row.is_new and row.facts]
        added = [row.unit_id for row in rows if row.is_new]
        if not changed and not added:
            return
        keys = [(f.subject, f.unit_id, f.since) for row in changed for f in row.facts]
        now = self._workspace.now()
        event = EventRecord(
            uuid7(now),
            "import",
            self._since.isoformat(),
            "",
            {
                "units": [row.unit_id for row in changed],
                "facts": [[*key, held.get(key), key in held] for key in keys],
            },
            {
                "units": [row.unit_id for row in changed] + added,
                "facts": [
                    [f.subject, f.unit_id, f.since, f.value] for row in changed for f in row.facts
                ],
                "added": added,
            },
            "",
            now,
        )
        unit_history.keep_event(self._session, event)


def _held(dated: Sequence[tuple[str, str | None]], day: str) -> str | None:
    """Return what held on a day; before the first day what held first."""
    found = [value for since, value in dated if since <= day]
    return found[-1] if found else (dated[0][1] if dated else None)


def _with(dated: Sequence[tuple[str, str | None]], fact: Fact) -> list[tuple[str, str | None]]:
    rows = [row for row in dated if row[0] != fact.since]
    return sorted([*rows, (fact.since, fact.value)], key=lambda row: row[0])


def _size_text(size: PeopleCount | None) -> str:
    if size is None:
        return ""
    return f"{size.members} + {size.workers} ({size.as_of:%d/%m/%Y})"
