"""Score sheets: each member's points on a revision by a rubric, and what they come to together.

A sheet keeps the rubric as it stood, so that it stays readable when the rubric changes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from desktop_app.domain.lengths import LONGEST_TEXT, check_length
from desktop_app.domain.rubrics import (
    Averaged,
    Result,
    Rubric,
    averaged,
    check_points,
    points_text,
    read_rubric,
    result_of,
)
from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path
from desktop_app.services.printed_facts import RUBRIC_SETTING, USUAL_RUBRIC, rubric
from desktop_app.storage import initiatives, review_notes
from desktop_app.storage.review_notes import SheetRecord
from desktop_app.workspace import Workspace

_LONGEST_NAME = 120


@dataclass(frozen=True)
class Sheet:
    """A member's sheet; ``other_rubric``: it was filled by another rubric than the one shown."""

    member: str
    rubric: Rubric
    points: Mapping[str, Decimal]
    note: str
    result: Result
    updated_at: datetime
    other_rubric: bool


@dataclass(frozen=True)
class Scores:
    """The sheets on the revision on the desk; ``together`` counts complete ones by ``rubric``."""

    rubric_id: str
    rubric: Rubric
    sheets: tuple[Sheet, ...]
    together: Averaged | None


def rubric_names() -> dict[str, str]:
    """Return the rubrics there are: identifier → name."""
    return {name: str(data["name"]) for name, data in _rubrics().items()}


@cache
def _rubrics() -> Mapping[str, Mapping[str, Any]]:
    """Return the rubrics that ship with the program, read once."""
    return {
        path.stem: {"id": path.stem, **json.loads(path.read_text("utf-8"))}
        for path in sorted(resource_path("rubrics").glob("*.json"))
    }


def usual_rubric(workspace: Workspace) -> str:
    """Return the identifier of the rubric this book uses where no sheet says otherwise."""
    chosen = str(workspace.setting(RUBRIC_SETTING, USUAL_RUBRIC))
    return chosen if chosen in rubric_names() else USUAL_RUBRIC


def _data(rubric_id: str) -> Mapping[str, Any]:
    known = _rubrics()
    if rubric_id not in known:
        raise BadInput("SSK-844", name=rubric_id, names="; ".join(known))
    return known[rubric_id]


def rubric_of(rubric_id: str) -> Rubric:
    """Return a rubric by its identifier. Raises BadInput SSK-844 for one not known."""
    return read_rubric(_data(rubric_id))


def scores_of(workspace: Workspace, initiative_id: str, rubric_id: str = "") -> Scores:
    """Return the sheets on the revision on the desk and what they come to.

    Without a rubric the one of the newest sheet, else the usual one.
    """
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        kept = review_notes.sheets_of(session, initiative_id, record.revision_hash or "")
    if not rubric_id:
        known = rubric_names()
        used = [str(s.rubric.get("id", "")) for s in sorted(kept, key=lambda s: s.updated_at)]
        rubric_id = next((each for each in reversed(used) if each in known), "")
    rubric_id = rubric_id or usual_rubric(workspace)
    shown = rubric_of(rubric_id)
    sheets = tuple(_sheet(each, shown) for each in kept)
    mine = [sheet.points for sheet in sheets if not sheet.other_rubric]
    return Scores(rubric_id, shown, sheets, averaged(shown, mine))


def _sheet(kept: SheetRecord, shown: Rubric) -> Sheet:
    used = read_rubric(kept.rubric)
    points = {name: Decimal(value) for name, value in kept.points.items()}
    result = result_of(used, points)
    return Sheet(kept.member, used, points, kept.note, result, kept.updated_at, used != shown)


def keep_sheet(
    workspace: Workspace,
    initiative_id: str,
    member: str,
    rubric_id: str,
    points: Mapping[str, Any],
    note: str = "",
) -> Result:
    """Keep a member's points on the revision on the desk; what is missing can follow later.

    A member named alike, but for case and marks, is the same one. Raises BadInput SSK-842 for
    points that do not fit, SSK-843 for a member without a name, SSK-844 for an unknown rubric
    or criterion, SSK-526 for a note too long.
    """
    data = _data(rubric_id)
    used = read_rubric(data)
    member = tidy(member)
    if not 1 <= len(member) <= _LONGEST_NAME:
        raise BadInput("SSK-843", most=_LONGEST_NAME)
    read = check_points(used, points)
    check_length(note, LONGEST_TEXT, "note")
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        mark = record.revision_hash or ""
        for known in review_notes.sheets_of(session, initiative_id, mark):
            if fold(known.member) == fold(member):
                review_notes.drop_sheet(session, initiative_id, mark, known.member)
        review_notes.put_sheet(
            session,
            SheetRecord(
                initiative_id,
                mark,
                member,
                data,
                {name: str(value) for name, value in read.items()},
                note.strip(),
                now,
            ),
        )
    names = workspace_members(workspace)
    if member not in names:
        workspace.set_setting("score_members", [member, *names][:40])
    return result_of(used, read)


def drop_sheet(workspace: Workspace, initiative_id: str, member: str) -> None:
    """Take a member's sheet on the revision on the desk away."""
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        review_notes.drop_sheet(session, initiative_id, record.revision_hash or "", member)


def workspace_members(workspace: Workspace) -> tuple[str, ...]:
    """Return who filled sheets in this book before, to be offered again."""
    return tuple(workspace.setting("score_members", ()))


def printed_scores(
    workspace: Workspace, initiative_id: str
) -> tuple[dict[str, str], dict[str, Any]]:
    """Return what papers print of the sheets: facts of the recognition record, and the rubric.

    The facts are how many complete sheets there are and their mean, none without a sheet. The
    rubric is filled with the only member's points, else with the mean of all.
    """
    scores = scores_of(workspace, initiative_id)
    printed = rubric(scores.rubric_id)
    together = scores.together
    mine = [s for s in scores.sheets if s.result.complete and not s.other_rubric]
    if together is None:
        return {}, printed
    names = ", ".join(sheet.member for sheet in mine)
    result = together.result
    said = {True: "đạt", False: "không đạt", None: ""}[result.passed]
    filled = printed | {
        "criteria": [
            {**criterion, "points": points_text(together.points[criterion["name"]])}
            for criterion in printed["criteria"]
        ],
        "member": names if len(mine) == 1 else f"điểm trung bình của {len(mine)} người: {names}",
        "given": points_text(result.total),
        "note": "; ".join(sheet.note for sheet in mine if sheet.note),
        "conclusion": f"{said} ({result.grade})" if result.grade else said,
    }
    facts = {"score_sheets": str(len(mine)), "score_avg": points_text(result.total)}
    return facts, filled
