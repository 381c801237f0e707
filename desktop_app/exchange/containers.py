"""A bag's files in a ZIP or in a folder, looked at the same way."""

import os
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from desktop_app.errors import BadFile
from desktop_app.exchange.archive import Limits


class ZipContainer:
    """A bag inside a ZIP, in a folder of its own or at its top."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        files = [entry for entry in archive.infolist() if not entry.is_dir()]
        # What some ZIP programs add beside the bag is no part of it.
        files = [e for e in files if not e.filename.startswith("__MACOSX/")]
        tops = [e.filename.removesuffix("bagit.txt") for e in files if _is_declaration(e.filename)]
        self.top = min(tops, key=len) if tops else ""
        self._entries = {
            e.filename.removeprefix(self.top): e for e in files if e.filename.startswith(self.top)
        }
        self.strays = tuple(e.filename for e in files if not e.filename.startswith(self.top))

    def names(self) -> Sequence[str]:
        """Return the names of all files, relative to the bag."""
        return list(self._entries)

    def size(self, name: str) -> int:
        """Return the size of one file."""
        return self._entries[name].file_size

    def open(self, name: str) -> BinaryIO:
        """Open one file; damage shows while reading. Raises BadFile SSK-464 for a missing one."""
        entry = self._entries.get(name)
        if entry is None:
            raise BadFile("SSK-464", name=name[:80])
        try:
            return cast(BinaryIO, _Checked(self._archive.open(entry), name))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
            raise BadFile("SSK-471", name=name[:80]) from error

    def has_folder(self, name: str) -> bool:
        """Return whether there is a folder of this name."""
        return f"{self.top}{name}/" in self._archive.namelist()


def _is_declaration(name: str) -> bool:
    return name == "bagit.txt" or (name.endswith("/bagit.txt") and name.count("/") == 1)


class _Checked:
    """A stream whose damage is told as a damaged file."""

    def __init__(self, stream: object, name: str) -> None:
        self._stream, self._name = cast(BinaryIO, stream), name

    def read(self, size: int = -1) -> bytes:
        import zlib

        try:
            return self._stream.read(size)
        except (zipfile.BadZipFile, EOFError, zlib.error) as error:
            raise BadFile("SSK-471", name=self._name[:80]) from error

    def __enter__(self) -> "_Checked":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._stream.close()


class FolderContainer:
    """A bag in a folder; links out of it are refused."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._files: dict[str, Path] = {}
        self.strays: tuple[str, ...] = ()
        for root, _folders, files in os.walk(folder, followlinks=False):
            for file in files:
                path = Path(root) / file
                name = path.relative_to(folder).as_posix()
                if path.is_symlink():
                    raise BadFile("SSK-422", name=name[:80])
                if len(self._files) >= limits.entries or len(name) > limits.name:
                    raise BadFile("SSK-421")
                self._files[name] = path

    def names(self) -> Sequence[str]:
        """Return the names of all files, relative to the bag."""
        return sorted(self._files)

    def size(self, name: str) -> int:
        """Return the size of one file."""
        return self._files[name].stat().st_size

    def open(self, name: str) -> BinaryIO:
        """Open one file. Raises BadFile SSK-464 for a missing one."""
        path = self._files.get(name)
        if path is None:
            raise BadFile("SSK-464", name=name[:80])
        return path.open("rb")

    def has_folder(self, name: str) -> bool:
        """Return whether there is a folder of this name."""
        return (self._folder / name).is_dir()
