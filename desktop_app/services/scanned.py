"""The folder where a scanner or a phone puts its pictures: what is new there, to choose from."""

import time
from dataclasses import dataclass
from pathlib import Path

from desktop_app.errors import AppError, BadInput
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

SETTING = "scan_folder"
MOST = 60
ENDINGS = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".pdf")
STILL_SECONDS = 2.0
"""A file that was changed this shortly ago may still be written."""
_THUMB = 240


@dataclass(frozen=True)
class ScannedFile:
    """A file to choose: its picture made small, empty for a PDF and for what is broken."""

    path: Path
    size: int
    small: bytes


def scan_folder(workspace: Workspace) -> Path | None:
    """Return the folder that was chosen last."""
    known = workspace.setting(SETTING)
    return Path(known) if known else None


def scanned_files(
    workspace: Workspace, folder: Path, step: Step = no_step
) -> tuple[ScannedFile, ...]:
    """Return the newest pictures and PDFs of a folder, and keep the folder for the next time.

    A file that is still being written is left out. Raises BadInput SSK-384 for no folder.
    """
    now = time.time()
    try:
        found = [
            (entry.stat().st_mtime, entry)
            for entry in folder.iterdir()
            if entry.suffix.lower() in ENDINGS and entry.is_file()
        ]
    except OSError as error:
        raise BadInput("SSK-384", name=folder.name) from error
    workspace.set_setting(SETTING, str(folder))
    ready = sorted((each for each in found if now - each[0] > STILL_SECONDS), reverse=True)
    files = []
    for number, (_changed, path) in enumerate(ready[:MOST]):
        step(number, min(MOST, len(ready)))
        files.append(ScannedFile(path, path.stat().st_size, _small(workspace, path)))
    return tuple(files)


def _small(workspace: Workspace, path: Path) -> bytes:
    from desktop_app.documents.pictures import MOST_PICTURE_BYTES, clean_picture

    if path.suffix.lower() == ".pdf":
        return b""
    try:
        if path.stat().st_size > MOST_PICTURE_BYTES:
            return b""
        data = path.read_bytes()
        return clean_picture(data, longest=_THUMB, child=workspace.filler.child).data
    except (AppError, OSError):
        return b""
