"""Lists: plain rows sorted and filtered below Qt, a model with one setter, no proxy models."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop_app.windows.icons import icon
from desktop_app.windows.theme import em, scaled_font, state_colour

Index = QModelIndex | QPersistentModelIndex

_STATE_ICONS = {
    "neutral": "circle",
    "blue": "arrow-right",
    "amber": "alert",
    "green": "check",
    "red": "alert",
}


_LONG = 14
"""Font heights the column that stretches shall have at least."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, what it shows of a row, and the state that colours it, if any.

    An ``extra`` column makes room when the text is large or the window small.
    """

    heading: str
    text: Callable[[Any], str]
    state: Callable[[Any], str] | None = None
    stretch: bool = False
    width: float = 8
    extra: bool = False


class RowsModel(QAbstractTableModel):
    """Rows of any kind, keyed by their ``id``."""

    checks_changed = Signal()
    near_end = Signal()

    def __init__(self, columns: Sequence[Column], *, checkable: bool = False) -> None:
        super().__init__()
        self._columns, self._rows = list(columns), list[Any]()
        self._checkable = checkable
        self._checked: set[str] = set()

    def show(self, rows: Sequence[Any], checked: Sequence[str] = ()) -> None:
        """Show these rows instead of the earlier ones."""
        self.beginResetModel()
        self._rows = list(rows)
        self._checked = set(checked)
        self.endResetModel()

    def add(self, rows: Sequence[Any]) -> None:
        """Add the rows of a further page."""
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def put(self, row: Any) -> None:
        """Show a row's new state where it stands."""
        number = self.number_of(row.id)
        if number >= 0:
            self._rows[number] = row
            self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))

    def row(self, number: int) -> Any:
        """Return a row, None outside."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, row_id: str) -> int:
        """Return where a row stands, -1 when it does not."""
        return next((n for n, row in enumerate(self._rows) if row.id == row_id), -1)

    @property
    def checked(self) -> list[str]:
        """The ids of the ticked rows, in order."""
        return [row.id for row in self._rows if row.id in self._checked]

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._rows)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        # With the largest text a heading may be cut; then its tip says it whole.
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation is Qt.Orientation.Horizontal and role in told:
            return self._columns[section].heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._checkable and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = 0) -> Any:
        row, column = self._rows[index.row()], self._columns[index.column()]
        if index.row() == len(self._rows) - 1:
            self.near_end.emit()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {column.text(row)}"
        if role == Qt.ItemDataRole.CheckStateRole and self._checkable and index.column() == 0:
            on = row.id in self._checked
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if column.state is None:
            return None
        state = column.state(row)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(state_colour(state))
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(_icon_name(state), state_colour(state), 18)
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row_id = self._rows[index.row()].id
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._checked.add if on else self._checked.discard)(row_id)
        self.dataChanged.emit(index, index)
        self.checks_changed.emit()
        return True


def _icon_name(state: str) -> str:
    from desktop_app.windows.theme import STATE_COLOURS

    return _STATE_ICONS[STATE_COLOURS.get(state, "neutral")]


def prepare(view: QTableView, model: RowsModel, columns: Sequence[Column]) -> None:
    """Make a view ready for rows: whole rows chosen, fixed heights, the long column stretches."""
    view.setModel(model)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setAlternatingRowColors(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(em(2.1))
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    view.setTabKeyNavigation(False)
    for number, column in enumerate(columns):
        if column.stretch:
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        else:
            header.resizeSection(number, em(column.width))
    _Room(view, columns)


class _Room(QObject):
    """Hides extra columns while the long one has too little room, then narrows the others."""

    def __init__(self, view: QTableView, columns: Sequence[Column]) -> None:
        super().__init__(view)
        self._view, self._columns, self._narrow = view, columns, False
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            room = self._view.width() - em(2)
            needed = sum(em(c.width) for c in self._columns if not c.stretch and not c.extra)
            long = min(em(_LONG), room // 2)
            left = room - needed - long
            if left < 0 or self._narrow:
                self._narrow = left < 0
                self._share(max(0.5, min(1.0, (room - long) / max(1, needed))))
            for number, column in enumerate(self._columns):
                if column.extra:
                    left -= em(column.width)
                    self._view.setColumnHidden(number, left < 0)
        return super().eventFilter(watched, event)

    def _share(self, factor: float) -> None:
        """Give the columns that stay a part of their width, but room for their heading."""
        header = self._view.horizontalHeader()
        metrics = QFontMetrics(scaled_font(1.0, bold=True))
        for number, column in enumerate(self._columns):
            if not column.stretch and not column.extra:
                heading = metrics.horizontalAdvance(column.heading) + em(1.2)
                header.resizeSection(number, max(heading, round(em(column.width) * factor)))


def current_row(view: QTableView) -> Any:
    """Return the chosen row of a view, None without one."""
    model = view.model()
    index = view.currentIndex()
    return model.row(index.row()) if isinstance(model, RowsModel) and index.isValid() else None
