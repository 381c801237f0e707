"""The table of the board: tracks as groups of columns, a bar to the target, a line of totals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.windows.looks import soften
from desktop_app.windows.rows import Column, RowsModel, prepare
from desktop_app.windows.theme import em, scaled_font, tokens

Index = QModelIndex | QPersistentModelIndex
BAR_ROLE = Qt.ItemDataRole.UserRole + 1
_STANDING_COLOURS = {"behind": "amber", "on_track": "blue", "reached": "green", "none": "quiet"}


@dataclass(frozen=True)
class BoardColumn:
    """A column: the line's field it shows and is sorted by, its group, its words.

    ``kind`` is unit, number, bar, standing, trend or day; ``drill`` names the number whose
    initiatives stand behind a cell; ``main`` ones are shown without being asked for, ``spare``
    ones where there is room for them.
    """

    field: str
    heading: str
    tip: str
    text: Callable[[Any], str]
    group: str = ""
    kind: str = "number"
    drill: str = "reached"
    width: float = 4.6
    main: bool = True
    spare: bool = False


class BoardModel(RowsModel):
    """The lines of the board; the sorted column bears an arrow."""

    def __init__(self, columns: Sequence[BoardColumn]) -> None:
        super().__init__([Column(c.heading, c.text) for c in columns])
        self.columns = list(columns)
        self.sorted_by, self.descending = "unit", False
        self.totals = False

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = ("  ↓" if self.descending else "  ↑") if column.field == self.sorted_by else ""
            return column.heading + arrow
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.group}: {column.tip}" if column.group else column.tip
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.tip}: {column.text(row)}" if column.kind != "unit" else row.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.group} {column.tip}: {column.text(row)}".strip()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return right if column.kind == "number" else left
        if role == Qt.ItemDataRole.ForegroundRole:
            name = "text"
            if column.kind in ("standing", "bar"):
                name = _STANDING_COLOURS[row.standing]
            elif column.kind == "number" and column.text(row) in ("0", "–"):
                name = "quiet"
            return QColor(getattr(tokens(), name))
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(self.totals or column.kind == "standing")
            return font
        if role == BAR_ROLE and column.kind == "bar":
            return row.share
        return None


class GroupedHeader(QHeaderView):
    """A header with the groups' names above the columns' names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Return room for two lines of words."""
        return QSize(super().sizeHint().width(), em(3.6))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the name of a column in the lower half."""
        colours = tokens()
        painter.save()
        painter.fillRect(rect, QColor(colours.window))
        model = self.model()
        assert isinstance(model, BoardModel)
        column = model.columns[section]
        lower = rect.adjusted(em(0.3), rect.height() // 2, -em(0.3), 0)
        painter.setFont(scaled_font(0.95, bold=True))
        chosen = column.field == model.sorted_by
        painter.setPen(QColor(colours.accent if chosen else colours.quiet))
        side = (
            Qt.AlignmentFlag.AlignRight if column.kind == "number" else Qt.AlignmentFlag.AlignLeft
        )
        text = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(str(text), Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the columns' names, then one band with its name over each group."""
        super().paintEvent(event)
        model = self.model()
        if not isinstance(model, BoardModel):
            return
        painter = QPainter(self.viewport())
        colours = tokens()
        painter.setFont(scaled_font(0.95))
        for name, left, right in self._bands(model):
            band = QRect(left, 2, right - left, self.height() // 2 - 2)
            painter.fillRect(band.adjusted(2, 0, -2, 0), QColor(colours.accent_soft))
            painter.setPen(QColor(colours.text))
            inner = band.adjusted(em(0.3), 0, -em(0.3), 0)
            shown = painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), shown)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(left, 0, left, self.height())
        painter.end()

    def _bands(self, model: BoardModel) -> list[tuple[str, int, int]]:
        bands: list[tuple[str, int, int]] = []
        for section, column in enumerate(model.columns):
            if not column.group or self.isSectionHidden(section):
                continue
            left = self.sectionViewportPosition(section)
            right = left + self.sectionSize(section)
            if bands and bands[-1][0] == column.group:
                bands[-1] = (column.group, bands[-1][1], right)
            else:
                bands.append((column.group, left, right))
        return bands


class BoardDelegate(QStyledItemDelegate):
    """Draws the bar with its number beside it, and a frame around the cell the keys are on."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        share = index.data(BAR_ROLE)
        rect: QRect = option.rect
        if share is None:
            super().paint(painter, option, index)
        else:
            self._bar(painter, option, rect, index, float(share))
        view = self.parent()
        if isinstance(view, QTableView) and view.hasFocus() and index == view.currentIndex():
            painter.save()
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _bar(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        index: Index,
        share: float,
    ) -> None:
        colours = tokens()
        text = str(index.data(Qt.ItemDataRole.DisplayRole))
        painter.save()
        chosen = option.state & option.state.State_Selected
        if chosen:
            painter.fillRect(rect, QColor(colours.accent_soft))
        painter.setFont(scaled_font(bold=True))
        wide = painter.fontMetrics().horizontalAdvance("▼ 100,0 %") + em(0.3)
        bar = QRectF(rect.adjusted(em(0.3), 0, -wide - em(0.5), 0))
        height = em(0.7)
        bar = QRectF(bar.x(), rect.center().y() - height / 2, bar.width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.quiet), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRect(bar)
        filled = QRectF(bar.x(), bar.y(), bar.width() * min(1.0, share), bar.height())
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRect(filled)
        painter.setPen(QColor(colours.text))
        said = QRect(rect.right() - wide - em(0.2), rect.y(), wide, rect.height())
        painter.drawText(
            said, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text
        )
        painter.restore()


class BoardTable(QTableView):
    """The table: headers sort, Enter or a double click opens what stands behind a number.

    Keys: Ctrl+Up and Ctrl+Down sort by the column the frame is on, + and − open and shut a unit.
    """

    sort_asked = Signal(str, bool)
    drilled = Signal(str, str)
    toggled = Signal(str)
    column_shown = Signal(int, bool)

    def __init__(self, columns: Sequence[BoardColumn], name: str) -> None:
        super().__init__()
        self.columns = list(columns)
        self.board = BoardModel(columns)
        header = GroupedHeader(self)
        self.setHorizontalHeader(header)
        prepare(self, self.board, [Column(c.heading, c.text, width=c.width) for c in columns])
        self.setAccessibleName(name)
        self.everything, self.follows = False, False
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header.setMinimumSectionSize(em(3))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionClicked.connect(self._clicked_header)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        soften(self)
        self.setItemDelegate(BoardDelegate(self))
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._clicked)

    def show_all_columns(self, everything: bool) -> None:
        """Show every column, or the main ones only."""
        self.everything = everything
        self.fit()

    def fit(self) -> None:
        """Give the unit's column the room the others leave; spare ones come where there is some."""
        if self.follows:
            return
        room = self.viewport().width()
        for number, column in enumerate(self.columns):
            shown = self.everything or column.main
            if column.spare and not shown:
                shown = room - em(column.width) >= em(14)
            if number and shown:
                room -= self.columnWidth(number) or em(column.width)
            if self.isColumnHidden(number) == shown:
                self.setColumnHidden(number, not shown)
                self.column_shown.emit(number, shown)
        self.setColumnWidth(0, max(em(14), room))

    def resizeEvent(self, event: Any) -> None:
        """Fit the unit's column anew."""
        super().resizeEvent(event)
        self.fit()

    def cell(self) -> tuple[Any, BoardColumn | None]:
        """Return the row and the column the keys are on."""
        index = self.currentIndex()
        if not index.isValid():
            return None, None
        return self.board.row(index.row()), self.columns[index.column()]

    def go_to(self, unit_id: str, column: int) -> None:
        """Put the frame on a unit, the first where it is not shown."""
        number = max(0, self.board.number_of(unit_id))
        if self.board.rowCount():
            self.setCurrentIndex(self.board.index(number, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl with up and down sorts, + and − open and shut a unit."""
        row, column = self.cell()
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and column is not None:
            self.sort_asked.emit(column.field, key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and row is not None:
            if row.has_below and row.opened == (key == Qt.Key.Key_Minus):
                self.toggled.emit(row.id)
        else:
            super().keyPressEvent(event)

    def _clicked_header(self, section: int) -> None:
        field = self.columns[section].field
        same = field == self.board.sorted_by
        # Numbers are asked for with the largest first, names from their beginning.
        first = self.columns[section].kind != "unit"
        self.sort_asked.emit(field, not self.board.descending if same else first)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.board.row(index.row())
        inside = self.visualRect(index)
        x = self.viewport().mapFromGlobal(self.cursor().pos()).x() - inside.x()
        if index.column() == 0 and row.has_below and 0 <= x < em(1.3 * row.depth + 1.6):
            self.toggled.emit(row.id)

    def _open(self) -> None:
        row, column = self.cell()
        if row is None or column is None:
            return
        if column.kind == "unit" and row.has_below:
            self.toggled.emit(row.id)
        else:
            self.drilled.emit(row.id, column.drill)
