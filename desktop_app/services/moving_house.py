"""Moving a book to a new computer in one sealed file: everything, secret keys among it.

What moves is a backup that was proven, and the keys. On the old computer the book may only be read
from then on, until it is taken back knowingly: two computers going on with the same keys would give
the same numbers twice. A team that wants to work on two computers begins the second with its card.
"""

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import BadFile, NotAllowed
from desktop_app.exchange import desk_keys, reading_back
from desktop_app.exchange.key_backup import check_passphrase
from desktop_app.exchange.move_file import (
    Entry,
    bytes_entry,
    looks_like_move_file,
    open_move_file,
    write_move_file,
)
from desktop_app.services import backup_state, backups, restoring
from desktop_app.services.steps import Step, no_step, part_of
from desktop_app.storage import audit, backup_places, heights, moved_book
from desktop_app.storage.backup_places import BOOK, LIST, MANIFEST, NEW, Backup
from desktop_app.storage.moved_book import MovedBook
from desktop_app.storage.times import to_text
from desktop_app.workspace import PROGRAM, Own, Workspace

__all__ = ["Arrived", "Exported", "export_book", "import_book", "looks_like_move_file", "take_back"]

FORMAT, FORMAT_VERSION = "so-sang-kien-move", 1
_HEAD, _KEYS = "move.json", "keys.json"
_PREFERENCES = "window.json"
_PARTS = {f"backup/{name}": name for name in (MANIFEST, LIST, BOOK)}
_LARGEST_JSON = 5_000_000


@dataclass(frozen=True)
class Exported:
    """The file of a move, written, read back and opened again."""

    path: Path
    size: int
    initiatives: int
    files: int
    moved_at: datetime


@dataclass(frozen=True)
class Arrived:
    """A book that moved in."""

    own: Own
    initiatives: int
    files: int
    made_at: datetime


def export_book(
    workspace: Workspace, target: Path, passphrase: str, step: Step = no_step
) -> Exported:
    """Write the whole book and its keys into one sealed file; from then on it is only read here.

    Raises NotAllowed SSK-010 before the first start, SSK-947 for a book on a server, SSK-953 when
    it moved already; BadInput SSK-600, SSK-601 for a weak passphrase; Failed as a backup and as a
    delivery. Then the book goes on here.
    """
    _ = workspace.own
    if workspace.link is not None:
        raise NotAllowed("SSK-947")
    if workspace.moved is not None:
        raise NotAllowed("SSK-953", **moved_book.facts(workspace.moved))
    check_passphrase(passphrase)
    _ = workspace.keys
    made = backups.create(workspace, backup_places.MOVE, _half(step, 0)).backup
    backup = backups.find(workspace.folder, made.id)
    size = backup.about.book_size + backup.about.files_size
    written = write_move_file(target, _entries(workspace, backup), passphrase, size, _half(step, 1))
    now = workspace.now()
    with workspace.database.write() as session:
        audit.note(session, now, "move out", workspace.own.unit_id)
    moved_book.write_note(workspace.folder, MovedBook(to_text(now), written.name))
    workspace.reopen()
    return Exported(written, written.stat().st_size, made.initiatives, made.files, now)


def take_back(workspace: Workspace) -> None:
    """Go on with a moved book on this computer after all: the other one must not be used.

    One that never moved stays as it is. Raises Failed SSK-103.
    """
    if workspace.moved is None:
        return
    moved_book.forget_note(workspace.folder)
    workspace.reopen()
    with workspace.database.write() as session:
        audit.note(session, workspace.now(), "move taken back", workspace.own.unit_id)


