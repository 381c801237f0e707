"""The officer's answer: written for each unit, taken in by the team.

A receipt tells, per revision hash, that it arrived and what was decided. At the team it applies
to the revision it names and to no other, in whatever order receipts come.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import uuid7
from desktop_app.errors import BadFile, NotAllowed
from desktop_app.services import carrying
from desktop_app.services.carrying import Letter
from desktop_app.services.moving import move
from desktop_app.services.steps import Step, no_step
from desktop_app.services.submissions import TakenItem
from desktop_app.services.units import find_unit
from desktop_app.storage import audit, bundles, initiatives, units, verdicts
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import from_text, to_text
from desktop_app.storage.verdicts import VerdictRecord
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class AnswerRow:
    """A unit that waits for an answer, and about how many initiatives."""

    unit_id: str
    unit_code: str
    unit: str
    waiting: int


@dataclass(frozen=True)
class ExportedReceipt:
    """A receipt that was written, read back and compared."""

    unit: str
    unit_code: str
    path: Path
    count: int
    sequence: int


# At the office


def list_answers(workspace: Workspace) -> tuple[AnswerRow, ...]:
    """Return the units that wait for an answer."""
    with workspace.database.read() as session:
        waiting = verdicts.unanswered_by_unit(session)
        by_id = {unit.id: unit for unit in units.all_units(session, workspace.today())}
    return tuple(
        AnswerRow(unit.id, unit.code, unit.name, waiting[unit.id])
        for unit in by_id.values()
        if unit.id in waiting
    )


def export_receipts(
    workspace: Workspace,
    to: Path,
    unit_code: str | None = None,
    *,
    step: Step = no_step,
) -> tuple[ExportedReceipt, ...]:
    """Write one receipt for each unit that waits, or for one unit.

    Raises NotAllowed SSK-560 when nobody waits, SSK-561 when a unit's key is not known yet.
    """
    waiting = list_answers(workspace)
    if unit_code is not None:
        wanted = find_unit(workspace, unit_code).id
        waiting = tuple(row for row in waiting if row.unit_id == wanted)
    if not waiting:
        raise NotAllowed("SSK-560")
    written: list[ExportedReceipt] = []
    for place, row in enumerate(waiting):
        step(place, len(waiting))
        written.append(_export_receipt(workspace, to, row))
    step(len(waiting), len(waiting))
    return tuple(written)


def _export_receipt(workspace: Workspace, to: Path, row: AnswerRow) -> ExportedReceipt:
    now = workspace.now()
    with workspace.database.read() as session:
        keys = [key for key in units.keys_of(session, row.unit_id) if key.state != "revoked"]
        pending = verdicts.unanswered(session, row.unit_id)
        told = _told(session, pending)
        sender_unit = _sender_unit(session, row)
    if not keys:
        raise NotAllowed("SSK-561", unit=row.unit)
    recipient = {
        "unit": {"id": sender_unit, "code": row.unit_code, "name": row.unit},
        "sign_key": None,
    }
    document = carrying.begin_document(workspace, carrying.RECEIPT, recipient, now)
    document |= {"items": [item for item, _title in told], "counts": None}
    letter = Letter(
        carrying.RECEIPT,
        document,
        (_readme(workspace, document),),
        (*(key.age_recipient for key in keys), workspace.keys.public.age),
        row.unit_code,
        sender_unit,
        tuple(
            BundleItemRecord(
                document["bundle_id"], item["id"], item["revision"], item["hash"], title
            )
            for item, title in told
        ),
    )
    written = carrying.write_letter(workspace, letter, to)
    with workspace.database.write() as session:
        carrying.keep_letter(session, letter, written, now)
        verdicts.set_carried(session, [v.id for v in pending], letter.bundle_id, written.sequence)
        audit.note(session, now, "receipt", letter.bundle_id, count=len(told))
    return ExportedReceipt(row.unit, row.unit_code, written.path, len(told), written.sequence)


def _sender_unit(session: Any, row: AnswerRow) -> str:
    """Return the identifier a unit gives itself: it may have begun without a card."""
    for bundle in bundles.all_bundles(session, direction="in", limit=10_000):
        if bundle.sender_unit == row.unit_id and bundle.kind == carrying.SUBMISSION:
            document = bundles.content_of(session, bundle.id)["document"]
            return str(document["sender"]["unit"]["id"])
    return row.unit_id


def _readme(workspace: Workspace, document: Mapping[str, Any]) -> carrying.Part:
    from desktop_app.exchange.bundle_document import readme_text

    return carrying.keep_part(workspace, "data/README.txt", readme_text(document))


def _told(session: Any, pending: Sequence[VerdictRecord]) -> list[tuple[dict[str, Any], str]]:
    """Return what a receipt says of each revision that waits: its newest verdict, if any."""
    told: dict[tuple[str, str], tuple[dict[str, Any], str]] = {}
    for waiting in pending:
        record = initiatives.get(session, waiting.initiative_id)
        said = [
            v
            for v in verdicts.verdicts_of(session, record.id)
            if v.revision_hash == waiting.revision_hash
        ]
        decided = [v for v in said if v.verdict]
        newest = decided[-1] if decided else None
        revision = initiatives.one_revision(session, record.id, waiting.revision_hash)
        told[record.id, waiting.revision_hash] = (
            {
                "id": record.id,
                "revision": revision.number,
                "hash": waiting.revision_hash,
                "arrived_at": to_text(said[0].decided_at),
                "verdict": newest.verdict if newest else None,
                "comment": newest.comment if newest else "",
                "questions": [
                    {"question": name, "comment": text}
                    for name, text in (newest.questions if newest else {}).items()
                ],
                "decided_at": to_text(newest.decided_at) if newest else None,
                "portal": _portal(record, waiting.revision_hash),
            },
            record.title,
        )
    return list(told.values())


def _portal(record: InitiativeRecord, mark: str) -> dict[str, str] | None:
    if record.portal == tracks.PORTAL_NONE or record.revision_hash != mark:
        return None
    return {
        "code": record.portal_code,
        "state": record.portal,
        "date": record.portal_on,
        "uploaded_on": record.submission_on,
    }


# At the team


def take_receipt(workspace: Workspace, opened: Any, file_name: str) -> tuple[TakenItem, ...]:
    """Take in a receipt and return what became of each item.

    Raises NotAllowed SSK-542 before any card, BadFile SSK-541 for a receipt not signed by this
    unit's office and SSK-543 for one meant for another unit; nothing is changed then.
    """
    document = opened.document
    office = workspace.setting("office")
    if office is None:
        raise NotAllowed("SSK-542", unit=document["sender"]["unit"]["name"])
    if opened.signer != office["sign_key"]:
        raise BadFile("SSK-541")
    target = document.get("recipient") or {"unit": {"id": "", "name": ""}}
    if target["unit"]["id"] != workspace.own.unit_id:
        raise BadFile("SSK-543", unit=target["unit"]["name"])
    _remember_bundle(workspace, opened, file_name)
    return tuple(_take_item(workspace, document, item) for item in document["items"])


def _remember_bundle(workspace: Workspace, opened: Any, file_name: str) -> None:
    document, now = opened.document, workspace.now()
    record = BundleRecord(
        id=document["bundle_id"],
        direction="in",
        kind=carrying.RECEIPT,
        sender_key=document["sender"]["sign_key"],
        sender_unit=document["sender"]["unit"]["id"],
        recipient_unit=workspace.own.unit_id,
        sequence=document["sequence"],
        previous=document["previous"],
        inner_sha256=opened.inner_sha256,
        file_name=file_name,
        size=opened.size,
        created_at=now,
        handed_over_at=None,
    )
    with workspace.database.write() as session:
        if bundles.find_bundle(session, record.id) is None:
            bundles.insert_bundle(session, record, {"document": document}, ())
            audit.note(session, now, "import receipt", record.id, sequence=record.sequence)


def _take_item(
    workspace: Workspace, document: Mapping[str, Any], item: Mapping[str, Any]
) -> TakenItem:
    now, sequence = workspace.now(), int(document["sequence"])
    with workspace.database.write() as session:
        record = initiatives.find(session, item["id"])
        marks = {r.hash for r in initiatives.revisions(session, item["id"])}
        if record is None or item["hash"] not in marks:
            # Written on another PC of this team, or lost with an old one: it is not ours to change.
            intake, title = "unknown", ""
        else:
            title = record.title
            known = [
                v
                for v in verdicts.verdicts_of(session, record.id)
                if v.revision_hash == item["hash"]
            ]
            if any(v.receipt_id == document["bundle_id"] for v in known):
                intake = "same"
            elif any(v.sequence > sequence for v in known):
                intake = "older"
            else:
                intake = str(item["verdict"] or "received")
                _apply(session, record, document, item, now)
        bundles.keep_item(
            session,
            BundleItemRecord(
                document["bundle_id"], item["id"], item["revision"], item["hash"], title, intake
            ),
        )
    return TakenItem(item["id"], int(item["revision"]), title, intake)


def _apply(
    session: Any,
    record: InitiativeRecord,
    document: Mapping[str, Any],
    item: Mapping[str, Any],
    now: Any,
) -> None:
    """Keep a verdict and, where it is on the current revision, take the step it asks for."""
    decided_at = item["decided_at"] or item["arrived_at"]
    verdicts.add_verdict(
        session,
        VerdictRecord(
            uuid7(now),
            record.id,
            item["hash"],
            item["verdict"],
            item["comment"],
            {entry["question"]: entry["comment"] for entry in item["questions"]},
            from_text(decided_at),
            document["bundle_id"],
            int(document["sequence"]),
        ),
    )
    if record.revision_hash != item["hash"] or record.submission == "withdrawn":
        return
    state = item["verdict"] or tracks.Submission.RECEIVED
    on = from_text(decided_at).date()
    if state == tracks.Submission.RECEIVED and record.submission in (
        *tracks.VERDICTS,
        tracks.Submission.UPLOADED,
    ):
        return
    if record.submission != tracks.Submission.UPLOADED or state != tracks.Submission.ACCEPTED:
        record = move(session, record, tracks.SUBMISSION, state, now, on=on)
    portal = item.get("portal")
    if portal:
        record = move(session, record, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=on)
        initiatives.change(
            session,
            record,
            now,
            portal=portal["state"],
            portal_code=portal["code"],
            portal_on=portal["date"],
        )
