"""Lên cổng: what waits to go up, the sheet of one initiative to enter, its code and state back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number
from desktop_app.services import portal_list
from desktop_app.services.portal_list import DONE, UP, WAITING
from desktop_app.services.portal_words import state_label
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.portal_sheet import PortalSheetView
from desktop_app.windows.portal_tools import TOOLS
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.services.portal_entry import EntrySheet
    from desktop_app.services.portal_list import PortalFilter, PortalRow
    from desktop_app.services.portal_list import PortalPage as Rows

FOLDER_SETTING = "last_folder"
_TYPING_MS = 200


class PortalPage(Page):
    """The list on the left, the sheet on the right; the keyboard alone is enough."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._asked = self._sheet_asked = 0
        self._next: Any = None
        self._loading = False
        self._wanted_id: str | None = None
        self._copied_code = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.list_part = self._list_part()
        self.splitter.addWidget(self.list_part)
        self.view = PortalSheetView(context.language)
        self.view.setMinimumWidth(em(16))
        self.splitter.addWidget(self.view)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes([em(22), em(40)])
        column.addWidget(self.splitter, 1)
        self.view.record.connect(self.record)
        self.view.save_files.connect(self.save_files)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self.search_edit.textChanged.connect(lambda _text: self._typing.start())
        self._bind()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.title = QLabel(self.tr("To the portal"))
        as_title(self.title)
        head.addWidget(self.title)
        place = QWidget()
        place.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._tools = FlowLayout(place)
        head.addWidget(place, 1)
        self._narrow = self._sheet_shown = False
        self.half_button = self.add_tool(
            "", lambda: self._to_the_list() if self._sheet_shown else self._to_the_sheet()
        )
        self.tools: dict[str, QPushButton] = {}
        for tool in TOOLS:
            text = QCoreApplication.translate("PortalTools", tool.text)

            def show(make: Any = tool.make) -> None:
                dialog = make(self.context, self)
                dialog.finished.connect(lambda _result: self.refresh())
                dialog.open()

            self.tools[tool.name] = self.add_tool(text, show)
        return head

    def add_tool(self, text: str, callback: Callable[[], Any]) -> QPushButton:
        """Add a button to the head of the page."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: callback())
        self._tools.addWidget(button)
        return button

    def _list_part(self) -> QWidget:
        part = QWidget()
        part.setMinimumWidth(em(12))
        column = QVBoxLayout(part)
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
            Column(self.tr("State"), self._row_words, _row_state, width=9),
        )
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Initiatives on their way to the portal"))
        self.model = RowsModel(columns)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.model.near_end.connect(self._more)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.table.activated.connect(lambda _index: self._to_the_sheet())
        column.addWidget(self.table, 1)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        tint(self.empty, "quiet")
        column.addWidget(self.empty)
        return part

    def _bind(self) -> None:
        keys: dict[str, Callable[[], Any]] = {
            "Ctrl+Return": self.view.send,
            "Ctrl+Enter": self.view.send,
            "Alt+Down": lambda: self.step(1),
            "Alt+Up": lambda: self.step(-1),
            "Ctrl+S": self.save_files,
            "Esc": self._to_the_list,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text there is room for the list or for the sheet."""
        super().resizeEvent(event)
        self._narrow = self.width() < em(44)
        self.title.setVisible(not self._narrow)
        self._show_half(sheet=self._sheet_shown)

    def _show_half(self, *, sheet: bool) -> None:
        self._sheet_shown = sheet
        self.list_part.setVisible(not self._narrow or not sheet)
        self.view.setVisible(not self._narrow or sheet)
        self.half_button.setVisible(self._narrow)
        self.half_button.setText(self.tr("◂ List (Esc)") if sheet else self.tr("Sheet ▸"))

    def _to_the_sheet(self) -> None:
        self._show_half(sheet=True)
        self.view.table.setFocus()

    def _to_the_list(self) -> None:
        self._show_half(sheet=False)
        self.table.setFocus()

    # The list

    def opened(self, **arguments: Any) -> None:
        """Show the list; ``open`` names an initiative to begin with, ``state`` what to show."""
        if "state" in arguments:
            number = self.state_box.findData(arguments["state"])
            self.state_box.setCurrentIndex(max(0, number))
        self._wanted_id = arguments.get("open") or self._wanted_id
        if self.unit_box.count() == 1:
            self._read_units()
        self.refresh()
        self.table.setFocus()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def leave(self) -> None:
        """Take the copies away that were there to be dragged."""
        self._drop_copies()

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

        workspace = self.workspace
        self.context.tasks.start(self, lambda _s: review_list.choices(workspace), on_success=fill)

    def refresh(self) -> None:
        """Read the list again; who was chosen stays chosen."""
        self._asked += 1
        asked, wanted, workspace = self._asked, self.wanted, self.workspace
        row = self.row
        keep = self._wanted_id or (row.id if row is not None else None)

        def work(_step: object) -> Any:
            return portal_list.page(workspace, wanted), portal_list.counts(workspace, wanted)

        def show(found: Any) -> None:
            if asked == self._asked:
                self._show(found[0], found[1], keep)

        self.context.tasks.start(self, work, on_success=show)

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
            self._show_sheet(None)
            return
        number = self.model.number_of(keep) if keep else -1
        if number >= 0:
            self._wanted_id = None
        self.table.selectRow(max(0, number))
        self._chosen()

    def _more(self) -> None:
        """Read the next page when the last row is seen."""
        self._load_more(lambda: None)

    def _load_more(self, then: Callable[[], Any]) -> None:
        if self._next is None or self._loading:
            return
        self._loading = True
        asked, wanted, after, workspace = self._asked, self.wanted, self._next, self.workspace

        def add(page: "Rows") -> None:
            if asked == self._asked:
                self._next, self._loading = page.next, False
                self.model.add(page.rows)
                then()

        self.context.tasks.start(
            self, lambda _step: portal_list.page(workspace, wanted, after), on_success=add
        )

    @property
    def row(self) -> "PortalRow | None":
        """The chosen initiative, None without one."""
        return current_row(self.table) if self.model.rowCount() else None

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
        self.said.emit(self.tr("Nothing more waits that can go up."))
        self._to_the_list()

    # The sheet

    def _chosen(self) -> None:
        row = self.row
        shown = self.view.sheet
        if row is None or (shown is not None and shown.initiative_id == row.id):
            return
        self._read_sheet(row.id)

    def _read_sheet(self, initiative_id: str) -> None:
        from desktop_app.services.portal_entry import entry_sheet

        self._sheet_asked += 1
        asked, workspace = self._sheet_asked, self.workspace

        def show(sheet: "EntrySheet") -> None:
            if asked == self._sheet_asked:
                self._show_sheet(sheet)

        self.context.tasks.start(
            self, lambda _step: entry_sheet(workspace, initiative_id), on_success=show
        )

    def _show_sheet(self, sheet: "EntrySheet | None") -> None:
        self._drop_copies()
        self.view.show_sheet(sheet)
        if sheet is not None and sheet.attachments:
            self._lay_copies_out(sheet)

    def _lay_copies_out(self, sheet: "EntrySheet") -> None:
        from desktop_app.services.portal_attachments import copy_attachments

        workspace = self.workspace
        self._copied_code = sheet.code

        def ready(places: tuple[Path, ...]) -> None:
            if self.view.sheet is sheet:
                self.view.files.set_places(places)

        self.context.tasks.start(
            self, lambda step: copy_attachments(workspace, sheet, step), on_success=ready
        )

    def _drop_copies(self) -> None:
        from desktop_app.services.portal_attachments import drop_copies

        code, self._copied_code = self._copied_code, ""
        if code:
            workspace = self.workspace
            self.context.tasks.start(
                self, lambda _step: drop_copies(workspace, code), on_success=lambda _done: None
            )

    def save_files(self) -> None:
        """Save the files of the sheet into the folder used last; the first time it is asked."""
        from desktop_app.services.portal_attachments import save_attachments

        sheet, workspace = self.view.sheet, self.workspace
        if sheet is None or not sheet.attachments:
            return
        folder = str(workspace.setting(FOLDER_SETTING, "") or "")
        if not folder or not Path(folder).is_dir():
            folder = QFileDialog.getExistingDirectory(self, self.tr("Where to save the files"))
            if not folder:
                return
            workspace.set_setting(FOLDER_SETTING, folder)
        place = Path(folder)

        def saved(places: tuple[Path, ...]) -> None:
            text = self.tr("{number} files are in {folder}.")
            self.said.emit(text.format(number=len(places), folder=place.name or str(place)))

        self.context.tasks.start(
            self, lambda step: save_attachments(workspace, sheet, place, step), on_success=saved
        )

    # Back from the portal

    def record(self, code: str, state: str) -> None:
        """Keep code and state that were typed back, then go on with the next initiative."""
        from desktop_app.services.portal import record_portal

        sheet, workspace = self.view.sheet, self.workspace
        if sheet is None:
            return
        self.view.record_button.setEnabled(False)
        initiative_id = sheet.initiative_id

        def kept(_result: object) -> None:
            self.view.recorded(sheet)
            self._recorded(initiative_id, code, state)

        def failed(error: Any) -> None:
            self.view.record_button.setEnabled(True)
            self.context.tell(error)

        self.context.tasks.start(
            self,
            lambda _step: record_portal(workspace, initiative_id, code=code, state=state),
            on_success=kept,
            on_failure=failed,
        )

    def _recorded(self, initiative_id: str, code: str, state: str) -> None:
        from dataclasses import replace

        from desktop_app.services.portal import final_states

        number = self.model.number_of(initiative_id)
        row = self.model.row(number)
        if row is not None:
            ended = DONE if state in final_states() else UP
            today = self.workspace.today()
            self.model.put(
                replace(row, state=ended, portal=state, portal_code=code.strip(), since=today)
            )
        self.said.emit(self.tr("Recorded. The team hears of it with the next answer."))
        self.view.table.setFocus()
        self.next_to_go()

    # Words

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
        return state_label(row.portal, self.context.language) or self.tr("Up")


def _row_state(row: "PortalRow") -> str:
    if row.state == WAITING:
        return "returned" if row.blocked else "received"
    return row.portal if row.state == DONE else "reviewing"
