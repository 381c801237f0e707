"""The key of this desk: its four words, a backup made, printed, tried, brought back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError, Cancelled
from desktop_app.messages import told
from desktop_app.services import key_backup
from desktop_app.windows.carried_words import moment_text
from desktop_app.windows.key_source_dialog import KeySource, KeySourceDialog, PassphraseDialog
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.sheet_dialog import SheetDialog
from desktop_app.windows.telling import ask
from desktop_app.windows.theme import READ_BACK, TITLE, scaled_font
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.key_backup import Drill, KeyCard

_OF_ANOTHER = ("SSK-617", "SSK-620")


class KeyBackupDialog(QDialog):
    """Leads to a backup that was tried."""

    help_subject = "desk-keys"

    changed = Signal()
    """The key of this desk is another one now."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Key of this desk"))
        self._context, self._book = context, context.workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        title = QLabel(self.tr("Key of this desk"))
        title.setFont(scaled_font(TITLE, bold=True))
        column.addWidget(title)
        column.addWidget(self._scrolled(), 1)
        self.working = Working(context)
        column.addWidget(self.working)
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self._said)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = QPushButton(self.tr("&Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column.addLayout(foot)
        fit_window(self, parent, 44, 34)
        self._show()

    def _scrolled(self) -> QScrollArea:
        """Return what stands above the foot; with large text it is scrolled, not squeezed."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._card())
        column.addLayout(self._actions())
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.tr("Key of this desk"))
        scroll.setWidget(inside)
        return scroll

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        self._owner, self._words, self._state = QLabel(), QLabel(), QLabel()
        said = QLabel(
            self.tr(
                "What is sent to this desk can be opened with this key alone. If the computer "
                "breaks and there is no backup, it cannot be opened any more."
            )
        )
        for label in (self._owner, self._words, said, self._state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        self._words.setFont(scaled_font(READ_BACK, bold=True))
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state.setFont(scaled_font(1.0, bold=True))
        return card

    def _actions(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        self.file_button = QPushButton(self.tr("Make a backup &file…"))
        self.file_button.setProperty("primary", True)
        self.paper_button = QPushButton(self.tr("Print the &paper…"))
        self.drill_button = QPushButton(self.tr("&Try the backup…"))
        self.restore_button = QPushButton(self.tr("&Restore…"))
        self._buttons = (
            self.file_button,
            self.paper_button,
            self.drill_button,
            self.restore_button,
        )
        for row, (button, said, act) in enumerate(
            (
                (
                    self.file_button,
                    self.tr("Sealed with a passphrase; keep it on a stick, away from here."),
                    self._make_file,
                ),
                (
                    self.paper_button,
                    self.tr("One page in a sealed envelope, locked away."),
                    self._print_paper,
                ),
                (
                    self.drill_button,
                    self.tr("Proves that the backup would work; changes nothing."),
                    self._try_backup,
                ),
                (
                    self.restore_button,
                    self.tr("On a new computer, or for a new officer of this desk."),
                    self._bring_back,
                ),
            )
        ):
            button.setAutoDefault(False)
            button.clicked.connect(act)
            label = QLabel(said)
            label.setWordWrap(True)
            grid.addWidget(button, row, 0)
            grid.addWidget(label, row, 1)
        return grid

    # What is so

    def _show(self) -> None:
        try:
            card = key_backup.key_card(self._book)
        except AppError as error:
            # The keys cannot be read: bringing a backup back is what is left.
            self._owner.setText(self._book.own.name)
            self._words.setText("")
            for button in (self.file_button, self.paper_button, self.drill_button):
                button.setEnabled(False)
            self._tell(told(error, self._context.language), "red")
            return
        self._owner.setText(
            self.tr("{unit} (code {code}), this computer's mark {mark}").format(
                unit=card.unit_name, code=card.unit_code, mark=card.mark
            )
        )
        self._words.setText(card.words)
        self._show_state(card)

    def _show_state(self, card: "KeyCard") -> None:
        if card.made_at is None and card.proven_at is None:
            text, colour = self.tr("There is no backup yet."), "amber"
        elif card.proven_at is None:
            text = self.tr("Backup of {made}, not tried yet.").format(made=_day(card.made_at))
            colour = "amber"
        elif card.made_at is None:
            text = self.tr("The backup was tried on {proven}.").format(proven=_day(card.proven_at))
            colour = "green"
        else:
            text = self.tr("Backup of {made}, tried on {proven}.").format(
                made=_day(card.made_at), proven=_day(card.proven_at)
            )
            colour = "green"
        tint(self._state, colour)
        self._state.setText(text)

    def _tell(self, text: str, colour: str = "text") -> None:
        tint(self._said, colour)
        self._said.setText(text)

    # Work

    def _run(self, what: str, work: Any, done: Any, failed: Any = None) -> None:
        self._tell("")
        for button in self._buttons:
            button.setEnabled(False)

        def ended(then: Any) -> Any:
            def end(value: Any) -> None:
                for button in self._buttons:
                    button.setEnabled(True)
                then(value)

            return end

        self.working.run(
            what,
            lambda step: (step(0, 1), work())[1],
            on_success=ended(done),
            on_failure=ended(failed or self._failed),
        )

    def _failed(self, error: AppError) -> None:
        self._show()
        self._tell(
            told(error, self._context.language),
            "text" if isinstance(error, Cancelled) else "red",
        )

    def _make_file(self) -> None:
        dialog = PassphraseDialog(self._context, self)
        dialog.accepted.connect(lambda: self._choose_place(dialog.passphrase))
        dialog.open()

    def _choose_place(self, passphrase: str) -> None:
        offered = f"khoa-{self._book.own.code}-{self._book.today():%Y%m%d}.age"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Make a backup file"), offered, "age (*.age)"
        )
        if chosen:
            self.make_file(Path(chosen), passphrase)

    def make_file(self, place: Path, passphrase: str) -> None:
        """Write the backup file beside the window."""

        def done(written: Path) -> None:
            self._show()
            self._tell(
                self.tr("Written, read back and compared: {file}. Try it now.").format(
                    file=written
                ),
                "green",
            )
            self.drill_button.setFocus()

        self._run(
            self.tr("Sealing the keys…"),
            lambda: key_backup.back_up(self._book, place, passphrase),
            done,
        )

    def _print_paper(self) -> None:
        language = self._context.language
        dialog = SheetDialog(
            self._context,
            self,
            title=self.tr("Paper of the key"),
            file_name=f"khoa-{self._book.own.code}.pdf",
            lay_out=lambda: key_backup.paper(self._book, language),
            write=lambda place: key_backup.write_paper(self._book, place, language),
            printed=lambda: key_backup.note_paper(self._book),
        )
        dialog.finished.connect(lambda _result: self._show())
        dialog.open()

    def _try_backup(self) -> None:
        dialog = KeySourceDialog(
            self._context, self, title=self.tr("Try the backup"), act=self.tr("&Try")
        )
        dialog.accepted.connect(lambda: self.try_backup(dialog.source))
        dialog.open()

    def try_backup(self, source: KeySource) -> None:
        """Prove a backup beside the window."""

        def done(tried: "Drill") -> None:
            self._show()
            said = self.tr(
                "The backup works: it opens what is sent to this desk and signs as this desk. "
                "Nothing was changed."
            )
            if tried.spare is False and source.words is None:
                said = f"{said}\n" + self.tr(
                    "It does not hold the office's spare key yet; make a new backup file too."
                )
            self._tell(said, "green")

        self._run(
            self.tr("Trying the backup…"),
            lambda: key_backup.drill(self._book, source.opened()),
            done,
        )

    def _bring_back(self) -> None:
        dialog = KeySourceDialog(
            self._context, self, title=self.tr("Restore the key"), act=self.tr("&Restore")
        )
        dialog.accepted.connect(lambda: self.bring_back(dialog.source))
        dialog.open()

    def bring_back(self, source: KeySource, *, other_unit: bool = False) -> None:
        """Put a backup's keys in place beside the window; another unit's only when agreed to."""

        def done(_card: "KeyCard") -> None:
            self._show()
            self._tell(
                self.tr("The key is in place. The one before is kept to open older bundles."),
                "green",
            )
            self.changed.emit()

        def failed(error: AppError) -> None:
            self._failed(error)
            if error.code not in _OF_ANOTHER or other_unit:
                return
            question = told(error, self._context.language)
            if ask(self, question, self.tr("Take over the other desk's key")):
                self.bring_back(source, other_unit=True)

        self._run(
            self.tr("Restoring the key…"),
            lambda: key_backup.restore(self._book, source.opened(), other_unit=other_unit),
            done,
            failed,
        )

    def reject(self) -> None:
        """Esc and Close wait for work under way: keys are put in place whole or not at all."""
        if not self.working.busy:
            super().reject()


def _day(moment: datetime | None) -> str:
    return moment_text(moment) if moment else ""
