"""The middle of the desk: the documents, and what changed since an earlier revision."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.page_view import PageView
from desktop_app.windows.review_changes import ChangesView
from desktop_app.windows.theme import scaled_font

if TYPE_CHECKING:
    from desktop_app.services.paper import PreviewDocument
    from desktop_app.services.redacted import RedactedReport
    from desktop_app.services.review import ReviewDetail
    from desktop_app.windows.designed.ui_review_page import Ui_ReviewPage

CHOOSE = "choose"
"""The link of the banner that leads to the choice between two versions."""


class ReviewPages(QObject):
    """Fills the box of documents and shows the one that is chosen."""

    def __init__(self, context: WindowContext, form: "Ui_ReviewPage", parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._form = context, form
        self._detail: ReviewDetail | None = None
        self._documents: tuple[PreviewDocument, ...] = ()
        self.redacting = False
        """Whether confidential answers are left out; stays while reports are gone through."""
        self.report: RedactedReport | None = None
        self.view = PageView()
        self.changes = ChangesView()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.changes)
        form.viewPlace.addWidget(self.stack)
        form.bannerLabel.setTextFormat(Qt.TextFormat.RichText)
        form.bannerLabel.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        form.bannerLabel.setFont(scaled_font(1.0, bold=True))
        form.bannerLabel.hide()
        form.documentBox.currentIndexChanged.connect(self._show)
        form.smallerButton.clicked.connect(self.view.zoom_out)
        form.largerButton.clicked.connect(self.view.zoom_in)
        self.view.page_changed.connect(self._tell_page)

    @property
    def documents(self) -> "tuple[PreviewDocument, ...]":
        """The documents as they are shown: redacted ones in the redacted view."""
        return self._documents

    def show_detail(self, detail: "ReviewDetail") -> None:
        """Show the documents of a report, in the redacted view those without secrets."""
        self._detail = detail
        banner: list[str] = []
        colour = "amber"
        if detail.row.conflict:
            text = self.tr("This report came in two versions. Choose one before you decide (V).")
            banner.append(f'<a href="{CHOOSE}">{escape(text)}</a>')
        self.report, self._documents = None, detail.documents
        if self.redacting:
            text, colour = self._redact(detail)
            banner.append(escape(text))
        self._form.bannerLabel.setText("<br>".join(banner))
        self._form.bannerLabel.setVisible(bool(banner))
        tint(self._form.bannerLabel, colour)
        self._fill(detail)

    def _redact(self, detail: "ReviewDetail") -> tuple[str, str]:
        """Make the redacted report; without it nothing is shown rather than too much."""
        from desktop_app.services.redacted import open_redacted

        try:
            self.report = open_redacted(self._context.workspace, detail.row.id)
        except AppError as error:
            self._documents = ()
            return told(error, self._context.language), "red"
        self._documents = self.report.documents
        left_out = len(self.report.left_out)
        if not left_out:
            return self.tr("REDACTED VIEW: this report has no confidential answers."), "amber"
        text = self.tr("REDACTED VIEW: {number} confidential answers are left out (R: all again).")
        return text.format(number=left_out), "amber"

    def _fill(self, detail: "ReviewDetail") -> None:
        from desktop_app.services.review_revisions import earlier_revisions

        box = self._form.documentBox
        box.blockSignals(True)
        box.clear()
        for document in self._documents:
            box.addItem(document.title)
        # Side by side, words of an earlier revision could show what this one keeps back.
        if not self.redacting:
            for each in earlier_revisions(self._context.workspace, detail.row.id):
                text = self.tr("What changed since revision {number}")
                box.addItem(text.format(number=each.number), each.number)
        box.blockSignals(False)
        self.stack.setCurrentWidget(self.view)
        if self._documents:
            self._show(0)
        else:
            self.view.show_pages(None, "")

    def nothing(self) -> None:
        """Show no report at all."""
        self._detail, self.report, self._documents = None, None, ()
        self._form.documentBox.clear()
        self._form.bannerLabel.hide()
        self.stack.setCurrentWidget(self.view)
        self.view.show_pages(None, "")

    def show_changes(self) -> bool:
        """Show what changed since the revision before; again, the documents. False without one."""
        box = self._form.documentBox
        if self.stack.currentWidget() is self.changes:
            box.setCurrentIndex(0)
            return True
        number = len(self._documents)
        if self.redacting or box.count() <= number:
            return False
        box.setCurrentIndex(number)
        return True

    def turn(self, pages: int) -> None:
        """Scroll what is shown."""
        if self.stack.currentWidget() is self.view:
            self.view.turn(pages)
            return
        bar = self.changes.room.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _show(self, number: int) -> None:
        detail, box = self._detail, self._form.documentBox
        if detail is None or not 0 <= number < box.count():
            return
        try:
            if number >= len(self._documents):
                self._compare(detail, int(box.itemData(number)))
                return
            document = self._documents[number]
            self.view.show_document(document.docx, document.title)
            self.stack.setCurrentWidget(self.view)
        except AppError as error:
            self.view.show_pages(None, "")
            self._context.tell(error)

    def _compare(self, detail: "ReviewDetail", revision: int) -> None:
        from desktop_app.services.review_revisions import compare

        comparison = compare(self._context.workspace, detail.row.id, revision)
        self.changes.show_comparison(comparison, self._context.language)
        self.stack.setCurrentWidget(self.changes)
        self._form.pageLabel.setText("")

    def _tell_page(self, page: int, pages: int) -> None:
        text = self.tr("page {page} of {pages}").format(page=page, pages=pages) if pages else ""
        self._form.pageLabel.setText(text)
