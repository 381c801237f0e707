"""What offices below report of their units' figures; only the newest report of each is kept."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import ReportedFigures


@dataclass(frozen=True)
class ReportedRecord:
    """A unit's own numbers on a day, without those of units below it."""

    scope: str
    unit_id: str
    office_id: str
    as_of: date
    numbers: tuple[int, ...]
    base: int | None
    target: int | None


def keep_report(session: Session, office_id: str, records: Iterable[ReportedRecord]) -> None:
    """Keep an office's report instead of its earlier one; a unit is reported by one office."""
    rows = [
        {
            "scope": each.scope,
            "unit_id": each.unit_id,
            "office_id": office_id,
            "as_of": each.as_of.isoformat(),
            "numbers": json.dumps(each.numbers),
            "base": each.base,
            "target": each.target,
        }
        for each in records
    ]
    session.execute(delete(ReportedFigures).where(ReportedFigures.office_id == office_id))
    if rows:
        told = {row["unit_id"] for row in rows}
        session.execute(delete(ReportedFigures).where(ReportedFigures.unit_id.in_(told)))
        session.execute(insert(ReportedFigures), rows)


def reported(session: Session, scope: str) -> Mapping[str, ReportedRecord]:
    """Return what is reported of each unit for a programme, a phase, or what runs ("")."""
    rows = session.scalars(select(ReportedFigures).where(ReportedFigures.scope == scope))
    return {
        row.unit_id: ReportedRecord(
            row.scope,
            row.unit_id,
            row.office_id,
            date.fromisoformat(row.as_of),
            tuple(json.loads(row.numbers)),
            row.base,
            row.target,
        )
        for row in rows
    }


def newest_report(session: Session, office_id: str) -> date | None:
    """Return the day of an office's report that is kept, None without one."""
    query = select(ReportedFigures.as_of).where(ReportedFigures.office_id == office_id).limit(1)
    found = session.scalar(query)
    return date.fromisoformat(found) if found else None


def any_reported(session: Session) -> bool:
    """Return whether an office below reported anything."""
    return session.scalar(select(ReportedFigures.unit_id).limit(1)) is not None
