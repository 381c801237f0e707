"""An Excel list of units, row by row, before anything of it is taken in."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.carried_words import reason_text
from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column, RowsModel
from desktop_app.windows.unit_words import VERDICT_COLOURS, unit_word
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.unit_import import UnitImport, UnitImportRow


class UnitImportDialog(ListDialog):
    """A verdict and what would change for each row; takes in those that are ticked."""

    imported = Signal(object)
    """What was taken in: a UnitImport."""

    def __init__(self, context: WindowContext, parent: QWidget, path: Path) -> None:
        columns = (
            Column(self.tr("Row"), lambda row: str(row.row_number), width=5),
            Column(
                self.tr("What becomes of it"),
                lambda row: unit_word(row.verdict),
                lambda row: VERDICT_COLOURS[row.verdict],
                width=13,
            ),
            Column(self.tr("Code"), lambda row: row.code, width=7, extra=True),
            Column(self.tr("Unit"), lambda row: row.name, stretch=True),
            Column(self.tr("What changes"), self._changes, width=18, extra=True),
        )
        super().__init__(
            context,
            parent,
            self.tr("Units from {file}").format(file=path.name),
            self.tr("Nothing is written yet. Only ticked rows are taken in."),
            columns,
        )
        self._path = path
        self._result: UnitImport | None = None
        self.model = RowsModel(columns, checkable=True)
        self._replace_model()
        self.working = Working(context)
        since = QHBoxLayout()
        label = QLabel(self.tr("Changes hold &from"))
        self.since = DayEdit(context.workspace.today(), self.tr("Changes hold from"))
        label.setBuddy(self.since)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        since.addWidget(label)
        since.addWidget(self.since)
        since.addSpacing(16)
        since.addWidget(self.counts, 1)
        layout = self.layout()
        layout.insertLayout(2, since)  # type: ignore[union-attr]
        layout.insertWidget(3, self.working)  # type: ignore[union-attr]
        self.empty.setText(self.tr("The list has no rows."))
        self.take_button = QPushButton(self.tr("&Take in"))
        self.take_button.setProperty("primary", True)
        self.take_button.setEnabled(False)
        self.take_button.clicked.connect(self.take_in)
        self.foot.addWidget(self.take_button)
        self.close_button.setText(self.tr("&Cancel"))
        self.since.dateChanged.connect(lambda _day: self.look())
        self.look()

    def _replace_model(self) -> None:
        self.table.setModel(self.model)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._changed())
        self.model.checks_changed.connect(self._count)

    def look(self) -> None:
        """Look at the list again, with the day chosen."""
        from desktop_app.services import unit_import

        day = self.since.day
        if self.working.busy:
            return
        self.take_button.setEnabled(False)
        self.working.run(
            self.tr("Reading the list…"),
            lambda _step: unit_import.preview(self.context.workspace, self._path, day),
            on_success=self._show,
            on_failure=self._failed,
        )

    def _show(self, looked_at: "UnitImport") -> None:
        self._result = looked_at
        order = {"refused": 0, "changed": 1, "new": 2, "same": 3}
        rows = sorted(looked_at.rows, key=lambda row: (order[row.verdict], row.row_number))
        self.show_rows(rows)
        self.model.show(rows, [row.id for row in rows if row.verdict in ("new", "changed")])
        if rows:
            self.table.selectRow(0)
        self._changed()
        self._count()
        if looked_at.since != self.since.day:  # another day was chosen meanwhile
            self.look()

    def _count(self) -> None:
        looked_at = self._result
        if looked_at is None:
            return
        self.counts.setText(
            " · ".join(
                f"{unit_word(verdict)}: {looked_at.count(verdict)}"
                for verdict in ("new", "changed", "same", "refused")
                if looked_at.count(verdict)
            )
        )
        number = len(self._ticked())
        self.take_button.setText(self.tr("&Take in {number} rows").format(number=number))
        self.take_button.setEnabled(number > 0)

    def _ticked(self) -> set[int]:
        rows = {row.id: row for row in (self._result.rows if self._result else ())}
        return {
            rows[row_id].row_number
            for row_id in self.model.checked
            if rows[row_id].verdict in ("new", "changed")
        }

    def _changes(self, row: "UnitImportRow") -> str:
        if row.reason:
            return reason_text(row.reason, row.facts, self.context.language)
        return "; ".join(self._change(each.column, each.old, each.new) for each in row.changes)

    def _change(self, column: str, old: str, new: str) -> str:
        from desktop_app.services.unit_kinds import label_of

        if column == "kind":
            old, new = (label_of(code, self.context.language) for code in (old, new))
        return f"{unit_word(column)}: {old or '–'} → {new}"

    def detail_of(self, row: "UnitImportRow") -> str:
        """Return the whole reason, or every change."""
        return self._changes(row).replace("; ", "\n")

    def take_in(self) -> None:
        """Take in the ticked rows."""
        from desktop_app.services import unit_import

        looked_at, chosen = self._result, self._ticked()
        if looked_at is None or self.working.busy:
            return
        self.take_button.setEnabled(False)
        self.working.run(
            self.tr("Taking in…"),
            lambda _step: unit_import.take_in(self.context.workspace, looked_at, chosen),
            on_success=self._taken,
            on_failure=self._failed,
        )

    def _taken(self, result: "UnitImport") -> None:
        self.imported.emit(result)
        refused = [row for row in result.rows if row.verdict == "refused"]
        if not refused:
            self.accept()
            return
        self.look()  # what was ticked without the row above it stays here, with its reason

    def _failed(self, error: AppError) -> None:
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setText(told(error, self.context.language))
        self.table.hide()
        self.empty.hide()
