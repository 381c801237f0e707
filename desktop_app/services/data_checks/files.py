"""Files against the book: there, whole, needed; nothing half-written; copies of what waits."""

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy.orm import Session

from desktop_app.errors import AppError
from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.services.data_checks.lost_files import bring_back
from desktop_app.storage.inspection import needed_files
from desktop_app.storage.stored_files import DatabaseStore

_SAID_EVERY = 50
_HOUR = 3600.0
_WEEK = 7 * 24 * _HOUR
_MAIN = "attachments"


def _missing(book: Book) -> list[Hit]:
    kept = book.kept(book.workspace.attachments)
    needed = book.needed
    return [Hit(needed[mark].owner, needed[mark]) for mark in sorted(needed.keys() - kept)]


def _mend_missing(book: Book, _session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    store = book.workspace.attachments
    return [hit for hit in hits if not bring_back(book, store, hit.data.sha256, hit.data)]


def _damaged(book: Book) -> list[Hit]:
    """Return the files whose bytes are not what their name says; by their size alone if quick."""
    found = []
    needed = book.needed
    kept = [(store, mark) for store in book.stores().values() for mark in sorted(store.all_kept())]
    for place, (store, mark) in enumerate(kept):
        if place % _SAID_EVERY == 0:
            book.part(place, len(kept))
        known = needed.get(mark) if store is book.workspace.attachments else None
        wrong = _wrong_size(store.path(mark), known.size if known else None)
        if wrong or (not book.quick and _digest(store.path(mark)) != mark):
            found.append(Hit(known.owner if known else mark[:16], (store, mark, known)))
    return found


def _wrong_size(path: Path, size: int | None) -> bool:
    try:
        return size is not None and path.stat().st_size != size
    except OSError:
        return True


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _mend_damaged(book: Book, _session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Put sound copies in place. What has none is set aside: taken in anew, it heals by itself."""
    left = []
    for hit in hits:
        store, mark, known = hit.data
        path = store.path(mark)
        if isinstance(store, DatabaseStore):
            path.unlink(missing_ok=True)  # a copy: what is in the database is fetched again
            continue
        book.put_aside(path, f"damaged/{mark}")
        if not bring_back(book, store, mark, known) and known is not None:
            left.append(hit)
    return left


def _unneeded(book: Book) -> list[Hit]:
    """Return the files nothing mentions, kept for over a week.

    In a server's database there is no telling how long they are there: those are left alone.
    """
    with book.workspace.database.read() as session:
        mentioned = needed_files.mentioned(session)
        erased = needed_files.erased(session).attachments
    found = []
    for name, store in book.stores().items():
        if isinstance(store, DatabaseStore):
            continue
        for mark in store.all_kept():
            back = mark in erased and mark not in mentioned
            if mark not in mentioned and (back or _age(store.path(mark)) > _WEEK):
                found.append(Hit(mark[:16], (name, store, mark, back)))
    return found


def _mend_unneeded(book: Book, _session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    left = []
    for hit in hits:
        name, store, mark, back = hit.data
        try:
            if back:
                store.path(mark).unlink()  # erased once, and here again: not to be kept elsewhere
            else:
                book.put_aside(store.path(mark), f"{name}/{mark}")
        except OSError:
            left.append(hit)
    return left


def _half_written(book: Book) -> list[Hit]:
    return [Hit(path.name, path) for path in sorted(_leftovers(book)) if _age(path) > _HOUR]


def _leftovers(book: Book) -> Iterator[Path]:
    """Return the files that are written beside their place and renamed at the end."""
    folder = book.workspace.folder
    for store in book.stores().values():
        yield from store.folder.glob("new-*")
    for pattern in ("*.new", "*.new.sqlite3", "*.new.sqlite3-journal", "keys/**/*.new"):
        yield from folder.glob(pattern)


def _mend_half_written(_book: Book, _session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Delete them: nothing ever named them, and what they were to become is whole elsewhere."""
    left = []
    for hit in hits:
        try:
            hit.data.unlink()
        except OSError:
            left.append(hit)
    return left


def _age(path: Path) -> float:
    """Return how many seconds ago a file was written, by the clock that stamps files."""
    try:
        return time.time() - os.stat(path).st_mtime
    except OSError:
        return 0.0


def _uncopied(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        rows = needed_files.quarantined_files(session)
    kept = book.kept(book.workspace.set_aside)
    return [Hit(name, (key, mark)) for key, name, mark in rows if mark not in kept]


def _mend_uncopied(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    for hit in hits:
        key, mark = hit.data
        if not bring_back(book, book.workspace.set_aside, mark):
            # Then it is told as what came without a copy: the file itself is taken in again.
            needed_files.forget_copy(session, key)
    return ()


def _pieces(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        rows = needed_files.broken_stored_files(session)
    return [Hit(mark[:16], (name, mark)) for name, mark in rows]


def _mend_pieces(book: Book, _session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    left = []
    for hit in hits:
        name, mark = hit.data
        store = book.stores().get(name)
        if not isinstance(store, DatabaseStore) or not _published(book, store, mark):
            left.append(hit)
    return left


def _published(book: Book, store: DatabaseStore, mark: str) -> bool:
    """Put a file into the database anew from the copy on this computer, or from a backup."""
    path = store.path(mark)
    if path.is_file() and _digest(path) == mark:
        copy = book.put_aside(path, f"{_MAIN}/{mark}")
        try:
            return bring_back(book, store, mark)
        finally:
            copy.unlink(missing_ok=True)
    try:
        return bring_back(book, store, mark)
    except AppError:
        return False


CHECKS = (
    Check("missing files", "DATA-06", _missing, _mend_missing, weight=2),
    Check("damaged files", "DATA-07", _damaged, _mend_damaged, weight=20),
    Check("files nobody needs", "DATA-08", _unneeded, _mend_unneeded, weight=2),
    Check("half-written files", "DATA-09", _half_written, _mend_half_written),
    Check("set-aside files without a copy", "DATA-25", _uncopied, _mend_uncopied),
    Check("files in pieces", "DATA-26", _pieces, _mend_pieces, sqlite=False),
)
