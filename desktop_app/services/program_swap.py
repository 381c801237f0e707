"""Putting an unpacked update in the program's place, once no old program runs any more.

Three processes take part. The old program unpacks the new one into a folder beside itself and
leaves a note (``updating.py``). The next start finds the note, starts the new program from there
and ends. The new program copies itself into place: what it replaces steps aside first and comes
back when anything fails, so the place holds the whole old program or the whole new one.
"""

import contextlib
import filecmp
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import Failed

NOTE = "update-ready.json"
_EARLIER = "earlier"
_STAGED, _SWAPPED = "update-", "swapped"
_PATIENCE_SECONDS = 60.0
_PAUSE = 0.25
SWAP = "--swap-into"


def staging_place(folder: Path, version: str) -> Path:
    """Return where an update is unpacked: beside the program, on the same disk."""
    return folder / f"{_STAGED}{version}"


def waiting(folder: Path) -> Path | None:
    """Return where an update waits that is to be swapped in, None without one."""
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
        place = staging_place(folder, str(note["version"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return place if place.is_dir() and place.parent == folder else None


def hand_to_new_program(folder: Path, program: str, arguments: Sequence[str]) -> bool:
    """Start the waiting new program, which swaps itself in and then starts again; whether it did.

    ``arguments`` are those the person's start had.
    """
    place = waiting(folder)
    if place is None or not (place / program).is_file():
        return False
    command = [str(place / program), SWAP, str(folder), str(os.getpid()), *arguments]
    try:
        _start(command)
    except OSError:
        return False
    return True


def swap_and_start(arguments: Sequence[str]) -> int:
    """Be the new program: put it in place, start it there; the old one when that failed."""
    folder, old, *rest = arguments
    place = Path(sys.executable).resolve().parent
    target = Path(folder)
    wait_for_end(int(old))
    try:
        swap(place, target)
    except Failed:
        take_note_away(target)
        _start([str(target / Path(sys.executable).name), *rest])
        return 3
    _start([str(target / Path(sys.executable).name), *rest])
    return 0


def swap(
    place: Path, target: Path, patience: float = _PATIENCE_SECONDS, pause: float = _PAUSE
) -> None:
    """Replace the program in ``target`` by the one in ``place``.

    Raises Failed SSK-987 when the old one still runs or the disk refuses; it is whole then.
    """
    names = sorted(path.name for path in place.iterdir())
    earlier = target / _EARLIER
    existing = [name for name in names if os.path.lexists(target / name)]
    moved: list[str] = []
    try:
        shutil.rmtree(earlier, ignore_errors=True)
        earlier.mkdir(exist_ok=True)
        for name in existing:
            _patiently(target / name, earlier / name, patience, pause)
            moved.append(name)
        for name in names:
            _copy(place / name, target / name)
    except OSError as error:
        if len(moved) == len(existing):
            for name in names:  # nothing of the old one is there any more: only copies
                _remove(target / name)
        for name in moved:
            with contextlib.suppress(OSError):
                (earlier / name).rename(target / name)
        raise Failed("SSK-987", cause=error.strerror or "") from error
    take_note_away(target)
    shutil.rmtree(earlier, ignore_errors=True)
    # The program in there still runs: the next start takes it away (``tidy_up``).
    with contextlib.suppress(OSError):
        (place / _SWAPPED).touch()


def tidy_up(folder: Path) -> None:
    """Take away unpacked updates that were swapped in; one that is being unpacked stays."""
    for done in folder.glob(f"{_STAGED}*/{_SWAPPED}"):
        shutil.rmtree(done.parent, ignore_errors=True)


def take_away(folder: Path) -> None:
    """Take away what an earlier update left: the note, unpacked programs, the old one."""
    take_note_away(folder)
    for left in (*folder.glob(f"{_STAGED}*.*.*"), folder / _EARLIER):
        shutil.rmtree(left, ignore_errors=True)


def take_note_away(folder: Path) -> None:
    """Let no start find an update that waits."""
    with contextlib.suppress(OSError):
        (folder / NOTE).unlink()


def wait_for_end(process: int, patience: float = _PATIENCE_SECONDS, pause: float = _PAUSE) -> None:
    """Wait until a process has ended; on Windows its files tell it, elsewhere its number."""
    if sys.platform == "win32":
        return  # files of a running program cannot be renamed: ``swap`` waits for that
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except OSError:
            return
        time.sleep(pause)


def _patiently(path: Path, new: Path, patience: float, pause: float) -> None:
    """Rename what a program that is about to end may still hold."""
    until = time.monotonic() + patience
    while True:
        try:
            path.rename(new)
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(pause)
        else:
            return


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
        pairs = [(p, target / p.relative_to(source)) for p in source.rglob("*") if p.is_file()]
    else:
        shutil.copy2(source, target)
        pairs = [(source, target)]
    for one, other in pairs:
        if not filecmp.cmp(one, other, shallow=False):
            raise OSError(f"{other.name} differs")
        with other.open("rb+") as file:
            os.fsync(file.fileno())


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def _start(command: list[str]) -> None:
    """Start a program that goes on when this one has ended, with a fresh environment of its own."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("_PYI", "_MEI"))}
    kept["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if "LD_LIBRARY_PATH_ORIG" in kept:
        kept["LD_LIBRARY_PATH"] = kept.pop("LD_LIBRARY_PATH_ORIG")
    elif getattr(sys, "frozen", False):
        kept.pop("LD_LIBRARY_PATH", None)
    subprocess.Popen(command, env=kept, close_fds=True, start_new_session=True)
