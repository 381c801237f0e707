"""The queue of files that go up over the network: added, ordered, paused, tried again, removed.

``upload_sending`` sends them. The queue is this computer's: the files lie on its disk.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.numbers import size_text
from desktop_app.errors import AppError, BadFile, BadInput, NotAllowed
from desktop_app.exchange.upload.addresses import read_address
from desktop_app.services.officers import allowed
from desktop_app.services.portal_address import check_connector, portal_address
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, uploads
from desktop_app.storage.uploads import DONE, FAILED, PAUSED, SENDING, WAITING, UploadRecord
from desktop_app.workspace import Workspace

__all__ = ["DONE", "FAILED", "PAUSED", "SENDING", "WAITING", "UploadRow"]

OWN_FOLDER = "uploads"
"""Where packages made for sending lie, below the data folder, until they are up."""

_CHUNK = 1 << 20


@dataclass(frozen=True)
class UploadRow:
    """A file of the queue as a list shows it.

    ``sent`` bytes were confirmed; ``reason`` is the code of what went wrong last, "" for nothing,
    ``facts`` what its sentences name; ``checked`` how far it was compared once done: whole,
    pieces, length.
    """

    id: str
    file: Path
    size: int
    sha256: str
    address: str
    connector: str
    state: str
    sent: int
    reason: str
    facts: Mapping[str, str]
    checked: str
    place: str
    package_id: str | None
    added_at: datetime
    ended_at: datetime | None


def list_uploads(workspace: Workspace) -> tuple[UploadRow, ...]:
    """Return the queue of this computer in its order; what went up stands at the end."""
    with workspace.database.read() as session:
        records = uploads.all_of(session, workspace.identity)
    return tuple(row_of(record) for record in sorted(records, key=lambda r: r.state == DONE))


@allowed("export")
def add_file(
    workspace: Workspace,
    file: Path,
    address: str = "",
    connector: str = "",
    *,
    package_id: str | None = None,
    step: Step = no_step,
) -> UploadRow:
    """Put a file at the end of the queue; its hash is taken on the way. Nothing is sent.

    The same file that waits for the same address already is that one. ``package_id``: the
    hand-over whose initiatives are uploaded once the server has confirmed it. Raises BadFile
    SSK-922 when the file cannot be read, BadInput SSK-938 for an empty one, SSK-935 without an
    address, and as ``portal_address.set_portal_address``.
    """
    known = portal_address(workspace)
    if not address and known is None:
        raise BadInput("SSK-935")
    if known is not None and address in ("", known.address):
        address, connector = known.address, connector or known.connector
    wanted = read_address(address)
    connector = check_connector(connector or "tus", wanted)
    file = Path(os.path.abspath(file))
    size, modified, sha256 = looked_at(file, step)
    if not size:
        raise BadInput("SSK-938", file=file.name)
    now = workspace.now()
    record = UploadRecord(
        id=uuid7(now),
        position=0,
        file=str(file),
        size=size,
        modified=modified,
        sha256=sha256,
        computer=workspace.identity,
        connector=connector,
        address=wanted.url,
        place="",
        sent=0,
        state=WAITING,
        tries=0,
        reason="",
        checked="",
        package_id=package_id,
        added_at=now,
        ended_at=None,
    )
    with workspace.database.write() as session:
        for other in uploads.all_of(session, workspace.identity):
            same = (other.file, other.address, other.sha256) == (str(file), wanted.url, sha256)
            if same and other.state != DONE:
                state = WAITING if other.state in (PAUSED, FAILED) else other.state
                return row_of(uploads.change(session, other.id, state=state, tries=0))
        record = uploads.add(session, record)
        audit.note(session, now, "queue upload", record.id, size=size, sha256=sha256)
    return row_of(record)


def find_upload(workspace: Workspace, key: str) -> UploadRow:
    """Return a file of the queue by its identifier, the beginning of it, its place or its name.

    Raises BadInput SSK-932 when none or several are meant.
    """
    rows = list_uploads(workspace)
    found = [row for row in rows if row.id == key or row.file.name == key]
    if not found and key.isascii() and key.isdigit() and 0 < int(key) <= len(rows):
        found = [rows[int(key) - 1]]
    if not found and len(key) >= 4:
        found = [row for row in rows if row.id.startswith(key) or row.id.endswith(key)]
    if len(found) != 1:
        raise BadInput("SSK-932", key=key[:80])
    return found[0]


def pause(workspace: Workspace, upload_id: str) -> UploadRow:
    """Leave a file where it is until somebody lets it go on.

    Who sends it looks at this before each piece, and stops.
    """
    return _set_state(workspace, upload_id, PAUSED, from_states=(WAITING, SENDING, PAUSED))


def resume(workspace: Workspace, upload_id: str) -> UploadRow:
    """Let a paused or failed file go on where it was, when its turn comes."""
    return _set_state(workspace, upload_id, WAITING, from_states=(WAITING, PAUSED, FAILED))


def resume_all(workspace: Workspace) -> None:
    """Let what waits go first; where nothing waits, what was paused goes on."""
    with workspace.database.write() as session:
        records = uploads.all_of(session, workspace.identity)
        if any(record.state in (WAITING, SENDING) for record in records):
            return
        for record in records:
            if record.state == PAUSED:
                uploads.change(session, record.id, state=WAITING, tries=0)


def settle(workspace: Workspace) -> None:
    """Pause what a killed program left as being sent: it goes on when somebody asks for it.

    Only for who knows that nothing is being sent now.
    """
    left = [row.id for row in list_uploads(workspace) if row.state == SENDING]
    for upload_id in left:
        pause(workspace, upload_id)


def remove(workspace: Workspace, upload_id: str) -> None:
    """Take a file out of the queue; the file itself stays. Raises NotAllowed SSK-931."""
    with workspace.database.write() as session:
        record = _get(session, upload_id)
        if record.state == SENDING:
            raise NotAllowed("SSK-931", file=Path(record.file).name)
        uploads.remove(session, upload_id)
        audit.note(session, workspace.now(), "remove upload", upload_id, state=record.state)


def move(workspace: Workspace, upload_id: str, by: int) -> None:
    """Let a file go up earlier (-1) or later (1) than its neighbours that wait."""
    with workspace.database.write() as session:
        waiting = [r for r in uploads.all_of(session, workspace.identity) if r.state != DONE]
        old = next((n for n, r in enumerate(waiting) if r.id == upload_id), None)
        if old is None:
            raise BadInput("SSK-932", key=upload_id)
        places = [record.position for record in waiting]
        waiting.insert(max(0, min(len(waiting) - 1, old + by)), waiting.pop(old))
        for record, place in zip(waiting, places, strict=True):
            if record.position != place:
                uploads.change(session, record.id, position=place)


def looked_at(file: Path, step: Step = no_step) -> tuple[int, int, str]:
    """Return a file's size, time and hash. Raises BadFile SSK-922 when it cannot be read.

    A file that is being written meanwhile has the time of before: its change is seen later.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with file.open("rb") as opened:
            known = file.stat()
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                step(size, max(size, known.st_size))
    except OSError as error:
        raise BadFile("SSK-922", file=file.name) from error
    return size, known.st_mtime_ns, digest.hexdigest()


