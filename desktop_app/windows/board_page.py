"""Tổng hợp: the board of all units, what stands behind each number, and its charts."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.board_charts import BigView, BoardCharts
from desktop_app.windows.board_lines import columns, detail, shown_rows, standing_word, total_row
from desktop_app.windows.board_period import PeriodBar
from desktop_app.windows.board_table import BoardTable
from desktop_app.windows.empty_state import empty_state
from desktop_app.windows.flow import FlowLayout
from desktop_app.windows.looks import tint
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.theme import em, scaled_font
from desktop_app.windows.words import day

WEEKS = 12


@dataclass(frozen=True)
class _Read:
    lines: tuple[Any, ...]
    programmes: tuple[Any, ...]
    phases: tuple[Any, ...]
    weeks: tuple[Any, ...]
    weeks_of: str
    told: bool


class BoardPage(Page):
    """The progress board of an office."""

    help_subject = "board"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.lines: tuple[Any, ...] = ()
        self.rows: tuple[Any, ...] = ()
        self.asked: dict[str, Any] = {}
        self._shut: set[str] = set()
        self._sort, self._descending = "unit", False
        self._weeks: tuple[Any, ...] = ()
        self._weeks_of = ""
        self._reading = 0
        self.dialog: QDialog | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 16, 24, 16)
        whole.setSpacing(8)
        # With large letters the filters alone fill a small window: then the page scrolls.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Summary"))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        area.setWidget(body)
        whole.addWidget(area, 1)
        column.addLayout(self._head())
        self.period = PeriodBar(self.workspace.today())
        self.period.changed.connect(self.refresh)
        column.addWidget(self.period)
        column.addWidget(self._filters())
        self.stack = QStackedWidget()
        self.stack.addWidget(self._table_part())
        self.charts = BoardCharts()
        self.stack.addWidget(self.charts)
        self.stack.addWidget(self._empty_part())
        self.stack.setMinimumHeight(em(14))
        column.addWidget(self.stack, 1)
        whole.addLayout(self._foot())
        QShortcut(QKeySequence("F11"), self, self.big_view)
        QShortcut(QKeySequence.StandardKey.Find, self, self.focus_search)

    # Parts

    def _head(self) -> QHBoxLayout:
        line = QHBoxLayout()
        title = QLabel(self.tr("Summary"))
        as_title(title)
        self.note = QLabel()
        self.note.setWordWrap(True)
        tint(self.note, "quiet")
        line.addWidget(title)
        line.addSpacing(16)
        line.addWidget(self.note, 1)
        self.table_button = QPushButton(self.tr("&Table"))
        self.chart_button = QPushButton(self.tr("&Charts"))
        for number, button in enumerate((self.table_button, self.chart_button)):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("choice", True)
            # The chosen one is bold, and no wider for it.
            bold = QFontMetrics(scaled_font(bold=True)).horizontalAdvance(button.text())
            button.setMinimumWidth(bold + em(2))
            button.clicked.connect(lambda _on=False, n=number: self._show_part(n))
            line.addWidget(button)
        self.table_button.setChecked(True)
        return line

    def _filters(self) -> QWidget:
        part = QWidget()
        line = FlowLayout(part)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search units"))
        self.search.setAccessibleName(self.tr("Search units"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(em(9))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(150)
        self._typing.timeout.connect(self.arrange)
        self.search.textChanged.connect(lambda _text: self._typing.start())
        line.addWidget(self.search)
        self.boxes: dict[str, QComboBox] = {}
        for name, said in (
            ("kind", self.tr("All levels")),
            ("group", self.tr("All groups")),
            ("officer", self.tr("All officers")),
            ("standing", self.tr("Behind or not")),
        ):
            box = QComboBox()
            box.setAccessibleName(said)
            box.addItem(said, "")
            box.setMinimumContentsLength(11)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.currentIndexChanged.connect(lambda _number: self.arrange())
            self.boxes[name] = box
            line.addWidget(box)
        for standing in ("behind", "on_track", "reached", "none"):
            self.boxes["standing"].addItem(standing_word(standing), standing)
        self.tree = QCheckBox(self.tr("As a tree"))
        self.tree.setChecked(True)
        self.tree.toggled.connect(lambda _on: self.arrange())
        self.every_column = QCheckBox(self.tr("All columns"))
        self.every_column.toggled.connect(self._show_columns)
        line.addWidget(self.tree)
        line.addWidget(self.every_column)
        return part

    def _table_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        listed = columns()
        self.table = BoardTable(listed, self.tr("Progress of the units"))
        self.table.sort_asked.connect(self.sort_by)
        self.table.drilled.connect(self.drill)
        self.table.toggled.connect(self._toggle)
        self.total = BoardTable(listed, self.tr("Totals"))
        self.total.board.totals = self.total.follows = True
        self.total.horizontalHeader().hide()
        self.total.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.total.setFixedHeight(em(2.3))
        for policy in (
            self.total.setHorizontalScrollBarPolicy,
            self.total.setVerticalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().sectionResized.connect(
            lambda number, _before, width: self.total.setColumnWidth(number, width)
        )
        self.table.column_shown.connect(
            lambda number, shown: self.total.setColumnHidden(number, not shown)
        )
        self.table.horizontalScrollBar().valueChanged.connect(
            self.total.horizontalScrollBar().setValue
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        column.addWidget(self.table, 1)
        column.addWidget(self.total)
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.detail)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_detail())
        self._show_columns(False)
        return part

    def _empty_part(self) -> QWidget:
        self.empty_button = QPushButton(self.tr("Go to the units"))
        self.empty_button.clicked.connect(lambda: self.go.emit("units", {}))
        return empty_state(
            self.tr(
                "How far each unit has come stands here, once there are units below this office."
            ),
            self.empty_button,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the explaining words out where they would take the table's room."""
        super().resizeEvent(event)
        roomy = self.width() > em(50)
        self.note.setVisible(roomy)
        self.hint.setVisible(roomy)
        self.table.setToolTip("" if roomy else self.hint.text())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self.copy_button = QPushButton(self.tr("C&opy the table"))
        self.copy_button.clicked.connect(self.copy)
        self.big_button = QPushButton(self.tr("&Big view (F11)"))
        self.big_button.clicked.connect(self.big_view)
        self.reports_button = QPushButton(self.tr("&Reports…"))
        self.reports_button.setProperty("primary", True)
        self.reports_button.clicked.connect(self.open_reports)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.big_button)
        hint = QLabel(
            self.tr(
                "Enter on a number shows the initiatives behind it. Ctrl+↓ and Ctrl+↑ sort, "
                "+ and − open and shut a unit."
            )
        )
        hint.setWordWrap(True)
        tint(hint, "quiet")
        self.hint = hint
        foot.addSpacing(8)
        foot.addWidget(hint, 1)
        foot.addStretch(0)
        foot.addWidget(self.reports_button)
        return foot

    # Reading

    def opened(self, **arguments: Any) -> None:
        """Show the board afresh; ``phase`` names one to begin with."""
        if "phase" in arguments:
            self.period.choose({"phase": arguments["phase"]})
        self.refresh()

    def focus_search(self) -> None:
        """Put the cursor in the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def refresh(self) -> None:
        """Read the board again, beside the window; the person stays where they are."""
        asked, row = self.period.asked(), self.table.cell()[0]
        unit_id = row.id if row is not None else self.workspace.own.unit_id
        self._reading += 1
        reading = self._reading

        def show(read: _Read) -> None:
            # An answer to a question asked before is not the answer to this one.
            if reading == self._reading:
                self._show(asked, read)

        self.context.tasks.start(
            self, lambda _step: _read(self.workspace, asked, unit_id), on_success=show
        )

    def open_reports(self) -> None:
        """Open the reports, for the period the board shows."""
        from desktop_app.windows.reports_dialog import ReportsDialog

        wanted = {name: self.asked.get(name) for name in ("phase", "date_from", "date_to")}
        self.dialog = ReportsDialog(self.context, self, **wanted)
        self.dialog.open()

    def _show(self, asked: dict[str, Any], read: _Read) -> None:
        self.asked, self.lines = asked, read.lines
        self._weeks, self._weeks_of = read.weeks, read.weeks_of
        self.period.show_choices(read.programmes, read.phases)
        self.period.offer_reported(read.told)
        self._show_choices()
        if read.lines:
            text = self.tr("State of {day}. The four tracks stand apart and are not added up.")
            if asked.get("reported"):
                text = self.tr("As each office told it last, the earliest on {day}.")
            earliest = min(line.as_of for line in read.lines)
            self.note.setText(text.format(day=day(earliest)))
        self.arrange()
        self._show_part(int(self.chart_button.isChecked()))

    def _show_choices(self) -> None:
        from desktop_app.services.board import choices, kind_word

        for name in ("kind", "group", "officer"):
            box = self.boxes[name]
            before = box.currentData()
            box.blockSignals(True)
            while box.count() > 1:
                box.removeItem(1)
            for value in choices(self.lines, name):
                text = kind_word(value, self.context.language) if name == "kind" else value
                box.addItem(text, value)
            box.setCurrentIndex(max(0, box.findData(before)))
            box.setVisible(box.count() > 1)
            box.blockSignals(False)

    # Arranging

    def wanted(self) -> Any:
        """Return the filter as it is set."""
        from desktop_app.services.board import BoardFilter

        chosen = {name: box.currentData() or "" for name, box in self.boxes.items()}
        return BoardFilter(search=self.search.text(), **chosen)

    def arrange(self) -> None:
        """Filter and sort what was read."""
        from desktop_app.services.board import arrange, largest_shortfalls, matching, totals

        row, _column = self.table.cell()
        place = self.table.currentIndex().column()
        wanted = self.wanted()
        self.tree.setEnabled(not wanted.asks)
        self.rows = arrange(
            self.lines,
            wanted,
            sort=self._sort,
            descending=self._descending,
            tree=self.tree.isChecked(),
            shut=self._shut,
        )
        self.table.board.sorted_by, self.table.board.descending = self._sort, self._descending
        self.table.board.show(shown_rows(self.rows))
        self.table.go_to(row.id if row is not None else "", max(0, place))
        self.table.fit()
        numbers = totals(self.rows, self.lines)
        as_of = self.lines[0].as_of if self.lines else self.workspace.today()
        self.total.board.show([total_row(numbers, len(self.rows), as_of)])
        shown = matching(self.lines, wanted)
        name = self.lines[0].counting if self.lines else "uploaded"
        self.charts.show_board(largest_shortfalls(shown), self._weeks_of, self._weeks, name)

    def sort_by(self, field: str, descending: bool) -> None:
        """Sort by a column."""
        self._sort, self._descending = field, descending
        self.arrange()
        self.table.horizontalHeader().viewport().update()

    def _toggle(self, unit_id: str) -> None:
        self._shut ^= {unit_id}
        self.arrange()

    def _show_columns(self, everything: bool) -> None:
        self.table.show_all_columns(everything)
        for number in range(len(self.table.columns)):
            self.total.setColumnHidden(number, self.table.isColumnHidden(number))
            self.total.setColumnWidth(number, self.table.columnWidth(number))

    def _show_detail(self) -> None:
        row, _column = self.table.cell()
        self.detail.setText(detail(row) if row is not None else "")

    def _show_part(self, part: int) -> None:
        units = [line for line in self.lines if line.unit_id != self.workspace.own.unit_id]
        self.stack.setCurrentIndex(part if units else 2)
        if part == 1:
            self._read_weeks()

    def _read_weeks(self) -> None:
        """Show the weeks of the unit the table is on."""
        row, _column = self.table.cell()
        if row is None or row.line.unit == self._weeks_of:
            return
        unit_id, name, until = row.id, row.line.unit, row.line.as_of
        counting = row.line.counting

        def show(weeks: Any) -> None:
            self._weeks, self._weeks_of = weeks, name
            self.charts.show_weeks(name, weeks, counting)

        self.context.tasks.start(
            self, lambda _step: _weeks(self.workspace, unit_id, until), on_success=show
        )

    # Doing

    def drill(self, unit_id: str, number: str) -> None:
        """Open the initiatives behind a number of a unit's line."""
        from desktop_app.windows.board_items_dialog import BoardItemsDialog

        line = next((line for line in self.lines if line.unit_id == unit_id), None)
        if line is None:
            return
        if self.asked.get("reported"):
            self.said.emit(
                self.tr("These figures were told; their reports lie at the office below.")
            )
            return
        column = next(c for c in self.table.columns if c.drill == number or c.field == number)
        dialog = BoardItemsDialog(
            self.context, self, f"{line.unit} · {column.tip}", unit_id, number, self.asked
        )
        dialog.chosen.connect(lambda found: self.go.emit("review", {"open": found}))
        self.dialog = dialog
        dialog.open()

    def copy(self) -> None:
        """Copy the table as it stands, to be pasted into a sheet."""
        from desktop_app.services.board import as_table_text

        shown = [
            (number, column)
            for number, column in enumerate(self.table.columns)
            if not self.table.isColumnHidden(number)
        ]
        headings = [f"{c.group}: {c.tip}" if c.group else c.tip for _number, c in shown]
        rows = [*shown_rows(self.rows), self.total.board.row(0)]
        lines = [[column.text(row).strip(" ▾▸") for _number, column in shown] for row in rows]
        QGuiApplication.clipboard().setText(as_table_text(headings, lines))
        self.said.emit(self.tr("{number} lines copied").format(number=len(lines)))

    def big_view(self) -> None:
        """Show the charts over the whole screen."""
        view = self.dialog = BigView(self, self.charts, self.tr("Summary"))
        view.showFullScreen()


def _read(workspace: Any, asked: dict[str, Any], unit_id: str) -> _Read:
    from desktop_app.services import targets
    from desktop_app.services.progress import progress
    from desktop_app.services.reported import told_from_below

    lines = progress(workspace, **asked)
    known = {line.unit_id: line for line in lines}
    line = known.get(unit_id) or (lines[0] if lines else None)
    return _Read(
        lines,
        targets.list_programmes(workspace),
        targets.list_phases(workspace),
        _weeks(workspace, line.unit_id, line.as_of) if line else (),
        line.unit if line else "",
        told_from_below(workspace),
    )


def _weeks(workspace: Any, unit_id: str, until: Any) -> tuple[Any, ...]:
    from desktop_app.services.weeks import weekly

    return weekly(workspace, unit_id, until=until, weeks=WEEKS)
