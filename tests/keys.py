"""Key strokes with any letter: QTest's own stop the process at letters beyond Latin-1."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent


def type_text(widget, text):
    """Press and release a key for every character."""
    for character in text:
        key = Qt.Key.Key_Return if character == "\n" else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            QCoreApplication.sendEvent(widget, event)


def to_front(qtbot: Any, window: Any) -> None:
    """Bring a window to the front; a dialog just closed may take it once more, so ask again."""

    def active() -> bool:
        if not window.isActiveWindow():
            window.activateWindow()
        return bool(window.isActiveWindow())

    qtbot.waitUntil(active, timeout=10_000)
