"""Đơn vị & chỉ tiêu, and the team's own Chỉ tiêu: the board, one line per unit."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from desktop_app.errors import AppError
from desktop_app.windows.page import Page, WindowContext, as_title
from desktop_app.windows.rows import Column, RowsModel, current_row, prepare
from desktop_app.windows.theme import em


@dataclass(frozen=True)
class _Line:
    id: str
    line: Any


class UnitsPage(Page):
    """The progress board; an office also adds units and makes their cards here."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        office = self.workspace.own.role == "office"
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        title = QLabel(self.tr("Units and targets") if office else self.tr("Targets"))
        as_title(title)
        column.addWidget(title)
        explain = QLabel(
            self.tr("Counts are today's state; the four tracks stand apart and are not added up.")
        )
        explain.setWordWrap(True)
        column.addWidget(explain)
        self._table = QTableView()
        self._table.setAccessibleName(self.tr("Progress of the units"))
        numbers = (
            (self.tr("Draft"), "drafted"),
            (self.tr("Recognised"), "recognised"),
            (self.tr("Received"), "received"),
            (self.tr("Accepted"), "accepted"),
            (self.tr("Returned"), "returned"),
            (self.tr("On the portal"), "uploaded"),
            (self.tr("Valid"), "valid"),
            (self.tr("Target"), "target"),
            (self.tr("Missing"), "shortfall"),
        )
        columns = (
            Column(self.tr("Unit"), lambda row: row.line.unit, stretch=True),
            *(
                Column(heading, partial(_shown, name), width=5.8, extra=name not in _ALWAYS)
                for heading, name in numbers
            ),
        )
        self._model = RowsModel(columns)
        prepare(self._table, self._model, columns)
        self._table.horizontalHeader().setMinimumSectionSize(em(4))
        column.addWidget(self._table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        if office:
            add = QPushButton(self.tr("Add a unit…"))
            add.clicked.connect(self._add)
            card = QPushButton(self.tr("Make the setup card…"))
            card.setProperty("primary", True)
            card.clicked.connect(self._card)
            keys = QPushButton(self.tr("&Keys…"))
            keys.setToolTip(self.tr("Computers of the units"))
            keys.clicked.connect(self._keys)
            foot.addWidget(keys)
            foot.addWidget(add)
            foot.addWidget(card)
        column.addLayout(foot)

    def opened(self, **_arguments: Any) -> None:
        from desktop_app.services.progress import progress

        lines = progress(self.workspace)
        if self.workspace.own.role == "team":
            own = self.workspace.own.unit_id
            lines = tuple(line for line in lines if line.unit_id == own)
        self._model.show([_Line(line.unit_id, line) for line in lines])
        self._table.selectRow(0)

    def _add(self) -> None:
        from desktop_app.services import units

        name, agreed = QInputDialog.getText(
            self, self.tr("Add a unit"), self.tr("Name of the unit")
        )
        if agreed and name.strip():
            try:
                units.add_unit(self.workspace, name=name, code=units.code_from(name))
            except AppError as error:
                self.context.tell(error)
            self.opened()

    def _keys(self) -> None:
        from desktop_app.windows.keys_dialog import KeysDialog

        dialog = self.dialog = KeysDialog(self.context, self)
        dialog.open()

    def _card(self) -> None:
        from desktop_app.services.cards import export_card

        row = current_row(self._table)
        if row is None or row.id == self.workspace.own.unit_id:
            self.said.emit(self.tr("Choose a unit below this office first"))
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to write the card"))
        if folder:
            code = row.line.code
            self.context.tasks.start(
                self,
                lambda _step: export_card(self.workspace, code, Path(folder)),
                on_success=lambda path: self.said.emit(
                    self.tr("Card written: {file}").format(file=path.name)
                ),
            )


_ALWAYS = ("accepted", "target", "shortfall")


def _shown(name: str, row: _Line) -> str:
    value = getattr(row.line, name)
    return "–" if value is None else str(value)
