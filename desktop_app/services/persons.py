"""Where a person stands in the book: every row and every text, for somebody to say who is meant.

Two people may bear one name, so nothing is taken for one person by its name alone: rows are
gathered by name, birth date and workplace, and a person picks.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.person import (
    ERASED,
    ERASED_LATER,
    PersonRow,
    around,
    mentions,
    name_pattern,
    numbers_of,
    person_rows,
    texts_of,
)
from desktop_app.domain.text import fold, tidy
from desktop_app.errors import AppError, BadInput
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import initiatives, quarantine, units
from desktop_app.storage import person_rows as stored
from desktop_app.storage.person_rows import Cell
from desktop_app.workspace import Workspace

AUTHOR, APPLIER, ROW, TEXT, SET_ASIDE = "author", "applier", "row", "text", "set_aside"
_KINDS = {"authors": AUTHOR, "first_appliers": APPLIER}
_LEAST_LETTERS = 4
_LARGEST = 40_000_000


@dataclass(frozen=True)
class Place:
    """A place a name stands in, to be picked: ``key`` names it, also in a backup.

    ``kind``: author, applier, row (of another list), text (running text of an initiative),
    set_aside (a file), or one of what stands outside initiatives: officer, council, scorer,
    setting, note. ``versions``: draft, copy, frozen, thrown_away. ``said`` are words around it.
    """

    key: str
    kind: str
    name: str
    birth: str = ""
    work: str = ""
    initiative_id: str = ""
    code: str = ""
    title: str = ""
    unit: str = ""
    versions: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    numbers: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class PersonGroup:
    """Rows that look like one person: the same name, birth date and workplace."""

    name: str
    birth: str
    work: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Found:
    """Everything a name was found in.

    ``groups`` are rows about people, ``others`` running texts and what stands outside
    initiatives. ``signed`` lines of the log and verdicts bear the name of an officer: they stay.
    ``unread`` files set aside could not be looked into.
    """

    name: str
    groups: tuple[PersonGroup, ...]
    others: tuple[Place, ...]
    signed: int = 0
    unread: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place."""
        return (*(place for group in self.groups for place in group.places), *self.others)


def find(workspace: Workspace, name: str, step: Step = no_step) -> Found:
    """Return where a name stands in the whole book, without case and marks.

    Raises BadInput SSK-966 for what is no name, Cancelled.
    """
    check_name(name)
    gathered = _Gathered(tidy(name))
    with workspace.database.read() as session:
        whole = max(1, stored.count_cells(session))
        for number, cell in enumerate(stored.cells(session)):
            if number % 200 == 0:
                step(min(number, whole), whole)
            gathered.look(cell)
        signed = stored.who_signed(session, lambda by: bool(gathered.pattern.search(by)))
        about = _about(session, workspace, gathered.initiative_ids())
    aside, unread = _set_aside(workspace, gathered, step)
    places = [*gathered.places(about), *aside]
    groups: dict[tuple[str, str, str], list[Place]] = {}
    for place in places:
        if place.kind in (AUTHOR, APPLIER, ROW):
            groups.setdefault((place.name.casefold(), place.birth, fold(place.work)), []).append(
                place
            )
    return Found(
        gathered.name,
        tuple(
            PersonGroup(each[0].name, each[0].birth, each[0].work, tuple(each))
            for _key, each in sorted(groups.items())
        ),
        tuple(place for place in places if place.kind not in (AUTHOR, APPLIER, ROW)),
        signed,
        unread,
    )


def check_name(name: str) -> None:
    """Refuse what is no name, or what stands where names were. Raises BadInput SSK-966."""
    words = fold(name).split()
    letters = sum(len(word) for word in words)
    if (
        len(words) < 2
        or letters < _LEAST_LETTERS
        or fold(name) in map(fold, (ERASED, ERASED_LATER))
    ):
        raise BadInput("SSK-966", name=tidy(name)[:60])


def in_one_report(session: Any, initiative_id: str, name: str) -> tuple[PersonRow, ...]:
    """Return the rows about people of a name in every version of one report, each once."""
    gathered = _Gathered(name)
    for cell in stored.cells(session, [initiative_id]):
        gathered.look(cell)
    return tuple(rows[0] for rows in gathered.rows.values())


