"""One session of a council over many initiatives: who was there, the votes, what comes of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.form_dialog import DayField, FormDialog, NotUnderstood
from desktop_app.windows.looks import soften, tint, typed_in
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import QUESTION, em, scaled_font

if TYPE_CHECKING:
    from desktop_app.domain.recognition import Council, Threshold
    from desktop_app.services.council_sessions import AgendaLine

TITLE_COLUMN, SCORE, FOR, TOTAL, RESULT, REASON = range(6)
"""The columns of the agenda."""


class SessionDialog(FormDialog):
    """Records a session; nobody is present and nothing is voted before a person says so."""

    help_subject = "recognition"

    held = Signal(object)
    """What came of it: an Outcome for each initiative."""

    def __init__(
        self, context: WindowContext, parent: QWidget, initiative_ids: Sequence[str]
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Session of the council"),
            "",
            self.tr("&Record the session"),
            (84, 50),
        )
        self._ids = tuple(dict.fromkeys(initiative_ids))
        self._councils: Mapping[str, Council] = {}
        self._rules: Mapping[str, Threshold] = {}
        self._lines: tuple[AgendaLine, ...] = ()
        self._filling = False
        self._make_fields()
        self._make_members()
        self._make_agenda()
        self.councils_button = QPushButton(self.tr("Cou&ncils…"))
        self.councils_button.setAutoDefault(False)
        self.councils_button.clicked.connect(self.open_councils)
        self.foot.insertWidget(0, self.councils_button)
        self.read_councils()

    # Laying out

    def _make_fields(self) -> None:
        self.council = QComboBox()
        self.council.currentIndexChanged.connect(lambda _index: self.read_agenda())
        self.on = DayField()
        self.minutes, self.place = QLineEdit(), QLineEdit()
        self.began, self.ended = QLineEdit(), QLineEdit()
        self.began.setPlaceholderText("14 giờ 00 phút")
        self.ended.setPlaceholderText("16 giờ 00 phút")
        self.add_field(self.tr("&Council"), self.council)
        self.rule = self.add_text("", "quiet")
        self.form.addRow("", self.rule)
        self.add_field(self.tr("&Day of the session"), self.on)
        self.add_field(self.tr("&Minutes number"), self.minutes)
        self.add_field(self.tr("&Place"), self.place)
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        for field, name in ((self.began, self.tr("Began")), (self.ended, self.tr("Ended"))):
            field.setAccessibleName(name)
            row.addWidget(field)
        self.add_field(self.tr("&Began, ended"), times)
        times.setFocusProxy(self.began)

    def _make_members(self) -> None:
        heading = QLabel(self.tr("Who was there"))
        heading.setFont(scaled_font(QUESTION, bold=True))
        self.members = QListWidget()
        self.members.setAccessibleName(self.tr("Who was there"))
        self.members.itemChanged.connect(lambda _item: self._presence_changed())
        self.all_button = QPushButton(self.tr("&All were there"))
        self.all_button.setAutoDefault(False)
        self.all_button.clicked.connect(self.tick_all)
        row = QHBoxLayout()
        row.addWidget(heading, 1)
        row.addWidget(self.all_button)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addWidget(self.members, 1)
        # Beside the fields: the votes, which a session is about, come into view sooner.
        self.body.removeItem(self.form)
        beside = QHBoxLayout()
        beside.setSpacing(24)
        beside.addLayout(self.form, 1)
        beside.addLayout(column, 1)
        self.body.insertLayout(0, beside)

    def _make_agenda(self) -> None:
        heading = QLabel(self.tr("Votes"))
        heading.setFont(scaled_font(QUESTION, bold=True))
        heads = (
            self.tr("Initiative"),
            self.tr("Score"),
            self.tr("In favour"),
            self.tr("Votes"),
            self.tr("Result"),
            self.tr("Reason, if not proposed"),
        )
        self.agenda = QTableWidget(len(self._ids), len(heads))
        self.agenda.setHorizontalHeaderLabels(heads)
        self.agenda.setAccessibleName(self.tr("Votes"))
        self.agenda.verticalHeader().hide()
        # Rows follow their titles whenever the columns get another width.
        rows = self.agenda.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.agenda.setWordWrap(True)
        header = self.agenda.horizontalHeader()
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        # Below this the table is scrolled sideways rather than its headings cut.
        header.setMinimumSectionSize(em(5.5))
        header.setMinimumHeight(em(3.2))
        for place, width in ((SCORE, 5), (FOR, 6), (TOTAL, 6), (RESULT, 12)):
            header.resizeSection(place, em(width))
        for place in (TITLE_COLUMN, REASON):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        soften(self.agenda)
        typed_in(self.agenda)
        self.agenda.cellChanged.connect(self._cell_changed)
        self.heed = QLabel()
        self.heed.setWordWrap(True)
        self.heed.setTextFormat(Qt.TextFormat.PlainText)
        tint(self.heed, "amber")
        said = QLabel(self.tr("What was &said"))
        self.discussion = QPlainTextEdit()
        self.discussion.setTabChangesFocus(True)
        self.discussion.setMaximumHeight(em(6))
        self.discussion.setAccessibleName(self.tr("What was said"))
        said.setBuddy(self.discussion)
        for place, part in enumerate((heading, self.agenda, self.heed, said, self.discussion)):
            self.body.insertWidget(self.body.count() - 1, part, 1 if place == 1 else 0)

    # Councils

    def read_councils(self, chosen: str = "") -> None:
        """Read the councils and their rules."""
        from desktop_app.services import councils

        workspace = self.context.workspace

        def work(_step: Any) -> Any:
            return councils.list_councils(workspace), {
                council.threshold: councils.threshold(workspace, council.threshold)
                for council in councils.list_councils(workspace)
            }

        def show(found: Any) -> None:
            every, self._rules = found
            self._councils = {council.id: council for council in every}
            self.council.blockSignals(True)
            self.council.clear()
            for council in every:
                self.council.addItem(council.name, council.id)
            wanted = self.council.findData(chosen) if chosen else 0
            self.council.setCurrentIndex(max(0, wanted) if every else -1)
            self.council.blockSignals(False)
            self.read_agenda()
            if not every:
                self.rule.setText(self.tr("No council is set up yet. Press “Councils…” to begin."))
                self.councils_button.setFocus()
            else:
                self.council.setFocus()

        self.context.tasks.start(self, work, on_success=show, on_failure=self._failed)

    def open_councils(self) -> None:
        """Set up a council, or put one right."""
        from desktop_app.windows.council_dialog import CouncilDialog

        dialog = CouncilDialog(self.context, self, self.council.currentData() or "")
        dialog.kept.connect(self.read_councils)
        dialog.open()

    def read_agenda(self) -> None:
        """Read the initiatives as this council is to see them."""
        from desktop_app.services import council_sessions as sessions

        workspace, ids, council = self.context.workspace, self._ids, self.council.currentData()
        self._show_members(self._councils.get(council or ""))
        self.context.tasks.start(
            self,
            lambda _step: sessions.agenda(workspace, ids, council or ""),
            on_success=self._show_agenda,
            on_failure=self._failed,
        )

    def _show_members(self, council: "Council | None") -> None:
        from desktop_app.services.councils import role_name

        self.members.blockSignals(True)
        self.members.clear()
        for member in council.members if council else ():
            text = f"{member.name} – {role_name(member.role, self.context.language)}"
            if member.union and member.role != "union":
                text += self.tr(", for the union")
            item = QListWidgetItem(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.members.addItem(item)
        self.members.blockSignals(False)
        self.members.setMinimumHeight(em(2.1) * min(6, max(2, self.members.count())))
        if self.members.count():
            self.members.setCurrentRow(0)
        rule = self._rules.get(council.threshold) if council else None
        if rule:
            name = rule.names.get(self.context.language, rule.names["vi"])
            self.rule.setText(f"{name} ({rule.source})")

    def _show_agenda(self, lines: "tuple[AgendaLine, ...]") -> None:
        self._lines, self._filling = lines, True
        typed = {row: self._cells(row) for row in range(self.agenda.rowCount())}
        self.agenda.setRowCount(len(lines))
        for row, line in enumerate(lines):
            shown = {TITLE_COLUMN: f"{line.code} {line.title}", SCORE: line.score}
            for place in range(self.agenda.columnCount()):
                before = typed.get(row, {}).get(place, "")
                item = QTableWidgetItem(shown.get(place, "") or before)
                if place in (TITLE_COLUMN, RESULT):
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.agenda.setItem(row, place, item)
        self._filling = False
        for row in range(len(lines)):
            self._judge(row)
        self.agenda.setMinimumHeight(min(em(6 + 3.6 * len(lines)), em(16)))
        self._tell_what_to_heed()

    def _cells(self, row: int) -> dict[int, str]:
        found = {}
        for place in range(self.agenda.columnCount()):
            item = self.agenda.item(row, place)
            found[place] = item.text() if item else ""
        return found

    # Votes

    def tick_all(self) -> None:
        """Tick every member as present."""
        self.members.blockSignals(True)
        for row in range(self.members.count()):
            self.members.item(row).setCheckState(Qt.CheckState.Checked)
        self.members.blockSignals(False)
        self._presence_changed()

    @property
    def present(self) -> tuple[int, ...]:
        """The places of the members who were there."""
        return tuple(
            row
            for row in range(self.members.count())
            if self.members.item(row).checkState() is Qt.CheckState.Checked
        )

    def _presence_changed(self) -> None:
        """As many votes as members present, where nobody wrote another number."""
        for row in range(self.agenda.rowCount()):
            item = self.agenda.item(row, TOTAL)
            if item and not item.data(Qt.ItemDataRole.UserRole):
                self._filling = True
                item.setText(str(len(self.present)) if self.present else "")
                self._filling = False
            self._judge(row)
        self._tell_what_to_heed()

    def _cell_changed(self, row: int, place: int) -> None:
        if self._filling:
            return
        item = self.agenda.item(row, place)
        if place == TOTAL and item:
            item.setData(Qt.ItemDataRole.UserRole, bool(item.text().strip()))
        self._judge(row)

    def _judge(self, row: int) -> None:
        """Say at once what the votes of a row come to."""
        from desktop_app.services.council_sessions import would_pass

        council = self._councils.get(self.council.currentData() or "")
        result = self.agenda.item(row, RESULT)
        if result is None:
            return
        text = ""
        votes, total = (self._whole(row, place) for place in (FOR, TOTAL))
        if council and votes is not None and total:
            rule = self._rules[council.threshold]
            passed, least, of = would_pass(rule, votes, total, len(council.members))
            said = self.tr("Proposed") if passed else self.tr("Not proposed")
            text = f"{said} ({votes}/{of}, " + self.tr("needs {least}").format(least=least) + ")"
            if votes > total or total > len(council.members):
                text = self.tr("These votes cannot be")
        self._filling = True
        result.setText(text)
        self._filling = False

    def _whole(self, row: int, place: int) -> int | None:
        item = self.agenda.item(row, place)
        text = item.text().strip() if item else ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None

    def _tell_what_to_heed(self) -> None:
        from desktop_app.services.drafting import finding_text

        said: list[str] = []
        for line in self._lines:
            for finding in line.findings:
                text = finding_text(finding, self.context.language)
                shown = text if finding.code in ("SSK-743", "SSK-747") else f"{line.code}: {text}"
                if shown not in said:
                    said.append(shown)
        self.heed.setText("\n".join(f"• {text}" for text in said))
        self.heed.setVisible(bool(said))

    # Recording

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import council_sessions as sessions

        day = self.day(self.on)
        if day is None:
            self.on.setFocus()
            raise NotUnderstood(self.on.accessibleName())
        votes: list[sessions.Vote] = []
        for row, line in enumerate(self._lines):
            votes_for, total = self._whole(row, FOR), self._whole(row, TOTAL)
            if votes_for is None or total is None:
                self.agenda.setCurrentCell(row, FOR if votes_for is None else TOTAL)
                self.agenda.setFocus()
                votes_word = self.tr("Votes")
                raise NotUnderstood(f"{votes_word}, {line.code}")
            cells = self._cells(row)
            votes.append(
                sessions.Vote(line.id, votes_for, total, cells[REASON], cells[SCORE].strip())
            )
        meeting = sessions.Meeting(
            self.council.currentData() or "",
            day,
            self.present,
            self.minutes.text(),
            self.place.text(),
            self.began.text(),
            self.ended.text(),
            self.discussion.toPlainText(),
        )
        return lambda: sessions.hold_session(self.context.workspace, meeting, votes)

    def done_with(self, result: Any) -> None:
        self.held.emit(result)
