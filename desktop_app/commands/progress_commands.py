"""Commands of targets: programme, phase, target, progress."""

from datetime import date
from typing import Any

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors, word
from desktop_app.errors import BadInput

_DAY = click.DateTime(["%Y-%m-%d"])
_BASES = click.Choice(["members", "members_and_workers"])


@click.group()
def programme() -> None:
    """Programmes."""


@programme.command("add")
@click.argument("code")
@click.option("--name", required=True)
@click.option("--from", "date_from", type=_DAY, default=None)
@click.option("--to", "date_to", type=_DAY, default=None)
@click.option(
    "--counting",
    type=click.Choice(["uploaded", "valid", "accepted", "received", "recognised"]),
    default="uploaded",
    help="The count held against the targets.",
)
@click.option(
    "--rounding",
    type=click.Choice(["up", "nearest", "down"]),
    default="up",
    help="How a share of people becomes a number.",
)
@json_option
@pass_call
@told_errors
def programme_add(
    call: Call,
    code: str,
    name: str,
    date_from: Any,
    date_to: Any,
    counting: str,
    rounding: str,
    as_json: bool,
) -> None:
    """Add a programme, or put it right."""
    from desktop_app.domain.targets import Rounding
    from desktop_app.services.targets import add_programme

    add_programme(
        call.open(),
        code=code,
        name=name,
        date_from=_day(date_from),
        date_to=_day(date_to),
        counting=counting,
        rounding=Rounding(rounding),
    )
    show({"code": code}, as_json, lambda: [code])


@programme.command("list")
@json_option
@pass_call
@told_errors
def programme_list(call: Call, as_json: bool) -> None:
    """List the programmes, oldest first."""
    from desktop_app.services.targets import list_programmes

    rows = list_programmes(call.open())
    show(rows, as_json, lambda: [f"{r.code:<12} {r.name} ({word(call, r.counting)})" for r in rows])


@programme.command("delete")
@click.argument("code")
@click.option("--also-targets", is_flag=True, help="Delete its targets and rules as well.")
@json_option
@pass_call
@told_errors
def programme_delete(call: Call, code: str, also_targets: bool, as_json: bool) -> None:
    """Delete a programme and its phases."""
    from desktop_app.services.targets import delete_programme

    delete_programme(call.open(), code, also_targets=also_targets)
    show({"code": code}, as_json, lambda: [code])


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

    overlaps = add_phase(
        call.open(),
        code=code,
        name=name,
        programme=programme,
        date_from=date_from.date(),
        date_to=date_to.date(),
        peak=peak,
    )
    show(
        {"code": code, "programme": programme, "overlaps": overlaps},
        as_json,
        lambda: [code, *(say(call, "CLI-overlaps", name=name) for name in overlaps)],
    )


@phase.command("list")
@json_option
@pass_call
@told_errors
def phase_list(call: Call, as_json: bool) -> None:
    """List phases and peak periods, oldest first."""
    from desktop_app.services.targets import list_phases

    rows = list_phases(call.open())
    show(
        rows,
        as_json,
        lambda: [
            f"{r.code:<12} {r.date_from} – {r.date_to}  {r.name}"
            + (f" ({say(call, 'CLI-peak')})" if r.peak else "")
            for r in rows
        ],
    )


@phase.command("delete")
@click.argument("code")
@click.option("--also-targets", is_flag=True, help="Delete its targets and rules as well.")
@json_option
@pass_call
@told_errors
def phase_delete(call: Call, code: str, also_targets: bool, as_json: bool) -> None:
    """Delete a phase or a peak period."""
    from desktop_app.services.targets import delete_phase

    delete_phase(call.open(), code, also_targets=also_targets)
    show({"code": code}, as_json, lambda: [code])


@click.group()
def target() -> None:
    """Targets."""


@target.command("set")
@click.argument("unit_code")
@click.argument("scope", metavar="PHASE")
@click.option("--count", type=int, default=None)
@click.option("--percent", type=float, default=None)
@click.option("--base", type=_BASES, default=None)
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


@target.command("rule")
@click.argument("scope", metavar="PHASE")
@click.option("--group", default="", help="A group of units; without it the rule is for any unit.")
@click.option("--count", type=int, default=None)
@click.option("--percent", type=float, default=None)
@click.option("--base", type=_BASES, default=None)
@click.option("--remove", is_flag=True, help="Take the rule away.")
@json_option
@pass_call
@told_errors
def target_rule(
    call: Call,
    scope: str,
    group: str,
    count: int | None,
    percent: float | None,
    base: str | None,
    remove: bool,
    as_json: bool,
) -> None:
    """Say what each unit is to reach where it set itself nothing."""
    from desktop_app.domain.targets import Base
    from desktop_app.services.targets import remove_rule, set_rule

    if remove:
        remove_rule(call.open(), scope, group)
    else:
        set_rule(
            call.open(),
            scope,
            group,
            count=count,
            percent=percent,
            base=Base(base) if base else None,
        )
    show({"scope": scope, "group": group}, as_json, lambda: [f"{scope} {group}".rstrip()])


@target.command("rules")
@json_option
@pass_call
@told_errors
def target_rules(call: Call, as_json: bool) -> None:
    """List the rules."""
    from desktop_app.services.target_table import target_text
    from desktop_app.services.targets import list_rules

    rows = list_rules(call.open())
    show(rows, as_json, lambda: [f"{r.scope:<12} {target_text(r.target)}  {r.group}" for r in rows])


@click.command()
@click.option("--phase", "phase_code", default=None)
@click.option("--programme", "programme_code", default=None)
@click.option("--from", "date_from", type=_DAY, default=None)
@click.option("--to", "date_to", type=_DAY, default=None)
@click.option("--as-of", "as_of", type=_DAY, default=None, help="The board of an earlier day.")
@click.option("--reported", is_flag=True, help="Figures as the offices below told them last.")
@json_option
@pass_call
@told_errors
def progress(
    call: Call,
    phase_code: str | None,
    programme_code: str | None,
    date_from: Any,
    date_to: Any,
    as_of: Any,
    reported: bool,
    as_json: bool,
) -> None:
    """Show the board: the four tracks and the targets, per unit."""
    from desktop_app.services.progress import progress as board

    if date_from and date_to and date_from > date_to:
        raise BadInput("SSK-595")
    lines = board(
        call.open(),
        phase=phase_code,
        programme=programme_code,
        date_from=_day(date_from),
        date_to=_day(date_to),
        as_of=_day(as_of),
        reported=reported,
    )
    show(
        lines,
        as_json,
        lambda: [
            f"{line.unit}: {line.reached}/{'–' if line.target is None else line.target} "
            f"({word(call, line.counting)})"
            + (
                f", {say(call, 'CLI-still-missing', number=line.shortfall)}"
                if line.shortfall
                else ""
            )
            for line in lines
        ],
    )


def _day(moment: Any) -> date | None:
    return moment.date() if moment else None


COMMANDS = (programme, phase, target, progress)
