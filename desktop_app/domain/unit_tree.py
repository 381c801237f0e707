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


def from_below(units: Iterable[tuple[str, str | None]]) -> tuple[list[str], set[str]]:
    """Return the units with whoever stands below before its parent, and those in circles apart.

    One walk over all units: what is summed in this order visits each unit once.
    """
    parent_of = dict(units)
    waiting_for = dict.fromkeys(parent_of, 0)
    for parent in parent_of.values():
        if parent in waiting_for:
            waiting_for[parent] += 1
    ready = [unit for unit, number in waiting_for.items() if not number]
    order: list[str] = []
    while ready:
        unit = ready.pop()
        order.append(unit)
        parent = parent_of[unit]
        if parent in waiting_for:
            waiting_for[parent] -= 1
            if not waiting_for[parent]:
                ready.append(parent)
    return order, set(parent_of) - set(order)


def sums_of_families(
    own: Mapping[str, Sequence[int]], units: Sequence[tuple[str, str | None]], width: int
) -> dict[str, list[int]]:
    """Return the numbers of each unit with those of all units below it.

    ``own`` gives ``width`` numbers per unit, none for a unit that is missing. Units whose parents
    run in a circle count each other once, as in ``family_of``.
    """
    parent_of = dict(units)
    sums = {unit: list(own.get(unit, (0,) * width)) for unit in parent_of}
    order, circle = from_below(units)
    for unit in order:
        parent = parent_of[unit]
        if parent in sums:
            above, below = sums[parent], sums[unit]
            for place in range(width):
                above[place] += below[place]
    if circle:
        children = children_by_parent(units)
        for unit in circle:
            family = family_of(unit, children)
            numbers = [own.get(member, (0,) * width) for member in family]
            sums[unit] = [sum(column) for column in zip(*numbers, strict=True)]
    return sums


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
