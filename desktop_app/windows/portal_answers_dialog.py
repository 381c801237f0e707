"""The portal's list of answers: what becomes of each line, what is in doubt chosen, recorded."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services.portal_words import state_label
from desktop_app.windows.carried_words import reason_text
from desktop_app.windows.list_dialog import ListDialog
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.rows import Column
from desktop_app.windows.theme import em
from desktop_app.windows.working import Working

if TYPE_CHECKING:
    from desktop_app.services.portal_answers import AnswerLine, Candidate, PortalAnswers

_FOLDER = "last_folder"
_NOBODY = "-"
_UNBOUNDED = 16_777_215  # what Qt calls QWIDGETSIZE_MAX
_ORDER = ("doubtful", "conflict", "refused", "unknown", "new", "changed", "double", "same")
_COLOURS = {"doubtful": "conflict", "changed": "handed_over", "refused": "returned"}


class PortalAnswersDialog(ListDialog):
    """A verdict for each line; what is in doubt is about an initiative once somebody says so."""

    help_subject = "portal-answers"

    recorded = Signal(object)
    """What was recorded: PortalAnswers."""

    def __init__(self, context: WindowContext, parent: QWidget, path: Path | None = None) -> None:
        columns = (
            Column(self.tr("Row"), lambda row: str(row.row_number), width=4),
            Column(self.tr("What becomes of it"), self._verdict, self._colour, width=13),
            Column(self.tr("Title in the list"), lambda row: row.title or row.code, stretch=True),
            Column(self.tr("Is about"), self._about_text, width=16, extra=True),
            Column(self.tr("State"), self._state, width=10, extra=True),
        )
        super().__init__(
            context,
            parent,
            self.tr("Answers of the portal"),
            self.tr(
                "Nothing is written yet. What is sure is recorded; what is in doubt needs a choice."
            ),
            columns,
        )
        self._path, self._asked = path, False
        self._read: PortalAnswers | None = None
        self._shown: PortalAnswers | None = None
        self._choices: dict[int, str] = {}
        self._against: set[int] = set()
        self.working = Working(context)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.about_box = QComboBox()
        self.about_box.setAccessibleName(self.tr("Which initiative the row is about"))
        self.about_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.about_box.setMinimumContentsLength(20)
        self.about_box.activated.connect(lambda _index: self.choose(self.about_box.currentData()))
        self.against_box = QCheckBox(self.tr("The list is &right: record it all the same"))
        self.against_box.clicked.connect(self.go_against)
        column = self.layout()
        column.insertWidget(2, self.counts)  # type: ignore[union-attr]
        column.insertWidget(3, self.working)  # type: ignore[union-attr]
        place = column.indexOf(self.detail)  # type: ignore[union-attr]
        column.removeWidget(self.detail)  # type: ignore[union-attr]
        column.insertWidget(place, self._below_list(), 1)  # type: ignore[union-attr]
        self.empty.setText(self.tr("Choose the list the portal gave: Excel or CSV."))
        self.file_button = QPushButton(self.tr("Choose the &list…"))
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self.choose_file)
        self.foot.insertWidget(0, self.file_button)
        self.record_button = QPushButton()
        self.record_button.setProperty("primary", True)
        self.record_button.clicked.connect(self.record)
        self.foot.addWidget(self.record_button)
        self.table.setMinimumHeight(em(7))
        fit_window(self, parent, 66, 42)
        self.show_rows(())
        self._count()
        if path is not None:
            self.read(path)

    def _below_list(self) -> QScrollArea:
        """Return what is said of the chosen row and what can be chosen for it."""
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(8)
        for part in (self.about_box, self.against_box, self.detail):
            rows.addWidget(part)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(em(4))
        scroll.setMaximumHeight(em(10))
        return scroll

    # The file

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the list at once: there is nothing else to do here."""
        super().showEvent(event)
        if self._path is None and not self._asked:
            self._asked = True
            QTimer.singleShot(0, self.choose_file)

    def choose_file(self) -> None:
        """Let the person choose a list, then read it."""
        begin = str(self.context.workspace.setting(_FOLDER) or Path.home())
        kinds = self.tr("Lists (*.xlsx *.xlsm *.csv *.txt);;All files (*)")
        chosen, _kind = QFileDialog.getOpenFileName(self, self.tr("The list"), begin, kinds)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Look at a list; nothing is written."""
        from desktop_app.services import portal_answers

        if self.working.busy:
            return
        self._path = path
        self._choices, self._against = {}, set()
        self.setWindowTitle(self.tr("Answers from {file}").format(file=path.name))
        self.working.run(
            self.tr("Reading the list…"),
            lambda step: portal_answers.preview(self.context.workspace, path, step),
            on_success=self._first,
            on_failure=self._failed,
        )
        self._count()

    def _first(self, looked_at: "PortalAnswers") -> None:
        self._read = looked_at
        self._show(looked_at)
        self.empty.setText(self.tr("The list has no rows."))
        if self.model.rowCount():
            self.table.selectRow(0)

    def _show(self, looked_at: "PortalAnswers") -> None:
        """Show lines with their verdicts, what needs somebody first; the chosen row stays."""
        self._shown = looked_at
        assert self._read is not None
        order = {line.row_number: _ORDER.index(line.verdict) for line in self._read.lines}
        keep = self.row.id if self.row is not None else ""
        rows = sorted(looked_at.lines, key=lambda line: (order[line.row_number], line.row_number))
        self.show_rows(rows)
        number = self.model.number_of(keep) if keep else -1
        if number >= 0:
            self.table.selectRow(number)
        tint(self.counts, "text")
        self.counts.setText(self._counts_text(looked_at))
        self._count()

    def _counts_text(self, looked_at: "PortalAnswers") -> str:
        found = {each: sum(line.verdict == each for line in looked_at.lines) for each in _ORDER}
        return " · ".join(
            f"{self._word(each)}: {format_number(number)}"
            for each, number in found.items()
            if number
        )

    # Choosing

    def choose(self, about: str) -> None:
        """Say which initiative the chosen row is about; what that leads to is shown."""
        from desktop_app.services import portal_answers

        row, read = self.row, self._read
        if row is None or read is None or self.working.busy:
            return
        self._against.discard(row.row_number)
        if about:
            self._choices[row.row_number] = about
        else:
            self._choices.pop(row.row_number, None)
        choices = self._said(with_against=False)
        self.context.tasks.start(
            self,
            lambda _step: portal_answers.decide(self.context.workspace, read, choices),
            on_success=self._show,
            on_failure=self._failed,
        )

    def go_against(self) -> None:
        """Take or leave the chosen row although the book says otherwise."""
        row = self.row
        if row is None:
            return
        (self._against.add if self.against_box.isChecked() else self._against.discard)(
            row.row_number
        )
        self._show_row()
        self._count()

    def _said(self, *, with_against: bool = True) -> dict[int, str | None]:
        """Return what was chosen; a row against the book only where that was said, too."""
        said: dict[int, str | None] = {
            row: None if about == _NOBODY else about for row, about in self._choices.items()
        }
        if not with_against or self._shown is None:
            return said
        for line in self._shown.lines:
            if line.verdict == "conflict" and line.known is not None:
                agreed = line.row_number in self._against
                said[line.row_number] = line.known.id if agreed else None
        return said

    def _count(self) -> None:
        lines = self._shown.lines if self._shown is not None else ()
        number = sum(
            not line.recorded
            and self._choices.get(line.row_number) != _NOBODY
            and (line.verdict in ("new", "changed") or line.row_number in self._against)
            for line in lines
        )
        text = self.tr("&Record {number} answers").format(number=format_number(number))
        self.record_button.setText(text)
        self.record_button.setEnabled(number > 0 and not self.working.busy)
        self.record_button.setDefault(number > 0)
        self.file_button.setEnabled(not self.working.busy)

    # Recording

    def record(self) -> None:
        """Record what is sure and what was chosen, all in one."""
        from desktop_app.services import portal_answers

        shown = self._shown
        if shown is None or self.working.busy:
            return
        choices = self._said()
        self.working.run(
            self.tr("Recording…"),
            lambda step: portal_answers.apply(self.context.workspace, shown, choices, step),
            on_success=self._done,
            on_failure=self._failed,
        )
        self._count()

    def _done(self, result: "PortalAnswers") -> None:
        self._show(result)
        said = self.tr("{number} answers were recorded. The teams hear of them with the next one.")
        self.counts.setText(said.format(number=format_number(result.recorded)))
        tint(self.counts, "green")
        self.record_button.setEnabled(False)
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.recorded.emit(result)

    def _failed(self, error: AppError) -> None:
        tint(self.counts, "red")
        self.counts.setText(told(error, self.context.language))
        self._count()

    # Words

    def _changed(self) -> None:
        super()._changed()
        self.detail.setMaximumHeight(_UNBOUNDED)  # it scrolls here
        if hasattr(self, "against_box"):
            self._show_row()

    def _show_row(self) -> None:
        """Show below the list what can be said of the chosen row."""
        row = self.row
        offered = self._offered(row) if row is not None else ()
        self.about_box.setVisible(bool(offered))
        self.against_box.setVisible(row is not None and row.verdict == "conflict")
        if row is None:
            return
        self.about_box.clear()
        self.about_box.addItem(self.tr("Not chosen yet"), "")
        for each in offered:
            self.about_box.addItem(self._candidate_text(each), each.id)
        self.about_box.addItem(self.tr("None of these: leave the row out"), _NOBODY)
        chosen = self._choices.get(row.row_number, "")
        self.about_box.setCurrentIndex(max(0, self.about_box.findData(chosen)))
        self.against_box.setChecked(row.row_number in self._against)

    def _offered(self, row: "AnswerLine") -> "tuple[Candidate, ...]":
        return () if row.recorded else row.candidates

    def _candidate_text(self, each: "Candidate") -> str:
        return f"{each.percent} % · {each.title} · {each.authors} · {each.unit} · {each.code}"

    def _verdict(self, row: "AnswerLine") -> str:
        if row.recorded:
            return self.tr("Recorded")
        if self._choices.get(row.row_number) == _NOBODY:
            return self.tr("Left out")
        if row.row_number in self._against:
            return self._word("changed")
        return self._word(row.verdict)

    def _colour(self, row: "AnswerLine") -> str:
        if row.recorded:
            return "uploaded"
        verdict = "changed" if row.row_number in self._against else str(row.verdict)
        return _COLOURS.get(verdict, verdict)

    def _word(self, verdict: str) -> str:
        words = {
            "new": self.tr("Will be recorded"),
            "changed": self.tr("Will change"),
            "same": self.tr("As here already"),
            "doubtful": self.tr("Needs a choice"),
            "conflict": self.tr("Against the book"),
            "double": self.tr("Same as another row"),
            "unknown": self.tr("Not found here"),
            "refused": self.tr("Cannot be recorded"),
        }
        return words[verdict]

    def _about_text(self, row: "AnswerLine") -> str:
        return f"{row.known.code} · {row.known.title}" if row.known is not None else ""

    def _state(self, row: "AnswerLine") -> str:
        return state_label(row.state, self.context.language) or row.state_text

    def detail_of(self, row: "AnswerLine") -> str:
        """Return what the list says, what it is about, and why it is not taken by itself."""
        listed = (row.code, row.title, row.author, self._state(row), row.note)
        lines = [self.tr("List: {text}").format(text=" · ".join(t for t in listed if t))]
        if row.known is not None:
            known = (row.known.code, row.known.title, row.known.authors, row.known.unit)
            lines.append(self.tr("Here: {text}").format(text=" · ".join(t for t in known if t)))
        if row.reason:
            lines.append(reason_text(row.reason, row.facts, self.context.language))
        elif row.verdict == "unknown":
            lines.append(self.tr("No accepted initiative has this code, or this title and author."))
        return "\n".join(lines)

    def reject(self) -> None:
        """Close; work under way is asked to stop first."""
        if self.working.busy:
            self.working.stop()
        else:
            super().reject()

    def keyPressEvent(self, event: object) -> None:
        """Enter in the list records nothing by accident."""
        key = getattr(event, "key", lambda: None)()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            if self.about_box.isVisible():
                self.about_box.setFocus()
                self.about_box.showPopup()
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]
