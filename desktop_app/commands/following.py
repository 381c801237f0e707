"""Commands that follow: unit, portal record."""

from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import (
    DONE,
    PARTLY,
    Call,
    json_option,
    pass_call,
    show,
    told_errors,
)

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def unit() -> None:
    """Units."""


@unit.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@pass_call
@click.pass_context
@told_errors
def unit_import(context: click.Context, call: Call, file: Path, as_json: bool) -> None:
    """Take in an Excel list of units, a verdict for each row."""
    from desktop_app.services.units import import_units

    result = import_units(call.open(), file)
    show(
        result,
        as_json,
        lambda: [
            f"{r.row_number:>4}  {r.verdict:<8} {r.code}  {r.name} {r.reason}".rstrip()
            for r in result.rows
        ],
    )
    refused = any(row.verdict == "refused" for row in result.rows)
    context.exit(PARTLY if refused else DONE)


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
    show(rows, as_json, lambda: [f"{r.state:<8} {r.device}  {r.words:<24} {r.unit}" for r in rows])


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


@unit.command("list")
@json_option
@pass_call
@told_errors
def unit_list(call: Call, as_json: bool) -> None:
    """List the units in Vietnamese order."""
    from desktop_app.services.units import list_units

    rows = list_units(call.open())
    show(rows, as_json, lambda: [f"{r.code:<12} {r.name}" for r in rows])


@click.group()
def portal() -> None:
    """The central system."""


@portal.command("record")
@click.argument("key")
@click.option("--code", required=True)
@click.option("--state", required=True)
@click.option("--date", "on", type=_DAY, default=None)
@json_option
@pass_call
@told_errors
def portal_record(call: Call, key: str, code: str, state: str, on: Any, as_json: bool) -> None:
    """Record an initiative's code and state at the central system."""
    from desktop_app.services import drafting
    from desktop_app.services.portal import record_portal

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    record_portal(workspace, initiative_id, code=code, state=state, on=on.date() if on else None)
    show({"id": initiative_id, "state": state}, as_json, lambda: [state])


COMMANDS = (unit, portal)
