"""Merging several units into one, splitting one into several."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.unit_events import NewUnit
from desktop_app.services.units import UnitRow, code_from
from desktop_app.windows.change_dialog import ChangeDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.unit_dialogs import KindBox
from desktop_app.windows.unit_picker import UnitPicker


def _short(box: QComboBox) -> QComboBox:
    """Let a box be narrower than its longest line."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(16)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


class MergeDialog(ChangeDialog):
    """Ticked units become one: a new one, or one of them."""

    def __init__(
        self, context: WindowContext, parent: QWidget, unit: UnitRow, rows: Sequence[UnitRow]
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Merge units"),
            self.tr(
                "Tick every unit that is merged. Reports and bundles under way of the units that "
                "end stay theirs and count with the one they become."
            ),
            self.tr("&Merge"),
            size=(42, 48),
        )
        own = context.workspace.own.unit_id
        self.merged = UnitPicker(
            [row for row in rows if row.closed_on is None and row.id != own],
            self.tr("Units that are merged"),
            several=True,
        )
        self.merged.tick(unit.id)
        self.form.addRow(self.tr("Units that are merged"), self.merged)
        self.into = _short(QComboBox())
        self.into.setAccessibleName(self.tr("They become"))
        self.form.addRow(self.tr("&They become"), self.into)
        self.name, self.code = self.name_and_code(self.tr("Name of the new unit"), self.tr("Code"))
        self.kind = KindBox(context.language, unit.kind, context.workspace.today())
        self.kind.setAccessibleName(self.tr("Kind"))
        self.form.addRow(self.tr("Kind"), self.kind)
        self.people = QCheckBox(self.tr("Add up their &members and workers"))
        self.people.setChecked(True)
        self.form.addRow(self.people)
        self.ask_day()
        self.merged.changed.connect(self._list_ticked)
        self.into.currentIndexChanged.connect(lambda _index: self._show_new())
        self._list_ticked()
        self.merged.search.setFocus()

    def _list_ticked(self) -> None:
        chosen = self.into.currentData()
        self.into.blockSignals(True)
        self.into.clear()
        self.into.addItem(self.tr("a new unit"), "")
        for row in self.merged.units:
            self.into.addItem(row.name, row.id)
        self.into.setCurrentIndex(max(0, self.into.findData(chosen)))
        self.into.blockSignals(False)
        self._show_new()

    def _show_new(self) -> None:
        new = not self.into.currentData()
        for field in (self.name, self.code, self.kind):
            field.setEnabled(new)

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import merge

        workspace, decision = self.context.workspace, self.decision
        ids, name = [row.id for row in self.merged.units], self.name.text()
        code = self.code.text().strip() or code_from(name)
        into = str(self.into.currentData() or "") or NewUnit(name, code, self.kind.kind)
        add = self.people.isChecked()
        return lambda: merge(workspace, ids, into, decision, add_people=add)


class SplitDialog(ChangeDialog):
    """One unit becomes two, or gives one off; units below it are given to the parts."""

    def __init__(
        self, context: WindowContext, parent: QWidget, unit: UnitRow, rows: Sequence[UnitRow]
    ) -> None:
        super().__init__(
            context,
            parent,
            self.tr("Split a unit"),
            self.tr("{name} becomes new units, or stands on and gives one off.").format(
                name=unit.name
            ),
            self.tr("&Split"),
            size=(42, 48),
        )
        self._unit = unit
        self.closes = QCheckBox(self.tr("{name} stands no &longer").format(name=unit.name))
        self.closes.setChecked(True)
        self.form.addRow(self.closes)
        self.kind = KindBox(context.language, unit.kind, context.workspace.today())
        self.kind.setAccessibleName(self.tr("Kind of the new units"))
        self.form.addRow(self.tr("&Kind of the new units"), self.kind)
        self.parts: list[tuple[QLineEdit, QLineEdit]] = []
        for number in (1, 2, 3, 4):
            name, code = self.name_and_code(
                self.tr("Name of new unit {number}").format(number=number), self.tr("Code")
            )
            name.textChanged.connect(lambda _text: self._list_parts())
            self.parts.append((name, code))
        self.heir = _short(QComboBox())
        self.heir.setAccessibleName(self.tr("Its reports count with"))
        self.form.addRow(self.tr("Its &reports count with"), self.heir)
        self.closes.toggled.connect(self.heir.setEnabled)
        self.below: dict[str, QComboBox] = {}
        children = [r for r in rows if r.parent_id == unit.id and r.closed_on is None]
        if children:
            frame = QGroupBox(self.tr("Where the units below it go"))
            column = QVBoxLayout(frame)
            for child in children:
                box = _short(QComboBox())
                box.setAccessibleName(child.name)
                self.below[child.id] = box
                label = QLabel(child.name)
                label.setWordWrap(True)
                label.setBuddy(box)
                column.addWidget(label)
                column.addWidget(box)
            self.form.addRow(frame)
        self.ask_day()
        self._list_parts()
        self.parts[0][0].setFocus()

    def _named(self) -> list[tuple[str, str]]:
        return [
            (name.text().strip(), code.text().strip())
            for name, code in self.parts
            if name.text().strip()
        ]

    def _list_parts(self) -> None:
        names = [name for name, _code in self._named()]
        for box in (self.heir, *self.below.values()):
            chosen = max(0, box.currentIndex())
            box.clear()
            stay = self.tr("where it stood") if box is self.heir else self.tr("stays")
            box.addItem(stay, -1)
            for place, name in enumerate(names):
                box.addItem(name, place)
            box.setCurrentIndex(min(chosen, box.count() - 1))

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.unit_changes import split

        workspace, decision, kind = self.context.workspace, self.decision, self.kind.kind
        parts = [NewUnit(name, code or code_from(name), kind) for name, code in self._named()]
        below = {child: int(box.currentData()) for child, box in self.below.items()}
        placed = {child: place for child, place in below.items() if place >= 0}
        closes, heir = self.closes.isChecked(), int(self.heir.currentData())
        return lambda: split(
            workspace,
            self._unit.id,
            parts,
            decision,
            below=placed,
            closes=closes,
            heir=heir if heir >= 0 and closes else None,
        )
