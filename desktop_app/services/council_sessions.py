"""One meeting of a council over many initiatives, and the decision of the head that follows.

The council proposes: its votes are entries of the track "at the council". The head of the
establishment decides: that entry recognises or refuses. Each initiative gets its own entry with
everything in it, since a report and its record may travel alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session as DatabaseSession

from desktop_app.domain import tracks
from desktop_app.domain.findings import Finding
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import author_names
from desktop_app.domain.recognition import (
    Council,
    Threshold,
    members_in,
    said_together,
    seat_findings,
    threshold_in,
    vote_findings,
    vote_of,
    whole,
)
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import councils
from desktop_app.services.recognition import (
    add_entry,
    answers_of,
    check_certificates,
    decided_before,
)
from desktop_app.storage import initiatives, recognitions, verdicts
from desktop_app.storage.settings import next_number
from desktop_app.workspace import Workspace

PROPOSED, NOT_PROPOSED = "recommended", "not_recommended"


@dataclass(frozen=True)
class Meeting:
    """One session: which council, when, where, its minutes' number, and who was there.

    ``present`` are places in the council's list of members, from 0. Times are as people write
    them (``14 giờ 00``); ``discussion`` is what the minutes say of the talk.
    """

    council: str
    on: date
    present: tuple[int, ...]
    minutes_no: str = ""
    place: str = ""
    began: str = ""
    ended: str = ""
    discussion: str = ""


@dataclass(frozen=True)
class Vote:
    """The votes on one initiative; ``reason`` is needed where they are not enough.

    ``score`` is an average as people say it; without one that of the score sheets is taken.
    """

    initiative_id: str
    votes_for: int
    votes_total: int
    reason: str = ""
    score: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a session found of one initiative: proposed or not, and what to heed."""

    id: str
    passed: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Decided:
    """A signed decision: its number, day, signer, and the body and level it comes from."""

    no: str
    on: date
    by: str
    body: str = ""
    level: str = ""


@dataclass(frozen=True)
class AgendaLine:
    """An initiative as a session or a decision finds it.

    ``score`` is the average of its score sheets (``sheets``: how many), "" without one;
    ``proposed`` what the council said, None before it did.
    """

    id: str
    code: str
    title: str
    authors: tuple[str, ...]
    state: str
    findings: tuple[Finding, ...] = ()
    score: str = ""
    sheets: int = 0
    proposed: bool | None = None
    said: Mapping[str, Any] = field(default_factory=dict)


def agenda(
    workspace: Workspace, initiative_ids: Sequence[str], council_id: str = ""
) -> tuple[AgendaLine, ...]:
    """Return initiatives as a council is to see them, with what to heed of its seats."""
    council = councils.find_council(workspace, council_id) if council_id else None
    lines: list[AgendaLine] = []
    with workspace.database.read() as session:
        entries = recognitions.entries_of(session, list(initiative_ids))
        for initiative_id in dict.fromkeys(initiative_ids):
            row = initiatives.get(session, initiative_id)
            answers = answers_of(session, row)
            scored = recognitions.score_average(session, row.id, row.revision_hash)
            said = said_together(entries.get(row.id, ()))
            result = said.get("council_result")
            lines.append(
                AgendaLine(
                    row.id,
                    row.code,
                    row.title,
                    author_names(answers),
                    row.recognition,
                    _seats(council, answers) if council else (),
                    _points(scored[1]) if scored else "",
                    scored[0] if scored else 0,
                    None if result is None else result == PROPOSED,
                    said,
                )
            )
    return tuple(lines)


def _points(average: float) -> str:
    return f"{average:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _seats(council: Council, answers: Mapping[str, Any]) -> tuple[Finding, ...]:
    return seat_findings(
        council.members,
        author_names(answers),
        head=str(answers.get("sign_unit_head_name", "")),
        state_funded=council.state_funded,
    )


# The session


