"""What is like an initiative: a list, both texts side by side, and what the officer says of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError
from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.side_by_side_view import Pair, SideBySideView, make_pair
from desktop_app.windows.theme import TITLE, em, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.side_by_side import Side
    from desktop_app.services.similar import SimilarInitiative
    from desktop_app.windows.background import Task

_ROWS_ABOVE, _ANY_HEIGHT = 2, 16_777_215
_NARROW = 60
"""Below so many font heights the list stands above the texts, not beside them."""


class SimilarDialog(QDialog):
    """The likenesses of one initiative; linking and keeping apart, undone with one key."""

    help_subject = "similar"

    phrase_chosen = Signal(str)
    """A sentence for the comment, such as "The same as initiative …"."""
    open_wanted = Signal(str)
    """Asks to open another initiative, by its id."""
    said_changed = Signal()
    """Something was linked, kept apart or taken back: lists may have changed."""

    def __init__(self, context: WindowContext, parent: QWidget, initiative_id: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Similar initiatives"))
        self._context, self._id = context, initiative_id
        self._side: Side | None = None
        self._undo: tuple[str, str | None] | None = None
        self._comparing: Task | None = None
        self._asked = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self.title = QLabel(self.windowTitle())
        self.title.setFont(scaled_font(TITLE, bold=True))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.said = QLabel(self.tr("Looking through the book …"))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.title, self.said):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addLayout(self._waiting_line())
        column.addWidget(self._middle(), 1)
        column.addLayout(self._foot())
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        shortcut.activated.connect(self._take_back_last)
        fit_window(self, parent, 76, 44)
        self.refresh()

    # The parts

    def _waiting_line(self) -> QHBoxLayout:
        """Reports that came in and were not compared yet: said, with a button to do it."""
        line = QHBoxLayout()
        self.waiting = QLabel()
        self.waiting.setWordWrap(True)
        tint(self.waiting, "amber")
        self.compare_button = QPushButton(self.tr("Compare &now"))
        self.compare_button.setAutoDefault(False)
        self.compare_button.clicked.connect(self._compare)
        line.addWidget(self.waiting, 1)
        line.addWidget(self.compare_button)
        for part in (self.waiting, self.compare_button):
            part.hide()
        return line

    def _middle(self) -> QSplitter:
        columns = [
            Column(self.tr("Alike"), lambda row: f"{row.percent} %", width=3.8),
            Column(self.tr("Initiative"), lambda row: row.title, stretch=True),
            Column(self.tr("Where"), self._where, width=6.6),
        ]
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Similar initiatives"))
        self.model = RowsModel(columns)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.texts = SideBySideView()
        self.table.activated.connect(lambda _index: self.texts.setFocus())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        for part in (self.table, self.texts):
            self._splitter.addWidget(part)
        self._splitter.setStretchFactor(1, 3)
        return self._splitter

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.more_button = self._button(self.tr("&More"), lambda: None)
        menu = QMenu(self.more_button)
        self.open_action = menu.addAction(self.tr("&Open the other"), self._open)
        self.phrase_action = menu.addAction(self.tr("&Put into the comment"), self._phrase)
        for action, keys in ((self.open_action, "Ctrl+O"), (self.phrase_action, "Ctrl+I")):
            action.setShortcut(QKeySequence(keys))
            self.addAction(action)
        self.more_button.setMenu(menu)
        self.undo_button = self._button(self.tr("&Undo"), self._take_back_last)
        self.close_button = self._button(self.tr("&Close"), self.accept)
        self.apart_button = self._button(self.tr("&Different"), self._call_different)
        self.unlink_button = self._button(self.tr("&Take the link away"), self._unlink)
        self.link_button = self._button(self.tr("The &same initiative"), self._link)
        self.link_button.setProperty("primary", True)
        foot.addWidget(self.more_button)
        foot.addWidget(self.undo_button)
        foot.addStretch(1)
        for button in (
            self.close_button,
            self.apart_button,
            self.unlink_button,
            self.link_button,
        ):
            foot.addWidget(button)
        self.undo_button.hide()
        return foot

    def _button(self, text: str, clicked: Callable[[], Any]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: clicked())
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list above the texts where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < em(_NARROW)
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() is not wanted:
            self._splitter.setOrientation(wanted)
            self.table.horizontalHeader().setVisible(not narrow)
            self.title.setFont(scaled_font(1.0 if narrow else TITLE, bold=True))
        self.table.setMaximumHeight(em(2.1 * _ROWS_ABOVE + 0.2) if narrow else _ANY_HEIGHT)

    # What is shown

    @property
    def row(self) -> "SimilarInitiative | None":
        """The chosen likeness, None while there is none."""
        row: SimilarInitiative | None = current_row(self.table)
        return row if self.model.rowCount() else None

    def refresh(self) -> None:
        """Look through the book again; the place in the list is kept."""
        from desktop_app.services.likenesses import count_waiting
        from desktop_app.services.side_by_side import open_side
        from desktop_app.services.similar import similar_initiatives

        workspace = self._context.workspace

        def work(_step: Any) -> Any:
            return (
                open_side(workspace, self._id),
                similar_initiatives(workspace, self._id),
                count_waiting(workspace),
            )

        self._context.tasks.start(self, work, on_success=self._show)

    def _show(self, found: "tuple[Side, tuple[SimilarInitiative, ...], int]") -> None:
        side, rows, waiting = found
        self._side = side
        self.title.setText(side.title)
        sentence = self.tr("{code}. Like it in the whole book: {number}.")
        self.said.setText(sentence.format(code=side.code, number=format_number(len(rows))))
        if not rows:
            self.said.setText(self.tr("Nothing like it was found in the book."))
        self.waiting.setText(
            self.tr("{number} reports that came in were not compared with the book yet.").format(
                number=format_number(waiting)
            )
        )
        for part in (self.waiting, self.compare_button):
            part.setVisible(waiting > 0)
        place = max(0, self.table.currentIndex().row())
        self.model.show(rows)
        self._splitter.setVisible(bool(rows))
        if self._splitter.orientation() is Qt.Orientation.Horizontal:
            self._splitter.setSizes([em(25), em(47)])
        if rows:
            self.table.selectRow(min(place, len(rows) - 1))
            self.table.setFocus()
        else:
            (self.compare_button if waiting else self.close_button).setFocus()
        self._chosen()

    def _chosen(self) -> None:
        row = self.row
        for part in (self.more_button, self.open_action, self.phrase_action, self.apart_button):
            part.setEnabled(row is not None)
        is_linked = row is not None and row.said == "same"
        self.unlink_button.setVisible(is_linked)
        self.link_button.setVisible(not is_linked)
        self.link_button.setEnabled(row is not None)
        self._asked += 1
        if row is not None and self._side is not None:
            self.texts.show_text(self.tr("Opening …"))
            self._open_pair(row, self._asked)

    def _open_pair(self, row: "SimilarInitiative", asked: int) -> None:
        from desktop_app.services.side_by_side import open_side

        workspace, language, mine = self._context.workspace, self._context.language, self._side
        assert mine is not None

        def show(pair: Pair) -> None:
            if asked == self._asked:  # another row may have been chosen meanwhile
                self.texts.show_pair(pair, self._about(row))

        self._context.tasks.start(
            self,
            lambda _step: make_pair(mine, open_side(workspace, row.id), language),
            on_success=show,
        )

    def _about(self, row: "SimilarInitiative") -> str:
        text = self.tr("Title {title} % alike, contents {body} %. {unit}, {year}.")
        return text.format(
            title=row.title_percent,
            body=row.body_percent,
            unit=row.unit or "–",
            year=row.year,
        )

    def _where(self, row: "SimilarInitiative") -> str:
        words = {
            "same_unit": self.tr("same unit"),
            "other_unit": self.tr("another unit"),
            "earlier_year": self.tr("{year}").format(year=row.year),
        }
        return self.tr("linked") if row.said == "same" else words.get(row.relation, "")

    # What the officer says

    def _link(self) -> None:
        from desktop_app.services.linking import link

        self._say(link)

    def _call_different(self) -> None:
        from desktop_app.services.linking import call_different

        self._say(call_different)

    def _unlink(self) -> None:
        from desktop_app.services.linking import take_back

        self._say(take_back)

    def _say(self, verb: Callable[..., str | None]) -> None:
        row = self.row
        if row is None:
            return
        try:
            before = verb(self._context.workspace, self._id, row.id)
        except AppError as error:
            self._context.tell(error)
            return
        self._undo = (row.id, before)
        self.undo_button.show()
        self.said_changed.emit()
        self.refresh()

    def _take_back_last(self) -> None:
        """Say of the last pair what had been said before."""
        from desktop_app.services import linking

        if self._undo is None:
            return
        other_id, before = self._undo
        verbs = {linking.SAME: linking.link, linking.DIFFERENT: linking.call_different}
        try:
            verbs.get(before or "", linking.take_back)(self._context.workspace, self._id, other_id)
        except AppError as error:
            self._context.tell(error)
            return
        self._undo = None
        self.undo_button.hide()
        self.said_changed.emit()
        self.refresh()

    def _open(self) -> None:
        if self.row is not None:
            self.open_wanted.emit(self.row.id)
            self.accept()

    def _phrase(self) -> None:
        row = self.row
        if row is not None:
            text = self.tr("The same as initiative {code} of {unit} ({year}): {title}.")
            self.phrase_chosen.emit(
                text.format(code=row.code, unit=row.unit or "–", year=row.year, title=row.title)
            )
            self.said.setText(self.tr("The sentence was put into the comment."))

    # What waits

    def _compare(self) -> None:
        from desktop_app.services.likenesses import look_for_likenesses

        workspace = self._context.workspace
        self.compare_button.setEnabled(False)

        def progress(done: int, whole: int) -> None:
            text = self.tr("Compared {done} of {whole} reports.")
            self.waiting.setText(text.format(done=format_number(done), whole=format_number(whole)))

        def end(_compared: Any) -> None:
            self._comparing = None
            self.compare_button.setEnabled(True)
            self.said_changed.emit()
            self.refresh()

        self._comparing = self._context.tasks.start(
            self,
            lambda step: look_for_likenesses(workspace, step),
            on_success=end,
            on_progress=progress,
        )

    def done(self, result: int) -> None:
        """Close; comparing stops and goes on the next time."""
        if self._comparing is not None:
            self._comparing.cancel()
        super().done(result)
