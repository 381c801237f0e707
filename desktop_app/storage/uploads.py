"""Files on their way over the network, in the order they are sent."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import Upload
from desktop_app.storage.times import from_text, to_text

WAITING, SENDING, PAUSED, FAILED, DONE = "waiting", "sending", "paused", "failed", "done"


@dataclass(frozen=True)
class UploadRecord:
    """A file being sent to an address, or that was; ``storage/desk_tables.py`` tells each field."""

    id: str
    position: int
    file: str
    size: int
    modified: int
    sha256: str
    computer: str
    connector: str
    address: str
    place: str
    sent: int
    state: str
    tries: int
    reason: str
    checked: str
    package_id: str | None
    added_at: datetime
    ended_at: datetime | None


def add(session: Session, record: UploadRecord) -> UploadRecord:
    """Add a file at the end of its computer's queue; return it with its position."""
    query = select(func.max(Upload.position)).where(Upload.computer == record.computer)
    record = replace(record, position=(session.scalar(query) or 0) + 1)
    session.add(Upload(**_values(record)))
    return record


def change(session: Session, upload_id: str, **values: Any) -> UploadRecord:
    """Change a file of the queue; return it as it is now. Raises KeyError when it is gone."""
    row = session.get(Upload, upload_id)
    if row is None:
        raise KeyError(upload_id)
    for name, value in values.items():
        setattr(row, name, to_text(value) if isinstance(value, datetime) else value)
    return _record(row)


def find(session: Session, upload_id: str) -> UploadRecord | None:
    """Return one file of the queue, None when it is not there."""
    row = session.get(Upload, upload_id)
    return None if row is None else _record(row)


def all_of(session: Session, computer: str) -> tuple[UploadRecord, ...]:
    """Return the files of a computer's queue in their order, those that went up among them."""
    query = select(Upload).where(Upload.computer == computer)
    return tuple(_record(row) for row in session.scalars(query.order_by(Upload.position)))


def remove(session: Session, upload_id: str) -> None:
    """Take a file out of the queue."""
    session.execute(delete(Upload).where(Upload.id == upload_id))


def _values(record: UploadRecord) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in UploadRecord.__dataclass_fields__}
    values["added_at"] = to_text(record.added_at)
    values["ended_at"] = None if record.ended_at is None else to_text(record.ended_at)
    return values


def _record(row: Upload) -> UploadRecord:
    values = {name: getattr(row, name) for name in UploadRecord.__dataclass_fields__}
    values["added_at"] = from_text(row.added_at)
    values["ended_at"] = None if row.ended_at is None else from_text(row.ended_at)
    return UploadRecord(**values)
