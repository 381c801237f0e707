"""Sticks: removable drives with their name and free space, as the system knows them."""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_STICK_FORMATS = (b"vfat", b"exfat", b"ntfs", b"ntfs3", b"fuseblk", b"msdos", b"hfsplus", b"udf")
_STICK_PLACES = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_WINDOWS_REMOVABLE = 2


@dataclass(frozen=True)
class Drive:
    """A stick: how people know it, where it is, free bytes, whether it can be written on.

    ``largest_file`` in bytes is what its file system can hold; None when there is no limit.
    """

    name: str
    path: Path
    free: int
    writable: bool
    largest_file: int | None = None


_FAT = (b"vfat", b"msdos", b"fat32", b"fat")
LARGEST_ON_FAT = 2**32 - 1
"""A file's size has four bytes there ("FAT32 File System Specification", FATDirEntry)."""


def sticks() -> tuple[Drive, ...]:
    """Return the sticks that are in; best effort, may be empty."""
    return tuple(
        Drive(
            _name(info),
            Path(info.rootPath()),
            info.bytesAvailable(),
            not info.isReadOnly(),
            largest_file_of(bytes(info.fileSystemType().data())),
        )
        for info in QStorageInfo.mountedVolumes()
        if info.isValid() and info.isReady() and not info.isRoot() and _is_stick(info)
    )


def largest_file_of(file_system: bytes) -> int | None:
    """Return the largest file a kind of file system can hold, None without a limit of interest."""
    return LARGEST_ON_FAT if file_system.lower() in _FAT else None


def free_space(folder: Path) -> int:
    """Return the free bytes where a folder is, -1 when that is not known."""
    info = QStorageInfo(str(folder))
    return info.bytesAvailable() if info.isValid() and info.isReady() else -1


def _name(info: QStorageInfo) -> str:
    root = info.rootPath().rstrip("/\\")
    label = info.name() or Path(root).name or "USB"
    return f"{label} ({root})" if sys.platform == "win32" else label


def _is_stick(info: QStorageInfo) -> bool:
    if sys.platform == "win32":
        import ctypes

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(str(Path(info.rootPath())))
        return kind == _WINDOWS_REMOVABLE
    known = bytes(info.fileSystemType().data()).lower() in _STICK_FORMATS
    return known and info.rootPath().startswith(_STICK_PLACES)
