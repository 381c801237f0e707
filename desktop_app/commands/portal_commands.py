"""Commands of the central system: portal record."""

from typing import Any

import click

from desktop_app.commands.output import (
    Call,
    json_option,
    pass_call,
    show,
    told_errors,
    word,
)

_DAY = click.DateTime(["%Y-%m-%d"])


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
    show({"id": initiative_id, "state": state}, as_json, lambda: [word(call, state)])


COMMANDS = (portal,)
