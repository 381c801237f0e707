"""What else can be done with the report that is shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.errors import AppError
from desktop_app.windows.document_view import DocumentDialog
from desktop_app.windows.review_keys import KeysSheet

if TYPE_CHECKING:
    from desktop_app.windows.review_page import ReviewPage


class ReviewMenu(QMenu):
    """The actions behind “More”; those that do not fit the report are grey."""

    def __init__(self, page: "ReviewPage") -> None:
        super().__init__(page)
        self._page = page
        self.similar = self._add(self.tr("Reports like this one…"), self.show_similar)
        self.recognition = self._add(self.tr("Recognition…"), self.show_recognition)
        self.session = self._add(self.tr("Council session on those ticked…"), self.hold_session)
        self.addSeparator()
        self.documents = self._add(self.tr("Print or save the papers…"), self.show_documents)
        self.redacted = self._add(self.tr("Without confidential answers\tR"), page.toggle_redacted)
        self.redacted.setCheckable(True)
        self.changes = self._add(
            self.tr("What changed since the revision before\tD"), page.show_changes
        )
        self.versions = self._add(self.tr("Choose between two versions…\tV"), page.choose_version)
        self.addSeparator()
        self.note = self._add(self.tr("Own note\tN"), lambda: page.side.begin_note())
        self.phrases = self._add(self.tr("Phrases…\tP"), lambda: page.side.choose_phrase())
        self.scores = self._add(self.tr("Score sheet\tS"), lambda: page.side.begin_scores())
        self.addSeparator()
        self.tick = self._add(self.tr("Tick all that wait\tCtrl+A"), page.model.tick_waiting)
        self.keys = self._add(self.tr("Keys…\t?"), self.show_keys)
        self.aboutToShow.connect(self.allow)

    def _add(self, text: str, act: Callable[[], object]) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda _on=False: act())
        return action

    def allow(self) -> None:
        """Allow what fits the report that is shown."""
        page, detail = self._page, self._page.detail
        self.session.setEnabled(bool(page.model.ticked))
        for action in (self.similar, self.recognition, self.documents, self.note, self.scores):
            action.setEnabled(detail is not None)
        self.redacted.setChecked(page.pages.redacting)
        self.redacted.setEnabled(page.pages.redacting or bool(detail and detail.can_redact))
        self.changes.setEnabled(bool(detail and detail.row.changed) and not page.pages.redacting)
        self.versions.setEnabled(bool(detail and detail.row.conflict))

    def show_similar(self) -> None:
        """Show the reports like the one on the desk; a phrase chosen there goes in the comment."""
        from desktop_app.windows.similar_dialog import SimilarDialog

        page = self._page
        if page.detail is None:
            return
        shown = page.detail.row.id
        dialog = SimilarDialog(page.context, page, shown)
        dialog.phrase_chosen.connect(page.side.put_in)
        dialog.open_wanted.connect(page.refresh)
        # What was linked may no longer fit the filter; it stays on the desk to be decided.
        dialog.said_changed.connect(lambda: page.refresh(shown))
        dialog.open()

    def show_recognition(self) -> None:
        """Show the recognition of the report on the desk."""
        from desktop_app.windows.recognition_dialog import RecognitionDialog

        page = self._page
        if page.detail is None:
            return
        dialog = RecognitionDialog(page.context, page, page.detail.row.id)
        dialog.changed.connect(lambda _id: page.refresh())
        dialog.open()

    def hold_session(self) -> None:
        """Hold a session of the council on the reports that are ticked."""
        from desktop_app.windows.session_dialog import SessionDialog

        page = self._page
        if not page.model.ticked:
            return
        ids = [row.id for row in page.model.ticked]
        dialog = SessionDialog(page.context, page, ids)
        dialog.held.connect(page.refresh)
        dialog.open()

    def show_documents(self) -> None:
        """Show the papers to print or save them, redacted ones in the redacted view."""
        page = self._page
        documents = page.pages.documents
        if page.detail is None or not documents:
            return
        DocumentDialog(page, documents, page.context, self._write).open()

    def _write(self, folder: str) -> None:
        page = self._page
        if page.detail is None:
            return
        initiative_id, redacted = page.detail.row.id, page.pages.redacting
        workspace = page.workspace

        def write(step: Callable[[int, int], None]) -> tuple[Path, ...]:
            from desktop_app.services import paper
            from desktop_app.services.redacted import write_redacted

            if redacted:
                return write_redacted(workspace, initiative_id, Path(folder))
            return paper.fill_documents(workspace, initiative_id, Path(folder), pdf=True, step=step)

        def done(files: tuple[Path, ...]) -> None:
            page.said.emit(self.tr("{number} files written").format(number=len(files)))

        def failed(error: AppError) -> None:
            page.context.tell(error)

        page.context.tasks.start(page, write, on_success=done, on_failure=failed)

    def show_keys(self) -> None:
        """Show which key does what."""
        KeysSheet(self._page).open()
