"""The establishment's own decision, kept as records beside the report (clarification 2)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.dates import first_day, months_later
from desktop_app.domain.findings import Finding, Weight
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput
from desktop_app.services.moving import move
from desktop_app.storage import audit, initiatives, verdicts
from desktop_app.storage.verdicts import RecognitionEntry
from desktop_app.workspace import Workspace

MONTHS_TO_DECIDE = 3
"""Điều 7 khoản 1 Điều lệ Sáng kiến: three months from acceptance."""


def record(
    workspace: Workspace,
    initiative_id: str,
    state: str,
    *,
    decision_no: str = "",
    decision_date: date | None = None,
    decision_by: str = "",
    more: Mapping[str, Any] | None = None,
) -> tuple[Finding, ...]:
    """Keep an entry on the recognition track and return warnings.

    ``more`` holds council fields: council_name, council_date, minutes_no, votes_for, votes_total,
    filed_date, reason. Raises BadInput SSK-580 for recognised without number, date and signer,
    SSK-581 for a decision before its council or after today.
    """
    now = workspace.now()
    content = {name: value for name, value in (more or {}).items() if value not in (None, "")}
    content |= {
        name: value
        for name, value in {
            "decision_no": tidy(decision_no),
            "decision_date": decision_date.isoformat() if decision_date else "",
            "decision_by": tidy(decision_by),
        }.items()
        if value
    }
    if state not in set(tracks.Recognition):
        raise BadInput("SSK-582", state=state)
    wanted = ("decision_no", "decision_date", "decision_by")
    if state == tracks.Recognition.RECOGNISED and not all(name in content for name in wanted):
        raise BadInput("SSK-580")
    _check_dates(content, workspace.today())
    with workspace.database.write() as session:
        row = initiatives.get(session, initiative_id)
        row = move(session, row, tracks.RECOGNITION, state, now, on=decision_date)
        entry = RecognitionEntry(uuid7(now), row.id, row.revision_hash, state, content, now)
        verdicts.add_recognition(session, entry)
        audit.note(session, now, "recognition", row.id, state=state)
    return warnings(content)


def _check_dates(content: Mapping[str, Any], today: date) -> None:
    decided, met = content.get("decision_date"), content.get("council_date")
    if decided and (first_day(decided) > today or (met and decided < met)):
        raise BadInput("SSK-581")


def warnings(content: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Return what the law warns of: late decisions, votes below two thirds."""
    found: list[Finding] = []
    filed, decided = content.get("filed_date"), content.get("decision_date")
    if filed and decided and first_day(decided) > months_later(first_day(filed), MONTHS_TO_DECIDE):
        found.append(Finding("SSK-740", Weight.ADVICE))
    votes, total = content.get("votes_for"), content.get("votes_total")
    if votes is not None and total and 3 * int(votes) < 2 * int(total):
        found.append(Finding("SSK-741", Weight.ADVICE, facts={"votes": votes, "total": total}))
    return tuple(found)


def history(workspace: Workspace, initiative_id: str) -> tuple[RecognitionEntry, ...]:
    """Return the entries on an initiative's recognition track, oldest first."""
    with workspace.database.read() as session:
        return verdicts.recognitions_of(session, initiative_id)
