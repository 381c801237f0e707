"""Beside the pages: the comment and earlier ones, the answers, the attachments."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.windows.attachment_view import AttachmentDialog
from desktop_app.windows.comment_files import CommentFiles
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.review_answers import AnswersView
from desktop_app.windows.theme import em, scaled_font, tokens
from desktop_app.windows.words import day, word

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment
    from desktop_app.services.review import ReviewDetail

COMMENT, ANSWERS, ATTACHMENTS = range(3)


class ReviewSide(QTabWidget):
    """What the officer reads and writes beside the pages."""

    sent = Signal()
    """Ctrl+Enter in the comment: the verdict that asked for it."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._detail: ReviewDetail | None = None
        self._answers_shown = False
        self._questions: Mapping[str, str] = {}
        self.setDocumentMode(True)
        self.title, self.who = _text(1.05, bold=True), _text(0.95)
        self.findings, self.earlier = _text(), _text()
        self.about, self.problem = _text(), _text(bold=True)
        self.comment = QPlainTextEdit()
        self.comment.setTabChangesFocus(True)
        self.comment.setMinimumHeight(em(5))
        self.comment.setMaximumHeight(em(9))
        self.comment.setPlaceholderText(self.tr("Needed to return or to refuse"))
        send = QShortcut(QKeySequence("Ctrl+Return"), self.comment)
        send.setContext(Qt.ShortcutContext.WidgetShortcut)
        send.activated.connect(self.sent)
        self.phrases = QPushButton(self.tr("&Phrases"))
        self.phrases.setIcon(icon("plus", tokens().accent))
        self.phrases.clicked.connect(self._offer_phrases)
        self.files = CommentFiles(context, editable=True)
        self.addTab(self._comment_tab(), self.tr("Comment"))
        self.answers = AnswersView()
        self.answers.changed.connect(self._tell_about)
        self.addTab(self.answers, self.tr("Answers"))
        self._files = QWidget()
        self.addTab(self._files, "")
        self.currentChanged.connect(self._changed)

    def _comment_tab(self) -> QScrollArea:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(em(0.5), em(0.6), em(0.5), em(0.3))
        column.setSpacing(em(0.5))
        label = QLabel(self.tr("Co&mment to the team"))
        label.setBuddy(self.comment)
        label.setFont(scaled_font(1.0, bold=True))
        self.comment.setAccessibleName(self.tr("Comment to the team"))
        column.addWidget(self.title)
        column.addWidget(self.who)
        column.addWidget(label)
        column.addWidget(self.comment)
        column.addWidget(self.problem)
        column.addWidget(self.phrases, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.files)
        column.addWidget(self.about)
        column.addWidget(self.findings)
        column.addWidget(self.earlier)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        return scroll

    # What is shown

    def show_detail(
        self,
        detail: "ReviewDetail",
        comment: str,
        questions: Mapping[str, str],
        files: "Sequence[Attachment]" = (),
    ) -> None:
        """Show a report with what was written about it so far."""
        self._detail, self._questions = detail, questions
        row = detail.row
        revision = self.tr("revision {number}").format(number=row.revision)
        self.title.setText(row.title)
        self.who.setText(f"{row.unit}\n{row.authors}\n{row.code} · {revision}")
        tint(self.who, "quiet")
        self.comment.setPlainText(comment)
        self.files.show_files(files)
        self.tell_problem("")
        self._show_findings(detail)
        self._show_earlier(detail)
        self._show_files(detail.attachments)
        self._answers_shown = False
        self._changed(self.currentIndex())
        self._tell_about()

    @property
    def questions(self) -> dict[str, str]:
        """What was written about single questions."""
        return self.answers.comments if self._answers_shown else dict(self._questions)

    def ask_for_comment(self, text: str) -> None:
        """Bring the comment box forward and say why."""
        self.setCurrentIndex(COMMENT)
        self.tell_problem(text)
        self.comment.setFocus()

    def tell_problem(self, text: str) -> None:
        """Say what is missing, under the comment box; nothing hides it."""
        self.problem.setText(text)
        tint(self.problem, "amber")
        self.problem.setVisible(bool(text))

    def _changed(self, tab: int) -> None:
        if tab == ANSWERS and not self._answers_shown and self._detail is not None:
            detail = self._detail
            self.answers.show_answers(
                detail.form, detail.answers, self._questions, self._context.language
            )
            self._answers_shown = True
        self._tell_about()

    def _tell_about(self) -> None:
        number = len(self.questions)
        self.about.setVisible(number > 0)
        self.about.setText(
            self.tr("Comments on {number} questions go along, see Answers.").format(number=number)
        )

    def _show_findings(self, detail: "ReviewDetail") -> None:
        from desktop_app.services.drafting import finding_text

        lines = [finding_text(found, self._context.language) for found in detail.findings]
        self.findings.setVisible(bool(lines))
        head = self.tr("What the check says")
        self.findings.setText("\n".join([head, *(f"• {line}" for line in lines)]))
        tint(self.findings, "amber")

    def _show_earlier(self, detail: "ReviewDetail") -> None:
        lines = [
            self.tr("Revision {number}, {date}: {verdict}. {comment}").format(
                number=past.revision,
                date=day(past.decided_at),
                verdict=word(past.verdict),
                comment="; ".join(
                    part for part in (past.comment, *(q.comment for q in past.questions)) if part
                ),
            )
            for past in reversed(detail.comments)
        ]
        self.earlier.setVisible(bool(lines))
        self.earlier.setText("\n".join([self.tr("Said before"), *(f"• {line}" for line in lines)]))

    def _show_files(self, attachments: "tuple[Attachment, ...]") -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(em(0.5), em(0.6), em(0.5), em(0.3))
        for attachment in attachments:
            text = f"{attachment.name} · {size_text(attachment.size)}"
            button = QPushButton(icon("paperclip", tokens().accent), text)
            button.setStyleSheet("text-align: left")
            button.setToolTip(attachment.name)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on=False, each=attachment: self.open_attachment(each))
            column.addWidget(button)
        if not attachments:
            none = _text()
            none.setText(self.tr("Nothing is attached."))
            column.addWidget(none)
        column.addStretch(1)
        here = self.currentIndex()
        old = self._files
        self.removeTab(ATTACHMENTS)
        old.deleteLater()
        self._files = body
        self.addTab(body, self.tr("Files ({number})").format(number=len(attachments)))
        self.setCurrentIndex(here)

    def open_attachment(self, attachment: "Attachment") -> None:
        """Show an attachment inside the program."""
        AttachmentDialog(self._context, attachment, self).open()

    # Phrases

    def _offer_phrases(self) -> None:
        self.phrase_menu().popup(self.phrases.mapToGlobal(self.phrases.rect().bottomLeft()))

    def phrase_menu(self) -> QMenu:
        """Return the phrases to choose from, and the way to keep what is written."""
        from desktop_app.services import review

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for phrase in review.phrases(self._context.workspace):
            short = phrase if len(phrase) <= 70 else f"{phrase[:69]}…"
            action = menu.addAction(short.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, text=phrase: self._insert(text))
        written = self.comment.toPlainText().strip()
        if written:
            menu.addSeparator()
            keep = menu.addAction(self.tr("Keep this comment as a phrase"))
            keep.triggered.connect(lambda: review.remember_phrase(self._context.workspace, written))
        return menu

    def _insert(self, phrase: str) -> None:
        before = self.comment.toPlainText().strip()
        self.comment.setPlainText(f"{before} {phrase}".strip())
        self.comment.moveCursor(self.comment.textCursor().MoveOperation.End)
        self.comment.setFocus()


def _text(size: float = 1.0, *, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(scaled_font(size, bold=bold))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
