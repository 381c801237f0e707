"""Commands that follow: unit, phase, target, progress, portal record."""

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
def phase() -> None:
    """Phases of programmes."""


@phase.command("add")
@click.argument("code")
@click.option("--name", required=True)
@click.option("--programme", required=True, help="The programme's code; begun when not known.")
@click.option("--from", "date_from", type=_DAY, required=True)
@click.option("--to", "date_to", type=_DAY, required=True)
@click.option("--peak", is_flag=True, help="A peak period inside a phase.")
@json_option
@pass_call
@told_errors
def phase_add(
    call: Call,
    code: str,
    name: str,
    programme: str,
    date_from: Any,
    date_to: Any,
    peak: bool,
    as_json: bool,
) -> None:
    """Add a phase or a peak period."""
    from desktop_app.services.targets import add_phase

    add_phase(
        call.open(),
        code=code,
        name=name,
        programme=programme,
        date_from=date_from.date(),
        date_to=date_to.date(),
        peak=peak,
    )
    show({"code": code, "programme": programme}, as_json, lambda: [code])


@click.group()
def target() -> None:
    """Targets."""


@target.command("set")
@click.argument("unit_code")
@click.argument("scope", metavar="PHASE")
@click.option("--count", type=int, default=None)
@click.option("--percent", type=float, default=None)
@click.option("--base", type=click.Choice(["members", "members_and_workers"]), default=None)
@json_option
@pass_call
@told_errors
def target_set(
    call: Call,
    unit_code: str,
    scope: str,
    count: int | None,
    percent: float | None,
    base: str | None,
    as_json: bool,
) -> None:
    """Set a unit's target in a phase or a whole programme."""
    from desktop_app.domain.targets import Base
    from desktop_app.services.targets import set_target

    set_target(
        call.open(),
        unit_code,
        scope,
        count=count,
        percent=percent,
        base=Base(base) if base else None,
    )
    show({"unit": unit_code, "scope": scope}, as_json, lambda: [f"{unit_code} {scope}"])


@click.command()
@click.option("--phase", "phase_code", default=None)
@click.option("--from", "date_from", type=_DAY, default=None)
@click.option("--to", "date_to", type=_DAY, default=None)
@json_option
@pass_call
@told_errors
def progress(
    call: Call, phase_code: str | None, date_from: Any, date_to: Any, as_json: bool
) -> None:
    """Show the board: the four tracks and the targets, per unit."""
    from desktop_app.services.progress import progress as board

    lines = board(
        call.open(),
        phase=phase_code,
        date_from=date_from.date() if date_from else None,
        date_to=date_to.date() if date_to else None,
    )
    show(
        lines,
        as_json,
        lambda: [
            f"{line.unit}: {line.reached}/{line.target or '–'} ({line.counting})"
            + (f", − {line.shortfall}" if line.shortfall else "")
            for line in lines
        ],
    )


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


COMMANDS = (unit, phase, target, progress, portal)
