"""The office's own notes and the score sheets: both stay in the office's book."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import ReviewNote, ScoreSheet
from desktop_app.storage.times import from_text, to_text


def note_of(session: Session, initiative_id: str) -> str:
    """Return the office's note on an initiative, "" without one."""
    row = session.get(ReviewNote, initiative_id)
    return "" if row is None else row.text


def put_note(session: Session, initiative_id: str, text: str, now: datetime) -> None:
    """Keep the office's note on an initiative; "" takes it away."""
    if not text:
        session.execute(delete(ReviewNote).where(ReviewNote.initiative_id == initiative_id))
        return
    session.merge(ReviewNote(initiative_id=initiative_id, text=text, updated_at=to_text(now)))


@dataclass(frozen=True)
class SheetRecord:
    """The points a member gave a revision; ``rubric`` is the rubric as it stood then."""

    initiative_id: str
    revision_hash: str
    member: str
    rubric: Mapping[str, Any]
    points: Mapping[str, str]
    note: str
    updated_at: datetime


def put_sheet(session: Session, sheet: SheetRecord) -> None:
    """Keep a member's sheet; an earlier one of the same member on the same revision goes."""
    session.merge(
        ScoreSheet(
            initiative_id=sheet.initiative_id,
            revision_hash=sheet.revision_hash,
            member=sheet.member,
            rubric=json.dumps(dict(sheet.rubric), ensure_ascii=False),
            points=json.dumps(dict(sheet.points), ensure_ascii=False),
            note=sheet.note,
            updated_at=to_text(sheet.updated_at),
        )
    )


def drop_sheet(session: Session, initiative_id: str, revision_hash: str, member: str) -> None:
    """Take a member's sheet away."""
    session.execute(
        delete(ScoreSheet).where(
            ScoreSheet.initiative_id == initiative_id,
            ScoreSheet.revision_hash == revision_hash,
            ScoreSheet.member == member,
        )
    )


def sheets_of(session: Session, initiative_id: str, revision_hash: str) -> tuple[SheetRecord, ...]:
    """Return the sheets on a revision, by member."""
    query = (
        select(ScoreSheet)
        .where(ScoreSheet.initiative_id == initiative_id, ScoreSheet.revision_hash == revision_hash)
        .order_by(ScoreSheet.member)
    )
    return tuple(
        SheetRecord(
            row.initiative_id,
            row.revision_hash,
            row.member,
            json.loads(row.rubric),
            json.loads(row.points),
            row.note,
            from_text(row.updated_at),
        )
        for row in session.scalars(query)
    )
