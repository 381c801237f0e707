"""How alike two initiatives are: by title whatever the order of the words, by idea in word pairs.

The rule was fitted on one half of a labelled set and tried on the other
(``tests/services/likeness``). What decides is how the thing was done: one machine has many ideas,
and two reports of one idea may bear different titles. Single syllables say little in Vietnamese,
where some two thousand make up every text; two neighbouring ones mostly are a word.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt
from typing import Any

from desktop_app.domain.initiative import Answers
from desktop_app.domain.text import fold

ALIKE = 40
"""Percent from which two initiatives are shown as alike, fitted on the labelled set."""
STRIKING = 75
"""Percent from which a list points at an initiative unasked: the same text, changed a little."""
TITLES_ALIKE = 75
"""Percent from which two titles are alike where one report says nothing of its idea."""
_IDEA = ("solution_overview", "essence")
_STEP = ("name", "method")
_LEAST_PAIRS = 8
"""Ideas told in fewer word pairs are compared with everything the report says."""
_MOST_PAIRS = 2_000
_COMMON_SHARE, _COMMON_LEAST, _LEAST_SAMPLE = 0.01, 3, 30
_TITLE_MARKS, _IDEA_MARKS = 24, 32
_SHORT = 40
_NO_PAIRS: frozenset[int] = frozenset()
_NOTHING: Mapping[int, float] = {}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Said:
    """What is compared of an initiative: its folded title, and the word pairs of its idea."""

    title: str
    pairs: frozenset[int] = _NO_PAIRS


@dataclass(frozen=True)
class Likeness:
    """How alike two initiatives are in percent: title, idea, and both weighed."""

    title: int
    body: int
    percent: int


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, without signs."""
    return tuple(_WORD.findall(fold(text)))


def pairs_of(words: Sequence[str]) -> frozenset[int]:
    """Return the neighbouring words as whole numbers of 32 bits with a sign."""
    joined = (f"{one} {next_one}" for one, next_one in pairwise(words))
    return frozenset(zlib.crc32(pair.encode()) - 2**31 for pair in joined)


def said_in(answers: Answers) -> Said:
    """Return what is compared of a report, whatever its form asks."""
    return Said(title_of(answers), _most(_idea_pairs(answers)))


def title_of(answers: Answers) -> str:
    """Return the folded title of a report."""
    return " ".join(words_of(str(answers.get("initiative_title", ""))))


def marks_of(said: Said) -> frozenset[int]:
    """Return the word pairs an initiative is looked up by: those of its title, some of its idea.

    Of the idea those with the smallest numbers: two reports that share a tenth of their pairs
    share a tenth of these too, and nobody has to count how often a pair stands in the book.
    """
    title = sorted(pairs_of(said.title.split(" ")))[:_TITLE_MARKS]
    return frozenset([*title, *sorted(said.pairs)[:_IDEA_MARKS]])


def common_pairs(ideas: Sequence[frozenset[int]]) -> dict[int, float]:
    """Return what the common word pairs of a sample of reports tell: 0 those all say, 1 rare ones.

    Pairs that are not among them tell 1: what few say is what an idea is known by.
    """
    if len(ideas) < _LEAST_SAMPLE:
        return {}
    least = max(_COMMON_LEAST, round(len(ideas) * _COMMON_SHARE))
    counted = Counter(pair for pairs in ideas for pair in pairs)
    return {
        pair: round(1 - log(number) / log(len(ideas)), 2)
        for pair, number in counted.items()
        if number >= least
    }


def compare(first: Said, second: Said, common: Mapping[int, float] = _NOTHING) -> Likeness:
    """Return how alike two initiatives are; ``common`` is what common word pairs tell."""
    title = titles_alike(first.title, second.title)
    if not first.pairs or not second.pairs:
        return Likeness(round(title), 0, round(title) if title >= TITLES_ALIKE else 0)
    told = min(_told(first.pairs, common), _told(second.pairs, common))
    # A few pairs are no idea: two of two shared must not make a report the same as another.
    shared = _told(first.pairs & second.pairs, common) / max(_LEAST_PAIRS, told)
    body = 100 * sqrt(shared)
    return Likeness(round(title), round(body), round(0.2 * title + 0.8 * body))


def _told(pairs: frozenset[int], common: Mapping[int, float]) -> float:
    return len(pairs) - sum(1 - common[pair] for pair in pairs if pair in common)


def titles_alike(first: str, second: str) -> float:
    """Return how alike two folded titles are, 0 to 100, whatever the order of their words."""
    from rapidfuzz import fuzz

    return float(fuzz.token_sort_ratio(first, second))


def _idea_pairs(answers: Answers) -> frozenset[int]:
    texts = [str(answers[name]) for name in _IDEA if answers.get(name)][:1]
    for step in _rows(answers.get("steps")):
        texts += [str(step[name]) for name in _STEP if step.get(name)]
    idea = _pairs_in(texts)
    return idea if len(idea) >= _LEAST_PAIRS else idea | _pairs_in(_long_texts(answers.values()))


def _pairs_in(texts: Iterable[str]) -> frozenset[int]:
    return frozenset(pair for text in texts for pair in pairs_of(words_of(text)))


def _most(pairs: frozenset[int]) -> frozenset[int]:
    return pairs if len(pairs) <= _MOST_PAIRS else frozenset(sorted(pairs)[:_MOST_PAIRS])


def _rows(value: Any) -> list[Mapping[str, Any]]:
    return [row for row in value if isinstance(row, Mapping)] if isinstance(value, list) else []


def _long_texts(values: Iterable[Any]) -> Iterable[str]:
    """Yield the texts of answers and of the rows of tables that are longer than a name."""
    for value in values:
        if isinstance(value, str) and len(value) >= _SHORT:
            yield value
        elif isinstance(value, list):
            for row in _rows(value):
                yield from _long_texts(row.values())
