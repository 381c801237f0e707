"""A team's bundle at the office: enrolled, checked item by item, each with its verdict.

new, newer, same, older: where the item stands in its line of revisions. conflict: the same
initiative with another line; both are kept. quarantined: this one cannot be taken in, and why.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.canonical import revision_hash
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Revision, attachments_in
from desktop_app.errors import AppError, BadFile
from desktop_app.services import templates
from desktop_app.services.carrying import SUBMISSION
from desktop_app.services.moving import move
from desktop_app.services.units import GRASSROOTS
from desktop_app.storage import audit, bundles, initiatives, units, verdicts
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.storage.times import from_text
from desktop_app.storage.units import KeyRecord
from desktop_app.workspace import Workspace

_LARGEST_JSON = 5_000_000


@dataclass(frozen=True)
class TakenItem:
    """What became of one item."""

    id: str
    revision: int
    title: str
    intake: str
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Arrived:
    """One item as it stands in the bundle, checked against its own hashes."""

    revision: Revision
    code: str
    title: str
    history: tuple[tuple[int, str], ...]
    documents: tuple[Mapping[str, Any], ...]
    recognition: tuple[Mapping[str, Any], ...]
    created_at: str


def take_submission(workspace: Workspace, opened: Any, file_name: str) -> tuple[TakenItem, ...]:
    """Take in a submission and return what became of each item.

    Raises NotAllowed SSK-547 when it is open to everyone and meant for another office.
    """
    document = opened.document
    target = document.get("recipient")
    if target and not opened.sealed and target.get("sign_key") != workspace.keys.public.sign:
        raise BadFile("SSK-547", unit=target["unit"]["name"])
    unit_id = _enrol(workspace, document["sender"], document["device"])
    _remember_templates(workspace, opened)
    _remember_bundle(workspace, opened, unit_id, file_name)
    return tuple(_take_item(workspace, opened, unit_id, item) for item in document["items"])


def _enrol(workspace: Workspace, sender: Mapping[str, Any], device: str) -> str:
    """Find or make the sending unit, remember its key, return our identifier for it.

    The first key of a unit is taken as known; every other is marked as to be asked about.
    """
    now, unit = workspace.now(), sender["unit"]
    with workspace.database.write() as session:
        found = units.match_unit(
            session,
            unit_id=unit["id"],
            code=unit["code"],
            name=unit["name"],
            on=workspace.today(),
        )
        if found is None:
            units.insert_unit(
                session,
                unit_id=unit["id"],
                code=unit["code"],
                name=unit["name"],
                kind=GRASSROOTS,
                parent_id=workspace.own.unit_id,
                now=now,
            )
        unit_id = found.id if found else str(unit["id"])
        if units.find_key(session, sender["sign_key"]) is None:
            state = "asked" if units.keys_of(session, unit_id) else "known"
            key = KeyRecord(sender["sign_key"], unit_id, sender["age_recipient"], device, state)
            units.keep_key(session, key, now)
            audit.note(session, now, "enrol", unit_id, state=state)
    return unit_id


def _remember_templates(workspace: Workspace, opened: Any) -> None:
    """Keep the forms that came along, so that answers can be shown with their questions."""
    folders: dict[str, dict[str, bytes]] = {}
    for name in opened.names():
        if name.startswith("data/templates/"):
            folder, _, file = name.removeprefix("data/templates/").partition("/")
            folders.setdefault(folder, {})[file] = opened.read(name, _LARGEST_JSON)
    for files in folders.values():
        try:
            sender = str(opened.document["sender"]["unit"]["name"])
            templates.take_files(workspace, files, kind="bundle", by=sender)
        except AppError:
            # The Word files came along too: the report can be read without its form.
            continue


def _remember_bundle(workspace: Workspace, opened: Any, unit_id: str, file_name: str) -> None:
    document, now = opened.document, workspace.now()
    record = BundleRecord(
        id=document["bundle_id"],
        direction="in",
        kind=SUBMISSION,
        sender_key=document["sender"]["sign_key"],
        sender_unit=unit_id,
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
            audit.note(session, now, "import", record.id, sequence=record.sequence)


def _take_item(
    workspace: Workspace, opened: Any, unit_id: str, item: Mapping[str, Any]
) -> TakenItem:
    title, number = str(item.get("title", "")), int(item.get("revision", 0))
    try:
        if item["path"] in opened.damaged_items:
            raise BadFile("SSK-550")
        arrived = _read_item(workspace, opened, item)
        intake = _keep(workspace, opened, unit_id, arrived)
        reason, facts = "", {}
    except AppError as error:
        intake, reason, facts = "quarantined", error.code, dict(error.facts)
    with workspace.database.write() as session:
        bundles.keep_item(
            session,
            BundleItemRecord(
                opened.document["bundle_id"],
                item["id"],
                number,
                item["hash"],
                title,
                intake,
                reason,
            ),
        )
    return TakenItem(item["id"], number, title, intake, reason, facts)


def _read_item(workspace: Workspace, opened: Any, item: Mapping[str, Any]) -> _Arrived:
    """Read one item and check that it is what its hash says.

    Raises BadFile SSK-551 when its data cannot be read, SSK-552 when its hash does not fit.
    """
    folder = item["path"]
    try:
        data = json.loads(opened.read(f"{folder}/initiative.json", _LARGEST_JSON))
        answers = data["answers"]
        files = attachments_in(answers)
        mark = revision_hash(
            answers,
            data["template"]["id"],
            data["template"]["version"],
            [file.sha256 for file in files],
        )
        revision = Revision(
            data["id"],
            int(data["revision"]),
            mark,
            data["template"]["id"],
            data["template"]["version"],
            answers,
            from_text(data["frozen_at"]),
        )
        listed = [*data["documents"], *data["attachments"]]
        arrived = _Arrived(
            revision,
            str(data["code"]),
            str(data["title"]),
            tuple((int(r["revision"]), str(r["hash"])) for r in data["history"]),
            tuple(
                {name: doc[name] for name in ("name", "title", "sha256", "size")}
                for doc in data["documents"]
            ),
            tuple(data["recognition"]),
            str(data["created_at"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise BadFile("SSK-551") from error
    if (revision.initiative_id, revision.number, mark) != (
        item["id"],
        item["revision"],
        item["hash"],
    ) or data["hash"] != mark:
        raise BadFile("SSK-552")
    carried = {entry["sha256"] for entry in data["attachments"]}
    if {file.sha256 for file in files} - carried:
        raise BadFile("SSK-553")
    for entry in listed:
        _keep_file(workspace, opened, entry)
    return arrived


def _keep_file(workspace: Workspace, opened: Any, entry: Mapping[str, Any]) -> None:
    if workspace.attachments.holds(entry["sha256"]):
        return
    with opened.open(entry["path"]) as stream:
        sha256, _size = workspace.attachments.put_stream(stream)
    if sha256 != entry["sha256"]:
        raise BadFile("SSK-552")


def _keep(workspace: Workspace, opened: Any, unit_id: str, arrived: _Arrived) -> str:
    """Keep one item in one transaction and return its place in the line of revisions."""
    now, revision = workspace.now(), arrived.revision
    with workspace.database.write() as session:
        record = initiatives.find(session, revision.initiative_id)
        known = {r.hash for r in initiatives.revisions(session, revision.initiative_id)}
        if record is None:
            place = "new"
        else:
            current = record.revision_hash or ""
            line = initiatives.history_of(session, record.id, current) | {record.revision: current}
            place = _place(line, record.revision, arrived)
        if record is None:
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
        elif place == "newer":
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
            move(session, record, tracks.SUBMISSION, tracks.Submission.RECEIVED, now)
        if revision.hash not in known:
            initiatives.insert_revision(
                session,
                revision,
                documents=arrived.documents,
                history=arrived.history,
                bundle_id=opened.document["bundle_id"],
            )
        _keep_recognition(session, arrived, now)
        if place in ("new", "newer", "same", "older"):
            # An arrival the next receipt will tell; sent again means the answer may be lost.
            verdicts.add_verdict(
                session,
                verdicts.VerdictRecord(
                    uuid7(now), revision.initiative_id, revision.hash, None, "", {}, now
                ),
            )
    return place


def _place(line: Mapping[int, str], current: int, arrived: _Arrived) -> str:
    """Return where a revision stands against the line that is known here."""
    number, mark = arrived.revision.number, arrived.revision.hash
    before = {**dict(arrived.history), number: mark}
    if any(line[n] != before[n] for n in line.keys() & before.keys()):
        return "conflict"
    if number > current:
        return "newer"
    return "same" if number == current else "older"


def _keep_recognition(session: Any, arrived: _Arrived, now: Any) -> None:
    """Take over the establishment's own decision, which travels beside the report."""
    for entry in arrived.recognition:
        verdicts.add_recognition(
            session,
            verdicts.RecognitionEntry(
                entry["id"],
                arrived.revision.initiative_id,
                entry["revision_hash"],
                entry["state"],
                entry["content"],
                from_text(entry["recorded_at"]),
            ),
        )
    entries = verdicts.recognitions_of(session, arrived.revision.initiative_id)
    record = initiatives.get(session, arrived.revision.initiative_id)
    if entries and entries[-1].state != record.recognition:
        on = str(entries[-1].content.get("decision_date") or now.date().isoformat())
        initiatives.change(session, record, now, recognition=entries[-1].state, recognition_on=on)
