"""What came back to the team: answers and cards, and the way to what was returned."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.windows.intake_panel import IntakePanel
from desktop_app.windows.looks import fit_window
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.inbox import IntakeResult


class TakenDialog(QDialog):
    """Takes files in and says what became of them."""

    wanted = Signal(str)
    """An initiative the person wants to open."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What came back"))
        self._returned: str | None = None
        title = QLabel(self.tr("What came back"))
        title.setFont(scaled_font(TITLE, bold=True))
        self.panel = IntakePanel(context)
        self.panel.finished.connect(self._finished)
        self.panel.opened.connect(self._open)
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.clicked.connect(self.accept)
        self.open_button = QPushButton(self.tr("&Open what was returned"))
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(lambda: self._open(self._returned or ""))
        self.open_button.hide()
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(title)
        column.addWidget(self.panel, 1)
        column.addLayout(foot)
        fit_window(self, parent, 48, 30)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Begin to take in."""
        self.panel.take_in(paths)

    def _finished(self, result: "IntakeResult | None") -> None:
        items = [item for file in result.files for item in file.items] if result else []
        returned = [item.id for item in items if item.intake == "returned"]
        self._returned = returned[0] if returned else None
        self.open_button.setVisible(bool(returned))
        (self.open_button if returned else self.close_button).setFocus()

    def _open(self, initiative_id: str) -> None:
        self.accept()
        self.wanted.emit(initiative_id)

    def reject(self) -> None:
        """Esc stops the work first."""
        if self.panel.working.busy:
            self.panel.working.stop()
        else:
            super().reject()
