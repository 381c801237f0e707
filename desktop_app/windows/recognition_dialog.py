"""Công nhận: what was recorded of an initiative, what to heed, and the next step."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.icons import icon
from desktop_app.windows.looks import fit_window, soften, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.recognition_words import told_fields
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import QUESTION, TITLE, em, scaled_font, tokens
from desktop_app.windows.words import word

if TYPE_CHECKING:
    from desktop_app.services.recognition import RecognitionStatus


@dataclass(frozen=True)
class HistoryRow:
    """A line of the history: when, which state, what it says."""

    id: str
    when: str
    state: str
    fields: tuple[tuple[str, str], ...]

    @property
    def short(self) -> str:
        """The entry in one line."""
        return " · ".join(f"{name}: {value}" for name, value in self.fields)


class RecognitionDialog(QDialog):
    """Shows where one initiative stands and takes it a step on; nothing is decided beforehand."""

    help_subject = "recognition"

    changed = Signal(str)
    """Something was recorded of this initiative."""

    def __init__(self, context: WindowContext, parent: QWidget, initiative_id: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Recognition"))
        self.context, self.initiative_id = context, initiative_id
        self.status: RecognitionStatus | None = None
        self._make()
        fit_window(self, parent, 76, 46)
        self.refresh()

    # Laying out

    def _make(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        self.title = QLabel()
        self.title.setFont(scaled_font(TITLE, bold=True))
        self.state = QLabel()
        self.state.setFont(scaled_font(QUESTION, bold=True))
        for label in (self.title, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addWidget(self._middle(), 1)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        column.addWidget(self.problem)
        self.steps = self._actions()
        for buttons in self._rows_of_buttons():
            column.addLayout(buttons)

    def _middle(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        columns = (
            Column(self.tr("Recorded"), lambda row: row.when, width=8),
            Column(self.tr("State"), lambda row: word(row.state), lambda row: row.state, width=11),
            Column(self.tr("What was recorded"), lambda row: row.short, stretch=True),
        )
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("History"))
        self.model = RowsModel(columns)
        prepare(self.table, self.model, columns)
        soften(self.table)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_entry())
        self.empty = QLabel(
            self.tr(
                "Nothing was recorded yet. The application, the council and the decision will "
                "stand here, each with its day."
            )
        )
        self.empty.setWordWrap(True)
        tint(self.empty, "quiet")
        self.detail, scrolled = _scrolled_text(self.tr("Entry"))
        column.addWidget(self.table, 3)
        column.addWidget(self.empty)
        column.addWidget(scrolled, 2)
        right = QScrollArea()
        right.setWidgetResizable(True)
        right.setAccessibleName(self.tr("What to heed"))
        self._right = right
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        return split

    def _actions(self) -> dict[str, QPushButton]:
        wanted: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("file", self.tr("&File…"), self.file),
            ("check", self.tr("F&orm…"), self.check_form),
            ("session", self.tr("&Session of the council…"), self.hold_session),
            ("decide", self.tr("&Decision…"), self.decide),
            ("correct", self.tr("&Put right…"), self.correct),
            ("papers", self.tr("P&apers…"), self.show_papers),
        )
        made = {}
        for name, text, clicked in wanted:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(clicked)
            made[name] = button
        return made

    def _rows_of_buttons(self) -> tuple[QHBoxLayout, ...]:
        """Return two rows: they stay whole with large text on a small screen."""
        self.close_button = QPushButton(self.tr("&Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        first, second = QHBoxLayout(), QHBoxLayout()
        for name in ("file", "check", "correct", "papers"):
            first.addWidget(self.steps[name])
        first.addStretch(1)
        second.addStretch(1)
        for button in (self.close_button, self.steps["session"], self.steps["decide"]):
            second.addWidget(button)
        self._last = second
        self._first = first
        return first, second

    # Showing

    def refresh(self) -> None:
        """Read the record again, beside the window."""
        from desktop_app.services import recognition

        workspace, one = self.context.workspace, self.initiative_id
        self.context.tasks.start(
            self,
            lambda _step: recognition.status(workspace, one),
            on_success=self.show_status,
            on_failure=self.tell,
        )

    def show_status(self, status: "RecognitionStatus") -> None:
        """Show a record that was read."""
        self.status = status
        self.title.setText(f"{status.code} · {status.title}")
        self.state.setText(
            self.tr("{state}; authors: {authors}").format(
                state=word(status.state), authors=", ".join(status.authors) or "–"
            )
        )
        zone = self.context.workspace.now().tzinfo
        rows = [
            HistoryRow(
                entry.id,
                f"{entry.recorded_at.astimezone(zone):%d/%m/%Y}",
                entry.state,
                tuple(told_fields(entry.content)),
            )
            for entry in status.entries
        ]
        self.model.show(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows:
            self.table.selectRow(len(rows) - 1)
        self._show_entry()
        self._show_what_to_heed(status)
        self._allow(status)

    def _show_entry(self) -> None:
        row = current_row(self.table) if self.model.rowCount() else None
        lines = [f"{name}: {value}" for name, value in row.fields] if row else []
        self.detail.setText("\n".join(lines))

    def _show_what_to_heed(self, status: "RecognitionStatus") -> None:
        from desktop_app.services.drafting import finding_text
        from desktop_app.services.time_limits import limit_text

        language = self.context.language
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(8)
        heading = QLabel(self.tr("What to heed"))
        heading.setFont(scaled_font(QUESTION, bold=True))
        column.addWidget(heading)
        for finding in status.findings:
            column.addWidget(_line("alert", "amber", finding_text(finding, language)))
        if not status.findings:
            column.addWidget(_line("check", "green", self.tr("Nothing stands out.")))
        waiting = [limit for limit in status.limits if limit.open and not limit.late]
        if waiting:
            heading = QLabel(self.tr("Time limits that run"))
            heading.setFont(scaled_font(QUESTION, bold=True))
            column.addWidget(heading)
        for limit in waiting:
            column.addWidget(_line("clock", "quiet", limit_text(limit, language)))
        column.addStretch(1)
        self._right.setWidget(inside)

    def _allow(self, status: "RecognitionStatus") -> None:
        """Offer the steps the state allows; the next one is the primary button."""
        filed = status.state == "filed"
        heard = filed and "council_result" in status.said
        allowed = {
            "file": status.state in ("not_filed", "refused") and status.revision > 0,
            "check": filed,
            "session": filed or status.state == "not_filed",
            "decide": status.state != "recognised",
            "correct": bool(status.entries),
            "papers": bool(status.entries),
        }
        following = "papers" if status.state == "recognised" else "file"
        if filed:
            following = "decide" if heard else "session"
        elif not allowed["file"]:
            following = "papers" if allowed["papers"] else ""
        for name, button in self.steps.items():
            button.setEnabled(allowed[name])
            primary = name == following
            if button.property("primary") != primary:
                button.setProperty("primary", primary)
                button.style().unpolish(button)
                button.style().polish(button)
        self._place(following)

    def _place(self, following: str) -> None:
        """Put the primary button in the corner where it always is."""
        for name in ("session", "decide"):
            self._last.removeWidget(self.steps[name])
        for name in ("file", "check", "correct", "papers"):
            self._first.removeWidget(self.steps[name])
        self._last.removeWidget(self.close_button)
        order = [name for name in self.steps if name != following]
        for place, name in enumerate(order[:4]):
            self._first.insertWidget(place, self.steps[name])
        for name in order[4:]:
            self._last.addWidget(self.steps[name])
        self._last.addWidget(self.close_button)
        tabs: list[QWidget] = [self.table, *(self.steps[name] for name in order)]
        tabs.append(self.close_button)
        if following:
            self._last.addWidget(self.steps[following])
            tabs.append(self.steps[following])
            self.steps[following].setFocus()
        for first, second in pairwise(tabs):
            QWidget.setTabOrder(first, second)

    def tell(self, error: AppError) -> None:
        """Say what went wrong, above the buttons."""
        self._say(told(error, self.context.language), "red")

    def _say(self, text: str, colour: str) -> None:
        tint(self.problem, colour)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _recorded(self, *_: Any) -> None:
        self._say(self.tr("Recorded"), "green")
        self.changed.emit(self.initiative_id)
        self.refresh()

    # Steps

    def file(self) -> None:
        """Take the application in."""
        from desktop_app.windows.recognition_forms import FilingDialog

        dialog = FilingDialog(self.context, self, [self.initiative_id])
        dialog.filed.connect(self._recorded)
        dialog.open()

    def check_form(self) -> None:
        """Note whether the form of the application is in order."""
        from desktop_app.windows.recognition_forms import FormCheckDialog

        dialog = FormCheckDialog(self.context, self, self.initiative_id)
        dialog.checked.connect(self._recorded)
        dialog.open()

    def hold_session(self) -> None:
        """Record a session over this initiative alone."""
        from desktop_app.windows.session_dialog import SessionDialog

        dialog = SessionDialog(self.context, self, [self.initiative_id])
        dialog.held.connect(self._recorded)
        dialog.open()

    def decide(self) -> None:
        """Record the decision, on all initiatives of the session that wait for one."""
        from desktop_app.services import council_sessions as sessions

        workspace, one = self.context.workspace, self.initiative_id

        def work(_step: Any) -> Any:
            lines = sessions.agenda(workspace, sessions.session_of(workspace, one))
            return tuple(line for line in lines if line.state != "recognised" or line.id == one)

        self.context.tasks.start(self, work, on_success=self._open_decision, on_failure=self.tell)

    def _open_decision(self, lines: Any) -> None:
        from desktop_app.windows.recognition_forms import DecisionDialog

        dialog = DecisionDialog(self.context, self, lines)
        dialog.decided.connect(self._recorded)
        dialog.open()

    def correct(self) -> None:
        """Put right what was recorded."""
        from desktop_app.windows.recognition_forms import CorrectionDialog

        if self.status is not None:
            dialog = CorrectionDialog(self.context, self, self.status)
            dialog.corrected.connect(self._recorded)
            dialog.open()

    def show_papers(self) -> None:
        """Fill the papers and show their pages."""
        from desktop_app.services import recognition_papers

        workspace, one = self.context.workspace, self.initiative_id
        self._say(self.tr("Filling the papers…"), "quiet")
        self.context.tasks.start(
            self,
            lambda _step: recognition_papers.fill_papers(workspace, [one]),
            on_success=self._open_papers,
            on_failure=self.tell,
        )

    def _open_papers(self, documents: Any) -> None:
        from desktop_app.windows.document_view import DocumentDialog

        if not documents:
            self._say(self.tr("There is nothing to print yet."), "amber")
            return
        self._say("", "quiet")
        DocumentDialog(self, documents, self.context, lambda to: self.write_papers(Path(to))).open()

    def write_papers(self, to: Path) -> None:
        """Write the papers into a folder, as Word and PDF."""
        from desktop_app.services import recognition_papers

        workspace, one = self.context.workspace, self.initiative_id
        self.context.tasks.start(
            self,
            lambda step: recognition_papers.write_papers(workspace, [one], to, pdf=True, step=step),
            on_success=lambda files: self._say(
                self.tr("{number} files were written to {folder}").format(
                    number=len(files), folder=to
                ),
                "green",
            ),
            on_failure=self.tell,
        )


def _line(name: str, colour: str, text: str) -> QWidget:
    """Return an icon with a sentence beside it."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    mark = QLabel()
    size = em(1.3)
    mark.setPixmap(icon(name, getattr(tokens(), colour), size).pixmap(size, size))
    mark.setAlignment(Qt.AlignmentFlag.AlignTop)
    said = QLabel(text)
    said.setWordWrap(True)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(mark)
    row.addWidget(said, 1)
    return line


def _scrolled_text(name: str) -> tuple[QLabel, QScrollArea]:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setAccessibleName(name)
    area.setWidget(label)
    return label, area
