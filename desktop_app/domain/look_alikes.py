"""Letters of another script inside a Vietnamese word: they look right and break search and sorting.

Words wholly in Cyrillic or Greek are left alone: a machine may be called ЭЦВ6.
"""

import re
import unicodedata
from dataclasses import dataclass

_LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυχ",
        "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXovikpux",
        strict=True,
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")


@dataclass(frozen=True)
class LookAlike:
    """A foreign letter at a place of a text, and the Latin letter that is meant."""

    place: int
    letter: str
    meant: str
    word: str


def look_alikes(text: str) -> tuple[LookAlike, ...]:
    """Return the Cyrillic and Greek letters that stand inside Latin words of a text."""
    found: list[LookAlike] = []
    for word in _WORD.finditer(text):
        scripts = {_script(letter) for letter in word[0]}
        if "LATIN" not in scripts or not scripts & {"CYRILLIC", "GREEK"}:
            continue
        found += [
            LookAlike(word.start() + place, letter, _LATIN[_base(letter)], word[0])
            for place, letter in enumerate(word[0])
            if _base(letter) in _LATIN
        ]
    return tuple(found)


def with_latin(text: str) -> str:
    """Return a text with look-alikes inside Latin words as the Latin letters they stand for."""
    letters = list(text)
    for found in look_alikes(text):
        marks = "".join(_MARKS.findall(unicodedata.normalize("NFD", found.letter)))
        letters[found.place] = unicodedata.normalize("NFC", found.meant + marks)
    return "".join(letters)


def _base(letter: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", letter))


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]
