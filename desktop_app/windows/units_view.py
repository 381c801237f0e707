"""The units as a tree of any day, one of them beside it, lists in and out, setup cards."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.units import UnitRow
from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.looks import soften
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em
from desktop_app.windows.unit_detail import UnitDetail, least_width
from desktop_app.windows.unit_tree import TreeColumn, UnitTreeModel, found_in
from desktop_app.windows.unit_words import day_text, number_text

_WIDTHS = {1: 5.5, 2: 10.0, 3: 6.2, 4: 8.0, 5: 7.5}
"""The columns besides the name, in font heights."""
_EXTRA = (2, 4, 5, 3, 1)
"""The columns that make room, first to go first."""
_NARROW = 44
"""Below so many font heights the tree and the unit beside it take turns."""


class UnitsView(QWidget):
    """The tab of the units; everything that takes long runs beside the window."""

    said = Signal(str)
    """A short word for the state line."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context, self.workspace = context, context.workspace
        self._rows: tuple[UnitRow, ...] = ()
        self._wanted = ""
        self.dialog: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        self.tree = self._tree()
        self.detail = UnitDetail(context, self.refresh)
        self.detail.setMinimumWidth(least_width())
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(16)
        self.split.addWidget(self.tree)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([em(40), em(25)])
        self.tree.installEventFilter(self)
        column.addWidget(self._empty())
        column.addWidget(self.split, 1)
        column.addLayout(self._foot())
        self._wire()
        self._fit()  # begun narrow: a window is never wider only because of what it could show

    # The parts

    def _head(self) -> QHBoxLayout:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a unit: name, code, officer"))
        self.search.setAccessibleName(self.tr("Find a unit: name, code, officer"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(em(6))
        label = self._day_label = QLabel(self.tr("As it stood &on"))
        self.day = DayEdit(self.workspace.today(), self.tr("As it stood on"))
        label.setBuddy(self.day)
        self.closed = QCheckBox(self.tr("Also cl&osed units"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.search, 1)
        head.addWidget(label)
        head.addWidget(self.day)
        head.addWidget(self.closed)
        return head

    def _tree(self) -> QTreeView:
        from desktop_app.services.unit_kinds import label_of

        language, zone = self._context.language, self.workspace.now().tzinfo
        self.model = UnitTreeModel(
            (
                TreeColumn(self.tr("Unit"), self._name),
                TreeColumn(self.tr("Code"), lambda row: row.code),
                TreeColumn(self.tr("Kind"), lambda row: label_of(row.kind, language)),
                TreeColumn(self.tr("Members"), lambda row: number_text(row.members)),
                TreeColumn(self.tr("Officer"), lambda row: row.officer or "–"),
                TreeColumn(
                    self.tr("Last receipt"),
                    lambda row: day_text(
                        row.last_receipt_at.astimezone(zone).date() if row.last_receipt_at else None
                    ),
                ),
            )
        )
        tree = QTreeView()
        tree.setAccessibleName(self.tr("Units below each other"))
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setIndentation(em(1.1))
        # The end of a closed unit's name says so: what does not fit is left out in the middle.
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        soften(tree)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for number, width in _WIDTHS.items():
            header.resizeSection(number, em(width))
        return tree

    def _name(self, row: UnitRow) -> str:
        if row.closed_on is None:
            return row.name
        return self.tr("{name} (closed {day})").format(name=row.name, day=day_text(row.closed_on))

    def _empty(self) -> QWidget:
        self.empty = QWidget()
        row = QVBoxLayout(self.empty)
        said = QLabel(
            self.tr(
                "The unions this office follows stand here. Add the first one, or take the whole "
                "list from Excel."
            )
        )
        said.setWordWrap(True)
        row.addWidget(said)
        self.empty_button = QPushButton(self.tr("Take a list from Excel…"))
        row.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.hide()
        return self.empty

    def _foot(self) -> QHBoxLayout:
        self.keys_button = QPushButton(self.tr("&Keys…"))
        self.keys_button.setToolTip(self.tr("Computers of the units"))
        self.import_button = QPushButton(self.tr("&Import…"))
        self.import_button.setToolTip(self.tr("Take units from an Excel list"))
        self.export_button = QPushButton(self.tr("E&xport list…"))
        self.export_button.setToolTip(self.tr("An Excel list to edit and import again"))
        self.add_button = QPushButton(self.tr("&Add a unit…"))
        self.card_button = QPushButton(self.tr("&Make the setup card…"))
        self.card_button.setProperty("primary", True)
        self.detail_button = QPushButton(self.tr("&Details"))
        self.detail_button.setCheckable(True)
        self.more_button = QPushButton(self.tr("M&ore…"))
        self.menu = QMenu(self)
        self.more_button.setMenu(self.menu)
        foot = QHBoxLayout()
        foot.addWidget(self.detail_button)
        foot.addWidget(self.more_button)
        for button in self._wide_only:
            action = self.menu.addAction(button.text())
            action.triggered.connect(button.click)
            if button is self.add_button:
                foot.addStretch(1)
            foot.addWidget(button)
        foot.addWidget(self.card_button)
        return foot

    @property
    def _wide_only(self) -> tuple[QPushButton, ...]:
        """The buttons that go into a menu where there is little room."""
        return self.keys_button, self.import_button, self.export_button, self.add_button

    def _wire(self) -> None:
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self.tree.setFocus)
        self.closed.toggled.connect(lambda _on: self._show())
        self.day.dateChanged.connect(lambda _day: self.refresh())
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.tree.doubleClicked.connect(lambda _index: self.detail.change("people"))
        self.keys_button.clicked.connect(self.show_keys)
        self.import_button.clicked.connect(self._choose_list)
        self.empty_button.clicked.connect(self._choose_list)
        self.export_button.clicked.connect(self._choose_target)
        self.add_button.clicked.connect(self.add)
        self.card_button.clicked.connect(self._card)
        self.detail_button.toggled.connect(lambda _on: self._fit())
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)

    # Showing

    def refresh(self, choose: str = "") -> None:
        """Read the units of the day again; ``choose`` is the unit to be chosen then."""
        from desktop_app.services.units import list_units

        day = self.day.day
        self._wanted = choose or self._wanted or (self.unit.id if self.unit is not None else "")
        self._context.tasks.start(
            self,
            lambda _step: list_units(self.workspace, day),
            on_success=self._read,
        )

    def _read(self, rows: tuple[UnitRow, ...]) -> None:
        self._rows = rows
        own = self.workspace.own.unit_id
        below = [row for row in rows if row.parent_id == own]
        self.empty.setVisible(not below)
        self._show()

    def _show(self) -> None:
        """Show what the day, the search and the tick for closed units leave of the list."""
        day = self.day.day
        wanted = self._wanted or (self.unit.id if self.unit is not None else "")
        self._wanted = ""
        shown = [
            row
            for row in self._rows
            if row.stands_on(day) or (self.closed.isChecked() and row.closed_on is not None)
        ]
        query = self.search.text().strip()
        found = found_in(shown, query) if query else None
        self.model.show(shown, found)
        if query or len(shown) <= 60:
            self.tree.expandAll()
        else:
            self.tree.expandToDepth(0)
        index = self.model.index_of(wanted or self.workspace.own.unit_id)
        if found is not None and wanted not in found:
            index = self._first_found(found)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
        self._chosen()

    def _first_found(self, found: set[str]) -> QModelIndex:
        row = next((row for row in self._rows if row.id in found), None)
        return self.model.index_of(row.id) if row is not None else QModelIndex()

    @property
    def unit(self) -> UnitRow | None:
        """The unit chosen in the tree."""
        return self.model.unit(self.tree.currentIndex())

    def _chosen(self) -> None:
        unit = self.unit
        own = self.workspace.own.unit_id
        self.card_button.setEnabled(unit is not None and unit.id != own and unit.closed_on is None)
        if unit != self.detail.unit or unit is None:
            self.detail.show_unit(unit, self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the names room: fewer columns, and with large text one half at a time."""
        narrow = self.width() < em(_NARROW)
        for button in self._wide_only:
            button.setVisible(not narrow)
        for button in (self.more_button, self.detail_button):
            button.setVisible(narrow)
        self._day_label.setVisible(not narrow)
        turned = self.detail_button.isChecked()
        self.detail_button.setText(self.tr("&Tree") if turned else self.tr("&Details"))
        self.tree.setVisible(not (narrow and self.detail_button.isChecked()))
        self.detail.setVisible(not narrow or self.detail_button.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.tree and event.type() is QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _fit_columns(self) -> None:
        """Hide columns while the names have too little room."""
        room = self.tree.width() - em(16)
        widths, hidden = dict(_WIDTHS), set()
        for number in _EXTRA:
            if sum(em(width) for width in widths.values()) <= room:
                break
            hidden.add(number)
            widths.pop(number)
        for number in _EXTRA:
            if self.tree.isColumnHidden(number) != (number in hidden):
                self.tree.setColumnHidden(number, number in hidden)

    # What can be done

    def add(self) -> None:
        """Ask for a new unit below the chosen one."""
        from desktop_app.windows.unit_dialogs import AddDialog

        day, unit = self.workspace.today(), self.unit
        rows = [row for row in self._rows if row.stands_on(day)]
        above = unit.id if unit is not None else self.workspace.own.unit_id
        dialog = self.dialog = AddDialog(self._context, self, rows, above)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def show_keys(self) -> None:
        """Open the list of the units' computers."""
        from desktop_app.windows.keys_dialog import KeysDialog

        dialog = self.dialog = KeysDialog(self._context, self)
        dialog.finished.connect(lambda _code: self.refresh())
        dialog.open()

    def _choose_list(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Take units from a list"), "", self.tr("Lists (*.xlsx *.xlsm *.csv)")
        )
        if path:
            self.import_list(Path(path))

    def import_list(self, path: Path) -> None:
        """Show what a list would change, row by row."""
        from desktop_app.windows.unit_import_dialog import UnitImportDialog

        dialog = self.dialog = UnitImportDialog(self._context, self, path)
        dialog.imported.connect(self._imported)
        dialog.open()

    def _imported(self, result: Any) -> None:
        text = self.tr("{new} units new, {changed} changed")
        self.said.emit(text.format(new=result.count("new"), changed=result.count("changed")))
        self.refresh()

    def _choose_target(self) -> None:
        name = self.tr("units") + f"-{self.day.day.isoformat()}.xlsx"
        path, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Where to write the list"), name, self.tr("Excel (*.xlsx)")
        )
        if path:
            self.export_list(Path(path).with_suffix(".xlsx"))

    def export_list(self, path: Path) -> None:
        """Write the units of the day shown as an Excel list."""
        from desktop_app.services.unit_export import export_list

        day, language = self.day.day, self._context.language
        self._context.tasks.start(
            self,
            lambda _step: export_list(self.workspace, path, on=day, language=language),
            on_success=lambda done: self.said.emit(
                self.tr("List written: {file}").format(file=done.name)
            ),
        )

    def _card(self) -> None:
        unit = self.unit
        if unit is None or unit.id == self.workspace.own.unit_id:
            self.said.emit(self.tr("Choose a unit below this office first"))
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write the card"))
        if folder:
            self.write_card(unit.code, Path(folder))

    def write_card(self, code: str, folder: Path) -> None:
        """Write the setup card of a unit into a folder."""
        from desktop_app.services.cards import export_card

        self._context.tasks.start(
            self,
            lambda _step: export_card(self.workspace, code, folder),
            on_success=lambda path: self.said.emit(
                self.tr("Card written: {file}").format(file=path.name)
            ),
        )
