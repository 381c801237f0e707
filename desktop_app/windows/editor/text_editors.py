"""Free text, on one line or several.

Free text is never completed, corrected or refused while it is typed: an input method such as
UniKey rewrites words with backspaces and must find them as it left them. Undo is not the
widget's: steps are kept with the draft, so the keys for it are left to the question's field.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit

from desktop_app.domain.text import clean
from desktop_app.forms.form import Question
from desktop_app.windows.editor.editor_base import QuestionEditor, is_redo, is_undo, put_alone
from desktop_app.windows.theme import em


class Line(QLineEdit):
    """One line of text that tells when it is entered and left."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composing = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = event.preeditString()
        super().inputMethodEvent(event)
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_redo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _show_menu(self, self.createStandardContextMenu(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Lines(QPlainTextEdit):
    """Several lines of text; grows with it, from three lines to fourteen."""

    entered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.composing = ""
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        # In lines; it changes with the text and with the width.
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self._fit()

    def _fit(self) -> None:
        lines = max(3, min(14, int(self.document().size().height()) + 1))
        height = int(QFontMetricsF(self.font()).lineSpacing() * lines * 1.05 + em(1))
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = event.preeditString()
        super().inputMethodEvent(event)
        self.textChanged.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event) or is_redo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _show_menu(self, self.createStandardContextMenu(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _show_menu(field: Line | Lines, menu: QMenu, event: QContextMenuEvent) -> None:
    """Show the usual menu without the widget's own undo, which knows nothing of the steps."""
    for name in ("edit-undo", "edit-redo"):
        for action in menu.actions():
            if action.objectName() == name:
                menu.removeAction(action)
    while menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


class TextEditor(QuestionEditor):
    """Free text, on one line or several."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._field: Line | Lines = Lines() if "multiline" in question.appearance else Line()
        if isinstance(self._field, Line):
            self._field.textEdited.connect(lambda _text: self.changed.emit())
        else:
            self._field.textChanged.connect(self._typed)
        self._showing = False
        self._field.entered.connect(self.entered)
        self._field.left.connect(self.left)
        put_alone(self, self._field)

    def _typed(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, Line) else field.toPlainText()

    def answer(self) -> str | None:
        return clean(self._text()) if self._text().strip() else None

    def show_answer(self, value: Any) -> None:
        if self.answer() == value:
            return
        self._showing = True
        before, text = self._text(), "" if value is None else str(value)
        place = len(text) - _common(before[::-1], text[::-1])
        if isinstance(self._field, Line):
            self._field.setText(text)
            # A long line that nobody writes in is shown from its beginning.
            self._field.setCursorPosition(place if before else 0)
        else:
            self._field.setPlainText(text)
            cursor = self._field.textCursor()
            cursor.setPosition(min(place, self._field.document().characterCount() - 1))
            cursor.movePosition(QTextCursor.MoveOperation.NoMove)
            self._field.setTextCursor(cursor)
        self._showing = False

    def set_read_only(self, read_only: bool) -> None:
        self._field.setReadOnly(read_only)

    def pending(self) -> str | None:
        if not self._field.composing:
            return None
        if isinstance(self._field, Line):
            place = self._field.cursorPosition()
        else:
            place = self._field.textCursor().position()
        text = self._text()
        return clean(text[:place] + self._field.composing + text[place:])

    def show_pending(self, text: str) -> None:
        self.show_answer(text)
        self.changed.emit()

    def main_widget(self) -> Line | Lines:
        return self._field


def _common(first: str, second: str) -> int:
    """Return how many characters two texts have in common from their beginning."""
    length = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        length += 1
    return length
