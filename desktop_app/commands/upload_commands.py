"""Commands that send over the network: portal upload, portal uploads, portal address."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.commands.output import (
    BAD_INPUT,
    DONE,
    FAILED,
    PARTLY,
    Call,
    error_object,
    json_option,
    pass_call,
    say,
    show,
    text_of,
    told_errors,
)
from desktop_app.commands.portal_commands import portal
from desktop_app.errors import AppError, BadInput, Failed

if TYPE_CHECKING:
    from desktop_app.services.upload_sending import Going, Uploaded
    from desktop_app.services.uploading import UploadRow
    from desktop_app.workspace import Workspace

_FILES = click.Path(path_type=Path, dir_okay=False)
_CONNECTOR = click.Choice(["tus", "webdav"])


@portal.command("upload")
@click.argument("url")
@click.argument("files", nargs=-1, type=_FILES)
@click.option("--connector", type=_CONNECTOR, default=None, help="How; as set, else tus.")
@click.option(
    "--token-file", type=_FILES, default=None, help="A file with the token; it is kept for later."
)
@json_option
@pass_call
@told_errors
def portal_upload(
    call: Call,
    url: str,
    files: tuple[Path, ...],
    connector: str | None,
    token_file: Path | None,
    as_json: bool,
) -> None:
    """Send files to an address, going on where a run before broke off.

    Without FILES: a hand-over package of everything that waits to go up.
    """
    from desktop_app.services import package_upload, portal_address, uploading

    workspace = call.open()
    if token_file is not None:
        portal_address.keep_token(workspace, url, text_of(token_file))
    way = connector or ""
    if files:
        rows = [uploading.add_file(workspace, file, url, way) for file in files]
    else:
        rows = [package_upload.add_package(workspace, url, way)]
    _send(call, workspace, [row.id for row in rows], as_json)


@portal.group("uploads")
def portal_uploads() -> None:
    """The files that go up, or went."""


@portal_uploads.command("list")
@json_option
@pass_call
@told_errors
def uploads_list(call: Call, as_json: bool) -> None:
    """List them in their order."""
    from desktop_app.services import uploading

    rows = uploading.list_uploads(call.open())
    lines = [_line(number, row) for number, row in enumerate(rows, start=1)]
    show(rows, as_json, lambda: lines or [say(call, "CLI-upload-empty")])


@portal_uploads.command("send")
@json_option
@pass_call
@told_errors
def uploads_send(call: Call, as_json: bool) -> None:
    """Send everything that waits, and what a run before left unfinished."""
    from desktop_app.services import uploading

    workspace = call.open()
    states = (uploading.WAITING, uploading.SENDING)
    waiting = [row.id for row in uploading.list_uploads(workspace) if row.state in states]
    _send(call, workspace, waiting, as_json)


def _change(name: str, help_text: str) -> None:
    @portal_uploads.command(name, help=help_text)
    @click.argument("key")
    @json_option
    @pass_call
    @told_errors
    def command(call: Call, key: str, as_json: bool) -> None:
        from desktop_app.services import uploading

        workspace = call.open()
        row = uploading.find_upload(workspace, key)
        if name == "remove":
            uploading.remove(workspace, row.id)
        else:
            change = uploading.pause if name == "pause" else uploading.resume
            row = change(workspace, row.id)
        show(row, as_json, lambda: [row.file.name])


_change("pause", "Leave one where it is.")
_change("resume", "Let one go on when the queue is sent next.")
_change("retry", "Try one that failed again when the queue is sent next.")
_change("remove", "Take one out of the list; the file stays.")


@portal_uploads.command("move")
@click.argument("key")
@click.argument("by", type=int)
@json_option
@pass_call
@told_errors
def uploads_move(call: Call, key: str, by: int, as_json: bool) -> None:
    """Let one go earlier (-- -1) or later (1) in the queue."""
    from desktop_app.services import uploading

    workspace = call.open()
    uploading.move(workspace, uploading.find_upload(workspace, key).id, by)
    rows = uploading.list_uploads(workspace)
    show(rows, as_json, lambda: [_line(n, row) for n, row in enumerate(rows, start=1)])


@portal.command("address")
@click.argument("url", required=False)
@click.option("--connector", type=_CONNECTOR, default="tus")
@click.option("--token-file", type=_FILES, default=None, help="A file with the token.")
@click.option("--try", "ask", is_flag=True, help="Ask the server whether it takes files this way.")
@click.option("--forget", is_flag=True, help="Forget the address and its token.")
@json_option
@pass_call
@told_errors
def address(
    call: Call,
    url: str | None,
    connector: str,
    token_file: Path | None,
    ask: bool,
    forget: bool,
    as_json: bool,
) -> None:
    """Show, or set, where files of this office go up."""
    from desktop_app.services import portal_address

    workspace = call.open()
    if forget:
        portal_address.forget_portal_address(workspace)
    if url is not None:
        portal_address.set_portal_address(workspace, url, connector)
        if token_file is not None:
            portal_address.keep_token(workspace, url, text_of(token_file))
    known = portal_address.portal_address(workspace)
    if ask:
        if known is None:
            raise BadInput("SSK-935")
        portal_address.try_address(workspace, known.address, known.connector)
    show(known, as_json, lambda: [f"{known.address}  {known.connector}"] if known else [])


def _send(call: Call, workspace: "Workspace", ids: list[str], as_json: bool) -> None:
    """Send files one after another; one that fails keeps no other from going up."""
    from desktop_app.services import uploading
    from desktop_app.services.upload_sending import Surroundings, send_next

    around = Surroundings(told=lambda going: _tell_rest(call, going))
    done: dict[str, Uploaded] = {}
    errors: dict[str, AppError] = {}
    for upload_id in ids:
        try:
            sent = send_next(workspace, around, only=(upload_id,))
        except AppError as error:
            errors[upload_id] = error
        else:
            if sent is not None:
                done[upload_id] = sent
    if errors and not done and len(errors) == 1:
        raise next(iter(errors.values()))
    rows = {row.id: row for row in uploading.list_uploads(workspace)}
    value = {"files": [_object(call, rows[i], done.get(i), errors.get(i)) for i in ids]}
    show(value, as_json, lambda: [line for sent in done.values() for line in _lines(call, sent)])
    for failed in errors.values():
        parts = error_object(failed, call.language)
        click.echo(f"{parts['code']}: {parts['cause']} {parts['safe']} {parts['action']}", err=True)
    click.get_current_context().exit(_exit(done, errors))


def _exit(done: dict[str, "Uploaded"], errors: dict[str, AppError]) -> int:
    if errors and not done:
        return FAILED if any(isinstance(e, Failed) for e in errors.values()) else BAD_INPUT
    return PARTLY if errors or any(sent.not_marked for sent in done.values()) else DONE


def _object(
    call: Call, row: "UploadRow", sent: "Uploaded | None", error: AppError | None
) -> dict[str, Any]:
    return {
        **row.__dict__,
        "initiatives": sent.initiatives if sent else (),
        "not_marked": sent.not_marked if sent else (),
        "error": error_object(error, call.language) if error else None,
    }


def _lines(call: Call, sent: "Uploaded") -> list[str]:
    # Written out, so that the test of the messages sees each of them.
    words = {
        "whole": "CLI-upload-whole",
        "pieces": "CLI-upload-pieces",
        "length": "CLI-upload-length",
    }
    checked = say(call, words[sent.upload.checked])
    lines = [say(call, "CLI-upload-done", file=sent.upload.file.name, checked=checked)]
    if sent.initiatives:
        lines.append(say(call, "CLI-upload-marked", number=len(sent.initiatives)))
    return lines + [
        say(call, "CLI-upload-held", dossier=held.dossier, reason=held.code)
        for held in sent.not_marked
    ]


def _tell_rest(call: Call, going: "Going") -> None:
    if going.rest:
        text = say(call, "CLI-upload-resting", seconds=round(going.rest), reason=going.reason)
        click.echo(text, err=True)


def _line(number: int, row: "UploadRow") -> str:
    percent = f"{row.sent * 100 // row.size} %"
    return f"{number:>3}  {row.state:<8} {percent:>6}  {row.file.name}  {row.address}  {row.reason}"


COMMANDS = ()
