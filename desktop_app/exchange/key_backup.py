"""A backup of a desk's keys: a file sealed with a passphrase, which ``age -d`` opens as well.

Inside is one JSON object. The keys on paper are another form of the same: ``key_paper_words.py``.
"""

import base64
import binascii
import contextlib
import io
import json
import os
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage

from desktop_app.errors import BadFile, BadInput
from desktop_app.exchange import seal_header, sealing, signing
from desktop_app.exchange.delivery import delivered, told_errors
from desktop_app.exchange.keys import Keys, PublicKeys, fingerprint_of

FORMAT, VERSION = "so-sang-kien-keys", 1
LEAST_LETTERS = 10
_LEAST_DIGITS = 16
_LEAST_DIFFERENT = 6
_LARGEST = 64_000


@dataclass(frozen=True)
class KeyOwner:
    """Whose keys they are; ``role`` is team or office."""

    role: str
    unit_id: str
    code: str
    name: str


@dataclass(frozen=True)
class KeyBackup:
    """What a backup holds. From paper come the keys alone, without owner and date."""

    keys: Keys
    spare: Keys | None = field(default=None, repr=False)
    owner: KeyOwner | None = None
    made_at: datetime | None = None


def check_passphrase(passphrase: str) -> None:
    """Refuse a passphrase that is soon guessed.

    Raises BadInput SSK-600 for a short one; SSK-601 for one of few different characters, or of
    digits only as a birthday or a telephone number is.
    """
    plain = plain_passphrase(passphrase)
    if len(plain.strip()) < LEAST_LETTERS:
        raise BadInput("SSK-600", least=LEAST_LETTERS)
    digits_only = all(letter.isdigit() or not letter.isalnum() for letter in plain)
    if len(set(plain.casefold())) < _LEAST_DIFFERENT or (
        digits_only and len(plain) < _LEAST_DIGITS
    ):
        raise BadInput("SSK-601")


def seal_backup(backup: KeyBackup, passphrase: str) -> bytes:
    """Return the file of a backup; takes a second, so that guessing takes long as well.

    Raises BadInput SSK-600, SSK-601 for a weak passphrase, ValueError for keys without owner.
    """
    check_passphrase(passphrase)
    if backup.owner is None or backup.made_at is None:
        raise ValueError("a backup file names its owner and its date")
    owner, public = backup.owner, backup.keys.public
    value: dict[str, Any] = {
        "format": FORMAT,
        "format_version": VERSION,
        "unit": {"id": owner.unit_id, "code": owner.code, "name": owner.name},
        "role": owner.role,
        "made_at": backup.made_at.isoformat(timespec="milliseconds"),
        "sign_key": public.sign,
        "age_recipient": public.age,
        "words": fingerprint_of(public.sign),
        **_secrets(backup.keys),
        "spare": _secrets(backup.spare) if backup.spare else None,
    }
    content = json.dumps(value, ensure_ascii=False, indent=1).encode()
    return bytes(pyrage.passphrase.encrypt(content, plain_passphrase(passphrase)))


def open_backup(content: bytes, passphrase: str) -> KeyBackup:
    """Return what a backup file holds.

    Raises BadFile: SSK-603 no such file, SSK-604 sealed to a key, not with a passphrase, SSK-605
    another passphrase, SSK-606 damaged, SSK-607 of a newer version, SSK-608 made to take longer
    than this computer should need.
    """
    content = _bare(content)
    try:
        opened = bytes(pyrage.passphrase.decrypt(content, plain_passphrase(passphrase)))
    except pyrage.DecryptError as error:
        said = str(error)
        if "Excessive work" in said:
            raise BadFile("SSK-608") from error
        raise BadFile("SSK-605" if said == "Decryption failed" else "SSK-606") from error
    return _read(opened)


def write_secret(target: Path, content: bytes) -> Path:
    """Write a file as ``delivery`` does, but for its owner's eyes alone; return where it is."""
    import hashlib

    with told_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with delivered(target.parent, target.name) as (file, delivery):
        if hasattr(os, "fchmod"):  # not on Windows, where the folder decides
            with contextlib.suppress(OSError):
                os.fchmod(file.fileno(), 0o600)
        file.write(content)
        return delivery.finish(hashlib.sha256(content).hexdigest(), lambda _done, _whole: None)


def prove(keys: Keys, public: PublicKeys, folder: Path) -> bool:
    """Return whether keys open what is sealed to public ones and sign as they do.

    ``folder`` is for temporary files.
    """
    text = os.urandom(256)
    sealed, opened = io.BytesIO(), io.BytesIO()
    sealing.seal(io.BytesIO(text), sealed, [public.age])
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / "drill.age"
    try:
        place.write_bytes(sealed.getvalue())
        sealing.open_seal(place, [keys.age_identity], opened, temp_dir=folder)
        signing.verify(public.sign, text, signing.sign(keys.sign_seed, text, "drill"))
    except BadFile:
        return False
    finally:
        place.unlink(missing_ok=True)
    return opened.getvalue() == text


def plain_passphrase(passphrase: str) -> str:
    """Return one form of a passphrase, whichever way a keyboard makes letters with marks."""
    return unicodedata.normalize("NFC", passphrase)


def _secrets(keys: Keys) -> dict[str, str]:
    return {
        "sign_seed": base64.b64encode(keys.sign_seed).decode("ascii"),
        "age_identity": keys.age_identity,
    }


def _bare(content: bytes) -> bytes:
    """Return the sealed file without armour, having looked at its header."""
    if len(content) > _LARGEST or not sealing.is_sealed(content[:64]):
        raise BadFile("SSK-603")
    try:
        if not content.startswith(seal_header.FAMILY):
            plain = io.BytesIO()
            seal_header.take_off_armour(io.BytesIO(content), plain)
            content = plain.getvalue()
        stanzas = seal_header.read_header(io.BytesIO(content))
    except BadFile as error:
        raise BadFile("SSK-606") from error
    if not seal_header.is_passphrase(stanzas):
        raise BadFile("SSK-604")
    return content


def _read(content: bytes) -> KeyBackup:
    try:
        value = json.loads(content)
        if value["format"] != FORMAT:
            raise BadFile("SSK-603")
        if int(value["format_version"]) > VERSION:
            raise BadFile("SSK-607")
        unit = value["unit"]
        if value["role"] not in ("team", "office"):
            raise ValueError("neither a team's nor an office's")
        owner = KeyOwner(str(value["role"]), str(unit["id"]), str(unit["code"]), str(unit["name"]))
        keys = _keys(value)
        if keys.public != PublicKeys(value["sign_key"], value["age_recipient"]):
            raise ValueError("secret and public keys differ")
        spare = _keys(value["spare"]) if value["spare"] else None
        return KeyBackup(keys, spare, owner, datetime.fromisoformat(value["made_at"]))
    except (ValueError, KeyError, TypeError, pyrage.IdentityError) as error:
        raise BadFile("SSK-606") from error


def _keys(value: Any) -> Keys:
    try:
        keys = Keys(base64.b64decode(value["sign_seed"], validate=True), value["age_identity"])
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(keys.sign_seed) != 32:
        raise ValueError("not a seed")
    _ = keys.public
    return keys
