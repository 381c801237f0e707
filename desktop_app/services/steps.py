"""How long work says how far it is, and learns that it should stop."""

from collections.abc import Callable

Step = Callable[[int, int], None]
"""Called with what is done and the whole; raises Cancelled when the person stopped the work."""


def no_step(_done: int, _whole: int) -> None:
    """Say nothing: nobody is watching."""


_PARTS = 1000


def part_of(step: Step, number: int, count: int) -> Step:
    """Return a step for one of several parts of a work, counted from 0.

    A step of no size is a question whether to go on; the progress stays where it is.
    """
    last = number * _PARTS

    def go(done: int, whole: int) -> None:
        nonlocal last
        if whole > 0:
            last = number * _PARTS + min(done, whole) * _PARTS // whole
        step(last, count * _PARTS)

    return go
