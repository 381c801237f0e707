"""Complete answers to work with, from the sample profile; files left out unless asked for."""

import json
from typing import Any

from desktop_app.resource_files import resource_path


def answers(number: int = 1, **changes: Any) -> dict[str, Any]:
    """Return the answers of a sample initiative without its pictures."""
    path = sorted(resource_path("sample", "initiatives").glob("*.json"))[number - 1]
    kept = json.loads(path.read_text(encoding="utf-8"))["answers"]
    kept.pop("figures", None)
    return kept | changes


def ready(workspace: Any, number: int = 1, **changes: Any) -> str:
    """Write and complete a sample initiative; return its identifier."""
    from desktop_app.services import drafting

    initiative_id = drafting.new_initiative(workspace, None, answers(number, **changes))
    drafting.make_ready(workspace, initiative_id)
    return initiative_id


def listed(office: Any, team: Any) -> None:
    """Put a team's unit into an office's list, as an officer does who knows of it."""
    from desktop_app.services import units

    units.add_unit(office, name=team.own.name, code=team.own.code)
