"""The board as a person arranges it: filtered, sorted, as a tree or a list, with its totals."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from operator import itemgetter
from typing import Any

from desktop_app.domain.targets import Standing, percent_reached, shortfall
from desktop_app.domain.text import fold, sort_key
from desktop_app.domain.unit_tree import children_by_parent
from desktop_app.resource_files import resource_path
from desktop_app.services.progress import BELOW, COUNTS, UnitProgress

SUMMED = (*COUNTS, "reached", "new", "new_before", "base")


@dataclass(frozen=True)
class BoardFilter:
    """Which lines to show; an empty field asks nothing. ``search`` ignores marks."""

    search: str = ""
    kind: str = ""
    group: str = ""
    officer: str = ""
    standing: str = ""

    @property
    def asks(self) -> bool:
        """Whether anything is asked: then lines stand as a list, not as a tree."""
        return any(self.__dict__.values())


@dataclass(frozen=True)
class BoardRow:
    """A line as it is shown: how deep in the tree, and whether units below it can be opened."""

    id: str
    line: UnitProgress
    depth: int = 0
    has_below: bool = False
    opened: bool = False


def arrange(
    lines: Sequence[UnitProgress],
    wanted: BoardFilter | None = None,
    *,
    sort: str = "unit",
    descending: bool = False,
    tree: bool = True,
    shut: Collection[str] = (),
) -> tuple[BoardRow, ...]:
    """Return the lines a person wants to see, in their order.

    As a tree each unit stands below its parent unless that one is ``shut``; sorting then sorts
    among sisters. Closed units stand there only while they have numbers. Lines without a value
    in the sorted column come last, whichever way it is sorted.
    """
    wanted = wanted or BoardFilter()
    lines = [line for line in lines if line.closed_on is None or _counts_anything(line)]
    lines = _sorted(lines, sort, descending)
    if wanted.asks or not tree:
        return tuple(BoardRow(line.unit_id, line) for line in matching(lines, wanted))
    by_id = {line.unit_id: line for line in lines}
    children = children_by_parent(
        (line.unit_id, line.parent_id if line.parent_id in by_id else None) for line in lines
    )
    rows: dict[str, BoardRow] = {}
    waiting = [(unit_id, 0) for unit_id in reversed(children.get("", []))]
    while waiting:
        unit_id, depth = waiting.pop()
        below = children.get(unit_id, [])
        opened = unit_id not in shut
        rows[unit_id] = BoardRow(unit_id, by_id[unit_id], depth, bool(below), opened)
        if opened:
            waiting += [(child, depth + 1) for child in reversed(below) if child not in rows]
    hidden = _all_below(shut, children)
    lost = (line for line in lines if line.unit_id not in rows and line.unit_id not in hidden)
    return (*rows.values(), *(BoardRow(line.unit_id, line) for line in lost))


def totals(rows: Sequence[BoardRow], lines: Sequence[UnitProgress]) -> Mapping[str, int | None]:
    """Return the sums of the lines shown; who stands below a shown line is in that line already."""
    parents = {line.unit_id: line.parent_id for line in lines}
    shown = {row.id for row in rows}
    tops = [row.line for row in rows if not _stands_below(row.id, shown, parents)]
    sums: dict[str, int | None] = {
        name: sum(getattr(line, name) or 0 for line in tops) for name in SUMMED
    }
    targets = [line.target for line in tops if line.target is not None]
    sums["target"] = sum(targets) if targets else None
    reached = sum(line.reached for line in tops if line.target is not None)
    sums["shortfall"] = shortfall(sums["target"], reached)
    return sums


def largest_shortfalls(lines: Sequence[UnitProgress], most: int = 8) -> tuple[UnitProgress, ...]:
    """Return the units that are furthest from their target, the largest gap first.

    Units whose target is only the sum of those below are left out: they would stand twice.
    """
    missing = [line for line in lines if line.shortfall and line.target_from != BELOW]
    return tuple(
        nsmallest(most, missing, key=lambda line: (-(line.shortfall or 0), sort_key(line.unit)))
    )


def as_table_text(headings: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Return lines as text with tabs, ready to be pasted into a sheet; no cell is a formula."""
    return "\n".join("\t".join(_cell(text) for text in line) for line in (headings, *lines)) + "\n"


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return f"'{flat}" if flat[:1] in tuple("=+-@") and len(flat) > 1 else flat


def _counts_anything(line: UnitProgress) -> bool:
    return bool(line.target) or any(getattr(line, name) for name in COUNTS)


def matching(lines: Sequence[UnitProgress], wanted: BoardFilter) -> list[UnitProgress]:
    """Return the lines a filter lets through, in their order."""
    asked = {
        name: value
        for name in ("kind", "group", "officer", "standing")
        if (value := getattr(wanted, name))
    }
    words = fold(wanted.search).split()
    return [
        line
        for line in lines
        if all(getattr(line, name) == value for name, value in asked.items())
        and (not words or _holds(f"{line.unit} {line.code}", words))
    ]


def _holds(text: str, words: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


_ORDER = {Standing.BEHIND: 0, Standing.ON_TRACK: 1, Standing.REACHED: 2}


def _sorted(lines: list[UnitProgress], name: str, descending: bool) -> list[UnitProgress]:
    def value(line: UnitProgress) -> Any:
        if name == "percent":
            return percent_reached(line.target, line.reached)
        if name == "standing":
            return _ORDER.get(line.standing)
        if name == "trend":
            return line.new - line.new_before
        found = getattr(line, name)
        return sort_key(found) if isinstance(found, str) else found

    valued = [(value(line), line) for line in lines]
    known = [each for each in valued if each[0] is not None]
    known.sort(key=itemgetter(0), reverse=descending)
    return [line for _value, line in known] + [line for found, line in valued if found is None]


def _all_below(shut: Collection[str], children: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(shut)
    while waiting:
        below = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found |= set(below)
        waiting += below
    return found


def _stands_below(unit_id: str, shown: Collection[str], parents: Mapping[str, str | None]) -> bool:
    seen = {unit_id}
    parent = parents.get(unit_id)
    while parent is not None and parent not in seen:
        if parent in shown:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False


def choices(lines: Sequence[UnitProgress], name: str) -> tuple[str, ...]:
    """Return the values a filter can be set to: kinds, groups or officers that occur."""
    return tuple(sorted({getattr(line, name) for line in lines} - {""}, key=sort_key))


def kind_word(code: str, language: str) -> str:
    """Return the name of a kind of union body, its code where the kind is not listed."""
    return _kind_labels().get(code, {}).get(language, code)


@cache
def _kind_labels() -> Mapping[str, Mapping[str, str]]:
    path = resource_path("units", "kinds.json")
    if not path.is_file():
        return {}
    listed = json.loads(path.read_text(encoding="utf-8"))
    return {kind["code"]: kind["labels"] for kind in listed["kinds"]}
