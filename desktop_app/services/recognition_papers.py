"""The papers of a recognition: one set for many initiatives, filled from the records alone.

They are no part of a template pack, so a report written on any form gets the same decision. The
Word files lie in ``resources/recognition/papers`` and are filled in the same limited child as
the dossier's. What is not recorded yet is dots to write on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.domain import tracks
from desktop_app.domain.dates import first_day
from desktop_app.domain.numbers import format_percent
from desktop_app.domain.recognition import day_of, members_in, said_together, vote_of, whole
from desktop_app.domain.text import ascii_name
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path
from desktop_app.services import council_sessions as sessions
from desktop_app.services.councils import role_name, roles
from desktop_app.services.paper import PreviewDocument
from desktop_app.services.printed_facts import legal_basis
from desktop_app.services.recognition import answers_of
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import initiatives, recognitions, units
from desktop_app.workspace import Workspace

PAPERS: Mapping[str, str] = {
    "giay-bien-nhan": "Giấy biên nhận đơn",
    "bien-ban-hop": "Biên bản họp Hội đồng sáng kiến",
    "bang-tong-hop": "Bảng tổng hợp kết quả",
    "quyet-dinh": "Quyết định công nhận sáng kiến",
    "giay-chung-nhan": "Giấy chứng nhận sáng kiến",
}
"""What can be printed, in the order of the procedure."""

_OF_THE_SESSION, _OF_THE_DECISION = ("bien-ban-hop", "bang-tong-hop"), ("quyet-dinh",)
_EMPTY_ROWS = 5


@dataclass(frozen=True)
class _Item:
    """An initiative with its answers and what all its entries say together."""

    id: str
    code: str
    title: str
    unit: str
    answers: Mapping[str, Any]
    said: Mapping[str, Any]


def offered(workspace: Workspace, initiative_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the papers there is something to print in, in order."""
    said = [item.said for item in _items(workspace, initiative_ids)]
    wanted = (
        ("giay-bien-nhan", any(one.get("filed_date") for one in said)),
        ("bien-ban-hop", any(one.get("council_date") for one in said)),
        ("bang-tong-hop", any(one.get("council_date") for one in said)),
        ("quyet-dinh", any(_recognised(one) for one in said)),
        ("giay-chung-nhan", any(_recognised(one) for one in said)),
    )
    return tuple(name for name, there in wanted if there)


def fill_papers(
    workspace: Workspace, initiative_ids: Sequence[str], names: Sequence[str] = ()
) -> tuple[PreviewDocument, ...]:
    """Return filled papers; without names those there is something to print in.

    Minutes and results are of the whole session the first initiative was before, the decision
    of all it decided on, one set for each session or decision. Raises BadInput SSK-868 without
    an initiative, SSK-878 for a paper there is none of.
    """
    if not initiative_ids:
        raise BadInput("SSK-868")
    for name in names:
        if name not in PAPERS:
            raise BadInput("SSK-878", name=name, names=", ".join(PAPERS))
    made: list[PreviewDocument] = []
    for name in names or offered(workspace, initiative_ids):
        template = resource_path("recognition", "papers", f"{name}.docx").read_bytes()
        groups = _groups(workspace, name, initiative_ids)
        for number, group in enumerate(groups, start=1):
            context = _context(workspace, _items(workspace, group))
            if name == "giay-chung-nhan" and not context["certificates"]:
                continue
            several = f" ({number})" if len(groups) > 1 else ""
            part = f"{name}-{number}" if len(groups) > 1 else name
            content = workspace.filler.fill(template, context)
            made.append(PreviewDocument(part, PAPERS[name] + several, content))
    return tuple(made)


