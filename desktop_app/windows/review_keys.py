"""The keys of the review desk, on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.looks import fit_window
from desktop_app.windows.theme import TITLE, em, scaled_font


class KeysSheet(QDialog):
    """Which key does what; a text field keeps its letters."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        heading = QLabel(self.tr("Keys"))
        heading.setFont(scaled_font(TITLE, bold=True))
        column.addWidget(heading)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(0.8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        keys = (
            ("1 2 3", self.tr("Accept, return, not accepted")),
            ("J K", self.tr("Next, previous report")),
            ("Ctrl+Z", self.tr("Take a verdict back")),
            ("C", self.tr("Comment, on an answer where the cursor is")),
            ("P", self.tr("Phrases")),
            ("N", self.tr("Own note")),
            ("A", self.tr("Answers, one after the other")),
            ("F", self.tr("Next finding of the check")),
            ("S", self.tr("Score sheet")),
            ("D", self.tr("What changed since the revision before")),
            ("R", self.tr("Without confidential answers, and with them")),
            ("V", self.tr("Choose between two versions")),
            ("L", self.tr("Filter the list")),
            ("Ctrl+F", self.tr("Search")),
            (self.tr("Space"), self.tr("Tick for a verdict together")),
            ("Shift+↑ ↓", self.tr("Tick several")),
            ("Ctrl+A", self.tr("Tick all that wait")),
            ("Esc", self.tr("Back to the list; there, take the ticks away")),
        )
        half = -(-len(keys) // 2)
        for place, (key, text) in enumerate(keys):
            row, side = place % half, 2 * (place // half)
            name = QLabel(key)
            name.setFont(scaled_font(1.0, bold=True))
            said = QLabel(text)
            said.setWordWrap(True)
            grid.addWidget(name, row, side, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, side + 1, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        column.addWidget(scroll, 1)
        close = QPushButton(self.tr("Close"))
        close.setProperty("primary", True)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        fit_window(self, parent, 52, 28)
