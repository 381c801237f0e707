"""Commands of a recognition: register, councils, sessions, decisions, papers, what is due."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import Call, json_option, pass_call, show, told_errors, word
from desktop_app.errors import BadInput

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def recognition() -> None:
    """Recognition at the establishment: filing, council, decision, papers."""


def _ids(call: Call, keys: tuple[str, ...]) -> list[str]:
    from desktop_app.services import drafting

    workspace = call.open()
    return [drafting.resolve(workspace, key) for key in keys]


def _day(value: Any) -> date | None:
    return value.date() if value else None


@recognition.command("file")
@click.argument("keys", nargs=-1, required=True)
@click.option("--date", "on", type=_DAY, help="The day it was received; default today.")
@click.option("--no", "first_no", default="", help="Its number in the register; default the next.")
@click.option("--by", "received_by", default="", help="Who received it.")
@click.option("--accepted", type=_DAY, help="The day its form was found in order.")
@click.option("--answer", type=_DAY, help="The day of answer; default as the law has it.")
@click.option("--trial-end", type=_DAY, help="The end of the first use, if that is later.")
@json_option
@pass_call
@told_errors
def file_them(call: Call, keys: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Take applications in: number in the register and day of answer."""
    from desktop_app.services import filing

    filed = filing.file_applications(
        call.open(),
        _ids(call, keys),
        on=_day(given["on"]),
        received_by=given["received_by"],
        first_no=given["first_no"],
        accepted_on=_day(given["accepted"]),
        answer_on=_day(given["answer"]),
        trial_end=_day(given["trial_end"]),
    )
    show(
        filed, as_json, lambda: [f"{one.receipt_no}  {one.due:%d/%m/%Y}  {one.id}" for one in filed]
    )


@recognition.command("accept")
@click.argument("keys", nargs=-1, required=True)
@click.option("--date", "on", type=_DAY, required=True)
@json_option
@pass_call
@told_errors
def accept(call: Call, keys: tuple[str, ...], on: Any, as_json: bool) -> None:
    """Note that the form of applications is in order; the time to decide begins."""
    from desktop_app.services import filing

    ids = _ids(call, keys)
    filing.accept_applications(call.open(), ids, on.date())
    show({"ids": ids}, as_json, lambda: ids)


@recognition.command("defects")
@click.argument("key")
@click.option("--date", "on", type=_DAY, required=True)
@click.option("--text", required=True, help="What has to be mended.")
@json_option
@pass_call
@told_errors
def defects(call: Call, key: str, on: Any, text: str, as_json: bool) -> None:
    """Note what the author of an application was told to mend."""
    from desktop_app.services import filing

    (initiative_id,) = _ids(call, (key,))
    filing.tell_defects(call.open(), initiative_id, on.date(), text)
    show({"id": initiative_id}, as_json, lambda: [initiative_id])


@recognition.command("register")
@click.option("--year", type=int, default=None)
@json_option
@pass_call
@told_errors
def register(call: Call, year: int | None, as_json: bool) -> None:
    """List the register of a year."""
    from desktop_app.services import filing

    workspace = call.open()
    lines = filing.register(workspace, year or workspace.today().year)
    show(
        lines,
        as_json,
        lambda: [f"{one.receipt_no}  {one.filed_date}  {one.code}  {one.title}" for one in lines],
    )


@recognition.command("council")
@click.argument("name", required=False)
@click.option(
    "--member",
    "members",
    multiple=True,
    type=(str, str),
    metavar="ROLE NAME",
    help="chair, vice_chair, secretary, expert, union or other; +union speaks for the union too.",
)
@click.option("--body", default="", help="The establishment.")
@click.option("--threshold", default="", help="A rule's code; see `recognition thresholds`.")
@click.option("--state-funded", is_flag=True)
@click.option("--close", is_flag=True, help="Let the council of this name meet no more.")
@json_option
@pass_call
@told_errors
def council(call: Call, name: str | None, as_json: bool, **given: Any) -> None:
    """Set up a council or put it right; without a name list them."""
    from desktop_app.domain.recognition import Member
    from desktop_app.services import councils

    workspace = call.open()
    known = {one.name: one for one in councils.list_councils(workspace)}
    if name and given["close"]:
        councils.close_council(workspace, name)
    elif name:
        members = [
            Member(who, role.removesuffix("+union"), role.endswith("+union"))
            for role, who in given["members"]
        ]
        councils.keep_council(
            workspace,
            name=name,
            members=members,
            body=given["body"],
            threshold_code=given["threshold"],
            state_funded=given["state_funded"],
            council_id=known[name].id if name in known else "",
        )
    every = councils.list_councils(workspace)
    show(
        every,
        as_json,
        lambda: [f"{one.name} ({len(one.members)}, {one.threshold})" for one in every],
    )


