"""Backups: made by themselves and by hand, listed, checked, kept on a second disk as well.

A backup holds the database, every attachment, original and file set aside, and how far bundles
were numbered. It does not hold secret keys: those are put away by their owner (``key_backup``) or
travel in the sealed file of a move (``moving_house``), never silently. A book on the office's
server is backed up where the server is (docs/may-chu.md).
"""

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desktop_app.errors import AppError, BadInput, Cancelled, Failed, NotAllowed
from desktop_app.exchange import reading_back
from desktop_app.services.steps import Step, no_step, part_of
from desktop_app.storage import backup_making, backup_places, backup_rotation, heights
from desktop_app.storage.backup_places import Backup
from desktop_app.storage.server_link import BOOK, write_json
from desktop_app.workspace import BACKUPS, PROGRAM, STORES, SUSPECT, Workspace

MANY_FILES = 5
"""From so many files on an import is backed up first: a stick of a round of visits, not the one
file of a chat message, for which seconds of waiting each time would not be understood."""
MANY_LINES = 20
"""From so many lines of a list on: what is typed off a sheet again by hand is below it."""
_DAMAGED = "SSK-106"
_TOP = "so-sang-kien"
_STATE = "state.json"
_COARSE = 1_000_000_000


@dataclass(frozen=True)
class BackupRow:
    """A backup as lists show it.

    ``here`` and ``second`` say in which places it lies, ``checked_at`` when all of it was read
    last, ``before_restore`` that restoring it takes the last restore back.
    """

    id: str
    made_at: datetime
    reason: str
    program: str
    schema: str
    unit: str
    initiatives: int
    bundles: int
    units: int
    files: int
    size: int
    damaged: int
    here: bool
    second: bool
    checked_at: datetime | None
    before_restore: bool


@dataclass(frozen=True)
class Made:
    """A backup that was made, how many older ones went, and what became of the second place.

    ``second``: "" none is wanted, done, or the code of why not.
    """

    backup: BackupRow
    removed: int
    second: str


# Making


def create(workspace: Workspace, reason: str = backup_places.BY_HAND, step: Step = no_step) -> Made:
    """Make a backup now, copy it to the second place, let old ones go.

    Raises NotAllowed SSK-947 for a book on a server, Failed SSK-940 to SSK-942 when it cannot be
    made; earlier backups stay. A second place that is not there is no failure.
    """
    _here_only(workspace)
    try:
        made = _make(workspace, reason, step)
    except Failed as error:
        _remember_problem(workspace, error)
        if error.code == _DAMAGED:
            with contextlib.suppress(OSError):
                (workspace.folder / SUSPECT).touch()
        raise
    second = _copy_to_second(workspace, made, step)
    removed = 0
    with contextlib.suppress(OSError):
        rule = backup_rotation.rotation()
        spared = before_last_restore(workspace.folder)
        removed = backup_rotation.rotate(
            made.place, workspace.now(), rule, frozenset(filter(None, [spared]))
        )
    row = row_of(made, here=True, second=second == "done")
    return Made(row, removed, second)


def _make(workspace: Workspace, reason: str, step: Step) -> Backup:
    sign_key, mark = _sign_key(workspace), _mark(workspace.folder)
    source = backup_making.Source(
        workspace.database,
        {name: getattr(workspace, name) for name in STORES},
        PROGRAM,
        sign_key,
        heights.remembered(workspace.folder / "keys"),
    )
    place, now = place_of(workspace.folder), workspace.now()
    made = backup_making.make_backup(source, place, reason, now, reading_back, part_of(step, 0, 2))
    with contextlib.suppress(Failed):  # then the next one is made although nothing changed
        _write_state(workspace.folder, {**_state(workspace.folder), "mark": mark, "last": made.id})
    return made


def create_if_changed(
    workspace: Workspace, reason: str = backup_places.CLOSE, step: Step = no_step
) -> Made | None:
    """Make a backup unless nothing changed since the newest; a second place catches up."""
    if workspace.link is not None or not workspace.started or workspace.moved is not None:
        return None
    if is_due(workspace):
        return create(workspace, reason, step)
    newest = backup_places.list_backups(place_of(workspace.folder))
    if newest:
        _copy_to_second(workspace, newest[0], step)
    return None


def create_daily(workspace: Workspace, step: Step = no_step) -> Made | None:
    """Make the backup of the day while the program stays open, when the newest is a day old."""
    newest = backup_places.list_backups(place_of(workspace.folder))
    fresh = newest and timedelta() <= workspace.now() - newest[0].made_at < timedelta(days=1)
    return None if fresh else create_if_changed(workspace, backup_places.DAILY, step)


