"""A single page the program draws itself, such as a slip: text, lines and square codes in points.

It is a ``PagedDocument``, so it is looked at, printed and written as PDF as every paper is.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from desktop_app.documents.pages import PagedDocument, need_application
from desktop_app.documents.pages_blocks import Looks, PageFrame
from desktop_app.documents.pages_lines import UNITS, font_of

WIDTH, HEIGHT = PageFrame().width, PageFrame().height
ELLIPSIS = "…"
_SPACING = 1.22


class SheetPainter:
    """Draws in points from the corner of the paper."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def line(self, text: str, x: float, y: float, looks: Looks, align: str = "left") -> None:
        """Write one line; ``y`` is the top of its letters, ``x`` its left, middle or right."""
        wide = width_of(text, looks)
        left = {"center": x - wide / 2, "right": x - wide}.get(align, x)
        self._painter.setFont(font_of(looks))
        ascent = QFontMetricsF(font_of(looks)).ascent() / UNITS
        self._painter.drawText(QPointF(left * UNITS, (y + ascent) * UNITS), text)

    def lines(
        self, texts: Sequence[str], x: float, y: float, looks: Looks, align: str = "left"
    ) -> float:
        """Write lines one under another; return where the next would be."""
        for text in texts:
            self.line(text, x, y, looks, align)
            y += line_height(looks)
        return y

    def rule(self, x: float, y: float, to_x: float, to_y: float, thick: float = 0.5) -> None:
        """Draw a straight line."""
        pen = QPen(QColor("black"), thick * UNITS)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)
        self._painter.drawLine(QLineF(x * UNITS, y * UNITS, to_x * UNITS, to_y * UNITS))

    def box(self, x: float, y: float, width: float, height: float, grey: int = 255) -> None:
        """Fill a rectangle with a grey from 0 (black) to 255 (white)."""
        place = QRectF(x * UNITS, y * UNITS, width * UNITS, height * UNITS)
        self._painter.fillRect(place, QColor(grey, grey, grey))

    def square_code(self, text: str, x: float, y: float, size: float) -> None:
        """Draw a QR code with its right corner at ``x`` + ``size``; its white border is paper."""
        import segno

        matrix = segno.make(text, error="m", micro=False).matrix
        # Whole units for each dot: neighbouring dots then touch without a seam.
        dot = max(1, int(size * UNITS) // len(matrix))
        left, top = round(x * UNITS), round(y * UNITS)
        for row, dots in enumerate(matrix):
            start = None
            for column, dark in enumerate([*dots, 0]):
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    run = QRectF(left + start * dot, top + row * dot, (column - start) * dot, dot)
                    self._painter.fillRect(run, QColor("black"))
                    start = None


class SheetDocument(PagedDocument):
    """One page of A4 and what draws it."""

    def __init__(self, title: str, draw: Callable[[SheetPainter], None]) -> None:
        need_application()
        super().__init__(PageFrame(), [[]], title)
        self._draw = draw

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint the page; the painter counts in sixteenths of a point."""
        painter.setPen(QPen(QColor("black")))
        self._draw(SheetPainter(painter))


def width_of(text: str, looks: Looks) -> float:
    """Return how wide a line of text is, in points."""
    return QFontMetricsF(font_of(looks)).horizontalAdvance(text) / UNITS


def line_height(looks: Looks) -> float:
    """Return from line to line, in points: marks above capitals do not touch what stands above."""
    return looks.size * _SPACING


def wrapped(text: str, width: float, looks: Looks, most: int | None = None) -> list[str]:
    """Break a text at its spaces into lines of a width; at most so many, then it ends in "…".

    A word wider than the line is broken between letters; spaces that do not break hold words
    together, as those of a name.
    """
    lines: list[str] = []
    rest = [word for word in text.replace("\n", " ").split(" ") if word]
    while rest and (most is None or len(lines) < most):
        last = most is not None and len(lines) == most - 1
        line, rest = _one_line(rest, width, looks)
        if last and rest:
            line = _with_ellipsis([*line.split(" "), rest[0]], width, looks)
            rest = []
        lines.append(line)
    return lines or [""]


def _one_line(words: list[str], width: float, looks: Looks) -> tuple[str, list[str]]:
    line = words[0]
    if width_of(line, looks) > width:
        fitting = len(line)
        while fitting > 1 and width_of(line[:fitting], looks) > width:
            fitting -= 1
        return line[:fitting], [line[fitting:], *words[1:]] if line[fitting:] else words[1:]
    taken = 1
    while taken < len(words) and width_of(f"{line} {words[taken]}", looks) <= width:
        line = f"{line} {words[taken]}"
        taken += 1
    return line, words[taken:]


def _with_ellipsis(words: list[str], width: float, looks: Looks) -> str:
    """Return as many whole words as fit with an ellipsis; of a single one as many letters."""
    for count in range(len(words) - 1, 0, -1):
        # No sign stands before the ellipsis that belongs to what was left out.
        line = " ".join(words[:count]).rstrip(" ,;:.-–(") + ELLIPSIS
        if width_of(line, looks) <= width:
            return line
    word = words[0]
    while len(word) > 1 and width_of(word + ELLIPSIS, looks) > width:
        word = word[:-1]
    return word + ELLIPSIS
