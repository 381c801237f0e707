"""Verdicts on revisions and entries on the recognition track: added, never changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Initiative, RecognitionRecord, Verdict
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class VerdictRecord:
    """A verdict on a revision; None as ``verdict`` is an arrival without one.

    ``questions`` maps a question's name to the comment on it. ``sequence`` is the number of the
    receipt it came with, or left with; 0 while no receipt carries it.
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
    """Return what no receipt has carried yet, oldest first."""
    query = select(Verdict).where(Verdict.receipt_id.is_(None)).order_by(Verdict.row)
    if unit_id is not None:
        query = query.where(
            Verdict.initiative_id.in_(
                select(Initiative.id).where(Initiative.unit_id == unit_id).scalar_subquery()
            )
        )
    return tuple(_verdict(row) for row in session.scalars(query))


def unanswered_by_unit(session: Session) -> dict[str, int]:
    """Return how many initiatives of each unit wait for an answer."""
    query = (
        select(Initiative.unit_id, func.count(func.distinct(Initiative.id)))
        .join(Verdict, Verdict.initiative_id == Initiative.id)
        .where(Verdict.receipt_id.is_(None))
        .group_by(Initiative.unit_id)
    )
    return {unit: number for unit, number in session.execute(query)}


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
    return tuple(
        RecognitionEntry(
            row.id,
            row.initiative_id,
            row.revision_hash,
            row.state,
            json.loads(row.content),
            from_text(row.recorded_at),
        )
        for row in rows
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
    )
