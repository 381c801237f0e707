"""The numbers Word writes before the paragraphs of its lists (ECMA-376, 17.9)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.documents.pages_formatting import W, number

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"


@dataclass(frozen=True)
class ListItem:
    """What stands before a paragraph, how deep it is (0 first), and the level's w:pPr."""

    mark: str
    level: int
    bullet: bool
    properties: Any


class Numbering:
    """Counts the paragraphs of every list in the order they are asked for."""

    def __init__(self, root: Any = None) -> None:
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int]] = {}
        if root is None:
            return
        for abstract in root.findall(f"{W}abstractNum"):
            levels = {int(number(level, "ilvl")): level for level in abstract.findall(f"{W}lvl")}
            self._levels[str(abstract.get(f"{W}abstractNumId"))] = levels
        for one in root.findall(f"{W}num"):
            self._read_list(one)

    def _read_list(self, one: Any) -> None:
        name, abstract = str(one.get(f"{W}numId")), one.find(f"{W}abstractNumId")
        if abstract is None:
            return
        self._abstract[name] = str(abstract.get(f"{W}val"))
        for override in one.findall(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                level = int(number(override, "ilvl"))
                self._starts.setdefault(name, {})[level] = int(number(start, "val", 1))

    def item(self, properties: Sequence[Any]) -> ListItem | None:
        """Return what a paragraph has as an item of a list, given its w:pPr, the last counting."""
        name, level = "", 0
        for own in properties:
            listed = own.find(f"{W}numPr") if own is not None else None
            if listed is None:
                continue
            deep, of = listed.find(f"{W}ilvl"), listed.find(f"{W}numId")
            level = int(number(deep, "val")) if deep is not None else level
            name = str(of.get(f"{W}val")) if of is not None else name
        level = max(0, min(_LEVELS - 1, level))
        levels = self._levels.get(self._abstract.get(name, ""), {})
        if level not in levels:
            return None
        return self._count(name, level, levels)

    def _count(self, name: str, level: int, levels: dict[int, Any]) -> ListItem:
        # Lists of one abstract list go on counting, unless one says where it starts.
        abstract = self._abstract[name]
        counts = self._counts.setdefault(abstract, [0] * _LEVELS)
        starts = self._starts.pop(name, None)
        for deep, start in (starts or {}).items():
            if 0 <= deep < _LEVELS:
                counts[deep] = start - 1
        for above in range(level):
            counts[above] = counts[above] or self._start(levels, above)
        started = counts[level] or (starts or {}).get(level) is not None
        counts[level] = counts[level] + 1 if started else self._start(levels, level)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        own = levels[level]
        kind, text = own.find(f"{W}numFmt"), own.find(f"{W}lvlText")
        bullet = kind is not None and kind.get(f"{W}val") == "bullet"
        pattern = str(text.get(f"{W}val") or "") if text is not None else ""

        def counted(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            said = levels[place].find(f"{W}numFmt") if place in levels else None
            return _written(counts[place], str(said.get(f"{W}val")) if said is not None else "")

        mark = _BULLET if bullet and pattern else _PLACE.sub(counted, pattern)
        return ListItem(mark, level, bullet, own.find(f"{W}pPr"))

    @staticmethod
    def _start(levels: dict[int, Any], level: int) -> int:
        start = levels[level].find(f"{W}start") if level in levels else None
        return int(number(start, "val", 1)) if start is not None else 1


def _written(count: int, kind: str) -> str:
    """Return a number as a kind of numbering writes it."""
    if kind == "none":
        return ""
    if kind in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        rest, said = count, ""
        for value, letters in _ROMAN:
            said += letters * (rest // value)
            rest %= value
        return said.upper() if kind == "upperRoman" else said
    return f"{count:02}" if kind == "decimalZero" else str(count)
