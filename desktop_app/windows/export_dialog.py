"""Writing a bundle: where, then progress, then what to put on the slip and "handed over"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QWidget

from desktop_app.domain.numbers import format_number, size_text
from desktop_app.domain.passphrases import LEAST_PASSPHRASE
from desktop_app.domain.text import mark_text
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.services.steps import Step
from desktop_app.windows.carried_words import initiatives_text
from desktop_app.windows.designed.ui_export_dialog import Ui_ExportDialog
from desktop_app.windows.destination import Destination
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import READ_BACK, TITLE, em, scaled_font, tokens
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.carrying import ExportedBundle
    from desktop_app.services.handover import Plan

_SHOWN = 4


MAX_SIZE = "export_max_size"
_LIMITS = (25 * 10**6, 100 * 10**6, 1000 * 10**6)
"""What chats and mail of the day take; the last choice is remembered."""


@dataclass(frozen=True)
class Wanted:
    """What the person chose: a limit for each file in bytes, how it is sealed without a card."""

    max_size: int | None = None
    unsealed: bool = False
    passphrase: str = ""


@dataclass(frozen=True)
class Outgoing:
    """What shall be written: for the person to see beforehand, and the work itself.

    ``plan`` says how many files of which size a limit leads to; without it nothing is split.
    """

    count: int
    size: int
    held_back: tuple[str, ...]
    recipient: str
    fingerprint: str
    write: "Callable[[Path, Wanted, Step], Sequence[ExportedBundle]]"
    plan: "Callable[[int | None], Plan] | None" = None
    needs_passphrase: bool = False


class ExportDialog(QDialog):
    """Leads from "where" to "the stick can be taken out"."""

    help_subject = "bundle"

    written = Signal(object)
    """The bundles, as soon as they were written, read back and compared."""

    def __init__(self, context: WindowContext, outgoing: Outgoing, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._outgoing = context, outgoing
        self.bundles: tuple[ExportedBundle, ...] = ()
        self._planned: Plan | None = None
        self._form = Ui_ExportDialog()
        self._form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.title.setFont(scaled_font(TITLE, bold=True))
        # The seal and the files around the reports take a little more than the reports.
        self.destination = Destination(context, outgoing.size * 2 + 2_000_000)
        self._form.destinationPlace.addWidget(self.destination)
        self.working = Working(context)
        self._form.workingPlace.addWidget(self.working)
        self._offer_limits()
        self._tell_what()
        self.destination.changed.connect(self._destination_changed)
        self._form.openBox.toggled.connect(self._allow)
        self._form.passphraseEdit.textChanged.connect(self._allow)
        self._form.splitBox.activated.connect(self._limit_chosen)
        self._form.slipButton.clicked.connect(self._slips)
        self._form.cancelButton.clicked.connect(self.reject)
        self._form.writeButton.clicked.connect(self.write)
        self._form.laterButton.clicked.connect(self.accept)
        self._form.handedOverButton.clicked.connect(self._handed_over)
        self._form.problem.hide()
        self._step(self._form.wherePart)
        fit_window(self, parent, 40, 31)
        self._look_ahead()
        self._form.writeButton.setFocus()

    def _step(self, part: QWidget) -> None:
        form = self._form
        form.stack.setCurrentWidget(part)
        form.title.setVisible(part is not form.donePart)
        form.cancelButton.setVisible(part is form.wherePart)
        form.writeButton.setVisible(part is form.wherePart)
        form.laterButton.setVisible(part is form.donePart)
        form.slipButton.setVisible(part is form.donePart)
        form.handedOverButton.setVisible(part is form.donePart)

    # Where

    def _tell_what(self) -> None:
        going, form = self._outgoing, self._form
        form.whatLabel.setText(initiatives_text(going.count))
        form.whatLabel.setFont(scaled_font(1.1, bold=True))
        sealed = bool(going.recipient)
        form.openCard.setVisible(not sealed)
        form.openBox.setVisible(not self._outgoing.needs_passphrase)
        # An earlier bundle is written as it was: open to everyone, or with a passphrase again.
        seals = self._outgoing.plan is not None or self._outgoing.needs_passphrase
        form.passphraseLabel.setVisible(seals)
        form.passphraseEdit.setVisible(seals)
        tint(form.openLabel, "amber")
        form.sealLabel.setVisible(sealed)
        form.sealLabel.setText(
            self.tr("Sealed: only {unit} can open it. Key: {words}").format(
                unit=going.recipient, words=going.fingerprint
            )
        )
        form.heldLabel.setVisible(bool(going.held_back))
        tint(form.heldLabel, "amber")
        form.heldLabel.setText(
            "\n".join([self.tr("Stays in the queue:"), *(f"• {why}" for why in going.held_back)])
        )

    def _offer_limits(self) -> None:
        form, can_split = self._form, self._outgoing.plan is not None
        for part in (form.splitLabel, form.splitBox, form.planLabel, form.largeLabel):
            part.setVisible(can_split)
        form.splitBox.addItem(self.tr("any size"), None)
        for limit in _LIMITS:
            form.splitBox.addItem(self.tr("at most {size}").format(size=size_text(limit)), limit)
        kept = self._context.workspace.setting(MAX_SIZE)
        form.splitBox.setCurrentIndex(max(0, form.splitBox.findData(kept)))
        form.largeLabel.hide()
        tint(form.largeLabel, "amber")
        tint(form.planLabel, "quiet")

    @property
    def _max_size(self) -> int | None:
        """The limit of a file: the person's, or what the stick's file system can hold."""
        if self._outgoing.plan is None:
            return None
        chosen, can = self._form.splitBox.currentData(), self.destination.largest_file
        limits = [limit for limit in (chosen, can) if limit is not None]
        return min(limits) if limits else None

    def _limit_chosen(self) -> None:
        self._context.workspace.set_setting(MAX_SIZE, self._form.splitBox.currentData())
        self._look_ahead()

    def _destination_changed(self) -> None:
        self._allow()
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Say beforehand how many files of which size will be written."""
        plan, limit = self._outgoing.plan, self._max_size
        if plan is None or self.bundles or self.working.busy:
            return
        self._context.tasks.start(
            self, lambda _step: plan(limit), on_success=self._show_plan, on_failure=self._no_plan
        )

    def _no_plan(self, _error: AppError) -> None:
        self._form.planLabel.setText("")  # writing will say what is wrong

    def _show_plan(self, plan: "Plan") -> None:
        form = self._form
        self._planned = plan
        text = (
            self.tr("One file, about {size}")
            if len(plan.bundles) == 1
            else self.tr("{number} files, about {size} together")
        )
        form.planLabel.setText(
            text.format(number=format_number(len(plan.bundles)), size=size_text(plan.size))
        )
        form.largeLabel.setVisible(bool(plan.too_large))
        lines = [self.tr("Over the limit alone, so in a file of its own:"), *plan.too_large[:5]]
        form.largeLabel.setText("\n• ".join(lines))
        self.destination.need(plan.size)

    @property
    def _agreed(self) -> bool:
        form = self._form
        if self._outgoing.recipient:
            return True
        if self._outgoing.needs_passphrase:
            return len(form.passphraseEdit.text()) >= LEAST_PASSPHRASE
        return form.openBox.isChecked() or len(form.passphraseEdit.text()) >= LEAST_PASSPHRASE

    def _allow(self) -> None:
        form = self._form
        form.writeButton.setEnabled(self._agreed)
        form.openBox.setEnabled(not form.passphraseEdit.text())

    def showEvent(self, event: Any) -> None:
        """Begin at the button that does it."""
        super().showEvent(event)
        self._allow()
        (self._form.writeButton if self._agreed else self._form.passphraseEdit).setFocus()

    # Writing

    def write(self) -> None:
        """Write into the chosen place as a background job; without a place, ask for one."""
        if self._agreed and self.destination.folder is None:
            self.destination.choose_folder()
        folder = self.destination.folder
        if folder is None or not self._agreed:
            return
        passphrase = self._form.passphraseEdit.text() if not self._outgoing.recipient else ""
        unsealed = not self._outgoing.recipient and not passphrase
        wanted = Wanted(self._max_size, unsealed, passphrase)
        self.destination.remember()
        self._form.problem.hide()
        self._step(self._form.writingPart)
        self._form.title.setText(self.tr("Writing the bundle"))
        self.working.run(
            self.tr("Writing into {folder}").format(folder=folder),
            lambda step: self._outgoing.write(folder, wanted, step),
            on_success=self._done,
            on_failure=self._failed,
        )

    def _failed(self, error: AppError) -> None:
        self._form.title.setText(self.tr("Where shall the bundle go?"))
        self._step(self._form.wherePart)
        tint(self._form.problem, "text" if isinstance(error, Cancelled) else "red")
        self._form.problem.setText(told(error, self._context.language))
        self._form.problem.show()
        self._allow()
        self._form.writeButton.setFocus()

    # Done

    def _done(self, bundles: "Sequence[ExportedBundle]") -> None:
        self.bundles = tuple(bundles)
        form = self._form
        form.doneIcon.setPixmap(icon("check", tokens().green, 40).pixmap(em(2.4), em(2.4)))
        form.doneTitle.setFont(scaled_font(READ_BACK, bold=True))
        tint(form.doneTitle, "green")
        if self.destination.on_stick:
            form.doneTitle.setText(self.tr("The stick can be taken out"))
        else:
            form.doneTitle.setText(self.tr("The bundle is written"))
        text = (
            self.tr(
                "Everything was written, read back and compared. Give the file to the officer, "
                "then press “Handed over”."
            )
            if len(bundles) == 1
            else self.tr(
                "All {number} files were written, read back and compared. Give every one of them "
                "to the officer, then press “Handed over”."
            )
        )
        form.doneText.setText(text.format(number=format_number(len(bundles))))
        for bundle in bundles[:_SHOWN]:
            self._tell_bundle(bundle, alone=len(bundles) == 1)
        if len(bundles) > _SHOWN:
            more = format_number(len(bundles) - _SHOWN)
            self._row("", self.tr("and {number} more files").format(number=more))
        sealed = bundles[0].sealed
        self._row(self.tr("Seal"), self.tr("Sealed") if sealed else self.tr("Not sealed"))
        self._step(form.donePart)
        numbers = f"{bundles[0].sequence}–{bundles[-1].sequence}"
        if len(bundles) == 1:
            numbers = format_number(bundles[0].sequence)
        self.setWindowTitle(self.tr("Bundle number {number}").format(number=numbers))
        form.handedOverButton.setFocus()
        self.written.emit(self.bundles)

    def _tell_bundle(self, bundle: "ExportedBundle", *, alone: bool) -> None:
        contents = f"{initiatives_text(bundle.count)} · {size_text(bundle.size)}"
        mark = mark_text(bundle.inner_sha256)
        if not alone:
            self._row(
                self.tr("Bundle number {number}").format(number=format_number(bundle.sequence)),
                f"{bundle.path.name}\n{contents} · {mark}",
            )
            return
        for label, text in (
            (self.tr("File"), bundle.path.name),
            (self.tr("Bundle number"), format_number(bundle.sequence)),
            (self.tr("Contents"), contents),
            (self.tr("Mark to compare"), mark),
        ):
            self._row(label, text)

    def _row(self, label: str, text: str) -> None:
        value = QLabel(text)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        value.setFont(scaled_font(1.0, bold=True))
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._form.slipRows.addRow(label, value)

    def _slips(self) -> None:
        """Show the slip of the one bundle, or offer those of several."""
        if len(self.bundles) == 1:
            self._slip(self.bundles[0].bundle_id)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for bundle in self.bundles:
            number = format_number(bundle.sequence)
            action = menu.addAction(self.tr("Bundle number {number}").format(number=number))
            action.triggered.connect(lambda _on=False, one=bundle.bundle_id: self._slip(one))
        menu.popup(self._form.slipButton.mapToGlobal(self._form.slipButton.rect().topLeft()))

    def _slip(self, bundle_id: str) -> None:
        from desktop_app.windows.slip_dialog import SlipDialog

        SlipDialog(self._context, bundle_id, self).open()

    def _handed_over(self) -> None:
        from desktop_app.services.handover import mark_handed_over

        try:
            for bundle in self.bundles:
                mark_handed_over(self._context.workspace, bundle.bundle_id)
        except AppError as error:
            self._context.tell(error)
            return
        self.accept()

    # Leaving

    def reject(self) -> None:
        """Esc and Cancel: while writing they stop the work first."""
        if self.working.busy:
            self.working.stop()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window that still writes is not closed under the work."""
        if self.working.busy:
            self.working.stop()
            event.ignore()
        else:
            super().closeEvent(event)
