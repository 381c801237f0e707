"""An opened data folder: database, attachments, keys, settings, lock. Handed to every service.

With a note of its office's server beside it (``storage/server_link.py``) the database is there,
shared with other officers; keys, window and folders stay this computer's own.

Where it is: the folder named on the command line, else ``data`` beside a portable program (one
with a file ``portable.txt`` beside it), else the platform's own place for application data.
"""

import contextlib
import json
import logging
import logging.handlers
import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import platformdirs
from filelock import FileLock, Timeout

from desktop_app import __version__
from desktop_app.errors import AppError, Failed, NotAllowed
from desktop_app.storage import heights, moved_book, schema, server_link
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.database import Database
from desktop_app.storage.officers import OfficerRecord, check_writing, find_officer
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.storage.stored_files import DatabaseStore

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desktop_app.documents.filling import DocumentFiller
    from desktop_app.exchange.desk_keys import KeyPlaces
    from desktop_app.exchange.keys import Keys
    from desktop_app.exchange.portable_keys import Wrapping
    from desktop_app.forms.form import Form

PROGRAM = f"so-sang-kien {__version__}"

PORTABLE = "portable.txt"
"""A file of this name beside a program makes it portable: data lies beside it."""

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the moment now with the zone of this PC."""
    return datetime.now().astimezone()


def default_folder() -> Path:
    """Return where the data lies when nobody named a folder."""
    program = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).resolve()
    if (program.parent / PORTABLE).is_file():
        return program.parent / "data"
    return Path(platformdirs.user_data_dir("SoSangKien", appauthor=False, roaming=False))


@dataclass(frozen=True)
class Own:
    """Who this workspace belongs to: ``role`` is team or office."""

    role: str
    unit_id: str
    code: str
    name: str


_DAMAGED = "SSK-106"
_HOLDER = "workspace.lock.json"
_QUICKLY_CHECKED = 20_000_000
"""Bytes of a database that is looked through at each start: a tenth of a second, less than seen."""

STORES = {"attachments": "attachments", "originals": "originals", "set_aside": "set-aside"}
"""The stores of files of a workspace, and what their folders are called."""
SUSPECT = "suspect.txt"
"""A note that the database seemed damaged: the next start looks through it, whatever its size."""
BACKUPS = "backups"
"""The folder of the backups inside the data folder."""


class Workspace:
    """One data folder, locked for this process while it is open."""

    attachments: AttachmentStore
    originals: AttachmentStore
    set_aside: AttachmentStore

    def __init__(self, folder: Path, *, clock: Clock = system_clock) -> None:
        self.folder = folder
        self.clock = clock
        self.moved: moved_book.MovedBook | None = None
        self._take_folder()
        try:
            self.database = self._open_database()
        except BaseException:
            self._close_log()
            self._lock.release()
            raise
        self._open_stores()
        self._wrapping = self._wrapping_here()
        self.forms: dict[tuple[str, str], Form] = {}
        """Forms opened so far, by template and version: a version never changes."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the child process, the database and the lock."""
        if "filler" in self.__dict__:
            self.filler.close()
        self.database.close()
        shutil.rmtree(self.temporary_folder, ignore_errors=True)
        self._close_log()
        # Gone with a clean end: where it is found, the last run was killed.
        with contextlib.suppress(OSError):
            (self.folder / _HOLDER).unlink()
        self._lock.release()

    def reopen(self) -> None:
        """Open the book again where it is now: it was moved to a server, or back.

        When the server is gone at this very moment the book is its all the same: what is done
        next fails until it is back, nothing goes into the old one.
        """
        self.database.close()
        self.__dict__.pop("keys", None)
        self.database = self._database_here()
        self._open_stores()
        self._bring_up_to_date(self.database)

    # Who and when

    def now(self) -> datetime:
        """Return this moment by the workspace's clock."""
        return self.clock()

    def today(self) -> date:
        """Return today by the workspace's clock."""
        return self.clock().date()

    @property
    def started(self) -> bool:
        """Whether the first start was done: it is known whose book this is."""
        return self.setting("own") is not None

    @property
    def own(self) -> Own:
        """Whose book this is. Raises NotAllowed SSK-010 before the first start."""
        own = self.setting("own")
        if own is None:
            raise NotAllowed("SSK-010")
        return Own(**own)

    @property
    def own_ids(self) -> tuple[str, ...]:
        """The identifiers this unit bears and bore: another office's card may bring a new one."""
        return (self.own.unit_id, *self.setting("former_ids", ()))

    # Settings

    def setting(self, name: str, default: Any = None) -> Any:
        """Return a setting of this workspace."""
        if self.link is not None and name in server_link.LOCAL_SETTINGS:
            return server_link.local_settings(self.folder).get(name, default)
        with self.database.read() as session:
            return read_setting(session, name, default)

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting of this workspace; None forgets it."""
        if self.link is not None and name in server_link.LOCAL_SETTINGS:
            server_link.write_local_setting(self.folder, name, value)
            return
        with self.database.write() as session:
            write_setting(session, name, value)

    # Tools opened when first needed

    @property
    def temporary_folder(self) -> Path:
        """A folder for opened seals; emptied when the workspace opens and closes."""
        return self.folder / "temporary"

    @cached_property
    def keys(self) -> "Keys":
        """The keys of this workspace, made silently when first needed.

        An office's desk on a server has one set, which a head hands to each officer's computer:
        until then NotAllowed SSK-890.
        """
        from desktop_app.exchange import desk_keys
        from desktop_app.exchange.keys import load_or_make_keys

        if self.link is None:
            return load_or_make_keys(*self.key_places.desk, now=self.now())
        officer = self.officer
        if officer is None or not officer.wrapped:
            raise NotAllowed("SSK-890")
        return desk_keys.install(self.key_places, officer.wrapped, self.now())

    @property
    def key_places(self) -> "KeyPlaces":
        """Where the keys of this data folder lie."""
        from desktop_app.exchange.desk_keys import KeyPlaces

        return KeyPlaces(self.folder / "keys", self.identity, self._wrapping)

    @property
    def portable(self) -> bool:
        """Whether this book is carried about beside its program: its keys have a passphrase."""
        return (self.folder.parent / PORTABLE).is_file()

    @property
    def has_passphrase(self) -> bool:
        """Whether a portable book was given its passphrase before."""
        from desktop_app.exchange.portable_keys import has_passphrase

        return has_passphrase(self.folder / "keys")

    @property
    def unlocked(self) -> bool:
        """Whether the keys can be used: always, but in a portable book not opened yet."""
        return self._wrapping is None or bool(self._wrapping.identity)

    def unlock(self, passphrase: str) -> None:
        """Open the keys of a portable book; the first passphrase becomes its own.

        Raises BadFile SSK-605 for another passphrase, SSK-606 for a damaged file; BadInput
        SSK-600, SSK-601 for a first one that is soon guessed.
        """
        from desktop_app.exchange import keys, portable_keys

        folder = self.folder / "keys"
        if self.has_passphrase:
            self._wrapping = portable_keys.open_with(folder, passphrase)
        else:
            self._wrapping = portable_keys.set_passphrase(folder, passphrase)
        for place, _safe in (self.key_places.desk, self.key_places.spare, self.key_places.computer):
            keys.wrap_open_keys(place, self._wrapping, self.now())
        self.__dict__.pop("keys", None)

    @property
    def officer(self) -> OfficerRecord | None:
        """Who uses this computer, as the office's server knows it; None without a server."""
        if self.link is None:
            return None
        with self.database.read() as session:
            return find_officer(session, self.link.officer)

    @property
    def officer_name(self) -> str:
        """Who decides and changes here; "" in a book of one person."""
        officer = self.officer
        return "" if officer is None else officer.name

    @property
    def identities(self) -> tuple[str, ...]:
        """Every secret age key on this computer that a seal may be opened with, our own first.

        Also an office's spare key, and sets that were replaced when a backup was restored.
        """
        from desktop_app.exchange.keys import load_keys, old_identities

        desk, spare = self.key_places.desk, self.key_places.spare
        found = [self.keys.age_identity, *old_identities(*desk)]
        with contextlib.suppress(AppError):
            kept = load_keys(*spare)
            found += [kept.age_identity] if kept else []
        return tuple(dict.fromkeys([*found, *old_identities(*spare)]))

    @property
    def identity(self) -> str:
        """A name for this data folder that survives moving it."""
        from desktop_app.domain.identifiers import uuid7

        identity = self.setting("workspace_id")
        if identity is None:
            identity = uuid7(self.now())
            self.set_setting("workspace_id", identity)
        return str(identity)

    @cached_property
    def filler(self) -> "DocumentFiller":
        """The child process that fills Word documents."""
        from desktop_app.documents.filling import DocumentFiller

        return DocumentFiller()

    # Opening

    def _take_folder(self) -> None:
        self._lock = hold_folder(self.folder)
        shutil.rmtree(self.temporary_folder, ignore_errors=True)
        self.was_killed = (self.folder / _HOLDER).exists()
        note = {"computer": platform.node(), "process": os.getpid(), "since": str(self.clock())}
        (self.folder / _HOLDER).write_text(json.dumps(note), encoding="utf-8")
        self._write_log()

    def _open_database(self) -> Database:
        database = self._database_here()
        try:
            self._bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return database

    def _database_here(self) -> Database:
        """Return the book of this folder, on this computer or the server; nothing is sent yet."""
        self.link = server_link.read_link(self.folder)
        if self.link is None:
            return self._book_here()
        database, officer_id = Database(server_link.address_of(self.link)), self.link.officer

        def writes(session: "Session") -> None:
            session.info["by"] = check_writing(session, officer_id).name

        database.before_writing = writes
        return database

    def _bring_up_to_date(self, database: Database) -> None:
        if self.link is not None:
            server_link.put_old_book_away(self.folder, self.today())
        elif self._has_to_be_looked_through(database):
            schema.check_quickly(database)
            (self.folder / SUSPECT).unlink(missing_ok=True)
        if not schema.is_current(database):
            if self.link is None and schema.version_of(database) is not None:
                self._back_up_before_steps(database)
            schema.bring_up_to_date(database)

    def _wrapping_here(self) -> "Wrapping | None":
        if not self.portable:
            return None
        from desktop_app.exchange.portable_keys import Wrapping

        return Wrapping()

    def _has_to_be_looked_through(self, database: Database) -> bool:
        """Small ones always; any after a run that was killed, or when a backup found it damaged."""
        suspect = self.was_killed or (self.folder / SUSPECT).exists()
        return suspect or _size_of(database.path) <= _QUICKLY_CHECKED

    def _book_here(self) -> Database:
        """Return the book on this computer; one that moved to another may only be read."""
        database = Database(self.folder / server_link.BOOK)

        def left(session: "Session") -> None:
            if session.info.get("left"):
                heights.remember_left(self.folder / "keys", session.info["left"])

        def refused(_session: "Session") -> None:
            raise NotAllowed("SSK-953", **moved_book.facts(self.moved))

        database.after_writing = left
        self.moved = moved_book.read_note(self.folder)
        if self.moved is not None:
            database.before_writing = refused
        return database

    def _back_up_before_steps(self, database: Database) -> None:
        """Back a book of an earlier program up before its schema changes; without that it does not.

        Raises Failed SSK-950.
        """
        from desktop_app.exchange import reading_back
        from desktop_app.storage import backup_making, backup_places

        stores = {name: AttachmentStore(self.folder / folder) for name, folder in STORES.items()}
        known = heights.remembered(self.folder / "keys")
        source = backup_making.Source(database, stores, PROGRAM, heights=known)
        try:
            backup_making.make_backup(
                source,
                self.folder / BACKUPS,
                backup_places.MIGRATION,
                self.now(),
                reading_back,
                lambda _done, _whole: None,
            )
        except Failed as error:
            if error.code == _DAMAGED:
                raise
            raise Failed("SSK-950", cause=error.code) from error

    def _open_stores(self) -> None:
        """Open where files lie: in this folder, in a folder the officers share, or the database."""
        link = self.link
        if link is not None and not link.files:
            for name, folder in STORES.items():
                setattr(self, name, DatabaseStore(self.folder / folder, self.database, folder))
            return
        top = Path(link.files) if link is not None else self.folder
        for name, folder in STORES.items():
            setattr(self, name, AttachmentStore(top / folder))

    def _write_log(self) -> None:
        """Keep a small rotating log; it names codes and places in the program, never people."""
        (self.folder / "logs").mkdir(exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            self.folder / "logs" / "program.log",
            maxBytes=500_000,
            backupCount=3,
            encoding="utf-8",
            delay=True,
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._log_handler = handler
        logging.getLogger("desktop_app").addHandler(handler)
        logging.getLogger("desktop_app").setLevel(logging.INFO)

    def _close_log(self) -> None:
        logging.getLogger("desktop_app").removeHandler(self._log_handler)
        self._log_handler.close()


def hold_folder(folder: Path) -> FileLock:
    """Make a data folder this process's own until its lock is released.

    Raises Failed SSK-011 when another process has it, SSK-012 when it cannot be used.
    """
    lock = FileLock(folder / "workspace.lock")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise Failed("SSK-011", **_holder(folder)) from error
    except OSError as error:
        raise Failed("SSK-012", folder=str(folder)) from error
    return lock


def _size_of(path: Path | None) -> int:
    try:
        return path.stat().st_size if path else 0
    except OSError:
        return 0


def _holder(folder: Path) -> dict[str, Any]:
    """Return who holds a folder, as far as its note can be read."""
    try:
        note = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        return {"computer": note["computer"], "since": note["since"][:16]}
    except (OSError, ValueError, KeyError, TypeError):
        return {"computer": "?", "since": "?"}
