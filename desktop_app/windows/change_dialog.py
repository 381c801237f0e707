"""The frame of what is asked about units: fields, from which day, by which decision, one button."""

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.services.unit_events import Decision
from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext


class ChangeDialog(FormDialog):
    """A form whose fields stand below their labels, with a day and a decision where asked."""

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        title: str,
        explain: str,
        yes: str,
        *,
        size: tuple[float, float] = (32, 22),
    ) -> None:
        super().__init__(context, parent, title, explain, yes, size)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.since: DayEdit | None = None
        self.number_edit = QLineEdit()

    def ask_day(self) -> None:
        """Ask from which day it holds, and the number of the decision."""
        name = self.tr("From &day")
        self.since = DayEdit(self.context.workspace.today(), name.replace("&", ""))
        self.form.addRow(name, self.since)
        self.number_edit.setAccessibleName(self.tr("Number of the decision"))
        self.number_edit.setMaxLength(120)
        self.form.addRow(self.tr("&Number of the decision (if there is one)"), self.number_edit)

    def name_and_code(self, name: str, code: str) -> tuple[QLineEdit, QLineEdit]:
        """Add a name with its code beside it; the code is made from the name when empty."""
        fields = QLineEdit(), QLineEdit()
        row = QHBoxLayout()
        for field, label, longest, share in (
            (fields[0], name, 250, 3),
            (fields[1], code, 20, 1),
        ):
            field.setMaxLength(longest)
            field.setAccessibleName(label)
            field.setPlaceholderText(label)
            row.addWidget(field, share)
        above = QLabel(name)
        above.setBuddy(fields[0])
        self.form.addRow(above, row)
        return fields

    @property
    def decision(self) -> Decision:
        """The day and the decision as they stand in the fields."""
        day = self.since.day if self.since is not None else self.context.workspace.today()
        return Decision(day, self.number_edit.text())
