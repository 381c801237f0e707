"""What changed in a text, word by word, and which lines of two lists belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, REMOVED = "same", "added", "removed"
_TOKENS = re.compile(r"\s+|[^\W_]+(?:[.,][^\W_]+)*|[\W_]")
_MOST_WORK = 4_000_000
"""Tokens times tokens up to which difflib answers at once; beyond it a faster way is taken."""
_MOST_LINES = 200
_LIKE = 0.5


@dataclass(frozen=True)
class Piece:
    """A stretch of text that is the same in both, was added, or was removed."""

    kind: str
    text: str


@dataclass(frozen=True)
class _Run:
    """A stretch of tokens: the same in both, or one replaced by the other."""

    same: bool
    old: tuple[str, ...]
    new: tuple[str, ...]


def differing_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return both texts as one: what stayed, what was removed, what was added, in order.

    The pieces that are not added make up the old text, those not removed the new one.
    """
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    runs = [
        _Run(same, tuple(before[low:high]), tuple(after[first:last]))
        for same, low, high, first, last in _steps(before, after)
    ]
    return _pieces(_without_islands(runs))


def _steps(before: list[str], after: list[str]) -> list[tuple[bool, int, int, int, int]]:
    if len(before) * len(after) <= _MOST_WORK:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        return [(code[0] == "equal", *code[1:]) for code in matcher.get_opcodes()]
    from rapidfuzz.distance import Indel

    return [
        (step.tag == "equal", step.src_start, step.src_end, step.dest_start, step.dest_end)
        for step in Indel.opcodes(before, after)
    ]


def _without_islands(runs: list[_Run]) -> list[_Run]:
    """Join changes that only spaces or signs keep apart: word for word reads better whole."""
    joined: list[_Run] = []
    for place, run in enumerate(runs):
        between = 0 < place < len(runs) - 1
        island = run.same and between and not any(part.isalnum() for part in run.old)
        if run.same and not island:
            joined.append(run)
        elif joined and not joined[-1].same:
            last = joined[-1]
            joined[-1] = _Run(False, last.old + run.old, last.new + run.new)
        else:
            joined.append(_Run(False, run.old, run.new))
    return joined


def _pieces(runs: list[_Run]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for run in runs:
        if run.same:
            found.append(Piece(SAME, "".join(run.old)))
            continue
        if run.old:
            found.append(Piece(REMOVED, "".join(run.old)))
        if run.new:
            found.append(Piece(ADDED, "".join(run.new)))
    return tuple(found)


Pair = tuple[str | None, str | None]


def aligned_lines(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """Return which lines of two tables belong together; None where a line has no partner.

    Equal lines hold the order; between them a line goes with the most similar one, if any is.
    """
    pairs: list[Pair] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            pairs += zip(old[low:high], new[first:last], strict=True)
        else:
            pairs += _paired(old[low:high], new[first:last])
    return tuple(pairs)


def _paired(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    if len(old) * len(new) > _MOST_LINES**2:
        return [*((line, None) for line in old), *((None, line) for line in new)]
    partner: dict[int, int] = {}
    found = sorted(
        (
            (_alike(mine, other), -abs(a - b), a, b)
            for a, mine in enumerate(old)
            for b, other in enumerate(new)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    for ratio, _near, a, b in found:
        if ratio >= _LIKE and a not in partner and b not in taken:
            partner[a] = b
            taken.add(b)
    of_new = {b: a for a, b in partner.items()}
    pairs: list[Pair] = [(old[a], None) for a in range(len(old)) if a not in partner]
    pairs += [(old[of_new[b]] if b in of_new else None, new[b]) for b in range(len(new))]
    return pairs


def _alike(first: str, second: str) -> float:
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
