"""Keys: made silently, kept in the system's keyring, read over the phone as four words."""

import base64
import contextlib
import hashlib
import json
import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from desktop_app.errors import Failed
from desktop_app.exchange import sealing, signing

_FILE = "keys.json"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U

# Syllables anyone in the country can say and spell without marks: 16 × 64 = 1024, ten bits each.
_BEGINNINGS = "b ch d g h kh l m n ph r s t th tr v".split()  # noqa: SIM905
_ENDINGS = (  # noqa: SIM905
    "a ai am an ang anh ao ap at au ay e em en eo et i ia im in inh it iu o oa oai oan oat oc oi "
    "om on ong op ot u ua uc ui um un ung uoc uoi uom uon uong uot up ut uy uyen ac ach ec ep ich "
    "iec iem ien ieng iep iet ieu"
).split()


@dataclass(frozen=True)
class PublicKeys:
    """What others may know: a minisign public key and an age recipient."""

    sign: str
    age: str


@dataclass(frozen=True)
class Keys:
    """The secret keys of a workspace."""

    sign_seed: bytes
    age_identity: str

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


def fingerprint_of(sign_key: str) -> str:
    """Return four words both sides can read over the phone; 40 bits of the key's hash."""
    digest = hashlib.sha256(b"words " + sign_key.encode("ascii")).digest()
    number = int.from_bytes(digest[:5], "big")
    places = [number >> shift & 1023 for shift in (30, 20, 10, 0)]
    return " ".join(_BEGINNINGS[place >> 6] + _ENDINGS[place & 63] for place in places)


def load_or_make_keys(folder: Path, service_name: str, now: datetime) -> Keys:
    """Return the keys of a data folder, made when there are none.

    Kept in the system's keyring; where there is none, in a file only its owner can read. Raises
    Failed SSK-450 when they can neither be read nor kept.
    """
    found = _from_keyring(service_name) or _from_file(folder / _FILE)
    if found is not None:
        return found
    keys = make_keys()
    written = json.dumps(
        {
            "sign_seed": base64.b64encode(keys.sign_seed).decode("ascii"),
            "age_identity": keys.age_identity,
            "made_at": now.isoformat(timespec="seconds"),
        }
    )
    if not _to_keyring(service_name, written):
        _to_file(folder / _FILE, written)
    return keys


def _read(written: str) -> Keys:
    kept = json.loads(written)
    return Keys(base64.b64decode(kept["sign_seed"]), kept["age_identity"])


def _from_keyring(service_name: str) -> Keys | None:
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        written = keyring.get_password(service_name, "keys")
        if written:
            return _read(written)
    return None


def _to_keyring(service_name: str, written: str) -> bool:
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(service_name, "keys", written)
        return keyring.get_password(service_name, "keys") == written
    except KeyringError:
        return False


def _from_file(path: Path) -> Keys | None:
    try:
        return _read(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError) as error:
        # Never replaced by new ones: whatever was sealed to them would be lost.
        raise Failed("SSK-450", file=path.name) from error


def _to_file(path: Path, written: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_suffix(".new")
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(written)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise Failed("SSK-450", file=path.name) from error
