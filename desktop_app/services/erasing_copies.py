"""Other copies of the book that must forget a person too: backups, and books put aside.

A backup lies in ``backups/<moment>-<reason>/book.sqlite3`` with a note ``backup.json`` beside it;
files of all backups lie together below ``backups/files`` under their hashes.
"""

import contextlib
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError
from desktop_app.exchange.delivery import write_file
from desktop_app.services import erasing_files
from desktop_app.services.erasing_rows import Chosen, Gone, erase_rows, with_reports_of_a_copy
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import compacting, schema
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.database import Database
from desktop_app.storage.server_link import BOOK
from desktop_app.workspace import Workspace

BACKUPS, FILES, NOTE = "backups", "files", "backup.json"
_DAMAGED = "SSK-106"


def erase_in_copies(workspace: Workspace, chosen: Chosen, step: Step = no_step) -> int:
    """Erase in every other database of the data folder; return how many there were.

    A damaged copy is deleted: nobody can say what is in it, and it is no backup either. Raises
    Failed SSK-107 for one of a newer program, and as the disk does.
    """
    books = sorted(books_beside(workspace.folder))
    going: set[str] = set()
    kept: set[str] = set()
    for number, book in enumerate(books):
        step(number, len(books))
        try:
            done = erase_in_file(book, chosen, workspace.now(), AttachmentStore(backup_files(book)))
        except AppError as error:
            if error.code != _DAMAGED:
                raise
            book.unlink(missing_ok=True)
            continue
        going |= done.going
        kept |= done.kept
    # Backups share their files: what one of them needs stays.
    store = AttachmentStore(workspace.folder / BACKUPS / FILES)
    for sha256 in going - kept:
        store.discard(sha256)
    return len(books)


def books_beside(folder: Path) -> list[Path]:
    """Return the databases of a data folder that are not the book in use."""
    found = [*folder.glob("*.sqlite3"), *folder.glob(f"{BACKUPS}/*/*.sqlite3")]
    return [path for path in found if path.is_file() and path != folder / BOOK]


def backup_files(book: Path) -> Path:
    """Return where the files of a copy lie: beside all backups, or in the data folder itself."""
    in_backups = book.parent.parent.name == BACKUPS
    return book.parent.parent / FILES if in_backups else book.parent / "attachments"


@dataclass(frozen=True)
class CopyErased:
    """What was erased in one copy: files it needs no more, and those of them others in it need."""

    gone: Gone
    going: frozenset[str]
    kept: frozenset[str]


def erase_in_file(book: Path, chosen: Chosen, now: datetime, store: AttachmentStore) -> CopyErased:
    """Erase what was chosen in one database file; the note beside it tells its new hash.

    ``store`` holds the files of the copy; nothing is discarded from it. Raises Failed SSK-107 for
    a newer program's database, SSK-106 for a damaged one.
    """
    before = _digest(book)
    database = Database(book)
    try:
        if not schema.is_current(database):
            schema.bring_up_to_date(database)
        with database.read() as session:
            chosen = with_reports_of_a_copy(session, chosen)
        with database.write() as session:
            files = erasing_files.leave_bundles(session, store, chosen)
            gone = erase_rows(session, chosen, now)
            going = erasing_files.all_gone(gone, files, chosen)
            kept = erasing_files.needed_by_others(session, going, set(chosen.reports))
        compacting.forget_deleted(database)
    finally:
        database.close()
    _note_again(book, before)
    return CopyErased(gone, frozenset(going), frozenset(kept))


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size


def _note_again(book: Path, before: tuple[str, int]) -> None:
    """Put the new hash and size of a database where the note of its backup has the old ones."""
    place = book.parent / NOTE
    try:
        note = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    after = _digest(book)
    changed = _replaced(note, dict(zip(before, after, strict=True)))
    with contextlib.suppress(OSError):
        place.unlink()
    write_file(place, json.dumps(changed, ensure_ascii=False, indent=1).encode("utf-8"))


def _replaced(value: Any, instead: dict[Any, Any]) -> Any:
    if isinstance(value, dict):
        return {name: _replaced(inner, instead) for name, inner in value.items()}
    if isinstance(value, list):
        return [_replaced(inner, instead) for inner in value]
    whole = isinstance(value, str | int) and not isinstance(value, bool)
    return instead.get(value, value) if whole else value
