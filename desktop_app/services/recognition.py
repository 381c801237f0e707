"""The establishment's own decision, kept as records beside the report (clarification 2).

Every step adds an entry that names the revision it speaks of; none is ever changed, and none makes
a new revision. What all entries say together is what papers print.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain import recognition as rules
from desktop_app.domain import tracks
from desktop_app.domain.dates import display_date, first_day
from desktop_app.domain.findings import Finding, Weight
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Answers, author_names
from desktop_app.domain.lengths import check_length
from desktop_app.domain.recognition import Member, said_together
from desktop_app.domain.text import tidy
from desktop_app.domain.time_limits import LimitState
from desktop_app.errors import BadInput
from desktop_app.services import time_limits
from desktop_app.services.councils import usual_threshold
from desktop_app.services.moving import move
from desktop_app.storage import audit, drafts, initiatives, recognitions, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.verdicts import RecognitionEntry
from desktop_app.workspace import Workspace

LONGEST_LINE, LONGEST_REASON, LARGEST_ENTRY = 500, 5_000, 60_000
"""What one entry may hold, in characters: it travels with the report and is printed."""

_PERSON_DAYS = ("filed_date", "accepted_date", "defects_date", "council_date", "certificate_date")
_ORDER = (
    ("filed_date", "accepted_date"),
    ("filed_date", "defects_date"),
    ("filed_date", "council_date"),
    ("filed_date", "decision_date"),
    ("decision_date", "certificate_date"),
)
"""Which day cannot be before which."""


@dataclass(frozen=True)
class RecognitionStatus:
    """Where one initiative stands: what was recorded, what to heed, what is due when.

    ``said`` is what all entries say together; ``findings`` are advice, never a refusal.
    """

    id: str
    code: str
    title: str
    authors: tuple[str, ...]
    state: str
    revision: int
    said: Mapping[str, Any]
    entries: tuple[RecognitionEntry, ...]
    findings: tuple[Finding, ...]
    limits: tuple[LimitState, ...]


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
    SSK-581 for a decision before its council or after today, SSK-863 for votes that cannot be,
    SSK-864 for other days that cannot follow one another.
    """
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
    with workspace.database.write() as session:
        said = add_entry(workspace, session, initiative_id, state, content, on=decision_date)
    return warnings(said, workspace.today())


def add_entry(
    workspace: Workspace,
    session: Session,
    initiative_id: str,
    state: str,
    content: Mapping[str, Any],
    *,
    on: date | None = None,
    now: datetime | None = None,
) -> dict[str, Any]:
    """Add an entry inside a transaction and return what all entries say with it.

    Raises as ``record`` does, and SSK-501 for a step the track does not allow.
    """
    now = now or workspace.now()
    kept = checked_content(content)
    row = initiatives.get(session, initiative_id)
    before = verdicts.recognitions_of(session, row.id)
    said = said_together([*((e.state, e.content) for e in before), (state, kept)])
    check_said(said, workspace.today())
    row = move(session, row, tracks.RECOGNITION, state, now, on=on)
    entry = RecognitionEntry(uuid7(now), row.id, row.revision_hash, str(state), kept, now)
    verdicts.add_recognition(session, entry)
    audit.note(session, now, "recognition", row.id, state=str(state))
    return said


def amend(
    workspace: Workspace, initiative_id: str, changes: Mapping[str, Any], *, why: str
) -> tuple[Finding, ...]:
    """Put right what was recorded by adding an entry; the earlier ones stay to be read.

    An empty value takes a field away. Raises BadInput SSK-866 without a reason, SSK-868 when
    nothing is changed, SSK-580 when a recognised initiative would lose its decision.
    """
    why = tidy(why)
    if not why:
        raise BadInput("SSK-866")
    with workspace.database.write() as session:
        row = initiatives.get(session, initiative_id)
        said = _said(verdicts.recognitions_of(session, row.id))
        changed = {
            name: value for name, value in changes.items() if (said.get(name) or "") != value
        }
        if not changed:
            raise BadInput("SSK-868")
        after = said | changed
        if row.recognition == tracks.Recognition.RECOGNISED and not all(
            after.get(name) for name in ("decision_no", "decision_date", "decision_by")
        ):
            raise BadInput("SSK-580")
        if changed.get("certificate_no"):
            authors = author_names(answers_of(session, row))
            check_certificates(session, row.id, changed["certificate_no"], len(authors))
        entry = {**changed, "correction": check_length(why, LONGEST_REASON, why[:40])}
        said = add_entry(workspace, session, initiative_id, row.recognition, entry)
    return warnings(said, workspace.today())


def check_certificates(
    session: Session, initiative_id: str, numbers: Sequence[str], authors: int
) -> None:
    """Ask for one number for every author, none twice, none that another initiative here has.

    Raises BadInput SSK-871 for a number too many or too few, SSK-877 for one that is taken.
    """
    plain = [tidy(number) for number in numbers]
    if len(plain) != authors or len(set(plain)) != len(plain) or not all(plain):
        raise BadInput("SSK-871", number=len(plain), authors=authors)
    owners = recognitions.certificate_owners(session)
    if {owners[number] for number in plain if number in owners} - {initiative_id}:
        raise BadInput("SSK-877", numbers=", ".join(plain))


