"""Which editor a question has: one class per kind of question."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.domain.numbers import format_number
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.windows.editor.choice_editors import ManyChoicesEditor, choice_editor
from desktop_app.windows.editor.editor_base import QuestionEditor, put_alone
from desktop_app.windows.editor.text_editors import TextEditor
from desktop_app.windows.editor.typed_editors import AmountEditor, DateEditor, NumberEditor
from desktop_app.windows.theme import em


class FileEditor(QuestionEditor):
    """A picture or a file: chosen or dropped, shown with its name and a small view."""

    def __init__(
        self, question: Question, take: Callable[[str], Any], read: Callable[[str], bytes]
    ) -> None:
        super().__init__()
        self._take, self._read = take, read
        self._value: dict[str, Any] | None = None
        self._picture = QLabel()
        self._name = QLabel()
        self._name.setWordWrap(True)
        is_image = question.kind is QuestionKind.IMAGE
        text = self.tr("Choose a picture…") if is_image else self.tr("Choose a file…")
        self._choose = QPushButton(text)
        self._remove = QPushButton(self.tr("Remove"))
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._clear)
        self.setAcceptDrops(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self._picture, self._name):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._choose)
        line.addWidget(self._remove)
        self.show_answer(None)

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a file"),
            "",
            self.tr("Pictures and documents (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)"),
        )
        if path:
            self.take(path)

    def take(self, path: str) -> None:
        """Take a file in; what cannot be taken is told."""
        value = self._take(path)
        if value is not None:
            self.show_answer(value)
            self.changed.emit()
            self.left.emit()

    def _clear(self) -> None:
        self.show_answer(None)
        self.changed.emit()

    def dragEnterEvent(self, event: Any) -> None:
        if event.mimeData().hasUrls() and self.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: Any) -> None:
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.take(urls[0].toLocalFile())

    def answer(self) -> dict[str, Any] | None:
        return self._value

    def show_answer(self, value: Any) -> None:
        self._value = value
        self._picture.setVisible(False)
        self._remove.setVisible(value is not None)
        if value is None:
            self._name.setText(self.tr("Nothing chosen. A file can be dropped here."))
            return
        size = f"{max(1, round(value['size'] / 1000))} KB"
        self._name.setText(f"{value['name']} · {size}")
        if value["media_type"].startswith("image/"):
            picture = QPixmap()
            if picture.loadFromData(self._read(value["sha256"])):
                bounds = QSize(em(9), em(6))
                mode = Qt.AspectRatioMode.KeepAspectRatio
                smooth = Qt.TransformationMode.SmoothTransformation
                self._picture.setPixmap(picture.scaled(bounds, mode, smooth))
                self._picture.setVisible(True)

    def main_widget(self) -> QWidget:
        return self._choose


class ShownEditor(QuestionEditor):
    """A calculation, or a note: something to read."""

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self._label = QLabel("–")
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        put_alone(self, self._label)

    def answer(self) -> Any:
        return self._value

    def show_answer(self, value: Any) -> None:
        self._value = value
        shown = value if isinstance(value, str) or value is None else format_number(value)
        self._label.setText(shown or "–")


def make_editor(
    question: Question,
    language: str,
    take: Callable[[str], Any],
    read: Callable[[str], bytes],
) -> QuestionEditor:
    """Return the editor for a question."""
    kind = question.kind
    if kind is QuestionKind.TEXT:
        return TextEditor(question)
    if kind is QuestionKind.INTEGER and "thousands-sep" in question.appearance:
        return AmountEditor(question)
    if kind in (QuestionKind.INTEGER, QuestionKind.DECIMAL):
        return NumberEditor(question)
    if kind is QuestionKind.DATE:
        return DateEditor(question)
    if kind is QuestionKind.SELECT_ONE:
        return choice_editor(question, language)
    if kind is QuestionKind.SELECT_MULTIPLE:
        return ManyChoicesEditor(question, language)
    if kind in (QuestionKind.IMAGE, QuestionKind.FILE):
        return FileEditor(question, take, read)
    return ShownEditor()
