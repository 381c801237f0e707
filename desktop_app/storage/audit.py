"""The log of who did what when: append-only, without content."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.identifiers import uuid7
from desktop_app.storage.tables import Audit
from desktop_app.storage.times import to_text


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
