"""Passing on: an office's units' reports to the level above, and that level's answers back.

A relay carries each report byte for byte as its writer signed it, with the proof of its origin
(the first bundle's tag files, signature and bundle.json), and what this office decided. It can be
passed on again with the same proof.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Revision, attachments_in
from desktop_app.errors import BadFile, NotAllowed
from desktop_app.services import (
    arrivals,
    carrying,
    handover,
    origins,
    reported,
    splitting,
    withdrawing,
)
from desktop_app.services.carrying import ExportedBundle, Letter, Part
from desktop_app.services.enrolment import Sender, enrol, place_below, refuse_unknown
from desktop_app.services.officers import allowed
from desktop_app.services.portal import take_portal
from desktop_app.services.setup import DIRECT_SUPERIOR
from desktop_app.services.steps import Step, no_step
from desktop_app.services.submissions import remember_bundle, take_items
from desktop_app.services.taken_item import TakenItem
from desktop_app.services.unit_kinds import role_of
from desktop_app.storage import (
    audit,
    bundles,
    initiatives,
    relayed,
    tombstones,
    units,
    verdicts,
)
from desktop_app.storage.bundles import BundleItemRecord
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.relayed import RelayedRecord
from desktop_app.storage.times import from_text, to_text
from desktop_app.workspace import Workspace

_BELOW_OFFICES = ("", "grassroots", "sub_grassroots")
_READY = (tracks.Submission.ACCEPTED, tracks.Submission.UPLOADED)


def count_relayable(workspace: Workspace) -> int:
    """Return how many accepted reports wait to be passed on; 0 without a level above."""
    if workspace.setting("above") is None:
        return 0
    with workspace.database.read() as session:
        return relayed.count_not_given(session)


@allowed("export", alone="letters")
def export_relay(
    workspace: Workspace,
    to: Path,
    ids: Sequence[str] | None = None,
    *,
    max_size: int | None = None,
    step: Step = no_step,
) -> tuple[ExportedBundle, ...]:
    """Write accepted reports, all that were not passed on yet or the chosen ones, for above.

    The office's figures go along, and alone when there is nothing else new to tell. Raises
    NotAllowed SSK-578 without a card of the level above, SSK-510 when nothing is new, SSK-579 for
    a report that is not accepted, SSK-971 for one people were erased from; BadFile SSK-556 when
    an origin was not kept.
    """
    above = workspace.setting("above")
    if above is None:
        raise NotAllowed("SSK-578")
    if ids is None:
        ids = _not_given(workspace)
    notices = _withdrawn_since(workspace)
    board = reported.figures(workspace)
    if not ids and not notices and not reported.have_changed(workspace, board):
        raise NotAllowed("SSK-510")
    packed = [_pack(workspace, initiative_id) for initiative_id in dict.fromkeys(ids)]
    groups = splitting.groups([splitting.weight(p.parts) for p in packed], max_size)
    letters = [
        lambda previous, group=group: _letter(
            workspace,
            above,
            [packed[place] for place in group],
            previous,
            () if previous else notices,
            None if previous else board,
        )
        for group in groups or ((),)
    ]
    now = workspace.now()

    def kept(session: Any, letter: Letter, written: ExportedBundle) -> None:
        for item in letter.items:
            before = relayed.find(session, item.initiative_id, item.revision_hash)
            if before is not None and before.verdict != withdrawing.WITHDRAWN:
                continue  # passed on once more: what was said of it still holds
            relayed.keep(
                session,
                RelayedRecord(
                    item.initiative_id, item.revision_hash, letter.bundle_id, None, "", 0, now
                ),
            )
        for notice in letter.document.get("withdrawals") or ():
            known = relayed.find(session, notice["id"], notice["hash"])
            if known is not None:
                relayed.keep(session, replace(known, verdict=withdrawing.WITHDRAWN))
        if "board" in letter.document:
            reported.remember_told(session, board)
        audit.note(session, now, "relay", letter.bundle_id, count=len(letter.items))

    return carrying.write_letters(workspace, letters, to, step=step, kept=kept)


def _not_given(workspace: Workspace) -> Sequence[str]:
    with workspace.database.read() as session:
        return relayed.ids_not_given(session)


def _withdrawn_since(workspace: Workspace) -> tuple[dict[str, Any], ...]:
    """Return what the level above was given and its unit withdrew since, as a bundle says it."""
    found: list[dict[str, Any]] = []
    with workspace.database.read() as session:
        for given in relayed.all_records(session):
            record = initiatives.find(session, given.initiative_id)
            if (
                record is not None
                and record.submission == tracks.Submission.WITHDRAWN
                and record.revision_hash == given.revision_hash
                and given.verdict != withdrawing.WITHDRAWN
            ):
                found.append(
                    {
                        "id": record.id,
                        "code": record.code,
                        "revision": record.revision,
                        "hash": given.revision_hash,
                        "title": record.title,
                        "reason": bundles.reason_of_withdrawal(session, record.id),
                        "at": workspace.now().isoformat(timespec="seconds"),
                    }
                )
    return tuple(found)


def plan_relay(workspace: Workspace, *, max_size: int | None = None) -> handover.Plan:
    """Return what passing on everything new would write."""
    packed = [_pack(workspace, initiative_id) for initiative_id in _not_given(workspace)]
    weights = [splitting.weight(each.parts) for each in packed]
    return handover.Plan(
        tuple(
            handover.PlannedBundle(
                len(group), splitting.bundle_size([weights[place] for place in group])
            )
            for group in splitting.groups(weights, max_size) or ((),)
        ),
        (),
        tuple(
            each.record.title
            for each, weight in zip(packed, weights, strict=True)
            if splitting.too_large(weight, max_size)
        ),
    )


@dataclass(frozen=True)
class _Packed:
    record: InitiativeRecord
    listed: Mapping[str, Any]
    parts: tuple[Part, ...]
    template: tuple[str, str]


def _pack(workspace: Workspace, initiative_id: str) -> _Packed:
    """Gather one report: as it came, with the proof of its origin, and this office's verdict."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        mark = record.revision_hash or ""
        if record.submission not in _READY:
            raise NotAllowed("SSK-579", dossier=record.code)
        if tombstones.find(session, mark, tombstones.REVISION) is not None:
            raise NotAllowed("SSK-971", dossier=record.code)
        revision = initiatives.one_revision(session, record.id, mark)
        documents = initiatives.documents_of(session, record.id, mark)
        bundle_id = initiatives.bundle_of(session, record.id, mark) or ""
        came = bundles.find_bundle(session, bundle_id)
        said = [v for v in verdicts.verdicts_of(session, record.id) if v.revision_hash == mark]
        unit = units.one_unit(session, record.unit_id, workspace.today())
    origin = origins.kept_origin(workspace, bundle_id)
    origin_id, proof = _proof(origin, came.kind if came else "", initiative_id)
    data = origin.item(initiative_id)
    folder = f"data/initiatives/{initiative_id}"
    decided = [v for v in said if v.verdict]
    newest = decided[-1] if decided else None
    listed = {
        "id": record.id,
        "code": record.code,
        "revision": record.revision,
        "hash": mark,
        "title": record.title,
        "path": folder,
        "origin": origin_id,
        "unit": {"id": unit.id, "code": unit.code, "name": unit.name, "kind": unit.kind},
        "verdict": newest.verdict if newest else None,
        "comment": newest.comment if newest else "",
        "decided_at": to_text(newest.decided_at) if newest else None,
    }
    parts = [
        carrying.keep_part(workspace, f"{folder}/initiative.json", data),
        *_kept_files(workspace, data, revision, documents),
        *(
            carrying.keep_part(workspace, f"data/origins/{origin_id}/{name}", content)
            for name, content in proof.items()
        ),
    ]
    template = (revision.template_id, revision.template_version)
    return _Packed(record, listed, tuple(parts), template)


