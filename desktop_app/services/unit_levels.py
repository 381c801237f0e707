"""What the union bodies above an initiative's unit are called: by level, as they stand."""

from collections.abc import Mapping

from desktop_app.services.unit_kinds import GRASSROOTS_ROLE, SUPERIOR_ROLE, role_of
from desktop_app.storage.units import UnitRecord

PROVINCE_ROLE = "province_or_sector"
_DEEPEST = 64


def levels_of(unit_id: str, bodies: Mapping[str, UnitRecord]) -> dict[str, str]:
    """Return what a unit is called, and its grassroots union, the one above, the province's.

    Where no unit of a level stands above, the one directly above the grassroots union is meant:
    a commune's union and a province's are both (domain.md 4.2).
    """
    above: list[UnitRecord] = []
    unit = bodies.get(unit_id)
    while unit is not None and len(above) < _DEEPEST:
        above.append(unit)
        unit = bodies.get(unit.parent_id or "")
    named: dict[str, str] = {}
    for each in above:
        named.setdefault(role_of(each.kind), each.name)
    base = next((n for n, u in enumerate(above) if role_of(u.kind) == GRASSROOTS_ROLE), None)
    superior = above[base + 1].name if base is not None and base + 1 < len(above) else ""
    return {
        "name": above[0].name if above else "",
        "grassroots": named.get(GRASSROOTS_ROLE, ""),
        "direct_superior": named.get(SUPERIOR_ROLE, "") or superior,
        "province": named.get(PROVINCE_ROLE, ""),
    }
