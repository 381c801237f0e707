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
    """A stick: how people know it, where it is, free bytes, whether it can be written on."""

    name: str
    path: Path
    free: int
    writable: bool


def sticks() -> tuple[Drive, ...]:
    """Return the sticks that are in; best effort, may be empty."""
    return tuple(
        Drive(_name(info), Path(info.rootPath()), info.bytesAvailable(), not info.isReadOnly())
        for info in QStorageInfo.mountedVolumes()
        if info.isValid() and info.isReady() and not info.isRoot() and _is_stick(info)
    )


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
