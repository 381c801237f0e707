"""What every editor of a question can do. An editor shows and reports; answers live elsewhere."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.forms.form import Choice

# On every system, beside what the system itself uses.
_UNDO, _REDO = ("Ctrl+Z",), ("Ctrl+Y", "Ctrl+Shift+Z")


class QuestionEditor(QWidget):
    """The editor of one question."""

    changed = Signal()
    entered = Signal()
    left = Signal()

    def answer(self) -> Any:
        """Return the answer as it is kept, None for none."""
        raise NotImplementedError

    def show_answer(self, value: Any) -> None:
        """Show an answer, None for none, without reporting a change."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let the person look but not change."""
        self.setEnabled(not read_only)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these choices from now on; editors of other questions do nothing."""

    def pending(self) -> str | None:
        """Return text that is no answer yet, None when there is none.

        It is what an input method has not committed, or what is not understood as the number or
        date that is asked for.
        """
        return None

    def show_pending(self, text: str) -> None:
        """Show text that was pending when the draft was last kept, and report it."""

    def main_widget(self) -> QWidget:
        """Return the widget that takes the focus."""
        return self


def is_undo(event: QEvent) -> bool:
    """Return whether a key asks for undo."""
    return _is(event, QKeySequence.StandardKey.Undo, _UNDO)


def is_redo(event: QEvent) -> bool:
    """Return whether a key asks for redo."""
    return _is(event, QKeySequence.StandardKey.Redo, _REDO)


def _is(event: QEvent, standard: QKeySequence.StandardKey, keys: tuple[str, ...]) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    pressed = QKeySequence(event.keyCombination())
    return event.matches(standard) or any(pressed == QKeySequence(key) for key in keys)


def put_alone(holder: QWidget, widget: QWidget) -> None:
    """Make a widget all there is in another."""
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(widget)
