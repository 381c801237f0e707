"""What is asked before one unit changes: added, renamed, moved, followed, counted, closed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from desktop_app.services.units import GRASSROOTS, UnitRow
from desktop_app.windows.change_dialog import ChangeDialog
from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.page import WindowContext
from desktop_app.windows.unit_picker import UnitPicker

_MOST_PEOPLE = 100_000_000


class KindBox(QComboBox):
    """The kinds there are on a day."""

    def __init__(self, language: str, chosen: str, day: Any) -> None:
        from desktop_app.services.unit_kinds import all_kinds

        super().__init__()
        for kind in all_kinds().values():
            if kind.stands_on(day) or kind.code == chosen:
                self.addItem(kind.labels[language], kind.code)
        self.setCurrentIndex(self.findData(chosen))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> str:
        """The code of the kind chosen."""
        return str(self.currentData() or "")


def suggest(field: QLineEdit, words: Sequence[str]) -> None:
    """Offer words that were used before while a field is filled in."""
    completer = QCompleter(sorted({word for word in words if word}), field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(completer)


class AddDialog(ChangeDialog):
    """A new unit below another."""

    def __init__(
        self, context: WindowContext, parent: QWidget, rows: Sequence[UnitRow], above: str
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Add a unit"),
            self.tr("It stands in the list at once; its setup card can be made afterwards."),
            self.tr("&Add"),
            size=(34, 34),
        )
        self.name = self.add_line(self.tr("&Name"))
        self.code = self.add_line(self.tr("&Code (made from the name when empty)"), longest=20)
        self.kind = KindBox(context.language, GRASSROOTS, context.workspace.today())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.form.addRow(self.tr("&Kind"), self.kind)
        self.officer = self.add_line(self.tr("&Followed by"), longest=120)
        suggest(self.officer, [row.officer for row in rows])
        self.dated = QCheckBox(self.tr("It &began on a day"))
        self.first = DayEdit(context.workspace.today(), self.tr("Its first day"))
        self.first.setEnabled(False)
        self.dated.toggled.connect(self.first.setEnabled)
        self.form.addRow(self.dated, self.first)
        self.picker = UnitPicker(rows, self.tr("The unit above"))
        self.picker.choose(above)
        self.form.addRow(self.tr("The unit above"), self.picker)
        self.name.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services import units

        workspace, name, code = self.context.workspace, self.name.text(), self.code.text().strip()
        above, officer, kind = self.picker.unit, self.officer.text(), self.kind.kind
        first = self.first.day if self.dated.isChecked() else None
        return lambda: units.add_unit(
            workspace,
            name=name,
            code=code or units.code_from(name),
            kind=kind,
            parent_id=above.id if above else None,
            valid_from=first,
            officer=officer,
        )


class RenameDialog(ChangeDialog):
    """Another name from a day on."""

    def __init__(self, context: WindowContext, parent: QWidget, unit: UnitRow) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Rename"),
            self.tr("Now: {name}. Papers and lists of earlier days keep the earlier name.").format(
                name=unit.name
            ),
            self.tr("&Rename"),
        )
        self._unit = unit
        self.name = self.add_line(self.tr("The n&ew name"), unit.name)
        self.ask_day()
        self.name.selectAll()
        self.name.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import rename

        workspace, name, decision = self.context.workspace, self.name.text(), self.decision
        return lambda: rename(workspace, self._unit.id, name, decision)


class KindDialog(ChangeDialog):
    """Another kind, and with it another level, from a day on."""

    def __init__(self, context: WindowContext, parent: QWidget, unit: UnitRow) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Change the kind"),
            self.tr("The kind says on which level {name} stands.").format(name=unit.name),
            self.tr("C&hange"),
        )
        self._unit = unit
        self.kind = KindBox(context.language, unit.kind, context.workspace.today())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.form.addRow(self.tr("&Kind"), self.kind)
        self.ask_day()
        self.kind.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import set_kind

        workspace, kind, decision = self.context.workspace, self.kind.kind, self.decision
        return lambda: set_kind(workspace, self._unit.id, kind, decision)


class MoveDialog(ChangeDialog):
    """Below another unit from a day on, alone or together with others."""

    def __init__(
        self, context: WindowContext, parent: QWidget, unit: UnitRow, rows: Sequence[UnitRow]
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Move"),
            self.tr("Now {name} stands below {above}. Tick others that move along.").format(
                name=unit.name, above=unit.parent_name or "–"
            ),
            self.tr("&Move"),
            size=(40, 40),
        )
        own = context.workspace.own.unit_id
        self.ask_day()
        self.target = UnitPicker([r for r in rows if r.id != unit.id], self.tr("Below which unit"))
        self.form.addRow(self.tr("Below which unit"), self.target)
        self.moved = UnitPicker(
            [r for r in rows if r.id != own], self.tr("Units that move"), several=True
        )
        self.moved.tick(unit.id)
        self.form.addRow(self.tr("Units that move"), self.moved)
        self.target.search.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import move

        workspace, decision, target = self.context.workspace, self.decision, self.target.unit
        ids = [row.id for row in self.moved.units]
        return lambda: move(workspace, ids, target.id if target else "", decision)


class WordDialog(ChangeDialog):
    """Who follows a unit, or in which group it counts, from a day on."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        unit: UnitRow,
        rows: Sequence[UnitRow],
        *,
        group: bool = False,
    ) -> None:
        title = self.tr("Group") if group else self.tr("Followed by")
        super().__init__(
            context,
            parent,
            title,
            self.tr("For {name}. Left empty: none.").format(name=unit.name),
            self.tr("&Keep"),
        )
        self._unit, self._group = unit, group
        held = unit.group if group else unit.officer
        label = self.tr("&Group (for example a cluster)") if group else self.tr("&Officer")
        self.word = self.add_line(label, held, 120)
        suggest(self.word, [row.group if group else row.officer for row in rows])
        self.ask_day()
        self.word.selectAll()
        self.word.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import set_group, set_officer

        workspace, word, decision = self.context.workspace, self.word.text(), self.decision
        write = set_group if self._group else set_officer
        return lambda: write(workspace, [self._unit.id], word, decision)


