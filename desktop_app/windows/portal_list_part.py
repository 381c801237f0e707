"""The list of Lên cổng: what waits to go up and for its answer, filtered, a page at a time."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableView, QVBoxLayout, QWidget

from desktop_app.domain.numbers import format_number
from desktop_app.services import portal_list
from desktop_app.services.portal import final_states
from desktop_app.services.portal_list import DONE, UP, WAITING
from desktop_app.services.portal_words import state_label
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.services.portal_list import PortalFilter, PortalRow
    from desktop_app.services.portal_list import PortalPage as Rows

_TYPING_MS = 200


class PortalList(QWidget):
    """State, unit and search over the list; says which initiative is chosen."""

    chosen = Signal(object)
    """The chosen row, None when nothing fits."""
    entered = Signal()
    """Enter, or a double click, on a row."""
    ended = Signal()
    """Nothing more waits that can go up."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context, self._workspace = context, context.workspace
        self._asked = 0
        self._next: Any = None
        self._loading = False
        self._wanted_id: str | None = None
        self.setMinimumWidth(em(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self.state_box, self.unit_box = QComboBox(), QComboBox()
        for state in ("", WAITING, UP, DONE):
            self.state_box.addItem(self._state_words(state), state)
        self.unit_box.addItem(self.tr("All units"), "")
        self.search_edit = QLineEdit()
        self.search_edit.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search_edit.setClearButtonEnabled(True)
        self.state_box.setAccessibleName(self.tr("What the list shows"))
        self.unit_box.setAccessibleName(self.tr("Unit, and those below it"))
        self.search_edit.setAccessibleName(self.tr("Search"))
        for box in (self.state_box, self.unit_box):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(10)
            box.currentIndexChanged.connect(lambda _number: self.refresh())
            column.addWidget(box)
        column.addWidget(self.search_edit)
        columns = (
            Column(self.tr("Initiative"), lambda row: row.title, stretch=True),
            Column(self.tr("Unit"), lambda row: row.unit, width=10, extra=True),
            Column(self.tr("State"), self._row_words, _row_state, width=9.8),
        )
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Initiatives on their way to the portal"))
        self.model = RowsModel(columns)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.model.near_end.connect(self._more)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._say_chosen())
        self.table.activated.connect(lambda _index: self.entered.emit())
        column.addWidget(self.table, 1)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        tint(self.empty, "quiet")
        column.addWidget(self.empty)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self.search_edit.textChanged.connect(lambda _text: self._typing.start())

    def begin(self, state: str | None = None, initiative_id: str | None = None) -> None:
        """Show the list afresh, of a state and from an initiative on where they are named."""
        if state is not None:
            self.state_box.setCurrentIndex(max(0, self.state_box.findData(state)))
        self._wanted_id = initiative_id or self._wanted_id
        if self.unit_box.count() == 1:
            self._read_units()
        self.refresh()
        self.table.setFocus()

    @property
    def wanted(self) -> "PortalFilter":
        """What the list shows."""
        return portal_list.PortalFilter(
            str(self.state_box.currentData() or ""),
            self.search_edit.text(),
            str(self.unit_box.currentData() or ""),
        )

    def _read_units(self) -> None:
        from desktop_app.services import review_list

        def fill(choices: Any) -> None:
            if self.unit_box.count() > 1:
                return
            self.unit_box.blockSignals(True)
            for unit in choices.units:
                self.unit_box.addItem("   " * unit.depth + unit.name, unit.id)
            self.unit_box.blockSignals(False)

        workspace = self._workspace
        self._context.tasks.start(self, lambda _s: review_list.choices(workspace), on_success=fill)

    def refresh(self) -> None:
        """Read the list again; who was chosen stays chosen."""
        self._asked += 1
        asked, wanted, workspace = self._asked, self.wanted, self._workspace
        row = self.row
        keep = self._wanted_id or (row.id if row is not None else None)

        def work(_step: object) -> Any:
            return portal_list.page(workspace, wanted), portal_list.counts(workspace, wanted)

        def show(found: Any) -> None:
            if asked == self._asked:
                self._show(found[0], found[1], keep)

        self._context.tasks.start(self, work, on_success=show)

    def _show(self, page: "Rows", counts: Any, keep: str | None) -> None:
        self._next, self._loading = page.next, False
        self.model.show(page.rows)
        for number in range(self.state_box.count()):
            state = str(self.state_box.itemData(number))
            count = counts[state] if state else counts[WAITING] + counts[UP]
            text = f"{self._state_words(state)} ({format_number(count)})"
            self.state_box.setItemText(number, text)
        self.table.setVisible(bool(page.rows))
        self.empty.setVisible(not page.rows)
        narrowed = self.wanted.search or self.wanted.unit_id
        self.empty.setText(
            self.tr("Nothing fits.")
            if narrowed
            else self.tr(
                "What was accepted under Review stands here, ready to be entered on the portal."
            )
        )
        if not page.rows:
            self.chosen.emit(None)
            return
        number = self.model.number_of(keep) if keep else -1
        if number >= 0:
            self._wanted_id = None
        self.table.selectRow(max(0, number))
        self._say_chosen()

    def _more(self) -> None:
        """Read the next page when the last row is seen."""
        self._load_more(lambda: None)

    def _load_more(self, then: Callable[[], Any]) -> None:
        if self._next is None or self._loading:
            return
        self._loading = True
        asked, wanted, after, workspace = self._asked, self.wanted, self._next, self._workspace

        def add(page: "Rows") -> None:
            if asked == self._asked:
                self._next, self._loading = page.next, False
                self.model.add(page.rows)
                then()

        self._context.tasks.start(
            self, lambda _step: portal_list.page(workspace, wanted, after), on_success=add
        )

    @property
    def row(self) -> "PortalRow | None":
        """The chosen initiative, None without one."""
        return current_row(self.table) if self.model.rowCount() else None

    def _say_chosen(self) -> None:
        row = self.row
        if row is not None:
            self.chosen.emit(row)

    def step(self, by: int) -> None:
        """Go to the next initiative of the list, or the one before."""
        number = self.table.currentIndex().row() + by
        if self.model.row(number) is not None:
            self.table.selectRow(number)

    def next_to_go(self) -> None:
        """Go to the next one that waits and can go up; when there is none, say so."""
        number = self.table.currentIndex().row() + 1
        while (row := self.model.row(number)) is not None:
            if row.state == WAITING and not row.blocked:
                self.table.selectRow(number)
                return
            number += 1
        if self._next is not None and not self._loading:
            self._load_more(self.next_to_go)
            return
        self.ended.emit()

    def put_recorded(self, initiative_id: str, code: str, state: str) -> None:
        """Show where an initiative stands since its code and state were recorded."""
        row = self.model.row(self.model.number_of(initiative_id))
        if row is not None:
            ended = DONE if state in final_states() else UP
            today = self._workspace.today()
            self.model.put(replace(row, state=ended, portal=state, portal_code=code, since=today))

    def _state_words(self, state: str) -> str:
        words = {
            "": self.tr("Waiting or without a result"),
            WAITING: self.tr("Waiting to go up"),
            UP: self.tr("Up, no result yet"),
            DONE: self.tr("With a result"),
        }
        return words[state]

    def _row_words(self, row: "PortalRow") -> str:
        if row.state == WAITING:
            return self.tr("To mend") if row.blocked else self.tr("Waits")
        return state_label(row.portal, self._context.language) or self.tr("Up")


def _row_state(row: "PortalRow") -> str:
    if row.state == WAITING:
        return "returned" if row.blocked else "received"
    return row.portal if row.state == DONE else "reviewing"
