"""How far a book has numbered, remembered beside it: a book put back goes on above.

A number that left on paper or on a stick is never given again, whatever became of the database
that gave it. Chains of bundles are kept in ``keys/numbers.json`` with each bundle; they and the
counters of codes and papers stand in each backup.
"""

import contextlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop_app.errors import Failed
from desktop_app.storage.server_link import write_json

FILE = "numbers.json"
_LARGEST = 20_000_000
_HIGHEST = 10**9


@dataclass(frozen=True)
class Heights:
    """The newest bundle of each chain (number and hash), and the last number of each counter."""

    chains: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    counters: Mapping[str, int] = field(default_factory=dict)


def chain_name(sender_key: str, recipient_unit: str) -> str:
    """Return what names a chain: chains run per sender key and recipient."""
    return f"{sender_key} {recipient_unit}"


def higher(*all_heights: Heights) -> Heights:
    """Return the highest of each."""
    chains: dict[str, tuple[int, str]] = {}
    counters: dict[str, int] = {}
    for heights in all_heights:
        for name, height in heights.chains.items():
            if height[0] > chains.get(name, (0, ""))[0]:
                chains[name] = height
        for name, number in heights.counters.items():
            counters[name] = max(number, counters.get(name, 0))
    return Heights(chains, counters)


def read_heights(value: Any) -> Heights:
    """Return heights from JSON. Raises ValueError, TypeError, KeyError for what is none."""
    chains = {str(k): (int(n), str(mark)) for k, (n, mark) in value["chains"].items()}
    counters = {str(k): int(n) for k, n in value["counters"].items()}
    if any(n > _HIGHEST for n in (*counters.values(), *(n for n, _mark in chains.values()))):
        raise ValueError("no number anybody came to")
    return Heights(chains, counters)


def remembered(folder: Path) -> Heights:
    """Return what a folder of keys remembers; nothing where it cannot be read."""
    try:
        return _read(folder)
    except OSError:
        return Heights()


def _read(folder: Path) -> Heights:
    """Return what is noted; a note that is broken or not there says nothing. Raises OSError."""
    try:
        with (folder / FILE).open("rb") as file:
            return read_heights(json.loads(file.read(_LARGEST)))
    except FileNotFoundError:
        return Heights()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Heights()


def knows_heights(folder: Path) -> bool:
    """Return whether something is remembered there."""
    return remembered(folder) != Heights()


def remember(folder: Path, heights: Heights) -> None:
    """Remember the higher of what is known and what is told. Raises Failed SSK-103."""
    try:
        # What only cannot be read at this moment must not be written over.
        before = _read(folder)
        after = higher(before, heights)
        if after == before:
            return
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failed("SSK-103") from error
    write_json(folder / FILE, {"chains": after.chains, "counters": after.counters})


def remember_left(folder: Path, left: Iterable[Any]) -> None:
    """Remember bundles that were recorded as having left.

    They are in the book already: a disk that cannot take this note is no reason to say that they
    are not.
    """
    found = Heights(
        {chain_name(b.sender_key, b.recipient_unit): (b.sequence, b.inner_sha256) for b in left}
    )
    with contextlib.suppress(Failed):
        remember(folder, found)
