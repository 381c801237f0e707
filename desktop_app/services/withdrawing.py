"""Withdrawing a report that was handed over, for instance because an author takes consent back.

The next bundle tells the office, also one that carries nothing else. There the report stands as
withdrawn, whatever arrives first: a revision withdrawn before it came in stays withdrawn, one that
is handed in again afterwards counts again.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services.enrolment import KNOWN, Sender
from desktop_app.services.moving import move
from desktop_app.services.taken_item import TakenItem
from desktop_app.storage import audit, bundles, initiatives, units
from desktop_app.storage.bundles import BundleItemRecord
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.workspace import Workspace

WITHDRAWN = "withdrawn"
_UNTOLD = "withdrawals"
_ALLOWED = frozenset(
    {
        tracks.Submission.QUEUED,
        tracks.Submission.BUNDLED,
        tracks.Submission.HANDED_OVER,
        tracks.Submission.RECEIVED,
        *tracks.VERDICTS,
        tracks.Submission.UPLOADED,
    }
)


def withdraw(workspace: Workspace, initiative_id: str, reason: str) -> None:
    """Withdraw a report; the office is told with the next bundle when it may have it.

    Raises BadInput SSK-518 without a reason, NotAllowed SSK-519 for a report that was not
    completed or is withdrawn already.
    """
    said, now = reason.strip()[:1000], workspace.now()
    if not said:
        raise BadInput("SSK-518")
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        if record.writing != tracks.Writing.READY or record.submission not in _ALLOWED:
            raise NotAllowed("SSK-519", dossier=record.code)
        left = [
            place
            for place in bundles.bundles_with(session, record.id)
            if (bundle := bundles.find_bundle(session, place.bundle_id)) is not None
            and bundle.direction == "out"
            and bundle.kind == "submission"
        ]
        move(session, record, tracks.SUBMISSION, tracks.Submission.WITHDRAWN, now)
        if left:
            notice = {
                "id": record.id,
                "code": record.code,
                "revision": record.revision,
                "hash": record.revision_hash,
                "title": record.title,
                "reason": said,
                "at": now.isoformat(timespec="seconds"),
            }
            write_setting(session, _UNTOLD, [*read_setting(session, _UNTOLD, []), notice])
        audit.note(session, now, "withdraw", record.id)


def untold(workspace: Workspace) -> tuple[dict[str, Any], ...]:
    """Return the withdrawals the office was not told yet, as a bundle says them."""
    return tuple(workspace.setting(_UNTOLD, ()))


def told(session: Session, notices: object) -> None:
    """Take note that a bundle carries some withdrawals."""
    gone = {str(notice["id"]) for notice in notices} if isinstance(notices, list) else set()
    left = [n for n in read_setting(session, _UNTOLD, []) if n["id"] not in gone]
    write_setting(session, _UNTOLD, left or None)


def forget(session: Session, initiative_id: str) -> None:
    """Tell nobody of a withdrawal that was taken back before a bundle carried it."""
    left = [n for n in read_setting(session, _UNTOLD, []) if n["id"] != initiative_id]
    write_setting(session, _UNTOLD, left or None)


# At the office


def take_withdrawals(
    workspace: Workspace, document: Mapping[str, Any], sender: Sender
) -> tuple[TakenItem, ...]:
    """Take in what a bundle says was withdrawn; only a confirmed key of the unit may say it."""
    taken: list[TakenItem] = []
    now = workspace.now()
    with workspace.database.write() as session:
        for notice in document.get("withdrawals") or ():
            item = BundleItemRecord(
                document["bundle_id"],
                notice["id"],
                int(notice["revision"]),
                notice["hash"],
                notice["title"],
                WITHDRAWN,
                notice["reason"],
            )
            reason, facts, intake = "", {}, WITHDRAWN
            record = initiatives.find(session, notice["id"])
            if sender.key_state != KNOWN:
                from desktop_app.exchange.key_words import fingerprint_of

                words = fingerprint_of(sender.sign_key)
                intake, reason, facts = "quarantined", "SSK-549", {"words": words}
            elif record is None or _may(session, workspace, record.unit_id, sender):
                bundles.keep_item(session, item)
                if record is not None and bundles.stands_withdrawn(
                    session, record.id, record.revision
                ):
                    move(session, record, tracks.SUBMISSION, tracks.Submission.WITHDRAWN, now)
            else:
                intake = "unknown"  # another unit's report is not this one's to withdraw
            taken.append(TakenItem(notice["id"], item.revision, item.title, intake, reason, facts))
    return tuple(taken)


def _may(session: Session, workspace: Workspace, unit_id: str, sender: Sender) -> bool:
    """Return whether a sender speaks for a unit: it is the unit, or the office it stands below."""
    if unit_id == sender.unit_id:
        return True
    return units.one_unit(session, unit_id, workspace.today()).parent_id == sender.unit_id
