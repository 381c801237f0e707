"""Small dialogs for what targets are set for: a programme, a phase or peak period, a rule."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext


class _PlanDialog(FormDialog):
    """A form for something that has a code, a name, a first and a last day."""

    def __init__(self, context: WindowContext, parent: QWidget, title: str, known: Any) -> None:
        super().__init__(context, parent, title, "", self.tr("&Keep"), (34, 26))
        self.code = self.add_line(self.tr("Code"), known.code if known else "", 40)
        self.code.setReadOnly(known is not None)
        self.name = self.add_line(self.tr("Name"), known.name if known else "")

    def add_days(self, begin: str | None, end: str | None, otherwise: tuple[date, date]) -> None:
        """Add a first and a last day, ISO; where none is known, others are offered."""
        self.begin, self.end = (
            DayEdit(date.fromisoformat(day) if day else other, name)
            for day, other, name in zip(
                (begin, end), otherwise, (self.tr("First day"), self.tr("Last day")), strict=True
            )
        )
        for field in (self.begin, self.end):
            self.add_field(field.accessibleName(), field)


class ProgrammeDialog(_PlanDialog):
    """A programme: its name, its days if it has any, what counts and how shares are rounded."""

    def __init__(self, context: WindowContext, parent: QWidget, programme: Any = None) -> None:
        title = self.tr("New programme") if programme is None else self.tr("Change the programme")
        super().__init__(context, parent, title, programme)
        known = programme is not None
        self.dated = QCheckBox(self.tr("It has a first and a last day"))
        self.form.addRow(self.dated)
        year = context.workspace.today().year
        begin = programme.date_from if known else None
        end = programme.date_to if known else None
        self.add_days(begin, end, (date(year, 1, 1), date(year, 12, 31)))
        self.dated.setChecked(bool(begin and end))
        for field in (self.begin, self.end):
            field.setEnabled(self.dated.isChecked())
            self.dated.toggled.connect(field.setEnabled)
        self.counting = self.add_choice(
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
        self.rounding = self.add_choice(
            self.tr("A share is rounded"),
            (
                ("up", self.tr("up")),
                ("nearest", self.tr("to the nearest")),
                ("down", self.tr("down")),
            ),
            programme.rounding if known else "up",
        )

    def work(self) -> Callable[[], Any]:
        from desktop_app.domain.targets import Rounding
        from desktop_app.services import targets

        dated = self.dated.isChecked()
        given = {
            "code": self.code.text(),
            "name": self.name.text(),
            "date_from": self.begin.day if dated else None,
            "date_to": self.end.day if dated else None,
            "counting": self.counting.currentData(),
            "rounding": Rounding(self.rounding.currentData()),
        }
        return lambda: targets.add_programme(self.context.workspace, **given)


class PhaseDialog(_PlanDialog):
    """A phase of a programme, or a peak period inside one."""

    def __init__(
        self, context: WindowContext, parent: QWidget, programme: Any, phase: Any = None
    ) -> None:
        title = self.tr("New phase") if phase is None else self.tr("Change the phase")
        super().__init__(context, parent, title, phase)
        self._programme, known = programme, phase is not None
        today = context.workspace.today()
        around = phase if known else programme
        self.add_days(around.date_from, around.date_to, (today, today))
        self.peak = QCheckBox(self.tr("A peak period inside a phase"))
        self.peak.setChecked(known and phase.peak)
        self.form.addRow(self.peak)
        self.overlaps: tuple[str, ...] = ()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import targets

        given = {
            "code": self.code.text(),
            "name": self.name.text(),
            "programme": self._programme.code,
            "date_from": self.begin.day,
            "date_to": self.end.day,
            "peak": self.peak.isChecked(),
        }
        return lambda: targets.add_phase(self.context.workspace, **given)

    def done_with(self, result: Any) -> None:
        self.overlaps = result


class RuleDialog(FormDialog):
    """What each unit of a group is to reach where it set itself nothing."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        scopes: tuple[tuple[str, str], ...],
        groups: tuple[str, ...],
    ) -> None:
        title = self.tr("Rule for units without a target of their own")
        super().__init__(context, parent, title, "", self.tr("&Keep"), (34, 22))
        self.scope = self.add_choice(self.tr("For"), scopes, "")
        self.group = self.add_choice(
            self.tr("Units"),
            (("", self.tr("every unit")), *((group, group) for group in groups)),
            "",
        )
        self.target: QLineEdit = self.add_line(self.tr("Each is to reach"), longest=60)
        self.target.setPlaceholderText(self.tr("60 or 10 %"))
        self.base = self.add_choice(
            self.tr("A share is one of"),
            (
                ("members", self.tr("members")),
                ("members_and_workers", self.tr("members and workers who are none")),
            ),
            "members",
        )

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import target_table

        scope, group = self.scope.currentData(), self.group.currentData()
        text, base = self.target.text(), self.base.currentData()
        return lambda: target_table.change_rule(self.context.workspace, scope, group, text, base)
