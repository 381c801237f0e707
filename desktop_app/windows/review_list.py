"""The review list: two lines a report, its state as colour, icon and word."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.windows.icons import icon
from desktop_app.windows.theme import STATE_COLOURS, em, scaled_font, state_colour, tokens
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.services.review_list import Place, ReviewPage, ReviewRow

Index = QModelIndex | QPersistentModelIndex
Load = Callable[["Place | None"], "ReviewPage"]
_ROW, _TICKED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_TICK_ROOM = 1.9
_PICTURES = {"green": "check", "amber": "alert", "blue": "circle", "neutral": "circle"}
OPEN = "received"
"""The state in which a report waits for its verdict."""


class ReviewModel(QAbstractListModel):
    """Reports that came in, read a page at a time as the list is scrolled; some may be ticked."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ReviewRow] = []
        self._places: dict[str, int] = {}
        self._ticked: dict[str, None] = {}
        self._load: Load | None = None
        self._next: Place | None = None

    def begin(self, load: Load, keep: str | None = None) -> None:
        """Show the first page instead of what was shown; more is read by need.

        As far as what is kept was loaded before, it is read again, so that the place stays.
        """
        rows = len(self._rows) if keep in self._places else 0
        self.beginResetModel()
        self._rows, self._places, self._ticked = [], {}, {}
        self._load, self._next = load, None
        self._add(load(None))
        while len(self._rows) < rows and self._next is not None:
            self._add(load(self._next))
        self.endResetModel()
        self.ticks_changed.emit()

    def _add(self, page: "ReviewPage") -> None:
        for row in page.rows:
            if row.id not in self._places:
                self._places[row.id] = len(self._rows)
                self._rows.append(row)
        self._next = page.next

    def canFetchMore(self, _parent: Index) -> bool:
        """Return whether more can be read."""
        return self._next is not None

    def fetchMore(self, _parent: Index) -> None:
        """Read the next page."""
        if self._load is None or self._next is None:
            return
        page = self._load(self._next)
        fresh = sum(row.id not in self._places for row in page.rows)
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + fresh - 1)
            self._add(page)
            self.endInsertRows()
        else:
            self._next = page.next

    def put(self, row: "ReviewRow") -> None:
        """Show a report's new state where it stands."""
        number = self.number_of(row.id)
        if number >= 0:
            self._rows[number] = row
            index = self.index(number)
            self.dataChanged.emit(index, index)

    def put_first(self, row: "ReviewRow") -> int:
        """Show a report that was asked for above the others, where it is not here yet."""
        if row.id not in self._places:
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._rows.insert(0, row)
            self._places = {each.id: number for number, each in enumerate(self._rows)}
            self.endInsertRows()
        return self._places[row.id]

    def row(self, number: int) -> "ReviewRow | None":
        """Return the report at a place, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row_id: str) -> int:
        """Return where a report stands, -1 when it does not."""
        return self._places.get(row_id, -1)

    def next_open(self, after: int) -> int:
        """Return the next undecided report after a place, then from the top; -1 without."""
        number = after + 1
        while True:
            while number < len(self._rows):
                if self._rows[number].submission == OPEN:
                    return number
                number += 1
            # The undecided come first: once a page ends with a decided one, none follows.
            if self._next is None or (self._rows and self._rows[-1].submission != OPEN):
                break
            self.fetchMore(QModelIndex())
        places = range(min(after + 1, len(self._rows)))
        return next((n for n in places if self._rows[n].submission == OPEN), -1)

    @property
    def open_count(self) -> int:
        """How many of those read so far wait for a verdict."""
        return sum(row.submission == OPEN for row in self._rows)

    # Ticks

    @property
    def ticked(self) -> "tuple[ReviewRow, ...]":
        """The ticked reports, in the order they were ticked."""
        return tuple(self._rows[self._places[each]] for each in self._ticked)

    def tick(self, number: int, *, on: bool | None = None) -> None:
        """Tick a report or take its tick away; the other of the two where none is said."""
        row = self.row(number)
        if row is None:
            return
        if on is None:
            on = row.id not in self._ticked
        if on:
            self._ticked[row.id] = None
        else:
            self._ticked.pop(row.id, None)
        index = self.index(number)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()

    def tick_waiting(self) -> None:
        """Tick every report read so far that waits for a verdict."""
        for row in self._rows:
            if row.submission == OPEN:
                self._ticked[row.id] = None
        self._ticks_drawn()

    def tick_none(self) -> None:
        """Take all ticks away."""
        self._ticked = {}
        self._ticks_drawn()

    def _ticks_drawn(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticks_changed.emit()

    # What Qt asks

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of reports read so far."""
        return len(self._rows)

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the title, the whole line for a screen reader, or the row itself."""
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == _TICKED:
            return row.id in self._ticked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join([row.title, row.unit, row.authors, " · ".join(marks(row))]).strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [row.title, row.unit, state_word(row), *marks(row)]
            if row.id in self._ticked:
                said.append(QCoreApplication.translate("ReviewList", "Ticked"))
            return ", ".join(part for part in said if part)
        return None


class TickKeys(QObject):
    """Ticks reports of the list: Space, Shift with the arrows, Ctrl+A, or the box itself."""

    def __init__(self, view: QListView, model: ReviewModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys and clicks that tick; everything else goes its way."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            place = event.position().toPoint()
            index = self._view.indexAt(place)
            if index.isValid() and place.x() < em(_TICK_ROOM):
                self._model.tick(index.row())
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        number, model = self._view.currentIndex().row(), self._model
        key, shift = event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_Space:
            model.tick(number)
            return True
        if shift and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            model.tick(number, on=True)
            following = number + (1 if key == Qt.Key.Key_Down else -1)
            if model.row(following) is not None:
                self._view.setCurrentIndex(model.index(following))
                model.tick(following, on=True)
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll):
            model.tick_waiting()
            return True
        return False


def marks(row: "ReviewRow") -> tuple[str, ...]:
    """Return what a row says beside its state: changed, overdue, like another, a note."""
    said: list[str] = []
    if row.conflict:
        said.append(QCoreApplication.translate("ReviewList", "two versions"))
    if row.overdue_days:
        text = QCoreApplication.translate("ReviewList", "waits {days} days")
        said.append(text.format(days=row.overdue_days))
    if row.changed:
        text = QCoreApplication.translate("ReviewList", "revision {number}")
        said.append(text.format(number=row.revision))
    if row.similar:
        said.append(QCoreApplication.translate("ReviewList", "like another"))
    if row.noted:
        said.append(QCoreApplication.translate("ReviewList", "note"))
    return tuple(said)


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
        room = option.rect.adjusted(em(_TICK_ROOM), em(0.35), -em(0.4), -em(0.3))
        self._tick(painter, option.rect, ticked=bool(index.data(_TICKED)))
        self._title(painter, room, row.title, bold=row.submission == OPEN)
        self._state(painter, room, row)
        painter.restore()

    def _tick(self, painter: QPainter, row: QRect, *, ticked: bool) -> None:
        """Draw the box; a ticked one is filled and bears a check, not a colour alone."""
        colours = tokens()
        box = QRect(row.topLeft() + QPoint(em(0.55), em(0.45)), QSize(em(0.95), em(0.95)))
        painter.setPen(QPen(QColor(colours.accent if ticked else colours.quiet)))
        painter.setBrush(QColor(colours.accent if ticked else colours.card))
        painter.drawRoundedRect(box, em(0.15), em(0.15))
        if ticked:
            icon("check", colours.on_accent, 18).paint(painter, box)

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
        said = measure.elidedText(
            state_word(row), Qt.TextElideMode.ElideRight, room.width() - side - em(0.3)
        )
        left = place.right() + em(0.3)
        painter.drawText(left, base, said)
        left += measure.horizontalAdvance(f"{said}  ")
        said = " · ".join(marks(row))
        if said:
            painter.setPen(QColor(tokens().amber))
            shown = measure.elidedText(said, Qt.TextElideMode.ElideRight, room.right() - left)
            painter.drawText(left, base, shown)
            left += measure.horizontalAdvance(f"{shown}  ")
        painter.setPen(QColor(tokens().quiet))
        unit = measure.elidedText(row.unit, Qt.TextElideMode.ElideRight, room.right() - left)
        if room.right() - left > em(2):
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
