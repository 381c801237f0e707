"""The keys of a desk several officers share: sealed to the computer of each of them.

What is sealed is the key set in use, the sets it replaced, and the office's spare key, so that
every officer opens what any of them could. It is an age file, written in base64.
"""

import base64
import io
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, BadFile, Failed
from desktop_app.exchange import sealing
from desktop_app.exchange.keys import (
    Keys,
    Safe,
    keep_old_keys,
    load_keys,
    load_or_make_keys,
    old_keys,
    replace_keys,
)
from desktop_app.exchange.portable_keys import Wrapping

_KIND = "so-sang-kien-desk-keys"


@dataclass(frozen=True)
class KeyPlaces:
    """Where the keys of a data folder lie: the desk's own, its spare, this computer's own.

    ``identity`` names the data folder in the system's keyring; a portable folder has a
    ``wrapping`` instead.
    """

    folder: Path
    identity: str
    wrapping: Wrapping | None = None

    @property
    def desk(self) -> tuple[Path, Safe]:
        """Place and name of the desk's key set."""
        return self.folder, self.wrapping or f"so-sang-kien {self.identity}"

    @property
    def spare(self) -> tuple[Path, Safe]:
        """Place and name of the office's spare key."""
        return self.folder / "escrow", self.wrapping or f"so-sang-kien escrow {self.identity}"

    @property
    def computer(self) -> tuple[Path, Safe]:
        """Place and name of the key the desk's keys are sealed to for this computer."""
        return self.folder / "officer", self.wrapping or f"so-sang-kien officer {self.identity}"


def computer_recipient(places: KeyPlaces, now: datetime) -> str:
    """Return the public key of this computer, made silently when there is none yet."""
    return load_or_make_keys(*places.computer, now=now).public.age


def wrap(places: KeyPlaces, recipient: str) -> str:
    """Return this computer's keys of the desk, sealed to another computer.

    Raises Failed SSK-890 when they are not on this computer, BadFile SSK-440 for a recipient that
    is none.
    """
    content = contents(places)
    target = io.BytesIO()
    sealing.seal(io.BytesIO(json.dumps(content).encode("utf-8")), target, [recipient])
    return base64.b64encode(target.getvalue()).decode("ascii")


def contents(places: KeyPlaces) -> dict[str, Any]:
    """Return every secret key of a desk as JSON: in use, spare, replaced.

    Raises Failed SSK-890 when there are none on this computer.
    """
    desk = load_keys(*places.desk)
    if desk is None:
        raise Failed("SSK-890")
    spare = load_keys(*places.spare)
    return {
        "kind": _KIND,
        "desk": _plain(desk),
        "spare": None if spare is None else _plain(spare),
        "old": [_plain(keys) for keys in old_keys(*places.desk)],
    }


def install(places: KeyPlaces, wrapped: str, now: datetime) -> Keys:
    """Keep the keys that were sealed to this computer, and return the set in use.

    Raises BadFile SSK-894 when this computer cannot open them.
    """
    own = load_or_make_keys(*places.computer, now=now)
    try:
        content = json.loads(_opened(wrapped, own.age_identity))
    except (AppError, ValueError) as error:
        raise BadFile("SSK-894") from error
    return keep_contents(places, content, now)


def keep_contents(places: KeyPlaces, content: Any, now: datetime) -> Keys:
    """Keep the keys ``contents`` gave, and return the set in use. Raises BadFile SSK-894."""
    try:
        if content["kind"] != _KIND:
            raise ValueError(content["kind"])
        desk, spare = _keys(content["desk"]), content["spare"] and _keys(content["spare"])
        old = [_keys(value) for value in content["old"]]
    except (AppError, ValueError, KeyError, TypeError) as error:
        raise BadFile("SSK-894") from error
    if load_keys(*places.desk) != desk:
        replace_keys(*places.desk, desk, now)
        for keys in old:
            keep_old_keys(*places.desk, keys, now)
    if spare and load_keys(*places.spare) != spare:
        replace_keys(*places.spare, spare, now)
    return desk


def _opened(wrapped: str, identity: str) -> bytes:
    import pyrage

    try:
        sealed = base64.b64decode(wrapped, validate=True)
        return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(identity)]))
    except pyrage.DecryptError as error:
        raise BadFile("SSK-894") from error


def _plain(keys: Keys) -> dict[str, str]:
    return {
        "sign_seed": base64.b64encode(keys.sign_seed).decode("ascii"),
        "age_identity": keys.age_identity,
    }


def _keys(value: Any) -> Keys:
    seed = base64.b64decode(value["sign_seed"], validate=True)
    sealing.recipient_of(value["age_identity"])
    return Keys(seed, value["age_identity"])
