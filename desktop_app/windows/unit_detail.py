"""One unit beside the tree: what is known of it, with its days, and what can be done with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.services.units import UnitRow
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import QUESTION, em, scaled_font
from desktop_app.windows.unit_words import day_text, number_text, unit_word

if TYPE_CHECKING:
    from desktop_app.services.unit_changes import HistoryRow


class UnitDetail(QWidget):
    """The unit chosen in the tree."""

    def __init__(self, context: WindowContext, changed: Callable[[], None]) -> None:
        super().__init__()
        self._context, self._changed = context, changed
        self._rows: tuple[UnitRow, ...] = ()
        self.unit: UnitRow | None = None
        self.dialog: Any = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.name, self.facts = QLabel(), QLabel()
        self.name.setFont(scaled_font(QUESTION, bold=True))
        for label in (self.name, self.facts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self.history = QTableView()
        self.history.setAccessibleName(self.tr("What is known of the unit, with its days"))
        columns = (
            Column(self.tr("From day"), lambda row: day_text(row.since), width=6.8),
            Column(self.tr("What"), lambda row: unit_word(row.subject), width=7.2),
            Column(self.tr("Is"), self._value, stretch=True),
            Column(self.tr("Decision"), lambda row: row.decision_no, width=8, extra=True),
        )
        self._model = RowsModel(columns)
        prepare(self.history, self._model, columns)
        soften(self.history)
        column.addWidget(self.history, 1)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        tint(self.hint, "quiet")
        column.addWidget(self.hint)
        foot = QHBoxLayout()
        self.undo_button = QPushButton(self.tr("&Undo this line…"))
        self.undo_button.clicked.connect(self.ask_undo)
        self.change_button = QPushButton(self.tr("C&hange…"))
        self.menu = QMenu(self)
        self.actions_by_name: dict[str, Any] = {}
        for name, text in (
            ("rename", self.tr("&Rename…")),
            ("kind", self.tr("&Kind…")),
            ("people", self.tr("&Members and workers…")),
            ("officer", self.tr("&Followed by…")),
            ("group", self.tr("&Group…")),
            ("move", self.tr("M&ove…")),
            ("merge", self.tr("Mer&ge…")),
            ("split", self.tr("&Split…")),
            ("close", self.tr("&Close…")),
        ):
            action = self.menu.addAction(text)
            action.triggered.connect(lambda _on=False, n=name: self.change(n))
            self.actions_by_name[name] = action
        self.change_button.setMenu(self.menu)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        foot.addWidget(self.change_button)
        column.addLayout(foot)
        self.history.selectionModel().currentChanged.connect(lambda *_: self._allow())
        self.show_unit(None, ())

    def show_unit(self, unit: UnitRow | None, rows: tuple[UnitRow, ...]) -> None:
        """Show a unit of the list; None when none is chosen."""
        self.unit, self._rows = unit, rows
        self._model.show([])
        self.name.setText(unit.name if unit is not None else self.tr("Choose a unit in the tree"))
        self.facts.setText(self._about(unit) if unit is not None else "")
        own = self._context.workspace.own.unit_id
        self.change_button.setEnabled(unit is not None)
        for name in ("move", "merge", "split", "close"):
            stands = unit is not None and unit.id != own and unit.closed_on is None
            self.actions_by_name[name].setEnabled(stands)
        self._allow()
        if unit is None:
            return
        from desktop_app.services.unit_changes import history

        unit_id = unit.id
        self._context.tasks.start(
            self,
            lambda _step: history(self._context.workspace, unit_id),
            on_success=lambda found: self._show_history(unit_id, found),
        )

    def _show_history(self, unit_id: str, found: tuple["HistoryRow", ...]) -> None:
        if self.unit is not None and self.unit.id == unit_id:
            self._model.show(found)
            if found:
                self.history.selectRow(0)
            self._allow()

    def _about(self, unit: UnitRow) -> str:
        from desktop_app.services.unit_kinds import label_of

        own = self._context.workspace.own.unit_id
        people = self.tr("{members} members, {workers} other workers on {day}").format(
            members=number_text(unit.members),
            workers=number_text(unit.workers),
            day=day_text(unit.as_of),
        )
        lines = [
            f"{unit.code} · {label_of(unit.kind, self._context.language)}",
            people if unit.members is not None else self.tr("Members and workers are not known"),
            *((f"{unit_word('officer')}: {unit.officer}",) if unit.officer else ()),
            *((f"{unit_word('group')}: {unit.group}",) if unit.group else ()),
            *((unit_word(unit.key_state),) if unit.id != own else ()),
        ]
        if unit.closed_on is not None:
            lines.insert(1, self.tr("Closed from {day}").format(day=day_text(unit.closed_on)))
        return "\n".join(lines)

    def _value(self, row: "HistoryRow") -> str:
        from desktop_app.services.unit_kinds import label_of

        if row.subject == "kind":
            return label_of(row.value, self._context.language)
        how = f" ({unit_word(row.event_kind)})" if row.event_kind in _TOLD else ""
        if row.subject == "closed":
            return unit_word(row.event_kind or "close")
        return f"{row.value or '–'}{how}"

    def _allow(self) -> None:
        row: HistoryRow | None = current_row(self.history) if self._model.rowCount() else None
        undoable = row is not None and (row.event_id is not None or row.subject == "people")
        self.undo_button.setEnabled(undoable)
        self.hint.setText(self._whole(row) if row is not None else "")

    def _whole(self, row: "HistoryRow") -> str:
        """Return a line in full, whatever its column leaves out."""
        said = [f"{unit_word(row.subject)}: {self._value(row)}"]
        if row.subject == "people":
            said = [self.tr("Members + workers who are none: {number}").format(number=row.value)]
        if row.since is None:
            said.append(self.tr("so from the beginning"))
        if row.decision_no:
            said.append(self.tr("decision {number}").format(number=row.decision_no))
        return " · ".join(said)

    def change(self, name: str) -> None:
        """Open the dialog of one kind of change for the unit."""
        from desktop_app.windows import unit_dialogs as one
        from desktop_app.windows import unit_merge_dialogs as several

        unit, context = self.unit, self._context
        if unit is None:
            return
        rows = [row for row in self._rows if row.closed_on is None]
        makers: dict[str, Callable[[], Any]] = {
            "rename": lambda: one.RenameDialog(context, self, unit),
            "kind": lambda: one.KindDialog(context, self, unit),
            "people": lambda: one.PeopleDialog(context, self, unit),
            "officer": lambda: one.WordDialog(context, self, unit, rows),
            "group": lambda: one.WordDialog(context, self, unit, rows, group=True),
            "move": lambda: one.MoveDialog(context, self, unit, rows),
            "merge": lambda: several.MergeDialog(context, self, unit, rows),
            "split": lambda: several.SplitDialog(context, self, unit, rows),
            "close": lambda: one.CloseDialog(context, self, unit, rows),
        }
        dialog = self.dialog = makers[name]()
        dialog.accepted.connect(self._changed)
        dialog.open()

    def ask_undo(self) -> None:
        """Ask, then take back what the chosen line came with."""
        row: HistoryRow | None = current_row(self.history)
        if row is None:
            return
        box = self.dialog = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(
            self.tr("Undo “{what}” of {day}?").format(
                what=unit_word(row.event_kind or row.subject), day=day_text(row.since)
            )
        )
        box.setInformativeText(
            self.tr("Everything that was changed together with it becomes as it was before.")
        )
        yes = box.addButton(self.tr("Undo"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.finished.connect(lambda _code: self.undo(row) if box.clickedButton() is yes else None)
        box.open()

    def undo(self, row: "HistoryRow") -> None:
        """Take back what a line came with."""
        from desktop_app.services.unit_changes import remove_size
        from desktop_app.services.unit_events import undo

        workspace, unit = self._context.workspace, self.unit
        try:
            if row.event_id is not None:
                undo(workspace, row.event_id)
            elif row.since is not None and unit is not None:
                remove_size(workspace, unit.id, row.since)
        except AppError as error:
            self._context.tell(error)
        self._changed()


_TOLD = ("merge", "split", "close", "import")
_MIN_WIDTH = 20


def least_width() -> int:
    """Return how narrow the detail may become, in pixels."""
    return em(_MIN_WIDTH)
