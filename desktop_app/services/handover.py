"""Handing over: from the queue into one sealed file, given away, and made again when lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.findings import Finding
from desktop_app.domain.initiative import Revision, attachments_in
from desktop_app.domain.passphrases import LEAST_PASSPHRASE
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import carrying, splitting, templates, withdrawing
from desktop_app.services.carrying import ExportedBundle, Letter, Part
from desktop_app.services.moving import move
from desktop_app.services.queue import held_back, queued
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, bundles, initiatives, relayed, tombstones, verdicts
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import to_text
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class Recipient:
    """For whom bundles are sealed: from the setup card, or from a confirmed receipt."""

    unit_id: str
    unit_name: str
    fingerprint: str


@dataclass(frozen=True)
class BundleRow:
    """A bundle as lists show it; ``state``: bundled, handed_over, partly_received, received."""

    id: str
    direction: str
    kind: str
    sequence: int
    file_name: str
    size: int
    count: int
    created_at: datetime
    handed_over_at: datetime | None
    state: str
    titles: tuple[str, ...]
    inner_sha256: str


def recipient(workspace: Workspace) -> Recipient | None:
    """Return for whom bundles are sealed, None while no card was taken in."""
    from desktop_app.exchange.keys import fingerprint_of

    office = workspace.setting("office")
    if office is None:
        return None
    return Recipient(
        office["unit"]["id"], office["unit"]["name"], fingerprint_of(office["sign_key"])
    )


@dataclass(frozen=True)
class PlannedBundle:
    """One file that will be written: how many reports, about how many bytes."""

    count: int
    size: int


@dataclass(frozen=True)
class Plan:
    """What an export will write, said before it does.

    ``held_back`` are titles with the reasons, ``too_large`` titles of reports that are over the
    limit alone and get a bundle of their own.
    """

    bundles: tuple[PlannedBundle, ...]
    held_back: tuple[tuple[str, tuple[Finding, ...]], ...]
    too_large: tuple[str, ...]

    @property
    def size(self) -> int:
        """About how many bytes all files will take."""
        return sum(bundle.size for bundle in self.bundles)


def plan_export(
    workspace: Workspace, ids: Sequence[str] | None = None, *, max_size: int | None = None
) -> Plan:
    """Return what an export of all of the queue, or of the chosen reports, would write.

    Raises NotAllowed as ``export_bundles`` does, but for an empty choice.
    """
    chosen, held, revisions = _chosen(workspace, ids)
    with workspace.attachments.batch():
        parts = [initiative_parts(workspace, r, revisions[r.id]) for r in chosen]
    weights = [splitting.weight(each) for each in parts]
    found = splitting.groups(weights, max_size)
    return Plan(
        tuple(
            PlannedBundle(len(group), splitting.bundle_size([weights[place] for place in group]))
            for group in found
        ),
        tuple((r.title, held_back(revisions[r.id])) for r in held),
        tuple(
            record.title
            for record, weight in zip(chosen, weights, strict=True)
            if splitting.too_large(weight, max_size)
        ),
    )


def export_bundle(
    workspace: Workspace,
    to: Path,
    ids: Sequence[str] | None = None,
    *,
    unsealed: bool = False,
    step: Step = no_step,
) -> ExportedBundle:
    """Write all of the queue, or the chosen reports, into one bundle; then the queue changes."""
    (written,) = export_bundles(workspace, to, ids, unsealed=unsealed, step=step)
    return written


def export_bundles(
    workspace: Workspace,
    to: Path,
    ids: Sequence[str] | None = None,
    *,
    max_size: int | None = None,
    unsealed: bool = False,
    passphrase: str = "",
    step: Step = no_step,
) -> tuple[ExportedBundle, ...]:
    """Write all of the queue, or the chosen reports, into bundles of at most ``max_size`` bytes.

    All are written, or none: the queue changes after the last one. Raises NotAllowed SSK-510 for
    an empty choice, SSK-511 without a card unless ``unsealed`` or a passphrase was asked for,
    SSK-512 when a chosen report is not in the queue or held back, SSK-516 for a passphrase that
    is too short.
    """
    office = workspace.setting("office")
    if office is None and not unsealed and not passphrase:
        raise NotAllowed("SSK-511")
    if passphrase and len(passphrase) < LEAST_PASSPHRASE:
        raise NotAllowed("SSK-516", number=LEAST_PASSPHRASE)
    chosen, held, revisions = _chosen(workspace, ids)
    if held and ids is not None:
        raise NotAllowed("SSK-512", number=len(held))
    notices = withdrawing.untold(workspace)
    if not chosen and not notices:
        raise NotAllowed("SSK-510")
    with workspace.attachments.batch():
        parts = {r.id: initiative_parts(workspace, r, revisions[r.id]) for r in chosen}
    found = splitting.groups([splitting.weight(parts[r.id]) for r in chosen], max_size)
    letters = [
        lambda previous, group=group: _submission(
            workspace,
            office,
            [chosen[place] for place in group],
            revisions,
            parts,
            previous,
            by_passphrase=bool(passphrase) and office is None,
            withdrawals=() if previous else notices,
        )
        for group in found or ((),)
    ]
    now = workspace.now()

    def kept(session: Any, letter: Letter, written: ExportedBundle) -> None:
        for item in letter.items:
            fresh = initiatives.get(session, item.initiative_id)
            # Meanwhile taken up again: the bundle carries the frozen revision all the same.
            if fresh.revision_hash == item.revision_hash and fresh.submission == "queued":
                move(session, fresh, tracks.SUBMISSION, tracks.Submission.BUNDLED, now)
        withdrawing.told(session, letter.document.get("withdrawals"))
        audit.note(
            session,
            now,
            "export",
            letter.bundle_id,
            count=len(letter.items),
            sequence=written.sequence,
        )

    return carrying.write_letters(
        workspace, letters, to, passphrase=passphrase, step=step, kept=kept
    )


def _chosen(
    workspace: Workspace, ids: Sequence[str] | None
) -> tuple[list[InitiativeRecord], list[InitiativeRecord], dict[str, Revision]]:
    """Return what goes, what is held back, and the frozen revisions of both."""
    with workspace.database.read() as session:
        waiting = queued(session)
        wanted = [r for r in waiting if ids is None or r.id in ids]
        strangers = set(ids or ()) - {record.id for record in waiting}
        if strangers:
            raise NotAllowed("SSK-512", number=len(strangers))
        revisions = {
            r.id: initiatives.one_revision(session, r.id, r.revision_hash or "") for r in wanted
        }
    held = [record for record in wanted if held_back(revisions[record.id])]
    return [record for record in wanted if record not in held], held, revisions


def queue_again(workspace: Workspace, ids: Sequence[str]) -> None:
    """Put handed-over reports back into the queue, for an office that has not seen them.

    The same revision goes again: for a new officer, or when a file was lost. Raises NotAllowed
    SSK-501 for a report that is decided or being written.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        for initiative_id in ids:
            record = initiatives.get(session, initiative_id)
            if record.writing != tracks.Writing.READY or record.submission in tracks.VERDICTS:
                raise NotAllowed(
                    "SSK-501", track="submission", state=record.submission, following="queued"
                )
            move(session, record, tracks.SUBMISSION, tracks.Submission.QUEUED, now)
            withdrawing.forget(session, record.id)
            audit.note(session, now, "queue again", record.id)


