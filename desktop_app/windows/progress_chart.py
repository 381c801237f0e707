"""Charts people can read from two metres: bars to the target, and what was new per week.

Letters have 18 points at 100 %. A chart says the same numbers as text, in its accessible
description and below itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.numbers import format_number
from desktop_app.windows.theme import em, scaled_font, tokens

LETTERS = 18 / 11


@dataclass(frozen=True)
class Bar:
    """A unit with how many it reached of its target; ``text`` says it with few words."""

    name: str
    reached: int
    target: int
    colour: str
    text: str


@dataclass(frozen=True)
class WeekBar:
    """A week by its Monday, with how many were new in it."""

    monday: date
    new: int


class Chart(QWidget):
    """What both charts share: large letters, a title, a description for those who do not see."""

    def __init__(self, factor: float = 1.0) -> None:
        super().__init__()
        self.factor = factor
        self.title = ""
        self.empty_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def letters(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the chart's letters, 18 points at 100 % and more."""
        return scaled_font(LETTERS * self.factor * factor, bold=bold)

    def say(self, title: str, lines: Sequence[str], empty: str) -> None:
        """Set the title and what is read aloud."""
        self.title, self.empty_text = title, empty
        self.setAccessibleName(title)
        self.setAccessibleDescription("; ".join(lines) or empty)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return room for a title and three lines."""
        return QSize(em(14), QFontMetrics(self.letters()).height() * 6)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(em(26), QFontMetrics(self.letters()).height() * 9)

    def _begin(self, painter: QPainter) -> QRect:
        """Draw the title; return the place left below it."""
        colours = tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.text))
        painter.setFont(self.letters(1.05, bold=True))
        metrics = painter.fontMetrics()
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        place = metrics.boundingRect(QRect(0, 0, self.width(), self.height()), flags, self.title)
        painter.drawText(QRect(0, 0, self.width(), place.height()), flags, self.title)
        return self.rect().adjusted(0, place.height() + em(0.5), 0, 0)

    def _say_empty(self, painter: QPainter, place: QRect) -> None:
        painter.setFont(self.letters())
        painter.setPen(QColor(tokens().quiet))
        painter.drawText(
            place,
            int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap),
            self.empty_text,
        )


class BarsChart(Chart):
    """One bar per unit: filled as far as it got, the frame is its target."""

    def __init__(self, factor: float = 1.0) -> None:
        super().__init__(factor)
        self.bars: tuple[Bar, ...] = ()

    def show_bars(self, title: str, bars: Sequence[Bar], empty: str) -> None:
        """Show bars, as many as there is room for, and say all."""
        self.bars = tuple(bars)
        self.say(title, [f"{bar.name}: {bar.text}" for bar in bars], empty)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw name, number and bar of each unit."""
        painter, colours = QPainter(self), tokens()
        place = self._begin(painter)
        if not self.bars:
            self._say_empty(painter, place)
            return
        painter.setFont(self.letters(bold=True))
        metrics = painter.fontMetrics()
        line, thick = metrics.height(), round(metrics.height() * 0.55)
        stride = line + thick + em(0.7)
        for number, bar in enumerate(self.bars[: max(1, place.height() // stride)]):
            top = place.top() + number * stride
            width = metrics.horizontalAdvance(bar.text)
            painter.setPen(QColor(colours.text))
            name = metrics.elidedText(
                bar.name, Qt.TextElideMode.ElideMiddle, place.width() - width - em(1)
            )
            here = QRect(place.left(), top, place.width(), line)
            painter.setFont(self.letters())
            painter.drawText(here, int(Qt.AlignmentFlag.AlignLeft), name)
            painter.setFont(self.letters(bold=True))
            painter.drawText(here, int(Qt.AlignmentFlag.AlignRight), bar.text)
            frame = QRectF(place.left() + 1, top + line + 2, place.width() - 2, thick)
            painter.setPen(QPen(QColor(colours.quiet), 1.5))
            painter.setBrush(QColor(colours.card))
            painter.drawRect(frame)
            share = min(1.0, bar.reached / bar.target) if bar.target else 0
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, bar.colour)))
            painter.drawRect(QRectF(frame.x(), frame.y(), frame.width() * share, frame.height()))


class WeeksChart(Chart):
    """One column per week, its number above it, its Monday below."""

    def __init__(self, factor: float = 1.0) -> None:
        super().__init__(factor)
        self.weeks: tuple[WeekBar, ...] = ()

    def show_weeks(self, title: str, weeks: Sequence[WeekBar], empty: str) -> None:
        """Show weeks, the newest that there is room for, and say all."""
        self.weeks = tuple(weeks)
        said = [f"{week.monday:%d/%m}: {format_number(week.new)}" for week in weeks]
        self.say(title, said if any(week.new for week in weeks) else [], empty)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw number, column and day of each week."""
        painter, colours = QPainter(self), tokens()
        place = self._begin(painter)
        if not any(week.new for week in self.weeks):
            self._say_empty(painter, place)
            return
        painter.setFont(self.letters())
        metrics = painter.fontMetrics()
        least = metrics.horizontalAdvance("30/12") + em(0.6)
        shown = self.weeks[-max(1, place.width() // least) :]
        step = place.width() / len(shown)
        line = metrics.height()
        most = max(1, *(week.new for week in shown))
        floor = place.bottom() - line - em(0.2)
        room = max(1, floor - place.top() - line - em(0.2))
        for number, week in enumerate(shown):
            left = place.left() + number * step
            height = room * week.new / most
            column = QRectF(left + step * 0.18, floor - height, step * 0.64, height)
            newest = week is shown[-1]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent if newest else colours.quiet))
            painter.drawRect(column)
            painter.setPen(QColor(colours.text))
            painter.setFont(self.letters(bold=True))
            above = QRectF(left, column.top() - line - 2, step, line)
            painter.drawText(above, int(Qt.AlignmentFlag.AlignCenter), format_number(week.new))
            painter.setFont(self.letters(bold=newest))
            below = QRectF(left, floor + 2, step, line)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), f"{week.monday:%d/%m}")
        painter.setPen(QPen(QColor(colours.quiet), 1.5))
        painter.drawLine(place.left(), round(floor), place.right(), round(floor))
