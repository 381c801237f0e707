"""Kiểm tra dữ liệu: the whole book looked through, what was found, and mended where it can be."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import told as told_error
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.data_check import CheckResult, DataCheck


@dataclass(frozen=True)
class _Row:
    """A line of the list; ``state`` colours it."""

    id: str
    name: str
    state: str
    result: "CheckResult"


class DataCheckDialog(ListDialog):
    """Looks through the book on asking, lists what is wrong in words, mends what can be mended."""

    help_subject = "data-check"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        columns = (
            Column(self.tr("What"), lambda row: row.name, stretch=True),
            Column(self.tr("Found"), lambda row: str(row.result.count), width=6),
            Column(self.tr("Mended"), lambda row: str(row.result.mended), width=6, extra=True),
            Column(self.tr("State"), self._state, lambda row: row.state, width=13),
        )
        super().__init__(
            context,
            parent,
            self.tr("Check the data"),
            self.tr(
                "The whole book is looked through for damage: the database, the files, lists and "
                "numbers. Nothing is changed by that. Before anything is mended the book is "
                "backed up, and what is taken away is only set aside."
            ),
            columns,
        )
        self.whole_box = QCheckBox(self.tr("&Read every file too (takes longer)"))
        self.whole_box.setChecked(True)
        self.check_button = QPushButton(self.tr("C&heck now"))
        self.check_button.setAutoDefault(False)
        self.check_button.clicked.connect(lambda: self.run(mend=False))
        line = QHBoxLayout()
        line.addWidget(self.whole_box)
        line.addStretch(1)
        line.addWidget(self.check_button)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.working = Working(context)
        column: Any = self.layout()
        self._explain: QWidget = column.itemAt(1).widget()
        column.insertLayout(2, line)
        column.insertWidget(3, self.said)
        column.insertWidget(4, self.working)
        column.setStretchFactor(self.empty, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.empty.setText(self.tr("What is found will stand here."))
        self.mend_button = self.add_button(
            self.tr("&Mend what can be mended"),
            lambda: self.run(mend=True),
            primary=True,
            allowed=lambda _row: self._mendable,
        )
        self._mendable = self._tried = False
        self.show_rows([])
        self.check_button.setFocus()

    def run(self, *, mend: bool) -> None:
        """Look through the book, and mend when asked to; beside the window."""
        from desktop_app.services import data_check

        if self.working.busy:
            return
        quick, book = not self.whole_box.isChecked(), self.context.workspace
        self._allow(False)
        self.said.setText("")
        self.working.run(
            self.tr("Mending…") if mend else self.tr("Looking through the book…"),
            lambda step: data_check.check_data(book, mend=mend, quick=quick, step=step),
            on_success=lambda done: self._ended(done, tried=mend),
            on_failure=self._failed,
        )

    def _allow(self, allowed: bool) -> None:
        for part in (self.check_button, self.whole_box):
            part.setEnabled(allowed)
        self.mend_button.setEnabled(allowed and self._mendable)

    def _ended(self, done: "DataCheck", *, tried: bool) -> None:
        from desktop_app.services.data_check import told

        language, self._tried = self.context.language, tried
        rows = [
            _Row(each.code, told(each, language, "name"), self._colour(each), each)
            for each in done.found
        ]
        # What is left after mending was tried needs a person.
        self._mendable = not tried and any(each.left and each.mendable for each in done.found)
        self._explain.setVisible(not rows)
        self.empty.setText("")
        self.show_rows(rows)
        self._allow(True)
        self.said.setText(self._summary(done))
        tint(self.said, "red" if done.left else "green")

    def _summary(self, done: "DataCheck") -> str:
        if not done.found:
            said = self.tr("{number} checks ran. Nothing is wrong.").format(number=done.ran)
            return said + " " + self.tr("The files were not read.") if done.quick else said
        if not self._tried:
            return self.tr("Found: {left}. Nothing was changed.").format(left=done.left)
        mended = sum(each.mended for each in done.found)
        said = self.tr("Mended: {mended}. Left: {left}.").format(mended=mended, left=done.left)
        if done.backup:
            copy = Path(done.backup).name
            said += " " + self.tr("The book was backed up before: {file}").format(file=copy)
        return said

    def _failed(self, error: AppError) -> None:
        self._allow(True)
        self.said.setText(told_error(error, self.context.language))
        tint(self.said, "red")

    def _state(self, row: _Row) -> str:
        return {
            "accepted": self.tr("Mended"),
            "returned": self.tr("Can be mended"),
            "quarantined": self.tr("Needs you"),
        }[row.state]

    def _colour(self, result: "CheckResult") -> str:
        if not result.left:
            return "accepted"
        return "returned" if result.mendable and not self._tried else "quarantined"

    def detail_of(self, row: _Row) -> str:
        """Return what is wrong, what is lost by it, what to do, and examples."""
        from desktop_app.services.data_check import told

        language = self.context.language
        lines = [told(row.result, language), told(row.result, language, "lost")]
        if row.result.left:
            lines.append(told(row.result, language, "action"))
        if row.result.examples:
            lines.append(
                self.tr("For example: {examples}").format(examples=", ".join(row.result.examples))
            )
        return "\n".join(lines)

    def done(self, result: int) -> None:
        """Stop what goes on; then close."""
        self.working.stop()
        super().done(result)
