"""One verdict for the ticked reports: asked once, told line by line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.phrases_dialog import PhrasesDialog
from desktop_app.windows.theme import TITLE, em, scaled_font, tokens
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.services.bulk_review import BulkLine
    from desktop_app.services.review_list import ReviewRow


class BulkDialog(QDialog):
    """Names the reports, takes one comment, decides each for itself, shows what became of it."""

    decided = Signal(list)
    """The identifiers of those that got the verdict."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        rows: "Sequence[ReviewRow]",
        verdict: str,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._rows, self._verdict = context, tuple(rows), verdict
        title = self.tr("{verdict}: {number} reports").format(
            verdict=word(verdict), number=len(self._rows)
        )
        self.setWindowTitle(title)
        heading = QLabel(title)
        heading.setFont(scaled_font(TITLE, bold=True))
        heading.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("The reports"))
        soften(self.list)
        self.list.addItems([f"{row.code} · {row.title}" for row in self._rows])
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(em(5))
        self.comment.setAccessibleName(self.tr("Comment to all their teams"))
        self.comment.setPlaceholderText(self.tr("The same comment goes with each of them"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setFont(scaled_font(1.0, bold=True))
        tint(self.problem, "amber")
        self.problem.hide()
        phrases = QPushButton(self.tr("&Phrases"))
        phrases.setAutoDefault(False)
        phrases.clicked.connect(self._phrases)
        self.close_button = QPushButton(self.tr("Cancel"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.decide_button = QPushButton(word(verdict))
        self.decide_button.setProperty("primary", True)
        self.decide_button.setDefault(True)
        self.decide_button.clicked.connect(self.decide)
        foot = QHBoxLayout()
        foot.addWidget(phrases)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.decide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        for part in (self.comment, self.problem):
            column.addWidget(part)
        column.addLayout(foot)
        self._asked = (phrases, self.comment)
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.activated.connect(self.decide)
        fit_window(self, parent, 44, 32)
        (self.decide_button if verdict == "accepted" else self.comment).setFocus()

    def decide(self) -> None:
        """Decide on each; what is missing is said before any is."""
        if not self.decide_button.isVisible() or not self.decide_button.isEnabled():
            return
        comment = self.comment.toPlainText().strip()
        if self._verdict != "accepted" and not comment:
            text = self.tr("“{verdict}” needs a word why. Write it, then press Ctrl+Enter.")
            self._say(text.format(verdict=word(self._verdict)))
            self.comment.setFocus()
            return
        self.decide_button.setEnabled(False)
        ids = [row.id for row in self._rows]

        def work(step: object) -> object:
            from desktop_app.services import bulk_review

            workspace, verdict = self._context.workspace, self._verdict
            return bulk_review.decide_many(workspace, ids, verdict, comment, step=step)  # type: ignore[arg-type]

        self._context.tasks.start(self, work, on_success=self._done, on_failure=self._failed)

    def _failed(self, error: AppError) -> None:
        self.decide_button.setEnabled(True)
        self._say(told(error, self._context.language))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _done(self, lines: "tuple[BulkLine, ...]") -> None:
        done = [line.id for line in lines if line.done]
        self.decided.emit(done)
        if len(done) == len(lines):
            self.accept()
            return
        self.list.clear()
        colours = tokens()
        for line in sorted(lines, key=lambda each: each.done):
            text = f"{line.code} · {line.title}"
            if line.error is not None:
                text = f"{text}\n{told(line.error, self._context.language)}"
            self.list.addItem(text)
            item = self.list.item(self.list.count() - 1)
            picture = ("check", colours.green) if line.done else ("alert", colours.amber)
            item.setIcon(icon(*picture, 18))
        for part in self._asked:
            part.hide()
        self._say(
            self.tr("{done} decided, {left} not. Why stands with each.").format(
                done=len(done), left=len(lines) - len(done)
            )
        )
        self.decide_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()

    def _phrases(self) -> None:
        dialog = PhrasesDialog(self._context, self, self.comment.toPlainText())
        dialog.chosen.connect(self._put_in)
        dialog.open()

    def _put_in(self, phrase: str) -> None:
        before = self.comment.toPlainText().strip()
        self.comment.setPlainText(f"{before} {phrase}".strip())
        self.comment.setFocus()
