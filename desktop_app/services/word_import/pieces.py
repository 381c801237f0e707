"""A piece of a worker's Word file, and where it would go."""

from dataclasses import dataclass, field
from typing import Any

from desktop_app.documents.word_text import WordPicture
from desktop_app.domain.findings import Path

SURE = 0.85
LIKELY = 0.65
"""From these confidences on a piece is called sure, and likely; below it is to be looked at."""


@dataclass(frozen=True)
class WordPiece:
    """A piece of the file and where it would go; ``path`` is None for what is unplaced.

    ``text`` is what a person reads, ``value`` the answer, ``pending`` texts that are none yet by
    their place below ``path``, ``before`` the text as it stands where it is in an old encoding.
    """

    path: Path | None
    heading: str
    text: str
    confidence: float = 0.0
    value: Any = None
    pending: dict[Path, str] = field(default_factory=dict)
    before: str = ""
    picture: WordPicture | None = None
