"""The officer's answer, written for each unit that waits for one.

A receipt tells, per revision hash, that it arrived and what was decided; ``receipt_intake`` is
what the team makes of it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.canonical import canonical_json
from desktop_app.domain.initiative import Attachment
from desktop_app.errors import NotAllowed
from desktop_app.services import cards, carrying
from desktop_app.services.carrying import Letter, Part
from desktop_app.services.enrolment import KNOWN
from desktop_app.services.officers import allowed
from desktop_app.services.steps import Step, no_step
from desktop_app.services.units import GRASSROOTS, find_unit
from desktop_app.storage import audit, bundles, initiatives, units, verdicts
from desktop_app.storage.bundles import BundleItemRecord
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import to_text
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
    templates = cards.template_parts(workspace)
    for place, row in enumerate(reached):
        step(place, len(reached))
        for sender_id, pending in _by_sender(workspace, row).items():
            written.append(_export_receipt(workspace, to, row, sender_id, pending, templates))
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
    templates: Sequence[Part],
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
    setup = _setup_to_tell(workspace, row, templates) if sender_id == row.unit_id else None
    if setup is not None:
        document["setup"] = setup
        parts |= {part.path: part for part in templates}
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


def _setup_to_tell(
    workspace: Workspace, row: AnswerRow, offered: Sequence[Part]
) -> dict[str, Any] | None:
    """Return the unit's card when it says something else by now than it was last told.

    An office that passes reports on has a card of its own kind and is told nothing here.
    """
    with workspace.database.read() as session:
        if units.one_unit(session, row.unit_id, workspace.today()).kind != GRASSROOTS:
            return None
        before = bundles.last_told_setup(session, row.unit_id)
    if before is None:
        return None  # it never had a card: it is given one by hand, with its words compared
    told, templates = before
    setup = cards.setup_of(workspace, row.unit_id, row.unit_code, row.unit)
    known = {(part.path, part.sha256) for part in offered} <= templates
    return None if known and canonical_json(setup) == canonical_json(told) else setup


def _files(workspace: Workspace, told: Sequence[tuple[dict[str, Any], str]]) -> list[Part]:
    """Return the files attached to comments."""
    return [
        carrying.kept_part(workspace, file["path"], file["sha256"])
        for item, _title in told
        for file in item["files"]
    ]


def _readme(workspace: Workspace, document: Mapping[str, Any]) -> Part:
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
                "portal": _portal(session, record, waiting.revision_hash),
            },
            record.title,
        )
    return list(told.values())


def _file(file: Attachment) -> dict[str, Any]:
    ending = PurePosixPath(file.name).suffix.lower()
    plain = ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ".bin"
    return asdict(file) | {"path": f"data/comments/{file.sha256[:16]}{plain}"}


def _portal(session: Any, record: InitiativeRecord, mark: str) -> dict[str, str] | None:
    # A row keeps what was known of an earlier revision, or before its acceptance was taken back.
    uploaded = record.submission == tracks.Submission.UPLOADED
    if record.portal == tracks.PORTAL_NONE or record.revision_hash != mark or not uploaded:
        return None
    note = initiatives.portal_note(session, record.id)
    return {
        "code": record.portal_code,
        "state": record.portal,
        "date": record.portal_on,
        "uploaded_on": record.submission_on,
        # Not known to version 1, which leaves alone what it does not know.
        **({"note": note} if note else {}),
    }
