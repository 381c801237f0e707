"""The office's own server: tried out, joined; the book moved there and taken back without loss.

Moving copies everything in one transaction and compares it before anything is switched over; while
it goes on nobody can write into the book that is moved. Killed at any moment, the book is where it
was; what was half copied is not there. The old book stays beside it, renamed.
"""

import contextlib
import platform
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.engine import URL
from sqlalchemy.orm import Session

from desktop_app.errors import BadInput, Failed, NotAllowed
from desktop_app.services import officers
from desktop_app.services.setup import OFFICE
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import audit, copying, schema, server_link
from desktop_app.storage import officers as stored
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.copying import Contents
from desktop_app.storage.database import Database
from desktop_app.storage.server import about_server, parse_address, shown
from desktop_app.storage.server_link import BOOK, ServerLink
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.storage.stored_files import DatabaseStore
from desktop_app.storage.times import to_text
from desktop_app.workspace import STORES, Workspace

_NEW = "book.new.sqlite3"


@dataclass(frozen=True)
class ServerState:
    """What stands at an address: the server's version, whether it is encrypted, whose book.

    ``book`` is the office's name, "" while there is no book; ``moved_away`` says it was taken back.
    """

    address: str
    version: str
    encrypted: bool
    book: str
    officers: int
    moved_away: bool


@dataclass(frozen=True)
class Moved:
    """What was moved and compared: rows of each table, and files."""

    address: str
    tables: dict[str, Contents]
    files: int

    @property
    def rows(self) -> int:
        """How many rows were moved."""
        return sum(contents.rows for contents in self.tables.values())


def address_with(address: str, user: str = "", password: str = "") -> URL:
    """Return the address of a server with who speaks to it. Raises BadInput SSK-881."""
    url = parse_address(address)
    if user:
        url = url.set(username=user)
    return url.set(password=password) if password else url


def try_server(url: URL) -> ServerState:
    """Ask a server what stands there; nothing is changed. Raises as opening it does (SSK-88x)."""
    with _opened(url) as database:
        with database.told_errors(), database.engine.connect() as connection:
            version, encrypted, encoding = about_server(connection)
        if encoding != "UTF8":
            raise BadInput("SSK-886")
        book, number, away = "", 0, False
        schema.is_current(database)  # a newer program's is refused
        if schema.version_of(database) is not None:
            with database.read() as session:
                own = read_setting(session, "own")
                book = own["name"] if own else ""
                number = len(stored.all_officers(session))
                away = read_setting(session, copying.MOVED_AWAY) is not None
    return ServerState(shown(url), version, encrypted, book, number, away)


def join(workspace: Workspace, url: URL, name: str, *, files: str = "") -> str:
    """Let this computer open the office's book on its server; return the officer's four words.

    A head compares the words and confirms. Raises NotAllowed SSK-505 where this computer has a
    book of its own already, BadInput SSK-886 where the server has none.
    """
    from desktop_app.exchange.key_words import fingerprint_of

    if workspace.link is not None or workspace.started:
        raise NotAllowed("SSK-505")
    state = try_server(url)
    if not state.book:
        raise BadInput("SSK-886")
    record = officers.new_officer(workspace, name, role=stored.READER, state=stored.ASKED)
    identity = workspace.identity
    _keep_password(url)
    with _opened(url) as database, database.write(asked=False) as session:
        stored.add_officer(session, record)
    server_link.write_local_setting(workspace.folder, "workspace_id", identity)
    server_link.write_link(workspace.folder, ServerLink(shown(url), files, record.id))
    workspace.reopen()
    return fingerprint_of(record.recipient)


def move_to_server(
    workspace: Workspace, url: URL, name: str, *, files: str = "", step: Step = no_step
) -> Moved:
    """Move the book of this computer to the office's server; who does it becomes its head.

    ``files`` is a folder all officers reach, "" to keep files in the database. Raises NotAllowed
    SSK-505 for a book that is on a server already and for a team's, SSK-888 when another book is
    there, Failed SSK-107 for a database of a newer program, SSK-899 when what arrived is not what
    was sent.
    """
    if workspace.link is not None or workspace.own.role != OFFICE:
        raise NotAllowed("SSK-505")
    if try_server(url).book not in ("", workspace.own.name):
        raise NotAllowed("SSK-888")
    _keep_password(url)
    _ = workspace.keys
    with _opened(url) as server:
        if not schema.is_current(server):
            schema.bring_up_to_date(server)
        with workspace.database.read() as session:
            whole = _Counter(step, copying.count(session) * 2 + _files_of(workspace))
        number = _send_files(workspace, server, files, whole)
        officer, copied = _send_rows(workspace, server, name, whole)
    for setting in server_link.LOCAL_SETTINGS:
        value = workspace.setting(setting)
        server_link.write_local_setting(workspace.folder, setting, value)
    server_link.write_link(workspace.folder, ServerLink(shown(url), files, officer))
    workspace.reopen()
    with workspace.database.write() as session:
        audit.note(session, workspace.now(), "move to server")
    return Moved(shown(url), dict(copied), number)


