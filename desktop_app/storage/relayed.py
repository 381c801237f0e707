"""What was passed on to the level above, and what that level said of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Initiative, Relayed, Tombstone
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class RelayedRecord:
    """A revision that was passed on; ``verdict`` None until the level above decided.

    ``sequence`` is the number of the newest answer of that level, 0 while none came.
    """

    initiative_id: str
    revision_hash: str
    bundle_id: str
    verdict: str | None
    comment: str
    sequence: int
    at: datetime


def keep(session: Session, record: RelayedRecord) -> None:
    """Keep that a revision was passed on, or what was said of it."""
    values = {name: getattr(record, name) for name in RelayedRecord.__dataclass_fields__}
    session.merge(Relayed(**values | {"at": to_text(record.at)}))


def _not_given() -> ColumnElement[bool]:
    """Say that the level above was not given the current revision, or it was withdrawn since."""
    given = select(Relayed.initiative_id).where(
        Relayed.initiative_id == Initiative.id,
        Relayed.revision_hash == Initiative.revision_hash,
        Relayed.verdict.is_distinct_from("withdrawn"),
    )
    # What people were erased from is no longer what its writer signed: it cannot be passed on.
    erased = select(Tombstone.hash).where(
        Tombstone.hash == Initiative.revision_hash, Tombstone.kind == "revision"
    )
    fits = Initiative.submission.in_(("accepted", "uploaded"))
    return fits & ~given.exists() & ~erased.exists()


def ids_not_given(session: Session) -> tuple[str, ...]:
    """Return the accepted initiatives the level above has not been given, oldest change first."""
    query = select(Initiative.id).where(_not_given())
    return tuple(session.scalars(query.order_by(Initiative.updated_at, Initiative.row)))


def count_not_given(session: Session) -> int:
    """Return how many they are."""
    return session.scalar(select(func.count()).select_from(Initiative).where(_not_given())) or 0


def begin_anew(session: Session) -> None:
    """Forget the numbers of answers: the level above has another key, whose numbers begin anew."""
    session.execute(update(Relayed).values(sequence=0))


def find(session: Session, initiative_id: str, revision_hash: str) -> RelayedRecord | None:
    """Return what is known of a revision that was passed on, None when it was not."""
    row = session.get(Relayed, (initiative_id, revision_hash))
    return None if row is None else _record(row)


def all_records(session: Session) -> tuple[RelayedRecord, ...]:
    """Return everything that was passed on."""
    return tuple(_record(row) for row in session.scalars(select(Relayed)))


def _record(row: Relayed) -> RelayedRecord:
    values = {name: getattr(row, name) for name in RelayedRecord.__dataclass_fields__}
    return RelayedRecord(**values | {"at": from_text(row.at)})
