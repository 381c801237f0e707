"""Verdicts on revisions and entries on the recognition track: added, never changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.initiative import Attachment
from desktop_app.storage.tables import Bundle, Initiative, RecognitionRecord, Revision, Verdict
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class VerdictRecord:
    """A verdict on a revision; None as ``verdict`` is an arrival without one.

    ``questions`` maps a question's name to the comment on it. ``sequence`` is the number of the
    receipt it came with, or left with; 0 while no receipt carries it. ``signer`` is the key that
    receipt was signed with, "" at the office itself. ``files`` are attached to the comment.
    """

    id: str
    initiative_id: str
    revision_hash: str
    verdict: str | None
    comment: str
    questions: Mapping[str, str]
    decided_at: datetime
    receipt_id: str | None = None
    sequence: int = 0
    signer: str = ""
    files: tuple[Attachment, ...] = ()
    by: str = ""
    """Which officer of this office decided; "" in a book of one person, and at the team."""


@dataclass(frozen=True)
class RecognitionEntry:
    """An entry on the recognition track with its council and decision fields."""

    id: str
    initiative_id: str
    revision_hash: str | None
    state: str
    content: Mapping[str, Any]
    recorded_at: datetime


def add_verdict(session: Session, verdict: VerdictRecord) -> None:
    """Keep a verdict."""
    session.add(
        Verdict(
            id=verdict.id,
            initiative_id=verdict.initiative_id,
            revision_hash=verdict.revision_hash,
            verdict=verdict.verdict,
            comment=verdict.comment,
            questions=json.dumps(dict(verdict.questions), ensure_ascii=False),
            decided_at=to_text(verdict.decided_at),
            receipt_id=verdict.receipt_id,
            sequence=verdict.sequence,
            signer=verdict.signer,
            files=json.dumps([asdict(file) for file in verdict.files], ensure_ascii=False),
            by=verdict.by or session.info.get("by", ""),
        )
    )
    session.flush()


def verdicts_of(session: Session, initiative_id: str) -> tuple[VerdictRecord, ...]:
    """Return the verdicts on an initiative, oldest first."""
    rows = session.scalars(
        select(Verdict).where(Verdict.initiative_id == initiative_id).order_by(Verdict.row)
    )
    return tuple(_verdict(row) for row in rows)


def unanswered(session: Session, unit_id: str | None = None) -> tuple[VerdictRecord, ...]:
    """Return what no receipt has carried yet, oldest first; of one unit's bundles, or of all."""
    query = select(Verdict).where(Verdict.receipt_id.is_(None)).order_by(Verdict.row)
    if unit_id is not None:
        query = _by_sender(query).where(_SENDER.in_((unit_id,)))
    return tuple(_verdict(row) for row in session.scalars(query))


def unanswered_by_unit(session: Session) -> dict[str, int]:
    """Return how many initiatives wait for an answer, by the unit whose bundle brought them."""
    query = (
        _by_sender(select(_SENDER, func.count(func.distinct(Initiative.id))).select_from(Verdict))
        .where(Verdict.receipt_id.is_(None))
        .group_by(_SENDER)
    )
    return {unit: number for unit, number in session.execute(query)}


# Whom an answer goes to: who sent the bundle the revision came with, be it the unit itself or an
# office that passed it on.
_SENDER: ColumnElement[str] = func.coalesce(Bundle.sender_unit, Initiative.unit_id)


def _by_sender(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return (
        query.join(Initiative, Initiative.id == Verdict.initiative_id)
        .outerjoin(
            Revision,
            (Revision.initiative_id == Verdict.initiative_id)
            & (Revision.hash == Verdict.revision_hash),
        )
        .outerjoin(Bundle, Bundle.id == Revision.bundle_id)
    )


def set_carried(
    session: Session, verdict_ids: Sequence[str], receipt_id: str, sequence: int
) -> None:
    """Say which receipt carried some verdicts."""
    session.execute(
        update(Verdict)
        .where(Verdict.id.in_(verdict_ids))
        .values(receipt_id=receipt_id, sequence=sequence)
    )


def forget_verdict(session: Session, verdict_id: str) -> None:
    """Take back a verdict no receipt has carried."""
    session.execute(delete(Verdict).where(Verdict.id == verdict_id, Verdict.receipt_id.is_(None)))


def add_recognition(session: Session, entry: RecognitionEntry) -> bool:
    """Keep an entry on the recognition track; False when it was already here."""
    known = select(RecognitionRecord.row).where(RecognitionRecord.id == entry.id)
    if session.scalars(known).first() is not None:
        return False
    session.add(
        RecognitionRecord(
            id=entry.id,
            initiative_id=entry.initiative_id,
            revision_hash=entry.revision_hash,
            state=entry.state,
            content=json.dumps(dict(entry.content), ensure_ascii=False),
            recorded_at=to_text(entry.recorded_at),
        )
    )
    session.flush()
    return True


def recognitions_of(session: Session, initiative_id: str) -> tuple[RecognitionEntry, ...]:
    """Return the entries on an initiative's recognition track, oldest first."""
    rows = session.scalars(
        select(RecognitionRecord)
        .where(RecognitionRecord.initiative_id == initiative_id)
        .order_by(RecognitionRecord.row)
    )
    return tuple(_entry(row) for row in rows)


def recognitions_with(
    session: Session, name: str, value: str, state: str | None = None
) -> tuple[RecognitionEntry, ...]:
    """Return the entries, oldest first, whose content says something under a name.

    A value that ends in ``…`` is the beginning of what it says.
    """
    begun = value.endswith("…")
    said = json.dumps(value.removesuffix("…"), ensure_ascii=False)
    text = f"{json.dumps(name)}: {said.removesuffix(chr(34)) if begun else said}"
    query = select(RecognitionRecord).where(
        RecognitionRecord.content.contains(text, autoescape=True)
    )
    if state is not None:
        query = query.where(RecognitionRecord.state == state)
    rows = session.scalars(query.order_by(RecognitionRecord.row))
    return tuple(_entry(row) for row in rows)


def _entry(row: RecognitionRecord) -> RecognitionEntry:
    return RecognitionEntry(
        row.id,
        row.initiative_id,
        row.revision_hash,
        row.state,
        json.loads(row.content),
        from_text(row.recorded_at),
    )


def _verdict(row: Verdict) -> VerdictRecord:
    return VerdictRecord(
        row.id,
        row.initiative_id,
        row.revision_hash,
        row.verdict,
        row.comment,
        json.loads(row.questions),
        from_text(row.decided_at),
        row.receipt_id,
        row.sequence,
        row.signer,
        tuple(Attachment(**file) for file in json.loads(row.files)),
        row.by,
    )
