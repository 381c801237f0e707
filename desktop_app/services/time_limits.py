"""What the law wants done by when: warnings with their source, and a list of what is due.

The limits are data (``resources/recognition/time_limits.json``). Nothing is ever refused because
of one: an office may have reasons, and the law may have changed since.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.findings import Finding, Weight
from desktop_app.domain.recognition import said_together
from desktop_app.domain.time_limits import LimitState, TimeLimit, limit_states, read_limits
from desktop_app.messages import sentence
from desktop_app.resource_files import resource_path
from desktop_app.storage import recognitions
from desktop_app.workspace import Workspace

SOON_DAYS = 30
"""So many days before its end a limit is told."""

_LONGEST_FIRST_USE_DAYS = 366 + 90
_OTHERS_WAIT_DAYS, _MOST_OF_OTHERS = 60, 500


@dataclass(frozen=True)
class DueLine:
    """One thing the law wants done: for which initiative, what, by when.

    ``days_left`` is negative once it is overdue.
    """

    initiative_id: str
    code: str
    title: str
    limit: TimeLimit
    due: date
    days_left: int
    year: int


@cache
def limits() -> tuple[TimeLimit, ...]:
    """Return the limits there are, in the order of the procedure."""
    path = resource_path("recognition", "time_limits.json")
    return read_limits(json.loads(path.read_text(encoding="utf-8")))


def states(dates: Mapping[str, Any], today: date) -> tuple[LimitState, ...]:
    """Return how the limits stand for what is known of an initiative."""
    return limit_states(limits(), dates, today)


def months_to_answer() -> int:
    """Return how many months an establishment has to decide on an application."""
    return next(limit.months for limit in limits() if limit.code == "decide")


def findings(found: Iterable[LimitState]) -> tuple[Finding, ...]:
    """Return advice on the limits that were passed, each with its article."""
    return tuple(_finding(state) for state in found if state.late)


def _finding(state: LimitState) -> Finding:
    limit = state.limit
    if limit.code == "decide" and not state.open:
        return Finding("SSK-740", Weight.ADVICE)
    said = {language: limit_text(state, language) for language in ("vi", "en")}
    return Finding("SSK-742", Weight.ADVICE, facts={"limit": limit.code}, said=said)


def limit_text(state: LimitState, language: str) -> str:
    """Return a limit in one sentence: what, by when, how late, after which article."""
    limit = state.limit
    code = "SSK-742" if state.late else "SSK-748"
    said = sentence(
        code,
        language,
        what=limit.names.get(language, limit.names["vi"]),
        due=f"{state.due:%d/%m/%Y}",
        days=state.late,
        source=limit.source,
    )
    if state.year:
        said = f"{sentence('CLI-recognition-year', language, year=state.year)} {said}"
    if not limit.checked:
        said = f"{said} {sentence('CLI-recognition-unchecked', language)}"
    return said


def due(workspace: Workspace, *, within: int = SOON_DAYS, most: int = 200) -> tuple[DueLine, ...]:
    """Return what the law wants done soon or wanted done already, overdue first.

    The form of an application, first use and pay are told of the own unit's initiatives only; of
    other units an office hears what waits long at a council. What is long past is not told for
    ever where data says so.
    """
    today, own = workspace.today(), workspace.own_ids
    with workspace.database.read() as session:
        rows = recognitions.with_limits(
            session,
            own=own,
            used_since=(today - timedelta(days=_LONGEST_FIRST_USE_DAYS)).isoformat(),
            recognised_used_since=(today - timedelta(days=366 * 5)).isoformat(),
            others_filed_until=(today - timedelta(days=_OTHERS_WAIT_DAYS)).isoformat(),
            most_of_others=_MOST_OF_OTHERS,
        )
    lines: list[DueLine] = []
    for row in rows:
        dates = said_together(row.entries) | {"first_applied_date": row.applied_on}
        for state in states(dates, today):
            left = (state.due - today).days
            forget = state.limit.forget_after_days
            if not state.open or left > within or (forget is not None and -left > forget):
                continue
            if state.limit.code == "file" and row.recognition != tracks.Recognition.NOT_FILED:
                continue
            if row.unit_id not in own and state.limit.code != "decide":
                continue
            lines.append(
                DueLine(row.id, row.code, row.title, state.limit, state.due, left, state.year)
            )
    return tuple(sorted(lines, key=lambda line: (line.due, line.code))[:most])
