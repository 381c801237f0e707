"""What can be done with a draft beside writing it: the menu of the editor, each with a key."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from desktop_app.domain.cleaning import suggestions
from desktop_app.errors import AppError
from desktop_app.windows.document_view import DocumentDialog
from desktop_app.windows.editor.calculator_dialog import CalculatorDialog
from desktop_app.windows.editor.cleaning_dialog import CleaningDialog
from desktop_app.windows.editor.merge_dialog import MergeDialog
from desktop_app.windows.editor.read_back_dialog import ReadBackDialog

if TYPE_CHECKING:
    from desktop_app.windows.editor.editor_page import EditorPage


class EditorTools(QMenu):
    """The tools of the draft that is open."""

    def __init__(self, page: "EditorPage") -> None:
        super().__init__(page)
        self._page = page
        self._changing: list[QAction] = []
        self._add(self.tr("See the documents"), "F5", self.show_documents)
        self._add(self.tr("Other papers of the dossier…"), "", self.show_others)
        self._add(self.tr("Read back to the author"), "F6", self.read_back)
        self._add(self.tr("Work out the benefit…"), "F7", self.calculate, changes=True)
        self._add(self.tr("Mend the letters…"), "F8", self.mend_letters, changes=True)
        self._add(self.tr("Take from a Word file…"), "", self.take_word, changes=True)
        self.addSeparator()
        self._add(self.tr("Take to another computer…"), "", self.share, changes=True)
        self.withdraw_action = self._add(self.tr("Withdraw this report…"), "", self.withdraw)

    def _add(self, text: str, key: str, act: Any, *, changes: bool = False) -> QAction:
        action = QAction(text, self._page)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _on=False: act())
        self._page.addAction(action)
        self.addAction(action)
        if changes:
            self._changing.append(action)
        return action

    def set_read_only(self, read_only: bool) -> None:
        """Offer only what does not change the report."""
        for action in self._changing:
            action.setEnabled(not read_only)
        self.withdraw_action.setEnabled(read_only)

    def withdraw(self) -> None:
        """Ask why, then withdraw the report; the next bundle tells the office."""
        dialog = self.dialog = QInputDialog(self._page)
        dialog.setWindowTitle(self.tr("Withdraw this report"))
        dialog.setLabelText(
            self.tr(
                "The officer is told with the next bundle. What was printed or passed on cannot be "
                "called back. Why is it withdrawn?"
            )
        )
        dialog.textValueSelected.connect(self.withdrawn)
        dialog.open()

    def withdrawn(self, reason: str) -> None:
        """Withdraw the report for a reason."""
        from desktop_app.services import withdrawing

        page = self._page
        try:
            withdrawing.withdraw(page.workspace, page.initiative_id, reason)
        except AppError as error:
            page.context.tell(error)
            return
        page.said.emit(self.tr("Withdrawn; the next bundle tells the officer"))
        page.go.emit("initiatives", {})

    # Reading

    def read_back(self) -> None:
        """Show the report in large print."""
        draft = self._page.looked_at()
        if draft is not None:
            dialog = ReadBackDialog(self._page, draft, self._page.code)
            dialog.jumped.connect(self._page.jump)
            dialog.open()

    def show_documents(self) -> None:
        """Show the real pages of the dossier, to print or to save."""
        self._show_papers(others=False)

    def show_others(self) -> None:
        """Show the papers that are printed when they are needed, such as the decision."""
        self._show_papers(others=True)

    def _show_papers(self, *, others: bool) -> None:
        from desktop_app.services import paper

        page = self._page
        page.leave()
        workspace, initiative_id = page.workspace, page.initiative_id

        def fill(_step: Any) -> Any:
            offered = paper.offered_documents(workspace, initiative_id)
            names = tuple(each.name for each in offered if each.in_dossier is not others)
            return paper.preview_documents(workspace, initiative_id, names=names) if names else ()

        def show(documents: Any) -> None:
            names = tuple(document.name for document in documents)
            if names:
                write = partial(self._write_documents, names=names)
                DocumentDialog(page, documents, page.context, write).open()
            else:
                page.said.emit(self.tr("The template has no other papers"))

        page.context.tasks.start(page, fill, on_success=show, on_failure=page.context.tell)

    def _write_documents(self, folder: str, *, names: tuple[str, ...]) -> None:
        from desktop_app.services import paper

        page = self._page
        workspace, initiative_id = page.workspace, page.initiative_id
        page.context.tasks.start(
            page,
            lambda step: paper.fill_documents(
                workspace, initiative_id, Path(folder), pdf=True, names=names, step=step
            ),
            on_success=lambda files: page.said.emit(
                self.tr("{number} files written").format(number=len(files))
            ),
            on_failure=page.context.tell,
        )

    # Changing

    def calculate(self) -> None:
        """Work out a benefit and carry it into the report."""
        draft = self._page.looked_at()
        if draft is not None and not draft.read_only:
            dialog = CalculatorDialog(self._page, draft)
            dialog.taken.connect(self._page.changed_elsewhere)
            dialog.open()

    def mend_letters(self) -> None:
        """Show text in an old encoding and letters of another script, to be changed on yes."""
        draft = self._page.looked_at()
        if draft is None or draft.read_only:
            return
        found = suggestions(draft.answers)
        if not found:
            self._page.said.emit(self.tr("All letters are as they should be"))
            return
        dialog = CleaningDialog(self._page, draft, found, self._page.where)
        dialog.taken.connect(self._page.changed_elsewhere)
        dialog.open()

    def take_word(self) -> None:
        """Take pieces of a worker's Word file into this draft."""
        from desktop_app.windows.word_import_dialog import WordImportDialog

        page = self._page
        draft = page.looked_at()
        name, _kind = QFileDialog.getOpenFileName(
            page, self.tr("Take from a file"), "", self.tr("Word files (*.docx *.doc)")
        )
        if not name or draft is None:
            return
        dialog = WordImportDialog(
            page.context,
            page.workspace,
            Path(name),
            page,
            page.initiative_id,
            frozenset(draft.answers),
        )
        dialog.taken.connect(lambda taken: page.opened(id=taken))
        dialog.open()

    def see_newer_template(self) -> None:
        """Show what a newer version of the template would change in this draft."""
        from desktop_app.services import template_moves
        from desktop_app.windows.template_offer_dialog import TemplateOfferDialog

        page = self._page
        page.leave()
        offer = template_moves.offer_for(page.workspace, page.initiative_id)
        if offer is not None:
            dialog = TemplateOfferDialog(page, page.context, (offer,))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.finished.connect(lambda _code: page.opened(id=page.initiative_id))
            dialog.open()

    def merge(self) -> None:
        """Merge what another computer changed in this draft."""
        from desktop_app.services import shared_drafts

        page = self._page
        page.leave()
        waiting = shared_drafts.waiting_merge(page.workspace, page.initiative_id)
        draft = page.looked_at()
        if waiting is None or draft is None:
            return
        dialog = MergeDialog(page, draft.form, waiting, page.context.language)

        def take() -> None:
            try:
                shared_drafts.merge(page.workspace, page.initiative_id, dialog.choices())
            except AppError as error:
                page.context.tell(error)
            page.opened(id=page.initiative_id)

        dialog.accepted.connect(take)
        dialog.open()

    def share(self) -> None:
        """Write the draft for another computer of the team."""
        from desktop_app.services import shared_drafts

        page = self._page
        page.leave()
        self._ask_about_computers()
        folder = QFileDialog.getExistingDirectory(page, self.tr("Write the draft into"))
        if not folder:
            return
        workspace, initiative_id = page.workspace, page.initiative_id
        page.context.tasks.start(
            page,
            lambda step: shared_drafts.export_drafts(
                workspace, [initiative_id], Path(folder), step=step
            ),
            on_success=self._shared,
            on_failure=page.context.tell,
        )

    def _shared(self, written: Any) -> None:
        if written.sealed:
            said = self.tr("{file} was written, sealed for the other computer of the team.")
        else:
            said = self.tr(
                "{file} was written. No other computer of the team is known yet, so the file is "
                "open to whoever has it: keep it within the team."
            )
        QMessageBox.information(
            self._page, self.tr("Take to another computer"), said.format(file=written.path.name)
        )

    def _ask_about_computers(self) -> None:
        """Ask about computers that sent drafts and are not confirmed yet."""
        from desktop_app.services import shared_drafts

        workspace = self._page.workspace
        for computer in shared_drafts.computers(workspace):
            if computer.known:
                continue
            said = self.tr(
                "Computer {device} sent drafts as one of this team. Its four words are: {words}. "
                "Does that computer show the same words under Settings?"
            ).format(device=computer.device, words=computer.words)
            answer = QMessageBox.question(
                self._page, self.tr("Is this a computer of the team?"), said
            )
            if answer == QMessageBox.StandardButton.Yes:
                shared_drafts.trust_computer(workspace, computer.sign_key)
