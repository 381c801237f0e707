"""The header of an age v1 file, read strictly before pyrage sees the file.

Written to the age format (c2sp.org/age). pyrage lets through a stanza without its short last
line, spends time on each of any number of stanzas and reads a header anew with every piece of it,
so that a long one takes it minutes; all are refused here, with everything else that is not in its
one form. Armour (the text form of a sealed file, as a chat may carry it) is taken off here too, as
strictly.
"""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from desktop_app.errors import BadFile

VERSION_LINE = b"age-encryption.org/v1\n"
FAMILY = b"age-encryption.org/"
ARMOUR_BEGINS = b"-----BEGIN AGE ENCRYPTED FILE-----"
_ARMOUR_ENDS = b"-----END AGE ENCRYPTED FILE-----"
_LONGEST_LINE = 4096
_LARGEST_BODY = 64_000
_MOST_STANZAS = 100
_LARGEST_HEADER = 128_000  # fifty recipients of the largest kind known, 1.6 kB each, fit well
_WORD = re.compile(rb"[\x21-\x7e]+\Z")


@dataclass(frozen=True)
class Stanza:
    """One lock of a seal: its kind, what follows the kind on its line, and its body."""

    kind: bytes
    arguments: tuple[bytes, ...]
    body: bytes


def read_header(file: BinaryIO) -> tuple[Stanza, ...]:
    """Read a header and leave the file after it.

    Raises BadFile: SSK-441 not sealed, SSK-443 cut short, SSK-444 damaged, SSK-446 a newer or
    unusual seal.
    """
    start = file.tell()
    first = file.readline(_LONGEST_LINE)
    if first != VERSION_LINE:
        if VERSION_LINE.startswith(first) and first.startswith(FAMILY):
            raise BadFile("SSK-443")
        raise BadFile("SSK-446" if first.startswith(FAMILY) else "SSK-441")
    stanzas: list[Stanza] = []
    while True:
        line = _line(file)
        if line.startswith(b"---"):
            if not line.startswith(b"--- ") or len(_decoded(line[4:])) != 32:
                raise BadFile("SSK-444")
            break
        stanzas.append(_stanza(file, line))
        if len(stanzas) > _MOST_STANZAS or file.tell() - start > _LARGEST_HEADER:
            raise BadFile("SSK-446")
    if not stanzas:
        raise BadFile("SSK-444")
    for stanza in stanzas:
        _check(stanza, len(stanzas))
    return tuple(stanzas)


def _line(file: BinaryIO) -> bytes:
    line = file.readline(_LONGEST_LINE)
    if line.endswith(b"\n"):
        return line[:-1]
    raise BadFile("SSK-444" if len(line) >= _LONGEST_LINE else "SSK-443")


def _stanza(file: BinaryIO, line: bytes) -> Stanza:
    words = line.split(b" ")
    if words[0] != b"->" or len(words) < 2 or not all(_WORD.match(word) for word in words):
        raise BadFile("SSK-444")
    body = b""
    while True:
        piece = _line(file)
        body += _decoded(piece)
        if len(piece) > 64 or len(body) > _LARGEST_BODY:
            raise BadFile("SSK-444")
        if len(piece) < 64:  # the last line of a body is short, maybe empty
            return Stanza(words[1], tuple(words[2:]), body)


def _decoded(text: bytes) -> bytes:
    """Return what base64 without padding says; it must be the one form of it."""
    try:
        raw = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadFile("SSK-444") from error
    if base64.b64encode(raw).rstrip(b"=") != text:
        raise BadFile("SSK-444")
    return raw


def _check(stanza: Stanza, count: int) -> None:
    """Refuse a stanza of a known kind that is not as its kind must be; others are left alone."""
    if stanza.kind == b"X25519":
        if len(stanza.arguments) != 1 or len(_decoded(stanza.arguments[0])) != 32:
            raise BadFile("SSK-444")
        if len(stanza.body) != 32:
            raise BadFile("SSK-444")
    elif stanza.kind == b"scrypt" and count != 1:
        raise BadFile("SSK-446")  # a passphrase stands alone, so nobody but who knows it wrote it


def work_of(stanza: Stanza) -> int:
    """Return the work factor of a passphrase's stanza: log2 of scrypt's N.

    Raises BadFile SSK-444 when the stanza is not as it must be (c2sp.org/age: a salt of 16 bytes,
    a decimal number without leading zeros, a body of 32 bytes).
    """
    arguments = stanza.arguments
    if len(arguments) != 2 or len(_decoded(arguments[0])) != 16 or len(stanza.body) != 32:
        raise BadFile("SSK-444")
    if not re.fullmatch(rb"[1-9][0-9]?", arguments[1]):
        raise BadFile("SSK-444")
    return int(arguments[1])


def is_passphrase(stanzas: Sequence[Stanza]) -> bool:
    """Return whether a file is sealed with a passphrase."""
    return any(stanza.kind == b"scrypt" for stanza in stanzas)


def take_off_armour(source: BinaryIO, target: BinaryIO) -> None:
    """Write the binary form of an armoured file (PEM of 64 columns, strict) into another.

    White space around the armour is allowed, as chats add it. Raises BadFile SSK-443 when its end
    is missing, SSK-444 when it is not in its one form.
    """
    line = _armour_line(source)
    while line.strip() == b"" and line:
        line = _armour_line(source)
    if _without_end(line).lstrip() != ARMOUR_BEGINS:
        raise BadFile("SSK-444")
    ended = False
    while True:
        line = _armour_line(source)
        if not line:
            raise BadFile("SSK-443")
        text = _without_end(line)
        if text.rstrip() == _ARMOUR_ENDS:
            break
        if ended or not text or len(text) > 64:
            raise BadFile("SSK-444")
        try:
            raw = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise BadFile("SSK-444") from error
        if base64.b64encode(raw) != text:
            raise BadFile("SSK-444")
        ended = len(text) < 64 or text.endswith(b"=")
        target.write(raw)
    while line := _armour_line(source):
        if line.strip():
            raise BadFile("SSK-444")


def _armour_line(source: BinaryIO) -> bytes:
    return source.readline(_LONGEST_LINE)


def _without_end(line: bytes) -> bytes:
    return line.removesuffix(b"\n").removesuffix(b"\r")
