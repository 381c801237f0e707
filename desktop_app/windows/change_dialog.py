"""The frame of what is asked about units: fields, from which day, by which decision, one button."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services.unit_events import Decision
from desktop_app.windows.day_edit import DayEdit
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, em, scaled_font


class ChangeDialog(QDialog):
    """Asks, writes in the background, stays open and says why when it could not be."""

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
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        heading = QLabel(title)
        heading.setFont(scaled_font(TITLE, bold=True))
        heading.setWordWrap(True)
        said = QLabel(explain)
        said.setWordWrap(True)
        for label in (heading, said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        inside = QWidget()
        self.form = QFormLayout(inside)
        self.form.setContentsMargins(0, 0, em(0.5), 0)
        self.form.setSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        tint(self.problem, "red")
        self.problem.hide()
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.yes_button = QPushButton(yes)
        self.yes_button.setProperty("primary", True)
        self.yes_button.setDefault(True)
        self.yes_button.clicked.connect(self.start)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.yes_button)
        column.addLayout(foot)
        self.day: DayEdit | None = None
        self.number = QLineEdit()
        fit_window(self, parent, *size)

    def ask_day(self) -> None:
        """Ask from which day it holds, and the number of the decision."""
        name = self.tr("From &day")
        self.day = DayEdit(self.context.workspace.today(), name.replace("&", ""))
        self.form.addRow(name, self.day)
        self.number.setAccessibleName(self.tr("Number of the decision"))
        self.number.setMaxLength(120)
        self.form.addRow(self.tr("&Number of the decision (if there is one)"), self.number)

    def text_field(self, label: str, text: str = "", longest: int = 250) -> QLineEdit:
        """Add a line of text to be filled in."""
        field = QLineEdit(text)
        field.setMaxLength(longest)
        field.setAccessibleName(label.replace("&", ""))
        self.form.addRow(label, field)
        return field

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
        day = self.day.day if self.day is not None else self.context.workspace.today()
        return Decision(day, self.number.text())

    def work(self) -> Any:
        """Return what is to be written, as a function of no arguments; fields are read now."""
        raise NotImplementedError

    def start(self) -> None:
        """Write it in the background; close when it is written."""
        self.yes_button.setEnabled(False)
        self.problem.hide()
        write = self.work()
        self.context.tasks.start(
            self,
            lambda _step: write(),
            on_success=lambda _value: self.accept(),
            on_failure=self._failed,
        )

    def _failed(self, error: AppError) -> None:
        self.yes_button.setEnabled(True)
        self.problem.setText(told(error, self.context.language))
        self.problem.show()
