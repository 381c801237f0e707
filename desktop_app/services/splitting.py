"""Several bundles instead of one, so that each fits a limit and is complete in itself.

Sizes are in bytes; MB are 10^6. A report over the limit gets a bundle of its own, which is said
beforehand (clarification 20).
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop_app.errors import BadInput
from desktop_app.services.carrying import Part

_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}
_SIZE = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([a-z]*)\Z")
_PER_PART = 400
"""What a part takes beside its content: two headers of the archive, a line of the manifest."""
_PER_ITEM = 4_000
_PER_BUNDLE = 400_000
"""Templates, the list for people, tag files, signature and seal of one bundle."""
_SMALLEST = 1_000_000


def read_size(text: str) -> int:
    """Return the bytes of ``25MB``, ``1.5 GB``, ``800000``.

    Raises BadInput SSK-515 for anything else, or for less than 1 MB.
    """
    match = _SIZE.match(text.strip().lower())
    if match is None or match[2] not in _UNITS:
        raise BadInput("SSK-515", text=text)
    size = int(Decimal(match[1].replace(",", ".")) * _UNITS[match[2]])
    if size < _SMALLEST:
        raise BadInput("SSK-515", text=text)
    return size


def weight(parts: Sequence[Part]) -> int:
    """Return about how much one item takes in a bundle, rather more than less."""
    content = sum(part.size for part in parts)
    # The seal adds 16 bytes to every 64 KiB.
    return _PER_ITEM + len(parts) * _PER_PART + content + content // 4000


def groups(weights: Sequence[int], max_size: int | None) -> tuple[tuple[int, ...], ...]:
    """Return the places of the items, in their order, grouped so that each group fits."""
    if max_size is None:
        return (tuple(range(len(weights))),) if weights else ()
    room = max_size - _PER_BUNDLE
    found: list[list[int]] = []
    left = 0
    for place, size in enumerate(weights):
        if not found or size > left:
            found.append([])
            left = room
        found[-1].append(place)
        left -= size
    return tuple(tuple(group) for group in found)


def too_large(size: int, max_size: int | None) -> bool:
    """Return whether one item alone is over a limit."""
    return max_size is not None and size > max_size - _PER_BUNDLE


def bundle_size(weights: Sequence[int]) -> int:
    """Return about how large a bundle of some items will be."""
    return _PER_BUNDLE + sum(weights)
