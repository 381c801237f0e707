"""Hộp nhận: any number of files, one line per file, opening to one line per item."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem

from desktop_app.errors import AppError
from desktop_app.messages import catalogue, told
from desktop_app.windows.background import Task
from desktop_app.windows.designed.ui_inbox_page import Ui_InboxPage
from desktop_app.windows.icons import icon
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.theme import em, scaled_font, state_colour, tokens
from desktop_app.windows.words import day, word


class InboxPage(Page):
    """Takes in the teams' bundles."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_InboxPage()
        self._form.setupUi(self)
        as_title(self._form.title)
        self._form.dropLabel.setFont(scaled_font(1.2, bold=True))
        self._task: Task | None = None
        self.setAcceptDrops(True)
        self._form.progress.hide()
        self._form.cancelButton.hide()
        self._form.summaryLabel.hide()
        tree = self._form.results
        tree.setHeaderLabels([self.tr("File"), self.tr("Unit"), self.tr("Result")])
        tree.header().resizeSection(0, em(26))
        tree.header().resizeSection(1, em(16))
        self._form.filesButton.clicked.connect(self._choose_files)
        self._form.folderButton.clicked.connect(self._choose_folder)
        self._form.cancelButton.clicked.connect(lambda: self._task and self._task.cancel())

    def opened(self, **_arguments: Any) -> None:
        if self._form.results.topLevelItemCount() == 0:
            self._show_history()
        self._form.filesButton.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.take_in([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Take in bundles"))
        if paths:
            self.take_in([Path(path) for path in paths])

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Take in a folder or stick"))
        if folder:
            self.take_in([Path(folder)])

    def take_in(self, paths: list[Path]) -> None:
        """Take in files and folders as a background job that can be cancelled."""
        from desktop_app.services import inbox

        self._form.progress.setRange(0, 0)
        self._form.progress.show()
        self._form.cancelButton.show()
        self._task = self.context.tasks.start(
            self,
            lambda step: inbox.take_in(self.workspace, paths, step),
            on_success=self._taken,
            on_failure=self._failed,
            on_progress=self._progress,
        )

    def _progress(self, done: int, whole: int) -> None:
        self._form.progress.setRange(0, whole)
        self._form.progress.setValue(done)

    def _taken(self, result: Any) -> None:
        self._end()
        tree = self._form.results
        tree.clear()
        for file in result.files:
            tree.addTopLevelItem(self._file_item(file))
        tree.expandAll()
        items = [item for file in result.files for item in file.items]
        new = sum(item.intake in ("new", "newer") for item in items)
        aside = sum(item.intake == "quarantined" for item in items)
        refused = sum(not file.opened for file in result.files)
        lines = [
            self.tr("{files} files, {new} new initiatives").format(files=len(result.files), new=new)
        ]
        if refused:
            lines.append(self.tr("{number} files could not be opened").format(number=refused))
        if aside:
            lines.append(self.tr("{number} initiatives set aside").format(number=aside))
        lines += [
            self.tr("Bundle {sequence} of {unit} is missing").format(
                sequence=gap.sequence, unit=gap.unit
            )
            for gap in result.missing
        ]
        colour = tokens().green_soft if result.all_well else tokens().amber_soft
        self._say("\n".join(lines), colour)

    def _file_item(self, file: Any) -> QTreeWidgetItem:
        if file.error:
            text = told(file.error, self.context.language)
        else:
            text = f"{word(file.kind)} {file.sequence}"
        line = QTreeWidgetItem([file.file, file.unit, text])
        state = "new" if file.opened else "quarantined"
        line.setIcon(0, icon("check" if file.opened else "alert", state_colour(state)))
        line.setToolTip(2, text)
        for item in file.items:
            said = word(item.intake)
            if item.reason:
                parts = catalogue()[item.reason][self.context.language]
                facts = {k: str(v) for k, v in item.facts.items()}
                said = f"{said}: {parts.get('what', '').format(**facts)}"
            inner = QTreeWidgetItem([item.title or item.id, "", said])
            inner.setToolTip(0, item.title)
            inner.setForeground(2, _brush(item.intake))
            line.addChild(inner)
        return line

    def _show_history(self) -> None:
        from desktop_app.services import inbox

        for row in inbox.history(self.workspace):
            text = self.tr("{kind} {sequence}, {date}: {count} initiatives").format(
                kind=word(row.kind),
                sequence=row.sequence,
                date=day(row.taken_in_at),
                count=row.count,
            )
            self._form.results.addTopLevelItem(QTreeWidgetItem([row.file_name, row.unit, text]))

    def _failed(self, error: AppError) -> None:
        self._end()
        self._say(told(error, self.context.language), tokens().amber_soft)

    def _say(self, text: str, colour: str) -> None:
        self._form.summaryLabel.setText(text)
        self._form.summaryLabel.setStyleSheet(f"background: {colour}; padding: 0.6em")
        self._form.summaryLabel.show()

    def _end(self) -> None:
        self._task = None
        self._form.progress.hide()
        self._form.cancelButton.hide()


def _brush(state: str) -> Any:
    from PySide6.QtGui import QBrush, QColor

    return QBrush(QColor(state_colour(state)))
