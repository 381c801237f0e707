"""Files set aside: listed with their reason, tried again, given away for help, dropped.

A file that is ours and could not be taken in, wholly or in part, is copied beside the book: the
stick it came on goes home. What is taken in later leaves the list by itself.
"""

import contextlib
import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop_app.domain.identifiers import uuid7
from desktop_app.errors import AppError, BadInput, Cancelled
from desktop_app.services.enrolment import UNPLACED
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, bundles
from desktop_app.storage import quarantine as stored
from desktop_app.storage.quarantine import QuarantineRecord
from desktop_app.workspace import PROGRAM, Workspace

if TYPE_CHECKING:
    from desktop_app.services.inbox import Agreed, IntakeFile, IntakeResult

ERASED_ITEM = "SSK-965"
ITEMS = "SSK-555"
"""The code of a file that was opened, some items of which were set aside."""
_LARGEST_COPY = 1_000_000_000
_NOT_OURS = ("SSK-441", "SSK-482", "SSK-546", "SSK-571")
_NAME = re.compile(r"[A-Z0-9]{1,20}-[0-9A-Z]{4}-(submission|receipt|setup|relay|draft)-\d{4,}")


@dataclass(frozen=True)
class SetAsideItem:
    """One item of a file that was set aside, and why."""

    title: str
    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class QuarantineRow:
    """A file that was set aside and why; ``items`` are those of it that were, with their reasons.

    ``kept``: a copy is here and can be tried again.
    """

    id: str
    file_name: str
    size: int
    kept: bool
    code: str
    facts: Mapping[str, Any]
    unit: str
    items: tuple["SetAsideItem", ...]
    at: datetime


def note_intake(workspace: Workspace, path: Path, found: "IntakeFile") -> None:
    """Set a file aside that could not be taken in, or take it off the list when it could."""
    from desktop_app.services.inbox import QUESTIONS

    aside = [item for item in found.items if item.intake == "quarantined"]
    if found.error is None and not aside:
        if not found.left:
            _clear(workspace, found)
        return
    code = found.error.code if found.error is not None else ITEMS
    if found.error is not None and (
        code in QUESTIONS or code in _NOT_OURS or not isinstance(found.error, BadInput)
    ):
        return
    if not _NAME.search(path.name) and found.bundle_id is None and not _is_sealed(path):
        return
    facts: dict[str, Any] = {"number": len(aside), "items": {i.id: dict(i.facts) for i in aside}}
    if found.error is not None:
        facts = dict(found.error.facts)
    # What was erased here must not come back as a file either: told, but no copy is kept.
    erased = any(item.reason == ERASED_ITEM for item in aside)
    _set_aside(workspace, path, found, code, facts, keep=not erased)


def _is_sealed(path: Path) -> bool:
    from desktop_app.exchange.sealing import is_sealed

    try:
        with path.open("rb") as file:
            return is_sealed(file.read(64))
    except OSError:
        return False


