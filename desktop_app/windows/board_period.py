"""Which board is looked at: programme or phase, period, and the day it is seen on."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.flow import FlowLayout


class PeriodBar(QWidget):
    """One choice for programmes, phases and weeks, two days for any period, one for "as of"."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self._told = today, False
        line = FlowLayout(self)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Programme, phase or period"))
        self.choice.setMinimumContentsLength(22)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.begin = DayEdit(today - timedelta(days=29), self.tr("From day"))
        self.end = DayEdit(today, self.tr("To day"))
        self.dash = QLabel("–")
        self.earlier = QCheckBox(self.tr("Seen on an earlier day"))
        self.as_of = DayEdit(today - timedelta(days=1), self.tr("Seen on"))
        self.as_of.setMaximumDate(QDate(today.year, today.month, today.day))
        self.reported = QCheckBox(self.tr("As the offices below told it"))
        self.reported.setToolTip(
            self.tr("Of each unit the figures its office sent last, on the day it sent them")
        )
        self.reported.hide()
        parts = (self.choice, self.begin, self.dash, self.end, self.earlier, self.as_of)
        for part in (*parts, self.reported):
            line.addWidget(part)
        self.show_choices((), ())
        self.choice.currentIndexChanged.connect(lambda _number: self._changed())
        self.earlier.toggled.connect(lambda _on: self._changed())
        self.reported.toggled.connect(lambda _on: self._changed())
        for field in (self.begin, self.end, self.as_of):
            field.setToolTip(field.accessibleName())
            field.dateChanged.connect(lambda _day: self.changed.emit())
        self._show_fields()

    def show_choices(self, programmes: Sequence[Any], phases: Sequence[Any]) -> None:
        """Offer these programmes with their phases; what was chosen stays chosen."""
        before = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem(self.tr("Everything until today"), {})
        for programme in reversed(programmes):
            self.choice.addItem(programme.name, {"programme": programme.code})
            for phase in phases:
                if phase.programme_code == programme.code:
                    kind = self.tr("{name} (peak)") if phase.peak else "{name}"
                    self.choice.addItem("› " + kind.format(name=phase.name), {"phase": phase.code})
        self.choice.addItem(self.tr("This week"), {"week": 0})
        self.choice.addItem(self.tr("Last week"), {"week": 1})
        self.choice.addItem(self.tr("Another period"), {"period": True})
        places = [self.choice.itemData(n) for n in range(self.choice.count())]
        # QComboBox.findData compares dictionaries by identity.
        self.choice.setCurrentIndex(places.index(before) if before in places else 0)
        self.choice.blockSignals(False)
        self._show_fields()

    def choose(self, wanted: dict[str, Any]) -> None:
        """Choose an entry by what it asks for, such as ``{"phase": "G1"}``."""
        for number in range(self.choice.count()):
            if self.choice.itemData(number) == wanted:
                self.choice.setCurrentIndex(number)

    def asked(self) -> dict[str, Any]:
        """Return what the board is asked with: the arguments of ``progress``."""
        chosen = dict(self.choice.currentData() or {})
        asked: dict[str, Any] = {}
        day = self.as_of.day if self.earlier.isChecked() else self._today
        if "week" in chosen:
            monday = day - timedelta(days=day.weekday() + 7 * chosen["week"])
            asked = {"date_from": monday, "date_to": monday + timedelta(days=6)}
        elif "period" in chosen:
            days = sorted((self.begin.day, self.end.day))
            asked = {"date_from": days[0], "date_to": days[1]}
        else:
            asked = chosen
        if self.earlier.isChecked():
            asked["as_of"] = day
        if self.reported.isChecked() and not asked.keys() & {"date_from", "as_of"}:
            asked["reported"] = True
        return asked

    def offer_reported(self, there: bool) -> None:
        """Offer what offices below told, where there is such."""
        self._told = there
        self._show_fields()

    def _changed(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        period = bool((self.choice.currentData() or {}).get("period"))
        for field in (self.begin, self.dash, self.end):
            field.setVisible(period)
        self.as_of.setVisible(self.earlier.isChecked())
        whole = not period and "week" not in (self.choice.currentData() or {})
        self.reported.setVisible(self._told and whole and not self.earlier.isChecked())
        self.earlier.setVisible(not (self.reported.isVisibleTo(self) and self.reported.isChecked()))
