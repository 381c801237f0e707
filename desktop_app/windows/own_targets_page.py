"""Chỉ tiêu of a team: its own line of the board in large letters, and its weeks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number, format_percent
from desktop_app.domain.targets import percent_reached
from desktop_app.services.progress import COUNTS, TRACKS
from desktop_app.windows.board_lines import standing_word
from desktop_app.windows.board_period import PeriodBar
from desktop_app.windows.empty_state import empty_state
from desktop_app.windows.looks import tint
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.progress_chart import Bar, BarsChart, WeekBar, WeeksChart
from desktop_app.windows.theme import em, scaled_font, state_colour
from desktop_app.windows.words import day, word

_COLOURS = {"behind": "amber", "on_track": "blue", "reached": "green"}
_TRACKS: Mapping[str, tuple[tuple[str, str], ...]] = {
    track: tuple((name, state) for name, (of, state) in COUNTS.items() if of == track)
    for track in TRACKS
}


@dataclass(frozen=True)
class _Read:
    line: Any
    weeks: tuple[Any, ...]
    programmes: tuple[Any, ...]
    phases: tuple[Any, ...]
    office: str


class OwnTargetsPage(Page):
    """The team's target, its four tracks and its weeks: the same figures as on the board."""

    help_subject = "own-targets"

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        self.line: Any = None
        self._reading = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        title = QLabel(self.tr("Targets"))
        as_title(title)
        column.addWidget(title)
        self.period = PeriodBar(self.workspace.today())
        self.period.changed.connect(self.refresh)
        column.addWidget(self.period)
        self.stack = QStackedWidget()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(title.text())
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        self.bar = BarsChart()
        self.bar.setFixedHeight(round(QFontMetrics(self.bar.letters()).height() * 3.6))
        inner.addWidget(self.bar)
        self.gap = QLabel()
        self.gap.setWordWrap(True)
        self.gap.setFont(scaled_font(1.2))
        inner.addWidget(self.gap)
        card = QFrame()
        card.setProperty("card", True)
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(20, 16, 20, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._counts: dict[str, QLabel] = {}
        names = {
            "writing": self.tr("Writing"),
            "recognition": self.tr("Recognition"),
            "submission": self.tr("Submission"),
            "portal": self.tr("Portal"),
        }
        for number, track in enumerate(_TRACKS):
            name = QLabel(names[track])
            name.setFont(scaled_font(1.2, bold=True))
            counts = QLabel()
            counts.setFont(scaled_font(1.2))
            counts.setWordWrap(True)
            counts.setTextFormat(Qt.TextFormat.RichText)
            self._counts[track] = counts
            self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(counts, number, 1)
        inner.addWidget(card)
        self.weeks = WeeksChart()
        self.weeks.setMinimumHeight(em(13))
        inner.addWidget(self.weeks)
        self.whose = QLabel()
        self.whose.setWordWrap(True)
        tint(self.whose, "quiet")
        inner.addWidget(self.whose)
        inner.addStretch(1)
        area.setWidget(body)
        self.stack.addWidget(area)
        self.stack.addWidget(self._empty())
        column.addWidget(self.stack, 1)

    def _empty(self) -> QWidget:
        self.card_button = QPushButton(self.tr("Take in the card"))
        self.card_button.clicked.connect(lambda: self.go.emit("queue", {}))
        return empty_state(
            self.tr("The target of the unit stands here. It comes with the card from the office."),
            self.card_button,
        )

    def opened(self, **_arguments: Any) -> None:
        """Show the unit's line afresh."""
        self.refresh()

    def refresh(self) -> None:
        """Read the line again, beside the window."""
        asked = self.period.asked()
        self._reading += 1
        reading = self._reading

        def show(read: _Read) -> None:
            if reading == self._reading:
                self._show(read)

        self.context.tasks.start(self, lambda _step: _read(self.workspace, asked), on_success=show)

    def _show(self, read: _Read) -> None:
        self.line = line = read.line
        self.period.show_choices(read.programmes, read.phases)
        nothing = not read.programmes and not any(
            getattr(line, name) for states in _TRACKS.values() for name, _state in states
        )
        self.stack.setCurrentIndex(1 if nothing else 0)
        share = percent_reached(line.target, line.reached)
        bars = []
        if line.target and share is not None:
            text = self.tr("{reached} of {target} · {share}").format(
                reached=format_number(line.reached),
                target=format_number(line.target),
                share=format_percent(share),
            )
            colour = _COLOURS.get(str(line.standing), "quiet")
            bars = [Bar(standing_word(line.standing), line.reached, line.target, colour, text)]
        self.bar.show_bars(line.unit, bars, self.tr("No target is set for this."))
        self._show_gap(line)
        for track, states in _TRACKS.items():
            shown = [
                f"<span style='color:{state_colour(state)}'>{word(state)} "
                f"<b>{format_number(getattr(line, name))}</b></span>"
                for name, state in states
                if getattr(line, name)
            ]
            self._counts[track].setText(" · ".join(shown) or "–")
        self.weeks.show_weeks(
            self.tr("New each week: {state}").format(state=word(line.counting)),
            [WeekBar(week.monday, week.new[line.counting]) for week in read.weeks],
            self.tr("Nothing new in these weeks."),
        )
        if read.office:
            whose = self.tr(
                "These are the figures of this book on {day}. {office} has its own, of the day it "
                "took in the last bundle; they agree when bundles and answers were carried."
            )
        else:
            whose = self.tr("These are the figures of this book on {day}.")
        self.whose.setText(whose.format(day=day(line.as_of), office=read.office))

    def _show_gap(self, line: Any) -> None:
        parts = []
        if line.shortfall:
            parts.append(
                self.tr("Still missing {number}.").format(number=format_number(line.shortfall))
            )
        if line.target_gap is not None:
            parts.append(
                self.tr("Registered {registered}, by the rule {rule}.").format(
                    registered=format_number(line.registered_target),
                    rule=format_number(line.rule_target),
                )
            )
        parts.append(
            self.tr("New in seven days: {new}, in the seven before: {before}.").format(
                new=format_number(line.new), before=format_number(line.new_before)
            )
        )
        self.gap.setText(" ".join(parts))


def _read(workspace: Any, asked: dict[str, Any]) -> _Read:
    from desktop_app.services import targets
    from desktop_app.services.progress import progress
    from desktop_app.services.weeks import weekly

    own = workspace.own.unit_id
    line = next(line for line in progress(workspace, **asked) if line.unit_id == own)
    office = workspace.setting("office")
    return _Read(
        line,
        weekly(workspace, own, until=line.as_of),
        targets.list_programmes(workspace),
        targets.list_phases(workspace),
        str(office["unit"]["name"]) if office else "",
    )
