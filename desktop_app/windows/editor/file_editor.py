"""The editor of a picture or a file: chosen, dropped or pasted; shown with what it weighs."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from desktop_app.domain.numbers import size_text
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.windows.editor.editor_base import QuestionEditor
from desktop_app.windows.editor.form_draft import DraftFiles
from desktop_app.windows.editor.incoming_files import (
    WANTED,
    IncomingFile,
    files_in,
    how_many,
    pasted,
)
from desktop_app.windows.theme import em


class FileEditor(QuestionEditor):
    """A picture or a file of a report."""

    def __init__(self, question: Question, files: DraftFiles) -> None:
        super().__init__()
        self._files = files
        self._value: dict[str, Any] | None = None
        self._picture = QLabel()
        self._picture.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = QLabel()
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        is_image = question.kind is QuestionKind.IMAGE
        text = self.tr("Choose a picture…") if is_image else self.tr("Choose a file…")
        self._choose = QPushButton(text)
        self._see = QPushButton(self.tr("See it large"))
        self._whole = QPushButton(self.tr("Full size again"))
        self._whole.setToolTip(self.tr("The original is kept until the report is complete."))
        self._remove = QPushButton(self.tr("Remove"))
        self._choose.clicked.connect(self._ask)
        self._see.clicked.connect(self.see)
        self._whole.clicked.connect(self._take_whole)
        self._remove.clicked.connect(self._clear)
        self.setAcceptDrops(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(3, 1)
        grid.addWidget(self._picture, 0, 0, 3, 1)
        grid.addWidget(self._name, 0, 1, 1, 3)
        buttons = (self._see, self._choose, self._remove, self._whole)
        for place, button in enumerate(buttons):
            grid.addWidget(button, 1 + place // 2, 1 + place % 2)
        self.show_answer(None)

    # Taking in

    def _ask(self) -> None:
        kinds = self.tr("Pictures and documents ({endings})").format(endings=WANTED)
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take a file in by its path; what cannot be taken is told."""
        from pathlib import Path

        self._take([IncomingFile(Path(path).name, Path(path))])

    def _take(self, incoming: list[IncomingFile]) -> None:
        if incoming and self.isEnabled():
            self._files.take(incoming[:1], self._taken)

    def _take_whole(self) -> None:
        if self._value is not None:
            self._files.take_whole(self._value, self._taken)

    def _taken(self, values: list[dict[str, Any]]) -> None:
        if values and isValid(self):
            self.show_answer(values[0])
            self.changed.emit()
            self.left.emit()

    def _clear(self) -> None:
        assert self._value is not None
        name = self._value["name"]
        self.show_answer(None)
        self.changed.emit()
        self._choose.setFocus()  # where Ctrl+Z reaches this question
        self._files.tell(self.tr("Removed {name}. Ctrl+Z brings it back.").format(name=name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        incoming = pasted(event)
        if len(incoming) == 1:
            self._take(incoming)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Several files at once belong to the list around this line.
        if self.isEnabled() and how_many(event.mimeData()) == 1:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(files_in(event.mimeData()))

    # Showing

    def answer(self) -> dict[str, Any] | None:
        return self._value

    def show_answer(self, value: Any) -> None:
        self._value = value
        self._picture.setVisible(False)
        for button in (self._remove, self._see):
            button.setVisible(value is not None)
        self._whole.setVisible(value is not None and self._files.has_original(value))
        if value is None:
            self._name.setText(self.tr("Nothing chosen. Drop a file here, or paste one."))
            return
        self._name.setText(f"{value['name']} · {size_text(value['size'])}")
        if value["media_type"].startswith("image/"):
            picture = QPixmap()
            if picture.loadFromData(self._files.read(value["sha256"])):
                bounds = QSize(em(9), em(6))
                mode = Qt.AspectRatioMode.KeepAspectRatio
                smooth = Qt.TransformationMode.SmoothTransformation
                self._picture.setPixmap(picture.scaled(bounds, mode, smooth))
                self._picture.setVisible(True)

    def see(self) -> None:
        """Show the file as large as the window."""
        if self._value is not None:
            self._files.see(self._value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._picture.isVisible() and self._picture.geometry().contains(
            event.position().toPoint()
        ):
            self.see()
        else:
            super().mousePressEvent(event)

    def main_widget(self) -> QWidget:
        return self._choose
