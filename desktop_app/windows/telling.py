"""Telling: an error as what happened, what is safe, what to do; a question before what is lost."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop_app.errors import AppError
from desktop_app.messages import parts_of


def tell_error(parent: QWidget | None, error: AppError, language: str) -> None:
    """Show an error; its text is plain, whatever its facts contain."""
    from PySide6.QtCore import Qt

    parts = parts_of(error, language)
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Sổ Sáng Kiến")
    box.setText(parts.get("what", parts.get("text", error.code)))
    more = [parts[part] for part in ("safe", "do") if parts.get(part)]
    box.setInformativeText("\n".join([*more, f"({error.code})"]))
    box.open()


def ask(parent: QWidget, question: str, yes: str) -> bool:
    """Ask before something; the safe answer is the default."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Sổ Sáng Kiến")
    box.setText(question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(
        QCoreApplication.translate("Telling", "Cancel"), QMessageBox.ButtonRole.RejectRole
    )
    box.setDefaultButton(refuse)
    box.exec()
    return box.clickedButton() is agree
