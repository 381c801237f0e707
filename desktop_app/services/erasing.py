"""Erasing one person: said before what goes, what stays, and whom a letter must go to; then done.

Drafts lose the person's cells; frozen reports keep everything but the person, under the hash
receipts know them by. Nothing can be called back that left: the preview says where it went. The
database is written anew at the end, so that no byte of it is left on this computer.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.initiative import attachments_in
from desktop_app.domain.person import ERASED, ERASED_LATER, Erasure, numbers_of
from desktop_app.domain.person import person_rows as person_rows_of
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput
from desktop_app.services import erasing_copies, erasing_files
from desktop_app.services.erasing_rows import Chosen, Gone, erase_rows
from desktop_app.services.officers import allowed
from desktop_app.services.persons import APPLIER, AUTHOR, ROW, TEXT, Found, Place
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import (
    audit,
    bundles,
    compacting,
    drafts,
    initiatives,
    person_rows,
    tombstones,
    units,
)
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.workspace import Workspace

UNFINISHED = "erasing"
"""The setting that names what is still to be discarded when the program was stopped meanwhile."""
_ROWS = (AUTHOR, APPLIER, ROW)


@dataclass(frozen=True)
class ReportTouched:
    """A report something is taken from. ``unsure``: the name stays in running text, for somebody
    else of the same name stands in the report."""

    id: str
    code: str
    title: str
    unit: str
    versions: tuple[str, ...]
    writing: str
    submission: str
    recognition: str
    portal: str
    unsure: bool


@dataclass(frozen=True)
class LeftBundle:
    """A file that left with the person in it: number, day, for whom, whether handed over."""

    id: str
    kind: str
    sequence: int
    file_name: str
    recipient: str
    written_at: datetime
    handed_over_at: datetime | None
    codes: tuple[str, ...]


@dataclass(frozen=True)
class FileOffered:
    """A file of a report that may show the person; it goes when it is chosen."""

    sha256: str
    name: str
    size: int
    media_type: str
    code: str


@dataclass(frozen=True)
class Preview:
    """What erasing would do. ``came_from`` are units whose bundles brought the person here.

    ``signed`` lines of the log name an officer and stay, for the law wants to know who decided;
    ``unread`` are files set aside nobody can look into; ``away`` says that a second disk with
    backups is not there and keeps what it has.
    """

    name: str
    reports: tuple[ReportTouched, ...]
    others: tuple[Place, ...]
    left: tuple[LeftBundle, ...]
    came_from: tuple[str, ...]
    files: tuple[FileOffered, ...]
    signed: int
    unread: tuple[str, ...]
    away: bool


@dataclass(frozen=True)
class Erased:
    """What was erased; ``bundles`` are files that left and cannot be made again now.

    ``copies`` are other databases of this folder and backups that forgot the person too; with
    ``away`` a second disk with backups was not there.
    """

    name: str
    reports: int
    revisions: int
    drafts: int
    others: int
    files: int
    bundles: int
    copies: int
    away: bool
    left: tuple[LeftBundle, ...]


def choose(
    found: Found, places: Sequence[Place], *, files: Collection[str] = (), written: str = ERASED
) -> Chosen:
    """Return what is to be erased for the places somebody picked. Raises BadInput SSK-967."""
    if not places:
        raise BadInput("SSK-967", name=found.name)
    keys = {place.key for place in places}
    reports: dict[str, tuple[Erasure, ...]] = {}
    for initiative_id in dict.fromkeys(p.initiative_id for p in places if p.initiative_id):
        mine = [p for p in found.places if p.initiative_id == initiative_id]
        rows = [p for p in mine if p.kind in _ROWS and p.key in keys]
        others = frozenset(
            p.key.split("/", 2)[2] for p in mine if p.kind in _ROWS and p.key not in keys
        )
        alike = {key.split("/")[1] for key in others} & {p.key.split("/")[3] for p in rows}
        wanted = any(p.kind == TEXT and p.key in keys for p in mine)
        reports[initiative_id] = (
            Erasure(
                found.name,
                written,
                others,
                tuple(dict.fromkeys(n for p in rows for n in p.numbers)),
                frozenset(files),
                texts=wanted or not alike,
                rows=bool(rows),
            ),
        )
    loose = {place.key: Erasure(found.name, written) for place in places if not place.initiative_id}
    aside = frozenset(p.key.split("/")[1] for p in places if p.key.startswith("set aside/"))
    people = (p.key.split("/", 3)[3] for p in places if p.kind in _ROWS)
    seen = (p.initiative_id for p in found.places)
    return Chosen(found.name, reports, loose, aside, people=frozenset(people), seen=frozenset(seen))


def preview(workspace: Workspace, found: Found, places: Sequence[Place]) -> Preview:
    """Return what erasing some places would do, and what it cannot do."""
    chosen = choose(found, places)
    ids = list(chosen.reports)
    with workspace.database.read() as session:
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        touched = [_touched(session, names, found, one, chosen) for one in ids]
        carrying = list(person_rows.bundles_carrying(session, ids)) if ids else []
        left = [_left(session, each, ids) for each in carrying if each.direction == "out"]
        came = {
            names.get(record.sender_unit, "")
            for each in carrying
            if each.direction == "in"
            and each.kind in ("submission", "relay")
            and (record := bundles.find_bundle(session, each.id)) is not None
        }
        files = [file for one in ids for file in _files(session, one)]
    return Preview(
        found.name,
        tuple(each for each in touched if each is not None),
        tuple(place for place in places if not place.initiative_id),
        tuple(sorted(left, key=lambda each: each.written_at)),
        tuple(sorted(came - {""})),
        tuple({file.sha256: file for file in files}.values()),
        found.signed,
        found.unread,
        erasing_copies.second_is_away(workspace),
    )


def _touched(
    session: Session, names: Mapping[str, str], found: Found, initiative_id: str, chosen: Chosen
) -> ReportTouched | None:
    places = [place for place in found.places if place.initiative_id == initiative_id]
    versions = tuple(dict.fromkeys(version for place in places for version in place.versions))
    unsure = any(not erasure.texts for erasure in chosen.reports[initiative_id]) and any(
        place.kind == TEXT for place in places
    )
    record = initiatives.find(session, initiative_id)
    if record is None:  # a draft that was thrown away
        return ReportTouched(initiative_id, "", "", "", versions, "", "", "", "", unsure)
    return ReportTouched(
        record.id,
        record.code,
        record.title,
        names.get(record.unit_id, ""),
        versions,
        record.writing,
        record.submission,
        record.recognition,
        record.portal,
        unsure,
    )


def _left(session: Session, each: person_rows.BundleContent, ids: Sequence[str]) -> LeftBundle:
    record = bundles.find_bundle(session, each.id)
    assert record is not None
    target = each.content.get("document", {}).get("recipient")
    items = each.content.get("document", {}).get("items") or ()
    return LeftBundle(
        record.id,
        record.kind,
        record.sequence,
        record.file_name,
        str(target["unit"]["name"]) if target else "",
        record.created_at,
        record.handed_over_at,
        tuple(str(item.get("code", "")) for item in items if item.get("id") in ids),
    )


def _files(session: Session, initiative_id: str) -> list[FileOffered]:
    record = initiatives.find(session, initiative_id)
    code = record.code if record else ""
    answers: list[Any] = [each.answers for each in initiatives.revisions(session, initiative_id)]
    draft, copy = (
        drafts.read_draft(session, initiative_id),
        drafts.read_copy(session, initiative_id),
    )
    answers += [held.answers for held in (draft, copy) if held is not None]
    thrown = read_setting(session, f"deleted {initiative_id}")
    answers += [thrown["answers"]] if thrown else []
    return [
        FileOffered(file.sha256, tidy(file.name), file.size, file.media_type, code)
        for held in answers
        for file in attachments_in(held)
    ]


# Doing it


@allowed("erase", alone="erase")
def erase(workspace: Workspace, chosen: Chosen, step: Step = no_step) -> Erased:
    """Erase what was chosen everywhere on this computer; it cannot be taken back.

    The rows change in one transaction; what is to be discarded after it is noted in the book, so
    that a computer that is switched off meanwhile goes on with it (``finish``). Raises NotAllowed
    as the officer's role does, Failed when the disk refuses.
    """
    now = workspace.now()
    # Copies and files nobody refers to first: what is left to do after the book itself changed
    # can then be noted in it without naming anybody.
    copies = erasing_copies.erase_in_copies(workspace, chosen, step)
    _discard_orphans(workspace, chosen, step)
    with workspace.database.write() as session:
        done = _erase_in(session, workspace, chosen, now)
        _note_unfinished(session, done.going, done.gone.aside)
        audit.note(
            session,
            now,
            "erase person",
            reports=len(done.gone.initiatives),
            revisions=len(done.gone.revisions),
            files=len(done.going),
            reason=chosen.reason,
        )
    finish(workspace)
    return Erased(
        chosen.name,
        len(done.gone.initiatives),
        len(done.gone.revisions),
        len(done.gone.drafts),
        done.gone.loose + len(done.gone.aside),
        len(done.going),
        len(done.left),
        copies.number,
        copies.away,
        done.left,
    )


@dataclass(frozen=True)
class _Done:
    gone: Gone
    going: Mapping[str, str]
    left: tuple[LeftBundle, ...]


def _erase_in(session: Session, workspace: Workspace, chosen: Chosen, now: datetime) -> _Done:
    """Erase in the book itself: rows, bundles, tombstones; say which files are to go."""
    ids = set(chosen.reports)
    files = erasing_files.leave_bundles(session, workspace.attachments, chosen)
    left = tuple(
        _left(session, each, list(ids))
        for each in (list(person_rows.bundles_carrying(session, list(ids))) if ids else ())
        if each.direction == "out" and each.id in files.bundles
    )
    gone = erase_rows(session, chosen, now)
    going = erasing_files.all_gone(gone, files, chosen)
    kept = erasing_files.needed_by_others(session, going, ids)
    going = {sha256: one for sha256, one in going.items() if sha256 not in kept}
    for sha256, initiative_id in going.items():
        owner = initiative_id or None
        tombstones.put(session, [sha256], tombstones.ATTACHMENT, owner, chosen.reason, now)
    return _Done(gone, going, left)


def _note_unfinished(session: Session, going: Collection[str], aside: Collection[str]) -> None:
    before = read_setting(session, UNFINISHED, {})
    write_setting(
        session,
        UNFINISHED,
        {
            "files": sorted({*before.get("files", ()), *going}),
            "aside": sorted({*before.get("aside", ()), *aside}),
        },
    )


def is_unfinished(workspace: Workspace) -> bool:
    """Return whether an erasure was interrupted: files of it are still here."""
    return workspace.setting(UNFINISHED) is not None


def _discard_orphans(workspace: Workspace, chosen: Chosen, step: Step) -> None:
    with workspace.database.read() as session:
        known = erasing_files.referenced(session)
    found = erasing_files.orphans_naming(workspace.attachments, known, chosen, step)
    for sha256 in list(found):
        workspace.attachments.discard(sha256)


def finish(workspace: Workspace) -> bool:
    """Discard what an erasure left behind and let the database forget it; doing it again is safe.

    Return whether nothing is left: a file another program holds open stays noted until it can go.
    """
    rest = workspace.setting(UNFINISHED, {})
    for sha256 in rest.get("files", ()):
        workspace.attachments.discard(sha256)
        original = workspace.setting(f"original {sha256}")
        if original:
            workspace.set_setting(f"original {sha256}", None)
            workspace.originals.discard(original)
    for sha256 in rest.get("aside", ()):
        workspace.set_aside.discard(sha256)
    left = {
        "files": [one for one in rest.get("files", ()) if workspace.attachments.holds(one)],
        "aside": [one for one in rest.get("aside", ()) if workspace.set_aside.holds(one)],
    }
    compacting.forget_deleted(workspace.database)
    workspace.set_setting(UNFINISHED, left if any(left.values()) else None)
    return not any(left.values())


# The rule of keeping erases everybody of a report


def everyone_in(session: Session, initiative_ids: Sequence[str]) -> Chosen:
    """Return the erasure of all people who stand in rows of some reports."""
    reports: dict[str, tuple[Erasure, ...]] = {}
    for initiative_id in initiative_ids:
        names: dict[str, list[Any]] = {}
        for cell in person_rows.cells(session, [initiative_id]):
            if cell.is_json:
                for row in person_rows_of(cell.value()):
                    names.setdefault(row.name, []).append(row)
        reports[initiative_id] = tuple(
            Erasure(name, ERASED_LATER, numbers=numbers_of(rows))
            for name, rows in names.items()
            if name not in (ERASED, ERASED_LATER)
        )
    return Chosen("", reports, reason=tombstones.RETENTION)