class PeopleDialog(ChangeDialog):
    """Members and other workers on a day."""

    def __init__(self, context: WindowContext, parent: QWidget, unit: UnitRow) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Members and workers"),
            self.tr("For {name}. Targets in percent are worked out from these numbers.").format(
                name=unit.name
            ),
            self.tr("&Keep"),
        )
        self._unit = unit
        self.members, self.workers = QSpinBox(), QSpinBox()
        for box, number, label in (
            (self.members, unit.members, self.tr("&Members")),
            (self.workers, unit.workers, self.tr("Workers who are &no members")),
        ):
            box.setRange(0, _MOST_PEOPLE)
            box.setGroupSeparatorShown(True)
            box.setValue(number or 0)
            box.setAccessibleName(label.replace("&", ""))
            self.form.addRow(label, box)
        self.as_of = DayEdit(context.workspace.today(), self.tr("Counted on"))
        self.form.addRow(self.tr("&Counted on"), self.as_of)
        self.members.selectAll()
        self.members.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.units import set_people

        members, workers, as_of = self.members.value(), self.workers.value(), self.as_of.day
        workspace = self.context.workspace
        return lambda: set_people(
            workspace, self._unit.id, members=members, workers=workers, as_of=as_of
        )


class CloseDialog(ChangeDialog):
    """A unit that stands no longer from a day on."""

    def __init__(
        self, context: WindowContext, parent: QWidget, unit: UnitRow, rows: Sequence[UnitRow]
    ) -> None:
        below = sum(row.parent_id == unit.id and row.closed_on is None for row in rows)
        explain = self.tr(
            "{name} is not listed any more from that day. Its reports, its computers and its "
            "bundles under way stay and count with the unit named here."
        )
        super().__init__(
            context,
            parent,
            self.tr("Close a unit"),
            explain.format(name=unit.name),
            self.tr("C&lose it"),
            size=(40, 34 if below == 0 else 44),
        )
        self._unit = unit
        others = [row for row in rows if row.id != unit.id and row.closed_on is None]
        self.ask_day()
        self.successor = UnitPicker(others, self.tr("Its reports count with"))
        self.successor.choose(unit.parent_id or "")
        self.form.addRow(self.tr("Its reports count with"), self.successor)
        self.takes_over: UnitPicker | None = None
        if below:
            label = self.tr("{number} units below it go to").format(number=below)
            self.takes_over = UnitPicker(others, label)
            self.takes_over.choose(unit.parent_id or "")
            self.form.addRow(label, self.takes_over)
        if self.since is not None:
            self.since.setFocus()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import close

        workspace, decision = self.context.workspace, self.decision
        heir = self.successor.unit
        successor = heir.id if heir is not None and heir.id != self._unit.parent_id else None
        place = self.takes_over.unit if self.takes_over is not None else None
        return lambda: close(
            workspace,
            self._unit.id,
            decision,
            successor=successor,
            children_to=place.id if place is not None else None,
        )