def export_again(
    workspace: Workspace,
    bundle_id: str,
    to: Path,
    *,
    passphrase: str = "",
    step: Step = no_step,
) -> ExportedBundle:
    """Write an earlier bundle once more: the same inner ZIP, newly sealed.

    Raises NotAllowed SSK-969 when somebody was erased from what it carried.
    """
    with workspace.database.read() as session:
        try:
            content = bundles.content_of(session, bundle_id)
        except KeyError as error:
            raise BadInput("SSK-513", name=bundle_id) from error
        items = bundles.items_of(session, bundle_id)
    if "parts" not in content:
        raise BadInput("SSK-513", name=bundle_id)
    with workspace.database.read() as session:
        marks = [sha256 for _path, sha256, _size in content["parts"]]
        if tombstones.erased_among(session, marks, tombstones.ATTACHMENT):
            raise NotAllowed("SSK-969", number=content["document"]["sequence"])
    letter = carrying.letter_from(content, items)
    return carrying.write_letter(workspace, letter, to, step, passphrase=passphrase)


@dataclass(frozen=True)
class Seal:
    """How an earlier bundle is sealed; no recipient and no passphrase: open to everyone."""

    recipient: str
    fingerprint: str
    by_passphrase: bool


def seal_of(workspace: Workspace, bundle_id: str) -> Seal:
    """Return how a bundle that left is sealed: the same again when it is written again."""
    from desktop_app.exchange.keys import fingerprint_of

    with workspace.database.read() as session:
        content = bundles.content_of(session, bundle_id)
    target = content["document"].get("recipient")
    if not content.get("recipients") or target is None:
        return Seal("", "", bool(content.get("by_passphrase")))
    key = target.get("sign_key")
    return Seal(str(target["unit"]["name"]), fingerprint_of(key) if key else "", False)


