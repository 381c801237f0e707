"""Kết quả: one file back for each unit that waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.windows.designed.ui_answers_page import Ui_AnswersPage
from desktop_app.windows.destination import Destination
from desktop_app.windows.export_dialog import ExportDialog, Outgoing
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import soften, tint
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, prepare
from desktop_app.windows.theme import TITLE, em, scaled_font, tokens
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.receipts import ExportedReceipt

_ROOM = 1_000_000


@dataclass(frozen=True)
class _Waiting:
    id: str
    code: str
    unit: str
    waiting: int


@dataclass(frozen=True)
class _Written:
    id: str
    unit: str
    file: str
    count: int


class AnswersPage(Page):
    """Writes the receipts: the units that wait, where to, what was written."""

    help_subject = "answers"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = form = Ui_AnswersPage()
        form.setupUi(self)
        as_title(form.title)
        form.doneTitle.setFont(scaled_font(TITLE, bold=True))
        waiting = (
            Column(self.tr("Code"), lambda row: row.code, width=8, extra=True),
            Column(self.tr("Unit"), lambda row: row.unit, stretch=True),
            Column(
                self.tr("Initiatives to answer"), lambda row: format_number(row.waiting), width=12
            ),
        )
        self._waiting = RowsModel(waiting)
        prepare(form.table, self._waiting, waiting)
        written = (
            Column(self.tr("Unit"), lambda row: row.unit, stretch=True),
            Column(
                self.tr("Initiatives"), lambda row: format_number(row.count), width=8.5, extra=True
            ),
            Column(self.tr("File"), lambda row: row.file, lambda _row: "accepted", width=20),
        )
        self._written = RowsModel(written)
        prepare(form.doneTable, self._written, written)
        for view in (form.table, form.doneTable):
            soften(view)
        self.destination = Destination(context, _ROOM)
        self.destination.setMaximumWidth(em(42))
        form.destinationPlace.addWidget(self.destination, 1)
        form.destinationPlace.addStretch(1)
        self.working = Working(context)
        form.workingPlace.addWidget(self.working)
        form.problem.hide()
        self.destination.changed.connect(self._allow)
        form.exportButton.clicked.connect(self.export)
        form.relayButton.clicked.connect(self.pass_on)
        form.moreButton.clicked.connect(self.opened)
        form.emptyButton.clicked.connect(lambda: self.go.emit("review", {}))

    def opened(self, **_arguments: Any) -> None:
        """Show who waits."""
        from desktop_app.services import receipts

        if self.working.busy:
            return
        rows = receipts.list_answers(self.workspace)
        self._waiting.show([_Waiting(r.unit_id, r.unit_code, r.unit, r.waiting) for r in rows])
        form = self._form
        form.problem.hide()
        self._offer_relay()
        self._part(form.listPart if rows else form.emptyPart)
        number = sum(row.waiting for row in rows)
        form.choiceLabel.setText(
            self.tr("{units} units, {number} initiatives").format(
                units=format_number(len(rows)), number=format_number(number)
            )
            if rows
            else ""
        )
        self._allow()
        (form.exportButton if rows else form.emptyButton).setFocus()

    def _offer_relay(self) -> None:
        from desktop_app.services import relaying

        number = relaying.count_relayable(self.workspace)
        above = self.workspace.setting("above")
        self._form.relayButton.setVisible(above is not None)
        text = self.tr("Pass {number} accepted &on to {unit}…")
        if not number:
            text = self.tr("Send new figures &on to {unit}…")
        unit = above["unit"]["name"].replace("&", "&&") if above else ""
        self._form.relayButton.setText(text.format(number=format_number(number), unit=unit))

    def pass_on(self) -> None:
        """Ask where, then write what was accepted for the level above."""
        from desktop_app.exchange.keys import fingerprint_of
        from desktop_app.services import relaying

        above, number = self.workspace.setting("above"), relaying.count_relayable(self.workspace)
        if above is None:
            return
        outgoing = Outgoing(
            number,
            0,  # the plan says how much it is
            (),
            above["unit"]["name"],
            fingerprint_of(above["sign_key"]),
            lambda folder, wanted, step: relaying.export_relay(
                self.workspace, folder, max_size=wanted.max_size, step=step
            ),
            lambda limit: relaying.plan_relay(self.workspace, max_size=limit),
        )
        dialog = self.dialog = ExportDialog(self.context, outgoing, self)
        dialog.finished.connect(lambda _code: self.opened())
        dialog.open()

    def _part(self, part: Any) -> None:
        form = self._form
        form.stack.setCurrentWidget(part)
        form.exportButton.setVisible(part is form.listPart)
        form.moreButton.setVisible(part is form.donePart)
        if part is not form.listPart:
            form.choiceLabel.setText("")
        form.intro.setVisible(part is not form.donePart)

    def _allow(self) -> None:
        self._form.exportButton.setEnabled(self._waiting.rowCount() > 0)

    def export(self) -> None:
        """Write every answer into the place chosen; without a place, ask for one."""
        if self.destination.folder is None:
            self.destination.choose_folder()
        if self.destination.folder is not None:
            self.destination.remember()
            self.export_to(self.destination.folder)

    def export_to(self, folder: Path) -> None:
        """Write every answer into a folder as a background job."""
        from desktop_app.services import receipts

        if self.working.busy:
            return
        self._form.problem.hide()
        self._part(self._form.writingPart)
        self.working.run(
            self.tr("Writing the answers into {folder}").format(folder=folder),
            lambda step: receipts.export_receipts(self.workspace, folder, step=step),
            on_success=self._done,
            on_failure=self._failed,
            in_files=True,
        )

    def _done(self, written: "Sequence[ExportedReceipt]") -> None:
        form = self._form
        self._written.show([_Written(str(w.path), w.unit, w.path.name, w.count) for w in written])
        form.doneIcon.setPixmap(icon("check", tokens().green, 40).pixmap(em(2), em(2)))
        text = (
            self.tr("{number} answers are written and read back. The stick can be taken out.")
            if self.destination.on_stick
            else self.tr("{number} answers are written and read back.")
        )
        form.doneTitle.setText(text.format(number=format_number(len(written))))
        tint(form.doneTitle, "green")
        self._part(form.donePart)
        form.moreButton.setFocus()
        self.said.emit(form.doneTitle.text())

    def _failed(self, error: AppError) -> None:
        """Say what happened; answers that were written already are not waiting any more."""
        form = self._form
        self.opened()
        tint(form.problem, "text" if isinstance(error, Cancelled) else "red")
        form.problem.setText(told(error, self.context.language))
        form.problem.show()
