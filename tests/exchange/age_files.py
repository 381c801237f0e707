"""Makes age files by hand, right ones and ones no honest program would write.

Written to the description of the format; so the tests can change any single thing of a seal.
"""

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass, field

from nacl.bindings import (
    crypto_aead_chacha20poly1305_ietf_encrypt as seal,
)
from nacl.bindings import crypto_scalarmult, crypto_scalarmult_base

FILE_KEY = b"a file key of 16"
CHUNK = 64 * 1024
_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def b64(raw):
    return base64.b64encode(raw).rstrip(b"=")


def hkdf(secret, salt, info):
    key = hmac.digest(salt or bytes(32), secret, "sha256")
    return hmac.digest(key, info + b"\x01", "sha256")


def bech32_bytes(text):
    """Return the 32 bytes of a key's text; its checksum is not looked at."""
    values = [_LETTERS.index(letter) for letter in text.lower().rpartition("1")[2][:-6]]
    number = 0
    for value in values:
        number = number << 5 | value
    return (number >> (5 * len(values) - 256)).to_bytes(32, "big")


@dataclass
class Seal:
    """An age file in parts, to be changed before ``made``."""

    public: bytes
    content: bytes = b"content"
    version: bytes = b"age-encryption.org/v1\n"
    stanzas: list[bytes] = field(default_factory=list)
    file_key: bytes = FILE_KEY
    nonce: bytes = bytes(range(16))
    mac: bytes | None = None
    end: bytes = b"--- %s\n"
    chunks: list[bytes] | None = None
    lasts: list[bool] | None = None

    def header(self):
        stanzas = b"".join(self.stanzas or [x25519(self.public, self.file_key)])
        start = self.version + stanzas + b"---"
        mac = hmac.digest(hkdf(self.file_key, b"", b"header"), start, "sha256")
        return self.version + stanzas + self.end % (b64(mac) if self.mac is None else self.mac)

    def payload(self):
        key = hkdf(self.file_key, self.nonce, b"payload")
        chunks = self.chunks
        if chunks is None:
            places = range(0, max(len(self.content), 1), CHUNK)
            chunks = [self.content[place : place + CHUNK] for place in places]
        lasts = self.lasts or [False] * (len(chunks) - 1) + [True] * bool(chunks)
        sealed = b"".join(
            seal(chunk, None, number.to_bytes(11, "big") + bytes([last]), key)
            for number, (chunk, last) in enumerate(zip(chunks, lasts, strict=True))
        )
        return self.nonce + sealed

    def made(self):
        return self.header() + self.payload()


def x25519(public, file_key=FILE_KEY, *, share=None, kind=b"X25519", extra=b"", body=None):
    """Return a stanza for a public key."""
    secret = os.urandom(32)
    own = crypto_scalarmult_base(secret) if share is None else share
    # A share of small order comes to nothing, whatever the secret.
    shared = crypto_scalarmult(secret, public) if share is None else bytes(32)
    wrap = hkdf(shared, own + public, b"age-encryption.org/v1/X25519")
    sealed = seal(file_key, None, bytes(12), wrap) if body is None else body
    return b"-> " + kind + b" " + b64(own) + extra + b"\n" + b64(sealed) + b"\n"


def scrypt(passphrase, file_key=FILE_KEY, *, work=b"10"):
    salt = bytes(16)
    key = hashlib.scrypt(passphrase, salt=b"age-encryption.org/v1/scrypt" + salt, n=1024, r=8, p=1)
    sealed = seal(file_key, None, bytes(12), key[:32])
    return b"-> scrypt " + b64(salt) + b" " + work + b"\n" + b64(sealed) + b"\n"


def armoured(raw, *, end=b"\n", columns=64):
    text = base64.b64encode(raw)
    lines = [text[place : place + columns] for place in range(0, len(text), columns)]
    first, last = b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----"
    return end.join([first, *lines, last, b""])
