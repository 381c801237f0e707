"""Commands that keep the desk's keys: key show, export, backup, restore."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.commands.output import (
    Call,
    json_option,
    pass_call,
    say,
    show,
    text_of,
    told_errors,
)
from desktop_app.errors import BadInput

if TYPE_CHECKING:
    from desktop_app.exchange.key_backup import KeyBackup
    from desktop_app.services.key_backup import KeyCard

_FILE = click.Path(path_type=Path, dir_okay=False)
_FOUND = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group()
def key() -> None:
    """The keys of this desk: show, put away, try, bring back."""


@key.command("show")
@json_option
@pass_call
@told_errors
def key_show(call: Call, as_json: bool) -> None:
    """Show whose key this is, its four words, and when a backup was made and tried."""
    from desktop_app.services.key_backup import key_card

    _show_card(call, key_card(call.open()), as_json)


@key.command("export")
@click.option("--to", type=_FILE, required=True)
@json_option
@pass_call
@told_errors
def key_export(call: Call, to: Path, as_json: bool) -> None:
    """Write the public keys into a file; nothing in it is secret."""
    from desktop_app.services.key_backup import export_public

    written = export_public(call.open(), to)
    show({"file": written}, as_json, lambda: [str(written)])


@key.command("backup")
@click.option("--to", type=_FILE, help="The file to write, such as khoa.age.")
@click.option("--passphrase-file", type=_FILE, help="Its first line seals the file.")
@click.option("--paper", type=_FILE, help="The page to print, a PDF.")
@json_option
@pass_call
@told_errors
def key_backup(
    call: Call, to: Path | None, passphrase_file: Path | None, paper: Path | None, as_json: bool
) -> None:
    """Write the keys into a file sealed with a passphrase, or onto a page to print."""
    from desktop_app.services import key_backup as service

    if to is None and paper is None:
        raise click.UsageError("--to or --paper is needed")
    workspace = call.open()
    written: dict[str, Path | None] = {"file": None, "paper": None}
    if to is not None:
        passphrase = passphrase_of(call, passphrase_file, new=True)
        written["file"] = service.back_up(workspace, to, passphrase)
    if paper is not None:
        written["paper"] = service.write_paper(workspace, paper, call.language)
    card = service.key_card(workspace)
    value = {**written, "words": card.words, "made_at": card.made_at}
    show(
        value,
        as_json,
        lambda: [
            *(str(path) for path in written.values() if path),
            say(call, "CLI-key-kept"),
        ],
    )


@key.command("restore")
@click.argument("file", type=_FOUND, required=False)
@click.option("--words-file", type=_FOUND, help="The lines of the paper, or its square code.")
@click.option("--passphrase-file", type=_FILE, help="Its first line opens the file.")
@click.option("--check", is_flag=True, help="Only try the backup; nothing is changed.")
@click.option("--other-unit", is_flag=True, help="Agree to the keys of another unit.")
@json_option
@pass_call
@told_errors
def key_restore(
    call: Call,
    file: Path | None,
    words_file: Path | None,
    passphrase_file: Path | None,
    check: bool,
    other_unit: bool,
    as_json: bool,
) -> None:
    """Put the keys of a backup in place, or with --check prove that it would work."""
    from desktop_app.services import key_backup as service

    if (file is None) == (words_file is None):
        raise click.UsageError("either FILE or --words-file is needed")
    workspace = call.open()
    backup = _backup(call, file, words_file, passphrase_file)
    if not check:
        card = service.restore(workspace, backup, other_unit=other_unit)
        _show_card(call, card, as_json, say(call, "CLI-key-restored"))
        return
    tried = service.drill(workspace, backup)
    show(
        {
            "proven": True,
            "proven_at": tried.proven_at,
            "made_at": tried.made_at,
            "spare": tried.spare,
        },
        as_json,
        lambda: [
            say(call, "CLI-key-proven"),
            *([say(call, "CLI-key-spare-missing")] if tried.spare is False else []),
        ],
    )


def _backup(
    call: Call, file: Path | None, words_file: Path | None, passphrase_file: Path | None
) -> "KeyBackup":
    from desktop_app.services import key_backup as service

    if file is not None:
        return service.open_file(file, passphrase_of(call, passphrase_file, new=False))
    assert words_file is not None
    return service.open_words(text_of(words_file))


def passphrase_of(call: Call, file: Path | None, *, new: bool) -> str:
    """Return the passphrase: a file's first line, or asked for where somebody can type."""
    if file is not None:
        return text_of(file).split("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise BadInput("SSK-618")
    asked = say(call, "CLI-key-ask-new" if new else "CLI-key-ask")
    return str(click.prompt(asked, hide_input=True, confirmation_prompt=new, err=True))


def _show_card(call: Call, card: "KeyCard", as_json: bool, *before: str) -> None:
    value: dict[str, Any] = {
        "role": card.role,
        "unit": {"id": card.unit_id, "code": card.unit_code, "name": card.unit_name},
        "mark": card.mark,
        "words": card.words,
        "sign_key": card.sign_key,
        "age_recipient": card.age_recipient,
        "backup": {"made_at": card.made_at, "proven_at": card.proven_at},
    }
    never = say(call, "CLI-key-never")
    days = {
        name: moment.astimezone().strftime("%d/%m/%Y %H:%M") if moment else never
        for name, moment in value["backup"].items()
    }
    show(
        value,
        as_json,
        lambda: [
            *before,
            say(
                call,
                "CLI-key-owner",
                name=card.unit_name,
                unit_code=card.unit_code,
                mark=card.mark,
            ),
            say(call, "CLI-key-words", words=card.words),
            say(
                call,
                "CLI-key-public",
                sign_key=card.sign_key,
                age_recipient=card.age_recipient,
            ),
            say(call, "CLI-key-backup", **days),
        ],
    )


COMMANDS = (key,)
