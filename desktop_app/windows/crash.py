"""When the program itself is at fault: say what is safe, keep a report without personal data.

faulthandler writes into ``crash.log`` beside the data; a clean end removes it, and the next start
that finds it tells the person.
"""

import faulthandler
import logging
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from desktop_app import __version__

_LOG = logging.getLogger("desktop_app.crash")
_FILE, _EARLIER = "crash.log", "crash-earlier.log"


class CrashGuard:
    """Watches over one run of the program."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / _FILE
        self.ended_badly = self._path.is_file() and self._path.stat().st_size > 0
        if self.ended_badly:
            # Kept for whoever helps; the new run writes its own.
            self._path.replace(folder / _EARLIER)
        self._file: TextIO = self._path.open("w", encoding="utf-8")
        faulthandler.enable(self._file)
        self._before = sys.excepthook
        sys.excepthook = self._caught

    def close(self) -> None:
        """End cleanly: nothing to tell at the next start."""
        sys.excepthook = self._before
        faulthandler.disable()
        self._file.close()
        self._path.unlink(missing_ok=True)

    def _caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write where it happened, never what was typed, and tell the person."""
        places = "".join(traceback.format_tb(trace))
        report = f"{__version__} {platform.platform()}\n{kind.__name__}\n{places}"
        _LOG.error("crash %s\n%s", kind.__name__, places)
        self._file.write(report)
        self._file.flush()
        self._show()

    def _show(self) -> None:
        # As little as possible: the dialog must not need what crashed.
        from PySide6.QtWidgets import QApplication, QMessageBox

        if QApplication.instance() is None:
            return
        box = QMessageBox()
        box.setWindowTitle("Sổ Sáng Kiến")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(
            "Chương trình gặp lỗi ngoài dự tính. Những gì đã lưu vẫn nguyên.\n"
            "The program met an unexpected error. What was saved is whole."
        )
        box.setInformativeText(f"crash.log: {self._path}")
        box.exec()