def _send_rows(
    workspace: Workspace, server: Database, name: str, whole: "_Counter"
) -> tuple[str, copying.Digest]:
    """Copy and compare while nobody else writes in either; return the head's identifier."""
    from desktop_app.exchange.desk_keys import wrap

    head = officers.new_officer(workspace, name, role=stored.HEAD, state=stored.KNOWN)
    wrapped = wrap(workspace.key_places, head.recipient)
    with workspace.database.write() as source, server.write(asked=False) as target:
        empty = copying.is_empty(target)
        # Not empty: perhaps everything had arrived before this computer was switched over.
        copied = copying.copy(source, target, whole) if empty else copying.digest(source, whole)
        if copying.digest(target, whole) != copied:
            raise Failed("SSK-899") if empty else NotAllowed("SSK-888")
        mine = [o for o in stored.all_officers(target) if o.recipient == head.recipient]
        if mine:
            return mine[0].id, copied
        stored.add_officer(target, replace(head, wrapped=wrapped))
        return head.id, copied


def _send_files(workspace: Workspace, server: Database, files: str, whole: "_Counter") -> int:
    number = 0
    for name, folder in STORES.items():
        here: AttachmentStore = getattr(workspace, name)
        there: AttachmentStore
        if files:
            there = AttachmentStore(Path(files) / folder)
        else:
            there = DatabaseStore(here.folder, server, folder)
        for sha256 in here.all_kept():
            if isinstance(there, DatabaseStore):
                there.publish(sha256)
            else:
                _copy_file(here, there, sha256)
            number += 1
            whole(1)
    return number


def _copy_file(here: AttachmentStore, there: AttachmentStore, sha256: str) -> None:
    """Copy a file and look that it is the one. Raises Failed SSK-110 for a damaged one."""
    if there.holds(sha256) and there.size(sha256) == here.size(sha256):
        return
    with here.open(sha256) as file:
        arrived, _size = there.put_stream(file)
    if arrived != sha256:
        there.discard(arrived)
        raise Failed("SSK-110", mark=sha256[:8])


def _files_of(workspace: Workspace) -> int:
    return sum(len(getattr(workspace, name).all_kept()) for name in STORES)


def move_back(workspace: Workspace, step: Step = no_step) -> Moved:
    """Take the book from the server back to this computer; a head's verb.

    The book on the server stays as it was and lets nobody write any more. Stopped in the middle
    the book is still the server's; stopped at the very end, the same is done again. Raises
    NotAllowed SSK-895 for who is no head, SSK-505 for a book that is on no server.
    """
    link = workspace.link
    if link is None:
        raise NotAllowed("SSK-505")
    _may_take_back(workspace)
    _ = workspace.keys
    here = workspace.folder / _NEW
    with workspace.database.write(asked=False) as source:
        number = _fetch_files(workspace)
        whole = _Counter(step, copying.count(source) * 2)
        copied = _into_new(workspace, source, here, whole)
        away = {"computer": platform.node(), "at": to_text(workspace.now())}
        write_setting(source, copying.MOVED_AWAY, away)
        audit.note(source, workspace.now(), "move from server")
    workspace.database.close()
    try:
        here.replace(workspace.folder / BOOK)
    except OSError as error:
        raise Failed("SSK-103") from error
    server_link.forget_link(workspace.folder)
    workspace.reopen()
    return Moved(link.url, dict(copied), number)


def _may_take_back(workspace: Workspace) -> None:
    """A head may; so may who was just taking it back from this computer and was interrupted."""
    with workspace.database.read() as session:
        away = read_setting(session, copying.MOVED_AWAY)
        record = stored.find_officer(session, workspace.link.officer if workspace.link else "")
    head = record is not None and record.role == stored.HEAD and record.state == stored.KNOWN
    if away is None or not head or away["computer"] != platform.node():
        officers.allow(workspace, "move")


def _into_new(
    workspace: Workspace, source: Session, here: Path, whole: "_Counter"
) -> copying.Digest:
    here.unlink(missing_ok=True)
    book = Database(here)
    try:
        schema.bring_up_to_date(book)
        with book.write() as target:
            copied = copying.copy(source, target, whole)
            if copying.digest(target, whole) != copied:
                raise Failed("SSK-899")
            kept = server_link.local_settings(workspace.folder)
            for name in server_link.LOCAL_SETTINGS & kept.keys():
                write_setting(target, name, kept[name])
    finally:
        book.close()
    return copied


def _fetch_files(workspace: Workspace) -> int:
    """Have every file on this computer, from the database or the shared folder."""
    number = 0
    for name, folder in STORES.items():
        store: AttachmentStore = getattr(workspace, name)
        if isinstance(store, DatabaseStore):
            for sha256 in store.all_stored():
                store.fetch(sha256)
                number += 1
            continue
        here = AttachmentStore(workspace.folder / folder)
        for sha256 in store.all_kept():
            _copy_file(store, here, sha256)
            number += 1
    return number


# Small parts


class _Counter:
    """Adds up what is done and says it; the person may stop it there."""

    def __init__(self, step: Step, whole: int) -> None:
        self._step, self._whole, self._done = step, max(whole, 1), 0

    def __call__(self, more: int) -> None:
        self._done += more
        self._step(min(self._done, self._whole), self._whole)


def _keep_password(url: URL) -> None:
    """Keep the password of an address for the next start. Raises Failed SSK-897 without keyring."""
    if not server_link.keep_password(url):
        raise Failed("SSK-897")


@contextlib.contextmanager
def _opened(url: URL) -> Iterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        database.close()
