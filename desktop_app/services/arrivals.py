"""One initiative of a bundle: read, checked against its own hashes, kept, its place told.

new, newer, same, older: where it stands in its line of revisions. conflict: the same initiative
with another line; both are kept.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.canonical import revision_hash
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Revision, attachments_in
from desktop_app.domain.recognition import day_entered, said_together
from desktop_app.errors import AppError, BadFile
from desktop_app.services import templates
from desktop_app.services.enrolment import ASKED, Sender
from desktop_app.services.moving import move
from desktop_app.storage import bundles, initiatives, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

_LARGEST_JSON = 5_000_000
_BROKEN = (KeyError, TypeError, ValueError, AttributeError, RecursionError, OverflowError)


@dataclass(frozen=True)
class Arrived:
    """One item as it stands in the bundle, checked against its own hashes."""

    revision: Revision
    code: str
    title: str
    history: tuple[tuple[int, str], ...]
    documents: tuple[Mapping[str, Any], ...]
    recognition: tuple[verdicts.RecognitionEntry, ...]
    created_at: str


def read_item(workspace: Workspace, opened: Any, item: Mapping[str, Any]) -> Arrived:
    """Read one item, check that it is what its hash says, and keep its files.

    Raises BadFile SSK-550 for damaged files, SSK-551 when its data cannot be read, SSK-552 when
    its hash does not fit, SSK-553 when a file is missing.
    """
    from desktop_app.exchange.bundle_document import read_json

    folder = item["path"]
    if folder in opened.damaged_items:
        raise BadFile("SSK-550")
    try:
        data = read_json(opened.read(f"{folder}/initiative.json", _LARGEST_JSON), "initiative.json")
        arrived = from_data(data)
        listed = {
            str(entry["sha256"]): str(entry["path"])
            for entry in (*data["documents"], *data["attachments"])
        }
        carried = {str(entry["sha256"]) for entry in data["attachments"]}
        said = str(data["hash"])
    except _BROKEN as error:
        raise BadFile("SSK-551") from error
    revision = arrived.revision
    if (revision.initiative_id, revision.number, revision.hash) != (
        item["id"],
        item["revision"],
        item["hash"],
    ) or said != revision.hash:
        raise BadFile("SSK-552")
    if {file.sha256 for file in attachments_in(revision.answers)} - carried:
        raise BadFile("SSK-553")
    for sha256, path in listed.items():
        if not path.startswith(f"{folder}/") or opened.hashes.get(path) != sha256:
            raise BadFile("SSK-552")
        keep_file(workspace, opened, path, sha256)
    return arrived


def from_data(data: Mapping[str, Any]) -> Arrived:
    """Return an item as its initiative.json says it, with its hash computed anew.

    Raises KeyError, TypeError, ValueError or AttributeError for data that cannot be read.
    """
    answers, template = data["answers"], data["template"]
    if not isinstance(answers, dict):
        raise TypeError("answers")
    files = attachments_in(answers)
    form, version = str(template["id"])[:60], str(template["version"])[:40]
    mark = revision_hash(answers, form, version, [file.sha256 for file in files])
    initiatives.summary_columns(answers, "")  # answers no list could show are no answers
    initiative_id = str(data["id"])
    from_text(str(data["created_at"]))
    return Arrived(
        Revision(
            initiative_id,
            int(data["revision"]),
            mark,
            form,
            version,
            answers,
            from_text(str(data["frozen_at"])),
        ),
        str(data["code"])[:60],
        str(data["title"]),
        tuple((int(r["revision"]), str(r["hash"])) for r in data["history"]),
        tuple(
            {
                "name": str(doc["name"]),
                "title": doc["title"],
                "sha256": str(doc["sha256"]),
                "size": int(doc["size"]),
            }
            for doc in data["documents"]
        ),
        tuple(_recognition(entry, initiative_id) for entry in data["recognition"]),
        str(data["created_at"]),
    )


def _recognition(entry: Mapping[str, Any], initiative_id: str) -> verdicts.RecognitionEntry:
    if entry["state"] not in set(tracks.Recognition) or not isinstance(entry["content"], dict):
        raise ValueError("recognition")
    mark = entry["revision_hash"]
    return verdicts.RecognitionEntry(
        str(entry["id"])[:36],
        initiative_id,
        None if mark is None else str(mark)[:64],
        str(entry["state"]),
        entry["content"],
        from_text(str(entry["recorded_at"])),
    )


def keep_file(workspace: Workspace, opened: Any, path: str, sha256: str) -> None:
    """Keep one file of an opened bundle whose hash was checked when it was opened."""
    if workspace.attachments.holds(sha256):
        return
    with opened.open(path) as stream:
        kept, _size = workspace.attachments.put_stream(stream)
    if kept != sha256:
        raise BadFile("SSK-552")


def keep(
    session: Session,
    arrived: Arrived,
    unit_id: str,
    sender: Sender,
    bundle_id: str,
    now: datetime,
) -> str:
    """Keep one item and return its place in the line of revisions.

    Raises BadFile SSK-549 when a key nobody has confirmed yet would replace what is here, SSK-534
    when it is another unit's report: the first key of any unit is known, so that is no proof.
    """
    revision = arrived.revision
    record = initiatives.find(session, revision.initiative_id)
    known = initiatives.revision_hashes(session, revision.initiative_id)
    place = "new"
    if record is not None:
        current = record.revision_hash or ""
        line = initiatives.history_of(session, record.id, current) | {record.revision: current}
        place = place_in(line, record.revision, arrived)
        led_on = {
            mark
            for each in known
            for mark in initiatives.history_of(session, record.id, each).values()
        }
        chosen = revision.hash in known | led_on and bundles.was_settled(session, record.id)
        if place == "conflict" and chosen:
            waits = bundles.has_intake(session, record.id, revision.hash, "conflict")
            place = "conflict" if waits else "older"
        if record.unit_id != unit_id and place in ("newer", "conflict"):
            raise BadFile("SSK-534")
        if sender.key_state == ASKED and place in ("newer", "conflict"):
            from desktop_app.exchange.key_words import fingerprint_of

            raise BadFile("SSK-549", words=fingerprint_of(sender.sign_key))
    if record is None:
        _insert(session, arrived, unit_id, now)
    elif place == "newer":
        take_over(session, record, revision, now)
    if revision.hash not in known:
        initiatives.insert_revision(
            session,
            revision,
            documents=arrived.documents,
            history=arrived.history,
            bundle_id=bundle_id,
        )
    if place in ("new", "newer", "same"):
        _heed_withdrawal(session, record, revision, bundle_id, now)
    _keep_recognition(session, arrived, now)
    # An arrival the next receipt will tell; sent again means the answer may be lost.
    arrival = verdicts.VerdictRecord(
        uuid7(now), revision.initiative_id, revision.hash, None, "", {}, now
    )
    verdicts.add_verdict(session, arrival)
    return place


def _heed_withdrawal(
    session: Session,
    before: InitiativeRecord | None,
    revision: Revision,
    bundle_id: str,
    now: datetime,
) -> None:
    """Let a withdrawal stand that is the last word; one that was overtaken is none."""
    stands = bundles.stands_withdrawn(session, revision.initiative_id, revision.number, bundle_id)
    was = before is not None and before.submission == tracks.Submission.WITHDRAWN
    if stands or was:
        state = tracks.Submission.WITHDRAWN if stands else tracks.Submission.RECEIVED
        record = initiatives.get(session, revision.initiative_id)
        move(session, record, tracks.SUBMISSION, state, now)


def place_in(line: Mapping[int, str], current: int, arrived: Arrived) -> str:
    """Return where a revision stands against the line that is known here."""
    number, mark = arrived.revision.number, arrived.revision.hash
    before = {**dict(arrived.history), number: mark}
    if any(line[n] != before[n] for n in line.keys() & before.keys()):
        return "conflict"
    if number > current:
        return "newer"
    return "same" if number == current else "older"


def take_over(
    session: Any, record: InitiativeRecord, revision: Revision, now: Any
) -> InitiativeRecord:
    """Make a revision the current one; it waits for a verdict again."""
    record = initiatives.change(
        session,
        record,
        now,
        revision=revision.number,
        revision_hash=revision.hash,
        template_id=revision.template_id,
        template_version=revision.template_version,
        **initiatives.summary_columns(revision.answers, record.code),
    )
    return move(session, record, tracks.SUBMISSION, tracks.Submission.RECEIVED, now)


def _insert(session: Any, arrived: Arrived, unit_id: str, now: Any) -> None:
    revision = arrived.revision
    initiatives.insert_initiative(
        session,
        initiative_id=revision.initiative_id,
        code=arrived.code,
        unit_id=unit_id,
        template_id=revision.template_id,
        template_version=revision.template_version,
        answers=revision.answers,
        states={
            "writing": tracks.Writing.READY,
            "recognition": tracks.Recognition.NOT_FILED,
            "submission": tracks.Submission.RECEIVED,
            "portal": tracks.PORTAL_NONE,
        },
        now=now,
        created_at=from_text(arrived.created_at),
        revision=revision.number,
        revision_hash=revision.hash,
    )


def _keep_recognition(session: Any, arrived: Arrived, now: Any) -> None:
    """Take over the establishment's own decision, which travels beside the report."""
    if not arrived.recognition:
        return
    for entry in arrived.recognition:
        verdicts.add_recognition(session, entry)
    entries = verdicts.recognitions_of(session, arrived.revision.initiative_id)
    record = initiatives.get(session, arrived.revision.initiative_id)
    if entries and entries[-1].state != record.recognition:
        said = said_together((entry.state, entry.content) for entry in entries)
        on = day_entered(said, now.date()).isoformat()
        initiatives.change(session, record, now, recognition=entries[-1].state, recognition_on=on)


def remember_templates(workspace: Workspace, opened: Any) -> None:
    """Keep the forms that came along, so that answers can be shown with their questions."""
    sender = str(opened.document["sender"]["unit"]["name"])
    for files in templates.packs_in(opened):
        # The Word files came along too: a report can be read without its form.
        with contextlib.suppress(AppError):
            templates.take_files(workspace, files, kind="bundle", by=sender)
