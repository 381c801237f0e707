"""The officer's answer: written for each unit, taken in by the team.

A receipt tells, per revision hash, that it arrived and what was decided. At the team it applies
to the revision it names and to no other, in whatever order receipts come.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.canonical import canonical_json
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Attachment
from desktop_app.errors import BadFile, NotAllowed
from desktop_app.services import cards, carrying
from desktop_app.services.carrying import Letter
from desktop_app.services.enrolment import KNOWN, is_trusted
from desktop_app.services.moving import move
from desktop_app.services.officers import allowed
from desktop_app.services.steps import Step, no_step
from desktop_app.services.taken_item import TakenItem
from desktop_app.services.units import GRASSROOTS, find_unit
from desktop_app.storage import audit, bundles, initiatives, units, verdicts
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import from_text, to_text
from desktop_app.storage.units import KeyRecord
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


@allowed("export", alone="letters")
def export_receipts(
    workspace: Workspace,
    to: Path,
    unit_code: str | None = None,
    *,
    step: Step = no_step,
) -> tuple[ExportedReceipt, ...]:
    """Write one receipt for each unit that waits, or for one unit.

    Sealed to the keys of the unit that are known; a new one waits to be confirmed. A unit with
    no such key, for instance because its only computer was lost and its key revoked, goes on
    waiting and keeps no other from its answer. Raises NotAllowed SSK-560 when nobody waits,
    SSK-561 when no unit that waits has a known key.
    """
    waiting = list_answers(workspace)
    if unit_code is not None:
        wanted = find_unit(workspace, unit_code).id
        waiting = tuple(row for row in waiting if row.unit_id == wanted)
    if not waiting:
        raise NotAllowed("SSK-560")
    reached = tuple(row for row in waiting if _known_keys(workspace, row))
    if not reached:
        raise NotAllowed("SSK-561", unit=waiting[0].unit)
    written: list[ExportedReceipt] = []
    for place, row in enumerate(reached):
        step(place, len(reached))
        for sender_id, pending in _by_sender(workspace, row).items():
            written.append(_export_receipt(workspace, to, row, sender_id, pending))
    step(len(reached), len(reached))
    return tuple(written)


def _known_keys(workspace: Workspace, row: AnswerRow) -> list[KeyRecord]:
    """Return the keys an answer to a unit is sealed to."""
    with workspace.database.read() as session:
        return [key for key in units.keys_of(session, row.unit_id) if key.state == KNOWN]


def _by_sender(workspace: Workspace, row: AnswerRow) -> dict[str, list[VerdictRecord]]:
    """Return what waits, by the identifier the unit gave itself when it sent the revision.

    A computer that began without a card has one of its own. Numbers run per recipient and an
    older number changes nothing, so a revision is always answered under the same identifier.
    """
    found: dict[str, list[VerdictRecord]] = {}
    with workspace.database.read() as session:
        for waiting in verdicts.unanswered(session, row.unit_id):
            sender_id = _sender_of(session, waiting) or row.unit_id
            found.setdefault(sender_id, []).append(waiting)
    return found


def _sender_of(session: Any, waiting: VerdictRecord) -> str:
    bundle_id = initiatives.bundle_of(session, waiting.initiative_id, waiting.revision_hash)
    if bundle_id is None:
        return ""
    document = bundles.content_of(session, bundle_id)["document"]
    return str(document["sender"]["unit"]["id"]) if "sender" in document else ""


def _export_receipt(
    workspace: Workspace,
    to: Path,
    row: AnswerRow,
    sender_id: str,
    pending: Sequence[VerdictRecord],
) -> ExportedReceipt:
    now, keys = workspace.now(), _known_keys(workspace, row)
    with workspace.database.read() as session:
        told = _told(session, pending)
    recipient = {
        "unit": {"id": sender_id, "code": row.unit_code, "name": row.unit},
        "sign_key": None,
    }
    document = carrying.begin_document(workspace, carrying.RECEIPT, recipient, now)
    document |= {"items": [item for item, _title in told], "counts": None}
    parts = {part.path: part for part in (_readme(workspace, document), *_files(workspace, told))}
    # A card is for the identifier this office knows the unit by.
    if sender_id == row.unit_id and _rides_along(workspace, row):
        document["setup"] = cards.setup_of(workspace, row.unit_id, row.unit_code, row.unit)
        parts |= {part.path: part for part in cards.template_parts(workspace)}
    letter = Letter(
        carrying.RECEIPT,
        document,
        tuple(sorted(parts.values(), key=lambda part: part.path)),
        (*(key.age_recipient for key in keys), workspace.keys.public.age),
        row.unit_code,
        sender_id,
        tuple(
            BundleItemRecord(
                document["bundle_id"], item["id"], item["revision"], item["hash"], title
            )
            for item, title in told
        ),
    )
    written = carrying.write_letter(workspace, letter, to)
    with (
        carrying.taken_away_unless_kept(written.path),
        workspace.database.write() as session,
    ):
        carrying.keep_letter(session, letter, written, now)
        verdicts.set_carried(session, [v.id for v in pending], letter.bundle_id, written.sequence)
        audit.note(session, now, "receipt", letter.bundle_id, count=len(told))
    return ExportedReceipt(row.unit, row.unit_code, written.path, len(told), written.sequence)


def _rides_along(workspace: Workspace, row: AnswerRow) -> bool:
    """Return whether the unit's card says something else by now than it was last told.

    An office that passes reports on has a card of its own kind and is told nothing here.
    """
    with workspace.database.read() as session:
        if units.one_unit(session, row.unit_id, workspace.today()).kind != GRASSROOTS:
            return False
        before = bundles.last_told_setup(session, row.unit_id)
    if before is None:
        return False  # it never had a card: it is given one by hand, with its words compared
    told, templates = before
    now = cards.setup_of(workspace, row.unit_id, row.unit_code, row.unit)
    offered = {(part.path, part.sha256) for part in cards.template_parts(workspace)}
    return canonical_json(now) != canonical_json(told) or not offered <= templates


def _files(workspace: Workspace, told: Sequence[tuple[dict[str, Any], str]]) -> list[carrying.Part]:
    """Return the files attached to comments."""
    return [
        carrying.kept_part(workspace, file["path"], file["sha256"])
        for item, _title in told
        for file in item["files"]
    ]


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
                "files": [_file(file) for file in (newest.files if newest else ())],
                "decided_at": to_text(newest.decided_at) if newest else None,
                "portal": _portal(record, waiting.revision_hash),
            },
            record.title,
        )
    return list(told.values())


def _file(file: Attachment) -> dict[str, Any]:
    ending = PurePosixPath(file.name).suffix.lower()
    plain = ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ".bin"
    return asdict(file) | {"path": f"data/comments/{file.sha256[:16]}{plain}"}


def _portal(record: InitiativeRecord, mark: str) -> dict[str, str] | None:
    # A row keeps what was known of an earlier revision, or before its acceptance was taken back.
    uploaded = record.submission == tracks.Submission.UPLOADED
    if record.portal == tracks.PORTAL_NONE or record.revision_hash != mark or not uploaded:
        return None
    return {
        "code": record.portal_code,
        "state": record.portal,
        "date": record.portal_on,
        "uploaded_on": record.submission_on,
    }


# At the team


def take_receipt(
    workspace: Workspace, opened: Any, file_name: str, trusted: Collection[str] = ()
) -> tuple[TakenItem, ...]:
    """Take in a receipt, with the card that may ride along; return what became of each item.

    Raises BadFile SSK-542 before any card, unless the four words of its key were compared
    (``trusted``); SSK-541 for a receipt not signed by this unit's office and SSK-543 for one
    meant for another unit; nothing is changed then.
    """
    document = opened.document
    office, sender = workspace.setting("office"), document["sender"]
    target = document.get("recipient") or {"unit": {"id": "", "name": ""}}
    if target["unit"]["id"] not in workspace.own_ids and office is None:
        raise BadFile("SSK-543", unit=target["unit"]["name"])
    if office is None:
        office = _first_office(workspace, sender, trusted)
    former = {key["sign_key"] for key in workspace.setting("former_offices", [])}
    if opened.signer != office["sign_key"] and opened.signer not in former:
        raise BadFile("SSK-541")
    if target["unit"]["id"] not in workspace.own_ids:
        raise BadFile("SSK-543", unit=target["unit"]["name"])
    # All of them before anything is changed: a missing one refuses the answer whole.
    files = {place: _take_files(workspace, opened, i) for place, i in enumerate(document["items"])}
    _take_setup(workspace, opened, office)
    _remember_bundle(workspace, opened, file_name)
    return tuple(
        _take_item(workspace, opened, item, files[place])
        for place, item in enumerate(document["items"])
    )


def _first_office(
    workspace: Workspace, sender: Mapping[str, Any], trusted: Collection[str]
) -> dict[str, Any]:
    """Ask about the office of the first receipt, or take it over once its words were compared."""
    from desktop_app.exchange.key_words import fingerprint_of

    if not is_trusted(sender["sign_key"], trusted):
        words = fingerprint_of(sender["sign_key"])
        raise BadFile(
            "SSK-542", unit=sender["unit"]["name"], words=words, sign_key=sender["sign_key"]
        )
    office = {
        "unit": sender["unit"],
        "sign_key": sender["sign_key"],
        "recipients": [sender["age_recipient"]],
        "escrow": [],
        "sequence": 0,
    }
    workspace.set_setting("office", office)
    return office


def _take_setup(workspace: Workspace, opened: Any, office: Mapping[str, Any]) -> None:
    """Take over a newer card that rides along; only of today's office, only for this unit."""
    setup = opened.document.get("setup")
    if (
        setup is None
        or opened.signer != office["sign_key"]
        or setup["sign_key"] != office["sign_key"]
        or setup["unit"]["id"] != workspace.own.unit_id
        or office["sequence"] >= opened.document["sequence"]
    ):
        return
    cards.take_setup(workspace, opened, setup)


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
    workspace: Workspace,
    opened: Any,
    item: Mapping[str, Any],
    files: tuple[Attachment, ...],
) -> TakenItem:
    now, document = workspace.now(), opened.document
    sequence, signer = int(document["sequence"]), str(opened.signer)
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
            elif any(v.sequence > sequence and v.signer in ("", signer) for v in known):
                intake = "older"
            elif not _is_for(session, record, signer, workspace):
                intake = "older"  # meanwhile it was given to another office, whose word counts
            else:
                intake = str(item["verdict"] or "received")
                _apply(session, record, document, item, signer, files, now)
        bundles.keep_item(
            session,
            BundleItemRecord(
                document["bundle_id"], item["id"], item["revision"], item["hash"], title, intake
            ),
        )
    return TakenItem(item["id"], int(item["revision"]), title, intake)


