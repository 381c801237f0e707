"""A council: its name, its rule for votes, who sits on it; used again for every session."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.looks import soften, typed_in
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em

if TYPE_CHECKING:
    from desktop_app.domain.recognition import Council, Member, Threshold

NAME, ROLE, UNION = range(3)
"""The columns of the members."""


class CouncilDialog(FormDialog):
    """Sets a council up or puts it right; earlier sessions stay as they were recorded."""

    help_subject = "recognition"

    kept = Signal(str)
    """A council was kept: its identifier."""

    def __init__(self, context: WindowContext, parent: QWidget, council_id: str = "") -> None:
        super().__init__(
            context,
            parent,
            self.tr("Council"),
            self.tr(
                "Chair, vice-chair, secretary, experts, and somebody who speaks for the union the "
                "author is a member of (Thông tư 18/2013/TT-BKHCN, article 8)."
            ),
            self.tr("&Keep the council"),
            (58, 42),
        )
        self._wanted = council_id
        self.which = QComboBox()
        self.which.currentIndexChanged.connect(lambda _index: self._show())
        self.name, self.body_name = QLineEdit(), QLineEdit()
        self.threshold = QComboBox()
        self.state_funded = QCheckBox(self.tr("The establishment lives on the State's &money"))
        self.add_field(self.tr("&Which"), self.which)
        self.add_field(self.tr("&Name of the council"), self.name)
        self.add_field(self.tr("&Establishment"), self.body_name)
        self.add_field(self.tr("&Votes needed"), self.threshold)
        self.form.addRow("", self.state_funded)
        self._make_members()
        self._read()

    def _make_members(self) -> None:
        heads = (self.tr("Full name"), self.tr("Role"), self.tr("For the union"))
        self.members = QTableWidget(0, len(heads))
        self.members.setHorizontalHeaderLabels(heads)
        self.members.setAccessibleName(self.tr("Members"))
        self.members.verticalHeader().hide()
        self.members.verticalHeader().setDefaultSectionSize(em(2.6))
        self.members.setMinimumHeight(em(12))
        header = self.members.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place in (NAME, ROLE):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(UNION, em(11))
        typed_in(self.members)
        soften(self.members)
        self.add_button = QPushButton(self.tr("&Add a member"))
        self.remove_button = QPushButton(self.tr("&Take away"))
        row = QHBoxLayout()
        for button, clicked in (
            (self.add_button, self.add_member),
            (self.remove_button, self.remove_member),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(clicked)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout()
        column.addWidget(self.members, 1)
        column.addLayout(row)
        self.body.insertLayout(self.body.count() - 1, column)

    def _read(self) -> None:
        from desktop_app.services import councils

        workspace = self.context.workspace

        def work(_step: Any) -> Any:
            return councils.list_councils(workspace), councils.list_thresholds(workspace)

        self.context.tasks.start(self, work, on_success=self._filled, on_failure=self._failed)

    def _filled(self, found: "tuple[tuple[Council, ...], tuple[Threshold, ...]]") -> None:
        every, rules = found
        language = self.context.language
        for rule in rules:
            name = rule.names.get(language, rule.names["vi"])
            self.threshold.addItem(f"{name} ({rule.source})", rule.code)
        self.which.blockSignals(True)
        self.which.addItem(self.tr("A new council"), None)
        for council in every:
            self.which.addItem(council.name, council)
        place = next((n for n, c in enumerate(every, start=1) if c.id == self._wanted), 0)
        self.which.setCurrentIndex(place)
        self.which.blockSignals(False)
        self._show()
        self.name.setFocus()

    def _show(self) -> None:
        from desktop_app.domain.recognition import Member

        council: Council | None = self.which.currentData()
        self.name.setText(council.name if council else "")
        self.body_name.setText(council.body if council else "")
        self.state_funded.setChecked(bool(council and council.state_funded))
        code = council.threshold if council else ""
        self.threshold.setCurrentIndex(max(0, self.threshold.findData(code)))
        self.members.setRowCount(0)
        usual = ("chair", "vice_chair", "secretary", "expert", "union")
        for member in council.members if council else [Member("", role) for role in usual]:
            self._add(member)

    def _add(self, member: "Member") -> None:
        from desktop_app.services.councils import role_name, roles

        row = self.members.rowCount()
        self.members.insertRow(row)
        self.members.setItem(row, NAME, QTableWidgetItem(member.name))
        box = QComboBox()
        box.setAccessibleName(self.tr("Role of member {number}").format(number=row + 1))
        for code in roles():
            box.addItem(role_name(code, self.context.language), code)
        box.setCurrentIndex(max(0, box.findData(member.role)))
        self.members.setCellWidget(row, ROLE, box)
        union = QTableWidgetItem()
        union.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        union.setCheckState(Qt.CheckState.Checked if member.union else Qt.CheckState.Unchecked)
        self.members.setItem(row, UNION, union)

    def add_member(self) -> None:
        """Add a line and begin to write the name."""
        from desktop_app.domain.recognition import Member

        self._add(Member("", "other"))
        row = self.members.rowCount() - 1
        self.members.setCurrentCell(row, NAME)
        self.members.setFocus()
        self.members.edit(self.members.model().index(row, NAME))

    def remove_member(self) -> None:
        """Take the chosen line away."""
        if self.members.currentRow() >= 0:
            self.members.removeRow(self.members.currentRow())

    def work(self) -> Callable[[], Any]:
        from desktop_app.domain.recognition import Member
        from desktop_app.services import councils

        members = []
        for row in range(self.members.rowCount()):
            box = self.members.cellWidget(row, ROLE)
            assert isinstance(box, QComboBox)
            name, union = self.members.item(row, NAME), self.members.item(row, UNION)
            spoken = union is not None and union.checkState() is Qt.CheckState.Checked
            members.append(Member(name.text() if name else "", str(box.currentData()), spoken))
        council: Council | None = self.which.currentData()
        given: dict[str, Any] = {
            "name": self.name.text(),
            "body": self.body_name.text(),
            "threshold_code": str(self.threshold.currentData() or ""),
            "state_funded": self.state_funded.isChecked(),
            "council_id": council.id if council else "",
        }
        return lambda: councils.keep_council(self.context.workspace, members=members, **given)

    def done_with(self, result: Any) -> None:
        self.kept.emit(result)
