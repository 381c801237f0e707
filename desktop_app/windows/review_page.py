"""Thẩm định: the list, the pages of the document, answers and comments, and three verdicts."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QMessageBox, QPushButton, QSizePolicy

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.designed.ui_review_page import Ui_ReviewPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.review_bulk import BulkDialog
from desktop_app.windows.review_filters import ReviewFilters
from desktop_app.windows.review_list import ReviewDelegate, ReviewModel, TickKeys
from desktop_app.windows.review_menu import ReviewMenu
from desktop_app.windows.review_pages import ReviewPages
from desktop_app.windows.review_side import ReviewSide
from desktop_app.windows.second_officer import SecondOfficer
from desktop_app.windows.theme import em
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment
    from desktop_app.services.review import ReviewDetail

_NEED_COMMENT = ("returned", "declined")
_COMPARED_AT_ONCE = 400
"""A book from before has many reports to compare, and other work waits for the same worker."""


class ReviewPage(Page):
    """Decides on what came in, with the keyboard alone if wanted."""

    help_subject = "review"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = form = Ui_ReviewPage()
        form.setupUi(self)
        as_title(form.title)
        self._detail: ReviewDetail | None = None
        self._written: dict[str, tuple[str, dict[str, str], tuple[Attachment, ...]]] = {}
        self._decided: list[tuple[str, ...]] = []
        self._pending = "returned"
        self.model = ReviewModel()
        form.list.setModel(self.model)
        form.list.setItemDelegate(ReviewDelegate(form.list))
        form.list.setUniformItemSizes(True)
        form.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        form.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        TickKeys(form.list, self.model)
        self.filters = ReviewFilters(context, form, self)
        self.pages = ReviewPages(context, form, self)
        self.view = self.pages.view
        self.side = ReviewSide(context)
        self.second = SecondOfficer(context, self)
        form.sidePlace.addWidget(self.second.label)
        form.sidePlace.addWidget(self.side)
        form.splitter.setSizes([em(15), em(29), em(19)])
        for place, share in enumerate((2, 5, 3)):
            form.splitter.setStretchFactor(place, share)
        form.documentBox.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        form.documentBox.setMinimumContentsLength(8)
        form.documentBox.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part, width in ((form.listPart, 7), (form.pagesPart, 12), (form.sidePart, 10)):
            part.setMinimumWidth(em(width))
        form.saidLabel.setTextFormat(Qt.TextFormat.RichText)
        self.menu = ReviewMenu(self)
        form.moreButton.setMenu(self.menu)
        self._narrow = self._side_shown = False
        self.other_button = QPushButton()
        form.listColumn.addWidget(self.other_button)
        self._shorten(narrow=True)
        self._wire()
        self._keys()

    def _wire(self) -> None:
        form = self._form
        self.filters.changed.connect(self.refresh)
        self.filters.counted.connect(self._tell_count)
        self.model.ticks_changed.connect(self._buttons)
        form.list.selectionModel().currentChanged.connect(self._current_changed)
        form.bannerLabel.linkActivated.connect(lambda _link: self.choose_version())
        form.acceptedButton.clicked.connect(lambda: self.decide("accepted"))
        form.returnedButton.clicked.connect(lambda: self.decide("returned"))
        form.declinedButton.clicked.connect(lambda: self.decide("declined"))
        self.side.sent.connect(lambda: self.decide(self._pending))
        self.side.wanted.connect(lambda: self._show_half(side=True))
        self.other_button.clicked.connect(lambda: self._show_half(side=not self._side_shown))
        self.side.note_kept.connect(self._fresh)
        self.second.decide_again.connect(self._decide_now)
        self.second.keep.connect(self.refresh)
        form.nextButton.clicked.connect(lambda: self.step(1))
        form.previousButton.clicked.connect(lambda: self.step(-1))
        form.undoButton.clicked.connect(self.undo)
        form.emptyButton.clicked.connect(lambda: self.go.emit("inbox", {}))
        form.saidLabel.linkActivated.connect(lambda _link: self.go.emit("answers", {}))

    def _keys(self) -> None:
        """Bind the keys; a text field keeps its letters and digits, so typing never decides."""
        keys: dict[str, Callable[[], Any]] = {
            "1": lambda: self.decide("accepted"),
            "2": lambda: self.decide("returned"),
            "3": lambda: self.decide("declined"),
            "J": lambda: self.step(1),
            "K": lambda: self.step(-1),
            "Alt+Down": lambda: self.step(1),
            "Alt+Up": lambda: self.step(-1),
            "PgDown": lambda: self.pages.turn(1),
            "PgUp": lambda: self.pages.turn(-1),
            "Ctrl+Z": self.undo,
            "C": self.side.begin_comment,
            "P": self.side.choose_phrase,
            "N": self.side.begin_note,
            "A": self.side.begin_answers,
            "S": self.side.begin_scores,
            "F": self.side.findings.next,
            "D": self.show_changes,
            "R": self.toggle_redacted,
            "V": self.choose_version,
            "L": self.filters.ask,
            "?": self.menu.show_keys,
            "Esc": self._to_the_list,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _to_the_list(self) -> None:
        """Go to the list; from there, take the ticks away."""
        if self.window().focusWidget() is self._form.list:
            self.model.tick_none()
        self._form.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the foot keeps the verdicts and shortens the rest."""
        super().resizeEvent(event)
        self._shorten(narrow=self.width() < em(48))

    def _shorten(self, *, narrow: bool) -> None:
        form = self._form
        self._narrow = narrow
        form.title.setVisible(not narrow)
        self.filters.shorten(narrow=narrow)
        self.other_button.setVisible(narrow)
        self._show_half(side=self._side_shown)
        form.previousButton.setVisible(not narrow)
        form.nextButton.setVisible(not narrow)
        form.undoButton.setAccessibleName(self.tr("Undo"))
        form.undoButton.setText("↶" if narrow else self.tr("Undo (Ctrl+Z)"))
        self._shorten_verdicts()
        form.saidLabel.setVisible(not narrow)
        form.pageLabel.setVisible(not narrow)

    def _shorten_verdicts(self) -> None:
        """Leave the keys out of the buttons where they would not fit; the tooltip has them."""
        form = self._form
        buttons = (form.acceptedButton, form.returnedButton, form.declinedButton)
        for button in buttons:
            button.setToolTip(button.toolTip() or button.text())
            button.setText(button.toolTip())
        needed = sum(button.sizeHint().width() for button in (*buttons, form.undoButton))
        if self._narrow and needed + em(2) > self.width():
            for button in buttons:
                button.setText(button.toolTip().rpartition(" (")[0])

    def _show_half(self, *, side: bool) -> None:
        """With large text there is room for the papers or for what stands beside them."""
        form, self._side_shown = self._form, side
        form.pagesPart.setVisible(not (self._narrow and side))
        form.sidePart.setVisible(not self._narrow or side)
        text = self.tr("◂ Papers") if side else self.tr("Comment ▸")
        self.other_button.setText(text)

    # The list

    def opened(self, **arguments: Any) -> None:
        """Show the list; ``open`` names a report to begin with, ``state`` what to show."""
        if "state" in arguments:
            self.filters.show_state(str(arguments["state"]))
        self.refresh(arguments.get("open"))
        self._form.list.setFocus()
        if arguments.get("recognition"):
            self.menu.show_recognition()
        self._look_for_likenesses()

    def _look_for_likenesses(self) -> None:
        """Compare what came in since with the book, some at a time, beside the window."""
        from desktop_app.services.likenesses import look_for_likenesses

        def compared(number: int) -> None:
            if number:
                self.refresh()

        self.context.tasks.start(
            self,
            lambda step: look_for_likenesses(self.workspace, step, most=_COMPARED_AT_ONCE),
            on_success=compared,
        )

    def leave(self) -> None:
        """Keep what was typed; called before another page or the end."""
        self._keep_written()
        self.second.label.look_at("")

    def focus_search(self) -> None:
        """Put the cursor in the search field."""
        self._form.searchEdit.setFocus()
        self._form.searchEdit.selectAll()

    def refresh(self, keep: str | None = None) -> None:
        """Read the list again; what is open stays open when it is still there."""
        from desktop_app.services import review_list

        form, wanted = self._form, self.filters.wanted
        asked_for = keep
        keep = keep or (self._detail.row.id if self._detail is not None else None)
        self._keep_written()
        self._detail = None
        load = partial(review_list.page, self.workspace, wanted)
        self.model.begin(lambda after: load(after), keep)
        number = self.model.number_of(keep) if keep else -1
        if asked_for and number < 0:
            row = review_list.one_row(self.workspace, asked_for)
            number = self.model.put_first(row) if row is not None else -1
        shown = self.model.rowCount() or self.filters.any
        form.stack.setCurrentWidget(form.deskPart if shown else form.emptyPart)
        if self.model.rowCount():
            self._go_to(max(0, number))
        else:
            self._nothing()
        self._tell_count()
        self.filters.count()

    def _tell_count(self) -> None:
        waiting = self.filters.counts.get("waiting", self.model.open_count)
        text = self.tr("{number} wait for a verdict").format(number=format_number(waiting))
        if self.model.ticked:
            ticked = self.tr("{number} ticked: 1, 2 or 3 decides on them together")
            text = ticked.format(number=format_number(len(self.model.ticked)))
        if not self.model.rowCount():
            text = self.tr("Nothing fits. Try fewer words, or show everything.")
        self._form.countLabel.setText(text)

    def _go_to(self, number: int) -> None:
        self._form.list.setCurrentIndex(self.model.index(number))

    def step(self, by: int) -> None:
        """Go to the next or previous report."""
        number = self._form.list.currentIndex().row() + by
        if number == self.model.rowCount() and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        if 0 <= number < self.model.rowCount():
            self._go_to(number)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None and (self._detail is None or self._detail.row.id != row.id):
            self._open(row.id)

    # One report

    @property
    def detail(self) -> "ReviewDetail | None":
        """The report that is shown."""
        return self._detail

    def _open(self, initiative_id: str) -> None:
        from desktop_app.services import review

        self._keep_written()
        try:
            self.second.look_at(initiative_id)
            detail = review.open_review(self.workspace, initiative_id)
        except AppError as error:
            self._nothing()
            self.context.tell(error)
            return
        self._detail, self._pending = detail, "returned"
        said = {q.question: q.comment for q in detail.questions}
        comment, questions, files = self._written.get(
            initiative_id, (detail.comment, said, detail.files)
        )
        self.side.setEnabled(True)
        self.side.show_detail(detail, comment, questions, files)
        self.pages.show_detail(detail)
        if self.pages.redacting:
            self.side.redact(self.pages.report)
        self._buttons()

    def _nothing(self) -> None:
        self._detail = None
        self.second.look_at("")
        self.pages.nothing()
        self.side.setEnabled(False)
        self._buttons()

    def _keep_written(self) -> None:
        """Keep what was written about a report that is left without a verdict."""
        if self._detail is not None:
            side = self.side
            side.leave()
            written = (side.comment.toPlainText(), side.questions, side.files.files)
            self._written[self._detail.row.id] = written

    def show_changes(self) -> None:
        """Show what changed since the revision before, and the documents again."""
        self._show_half(side=False)
        if self._detail is not None and not self.pages.show_changes():
            self.said.emit(self.tr("There is no earlier revision to compare with."))

    def toggle_redacted(self) -> None:
        """Leave confidential answers out of everything shown, and show them again."""
        self.pages.redacting = not self.pages.redacting
        if self._detail is not None:
            self.pages.show_detail(self._detail)
            self.side.redact(self.pages.report)

    def choose_version(self) -> None:
        """Choose between two versions of a report, then show the one that is used."""
        from desktop_app.windows.conflict_dialog import ConflictDialog

        if self._detail is None or not self._detail.row.conflict:
            return
        dialog = ConflictDialog(self.context, self)
        dialog.settled.connect(self.refresh)
        dialog.open()

    def _buttons(self) -> None:
        form, detail = self._form, self._detail
        number = form.list.currentIndex().row()
        any_ticked = bool(self.model.ticked)
        for button in (form.acceptedButton, form.returnedButton, form.declinedButton):
            button.setEnabled(detail is not None or any_ticked)
        form.previousButton.setEnabled(number > 0)
        more = self.model.canFetchMore(QModelIndex())
        form.nextButton.setEnabled(0 <= number < self.model.rowCount() - 1 or more)
        form.undoButton.setVisible(bool(self._undone_next()))
        self._tell_count()

    # Verdicts

    def decide(self, verdict: str) -> None:
        """Give a verdict on what is ticked, else on what is shown, and go on to the next."""
        if self.model.ticked:
            self._decide_many(verdict)
            return
        if self._detail is None:
            return
        detail, comment = self._detail, self.side.comment.toPlainText().strip()
        questions = self.side.questions
        if verdict in _NEED_COMMENT and not comment and not questions:
            self._pending = verdict
            self.side.ask_for_comment(
                self.tr("“{verdict}” needs a word why. Write it, then press Ctrl+Enter.").format(
                    verdict=word(verdict)
                )
            )
            return
        said = {each.question: each.comment for each in detail.questions}
        standing = (detail.verdict, detail.comment, said, detail.files)
        if standing == (verdict, comment, questions, self.side.files.files):
            self.said.emit(self.tr("This verdict stands already."))
            return
        if detail.sent:
            self._ask_to_correct(verdict)
            return
        self._decide_now(verdict)

    def _ask_to_correct(self, verdict: str) -> None:
        """Ask before a verdict is put right that the unit has had already."""
        assert self._detail is not None
        self.box = box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(
            self.tr("The unit has been told “{before}”. Put it right to “{after}”?").format(
                before=word(self._detail.verdict), after=word(verdict)
            )
        )
        box.setInformativeText(
            self.tr("The new verdict goes out with the next receipt; the first stays in the book.")
        )
        yes = box.addButton(self.tr("Put it right"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        yes.clicked.connect(lambda: self._decide_now(verdict))
        box.open()

    def _decide_now(self, verdict: str) -> None:
        from desktop_app.services import review
        from desktop_app.services.drafting import QuestionComment

        if self._detail is None:
            return
        row, side = self._detail.row, self.side
        side.leave()
        comment = side.comment.toPlainText().strip()
        questions = [QuestionComment(*each) for each in side.questions.items()]
        try:
            review.decide(
                self.workspace,
                row.id,
                verdict,
                comment,
                questions,
                side.files.files,
                seen=self.second.seen,
            )
        except AppError as error:
            if not self.second.asks_about(error, verdict):
                side.ask_for_comment(told(error, self.context.language))
            return
        self._written.pop(row.id, None)
        self._decided.append((row.id,))
        self._fresh(row.id)
        self._detail = None
        self._after(f"{row.code}: {word(verdict)}")

    def _decide_many(self, verdict: str) -> None:
        dialog = BulkDialog(self.context, self, self.model.ticked, verdict)
        dialog.decided.connect(lambda ids: self._decided_many(ids, verdict))
        dialog.open()

    def _decided_many(self, ids: list[str], verdict: str) -> None:
        self.model.tick_none()
        if not ids:
            return
        self._decided.append(tuple(ids))
        for initiative_id in ids:
            self._written.pop(initiative_id, None)
            self._fresh(initiative_id)
        if self._detail is not None and self._detail.row.id in ids:
            self._detail = None
        text = self.tr("{number} reports: {verdict}")
        self._after(text.format(number=format_number(len(ids)), verdict=word(verdict)))

    def _after(self, said: str) -> None:
        number = self._form.list.currentIndex().row()
        following = self.model.next_open(number if self._detail is None else number - 1)
        self.said.emit(said)
        self.filters.count()
        if following >= 0:
            self._form.saidLabel.setText(said)
            self._go_to(following)
        else:
            row = self.model.row(number)
            self._form.saidLabel.setText(
                self.tr(
                    '{said}. Nothing waits any more: <a href="#">export the answers</a>'
                ).format(said=said)
            )
            if row is not None:
                self._open(row.id)
        self._form.list.setFocus()
        self._buttons()

    def _fresh(self, initiative_id: str) -> None:
        from desktop_app.services import review_list

        row = review_list.one_row(self.workspace, initiative_id)
        if row is not None:
            self.model.put(row)

    def _undone_next(self) -> tuple[str, ...]:
        """Return whose verdicts "undo" takes back: the shown one's, else the last given."""
        last = self._decided[-1] if self._decided else ()
        if self._detail is not None and self._detail.can_undo and self._detail.row.id not in last:
            return (self._detail.row.id,)
        return last

    def undo(self) -> None:
        """Take a verdict back, or all of the last ones given together."""
        from desktop_app.services import bulk_review, review

        ids = self._undone_next()
        if not ids:
            return
        self._decided = [each for each in self._decided if each != ids]
        if len(ids) > 1:
            self.context.tasks.start(
                self,
                lambda step: bulk_review.undo_many(self.workspace, ids, step=step),
                on_success=self._undone_many,
            )
            return
        initiative_id = ids[0]
        before = review.open_review(self.workspace, initiative_id)
        try:
            review.undo_decision(self.workspace, initiative_id)
        except AppError as error:
            self._buttons()
            self.context.tell(error)
            return
        self._keep_written()
        # Its words stand in the comment again.
        self._written[initiative_id] = (
            before.comment,
            {each.question: each.comment for each in before.questions},
            before.files,
        )
        self._detail = None
        self._fresh(initiative_id)
        number = self.model.number_of(initiative_id)
        if number == self._form.list.currentIndex().row():
            self._open(initiative_id)
        elif number >= 0:
            self._go_to(number)
        self._form.saidLabel.setText(self.tr("Taken back: {code}").format(code=before.row.code))
        self.filters.count()
        self._buttons()

    def _undone_many(self, lines: Any) -> None:
        done = [line for line in lines if line.done]
        failed = next((line.error for line in lines if not line.done), None)
        self.refresh(done[0].id if done else None)
        text = self.tr("Taken back: {number} reports").format(number=format_number(len(done)))
        self._form.saidLabel.setText(text)
        self.said.emit(text)
        self._buttons()
        if failed is not None:
            self.context.tell(failed)
