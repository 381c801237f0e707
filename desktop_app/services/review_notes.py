"""The office's own notes on initiatives: seen in its list, never part of what leaves it."""

from desktop_app.domain.lengths import LONGEST_TEXT, check_length
from desktop_app.domain.text import nfc
from desktop_app.storage import initiatives, review_notes
from desktop_app.workspace import Workspace


def note_of(workspace: Workspace, initiative_id: str) -> str:
    """Return the note on an initiative, "" without one."""
    with workspace.database.read() as session:
        return review_notes.note_of(session, initiative_id)


def keep_note(workspace: Workspace, initiative_id: str, text: str) -> None:
    """Keep a note; an empty one goes. Raises BadInput SSK-526 too long, SSK-108 not known."""
    text = check_length(nfc(text).strip(), LONGEST_TEXT, "note")
    now = workspace.now()
    with workspace.database.write() as session:
        initiatives.get(session, initiative_id)
        review_notes.put_note(session, initiative_id, text, now)
