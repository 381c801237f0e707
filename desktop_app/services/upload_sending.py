"""Sending the files of the queue, one after another, and going on after whatever broke.

Nothing of the database is held while the network is waited for: what the server confirmed is
written down after each piece, so a killed program goes on from there. A file counts as up only
when the server has all of it and what could be compared was equal.
"""

import contextlib
import random
import re
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.numbers import size_text
from desktop_app.domain.text import ascii_name
from desktop_app.errors import AppError, BadFile, BadInput, Cancelled, Failed
from desktop_app.exchange.upload.addresses import read_address
from desktop_app.exchange.upload.connector import (
    Confirmation,
    Connector,
    Limits,
    Outgoing,
    Piece,
    connector_for,
)
from desktop_app.exchange.upload.line import Line
from desktop_app.exchange.upload.troubles import (
    ElsewhereThanThought,
    Interrupted,
    PlaceGone,
    Refused,
)
from desktop_app.services.officers import allowed
from desktop_app.services.portal import NotMarked, mark_uploaded
from desktop_app.services.portal_address import token_of
from desktop_app.services.uploading import OWN_FOLDER, UploadRow, looked_at, reason_of, row_of
from desktop_app.storage import audit, packages, uploads
from desktop_app.storage.uploads import DONE, FAILED, PAUSED, SENDING, WAITING, UploadRecord
from desktop_app.workspace import Workspace

COMPARING, RESTING = "comparing", "resting"
_TRIES = 8
_REFUSALS = 3
_BEGINNINGS = 4
_LONGEST_PAUSE = 60.0
_LONGEST_WAIT = 600


@dataclass(frozen=True)
class Going:
    """How far a file is. ``phase``: sending, comparing, resting; ``rest`` seconds until the next
    try, ``reason`` the code why it rests."""

    upload_id: str
    phase: str
    done: int
    whole: int
    rest: float = 0
    reason: str = ""


@dataclass(frozen=True)
class Uploaded:
    """A file the server has confirmed, and what became of the initiatives of its package."""

    upload: UploadRow
    initiatives: tuple[str, ...]
    not_marked: tuple[NotMarked, ...]


Told = Callable[[Going], None]
Rest = Callable[[float], None]


@dataclass(frozen=True)
class Surroundings:
    """What sending is given: whom it tells, when to stop, how it rests, what it draws by lot."""

    told: Told = lambda _going: None
    should_stop: Callable[[], bool] = lambda: False
    rest: Rest | None = None
    lot: Callable[[], float] = random.random

    def pause(self, seconds: float) -> None:
        """Rest a while; asked to stop, at once no longer."""
        if self.rest is not None:
            self.rest(seconds)
            return
        never = threading.Event()
        while seconds > 0 and not self.should_stop():
            never.wait(min(0.2, seconds))
            seconds -= 0.2


@allowed("export")
def send_next(
    workspace: Workspace,
    around: Surroundings | None = None,
    *,
    only: Collection[str] | None = None,
) -> Uploaded | None:
    """Send the first file that waits, of those named where some are; None when none does.

    Raises what it failed with, once trying again did not help: the file stays in the queue as
    failed, with that code. Asked to stop it stays as paused and Cancelled is raised. Each error's
    code: SSK-922 to 930, 933, 934, 936, 937.
    """
    around = around or Surroundings()
    record = _take_first(workspace, only)
    if record is None:
        return None
    try:
        address = read_address(record.address)
        line = Line(address, token_of(workspace, address), around.should_stop)
        try:
            connector = connector_for(record.connector, line)
            sending = _Sending(workspace, record, connector, around)
            try:
                return sending.run()
            finally:
                sending.close()
        finally:
            line.end()
    except Cancelled:
        with workspace.database.write() as session:
            now = uploads.find(session, record.id)
            if now is not None and now.state == SENDING:
                uploads.change(session, record.id, state=PAUSED)
        raise
    except AppError as error:
        with workspace.database.write() as session:
            if uploads.find(session, record.id) is not None:
                uploads.change(session, record.id, state=FAILED, reason=reason_of(error))
                audit.note(session, workspace.now(), "upload failed", record.id, code=error.code)
        raise


def _take_first(workspace: Workspace, only: Collection[str] | None) -> UploadRecord | None:
    """Return the first that waits, taken; one a killed program left as being sent comes first."""
    with workspace.database.write() as session:
        for record in uploads.all_of(session, workspace.identity):
            if record.state in (SENDING, WAITING) and (only is None or record.id in only):
                return uploads.change(session, record.id, state=SENDING)
    return None


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise BadFile("SSK-922", file=file.name) from error


