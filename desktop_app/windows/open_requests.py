"""A file opened from outside while the window runs: handed over through the data folder.

The second start leaves the paths in a small file and the running window takes them up; nothing
listens on a network for it. Where nobody takes them up in time, the second start takes them back.
"""

import json
import os
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

_FOLDER = "opened"
_PATIENCE = 40
_PAUSE = 0.1


def hand_over(
    data: Path, files: list[Path], pause: Callable[[], None] = lambda: time.sleep(_PAUSE)
) -> bool:
    """Leave files for the window that has this data folder open; False when nobody took them."""
    folder = data / _FOLDER
    request = folder / f"{uuid.uuid4()}.json"
    half = request.with_suffix(".new")
    try:
        folder.mkdir(exist_ok=True)
        names = [str(file.resolve()) for file in files]
        half.write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
        os.replace(half, request)
    except OSError:
        return False
    for _turn in range(_PATIENCE):
        if not request.exists():
            return True
        pause()
    try:
        request.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


class OpenRequests(QObject):
    """Watches for files another start leaves for this window."""

    asked = Signal(list)
    """Paths to be taken in; empty when the program was only started once more."""

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = data / _FOLDER
        self._folder.mkdir(exist_ok=True)
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(lambda _folder: self.look())

    def look(self) -> None:
        """Take up what was left."""
        for request in sorted(self._folder.glob("*.json")):
            try:
                names = json.loads(request.read_text(encoding="utf-8"))
                request.unlink()
            except (OSError, ValueError):
                continue
            if isinstance(names, list):
                self.asked.emit([Path(name) for name in names if isinstance(name, str)])