def queue_bundle_again(workspace: Workspace, bundle_id: str) -> int:
    """Put the reports of a bundle that are not decided yet back into the queue; return how many.

    A report that went on since, or was decided, stays where it is.
    """
    again = (tracks.Submission.BUNDLED, tracks.Submission.HANDED_OVER, tracks.Submission.RECEIVED)
    with workspace.database.read() as session:
        ids = [
            item.initiative_id
            for item in bundles.items_of(session, bundle_id)
            if (record := initiatives.find(session, item.initiative_id)) is not None
            and record.revision_hash == item.revision_hash
            and record.submission in again
            and record.writing == tracks.Writing.READY
        ]
    queue_again(workspace, ids)
    return len(ids)


def mark_handed_over(workspace: Workspace, bundle_id: str) -> None:
    """Say that a bundle was given away; its receipt is awaited from now on."""
    now = workspace.now()
    with workspace.database.write() as session:
        bundle = bundles.find_bundle(session, bundle_id)
        if bundle is None or bundle.direction != "out":
            raise BadInput("SSK-513", name=bundle_id)
        if bundle.handed_over_at is None:
            bundles.set_handed_over(session, bundle_id, now)
            audit.note(session, now, "handed over", bundle_id)
        for item in bundles.items_of(session, bundle_id):
            record = initiatives.get(session, item.initiative_id)
            if record.submission == "bundled" and record.revision_hash == item.revision_hash:
                move(session, record, tracks.SUBMISSION, tracks.Submission.HANDED_OVER, now)


def resolve_bundle(workspace: Workspace, key: str) -> str:
    """Return a bundle's identifier for itself, its unique beginning or its number.

    A number names what this book handed in or passed on before anything else that left: cards,
    answers and drafts have numbers of their own, and so has what came in.
    """
    rows = list_bundles(workspace)
    named = [row.id for row in rows if len(key) >= 8 and row.id.startswith(key.lower())]
    left = [row for row in rows if row.direction == "out" and str(row.sequence) == key]
    handed_in = [row for row in left if row.kind in (carrying.SUBMISSION, carrying.RELAY)]
    found = named or [row.id for row in handed_in or left]
    if len(found) != 1:
        raise BadInput("SSK-513", name=key)
    return found[0]


def list_bundles(workspace: Workspace) -> tuple[BundleRow, ...]:
    """Return the bundles that left and came in, newest first."""
    with workspace.database.read() as session:
        return tuple(_row(session, bundle) for bundle in bundles.all_bundles(session))


def _row(session: Any, bundle: BundleRecord) -> BundleRow:
    items = bundles.items_of(session, bundle.id)
    return BundleRow(
        bundle.id,
        bundle.direction,
        bundle.kind,
        bundle.sequence,
        bundle.file_name,
        bundle.size,
        len(items),
        bundle.created_at,
        bundle.handed_over_at,
        _state(session, bundle, items),
        tuple(item.title for item in items),
        bundle.inner_sha256,
    )


def _state(session: Any, bundle: BundleRecord, items: Sequence[BundleItemRecord]) -> str:
    if bundle.direction == "in":
        return "received"
    confirmed = [item for item in items if _is_confirmed(session, bundle.kind, item)]
    if bundle.kind not in (carrying.SUBMISSION, carrying.RELAY):
        return "handed_over" if bundle.handed_over_at else "bundled"
    if items and len(confirmed) == len(items):
        return "received"
    if confirmed:
        return "partly_received"
    return "handed_over" if bundle.handed_over_at else "bundled"


def _is_confirmed(session: Any, kind: str, item: BundleItemRecord) -> bool:
    """Return whether an answer said that a revision arrived: the office's, or the level above's."""
    if kind == carrying.RELAY:
        known = relayed.find(session, item.initiative_id, item.revision_hash)
        return known is not None and known.sequence > 0
    said = verdicts.verdicts_of(session, item.initiative_id)
    return any(verdict.revision_hash == item.revision_hash for verdict in said)


# What a submission carries


