"""A bag's files in a ZIP or in a folder, looked at the same way.

What Finder and Explorer leave beside the files they show is no part of a bundle: a ``tidy``
container does not see it. Any other bag is looked at as it is.
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from desktop_app.errors import BadFile
from desktop_app.exchange.archive_reading import Limits

_LEFT_BY_SYSTEMS = (".ds_store", "thumbs.db", "desktop.ini")


class ZipContainer:
    """A bag inside a ZIP, in a folder of its own or at its top."""

    def __init__(self, archive: zipfile.ZipFile, *, tidy: bool = True) -> None:
        self._archive = archive
        files = [
            e
            for e in archive.infolist()
            if not e.is_dir()
            and not e.filename.startswith("__MACOSX/")
            and not (tidy and left_by_a_system(e.filename))
        ]
        tops = [e.filename.removesuffix("bagit.txt") for e in files if _is_declaration(e.filename)]
        self.top = min(tops, key=lambda top: (len(top), top)) if tops else ""
        self._entries = {
            e.filename.removeprefix(self.top): e for e in files if e.filename.startswith(self.top)
        }
        self._folders = {e.filename for e in archive.infolist() if e.is_dir()}
        self.strays = tuple(e.filename for e in files if not e.filename.startswith(self.top))

    def names(self) -> Sequence[str]:
        """Return the names of all files, relative to the bag."""
        return list(self._entries)

    def size(self, name: str) -> int:
        """Return the size of one file. Raises BadFile SSK-464 for a missing one."""
        return self._entry(name).file_size

    def open(self, name: str) -> BinaryIO:
        """Open one file; damage shows while reading. Raises BadFile SSK-464 for a missing one."""
        entry = self._entry(name)
        try:
            return cast(BinaryIO, _Checked(self._archive.open(entry), name))
        except _DAMAGE as error:
            raise BadFile("SSK-471", name=_shown(name)) from error

    def has_folder(self, name: str) -> bool:
        """Return whether there is a folder of this name."""
        return f"{self.top}{name}/" in self._folders

    def as_it_is(self) -> "ZipContainer":
        """Return the same bag with whatever systems left in it."""
        return ZipContainer(self._archive, tidy=False)

    def _entry(self, name: str) -> zipfile.ZipInfo:
        entry = self._entries.get(name)
        if entry is None:
            raise BadFile("SSK-464", name=_shown(name))
        return entry


_DAMAGE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error)


def _is_declaration(name: str) -> bool:
    return name == "bagit.txt" or (name.endswith("/bagit.txt") and name.count("/") == 1)


def left_by_a_system(name: str) -> bool:
    """Return whether a file is one that Finder or Explorer makes for itself."""
    plain = name.rpartition("/")[2].lower()
    return plain in _LEFT_BY_SYSTEMS or plain.startswith("._")


class _Checked:
    """A stream whose damage is told as a damaged file."""

    def __init__(self, stream: object, name: str) -> None:
        self._stream, self._name = cast(BinaryIO, stream), name

    def read(self, size: int = -1) -> bytes:
        try:
            return self._stream.read(size)
        except _DAMAGE as error:
            raise BadFile("SSK-471", name=_shown(self._name)) from error

    def __enter__(self) -> "_Checked":
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._stream.close()


class FolderContainer:
    """A bag in a folder; links and whatever is no plain file are refused, never followed."""

    def __init__(self, folder: Path, limits: Limits, *, tidy: bool = True) -> None:
        self._folder = folder
        self._files: dict[str, Path] = {}
        self.strays: tuple[str, ...] = ()
        total = 0
        for root, folders, files in os.walk(folder, followlinks=False, onerror=_raise):
            for file in (*folders, *files):
                path = Path(root) / file
                name = path.relative_to(folder).as_posix()
                if any("\ud800" <= letter <= "\udfff" for letter in name):
                    raise BadFile("SSK-422", name=_shown(name))
                status = path.lstat()
                if stat.S_ISDIR(status.st_mode):
                    continue
                if not stat.S_ISREG(status.st_mode):
                    raise BadFile("SSK-422", name=_shown(name))
                if tidy and left_by_a_system(name):
                    continue
                total += status.st_size
                if len(self._files) >= limits.entries or total > limits.unpacked:
                    raise BadFile("SSK-421")
                self._files[name] = path

    def names(self) -> Sequence[str]:
        """Return the names of all files, relative to the bag."""
        return sorted(self._files)

    def size(self, name: str) -> int:
        """Return the size of one file. Raises BadFile SSK-464 for a missing one."""
        return self._path(name).stat().st_size

    def open(self, name: str) -> BinaryIO:
        """Open one file. Raises BadFile SSK-464 for a missing one."""
        return self._path(name).open("rb")

    def has_folder(self, name: str) -> bool:
        """Return whether there is a folder of this name."""
        return (self._folder / name).is_dir() and not (self._folder / name).is_symlink()

    def _path(self, name: str) -> Path:
        path = self._files.get(name)
        if path is None:
            raise BadFile("SSK-464", name=_shown(name))
        return path


def _raise(error: OSError) -> None:
    raise error


def _shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name)[:200]
