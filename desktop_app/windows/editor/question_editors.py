"""Which editor a question has: one class per kind of question."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.domain.numbers import format_number
from desktop_app.forms.form import Question, QuestionKind
from desktop_app.windows.editor.choice_editors import ManyChoicesEditor, choice_editor
from desktop_app.windows.editor.editor_base import QuestionEditor, put_alone
from desktop_app.windows.editor.file_editor import FileEditor
from desktop_app.windows.editor.form_draft import DraftFiles
from desktop_app.windows.editor.text_editors import TextEditor
from desktop_app.windows.editor.typed_editors import AmountEditor, DateEditor, NumberEditor


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
    files: DraftFiles,
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
        return FileEditor(question, files)
    return ShownEditor()
