"""The first start: whose book this is, a card, or the sample."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.designed.ui_first_start_page import Ui_FirstStartPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.theme import em, tokens


class FirstStartPage(Page):
    """Asks for the role and the unit's name; everything else has a default."""

    finished = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_FirstStartPage()
        self._form.setupUi(self)
        as_title(self._form.title)
        self._form.card.setMinimumWidth(em(34))
        self._form.card.setMaximumWidth(em(44))
        self._form.problem.setStyleSheet(f"color: {tokens().red}")
        self._form.problem.hide()
        self._form.progress.hide()
        self._form.startButton.clicked.connect(self._start)
        self._form.nameEdit.returnPressed.connect(self._start)
        self._form.codeEdit.returnPressed.connect(self._start)
        self._form.cardButton.clicked.connect(self._choose_card)
        self._form.officeButton.toggled.connect(self._fit_role)
        self._form.serverButton.clicked.connect(self._join_server)
        self._form.moveButton.clicked.connect(lambda _checked=False: self._move_in())
        self._form.restoreButton.clicked.connect(self._choose_backup)
        self._fit_role(self._form.officeButton.isChecked())
        self._form.sampleTeamButton.clicked.connect(lambda: self._open_sample("team"))
        self._form.sampleOfficeButton.clicked.connect(lambda: self._open_sample("office"))

    def _fit_role(self, office: bool) -> None:
        """A team may have a card; an office may have its book on a server already."""
        self._form.cardButton.setVisible(not office)
        self._form.serverButton.setVisible(office)

    def _join_server(self) -> None:
        from desktop_app.windows.office_server_dialog import OfficeServerDialog

        dialog = OfficeServerDialog(self.context, self)
        dialog.finished.connect(self._joined)
        dialog.open()

    def _move_in(self, file: Path | None = None) -> None:
        from desktop_app.windows.move_dialogs import MoveInDialog

        dialog = MoveInDialog(self.context, self)
        if file is not None:
            dialog.file.setText(str(file))
            dialog.passphrase.setFocus()
        dialog.finished.connect(self._joined)
        dialog.open()

    def _choose_backup(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Disk or folder with backups"))
        if folder:
            self.restore_from(Path(folder))

    def restore_from(self, folder: Path) -> None:
        """Show the backups of a disk or a folder, to go on with one of them."""
        from desktop_app.windows.restore_dialog import RescueDialog

        dialog = RescueDialog(self.context, self, self.workspace.folder, folder)
        dialog.finished.connect(self._joined)
        dialog.open()

    def _joined(self, _code: int) -> None:
        if self.workspace.started:
            self.finished.emit()

    def opened(self, **_arguments: Any) -> None:
        self._form.nameEdit.setFocus()

    def _start(self) -> None:
        from desktop_app.services import setup

        name, code = self._form.nameEdit.text(), self._form.codeEdit.text()
        begin = setup.start_office if self._form.officeButton.isChecked() else setup.start_team
        self._do(lambda _step: begin(self.workspace, name, code))

    def _choose_card(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Open a setup card"))
        if path:
            self.take_card(Path(path))

    def take_card(self, path: Path) -> None:
        """Begin the book from a setup card; the file of a move is brought in as such."""
        from desktop_app.services import moving_house, setup

        if moving_house.looks_like_move_file(path):
            self._move_in(path)
            return
        self._do(lambda _step: setup.start_team_with_card(self.workspace, path))

    def _open_sample(self, role: str) -> None:
        from desktop_app.services import sample

        self._do(lambda step: sample.open_sample(self.workspace, role, step))

    def _do(self, work: Any) -> None:
        self.setEnabled(False)
        self._form.problem.hide()
        self._form.progress.setRange(0, 0)
        self._form.progress.show()
        self.context.tasks.start(
            self,
            work,
            on_success=lambda _result: self.finished.emit(),
            on_failure=self._failed,
            on_progress=self._progress,
        )

    def _progress(self, done: int, whole: int) -> None:
        self._form.progress.setRange(0, whole)
        self._form.progress.setValue(done)

    def _failed(self, error: AppError) -> None:
        self.setEnabled(True)
        self._form.progress.hide()
        self._form.problem.setText(told(error, self.context.language))
        self._form.problem.show()
        self._form.nameEdit.setFocus()
