"""What to report: which report, of which time, as what."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.page import WindowContext
from desktop_app.windows.report_words import report_word
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.services.reports.catalogue import Asked

_WHOLE, _DAYS = "", "days"


class ReportChoice(QScrollArea):
    """The choices beside the preview; ``changed`` when another report is to be shown."""

    changed = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        from desktop_app.services.reports.catalogue import FORMATS
        from desktop_app.services.reports.scope import COUNTS

        self._formats = FORMATS
        self._today = context.workspace.today()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(6)
        self.list = QListWidget()
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        for name in FORMATS:
            item = QListWidgetItem(report_word(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.list.addItem(item)
        self._labelled(self.tr("&Report"), self.list)
        self.period = self._box(self.tr("&Period"))
        self.period.addItem(self.tr("From the beginning until today"), _WHOLE)
        for code, name in _phases(context):
            self.period.addItem(name, code)
        self.period.addItem(self.tr("From day to day"), _DAYS)
        self.date_from = self._day(self.tr("&First day"), date(self._today.year, 1, 1))
        self.date_to = self._day(self.tr("&Last day"), self._today)
        self.count = self._box(self.tr("&Which initiatives"))
        for name in COUNTS:
            self.count.addItem(report_word(name), name)
        self.format = self._box(self.tr("&As"))
        self.shape = self._box(self.tr("S&hape of the picture"))
        self.shape.addItem(self.tr("Upright, for telephones (1080 × 1350)"), False)
        self.shape.addItem(self.tr("Wide, for a screen (1600 × 900)"), True)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setMinimumWidth(em(16))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.list.setCurrentRow(0)
        self._fill_formats()
        self._show_fields()
        self.list.currentRowChanged.connect(lambda _row: self._another())
        for box in (self.period, self.count, self.format, self.shape):
            box.currentIndexChanged.connect(lambda _index: self._tell())
        for day in (self.date_from, self.date_to):
            day.dateChanged.connect(lambda _day: self._tell())

    # What is chosen

    @property
    def name(self) -> str:
        """The report chosen."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else "weekly"

    @property
    def ending(self) -> str:
        """What it is to be written as."""
        return str(self.format.currentData())

    @property
    def wide(self) -> bool:
        """Whether the picture is the wide one."""
        return bool(self.shape.currentData())

    @property
    def asked(self) -> "Asked":
        """Which phase, days and initiatives."""
        from desktop_app.services.reports.catalogue import Asked

        count = str(self.count.currentData()) if self.name == "initiatives" else "ready"
        chosen = str(self.period.currentData())
        if chosen == _DAYS:
            return Asked(None, self.date_from.day, self.date_to.day, count)
        return Asked(chosen or None, count=count)

    def choose(self, *, phase: str | None, date_from: date | None, date_to: date | None) -> None:
        """Begin with a phase, or with days; nothing is told."""
        with QSignalBlocker(self.period):
            if date_from is not None or date_to is not None:
                self.period.setCurrentIndex(self.period.findData(_DAYS))
            elif phase is not None:
                self.period.setCurrentIndex(max(0, self.period.findData(phase)))
        for day, given in ((self.date_from, date_from), (self.date_to, date_to)):
            if given is not None:
                with QSignalBlocker(day):
                    day.show_day(given)
        self._show_fields()

    # Fields

    def _labelled(self, text: str, field: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        label.setWordWrap(True)
        field.setAccessibleName(text.replace("&", ""))
        field.setProperty("told by", label)
        self._column.addWidget(label)
        self._column.addWidget(field)

    def _box(self, text: str) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        self._labelled(text, box)
        return box

    def _day(self, text: str, day: date) -> DayEdit:
        field = DayEdit(day, text.replace("&", ""))
        self._labelled(text, field)
        return field

    def _fill_formats(self) -> None:
        with QSignalBlocker(self.format):
            self.format.clear()
            for ending in self._formats[self.name]:
                self.format.addItem(report_word(ending), ending)

    def _another(self) -> None:
        self._fill_formats()
        self._tell()

    def _tell(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        days = self.period.currentData() == _DAYS
        for field, seen in (
            (self.date_from, days),
            (self.date_to, days),
            (self.count, self.name == "initiatives"),
            (self.shape, self.ending == "png"),
        ):
            field.setVisible(seen)
            field.property("told by").setVisible(seen)
        self._fit_list()

    def _fit_list(self) -> None:
        """Make the list as high as its lines: it scrolls with what stands below it."""
        self.list.doItemsLayout()
        rows = range(self.list.count())
        height = sum(self.list.sizeHintForRow(row) for row in rows)
        self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 4)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the list to the letters it is shown with."""
        super().showEvent(event)
        self._fit_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the list to the lines its names take now."""
        super().resizeEvent(event)
        self._fit_list()


def _phases(context: WindowContext) -> list[tuple[str, str]]:
    from desktop_app.services.reports.scope import phases_of

    return [(phase.code, phase.name) for phase in phases_of(context.workspace)]
