"""Units above and below each other: whoever has units below counts theirs as well."""

from collections.abc import Iterable, Mapping, Sequence


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
