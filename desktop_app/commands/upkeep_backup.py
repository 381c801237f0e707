"""Commands that keep the book: backup create, list, check, restore, place; move export, import."""

import contextlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.commands.keeping import passphrase_of
from desktop_app.commands.output import (
    PARTLY,
    Call,
    json_option,
    pass_call,
    plain,
    say,
    show,
    told_errors,
)
from desktop_app.errors import Failed
from desktop_app.workspace import default_folder, system_clock

if TYPE_CHECKING:
    from desktop_app.services.backups import BackupRow, Made
    from desktop_app.services.restoring import Preview, Restored

_DAMAGED = "SSK-106"
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
def backup() -> None:
    """Backups: make one, list, check, look into one, go back to it."""


@backup.command("create")
@json_option
@pass_call
@told_errors
def backup_create(call: Call, as_json: bool) -> None:
    """Back up now; exit 1 when the second place could not be written."""
    from desktop_app.services import backups

    made = backups.create(call.open())
    show(_plain(made.backup) | {"removed": made.removed, "second_result": made.second}, as_json,
         lambda: _made_lines(call, made))  # fmt: skip
    if made.second not in ("", "done"):
        click.get_current_context().exit(PARTLY)


@backup.command("list")
@json_option
@pass_call
@told_errors
def backup_list(call: Call, as_json: bool) -> None:
    """List the backups, newest first; also of a book that cannot be opened."""
    from desktop_app.services import backups

    rows = backups.list_backups(_folder(call))
    show([_plain(row) for row in rows], as_json, lambda: [_line(call, row) for row in rows] or [
        say(call, "CLI-backup-none")
    ])  # fmt: skip


@backup.command("check")
@click.argument("name", default="newest")
@json_option
@pass_call
@told_errors
def backup_check(call: Call, name: str, as_json: bool) -> None:
    """Read all of a backup from its disk."""
    from desktop_app.services import backups

    row = backups.check(_folder(call), name, system_clock())
    show(_plain(row), as_json, lambda: [say(call, "CLI-backup-sound", name=row.id)])


@backup.command("restore")
@click.argument("name", required=False)
@click.option("--preview", is_flag=True, help="Only say what would change.")
@click.option("--undo", is_flag=True, help="Take the last restore back.")
@json_option
@pass_call
@told_errors
def backup_restore(call: Call, name: str | None, preview: bool, undo: bool, as_json: bool) -> None:
    """Go back to a backup: its name, its folder anywhere, or newest."""
    from desktop_app.services import restoring

    if (name is None) != undo or (undo and preview):
        raise click.UsageError("NAME or --undo is needed, --preview only with NAME")
    if preview:
        seen = restoring.preview(call.open(), name or "")
        show(plain(seen) | {"backup": _plain(seen.backup)}, as_json,
             lambda: _preview_lines(call, seen))  # fmt: skip
        return
    done = _restored(call, name)
    show(plain(done) | {"backup": _plain(done.backup)}, as_json, lambda: _done_lines(call, done))


def _restored(call: Call, name: str | None) -> "Restored":
    from desktop_app.services import restoring

    try:
        workspace = call.open()
    except Failed as error:
        if error.code != _DAMAGED or name is None:
            raise
        return restoring.rescue(_folder(call), name)
    return restoring.undo(workspace) if name is None else restoring.restore(workspace, name)


@backup.command("place")
@click.argument("folder", required=False)
@json_option
@pass_call
@told_errors
def backup_place(call: Call, folder: str | None, as_json: bool) -> None:
    """Keep every backup in a second place as well; "none" for no more; show it without one."""
    from desktop_app.services import backups

    data = _folder(call)
    if folder is not None:
        chosen = None if folder == "none" else Path(folder)
        backups.set_second_place(call.open(), chosen)
    top, place = backups.second_folder(data), backups.second_place(data)
    same = top is not None and backups.on_same_disk(data, top)
    shown = [say(call, "CLI-backup-place", folder=place) if place else ""]
    show(
        {"folder": top, "place": place, "same_disk": same},
        as_json,
        lambda: [
            *(shown if place else [say(call, "CLI-backup-no-place")]),
            *([say(call, "CLI-backup-same-disk")] if same else []),
        ],
    )


@click.group()
def move() -> None:
    """Move the book to a new computer in one sealed file."""


