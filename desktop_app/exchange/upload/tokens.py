"""The token an address asks for: in the system's keyring, else in a file of its owner.

A portable folder keeps it sealed, as its keys: the keyring of the computer is somebody else's.

It is in no database, no log and no error.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.errors import BadInput, Failed
from desktop_app.exchange.kept_secrets import (
    forget_in_keyring,
    from_keyring,
    to_keyring,
    to_own_file,
)
from desktop_app.exchange.portable_keys import Wrapping
from desktop_app.exchange.upload.addresses import Address

_FILE = "upload-tokens.json"
_LONGEST = 4000


@dataclass(frozen=True)
class TokenPlace:
    """Where the tokens of a data folder are kept: its folder of keys, its name in the keyring.

    A portable folder has a ``wrapping`` instead.
    """

    folder: Path
    identity: str
    wrapping: Wrapping | None = None

    @property
    def service_name(self) -> str:
        """What the keyring knows them under."""
        return f"so-sang-kien upload {self.identity}"


def keep_token(place: TokenPlace, address: Address, token: str) -> None:
    """Keep the token of an address. Raises BadInput SSK-939, Failed SSK-933."""
    token = token.strip()
    if not token or len(token) > _LONGEST or not token.isprintable() or not token.isascii():
        raise BadInput("SSK-939")
    if place.wrapping is not None:
        _write(place, _read(place) | {address.url: {"sealed": place.wrapping.wrapped(token)}})
    elif to_keyring(place.service_name, address.url, token):
        _write(place, _read(place) | {address.url: None})
    else:
        _write(place, _read(place) | {address.url: token})


def token_of(place: TokenPlace, address: Address) -> str:
    """Return the token of an address, "" without one. Raises Failed SSK-933.

    One that is in the keyring, which does not give it today, is an error: what is sent without it
    would be refused, and the reason would not be seen.
    """
    kept = _read(place)
    if address.url not in kept:
        return ""
    token = kept[address.url]
    if isinstance(token, dict):
        token = _unsealed(place, token)
    elif not token:
        token = from_keyring(place.service_name, address.url)
    if not token:
        raise Failed("SSK-933")
    return str(token)


def _unsealed(place: TokenPlace, token: dict[str, Any]) -> object:
    if place.wrapping is None:
        return None
    try:
        return place.wrapping.unwrapped(str(token.get("sealed")))
    except ValueError as error:
        raise Failed("SSK-933") from error


def has_token(place: TokenPlace, address: Address) -> bool:
    """Return whether a token is kept for an address. Raises Failed SSK-933."""
    return address.url in _read(place)


def forget_token(place: TokenPlace, address: Address) -> None:
    """Forget the token of an address. Raises Failed SSK-933."""
    kept = _read(place)
    if address.url not in kept:
        return
    forget_in_keyring(place.service_name, address.url)
    del kept[address.url]
    _write(place, kept)


def _read(place: TokenPlace) -> dict[str, Any]:
    try:
        kept = json.loads((place.folder / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise Failed("SSK-933") from error
    if not isinstance(kept, dict):
        raise Failed("SSK-933")
    return kept


def _write(place: TokenPlace, kept: dict[str, Any]) -> None:
    to_own_file(place.folder / _FILE, kept, "SSK-933")