def _proof(
    origin: origins.KeptOrigin, kind: str, initiative_id: str
) -> tuple[str, dict[str, bytes]]:
    """Return the first bundle's identifier and its proof: of the bundle itself, or passed on."""
    own = origin.files()
    if kind != carrying.RELAY:
        return origin.bundle_id, own
    document = json.loads(own["data/bundle.json"])
    first = next(i["origin"] for i in document["items"] if i["id"] == initiative_id)
    return str(first), origin.files(f"data/origins/{first}/")


def _kept_files(
    workspace: Workspace,
    data: bytes,
    revision: Revision,
    documents: Sequence[Mapping[str, Any]],
) -> list[Part]:
    """Return the documents and attachments under the paths their writer gave them."""
    described = json.loads(data)
    wanted = {doc["sha256"] for doc in documents}
    wanted |= {file.sha256 for file in attachments_in(revision.answers)}
    return [
        carrying.kept_part(workspace, entry["path"], entry["sha256"])
        for entry in (*described["documents"], *described["attachments"])
        if entry["sha256"] in wanted
    ]


def _letter(
    workspace: Workspace,
    above: Mapping[str, Any],
    packed: Sequence[_Packed],
    previous: ExportedBundle | None,
    withdrawals: Sequence[Mapping[str, Any]] = (),
    board: Mapping[str, Any] | None = None,
) -> Letter:
    target = {"unit": above["unit"], "sign_key": above["sign_key"]}
    document = carrying.begin_document(workspace, carrying.RELAY, target, workspace.now(), previous)
    with workspace.database.read() as session:
        totals = initiatives.counts_by_state(session)
    document |= {"items": [dict(each.listed) for each in packed], "counts": totals}
    if withdrawals:
        document["withdrawals"] = [dict(notice) for notice in withdrawals]
    if board is not None:
        document["board"] = dict(board)
    parts = {part.path: part for each in packed for part in each.parts}
    for form, version in sorted({each.template for each in packed}):
        for part in handover.template_parts(workspace, form, version):
            parts[part.path] = part
    for part in handover.reading_aids(workspace, [each.record for each in packed], document):
        parts[part.path] = part
    return Letter(
        carrying.RELAY,
        document,
        tuple(sorted(parts.values(), key=lambda part: part.path)),
        (*above["recipients"], *above.get("escrow", ()), workspace.keys.public.age),
        workspace.own.code,
        above["unit"]["id"],
        tuple(
            BundleItemRecord(
                document["bundle_id"],
                each.record.id,
                each.record.revision,
                each.record.revision_hash or "",
                each.record.title,
            )
            for each in packed
        ),
    )