@recognition.command("thresholds")
@click.option("--add", nargs=4, type=(str, int, int, str), metavar="NAME VOTES OF SOURCE")
@click.option("--present", is_flag=True, help="Count who is present, not all members.")
@json_option
@pass_call
@told_errors
def thresholds(
    call: Call, add: tuple[str, int, int, str] | None, present: bool, as_json: bool
) -> None:
    """List the shares of votes a council can ask for, or add one."""
    from desktop_app.services import councils

    workspace = call.open()
    if add:
        name, votes, of, source = add
        councils.add_threshold(
            workspace, name=name, votes=votes, of=of, source=source, count_present=present
        )
    rules = councils.list_thresholds(workspace)
    show(
        rules,
        as_json,
        lambda: [f"{r.code}  {r.votes}/{r.of}  {r.names['vi']} ({r.source})" for r in rules],
    )


@recognition.command("session")
@click.option("--council", "council_name", required=True)
@click.option("--date", "on", type=_DAY, required=True)
@click.option("--present", multiple=True, required=True, help="A member who was there, by name.")
@click.option("--minutes-no", default="")
@click.option("--place", default="")
@click.option(
    "--vote",
    "votes",
    multiple=True,
    required=True,
    type=(str, int, int),
    metavar="KEY FOR TOTAL",
    help="Votes in favour and votes cast.",
)
@click.option("--reason", "reasons", multiple=True, type=(str, str), metavar="KEY TEXT")
@click.option("--score", "scores", multiple=True, type=(str, str), metavar="KEY AVERAGE")
@json_option
@pass_call
@told_errors
def hold(call: Call, council_name: str, on: Any, as_json: bool, **given: Any) -> None:
    """Record a session of a council over one or many initiatives."""
    from desktop_app.services import council_sessions as sessions
    from desktop_app.services import councils, drafting

    workspace = call.open()
    council = councils.find_council(workspace, council_name)
    names = [member.name for member in council.members]
    unknown = [name for name in given["present"] if name not in names]
    if unknown:
        raise BadInput("SSK-876")
    reasons = {drafting.resolve(workspace, key): text for key, text in given["reasons"]}
    scores = {drafting.resolve(workspace, key): text for key, text in given["scores"]}
    votes = []
    for key, votes_for, total in given["votes"]:
        one = drafting.resolve(workspace, key)
        votes.append(
            sessions.Vote(one, votes_for, total, reasons.get(one, ""), scores.get(one, ""))
        )
    there = tuple(place for place, name in enumerate(names) if name in given["present"])
    outcomes = sessions.hold_session(
        workspace,
        sessions.Meeting(council.id, on.date(), there, given["minutes_no"], given["place"]),
        votes,
    )
    _show_outcomes(call, outcomes, as_json)


@recognition.command("decide")
@click.argument("keys", nargs=-1)
@click.option("--decision-no", required=True)
@click.option("--decision-date", type=_DAY, required=True)
@click.option("--decision-by", required=True)
@click.option("--body", default="", help="The establishment that decided.")
@click.option("--level", default="")
@click.option("--refuse", "refused", multiple=True, type=(str, str), metavar="KEY REASON")
@click.option("--number-certificates", is_flag=True, help="Give each author the next number.")
@json_option
@pass_call
@told_errors
def decide(call: Call, keys: tuple[str, ...], as_json: bool, **given: Any) -> None:
    """Record one signed decision on one or many initiatives."""
    from desktop_app.services import council_sessions as sessions
    from desktop_app.services import drafting

    workspace = call.open()
    refused = {drafting.resolve(workspace, key): text for key, text in given["refused"]}
    outcomes = sessions.decide(
        workspace,
        sessions.Decided(
            given["decision_no"],
            given["decision_date"].date(),
            given["decision_by"],
            given["body"],
            given["level"],
        ),
        [one for one in _ids(call, keys) if one not in refused],
        refused,
        number_certificates=given["number_certificates"],
    )
    _show_outcomes(call, outcomes, as_json)


