"""Updating the program from a signed file on a stick; no network is asked.

Checked (signature, system, newer than this one), the book backed up, unpacked beside the program
and compared; the swap is made by the new program itself once the old one has ended, for a running
program cannot be replaced on Windows (``program_swap.py``).
"""

import contextlib
import json
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop_app import __version__
from desktop_app.errors import BadFile, NotAllowed
from desktop_app.exchange import update_file
from desktop_app.exchange.delivery import told_errors, write_file
from desktop_app.resource_files import resource_path
from desktop_app.services import backups, program_swap
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import backup_places
from desktop_app.workspace import Workspace

_MACHINES = {"amd64": "x64", "x86_64": "x64", "aarch64": "arm64", "arm64": "arm64"}


@dataclass(frozen=True)
class Running:
    """The program that runs: ``folder`` is where it can replace itself, None where it cannot.

    ``public_key`` is the makers' key, "" in a build that has none.
    """

    version: str
    platform: str
    folder: Path | None
    public_key: str


@dataclass(frozen=True)
class Checked:
    """What an update would do here."""

    version: str
    installed: str
    platform: str
    size: int
    notes: str


@dataclass(frozen=True)
class Staged:
    """An update that is unpacked and compared; the next start of the program is the new one."""

    version: str
    backup: str
    folder: Path


def platform_name() -> str:
    """Return what builds for this system are called: windows-x64, linux-x64."""
    system = "windows" if sys.platform == "win32" else sys.platform
    machine = platform.machine().lower()
    return f"{system}-{_MACHINES.get(machine, machine)}"


def running_program() -> Running:
    """Return what runs here. A Debian package, a wheel or a checkout does not replace itself."""
    folder = None
    if getattr(sys, "frozen", False):
        program = Path(sys.executable).resolve().parent
        folder = None if program.is_relative_to("/usr") else program
    key = resource_path("update", "release.pub")
    text = key.read_text(encoding="ascii").split("\n") if key.is_file() else []
    lines = [line.strip() for line in text if line.strip() and not line.startswith("untrusted")]
    return Running(__version__, platform_name(), folder, lines[0] if lines else "")


def check_update(file: Path, running: Running) -> Checked:
    """Look whether an update file is whole, ours and newer; nothing is changed.

    Raises BadFile SSK-980 no update, SSK-981 not signed by the makers, SSK-988 a newer kind;
    NotAllowed SSK-983 not newer than this program, SSK-984 for another system, SSK-989 this build
    knows no makers' key.
    """
    with _opened(file) as opened:
        update = _checked(opened, running)
    return Checked(update.version, running.version, update.platform, update.size, update.notes)


def apply_update(
    workspace: Workspace | None, file: Path, running: Running, step: Step = no_step
) -> Staged:
    """Back up the book, unpack an update beside the program; the next start swaps them.

    Raises what ``check_update`` raises; BadFile SSK-982 damaged; NotAllowed SSK-986 where the
    program was installed in another way; Failed when a disk refuses. Nothing has changed then.
    """
    with _opened(file) as opened:
        update = _checked(opened, running)
        folder = running.folder
        if folder is None:
            raise NotAllowed("SSK-986")
        backup = _back_up(workspace) if workspace is not None else ""
        program_swap.take_away(folder)
        place = program_swap.staging_place(folder, update.version)
        try:
            update_file.unpack(opened, update, place, step)
            note = {"version": update.version, "files": sorted(_tops(update))}
            write_file(folder / program_swap.NOTE, json.dumps(note).encode())
        except BaseException:
            with contextlib.suppress(OSError):
                shutil.rmtree(place)
            raise
    return Staged(update.version, backup, place)


def _back_up(workspace: Workspace) -> str:
    """Back the book up as before a change of its database; return the backup's name.

    A book on the office's server is backed up there: "". Raises Failed when it cannot be made.
    """
    if workspace.link is not None:
        return ""
    return backups.create(workspace, backup_places.MIGRATION).backup.id


def _tops(update: update_file.Update) -> set[str]:
    return {name.partition("/")[0] for name in update.files}


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    with told_errors(file), file.open("rb") as opened:
        yield opened


def _checked(opened: BinaryIO, running: Running) -> update_file.Update:
    if not running.public_key:
        raise NotAllowed("SSK-989")
    update = update_file.read_update(opened, running.public_key)
    if update.platform != running.platform:
        raise NotAllowed("SSK-984", system=update.platform, here=running.platform)
    try:
        newer = update_file.number_of(update.version) > update_file.number_of(running.version)
    except ValueError as error:
        raise BadFile("SSK-980") from error
    if not newer:
        raise NotAllowed("SSK-983", version=update.version, installed=running.version)
    return update
