"""What stands below a list of files: adding several at once, and what all of them weigh."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.numbers import size_text
from desktop_app.windows.editor.incoming_files import WANTED, IncomingFile
from desktop_app.windows.theme import tokens


class FileLinesFoot(QWidget):
    """Buttons that add files to a list, and the sum of the list."""

    chosen = Signal(list)
    scan_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        several = QPushButton(self.tr("Add files…"))
        several.clicked.connect(self._ask)
        scanned = QPushButton(self.tr("From the scanner…"))
        scanned.clicked.connect(self.scan_wanted)
        self.weight = QLabel()
        self.weight.setStyleSheet(f"color: {tokens().quiet}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (several, scanned, self.weight):
            row.addWidget(widget)
        row.addStretch(1)

    def _ask(self) -> None:
        kinds = self.tr("Pictures and documents ({endings})").format(endings=WANTED)
        names, _kind = QFileDialog.getOpenFileNames(self, self.tr("Choose files"), "", kinds)
        self.chosen.emit([IncomingFile(Path(name).name, Path(name)) for name in names])

    def show_weight(self, files: Sequence[Mapping[str, Any]]) -> None:
        """Say how many files there are and what they weigh together."""
        text = self.tr("{number} files, {size} together")
        size = size_text(sum(int(file["size"]) for file in files))
        self.weight.setText(text.format(number=len(files), size=size) if files else "")
