"""Version marks people write by hand: ``3``, ``1.10``, ``2026112001``, ``2026.11b``."""

import re

_PIECES = re.compile(r"(\d+)|([^\W\d_]+)")


def version_order(version: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that sorts versions as people mean them: 1.9 before 1.10, 1.1 before 1.1b."""
    return tuple(
        (1, int(number), "") if number else (0, 0, letters.casefold())
        for number, letters in _PIECES.findall(version[:60])
    )