def checked_content(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an entry may hold: tidy texts of a length that travels, days that are days.

    Raises BadInput SSK-526 for a text too long, SSK-864 for a day that is none.
    """
    kept: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, date):
            value = value.isoformat()
        if isinstance(value, str):
            most = LONGEST_REASON if name.endswith(("reason", "discussion", "correction")) else 500
            value = check_length(value.strip(), most, name)
            if name.endswith("_date") and value and not rules.day_of(value):
                raise BadInput("SSK-864", first=name, second=value)
        kept[name] = value
    check_length(json.dumps(kept, ensure_ascii=False), LARGEST_ENTRY, "entry")
    return kept


def check_said(said: Mapping[str, Any], today: date) -> None:
    """Refuse days that cannot follow one another and votes that cannot be."""
    decided, met = rules.day_of(said.get("decision_date")), rules.day_of(said.get("council_date"))
    if decided and (first_day(decided) > today or (met and decided < met)):
        raise BadInput("SSK-581")
    for name in _PERSON_DAYS:
        day = rules.day_of(said.get(name))
        if day and first_day(day) > today:
            now = display_date(today.isoformat())
            raise BadInput("SSK-864", first=display_date(day), second=now)
    for first, second in _ORDER:
        one, other = rules.day_of(said.get(first)), rules.day_of(said.get(second))
        if one and other and other < one:
            raise BadInput("SSK-864", first=display_date(one), second=display_date(other))
    votes, total = said.get("votes_for"), said.get("votes_total")
    if votes not in (None, "") or total not in (None, ""):
        counted, of = rules.whole(votes), rules.whole(total)
        if counted is None or not of or counted > of:
            raise BadInput("SSK-863", votes=str(votes)[:20], total=str(total)[:20])


def warnings(said: Mapping[str, Any], today: date | None = None) -> tuple[Finding, ...]:
    """Return what the law warns of: limits that were passed, votes below the threshold."""
    day = today or (
        first_day(said["decision_date"]) if rules.day_of(said.get("decision_date")) else date.max
    )
    late = time_limits.findings(time_limits.states(said, day))
    return (*late, *rules.vote_findings(said, usual_threshold()))


# Reading


def history(workspace: Workspace, initiative_id: str) -> tuple[RecognitionEntry, ...]:
    """Return the entries on an initiative's recognition track, oldest first."""
    with workspace.database.read() as session:
        return verdicts.recognitions_of(session, initiative_id)


def status(workspace: Workspace, initiative_id: str) -> RecognitionStatus:
    """Return where an initiative stands, with everything there is to heed."""
    with workspace.database.read() as session:
        row = initiatives.get(session, initiative_id)
        entries = verdicts.recognitions_of(session, row.id)
        answers = answers_of(session, row)
    said = _said(entries)
    dates = said | {"first_applied_date": answers.get("first_applied_date", "")}
    limits = time_limits.states(dates, workspace.today())
    members = tuple(
        Member(one["name"], one["code"] or "other", one["union"]) for one in rules.members_in(said)
    )
    seats = rules.seat_findings(
        members,
        author_names(answers),
        head=str(answers.get("sign_unit_head_name", "")),
        state_funded=said.get("state_funded") is True,
    )
    votes = rules.vote_findings(said, usual_threshold())
    story = (*_moved_on(row, entries), *decided_before(entries))
    findings = _once((*time_limits.findings(limits), *votes, *seats, *story))
    return RecognitionStatus(
        row.id,
        row.code,
        row.title,
        author_names(answers),
        row.recognition,
        row.revision,
        said,
        entries,
        findings,
        limits,
    )


def answers_of(session: Session, row: InitiativeRecord) -> Answers:
    """Return the answers of an initiative: the frozen ones, else those of its draft."""
    if row.revision_hash:
        return initiatives.one_revision(session, row.id, row.revision_hash).answers
    draft = drafts.read_draft(session, row.id)
    return draft.answers if draft else {}


def _said(entries: Sequence[RecognitionEntry]) -> dict[str, Any]:
    return said_together((entry.state, entry.content) for entry in entries)


def _moved_on(row: InitiativeRecord, entries: Sequence[RecognitionEntry]) -> tuple[Finding, ...]:
    """Say when the council had another revision before it than the report is now."""
    voted = [entry for entry in entries if "votes_for" in entry.content]
    if voted and voted[-1].revision_hash and voted[-1].revision_hash != row.revision_hash:
        return (Finding("SSK-749", Weight.ADVICE, facts={"revision": row.revision}),)
    return ()


def decided_before(entries: Sequence[RecognitionEntry]) -> tuple[Finding, ...]:
    """Say when another decision stands beside the newest: that one counts, both stay to be read."""
    numbers = [e.content["decision_no"] for e in entries if e.content.get("decision_no")]
    others = [no for no in dict.fromkeys(numbers) if no != numbers[-1]]
    if not others:
        return ()
    facts = {"newest": numbers[-1], "earlier": ", ".join(others)}
    return (Finding("SSK-750", Weight.ADVICE, facts=facts),)


def _once(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings without those that say the same again."""
    kept: list[Finding] = []
    for finding in findings:
        plain = replace(finding, facts=dict(finding.facts))
        if plain not in kept:
            kept.append(plain)
    return tuple(kept)
