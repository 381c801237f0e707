"""The pages of Word documents on the screen, one under another."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told


def pages_widget(docx: bytes, width: int, language: str = "vi") -> QWidget:
    """Return a widget with every page of a document, as wide as there is room."""
    from desktop_app.documents.pages import lay_out

    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setSpacing(12)
    try:
        document = lay_out(docx)
    except AppError as error:
        label = QLabel(told(error, language))
        label.setWordWrap(True)
        column.addWidget(label)
        return holder
    dpi = max(50, min(130, round((width - 40) / 8.27)))
    for number in range(document.page_count):
        label = QLabel()
        label.setPixmap(QPixmap.fromImage(document.picture(number, dpi)))
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
    column.addStretch(1)
    return holder


class DocumentDialog(QDialog):
    """Shows the documents of a dossier and writes them into a folder."""

    def __init__(
        self, parent: QWidget, documents: Sequence[Any], write: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Documents"))
        self.resize(min(1000, parent.window().width() - 40), parent.window().height() - 40)
        self._documents, self._write = documents, write
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        self._box = QComboBox()
        self._box.setAccessibleName(self.tr("Document"))
        for document in documents:
            self._box.addItem(document.title)
        self._box.currentIndexChanged.connect(self._show)
        head.addWidget(self._box, 1)
        column.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Pages of the document"))
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        save = QPushButton(self.tr("Save as Word and PDF…"))
        save.setProperty("primary", True)
        save.clicked.connect(self._save)
        foot.addWidget(close)
        foot.addWidget(save)
        column.addLayout(foot)
        self._show(0)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._documents):
            self._scroll.setWidget(pages_widget(self._documents[number].docx, self.width() - 60))

    def _save(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Save into"))
        if folder:
            self._write(folder)
            self.accept()
