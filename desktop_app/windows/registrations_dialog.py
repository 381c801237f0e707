"""A unit's list of registrations: its columns, then every row with what it is, then drafts."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError, Cancelled
from desktop_app.services.registrations.columns import Column, targets
from desktop_app.services.registrations.judging import (
    RegistrationList,
    Row,
    Verdict,
    judge,
    read_registrations,
)
from desktop_app.services.registrations.taking import Outcome, take
from desktop_app.windows.answer_text import label_of
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, em, scaled_font, tokens
from desktop_app.windows.working import Working


class RegistrationsDialog(QDialog):
    """Reads a list, lets a person match columns and tick rows, makes drafts of them."""

    help_subject = "import"

    taken = Signal(int)
    """So many drafts were begun or changed."""

    def __init__(self, context: WindowContext, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("From a list"))
        fit_window(self, parent, 66, 44)
        self._context, self._file = context, file
        self._listed: RegistrationList | None = None
        self.rows: tuple[Row, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        title = QLabel(self.tr("Registrations from “{file}”").format(file=file.name))
        title.setFont(scaled_font(TITLE, bold=True))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        column.addWidget(title)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._columns_part())
        self._stack.addWidget(self._rows_part())
        column.addWidget(self._stack, 1)
        self.working = Working(context)
        column.addWidget(self.working)
        column.addLayout(self._foot())
        self._step(0)
        self._read(None)

    def _columns_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        self.sheet_box = QComboBox()
        self.sheet_box.setAccessibleName(self.tr("Sheet"))
        self.sheet_box.activated.connect(lambda _index: self._read(self.sheet_box.currentText()))
        said = QLabel(self.tr("Which question does each column answer? It is remembered."))
        said.setWordWrap(True)
        line.addWidget(said, 1)
        line.addWidget(self.sheet_box)
        column.addLayout(line)
        self.column_table = _table(
            [self.tr("Column"), self.tr("Examples"), self.tr("Goes to")],
            self.tr("Columns of the list"),
        )
        column.addWidget(self.column_table, 1)
        return part

    def _rows_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        self._counts = QLabel()
        self._counts.setWordWrap(True)
        column.addWidget(self._counts)
        self.row_table = _table(
            [self.tr("Row"), self.tr("Title"), self.tr("Authors"), self.tr("What it is")],
            self.tr("Rows of the list"),
        )
        self.row_table.itemChanged.connect(lambda _item: self._allow())
        column.addWidget(self.row_table, 1)
        return part

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._said = QLabel()
        tint(self._said, "amber")
        self._said.setWordWrap(True)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.back_button = QPushButton(self.tr("Back"))
        self.back_button.setAutoDefault(False)
        self.back_button.clicked.connect(lambda: self._step(0))
        self.next_button = QPushButton(self.tr("Look at the rows"))
        self.next_button.setProperty("primary", True)
        self.next_button.clicked.connect(self._judge)
        self.take_button = QPushButton(self.tr("Begin the drafts"))
        self.take_button.setProperty("primary", True)
        self.take_button.clicked.connect(self._take)
        foot.addWidget(self._said, 1)
        for button in (cancel, self.back_button, self.next_button, self.take_button):
            foot.addWidget(button)
        return foot

    def _step(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.next_button.setVisible(number == 0)
        self.back_button.setVisible(number == 1)
        self.take_button.setVisible(number == 1)
        (self.take_button if number else self.next_button).setDefault(True)
        self._allow()

    # Columns

    def _read(self, sheet: str | None) -> None:
        workspace, file = self._context.workspace, self._file
        self.next_button.setEnabled(False)
        self.working.run(
            self.tr("Reading the list…"),
            lambda _step: read_registrations(workspace, file, sheet),
            on_success=self._show_columns,
            on_failure=self._not_read,
        )

    def _not_read(self, error: AppError) -> None:
        self._context.tell(error)
        if self._listed is None:
            self.reject()

    def _show_columns(self, listed: RegistrationList) -> None:
        self._listed = listed
        self.sheet_box.clear()
        self.sheet_box.addItems(listed.sheets)
        self.sheet_box.setCurrentText(listed.sheet)
        self.sheet_box.setVisible(len(listed.sheets) > 1)
        labels = self._labels(listed)
        self.column_table.setRowCount(len(listed.columns))
        for row, column in enumerate(listed.columns):
            self.column_table.setItem(row, 0, QTableWidgetItem(column.heading or "–"))
            self.column_table.setItem(row, 1, QTableWidgetItem(" · ".join(column.examples)))
            box = QComboBox()
            box.setAccessibleName(column.heading or self.tr("Column {n}").format(n=row + 1))
            box.addItem(self.tr("Not taken"), "")
            for name, label in labels.items():
                box.addItem(label, name)
            box.setCurrentIndex(max(0, box.findData(column.target)))
            box.currentIndexChanged.connect(lambda _index: self._allow())
            self.column_table.setCellWidget(row, 2, box)
        self._step(0)

    def _labels(self, listed: RegistrationList) -> dict[str, str]:
        """Return the questions a column can go to, by their labels."""
        nodes = {".".join((*path, node.name)): node for path, node in listed.form.walk()}
        language = self._context.language
        return {
            name: (self.tr("Author: {label}") if "." in name else "{label}").format(
                label=label_of(nodes[name], language).split("\n")[0]
            )
            for name in targets(listed.form)
        }

    def columns(self) -> tuple[Column, ...]:
        """Return the columns as they are matched now."""
        assert self._listed is not None
        found = []
        for row, column in enumerate(self._listed.columns):
            box = self.column_table.cellWidget(row, 2)
            assert isinstance(box, QComboBox)
            found.append(replace(column, target=str(box.currentData())))
        return tuple(found)

    def _allow(self) -> None:
        if self._listed is None:
            return
        goes = [column.target for column in self.columns() if column.target]
        twice = {name for name in goes if goes.count(name) > 1}
        said = ""
        if twice:
            labels = self._labels(self._listed)
            said = self.tr("Two columns go to “{question}”.").format(question=labels[min(twice)])
        elif "initiative_title" not in goes:
            said = self.tr("Choose the column with the title of the initiative.")
        self._said.setText(said if self._stack.currentIndex() == 0 else "")
        self.next_button.setEnabled(not said and not self.working.busy)
        self.take_button.setEnabled(bool(self.chosen()) and not self.working.busy)

    # Rows

    def _judge(self) -> None:
        workspace, listed, columns = self._context.workspace, self._listed, self.columns()
        assert listed is not None
        self.next_button.setEnabled(False)
        self.working.run(
            self.tr("Comparing with the book…"),
            lambda step: judge(workspace, listed, columns, step),
            on_success=self._show_rows,
            on_failure=self._stopped,
        )

    def _stopped(self, error: AppError) -> None:
        if not isinstance(error, Cancelled):
            self._context.tell(error)
        self._allow()

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        table = self.row_table
        table.blockSignals(True)
        table.setRowCount(len(rows))
        for place, row in enumerate(rows):
            can = row.verdict not in (Verdict.SAME, Verdict.EMPTY)
            first = QTableWidgetItem(str(row.number))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            first.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags)
            # A changed row goes into a draft somebody may be writing: ticked by a person only.
            ticked = can and row.verdict is not Verdict.CHANGED
            if can:
                first.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            people = row.answers.get("authors", ())
            names = ", ".join(str(person.get("full_name", "")) for person in people)
            name, colour = _MARKS[row.verdict]
            what = QTableWidgetItem(icon(name, getattr(tokens(), colour)), self._what(row))
            for column, item in enumerate(
                (first, QTableWidgetItem(row.title or "–"), QTableWidgetItem(names), what)
            ):
                table.setItem(place, column, item)
        table.blockSignals(False)
        count = {verdict: sum(row.verdict is verdict for row in rows) for verdict in Verdict}
        self._counts.setText(
            self.tr(
                "{new} new · {unclear} to look at · {changed} changed · {same} here already"
            ).format(
                new=count[Verdict.NEW],
                unclear=count[Verdict.UNCLEAR],
                changed=count[Verdict.CHANGED],
                same=count[Verdict.SAME],
            )
        )
        self._step(1)
        table.setFocus()

    def _what(self, row: Row) -> str:
        if row.verdict is Verdict.NEW:
            return self.tr("New")
        if row.verdict is Verdict.EMPTY:
            return self.tr("No title; passed over")
        if row.verdict is Verdict.CHANGED:
            return self.tr("Changed since; tick to change draft {dossier}").format(
                dossier=row.dossier
            )
        if row.verdict is Verdict.UNCLEAR:
            return self.tr("Not clear: {text}").format(text="; ".join(row.unread.values()))
        if row.like_row:
            return self.tr("The same as row {row}").format(row=row.like_row)
        return self.tr("Here already: {dossier}").format(dossier=row.dossier)

    def chosen(self) -> list[Row]:
        """Return the rows that are ticked."""
        return [
            row
            for place, row in enumerate(self.rows)
            if (item := self.row_table.item(place, 0)) is not None
            and item.flags() & Qt.ItemFlag.ItemIsUserCheckable
            and item.checkState() is Qt.CheckState.Checked
        ]

    # Taking

    def _take(self) -> None:
        workspace, rows, columns = self._context.workspace, self.chosen(), self.columns()
        self.take_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self.working.run(
            self.tr("Beginning drafts…"),
            lambda step: take(workspace, rows, columns, step),
            on_success=self._done,
            on_failure=self._broken_off,
        )

    def _broken_off(self, error: AppError) -> None:
        """What is in stays in: look at the rows again, they say which."""
        self.back_button.setEnabled(True)
        self._stopped(error)
        self._judge()

    def _done(self, outcome: Outcome) -> None:
        self.back_button.setEnabled(True)
        if outcome.refused:
            self._said.setText(
                self.tr("{number} rows could not be taken.").format(number=len(outcome.refused))
            )
            self._judge()
            return
        self.accept()
        self.taken.emit(len(outcome.new) + len(outcome.changed))


_MARKS = {
    Verdict.NEW: ("plus", "green"),
    Verdict.SAME: ("check", "quiet"),
    Verdict.CHANGED: ("undo", "amber"),
    Verdict.UNCLEAR: ("alert", "amber"),
    Verdict.EMPTY: ("circle", "quiet"),
}


def _table(headings: list[str], name: str) -> QTableWidget:
    table = QTableWidget(0, len(headings))
    table.setHorizontalHeaderLabels(headings)
    table.setAccessibleName(name)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(em(2.8))  # room for a box to choose from
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setMinimumSectionSize(em(7))
    return table
