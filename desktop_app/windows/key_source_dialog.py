"""Asking for what opens a backup: a passphrase for a new one, a file or the words of a paper."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError, BadInput
from desktop_app.messages import told
from desktop_app.services import key_backup
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import QUESTION, scaled_font

if TYPE_CHECKING:
    from desktop_app.exchange.key_backup import KeyBackup


@dataclass(frozen=True)
class KeySource:
    """A backup that was named: a file with its passphrase, or what was typed from paper."""

    file: Path | None = None
    passphrase: str = field(default="", repr=False)
    words: str | None = field(default=None, repr=False)

    def opened(self) -> "KeyBackup":
        """Open it; takes a second for a file. Raises the AppErrors of ``services.key_backup``."""
        if self.file is not None:
            return key_backup.open_file(self.file, self.passphrase)
        return key_backup.open_words(self.words or "")


class _AskingDialog(QDialog):
    """What the dialogs of this module share: a problem told, two buttons at the foot."""

    def __init__(self, context: WindowContext, parent: QWidget, title: str, act: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 24, 24, 16)
        self.column.setSpacing(12)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.act_button = QPushButton(act)
        self.act_button.setProperty("primary", True)
        self.act_button.setDefault(True)
        self.act_button.clicked.connect(self.accept)

    def finish(self) -> None:
        """Add what stands at the foot."""
        tint(self.problem, "red")
        self.column.addWidget(self.problem)
        cancel = QPushButton(self.tr("&Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.act_button)
        self.column.addLayout(foot)

    def accept(self) -> None:
        """Close only when what was typed can be used."""
        try:
            self.check()
        except AppError as error:
            self.problem.setText(told(error, self._context.language))
            return
        super().accept()

    def check(self) -> None:
        """Raise BadInput for what cannot be used."""


class PassphraseDialog(_AskingDialog):
    """Asks twice for a new passphrase; a weak one is told here, before anything is written."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        title = self.tr("Passphrase for the backup")
        super().__init__(context, parent, title, self.tr("&Go on"))
        said = QLabel(
            self.tr(
                "Take four or five words that have nothing to do with each other. Without the "
                "passphrase nobody can open the file, neither can we."
            )
        )
        said.setWordWrap(True)
        self.column.addWidget(said)
        self.first, self.second = QLineEdit(), QLineEdit()
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for label, edit in (
            (self.tr("Passphrase"), self.first),
            (self.tr("Once more"), self.second),
        ):
            edit.setAccessibleName(label)
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            rows.addRow(label, edit)
        self.column.addLayout(rows)
        self.column.addWidget(_showing(self.tr("Show what is typed"), self.first, self.second))
        self.finish()
        fit_window(self, parent, 32, 22)

    @property
    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def check(self) -> None:
        """Raise BadInput SSK-600, SSK-601 for a weak one, SSK-621 when the two differ."""
        from desktop_app.exchange.key_backup import check_passphrase

        check_passphrase(self.first.text())
        if self.first.text() != self.second.text():
            raise BadInput("SSK-621")


class KeySourceDialog(_AskingDialog):
    """Asks for a backup: a file with its passphrase, or the eleven lines of the paper."""

    help_subject = "lost-key"

    def __init__(self, context: WindowContext, parent: QWidget, *, title: str, act: str) -> None:
        super().__init__(context, parent, title, act)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Kind of backup"))
        self.tabs.addTab(self._file_part(), self.tr("Backup file"))
        self.tabs.addTab(self._paper_part(), self.tr("Paper"))
        self.column.addWidget(self.tabs, 1)
        self.finish()
        fit_window(self, parent, 38, 30)

    def _file_part(self) -> QWidget:
        part = QWidget()
        rows = QFormLayout(part)
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.file_edit = QLineEdit()
        self.file_edit.setAccessibleName(self.tr("File"))
        browse = QPushButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.file_edit, 1)
        line.addWidget(browse)
        rows.addRow(self.tr("File"), line)
        self.passphrase_edit = QLineEdit()
        self.passphrase_edit.setAccessibleName(self.tr("Passphrase"))
        self.passphrase_edit.setEchoMode(QLineEdit.EchoMode.Password)
        rows.addRow(self.tr("Passphrase"), self.passphrase_edit)
        rows.addRow(_showing(self.tr("Show what is typed"), self.passphrase_edit))
        return part

    def _paper_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        said = QLabel(
            self.tr(
                "Type the eleven lines of the paper, the word on grey too; or put in the text of "
                "its square code."
            )
        )
        said.setWordWrap(True)
        self.words_edit = QPlainTextEdit()
        self.words_edit.setAccessibleName(self.tr("Lines of the paper"))
        self.words_edit.setFont(scaled_font(QUESTION))
        self.words_edit.setTabChangesFocus(True)
        column.addWidget(said)
        column.addWidget(self.words_edit, 1)
        return part

    @property
    def source(self) -> KeySource:
        """The backup that was named."""
        if self.tabs.currentIndex() == 1:
            return KeySource(words=self.words_edit.toPlainText())
        place = self.file_edit.text().strip()
        return KeySource(Path(place), self.passphrase_edit.text())

    def check(self) -> None:
        """Raise BadInput for lines that are not right, or a file that is not there."""
        source = self.source
        if source.words is not None:
            key_backup.open_words(source.words)
        elif source.file is None or not source.file.is_file():
            raise BadInput("SSK-622", file=self.file_edit.text().strip())

    def _browse(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Backup file"), "", "age (*.age);;* (*)"
        )
        if chosen:
            self.file_edit.setText(chosen)
            self.passphrase_edit.setFocus()


def _showing(text: str, *edits: QLineEdit) -> QCheckBox:
    box = QCheckBox(text)

    def show(shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for edit in edits:
            edit.setEchoMode(mode)

    box.toggled.connect(show)
    return box
