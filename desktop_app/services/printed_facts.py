"""What papers print beside the answers: units, the recognition record, rubric, legal basis.

The establishment's facts belong to the recognition record, not to the form (clarification 2).
Nothing is made up: what is not recorded yet is empty, and the templates print room to write.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desktop_app.domain.checks import MOST_AUTHORS
from desktop_app.domain.dates import display_date, first_day
from desktop_app.domain.recognition import (
    day_of,
    members_in,
    said_together,
    threshold_in,
    vote_of,
    whole,
)
from desktop_app.resource_files import resource_path
from desktop_app.services.councils import usual_threshold
from desktop_app.storage import units, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.verdicts import RecognitionEntry
from desktop_app.workspace import Workspace

USUAL_RUBRIC = "hoi-dong-co-so"
RUBRIC_SETTING = "rubric"

RECOGNITION: Mapping[str, str] = {
    "state": "",
    "receipt_no": "01",
    "received_date": "2026-11-03",
    "received_by": "Nguyễn Văn A",
    "accepted_date": "2026-11-05",
    "answer_due_date": "2027-02-05",
    "council_name": "Hội đồng sáng kiến",
    "council_date": "2026-11-07",
    "minutes_no": "02/BB-HĐSK",
    "present": "5",
    "members_total": "5",
    "union_present": "yes",
    "votes_for": "5",
    "votes_total": "5",
    "score_sheets": "5",
    "score_avg": "85",
    "reason": "",
    "decision_no": "118/QĐ",
    "decision_date": "2026-11-09",
    "decision_body": "",
    "decision_by": "Nguyễn Văn B",
    "decision_level": "",
    "certificate_no": "",
    "certificate_date": "",
}
"""Every field a template can print of the recognition record, with a value to try it."""

ROLES = (
    "Chủ tịch Hội đồng",
    "Phó Chủ tịch Hội đồng",
    "Thư ký Hội đồng",
    "Ủy viên",
    "Ủy viên, đại diện tổ chức công đoàn của tác giả",
)
"""Who sits on a council (Điều 8 Điều lệ Sáng kiến), to write names beside."""


def printed_facts(workspace: Workspace, record: InitiativeRecord) -> dict[str, Any]:
    """Return what the program knows of an initiative beside its answers."""
    today = workspace.today()
    with workspace.database.read() as session:
        by_id = {unit.id: unit for unit in units.all_units(session, today)}
        entries = verdicts.recognitions_of(session, record.id)
    unit = by_id.get(record.unit_id)
    superior = by_id.get(unit.parent_id or "") if unit else None
    from desktop_app.services.score_sheets import printed_scores

    scored, printed_rubric = printed_scores(workspace, record.id)
    recorded = scored | _recorded(entries)
    decided = day_of(recorded.get("decision_date"))
    return {
        "dossier_code": record.code,
        "unit_name": unit.name if unit else "",
        "superior_unit_name": superior.name if superior else "",
        "recognition": recognition_facts(recorded),
        "rubric": printed_rubric,
        "legal_basis": legal_basis(first_day(decided) if decided else today),
    }


def sample_facts() -> dict[str, Any]:
    """Return stand-ins for what the program knows, for checks and previews."""
    return {
        "dossier_code": "ABC-2026-0001",
        "unit_name": "CĐCS",
        "superior_unit_name": "CĐ cấp trên",
        "recognition": recognition_facts(RECOGNITION),
        "rubric": rubric(USUAL_RUBRIC),
        "legal_basis": legal_basis(date(2026, 11, 9)),
    }


def _recorded(entries: Sequence[RecognitionEntry]) -> dict[str, Any]:
    """Return what all entries say together; a later one goes before an earlier."""
    return said_together((entry.state, entry.content) for entry in entries)


def recognition_facts(recorded: Mapping[str, Any]) -> dict[str, Any]:
    """Return the recognition record as papers print it: every field, dates dd/mm/yyyy."""
    facts: dict[str, Any] = {name: _said(name, recorded.get(name)) for name in RECOGNITION}
    facts["received_date"] = facts["received_date"] or _said("_date", recorded.get("filed_date"))
    usual = usual_threshold()
    rule = threshold_in(recorded, usual)
    vote, counted = vote_of(recorded, rule), whole(recorded.get("votes_total"))
    facts["votes_against"] = facts["votes_pass"] = ""
    if vote:
        facts["votes_against"] = str(max(0, (counted or 0) - vote[0]))
        facts["votes_pass"] = "yes" if rule.passes(*vote) else "no"
    facts["members"] = list(members_in(recorded)) or [{"name": "", "role": r} for r in ROLES]
    numbers = recorded.get("certificate_no") or []
    given = [str(n) for n in numbers] if isinstance(numbers, list) else [str(numbers or "")]
    # A certificate for each author, whether or not it has its number yet.
    facts["certificates"] = [*given, *[""] * (MOST_AUTHORS - len(given))]
    return facts


def _said(name: str, value: Any) -> str:
    if value in (None, "") or isinstance(value, list):
        return ""
    if not name.endswith("_date"):
        return str(value)
    try:
        return display_date(str(value))
    except ValueError:
        return str(value)


def rubrics() -> dict[str, str]:
    """Return the score sheets there are: their names and what they are called."""
    return {
        path.stem: str(json.loads(path.read_text("utf-8"))["name"])
        for path in sorted(resource_path("rubrics").glob("*.json"))
    }


def rubric(name: str) -> dict[str, Any]:
    """Return a score sheet's criteria with their sum; the usual one for a name not known.

    ``resources/rubrics``: none of them is national, each says where it is used.
    """
    folder = resource_path("rubrics")
    known = {path.stem: path for path in folder.glob("*.json")}
    kept: dict[str, Any] = json.loads(known.get(name, known[USUAL_RUBRIC]).read_text("utf-8"))
    criteria = [{"levels": [], "points": "", **criterion} for criterion in kept["criteria"]]
    return kept | {
        "criteria": criteria,
        "total": sum(criterion["max"] for criterion in criteria),
        # Who scored, and what it came to, where a sheet was filled; else room to write.
        **dict.fromkeys(("member", "given", "note", "conclusion"), ""),
    }


def legal_basis(on: date) -> list[str]:
    """Return the căn cứ in force on a day, in order (``resources/legal_basis.json``)."""
    kept: list[dict[str, Any]] = json.loads(resource_path("legal_basis.json").read_text("utf-8"))
    day = on.isoformat()
    return [
        row["text"]
        for row in kept
        if row["valid_from"] <= day and (row["valid_to"] is None or day <= row["valid_to"])
    ]
