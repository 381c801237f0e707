"""Initiatives an officer calls the same: linked in pairs, a group by way of others.

A link changes no figure: every initiative is counted as it stands. The officer declines the
double, and the figures follow from the verdict like any other.
"""

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services.setup import OFFICE
from desktop_app.storage import audit, initiatives, links
from desktop_app.workspace import Workspace

SAME, DIFFERENT = links.SAME, links.DIFFERENT


def link(workspace: Workspace, one: str, other: str) -> str | None:
    """Say that two initiatives are the same; return what had been said before."""
    return _say(workspace, one, other, SAME)


def call_different(workspace: Workspace, one: str, other: str) -> str | None:
    """Say that two initiatives are different ones: they are no longer shown as alike."""
    return _say(workspace, one, other, DIFFERENT)


def take_back(workspace: Workspace, one: str, other: str) -> str | None:
    """Take back what was said of two initiatives; return what it was."""
    return _say(workspace, one, other, None)


def linked(workspace: Workspace, initiative_id: str) -> tuple[str, ...]:
    """Return the others of the group an initiative is linked to, also by way of others."""
    with workspace.database.read() as session:
        return tuple(sorted(links.group_of(session, initiative_id) - {initiative_id}))


def _say(workspace: Workspace, one: str, other: str, said: str | None) -> str | None:
    """Keep what was said.

    Raises BadInput SSK-850 for one initiative with itself, NotAllowed SSK-851 at a team, whose
    book is not the place for it, and BadInput SSK-108 for one that is not here.
    """
    if workspace.own.role != OFFICE:
        raise NotAllowed("SSK-851")
    if one == other:
        raise BadInput("SSK-850")
    now = workspace.now()
    with workspace.database.write() as session:
        for initiative_id in (one, other):
            initiatives.get(session, initiative_id)
        before = links.say(session, one, other, said, now)
        if before != said:
            audit.note(session, now, "link", one, other=other, said=said or "")
    return before
