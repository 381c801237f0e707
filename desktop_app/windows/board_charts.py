"""The two charts of the board side by side, with their numbers as text; also over the screen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.numbers import format_number
from desktop_app.windows.looks import tint
from desktop_app.windows.progress_chart import Bar, BarsChart, WeekBar, WeeksChart
from desktop_app.windows.theme import em

_COLOURS = {"behind": "amber", "on_track": "blue", "reached": "green"}


class BoardCharts(QWidget):
    """Who is furthest from the target, and what was new per week in the chosen unit."""

    def __init__(self, factor: float = 1.0, *, said: bool = True) -> None:
        super().__init__()
        self.bars, self.weeks = BarsChart(factor), WeeksChart(factor)
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._side_by_side.setSpacing(32)
        self._side_by_side.addWidget(self.bars, 1)
        self._side_by_side.addWidget(self.weeks, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._side_by_side, 1)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setVisible(said)
        tint(self.said, "quiet")
        column.addWidget(self.said)

    def show_board(self, lines: Sequence[Any], unit: str, weeks: Sequence[Any], name: str) -> None:
        """Show the units furthest from the target, and a unit's weeks of a count."""
        bars = [
            Bar(
                line.unit,
                line.reached,
                line.target or 0,
                _COLOURS.get(str(line.standing), "quiet"),
                self.tr("missing {number} of {target}").format(
                    number=format_number(line.shortfall or 0),
                    target=format_number(line.target or 0),
                ),
            )
            for line in lines
        ]
        self.bars.show_bars(
            self.tr("Furthest from the target"), bars, self.tr("No unit is short of its target.")
        )
        self.show_weeks(unit, weeks, name)

    def show_weeks(self, unit: str, weeks: Sequence[Any], name: str) -> None:
        """Show the weeks of a unit."""
        self.weeks.show_weeks(
            self.tr("New each week: {unit}").format(unit=unit),
            [WeekBar(week.monday, week.new[name]) for week in weeks],
            self.tr("Nothing new in these weeks."),
        )
        self.said.setText(
            f"{self.bars.title}: {self.bars.accessibleDescription()}.\n"
            f"{self.weeks.title}: {self.weeks.accessibleDescription()}."
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the charts below each other where they have no room side by side."""
        super().resizeEvent(event)
        narrow = self.width() < em(48) * self.bars.factor
        way = QBoxLayout.Direction
        self._side_by_side.setDirection(way.TopToBottom if narrow else way.LeftToRight)


class BigView(QDialog):
    """The charts over the whole screen, for a meeting; Esc or F11 goes back."""

    def __init__(self, parent: QWidget, shown: BoardCharts, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        self.charts = BoardCharts(1.5, said=False)
        for mine, theirs in (
            (self.charts.bars, shown.bars),
            (self.charts.weeks, shown.weeks),
        ):
            mine.title, mine.empty_text = theirs.title, theirs.empty_text
            mine.setAccessibleName(theirs.accessibleName())
            mine.setAccessibleDescription(theirs.accessibleDescription())
        self.charts.bars.bars = shown.bars.bars
        self.charts.weeks.weeks = shown.weeks.weeks
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.charts)
        column.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        back = QPushButton(self.tr("Back (Esc)"))
        back.clicked.connect(self.accept)
        foot.addWidget(back)
        column.addLayout(foot)
        QShortcut(QKeySequence("F11"), self, self.accept)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.accept()
            return
        super().keyPressEvent(event)