def row_of(record: UploadRecord) -> UploadRow:
    """Return a file of the queue as a list shows it."""
    return UploadRow(
        id=record.id,
        file=Path(record.file),
        size=record.size,
        sha256=record.sha256,
        address=record.address,
        connector=record.connector,
        state=record.state,
        sent=record.sent,
        reason=record.reason.partition(" ")[0],
        facts=_facts(record),
        checked=record.checked,
        place=record.place,
        package_id=record.package_id,
        added_at=record.added_at,
        ended_at=record.ended_at,
    )


_DETAILS = {
    "SSK-924": "cause",
    "SSK-925": "status",
    "SSK-926": "limit",
    "SSK-927": "status",
    "SSK-930": "place",
    "SSK-937": "cause",
}


def reason_of(error: AppError) -> str:
    """Return what is kept of an error: its code and what the server said."""
    detail = error.facts.get(_DETAILS.get(error.code, ""), "")
    return f"{error.code} {detail}".strip()[:120]


def _facts(record: UploadRecord) -> dict[str, str]:
    """Return what the sentences of a kept error name."""
    code, _, detail = record.reason.partition(" ")
    facts = {"file": Path(record.file).name, "size": size_text(record.size)}
    facts["host"] = urlsplit(record.address).hostname or record.address
    return facts | ({_DETAILS[code]: detail} if code in _DETAILS else {})


def _set_state(
    workspace: Workspace, upload_id: str, state: str, *, from_states: tuple[str, ...]
) -> UploadRow:
    with workspace.database.write() as session:
        record = _get(session, upload_id)
        if record.state not in from_states:
            raise NotAllowed("SSK-931", file=Path(record.file).name)
        return row_of(uploads.change(session, upload_id, state=state, tries=0))


def _get(session: Session, upload_id: str) -> UploadRecord:
    record = uploads.find(session, upload_id)
    if record is None:
        raise BadInput("SSK-932", key=upload_id)
    return record
