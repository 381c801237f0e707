"""Hàng chờ & gói: what waits, writing it into a bundle, bundles and answers."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.windows.designed.ui_queue_page import Ui_QueuePage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.telling import ask
from desktop_app.windows.theme import tokens
from desktop_app.windows.words import day, word


class QueuePage(Page):
    """Hands over what is complete and takes in what comes back."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_QueuePage()
        self._form.setupUi(self)
        as_title(self._form.title)
        self._form.exportButton.setProperty("primary", True)
        waiting = (
            Column(self.tr("Code"), lambda row: row.code, width=9.5),
            Column(self.tr("Title"), lambda row: row.title, stretch=True),
            Column(self.tr("Authors"), lambda row: row.authors, width=14, extra=True),
            Column(
                self.tr("Size"), lambda row: f"{max(1, row.size // 1000)} KB", width=6, extra=True
            ),
            Column(self.tr("Held back"), self._held_back, width=12, extra=True),
        )
        self._waiting = RowsModel(waiting, checkable=True)
        prepare(self._form.waitingTable, self._waiting, waiting)
        bundles = (
            Column(self.tr("Number"), lambda row: str(row.sequence), width=5),
            Column(self.tr("Kind"), lambda row: word(row.kind), width=7, extra=True),
            Column(self.tr("Date"), lambda row: day(row.created_at), width=7, extra=True),
            Column(self.tr("Contents"), lambda row: "; ".join(row.titles), stretch=True),
            Column(
                self.tr("State"), lambda row: word(row.state), lambda row: str(row.state), width=16
            ),
        )
        self._bundles = RowsModel(bundles)
        prepare(self._form.bundlesTable, self._bundles, bundles)
        self._form.progress.hide()
        self._form.resultLabel.hide()
        self._waiting.checks_changed.connect(self._tell_choice)
        self._form.bundlesTable.selectionModel().currentChanged.connect(lambda *_: self._buttons())
        self._form.exportButton.clicked.connect(self._export)
        self._form.againButton.clicked.connect(self._again)
        self._form.handedOverButton.clicked.connect(self._handed_over)
        self._form.takeInButton.clicked.connect(self._choose_files)

    def _held_back(self, row: Any) -> str:
        from desktop_app.services.drafting import finding_text

        return "; ".join(finding_text(f, self.context.language) for f in row.held_back)

    def opened(self, **_arguments: Any) -> None:
        self._show()
        self._form.exportButton.setFocus()

    def _show(self) -> None:
        from desktop_app.services import handover, queue

        items = queue.list_queue(self.workspace)
        self._waiting.show(items, [item.id for item in items if not item.held_back])
        self._bundles.show(
            [row for row in handover.list_bundles(self.workspace) if row.kind != "setup"]
        )
        office = handover.recipient(self.workspace)
        self._form.officeLabel.setText(
            self.tr("Sealed for {unit}. Key: {words}").format(
                unit=office.unit_name, words=office.fingerprint
            )
            if office
            else self.tr("No setup card yet: ask the officer for it, then “Take in”.")
        )
        self._tell_choice()
        self._buttons()

    def _tell_choice(self) -> None:
        chosen = self._waiting.checked
        number = self._waiting.rowCount()
        self._form.exportButton.setEnabled(bool(chosen))
        self._form.choiceLabel.setText(
            self.tr("{chosen} of {number} will go into the bundle").format(
                chosen=len(chosen), number=number
            )
            if number
            else self.tr("Nothing waits. Complete an initiative and it will stand here.")
        )

    def _buttons(self) -> None:
        row = current_row(self._form.bundlesTable)
        out = row is not None and row.direction == "out"
        self._form.againButton.setEnabled(out)
        self._form.handedOverButton.setEnabled(out and row.state == "bundled")

    # Out

    def _export(self) -> None:
        from desktop_app.services import handover

        unsealed = handover.recipient(self.workspace) is None
        if unsealed and not ask(
            self,
            self.tr(
                "Without a setup card the bundle cannot be sealed: whoever finds the stick can "
                "read it. Export it all the same?"
            ),
            self.tr("Export unsealed"),
        ):
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write the bundle"))
        if folder:
            self.export_to(Path(folder), unsealed=unsealed)

    def export_to(self, folder: Path, *, unsealed: bool = False) -> None:
        """Write what is ticked into a folder as a background job."""
        from desktop_app.services import handover

        ids = self._waiting.checked
        self._work(
            lambda step: handover.export_bundle(
                self.workspace, folder, ids, unsealed=unsealed, step=step
            ),
            self._exported,
        )

    def _exported(self, written: Any) -> None:
        self._end(
            self.tr(
                "The stick can be taken out. Bundle {number}: {count} initiatives, {size} KB, "
                "written and read back.\nFile: {file}\nMark: {mark}"
            ).format(
                number=written.sequence,
                count=written.count,
                size=format_number(max(1, written.size // 1000)),
                file=written.path.name,
                mark=written.inner_sha256[:16],
            ),
            good=True,
        )
        self._form.bundlesTable.selectRow(0)

    def _again(self) -> None:
        from desktop_app.services import handover

        row = current_row(self._form.bundlesTable)
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write the bundle"))
        if row is not None and folder:
            bundle_id = row.id
            self._work(
                lambda step: handover.export_again(
                    self.workspace, bundle_id, Path(folder), step=step
                ),
                self._exported,
            )

    def _handed_over(self) -> None:
        from desktop_app.services import handover

        row = current_row(self._form.bundlesTable)
        if row is not None:
            handover.mark_handed_over(self.workspace, row.id)
            self._show()
            self.said.emit(self.tr("Bundle {number} handed over").format(number=row.sequence))

    # In

    def _choose_files(self) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self, self.tr("Take in an answer or card"))
        if paths:
            self.take_in([Path(path) for path in paths])

    def take_in(self, paths: list[Path]) -> None:
        """Take in answers and cards as a background job."""
        from desktop_app.services import inbox

        self._work(lambda step: inbox.take_in(self.workspace, paths, step), self._taken)

    def _taken(self, result: Any) -> None:
        lines = []
        for file in result.files:
            if file.error:
                lines.append(f"{file.file}: {told(file.error, self.context.language)}")
                continue
            lines.append(f"{word(file.kind)} {file.sequence} · {file.unit}")
            lines += [f"   {item.title or item.id}: {word(item.intake)}" for item in file.items]
        self._end("\n".join(lines), good=all(file.opened for file in result.files))

    # Work

    def _work(self, work: Any, done: Any) -> None:
        self._form.progress.setRange(0, 0)
        self._form.progress.show()
        self._form.exportButton.setEnabled(False)
        self.context.tasks.start(
            self, work, on_success=done, on_failure=self._failed, on_progress=self._progress
        )

    def _progress(self, done: int, whole: int) -> None:
        # Bytes may be more than a bar can count.
        self._form.progress.setRange(0, 1000)
        self._form.progress.setValue(round(1000 * done / max(1, whole)))

    def _failed(self, error: AppError) -> None:
        self._end(told(error, self.context.language), good=isinstance(error, Cancelled))

    def _end(self, text: str, *, good: bool) -> None:
        self._form.progress.hide()
        colour = tokens().green_soft if good else tokens().amber_soft
        self._form.resultLabel.setStyleSheet(f"background: {colour}; padding: 0.6em")
        self._form.resultLabel.setText(text)
        self._form.resultLabel.show()
        self._show()
