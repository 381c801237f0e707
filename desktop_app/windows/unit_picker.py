"""Choosing one unit, or ticking several, from a list that a few letters make short."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTableView, QVBoxLayout, QWidget

from desktop_app.services.units import UnitRow
from desktop_app.windows.looks import soften
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import em
from desktop_app.windows.unit_tree import found_in


class UnitPicker(QWidget):
    """A search line above a list of units; the arrow keys lead from one into the other."""

    changed = Signal()

    def __init__(self, rows: Sequence[UnitRow], name: str, *, several: bool = False) -> None:
        super().__init__()
        self._rows, self._several = list(rows), several
        self._ticked: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find by name or code"))
        self.search.setAccessibleName(self.tr("Find by name or code"))
        self.search.setClearButtonEnabled(True)
        self.table = QTableView()
        self.table.setAccessibleName(name)
        columns = (
            Column(self.tr("Unit"), lambda row: row.name, stretch=True),
            Column(self.tr("Code"), lambda row: row.code, width=6, extra=True),
        )
        self.model = RowsModel(columns, checkable=several)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.table.setMinimumHeight(em(8))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self.search.textChanged.connect(lambda _text: self._filter())
        self.search.installEventFilter(self)
        self.table.selectionModel().currentChanged.connect(lambda *_: self.changed.emit())
        self.model.checks_changed.connect(self._tick)
        self._filter()

    @property
    def unit(self) -> UnitRow | None:
        """The unit chosen, None while there is none."""
        row: UnitRow | None = current_row(self.table)
        return row

    @property
    def units(self) -> tuple[UnitRow, ...]:
        """The units ticked, in order."""
        return tuple(row for row in self._rows if row.id in self._ticked)

    def choose(self, unit_id: str) -> None:
        """Choose a unit."""
        self.table.selectRow(self.model.number_of(unit_id))

    def tick(self, unit_id: str) -> None:
        """Tick a unit."""
        self._ticked.add(unit_id)
        self._filter()
        self.changed.emit()

    def _filter(self) -> None:
        found = found_in(self._rows, self.search.text())
        chosen = self.unit
        # What is ticked stays in sight, whatever is searched for.
        shown = [row for row in self._rows if row.id in found or row.id in self._ticked]
        self.model.show(shown, sorted(self._ticked))
        number = self.model.number_of(chosen.id) if chosen is not None else -1
        if shown and not self._several:
            self.table.selectRow(max(0, number))
        self.changed.emit()

    def _tick(self) -> None:
        shown = {self.model.row(n).id for n in range(self.model.rowCount())}
        self._ticked = (self._ticked - shown) | set(self.model.checked)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
            return True
        return super().eventFilter(watched, event)