def _submission(
    workspace: Workspace,
    office: Mapping[str, Any] | None,
    chosen: Sequence[InitiativeRecord],
    revisions: Mapping[str, Revision],
    known_parts: Mapping[str, Sequence[Part]],
    previous: ExportedBundle | None,
    *,
    by_passphrase: bool,
    withdrawals: Sequence[Mapping[str, Any]] = (),
) -> Letter:
    target = None if office is None else {"unit": office["unit"], "sign_key": office["sign_key"]}
    document = carrying.begin_document(
        workspace, carrying.SUBMISSION, target, workspace.now(), previous
    )
    parts: list[Part] = []
    listed: list[dict[str, Any]] = []
    for record in chosen:
        parts += known_parts[record.id]
        listed.append(_listed(record))
    used = sorted({(revisions[r.id].template_id, revisions[r.id].template_version) for r in chosen})
    for template_id, version in used:
        parts += template_parts(workspace, template_id, version)
    parts += reading_aids(workspace, chosen, document)
    with workspace.database.read() as session:
        totals = initiatives.counts_by_state(session, workspace.own.unit_id)
    document |= {"items": listed, "counts": totals}
    if withdrawals:
        document["withdrawals"] = [dict(notice) for notice in withdrawals]
    recipients = () if office is None else (*office["recipients"], *office["escrow"])
    return Letter(
        carrying.SUBMISSION,
        document,
        tuple(sorted(parts, key=lambda part: part.path)),
        # The team can open its own bundle again.
        (*recipients, workspace.keys.public.age) if recipients else (),
        workspace.own.code,
        target["unit"]["id"] if target else "",
        tuple(
            BundleItemRecord(
                document["bundle_id"],
                record.id,
                record.revision,
                record.revision_hash or "",
                record.title,
            )
            for record in chosen
        ),
        by_passphrase,
    )


def _listed(record: InitiativeRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "code": record.code,
        "revision": record.revision,
        "hash": record.revision_hash,
        "title": record.title,
        "path": f"data/initiatives/{record.id}",
    }


def initiative_parts(
    workspace: Workspace, record: InitiativeRecord, revision: Revision
) -> list[Part]:
    """Return the parts of one initiative: its data, its Word files, its attachments."""
    folder = f"data/initiatives/{record.id}"
    with workspace.database.read() as session:
        documents = initiatives.documents_of(session, record.id, revision.hash)
        history = initiatives.revisions(session, record.id)
        records = verdicts.recognitions_of(session, record.id)
    files = attachments_in(revision.answers)
    described: dict[str, Any] = {
        "id": record.id,
        "code": record.code,
        "revision": revision.number,
        "hash": revision.hash,
        "history": [{"revision": r.number, "hash": r.hash} for r in history],
        "template": {"id": revision.template_id, "version": revision.template_version},
        "title": record.title,
        "answers": revision.answers,
        "frozen_at": to_text(revision.frozen_at),
        "created_at": record.created_at,
        "documents": [
            {
                "path": f"{folder}/documents/{item['name']}.docx",
                "name": item["name"],
                "title": item["title"],
                "sha256": item["sha256"],
                "size": item["size"],
            }
            for item in documents
        ],
        "attachments": [
            {
                "path": f"{folder}/attachments/{file.sha256[:16]}{_ending(file.media_type)}",
                "name": file.name,
                "sha256": file.sha256,
                "size": file.size,
                "media_type": file.media_type,
            }
            for file in files
        ],
        "recognition": [
            {
                "id": entry.id,
                "revision_hash": entry.revision_hash,
                "state": entry.state,
                "content": dict(entry.content),
                "recorded_at": to_text(entry.recorded_at),
            }
            for entry in records
        ],
    }
    files_kept = (*described["documents"], *described["attachments"])
    return [
        carrying.json_part(workspace, f"{folder}/initiative.json", described),
        *(carrying.kept_part(workspace, file["path"], file["sha256"]) for file in files_kept),
    ]


_ENDINGS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}


def _ending(media_type: str) -> str:
    return _ENDINGS.get(media_type, ".bin")


def template_parts(workspace: Workspace, template_id: str, version: str) -> list[Part]:
    """Return the parts of a template: the form and its documents."""
    folder = f"data/templates/{template_id}-{version}"
    pack = templates.pack_of(workspace, template_id, version)
    return [
        carrying.keep_part(workspace, f"{folder}/{name}", content)
        for name, content in sorted(pack.files.items())
    ]


def reading_aids(
    workspace: Workspace, chosen: Sequence[InitiativeRecord], document: Mapping[str, Any]
) -> list[Part]:
    """Return what helps people without this program: a list and a page that explains."""
    from desktop_app.documents.summary_workbook import summary_workbook
    from desktop_app.exchange.bundle_document import readme_text

    columns = ("Mã hồ sơ", "Tên sáng kiến", "Tác giả", "Lần nộp", "Mã đối chiếu")
    rows = [(r.code, r.title, r.authors, r.revision, (r.revision_hash or "")[:16]) for r in chosen]
    workbook = summary_workbook(rows, columns, "Danh sách sáng kiến trong gói")
    return [
        carrying.keep_part(workspace, "data/summary.xlsx", workbook),
        carrying.keep_part(workspace, "data/README.txt", readme_text(document)),
    ]