# At the level above


def take_relay(
    workspace: Workspace, opened: Any, file_name: str, step: Step = no_step
) -> tuple[TakenItem, ...]:
    """Take in what an office passes on; each item proves its origin by its writer's signature.

    Raises BadFile SSK-547 when it is open to everyone and meant for another office, SSK-554 for
    a revoked key, SSK-800 for an office nobody placed yet.
    """
    document = opened.document
    target = document.get("recipient")
    if target and not opened.sealed and target.get("sign_key") != workspace.keys.public.sign:
        raise BadFile("SSK-547", unit=target["unit"]["name"])
    refuse_unknown(workspace, document)
    origin = origins.keep_origin(workspace, opened)
    sender = enrol(workspace, document)
    with workspace.database.write() as session:
        office = units.one_unit(session, sender.unit_id, workspace.today())
        if role_of(office.kind) in _BELOW_OFFICES:
            # Whoever passes on is no grassroots union; a kind somebody chose stays.
            units.set_kind(session, sender.unit_id, DIRECT_SUPERIOR)
        reported.take_figures(session, workspace, document, sender)
    arrivals.remember_templates(workspace, opened)
    remember_bundle(workspace, opened, sender, file_name, origin)
    proofs: dict[str, Any] = {}

    def take(session: Session, item: Mapping[str, Any]) -> str:
        return _take_relayed(session, workspace, opened, item, sender, proofs)

    taken = take_items(workspace, opened, take, step)
    if len(taken) < len(document["items"]):
        return taken
    return (*taken, *withdrawing.take_withdrawals(workspace, document, sender))


