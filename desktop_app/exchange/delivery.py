"""Writing a file that must arrive: beside its place, flushed, read back, compared, then renamed.

Whatever fails, nothing half-written is left under the wanted name and nothing there is replaced.
"""

import contextlib
import errno
import glob
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.errors import Failed
from desktop_app.exchange.reading_back import digest_on_device, flush_to_device, sync_folder

Step = Callable[[int, int], None]

_CODES = {
    errno.ENOSPC: "SSK-412",
    errno.EDQUOT: "SSK-412",
    errno.EROFS: "SSK-413",
    errno.EACCES: "SSK-413",
    errno.EPERM: "SSK-413",
    errno.ENOENT: "SSK-414",
    errno.ENOTDIR: "SSK-414",
    errno.ENODEV: "SSK-414",
    errno.ENXIO: "SSK-414",
    errno.EFBIG: "SSK-415",
    errno.ENAMETOOLONG: "SSK-416",
}
# What Windows says where Python has no errno of its own for it ("System Error Codes").
_WINDOWS_CODES = {
    19: "SSK-413",  # write protected
    21: "SSK-414",  # not ready
    39: "SSK-412",  # disk full
    112: "SSK-412",  # disk full
    206: "SSK-416",  # name too long
    223: "SSK-415",  # file too large
    433: "SSK-414",  # no such device
    1006: "SSK-414",  # the volume has changed
    1167: "SSK-414",  # not connected
}


def code_of(error: OSError) -> str:
    """Return the code of what the system said: full, read-only, gone, too large, …"""
    on_windows = _WINDOWS_CODES.get(getattr(error, "winerror", None) or 0)
    return on_windows or _CODES.get(error.errno or 0, "SSK-417")


@contextmanager
def told_errors(place: Path) -> Iterator[None]:
    """Turn a refusal of the system into a told error."""
    try:
        yield
    except OSError as error:
        shown = place.name or str(place)
        raise Failed(code_of(error), place=shown, cause=error.strerror or "") from error


def check_room(folder: Path, size: int) -> None:
    """Refuse a folder that has no room for so many bytes, before anything is written.

    Raises Failed SSK-412 full, SSK-414 gone.
    """
    with told_errors(folder):
        if shutil.disk_usage(folder).free < size:
            raise Failed("SSK-412", place=folder.name or str(folder), cause="")


@contextmanager
def delivered(folder: Path, name: str) -> Iterator[tuple[BinaryIO, "Delivery"]]:
    """Give a file beside its place and the steps that bring it there under a name.

    When the block ends without ``finish`` having been called, nothing is left behind. What an
    earlier, killed process left of the same name is taken away; nobody else's work is touched.
    """
    temporary: Path | None = None
    try:
        with told_errors(folder):
            prefix = f".ssk-{name.partition('.')[0][:60]}-"
            for stale in folder.glob(f"{glob.escape(prefix)}*.part"):
                with contextlib.suppress(OSError):
                    stale.unlink()
            handle, made = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=folder)
            temporary = Path(made)
            with os.fdopen(handle, "w+b") as file:
                # Meant to be carried and read by others; temporary files begin for the owner alone.
                with contextlib.suppress(OSError):
                    temporary.chmod(0o644)
                yield file, Delivery(folder, name, file, temporary)
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


class Delivery:
    """The last steps of a file on its way."""

    def __init__(self, folder: Path, name: str, file: BinaryIO, temporary: Path) -> None:
        self._folder, self._name = folder, name
        self._file, self._temporary = file, temporary

    def finish(self, sha256: str, step: Step) -> Path:
        """Flush to the device, read back, compare, rename; return where the file is now.

        An equal file of that name is left in place; a different one is never replaced: the next
        free name is taken. Raises Failed SSK-418 when what was read back differs.
        """
        with told_errors(self._folder):
            self._file.flush()
            flush_to_device(self._file)
            self._file.close()
            if _read_back(self._temporary, step) != sha256:
                raise Failed("SSK-418", place=self._folder.name or str(self._folder))
            target = _free_place(self._folder, self._name, sha256)
            if not target.exists():
                os.replace(self._temporary, target)
            sync_folder(self._folder)
        return target


def _free_place(folder: Path, name: str, sha256: str) -> Path:
    stem, dot, endings = name.partition(".")
    for number in range(1, 1000):
        numbered = name if number == 1 else f"{stem}_{number}{dot}{endings}"
        place = folder / numbered
        if not os.path.lexists(place) or (place.is_file() and _digest(place) == sha256):
            return place
    raise Failed("SSK-417", place=folder.name or str(folder), cause="")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_back(path: Path, step: Step) -> str:
    return digest_on_device(path, step)


def write_file(target: Path, content: bytes, step: Step = lambda _done, _whole: None) -> Path:
    """Write a whole file the same careful way, making its folder; return where it is."""
    with told_errors(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
    with delivered(target.parent, target.name) as (file, delivery):
        file.write(content)
        return delivery.finish(hashlib.sha256(content).hexdigest(), step)
