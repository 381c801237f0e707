"""Other copies of the book that must forget a person too: backups, and books put aside.

Backups lie in a place each, here and on a second disk: their databases forget, the files they share
are discarded where no backup of the place needs them, and each says anew what it holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.exchange import reading_back
from desktop_app.services import backup_state, erasing_files
from desktop_app.services.erasing_rows import Chosen, Gone, erase_rows, with_reports_of_a_copy
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import backup_places, compacting, schema
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.backup_amending import amend_backup
from desktop_app.storage.database import Database
from desktop_app.storage.server_link import BOOK
from desktop_app.workspace import BACKUPS, Workspace

_DAMAGED = "SSK-106"


@dataclass(frozen=True)
class Copies:
    """How many other databases there were; ``away``: a second disk with backups is not there."""

    number: int
    away: bool


def erase_in_copies(workspace: Workspace, chosen: Chosen, step: Step = no_step) -> Copies:
    """Erase in every other database of the data folder, and in backups on a second disk.

    A damaged copy is deleted: nobody can say what is in it, and it is no backup either. Raises
    Failed SSK-107 for one of a newer program, and as the disk does.
    """
    second, away = backup_state.second_place(workspace.folder), second_is_away(workspace)
    places = [backup_state.place_of(workspace.folder)]
    if second is not None and not away:
        places.append(second)
    loose, now = list(loose_books(workspace.folder)), workspace.now()
    backups = [(place, book) for place in places for book in _books_of(place)]
    whole = len(loose) + len(backups)
    for number, book in enumerate(loose):
        step(number, whole)
        _erase(book, chosen, now, AttachmentStore(book.parent / "attachments"))
    for place in places:
        _erase_in_place(place, chosen, now, step)
    step(whole, whole)
    return Copies(whole, away)


def second_is_away(workspace: Workspace) -> bool:
    """Return whether backups lie on a second disk that is not there."""
    second = backup_state.second_place(workspace.folder)
    return second is not None and not second.is_dir()


def loose_books(folder: Path) -> Iterator[Path]:
    """Return the databases beside the book in use: put aside, or copied before it was mended."""
    for path in sorted((*folder.glob("*.sqlite3"), *folder.glob(f"{BACKUPS}/*.sqlite3"))):
        if path.is_file() and path != folder / BOOK:
            yield path


def _books_of(place: Path) -> list[Path]:
    return sorted(path for path in place.glob(f"*/{backup_places.BOOK}") if path.is_file())


def _erase_in_place(place: Path, chosen: Chosen, now: datetime, step: Step) -> None:
    store = backup_places.store_of(place)
    going: set[str] = set()
    needed: set[str] = set()
    known: set[str] = set()
    for book in _books_of(place):
        done = _erase(book, chosen, now, store)
        if done is not None:
            going |= done.going
            needed |= done.kept
            known |= done.known
    # Backups share their files: what one of them needs stays. What none refers to and names the
    # person goes too, as in the book itself.
    discarded = (going - needed) | set(
        erasing_files.orphans_naming(store, known | going, chosen, step)
    )
    for sha256 in discarded:
        store.discard(sha256)
    for backup in backup_places.list_backups(place):
        if (backup.path / backup_places.BOOK).is_file():
            amend_backup(backup, discarded, reading_back, step)


def _erase(
    book: Path, chosen: Chosen, now: datetime, store: AttachmentStore
) -> "CopyErased | None":
    try:
        return erase_in_file(book, chosen, now, store)
    except AppError as error:
        if error.code != _DAMAGED:
            raise
        book.unlink(missing_ok=True)
        return None


@dataclass(frozen=True)
class CopyErased:
    """What was erased in one copy.

    ``going`` are files it needs no more, ``kept`` those of them others in it need, ``known`` all
    it refers to.
    """

    gone: Gone
    going: frozenset[str]
    kept: frozenset[str]
    known: frozenset[str] = field(repr=False, default=frozenset())


def erase_in_file(book: Path, chosen: Chosen, now: datetime, store: AttachmentStore) -> CopyErased:
    """Erase what was chosen in one database file.

    ``store`` holds the files of the copy; nothing is discarded from it. Raises Failed SSK-107 for
    a newer program's database, SSK-106 for a damaged one.
    """
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
            known = erasing_files.referenced(session)
        compacting.forget_deleted(database)
    finally:
        database.close()
    return CopyErased(gone, frozenset(going), frozenset(kept), frozenset(known))
