"""Commands of an office with its own server: office server, move, join, officers."""

from typing import TYPE_CHECKING

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors, word

if TYPE_CHECKING:
    from desktop_app.services.office_server import Moved
    from desktop_app.services.officers import OfficerRow

_ROLES = click.Choice(["head", "officer", "reader"])


@click.group()
def office() -> None:
    """Several officers on one book, on the office's own PostgreSQL server."""


@office.group("server")
def office_server_group() -> None:
    """The server: try an address, join the book there, see what is set."""


@office_server_group.command("test")
@click.argument("url")
@json_option
@pass_call
@told_errors
def server_test(call: Call, url: str, as_json: bool) -> None:
    """Ask a server what stands there; nothing is changed."""
    from desktop_app.services import office_server

    state = office_server.try_server(office_server.address_with(url))
    show(
        state,
        as_json,
        lambda: [
            f"PostgreSQL {state.version}",
            say(call, "CLI-server-encrypted" if state.encrypted else "CLI-server-open"),
            say(call, "CLI-server-book", name=state.book, number=state.officers)
            if state.book
            else say(call, "CLI-server-empty"),
        ],
    )


@office_server_group.command("set")
@click.argument("url")
@click.option("--name", required=True, help="The officer's name.")
@click.option("--files", default="", help="The folder the officers share, if the office has one.")
@json_option
@pass_call
@told_errors
def server_set(call: Call, url: str, name: str, files: str, as_json: bool) -> None:
    """Open the office's book on a server from this computer; a head confirms the four words."""
    from desktop_app.services import office_server

    address = office_server.address_with(url)
    words = office_server.join(call.open(), address, name, files=files)
    show({"words": words}, as_json, lambda: [say(call, "CLI-server-joined", words=words)])


@office_server_group.command("show")
@json_option
@pass_call
@told_errors
def server_show(call: Call, as_json: bool) -> None:
    """Show the server of this data folder."""
    link = call.open().link
    value = {"url": link.url if link else None, "files": link.files if link else None}
    shown = say(call, "CLI-server-none") if link is None else f"{link.url}  {link.files}".rstrip()
    show(value, as_json, lambda: [shown])


@office.command("move")
@click.option("--to", "url", help="The address: postgresql://user@server:5432/book")
@click.option("--back", is_flag=True, help="Take the book back to this computer.")
@click.option("--name", default="", help="Your name, with --to: you become the head.")
@click.option("--files", default="", help="A folder all officers reach, instead of the database.")
@json_option
@pass_call
@told_errors
def office_move(
    call: Call, url: str | None, back: bool, name: str, files: str, as_json: bool
) -> None:
    """Move the book to the office's server, or back; nothing is lost, the old one is kept."""
    from desktop_app.services import office_server

    if back == bool(url) or (url and not name):
        raise click.UsageError("--to URL with --name NAME, or --back, is needed")
    if url:
        address = office_server.address_with(url)
        moved = office_server.move_to_server(call.open(), address, name, files=files)
    else:
        moved = office_server.move_back(call.open())
    show(_moved(moved), as_json, lambda: [say(call, "CLI-moved", **_moved(moved))])


def _moved(moved: "Moved") -> dict[str, object]:
    return {"address": moved.address, "rows": moved.rows, "files": moved.files}


@office.group("officers")
def office_officers() -> None:
    """Who shares the book, and what each of them may do."""


@office_officers.command("list")
@json_option
@pass_call
@told_errors
def officers_list(call: Call, as_json: bool) -> None:
    """List the officers with their role and the four words of their computer."""
    from desktop_app.services.officers import list_officers

    rows = list_officers(call.open())
    show(rows, as_json, lambda: [_line(call, row) for row in rows])


@office_officers.command("add")
@click.argument("officer")
@click.option("--role", type=_ROLES, default="officer")
@json_option
@pass_call
@told_errors
def officers_add(call: Call, officer: str, role: str, as_json: bool) -> None:
    """Confirm an officer who asked to join: name or four words, compared by phone."""
    from desktop_app.services import officers

    workspace = call.open()
    officers.confirm(workspace, officers.find_officer(workspace, officer).id, role)
    _show_one(call, officer, as_json)


@office_officers.command("role")
@click.argument("officer")
@click.argument("role", type=_ROLES)
@json_option
@pass_call
@told_errors
def officers_role(call: Call, officer: str, role: str, as_json: bool) -> None:
    """Give an officer another role."""
    from desktop_app.services import officers

    workspace = call.open()
    officers.set_role(workspace, officers.find_officer(workspace, officer).id, role)
    _show_one(call, officer, as_json)


@office_officers.command("revoke")
@click.argument("officer")
@json_option
@pass_call
@told_errors
def officers_revoke(call: Call, officer: str, as_json: bool) -> None:
    """Let somebody be no officer of this book any more."""
    from desktop_app.services import officers

    workspace = call.open()
    officers.revoke(workspace, officers.find_officer(workspace, officer).id)
    _show_one(call, officer, as_json)


def _show_one(call: Call, officer: str, as_json: bool) -> None:
    from desktop_app.services.officers import find_officer

    row = find_officer(call.open(), officer)
    show(row, as_json, lambda: [_line(call, row)])


def _line(call: Call, row: "OfficerRow") -> str:
    state, role = (word(call, code, "computer") for code in (row.state, row.role))
    return f"{state:<14} {role:<15} {row.words:<24} {row.name}"


COMMANDS = (office,)
