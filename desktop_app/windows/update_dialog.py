"""Update from a file: chosen, checked and said what it is, then unpacked beside the program."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.updating import Checked, Running, Staged


class UpdateDialog(FormDialog):
    """Nothing is changed until the update was checked and the button pressed."""

    def __init__(
        self, context: WindowContext, parent: QWidget, running: "Running | None" = None
    ) -> None:
        from desktop_app.services.updating import running_program

        self._running = running or running_program()
        super().__init__(
            context,
            parent,
            self.tr("Update the program"),
            self.tr(
                "The update comes as a file, for example on a stick; no network is needed. It is "
                "taken only when its makers signed it and it is newer than the program in use. "
                "The book is backed up first and stays where it is."
            ),
            self.tr("&Update"),
            (44, 28),
        )
        self.file: Path | None = None
        self.choose_button = QPushButton(self.tr("Choose a &file…"))
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._choose)
        version = self.tr("In use: version {version}").format(version=self._running.version)
        self.found = self.add_text(version)
        self.found.setAccessibleName(self.tr("What the file is"))
        self.working = Working(context)
        self.body.removeWidget(self.found)
        for row in (self.choose_button, self.found, self.working):
            self.form.addRow(row)
        self.ok_button.setEnabled(False)

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file"), "", self.tr("Updates (*.update.zip);;All files (*)")
        )
        if name:
            self.look_at(Path(name))

    def look_at(self, file: Path) -> None:
        """Check a file beside the window and say what it is."""
        from desktop_app.services.updating import check_update

        self.file = file
        self.problem.hide()
        self._busy(True)
        self.working.run(
            self.tr("Checking the file…"),
            lambda _step: check_update(file, self._running),
            on_success=self._checked,
            on_failure=self._refused,
        )

    def _busy(self, busy: bool) -> None:
        self.choose_button.setEnabled(not busy)
        self.ok_button.setEnabled(False)

    def _checked(self, found: "Checked") -> None:
        self._busy(False)
        text = self.tr("Version {version}, signed by its makers. In use: {installed}.")
        said = text.format(version=found.version, installed=found.installed)
        self.found.setText("\n".join([said, found.notes] if found.notes else [said]))
        tint(self.found, "green")
        self.ok_button.setEnabled(True)
        self.ok_button.setFocus()

    def _refused(self, error: AppError) -> None:
        self._busy(False)
        if isinstance(error, Cancelled):
            self.found.setText(self.tr("Stopped. Nothing was changed."))
            return
        self.tell(told(error, self.context.language))

    def submit(self) -> None:
        """Back the book up and unpack, with a way to stop."""
        from desktop_app.services.updating import apply_update

        if self.file is None:
            return
        file = self.file
        self._busy(True)
        self.working.run(
            self.tr("Backing up the book and unpacking…"),
            lambda step: apply_update(self.context.workspace, file, self._running, step),
            on_success=self._staged,
            on_failure=self._refused,
        )

    def _staged(self, staged: "Staged") -> None:
        self._busy(False)
        self.choose_button.setEnabled(False)
        text = self.tr(
            "Version {version} is ready and the book is backed up. Close the program; the next "
            "start is the new version."
        )
        self.found.setText(text.format(version=staged.version))
        tint(self.found, "green")
        self.ok_button.hide()
        self.cancel_button.setText(self.tr("&Close"))
        self.cancel_button.setFocus()
