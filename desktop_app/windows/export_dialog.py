"""Writing a bundle: where, then progress, then what to put on the slip and "handed over"."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.services.steps import Step
from desktop_app.windows.carried_words import initiatives_text, mark_text, size_text
from desktop_app.windows.designed.ui_export_dialog import Ui_ExportDialog
from desktop_app.windows.destination import Destination
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import READ_BACK, TITLE, em, scaled_font, tokens
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.carrying import ExportedBundle


@dataclass(frozen=True)
class Outgoing:
    """What shall be written: for the person to see beforehand, and the work itself."""

    count: int
    size: int
    held_back: tuple[str, ...]
    recipient: str
    fingerprint: str
    write: "Callable[[Path, bool, Step], ExportedBundle]"
    """Called with the folder, whether unsealed was agreed to, and the step."""
    again: bool = False


class ExportDialog(QDialog):
    """Leads from "where" to "the stick can be taken out"."""

    written = Signal(object)
    """The bundle, as soon as it was written, read back and compared."""

    def __init__(self, context: WindowContext, outgoing: Outgoing, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._outgoing = context, outgoing
        self._bundle: ExportedBundle | None = None
        self._form = Ui_ExportDialog()
        self._form.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form.title.setFont(scaled_font(TITLE, bold=True))
        # The seal and the files around the reports take a little more than the reports.
        self.destination = Destination(context, outgoing.size * 2 + 2_000_000)
        self._form.destinationPlace.addWidget(self.destination)
        self.working = Working(context)
        self._form.workingPlace.addWidget(self.working)
        self._tell_what()
        self.destination.changed.connect(self._allow)
        self._form.openBox.toggled.connect(self._allow)
        self._form.cancelButton.clicked.connect(self.reject)
        self._form.writeButton.clicked.connect(self.write)
        self._form.laterButton.clicked.connect(self.accept)
        self._form.handedOverButton.clicked.connect(self._handed_over)
        self._form.problem.hide()
        self._step(self._form.wherePart)
        fit_window(self, parent, 38, 26)
        self._form.writeButton.setFocus()

    def _step(self, part: QWidget) -> None:
        form = self._form
        form.stack.setCurrentWidget(part)
        form.title.setVisible(part is not form.donePart)
        form.cancelButton.setVisible(part is form.wherePart)
        form.writeButton.setVisible(part is form.wherePart)
        form.laterButton.setVisible(part is form.donePart)
        form.handedOverButton.setVisible(part is form.donePart)

    # Where

    def _tell_what(self) -> None:
        going, form = self._outgoing, self._form
        form.whatLabel.setText(initiatives_text(going.count))
        form.whatLabel.setFont(scaled_font(1.1, bold=True))
        sealed = bool(going.recipient)
        form.openCard.setVisible(not sealed)
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

    @property
    def _agreed(self) -> bool:
        return bool(self._outgoing.recipient) or self._form.openBox.isChecked()

    def _allow(self) -> None:
        self._form.writeButton.setEnabled(self._agreed)

    def showEvent(self, event: Any) -> None:
        """Begin at the button that does it."""
        super().showEvent(event)
        self._allow()
        (self._form.writeButton if self._agreed else self._form.openBox).setFocus()

    # Writing

    def write(self) -> None:
        """Write into the chosen place as a background job; without a place, ask for one."""
        if self._agreed and self.destination.folder is None:
            self.destination.choose_folder()
        folder = self.destination.folder
        if folder is None or not self._agreed:
            return
        unsealed = not self._outgoing.recipient
        self.destination.remember()
        self._form.problem.hide()
        self._step(self._form.writingPart)
        self._form.title.setText(self.tr("Writing the bundle"))
        self.working.run(
            self.tr("Writing into {folder}").format(folder=folder),
            lambda step: self._outgoing.write(folder, unsealed, step),
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

    def _done(self, bundle: "ExportedBundle") -> None:
        self._bundle = bundle
        form = self._form
        form.doneIcon.setPixmap(icon("check", tokens().green, 40).pixmap(em(2.4), em(2.4)))
        form.doneTitle.setFont(scaled_font(READ_BACK, bold=True))
        tint(form.doneTitle, "green")
        if self.destination.on_stick:
            form.doneTitle.setText(self.tr("The stick can be taken out"))
        else:
            form.doneTitle.setText(self.tr("The bundle is written"))
        form.doneText.setText(
            self.tr(
                "Everything was written, read back and compared. Give the file to the officer, "
                "then press “Handed over”."
            )
        )
        for label, text in (
            (self.tr("File"), bundle.path.name),
            (self.tr("Bundle number"), format_number(bundle.sequence)),
            (self.tr("Contents"), f"{initiatives_text(bundle.count)} · {size_text(bundle.size)}"),
            (self.tr("Mark to compare"), mark_text(bundle.inner_sha256)),
            (self.tr("Seal"), self.tr("Sealed") if bundle.sealed else self.tr("Not sealed")),
        ):
            value = QLabel(text)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            value.setFont(scaled_font(1.0, bold=True))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.slipRows.addRow(label, value)
        self._step(form.donePart)
        self.setWindowTitle(self.tr("Bundle number {number}").format(number=bundle.sequence))
        form.handedOverButton.setFocus()
        self.written.emit(bundle)

    def _handed_over(self) -> None:
        from desktop_app.services.handover import mark_handed_over

        assert self._bundle is not None
        try:
            mark_handed_over(self._context.workspace, self._bundle.bundle_id)
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
