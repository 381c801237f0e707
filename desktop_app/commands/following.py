"""Commands that follow: phase, target, progress, portal record."""

from typing import Any

import click

from desktop_app.commands.output import (
    Call,
    json_option,
    pass_call,
    show,
    told_errors,
)

_DAY = click.DateTime(["%Y-%m-%d"])


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


COMMANDS = (phase, target, progress, portal)