def _is_for(session: Any, record: InitiativeRecord, signer: str, workspace: Workspace) -> bool:
    """Return whether no later office than the one that signed was given a report.

    Offices are in the order their cards came in; clocks may have been turned back since.
    """
    offices = [former["sign_key"] for former in workspace.setting("former_offices", [])]
    offices.append(workspace.setting("office")["sign_key"])
    rank = {key: place for place, key in enumerate(offices)}
    given = [
        bundles.content_of(session, bundle.id)["document"]["recipient"]
        for place in bundles.bundles_with(session, record.id)
        if (bundle := bundles.find_bundle(session, place.bundle_id)) is not None
        and bundle.direction == "out"
        and bundle.kind == carrying.SUBMISSION
    ]
    newest = max((rank.get(target["sign_key"], -1) for target in given if target), default=-1)
    return rank.get(signer, -1) >= newest


def _take_files(
    workspace: Workspace, opened: Any, item: Mapping[str, Any]
) -> tuple[Attachment, ...]:
    """Keep the files attached to a comment."""
    taken = []
    for file in item.get("files") or ():
        path, sha256 = str(file.get("path")), str(file.get("sha256"))
        if opened.hashes.get(path) != sha256:
            raise BadFile("SSK-464", name=path[:80])
        if not workspace.attachments.holds(sha256):
            with opened.open(path) as stream:
                workspace.attachments.put_stream(stream)
        taken.append(
            Attachment(sha256, str(file["name"])[:200], int(file["size"]), str(file["media_type"]))
        )
    return tuple(taken)


def _apply(
    session: Any,
    record: InitiativeRecord,
    document: Mapping[str, Any],
    item: Mapping[str, Any],
    signer: str,
    files: tuple[Attachment, ...],
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
            signer,
            files,
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
    if record.submission == tracks.Submission.NONE:
        # Handed in, queued once more and taken up again: the answer is to what was handed in.
        record = move(session, record, tracks.SUBMISSION, tracks.Submission.RECEIVED, now, on=on)
    if record.submission != tracks.Submission.UPLOADED or state != tracks.Submission.ACCEPTED:
        record = move(session, record, tracks.SUBMISSION, state, now, on=on)
    portal = item.get("portal")
    if portal and state == tracks.Submission.ACCEPTED:
        record = move(session, record, tracks.SUBMISSION, tracks.Submission.UPLOADED, now, on=on)
        initiatives.change(
            session,
            record,
            now,
            portal=portal["state"],
            portal_code=portal["code"],
            portal_on=portal["date"],
        )
