"""The office's answer, taken in: it applies to the revision it names and to no other."""

from collections.abc import Collection, Mapping
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Attachment
from desktop_app.errors import BadFile
from desktop_app.services import cards, carrying
from desktop_app.services.enrolment import is_trusted
from desktop_app.services.moving import move
from desktop_app.services.portal import take_portal
from desktop_app.services.taken_item import TakenItem
from desktop_app.storage import audit, bundles, initiatives, verdicts
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import from_text
from desktop_app.storage.verdicts import VerdictRecord
from desktop_app.workspace import Workspace


def take_receipt(
    workspace: Workspace, opened: Any, file_name: str, trusted: Collection[str] = ()
) -> tuple[TakenItem, ...]:
    """Take in a receipt, with the card that may ride along; return what became of each item.

    Raises BadFile SSK-542 before any card, unless the four words of its key were compared
    (``trusted``); SSK-541 for a receipt not signed by this unit's office and SSK-543 for one
    meant for another unit; nothing is changed then.
    """
    document = opened.document
    kept, target = workspace.setting("office"), document.get("recipient")
    unit = target["unit"] if target else {"id": "", "name": ""}
    ours = unit["id"] in workspace.own_ids
    if not ours and kept is None:
        raise BadFile("SSK-543", unit=unit["name"])
    office = kept or _first_office(document["sender"], trusted)
    former = {key["sign_key"] for key in workspace.setting("former_offices", [])}
    if opened.signer != office["sign_key"] and opened.signer not in former:
        raise BadFile("SSK-541")
    if not ours:
        raise BadFile("SSK-543", unit=unit["name"])
    # All of them before anything is changed: a missing one refuses the answer whole.
    files = [_take_files(workspace, opened, item) for item in document["items"]]
    if kept is None:
        workspace.set_setting("office", office)
    _take_setup(workspace, opened, office)
    _remember_bundle(workspace, opened, file_name)
    return tuple(
        _take_item(workspace, opened, item, beside)
        for item, beside in zip(document["items"], files, strict=True)
    )


def _first_office(sender: Mapping[str, Any], trusted: Collection[str]) -> dict[str, Any]:
    """Return the office of the first receipt; ask about it unless its words were compared."""
    from desktop_app.exchange.key_words import fingerprint_of

    if not is_trusted(sender["sign_key"], trusted):
        words = fingerprint_of(sender["sign_key"])
        raise BadFile(
            "SSK-542", unit=sender["unit"]["name"], words=words, sign_key=sender["sign_key"]
        )
    return {
        "unit": sender["unit"],
        "sign_key": sender["sign_key"],
        "recipients": [sender["age_recipient"]],
        "escrow": [],
        "sequence": 0,
    }


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
        if record is None or item["hash"] not in initiatives.revision_hashes(session, record.id):
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
        take_portal(session, record, portal, now, on)
