"""The tree of errors a person can be told about.

AppError
    BadInput          what was given cannot be used; nothing was changed (exit 2)
        BadFile       a file from outside is broken, hostile or not ours
        NotAllowed    the state of the thing forbids the action
    Failed            the machine could not do it: disk, lock, crash; nothing was changed (exit 3)
    Cancelled         the person stopped it; nothing was changed

Every error carries a code such as ``SSK-412`` and facts (plain values). The sentences for a code,
in Vietnamese and English, are data under ``resources/messages``; see ``messages.py``. Anything
that is not an AppError is a bug and goes to the crash handler.
"""

from typing import Any


class AppError(Exception):
    """An error with a code and facts; the sentences live in resources/messages."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code


class BadInput(AppError):
    """What was given cannot be used; nothing was changed."""


class BadFile(BadInput):
    """A file from outside is broken, hostile, sealed for someone else or not ours."""


class NotAllowed(BadInput):
    """The state of the thing forbids the action."""


class Failed(AppError):
    """The machine could not do it (disk, lock, crash); nothing was changed."""


class Cancelled(AppError):
    """The person stopped a long job; nothing was changed."""

    def __init__(self, **facts: Any) -> None:
        super().__init__("SSK-001", **facts)
