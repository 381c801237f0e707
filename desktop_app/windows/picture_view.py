"""A picture: fitted, enlarged, moved about, turned for looking; the file stays as it is."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy

from desktop_app.windows.theme import em

LARGEST = 8.0
_STEP = 1.25


class Picture(QAbstractScrollArea):
    """A picture as large as there is room, never blown up unless wanted."""

    def __init__(self, image: QImage, name: str) -> None:
        super().__init__()
        self._image, self._zoom, self._angle = image, 1.0, 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(em(12), em(10))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the picture's own size."""
        return self._image.size()

    @property
    def zoom(self) -> float:
        """The size of the picture; 1.0 fits it into the view."""
        return self._zoom

    @property
    def angle(self) -> int:
        """How far the picture is turned to the right, in degrees."""
        return self._angle

    def zoom_in(self) -> None:
        """Make the picture larger."""
        self._set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Make the picture smaller, down to what fits."""
        self._set_zoom(self._zoom / _STEP)

    def fit(self) -> None:
        """Fit the picture into the view."""
        self._set_zoom(1.0)

    def turn(self) -> None:
        """Turn the picture a quarter to the right, for looking only."""
        self._angle = (self._angle + 90) % 360
        self._image = self._image.transformed(QTransform().rotate(90))
        self._arrange()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(LARGEST, max(1.0, zoom))
        self._arrange()

    @property
    def _size(self) -> QSize:
        """The size the picture is drawn at."""
        room = self.viewport().size()
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QSize(round(size.width() * self._zoom), round(size.height() * self._zoom))

    def _arrange(self) -> None:
        size, room = self._size, self.viewport().size()
        for bar, whole, seen in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            middle = bar.value() + seen / 2
            before = max(seen, bar.maximum() + seen)
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(em(2))
            bar.setValue(round(middle * max(seen, whole) / before - seen / 2))
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in the middle."""
        size, room = self._size, self.viewport().size()
        left = max(0, (room.width() - size.width()) // 2) - self.horizontalScrollBar().value()
        top = max(0, (room.height() - size.height()) // 2) - self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        ratio = self.devicePixelRatioF()
        if self._zoom > 1.0:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(left, top)
            painter.scale(size.width() / self._image.width(), size.height() / self._image.height())
            painter.drawImage(QPointF(0, 0), self._image)
        else:
            shown = self._image
            if shown.size() != size:
                shown = shown.scaled(
                    size * ratio,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
                shown.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(left, top), shown)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the picture anew."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Draw the part that is looked at now."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move about with the arrows; everything else goes to the dialog."""
        bars = {
            Qt.Key.Key_Left: (self.horizontalScrollBar(), -1),
            Qt.Key.Key_Right: (self.horizontalScrollBar(), 1),
            Qt.Key.Key_Up: (self.verticalScrollBar(), -1),
            Qt.Key.Key_Down: (self.verticalScrollBar(), 1),
        }
        if event.key() in bars:
            bar, way = bars[Qt.Key(event.key())]
            bar.setValue(bar.value() + way * bar.singleStep())
        else:
            event.ignore()
