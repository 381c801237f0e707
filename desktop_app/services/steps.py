"""How long work says how far it is, and learns that it should stop."""

from collections.abc import Callable

Step = Callable[[int, int], None]
"""Called with what is done and the whole; raises Cancelled when the person stopped the work."""


def no_step(_done: int, _whole: int) -> None:
    """Say nothing: nobody is watching."""