def _show_outcomes(call: Call, outcomes: Any, as_json: bool) -> None:
    from desktop_app.services import drafting

    told = [
        {
            "id": one.id,
            "passed": one.passed,
            "warnings": [drafting.finding_text(found, call.language) for found in one.findings],
        }
        for one in outcomes
    ]
    show(
        told,
        as_json,
        lambda: [
            text
            for one in told
            for text in (f"{'+' if one['passed'] else '–'} {one['id']}", *one["warnings"])
        ],
    )


@recognition.command("correct")
@click.argument("key")
@click.option(
    "--field", "fields", multiple=True, required=True, type=(str, str), metavar="NAME TEXT"
)
@click.option("--why", required=True)
@json_option
@pass_call
@told_errors
def correct(
    call: Call, key: str, fields: tuple[tuple[str, str], ...], why: str, as_json: bool
) -> None:
    """Put right what was recorded; the earlier entry stays. Certificates: one for each author."""
    from desktop_app.services import drafting
    from desktop_app.services import recognition as service

    changes: dict[str, Any] = {}
    for name, text in fields:
        if name == "certificate_no":
            changes.setdefault(name, []).append(text)
        else:
            number = name in ("votes_for", "votes_total", "paid_years") and text.isdigit()
            changes[name] = int(text) if number else text
    found = service.amend(call.open(), _ids(call, (key,))[0], changes, why=why)
    said = [drafting.finding_text(finding, call.language) for finding in found]
    show({"warnings": said}, as_json, lambda: said)


@recognition.command("show")
@click.argument("key")
@json_option
@pass_call
@told_errors
def show_status(call: Call, key: str, as_json: bool) -> None:
    """Show what was recorded of an initiative, what to heed, and what is due."""
    from desktop_app.services import drafting
    from desktop_app.services import recognition as service
    from desktop_app.services.time_limits import limit_text

    status = service.status(call.open(), _ids(call, (key,))[0])
    told = [drafting.finding_text(found, call.language) for found in status.findings]
    limits = [
        {
            "limit": one.limit.code,
            "due": one.due,
            "done": one.done_on,
            "days_late": one.late,
            "text": limit_text(one, call.language),
        }
        for one in status.limits
    ]
    value = {
        "id": status.id,
        "code": status.code,
        "state": status.state,
        "recorded": status.said,
        "entries": status.entries,
        "warnings": told,
        "limits": limits,
    }
    show(
        value,
        as_json,
        lambda: [
            f"{status.code}  {word(call, status.state)}  {status.title}",
            *told,
            *(str(one["text"]) for one in limits if one["done"] is None),
        ],
    )


@recognition.command("papers")
@click.argument("keys", nargs=-1, required=True)
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--paper", "names", multiple=True, help="Only this paper, by its name.")
@click.option("--pdf", is_flag=True)
@json_option
@pass_call
@told_errors
def papers(
    call: Call, keys: tuple[str, ...], to: Path, names: tuple[str, ...], pdf: bool, as_json: bool
) -> None:
    """Write receipts, minutes, results, decision and certificates into a folder."""
    from desktop_app.services import recognition_papers

    ids = _ids(call, keys)
    written = recognition_papers.write_papers(call.open(), ids, to, names=names, pdf=pdf)
    show({"files": written}, as_json, lambda: [str(path) for path in written])


@recognition.command("due")
@click.option("--within", type=int, default=None, help="Days ahead; default 30.")
@json_option
@pass_call
@told_errors
def due(call: Call, within: int | None, as_json: bool) -> None:
    """List what the law wants done soon, overdue first, each with its article."""
    from desktop_app.services import time_limits

    days = time_limits.SOON_DAYS if within is None else within
    lines = time_limits.due(call.open(), within=days)
    told = [
        {
            "id": one.initiative_id,
            "code": one.code,
            "title": one.title,
            "limit": one.limit.code,
            "what": one.limit.names.get(call.language, ""),
            "due": one.due,
            "days_left": one.days_left,
            "source": one.limit.source,
        }
        for one in lines
    ]
    show(
        told,
        as_json,
        lambda: [
            f"{one['due']:%d/%m/%Y}  {one['days_left']:+}  {one['code']}  {one['what']}"
            for one in told
        ],
    )


@recognition.command("programme")
@click.argument("code")
@click.option("--needed/--not-needed", "needed", required=True)
@json_option
@pass_call
@told_errors
def programme(call: Call, code: str, needed: bool, as_json: bool) -> None:
    """Say whether only recognised initiatives may go up in a programme."""
    from desktop_app.services.portal import ask_recognition

    ask_recognition(call.open(), code, needed)
    show({"programme": code, "needs_recognition": needed}, as_json, lambda: [code])


COMMANDS = (recognition,)
