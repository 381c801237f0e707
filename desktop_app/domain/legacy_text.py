"""Text in the old Vietnamese encodings: recognised, shown before and after, turned into Unicode.

The name of a run's font is the strong sign; without one a word counts as legacy when it can be no
Vietnamese syllable as it stands and is one once converted (domain.md 5.8). Nothing is converted
without a person's yes; that is the business of those who call this.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.legacy_tables import TCVN3, VISCII, VNI_ALONE, VNI_PAIRS, VPS
from desktop_app.domain.syllables import is_syllable


class Encoding(StrEnum):
    """An old Vietnamese encoding."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    VISCII = "viscii"
    VPS = "vps"


@dataclass(frozen=True)
class FontEncoding:
    """What a font stands for; ``capitals``: its small letters look like capitals (.Vn…H)."""

    encoding: Encoding
    capitals: bool = False


@dataclass(frozen=True)
class Guess:
    """What a text seems to be, and how sure that is, 0 to 1."""

    encoding: Encoding
    confidence: float


@dataclass(frozen=True)
class TextPart:
    """A piece of a text before and after; ``encoding`` is None for what stays as it is."""

    before: str
    after: str
    encoding: Encoding | None


_SUBSET = re.compile(r"\A[A-Z]{6}\+")


def encoding_of_font(name: str) -> FontEncoding | None:
    """Return what the name of a font says: ``.VnTimeH``, ``VNI-Times``, ``VPS Times``."""
    bare = _SUBSET.sub("", name.strip()).casefold()
    if bare.startswith(".vn"):
        return FontEncoding(Encoding.TCVN3, capitals=bare.split(" ")[0].endswith("h"))
    if bare.startswith(("vni-", "vni ")) or bare == "vni":
        return FontEncoding(Encoding.VNI)
    if bare.startswith(("vps ", "vps-")):
        return FontEncoding(Encoding.VPS)
    if bare.startswith(("visc", "vi times", "heo may", "minh quan", "phuong thao", "u hoai")):
        return FontEncoding(Encoding.VISCII)
    return None


