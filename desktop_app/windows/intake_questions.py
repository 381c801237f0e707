"""What a file asks before it can be taken in: its passphrase, or whether a key is the right one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop_app.messages import parts_of

if TYPE_CHECKING:
    from desktop_app.services.inbox import Agreed, IntakeFile, IntakeResult

_WRONG = "SSK-448"
_PASSPHRASE = ("SSK-445", _WRONG)


class Questions(QObject):
    """Asks the first question of an intake; the answer leads to another intake."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent)
        self._widget, self._language = parent, language
        self.dialog: Any = None

    def ask(self, result: "IntakeResult", again: "Callable[[Agreed], None]") -> bool:
        """Ask what the first asking file wants to know; False when none asks anything.

        ``again`` is called with what was agreed to; nothing is called when the person says no.
        """
        from desktop_app.services.inbox import QUESTIONS

        asking = [f for f in result.files if f.error is not None and f.error.code in QUESTIONS]
        if not asking:
            return False
        if asking[0].error is not None and asking[0].error.code in _PASSPHRASE:
            self._ask_passphrase(asking[0], again)
        else:
            self._ask_key(asking[0], again)
        return True

    def _ask_passphrase(self, file: "IntakeFile", again: "Callable[[Agreed], None]") -> None:
        from desktop_app.services.inbox import Agreed

        dialog = self.dialog = QInputDialog(self._widget)
        dialog.setWindowTitle(self.tr("Passphrase"))
        text = self.tr("“{file}” is sealed with a passphrase. Ask the unit for it by phone:")
        if file.error is not None and file.error.code == _WRONG:
            text = self.tr(
                "That passphrase does not fit “{file}”. Mind capitals and spaces; once more:"
            )
        dialog.setLabelText(text.format(file=file.file))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.textValueSelected.connect(
            lambda text: again(Agreed(passphrase=text.strip())) if text.strip() else None
        )
        dialog.open()

    def _ask_key(self, file: "IntakeFile", again: "Callable[[Agreed], None]") -> None:
        from desktop_app.services.inbox import Agreed

        assert file.error is not None
        error = file.error
        parts = parts_of(error, self._language)
        box = self.dialog = QMessageBox(self._widget)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Compare four words"))
        box.setText(parts["what"])
        box.setInformativeText(
            self.tr("{what_to_do}\n\nOn the officer's screen must stand: {words}").format(
                what_to_do=parts["do"], words=error.facts["words"]
            )
        )
        yes = box.addButton(
            self.tr("The four words are the same"), QMessageBox.ButtonRole.AcceptRole
        )
        no = box.addButton(self.tr("Not the same, or not sure"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        key = str(error.facts["sign_key"])

        def answered() -> None:
            if box.clickedButton() is yes:
                again(Agreed(trusted=frozenset({key})))

        box.finished.connect(answered)
        box.open()
