"""Paragraphs measured and painted by Qt's text layout.

Qt measures in whole units, so a point is sixteen of them; letters then stand where a printer
puts them, on every screen.
"""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPen,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desktop_app.documents.pages_blocks import Looks, ParagraphBlock, Picture, Piece, Shape
from desktop_app.documents.pages_flow import Laid

UNITS = 16
"""Units of Qt's layout in one point."""

FONTS = ["Times New Roman", "Liberation Serif", "Tinos"]
_ALIGNMENTS = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "end": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
}
_TAB = 36.0
_SHARP = 220 / 72  # dots a printed picture needs, per point
Paint = Callable[[QPainter, float, float], None]


@dataclass(frozen=True)
class Line:
    """A line of text or a picture: its height, how to paint it at a place in points."""

    height: float
    paint: Paint


@lru_cache(maxsize=256)
def font_of(looks: Looks) -> QFont:
    """Return the font of some looks, in units."""
    font = QFont()
    font.setFamilies([looks.family, *(name for name in FONTS if name != looks.family)])
    font.setPixelSize(max(1, round(looks.size * UNITS)))
    font.setBold(looks.bold)
    font.setItalic(looks.italic)
    font.setUnderline(looks.underline)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@dataclass(frozen=True)
class Letters:
    """How far a font reaches above and below its line, and the gap it asks for, in points."""

    ascent: float
    descent: float
    gap: float


@lru_cache(maxsize=256)
def letters(looks: Looks) -> Letters:
    """Return the measures Word takes: those of the font's ``hhea`` table.

    Qt's own differ from system to system and grow with marks above capital letters.
    """
    raw = QRawFont.fromFont(font_of(looks))
    table = bytes(raw.fontTable("hhea").data())
    if len(table) < 10 or not raw.unitsPerEm():
        return Letters(looks.size * 0.891, looks.size * 0.216, looks.size * 0.042)
    ascent, descent, gap = (
        value * looks.size / raw.unitsPerEm() for value in struct.unpack(">hhh", table[4:10])
    )
    return Letters(ascent, abs(descent), max(0.0, gap))


# Paragraphs


@dataclass
class LaidParagraph:
    """A paragraph cut into lines."""

    lines: Sequence[Line]
    shape: Shape
    before: float
    after: float
    keep_next: bool
    break_before: bool
    heads: Sequence[Laid] = ()

    @property
    def height(self) -> float:
        """The height of all its lines."""
        return sum(line.height for line in self.lines)

    def split(self, room: float) -> "tuple[Laid, Laid] | None":
        """Return the lines that fit and the others, two at least on either side."""
        fitting, used = 0, 0.0
        while fitting < len(self.lines) and used + self.lines[fitting].height <= room + 0.05:
            used += self.lines[fitting].height
            fitting += 1
        if self.shape.keep_lines or fitting == 0:
            return None
        if self.shape.widows:
            fitting = min(fitting, len(self.lines) - 2)
            if fitting < 2:
                return None
        return self._cut(fitting)

    def _cut(self, count: int) -> "tuple[Laid, Laid]":
        shape, none = self.shape, 0.0
        return (
            LaidParagraph(self.lines[:count], shape, self.before, none, False, self.break_before),
            LaidParagraph(self.lines[count:], shape, none, self.after, self.keep_next, False),
        )

    def paint(self, painter: Any, x: float, y: float) -> None:
        """Paint its lines."""
        for line in self.lines:
            line.paint(painter, x, y)
            y += line.height


def lay_paragraph(block: ParagraphBlock, width: float, page: int = 0) -> LaidParagraph:
    """Cut a paragraph into lines of a width; ``page`` is what a page number prints."""
    shape = block.shape
    lines: list[Line] = []
    run: list[Piece] = []
    for piece in block.pieces:
        if piece.picture is None:
            run.append(piece)
            continue
        if any(part.text.strip() for part in run):
            lines += _text_lines(run, block, width, page, first=not lines)
        run = []
        lines.append(_picture_line(piece.picture, shape, width))
    if not lines or any(part.text.strip() or part.page_number for part in run):
        lines += _text_lines(run, block, width, page, first=not lines)
    if shape.rule_above and lines:
        lines[0] = _with_rule(lines[0], shape, width)
    return LaidParagraph(
        lines, shape, shape.before, shape.after, shape.keep_next, shape.break_before
    )


