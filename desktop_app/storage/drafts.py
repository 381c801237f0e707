"""Drafts: the answers being written, and the steps undo goes back to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.findings import Path
from desktop_app.domain.history import AnswerHistory, path_of, path_text
from desktop_app.domain.initiative import Answers
from desktop_app.storage.tables import Draft, DraftCopy, DraftStep, Initiative, TrackStep
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class DraftRecord:
    """Answers being written, and text typed but not yet committed to a field."""

    answers: dict[str, Any]
    pending: dict[Path, str]
    saved_at: datetime


def write_draft(
    session: Session,
    initiative_id: str,
    answers: Answers,
    pending: Mapping[Path, str],
    now: datetime,
) -> None:
    """Keep the answers being written."""
    values = {
        "answers": json.dumps(answers, ensure_ascii=False),
        "pending": json.dumps(
            {path_text(path): text for path, text in pending.items()}, ensure_ascii=False
        ),
        "saved_at": to_text(now),
    }
    done = session.execute(update(Draft).where(Draft.initiative_id == initiative_id).values(values))
    if done.rowcount == 0:  # type: ignore[attr-defined]
        session.execute(insert(Draft).values(initiative_id=initiative_id, **values))


def read_draft(session: Session, initiative_id: str) -> DraftRecord | None:
    """Return the answers being written, None when nothing is."""
    row = session.get(Draft, initiative_id)
    if row is None:
        return None
    pending = {_pending_path(name): text for name, text in json.loads(row.pending).items()}
    return DraftRecord(json.loads(row.answers), pending, from_text(row.saved_at))


def _pending_path(name: str) -> Path:
    """Return the path of a pending text; the first books kept it with points."""
    if name.startswith("["):
        return path_of(name)
    return tuple(int(step) if step.isdigit() else step for step in name.split("."))


def drop_draft(session: Session, initiative_id: str) -> None:
    """Forget the answers being written and their steps: they were frozen or thrown away."""
    for table in (DraftStep, DraftCopy, Draft):
        session.execute(delete(table).where(table.initiative_id == initiative_id))


def delete_unfrozen(session: Session, initiative_id: str) -> None:
    """Delete an initiative that was never frozen."""
    drop_draft(session, initiative_id)
    row = session.scalars(select(Initiative).where(Initiative.id == initiative_id)).one()
    session.execute(delete(TrackStep).where(TrackStep.initiative_row == row.row))
    session.delete(row)


# Steps


def write_steps(session: Session, initiative_id: str, history: AnswerHistory) -> None:
    """Keep what changed in the steps of a draft since they were last kept."""
    for change in history.changes():
        mine = (DraftStep.initiative_id == initiative_id) & (DraftStep.path == change.path)
        replaced = or_(DraftStep.number >= change.since, DraftStep.number < change.oldest)
        session.execute(delete(DraftStep).where(mine, replaced))
        rows = [
            {
                "initiative_id": initiative_id,
                "path": change.path,
                "number": number,
                "value": json.dumps(value, ensure_ascii=False),
            }
            for number, value in enumerate(change.values, start=change.since)
        ]
        if rows:
            session.execute(insert(DraftStep), rows)
    places = json.dumps(history.places(), ensure_ascii=False)
    kept = (Draft.initiative_id == initiative_id) & (Draft.places != places)
    session.execute(update(Draft).where(kept).values(places=places))


def read_steps(session: Session, initiative_id: str) -> AnswerHistory:
    """Return the history of a draft, an empty one when nothing was changed yet."""
    rows = session.execute(
        select(DraftStep.path, DraftStep.number, DraftStep.value)
        .where(DraftStep.initiative_id == initiative_id)
        .order_by(DraftStep.path, DraftStep.number)
    )
    steps = [(path, number, json.loads(value)) for path, number, value in rows]
    places = session.scalar(select(Draft.places).where(Draft.initiative_id == initiative_id))
    return AnswerHistory.read(steps, json.loads(places or "{}"))


# The same draft on another computer


@dataclass(frozen=True)
class DraftCopyRecord:
    """A draft as another computer of the team has it."""

    answers: dict[str, Any]
    device: str
    saved_at: datetime


def write_copy(
    session: Session,
    initiative_id: str,
    answers: Answers,
    device: str,
    saved_at: datetime,
    now: datetime,
) -> None:
    """Keep a draft of another computer beside ours; a later one takes its place."""
    drop_copy(session, initiative_id)
    session.execute(
        insert(DraftCopy).values(
            initiative_id=initiative_id,
            answers=json.dumps(answers, ensure_ascii=False),
            device=device,
            saved_at=to_text(saved_at),
            taken_at=to_text(now),
        )
    )


def read_copy(session: Session, initiative_id: str) -> DraftCopyRecord | None:
    """Return what another computer has of a draft, None when nothing is to be merged."""
    row = session.get(DraftCopy, initiative_id)
    if row is None:
        return None
    return DraftCopyRecord(json.loads(row.answers), row.device, from_text(row.saved_at))


def drop_copy(session: Session, initiative_id: str) -> None:
    """Forget what another computer has of a draft."""
    session.execute(delete(DraftCopy).where(DraftCopy.initiative_id == initiative_id))


def waiting_copies(session: Session) -> tuple[str, ...]:
    """Return the initiatives that are to be merged."""
    return tuple(session.scalars(select(DraftCopy.initiative_id)))
