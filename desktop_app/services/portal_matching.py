"""Which initiative a line of the central system's answers is about.

By the central system's code, by our dossier code, then by title and author. Only what leaves no
doubt is taken without asking; anything near is shown with how near it is.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop_app.domain.text import fold
from desktop_app.storage.packages import AtPortal

BY_PORTAL_CODE, BY_DOSSIER, BY_TITLE = "portal_code", "dossier", "title"
_NEAR, _OTHER_TITLE, _MOST = 78.0, 60.0, 5
_BETWEEN = re.compile(r"[,;/\n+&]| va | and ")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Match:
    """What a line is about: sure when ``known`` is set, else the candidates with percents."""

    known: AtPortal | None
    by: str
    candidates: tuple[tuple[AtPortal, int], ...] = ()


class Matching:
    """The initiatives answers can be about, looked up in several ways."""

    def __init__(self, initiatives: Iterable[AtPortal]) -> None:
        self._by_portal: dict[str, list[AtPortal]] = {}
        self._by_dossier: dict[str, list[AtPortal]] = {}
        self._by_title: dict[str, list[AtPortal]] = {}
        self._titles: list[str] = []
        self._all: list[AtPortal] = []
        for each in initiatives:
            title = plain(each.title)
            if each.portal_code:
                self._by_portal.setdefault(code_key(each.portal_code), []).append(each)
            self._by_dossier.setdefault(code_key(each.code), []).append(each)
            self._by_title.setdefault(title, []).append(each)
            self._titles.append(title)
            self._all.append(each)

    def match(self, values: Mapping[str, str]) -> Match:
        """Return what a line is about; ``values`` go by column."""
        title = plain(values.get("title", ""))
        for by, index in ((BY_PORTAL_CODE, self._by_portal), (BY_DOSSIER, self._by_dossier)):
            found = self._by_code(index, values.get(by, ""), title)
            if found is not None:
                return Match(found[0], by, found[1])
        # A dossier code in the column of the other code: some lists have only one.
        found = self._by_code(self._by_dossier, values.get(BY_PORTAL_CODE, ""), title)
        if found is not None:
            return Match(found[0], BY_DOSSIER, found[1])
        return self._match_title(title, values.get("author", ""))

    def _by_code(
        self, index: Mapping[str, list[AtPortal]], code: str, title: str
    ) -> tuple[AtPortal | None, tuple[tuple[AtPortal, int], ...]] | None:
        """Return what a code names; in doubt when several have it or the title says another."""
        known = index.get(code_key(code), []) if code_key(code) else []
        if not known:
            return None
        rated = tuple((each, round(_alike(title, plain(each.title)))) for each in known[:_MOST])
        if len(known) == 1 and (not title or rated[0][1] >= _OTHER_TITLE):
            return known[0], ()
        return None, rated

    def _match_title(self, title: str, author: str) -> Match:
        if not title:
            return Match(None, "")
        people = names_in(author)
        same = self._by_title.get(title, [])
        theirs = [each for each in same if people and people & names_in(each.authors)]
        if len(theirs) == 1:
            return Match(theirs[0], BY_TITLE)
        near = [(each, 100) for each in theirs or same] or self._near(title, people)
        return Match(None, BY_TITLE if near else "", tuple(near[:_MOST]))

    def _near(self, title: str, people: set[str]) -> list[tuple[AtPortal, int]]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            title, self._titles, scorer=fuzz.token_sort_ratio, score_cutoff=_NEAR, limit=4 * _MOST
        )
        rated = [
            (self._all[place], score + (5 if people & names_in(self._all[place].authors) else 0))
            for _title, score, place in found
        ]
        rated.sort(key=lambda pair: -pair[1])
        return [(each, min(99, round(score))) for each, score in rated]


def plain(text: str) -> str:
    """Return a title as it is compared: folded, words and numbers alone."""
    return _NO_WORD.sub(" ", fold(text)).strip()


def code_key(code: str) -> str:
    """Return a code as it is compared: no case, no spaces; Excel makes 42 of 00042."""
    key = re.sub(r"[\s'\u200b]+", "", code).removesuffix(",0").upper()
    return key.lstrip("0") or key if key.isdecimal() else key


def names_in(people: str) -> set[str]:
    """Return the names in a cell, folded."""
    return {name for part in _BETWEEN.split(fold(people)) if (name := plain(part))}


def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.token_sort_ratio(one, other)) if one else 100.0
