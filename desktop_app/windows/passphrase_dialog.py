"""The passphrase of a portable book: set at its first start, asked for at every later one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext


def ask_for_passphrase(context: WindowContext, parent: QWidget) -> bool:
    """Ask until the keys are open; False when the person gave up."""
    dialog = PassphraseDialog(context, parent)
    return dialog.exec() == QDialog.DialogCode.Accepted


class PassphraseDialog(FormDialog):
    """One field, or two where the passphrase is a new one."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        self._new = not context.workspace.has_passphrase
        super().__init__(
            context,
            parent,
            self.tr("Passphrase of the portable book"),
            self.tr(
                "This book is carried about with its program. Its keys are kept by a passphrase, "
                "so that whoever finds the stick cannot use them. Choose one now and do not write "
                "it on the stick: nobody can tell it to you later."
            )
            if self._new
            else self.tr("Type the passphrase that was chosen for this stick."),
            self.tr("&Set the passphrase") if self._new else self.tr("&Open"),
            (40, 22),
        )
        self.first = self._hidden(self.tr("&Passphrase"))
        self.second = self._hidden(self.tr("Once &more")) if self._new else None
        self.shown = QCheckBox(self.tr("S&how what is typed"))
        self.shown.toggled.connect(self._show)
        self.form.addRow("", self.shown)
        self.first.setFocus()

    def _hidden(self, label: str) -> QLineEdit:
        field = self.add_line(label)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in filter(None, (self.first, self.second)):
            field.setEchoMode(mode)

    def submit(self) -> None:
        """Compare the two, then go on as every form does."""
        if self.second is not None and self.second.text() != self.first.text():
            self.tell(self.tr("The two are not the same. Type the passphrase twice alike."))
            self.second.setFocus()
            return
        super().submit()

    def work(self) -> Callable[[], Any]:
        """Return what opens the keys; it takes a second, which makes guessing slow."""
        book, passphrase = self.context.workspace, self.first.text()
        return lambda: book.unlock(passphrase)
