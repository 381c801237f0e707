"""Signatures that ``minisign -V`` checks: Ed25519 over the BLAKE2b-512 of a file.

Format: the minisign description (algorithm "ED", key number, signature, then a comment signed
with it). Verification is libsodium's, which refuses small-order points and values that are not in
their one form (S below the group's order, canonical points); keys with a part of small order are
refused when they are read, so that no key fits two signatures of one message.
"""

import base64
import binascii
import hashlib
from functools import cache

from nacl.bindings import crypto_core_ed25519_is_valid_point
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.signing import SigningKey, VerifyKey

from desktop_app.errors import BadFile

_PREHASHED, _PLAIN, _KEY = b"ED", b"Ed", b"Ed"
_COMMENT = "so-sang-kien"


@cache
def _signing_key(seed: bytes) -> SigningKey:
    return SigningKey(seed)


def public_key(seed: bytes) -> str:
    """Return the public key in minisign's own text form, as in ``RWQ…``."""
    verify_key = bytes(_signing_key(seed).verify_key)
    return base64.b64encode(_KEY + key_number(verify_key) + verify_key).decode("ascii")


def key_number(verify_key: bytes) -> bytes:
    """Return the eight bytes that name a key."""
    return hashlib.sha256(verify_key).digest()[:8]


def read_public_key(text: str) -> tuple[bytes, bytes]:
    """Return number and key of a public key's text. Raises BadFile SSK-430."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadFile("SSK-430") from error
    if len(raw) != 42 or raw[:2] != _KEY or base64.b64encode(raw).decode("ascii") != text:
        raise BadFile("SSK-430")
    if not crypto_core_ed25519_is_valid_point(raw[10:]):
        raise BadFile("SSK-430")
    return raw[2:10], raw[10:]


def sign(seed: bytes, content: bytes, file_name: str) -> bytes:
    """Return the signature file over some content; the same content gives the same bytes."""
    key = _signing_key(seed)
    number = key_number(bytes(key.verify_key))
    signature = key.sign(hashlib.blake2b(content).digest()).signature
    trusted = f"{_COMMENT} {file_name}".encode("ascii")
    whole = key.sign(signature + trusted).signature
    lines = (
        b"untrusted comment: " + _COMMENT.encode("ascii"),
        base64.b64encode(_PREHASHED + number + signature),
        b"trusted comment: " + trusted,
        base64.b64encode(whole),
    )
    return b"\n".join(lines) + b"\n"


def verify(public: str, content: bytes, signature_file: bytes) -> None:
    """Check a signature file over some content with a public key.

    Raises BadFile SSK-431 when the file is no signature, SSK-432 when it does not fit.
    """
    number, key = read_public_key(public)
    algorithm, signed_number, signature, trusted, whole = _parts(signature_file)
    if signed_number != number:
        raise BadFile("SSK-432")
    message = hashlib.blake2b(content).digest() if algorithm == _PREHASHED else content
    try:
        verify_key = VerifyKey(key)
        verify_key.verify(message, signature)
        verify_key.verify(signature + trusted, whole)
    except (BadSignatureError, CryptoError, ValueError) as error:
        raise BadFile("SSK-432") from error


def _parts(file: bytes) -> tuple[bytes, bytes, bytes, bytes, bytes]:
    lines = file.split(b"\n")
    try:
        if len(file) > 4096 or len(lines) != 5 or lines[4]:
            raise ValueError
        if not lines[0].startswith(b"untrusted comment: "):
            raise ValueError
        if not lines[2].startswith(b"trusted comment: "):
            raise ValueError
        head = base64.b64decode(lines[1], validate=True)
        whole = base64.b64decode(lines[3], validate=True)
        if len(head) != 74 or len(whole) != 64 or head[:2] not in (_PREHASHED, _PLAIN):
            raise ValueError
        for text, raw in ((lines[1], head), (lines[3], whole)):
            # One text form for each value: bits left over in base64 would be a second one.
            if base64.b64encode(raw) != text:
                raise ValueError
    except (ValueError, binascii.Error) as error:
        raise BadFile("SSK-431") from error
    return head[:2], head[2:10], head[10:], lines[2].removeprefix(b"trusted comment: "), whole
