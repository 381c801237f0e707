"""Keys: made silently, kept in the system's keyring, or in a file of their owner.

Where they are kept is said by a name in the keyring, or by the ``Wrapping`` of a portable folder.
"""

import base64
import contextlib
import hashlib
import json
import os
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from desktop_app.errors import AppError, Failed
from desktop_app.exchange import sealing, signing
from desktop_app.exchange.kept_secrets import from_keyring, to_keyring, to_own_file
from desktop_app.exchange.key_words import fingerprint_of
from desktop_app.exchange.portable_keys import Wrapping

__all__ = [
    "Keys",
    "PublicKeys",
    "fingerprint_of",
    "keep_old_keys",
    "known_sign_keys",
    "load_keys",
    "load_or_make_keys",
    "make_keys",
    "mark_of",
    "old_identities",
    "old_keys",
    "replace_keys",
    "wrap_open_keys",
]

_FILE = "keys.json"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_IN_KEYRING, _IN_FOLDER = "keyring", "folder"
_ENTRY = "keys"

Safe = str | Wrapping


@dataclass(frozen=True)
class PublicKeys:
    """What others may know: a minisign public key and an age recipient."""

    sign: str
    age: str


@dataclass(frozen=True)
class Keys:
    """The secret keys of a workspace."""

    sign_seed: bytes = field(repr=False)
    age_identity: str = field(repr=False)

    @cached_property
    def public(self) -> PublicKeys:
        """The public half."""
        return PublicKeys(
            signing.public_key(self.sign_seed), sealing.recipient_of(self.age_identity)
        )

    @property
    def mark(self) -> str:
        """Four letters that tell this device from others of the same unit."""
        return mark_of(self.public.sign)


def make_keys() -> Keys:
    """Return new keys."""
    return Keys(secrets.token_bytes(32), sealing.make_identity())


def mark_of(sign_key: str) -> str:
    """Return the device mark of a public key."""
    digest = hashlib.sha256(b"mark " + sign_key.encode("ascii")).digest()
    number = int.from_bytes(digest[:4], "big")
    return "".join(_ALPHABET[number >> shift & 31] for shift in (15, 10, 5, 0))


def load_or_make_keys(folder: Path, safe: Safe, now: datetime) -> Keys:
    """Return the keys of a data folder, made silently when there are none yet.

    Kept in the system's keyring; where there is none, in a file only its owner can read. The
    folder remembers which: keys that were in the keyring are never replaced by new ones because
    the keyring is locked today. Raises Failed SSK-450 when they can neither be read nor kept,
    SSK-451 when the keyring that holds them does not give them.
    """
    found = load_keys(folder, safe)
    if found is None:
        found = make_keys()
        _keep(folder / _FILE, safe, _ENTRY, found, now)
    elif not (folder / _FILE).exists():
        to_own_file(folder / _FILE, {"kept_in": _IN_KEYRING, "sign_key": found.public.sign})
    return found


def load_keys(folder: Path, safe: Safe) -> Keys | None:
    """Return the keys of a data folder, None when there are none yet.

    Raises Failed SSK-450 and SSK-451 as ``load_or_make_keys`` does.
    """
    return _load(folder / _FILE, safe, _ENTRY)


# Other keys in place of the present ones, from a backup


def replace_keys(folder: Path, safe: Safe, keys: Keys, now: datetime) -> None:
    """Put keys in place of the present ones, which are kept as an old set.

    What was sealed to the replaced keys can still be opened (``old_identities``). Present keys
    that cannot be read are no hindrance, this is how a book gets its keys back: a broken file is
    set aside under another name, what a locked keyring holds stays there. Raises Failed SSK-450
    when the keys cannot be kept.
    """
    try:
        present = load_keys(folder, safe)
    except Failed:
        _set_aside(folder / _FILE)
        to_own_file(folder / _FILE, _in_file(safe, keys, now))
        return
    if present == keys:
        return
    if present is not None:
        keep_old_keys(folder, safe, present, now)
    _keep(folder / _FILE, safe, _ENTRY, keys, now)


def keep_old_keys(folder: Path, safe: Safe, keys: Keys, now: datetime) -> None:
    """Keep keys that are not in use any more beside the present ones. Raises Failed SSK-450."""
    digest = hashlib.sha256(keys.public.sign.encode("ascii")).hexdigest()
    entry = f"old-{keys.mark}-{digest[:8]}"
    if not (folder / f"{entry}.json").exists():
        _keep(folder / f"{entry}.json", safe, entry, keys, now)


def old_identities(folder: Path, safe: Safe) -> tuple[str, ...]:
    """Return the secret age keys of the sets that were replaced, to open what was sealed to them.

    One that cannot be read is left out: it must not keep the others from opening.
    """
    return tuple(keys.age_identity for keys in old_keys(folder, safe))


