"""Commands about units: the list, its import, what is known, computers, senders to be placed."""

from pathlib import Path
from typing import Any

import click

from desktop_app.commands.carrying import passphrase_of, passphrase_option
from desktop_app.commands.output import (
    DONE,
    PARTLY,
    Call,
    json_option,
    note_object,
    pass_call,
    plain,
    show,
    told_errors,
    word,
)
from desktop_app.errors import BadInput

_DAY = click.DateTime(["%Y-%m-%d"])
_on = click.option("--on", type=_DAY, default=None, help="As it stood on a day; today by default.")


@click.group()
def unit() -> None:
    """Units."""


@unit.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--preview", is_flag=True, help="Say what would become of each row; write nothing.")
@click.option(
    "--from", "since", type=_DAY, default=None, help="The day changes hold from; today by default."
)
@json_option
@pass_call
@click.pass_context
@told_errors
def unit_import(
    context: click.Context, call: Call, file: Path, preview: bool, since: Any, as_json: bool
) -> None:
    """Take in an Excel list of units, a verdict for each row."""
    from desktop_app.services import unit_import as importing

    work = importing.preview if preview else importing.import_units
    result = work(call.open(), file, since.date() if since else None)
    told = [{**plain(row), "message": _message(call, row.reason, row.facts)} for row in result.rows]
    show(
        {"rows": told},
        as_json,
        lambda: [line for row in told for line in _row_lines(call, row)],
    )
    context.exit(PARTLY if result.count(importing.REFUSED) else DONE)


def _message(call: Call, code: str, facts: Any) -> str:
    return note_object(code, facts, call.language)["message"] if code else ""


def _row_lines(call: Call, row: dict[str, Any]) -> list[str]:
    verdict = word(call, row["verdict"], "unit")
    head = f"{row['row_number']:>4}  {verdict:<15} {row['code']}  {row['name']} "
    lines = [(head + f"{row['reason']} {row['message']}").rstrip()]
    return lines + [
        f"        {word(call, each['column'], 'unit')}: {each['old'] or '–'} → {each['new']}"
        for each in row["changes"]
    ]


@unit.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_on
@json_option
@pass_call
@told_errors
def unit_export(call: Call, file: Path, on: Any, as_json: bool) -> None:
    """Write the units as an Excel list that can be edited and imported again."""
    from desktop_app.services.unit_export import export_list

    day = on.date() if on else None
    if file.exists():
        raise BadInput("SSK-837", file=file.name)
    path = export_list(call.open(), file, on=day, language=call.language)
    show({"file": path}, as_json, lambda: [str(path)])


@unit.command("list")
@_on
@json_option
@pass_call
@told_errors
def unit_list(call: Call, on: Any, as_json: bool) -> None:
    """List the units in Vietnamese order."""
    from desktop_app.services.units import list_units

    rows = list_units(call.open(), on.date() if on else None)
    show(rows, as_json, lambda: [f"{r.code:<12} {r.name}" for r in rows])


@unit.command("add")
@click.argument("name")
@click.option("--code", default="", help="Made from the name when not given.")
@click.option("--kind", default="CDCS", help="The kind's code, as in `unit kinds`.")
@click.option("--parent", default=None, help="The unit above; this office by default.")
@click.option("--from", "since", type=_DAY, default=None, help="Its first day, when known.")
@click.option("--officer", default="")
@json_option
@pass_call
@told_errors
def unit_add(
    call: Call,
    name: str,
    code: str,
    kind: str,
    parent: str | None,
    since: Any,
    officer: str,
    as_json: bool,
) -> None:
    """Add a unit."""
    from desktop_app.services import units

    workspace = call.open()
    row = units.add_unit(
        workspace,
        name=name,
        code=code or units.code_from(name),
        kind=kind,
        parent_id=units.find_unit(workspace, parent).id if parent else None,
        valid_from=since.date() if since else None,
        officer=officer,
    )
    show(row, as_json, lambda: [f"{row.code} {row.name}"])


@unit.command("kinds")
@json_option
@pass_call
@told_errors
def unit_kinds(call: Call, as_json: bool) -> None:
    """List the kinds of units."""
    from desktop_app.services.unit_kinds import all_kinds

    rows = tuple(all_kinds().values())
    show(rows, as_json, lambda: [f"{r.code:<14} {r.labels[call.language]}" for r in rows])


