"""What became of one item of a bundle: the word every intake says, with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class TakenItem:
    """What became of one item: ``intake`` is a word of the contract, ``reason`` a code."""

    id: str
    revision: int
    title: str
    intake: str
    reason: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
