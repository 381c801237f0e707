"""Files that go along to the central system: copies to drag out of the window, or in a folder."""

import contextlib
import shutil
from pathlib import Path

from desktop_app.exchange.delivery import told_errors, write_file
from desktop_app.services.portal_entry import EntrySheet
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace


def copies_folder(workspace: Workspace) -> Path:
    """Return where copies lie that are dragged; opening and closing the book empties it."""
    return workspace.temporary_folder / "portal"


def copy_attachments(
    workspace: Workspace, sheet: EntrySheet, step: Step = no_step
) -> tuple[Path, ...]:
    """Lay copies of a sheet's files out under readable names; return where, in their order.

    Raises Failed SSK-110 for a file that is missing or damaged, and as every file written does.
    """
    folder = copies_folder(workspace) / sheet.code
    places: list[Path] = []
    with told_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for number, file in enumerate(sheet.attachments, start=1):
            place = folder / file.name
            # A copy that is there may be open in a browser: it is left alone.
            if not (place.is_file() and place.stat().st_size == file.size):
                place.write_bytes(workspace.attachments.read(file.sha256))
            places.append(place)
            step(number, len(sheet.attachments))
    return tuple(places)


def drop_copies(workspace: Workspace, code: str) -> None:
    """Take the copies of an initiative away; one that is still being read elsewhere stays."""
    with contextlib.suppress(OSError):
        shutil.rmtree(copies_folder(workspace) / code)


def save_attachments(
    workspace: Workspace, sheet: EntrySheet, folder: Path, step: Step = no_step
) -> tuple[Path, ...]:
    """Write a sheet's files into a folder, each read back; return where they are.

    A file that is there with the same content stays; another one of its name is never replaced.
    """
    places: list[Path] = []
    for number, file in enumerate(sheet.attachments, start=1):
        places.append(write_file(folder / file.name, workspace.attachments.read(file.sha256)))
        step(number, len(sheet.attachments))
    return tuple(places)
