"""Taking in: any number of files, a verdict for each item, one bad item never stops the rest.

An office takes in submissions, a team receipts and cards. Each item is one transaction; nothing
of it depends on the order in which files arrive.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, BadFile, Cancelled, NotAllowed
from desktop_app.services import cards, receipts, shared_drafts, submissions
from desktop_app.services.carrying import RECEIPT, SETUP, SUBMISSION
from desktop_app.services.setup import OFFICE, TEAM
from desktop_app.services.shared_drafts import DRAFT
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import bundles, units
from desktop_app.workspace import Workspace

_LOG = logging.getLogger(__name__)
_AGE, _ZIP = b"age-encryption.org/", b"PK\x03\x04"
_ARMOURED = b"-----BEGIN AGE ENC"


@dataclass(frozen=True)
class IntakeItem:
    """What became of one item: ``intake`` is a word of the contract, ``reason`` a code."""

    id: str
    revision: int
    title: str
    intake: str
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class IntakeFile:
    """What became of one file; ``error`` says why nothing of it could be taken in."""

    file: str
    kind: str | None = None
    bundle_id: str | None = None
    sequence: int | None = None
    unit: str = ""
    opened: bool = False
    error: AppError | None = None
    items: tuple[IntakeItem, ...] = ()


@dataclass(frozen=True)
class MissingNumber:
    """A bundle of a unit that never came in, though a later one did."""

    unit: str
    sequence: int


@dataclass(frozen=True)
class IntakeResult:
    """What became of all files."""

    files: tuple[IntakeFile, ...]
    missing: tuple[MissingNumber, ...] = ()

    @property
    def all_well(self) -> bool:
        """Whether every file was opened and no item quarantined."""
        return all(file.opened for file in self.files) and not any(
            item.intake == "quarantined" for file in self.files for item in file.items
        )


@dataclass(frozen=True)
class InboxRow:
    """An earlier intake."""

    bundle_id: str
    file_name: str
    kind: str
    unit: str
    sequence: int
    count: int
    new: int
    quarantined: int
    taken_in_at: datetime


def take_in(workspace: Workspace, paths: Sequence[Path], step: Step = no_step) -> IntakeResult:
    """Take in files, folders or a whole stick; what is in stays in when the work is cancelled."""
    if not workspace.started:
        raise NotAllowed("SSK-010")
    files = [file for path in paths for file in _files_below(path)]
    results: list[IntakeFile] = []
    for place, file in enumerate(files):
        try:
            step(place, len(files))
        except Cancelled:
            if not results:
                raise
            break
        results.append(_take_file(workspace, file))
    return IntakeResult(tuple(results), _missing(workspace))


def _files_below(path: Path) -> list[Path]:
    """Return a file itself, or what looks like ours in a folder; content decides, not names."""
    if not path.is_dir():
        return [path]
    return [file for file in sorted(path.rglob("*")) if file.is_file() and _looks_like_ours(file)]


def _looks_like_ours(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            head = opened.read(32)
    except OSError:
        return False
    office_file = file.suffix.lower() in (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".jar")
    return head.startswith((_AGE, _ARMOURED)) or (head.startswith(_ZIP) and not office_file)


def _take_file(workspace: Workspace, path: Path) -> IntakeFile:
    from desktop_app.exchange.bundle_file import open_bundle

    workspace.temporary_folder.mkdir(exist_ok=True)
    try:
        with open_bundle(
            path,
            identities=[workspace.keys.age_identity],
            temp_dir=workspace.temporary_folder,
        ) as opened:
            return _take_opened(workspace, path, opened)
    except Cancelled:
        raise
    except AppError as error:
        _LOG.info("a file was not taken in: %s", error.code)
        return IntakeFile(path.name, error=error)


def _take_opened(workspace: Workspace, path: Path, opened: Any) -> IntakeFile:
    document = opened.document
    kind, sender = document["kind"], document["sender"]
    known = {
        "file": path.name,
        "kind": kind,
        "bundle_id": document["bundle_id"],
        "sequence": document["sequence"],
        "unit": sender["unit"]["name"],
    }
    try:
        if opened.signer is None:
            raise BadFile("SSK-545")
        if opened.signer != sender["sign_key"]:
            raise BadFile("SSK-544")
        taken = _by_kind(workspace, kind)(workspace, opened, path.name)
    except AppError as error:
        _LOG.info("a bundle was not taken in: %s", error.code)
        return IntakeFile(**known, error=error)
    items = tuple(
        IntakeItem(item.id, item.revision, item.title, item.intake, item.reason, item.facts)
        for item in taken
    )
    return IntakeFile(**known, opened=True, items=items)


def _by_kind(workspace: Workspace, kind: str) -> Any:
    role = workspace.own.role
    if kind == SUBMISSION and role == OFFICE:
        return submissions.take_submission
    if kind == RECEIPT and role == TEAM:
        return receipts.take_receipt
    if kind == DRAFT and role == TEAM:
        return shared_drafts.take_drafts
    if kind == SETUP:
        return cards.take_opened_card
    raise NotAllowed("SSK-546", kind=kind)


def _missing(workspace: Workspace) -> tuple[MissingNumber, ...]:
    if workspace.own.role == TEAM:
        return ()  # cards are in the chain too and may have been made without being carried
    with workspace.database.read() as session:
        gaps = bundles.missing_numbers(session)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
    return tuple(MissingNumber(names.get(unit, ""), number) for _key, unit, number in gaps)


def history(workspace: Workspace, limit: int = 200) -> tuple[InboxRow, ...]:
    """Return earlier intakes, newest first."""
    with workspace.database.read() as session:
        records = bundles.all_bundles(session, direction="in", limit=limit)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        items = {record.id: bundles.items_of(session, record.id) for record in records}
    return tuple(
        InboxRow(
            record.id,
            record.file_name,
            record.kind,
            names.get(record.sender_unit, ""),
            record.sequence,
            len(items[record.id]),
            sum(item.intake in ("new", "newer") for item in items[record.id]),
            sum(item.intake == "quarantined" for item in items[record.id]),
            record.created_at,
        )
        for record in records
    )
