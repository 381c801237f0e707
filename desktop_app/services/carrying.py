"""What every file that leaves has in common: parts kept by hash, a number, a seal, a record.

A bundle is kept as the list of its parts, so the same inner ZIP can be made again at any time
(clarification 3); only the seal around it is new.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.canonical import canonical_json
from desktop_app.domain.identifiers import uuid7
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import bundles
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.workspace import PROGRAM, Workspace

FORMAT, FORMAT_VERSION = "so-sang-kien-bundle", 1
SUBMISSION, RECEIPT, SETUP, RELAY = "submission", "receipt", "setup", "relay"


@dataclass(frozen=True)
class Part:
    """One file inside a bundle: its path in the bag and where its content is kept."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Letter:
    """A bundle before it is written: what it says, what it carries, for whom it is sealed."""

    kind: str
    document: Mapping[str, Any]
    parts: tuple[Part, ...]
    recipients: tuple[str, ...]
    unit_code: str
    recipient_unit: str
    items: tuple[BundleItemRecord, ...] = ()

    @property
    def bundle_id(self) -> str:
        """The identifier of the bundle."""
        return str(self.document["bundle_id"])


@dataclass(frozen=True)
class ExportedBundle:
    """A file that was written, read back and compared."""

    bundle_id: str
    kind: str
    sequence: int
    path: Path
    size: int
    count: int
    inner_sha256: str
    sealed: bool


def keep_part(workspace: Workspace, path: str, content: bytes) -> Part:
    """Keep the content of a part and return it."""
    return Part(path, workspace.attachments.put(content), len(content))


def kept_part(workspace: Workspace, path: str, sha256: str) -> Part:
    """Return a part whose content is kept already."""
    return Part(path, sha256, workspace.attachments.size(sha256))


def json_part(workspace: Workspace, path: str, value: Any) -> Part:
    """Keep a JSON value as a part, in its one canonical form."""
    return keep_part(workspace, path, canonical_json(value))


def own_card(workspace: Workspace) -> dict[str, Any]:
    """Return how this workspace signs its letters: unit, role, public keys."""
    own, public = workspace.own, workspace.keys.public
    return {
        "unit": {"id": own.unit_id, "code": own.code, "name": own.name},
        "role": own.role,
        "sign_key": public.sign,
        "age_recipient": public.age,
    }


def begin_document(
    workspace: Workspace, kind: str, recipient: Mapping[str, Any] | None, now: datetime
) -> dict[str, Any]:
    """Return the common head of bundle.json with the next number of this chain."""
    recipient_unit = recipient["unit"]["id"] if recipient else ""
    with workspace.database.read() as session:
        last = bundles.last_in_chain(session, workspace.keys.public.sign, recipient_unit, "out")
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "kind": kind,
        "bundle_id": uuid7(now),
        "sequence": last.sequence + 1 if last else 1,
        "device": workspace.keys.mark,
        "previous": last.inner_sha256 if last else None,
        "created_at": now.isoformat(timespec="seconds"),
        "program": PROGRAM,
        "sender": own_card(workspace),
        "recipient": None if recipient is None else dict(recipient),
    }


def write_letter(
    workspace: Workspace, letter: Letter, to: Path, step: Step = no_step
) -> ExportedBundle:
    """Write a bundle into a folder: sealed, flushed, read back, compared, then renamed."""
    from desktop_app.exchange.bundle_document import bundle_name
    from desktop_app.exchange.bundle_file import BundlePayload, write_bundle

    document = letter.document
    payload = (
        BundlePayload(part.path, part.size, part.sha256, _opener(workspace, part.sha256))
        for part in letter.parts
    )
    written = write_bundle(
        to,
        bundle_name(
            letter.unit_code, str(document["device"]), letter.kind, int(document["sequence"])
        ),
        dict(document),
        payload,
        keys=workspace.keys,
        recipients=letter.recipients,
        bagging_date=str(document["created_at"])[:10],
        step=step,
    )
    return ExportedBundle(
        letter.bundle_id,
        letter.kind,
        int(document["sequence"]),
        written.path,
        written.size,
        len(letter.items),
        written.inner_sha256,
        bool(letter.recipients),
    )


def _opener(workspace: Workspace, sha256: str) -> Any:
    return lambda: workspace.attachments.open(sha256)


def content_of(letter: Letter) -> dict[str, Any]:
    """Return what is kept of a letter so that it can be written again."""
    return {
        "document": dict(letter.document),
        "parts": [[part.path, part.sha256, part.size] for part in letter.parts],
        "recipients": list(letter.recipients),
        "unit_code": letter.unit_code,
        "recipient_unit": letter.recipient_unit,
    }


def letter_from(content: Mapping[str, Any], items: Sequence[BundleItemRecord] = ()) -> Letter:
    """Return the letter that was kept."""
    return Letter(
        content["document"]["kind"],
        content["document"],
        tuple(Part(path, sha256, size) for path, sha256, size in content["parts"]),
        tuple(content["recipients"]),
        content["unit_code"],
        content["recipient_unit"],
        tuple(items),
    )


def keep_letter(
    session: Any, letter: Letter, written: ExportedBundle, now: datetime, items: Iterable[Any] = ()
) -> None:
    """Record a letter that left."""
    document = letter.document
    record = BundleRecord(
        id=letter.bundle_id,
        direction="out",
        kind=letter.kind,
        sender_key=document["sender"]["sign_key"],
        sender_unit=document["sender"]["unit"]["id"],
        recipient_unit=letter.recipient_unit,
        sequence=int(document["sequence"]),
        previous=document["previous"],
        inner_sha256=written.inner_sha256,
        file_name=written.path.name,
        size=written.size,
        created_at=now,
        handed_over_at=None,
    )
    bundles.insert_bundle(session, record, content_of(letter), items or letter.items)
