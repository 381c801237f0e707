"""Commands for people's data: person find, data, erase; retention; audit; lock."""

from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import (
    Call,
    json_option,
    make_folder,
    pass_call,
    say,
    show,
    told_errors,
)
from desktop_app.errors import BadInput

_DAY = click.DateTime(["%Y-%m-%d"])
_FOLDER = click.Path(path_type=Path, file_okay=False)
_BIRTH = click.option("--birth", default="", help="The birth date, 2026-03-05, as it stands there.")
_WORK = click.option("--work", default="", help="Part of the workplace.")
_PLACE = click.option(
    "--place", "places", multiple=True, help="The key of a place, as person find --json gives it."
)


@click.group()
def person() -> None:
    """One person's data: where it stands, a copy of it, its end."""


@person.command("find")
@click.argument("name")
@json_option
@pass_call
@told_errors
def person_find(call: Call, name: str, as_json: bool) -> None:
    """Find a name over the whole book, without case and marks."""
    from desktop_app.services import persons

    found = persons.find(call.open(), name)
    show(found, as_json, lambda: _found_lines(call, found))


def _found_lines(call: Call, found: Any) -> list[str]:
    from desktop_app.services.personal_data import kind_word, version_word

    lines = []
    for group in found.groups:
        facts = {"name": group.name, "birth": group.birth or "–", "work": group.work or "–"}
        lines.append(say(call, "CLI-person-group", **facts))
        for place in group.places:
            versions = ", ".join(version_word(each, call.language) for each in place.versions)
            facts = {"dossier": place.code, "title": place.title, "versions": versions}
            kind = kind_word(place.kind, call.language)
            lines.append(say(call, "CLI-person-place", **facts, kind=kind))
    for place in found.others:
        kind, where = kind_word(place.kind, call.language), f"{place.code} {place.title}".strip()
        lines.append(say(call, "CLI-person-other", kind=kind, where=where))
        lines += [say(call, "CLI-person-said", said=said) for said in place.said]
    lines += [say(call, "CLI-person-unread", file=file) for file in found.unread]
    return lines or [say(call, "CLI-person-none", name=found.name)]


@person.command("data")
@click.argument("name")
@_BIRTH
@_WORK
@_PLACE
@click.option("--to", type=_FOLDER, required=True)
@json_option
@pass_call
@told_errors
def person_data(
    call: Call,
    name: str,
    birth: str,
    work: str,
    places: tuple[str, ...],
    to: Path,
    as_json: bool,
) -> None:
    """Write everything kept about one person, as JSON and as PDF."""
    from desktop_app.services import personal_data, persons

    workspace = call.open()
    found = persons.find(workspace, name)
    picked = persons.group_matching(found, birth=birth, work=work, keys=places)
    chosen = _with_mentions(found, picked)
    data = personal_data.gather(workspace, found, chosen)
    make_folder(to)
    written = personal_data.write(workspace, data, to, language=call.language)
    show(
        {"files": written.files, "data": personal_data.as_json(data)},
        as_json,
        lambda: [
            say(call, "CLI-person-data", name=written.name, file=file) for file in written.files
        ],
    )


