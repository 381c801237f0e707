"""Units: the list, a new one, its size, and an Excel list of them."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop_app.domain.identifiers import is_unit_code, uuid7
from desktop_app.domain.targets import PeopleCount
from desktop_app.domain.text import fold, sort_key, tidy
from desktop_app.errors import BadInput
from desktop_app.services.officers import allowed
from desktop_app.storage import bundles, units
from desktop_app.workspace import Workspace

GRASSROOTS = "CDCS"
_COMMON_WORDS = ("CDCS", "CONG", "DOAN", "CO", "SO", "TY", "LDLD")


@dataclass(frozen=True)
class UnitRow:
    """A unit as lists show it; ``key_state`` is "", known, asked or revoked."""

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


@dataclass(frozen=True)
class UnitImportRow:
    """What became of one line of an Excel list: new, changed, same or refused."""

    row_number: int
    code: str
    name: str
    verdict: str
    reason: str = ""


@dataclass(frozen=True)
class UnitImport:
    """The result of taking in an Excel list."""

    rows: tuple[UnitImportRow, ...]


def list_units(workspace: Workspace, on: date | None = None) -> tuple[UnitRow, ...]:
    """Return the units as they stood on a day, today by default, in Vietnamese order."""
    with workspace.database.read() as session:
        records = units.all_units(session, on or workspace.today())
        received = bundles.last_received_by_unit(session)
        states = {
            unit.id: [key.state for key in units.keys_of(session, unit.id)] for unit in records
        }
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
            next((s for s in ("asked", "known", "revoked") if s in states[unit.id]), ""),
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
    kept = [
        word for word in words if word not in ("CDCS", "CONG", "DOAN", "CO", "SO", "TY", "LDLD")
    ]
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


@allowed("units")
def add_unit(
    workspace: Workspace,
    *,
    name: str,
    code: str,
    kind: str = GRASSROOTS,
    parent_id: str | None = None,
    valid_from: date | None = None,
) -> UnitRow:
    """Add a unit below another, by default below this office."""
    now = workspace.now()
    unit_id = uuid7(now)
    code, name = check_code(code), check_name(name)
    parent = parent_id or workspace.own.unit_id
    with workspace.database.write() as session:
        if any(unit.code == code for unit in units.all_units(session, workspace.today())):
            raise BadInput("SSK-523", name=code)
        units.insert_unit(
            session,
            unit_id=unit_id,
            code=code,
            name=name,
            kind=kind,
            parent_id=parent,
            now=now,
            valid_from=valid_from.isoformat() if valid_from else units.ALWAYS,
        )
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


@allowed("units")
def import_units(workspace: Workspace, xlsx: Path) -> UnitImport:
    """Take in an Excel list: code, name, parent's code, members, workers, date, officer.

    The first row names the columns, in Vietnamese or English, in any order. Each row gets its
    own verdict; a refused one stops no other. Raises BadFile as ``read_unit_list`` does.
    """
    from desktop_app.documents.unit_list import read_unit_list

    results: list[UnitImportRow] = []
    for line in read_unit_list(workspace.filler.child, xlsx):
        try:
            verdict = _take_line(workspace, line.values)
            results.append(
                UnitImportRow(line.number, line.values["code"], line.values["name"], verdict)
            )
        except BadInput as error:
            results.append(
                UnitImportRow(
                    line.number,
                    line.values.get("code", ""),
                    line.values.get("name", ""),
                    "refused",
                    error.code,
                )
            )
    return UnitImport(tuple(results))


def _take_line(workspace: Workspace, values: dict[str, str]) -> str:
    code, name = check_code(values.get("code", "")), check_name(values.get("name", ""))
    known = {row.code: row for row in list_units(workspace)}
    parent_code = values.get("parent", "").strip().upper()
    if parent_code and parent_code not in known:
        raise BadInput("SSK-520", name=parent_code)
    parent_id = known[parent_code].id if parent_code else None
    verdict = "same"
    if code not in known:
        row = add_unit(workspace, name=name, code=code, parent_id=parent_id)
        verdict = "new"
    else:
        row = known[code]
        if row.name != name or (parent_id and row.parent_id != parent_id):
            with workspace.database.write() as session:
                units.set_name(session, row.id, name)
                if parent_id:
                    units.set_parent(session, row.id, parent_id)
            verdict = "changed"
    if values.get("members", "").strip():
        people = _people(workspace, values)
        if (row.members, row.workers, row.as_of) != (people.members, people.workers, people.as_of):
            with workspace.database.write() as session:
                units.set_people(session, row.id, people)
            verdict = "changed" if verdict == "same" else verdict
    return verdict


def _people(workspace: Workspace, values: dict[str, str]) -> PeopleCount:
    try:
        as_of = date.fromisoformat(values.get("as_of") or workspace.today().isoformat())
        members, workers = int(values["members"]), int(values.get("workers") or 0)
    except ValueError as error:
        raise BadInput("SSK-524") from error
    if members < 0 or workers < 0:
        raise BadInput("SSK-524")
    return PeopleCount(as_of, members, workers)
