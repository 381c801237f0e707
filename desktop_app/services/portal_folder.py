"""The hand-over to the central system by file: lists, documents, attachments, hashes.

The same as a folder or as one ZIP. Who it is for reads ``DOC-TRUOC.txt`` and the Excel list, a
program ``datapackage.json``. Nothing confidential goes into it; what may not go up stays back.
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.portal_mapping import PortalNote
from desktop_app.domain.text import ascii_name
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.exchange.delivery import check_room
from desktop_app.exchange.package_places import (
    Place,
    WrittenPackage,
    add_bytes,
    file_place,
    folder_place,
)
from desktop_app.exchange.payload import Payload
from desktop_app.services.carrying import taken_away_unless_kept
from desktop_app.services.officers import allowed
from desktop_app.services.portal_entry import EntrySheet, entry_sheets
from desktop_app.services.portal_lists import Listing, ToCheck, to_check
from desktop_app.services.portal_mapping import mapping
from desktop_app.services.portal_papers import public_papers, public_title
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, initiatives, packages
from desktop_app.storage.packages import PackageRecord
from desktop_app.workspace import Workspace

_PARTS = 1000
_PDF_BYTES = 150_000
"""About how large a PDF is; and what the lists take for each initiative."""
_ROW_BYTES = 20_000
_LONGEST = 40
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True)
class PlannedItem:
    """An initiative that goes along; ``size`` about how many bytes its files take.

    ``to_check`` are fields and files the portal may not take as they are. ``package`` is the
    number of the hand-over it stands in already, None for none.
    """

    id: str
    code: str
    title: str
    unit: str
    size: int
    to_check: tuple[ToCheck, ...]
    redacted: bool
    package: int | None


@dataclass(frozen=True)
class HeldBack:
    """An initiative that stays back, and why."""

    id: str
    code: str
    title: str
    reasons: tuple[PortalNote, ...]


@dataclass(frozen=True)
class Plan:
    """What a hand-over would take along and what it would leave, said before it does."""

    items: tuple[PlannedItem, ...]
    held_back: tuple[HeldBack, ...]

    @property
    def size(self) -> int:
        """About how many bytes all files will take."""
        return sum(item.size for item in self.items)


@dataclass(frozen=True)
class Exported:
    """A hand-over that was written, read back and compared.

    ``sha256`` is of its SHA256SUMS, ``file_sha256`` of the ZIP, "" for a folder. ``to_check``
    counts the initiatives with something the portal may not take as it is.
    """

    path: Path
    package_id: str
    number: int
    name: str
    count: int
    files: int
    size: int
    sha256: str
    file_sha256: str
    to_check: int
    held_back: tuple[HeldBack, ...]


def plan(workspace: Workspace, ids: Sequence[str] | None = None, step: Step = no_step) -> Plan:
    """Return what a hand-over of everything that waits, or of chosen initiatives, would hold."""
    items: list[PlannedItem] = []
    held: list[HeldBack] = []
    with workspace.database.read() as session:
        wanted = tuple(packages.waiting(session)) if ids is None else tuple(dict.fromkeys(ids))
        before = packages.newest_by_revision(session)
    for sheet in entry_sheets(workspace, wanted, step):
        if sheet.blocked:
            held.append(_held(sheet, sheet.blocked))
            continue
        items.append(
            PlannedItem(
                sheet.initiative_id,
                sheet.code,
                sheet.title,
                sheet.unit,
                _size(workspace, sheet),
                to_check(sheet),
                sheet.redacted,
                before.get((sheet.initiative_id, sheet.revision_hash)),
            )
        )
    return Plan(tuple(items), tuple(held))


def _held(sheet: EntrySheet, reasons: tuple[PortalNote, ...]) -> HeldBack:
    return HeldBack(sheet.initiative_id, sheet.code, sheet.title, reasons)


def _size(workspace: Workspace, sheet: EntrySheet) -> int:
    size = _ROW_BYTES + sum(file.size for file in sheet.attachments)
    if sheet.secret:
        return size
    with workspace.database.read() as session:
        papers = initiatives.documents_of(session, sheet.initiative_id, sheet.revision_hash)
    return size + sum(int(paper["size"]) + _PDF_BYTES for paper in papers)


def export_folder(
    workspace: Workspace,
    to: Path,
    ids: Sequence[str] | None = None,
    step: Step = no_step,
    *,
    as_zip: bool = False,
) -> Exported:
    """Write a hand-over into a folder: everything that waits, or the chosen initiatives.

    What may not go up is left out and told. Whole or absent: nothing of it is left when anything
    fails or the person stops it. Raises NotAllowed SSK-918 when nothing is left to hand over,
    Failed SSK-41x when it cannot be written, SSK-110 for a damaged attachment.
    """
    return _export(workspace, to, ids, step, as_zip)


def export_package_file(
    workspace: Workspace, to: Path, ids: Sequence[str] | None = None, step: Step = no_step
) -> Exported:
    """Write the same as one stored ZIP, for sending; the same content gives the same bytes."""
    return _export(workspace, to, ids, step, True)


@allowed("export", alone="packages")
def _export(
    workspace: Workspace, to: Path, ids: Sequence[str] | None, step: Step, as_zip: bool
) -> Exported:
    planned = plan(workspace, ids)
    if not planned.items:
        raise NotAllowed("SSK-918")
    check_room(to, planned.size)
    now = workspace.now()
    with workspace.database.read() as session:
        number = packages.next_number(session)
    name = f"{_safe(workspace.own.code) or 'SSK'}-len-cong-{number:04}"
    workspace.temporary_folder.mkdir(parents=True, exist_ok=True)
    opened: AbstractContextManager[Place] = (file_place if as_zip else folder_place)(to, name)
    with (
        tempfile.TemporaryDirectory(dir=workspace.temporary_folder) as beside,
        opened as place,
    ):
        writing = _Writing(workspace, place, Path(beside), name, now)
        done = writing.write([item.id for item in planned.items], step)
        written = place.finish(
            lambda part, whole: step(_PARTS + part * _PARTS // max(1, whole), 2 * _PARTS)
        )
    record = PackageRecord(uuid7(now), number, name, written.sha256, now)
    with taken_away_unless_kept(written.path), workspace.database.write() as session:
        packages.insert_package(session, record, done)
        audit.note(session, now, "portal package", record.id, number=number, count=len(done))
    step(2 * _PARTS, 2 * _PARTS)
    return _exported(record, written, writing, planned)


def _exported(
    record: PackageRecord, written: WrittenPackage, writing: "_Writing", planned: Plan
) -> Exported:
    return Exported(
        written.path,
        record.id,
        record.number,
        record.name,
        writing.count,
        written.files,
        written.size,
        written.sha256,
        written.file_sha256,
        writing.to_check,
        (*planned.held_back, *writing.held_back),
    )


class _Writing:
    """Puts the initiatives of a hand-over into its place, one after another."""

    def __init__(
        self, workspace: Workspace, place: Place, beside: Path, name: str, now: datetime
    ) -> None:
        self._workspace, self._place, self._beside = workspace, place, beside
        self._name, self._now = name, now
        self._folders: set[str] = set()
        self.count = self.to_check = 0
        self.held_back: list[HeldBack] = []

    def write(self, ids: Sequence[str], step: Step) -> tuple[tuple[str, str], ...]:
        """Write folders and lists; return initiative and revision of each that is in it."""
        done: list[tuple[str, str]] = []
        with Listing(mapping(self._workspace), self._beside, self._name) as listing:
            for place, sheet in enumerate(entry_sheets(self._workspace, ids)):
                step(place * _PARTS // len(ids), 2 * _PARTS)
                # Looked at again: between the plan and now a verdict may have been taken back.
                if sheet.blocked:
                    self.held_back.append(_held(sheet, sheet.blocked))
                elif self._one(sheet, listing):
                    done.append((sheet.initiative_id, sheet.revision_hash))
            if not done:
                raise NotAllowed("SSK-918")
            self.count, self.to_check = len(done), listing.to_check
            own = self._workspace.own
            listing.close(self._place, own.name, self._now, self.count)
        return tuple(done)

    def _one(self, sheet: EntrySheet, listing: Listing) -> bool:
        """Write the folder of one initiative; one whose papers cannot be made stays back."""
        try:
            parts = list(self._papers(sheet))
        except BadInput as error:
            note = PortalNote(error.code, "what", error.facts)
            self.held_back.append(_held(sheet, (note,)))
            return False
        folder = self._folder(sheet)
        for name, title, content in parts:
            listing.add_file(add_bytes(self._place, f"{folder}/{name}", content), folder, title)
        for file in sheet.attachments:
            part = Payload(
                f"{folder}/{_file_name(file.name)}",
                file.size,
                file.sha256,
                partial(self._workspace.attachments.open, file.sha256),
            )
            listing.add_file(self._place.add(part), folder, "", file.problem)
        listing.add(sheet, folder)
        return True

    def _papers(self, sheet: EntrySheet) -> Iterator[tuple[str, str, bytes]]:
        """Give the documents, as Word and as PDF."""
        from desktop_app.documents.pages import pdf_of
        from desktop_app.documents.pdf_moment import without_moment

        for paper in public_papers(self._workspace, sheet):
            stem = ascii_name(paper.name) or "van-ban"
            yield f"{stem}.docx", paper.title, paper.docx
            yield f"{stem}.pdf", paper.title, without_moment(pdf_of(paper.docx))

    def _folder(self, sheet: EntrySheet) -> str:
        """Return a name for the folder of an initiative that no other has on any system."""
        title = ascii_name(public_title(self._workspace, sheet), _LONGEST) or "sang-kien"
        stem = f"{_safe(sheet.code)[:_LONGEST] or 'ho-so'}_{title}"
        name, number = stem, 1
        while name.lower() in self._folders:
            number += 1
            name = f"{stem}_{number}"
        self._folders.add(name.lower())
        return name


def _safe(text: str) -> str:
    return _NO_NAME.sub("-", text).strip("-_")


def _file_name(name: str) -> str:
    """Return a name every system takes: begins with the dossier code, so none is reserved."""
    stem, dot, ending = name.rpartition(".")
    return f"{_safe(stem)}{dot}{_safe(ending)}" if stem else _safe(ending)
