"""What a way to send a file does. ``tus.py`` and ``webdav.py`` are two of them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from desktop_app.errors import BadFile, BadInput, Cancelled
from desktop_app.exchange.upload.line import Line

WHOLE, PIECES, LENGTH = "whole", "pieces", "length"
_CHUNK = 64 * 1024

Told = Callable[[int], None]
"""Called with how many bytes are through; never raises."""


@dataclass(frozen=True)
class Outgoing:
    """A file to be sent: what it is called there, its size and hash, a name of this sending."""

    id: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Limits:
    """What a server takes: the largest file, None when it does not say.

    ``piece``: how many bytes go in one request; None for the whole file at once.
    """

    largest: int | None = None
    piece: int | None = None


@dataclass(frozen=True)
class Confirmation:
    """The server has the file. ``place`` is where; ``checked`` how far it was compared.

    whole: every byte was read back and the hash is equal; pieces: the server compared the hash of
    each piece; length: it only said how many bytes it has.
    """

    place: str
    checked: str


class Piece:
    """Bytes of a file on their way; read again for each try."""

    def __init__(
        self,
        file: BinaryIO,
        offset: int,
        length: int,
        told: Told = lambda _count: None,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> None:
        self.offset, self.length = offset, length
        self._file, self._told, self._should_stop = file, told, should_stop

    def __iter__(self) -> Iterator[bytes]:
        """Read it chunk by chunk. Raises Cancelled, BadFile SSK-922 when it cannot be read."""
        for done, chunk in self._chunks():
            self._told(self.offset + done)
            yield chunk

    def digest(self, algorithm: str) -> bytes:
        """Return its hash."""
        counted = hashlib.new(algorithm)
        for _done, chunk in self._chunks():
            counted.update(chunk)
        return counted.digest()

    def _chunks(self) -> Iterator[tuple[int, bytes]]:
        done = 0
        while done < self.length:
            if self._should_stop():
                raise Cancelled
            try:
                self._file.seek(self.offset + done)
                chunk = self._file.read(min(_CHUNK, self.length - done))
            except OSError as error:
                raise BadFile("SSK-922", file=_name_of(self._file)) from error
            if not chunk:
                raise BadFile("SSK-922", file=_name_of(self._file))
            yield done, chunk
            done += len(chunk)


class Connector(Protocol):
    """A way to send a file. Every step may raise Interrupted, Refused, Cancelled.

    What it remembers of a server lasts as long as it lives; ``place`` is all that has to be kept
    to go on after a restart.
    """

    def limits(self) -> Limits:
        """Ask the server what it takes. Raises Refused SSK-928 when it does not speak this way."""

    def begin(self, what: Outgoing) -> str:
        """Tell the server of a file; return its place there."""

    def offset(self, place: str, what: Outgoing) -> int:
        """Ask how many bytes the server has. Raises PlaceGone."""

    def send(self, place: str, what: Outgoing, piece: Piece) -> int:
        """Send a piece; return how many bytes the server has confirmed. Raises PlaceGone."""

    def confirm(self, place: str, what: Outgoing, told: Told) -> Confirmation:
        """Bring the file to its end and compare it. Raises PlaceGone when it differs or is gone."""

    def discard(self, place: str) -> None:
        """Tell the server that what it has so far is not wanted. Never raises for its answer."""


CONNECTORS = ("tus", "webdav")


def connector_for(name: str, line: Line) -> Connector:
    """Return a connector by name. Raises BadInput SSK-928."""
    from desktop_app.exchange.upload.tus import Tus
    from desktop_app.exchange.upload.webdav import WebDav

    known: dict[str, Callable[[Line], Connector]] = {"tus": Tus, "webdav": WebDav}
    if name not in known:
        raise BadInput("SSK-928", host=line.host)
    return known[name](line)


def _name_of(file: BinaryIO) -> str:
    from pathlib import PurePath

    return PurePath(str(getattr(file, "name", ""))).name