def import_book(
    workspace: Workspace, source: Path, passphrase: str, step: Step = no_step
) -> Arrived:
    """Bring a moved book into an empty data folder. Its keys come along, its numbers go on.

    Raises NotAllowed SSK-952 where there is a book; BadFile SSK-954 for a damaged file, SSK-605
    for another passphrase, SSK-946 for a newer program's. Then the folder stays empty.
    """
    if workspace.started or workspace.link is not None:
        raise NotAllowed("SSK-952")
    moving = open_move_file(source, passphrase, workspace.temporary_folder, _half(step, 0))
    place = backup_state.place_of(workspace.folder)
    try:
        backup, keys, preferences = _take_out(moving.entries(), place)
    finally:
        moving.close()
    # Before the book: a book without its keys would make new ones.
    places = replace(workspace.key_places, identity=backup.about.workspace_id)
    desk_keys.keep_contents(places, keys, workspace.now())
    heights.remember(workspace.folder / "keys", backup.about.numbers)
    done = restoring.restore(workspace, str(backup.path), _half(step, 1))
    if preferences:
        with contextlib.suppress(OSError):
            (workspace.folder / _PREFERENCES).write_bytes(preferences)
    with workspace.database.write() as session:
        audit.note(session, workspace.now(), "move in", workspace.own.unit_id)
    return Arrived(workspace.own, done.backup.initiatives, done.backup.files, done.backup.made_at)


def _entries(workspace: Workspace, backup: Backup) -> Iterator[Entry]:
    head = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "program": PROGRAM,
        "backup": backup.id,
    }
    yield bytes_entry(_HEAD, json.dumps(head).encode("utf-8"))
    keys = desk_keys.contents(workspace.key_places)
    yield bytes_entry(_KEYS, json.dumps(keys).encode("utf-8"))
    with contextlib.suppress(OSError):
        yield bytes_entry(_PREFERENCES, (workspace.folder / _PREFERENCES).read_bytes())
    for entry, name in _PARTS.items():
        path = backup.path / name
        yield Entry(entry, path.stat().st_size, lambda path=path: path.open("rb"))  # type: ignore[misc]
    store = backup_places.store_of(backup.place)
    for sha256, size in {f.sha256: f.size for f in backup_places.read_list(backup)}.items():
        yield Entry(f"files/{sha256}", size, lambda sha256=sha256: store.open(sha256))  # type: ignore[misc]


def _take_out(entries: Iterator[tuple[str, BinaryIO]], place: Path) -> tuple[Backup, object, bytes]:
    """Put what came into a place of backups; return the backup, the keys and the preferences."""
    store = backup_places.store_of(place)
    with backup_places.told(place):
        place.mkdir(parents=True, exist_ok=True)
        folder = place / f"{NEW}move"
        folder.mkdir(exist_ok=True)
    head: dict[str, object] = {}
    keys: object = None
    preferences = b""
    for name, content in entries:
        with backup_places.told(place):
            if name == _HEAD:
                head = _head(content.read(_LARGEST_JSON))
            elif name == _KEYS:
                keys = _value(content.read(_LARGEST_JSON))
            elif name == _PREFERENCES:
                preferences = content.read(_LARGEST_JSON)
            elif name in _PARTS:
                with (folder / _PARTS[name]).open("wb") as file:
                    while piece := content.read(1 << 20):
                        file.write(piece)
                    file.flush()
                    reading_back.flush_to_device(file)
            elif name.startswith("files/"):
                sha256, _size = store.put_stream(content)
                if f"files/{sha256}" != name:
                    store.discard(sha256)
                    raise BadFile("SSK-954")
    if not head or keys is None or not all((folder / name).is_file() for name in _PARTS.values()):
        raise BadFile("SSK-954")
    name = str(head["backup"])
    with backup_places.told(place):
        if not (place / name).exists():
            folder.rename(place / name)
    return backup_places.find_backup(place, name), keys, preferences


def _value(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadFile("SSK-954") from error


def _head(content: bytes) -> dict[str, object]:
    try:
        head = json.loads(content)
        if head["format"] != FORMAT or not backup_places.is_name(str(head["backup"])):
            raise ValueError(head["format"])
        if int(head["format_version"]) > FORMAT_VERSION:
            raise BadFile("SSK-946", program=str(head["program"])[:60])
    except (ValueError, KeyError, TypeError) as error:
        raise BadFile("SSK-954") from error
    return dict(head)


def _half(step: Step, number: int) -> Step:
    return part_of(step, number, 2)
