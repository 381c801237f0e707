"""Commands that change units from a day on, and take a change back."""

from typing import TYPE_CHECKING, Any

import click

from desktop_app.commands.output import Call, json_option, pass_call, show, told_errors, word
from desktop_app.commands.unit_commands import unit
from desktop_app.errors import BadInput

if TYPE_CHECKING:
    from desktop_app.services.unit_events import Decision
    from desktop_app.workspace import Workspace

_DAY = click.DateTime(["%Y-%m-%d"])
_day = click.option("--day", type=_DAY, default=None, help="The first day; today by default.")
_decision = click.option("--decision-no", default="", help="The number of the decision.")


@unit.command("events")
@json_option
@pass_call
@told_errors
def unit_events(call: Call, as_json: bool) -> None:
    """List what changed of the units, newest first."""
    from desktop_app.services.unit_events import list_events

    rows = list_events(call.open())
    show(
        rows,
        as_json,
        lambda: [
            f"{r.id} {r.day} {word(call, r.kind, 'unit'):<18} "
            f"{', '.join(r.before)} → {', '.join(r.after)}"
            for r in rows
        ],
    )


@unit.command("undo")
@click.argument("event")
@json_option
@pass_call
@told_errors
def unit_undo(call: Call, event: str, as_json: bool) -> None:
    """Take back a change that was entered wrongly (its id, as in `unit events`)."""
    from desktop_app.services.unit_events import undo

    undo(call.open(), event)
    show({"undone": event}, as_json, lambda: [event])


def _decided(workspace: "Workspace", day: Any, number: str) -> "Decision":
    from desktop_app.services.unit_events import Decision

    return Decision(day.date() if day else workspace.today(), number)


@unit.command("rename")
@click.argument("code")
@click.argument("name")
@_day
@_decision
@json_option
@pass_call
@told_errors
def unit_rename(
    call: Call, code: str, name: str, day: Any, decision_no: str, as_json: bool
) -> None:
    """Call a unit something else from a day on."""
    from desktop_app.services.unit_changes import rename
    from desktop_app.services.units import find_unit

    workspace = call.open()
    found = find_unit(workspace, code)
    event = rename(workspace, found.id, name, _decided(workspace, day, decision_no))
    show({"event": event}, as_json, lambda: [f"{code} {name}"])


@unit.command("move")
@click.argument("codes", nargs=-1, required=True)
@click.option("--to", "parent", required=True, help="The unit above from then on.")
@_day
@_decision
@json_option
@pass_call
@told_errors
def unit_move(
    call: Call, codes: tuple[str, ...], parent: str, day: Any, decision_no: str, as_json: bool
) -> None:
    """Let units stand below another one from a day on."""
    from desktop_app.services.unit_changes import move
    from desktop_app.services.units import find_unit

    workspace = call.open()
    ids = [find_unit(workspace, code).id for code in codes]
    target = find_unit(workspace, parent)
    event = move(workspace, ids, target.id, _decided(workspace, day, decision_no))
    show({"event": event}, as_json, lambda: [f"{', '.join(codes)} → {target.code}"])


@unit.command("merge")
@click.argument("codes", nargs=-1, required=True)
@click.option("--into", default="", help="A unit that stands.")
@click.option("--new-name", default="", help="The name of a new unit instead.")
@click.option("--new-code", default="")
@_day
@_decision
@json_option
@pass_call
@told_errors
def unit_merge(
    call: Call,
    codes: tuple[str, ...],
    into: str,
    new_name: str,
    new_code: str,
    day: Any,
    decision_no: str,
    as_json: bool,
) -> None:
    """Merge units into one that stands or a new one."""
    from desktop_app.services.unit_changes import merge
    from desktop_app.services.unit_events import NewUnit
    from desktop_app.services.units import code_from, find_unit

    workspace = call.open()
    if bool(into) == bool(new_name):
        raise BadInput("SSK-807")
    found = [find_unit(workspace, code) for code in codes]
    target: str | NewUnit = (
        find_unit(workspace, into).id
        if into
        else NewUnit(new_name, new_code or code_from(new_name), found[0].kind)
    )
    ids = [each.id for each in found]
    successor = merge(workspace, ids, target, _decided(workspace, day, decision_no))
    row = find_unit(workspace, successor)
    show(row, as_json, lambda: [f"{', '.join(codes)} → {row.code}"])


@unit.command("close")
@click.argument("code")
@click.option("--successor", default="", help="The unit its reports count with.")
@click.option("--units-to", default="", help="The unit that takes over those below it.")
@_day
@_decision
@json_option
@pass_call
@told_errors
def unit_close(
    call: Call,
    code: str,
    successor: str,
    units_to: str,
    day: Any,
    decision_no: str,
    as_json: bool,
) -> None:
    """Let a unit stand no longer from a day on; what it brought stays."""
    from desktop_app.services.unit_changes import close
    from desktop_app.services.units import find_unit

    workspace = call.open()
    event = close(
        workspace,
        find_unit(workspace, code).id,
        _decided(workspace, day, decision_no),
        successor=find_unit(workspace, successor).id if successor else None,
        children_to=find_unit(workspace, units_to).id if units_to else None,
    )
    show({"event": event}, as_json, lambda: [code])


COMMANDS: tuple[click.Command, ...] = ()
"""Nothing of its own: these stand in the group ``unit``."""
