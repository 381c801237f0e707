"""Commands for drafts between two computers of a team: initiative share, merge; computer."""

from pathlib import Path

import click

from desktop_app.commands.output import (
    PARTLY,
    Call,
    json_option,
    make_folder,
    pass_call,
    show,
    told_errors,
)
from desktop_app.commands.writing import initiative
from desktop_app.errors import BadInput


@initiative.command("share")
@click.argument("keys", nargs=-1, required=True)
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@json_option
@pass_call
@told_errors
def share(call: Call, keys: tuple[str, ...], to: Path, as_json: bool) -> None:
    """Write drafts for another computer of the team; it takes them with ``bundle import``."""
    from desktop_app.services import drafting, shared_drafts

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys]
    make_folder(to)
    written = shared_drafts.export_drafts(workspace, ids, to)
    show({"file": written.path, "sealed": written.sealed}, as_json, lambda: [str(written.path)])


@initiative.command("merge")
@click.argument("key")
@click.option(
    "--choose",
    "choices",
    multiple=True,
    metavar="QUESTION=mine|theirs|both",
    help="One for every difference; without any they are listed.",
)
@json_option
@pass_call
@click.pass_context
@told_errors
def merge(
    context: click.Context, call: Call, key: str, choices: tuple[str, ...], as_json: bool
) -> None:
    """Merge what another computer changed in the same draft; list the differences (exit 1)."""
    from desktop_app.services import drafting, shared_drafts

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    waiting = shared_drafts.waiting_merge(workspace, initiative_id)
    if choices:
        if waiting is None:
            raise BadInput("SSK-577", name=key)
        chosen = {name: side for name, _sign, side in (each.partition("=") for each in choices)}
        shared_drafts.merge(workspace, initiative_id, chosen)
        waiting = None
    differences = [
        {"question": each.name, "mine": each.mine, "theirs": each.theirs, "both": each.can_join}
        for each in (waiting.differences if waiting else ())
    ]
    show(
        {"device": waiting.device if waiting else "", "differences": differences},
        as_json,
        lambda: [
            f"{each['question']}: {each['mine']!r} | {each['theirs']!r}" for each in differences
        ],
    )
    if waiting is not None:
        context.exit(PARTLY)


@click.group()
def computer() -> None:
    """The computers of the team that drafts go to and come from."""


@computer.command("list")
@json_option
@pass_call
@told_errors
def list_computers(call: Call, as_json: bool) -> None:
    """List them, with the four words of their keys."""
    from desktop_app.services import shared_drafts

    found = shared_drafts.computers(call.open())
    values = [{"device": c.device, "words": c.words, "key": c.sign_key, "known": c.known}
              for c in found]  # fmt: skip
    show(
        values,
        as_json,
        lambda: [f"{c.device}  {c.words}  {'✓' if c.known else '?'}" for c in found],
    )


@computer.command("trust")
@click.argument("device")
@json_option
@pass_call
@told_errors
def trust(call: Call, device: str, as_json: bool) -> None:
    """Say that a computer is one of the team, after its four words were compared."""
    from desktop_app.services import shared_drafts

    workspace = call.open()
    found = [c for c in shared_drafts.computers(workspace) if device in (c.device, c.sign_key)]
    if len(found) != 1:
        raise BadInput("SSK-577", name=device)
    shared_drafts.trust_computer(workspace, found[0].sign_key)
    show({"device": found[0].device}, as_json, lambda: [found[0].device])


COMMANDS = (computer,)
