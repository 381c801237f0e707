"""The head of the review list: state with its counts, search, and what else narrows it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QComboBox

from desktop_app.domain.numbers import format_number
from desktop_app.windows.page import WindowContext
from desktop_app.windows.review_filter import FilterDialog
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.services.review_list import ReviewFilter
    from desktop_app.windows.designed.ui_review_page import Ui_ReviewPage
    from desktop_app.windows.page import Page


class ReviewFilters(QObject):
    """Holds the filter as long as the window is open; counts are read beside the window."""

    changed = Signal()
    counted = Signal()

    def __init__(self, context: WindowContext, form: "Ui_ReviewPage", page: "Page") -> None:
        super().__init__(page)
        from desktop_app.services.review_list import STATES, ReviewFilter

        self._context, self._form, self._page = context, form, page
        self._narrow = ReviewFilter()
        self.counts: Mapping[str, int] = {}
        self._counting = self._again = False
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self.changed)
        form.searchEdit.textChanged.connect(lambda _text: self._typing.start())
        form.searchEdit.setMinimumWidth(em(7))
        form.searchEdit.setMaximumWidth(em(24))
        form.stateBox.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        form.stateBox.setMinimumContentsLength(13)
        for state in STATES:
            form.stateBox.addItem(self._words(state), state)
        form.stateBox.currentIndexChanged.connect(lambda _n: self.changed.emit())
        form.filterButton.clicked.connect(self.ask)

    def _words(self, state: str) -> str:
        words = {
            "": self.tr("Everything"),
            "waiting": self.tr("Undecided"),
            "new": self.tr("New"),
            "changed": self.tr("Changed"),
            "overdue": self.tr("Overdue"),
            "similar": self.tr("Like another"),
            "conflict": self.tr("Two versions"),
            "noted": self.tr("With a note"),
            "decided": self.tr("Decided"),
        }
        return words[state]

    @property
    def wanted(self) -> "ReviewFilter":
        """What the list shows."""
        state = str(self._form.stateBox.currentData() or "")
        return replace(self._narrow, state=state, search=self._form.searchEdit.text())

    @property
    def any(self) -> bool:
        """Whether anything narrows the list."""
        wanted = self.wanted
        return bool(wanted.state or wanted.search or wanted.narrowed)

    def shorten(self, *, narrow: bool) -> None:
        """With large text the head makes room for its buttons."""
        self._form.searchEdit.setMinimumWidth(em(4.5 if narrow else 7))
        self._form.stateBox.setMinimumContentsLength(8 if narrow else 13)

    def show_state(self, state: str) -> None:
        """Show only one state of the list."""
        number = self._form.stateBox.findData(state)
        if number >= 0:
            self._form.stateBox.setCurrentIndex(number)

    def ask(self) -> None:
        """Ask what to narrow the list to."""
        dialog = FilterDialog(self._context, self._page, self._narrow)
        dialog.applied.connect(self.narrow)
        dialog.open()

    def narrow(self, wanted: "ReviewFilter") -> None:
        """Narrow the list to unit, officer, field, template and days."""
        self._narrow = replace(wanted, state="", search="")
        number = self._narrow.narrowed
        text = self.tr("Filter (L)")
        if number:
            text = self.tr("Filter: {number} (L)").format(number=number)
        self._form.filterButton.setText(text)
        self.changed.emit()

    def count(self) -> None:
        """Count each state anew; asked again meanwhile, it is counted once more afterwards."""
        if self._counting:
            self._again = True
            return
        self._counting = True
        wanted = self.wanted

        def work(_step: object) -> Mapping[str, int]:
            from desktop_app.services import review_list

            return review_list.counts(self._context.workspace, wanted)

        self._context.tasks.start(self, work, on_success=self._counted)

    def _counted(self, counts: Mapping[str, int]) -> None:
        self._counting, self.counts = False, counts
        box = self._form.stateBox
        for number in range(box.count()):
            state = str(box.itemData(number))
            text = f"{self._words(state)} ({format_number(counts.get(state, 0))})"
            box.setItemText(number, text)
        self.counted.emit()
        if self._again:
            self._again = False
            self.count()