class _Sending:
    """One file on its way."""

    def __init__(
        self,
        workspace: Workspace,
        record: UploadRecord,
        connector: Connector,
        around: Surroundings,
    ) -> None:
        self._workspace, self._connector = workspace, connector
        self._record, self._around = record, around
        self._file = _opened(Path(record.file))
        self._ask = bool(record.place)
        self._asked_at, self._lost = -1, False
        self._tries = self._refusals = self._beginnings = 0

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def run(self) -> Uploaded:
        """Send it until it is there."""
        while True:
            try:
                confirmation = self._go_on()
            except PlaceGone:
                self._begin_again()
            except (Interrupted, Refused) as error:
                self._rest_after(error)
            else:
                return self._done(confirmation)

    def _go_on(self) -> Confirmation:
        limits = self._connector.limits()
        self._check_file()
        self._check_size(limits)
        if not self._record.place:
            place = self._connector.begin(self._what)
            self._keep(place=place, sent=0, reason="")
            self._tries = self._refusals = 0
        elif self._ask:
            sent = self._connector.offset(self._record.place, self._what)
            if sent > self._record.sent:
                self._tries = self._refusals = 0
            if sent != self._record.sent:
                self._keep(sent=sent)
            self._asked_at, self._lost = sent, False
        self._ask = False
        while self._record.sent < self._record.size:
            self._check_wanted()
            self._check_file()
            left = self._record.size - self._record.sent
            piece = Piece(
                self._file,
                self._record.sent,
                min(left, limits.piece or left),
                lambda done: self._tell(SENDING, done),
                self._around.should_stop,
            )
            sent = self._connector.send(self._record.place, self._what, piece)
            self._keep(sent=sent, tries=0, reason="")
            self._tell(SENDING, sent)
            self._tries = self._refusals = 0
        self._check_file()
        return self._connector.confirm(
            self._record.place, self._what, lambda done: self._tell(COMPARING, done)
        )

    # What may have changed meanwhile

    @property
    def _what(self) -> Outgoing:
        record = self._record
        name = _sendable(Path(record.file).name)
        return Outgoing(record.id, name, record.size, record.sha256)

    def _check_wanted(self) -> None:
        """Stop when somebody paused or removed it. Raises Cancelled."""
        with self._workspace.database.read() as session:
            now = uploads.find(session, self._record.id)
        if now is None or now.state != SENDING or self._around.should_stop():
            raise Cancelled

    def _check_file(self) -> None:
        """Begin again with a file that changed. Raises PlaceGone, BadFile SSK-922."""
        path = Path(self._record.file)
        try:
            now = path.stat()
        except OSError as error:
            raise BadFile("SSK-922", file=path.name) from error
        if (now.st_size, now.st_mtime_ns) == (self._record.size, self._record.modified):
            return
        size, modified, sha256 = looked_at(path)
        if sha256 == self._record.sha256:
            self._keep(modified=modified)
            return
        if self._record.place:
            self._connector.discard(self._record.place)
        self._file.close()
        self._file = _opened(path)  # a new file may have taken its name
        self._keep(size=size, modified=modified, sha256=sha256)
        if self._record.place:
            raise PlaceGone

    def _check_size(self, limits: Limits) -> None:
        if limits.largest is not None and self._record.size > limits.largest:
            raise BadInput(
                "SSK-926",
                host=read_address(self._record.address).host,
                size=size_text(self._record.size),
                limit=size_text(limits.largest),
            )

    # What went wrong

    def _begin_again(self) -> None:
        self._beginnings += 1
        if self._beginnings >= _BEGINNINGS:
            raise Failed("SSK-934", file=Path(self._record.file).name)
        self._keep(place="", sent=0)

    def _rest_after(self, error: Interrupted | Refused) -> None:
        """Rest, longer each time, or give up when it went wrong too often without a step on.

        Every second time the next piece is sent without asking first how far the server is: on
        a line that breaks every other request, asking and sending would go on in step for ever.
        """
        wait = 0 if isinstance(error, Refused) else error.wait or 0
        lasting = isinstance(error, Interrupted) and error.lasting
        self._tries += 1
        self._refusals += isinstance(error, Refused)
        self._keep(tries=self._tries, reason=reason_of(error))
        if lasting or wait > _LONGEST_WAIT:
            raise error
        if self._tries >= _TRIES or self._refusals >= _REFUSALS:
            raise error
        # That the server is elsewhere is believed once it did not just say that it is here.
        if isinstance(error, ElsewhereThanThought):
            self._lost = self._lost or self._asked_at != self._record.sent
            self._asked_at = -1
        self._ask = bool(self._record.place) and (self._lost or self._tries % 2 == 1)
        pause = min(_LONGEST_PAUSE, 2.0 ** (self._tries - 1))
        # By lot, so that many offices do not come back at the same moment.
        rest = max(wait, pause * (0.5 + self._around.lot() / 2))
        record = self._record
        self._around.told(Going(record.id, RESTING, record.sent, record.size, rest, error.code))
        self._around.pause(rest)
        self._check_wanted()

    # What is kept

    def _keep(self, **values: object) -> None:
        with self._workspace.database.write() as session:
            if uploads.find(session, self._record.id) is None:
                raise Cancelled
            self._record = uploads.change(session, self._record.id, **values)

    def _tell(self, phase: str, done: int) -> None:
        self._around.told(Going(self._record.id, phase, done, self._record.size))

    def _done(self, confirmation: Confirmation) -> Uploaded:
        """Keep that the server has it, and what that means for the initiatives in it."""
        now, today = self._workspace.now(), self._workspace.today()
        record = self._record
        with self._workspace.database.write() as session:
            values = {"state": DONE, "sent": record.size, "tries": 0, "reason": ""}
            values |= {"place": confirmation.place, "checked": confirmation.checked}
            if uploads.find(session, record.id) is not None:
                record = uploads.change(session, record.id, ended_at=now, **values)
            items = packages.items_of(session, record.package_id or "")
            uploaded, left = mark_uploaded(session, items, now, today)
            audit.note(
                session,
                now,
                "upload",
                record.id,
                sha256=record.sha256,
                checked=confirmation.checked,
            )
        path = Path(record.file)
        if path.parent == self._workspace.folder.absolute() / OWN_FOLDER:
            self._file.close()  # Windows takes no open file away
            with contextlib.suppress(OSError):
                path.unlink()
        return Uploaded(row_of(record), uploaded, left)


def _sendable(name: str) -> str:
    """Return a file's name in letters no server stumbles over.

    The tus server of npm, for one, does not give back a file whose name has others (500).
    """
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}", name):
        return name
    stem, dot, endings = name.partition(".")
    parts = [ascii_name(part) for part in endings.split(".")] if dot else []
    return ".".join([ascii_name(stem) or "tep", *(part for part in parts if part)])