def _text_lines(
    pieces: Sequence[Piece],
    block: ParagraphBlock,
    width: float,
    page: int,
    *,
    first: bool,
) -> list[Line]:
    shape = block.shape
    layout = QTextLayout()
    layout.setCacheEnabled(True)
    layout.setFont(font_of(pieces[0].looks if pieces else block.mark))
    option = QTextOption(_ALIGNMENTS.get(shape.align, Qt.AlignmentFlag.AlignLeft))
    option.setUseDesignMetrics(True)
    option.setTabStopDistance(_TAB * UNITS)
    layout.setTextOption(option)
    text, formats, spans = "", [], []
    for piece in pieces:
        said = str(page) if piece.page_number else piece.text
        looks = QTextCharFormat()
        looks.setFont(font_of(piece.looks))
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = _length(text), _length(said), looks
        formats.append(span)
        spans.append((span.start, span.start + span.length, piece.looks))
        text += said
    layout.setText(text)
    layout.setFormats(formats)
    lines: list[Line] = []
    layout.beginLayout()
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        indent = shape.left + (shape.first if first and not lines else 0.0)
        room = max(6.0, width - indent - shape.right)
        line.setLineWidth(room * UNITS)
        line.setPosition(QPointF(0, 0))
        end = line.textStart() + line.textLength()
        used = {looks for start, stop, looks in spans if start < end and stop > line.textStart()}
        measures = [letters(looks) for looks in used or {block.mark}]
        ascent = max(measure.ascent for measure in measures)
        natural = ascent + max(m.descent for m in measures) + max(m.gap for m in measures)
        height = _line_height(natural, shape)
        # More room than needed goes above the letters, the gap of the font below them.
        lift = height - natural + ascent - line.ascent() / UNITS
        number = layout.lineCount() - 1

        def paint(
            painter: QPainter,
            x: float,
            y: float,
            number: int = number,
            indent: float = indent,
            lift: float = lift,
        ) -> None:
            place = QPointF((x + indent) * UNITS, (y + lift) * UNITS)
            layout.lineAt(number).draw(painter, place)

        lines.append(Line(height, paint))
    layout.endLayout()
    return lines


def _length(text: str) -> int:
    """Return how long Qt counts a text: letters beyond 65535 count twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _line_height(natural: float, shape: Shape) -> float:
    if shape.exact:
        return shape.lines
    if shape.at_least:
        return max(natural, shape.lines)
    return natural * shape.lines


def _picture_line(picture: Picture, shape: Shape, width: float) -> Line:
    room = max(1.0, width - shape.left - shape.right)
    scale = min(1.0, room / max(1.0, picture.width))
    wide, tall = picture.width * scale, picture.height * scale
    image = _image(picture.data, round(wide * _SHARP), round(tall * _SHARP))
    indent = {"center": (room - wide) / 2, "right": room - wide}.get(shape.align, 0.0)

    def paint(painter: QPainter, x: float, y: float) -> None:
        place = QRectF((x + shape.left + indent) * UNITS, y * UNITS, wide * UNITS, tall * UNITS)
        painter.drawImage(place, image)

    return Line(tall if shape.exact else tall * max(1.0, shape.lines), paint)


def _image(data: bytes, width: int, height: int) -> QImage:
    """Return a picture without the dots nobody would see on paper, on white."""
    image = QImage()
    if not image.loadFromData(data):
        return image
    if image.width() > width * 1.2:
        image = image.scaled(
            QSizeF(width, height).toSize(),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    if not image.hasAlphaChannel():
        return image
    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper


def _with_rule(line: Line, shape: Shape, width: float) -> Line:
    def paint(painter: QPainter, x: float, y: float) -> None:
        pen = QPen(QColor("black"), shape.rule_above * UNITS)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        left, right = (x + shape.left) * UNITS, (x + width - shape.right) * UNITS
        painter.drawLine(QLineF(left, y * UNITS, right, y * UNITS))
        line.paint(painter, x, y)

    return Line(line.height, paint)
