"""Kết quả: one file back for each unit that waits."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.designed.ui_answers_page import Ui_AnswersPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, prepare
from desktop_app.windows.theme import tokens


@dataclass(frozen=True)
class _Row:
    id: str
    unit: str
    waiting: int


class AnswersPage(Page):
    """Writes the receipts."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_AnswersPage()
        self._form.setupUi(self)
        as_title(self._form.title)
        columns = (
            Column(self.tr("Unit"), lambda row: row.unit, stretch=True),
            Column(self.tr("Initiatives to answer"), lambda row: str(row.waiting), width=12),
        )
        self._model = RowsModel(columns)
        prepare(self._form.table, self._model, columns)
        self._form.progress.hide()
        self._form.resultLabel.hide()
        self._form.exportButton.clicked.connect(self._export)

    def opened(self, **_arguments: Any) -> None:
        self._show()
        self._form.exportButton.setFocus()

    def _show(self) -> None:
        from desktop_app.services import receipts

        rows = receipts.list_answers(self.workspace)
        self._model.show([_Row(row.unit_id, row.unit, row.waiting) for row in rows])
        self._form.exportButton.setEnabled(bool(rows))
        if not rows and self._form.resultLabel.isHidden():
            self._say(self.tr("No answers wait. Decide on the page Review first."), good=True)

    def _export(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write the answers"))
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> None:
        """Write every answer into a folder as a background job."""
        from desktop_app.services import receipts

        self._form.progress.setRange(0, 0)
        self._form.progress.show()
        self.context.tasks.start(
            self,
            lambda step: receipts.export_receipts(self.workspace, folder, step=step),
            on_success=self._written,
            on_failure=self._failed,
        )

    def _written(self, written: Any) -> None:
        lines = [f"{answer.unit}: {answer.path.name}" for answer in written]
        self._end("\n".join([self.tr("Written and read back:"), *lines]), good=True)

    def _failed(self, error: AppError) -> None:
        self._end(told(error, self.context.language), good=False)

    def _end(self, text: str, *, good: bool) -> None:
        self._form.progress.hide()
        self._say(text, good=good)
        self._show()

    def _say(self, text: str, *, good: bool) -> None:
        colour = tokens().green_soft if good else tokens().amber_soft
        self._form.resultLabel.setText(text)
        self._form.resultLabel.setStyleSheet(f"background: {colour}; padding: 0.6em")
        self._form.resultLabel.show()
