"""The weekly picture for the chat group: large letters for a telephone, bars to target.

Always drawn light and at its own size in pixels, whatever the window looks like; no personal data.
"""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from desktop_app.domain.numbers import format_number, format_percent
from desktop_app.domain.report_content import percent_of
from desktop_app.services.reports.weekly import Bar, WeeklyFigures
from desktop_app.services.reports.wording import day, say
from desktop_app.windows.theme import LIGHT

TALL, WIDE = (1080, 1350), (1600, 900)
"""Sizes in pixels: for a telephone held upright, and for a screen on the wall."""

_MARGIN, _GAP = 56, 26
_SMALL, _TEXT, _LARGE = 30, 36, 46
_TOLD = ("received", "recognised", "uploaded")
_ALIGN = Qt.AlignmentFlag


def draw(figures: WeeklyFigures, size: tuple[int, int] = TALL) -> QImage:
    """Return the picture of a week. May run beside the window."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Sheet(painter, figures, *size).paint()
    painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """Return a picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def spoken(figures: WeeklyFigures) -> str:
    """Return in words what the picture shows, for who cannot see it."""
    from desktop_app.services.reports.weekly import weekly_text

    return weekly_text(figures)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


@dataclass
class _Sheet:
    """Paints from the top down, remembering how far it is."""

    painter: QPainter
    figures: WeeklyFigures
    width: int
    height: int

    def paint(self) -> None:
        """Paint everything: one column upright, two side by side."""
        self._band()
        if self.height > self.width:
            column = QRectF(_MARGIN, 0, self.width - 2 * _MARGIN, self.height)
            top = self._reached(self._head(_MARGIN + 8, column), column)
            top = self._weeks(top, column)
            self._bars(top, column)
        else:
            half = (self.width - 3 * _MARGIN) / 2
            left = QRectF(_MARGIN, 0, half, self.height)
            right = QRectF(2 * _MARGIN + half, 0, half, self.height)
            top = self._reached(self._head(_MARGIN + 8, left), left)
            self._weeks(top, left)
            self._bars(_MARGIN + 8, right)
        self._foot()

    # Parts

    def _band(self) -> None:
        self.painter.fillRect(QRectF(0, 0, self.width, 14), QColor(LIGHT.accent))

    def _head(self, top: float, column: QRectF) -> float:
        figures = self.figures
        top = self._text(top, column, figures.title, _TEXT, LIGHT.accent, bold=True)
        top = self._text(top, column, figures.unit, _LARGE, LIGHT.text, bold=True, lines=2)
        first = figures.first.strftime("%d/%m")
        week = say("week", first=first, last=day(figures.last))
        top = self._text(top + 4, column, week, _TEXT, LIGHT.quiet)
        if figures.programme:
            top = self._text(top, column, figures.programme, _SMALL, LIGHT.quiet, lines=1)
        return top + _GAP

    def _reached(self, top: float, column: QRectF) -> float:
        figures = self.figures
        number = format_number(figures.reached)
        painter = self.painter
        huge = _font(132 if self.height > self.width else 112, bold=True)
        painter.setFont(huge)
        painter.setPen(QColor(LIGHT.accent))
        metrics = QFontMetricsF(huge)
        height = metrics.ascent()
        painter.drawText(QRectF(column.x(), top, column.width(), metrics.height()), number)
        beside = column.x() + metrics.horizontalAdvance(number) + 18
        room = QRectF(beside, top + height - 110, column.right() - beside, 120)
        lines = [figures.counting_word]
        if figures.target is not None:
            lines.insert(0, f"/ {format_number(figures.target)}")
        painter.setPen(QColor(LIGHT.text))
        for place, text in enumerate(lines):
            self._shrunk(text, _LARGE, room.width())
            box = QRectF(room.x(), room.y() + place * 56, room.width(), 56)
            painter.drawText(box, _ALIGN.AlignVCenter, self._fitted(text, box.width()))
        top += metrics.height() + 4
        if figures.target is None or figures.percent is None:
            return top + _GAP
        top = self._bar(top, column, figures.reached, figures.target, 40) + 10
        painter.setFont(_font(_TEXT, bold=True))
        painter.setPen(QColor(LIGHT.text))
        line = QRectF(column.x(), top, column.width(), 46)
        painter.drawText(line, _ALIGN.AlignLeft, format_percent(figures.percent))
        missing = figures.shortfall or 0
        said = say("picture_missing", number=format_number(missing)) if missing else ""
        painter.drawText(line, _ALIGN.AlignRight, said or say("picture_done"))
        return top + 46 + _GAP

    def _weeks(self, top: float, column: QRectF) -> float:
        """Paint what was new this week beside what was new the week before."""
        painter, figures = self.painter, self.figures
        width = (column.width() - 2 * 18) / len(_TOLD)
        height = 200.0
        for place, name in enumerate(_TOLD):
            box = QRectF(column.x() + place * (width + 18), top, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(LIGHT.accent_soft))
            painter.drawRoundedRect(box, 18, 18)
            inside = box.adjusted(16, 12, -16, -10)
            painter.setPen(QColor(LIGHT.accent))
            number = f"+{format_number(figures.new[name])}"
            self._shrunk(number, 72, inside.width())
            high = QRectF(inside.x(), inside.y(), inside.width(), 88)
            painter.drawText(high, _ALIGN.AlignLeft | _ALIGN.AlignVCenter, number)
            painter.setPen(QColor(LIGHT.text))
            self._shrunk(figures.words[name], _SMALL, inside.width())
            middle = QRectF(inside.x(), inside.y() + 92, inside.width(), 40)
            painter.drawText(middle, self._fitted(figures.words[name], inside.width()))
            painter.setFont(_font(26))
            painter.setPen(QColor(LIGHT.quiet))
            before = say("picture_before", number=format_number(figures.before[name]))
            low = QRectF(inside.x(), inside.y() + 136, inside.width(), 36)
            painter.drawText(low, self._fitted(before, inside.width()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return top + height + _GAP

    def _bars(self, top: float, column: QRectF) -> None:
        bars = self.figures.bars
        heading = say("picture_bars" if bars else "picture_empty")
        top = self._text(top, column, heading, _TEXT, LIGHT.text, bold=True, lines=2) + 8
        each, end = 82.0, self.height - _MARGIN - 14.0
        room = int((end - top) // each)
        shown, rest = bars, bars[:0]
        if len(bars) > room:
            room = int((end - top - 48) // each)
            shown, rest = bars[:room], bars[room:]
        painter = self.painter
        painter.setFont(_font(_SMALL, bold=True))
        metrics = QFontMetricsF(painter.font())
        beside = max((metrics.horizontalAdvance(_number(bar)) for bar in shown), default=0.0)
        for bar in shown:
            self._unit(top, column, bar, beside)
            top += each
        if rest:
            told = say(
                "picture_others",
                number=format_number(len(rest)),
                reached=format_number(sum(bar.reached for bar in rest)),
                target=format_number(sum(bar.target for bar in rest)),
            )
            self._text(top, column, told, _SMALL, LIGHT.quiet)

    def _unit(self, top: float, column: QRectF, bar: Bar, beside: float) -> None:
        """Paint a unit: its name over the whole line, below it the bar with the number beside."""
        painter = self.painter
        painter.setFont(_font(_SMALL))
        painter.setPen(QColor(LIGHT.text))
        line = QRectF(column.x(), top, column.width(), 40)
        painter.drawText(line, _ALIGN.AlignVCenter, self._fitted(bar.unit, column.width()))
        low = QRectF(column.x(), top + 38, column.width(), 36)
        painter.setFont(_font(_SMALL, bold=True))
        painter.drawText(low, _ALIGN.AlignRight | _ALIGN.AlignVCenter, _number(bar))
        room = QRectF(column.x(), 0, column.width() - beside - 20, 0)
        self._bar(top + 46, room, bar.reached, bar.target, 20)

    def _bar(self, top: float, column: QRectF, reached: int, target: int, height: float) -> float:
        painter = self.painter
        box = QRectF(column.x(), top, column.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.line))
        painter.drawRoundedRect(box, height / 2, height / 2)
        share = min(1.0, reached / target) if target else 0.0
        if share:
            done = QRectF(box)
            done.setWidth(max(height, box.width() * share))
            painter.setBrush(QColor(LIGHT.green if reached >= target else LIGHT.accent))
            painter.drawRoundedRect(done, height / 2, height / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return top + height

    def _foot(self) -> None:
        text = say("as_of", day=day(self.figures.as_of))
        self.painter.setFont(_font(_SMALL))
        self.painter.setPen(QColor(LIGHT.quiet))
        low = QRectF(_MARGIN, self.height - _MARGIN - 6, self.width - 2 * _MARGIN, 42)
        self.painter.drawText(low, _ALIGN.AlignLeft | _ALIGN.AlignVCenter, text)

    # Text

    def _shrunk(self, text: str, pixels: int, width: float) -> None:
        """Choose the largest bold font a text fits in, not below three fifths of the wanted one."""
        least = round(pixels * 0.6)
        while pixels > least:
            if QFontMetricsF(_font(pixels, bold=True)).horizontalAdvance(text) <= width:
                break
            pixels -= 1
        self.painter.setFont(_font(pixels, bold=True))

    def _fitted(self, text: str, width: float) -> str:
        metrics = QFontMetricsF(self.painter.font())
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _text(
        self,
        top: float,
        column: QRectF,
        text: str,
        pixels: int,
        colour: str,
        *,
        bold: bool = False,
        lines: int = 1,
    ) -> float:
        """Paint a text on at most so many lines; return where it ends."""
        painter = self.painter
        painter.setFont(_font(pixels, bold=bold))
        painter.setPen(QColor(colour))
        metrics = QFontMetricsF(painter.font())
        for line in _broken(text, metrics, column.width(), lines):
            box = QRectF(column.x(), top, column.width(), metrics.height())
            painter.drawText(box, _ALIGN.AlignLeft | _ALIGN.AlignVCenter, line)
            top += metrics.height()
        return top


def _number(bar: Bar) -> str:
    number = f"{format_number(bar.reached)}/{format_number(bar.target)}"
    percent = percent_of(bar.reached, bar.target)
    return number if percent is None else f"{number} · {format_percent(round(percent))}"


def _broken(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Break a text at its spaces into at most so many lines; the last one is cut if need be."""
    lines, words = [""], text.split()
    for place, word in enumerate(words):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = " ".join([lines[-1], *words[place:]])
            break
    lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return lines
