"""tus 1.0.0, the protocol of uploads that go on after a break (https://tus.io/protocols).

Creation, HEAD and PATCH; checksum where the server offers it, termination for what is not wanted.
"""

import base64
import contextlib

from desktop_app.errors import AppError
from desktop_app.exchange.upload.addresses import Address, within
from desktop_app.exchange.upload.comparing import ReadBack
from desktop_app.exchange.upload.connector import (
    LENGTH,
    PIECES,
    WHOLE,
    Confirmation,
    Limits,
    Outgoing,
    Piece,
    Told,
)
from desktop_app.exchange.upload.line import Line
from desktop_app.exchange.upload.troubles import (
    Answer,
    ElsewhereThanThought,
    Interrupted,
    PlaceGone,
    Refused,
    trouble_of,
)

_VERSION = "1.0.0"
_SPOKEN = {"Tus-Resumable": _VERSION}
_PIECE = 1 << 20
_GONE = (403, 404, 410)
_CHECKSUM_WRONG, _CONFLICT = 460, 409
_ALGORITHMS = ("sha256", "sha1")
"""Checksums we use, the best first; sha1 is the one every server with the extension has."""


class Tus:
    """Sending by tus."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._asked: Limits | None = None
        self._extensions: frozenset[str] = frozenset()
        self._algorithm = ""
        self._unchecked = False
        self._complete = ""
        self._read_back: ReadBack | None = None

    def limits(self) -> Limits:
        """Ask what the server can do; one that does not say is asked for nothing special."""
        if self._asked is not None:
            return self._asked
        answer = self._line.request("OPTIONS", self._line.address)
        if answer.status >= 500 or answer.status in (401, 408, 429):
            raise trouble_of(answer, self._line.host)
        self._asked = Limits(None, _PIECE)
        versions = _listed(answer.header("tus-version"))
        if not answer.fine or not versions:
            return self._asked
        self._extensions = _listed(answer.header("tus-extension"))
        if _VERSION not in versions or "creation" not in self._extensions:
            raise self._not_tus()
        if "checksum" in self._extensions:
            offered = _listed(answer.header("tus-checksum-algorithm"))
            self._algorithm = next((name for name in _ALGORITHMS if name in offered), "")
        self._asked = Limits(answer.number("tus-max-size"), _PIECE)
        return self._asked

    def begin(self, what: Outgoing) -> str:
        """Create the upload; its place is where the server says, on this server only."""
        self._unchecked = False
        told = {"filename": what.name, "sha256": what.sha256}
        answer = self._line.request(
            "POST",
            self._line.address,
            {
                **_SPOKEN,
                "Upload-Length": str(what.size),
                "Upload-Metadata": ",".join(f"{key} {_base64(text)}" for key, text in told.items()),
            },
        )
        if answer.status in (404, 405, 412):
            raise self._not_tus()
        if not answer.fine:
            raise trouble_of(answer, self._line.host)
        if answer.status != 201 or not answer.header("location"):
            raise self._not_tus()
        return within(self._line.address, answer.header("location")).url

    def offset(self, place: str, what: Outgoing) -> int:
        """Ask how far it is. An upload of another length is not this one."""
        answer = self._line.request("HEAD", self._place(place), _SPOKEN)
        if answer.status in _GONE:
            # Once may be a fault on the way, and all that was sent would be sent again.
            answer = self._line.request("HEAD", self._place(place), _SPOKEN)
        if answer.status in _GONE:
            raise PlaceGone
        if not answer.fine:
            raise trouble_of(answer, self._line.host)
        offset, length = answer.number("upload-offset"), answer.number("upload-length")
        if offset is None:
            raise self._not_tus()
        if offset > what.size or length not in (None, what.size):
            raise PlaceGone
        self._complete = place if offset == what.size else ""
        return offset

    def send(self, place: str, what: Outgoing, piece: Piece) -> int:
        """Send a piece with PATCH.

        What is answered with "not there" (404, 410) or "not at this place" (409) is asked about
        before it is believed: a fault on the way must not make it begin anew.
        """
        headers = {
            **_SPOKEN,
            "Content-Type": "application/offset+octet-stream",
            "Upload-Offset": str(piece.offset),
        }
        if self._algorithm:
            digest = base64.b64encode(piece.digest(self._algorithm)).decode("ascii")
            headers["Upload-Checksum"] = f"{self._algorithm} {digest}"
        else:
            self._unchecked = True
        answer = self._line.request("PATCH", self._place(place), headers, piece, piece.length)
        if answer.status == _CHECKSUM_WRONG:
            raise Interrupted("SSK-929", host=self._line.host)
        if answer.status == _CONFLICT:
            raise ElsewhereThanThought("SSK-927", host=self._line.host, status=_CONFLICT)
        if not answer.fine:
            raise trouble_of(answer, self._line.host)
        offset = answer.number("upload-offset")
        if offset is None or not piece.offset < offset <= piece.offset + piece.length:
            raise self._odd(answer)
        return offset

    def confirm(self, place: str, what: Outgoing, told: Told) -> Confirmation:
        """Ask whether all is there, then read it back where the server allows it."""
        if self._complete != place and self.offset(place, what) != what.size:
            raise Interrupted("SSK-929", host=self._line.host)
        known = self._read_back
        if known is None or known.place.url != place:
            known = ReadBack(self._line, self._place(place), what.size, what.sha256)
            self._read_back = known
        same = known.same(_SPOKEN, told)
        if same is False:
            self._read_back = None
            self.discard(place)
            raise PlaceGone
        if same:
            return Confirmation(place, WHOLE)
        checked = PIECES if self._algorithm and not self._unchecked else LENGTH
        return Confirmation(place, checked)

    def discard(self, place: str) -> None:
        """Take an upload back, where the server can."""
        if "termination" in self._extensions:
            with contextlib.suppress(AppError):
                self._line.request("DELETE", self._place(place), _SPOKEN)

    def _place(self, place: str) -> Address:
        return within(self._line.address, place)

    def _not_tus(self) -> Refused:
        return Refused("SSK-928", host=self._line.host)

    def _odd(self, answer: Answer) -> Interrupted:
        return Interrupted("SSK-927", host=self._line.host, status=answer.status)


def _listed(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("utf-8")).decode("ascii")