@move.command("export")
@click.option("--to", type=_FILE, required=True, help="The file, such as chuyen-may.zip.")
@click.option("--passphrase-file", type=_FILE, help="Its first line seals the file.")
@json_option
@pass_call
@told_errors
def move_export(call: Call, to: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Write everything, keys too; from then on the book is only read here."""
    from desktop_app.services import moving_house

    workspace = call.open()
    passphrase = passphrase_of(call, passphrase_file, new=True)
    done = moving_house.export_book(workspace, to, passphrase)
    show(done, as_json, lambda: [
        say(call, "CLI-move-written", file=done.path, size=_size(done.size))
    ])  # fmt: skip


@move.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--passphrase-file", type=_FILE, help="Its first line opens the file.")
@json_option
@pass_call
@told_errors
def move_import(call: Call, file: Path, passphrase_file: Path | None, as_json: bool) -> None:
    """Bring a moved book into an empty data folder."""
    from desktop_app.services import moving_house

    workspace = call.open()
    done = moving_house.import_book(
        workspace, file, passphrase_of(call, passphrase_file, new=False)
    )
    show(done, as_json, lambda: [say(call, "CLI-move-arrived", name=done.own.name,
                                     initiatives=done.initiatives, files=done.files)])  # fmt: skip


@move.command("take-back")
@json_option
@pass_call
@told_errors
def move_take_back(call: Call, as_json: bool) -> None:
    """Go on here with a book that had moved: the other one must not be used any more."""
    from desktop_app.services import moving_house

    workspace = call.open()
    moving_house.take_back(workspace)
    show(workspace.own, as_json, lambda: [say(call, "CLI-move-back")])


# Small parts


def _folder(call: Call) -> Path:
    return call.folder or default_folder()


def _plain(row: "BackupRow") -> dict[str, Any]:
    value: dict[str, Any] = plain(row)
    return value


def _size(size: int) -> str:
    return f"{size / 10**6:.1f}".replace(".", ",")


def _when(moment: datetime) -> str:
    return f"{moment.astimezone():%d/%m/%Y %H:%M}"


def _facts(call: Call, row: "BackupRow") -> dict[str, Any]:
    from desktop_app.messages import sentence

    why = row.reason
    with contextlib.suppress(KeyError):
        why = sentence(f"BACKUP-reason-{row.reason}", call.language)
    places = [
        say(call, code)
        for here, code in ((row.here, "CLI-backup-here"), (row.second, "CLI-backup-second"))
        if here
    ]
    return {
        "name": row.id,
        "when": _when(row.made_at),
        "why": why,
        "initiatives": row.initiatives,
        "files": row.files,
        "size": _size(row.size),
        "places": ", ".join(places),
    }


def _line(call: Call, row: "BackupRow") -> str:
    return say(call, "CLI-backup-line", **_facts(call, row))


def _made_lines(call: Call, made: "Made") -> list[str]:
    lines = [say(call, "CLI-backup-made", **_facts(call, made.backup))]
    if made.backup.damaged:
        lines.append(say(call, "CLI-backup-damaged", number=made.backup.damaged))
    if made.second == "done":
        lines.append(say(call, "CLI-backup-second-done"))
    elif made.second:
        from desktop_app.messages import told
        from desktop_app.services import backups

        found = backups.problem(_folder(call))
        lines += [told(found.error, call.language)] if found else []
    return lines


def _preview_lines(call: Call, seen: "Preview") -> list[str]:
    facts = {"gone": seen.gone, "back": seen.back, "other": seen.other}
    codes = {
        "gone": "CLI-backup-change-gone",
        "back": "CLI-backup-change-back",
        "other": "CLI-backup-change-other",
    }
    return [
        say(call, "CLI-backup-preview", when=_when(seen.backup.made_at), **facts),
        *(say(call, codes[each.kind], title=f"{each.code} {each.title}") for each in seen.changes),
        *([say(call, "CLI-backup-keys")] if seen.keys == "other" else []),
    ]


def _done_lines(call: Call, done: "Restored") -> list[str]:
    lines = [say(call, "CLI-backup-restored", name=done.backup.id, when=_when(done.backup.made_at))]
    if done.before:
        lines.append(say(call, "CLI-backup-undo", before=done.before))
    if done.damaged_kept:
        lines.append(say(call, "CLI-backup-kept", folder=done.damaged_kept))
    if not done.sure:
        lines.append(say(call, "CLI-backup-unsure"))
    return lines


COMMANDS = (backup, move)
