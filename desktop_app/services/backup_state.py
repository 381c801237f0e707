"""What a data folder knows of its backups: where they lie, whether one is due, what went wrong.

Kept beside the backups, not in the book: it has to be known when the book cannot be opened, and it
does not go back with it.
"""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, Failed
from desktop_app.storage.server_link import BOOK, write_json
from desktop_app.workspace import BACKUPS, Workspace

_STATE = "state.json"
_COARSE = 1_000_000_000


def place_of(folder: Path) -> Path:
    """Return where the backups of a data folder lie."""
    return folder / BACKUPS


def is_due(workspace: Workspace) -> bool:
    """Return whether the book changed since the newest backup, or none is there."""
    state = read_state(workspace.folder)
    last = place_of(workspace.folder) / str(state.get("last") or "-")
    return (
        not last.is_dir() or state.get("mark") is None or state["mark"] != mark_of(workspace.folder)
    )


def second_place(folder: Path) -> Path | None:
    """Return where the second copies of a data folder's backups lie, None when none is wanted."""
    place = read_state(folder).get("second")
    return Path(place) if place else None


def second_folder(folder: Path) -> Path | None:
    """Return the folder a person chose for second copies."""
    place = second_place(folder)
    return place.parents[1] if place else None


def on_same_disk(folder: Path, chosen: Path) -> bool:
    """Return whether a second place lies on the disk of the book: it would be lost with it."""
    try:
        return folder.stat().st_dev == chosen.stat().st_dev
    except OSError:
        return False


def before_last_restore(folder: Path) -> str | None:
    """Return the backup that takes the last restore back, None without one."""
    kept = read_state(folder).get("before_restore")
    return str(kept) if kept else None


def remember_restore(folder: Path, before: str | None) -> None:
    """Remember which backup takes the last restore back; the next backup is due."""
    with contextlib.suppress(Failed):
        write_state(folder, {"before_restore": before, "mark": None})


@dataclass(frozen=True)
class Problem:
    """Why the newest backup was not made, or not copied to the second place."""

    error: AppError
    at: datetime


def problem(folder: Path) -> Problem | None:
    """Return what went wrong with the newest backup, None when nothing did."""
    kept = read_state(folder).get("problem")
    try:
        if not kept:
            return None
        error = AppError(str(kept["code"]), **{k: str(v) for k, v in kept["facts"].items()})
        return Problem(error, datetime.fromisoformat(kept["at"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def remember_problem(workspace: Workspace, error: AppError | None) -> None:
    """Remember why the newest backup is not as it should be; None: it is."""
    value: dict[str, Any] | None = None
    if error is not None:
        facts = {name: str(fact) for name, fact in error.facts.items()}
        at = workspace.now().isoformat(timespec="seconds")
        value = {"code": error.code, "facts": facts, "at": at}
    state = read_state(workspace.folder)
    if state.get("problem") != value:
        with contextlib.suppress(Failed):
            write_state(workspace.folder, {"problem": value})


def mark_of(folder: Path) -> list[int] | None:
    """Return what changes with the book, None where that cannot be told for sure."""
    mark: list[int] = []
    for name in (BOOK, f"{BOOK}-wal"):
        try:
            status = (folder / name).stat()
        except FileNotFoundError:
            continue
        except OSError:
            return None
        if status.st_mtime_ns % _COARSE == 0:
            return None  # a disk that keeps whole seconds: a change within one would not be seen
        if status.st_size:
            mark += [status.st_mtime_ns, status.st_size]
    return mark


def checked_at(state: dict[str, Any]) -> dict[str, datetime]:
    """Return when all of a backup was read last, by name."""
    found: dict[str, datetime] = {}
    for key, moment in (state.get("checked") or {}).items():
        with contextlib.suppress(ValueError, TypeError):
            found[key] = datetime.fromisoformat(moment)
    return found


def read_state(folder: Path) -> dict[str, Any]:
    """Return what is noted; nothing where it cannot be read."""
    try:
        kept = json.loads((place_of(folder) / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_state(folder: Path, changes: dict[str, Any]) -> None:
    """Note some things beside the others. Raises Failed SSK-940, SSK-103."""
    try:
        place_of(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failed("SSK-940", place=str(place_of(folder)), cause=error.strerror or "") from error
    write_json(place_of(folder) / _STATE, {**read_state(folder), **changes})
