"""Programmes, phases and peak periods, and what each unit set out to reach in them.

What is typed is kept at once; the last change can be taken back.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError
from desktop_app.windows.empty_state import empty_state
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.programme_dialogs import PhaseDialog, ProgrammeDialog, RuleDialog
from desktop_app.windows.telling import ask
from desktop_app.windows.theme import em, scaled_font, tokens

Index = QModelIndex | QPersistentModelIndex


class TargetsModel(QAbstractTableModel):
    """Units and their targets, one column per scope; a cell takes ``60`` or ``10 %``."""

    typed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.table: Any = None

    def show(self, table: Any) -> None:
        """Show a table instead of the one before."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self.table.lines) if self.table else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 2 + len(self.table.columns) if self.table else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if role not in shown or self.table is None:
            return None
        if section < 2:
            return (self.tr("Unit"), self.tr("Members"))[section]
        column = self.table.columns[section - 2]
        if section == 2 and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Whole programme")
        return f"◆ {column.name}" if column.peak else column.name

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() > 1 else flags

    def data(self, index: Index, role: int = 0) -> Any:
        line, column = self.table.lines[index.row()], index.column()
        display = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if column == 0:
            return "    " * line.depth + line.unit if display else None
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return right
        if column == 1:
            people = "–" if line.people is None else format_number(line.people)
            return people if display else None
        cell = line.cells[column - 2]
        if role == Qt.ItemDataRole.EditRole:
            return cell.text
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens().quiet if cell.own is None else tokens().text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.unit}, {self.table.columns[column - 2].name}: {self._text(cell)}"
        return self._text(cell) if display else None

    def _text(self, cell: Any) -> str:
        if cell.own is None:
            return "" if cell.number is None else f"({format_number(cell.number)})"
        if cell.number is None or cell.own.count is not None:
            return str(cell.text)
        return f"{cell.text} = {format_number(cell.number)}"

    def _tip(self, cell: Any) -> str:
        if cell.own is not None:
            return self.tr("The unit's own target")
        if cell.rule is not None:
            return self.tr("By the rule of its group; type to set a target of its own")
        return self.tr("Type a number such as 60, or a share such as 10 %")

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        line = self.table.lines[index.row()]
        self.typed.emit(line.id, self.table.columns[index.column() - 2].code, str(value))
        return True


