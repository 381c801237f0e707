"""Who is looking at what, in a book several officers share.

A window says it while an initiative is open, and again every half minute; times are the server's,
for the clocks of computers differ. Whoever was not heard of for two minutes is gone.
"""

from collections.abc import Collection
from datetime import timedelta

from desktop_app.storage import officers
from desktop_app.storage.officers import Look
from desktop_app.workspace import Workspace

STALE = timedelta(minutes=2)
BEAT_SECONDS = 30
"""How often a window says again what it looks at."""


def look_at(workspace: Workspace, initiative_id: str) -> None:
    """Say that this officer looks at an initiative now; "" when at none any more."""
    if workspace.link is None:
        return
    with workspace.database.jot() as session:
        officers.note_look(session, workspace.link.officer, initiative_id)


def others(workspace: Workspace, ids: Collection[str] | None = None) -> tuple[Look, ...]:
    """Return who else looks at one of some initiatives, or at any; nobody without a server."""
    if workspace.link is None:
        return ()
    with workspace.database.read() as session:
        found = officers.looks(session, besides=workspace.link.officer, within=STALE)
    return tuple(look for look in found if ids is None or look.initiative_id in ids)
