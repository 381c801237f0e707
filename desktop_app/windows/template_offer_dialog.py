"""A newer template is there: what changes for a draft, moving over, moving back, or staying."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from desktop_app.errors import AppError
from desktop_app.forms.fitting import Aside
from desktop_app.messages import told
from desktop_app.services import template_moves
from desktop_app.services.template_moves import Differences, Move, Offer
from desktop_app.services.templates import form_of
from desktop_app.windows.designed.ui_template_offer_dialog import Ui_TemplateOfferDialog
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.template_changes import TemplateChanges
from desktop_app.windows.theme import QUESTION, em, scaled_font, tokens

_COLOURS = {"plus": "green", "close": "amber", "info": "blue"}


class TemplateOfferDialog(QDialog):
    """Goes through the drafts that a newer template is offered to, one after another."""

    moved = Signal(str)
    """A draft was moved, or moved back; its identifier."""

    def __init__(self, parent: QWidget, context: WindowContext, offers: Sequence[Offer]) -> None:
        super().__init__(parent)
        self._context, self._offers = context, list(offers)
        self._changes = TemplateChanges(context.language)
        self._move: Move | None = None
        self._form = form = Ui_TemplateOfferDialog()
        form.setupUi(self)
        for label in (form.title, form.doneTitle):
            label.setFont(scaled_font(QUESTION, bold=True))
        form.changes.setIconSize(QSize(em(1), em(1)))
        soften(form.changes)
        tint(form.asideLabel, "amber")
        tint(form.problem, "red")
        form.draftBox.addItems([self._name(offer) for offer in self._offers])
        form.draftBox.setVisible(len(self._offers) > 1)
        form.draftBox.currentIndexChanged.connect(self._show)
        form.moveButton.clicked.connect(self.move_over)
        form.keepButton.clicked.connect(self.keep)
        form.undoButton.clicked.connect(self.undo)
        form.nextButton.clicked.connect(self.go_on)
        form.closeButton.clicked.connect(self.accept)
        fit_window(self, parent, 36, 30)
        self._show(0)

    @property
    def offer(self) -> Offer:
        """The draft that is shown."""
        return self._offers[max(0, self._form.draftBox.currentIndex())]

    def move_over(self) -> None:
        """Move the draft that is shown to the newer version."""
        offer = self.offer
        self._work(
            lambda: template_moves.move_draft(
                self._context.workspace, offer.initiative_id, offer.newer
            ),
            self._moved,
        )

    def keep(self) -> None:
        """Let the draft stay; this version is offered in its editor no more."""
        try:
            template_moves.keep_version(
                self._context.workspace, self.offer.initiative_id, self.offer.newer
            )
        except AppError as error:
            self._fail(error)
            return
        self._done_with()

    def undo(self) -> None:
        """Move the draft back to the version it was moved from."""
        move = self._move
        if move is not None:
            self._work(
                lambda: template_moves.move_draft(
                    self._context.workspace, move.initiative_id, move.before
                ),
                self._moved_back,
            )

    def go_on(self) -> None:
        """Go to the next draft; close after the last one."""
        self._done_with()

    # What is shown

    def _name(self, offer: Offer) -> str:
        title = offer.title or self.tr("New initiative")
        return f"{offer.code} · {title}"

    def _show(self, _number: int) -> None:
        form, offer = self._form, self.offer
        self._move = None
        text = self.tr("Version {version} is in use, {newer} is newer")
        said = text.format(version=offer.version, newer=offer.newer)
        form.draftLabel.setText(said if len(self._offers) > 1 else f"{self._name(offer)}\n{said}")
        form.changes.clear()
        form.asideLabel.clear()
        self._part(form.offerPart)

        def look_done(found: tuple[Differences, Move]) -> None:
            if self.offer is offer:
                self._show_changes(found)

        self._work(lambda: self._look(offer), look_done)

    def _look(self, offer: Offer) -> tuple[Differences, Move]:
        workspace = self._context.workspace
        return (
            template_moves.version_differences(
                workspace, offer.template_id, offer.version, offer.newer
            ),
            template_moves.plan_move(workspace, offer.initiative_id, offer.newer),
        )

    def _show_changes(self, found: tuple[Differences, Move]) -> None:
        form = self._form
        for picture, text in self._changes.lines(found[0]):
            shown = icon(picture, getattr(tokens(), _COLOURS[picture]), 20)
            form.changes.addItem(QListWidgetItem(shown, text))
        form.changes.setCurrentRow(0)
        put_aside = found[1].put_aside
        form.asideLabel.setVisible(bool(put_aside))
        if put_aside:
            text = self.tr("{number} answers have no place in it and are kept aside:")
            lines = [text.format(number=len(put_aside))]
            form.asideLabel.setText("\n".join([*lines, *self._listed(put_aside)]))
        form.moveButton.setFocus()

    def _listed(self, kept: Sequence[Aside]) -> list[str]:
        offer, most = self.offer, 3
        form = form_of(self._context.workspace, offer.template_id, offer.version)
        lines = [f"  {self._changes.aside(one, form)}" for one in kept[:most]]
        if len(kept) > most:
            lines.append(self.tr("  and {number} more").format(number=len(kept) - most))
        return lines

    def _moved(self, move: Move) -> None:
        form = self._form
        self._move = move
        form.doneTitle.setText(self.tr("Moved to version {version}").format(version=move.after))
        tint(form.doneTitle, "green")
        lines = [self.tr("Every answer with a place in the newer template is there.")]
        if move.put_aside:
            lines.append(self.tr("Kept aside, and back again with “Undo”:"))
            lines += self._listed(move.put_aside)
        form.doneText.setText("\n".join(lines))
        self._part(form.donePart)
        (form.nextButton if form.nextButton.isVisible() else form.closeButton).setFocus()
        self.moved.emit(move.initiative_id)

    def _moved_back(self, move: Move) -> None:
        self.moved.emit(move.initiative_id)
        self._show(0)

    def _done_with(self) -> None:
        """Leave this draft; show the next one, or end."""
        box = self._form.draftBox
        number = max(0, box.currentIndex())
        self._offers.pop(number)
        if not self._offers:
            self.accept()
            return
        box.blockSignals(True)
        box.removeItem(number)
        box.blockSignals(False)
        box.setVisible(len(self._offers) > 1)
        self._show(0)

    def _part(self, part: QWidget) -> None:
        form = self._form
        done = part is form.donePart
        form.stack.setCurrentWidget(part)
        for button in (form.keepButton, form.moveButton):
            button.setVisible(not done)
        form.draftBox.setEnabled(not done)
        form.undoButton.setVisible(done)
        form.nextButton.setVisible(done and len(self._offers) > 1)
        form.closeButton.setVisible(done)
        form.intro.setVisible(not done)
        form.problem.hide()

    # Work

    def _work(self, work: Any, then: Any) -> None:
        """Do something beside the window; the buttons wait for its end."""
        form = self._form
        buttons = (form.moveButton, form.keepButton, form.undoButton, form.nextButton)

        def ended(act: Any) -> Any:
            def end(value: Any) -> None:
                for button in buttons:
                    button.setEnabled(True)
                act(value)

            return end

        for button in buttons:
            button.setEnabled(False)
        self._context.tasks.start(
            self, lambda _step: work(), on_success=ended(then), on_failure=ended(self._fail)
        )

    def _fail(self, error: AppError) -> None:
        self._form.problem.setText(told(error, self._context.language))
        self._form.problem.show()
