"""How long people's data is kept: a rule a person switches on, a list of what is due, its end.

What is due is the result of the central system and some months after it. Then everybody is taken
out of the report by the same code as when a person asks; counts, shares and figures stay.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop_app.domain.dates import months_later
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path
from desktop_app.services import erasing
from desktop_app.services.erasing import Erased
from desktop_app.services.officers import allowed
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, person_rows, tombstones
from desktop_app.storage.settings import write_setting
from desktop_app.workspace import Workspace

SETTING = "retention"


@dataclass(frozen=True)
class RetentionRule:
    """How many months after the last result people are kept; None while it is switched off.

    ``suggested`` and ``source`` are data of this program, to be checked by the office.
    """

    months: int | None
    suggested: int
    least: int
    most: int
    source: dict[str, str]


@dataclass(frozen=True)
class DueReport:
    """A report whose time is over: since when its last result stands."""

    id: str
    code: str
    title: str
    result_on: date
    due_on: date


@cache
def _data() -> dict[str, Any]:
    path = resource_path("privacy", "retention.json")
    return dict(json.loads(path.read_text(encoding="utf-8")))


def rule(workspace: Workspace) -> RetentionRule:
    """Return the rule of this book."""
    kept = workspace.setting(SETTING) or {}
    data = _data()
    return RetentionRule(
        kept.get("months"),
        data["suggested_months"],
        data["least_months"],
        data["most_months"],
        data["source"],
    )


@allowed("erase")
def set_rule(workspace: Workspace, months: int | None) -> RetentionRule:
    """Switch the rule on with so many months, or off. Raises BadInput SSK-972."""
    data = _data()
    least, most = data["least_months"], data["most_months"]
    if months is not None and not least <= months <= most:
        raise BadInput("SSK-972", least=least, most=most)
    with workspace.database.write() as session:
        write_setting(session, SETTING, None if months is None else {"months": months})
        audit.note(session, workspace.now(), "retention rule", months=months or 0)
    return rule(workspace)


def due(workspace: Workspace, *, months: int | None = None) -> tuple[DueReport, ...]:
    """Return what is due, the longest first; with ``months`` as another rule would have it.

    Nothing is due while the rule is switched off.
    """
    months = months or rule(workspace).months
    if months is None:
        return ()
    today, found = workspace.today(), []
    with workspace.database.read() as session:
        done = tombstones.initiatives_erased(session, tombstones.RETENTION)
        for row in person_rows.with_result(session, _data()["final_portal_states"]):
            result_on = date.fromisoformat(row.portal_on)
            due_on = months_later(result_on, months)
            if due_on <= today and row.id not in done:
                found.append(DueReport(row.id, row.code, row.title, result_on, due_on))
    return tuple(sorted(found, key=lambda each: each.due_on))


@allowed("erase")
def apply(workspace: Workspace, ids: tuple[str, ...], step: Step = no_step) -> Erased | None:
    """Take everybody out of reports that are due; None when none of them is.

    What is not due is left alone, whoever names it.
    """
    ready = {report.id for report in due(workspace)}
    wanted = [one for one in dict.fromkeys(ids) if one in ready]
    with workspace.database.read() as session:
        chosen = erasing.everyone_in(session, wanted)
    if not wanted:
        return None
    return erasing.erase(workspace, chosen, step)
