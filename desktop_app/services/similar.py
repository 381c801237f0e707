"""Titles of the same book that are like the one being written.

Candidates come from the search index by the title's rarest words, then they are compared folded.
"""

from dataclasses import dataclass

from desktop_app.storage import search
from desktop_app.workspace import Workspace

ALIKE = 75
"""Percent from which two titles are shown as similar."""
NEARLY_THE_SAME = 90
"""Percent from which the checklist asks whether it is the same initiative."""
_CANDIDATES = 200


@dataclass(frozen=True)
class SimilarTitle:
    """A title that is like another, with how much, 0 to 100."""

    id: str
    code: str
    title: str
    percent: int


def similar_titles(
    workspace: Workspace, title: str, not_this: str = "", most: int = 5
) -> tuple[SimilarTitle, ...]:
    """Return the titles of the book that are like a title, the most similar first."""
    mine = search.words_of(title)
    if len(mine) < 3:
        return ()
    with workspace.database.read() as session:
        candidates = search.sharing_rare_words(session, mine, limit=_CANDIDATES)
    found = [
        SimilarTitle(row.id, row.code, row.title, _alike(mine, search.words_of(row.title)))
        for row in candidates
        if row.id != not_this
    ]
    found = [each for each in found if each.percent >= ALIKE]
    return tuple(sorted(found, key=lambda each: (-each.percent, each.code))[:most])


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """Return how alike two titles are, whatever the order of their words."""
    from rapidfuzz import fuzz

    return round(fuzz.token_sort_ratio(" ".join(first), " ".join(second)))