def write_papers(
    workspace: Workspace,
    initiative_ids: Sequence[str],
    to: Path,
    *,
    names: Sequence[str] = (),
    pdf: bool = False,
    step: Step = no_step,
) -> tuple[Path, ...]:
    """Write papers into a folder, as Word and, if wanted, as PDF; return where they are."""
    from desktop_app.exchange.delivery import write_file

    documents = fill_papers(workspace, initiative_ids, names)
    with workspace.database.read() as session:
        first = initiatives.get(session, initiative_ids[0])
    stem = first.code if len(initiative_ids) == 1 else f"{first.code}-va-{len(initiative_ids) - 1}"
    written: list[Path] = []
    for place, document in enumerate(documents):
        step(place, len(documents))
        name = ascii_name(f"{stem} {document.name}", 120)
        written.append(write_file(to / f"{name}.docx", document.docx))
        if pdf:
            from desktop_app.documents.pages import pdf_of

            written.append(write_file(to / f"{name}.pdf", pdf_of(document.docx)))
    step(len(documents), len(documents))
    return tuple(written)


def _groups(
    workspace: Workspace, name: str, initiative_ids: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """Return which initiatives stand on one paper together."""
    if name not in (*_OF_THE_SESSION, *_OF_THE_DECISION):
        return (tuple(dict.fromkeys(initiative_ids)),)
    together = sessions.session_of if name in _OF_THE_SESSION else sessions.decision_of
    found: list[tuple[str, ...]] = []
    alone: list[str] = []
    for one in dict.fromkeys(initiative_ids):
        group = together(workspace, one)
        if group == (one,):
            alone.append(one)
        elif group not in found:
            found.append(group)
    # What was recorded one by one, or not yet, is printed together.
    return (*found, *([tuple(alone)] if alone else []))


def _items(workspace: Workspace, initiative_ids: Sequence[str]) -> tuple[_Item, ...]:
    wanted = list(dict.fromkeys(initiative_ids))
    with workspace.database.read() as session:
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        entries = recognitions.entries_of(session, wanted)
        rows = [initiatives.get(session, one) for one in wanted]
        return tuple(
            _Item(
                row.id,
                row.code,
                row.title,
                names.get(row.unit_id, ""),
                answers_of(session, row),
                said_together(entries.get(row.id, ())),
            )
            for row in rows
        )


# What the papers print


def _context(workspace: Workspace, items: Sequence[_Item]) -> dict[str, Any]:
    """Return what a set of papers prints; texts only, dates as ISO."""
    said, answers = items[0].said, items[0].answers
    shown = [_shown(item) for item in items]
    decided = day_of(said.get("decision_date"))
    basis = first_day(decided) if decided else workspace.today()
    rule = sessions.rule_of(said)
    return {
        "body": _text(said, "decision_body")
        or _text(said, "council_body")
        or _text(answers, "recipient_name")
        or items[0].unit,
        "place": _text(answers, "sign_place") or "……",
        "head_title": _text(answers, "sign_unit_head_title"),
        "items": shown,
        **{name: _text(said, name) for name in _SESSION},
        **{name: _date(said, name) for name in ("council_date", "decision_date")},
        "decision_by": _text(said, "decision_by") or _text(answers, "sign_unit_head_name"),
        **_council(said),
        "threshold": f"{rule.names['vi'][:1].lower()}{rule.names['vi'][1:]} ({rule.source})",
        "voted": any(one["result"] for one in shown),
        "proposed": [one for one in shown if one["passed"] is True],
        "not_proposed": [one for one in shown if one["passed"] is False],
        "recognised": [
            one for one, item in zip(shown, items, strict=True) if _recognised(item.said)
        ],
        "certificates": [page for item in items for page in _certificates(item)],
        "legal_basis": legal_basis(basis),
    }


_SESSION = (
    "council_name",
    "council_place",
    "minutes_no",
    "began",
    "ended",
    "discussion",
    "decision_no",
)


def _council(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return who sits on the council and who was there; room to write names without any."""
    known = members_in(said)
    members = [{**row, "there": "x" if row["present"] else ""} for row in known]
    if not members:
        members = [
            {"name": "", "role": role_name(role), "there": ""}
            for role in list(roles())[:_EMPTY_ROWS]
        ]
    by_code = {row["code"]: row["name"] for row in reversed(known) if row["present"]}
    union = {"yes": "có", "no": "không"}.get(str(said.get("union_present")), "")
    return {
        "members": members,
        "present": _number(said, "present"),
        "members_total": _number(said, "members_total"),
        "union_present": union,
        "chair": by_code.get("chair") or by_code.get("vice_chair", ""),
        "secretary": by_code.get("secretary", ""),
    }


def _shown(item: _Item) -> dict[str, Any]:
    """Return what lists print of one initiative."""
    said, authors = item.said, _authors(item.answers)
    counted = vote_of(said, sessions.rule_of(said))
    passed: bool | None = None
    if counted:
        passed = sessions.rule_of(said).passes(*counted)
    shares = ", ".join(
        f"{a['full_name']} ({a['share']})" if a["share"] else a["full_name"] for a in authors
    )
    return {
        "code": item.code,
        "title": item.title,
        "unit": item.unit,
        "authors": authors,
        "names": ", ".join(author["full_name"] for author in authors),
        "names_with_shares": shares,
        "votes": f"{counted[0]}/{counted[1]}" if counted else "",
        "score": _text(said, "score_avg"),
        "sheets": _text(said, "score_sheets"),
        "passed": passed,
        "result": {True: "Đề nghị công nhận", False: "Không đề nghị", None: ""}[passed],
        "council_reason": _text(said, "council_reason"),
        "certificates": ", ".join(_certificate_numbers(said)),
        "receipt_no": _text(said, "receipt_no"),
        "received_by": _text(said, "received_by"),
        "filed_date": _date(said, "filed_date"),
        "answer_due_date": _date(said, "answer_due_date"),
    }


def _certificates(item: _Item) -> list[dict[str, Any]]:
    """Return a page for every author of a recognised initiative, naming the others."""
    if not _recognised(item.said):
        return []
    authors, numbers = _authors(item.answers), _certificate_numbers(item.said)
    # A secret part may stand in the purpose; the summary is written to be read by everybody.
    secret = item.answers.get("has_confidential") not in (None, "", "no")
    summary = _text(item.answers, "portal_summary")
    benefit = item.answers.get("benefit_value")
    return [
        {
            **author,
            "number": numbers[place] if place < len(numbers) else "",
            "title": item.title,
            "others": ", ".join(a["full_name"] for a in authors if a is not author),
            "investor": _text(item.answers, "investor_name"),
            "summary": summary or ("" if secret else _text(item.answers, "purpose")),
            "benefit": benefit if isinstance(benefit, int) and benefit else "",
            "decision_no": _text(item.said, "decision_no"),
            "decision_date": _date(item.said, "decision_date"),
            "decision_by": _text(item.said, "decision_by"),
            "certificate_date": _date(item.said, "certificate_date")
            or _date(item.said, "decision_date"),
        }
        for place, author in enumerate(authors)
    ]


def _authors(answers: Mapping[str, Any]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for row in answers.get("authors") or ():
        if isinstance(row, Mapping) and row.get("full_name"):
            share = row.get("contribution_percent")
            said = ""
            if isinstance(share, int | float) and not isinstance(share, bool):
                said = format_percent(share)
            one = {name: _text(row, name) for name in ("full_name", "job_title", "workplace")}
            found.append({**one, "share": said})
    return found


def _certificate_numbers(said: Mapping[str, Any]) -> list[str]:
    kept = said.get("certificate_no")
    if isinstance(kept, str):
        return [kept] if kept else []
    return [str(number)[:80] for number in kept[:100]] if isinstance(kept, list) else []


def _recognised(said: Mapping[str, Any]) -> bool:
    return said.get("state") == tracks.Recognition.RECOGNISED


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _number(said: Mapping[str, Any], name: str) -> str:
    number = whole(said.get(name))
    return "" if number is None else f"{number:02}"


def _date(said: Mapping[str, Any], name: str) -> str:
    return day_of(said.get(name))
