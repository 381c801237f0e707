"""The tree of units as a model over plain rows: filtered below Qt, who is above stays visible."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QFont

from desktop_app.domain.text import fold
from desktop_app.services.units import UnitRow
from desktop_app.windows.theme import em, tokens

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TreeColumn:
    """A column: its heading and what it shows of a unit."""

    heading: str
    text: Callable[[UnitRow], str]


@dataclass
class _Node:
    row: UnitRow
    place: int = 0
    above: int = -1
    below: list[int] = field(default_factory=list)


def found_in(rows: Sequence[UnitRow], query: str) -> set[str]:
    """Return the units whose name, code or officer holds every word, marks and case apart."""
    words = fold(query).split()
    return {
        row.id
        for row in rows
        if all(word in _folded(row.name, row.code, row.officer, row.group) for word in words)
    }


@lru_cache(maxsize=50_000)
def _folded(*words: str) -> str:
    """Return what is searched of a unit; kept, for every letter typed asks for all of them."""
    return fold(" ".join(words))


class UnitTreeModel(QAbstractItemModel):
    """Units below each other; ``show`` is its one setter."""

    def __init__(self, columns: Sequence[TreeColumn]) -> None:
        super().__init__()
        self._columns = list(columns)
        self._nodes: list[_Node] = []
        self._roots: list[int] = []

    def show(self, rows: Sequence[UnitRow], found: set[str] | None = None) -> None:
        """Show units in the order given; with ``found`` only these and who stands above them."""
        self.beginResetModel()
        by_id = {row.id: row for row in rows}
        shown = set(by_id) if found is None else _with_those_above(by_id, found)
        self._nodes = [_Node(row) for row in rows if row.id in shown]
        numbers = {node.row.id: number for number, node in enumerate(self._nodes)}
        self._roots = []
        for number, node in enumerate(self._nodes):
            node.above = numbers.get(node.row.parent_id or "", -1)
            level = self._nodes[node.above].below if node.above >= 0 else self._roots
            node.place = len(level)
            level.append(number)
        self.endResetModel()

    def unit(self, index: Index) -> UnitRow | None:
        """Return the unit at an index, None without one."""
        return self._nodes[index.internalId()].row if index.isValid() else None

    def index_of(self, unit_id: str) -> QModelIndex:
        """Return where a unit stands; an invalid index when it is not shown."""
        for number, node in enumerate(self._nodes):
            if node.row.id == unit_id:
                return self.createIndex(node.place, 0, number)
        return QModelIndex()

    def _level(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].below if parent.isValid() else self._roots

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        level = self._level(parent)
        if not (0 <= row < len(level) and 0 <= column < len(self._columns)):
            return QModelIndex()
        return self.createIndex(row, column, level[row])

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        above = self._nodes[index.internalId()].above if index.isValid() else -1
        if above < 0:
            return QModelIndex()
        return self.createIndex(self._nodes[above].place, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._level(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        unit, column = self.unit(index), self._columns[index.column()]
        if unit is None:
            return None
        text = column.text(unit)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {text}"
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(em(4), em(1.8))
        if unit.closed_on is not None and role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens().quiet)
        if unit.closed_on is not None and role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setItalic(True)
            return font
        return None


def _with_those_above(by_id: dict[str, UnitRow], found: set[str]) -> set[str]:
    shown: set[str] = set()
    for unit_id in found:
        at: str | None = unit_id
        while at in by_id and at not in shown:
            shown.add(str(at))
            at = by_id[str(at)].parent_id
    return shown