def hold_session(
    workspace: Workspace, meeting: Meeting, votes: Sequence[Vote]
) -> tuple[Outcome, ...]:
    """Keep a session: an entry for each initiative, all or none; return what came of it.

    Raises BadInput SSK-868 without an initiative, SSK-861 for an unknown council, SSK-863 for
    votes that cannot be, SSK-866 where a proposal failed without a reason, SSK-872 for a number
    of minutes that is taken, SSK-876 when nobody was there; NotAllowed SSK-873 for an initiative
    that is decided on.
    """
    if not votes:
        raise BadInput("SSK-868")
    council = councils.find_council(workspace, meeting.council)
    rule = councils.threshold(workspace, council.threshold)
    common = _common(council, rule, meeting)
    session_id = uuid7(workspace.now())
    outcomes: list[Outcome] = []
    with workspace.database.write() as session:
        _check_minutes(session, council, meeting)
        for vote in votes:
            row = initiatives.get(session, vote.initiative_id)
            if row.recognition in (tracks.Recognition.RECOGNISED, tracks.Recognition.REFUSED):
                raise NotAllowed("SSK-873", dossier=row.code)
            content = {**common, "session_id": session_id, **_voted(session, row, vote)}
            passed = _passed(content, rule)
            if not passed and not vote.reason.strip():
                raise BadInput("SSK-866")
            content["council_result"] = PROPOSED if passed else NOT_PROPOSED
            content["council_reason"] = "" if passed else vote.reason.strip()
            said = add_entry(
                workspace, session, row.id, tracks.Recognition.FILED, content, on=meeting.on
            )
            seats = _seats(council, answers_of(session, row))
            outcomes.append(Outcome(row.id, passed, (*vote_findings(said, rule), *seats)))
    return tuple(outcomes)


def _common(council: Council, rule: Threshold, meeting: Meeting) -> dict[str, Any]:
    """Return what the entries of all initiatives of a session have in common."""
    there = set(meeting.present)
    if not there or not there <= set(range(len(council.members))):
        raise BadInput("SSK-876")
    members = [
        {
            "name": member.name,
            "role": councils.role_name(member.role),
            "code": member.role,
            "union": member.speaks_for_union,
            "present": place in there,
        }
        for place, member in enumerate(council.members)
    ]
    union = any(row["union"] and row["present"] for row in members)
    texts = {
        "council_place": meeting.place,
        "minutes_no": meeting.minutes_no,
        "began": meeting.began,
        "ended": meeting.ended,
        "discussion": meeting.discussion,
        "council_body": council.body,
    }
    return {
        "council_name": council.name,
        "council_id": council.id,
        "council_date": meeting.on.isoformat(),
        **{name: text.strip() for name, text in texts.items() if text.strip()},
        "members": members,
        "members_total": len(members),
        "present": len(there),
        "union_present": "yes" if union else "no",
        "state_funded": council.state_funded,
        "threshold": {
            "votes": rule.votes,
            "of": rule.of,
            "base": rule.base,
            "name": rule.names["vi"],
            "source": rule.source,
        },
    }


def _voted(session: DatabaseSession, row: Any, vote: Vote) -> dict[str, Any]:
    voted: dict[str, Any] = {"votes_for": vote.votes_for, "votes_total": vote.votes_total}
    scored = recognitions.score_average(session, row.id, row.revision_hash)
    score = tidy(vote.score) or (_points(scored[1]) if scored else "")
    if score:
        voted["score_avg"] = score
    if scored:
        voted["score_sheets"] = str(scored[0])
    return voted


def _passed(content: Mapping[str, Any], rule: Threshold) -> bool:
    votes, total = whole(content["votes_for"]), whole(content["votes_total"])
    if votes is None or not total or votes > total or total > content["members_total"]:
        raise BadInput("SSK-863", votes=content["votes_for"], total=content["votes_total"])
    counted = vote_of(content, rule)
    return counted is not None and rule.passes(*counted)


def would_pass(
    rule: Threshold, votes_for: int, votes_total: int, members_total: int
) -> tuple[bool, int, int]:
    """Return whether votes are enough, how many would be, and out of how many they count."""
    said = {"votes_for": votes_for, "votes_total": votes_total, "members_total": members_total}
    counted = vote_of(said, rule)
    of = counted[1] if counted else votes_total
    return counted is not None and rule.passes(*counted), rule.least(of), of


def _check_minutes(session: DatabaseSession, council: Council, meeting: Meeting) -> None:
    number = meeting.minutes_no.strip()
    if not number:
        return
    for entry in verdicts.recognitions_with(session, "minutes_no", number):
        year = str(entry.content.get("council_date", ""))[:4]
        if entry.content.get("council_id") == council.id and year == str(meeting.on.year):
            raise BadInput("SSK-872", number=number)


# The decision


