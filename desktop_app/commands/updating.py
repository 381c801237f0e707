"""Commands about the program itself: update check, update apply, licences."""

from pathlib import Path

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.group()
def update() -> None:
    """Update the program from a signed file; no network is asked."""


@update.command("check")
@click.argument("file", type=_FILE)
@json_option
@pass_call
@told_errors
def update_check(call: Call, file: Path, as_json: bool) -> None:
    """Look whether an update file is whole, signed by the makers, and newer."""
    from desktop_app.services.updating import check_update, running_program

    found = check_update(file, running_program())
    show(
        found,
        as_json,
        lambda: [
            say(call, "CLI-update-checked", version=found.version, installed=found.installed),
            *([found.notes] if found.notes else []),
        ],
    )


@update.command("apply")
@click.argument("file", type=_FILE)
@json_option
@pass_call
@told_errors
def update_apply(call: Call, file: Path, as_json: bool) -> None:
    """Back up the book and unpack an update; the window's next start is the new program."""
    from desktop_app.services.updating import apply_update, check_update, running_program

    program = running_program()
    check_update(file, program)
    staged = apply_update(call.open() if call.has_book() else None, file, program)
    show(
        staged,
        as_json,
        lambda: [
            say(call, "CLI-update-staged", version=staged.version),
            *([say(call, "CLI-update-backup", backup=staged.backup)] if staged.backup else []),
        ],
    )


@click.command()
def licences() -> None:
    """Print the licences of everything the program carries."""
    from desktop_app.services.licences import licence_text

    click.echo(licence_text(), nl=False)


COMMANDS = (update, licences)
