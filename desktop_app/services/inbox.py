"""Taking in: any number of files, a verdict for each item, one bad item never stops the rest.

An office takes in submissions, relays and answers from above, a team receipts and drafts, both
take in cards. Each item is one transaction; nothing of it depends on the order of the files.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, BadFile, Cancelled, Failed, NotAllowed
from desktop_app.services import (
    backups,
    cards,
    chains,
    found_files,
    quarantine,
    receipt_intake,
    relaying,
    shared_drafts,
    submissions,
    watching,
)
from desktop_app.services.carrying import RECEIPT, RELAY, SETUP, SUBMISSION
from desktop_app.services.chains import MissingNumber
from desktop_app.services.officers import allowed
from desktop_app.services.setup import OFFICE, TEAM
from desktop_app.services.shared_drafts import DRAFT
from desktop_app.services.steps import Step, no_step
from desktop_app.services.taken_item import TakenItem
from desktop_app.storage import bundles, units
from desktop_app.workspace import Workspace

_LOG = logging.getLogger(__name__)
_NOBODY: frozenset[str] = frozenset()
QUESTIONS = ("SSK-445", "SSK-448", "SSK-536", "SSK-542", "SSK-573")
"""Codes that ask something: a passphrase, whether a key whose four words were compared is right."""


@dataclass(frozen=True)
class Agreed:
    """What a person answered to the questions a file asked.

    ``trusted`` are keys whose four words were compared with the other side.
    """

    trusted: frozenset[str] = _NOBODY
    passphrase: str = field(default="", repr=False)


NOTHING_AGREED = Agreed()


@dataclass(frozen=True)
class IntakeFile:
    """What became of one file; ``error`` says why nothing of it could be taken in.

    ``left`` items were not looked at because the person stopped the work.
    """

    file: str
    kind: str | None = None
    bundle_id: str | None = None
    sequence: int | None = None
    unit: str = ""
    opened: bool = False
    error: AppError | None = None
    items: tuple[TakenItem, ...] = ()
    path: Path | None = None
    sender_key: str = ""
    device: str = ""
    left: int = 0


@dataclass(frozen=True)
class IntakeResult:
    """What became of all files; ``left`` files were not looked at."""

    files: tuple[IntakeFile, ...]
    missing: tuple[MissingNumber, ...] = ()
    left: int = 0

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


def take_in(
    workspace: Workspace,
    paths: Sequence[Path],
    step: Step = no_step,
    agreed: Agreed = NOTHING_AGREED,
) -> IntakeResult:
    """Take in files, folders or a whole stick; what is in stays in when the work is cancelled."""
    if not workspace.started:
        raise NotAllowed("SSK-010")
    files = [file for path in paths for file in found_files.files_below(path)]
    backups.before_many(workspace, len(files), lambda _done, _whole: step(0, len(files)))
    identities = workspace.identities  # asked of the keyring once, not for every file
    results: list[IntakeFile] = []
    for place, file in enumerate(files):
        within = _standing_at(step, place, len(files))
        try:
            within(0, 0)
            results.append(take_file(workspace, file, agreed, identities, within))
        except Cancelled:
            if not results:
                raise
            break
    return IntakeResult(
        tuple(results), chains.missing_numbers(workspace), len(files) - len(results)
    )


def joined(before: IntakeResult, after: IntakeResult) -> IntakeResult:
    """Return what became of all files when some were taken in once more, after a question."""
    again = {file.path: file for file in after.files}
    files = tuple(again.get(file.path, file) for file in before.files)
    return IntakeResult(files, after.missing, before.left + after.left)


def _standing_at(step: Step, place: int, whole: int) -> Step:
    """Return a step for the work inside one file: it may stop there, the count stays."""
    return lambda _done, _whole: step(place, whole)


@allowed("import", alone="intake")
def take_file(
    workspace: Workspace, path: Path, agreed: Agreed, identities: Sequence[str], step: Step
) -> IntakeFile:
    """Take in one file with the secret keys of this computer; one still copied is waited for."""
    mark = watching.mark_of(path)
    while True:
        found = _look_into(workspace, path, agreed, identities, step)
        if found.error is None or not watching.still_copied(path, mark, found.error, step):
            break
        mark = watching.mark_of(path)
    quarantine.note_intake(workspace, path, found)
    return found


def _look_into(
    workspace: Workspace, path: Path, agreed: Agreed, identities: Sequence[str], step: Step
) -> IntakeFile:
    from desktop_app.exchange.bundle_file import open_bundle
    from desktop_app.exchange.delivery import code_of

    try:
        workspace.temporary_folder.mkdir(exist_ok=True)
        with open_bundle(
            path,
            identities=identities,
            passphrase=agreed.passphrase,
            temp_dir=workspace.temporary_folder,
            step=step,
        ) as opened:
            return _take_opened(workspace, path, opened, agreed, step)
    except Cancelled:
        raise
    except OSError as error:
        told = Failed(code_of(error), place=path.name, cause=error.strerror or "")
        _LOG.info("a file was not taken in: %s", told.code)
        return IntakeFile(path.name, error=told, path=path)
    except AppError as error:
        _LOG.info("a file was not taken in: %s", error.code)
        return IntakeFile(path.name, error=error, path=path)


def _take_opened(
    workspace: Workspace, path: Path, opened: Any, agreed: Agreed, step: Step
) -> IntakeFile:
    document = opened.document
    kind, sender = document["kind"], document["sender"]
    known: dict[str, Any] = {
        "file": path.name,
        "kind": kind,
        "bundle_id": document["bundle_id"],
        "sequence": document["sequence"],
        "unit": sender["unit"]["name"],
        "path": path,
        "sender_key": sender["sign_key"],
        "device": document["device"],
    }
    try:
        if opened.signer is None:
            raise BadFile("SSK-545")
        if opened.signer != sender["sign_key"]:
            raise BadFile("SSK-544")
        taken = _take(workspace, kind, opened, path.name, agreed, step)
    except Cancelled:
        raise
    except AppError as error:
        _LOG.info("a bundle was not taken in: %s", error.code)
        return IntakeFile(**known, error=error)
    left = max(0, len(document["items"]) - len(taken))
    return IntakeFile(**known, opened=True, items=tuple(taken), left=left)


def _take(
    workspace: Workspace, kind: str, opened: Any, name: str, agreed: Agreed, step: Step
) -> Sequence[TakenItem]:
    role, trusted = workspace.own.role, agreed.trusted
    if kind == SUBMISSION and role == OFFICE:
        return submissions.take_submission(workspace, opened, name, step)
    if kind == RELAY and role == OFFICE:
        return relaying.take_relay(workspace, opened, name, step)
    if kind == RECEIPT and role == OFFICE:
        return relaying.take_answer(workspace, opened, name)
    if kind == RECEIPT:
        return receipt_intake.take_receipt(workspace, opened, name, trusted)
    if kind == DRAFT and role == TEAM:
        return shared_drafts.take_drafts(workspace, opened, name)
    if kind == SETUP:
        return cards.take_opened_card(workspace, opened, name, trusted)
    raise NotAllowed("SSK-546", kind=kind)


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