def decide(
    workspace: Workspace,
    decision: Decided,
    recognised: Sequence[str],
    refused: Mapping[str, str] | None = None,
    *,
    certificates: Mapping[str, Sequence[str]] | None = None,
    number_certificates: bool = False,
    certificate_date: date | None = None,
) -> tuple[Outcome, ...]:
    """Keep a signed decision on several initiatives, all or none; return what to heed of each.

    ``refused`` maps an initiative to why. ``certificates`` gives a number for every author of an
    initiative; with ``number_certificates`` they get the next ones of the year. Raises BadInput
    SSK-868 without an initiative, SSK-580 without number and signer, SSK-866 for a refusal
    without a reason, SSK-871 for certificates that are not one for each author, SSK-877 for
    numbers that are taken.
    """
    turned_down = dict(refused or {})
    if not recognised and not turned_down:
        raise BadInput("SSK-868")
    if not decision.no.strip() or not decision.by.strip():
        raise BadInput("SSK-580")
    decision_id = uuid7(workspace.now())
    common = {
        "decision_id": decision_id,
        "decision_no": decision.no.strip(),
        "decision_date": decision.on.isoformat(),
        "decision_by": tidy(decision.by),
        "decision_body": tidy(decision.body),
        "decision_level": tidy(decision.level),
    }
    common = {name: value for name, value in common.items() if value}
    outcomes: list[Outcome] = []
    with workspace.database.write() as session:
        for initiative_id in dict.fromkeys((*recognised, *turned_down)):
            row = initiatives.get(session, initiative_id)
            content: dict[str, Any] = dict(common)
            state = tracks.Recognition.RECOGNISED
            if initiative_id in turned_down:
                state = tracks.Recognition.REFUSED
                content["reason"] = turned_down[initiative_id].strip()
                if not content["reason"]:
                    raise BadInput("SSK-866")
            else:
                numbers = tuple((certificates or {}).get(initiative_id, ()))
                authors = author_names(answers_of(session, row))
                if number_certificates and not numbers:
                    numbers = _given(session, row.id, len(authors)) or _next_certificates(
                        workspace, session, decision.on, len(authors)
                    )
                if numbers:
                    check_certificates(session, row.id, numbers, len(authors))
                    content["certificate_no"] = list(numbers)
                    content["certificate_date"] = (certificate_date or decision.on).isoformat()
            said = add_entry(workspace, session, row.id, state, content, on=decision.on)
            usual = councils.usual_threshold()
            found = vote_findings(said, usual) if state == tracks.Recognition.RECOGNISED else ()
            found = (*found, *decided_before(verdicts.recognitions_of(session, row.id)))
            passed = state == tracks.Recognition.RECOGNISED
            outcomes.append(Outcome(row.id, passed, found))
    return tuple(outcomes)


def _given(session: DatabaseSession, initiative_id: str, authors: int) -> tuple[str, ...]:
    """Return the numbers an initiative has already: recorded again, it uses up no others."""
    entries = recognitions.entries_of(session, [initiative_id]).get(initiative_id, [])
    given = said_together(entries).get("certificate_no")
    return tuple(given) if isinstance(given, list) and len(given) == authors else ()


def _next_certificates(
    workspace: Workspace, session: DatabaseSession, on: date, authors: int
) -> tuple[str, ...]:
    """Return the next numbers of the year nobody gave out by hand."""
    counter = f"certificate {workspace.own.code} {on.year}"
    taken = recognitions.certificate_owners(session)
    numbers: list[str] = []
    while len(numbers) < authors:
        number = f"{next_number(session, counter):02}/{on.year}"
        if number not in taken:
            numbers.append(number)
    return tuple(numbers)


def session_of(workspace: Workspace, initiative_id: str) -> tuple[str, ...]:
    """Return every initiative of the last session an initiative was before; itself without one."""
    return _together(workspace, initiative_id, "session_id")


def decision_of(workspace: Workspace, initiative_id: str) -> tuple[str, ...]:
    """Return every initiative its decision names; itself without one."""
    return _together(workspace, initiative_id, "decision_id")


def _together(workspace: Workspace, initiative_id: str, name: str) -> tuple[str, ...]:
    with workspace.database.read() as session:
        entries = recognitions.entries_of(session, [initiative_id]).get(initiative_id, [])
        mark = said_together(entries).get(name)
        if not isinstance(mark, str):
            return (initiative_id,)
        found = verdicts.recognitions_with(session, name, mark)
        ids = tuple(dict.fromkeys(entry.initiative_id for entry in found))
        still = recognitions.entries_of(session, ids)
    # Who was heard or decided on again since belongs to the later one.
    return tuple(one for one in ids if said_together(still.get(one, ())).get(name) == mark) or (
        initiative_id,
    )


def present_in(said: Mapping[str, Any]) -> tuple[str, ...]:
    """Return who was there when an initiative was before the council."""
    return tuple(row["name"] for row in members_in(said) if row["present"])


def rule_of(said: Mapping[str, Any]) -> Threshold:
    """Return the rule an initiative was voted by."""
    return threshold_in(said, councils.usual_threshold())