def old_keys(folder: Path, safe: Safe) -> tuple[Keys, ...]:
    """Return the sets that were replaced, those that can be read.

    Raises Failed SSK-450 when the folder itself cannot be looked through.
    """
    try:
        paths = sorted(folder.glob("old-*.json"))
    except OSError as error:
        raise Failed("SSK-450", file=folder.name) from error
    found = []
    for path in paths:
        with contextlib.suppress(Failed):
            keys = _load(path, safe, path.stem)
            if keys is not None:
                found.append(keys)
    return tuple(found)


def known_sign_keys(folder: Path) -> frozenset[str]:
    """Return the public keys this folder says it has or had, also when a keyring is locked."""
    found = set()
    for path in (folder / _FILE, *folder.glob("old-*.json")):
        with contextlib.suppress(Exception):  # a broken one says nothing; pyrage has its own errors
            kept = json.loads(path.read_text(encoding="utf-8"))
            found.add(str(kept.get("sign_key") or _read(kept).public.sign))
    return frozenset(found)


def _set_aside(path: Path) -> None:
    """Give a file that cannot be read another name; somebody may still make something of it."""
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        os.replace(path, path.with_name(f"broken-{digest[:8]}.json"))
    except FileNotFoundError:
        return
    except OSError as error:
        raise Failed("SSK-450", file=path.name) from error


def wrap_open_keys(folder: Path, wrapping: Wrapping, now: datetime) -> None:
    """Seal keys that lie open in a folder: it became a portable one. Raises Failed SSK-450."""
    for path in (folder / _FILE, *sorted(folder.glob("old-*.json"))):
        with contextlib.suppress(Failed):
            keys = _from_file(path, wrapping)
            if isinstance(keys, Keys):
                _keep(path, wrapping, _ENTRY, keys, now)


# Where keys are kept


def _load(path: Path, safe: Safe, entry: str) -> Keys | None:
    kept = _from_file(path, safe)
    if isinstance(kept, Keys):
        return kept
    if isinstance(safe, Wrapping):
        if kept == _IN_KEYRING:  # of another computer: nobody here can give them
            raise Failed("SSK-451")
        return None
    found = _from_keyring(safe, entry)
    if found is None and kept == _IN_KEYRING:
        raise Failed("SSK-451")
    return found


def _record(keys: Keys, now: datetime) -> dict[str, str]:
    return {
        "sign_seed": base64.b64encode(keys.sign_seed).decode("ascii"),
        "age_identity": keys.age_identity,
        "made_at": now.isoformat(timespec="seconds"),
    }


def _in_file(safe: Safe, keys: Keys, now: datetime) -> dict[str, str]:
    """Return the record of a file that holds keys: sealed in a portable folder."""
    secret = _record(keys, now)
    if isinstance(safe, str):
        return secret
    return {"kept_in": _IN_FOLDER, "sign_key": keys.public.sign, "sealed": safe.wrapped(secret)}


def _keep(path: Path, safe: Safe, entry: str, keys: Keys, now: datetime) -> None:
    if isinstance(safe, Wrapping):
        to_own_file(path, _in_file(safe, keys, now))
        return
    secret = _record(keys, now)
    if to_keyring(safe, entry, json.dumps(secret)):
        to_own_file(path, {"kept_in": _IN_KEYRING, "sign_key": keys.public.sign})
    else:
        to_own_file(path, secret)


def _read(kept: object) -> Keys:
    """Return the keys a record holds. Raises ValueError, KeyError, TypeError for a broken one."""
    if not isinstance(kept, dict):
        raise TypeError("not a record")
    seed = base64.b64decode(kept["sign_seed"], validate=True)
    if len(seed) != 32:
        raise ValueError("not a seed")
    keys = Keys(seed, kept["age_identity"])
    sealing.recipient_of(keys.age_identity)
    return keys


def _from_keyring(safe: str, entry: str) -> Keys | None:
    written = from_keyring(safe, entry)
    try:
        return _read(json.loads(written)) if written else None
    except Exception:  # pyrage's, for an identity that is none, among them
        return None


def _from_file(path: Path, safe: Safe) -> Keys | str | None:
    """Return the keys in a file, or the word that they are in the keyring, or None."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(kept, dict) and kept.get("kept_in") == _IN_KEYRING:
            return _IN_KEYRING
        if isinstance(kept, dict) and kept.get("kept_in") == _IN_FOLDER:
            safe = safe if isinstance(safe, Wrapping) else Wrapping()
            return _read(safe.unwrapped(kept["sealed"]))
        return _read(kept)
    except FileNotFoundError:
        return None
    except AppError:
        raise
    except Exception as error:  # pyrage's, for an identity that is none, among them
        # Never replaced by new ones: whatever was sealed to them would be lost.
        raise Failed("SSK-450", file=path.name) from error
