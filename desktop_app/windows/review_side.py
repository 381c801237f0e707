"""Beside the pages: the comment and what was said before, the answers, the scores, the files."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
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
from desktop_app.windows.phrases_dialog import PhrasesDialog
from desktop_app.windows.review_answers import AnswersView
from desktop_app.windows.review_findings import FindingsView
from desktop_app.windows.review_scores import ScoresView
from desktop_app.windows.theme import em, scaled_font, tokens
from desktop_app.windows.words import day, word

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment
    from desktop_app.services.redacted import RedactedReport
    from desktop_app.services.review import ReviewDetail

COMMENT, ANSWERS, SCORES, ATTACHMENTS = range(4)


class ReviewSide(QTabWidget):
    """What the officer reads and writes beside the pages."""

    sent = Signal()
    """Ctrl+Enter in the comment: the verdict that asked for it."""
    wanted = Signal()
    """Something of it is to be seen: where there is room for one half only, it is this one."""
    note_kept = Signal(str)
    """The office's own note on this initiative was changed."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._detail: ReviewDetail | None = None
        self._answers_shown = self._scores_shown = False
        self._questions: Mapping[str, str] = {}
        self._redacted: RedactedReport | None = None
        self.setDocumentMode(True)
        self.title, self.who = _text(1.05, bold=True), _text(0.95)
        self.earlier = _text()
        self.about, self.problem = _text(), _text(bold=True)
        self.comment = _edit(4.5, 6.5)
        self.comment.setPlaceholderText(self.tr("Needed to return or to refuse"))
        send = QShortcut(QKeySequence("Ctrl+Return"), self)
        send.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        send.activated.connect(self.sent)
        self.phrases = QPushButton(self.tr("&Phrases (P)"))
        self.phrases.setIcon(icon("plus", tokens().accent))
        self.phrases.clicked.connect(self.choose_phrase)
        self.files = CommentFiles(context, editable=True)
        self.findings = FindingsView()
        self.findings.wanted.connect(self.show_answer)
        self.note = _edit(3, 6)
        self.note.setPlaceholderText(self.tr("Only for this office; it never goes out"))
        self.note.setAccessibleName(self.tr("Own note, only for this office"))
        self.addTab(self._comment_tab(), self.tr("Comment"))
        self.answers = AnswersView()
        self.answers.changed.connect(self._tell_about)
        self.addTab(self.answers, self.tr("Answers"))
        self.scores = ScoresView(context)
        self.addTab(self.scores, self.tr("Scores"))
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
        own = QLabel(self.tr("Own note (N)"))
        own.setBuddy(self.note)
        own.setFont(scaled_font(1.0, bold=True))
        for part in (self.title, self.who, label, self.comment, self.problem):
            column.addWidget(part)
        column.addWidget(self.phrases, 0, Qt.AlignmentFlag.AlignLeft)
        rest = (self.files, self.about, self.findings, self.earlier, own, self.note)
        for each in rest:
            column.addWidget(each)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._comment_scroll = scroll
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
        self.leave()
        self._detail, self._questions, self._redacted = detail, questions, None
        row = detail.row
        revision = self.tr("revision {number}").format(number=row.revision)
        came = self.tr("came in {day}").format(day=day(row.received_on))
        self.title.setText(row.title)
        self.who.setText(f"{row.unit}\n{row.authors}\n{row.code} · {revision} · {came}")
        tint(self.who, "quiet")
        self.comment.setPlainText(comment)
        self.note.setPlainText(detail.note)
        self.files.show_files(files)
        self.tell_problem("")
        self.findings.show_findings(detail.findings, self._context.language)
        self._show_earlier(detail)
        self._show_files(detail.attachments)
        self._answers_shown = self._scores_shown = False
        self._changed(self.currentIndex())
        self._tell_about()

    def redact(self, report: "RedactedReport | None") -> None:
        """Show answers and files without the confidential ones, or all of them again."""
        if self._detail is None:
            return
        self._questions = self.questions
        self._redacted, self._answers_shown = report, False
        self._show_files(report.attachments if report else self._detail.attachments)
        self._changed(self.currentIndex())

    def leave(self) -> None:
        """Keep the note and the points that were typed last."""
        if self._detail is None:
            return
        if self._scores_shown:
            self.scores.leave()
        text = self.note.toPlainText().strip()
        if text != self._detail.note.strip():
            self._keep_note(text)

    def _keep_note(self, text: str) -> None:
        from dataclasses import replace

        from desktop_app.errors import AppError
        from desktop_app.services.review_notes import keep_note

        assert self._detail is not None
        try:
            keep_note(self._context.workspace, self._detail.row.id, text)
        except AppError as error:
            self._context.tell(error)
            return
        self._detail = replace(self._detail, note=text)
        self.note_kept.emit(self._detail.row.id)

    @property
    def questions(self) -> dict[str, str]:
        """What was written about single questions."""
        if not self._answers_shown:
            return dict(self._questions)
        hidden = self._redacted.left_out if self._redacted else ()
        # A comment on an answer that is not shown now is not lost for that.
        kept = {name: text for name, text in self._questions.items() if name in hidden}
        return kept | self.answers.comments

    def ask_for_comment(self, text: str) -> None:
        """Bring the comment box forward and say why."""
        self._show(COMMENT)
        self.tell_problem(text)
        self.comment.setFocus()

    def tell_problem(self, text: str) -> None:
        """Say what is missing, under the comment box; nothing hides it."""
        self.problem.setText(text)
        tint(self.problem, "amber")
        self.problem.setVisible(bool(text))

    # Ways for the keys

    def _show(self, tab: int) -> None:
        self.setCurrentIndex(tab)
        self.wanted.emit()

    def begin_comment(self) -> None:
        """Comment on the answer the cursor is on, else on the whole report."""
        name = self.answers.current
        if self.currentIndex() == ANSWERS and name:
            self.wanted.emit()
            self.answers.begin_comment(name)
            return
        self._show(COMMENT)
        self.comment.setFocus()
        self._comment_scroll.ensureWidgetVisible(self.comment)

    def begin_note(self) -> None:
        """Put the cursor in the office's own note."""
        self._show(COMMENT)
        self.note.setFocus()
        self._comment_scroll.ensureWidgetVisible(self.note)

    def begin_scores(self) -> None:
        """Put the cursor in the score sheet."""
        self._show(SCORES)
        self.scores.focus_first()

    def begin_answers(self) -> None:
        """Put the cursor on the first answer; again, on the next."""
        if self.currentIndex() == ANSWERS and self.answers.current:
            self.answers.step(1)
            return
        self._show(ANSWERS)
        self.answers.focus_first()

    def show_answer(self, name: str) -> None:
        """Show the answer a finding is about."""
        self._show(ANSWERS)
        if not self.answers.go_to(name):
            self.answers.setFocus()

    def _changed(self, tab: int) -> None:
        if self._detail is not None and tab == ANSWERS and not self._answers_shown:
            detail, report = self._detail, self._redacted
            self.answers.show_answers(
                detail.form,
                report.answers if report else detail.answers,
                self._questions,
                self._context.language,
                report.left_out if report else (),
                [str(finding.path[0]) for finding in detail.findings if finding.path],
            )
            self._answers_shown = True
        if self._detail is not None and tab == SCORES and not self._scores_shown:
            self.scores.show_scores(self._detail.row.id)
            self._scores_shown = True
        self._tell_about()

    def _tell_about(self) -> None:
        number = len(self.questions)
        self.about.setVisible(number > 0)
        self.about.setText(
            self.tr("Comments on {number} questions go along, see Answers.").format(number=number)
        )

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

    def choose_phrase(self) -> None:
        """Offer the phrases; the chosen one goes into the comment the cursor was in last."""
        name = self.answers.current if self.currentIndex() == ANSWERS else ""
        written = self.comment.toPlainText()
        dialog = PhrasesDialog(self._context, self, written)
        dialog.chosen.connect(lambda phrase: self.put_in(phrase, name))
        dialog.open()

    def put_in(self, phrase: str, question: str = "") -> None:
        """Put a phrase behind the comment on a question, or on the whole report."""
        edit = self.comment
        if question:
            edit = self.answers.comment_box(question) or edit
        else:
            self._show(COMMENT)
        before = edit.toPlainText().strip()
        edit.setPlainText(f"{before} {phrase}".strip())
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        edit.setFocus()


def _edit(least: float, most: float) -> QPlainTextEdit:
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setMinimumHeight(em(least))
    edit.setMaximumHeight(em(most))
    return edit


def _text(size: float = 1.0, *, bold: bool = False) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(scaled_font(size, bold=bold))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
