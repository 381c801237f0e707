"""Reading back what a server has, and comparing its hash; broken off, it goes on where it was."""

import hashlib
from collections.abc import Callable

from desktop_app.exchange.upload.addresses import Address
from desktop_app.exchange.upload.connector import Told
from desktop_app.exchange.upload.line import Line
from desktop_app.exchange.upload.troubles import Answer, trouble_of

_NOT_GIVEN = (400, 401, 403, 404, 405, 406, 410, 501)
_TIMES = 2
_FAULTS = 4


class ReadBack:
    """The comparison of one file. ``same`` may be called again after a break."""

    def __init__(self, line: Line, place: Address, size: int, sha256: str) -> None:
        self._line, self.place = line, place
        self._size, self._sha256 = size, sha256
        self._digest, self._done = hashlib.sha256(), 0
        self._refusals = self._faults = 0
        self.status = 0

    def same(self, headers: dict[str, str], told: Told) -> bool | None:
        """Return whether the server has the same bytes; None when it does not give them.

        ``status`` is then what it answered. Raises Interrupted, Cancelled.
        """
        while True:
            asked = dict(headers)
            if self._done:
                asked["Range"] = f"bytes={self._done}-"
            answer = self._line.fetch(self.place, asked, lambda answer: self._taking(answer, told))
            self.status = answer.status
            if answer.status not in _NOT_GIVEN:
                break
            # Once may be a fault on the way.
            self._refusals += 1
            if self._refusals >= _TIMES:
                return None
        if answer.status == 416:
            self._begin()
            return self.same(headers, told)
        if answer.status == 500:
            # A server that stumbles over this each time still has the file.
            self._faults += 1
            if self._faults >= _FAULTS:
                return None
        if not answer.fine:
            raise trouble_of(answer, self._line.host)
        if not self._comparable(answer):
            return None
        return self._done == self._size and self._digest.hexdigest() == self._sha256

    def _begin(self) -> None:
        self._digest, self._done = hashlib.sha256(), 0

    def _comparable(self, answer: Answer) -> bool:
        """Whether it is the file: a page about it, or one that was packed, is not."""
        length = answer.number("content-length")
        expected = self._size - self._begun if answer.status == 206 else self._size
        packed = answer.header("content-encoding") not in ("", "identity")
        return not packed and length in (None, expected)

    def _taking(self, answer: Answer, told: Told) -> Callable[[bytes], bool] | None:
        if answer.status != 206 or not answer.header("content-range").startswith(
            f"bytes {self._done}-"
        ):
            self._begin()
        self._begun = self._done
        if answer.status not in (200, 206) or not self._comparable(answer):
            return None

        def take(piece: bytes) -> bool:
            self._digest.update(piece)
            self._done += len(piece)
            told(min(self._done, self._size))
            return self._done <= self._size

        return take
