"""When the program itself is at fault: say what is safe, keep a report without personal data.

faulthandler writes into ``crash.log`` beside the data; a clean end removes it, and the next start
that finds it tells the person.
"""

import contextlib
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
        report = box.addButton("Báo lỗi… · Report…", QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is report:
            with contextlib.suppress(Exception):  # nothing may crash while a crash is told
                self._offer_report()

    def _offer_report(self) -> None:
        """Show the whole report, and save it where the person says; the book is not touched."""
        from PySide6.QtCore import qVersion
        from PySide6.QtWidgets import QFileDialog, QMessageBox

        from desktop_app.services.problem_report import collect, write

        report = collect(self._path.parent, None, {"qt": qVersion()})
        box = QMessageBox()
        box.setWindowTitle("Sổ Sáng Kiến")
        box.setText(
            "Tệp báo lỗi gồm những gì ghi bên dưới, không có tên người và nội dung báo cáo. "
            "Không gửi đi đâu.\n"
            "The report holds what is shown below, no names and no contents. Nothing is sent."
        )
        box.setDetailedText(report.whole)
        box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
        if box.exec() == QMessageBox.StandardButton.Save:
            path, _kind = QFileDialog.getSaveFileName(
                None, "Báo lỗi · Report", "bao-loi.zip", "Zip (*.zip)"
            )
            if path:
                write(report, Path(path).with_suffix(".zip"))