class TargetsView(QWidget):
    """Programmes on the left, the units' targets on the right."""

    help_subject = "targets"

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self.context, self.workspace = context, context.workspace
        self._last: Any = None
        self._rules: tuple[Any, ...] = ()
        self._programmes: tuple[Any, ...] = ()
        self._phases: tuple[Any, ...] = ()
        self.dialog: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        self.stack = QStackedWidget()
        halves = QSplitter()
        halves.addWidget(self._left())
        halves.addWidget(self._right())
        halves.setStretchFactor(1, 1)
        halves.setSizes([em(17), em(42)])
        halves.setChildrenCollapsible(False)
        self.stack.addWidget(halves)
        self.stack.addWidget(self._empty())
        column.addWidget(self.stack, 1)
        foot = QHBoxLayout()
        self.note = QLabel()
        self.note.setWordWrap(True)
        tint(self.note, "quiet")
        self.undo_button = QPushButton(self.tr("&Undo"))
        self.undo_button.setEnabled(False)
        self.undo_button.clicked.connect(self.undo)
        self.rule_button = QPushButton(self.tr("&Rule for a group…"))
        self.rule_button.setProperty("primary", True)
        self.rule_button.clicked.connect(self.add_rule)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.rule_button)
        column.addLayout(foot)
        undo = QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.refresh()

    # Parts

    def _left(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 8, 0)
        heading = QLabel(self.tr("Programmes and phases"))
        heading.setFont(scaled_font(bold=True))
        heading.setWordWrap(True)
        column.addWidget(heading)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(heading.text())
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(1)
        self.tree.setWordWrap(True)
        soften(self.tree)
        self.tree.currentItemChanged.connect(lambda *_: self._chosen())
        self.tree.itemActivated.connect(lambda *_: self.edit())
        column.addWidget(self.tree, 1)
        buttons = QWidget()
        line = FlowLayout(buttons)
        self.buttons: dict[str, QPushButton] = {}
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("programme", self.tr("&Programme…"), self.add_programme),
            ("phase", self.tr("P&hase…"), self.add_phase),
            ("edit", self.tr("&Change…"), self.edit),
            ("delete", self.tr("&Delete"), self.delete),
        )
        for name, text, act in acts:
            button = QPushButton(text)
            button.clicked.connect(lambda _on=False, do=act: do())
            self.buttons[name] = button
            line.addWidget(button)
        column.addWidget(buttons)
        return part

    def _right(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(8, 0, 0, 0)
        hint = QLabel(
            self.tr(
                "Type a number such as 60, or a share such as 10 %. "
                "Numbers in brackets come from a rule. What is typed is kept at once."
            )
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        share = QWidget()
        line = FlowLayout(share)
        said = QLabel(self.tr("A share is one of"))
        self.base = QComboBox()
        self.base.setAccessibleName(said.text())
        self.base.addItem(self.tr("members"), "members")
        self.base.addItem(self.tr("members and workers who are none"), "members_and_workers")
        said.setBuddy(self.base)
        line.addWidget(said)
        line.addWidget(self.base)
        column.addWidget(share)
        self.model = TargetsModel()
        self.model.typed.connect(self._typed)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Targets of the units"))
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(em(2.1))
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setMinimumSectionSize(em(5))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        soften(self.table)
        column.addWidget(self.table, 1)
        self.rules_said = QWidget()
        self._rules_line = FlowLayout(self.rules_said)
        column.addWidget(self.rules_said)
        return part

    def _empty(self) -> QWidget:
        self.begin_button = QPushButton(self.tr("New programme"))
        self.begin_button.clicked.connect(lambda: self.add_programme())
        return empty_state(
            self.tr("Programmes with their phases and targets stand here. Begin with a programme."),
            self.begin_button,
        )

    # Reading

    def refresh(self) -> None:
        """Read programmes and targets again; the person stays where they are."""
        from desktop_app.services import targets

        item = self.tree.currentItem()
        before = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        self._programmes = targets.list_programmes(self.workspace)
        self._phases = targets.list_phases(self.workspace)
        self._rules = targets.list_rules(self.workspace)
        self.stack.setCurrentIndex(0 if self._programmes else 1)
        self.rule_button.setVisible(bool(self._programmes))
        self.undo_button.setVisible(bool(self._programmes))
        self.tree.blockSignals(True)
        self.tree.clear()
        chosen: QTreeWidgetItem | None = None
        for programme in reversed(self._programmes):
            top = self._item(programme.name, programme.code, programme)
            self.tree.addTopLevelItem(top)
            chosen = top if chosen is None or before == programme.code else chosen
            for phase in self._phases:
                if phase.programme_code == programme.code:
                    mark = "◆ " if phase.peak else ""
                    below = self._item(mark + phase.name, phase.code, phase)
                    top.addChild(below)
                    chosen = below if before == phase.code else chosen
        self.tree.expandAll()
        self.tree.blockSignals(False)
        if chosen is not None:
            self.tree.setCurrentItem(chosen)
        self._chosen()

    def _item(self, name: str, code: str, row: Any) -> QTreeWidgetItem:
        days = [
            date.fromisoformat(d).strftime("%d/%m/%Y") for d in (row.date_from, row.date_to) if d
        ]
        item = QTreeWidgetItem([f"{name}\n{' – '.join(days)}" if days else name])
        item.setData(0, Qt.ItemDataRole.UserRole, code)
        return item

    def chosen(self) -> tuple[Any, Any]:
        """Return the programme and the phase that are chosen, None without one."""
        item = self.tree.currentItem()
        code = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        phase = next((p for p in self._phases if p.code == code), None)
        wanted = phase.programme_code if phase is not None else code
        return next((p for p in self._programmes if p.code == wanted), None), phase

    def _chosen(self) -> None:
        programme, _phase = self.chosen()
        for name in ("phase", "edit", "delete"):
            self.buttons[name].setEnabled(programme is not None)
        if programme is None:
            self.model.show(None)
            return
        from desktop_app.services.target_table import target_table

        code = programme.code
        self.context.tasks.start(
            self,
            lambda _step: target_table(self.workspace, code),
            on_success=lambda table: self._show(code, table),
        )
        self._show_rules(code)

    def _show(self, code: str, table: Any) -> None:
        programme, _phase = self.chosen()
        if programme is None or programme.code != code:
            return
        place = self.table.currentIndex()
        row, column = place.row(), place.column()
        self.model.show(table)
        header = self.table.horizontalHeader()
        for number in range(self.model.columnCount()):
            header.resizeSection(number, em(8))
        header.resizeSection(1, em(6.5))
        others = sum(header.sectionSize(n) for n in range(1, self.model.columnCount()))
        header.resizeSection(0, max(em(17), self.table.viewport().width() - others))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(max(0, row), max(2, column)))
            if column < 0:
                self.table.horizontalScrollBar().setValue(0)

    def _show_rules(self, programme: str) -> None:
        from desktop_app.services.target_table import target_text

        while self._rules_line.count():
            item = self._rules_line.takeAt(0)
            button = item.widget() if item is not None else None
            if button is not None:
                button.hide()
                button.deleteLater()
        names = {p.code: p.name for p in (*self._programmes, *self._phases)}
        inside = {p.code for p in self._phases if p.programme_code == programme} | {programme}
        for rule in self._rules:
            if rule.scope not in inside:
                continue
            text = self.tr("{phase}, {group}: {target}").format(
                phase=names[rule.scope],
                group=rule.group or self.tr("every unit"),
                target=target_text(rule.target),
            )
            button = QPushButton(text + "  ✕")
            button.setAccessibleName(self.tr("Remove the rule {rule}").format(rule=text))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(lambda _on=False, r=rule: self._remove_rule(r))
            self._rules_line.addWidget(button)
        self.rules_said.setVisible(self._rules_line.count() > 0)

    # Targets

    def _typed(self, unit_id: str, scope: str, text: str) -> None:
        from desktop_app.domain.targets import Base
        from desktop_app.services.target_table import change_target

        try:
            base = Base(self.base.currentData())
            change = change_target(self.workspace, unit_id, scope, text, base)
        except AppError as error:
            self.context.tell(error)
            return
        if change is not None:
            self._last = change
            self._kept(self.tr("Target kept. Units are told with their next answer."))

    def undo(self) -> None:
        """Take the last change back; once more brings it back."""
        from desktop_app.services.target_table import take_back

        if self._last is None:
            return
        try:
            self._last = take_back(self.workspace, self._last)
        except AppError as error:
            self._last = None
            self.context.tell(error)
        self._kept(self.tr("Taken back."))

    def _kept(self, text: str) -> None:
        self.note.setText(text)
        self.undo_button.setEnabled(self._last is not None)
        self._chosen()

    # Programmes, phases, rules

    def add_programme(self) -> None:
        """Ask for a new programme."""
        self._ask(ProgrammeDialog(self.context, self))

    def add_phase(self) -> None:
        """Ask for a phase of the chosen programme."""
        programme, _phase = self.chosen()
        if programme is not None:
            self._ask(PhaseDialog(self.context, self, programme))

    def edit(self) -> None:
        """Put the chosen programme or phase right."""
        programme, phase = self.chosen()
        if phase is not None:
            self._ask(PhaseDialog(self.context, self, programme, phase))
        elif programme is not None:
            self._ask(ProgrammeDialog(self.context, self, programme))

    def add_rule(self) -> None:
        """Ask for a rule of a group."""
        programme, phase = self.chosen()
        if programme is None:
            return
        inside = [p for p in self._phases if p.programme_code == programme.code]
        first = [phase] if phase is not None else []
        rows = [*first, programme, *(p for p in inside if p is not phase)]
        scopes = tuple((row.code, row.name) for row in rows)
        groups = self.model.table.groups if self.model.table is not None else ()
        self._ask(RuleDialog(self.context, self, scopes, groups))

    def _ask(self, dialog: Any) -> None:
        def kept() -> None:
            overlaps = getattr(dialog, "overlaps", ())
            self.note.setText(
                self.tr("Overlaps with {names}: what falls into both is counted in both.").format(
                    names=", ".join(overlaps)
                )
                if overlaps
                else ""
            )
            self.refresh()

        dialog.accepted.connect(kept)
        self.dialog = dialog
        dialog.open()

    def _remove_rule(self, rule: Any) -> None:
        from desktop_app.services import targets

        targets.remove_rule(self.workspace, rule.scope, rule.group)
        self.refresh()

    def delete(self) -> None:
        """Take the chosen programme or phase away; what hangs on it is asked about."""
        from desktop_app.services import targets

        programme, phase = self.chosen()
        if programme is None:
            return
        act = targets.delete_phase if phase is not None else targets.delete_programme
        row = phase if phase is not None else programme
        try:
            try:
                act(self.workspace, row.code)
            except AppError as error:
                if error.code != "SSK-822":
                    raise
                question = self.tr("“{name}” has {number} targets or rules. Delete them as well?")
                number = error.facts["number"]
                if not ask(
                    self, question.format(name=row.name, number=number), self.tr("Delete all")
                ):
                    return
                act(self.workspace, row.code, also_targets=True)
        except AppError as error:
            self.context.tell(error)
        self.refresh()
