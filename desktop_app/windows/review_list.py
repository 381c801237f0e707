"""The review list: two lines a report, its state as colour, icon and word."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.windows.icons import icon
from desktop_app.windows.theme import STATE_COLOURS, em, scaled_font, state_colour, tokens
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.services.review import ReviewRow

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_PICTURES = {"green": "check", "amber": "alert", "blue": "circle", "neutral": "circle"}
OPEN = "received"
"""The state in which a report waits for its verdict."""


class ReviewModel(QAbstractListModel):
    """Reports that came in; one setter."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ReviewRow] = []

    def show(self, rows: "Sequence[ReviewRow]") -> None:
        """Show these instead of the earlier ones."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def put(self, row: "ReviewRow") -> None:
        """Show a report's new state where it stands."""
        number = self.number_of(row.id)
        if number >= 0:
            self._rows[number] = row
            index = self.index(number)
            self.dataChanged.emit(index, index)

    def row(self, number: int) -> "ReviewRow | None":
        """Return the report at a place, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row_id: str) -> int:
        """Return where a report stands, -1 when it does not."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    def next_open(self, after: int) -> int:
        """Return the next undecided report after a place, then from the top; -1 without."""
        places = [*range(after + 1, len(self._rows)), *range(min(after + 1, len(self._rows)))]
        return next((n for n in places if self._rows[n].submission == OPEN), -1)

    @property
    def open_count(self) -> int:
        """How many wait for a verdict."""
        return sum(row.submission == OPEN for row in self._rows)

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of reports."""
        return len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the title, the whole line for a screen reader, or the row itself."""
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.unit}\n{row.authors}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.unit}, {state_word(row)}"
        return None


def state_word(row: "ReviewRow") -> str:
    """Return what a report's state is called on the officer's desk."""
    if row.submission == OPEN:
        return QCoreApplication.translate("ReviewList", "Undecided")
    return word(row.submission)


class ReviewDelegate(QStyledItemDelegate):
    """Draws a report: its title over at most two lines, then its state and unit."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of three lines."""
        return QSize(option.rect.width(), em(4.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one report."""
        row, colours = index.data(_ROW), tokens()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
            bar = QRect(option.rect.topLeft(), QSize(em(0.22), option.rect.height()))
            painter.fillRect(bar, QColor(colours.accent))
        painter.setPen(QPen(QColor(colours.line)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        room = option.rect.adjusted(em(0.6), em(0.35), -em(0.4), -em(0.3))
        self._title(painter, room, row.title, bold=row.submission == OPEN)
        self._state(painter, room, row)
        painter.restore()

    def _title(self, painter: QPainter, room: QRect, title: str, *, bold: bool) -> None:
        font = scaled_font(1.0, bold=bold)
        painter.setFont(font)
        painter.setPen(QColor(tokens().text))
        measure = QFontMetrics(font)
        first, rest = _break(title, measure, room.width())
        line = measure.lineSpacing()
        painter.drawText(room.left(), room.top() + measure.ascent(), first)
        second = measure.elidedText(rest, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room.left(), room.top() + measure.ascent() + line, second)

    def _state(self, painter: QPainter, room: QRect, row: "ReviewRow") -> None:
        font = scaled_font(0.9)
        painter.setFont(font)
        measure = QFontMetrics(font)
        base = room.bottom() - measure.descent()
        side = measure.height()
        colour = "blue" if row.submission == OPEN else STATE_COLOURS.get(row.submission, "neutral")
        shade = state_colour("received" if row.submission == OPEN else row.submission)
        picture = icon(_PICTURES.get(colour, "circle"), shade, 18)
        place = QRect(room.left(), base - measure.ascent(), side, side)
        picture.paint(painter, place)
        painter.setPen(QColor(shade))
        said = state_word(row)
        left = place.right() + em(0.3)
        painter.drawText(left, base, said)
        left += measure.horizontalAdvance(f"{said}  ")
        painter.setPen(QColor(tokens().quiet))
        unit = measure.elidedText(row.unit, Qt.TextElideMode.ElideRight, room.right() - left)
        painter.drawText(left, base, unit)


def _break(text: str, measure: QFontMetrics, width: int) -> tuple[str, str]:
    """Break a title after the last word that fits into the first line."""
    words, first = text.split(), ""
    for place, each in enumerate(words):
        longer = f"{first} {each}".strip()
        if measure.horizontalAdvance(longer) > width:
            return (first, " ".join(words[place:])) if first else (text, "")
        first = longer
    return first, ""
