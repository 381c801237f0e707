"""What the due list and the papers ask of the recognition records, in few queries."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from desktop_app.domain.recognition import said_together
from desktop_app.domain.tracks import Recognition
from desktop_app.storage.desk_tables import ScoreSheet
from desktop_app.storage.tables import Initiative, RecognitionRecord, Revision

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


def own_entries_with(session: Session, name: str) -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
    """Return all entries of the initiatives recorded here of which one says something of a name.

    What came in bundles is left out: it bears the numbers of other establishments.
    """
    record = RecognitionRecord
    query = (
        select(record.initiative_id)
        .outerjoin(
            Revision,
            and_(
                Revision.initiative_id == record.initiative_id,
                Revision.hash == record.revision_hash,
            ),
        )
        .where(
            record.content.contains(f"{json.dumps(name)}: ", autoescape=True),
            Revision.bundle_id.is_(None),
        )
        .distinct()
    )
    return entries_of(session, list(session.scalars(query)))


def certificate_owners(session: Session) -> dict[str, str]:
    """Return which initiative has a certificate number, as it stands after corrections."""
    owners: dict[str, str] = {}
    for initiative_id, entries in own_entries_with(session, "certificate_no").items():
        kept = said_together(entries).get("certificate_no")
        for number in kept if isinstance(kept, list) else [kept]:
            if number:
                owners[str(number)] = initiative_id
    return owners


def receipt_numbers(session: Session, year: int) -> set[str]:
    """Return the numbers of the register of a year: as given, and as they were put right."""
    taken: set[str] = set()
    for entries in own_entries_with(session, "receipt_no").values():
        for said in (*(content for _state, content in entries), said_together(entries)):
            if str(said.get("filed_date", "")).startswith(f"{year}-") and said.get("receipt_no"):
                taken.add(str(said["receipt_no"]))
    return taken
