"""Files that are still being copied are waited for; a watched folder is looked at now and then."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop_app.errors import AppError, Failed
from desktop_app.services.steps import Step
from desktop_app.workspace import Workspace

Mark = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds: the same twice is a file at rest."""

_PAUSE = 0.4
_FRESH = 10.0
_LONGEST = 1500
"""Pauses: ten minutes, after which a copy that grows no more is told as it is."""
_CUT = ("SSK-420", "SSK-424", "SSK-441", "SSK-443", "SSK-444", "SSK-471", "SSK-482")
_SETTING, _TAKEN = "watched_folder", "watched_taken"
_IN_USE = 32  # Windows: ERROR_SHARING_VIOLATION, another program still writes the file


def pause() -> None:
    """Wait a moment; tests do not."""
    time.sleep(_PAUSE)


def mark_of(path: Path) -> Mark | None:
    """Return what tells whether a file changes, None when it cannot be seen."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def still_copied(path: Path, mark: Mark | None, error: AppError, step: Step) -> bool:
    """Return whether a file that could not be opened was still being copied, once it is at rest.

    ``mark`` is how it was before it was opened; ``step`` may raise Cancelled while waiting.
    """
    busy = isinstance(error, Failed) and _is_in_use(error)
    if mark is None or not (busy or error.code in _CUT):
        return False
    now = mark_of(path)
    if now == mark and not busy and abs(time.time() - mark[1] / 1e9) > _FRESH:
        return False
    before, grown = mark, now != mark or busy
    for _turn in range(_LONGEST):
        step(0, 0)
        pause()
        now = mark_of(path)
        if now == before:
            return grown
        before, grown = now or before, True
    return grown


def _is_in_use(error: Failed) -> bool:
    return getattr(error.__cause__, "winerror", None) == _IN_USE


# A watched folder


def watched_folder(workspace: Workspace) -> Path | None:
    """Return the folder that is watched, None while there is none."""
    kept = workspace.setting(_SETTING)
    return Path(kept) if kept else None


def watch_folder(workspace: Workspace, folder: Path | None) -> None:
    """Watch a folder from now on, or none; what already lies there is taken in as well."""
    workspace.set_setting(_SETTING, str(folder) if folder else None)
    workspace.set_setting(_TAKEN, None)


def look(folder: Path) -> Mapping[str, Mark]:
    """Return the files directly in a folder with their marks; none when it is not there."""
    try:
        found = {path.name: mark_of(path) for path in folder.iterdir() if path.is_file()}
    except OSError:
        return {}
    return {name: mark for name, mark in found.items() if mark is not None and name[:1] not in ".~"}


def arrived(
    workspace: Workspace, seen: Mapping[str, Mark], before: Mapping[str, Mark]
) -> Sequence[str]:
    """Return the names of files at rest between two looks that were not taken in before."""
    taken = {name: tuple(mark) for name, mark in workspace.setting(_TAKEN, {}).items()}
    return sorted(
        name for name, mark in seen.items() if before.get(name) == mark and taken.get(name) != mark
    )


def remember_taken(workspace: Workspace, seen: Mapping[str, Mark], names: Sequence[str]) -> None:
    """Keep which files of the folder were looked into; those that are gone are forgotten."""
    taken = workspace.setting(_TAKEN, {})
    kept = {name: mark for name, mark in taken.items() if name in seen}
    workspace.set_setting(_TAKEN, kept | {name: list(seen[name]) for name in names})
