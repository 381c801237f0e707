"""Regular expressions for ``regex()``, matched in time that grows with the text and no faster.

A form comes from outside, and a pattern such as ``(a+)+$`` keeps a backtracking matcher busy for
ever. This one follows all ways through a pattern at once (Thompson, "Regular expression search
algorithm", 1968) and remembers the steps it has made. Syntax: what forms use of Java's patterns;
look-ahead only at the beginning, no look-behind, no back-references.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from desktop_app.forms.characters import CLASSES, BadPattern, Test, TooCostly
from desktop_app.forms.pattern_syntax import (
    ANY,
    Edge,
    Either,
    OneOf,
    Parser,
    Part,
    Row,
)

__all__ = ["BadPattern", "Pattern", "TooCostly", "pattern"]

MOST_STATES, MOST_WORK, MOST_STEPS_KEPT = 4_000, 3_000_000, 20_000

_Context = tuple[bool, bool, bool, bool]  # at the start, at the end, word before, word after


class Pattern:
    """A compiled pattern."""

    def __init__(self, source: str) -> None:
        """Compile. Raises BadPattern or TooCostly."""
        parser = Parser(source)
        ahead, part = parser.whole()
        self._folded = parser.folded
        self._ahead = [(wanted, _Program(Row((ahead_part, ANY)))) for wanted, ahead_part in ahead]
        self._program = _Program(part)

    def matches(self, text: str) -> bool:
        """Return whether the whole text fits. Raises TooCostly."""
        if self._folded:
            text = text.lower()
        if any(program.accepts(text) != wanted for wanted, program in self._ahead):
            return False
        return self._program.accepts(text)


@lru_cache(maxsize=512)
def pattern(source: str) -> Pattern:
    """Return the compiled pattern of a text. Raises BadPattern or TooCostly."""
    return Pattern(source)


# From parts to a program that is followed on all ways at once


@dataclass
class _Program:
    """Instructions: a test of a character, an edge, or the places to go on at (end: empty)."""

    part: Part
    instructions: list[Test | str | tuple[int, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._write(self.part)
        self._add(())
        self._edges = any(isinstance(one, str) for one in self.instructions)
        self._steps: dict[tuple[frozenset[int], str, _Context], frozenset[int]] = {}

    def _add(self, instruction: Test | str | tuple[int, ...]) -> int:
        if len(self.instructions) >= MOST_STATES:
            raise TooCostly("too many states")
        self.instructions.append(instruction)
        return len(self.instructions) - 1

    def _write(self, part: Part) -> None:
        here = len(self.instructions)
        if isinstance(part, OneOf):
            self._add(part.test)
        elif isinstance(part, Edge):
            self._add(part.kind)
        elif isinstance(part, Row):
            for inner in part.parts:
                self._write(inner)
        elif isinstance(part, Either):
            fork, ends, starts = self._add((0,)), [], []
            for inner in part.parts:
                starts.append(len(self.instructions))
                self._write(inner)
                ends.append(self._add((0,)))
            self.instructions[fork] = tuple(starts)
            for end in ends:
                self.instructions[end] = (len(self.instructions),)
        else:
            for _time in range(part.least):
                self._write(part.part)
            if part.most is None:
                here = self._add((0,))
                self._write(part.part)
                self._add((here,))
                self.instructions[here] = (here + 1, len(self.instructions))
            else:
                forks = []
                for _time in range(part.most - part.least):
                    forks.append(self._add((0,)))
                    self._write(part.part)
                for fork in forks:
                    self.instructions[fork] = (fork + 1, len(self.instructions))

    def accepts(self, text: str) -> bool:
        """Return whether the whole text fits. Raises TooCostly."""
        places, work = frozenset([0]), 0
        for index, character in enumerate(text):
            context = self._context(text, index)
            step = (places, character, context)
            known = self._steps.get(step)
            if known is None:
                reached = self._reached(places, context)
                work += len(self.instructions)
                if work > MOST_WORK:
                    raise TooCostly("text too long")
                known = frozenset(
                    place + 1
                    for place in reached
                    if callable(one := self.instructions[place]) and one(character)
                )
                if len(self._steps) >= MOST_STEPS_KEPT:
                    self._steps.clear()
                self._steps[step] = known
            places = known
            if not places:
                return False
        return len(self.instructions) - 1 in self._reached(places, self._context(text, len(text)))

    def _context(self, text: str, index: int) -> _Context:
        if not self._edges:
            return (False, False, False, False)
        word = CLASSES["w"]
        before = index > 0 and word(text[index - 1])
        after = index < len(text) and word(text[index])
        return (index == 0, index == len(text), before, after)

    def _reached(self, places: frozenset[int], context: _Context) -> set[int]:
        start, end, before, after = context
        holds = {"^": start, "$": end, "b": before != after, "B": before == after}
        reached: set[int] = set()
        waiting = list(places)
        while waiting:
            place = waiting.pop()
            if place in reached:
                continue
            reached.add(place)
            one = self.instructions[place]
            if isinstance(one, tuple):
                waiting.extend(one)
            elif isinstance(one, str) and holds[one]:
                waiting.append(place + 1)
        return reached
