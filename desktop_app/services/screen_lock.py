"""The password of the window on a shared PC: kept as a slow salted hash, never itself.

It hides the window from who sits down next; the files stay readable to who uses this Windows
account. So forgetting it loses nothing: ``reset`` takes it away, and so does deleting the file.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import BadInput, Failed, NotAllowed

FILE = "lock.json"
LEAST = 4
IDLE_MINUTES = (2, 5, 10, 15, 30, 60)
USUAL_MINUTES = 10


@dataclass(frozen=True)
class LockState:
    """Whether a password is set, and after how many minutes without use the window locks."""

    on: bool
    minutes: int = USUAL_MINUTES


def state(folder: Path) -> LockState:
    """Return how the lock of a data folder stands; a note nobody can read counts as set."""
    if not (folder / FILE).exists():
        return LockState(False)
    try:
        return LockState(True, _read(folder)[1])
    except Failed:
        return LockState(True)


def set_password(folder: Path, password: str, again: str, minutes: int) -> LockState:
    """Set the password, or another one. Raises BadInput SSK-974, Failed SSK-413 and following."""
    if len(password) < LEAST or password != again:
        raise BadInput("SSK-974", least=LEAST)
    from nacl.pwhash import argon2id

    made = argon2id.str(
        password.encode("utf-8"),
        opslimit=argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=argon2id.MEMLIMIT_INTERACTIVE,
    )
    return _write(folder, made.decode("ascii"), minutes)


def set_minutes(folder: Path, minutes: int) -> LockState:
    """Keep after how long without use the window locks."""
    kept, _minutes = _read(folder)
    return _write(folder, kept, minutes)


def check(folder: Path, password: str) -> None:
    """Raise NotAllowed SSK-973 for a wrong password, Failed SSK-976 for an unreadable note."""
    from nacl.exceptions import CryptoError
    from nacl.pwhash import verify

    kept, _minutes = _read(folder)
    try:
        verify(kept.encode("ascii"), password.encode("utf-8"))
    except CryptoError as error:
        raise NotAllowed("SSK-973") from error
    except ValueError as error:
        raise Failed("SSK-976", file=FILE) from error


def reset(folder: Path) -> bool:
    """Take the password away; return whether there was one."""
    from desktop_app.exchange.delivery import told_errors

    with told_errors(folder):
        there = (folder / FILE).exists()
        (folder / FILE).unlink(missing_ok=True)
    return there


def _read(folder: Path) -> tuple[str, int]:
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
        made, minutes = str(kept["hash"]), int(kept["minutes"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Failed("SSK-976", file=FILE) from error
    if not made.startswith("$argon2id$") or not made.isascii():
        raise Failed("SSK-976", file=FILE)
    return made, max(1, min(minutes, 24 * 60))


def _write(folder: Path, made: str, minutes: int) -> LockState:
    from desktop_app.exchange.delivery import told_errors

    new = folder / f"{FILE}.new"
    with told_errors(folder):
        new.write_text(json.dumps({"hash": made, "minutes": minutes}), encoding="utf-8")
        new.replace(folder / FILE)
    return LockState(True, minutes)
