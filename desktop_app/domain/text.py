"""Vietnamese text: one Unicode form, folding for search, one sorting order on every system.

Rules and the reasons the usual libraries do not fit: domain.md 5.5 to 5.7. The sorting order is
CLDR's for Vietnamese (tones secondary: ngang, huyền, hỏi, ngã, sắc, nặng).
"""

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_HARD_SPACES = re.compile("[\u00a0\u2007\u202f]")
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff"))
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_SHAPES = {"\u0306": "ă", "\u0302": "âêô", "\u031b": "ơư"}


def nfc(text: str) -> str:
    r"""Return text in the one form stored everywhere: NFC, line ends as ``\n``.

    The soft hyphen stays: in TCVN3 it is the letter ư.
    """
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def clean(text: str) -> str:
    """Return free text as it is kept: NFC, no zero-width characters, no spaces that do not break.

    A soft hyphen goes too, unless the text looks as if it were TCVN3, where it is the letter ư.
    """
    plain = nfc(text).translate(_ZERO_WIDTH)
    plain = _HARD_SPACES.sub(" ", plain)
    if "\u00ad" in plain:
        from desktop_app.domain.legacy_text import guess

        if guess(plain) is None:
            plain = plain.replace("\u00ad", "")
    return plain


def tidy(text: str) -> str:
    """Return one line of text in NFC without zero-width characters, spaces collapsed."""
    return _SPACES.sub(" ", nfc(text).translate(_ZERO_WIDTH).replace("\n", " ")).strip()


def fold(text: str) -> str:
    """Return the shadow of a text for search: no case, no marks, đ as d, single spaces."""
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).casefold())
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn").replace("đ", "d")
    return " ".join(bare.split())


@lru_cache(maxsize=16_384)
def sort_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """Return the key that sorts text the Vietnamese way: letters first, then tones."""
    letters: list[int] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", text).casefold():
        decomposed = unicodedata.normalize("NFD", character)
        base = decomposed[0]
        letter, tone = base, 0
        for mark in decomposed[1:]:
            if mark in _TONES:
                tone = _TONES[mark]
            elif mark in _SHAPES:
                shaped = unicodedata.normalize("NFC", base + mark)
                letter = shaped if shaped in _SHAPES[mark] else letter
        # Letters follow everything that is no letter: digits and signs keep their code order.
        rank = _LETTER_RANK.get(letter)
        letters.append(ord(letter[0]) - 0x110000 if rank is None else rank)
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def name_sort_key(full_name: str) -> tuple[object, ...]:
    """Return the key that sorts people by given name, then middle names, then family name."""
    words = tidy(full_name).split(" ")
    return tuple(sort_key(part) for part in (words[-1], " ".join(words[1:-1]), words[0]))


def ascii_name(text: str, longest: int = 60) -> str:
    """Return a file-name part in plain ASCII: ``Cải tiến đồ gá`` becomes ``cai-tien-do-ga``."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    return words[:longest].rstrip("-")


def mark_text(sha256: str, letters: int = 16) -> str:
    """Return the beginning of a hash in groups of four, to be read over the phone."""
    short = sha256[:letters]
    return " ".join(short[place : place + 4] for place in range(0, len(short), 4))