class _Gathered:
    """What a name was found in so far."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pattern = name_pattern(name)
        self.rows: dict[tuple[str, str], list[PersonRow]] = {}
        self._versions: dict[str, dict[str, None]] = {}
        self._texts: dict[str, dict[str, None]] = {}
        self._loose: dict[str, tuple[str, str]] = {}

    def look(self, cell: Cell) -> None:
        """Look into one text of the database."""
        if not self.pattern.search(cell.text):
            return
        value = cell.value()
        if not cell.initiative_id:
            said = next(
                (around(t, m) for t in texts_of(value) if (m := self.pattern.search(t))), ""
            )
            self._loose[cell.name] = (cell.source, said)
            return
        self.look_into(cell.initiative_id, value, _version(cell))

    def look_into(self, initiative_id: str, value: Any, version: str) -> None:
        """Look into a value that belongs to an initiative."""
        for row in person_rows(value, self.name):
            key = f"initiative/{initiative_id}/{row.key}"
            self.rows.setdefault((initiative_id, row.key), []).append(row)
            self._versions.setdefault(key, {})[version] = None
        for question, said in mentions(value, self.name):
            key = f"initiative/{initiative_id}/text"
            self._texts.setdefault(key, {})[f"{question}: {said}" if question else said] = None
            self._versions.setdefault(key, {})[version] = None

    def initiative_ids(self) -> list[str]:
        """Return the initiatives the name was found in."""
        found = [key.split("/")[1] for key in self._versions]
        return list(dict.fromkeys(found))

    def places(self, about: Mapping[str, Mapping[str, Any]]) -> Iterator[Place]:
        """Return the places, those of initiatives first."""
        for (initiative_id, row_key), rows in self.rows.items():
            row, key = rows[0], f"initiative/{initiative_id}/{row_key}"
            yield Place(
                key,
                _KINDS.get(row.question, ROW),
                row.name,
                row.birth,
                next((each.work for each in rows if each.work), ""),
                initiative_id,
                versions=tuple(self._versions[key]),
                numbers=numbers_of(rows),
                **about.get(initiative_id, {}),
            )
        for key, told in self._texts.items():
            initiative_id = key.split("/")[1]
            yield Place(
                key,
                TEXT,
                self.name,
                initiative_id=initiative_id,
                versions=tuple(self._versions[key]),
                said=tuple(told)[:6],
                **about.get(initiative_id, {}),
            )
        for key, (source, said) in self._loose.items():
            yield Place(key, source.replace(" ", "_"), self.name, said=(said,))


def _version(cell: Cell) -> str:
    if cell.source == "setting":
        return "thrown_away"
    if cell.source == "undo":
        return "draft"
    return cell.source if cell.source in ("draft", "copy", "frozen") else "beside"


def _about(session: Any, workspace: Workspace, ids: list[str]) -> dict[str, dict[str, Any]]:
    """Return code, title and unit of initiatives."""
    names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
    found = {}
    for initiative_id in ids:
        record = initiatives.find(session, initiative_id)
        if record is not None:
            found[initiative_id] = {
                "code": record.code,
                "title": record.title,
                "unit": names.get(record.unit_id, ""),
            }
    return found


# Files set aside are bundles nobody could take in yet


def _set_aside(
    workspace: Workspace, gathered: _Gathered, step: Step
) -> tuple[list[Place], tuple[str, ...]]:
    """Return the files set aside the name stands in, and those nobody can look into."""
    found, unread = [], []
    with workspace.database.read() as session:
        records = [record for record in quarantine.all_records(session) if record.sha256]
    for number, record in enumerate(records):
        step(number, len(records))
        held = texts_in_file(workspace, record.sha256)
        if held is None:
            unread.append(record.file_name)
        elif any(gathered.pattern.search(text) for text in held.values()):
            key = f"set aside/{record.id}"
            found.append(Place(key, SET_ASIDE, gathered.name, title=record.file_name))
    return found, tuple(unread)


def texts_in_file(workspace: Workspace, sha256: str) -> dict[str, str] | None:
    """Return the texts of the reports in a file set aside; None when it cannot be opened."""
    from desktop_app.exchange.bundle_file import open_bundle

    workspace.temporary_folder.mkdir(exist_ok=True)
    try:
        with open_bundle(
            workspace.set_aside.fetch(sha256),
            identities=workspace.identities,
            temp_dir=workspace.temporary_folder,
        ) as opened:
            names = [name for name in opened.names() if name.endswith((".json", ".txt"))]
            return {name: opened.read(name, _LARGEST).decode("utf-8", "replace") for name in names}
    except (AppError, OSError, zipfile.BadZipFile):
        return None


def group_matching(
    found: Found, *, birth: str = "", work: str = "", keys: tuple[str, ...] = ()
) -> tuple[Place, ...]:
    """Return the places somebody means by a birth date, a workplace or keys.

    Without any of them there has to be one group only. Raises BadInput SSK-967 when nothing
    fits, SSK-968 when several people do.
    """
    if keys:
        chosen = tuple(place for place in found.places if place.key in keys)
        if len(chosen) != len(set(keys)):
            raise BadInput("SSK-967", name=found.name)
        return chosen
    groups = [
        group
        for group in found.groups
        if (not birth or group.birth == birth) and (not work or fold(work) in fold(group.work))
    ]
    if not groups:
        raise BadInput("SSK-967", name=found.name)
    if len({(group.name.casefold(), group.birth) for group in groups}) > 1:
        raise BadInput("SSK-968", name=found.name, number=len(groups))
    return tuple(place for group in groups for place in group.places)
