"""Laid-out blocks flowing over pages: what must not be torn apart goes to the next page.

Rules of Word: between two paragraphs the larger space counts; at the top of a page that a break
by itself has begun it is dropped; a block that stays with the next one moves with it; two lines
at least stand alone at either end; the head of a table is there again on every page.
"""

from collections.abc import Sequence
from typing import Any, Protocol

_ALMOST = 0.05  # points by which measures may differ through rounding


class Laid(Protocol):
    """A block that knows its height and can be cut where it may be cut."""

    before: float
    after: float
    keep_next: bool
    break_before: bool

    @property
    def height(self) -> float:
        """Its height without the space before and after."""

    @property
    def heads(self) -> "Sequence[Laid]":
        """What is there again above it when it begins a page: the head of its table."""

    def split(self, room: float) -> "tuple[Laid, Laid] | None":
        """Return what fits into a height and the rest; None when nothing may be cut off."""

    def paint(self, painter: Any, x: float, y: float) -> None:
        """Paint it with its upper left corner at a place, in points."""


Placed = tuple[float, Laid]


def paginate(blocks: Sequence[Laid], height: float) -> list[list[Placed]]:
    """Return the pages: each block with its distance from the top of the text area."""
    flow = _Flow(list(blocks), height)
    flow.run()
    return flow.pages


class _Flow:
    def __init__(self, blocks: list[Laid], height: float) -> None:
        self._blocks, self._height = blocks, height
        self.pages: list[list[Placed]] = [[]]
        self._y = 0.0
        self._after = 0.0
        self._repeated = 0  # how many table heads this page begins with
        # Where each block that stands whole on this page begins: to take it back when needed.
        self._here: list[tuple[int, int, float, float]] = []

    def run(self) -> None:
        place = 0
        while place < len(self._blocks):
            block = self._blocks[place]
            if block.break_before and self.pages[-1]:
                self._new_page()
            gap = self._gap(block)
            room = self._height - self._y - gap
            if block.height <= room + _ALMOST:
                self._here.append((place, len(self.pages[-1]), self._y, self._after))
                self._put(block, gap)
                place += 1
                continue
            parts = block.split(room) if room > 0 else None
            if parts is None and len(self.pages[-1]) <= self._repeated:
                # Nothing may be cut and a whole page is too small: it goes over the edge.
                parts = block.split(self._height)
                if parts is None:
                    self._put(block, gap)
                    place += 1
                    continue
            if parts is None:
                place = self._taken_back(place)
                self._new_page()
                self._put_heads(self._blocks[place])
            else:
                first, self._blocks[place] = parts
                self._put(first, gap)
                self._new_page()
                self._put_heads(self._blocks[place])

    def _gap(self, block: Laid) -> float:
        if not self.pages[-1] and len(self.pages) > 1:
            return 0.0
        return max(self._after, block.before)

    def _put(self, block: Laid, gap: float) -> None:
        self._y += gap
        self.pages[-1].append((self._y, block))
        self._y += block.height
        self._after = block.after

    def _put_heads(self, block: Laid) -> None:
        if sum(head.height for head in block.heads) > self._height / 2:
            return
        for head in block.heads:
            self._put(head, 0.0)
        self._repeated = len(block.heads)

    def _new_page(self) -> None:
        self.pages.append([])
        self._y = self._after = 0.0
        self._repeated = 0
        self._here.clear()

    def _taken_back(self, place: int) -> int:
        """Take back the blocks that stay with this one; not when the whole page would go."""
        first, kept = place, len(self._here)
        while kept and self._here[kept - 1][0] == first - 1:
            index, count, _y, _after = self._here[kept - 1]
            if not self._blocks[index].keep_next:
                break
            if count <= self._repeated:
                return place
            first, kept = index, kept - 1
        if first != place:
            _index, count, self._y, self._after = self._here[kept]
            del self._here[kept:], self.pages[-1][count:]
        return first
