"""Units: the list as it stood on a day, a new one, its size.

What changes of them from a day on is in ``unit_changes`` and ``unit_events``, Excel lists in
``unit_import``.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.domain.identifiers import is_unit_code, uuid7
from desktop_app.domain.targets import PeopleCount
from desktop_app.domain.text import fold, sort_key, tidy
from desktop_app.errors import BadInput
from desktop_app.services.officers import allowed
from desktop_app.services.unit_kinds import check_kind
from desktop_app.storage import audit, bundles, units
from desktop_app.workspace import Workspace

GRASSROOTS = "CDCS"
_COMMON_WORDS = ("CDCS", "CONG", "DOAN", "CO", "SO", "TY", "LDLD")
_LONGEST_WORD = 120
_KEY_STATES = ("asked", "known", "revoked")


@dataclass(frozen=True)
class UnitRow:
    """A unit as lists show it; ``key_state`` is "", known, asked or revoked.

    ``since`` is its first day, None when nobody said one; ``closed_on`` the first day it no
    longer stands.
    """

    id: str
    code: str
    name: str
    kind: str
    parent_id: str | None
    parent_name: str
    officer: str
    members: int | None
    workers: int | None
    as_of: date | None
    last_receipt_at: datetime | None
    key_state: str
    group: str = ""
    since: date | None = None
    closed_on: date | None = None

    def stands_on(self, day: date) -> bool:
        """Return whether it had begun on a day and was not closed yet."""
        begun = self.since is None or self.since <= day
        return begun and (self.closed_on is None or day < self.closed_on)


def list_units(workspace: Workspace, on: date | None = None) -> tuple[UnitRow, ...]:
    """Return the units as they stood on a day, today by default, in Vietnamese order."""
    with workspace.database.read() as session:
        records = units.all_units(session, on or workspace.today())
        received = bundles.last_received_by_unit(session)
        states = units.key_states(session)
    names = {unit.id: unit.name for unit in records}
    rows = (
        UnitRow(
            unit.id,
            unit.code,
            unit.name,
            unit.kind,
            unit.parent_id,
            names.get(unit.parent_id or "", ""),
            unit.officer,
            unit.people.members if unit.people else None,
            unit.people.workers if unit.people else None,
            unit.people.as_of if unit.people else None,
            received.get(unit.id),
            next((s for s in _KEY_STATES if s in states.get(unit.id, ())), ""),
            unit.group,
            None if unit.since == units.ALWAYS else date.fromisoformat(unit.since),
            None if unit.closed_on is None else date.fromisoformat(unit.closed_on),
        )
        for unit in records
    )
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


def find_unit(workspace: Workspace, code_or_id: str) -> UnitRow:
    """Return a unit by code or identifier. Raises BadInput SSK-520 when there is none."""
    for row in list_units(workspace):
        if code_or_id in (row.id, row.code):
            return row
    raise BadInput("SSK-520", name=code_or_id)


def code_from(name: str) -> str:
    """Guess a code from a name: the first letters of its words, CĐCS and the like left out."""
    words = [word for word in fold(name).upper().split() if word.isalnum()]
    kept = [word for word in words if word not in _COMMON_WORDS]
    initials = "".join(word if word.isdigit() else word[0] for word in kept or words)
    code = "".join(c for c in initials if c.isascii() and c.isalnum())[:12]
    return code if len(code) > 1 else (code + "DV")


def check_code(code: str) -> str:
    """Return a code in capitals. Raises BadInput SSK-521 for one that cannot name files."""
    code = tidy(code).upper()
    if not is_unit_code(code):
        raise BadInput("SSK-521", name=code)
    return code


def check_name(name: str) -> str:
    """Return a unit's name tidied. Raises BadInput SSK-522 when it is empty or too long."""
    name = tidy(name)
    if not 1 <= len(name) <= 250:
        raise BadInput("SSK-522", length=len(name))
    return name


def check_word(text: str) -> str:
    """Return an officer's or a group's name tidied. Raises BadInput SSK-816 when too long."""
    text = tidy(text)
    if len(text) > _LONGEST_WORD:
        raise BadInput("SSK-816", length=len(text))
    return text


@allowed("units")
def add_unit(
    workspace: Workspace,
    *,
    name: str,
    code: str,
    kind: str = GRASSROOTS,
    parent_id: str | None = None,
    valid_from: date | None = None,
    officer: str = "",
) -> UnitRow:
    """Add a unit below another, by default below this office.

    Without ``valid_from`` it stood at all times. Raises BadInput SSK-523 for a code that is
    taken, SSK-801 for a kind there is none of, SSK-803 for a parent that stands no longer.
    """
    now = workspace.now()
    unit_id = uuid7(now)
    code, name, officer = check_code(code), check_name(name), check_word(officer)
    check_kind(kind, valid_from)
    parent = parent_id or workspace.own.unit_id
    day = valid_from or workspace.today()
    with workspace.database.write() as session:
        listed = units.all_units(session, day)
        if any(unit.code == code for unit in listed):
            raise BadInput("SSK-523", name=code)
        above = next((unit for unit in listed if unit.id == parent), None)
        if above is None:
            raise BadInput("SSK-520", name=parent)
        if not above.stands_on(day):
            raise BadInput("SSK-803", unit=above.name, day=f"{day:%d/%m/%Y}")
        units.insert_unit(
            session,
            unit_id=unit_id,
            code=code,
            name=name,
            kind=kind,
            parent_id=parent,
            now=now,
            valid_from=valid_from.isoformat() if valid_from else units.ALWAYS,
            officer=officer,
        )
        audit.note(session, now, "unit added", unit_id)
    return find_unit(workspace, unit_id)


@allowed("units")
def set_people(
    workspace: Workspace, unit_id: str, *, members: int, workers: int, as_of: date
) -> None:
    """Keep the members, and the workers who are none, of a unit on a date."""
    if members < 0 or workers < 0:
        raise BadInput("SSK-524")
    with workspace.database.write() as session:
        units.set_people(session, unit_id, PeopleCount(as_of, members, workers))