def _set_aside(
    workspace: Workspace,
    path: Path,
    found: "IntakeFile",
    code: str,
    facts: Mapping[str, Any],
    *,
    keep: bool,
) -> None:
    now, sha256, size = workspace.now(), "", 0
    try:
        size = path.stat().st_size
        if keep and size <= min(_LARGEST_COPY, shutil.disk_usage(workspace.folder).free // 2):
            with path.open("rb") as file:
                sha256, size = workspace.set_aside.put_stream(file)
    except (OSError, AppError):
        sha256 = ""  # told without a copy: the file is still where it came from
    with workspace.database.write() as session:
        same = [
            record
            for record in stored.all_records(session)
            if (sha256 and record.sha256 == sha256)
            or (found.bundle_id and record.bundle_id == found.bundle_id)
            or (
                # No copy could be made, now or then: known by its name and size instead.
                not (sha256 and record.sha256)
                and (record.file_name, record.size) == (path.name[:255], size)
            )
        ]
        record = QuarantineRecord(
            same[0].id if same else uuid7(now),
            path.name[:255] if not same else same[0].file_name,
            size,
            sha256 or (same[0].sha256 if same else ""),
            code,
            facts,
            found.bundle_id,
            found.sender_key,
            found.unit[:250],
            now,
        )
        stored.keep(session, record)
        audit.note(session, now, "set aside", record.id, code=code)


def _clear(workspace: Workspace, found: "IntakeFile") -> None:
    """Take off the list what came whole after all: known by its identifier, or by its name.

    The name is made from what the sound bundle says of itself; chats and copies add to names.
    """
    name = f"-{found.device}-{found.kind}-{found.sequence or 0:04}"
    with workspace.database.write() as session:
        gone = [
            record
            for record in stored.all_records(session)
            if (record.bundle_id is not None and record.bundle_id == found.bundle_id)
            or (record.bundle_id is None and name in record.file_name)
        ]
        for record in gone:
            stored.forget(session, record.id)
    for record in gone:
        _discard(workspace, record)


def _discard(workspace: Workspace, record: QuarantineRecord) -> None:
    with workspace.database.read() as session:
        still = {other.sha256 for other in stored.all_records(session)}
    if record.sha256 and record.sha256 not in still:
        workspace.set_aside.discard(record.sha256)


def list_quarantine(workspace: Workspace) -> tuple[QuarantineRow, ...]:
    """Return what is set aside, newest first."""
    with workspace.database.read() as session:
        return tuple(
            QuarantineRow(
                record.id,
                record.file_name,
                record.size,
                bool(record.sha256),
                record.code,
                record.facts,
                record.unit,
                tuple(
                    SetAsideItem(
                        item.title,
                        item.reason,
                        record.facts.get("items", {}).get(item.initiative_id, {}),
                    )
                    for item in bundles.items_of(session, record.bundle_id or "")
                    if item.intake == "quarantined"
                ),
                record.at,
            )
            for record in stored.all_records(session)
        )


def retry(
    workspace: Workspace,
    ids: Sequence[str] | None = None,
    step: Step = no_step,
    agreed: "Agreed | None" = None,
) -> "IntakeResult":
    """Try again what is set aside, all or some; what can be taken in now leaves the list.

    Raises BadInput SSK-557 for one that is not set aside, or of which no copy was kept.
    """
    from desktop_app.exchange.delivery import told_errors
    from desktop_app.services import chains, inbox

    with workspace.database.read() as session:
        known = {record.id: record for record in stored.all_records(session)}
    if ids is not None and any(i not in known or not known[i].sha256 for i in ids):
        raise BadInput("SSK-557")
    chosen = [
        record for record in known.values() if record.sha256 and (ids is None or record.id in ids)
    ]
    answers, identities = agreed or inbox.NOTHING_AGREED, workspace.identities
    folder = workspace.temporary_folder / "again"
    found: list[IntakeFile] = []
    left = 0
    try:
        for place, record in enumerate(chosen):
            # Under its own name again: the name tells which bundle it is.
            target = folder / record.id / _safe_name(record.file_name)
            with told_errors(folder):
                target.parent.mkdir(parents=True, exist_ok=True)
                with workspace.set_aside.open(record.sha256) as source, target.open("wb") as file:
                    shutil.copyfileobj(source, file, 1 << 20)
            try:
                step(place, len(chosen))
                taken = inbox.take_file(workspace, target, answers, identities, step)
            except Cancelled:
                if not found:
                    raise
                left = len(chosen) - place
                break
            found.append(taken)
            with contextlib.suppress(OSError):
                target.unlink()  # the folder goes at the end anyway
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return inbox.IntakeResult(tuple(found), chains.missing_numbers(workspace), left)


def _safe_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._() -]", "_", name)[-120:].lstrip(".") or "file"


