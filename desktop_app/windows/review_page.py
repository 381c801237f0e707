"""Thẩm định: the list, the pages of the document, earlier comments, and three verdicts."""

import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from desktop_app.domain.text import ascii_name
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.designed.ui_review_page import Ui_ReviewPage
from desktop_app.windows.document_view import pages_widget
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import em, scaled_font, tokens
from desktop_app.windows.words import day, word


class ReviewPage(Page):
    """Decides on what came in."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = Ui_ReviewPage()
        self._form.setupUi(self)
        as_title(self._form.title)
        columns = (
            Column(self.tr("Title"), lambda row: row.title, stretch=True),
            Column(
                self.tr("State"),
                lambda row: word(row.submission),
                lambda row: str(row.submission),
                width=8.5,
                extra=True,
            ),
        )
        self._model = RowsModel(columns)
        prepare(self._form.table, self._model, columns)
        self._detail: Any = None
        self._form.splitter.setSizes([em(20), em(34), em(17)])
        self._form.problem.hide()
        self._form.commentEdit.setMaximumHeight(em(6))
        self._form.whoLabel.setFont(scaled_font(1.05, bold=True))
        self._form.openBox.toggled.connect(lambda _on: self._show())
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self._show)
        self._form.searchEdit.textChanged.connect(lambda _text: self._typing.start())
        self._form.table.selectionModel().currentChanged.connect(lambda *_: self._open())
        self._form.documentBox.currentIndexChanged.connect(self._show_document)
        self._form.attachmentsButton.clicked.connect(self._attachments)
        self._form.phraseBox.activated.connect(self._phrase)
        for verdict, button, key in (
            ("accepted", self._form.acceptedButton, "1"),
            ("returned", self._form.returnedButton, "2"),
            ("declined", self._form.declinedButton, "3"),
        ):
            button.clicked.connect(lambda _c=False, v=verdict: self.decide(v))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda v=verdict, k=key: self._key(v, k))
        for key, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda s=step: self._step(s))
        self._form.nextButton.clicked.connect(lambda: self._step(1))
        self._form.previousButton.clicked.connect(lambda: self._step(-1))
        self._form.undoButton.clicked.connect(self._undo)

    def opened(self, **_arguments: Any) -> None:
        from desktop_app.services import review

        self._form.phraseBox.clear()
        self._form.phraseBox.addItem(self.tr("— a phrase used before —"))
        self._form.phraseBox.addItems(list(review.phrases(self.workspace)))
        self._show()
        self._form.table.setFocus()

    def _show(self, keep: str | None = None) -> None:
        from desktop_app.services import review

        rows = review.list_for_review(
            self.workspace,
            only_open=self._form.openBox.isChecked(),
            searched=self._form.searchEdit.text(),
        )
        self._model.show(rows)
        number = self._model.number_of(keep) if keep else -1
        if rows:
            self._form.table.selectRow(max(0, number))
        else:
            self._detail = None
            self._clear()

    def _clear(self) -> None:
        self._form.whoLabel.setText(
            self.tr("Nothing waits here. Take in bundles on the page Inbox.")
        )
        for label in (self._form.findingsLabel, self._form.earlierLabel):
            label.setText("")
        self._form.documentBox.clear()
        taken = self._form.scroll.takeWidget()
        if taken is not None:
            taken.deleteLater()
        self._enable(False)

    def _enable(self, on: bool) -> None:
        for button in (
            self._form.acceptedButton,
            self._form.returnedButton,
            self._form.declinedButton,
            self._form.attachmentsButton,
        ):
            button.setEnabled(on)
        self._form.undoButton.setEnabled(on and bool(self._detail) and self._detail.can_undo)

    def _open(self) -> None:
        from desktop_app.services import review

        row = current_row(self._form.table)
        if row is None or (self._detail is not None and self._detail.row == row):
            return
        try:
            self._detail = review.open_review(self.workspace, row.id)
        except AppError as error:
            self.context.tell(error)
            return
        detail = self._detail
        self._form.whoLabel.setText(
            f"{detail.row.title}\n{detail.row.unit}\n{detail.row.authors} · {detail.row.code}"
        )
        self._form.findingsLabel.setText(self._findings(detail))
        self._form.earlierLabel.setText(self._earlier(detail))
        self._form.documentBox.blockSignals(True)
        self._form.documentBox.clear()
        self._form.documentBox.addItems([document.title for document in detail.documents])
        self._form.documentBox.setCurrentIndex(len(detail.documents) and 0)
        self._form.documentBox.blockSignals(False)
        self._form.questionBox.clear()
        self._form.questionBox.addItem(self.tr("the whole report"), "")
        if detail.form is not None:
            for repeats, question in detail.form.questions():
                name = repeats[0] if repeats else question.name
                label = question.labels.get(self.context.language) or question.name
                self._form.questionBox.addItem(label[:70], name)
        self._form.commentEdit.setPlainText(detail.comment)
        self._form.problem.hide()
        self._enable(True)
        self._show_document(0)

    def _findings(self, detail: Any) -> str:
        from desktop_app.services.drafting import finding_text

        texts = [finding_text(f, self.context.language) for f in detail.findings]
        return "\n".join(f"• {text}" for text in texts[:6])

    def _earlier(self, detail: Any) -> str:
        return "\n".join(
            self.tr("Revision {number}, {date}: {verdict}. {comment}").format(
                number=past.revision,
                date=day(past.decided_at),
                verdict=word(past.verdict),
                comment=past.comment,
            )
            for past in detail.comments
        )

    def _show_document(self, number: int) -> None:
        if self._detail is None or not 0 <= number < len(self._detail.documents):
            return
        width = self._form.scroll.viewport().width()
        document = self._detail.documents[number]
        self._form.scroll.setWidget(pages_widget(document.docx, width, self.context.language))

    def _attachments(self) -> None:
        if self._detail is None:
            return
        menu = QMenu(self)
        for attachment in self._detail.attachments:
            action = menu.addAction(f"{attachment.name} ({max(1, attachment.size // 1000)} KB)")
            action.triggered.connect(lambda _c=False, a=attachment: self._open_attachment(a))
        if not self._detail.attachments:
            menu.addAction(self.tr("No attachments")).setEnabled(False)
        menu.popup(
            self._form.attachmentsButton.mapToGlobal(
                self._form.attachmentsButton.rect().bottomLeft()
            )
        )

    def _open_attachment(self, attachment: Any) -> None:
        """Open a copy under a plain name; only kinds that are known are ever kept."""
        endings = {
            "image/jpeg": ".jpg",
            "image/png": ".png",
            "application/pdf": ".pdf",
        }
        ending = endings.get(attachment.media_type)
        if ending is None:
            ending = ".docx" if "word" in attachment.media_type else ".xlsx"
        folder = self.workspace.temporary_folder
        folder.mkdir(exist_ok=True)
        place = Path(tempfile.mkdtemp(dir=folder))
        name = ascii_name(Path(attachment.name).stem) or "tai-lieu"
        path = place / f"{name}{ending}"
        path.write_bytes(self.workspace.attachments.read(attachment.sha256))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _phrase(self, number: int) -> None:
        if number > 0:
            text = self._form.phraseBox.itemText(number)
            before = self._form.commentEdit.toPlainText().strip()
            self._form.commentEdit.setPlainText(f"{before} {text}".strip())
            self._form.phraseBox.setCurrentIndex(0)

    def _key(self, verdict: str, key: str) -> None:
        """Decide by key, unless the person is typing."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QPlainTextEdit):
            if isinstance(focus, QLineEdit):
                focus.insert(key)
            else:
                focus.insertPlainText(key)
            return
        self.decide(verdict)

    def decide(self, verdict: str) -> None:
        """Give a verdict on what is shown and go on to the next."""
        from desktop_app.services import drafting, review

        if self._detail is None:
            return
        text = self._form.commentEdit.toPlainText().strip()
        about = self._form.questionBox.currentData()
        questions = [drafting.QuestionComment(about, text)] if about and text else []
        comment = "" if questions else text
        initiative_id = self._detail.row.id
        try:
            review.decide(self.workspace, initiative_id, verdict, comment, questions)
        except AppError as error:
            self._form.problem.setText(told(error, self.context.language))
            self._form.problem.setStyleSheet(f"color: {tokens().red}")
            self._form.problem.show()
            self._form.commentEdit.setFocus()
            return
        if text and verdict != "accepted":
            review.remember_phrase(self.workspace, text)
        self.said.emit(f"{self._detail.row.code}: {word(verdict)}")
        following = self._model.row(self._form.table.currentIndex().row() + 1)
        self._detail = None
        self._show(following.id if following else initiative_id)

    def _undo(self) -> None:
        from desktop_app.services import review

        if self._detail is not None:
            initiative_id = self._detail.row.id
            try:
                review.undo_decision(self.workspace, initiative_id)
            except AppError as error:
                self.context.tell(error)
                return
            self._detail = None
            self._show(initiative_id)

    def _step(self, step: int) -> None:
        number = self._form.table.currentIndex().row() + step
        if 0 <= number < self._model.rowCount():
            self._form.table.selectRow(number)
