"""Drafts from the rows of a unit's list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.findings import Path
from desktop_app.errors import AppError
from desktop_app.services import backups, drafting
from desktop_app.services.registrations.columns import Column, remember_columns
from desktop_app.services.registrations.judging import Row, Verdict, mark_of
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class Outcome:
    """What became of the rows that were taken: identifiers by row, refused ones with the code."""

    new: Mapping[int, str]
    changed: Mapping[int, str]
    refused: Mapping[int, str]


def take(
    workspace: Workspace,
    rows: Sequence[Row],
    columns: Sequence[Column],
    step: Step = no_step,
) -> Outcome:
    """Begin a draft for every new or unclear row, change the drafts of changed ones.

    Rows are taken one after another: when the person stops, what is in stays in, and the same
    list again goes on where it stopped. What is unclear is kept as text to look at.
    """
    backups.before_many(workspace, len(rows), least=backups.MANY_LINES)
    remember_columns(workspace, columns)
    new: dict[int, str] = {}
    changed: dict[int, str] = {}
    refused: dict[int, str] = {}
    wanted = [row for row in rows if row.verdict not in (Verdict.SAME, Verdict.EMPTY)]
    for place, row in enumerate(wanted):
        step(place, len(wanted))
        try:
            if row.verdict is Verdict.CHANGED:
                drafting.edit(workspace, row.initiative_id, row.answers)
                initiative_id = changed[row.number] = row.initiative_id
            else:
                initiative_id = new[row.number] = drafting.new_initiative(
                    workspace, None, row.answers
                )
                _keep_unread(workspace, initiative_id, row.unread)
            known = {"id": initiative_id, "mark": mark_of(row.answers, row.unread)}
            workspace.set_setting(f"registration {row.key}", known)
        except AppError as error:
            refused[row.number] = error.code
    return Outcome(new, changed, refused)


def _keep_unread(workspace: Workspace, initiative_id: str, unread: Mapping[str, str]) -> None:
    """Keep what is no clear answer beside the draft, where the checklist asks about it."""
    if not unread:
        return
    draft = drafting.open_draft(workspace, initiative_id)
    pending: dict[Path, str] = {
        tuple(int(step) if step.isdigit() else step for step in name.split(".")): text
        for name, text in unread.items()
    }
    drafting.save_draft(workspace, initiative_id, draft.answers, pending, draft.history)
