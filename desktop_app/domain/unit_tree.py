"""Units above and below each other: whoever has units below counts theirs as well."""

from collections.abc import Iterable, Mapping, Sequence

_NEVER = "9999-99-99"
_DEEPEST = 64


def children_by_parent(parents: Iterable[tuple[str, str | None]]) -> dict[str, list[str]]:
    """Return which units stand directly below each: unit and its parent → parent and children."""
    children: dict[str, list[str]] = {}
    for unit, parent in parents:
        children.setdefault(parent or "", []).append(unit)
    return children


def family_of(unit_id: str, children: Mapping[str, Sequence[str]]) -> set[str]:
    """Return a unit and all units below it; a circle of parents ends by itself."""
    family, waiting = {unit_id}, [unit_id]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in family:
                family.add(child)
                waiting.append(child)
    return family


def makes_circle(
    unit_id: str, parents: Mapping[str, Sequence[tuple[str, str | None]]], day: str
) -> bool:
    """Return whether a unit stands below itself on a day or any later one.

    ``parents`` are the dated parents of each unit, ISO days, oldest first. A parent counts from
    its day to the unit's next one, so the way up is followed for the time both rows hold.
    """

    def reaches(at: str, start: str, end: str, depth: int) -> bool:
        rows = parents.get(at, ())
        for place, (since, parent) in enumerate(rows):
            until = rows[place + 1][0] if place + 1 < len(rows) else _NEVER
            first, last = max(since, start), min(until, end)
            if parent is None or first >= last:
                continue
            if parent == unit_id or depth > _DEEPEST or reaches(parent, first, last, depth + 1):
                return True
        return False

    return reaches(unit_id, day, _NEVER, 0)
