"""The tour: three steps beside real controls on the first opening; it blocks nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.windows.looks import tint
from desktop_app.windows.theme import em, scaled_font, tokens

_GAP = 12


@dataclass(frozen=True)
class TourStep:
    """What is pointed at, and what is said of it."""

    target: Callable[[], QWidget | None]
    title: str
    text: str


class _Ring(QWidget):
    """A line around the control that is spoken of; clicks go through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.around = QRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().amber), 3))
        painter.drawRoundedRect(QRectF(self.around.adjusted(-4, -4, 4, 4)), 8, 8)


class Tour(QFrame):
    """The card of the tour, a child of the window it stands over."""

    ended = Signal()

    def __init__(self, window: QWidget, steps: Sequence[TourStep]) -> None:
        super().__init__(window)
        self._steps, self._number = steps, 0
        self._over, self._ring = window, _Ring(window)
        self.setProperty("card", True)
        self.setAutoFillBackground(True)
        self._count, self._title, self._text = QLabel(), QLabel(), QLabel()
        tint(self._count, "quiet")
        self._title.setFont(scaled_font(1.2, bold=True))
        self._title.setWordWrap(True)
        self._text.setWordWrap(True)
        self.skip_button = QPushButton(self.tr("Skip (Esc)"))
        self.skip_button.clicked.connect(self.end)
        self.next_button = QPushButton()
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(self.go_on)
        foot = QHBoxLayout()
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self.skip_button)
        foot.addWidget(self.next_button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(foot)
        window.installEventFilter(self)
        self._show_step()
        self._ring.show()
        self.show()
        self.raise_()

    @property
    def number(self) -> int:
        """The step that is shown, counted from 1."""
        return self._number + 1

    @property
    def around(self) -> QRect:
        """What the ring stands around, in the window; empty when that is not there now."""
        return self._ring.around

    def go_on(self) -> None:
        """Show the next step; after the last one end."""
        self._number += 1
        if self._number < len(self._steps):
            self._show_step()
        else:
            self.end()

    def end(self) -> None:
        """Take the tour away."""
        self._over.removeEventFilter(self)
        self._ring.hide()
        self._ring.deleteLater()
        self.hide()
        self.deleteLater()
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.skip_button if self.skip_button.hasFocus() else self.next_button).click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return False

    def _show_step(self) -> None:
        step = self._steps[self._number]
        last = self._number == len(self._steps) - 1
        self._title.setText(step.title)
        self._text.setText(step.text)
        self._count.setText(f"{self.number}/{len(self._steps)}")
        self.next_button.setText(self.tr("Done") if last else self.tr("Next"))
        self.skip_button.setVisible(not last)
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(step.text)
        self.next_button.setAccessibleDescription(f"{step.title}. {step.text}")
        self._place()
        self.next_button.setFocus()

    def _place(self) -> None:
        window = self._over
        wide = min(em(22), window.width() - 2 * _GAP)
        self.setFixedWidth(wide)
        self._column.activate()
        self.resize(wide, min(self.heightForWidth(wide), window.height() - 2 * _GAP))
        target = self._steps[self._number].target()
        seen = target is not None and target.isVisibleTo(window)
        around = QRect()
        if target is not None and seen:
            around = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        self._ring.around = around
        self._ring.setGeometry(window.rect())
        self._ring.setVisible(seen)
        self.move(_beside(around, self.geometry(), window.rect()))
        self._ring.raise_()
        self.raise_()
        self._ring.update()


def _beside(around: QRect, card: QRect, window: QRect) -> QPoint:
    """Return where a card stands beside a control, inside the window and not over it."""
    right = max(_GAP, window.width() - card.width() - _GAP)
    foot = max(_GAP, window.height() - card.height() - _GAP)
    if around.isEmpty():
        return QPoint(right // 2, foot // 2)
    places = (
        QPoint(around.right() + _GAP, around.top()),
        QPoint(around.left(), around.top() - card.height() - _GAP),
        QPoint(around.left(), around.bottom() + _GAP),
        QPoint(around.left() - card.width() - _GAP, around.top()),
    )
    kept = [QPoint(min(max(_GAP, p.x()), right), min(max(_GAP, p.y()), foot)) for p in places]
    free = (p for p in kept if not QRect(p, card.size()).intersects(around))
    return next(free, kept[0])
