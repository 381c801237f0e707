"""Thẩm định: the list, the pages of the document, answers and comments, and three verdicts."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QSizePolicy

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.designed.ui_review_page import Ui_ReviewPage
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.page_view import PageView
from desktop_app.windows.review_list import ReviewDelegate, ReviewModel
from desktop_app.windows.review_side import ReviewSide
from desktop_app.windows.theme import em
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.domain.initiative import Attachment
    from desktop_app.services.review import ReviewDetail

_NEED_COMMENT = ("returned", "declined")


class ReviewPage(Page):
    """Decides on what came in, with the keyboard alone if wanted."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self._form = form = Ui_ReviewPage()
        form.setupUi(self)
        as_title(form.title)
        self._detail: ReviewDetail | None = None
        self._written: dict[str, tuple[str, dict[str, str], tuple[Attachment, ...]]] = {}
        self._last: str | None = None
        self._pending = "returned"
        self.model = ReviewModel()
        form.list.setModel(self.model)
        form.list.setItemDelegate(ReviewDelegate(form.list))
        form.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        form.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = PageView()
        form.viewPlace.addWidget(self.view)
        self.side = ReviewSide(context)
        form.sidePlace.addWidget(self.side)
        form.splitter.setSizes([em(15), em(30), em(18)])
        for place, share in enumerate((2, 5, 3)):
            form.splitter.setStretchFactor(place, share)
        form.searchEdit.setMinimumWidth(em(10))
        form.searchEdit.setMaximumWidth(em(24))
        form.documentBox.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        form.documentBox.setMinimumContentsLength(8)
        form.documentBox.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for part, width in ((form.listPart, 7), (form.pagesPart, 12), (form.sidePart, 10)):
            part.setMinimumWidth(em(width))
        form.saidLabel.setTextFormat(Qt.TextFormat.RichText)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._shorten(narrow=True)
        self._wire()
        self._keys()

    def _wire(self) -> None:
        form = self._form
        self._typing.timeout.connect(self.refresh)
        form.searchEdit.textChanged.connect(lambda _text: self._typing.start())
        form.openBox.toggled.connect(lambda _on: self.refresh())
        form.list.selectionModel().currentChanged.connect(self._current_changed)
        form.documentBox.currentIndexChanged.connect(self._show_document)
        form.smallerButton.clicked.connect(self.view.zoom_out)
        form.largerButton.clicked.connect(self.view.zoom_in)
        self.view.page_changed.connect(self._tell_page)
        form.acceptedButton.clicked.connect(lambda: self.decide("accepted"))
        form.returnedButton.clicked.connect(lambda: self.decide("returned"))
        form.declinedButton.clicked.connect(lambda: self.decide("declined"))
        self.side.sent.connect(lambda: self.decide(self._pending))
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
            "PgDown": lambda: self.view.turn(1),
            "PgUp": lambda: self.view.turn(-1),
            "Ctrl+Z": self.undo,
            "Esc": self._form.list.setFocus,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the foot keeps the verdicts and shortens the rest."""
        super().resizeEvent(event)
        self._shorten(narrow=self.width() < em(48))

    def _shorten(self, *, narrow: bool) -> None:
        form = self._form
        form.previousButton.setVisible(not narrow)
        form.nextButton.setVisible(not narrow)
        form.undoButton.setText(self.tr("Undo") if narrow else self.tr("Undo (Ctrl+Z)"))
        form.saidLabel.setVisible(not narrow)
        form.pageLabel.setVisible(not narrow)

    # The list

    def opened(self, **arguments: Any) -> None:
        """Show the list; ``open`` names a report to begin with."""
        self.refresh(arguments.get("open"))
        self._form.list.setFocus()

    def focus_search(self) -> None:
        """Put the cursor in the search field."""
        self._form.searchEdit.setFocus()
        self._form.searchEdit.selectAll()

    def refresh(self, keep: str | None = None) -> None:
        """Read the list again; what is open stays open when it is still there."""
        from desktop_app.services import review

        form = self._form
        searched, only_open = form.searchEdit.text(), form.openBox.isChecked()
        keep = keep or (self._detail.row.id if self._detail is not None else None)
        self._keep_written()
        self._detail = None
        rows = review.list_for_review(self.workspace, only_open=only_open, searched=searched)
        self.model.show(rows)
        filtered = bool(searched) or only_open
        form.stack.setCurrentWidget(form.deskPart if rows or filtered else form.emptyPart)
        number = self.model.number_of(keep) if keep else -1
        if rows:
            self._go_to(max(0, number))
        else:
            self._nothing()
        self._tell_count()

    def _tell_count(self) -> None:
        text = self.tr("{number} wait for a verdict").format(
            number=format_number(self.model.open_count)
        )
        if not self.model.rowCount():
            text = self.tr("Nothing fits. Try fewer words, or all instead of undecided.")
        self._form.countLabel.setText(text)

    def _go_to(self, number: int) -> None:
        self._form.list.setCurrentIndex(self.model.index(number))

    def step(self, by: int) -> None:
        """Go to the next or previous report."""
        number = self._form.list.currentIndex().row() + by
        if 0 <= number < self.model.rowCount():
            self._go_to(number)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None and (self._detail is None or self._detail.row.id != row.id):
            self._open(row.id)

    # One report

    def _open(self, initiative_id: str) -> None:
        from desktop_app.services import review

        self._keep_written()
        try:
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
        box = self._form.documentBox
        box.blockSignals(True)
        box.clear()
        box.addItems([document.title for document in detail.documents])
        box.blockSignals(False)
        self._show_document(0)
        self._buttons()

    def _nothing(self) -> None:
        self._detail = None
        self._form.documentBox.clear()
        self.view.show_pages(None, "")
        self.side.setEnabled(False)
        self._buttons()

    def _keep_written(self) -> None:
        """Keep what was written about a report that is left without a verdict."""
        if self._detail is not None:
            side = self.side
            written = (side.comment.toPlainText(), side.questions, side.files.files)
            self._written[self._detail.row.id] = written

    def _show_document(self, number: int) -> None:
        if self._detail is None or not 0 <= number < len(self._detail.documents):
            return
        document = self._detail.documents[number]
        try:
            self.view.show_document(document.docx, document.title)
        except AppError as error:
            self.view.show_pages(None, "")
            self.context.tell(error)

    def _tell_page(self, page: int, pages: int) -> None:
        text = self.tr("page {page} of {pages}").format(page=page, pages=pages) if pages else ""
        self._form.pageLabel.setText(text)

    def _buttons(self) -> None:
        form, detail = self._form, self._detail
        number = form.list.currentIndex().row()
        for button in (form.acceptedButton, form.returnedButton, form.declinedButton):
            button.setEnabled(detail is not None)
        form.previousButton.setEnabled(number > 0)
        form.nextButton.setEnabled(0 <= number < self.model.rowCount() - 1)
        form.undoButton.setVisible(self._undone_next() is not None)

    # Verdicts

    def decide(self, verdict: str) -> None:
        """Give a verdict on what is shown and go on to the next that waits."""
        from desktop_app.services import review
        from desktop_app.services.drafting import QuestionComment

        if self._detail is None:
            return
        comment = self.side.comment.toPlainText().strip()
        questions = [QuestionComment(*each) for each in self.side.questions.items()]
        if verdict in _NEED_COMMENT and not comment and not questions:
            self._pending = verdict
            self.side.ask_for_comment(
                self.tr("“{verdict}” needs a word why. Write it, then press Ctrl+Enter.").format(
                    verdict=word(verdict)
                )
            )
            return
        row = self._detail.row
        try:
            review.decide(
                self.workspace, row.id, verdict, comment, questions, self.side.files.files
            )
        except AppError as error:
            self.side.ask_for_comment(told(error, self.context.language))
            return
        self._written.pop(row.id, None)
        self._last = row.id
        self._fresh(row.id)
        self._detail = None
        self._after(f"{row.code}: {word(verdict)}")

    def _after(self, said: str) -> None:
        number = self._form.list.currentIndex().row()
        following = self.model.next_open(number)
        self.said.emit(said)
        self._tell_count()
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
        from desktop_app.services import review

        self.model.put(review.open_review(self.workspace, initiative_id).row)

    def _undone_next(self) -> str | None:
        """Return whose verdict "undo" takes back: the shown one's, else the last one given."""
        if self._detail is not None and self._detail.can_undo:
            return self._detail.row.id
        return self._last

    def undo(self) -> None:
        """Take a verdict back; its words stand in the comment again."""
        from desktop_app.services import review

        initiative_id = self._undone_next()
        if initiative_id is None:
            return
        before = review.open_review(self.workspace, initiative_id)
        try:
            review.undo_decision(self.workspace, initiative_id)
        except AppError as error:
            self.context.tell(error)
            return
        finally:
            self._last = None
        self._keep_written()
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
        self._tell_count()
        self._buttons()
