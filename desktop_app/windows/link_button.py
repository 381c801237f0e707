"""A button that looks like a line of text and leads somewhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.windows.theme import em


class LinkButton(QPushButton):
    """A line that leads somewhere; what does not fit is cut with dots, never hidden."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setProperty("flat-link", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text; one that leads nowhere any more is passed over by Tab."""
        self._whole = text
        self.setEnabled(bool(text))
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - em(3)
        mode = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._whole, mode, room))
