"""The log of who did what when: append-only, without content."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.domain.identifiers import uuid7
from desktop_app.storage.tables import Audit
from desktop_app.storage.times import to_text


@dataclass(frozen=True)
class AuditLine:
    """A line of the log; ``facts`` is JSON, ``at`` stored text."""

    at: str
    action: str
    facts: str
    by: str


def lines_about(session: Session, subject: str) -> tuple[AuditLine, ...]:
    """Return the lines about something, oldest first."""
    query = select(Audit.at, Audit.action, Audit.facts, Audit.by)
    rows = session.execute(query.where(Audit.subject == subject).order_by(Audit.row))
    return tuple(AuditLine(*row) for row in rows)


def note(session: Session, now: datetime, action: str, subject: str = "", **facts: Any) -> None:
    """Add a line: an action, the identifier it was done to, and facts that name no person.

    Who did it is who writes in this session. When the same session changed the subject before
    (``initiatives.change``), the line holds which version it became by that.
    """
    versions = session.info.get("versions", {})
    if subject in versions:
        facts.setdefault("version", versions[subject])
    session.add(
        Audit(
            id=uuid7(now),
            at=to_text(now),
            action=action,
            subject=subject,
            facts=json.dumps(facts, ensure_ascii=False, sort_keys=True),
            by=session.info.get("by", ""),
        )
    )
