"""WebDAV (RFC 4918): a file is put under a passing name, read back, and only then renamed.

It cannot go on in the middle of a file: after a break it is put from its beginning.
"""

import contextlib
from pathlib import PurePath

from desktop_app.errors import AppError
from desktop_app.exchange.upload.addresses import Address, below, within
from desktop_app.exchange.upload.comparing import ReadBack
from desktop_app.exchange.upload.connector import (
    LENGTH,
    WHOLE,
    Confirmation,
    Limits,
    Outgoing,
    Piece,
    Told,
)
from desktop_app.exchange.upload.line import Line
from desktop_app.exchange.upload.troubles import Interrupted, PlaceGone, Refused, trouble_of

_TAKEN = 412
_GONE = (404, 410)
_NAMES = 100
_TIMES = 2


class WebDav:
    """Sending to a WebDAV folder."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._asked = False
        self._put = self._compared = ""
        self._missing = 0
        self._read_back: ReadBack | None = None

    def limits(self) -> Limits:
        """Ask whether it is a WebDAV folder; it does not say how much it takes."""
        if not self._asked:
            answer = self._line.request("OPTIONS", self._line.address)
            if answer.status >= 500 or answer.status in (401, 403, 408, 429):
                raise trouble_of(answer, self._line.host)
            if answer.fine and not answer.header("dav"):
                raise Refused("SSK-928", host=self._line.host)
            self._asked = True
        return Limits()

    def begin(self, what: Outgoing) -> str:
        """Choose a passing name, the same one for each try."""
        return below(self._line.address, f".ssk-{what.id}.part").url

    def offset(self, place: str, what: Outgoing) -> int:
        """Begin at the beginning: what a broken PUT left is replaced whole."""
        return what.size if self._put == place else 0

    def send(self, place: str, _what: Outgoing, piece: Piece) -> int:
        """Put the whole file."""
        self._put, self._compared, self._missing, self._read_back = "", "", 0, None
        answer = self._line.request(
            "PUT",
            self._place(place),
            {"Content-Type": "application/octet-stream"},
            piece,
            piece.length,
        )
        if not answer.fine:
            raise trouble_of(answer, self._line.host)
        self._put = place
        return piece.offset + piece.length

    def confirm(self, place: str, what: Outgoing, told: Told) -> Confirmation:
        """Read it back, give it its name, and never replace another file of that name."""
        passing = self._place(place)
        if not self._compared:
            self._compared = self._compare(passing, what, told)
        if not self._compared:
            self._missing = _TIMES
        while self._missing < _TIMES:
            found = self._named(passing, what, told)
            if found is not None:
                return found
            # Once may be a fault on the way; twice, it was renamed and the answer was lost.
            self._missing += 1
        return self._moved_before(passing, what, told)

    def _named(self, passing: Address, what: Outgoing, told: Told) -> Confirmation | None:
        """Give it its name, or the next that is free; None when it is not there any more."""
        for target in self._targets(what):
            # Without host and protocol, which a server behind another one may not know.
            answer = self._line.request(
                "MOVE", passing, {"Destination": target.path, "Overwrite": "F"}
            )
            if answer.fine:
                return Confirmation(target.url, self._compared)
            if answer.status in _GONE:
                return None
            if answer.status != _TAKEN:
                raise trouble_of(answer, self._line.host)
            if self._is_there(target, what, told):
                self.discard(passing.url)
                return Confirmation(target.url, WHOLE)
        raise Interrupted("SSK-927", host=self._line.host, status=_TAKEN)

    def _compare(self, passing: Address, what: Outgoing, told: Told) -> str:
        """Return how far what was put could be compared, "" when it is not there any more."""
        if self._read_back is None:
            self._read_back = ReadBack(self._line, passing, what.size, what.sha256)
        same = self._read_back.same({}, told)
        if same:
            return WHOLE
        length = self._length_of(passing) if same is None else None
        if same is None and length is None:
            return ""
        self._read_back = None
        if length == what.size:
            return LENGTH
        self._put = ""
        self.discard(passing.url)
        raise PlaceGone

    def discard(self, place: str) -> None:
        """Take away what stands under the passing name."""
        with contextlib.suppress(AppError):
            self._line.request("DELETE", self._place(place))

    def _moved_before(self, passing: Address, what: Outgoing, told: Told) -> Confirmation:
        """Look for it under its name: the answer to the renaming may have been lost."""
        for target in self._targets(what):
            if self._is_there(target, what, told):
                return Confirmation(target.url, WHOLE)
            if self._length_of(target) is None:
                break
        self._missing = 0
        if self._compared and self._length_of(passing) is not None:
            raise Interrupted("SSK-927", host=self._line.host, status=404)
        self._put, self._compared, self._read_back = "", "", None
        raise PlaceGone

    def _is_there(self, target: Address, what: Outgoing, told: Told) -> bool:
        return bool(ReadBack(self._line, target, what.size, what.sha256).same({}, told))

    def _length_of(self, place: Address) -> int | None:
        answer = self._line.request("HEAD", place)
        if answer.status in _GONE:
            return None
        if not answer.fine:
            raise trouble_of(answer, self._line.host)
        return answer.number("content-length")

    def _targets(self, what: Outgoing) -> list[Address]:
        """Return the names it may get: its own, then numbered ones."""
        path = PurePath(what.name)
        ending = "".join(path.suffixes[-2:]) if what.name.endswith(".age") else path.suffix
        stem = what.name.removesuffix(ending)
        names = [what.name, *(f"{stem}_{number}{ending}" for number in range(2, _NAMES))]
        return [below(self._line.address, name) for name in names]

    def _place(self, place: str) -> Address:
        return within(self._line.address, place)
