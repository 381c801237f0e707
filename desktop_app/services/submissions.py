"""A team's bundle at the office: enrolled, checked item by item, each with its verdict.

What became of each item is told by the words of ``arrivals``; quarantined: this one cannot be
taken in, and why. One bad item never stops the rest.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.errors import BadFile, BadInput, Cancelled
from desktop_app.services import arrivals, origins, withdrawing
from desktop_app.services.enrolment import Sender, enrol, refuse_unknown
from desktop_app.services.steps import Step, no_step
from desktop_app.services.taken_item import TakenItem
from desktop_app.storage import audit, bundles, tombstones
from desktop_app.storage.bundles import BundleItemRecord, BundleRecord
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

_TOGETHER = 64


def take_submission(
    workspace: Workspace, opened: Any, file_name: str, step: Step = no_step
) -> tuple[TakenItem, ...]:
    """Take in a submission and return what became of each item.

    Raises BadFile SSK-547 when it is open to everyone and meant for another office, SSK-554 for
    a revoked key, SSK-800 for a unit nobody placed yet. When ``step`` raises Cancelled, what
    is in stays in and the rest is left out.
    """
    document = opened.document
    target = document.get("recipient")
    if target and not opened.sealed and target.get("sign_key") != workspace.keys.public.sign:
        raise BadFile("SSK-547", unit=target["unit"]["name"])
    refuse_unknown(workspace, document)
    origin = origins.keep_origin(workspace, opened)
    sender = enrol(workspace, document)
    arrivals.remember_templates(workspace, opened)
    remember_bundle(workspace, opened, sender, file_name, origin)
    taken = take_items(
        workspace,
        opened,
        lambda session, item: arrivals.keep(
            session,
            arrivals.read_item(workspace, opened, item),
            sender.unit_id,
            sender,
            document["bundle_id"],
            workspace.now(),
        ),
        step,
    )
    if len(taken) < len(document["items"]):
        return taken
    return (*taken, *withdrawing.take_withdrawals(workspace, document, sender))


Take = Callable[[Session, Mapping[str, Any]], str]
"""Takes one item inside a transaction and says what became of it."""


def take_items(
    workspace: Workspace, opened: Any, take: Take, step: Step = no_step
) -> tuple[TakenItem, ...]:
    """Take the items of a bundle one after another.

    Each is whole or absent: a savepoint of its own, its files before its rows. They are committed
    some dozens at a time, for a commit waits for the device. Cancelled keeps what was taken.
    """
    taken: list[TakenItem] = []
    items = opened.document["items"]
    stopped = False
    while len(taken) < len(items) and not stopped:
        group = items[len(taken) : len(taken) + _TOGETHER]
        with workspace.database.write() as session, workspace.attachments.batch():
            for item in group:
                try:
                    step(len(taken), len(items))
                except Cancelled:
                    if not taken:
                        raise
                    stopped = True
                    break
                taken.append(_take_item(session, opened, item, take))
    return tuple(taken)


def _take_item(session: Session, opened: Any, item: Mapping[str, Any], take: Take) -> TakenItem:
    title, number = str(item.get("title", "")), int(item.get("revision", 0))
    reason: str = ""
    facts: dict[str, Any] = {}
    try:
        with session.begin_nested():
            refuse_erased(session, item)
            intake = take(session, item)
    except BadInput as error:
        intake, reason, facts = "quarantined", error.code, dict(error.facts)
    record = BundleItemRecord(
        opened.document["bundle_id"], item["id"], number, item["hash"], title, intake, reason
    )
    bundles.keep_item(session, record)
    return TakenItem(item["id"], number, title, intake, reason, facts)


def refuse_erased(session: Session, item: Mapping[str, Any]) -> None:
    """Refuse a revision people were erased from here. Raises BadFile SSK-965."""
    buried = tombstones.find(session, str(item["hash"]), tombstones.REVISION)
    if buried is not None:
        raise BadFile("SSK-965", day=f"{from_text(buried.erased_at):%d/%m/%Y}")


def remember_bundle(
    workspace: Workspace, opened: Any, sender: Sender, file_name: str, origin: str
) -> None:
    """Keep that a bundle came; ``origin`` is where the proof of who wrote it is kept."""
    document, now = opened.document, workspace.now()
    target = document.get("recipient")
    record = BundleRecord(
        id=document["bundle_id"],
        direction="in",
        kind=document["kind"],
        sender_key=sender.sign_key,
        sender_unit=sender.unit_id,
        recipient_unit=target["unit"]["id"] if target else "",
        sequence=document["sequence"],
        previous=document["previous"],
        inner_sha256=opened.inner_sha256,
        file_name=file_name[:200],
        size=opened.size,
        created_at=now,
        handed_over_at=None,
    )
    with workspace.database.read() as session:
        known = bundles.find_bundle(session, record.id)
        content = bundles.content_of(session, record.id) if known else {}
    if known and "origin" in content and not content.get("damaged"):
        return
    content = {
        "document": document,
        "origin": origin,
        # The proof of a damaged copy is taken anew from the next one.
        "damaged": bool(opened.damaged_items),
    }
    with workspace.database.write() as session:
        if known:
            bundles.set_content(session, record.id, content)
        else:
            bundles.insert_bundle(session, record, content, ())
            audit.note(session, now, "import", record.id, sequence=record.sequence)
