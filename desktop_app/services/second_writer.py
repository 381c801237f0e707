"""What another officer did with an initiative while this one had it open.

Nothing is overwritten: verdicts are added one after the other, and what was seen is named when
deciding, so that a decision on something that moved on is asked about first.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from desktop_app.errors import NotAllowed
from desktop_app.services.drafting import QuestionComment
from desktop_app.storage import audit, initiatives, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.times import from_text
from desktop_app.workspace import Workspace

CHANGED = "SSK-105"
"""The code a decision is refused with when what was seen is not what stands there any more."""


@dataclass(frozen=True)
class Change:
    """One thing somebody did: ``action`` is the log's word for it, ``by`` "" when unknown."""

    action: str
    by: str
    at: datetime
    verdict: str = ""
    comment: str = ""
    questions: tuple[QuestionComment, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What was done since a version was seen; ``version`` is what stands there now."""

    initiative_id: str
    code: str
    title: str
    version: int
    verdict: str
    changes: tuple[Change, ...]


def version_of(workspace: Workspace, initiative_id: str) -> int:
    """Return the version to name later as the one that was seen."""
    with workspace.database.read() as session:
        return initiatives.get(session, initiative_id).version


def check_seen(record: InitiativeRecord, seen: int | None) -> None:
    """Refuse to go on with what moved on since it was seen (NotAllowed SSK-105)."""
    if seen is not None and record.version != seen:
        raise NotAllowed(CHANGED)


def difference(workspace: Workspace, initiative_id: str, seen: int) -> Difference | None:
    """Return what was done since a version was seen, oldest first; None when nothing was."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        if record.version == seen:
            return None
        lines = audit.lines_about(session, initiative_id)
        said = {v.decided_at: v for v in verdicts.verdicts_of(session, initiative_id)}
    changes = []
    for line in lines:
        facts = json.loads(line.facts)
        if facts.get("version", 0) <= seen:
            continue
        at = from_text(line.at)
        verdict = said.get(at) if line.action == "decide" else None
        changes.append(
            Change(
                line.action,
                line.by,
                at,
                str(facts.get("verdict", "")),
                verdict.comment if verdict else "",
                tuple(QuestionComment(q, t) for q, t in verdict.questions.items())
                if verdict
                else (),
            )
        )
    return Difference(
        record.id,
        record.code,
        record.title,
        record.version,
        record.submission,
        tuple(changes),
    )
