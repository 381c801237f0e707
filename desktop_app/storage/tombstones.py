"""What was erased, by its hash: a copy that comes back is known by it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Tombstone
from desktop_app.storage.times import to_text

REVISION, ATTACHMENT, RECORD = "revision", "attachment", "record"
PERSON, RETENTION = "person", "retention"


@dataclass(frozen=True)
class TombstoneRecord:
    """One thing that was erased: what it was, of which initiative, why and when."""

    hash: str
    kind: str
    initiative_id: str | None
    reason: str
    erased_at: str


def put(
    session: Session,
    marks: Collection[str],
    kind: str,
    initiative_id: str | None,
    reason: str,
    now: datetime,
) -> None:
    """Remember that things were erased; what was known already keeps its day."""
    for mark in marks:
        if session.get(Tombstone, (mark, kind)) is None:
            session.add(
                Tombstone(
                    hash=mark,
                    kind=kind,
                    initiative_id=initiative_id,
                    reason=reason,
                    erased_at=to_text(now),
                )
            )
    session.flush()


def find(session: Session, mark: str, kind: str) -> TombstoneRecord | None:
    """Return what is remembered of a hash, None when it was not erased."""
    row = session.get(Tombstone, (mark, kind))
    return None if row is None else _record(row)


def erased_among(session: Session, marks: Collection[str], kind: str) -> set[str]:
    """Return which of some hashes were erased."""
    found: set[str] = set()
    known = list(marks)
    for begin in range(0, len(known), 400):
        part = known[begin : begin + 400]
        query = select(Tombstone.hash).where(Tombstone.kind == kind, Tombstone.hash.in_(part))
        found |= set(session.scalars(query))
    return found


def of_initiative(session: Session, initiative_id: str) -> tuple[TombstoneRecord, ...]:
    """Return what was erased of an initiative."""
    query = select(Tombstone).where(Tombstone.initiative_id == initiative_id)
    return tuple(_record(row) for row in session.scalars(query.order_by(Tombstone.erased_at)))


def initiatives_erased(session: Session, reason: str) -> set[str]:
    """Return the initiatives something of which was erased for a reason."""
    query = select(Tombstone.initiative_id).where(Tombstone.reason == reason).distinct()
    return {one for one in session.scalars(query) if one is not None}


def _record(row: Tombstone) -> TombstoneRecord:
    return TombstoneRecord(row.hash, row.kind, row.initiative_id, row.reason, row.erased_at)
