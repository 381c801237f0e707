"""Small dialogs for what targets are set for: a programme, a phase or peak period, a rule."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.windows.looks import fit_window
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, em, scaled_font


class FormDialog(QDialog):
    """A title, some fields, Cancel and one primary button; what cannot be is told and mended."""

    def __init__(self, context: WindowContext, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        heading = QLabel(title)
        heading.setWordWrap(True)
        heading.setFont(scaled_font(TITLE, bold=True))
        column.addWidget(heading)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        column.addLayout(self.form)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.keep_button = QPushButton(self.tr("&Keep"))
        self.keep_button.setProperty("primary", True)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self._keep)
        foot.addWidget(cancel)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)
        fit_window(self, parent, 30, 18)

    def _keep(self) -> None:
        try:
            self.keep()
        except AppError as error:
            self.context.tell(error)
            return
        self.accept()

    def keep(self) -> None:
        """Keep what was entered. Raises AppError for what cannot be."""
        raise NotImplementedError

    def line(self, label: str, text: str = "", *, fixed: bool = False) -> QLineEdit:
        """Add a field for a line of text."""
        field = QLineEdit(text)
        field.setAccessibleName(label)
        field.setReadOnly(fixed)
        self.form.addRow(label, field)
        return field

    def day(self, label: str, day: date) -> QDateEdit:
        """Add a field for a day."""
        field = QDateEdit(QDate(day.year, day.month, day.day))
        field.setDisplayFormat("dd/MM/yyyy")
        field.setCalendarPopup(True)
        field.setAccessibleName(label)
        self.form.addRow(label, field)
        return field

    def choice(self, label: str, values: tuple[tuple[str, str], ...], chosen: str) -> QComboBox:
        """Add a choice of values with their words."""
        box = QComboBox()
        box.setAccessibleName(label)
        box.setMinimumContentsLength(18)
        for value, text in values:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self.form.addRow(label, box)
        return box


def day_of(field: QDateEdit) -> date:
    """Return the day of a field."""
    day = field.date()
    return date(day.year(), day.month(), day.day())


class ProgrammeDialog(FormDialog):
    """A programme: its name, its days if it has any, what counts and how shares are rounded."""

    def __init__(self, context: WindowContext, parent: QWidget, programme: Any = None) -> None:
        title = self.tr("New programme") if programme is None else self.tr("Change the programme")
        super().__init__(context, parent, title)
        known = programme is not None
        self.code = self.line(self.tr("Code"), programme.code if known else "", fixed=known)
        self.name = self.line(self.tr("Name"), programme.name if known else "")
        self.dated = QCheckBox(self.tr("It has a first and a last day"))
        self.form.addRow(self.dated)
        year = context.workspace.today().year
        begin = known and programme.date_from
        end = known and programme.date_to
        self.begin = self.day(
            self.tr("First day"), date.fromisoformat(begin) if begin else date(year, 1, 1)
        )
        self.end = self.day(
            self.tr("Last day"), date.fromisoformat(end) if end else date(year, 12, 31)
        )
        self.dated.setChecked(bool(begin and end))
        for field in (self.begin, self.end):
            field.setEnabled(self.dated.isChecked())
            self.dated.toggled.connect(field.setEnabled)
        self.counting = self.choice(
            self.tr("What counts for the target"),
            (
                ("uploaded", self.tr("On the portal")),
                ("valid", self.tr("Valid on the portal")),
                ("accepted", self.tr("Accepted by the office")),
                ("received", self.tr("Received by the office")),
                ("recognised", self.tr("Recognised by the establishment")),
            ),
            programme.counting if known else "uploaded",
        )
        self.rounding = self.choice(
            self.tr("A share is rounded"),
            (
                ("up", self.tr("up")),
                ("nearest", self.tr("to the nearest")),
                ("down", self.tr("down")),
            ),
            programme.rounding if known else "up",
        )

    def keep(self) -> None:
        """Keep the programme."""
        from desktop_app.domain.targets import Rounding
        from desktop_app.services import targets

        dated = self.dated.isChecked()
        targets.add_programme(
            self.context.workspace,
            code=self.code.text(),
            name=self.name.text(),
            date_from=day_of(self.begin) if dated else None,
            date_to=day_of(self.end) if dated else None,
            counting=self.counting.currentData(),
            rounding=Rounding(self.rounding.currentData()),
        )


class PhaseDialog(FormDialog):
    """A phase of a programme, or a peak period inside one."""

    def __init__(
        self, context: WindowContext, parent: QWidget, programme: Any, phase: Any = None
    ) -> None:
        title = self.tr("New phase") if phase is None else self.tr("Change the phase")
        super().__init__(context, parent, title)
        self._programme, known = programme, phase is not None
        self.code = self.line(self.tr("Code"), phase.code if known else "", fixed=known)
        self.name = self.line(self.tr("Name"), phase.name if known else "")
        today = context.workspace.today()
        begin = phase.date_from if known else programme.date_from
        end = phase.date_to if known else programme.date_to
        self.begin = self.day(self.tr("First day"), date.fromisoformat(begin) if begin else today)
        self.end = self.day(self.tr("Last day"), date.fromisoformat(end) if end else today)
        self.peak = QCheckBox(self.tr("A peak period inside a phase"))
        self.peak.setChecked(known and phase.peak)
        self.form.addRow(self.peak)
        self.overlaps: tuple[str, ...] = ()

    def keep(self) -> None:
        """Keep the phase."""
        from desktop_app.services import targets

        self.overlaps = targets.add_phase(
            self.context.workspace,
            code=self.code.text(),
            name=self.name.text(),
            programme=self._programme.code,
            date_from=day_of(self.begin),
            date_to=day_of(self.end),
            peak=self.peak.isChecked(),
        )


class RuleDialog(FormDialog):
    """What each unit of a group is to reach where it set itself nothing."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        scopes: tuple[tuple[str, str], ...],
        groups: tuple[str, ...],
    ) -> None:
        super().__init__(context, parent, self.tr("Rule for units without a target of their own"))
        self.scope = self.choice(self.tr("For"), scopes, "")
        self.group = self.choice(
            self.tr("Units"),
            (("", self.tr("every unit")), *((group, group) for group in groups)),
            "",
        )
        self.target = self.line(self.tr("Each is to reach"))
        self.target.setPlaceholderText(self.tr("60 or 10 %"))
        self.base = self.choice(
            self.tr("A share is one of"),
            (
                ("members", self.tr("members")),
                ("members_and_workers", self.tr("members and workers who are none")),
            ),
            "members",
        )
        self.form.setSpacing(em(0.5))

    def keep(self) -> None:
        """Keep the rule."""
        from desktop_app.services import target_table

        target_table.change_rule(
            self.context.workspace,
            self.scope.currentData(),
            self.group.currentData(),
            self.target.text(),
            self.base.currentData(),
        )
