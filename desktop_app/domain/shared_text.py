"""What two texts share: places of the same words in both, found folded, told of the originals."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop_app.domain.text import fold

_WORD = re.compile(r"\w+")
_LEAST = 2
"""A single word the texts share says nothing, unless it is a long one or a number."""
_LONG_WORD = 5
_MOST_WORDS = 3_000


@dataclass(frozen=True)
class Span:
    """A place in a text: its first character and the one behind its last."""

    begin: int
    end: int


def shared_spans(first: str, second: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return what is said in both, as places in each of two texts in NFC.

    Words count as the same without case and marks; phrases may stand in another order.
    """
    ours, theirs = _words(first), _words(second)
    mine: list[Span] = []
    other: list[Span] = []
    for a, b, size in _phrases([word for word, _span in ours], [word for word, _span in theirs]):
        mine.append(Span(ours[a][1].begin, ours[a + size - 1][1].end))
        other.append(Span(theirs[b][1].begin, theirs[b + size - 1][1].end))
    return tuple(sorted(mine, key=_begin)), tuple(sorted(other, key=_begin))


def normal(text: str) -> str:
    """Return a text in the form the places are told of."""
    return unicodedata.normalize("NFC", text)


def _begin(span: Span) -> int:
    return span.begin


def _words(text: str) -> list[tuple[str, Span]]:
    found = _WORD.finditer(text)
    words = [(fold(match.group()), Span(match.start(), match.end())) for match in found]
    return words[:_MOST_WORDS]


def _phrases(ours: list[str], theirs: list[str]) -> list[tuple[int, int, int]]:
    """Return the longest shared phrases, each word used once: place here, place there, words.

    What stands in the same order is found first; what was moved is looked for in what is left.
    """
    found: list[tuple[int, int, int]] = []
    for _turn in range(3):
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        blocks = [
            (block.a, block.b, block.size)
            for block in matcher.get_matching_blocks()
            if block.size and _tells(ours[block.a : block.a + block.size])
        ]
        if not blocks:
            break
        found += blocks
        ours, theirs = list(ours), list(theirs)
        for a, b, size in blocks:
            # Used words become numbers no text has, different on the two sides.
            ours[a : a + size] = [f"\0a{a + n}" for n in range(size)]
            theirs[b : b + size] = [f"\0b{b + n}" for n in range(size)]
    return found


def _tells(words: list[str]) -> bool:
    return len(words) >= _LEAST or len(words[0]) >= _LONG_WORD or words[0].isdigit()
