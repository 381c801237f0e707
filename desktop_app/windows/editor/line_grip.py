"""Taking a line of a list with the mouse, to let it go elsewhere in the same list."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.windows.theme import tokens

LINE = "application/x-so-sang-kien-line"


class LineGrip(QLabel):
    """What a line is taken by; keys and buttons do the same."""

    pulled = Signal()

    def __init__(self) -> None:
        super().__init__("⋮⋮")
        self.setToolTip(self.tr("Drag the line to another place."))
        self.setStyleSheet(f"color: {tokens().quiet}")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._from: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._from = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        far = (event.position().toPoint() - self._from).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._from = None
            self.pulled.emit()


def carry(line: QWidget) -> None:
    """Let the person carry a line; returns when it is let go."""
    data = QMimeData()
    data.setData(LINE, b"")
    drag = QDrag(line)
    drag.setMimeData(data)
    drag.setPixmap(line.grab())
    drag.exec(Qt.DropAction.MoveAction)


def place_at(y: int, lines: Sequence[QWidget], carried: int) -> int:
    """Return which line the carried one becomes when it is let go at a height of their list."""
    others = [line for number, line in enumerate(lines) if number != carried]
    return sum(line.geometry().center().y() < y for line in others)
