"""The keys of a desk as words on paper: eleven lines, each with a word that checks it.

64 bytes (the seed that signs, the secret that opens) and two bytes of their hash are eleven lines
of six bytes. A line is four words of ``key_words`` and a fifth that is made of the line's number
and content, so that a mistyped line, or two in each other's place, are named. The same bytes stand
in the square code beside the words.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence
from functools import cache

import pyrage

from desktop_app.domain.text import fold
from desktop_app.errors import BadInput
from desktop_app.exchange import bech32
from desktop_app.exchange.key_words import SYLLABLES
from desktop_app.exchange.keys import Keys

LINES, WORDS = 11, 5
_BYTES = 6
_SECRETS = 64
_AGE_PREFIX = "age-secret-key-"
_CODE_PREFIX = "SSKKEY1:"
_NO_LETTERS = re.compile(r"[^a-z]+")


@cache
def _places() -> dict[str, int]:
    pairs = ((a + b, i << 6 | j) for i, a in enumerate(SYLLABLES) for j, b in enumerate(SYLLABLES))
    return dict(pairs)


def paper_lines(keys: Keys) -> tuple[tuple[str, ...], ...]:
    """Return eleven lines of five words; the fifth of each checks its line."""
    whole = _whole(keys)
    return tuple(
        _words(number, whole[(number - 1) * _BYTES : number * _BYTES])
        for number in range(1, LINES + 1)
    )


def paper_code(keys: Keys) -> str:
    """Return the text of the square code: capital letters, digits and a colon."""
    return _CODE_PREFIX + base64.b32encode(_whole(keys)).decode("ascii").rstrip("=")


def keys_from_paper(text: str) -> Keys:
    """Return the keys typed from paper, or read from its square code.

    Case, marks, spaces and the numbers of the lines do not matter. Raises BadInput: SSK-610 when
    there are not eleven lines, SSK-611 for a line without its five words, SSK-612 for a word that
    is none, with the nearest, SSK-613 for a line whose words do not fit together, SSK-614 when
    every line is right but not all of one paper, SSK-615 for a square code that is none.
    """
    if text.strip().upper().startswith(_CODE_PREFIX):
        return _keys(_from_code(text.strip().upper()))
    whole = b"".join(_bytes(number, words) for number, words in enumerate(_lines_of(text), start=1))
    return _keys(whole)


def _whole(keys: Keys) -> bytes:
    secrets = keys.sign_seed + _age_secret(keys.age_identity)
    return secrets + _sum_of(secrets)


def _sum_of(secrets: bytes) -> bytes:
    return hashlib.sha256(b"ssk key paper " + secrets).digest()[:2]


def _age_secret(identity: str) -> bytes:
    prefix, secret = bech32.decode(identity)
    if prefix != _AGE_PREFIX or len(secret) != 32:
        raise ValueError("not a secret age key")
    return secret


def _keys(whole: bytes) -> Keys:
    secrets = whole[:_SECRETS]
    if len(whole) != LINES * _BYTES or _sum_of(secrets) != whole[_SECRETS:]:
        raise BadInput("SSK-614")
    keys = Keys(secrets[:32], bech32.encode(_AGE_PREFIX, secrets[32:]).upper())
    try:
        _ = keys.public
    except pyrage.IdentityError as error:
        raise BadInput("SSK-614") from error
    return keys


def _from_code(text: str) -> bytes:
    letters = "".join(text.removeprefix(_CODE_PREFIX).split())
    try:
        return base64.b32decode(letters + "=" * (-len(letters) % 8))
    except (binascii.Error, ValueError) as error:
        raise BadInput("SSK-615") from error


# Words


def _words(number: int, content: bytes) -> tuple[str, ...]:
    value = int.from_bytes(content, "big")
    places = [*(value >> shift & 4095 for shift in (36, 24, 12, 0)), _check(number, content)]
    return tuple(SYLLABLES[place >> 6] + SYLLABLES[place & 63] for place in places)


def _check(number: int, content: bytes) -> int:
    digest = hashlib.sha256(b"ssk key line " + bytes([number]) + content).digest()
    return int.from_bytes(digest[:2], "big") & 4095


def _lines_of(text: str) -> list[list[str]]:
    """Return the words of each line; broken otherwise than on paper they are counted off."""
    lines = [found for line in fold_lines(text) if (found := _NO_LETTERS.sub(" ", line).split())]
    words = [word for line in lines for word in line]
    if len(words) == LINES * WORDS:
        return [words[start : start + WORDS] for start in range(0, len(words), WORDS)]
    if len(lines) != LINES:
        raise BadInput("SSK-610", lines=LINES, found=len(lines))
    for number, line in enumerate(lines, start=1):
        if len(line) != WORDS:
            raise BadInput("SSK-611", line=number, words=WORDS, found=len(line))
    return lines


def fold_lines(text: str) -> list[str]:
    """Return lines in small letters without marks, as words are compared."""
    return [fold(line) for line in text.splitlines()]


def _bytes(number: int, words: Sequence[str]) -> bytes:
    for place, word in enumerate(words):
        if word not in _places():
            nearest = _nearest(number, words, place)
            raise BadInput("SSK-612", line=number, word=word, nearest=nearest)
    content = _content(words)
    if _places()[words[4]] != _check(number, content):
        raise BadInput("SSK-613", line=number)
    return content


def _content(words: Sequence[str]) -> bytes:
    value = 0
    for word in words[:4]:
        value = value << 12 | _places()[word]
    return value.to_bytes(_BYTES, "big")


def _nearest(number: int, words: Sequence[str], place: int) -> str:
    """Return the word that was meant: of those alike, one with which the whole line fits."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    alike = process.extract(words[place], list(_places()), scorer=OSA.distance, limit=60)
    nearest = [str(word) for word, _distance, _index in alike]
    for word in nearest:
        line = [*words[:place], word, *words[place + 1 :]]
        known = all(other in _places() for other in line)
        if known and _places()[line[4]] == _check(number, _content(line)):
            return word
    return nearest[0]
