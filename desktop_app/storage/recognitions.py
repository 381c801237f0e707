"""What the due list and the papers ask of the recognition records, in few queries."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.tracks import Recognition
from desktop_app.storage.tables import Initiative, RecognitionRecord, Revision, ScoreSheet

_CHUNK = 500


@dataclass(frozen=True)
class LimitedRow:
    """An initiative a limit may run for, with its entries (state, content), oldest first."""

    id: str
    code: str
    title: str
    unit_id: str
    recognition: str
    applied_on: str
    entries: tuple[tuple[str, Mapping[str, Any]], ...]


def with_limits(
    session: Session,
    *,
    own: Sequence[str],
    used_since: str,
    recognised_used_since: str,
    others_filed_until: str,
    most_of_others: int,
) -> tuple[LimitedRow, ...]:
    """Return the initiatives a time limit may run for.

    Of the ``own`` units: those at the council, those not filed and first used since a day, those
    recognised and first used since another day, whose authors may be paid. Of other units the
    ``most_of_others`` that wait at their council longest, if filed until a day.
    """
    used, state = Initiative.applied_on, Initiative.recognition
    columns = ("id", "code", "title", "unit_id", "recognition", "applied_on")
    every = select(*(getattr(Initiative, name) for name in columns))
    mine = every.where(
        Initiative.unit_id.in_(own),
        or_(
            state == Recognition.FILED,
            and_(state == Recognition.NOT_FILED, used >= used_since),
            and_(state == Recognition.RECOGNISED, used >= recognised_used_since),
        ),
    )
    others = (
        every.where(
            Initiative.unit_id.not_in(own),
            state == Recognition.FILED,
            Initiative.recognition_on <= others_filed_until,
        )
        .order_by(Initiative.recognition_on, Initiative.row)
        .limit(most_of_others)
    )
    rows = [*session.execute(mine), *session.execute(others)]
    asked = [row.id for row in rows if row.recognition != Recognition.NOT_FILED]
    entries = entries_of(session, asked)
    return tuple(
        LimitedRow(
            row.id,
            row.code,
            row.title,
            row.unit_id,
            row.recognition,
            row.applied_on,
            tuple(entries.get(row.id, ())),
        )
        for row in rows
    )


def entries_of(
    session: Session, initiative_ids: Sequence[str]
) -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
    """Return the entries (state, content) of several initiatives, oldest first."""
    found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    record = RecognitionRecord
    for start in range(0, len(initiative_ids), _CHUNK):
        query = (
            select(record.initiative_id, record.state, record.content)
            .where(record.initiative_id.in_(initiative_ids[start : start + _CHUNK]))
            .order_by(record.row)
        )
        for initiative_id, state, content in session.execute(query):
            found.setdefault(initiative_id, []).append((state, json.loads(content)))
    return found


def score_average(
    session: Session, initiative_id: str, revision_hash: str | None
) -> tuple[int, float] | None:
    """Return how many sheets scored a revision and their average; None without a sheet."""
    sheets = session.scalars(
        select(ScoreSheet.points).where(
            ScoreSheet.initiative_id == initiative_id, ScoreSheet.revision_hash == revision_hash
        )
    )
    sums = []
    for text in sheets:
        points = [
            value
            for value in dict(json.loads(text)).values()
            if isinstance(value, int | float) and not isinstance(value, bool)
        ]
        sums.append(sum(points))
    return (len(sums), sum(sums) / len(sums)) if sums else None


def certified(session: Session, numbers: Sequence[str]) -> set[str]:
    """Return the initiatives recorded here that have one of some certificate numbers."""
    record = RecognitionRecord
    said = [
        record.content.contains(json.dumps(number, ensure_ascii=False), autoescape=True)
        for number in numbers
    ]
    query = (
        select(record.initiative_id, record.content)
        .join(Initiative, Initiative.id == record.initiative_id)
        .outerjoin(
            Revision,
            and_(
                Revision.initiative_id == record.initiative_id,
                Revision.hash == record.revision_hash,
            ),
        )
        # What came in bundles has the numbers of other establishments.
        .where(or_(*said), Revision.bundle_id.is_(None))
    )
    wanted = set(numbers)
    found = set()
    for initiative_id, content in session.execute(query):
        kept = json.loads(content).get("certificate_no")
        if isinstance(kept, list) and wanted & {str(number) for number in kept}:
            found.add(initiative_id)
    return found