def before_many(
    workspace: Workspace, number: int, step: Step = no_step, least: int = MANY_FILES
) -> Made | None:
    """Make a backup before many files, or lines of a list, are taken in.

    One that cannot be made is remembered and told (``problem``); it keeps nobody from working.
    """
    if number < least:
        return None
    try:
        return create_if_changed(workspace, backup_places.IMPORT, step)
    except Failed:
        return None


def is_due(workspace: Workspace) -> bool:
    """Return whether the book changed since the newest backup, or none is there."""
    state = _state(workspace.folder)
    last = place_of(workspace.folder) / str(state.get("last") or "-")
    return (
        not last.is_dir() or state.get("mark") is None or state["mark"] != _mark(workspace.folder)
    )


# Looking


def place_of(folder: Path) -> Path:
    """Return where the backups of a data folder lie."""
    return folder / BACKUPS


def list_backups(folder: Path) -> tuple[BackupRow, ...]:
    """Return the backups of a data folder, here and on its second place, newest first.

    Needs no open book: also for one that cannot be opened.
    """
    state, second = _state(folder), second_place(folder)
    here = {each.id: each for each in backup_places.list_backups(place_of(folder))}
    there = {each.id: each for each in backup_places.list_backups(second)} if second else {}
    undo = state.get("before_restore")
    found = [
        row_of(
            here.get(key) or there[key],
            here=key in here,
            second=key in there,
            checked_at=_checked(state).get(key),
            before_restore=key == undo,
        )
        for key in {*here, *there}
    ]
    return tuple(sorted(found, key=lambda row: (row.made_at, row.id), reverse=True))


def list_below(folder: Path) -> tuple[tuple[Path, BackupRow], ...]:
    """Return the backups on a disk or stick a person points at, each with its folder.

    Looked at are the folder itself, a data folder, and what a second place looks like.
    """
    places = [folder, folder / BACKUPS, folder.parent]
    for top in (folder, folder / _TOP):
        with contextlib.suppress(OSError):
            places += [path for path in sorted(top.iterdir()) if path.is_dir()]
    found = {
        backup.path.resolve(): row_of(backup)
        for place in places
        for backup in backup_places.list_backups(place)
        if folder in (backup.path, *backup.path.parents)
    }
    order = sorted(found.items(), key=lambda each: each[1].made_at, reverse=True)
    return tuple(order)


def row_of(
    backup: Backup,
    *,
    here: bool = False,
    second: bool = False,
    checked_at: datetime | None = None,
    before_restore: bool = False,
) -> BackupRow:
    """Return a backup as lists show it."""
    about = backup.about
    return BackupRow(
        backup.id,
        backup.made_at,
        about.reason,
        about.program,
        about.schema,
        about.own.get("name", ""),
        about.counts.get("initiative", 0),
        about.counts.get("bundle", 0),
        about.counts.get("unit", 0),
        about.files,
        about.book_size + about.files_size,
        len(about.damaged),
        here,
        second,
        checked_at,
        before_restore,
    )


def find(folder: Path, key: str) -> Backup:
    """Return a backup by its name, "newest" or the name of its folder anywhere.

    Raises BadInput SSK-943, BadFile SSK-944 and SSK-946.
    """
    path = Path(key)
    if path.is_absolute() or len(path.parts) > 1:
        return backup_places.find_backup(path.resolve().parent, path.name)
    places = [place for place in (place_of(folder), second_place(folder)) if place is not None]
    if key == "newest":
        found = [each for place in places for each in backup_places.list_backups(place)]
        if not found:
            raise BadInput("SSK-943", name=key)
        return max(found, key=lambda each: each.about.made_at)
    for place in places:
        with contextlib.suppress(BadInput):
            return backup_places.find_backup(place, key)
    return backup_places.find_backup(places[0], key)


def check(folder: Path, key: str, now: datetime, step: Step = no_step) -> BackupRow:
    """Read all of a backup from its device; remember that. Raises BadFile SSK-944, SSK-946."""
    backup = find(folder, key)
    backup_making.full_check(backup, reading_back, step)
    state = _state(folder)
    kept = {**state.get("checked", {}), backup.id: now.isoformat(timespec="seconds")}
    with contextlib.suppress(Failed):
        _write_state(folder, {**state, "checked": kept})
    here = backup.place == place_of(folder)
    return row_of(backup, here=here, second=not here, checked_at=now)


# The second place


def second_place(folder: Path) -> Path | None:
    """Return where the second copies of a data folder's backups lie, None when none is wanted."""
    place = _state(folder).get("second")
    return Path(place) if place else None