def _with_mentions(found: Any, places: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return some places with the running text of the same reports."""
    ids = {place.initiative_id for place in places if place.initiative_id}
    more = [p for p in found.others if p.initiative_id in ids and p not in places]
    return (*places, *more)


@person.command("erase")
@click.argument("name")
@_BIRTH
@_WORK
@_PLACE
@click.option("--file", "files", multiple=True, help="The SHA-256 of an attachment that goes too.")
@click.option("--preview", is_flag=True, help="Only say what would be done.")
@click.option("--yes", is_flag=True, help="Really erase; it cannot be taken back.")
@json_option
@pass_call
@told_errors
def person_erase(
    call: Call,
    name: str,
    birth: str,
    work: str,
    places: tuple[str, ...],
    files: tuple[str, ...],
    preview: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Erase one person everywhere in this data folder, also in its backups."""
    from desktop_app.services import erasing, persons

    workspace = call.open()
    found = persons.find(workspace, name)
    chosen = persons.group_matching(found, birth=birth, work=work, keys=places)
    if preview:
        seen = erasing.preview(workspace, found, chosen)
        show(seen, as_json, lambda: _preview_lines(call, seen))
        return
    if not yes:
        raise BadInput("SSK-975")
    done = erasing.erase(workspace, erasing.choose(found, chosen, files=files))
    facts = {"reports": done.reports, "revisions": done.revisions, "files": done.files}
    show(
        done,
        as_json,
        lambda: [
            say(call, "CLI-person-erased", name=done.name, **facts),
            *(_left_line(call, each) for each in done.left),
        ],
    )


def _preview_lines(call: Call, seen: Any) -> list[str]:
    lines = [
        say(call, "CLI-person-report", dossier=each.code, title=each.title) for each in seen.reports
    ]
    lines += [say(call, "CLI-person-unsure", dossier=r.code) for r in seen.reports if r.unsure]
    lines += [_left_line(call, each) for each in seen.left]
    lines += [
        say(call, "CLI-person-file", file=file.name, sha256=file.sha256) for file in seen.files
    ]
    if seen.signed:
        lines.append(say(call, "CLI-person-signed", number=seen.signed))
    lines += [say(call, "CLI-person-unread", file=file) for file in seen.unread]
    return [*lines, say(call, "CLI-person-away")] if seen.away else lines


def _left_line(call: Call, each: Any) -> str:
    return say(
        call,
        "CLI-person-left",
        sequence=each.sequence,
        file=each.file_name,
        day=f"{each.written_at:%d/%m/%Y}",
        recipient=each.recipient or "–",
    )


@click.group()
def retention() -> None:
    """How long people's data is kept, and what is due."""


@retention.command("list")
@json_option
@pass_call
@told_errors
def retention_list(call: Call, as_json: bool) -> None:
    """Show the rule and the dossiers whose time is over."""
    from desktop_app.services import retention as service

    workspace = call.open()
    rule, due = service.rule(workspace), service.due(workspace)
    show({"rule": rule, "due": due}, as_json, lambda: _rule_lines(call, rule, due))


def _rule_lines(call: Call, rule: Any, due: Any) -> list[str]:
    if rule.months is None:
        source = rule.source[call.language]
        return [say(call, "CLI-retention-off", months=rule.suggested, source=source)]
    rows = [
        say(
            call,
            "CLI-retention-row",
            dossier=each.code,
            title=each.title,
            day=f"{each.result_on:%d/%m/%Y}",
        )
        for each in due
    ]
    return [say(call, "CLI-retention-on", months=rule.months, number=len(due)), *rows]


@retention.command("set")
@click.argument("months", type=int, required=False)
@click.option("--off", is_flag=True, help="Switch the rule off.")
@json_option
@pass_call
@told_errors
def retention_set(call: Call, months: int | None, off: bool, as_json: bool) -> None:
    """Keep people's data so many months after the last result of the portal, or without end."""
    from desktop_app.services import retention as service

    if (months is None) != off:
        raise click.UsageError("either MONTHS or --off is needed")
    workspace = call.open()
    rule = service.set_rule(workspace, months)
    due = service.due(workspace)
    show({"rule": rule, "due": due}, as_json, lambda: _rule_lines(call, rule, due))


@retention.command("apply")
@click.option("--yes", is_flag=True, help="Really take people out; it cannot be taken back.")
@json_option
@pass_call
@told_errors
def retention_apply(call: Call, yes: bool, as_json: bool) -> None:
    """Take people out of every dossier whose time is over."""
    from desktop_app.services import retention as service

    if not yes:
        raise BadInput("SSK-975")
    workspace = call.open()
    due = service.due(workspace)
    done = service.apply(workspace, tuple(each.id for each in due))
    number = len(due)
    show(
        {"due": due, "erased": done},
        as_json,
        lambda: [say(call, "CLI-retention-done", number=number)],
    )


@click.group()
def audit() -> None:
    """The log of who did what when."""


def _filters(command: Any) -> Any:
    for option in (
        click.option("--about", default="", help="A dossier code, a title, a unit's code."),
        click.option("--action", default="", help="The code of an action, such as export."),
        click.option("--until", "date_to", type=_DAY, default=None, help="The last day."),
        click.option("--from", "date_from", type=_DAY, default=None),
    ):
        command = option(command)
    return command


def _wanted(date_from: Any, date_to: Any, action: str, about: str) -> Any:
    from desktop_app.services.audit_log import LogFilter

    begin, end = (day.date() if day else None for day in (date_from, date_to))
    return LogFilter(begin, end, action, about)


@audit.command("list")
@_filters
@click.option("--limit", type=click.IntRange(1, 5000), default=200)
@click.option("--before", type=int, default=None, help="Go on before this line.")
@json_option
@pass_call
@told_errors
def audit_list(
    call: Call,
    date_from: Any,
    date_to: Any,
    action: str,
    about: str,
    limit: int,
    before: int | None,
    as_json: bool,
) -> None:
    """Show the log, newest first."""
    from desktop_app.services import audit_log

    wanted = _wanted(date_from, date_to, action, about)
    page = audit_log.page(call.open(), wanted, before=before, limit=limit, language=call.language)
    show(page, as_json, lambda: [_log_line(call, line) for line in page.lines])


def _log_line(call: Call, line: Any) -> str:
    about = f" · {line.about}" if line.about else ""
    by = f" · {line.by}" if line.by else ""
    at = f"{line.at:%d/%m/%Y %H:%M}"
    return say(call, "CLI-audit-line", at=at, what=line.what, about=about, by=by)


@audit.command("export")
@_filters
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), required=True)
@json_option
@pass_call
@told_errors
def audit_export(
    call: Call,
    date_from: Any,
    date_to: Any,
    action: str,
    about: str,
    to: Path,
    as_json: bool,
) -> None:
    """Write the log as .xlsx or .csv."""
    from desktop_app.services import audit_log

    wanted = _wanted(date_from, date_to, action, about)
    written = audit_log.export(call.open(), to, wanted, language=call.language)
    show(
        written,
        as_json,
        lambda: [say(call, "CLI-audit-written", number=written.count, file=written.file)],
    )


@click.group()
def lock() -> None:
    """The password of the window on a shared PC."""


@lock.command("show")
@json_option
@pass_call
@told_errors
def lock_show(call: Call, as_json: bool) -> None:
    """Say whether the window asks for a password."""
    from desktop_app.services import screen_lock
    from desktop_app.workspace import default_folder

    found = screen_lock.state(call.folder or default_folder())
    line = say(call, "CLI-lock-set", minutes=found.minutes) if found.on else None
    show(found, as_json, lambda: [line or say(call, "CLI-lock-none")])


@lock.command("reset")
@json_option
@pass_call
@told_errors
def lock_reset(call: Call, as_json: bool) -> None:
    """Take a forgotten password away: it hides the window, the files were never behind it."""
    from desktop_app.services import screen_lock
    from desktop_app.workspace import default_folder

    was = screen_lock.reset(call.folder or default_folder())
    code = "CLI-lock-reset" if was else "CLI-lock-none"
    show({"reset": was}, as_json, lambda: [say(call, code)])


COMMANDS = (person, retention, audit, lock)
