"""Moving to another computer: the sealed file written here, opened there, taken back knowingly."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from desktop_app.services import moving_house
from desktop_app.services.moving_house import Arrived, Exported
from desktop_app.services.steps import Step
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.working import Working


class _MoveDialog(FormDialog):
    """A form with a file and a passphrase, and work that takes a while."""

    def _add_file(self, label: str, choose: Callable[[], None]) -> None:
        self.file = QLineEdit()
        button = QPushButton(self.tr("Choose…"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: choose())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.file, 1)
        row.addWidget(button)
        self.add_field(label, line)
        line.setFocusProxy(self.file)
        self.file.setAccessibleName(label.replace("&", ""))
        button.setAccessibleName(self.tr("Choose a file"))

    def _add_passphrase(self, label: str) -> QLineEdit:
        field = self.add_line(label)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _add_working(self) -> None:
        self.working = Working(self.context, self)
        self.body.addWidget(self.working)

    def long_work(self) -> Callable[[Step], Any]:
        """Return what the primary button does, told how far it is."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do it beside the window, with progress and a way to stop."""
        if not self.file.text().strip():
            self.file.setFocus()
            self.tell(self.tr("Choose the file first."))
            return
        self.problem.hide()
        self.ok_button.setEnabled(False)
        self.working.run(
            self.windowTitle(),
            self.long_work(),
            on_success=self._succeeded,
            on_failure=self._failed,
        )

    def reject(self) -> None:
        """Close, unless work goes on: that is stopped first."""
        if self.working.busy:
            self.working.stop()
            return
        super().reject()


class MoveOutDialog(_MoveDialog):
    """Writes the whole book into one sealed file."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Move to another computer"),
            self.tr(
                "Everything goes into one file: reports, pictures, keys. Carry it to the new "
                "computer and choose “I am moving from another computer” there. Afterwards the "
                "book here can only be read."
            ),
            self.tr("&Write the file"),
        )
        self._add_file(self.tr("&File"), self._choose)
        self.passphrase = self._add_passphrase(self.tr("&Passphrase"))
        self.again = self._add_passphrase(self.tr("Passphrase &again"))
        self._add_working()

    def _choose(self) -> None:
        workspace = self.context.workspace
        name = f"{workspace.own.code}-chuyen-may-{workspace.today():%Y%m%d}.zip"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("File of the move"), name)
        if path:
            self.file.setText(path)

    def submit(self) -> None:
        """Refuse two different passphrases, then write."""
        if self.passphrase.text() != self.again.text():
            self.again.setFocus()
            self.tell(self.tr("The two passphrases are not the same."))
            return
        super().submit()

    def long_work(self) -> Callable[[Step], Exported]:
        workspace, path = self.context.workspace, Path(self.file.text().strip())
        passphrase = self.passphrase.text()
        return lambda step: moving_house.export_book(workspace, path, passphrase, step)

    def done_with(self, result: Exported) -> None:
        """Say where the file is and what to do with it."""
        box = QMessageBox(self.parentWidget())
        box.setWindowTitle(self.windowTitle())
        box.setText(
            self.tr("The file was written and opened again: {file}").format(file=result.path)
        )
        box.setInformativeText(
            self.tr("Carry it to the new computer. The book here can only be read from now on.")
        )
        box.open()
        self.context.begin_again()


class MoveInDialog(_MoveDialog):
    """Brings a moved book into this folder, which has none."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(
            context,
            parent,
            self.tr("I am moving from another computer"),
            self.tr("Choose the file that was written on the old computer, and its passphrase."),
            self.tr("&Bring the book here"),
        )
        self._add_file(self.tr("&File"), self._choose)
        self.passphrase = self._add_passphrase(self.tr("&Passphrase"))
        self._add_working()

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("File of the move"))
        if path:
            self.file.setText(path)

    def long_work(self) -> Callable[[Step], Arrived]:
        workspace, path = self.context.workspace, Path(self.file.text().strip())
        passphrase = self.passphrase.text()
        return lambda step: moving_house.import_book(workspace, path, passphrase, step)


def ask_about_moved(context: WindowContext, parent: QWidget) -> None:
    """Tell that this book moved away, and ask whether it shall be used here again."""
    moved = context.workspace.moved
    if moved is None:
        return
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Sổ Sáng Kiến")
    text = QCoreApplication.translate(
        "MovedBook", "This book moved to another computer on {day}. Here it can only be read."
    )
    box.setText(text.format(day=f"{moved.moment.astimezone():%d/%m/%Y}"))
    box.setInformativeText(
        QCoreApplication.translate(
            "MovedBook",
            "Use it here again only when the other computer does not: two that go on would "
            "number their bundles alike.",
        )
    )
    look = box.addButton(
        QCoreApplication.translate("MovedBook", "&Only look"), QMessageBox.ButtonRole.RejectRole
    )
    back = box.addButton(
        QCoreApplication.translate("MovedBook", "&Use it here again"),
        QMessageBox.ButtonRole.AcceptRole,
    )
    box.setDefaultButton(look)

    def answered(button: Any) -> None:
        if button is back:
            context.tasks.start(
                parent,
                lambda _step: moving_house.take_back(context.workspace),
                on_success=lambda _none: context.begin_again(),
            )

    box.buttonClicked.connect(answered)
    box.open()