@unit.command("history")
@click.argument("code")
@json_option
@pass_call
@told_errors
def unit_history(call: Call, code: str, as_json: bool) -> None:
    """Show what is known of a unit with its days, newest first."""
    from desktop_app.services.unit_changes import history
    from desktop_app.services.units import find_unit

    workspace = call.open()
    rows = history(workspace, find_unit(workspace, code).id)
    show(
        rows,
        as_json,
        lambda: [
            f"{r.since or '…'!s:<10} {word(call, r.subject, 'unit'):<11} {r.value} {r.decision_no}"
            for r in rows
        ],
    )


@unit.command("waiting")
@json_option
@pass_call
@told_errors
def unit_waiting(call: Call, as_json: bool) -> None:
    """List the senders that are not in the list of units; their bundles wait."""
    from desktop_app.services.placing import list_unplaced

    rows = list_unplaced(call.open())
    show(
        rows,
        as_json,
        lambda: [f"{r.device}  {r.words:<24} {r.files:>3}  {r.code} {r.unit}" for r in rows],
    )


@unit.command("place")
@click.argument("sender")
@click.option("--as", "existing", default="", help="The unit it is, by its code.")
@click.option("--below", default="", help="The unit above, to add it as a new one.")
@click.option("--name", default="", help="Its name, when not the one it gives itself.")
@click.option("--code", default="", help="Its code, when not the one it gives itself.")
@click.option("--compared", is_flag=True, help="Its four words were compared by phone.")
@passphrase_option
@json_option
@pass_call
@click.pass_context
@told_errors
def unit_place(
    context: click.Context,
    call: Call,
    sender: str,
    existing: str,
    below: str,
    name: str,
    code: str,
    compared: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Say where a sender (code, device or four words) belongs; its bundles are taken in."""
    from desktop_app.commands.taking_in import show_intake
    from desktop_app.services import placing
    from desktop_app.services.inbox import Agreed
    from desktop_app.services.units import find_unit

    workspace, agreed = call.open(), Agreed(passphrase=passphrase_of(passphrase_file))
    if bool(existing) == bool(below):
        raise BadInput("SSK-818")
    found = placing.find_unplaced(workspace, sender)
    target = find_unit(workspace, existing or below)
    if existing:
        result = placing.place_as(
            workspace, found.sign_key, target.id, compared=compared, agreed=agreed
        )
    else:
        result = placing.place_new(
            workspace, found.sign_key, target.id, name=name, code=code, agreed=agreed
        )
    if result is not None:
        show_intake(context, call, result, as_json)
    show({"sender": found.device, "unit": target.code}, as_json, lambda: [found.unit])


@unit.command("keys")
@click.argument("code", required=False)
@json_option
@pass_call
@told_errors
def unit_keys(call: Call, code: str | None, as_json: bool) -> None:
    """List the computers of the units with the four words of their keys."""
    from desktop_app.services.unit_keys import list_keys
    from desktop_app.services.units import find_unit

    workspace = call.open()
    rows = list_keys(workspace, find_unit(workspace, code).id if code else None)
    show(
        rows,
        as_json,
        lambda: [
            f"{word(call, r.state, 'computer'):<14} {r.device}  {r.words:<24} {r.unit}"
            for r in rows
        ],
    )


@unit.command("trust")
@click.argument("key")
@json_option
@pass_call
@click.pass_context
@told_errors
def unit_trust(context: click.Context, call: Call, key: str, as_json: bool) -> None:
    """Confirm a computer (device, four words or key) whose words were compared by phone."""
    from desktop_app.commands.taking_in import show_intake
    from desktop_app.services.unit_keys import confirm, find_key

    workspace = call.open()
    row = find_key(workspace, key)
    result = confirm(workspace, row.sign_key)
    if result is not None:
        show_intake(context, call, result, as_json)
    show({"key": row.sign_key, "state": "known"}, as_json, lambda: [row.words])


@unit.command("revoke")
@click.argument("key")
@json_option
@pass_call
@told_errors
def unit_revoke(call: Call, key: str, as_json: bool) -> None:
    """Refuse a computer (device, four words or key) from now on."""
    from desktop_app.services.unit_keys import find_key, revoke

    workspace = call.open()
    row = find_key(workspace, key)
    revoke(workspace, row.sign_key)
    show({"key": row.sign_key, "state": "revoked"}, as_json, lambda: [row.words])


COMMANDS = (unit,)