def second_folder(folder: Path) -> Path | None:
    """Return the folder a person chose for second copies."""
    place = second_place(folder)
    return place.parents[1] if place else None


def set_second_place(workspace: Workspace, chosen: Path | None) -> Path | None:
    """Keep every backup in a second place as well: another disk, a stick; None: no more.

    What lies there already stays. Raises BadInput SSK-948 for a place that cannot be used.
    """
    _here_only(workspace)
    state = _state(workspace.folder)
    if chosen is None:
        _write_state(workspace.folder, {**state, "second": None})
        return None
    top = chosen.resolve()
    if not top.is_dir() or top.is_relative_to(workspace.folder.resolve()):
        raise BadInput("SSK-948", place=str(chosen))
    own = workspace.own
    place = top / _TOP / f"{own.code}-{workspace.identity[-8:]}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        probe = place / f"{backup_places.NEW}probe"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        raise BadInput("SSK-948", place=str(chosen)) from error
    _write_state(workspace.folder, {**state, "second": str(place)})
    return place


def on_same_disk(folder: Path, chosen: Path) -> bool:
    """Return whether a second place lies on the disk of the book: it would be lost with it."""
    try:
        return folder.stat().st_dev == chosen.stat().st_dev
    except OSError:
        return False


def _copy_to_second(workspace: Workspace, made: Backup, step: Step) -> str:
    """Copy a backup to the second place; return done, "" where none is wanted, or a code.

    What went wrong there is remembered (``problem``).
    """
    place, top = second_place(workspace.folder), second_folder(workspace.folder)
    wrong: AppError | None = None
    try:
        if place is None or top is None:
            return ""
        if not top.is_dir():
            raise Failed("SSK-951")
        backup_making.copy_backup(made, place, reading_back, part_of(step, 1, 2))
        backup_rotation.rotate(place, workspace.now(), backup_rotation.rotation())
    except Cancelled:
        raise
    except AppError as error:
        wrong = error
    except OSError as error:
        wrong = Failed("SSK-940", place=str(place), cause=error.strerror or "")
    finally:
        _remember_problem(workspace, wrong)
    return "done" if wrong is None else wrong.code


# Small parts


def remember_restore(folder: Path, before: str | None) -> None:
    """Remember which backup takes the last restore back; the next backup is due."""
    with contextlib.suppress(Failed):
        _write_state(folder, {**_state(folder), "before_restore": before, "mark": None})


def before_last_restore(folder: Path) -> str | None:
    """Return the backup that takes the last restore back, None without one."""
    kept = _state(folder).get("before_restore")
    return str(kept) if kept else None


@dataclass(frozen=True)
class Problem:
    """Why the newest backup was not made, or not copied to the second place."""

    error: AppError
    at: datetime


def problem(folder: Path) -> Problem | None:
    """Return what went wrong with the newest backup, None when nothing did."""
    kept = _state(folder).get("problem")
    try:
        if not kept:
            return None
        error = AppError(str(kept["code"]), **{k: str(v) for k, v in kept["facts"].items()})
        return Problem(error, datetime.fromisoformat(kept["at"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _remember_problem(workspace: Workspace, error: AppError | None) -> None:
    value: dict[str, Any] | None = None
    if error is not None:
        facts = {name: str(fact) for name, fact in error.facts.items()}
        at = workspace.now().isoformat(timespec="seconds")
        value = {"code": error.code, "facts": facts, "at": at}
    state = _state(workspace.folder)
    if state.get("problem") != value:
        with contextlib.suppress(Failed):
            _write_state(workspace.folder, {**state, "problem": value})


def _here_only(workspace: Workspace) -> None:
    if workspace.link is not None:
        raise NotAllowed("SSK-947")


def _sign_key(workspace: Workspace) -> str:
    with contextlib.suppress(AppError):
        return workspace.keys.public.sign if workspace.started else ""
    return ""


def _mark(folder: Path) -> list[int] | None:
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


def _state(folder: Path) -> dict[str, Any]:
    try:
        kept = json.loads((place_of(folder) / _STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write_state(folder: Path, state: dict[str, Any]) -> None:
    try:
        place_of(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failed("SSK-940", place=str(place_of(folder)), cause=error.strerror or "") from error
    write_json(place_of(folder) / _STATE, state)


def _checked(state: dict[str, Any]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for key, moment in (state.get("checked") or {}).items():
        with contextlib.suppress(ValueError, TypeError):
            found[key] = datetime.fromisoformat(moment)
    return found