def _take_relayed(
    session: Session,
    workspace: Workspace,
    opened: Any,
    item: Mapping[str, Any],
    sender: Sender,
    proofs: dict[str, Any],
) -> str:
    from desktop_app.exchange.origin_proof import check_origin

    first = item["origin"]
    if first not in proofs:
        folder = f"data/origins/{first}/"
        proofs[first] = check_origin(
            {
                name.removeprefix(folder): opened.read(name, 40_000_000)
                for name in opened.names()
                if name.startswith(folder)
            }
        )
    origin = proofs[first]
    arrived = arrivals.read_item(workspace, opened, item)
    for path, mark in opened.hashes.items():
        if path.startswith(f"{item['path']}/") and origin.files.get(path) != mark:
            raise BadFile("SSK-433")
    signer = str(origin.document["sender"]["sign_key"])
    unit_id = place_below(session, workspace, item["unit"], sender.unit_id, signer)
    bundle_id = opened.document["bundle_id"]
    return arrivals.keep(session, arrived, unit_id, sender, bundle_id, workspace.now())


# Back at the office that passed on


def take_answer(workspace: Workspace, opened: Any, file_name: str) -> tuple[TakenItem, ...]:
    """Take in the answer of the level above: what it decided, and the state at the portal.

    Raises NotAllowed SSK-578 without its card, BadFile SSK-541 when somebody else signed it,
    SSK-543 when it is for another office.
    """
    document, above = opened.document, workspace.setting("above")
    if above is None:
        raise NotAllowed("SSK-578")
    if opened.signer != above["sign_key"]:
        raise BadFile("SSK-541")
    target = document.get("recipient") or {"unit": {"id": "", "name": ""}}
    if target["unit"]["id"] not in workspace.own_ids:
        raise BadFile("SSK-543", unit=target["unit"]["name"])
    sender = Sender(above["unit"]["id"], above["sign_key"], "known")
    remember_bundle(workspace, opened, sender, file_name, origins.keep_origin(workspace, opened))
    return tuple(_take_answer(workspace, document, item) for item in document["items"])


def _take_answer(
    workspace: Workspace, document: Mapping[str, Any], item: Mapping[str, Any]
) -> TakenItem:
    now, sequence = workspace.now(), int(document["sequence"])
    with workspace.database.write() as session:
        known = relayed.find(session, item["id"], item["hash"])
        record = initiatives.find(session, item["id"])
        if known is None or record is None:
            return TakenItem(item["id"], int(item["revision"]), "", "unknown")
        if known.sequence == sequence:
            return TakenItem(record.id, int(item["revision"]), record.title, "same")
        if known.sequence > sequence:
            return TakenItem(record.id, int(item["revision"]), record.title, "older")
        relayed.keep(
            session,
            RelayedRecord(
                record.id,
                item["hash"],
                known.bundle_id,
                item["verdict"],
                item["comment"],
                sequence,
                from_text(item["decided_at"] or item["arrived_at"]),
            ),
        )
        _take_portal(session, record, item, now)
        bundles.keep_item(
            session,
            BundleItemRecord(
                document["bundle_id"],
                record.id,
                int(item["revision"]),
                item["hash"],
                record.title,
                str(item["verdict"] or "received"),
            ),
        )
    return TakenItem(
        record.id, int(item["revision"]), record.title, str(item["verdict"] or "received")
    )


def _take_portal(
    session: Any, record: InitiativeRecord, item: Mapping[str, Any], now: datetime
) -> None:
    """Take over the state at the portal; the next receipt tells the team."""
    portal = item.get("portal")
    if not portal or record.revision_hash != item["hash"] or record.submission not in _READY:
        return
    on = from_text(item["decided_at"] or item["arrived_at"]).date()
    take_portal(session, record, portal, now, on)
    verdicts.add_verdict(
        session, verdicts.VerdictRecord(uuid7(now), record.id, item["hash"], None, "", {}, now)
    )
