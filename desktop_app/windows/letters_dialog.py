"""The text of letters to who was given a person's data: to be copied, nothing is sent from here."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.looks import fit_window
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, scaled_font


class LettersDialog(QDialog):
    """Shows the letters in one text that can be changed and copied."""

    def __init__(self, context: WindowContext, parent: QWidget, letters: str) -> None:
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(self.tr("Letters to be sent"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        heading = QLabel(self.tr("Letters to be sent"))
        heading.setFont(scaled_font(TITLE, bold=True))
        said = QLabel(
            self.tr(
                "Copy the text into a letter or a message now: it names the person, so it is "
                "kept nowhere in the book."
            )
        )
        said.setWordWrap(True)
        self.text = QPlainTextEdit(letters)
        self.text.setAccessibleName(self.tr("Text of the letters"))
        self.text.setTabChangesFocus(True)
        self.copy_button = QPushButton(self.tr("&Copy all"))
        self.copy_button.setProperty("primary", True)
        self.copy_button.clicked.connect(self.copy)
        self.close_button = QPushButton(self.tr("C&lose"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.close_button)
        for part in (heading, said):
            column.addWidget(part)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        fit_window(self, parent, 56, 36)

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))
