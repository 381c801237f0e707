"""Files set aside: what could not be taken in, with a copy of it where there was room."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Quarantined
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class QuarantineRecord:
    """A file that was set aside: why (``code``, ``facts``), and what is known of it.

    ``sha256`` names the copy in the store of set-aside files; "" when none was kept.
    """

    id: str
    file_name: str
    size: int
    sha256: str
    code: str
    facts: Mapping[str, Any]
    bundle_id: str | None
    sender_key: str
    unit: str
    at: datetime


def keep(session: Session, record: QuarantineRecord) -> None:
    """Keep a file that was set aside."""
    values = {name: getattr(record, name) for name in QuarantineRecord.__dataclass_fields__}
    values["facts"] = json.dumps(dict(record.facts), ensure_ascii=False, default=str)
    values["at"] = to_text(record.at)
    session.merge(Quarantined(**values))


def all_records(session: Session) -> tuple[QuarantineRecord, ...]:
    """Return everything that is set aside, newest first."""
    rows = session.scalars(select(Quarantined).order_by(Quarantined.at.desc(), Quarantined.id))
    return tuple(_record(row) for row in rows)


def find(session: Session, record_id: str) -> QuarantineRecord | None:
    """Return one file that is set aside, None when it is not."""
    row = session.get(Quarantined, record_id)
    return None if row is None else _record(row)


def forget(session: Session, record_id: str) -> None:
    """Set a file aside no longer."""
    session.execute(delete(Quarantined).where(Quarantined.id == record_id))


def _record(row: Quarantined) -> QuarantineRecord:
    values = {name: getattr(row, name) for name in QuarantineRecord.__dataclass_fields__}
    values["facts"] = json.loads(row.facts)
    values["at"] = from_text(row.at)
    return QuarantineRecord(**values)