def retry_unplaced(
    workspace: Workspace,
    sign_key: str,
    unit_id: str,
    step: Step = no_step,
    agreed: "Agreed | None" = None,
) -> "IntakeResult | None":
    """Try again what waits for a unit that was just placed, from any of its computers.

    ``unit_id`` is the identifier the unit gives itself. None when nothing waits. What asks for
    its passphrase once more stands among the other files set aside from then on.
    """
    from desktop_app.services.inbox import QUESTIONS

    with workspace.database.read() as session:
        waiting = [
            record
            for record in stored.all_records(session)
            if record.code == UNPLACED
            and record.sha256
            and (record.sender_key == sign_key or record.facts.get("unit_id") == unit_id)
        ]
    if not waiting:
        return None
    result = retry(workspace, [record.id for record in waiting], step, agreed)
    with workspace.database.write() as session:
        for record, file in zip(waiting, result.files, strict=False):
            if file.error is not None and file.error.code in QUESTIONS:
                asked = replace(record, code=file.error.code, facts=dict(file.error.facts))
                stored.keep(session, asked)
    return result


def retry_of_key(
    workspace: Workspace, sign_key: str, step: Step = no_step, agreed: "Agreed | None" = None
) -> "IntakeResult | None":
    """Try again what waits for a key that was just confirmed; None when nothing does."""
    with workspace.database.read() as session:
        ids = [
            record.id
            for record in stored.all_records(session)
            if record.sender_key == sign_key and record.sha256
        ]
    return retry(workspace, ids, step, agreed) if ids else None


def export_for_help(workspace: Workspace, record_id: str, to: Path) -> Path:
    """Write a file that was set aside, as it came, with a report, into one archive for a helper.

    The report names codes and places in the file, never what people wrote; a sealed file stays
    sealed. Raises BadInput SSK-557 when it is not set aside or no copy was kept.
    """
    from desktop_app.exchange.bundle_file import verify_bundle
    from desktop_app.exchange.delivery import delivered, told_errors
    from desktop_app.messages import parts_of

    with workspace.database.read() as session:
        record = stored.find(session, record_id)
    if record is None or not record.sha256:
        raise BadInput("SSK-557")
    kept = workspace.set_aside.fetch(record.sha256)
    with told_errors(workspace.temporary_folder):
        workspace.temporary_folder.mkdir(exist_ok=True)
        checked = verify_bundle(
            kept,
            identities=workspace.identities,
            temp_dir=workspace.temporary_folder,
        )
    report = {
        "program": PROGRAM,
        "file_name": record.file_name,
        "size": record.size,
        "sha256": record.sha256,
        "code": record.code,
        "bundle_id": record.bundle_id,
        "set_aside_at": record.at.isoformat(timespec="seconds"),
        "errors": [note.code for note in checked.errors],
        "warnings": [note.code for note in checked.warnings],
    }
    told = parts_of(AppError(record.code, **record.facts), "vi")
    with told_errors(to):
        to.mkdir(parents=True, exist_ok=True)
    with delivered(to, f"ssk-help-{record.id[-8:]}.zip") as (file, delivery):
        with told_errors(to), zipfile.ZipFile(file, "w") as archive:
            archive.writestr("report.json", json.dumps(report, ensure_ascii=False, indent=1))
            archive.writestr("report.txt", "\n".join(told.values()) + f"\n({record.code})\n")
            archive.write(kept, f"file/{_safe_name(record.file_name)}")
        file.seek(0)
        return delivery.finish(
            hashlib.file_digest(cast(io.BufferedRandom, file), "sha256").hexdigest(), no_step
        )


def drop(workspace: Workspace, record_id: str) -> None:
    """Drop a file that was set aside; nothing of it was taken in. Raises BadInput SSK-557."""
    now = workspace.now()
    with workspace.database.write() as session:
        record = stored.find(session, record_id)
        if record is None:
            raise BadInput("SSK-557")
        stored.forget(session, record_id)
        audit.note(session, now, "drop", record_id, code=record.code)
    _discard(workspace, record)
