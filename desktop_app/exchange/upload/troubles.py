"""What goes wrong on the line: what passes by itself, what is refused, what has to begin anew."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any

from desktop_app.errors import BadInput, Failed

_PASSING = (408, 423, 425, 429)
_LONGEST_WAIT = 3600


class Interrupted(Failed):
    """The line or the server failed; it may well work in a moment.

    ``wait``: how many seconds the server asked to be left alone. ``lasting``: trying again soon
    does not help.
    """

    def __init__(
        self, code: str, *, wait: int | None = None, lasting: bool = False, **facts: Any
    ) -> None:
        super().__init__(code, **facts)
        self.wait = wait
        self.lasting = lasting


class ElsewhereThanThought(Interrupted):
    """The server has another number of bytes than it was sent from: it is to be asked."""


class Refused(BadInput):
    """The server said no. Once may be a fault on the way; several times is its answer."""


class PlaceGone(Exception):
    """What was sent so far is not there any more, or is not this file: it begins anew."""


@dataclass(frozen=True)
class Answer:
    """What a server answered; names of headers in small letters."""

    status: int
    headers: Mapping[str, str]

    def header(self, name: str) -> str:
        """Return a header, "" without one."""
        return self.headers.get(name, "")

    def number(self, name: str) -> int | None:
        """Return a whole number a header holds, None without one or for anything else."""
        text = self.header(name).strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None

    @property
    def fine(self) -> bool:
        """Whether it was done."""
        return 200 <= self.status < 300


def trouble_of(answer: Answer, host: str) -> Interrupted | Refused:
    """Return what an answer other than "done" means."""
    status, wait = answer.status, _seconds_to_wait(answer)
    if status in (401, 403):
        return Refused("SSK-925", host=host, status=status)
    if status == 413:
        return Refused("SSK-926", host=host, size="…", limit="…")
    if status == 507:
        return Interrupted("SSK-936", host=host, wait=wait)
    if status in _PASSING or status >= 500:
        return Interrupted("SSK-927", host=host, status=status, wait=wait)
    if 300 <= status < 400:
        return Refused("SSK-930", host=host, place=answer.header("location")[:80])
    return Refused("SSK-927", host=host, status=status)


def _seconds_to_wait(answer: Answer) -> int | None:
    """Return what Retry-After says (RFC 9110, 10.2.3): seconds, or a time by the server's clock."""
    seconds = answer.number("retry-after")
    if seconds is None:
        with contextlib.suppress(ValueError, TypeError, OverflowError):
            until = parsedate_to_datetime(answer.header("retry-after"))
            now = parsedate_to_datetime(answer.header("date"))
            seconds = max(0, round((until - now).total_seconds()))
    return None if seconds is None else min(seconds, _LONGEST_WAIT)
