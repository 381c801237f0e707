"""Lên cổng: what waits to go up, the sheet of one initiative to enter, its code and state back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.portal_list_part import PortalList
from desktop_app.windows.portal_sheet import PortalSheetView
from desktop_app.windows.portal_tools import TOOLS
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.services.portal_entry import EntrySheet
    from desktop_app.services.portal_list import PortalRow

FOLDER_SETTING = "portal_files_folder"
_COPIES_KEPT = 3
"""Of how many initiatives the copies stay: a browser reads a dropped file when it is sent."""
_OF_RECOGNITION = ("SSK-903", "SSK-904")


class PortalPage(Page):
    """The list on the left, the sheet on the right; the keyboard alone is enough."""

    help_subject = "portal"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._asked = 0
        self._copied: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.list = PortalList(context)
        self.splitter.addWidget(self.list)
        self.view = PortalSheetView(context.language)
        self.view.setMinimumWidth(em(16))
        self.splitter.addWidget(self.view)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes([em(22), em(40)])
        column.addWidget(self.splitter, 1)
        self.view.record.connect(self.record)
        self.view.save_files.connect(lambda: self.save_files(ask=True))
        self.view.mend.connect(self._mend)
        self.list.chosen.connect(self._chosen)
        self.list.entered.connect(self._to_the_sheet)
        self.list.ended.connect(self._ended)
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

    def _bind(self) -> None:
        keys: dict[str, Callable[[], Any]] = {
            "Ctrl+Return": self.view.send,
            "Ctrl+Enter": self.view.send,
            "Alt+Down": lambda: self.list.step(1),
            "Alt+Up": lambda: self.list.step(-1),
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
        self.list.setVisible(not self._narrow or not sheet)
        self.view.setVisible(not self._narrow or sheet)
        self.half_button.setVisible(self._narrow)
        self.half_button.setText(self.tr("◂ List (Esc)") if sheet else self.tr("Sheet ▸"))

    def _to_the_sheet(self) -> None:
        self._show_half(sheet=True)
        self.view.table.setFocus()

    def _to_the_list(self) -> None:
        self._show_half(sheet=False)
        self.list.table.setFocus()

    # The list

    def opened(self, **arguments: Any) -> None:
        """Show the list; ``open`` names an initiative to begin with, ``state`` what to show."""
        if self.view.sheet is not None:
            self._read_sheet(self.view.sheet.initiative_id)  # it may have changed elsewhere
        self.list.begin(arguments.get("state"), arguments.get("open"))

    def refresh(self) -> None:
        """Read the list and the sheet again; who was chosen stays chosen."""
        self.list.refresh()
        if self.view.sheet is not None:
            self._read_sheet(self.view.sheet.initiative_id)

    def focus_search(self) -> None:
        """Go to the search field."""
        self.list.search_edit.setFocus()
        self.list.search_edit.selectAll()

    # The sheet

    def _chosen(self, row: "PortalRow | None") -> None:
        shown = self.view.sheet
        if row is None:
            self._show_sheet(None)
        elif shown is None or shown.initiative_id != row.id:
            self._read_sheet(row.id)

    def _ended(self) -> None:
        self.said.emit(self.tr("Nothing more waits that can go up."))
        self._to_the_list()

    def _read_sheet(self, initiative_id: str) -> None:
        from desktop_app.services.portal_entry import entry_sheet

        self._asked += 1
        asked, workspace = self._asked, self.workspace

        def show(sheet: "EntrySheet") -> None:
            if asked == self._asked:
                self._show_sheet(sheet)

        self.context.tasks.start(
            self, lambda _step: entry_sheet(workspace, initiative_id), on_success=show
        )

    def _show_sheet(self, sheet: "EntrySheet | None") -> None:
        self.view.show_sheet(sheet)
        if sheet is not None and sheet.attachments:
            self._lay_copies_out(sheet)

    def _lay_copies_out(self, sheet: "EntrySheet") -> None:
        from desktop_app.services.portal_attachments import copy_attachments, drop_copies

        workspace = self.workspace
        self._copied = [*(code for code in self._copied if code != sheet.code), sheet.code]
        old, self._copied = self._copied[:-_COPIES_KEPT], self._copied[-_COPIES_KEPT:]

        def work(step: Any) -> tuple[Path, ...]:
            for code in old:
                drop_copies(workspace, code)
            return copy_attachments(workspace, sheet, step)

        def ready(places: tuple[Path, ...]) -> None:
            if self.view.sheet is sheet:
                self.view.files.set_places(places)

        self.context.tasks.start(self, work, on_success=ready)

    def save_files(self, *, ask: bool = False) -> None:
        """Save the files of the sheet into the folder used last, or one that is asked for."""
        from desktop_app.services.portal_attachments import save_attachments

        sheet, workspace = self.view.sheet, self.workspace
        if sheet is None or not sheet.attachments:
            return
        folder = str(workspace.setting(FOLDER_SETTING, "") or "")
        if ask or not folder or not Path(folder).is_dir():
            title = self.tr("Where to save the files")
            folder = QFileDialog.getExistingDirectory(self, title, folder)
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

    def _mend(self) -> None:
        """Go to where it can be mended what stands against going up."""
        sheet = self.view.sheet
        if sheet is None:
            return
        arguments: dict[str, Any] = {"open": sheet.initiative_id}
        if any(note.code in _OF_RECOGNITION for note in sheet.blocked):
            arguments["recognition"] = True
        self.go.emit("review", arguments)

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
        self.list.put_recorded(initiative_id, code.strip(), state)
        self.said.emit(self.tr("Recorded. The team hears of it with the next answer."))
        self.view.table.setFocus()
        self.list.next_to_go()