def to_unicode(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """Return a text of an encoding as Unicode, NFC.

    ``capitals`` is for fonts whose small letters look like capitals.
    """
    if encoding is Encoding.TCVN3:
        converted = text.replace("\u03bc", "µ").translate(_TCVN3)
    elif encoding is Encoding.VNI:
        converted = _VNI.sub(lambda found: _VNI_TO[found[0]], text)
    else:
        converted = text.translate(_VISCII if encoding is Encoding.VISCII else _VPS)
    if encoding in (Encoding.TCVN3, Encoding.VPS):
        converted = converted.upper() if capitals else _even_capitals(converted)
    return unicodedata.normalize("NFC", converted)


def from_unicode(text: str, encoding: Encoding) -> str:
    """Return Unicode text in an encoding; a capital it does not have becomes the small letter."""
    text = unicodedata.normalize("NFC", text)
    table = {
        Encoding.TCVN3: _TO_TCVN3,
        Encoding.VNI: _TO_VNI,
        Encoding.VISCII: _TO_VISCII,
        Encoding.VPS: _TO_VPS,
    }
    return "".join(table[encoding].get(character, character) for character in text)


_TCVN3 = str.maketrans(TCVN3)
_VISCII = str.maketrans(VISCII)
_VPS = str.maketrans(VPS)
_VNI_TO = {**VNI_ALONE, **VNI_PAIRS}
_VNI = re.compile("|".join(sorted(map(re.escape, _VNI_TO), key=len, reverse=True)))
_TO_TCVN3 = {letter: seen for seen, letter in TCVN3.items()}
_TO_TCVN3 |= {
    letter.upper(): seen
    for letter, seen in _TO_TCVN3.items()
    if letter.islower() and letter.upper() not in _TO_TCVN3
}
_TO_VPS = {letter: seen for seen, letter in VPS.items()}
_TO_VPS |= {small.upper(): seen for small, seen in _TO_VPS.items() if small.upper() not in _TO_VPS}
_TO_VISCII = {letter: seen for seen, letter in VISCII.items()}
_TO_VNI = {
    **{letter: seen for seen, letter in VNI_PAIRS.items() if seen == seen.lower()},
    **{letter: seen for seen, letter in VNI_PAIRS.items() if seen == seen.upper() != seen.lower()},
    **{letter: seen for seen, letter in VNI_ALONE.items()},
}

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def _even_capitals(text: str) -> str:
    """Return text with marked letters as capitals where the plain ones are all capitals.

    TCVN3 has no marked capitals: a heading typed in capitals comes as ``CộNG HòA``.
    """
    plain = [c for c in text if c.isascii() and c.isalpha()]
    if len(plain) >= 4 and all(c.isupper() for c in plain):
        return text.upper()

    def even(found: re.Match[str]) -> str:
        word = found[0]
        ascii_letters = [c for c in word if c.isascii()]
        shouted = len(ascii_letters) > 1 and all(c.isupper() for c in ascii_letters)
        return word.upper() if shouted else word

    return _WORD.sub(even, text)


# Guessing by content

_TOKEN = re.compile(r"\S+")
_EDGES = "\"'“”‘’()[]{}<>.,;:!?/\\|*_–—-…"
_SIGNS = re.compile(r"(?:[^\w\s]|_|[²³¹¼½¾ªº\d])+\Z|[µ\u03bc][a-zA-Z]{1,2}\Z|[a-zA-Z]{1,3}[²³]\Z")
_BY_CONTENT = (Encoding.TCVN3, Encoding.VNI, Encoding.VISCII, Encoding.VPS)
_NEAR_LATIN = {Encoding.VISCII: _VISCII, Encoding.VPS: _VPS}
"""Many letters of these stand where Unicode has them."""


def guess(text: str) -> Guess | None:
    """Return the encoding a text seems to be in, None for Unicode and for other languages."""
    words = [word for word in _words(text) if any(c.isalpha() or ord(c) > 0x7F for c in word)]
    if not words:
        return None
    best = max((_weigh(words, encoding) for encoding in _BY_CONTENT), key=lambda g: g.confidence)
    return best if best.confidence >= 0.5 else None


def _words(text: str) -> list[str]:
    text = unicodedata.normalize("NFC", text)
    found = (token.strip(_EDGES) for token in _TOKEN.findall(text.replace("\u00a0", " ")))
    parts = [part for token in found for part in re.split(r"[-/.,:;()]", token) if part]
    return [part for part in parts if not _SIGNS.match(part)]


def _is_plain(word: str) -> bool:
    return word.isascii()


def _weigh(words: list[str], encoding: Encoding) -> Guess:
    """Return how sure it is that words are of an encoding."""
    marked = [word for word in words if not _is_plain(word)]
    plain = [word for word in words if _is_plain(word) and word.isalpha()]
    for_it = [w for w in marked if not is_syllable(w) and _becomes_syllable(w, encoding)]
    against = [w for w in marked if not is_syllable(to_unicode(w, encoding))]
    against += [w for w in marked if is_syllable(w) and _stays(w, encoding)]
    # What is a syllable both ways counts for nothing; Unicode letters beyond Latin-1 count against.
    least = 3 if encoding in _NEAR_LATIN else 1  # rare, and full of signs such as ² and ±
    if len(for_it) < max(least, 3 * len(against)):
        return Guess(encoding, 0.0)
    foreign = [word for word in plain if len(word) > 1 and not is_syllable(word)]
    share = len(for_it) / (len(for_it) + len(against))
    native = 1 - len(foreign) / (len(plain) + len(for_it))
    enough = 1.0 if len(for_it) >= 3 else 0.85 if len(for_it) == 2 else 0.6
    return Guess(encoding, round(share * native * enough, 3))


def _stays(word: str, encoding: Encoding) -> bool:
    """Return whether a word has letters that text of an encoding cannot have."""
    if encoding in _NEAR_LATIN:
        table = _NEAR_LATIN[encoding]
        return any(ord(letter) > 0xFF for letter in word if ord(letter) not in table)
    return to_unicode(word, encoding) == word


def _becomes_syllable(word: str, encoding: Encoding) -> bool:
    converted = to_unicode(word, encoding)
    return converted != word and is_syllable(converted)


def convert_parts(text: str) -> tuple[TextPart, ...]:
    """Return a text in pieces before and after, word by word where old and new are mixed.

    A word that is a syllable both as it stands and converted goes with the words around it.
    """
    found = guess(text)
    encodings = [found.encoding] if found else list(_BY_CONTENT)
    if not found and not _some_run(text):
        return (TextPart(text, text, None),)
    best = max(encodings, key=lambda each: sum(1 for _t, v in _verdicts(text, each) if v is True))
    return tuple(_joined(_settled(list(_verdicts(text, best))), best))


def _some_run(text: str) -> bool:
    """Return whether three words in a row are legacy though the whole text is not."""
    for encoding in _BY_CONTENT:
        run = 0
        for _token, verdict in _verdicts(text, encoding):
            run = run + 1 if verdict is True else 0 if verdict is False else run
            if run >= 3:
                return True
    return False


def _verdicts(text: str, encoding: Encoding) -> Iterator[tuple[str, bool | None]]:
    """Give tokens with spaces: True for legacy, False for not, None for either."""
    for found in re.finditer(r"\s+|\S+", text):
        token = found[0]
        words = [word for word in _words(token) if not word.isascii()]
        if not words:
            yield token, None
            continue
        ours = [is_syllable(word) for word in words]
        theirs = [_becomes_syllable(word, encoding) for word in words]
        if all(theirs) and not all(ours):
            yield token, True
        elif all(ours) and not all(theirs):
            yield token, False
        else:
            yield token, None if all(theirs) else False


def _settled(verdicts: list[tuple[str, bool | None]]) -> list[tuple[str, bool]]:
    """Return every token decided: undecided ones as the nearest decided one before, else after."""
    settled: list[tuple[str, bool]] = []
    first = next((verdict for _token, verdict in verdicts if verdict is not None), False)
    last = first
    for token, verdict in verdicts:
        last = last if verdict is None else verdict
        settled.append((token, last))
    return settled


def _joined(settled: list[tuple[str, bool]], encoding: Encoding) -> Iterator[TextPart]:
    place = 0
    while place < len(settled):
        legacy, end = settled[place][1], place
        while end < len(settled) and settled[end][1] == legacy:
            end += 1
        before = "".join(token for token, _legacy in settled[place:end])
        after = to_unicode(before, encoding) if legacy else before
        yield TextPart(before, after, encoding if legacy else None)
        place = end
