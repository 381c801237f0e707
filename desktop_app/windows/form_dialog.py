"""A small form in a dialog: labelled fields, what is wrong beside them, one primary button."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.dates import read_day
from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, em, scaled_font


class DayField(QLineEdit):
    """A day as day/month/year; empty is no day."""

    def __init__(self, day: date | None = None) -> None:
        super().__init__(f"{day:%d/%m/%Y}" if day else "")
        self.setPlaceholderText(self.tr("day/month/year"))
        self.setMaximumWidth(em(11))

    def day(self) -> date | None:
        """Return the day, None without one. Raises ValueError for what is none."""
        text = self.text().strip()
        return read_day(text) if text else None


class NotUnderstood(Exception):
    """A field holds something that is no day or no number; its text is the field's name."""


class FormDialog(QDialog):
    """Title, a sentence, fields, what is wrong, Cancel and one primary button.

    What the button does runs beside the window; an error of it is told here and changes nothing.
    """

    def __init__(
        self,
        context: WindowContext,
        parent: QWidget,
        title: str,
        explain: str,
        button: str,
        size: tuple[float, float] = (46, 34),
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
        column.addWidget(heading)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.setSpacing(12)
        if explain:
            self.add_text(explain)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setVerticalSpacing(8)
        self.body.addLayout(self.form)
        self.body.addStretch(1)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        tint(self.problem, "red")
        self.problem.hide()
        column.addWidget(self.problem)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.ok_button = QPushButton(button)
        self.ok_button.setProperty("primary", True)
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self.submit)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.ok_button)
        column.addLayout(self.foot)
        fit_window(self, parent, *size)

    def add_text(self, text: str, colour: str = "text") -> QLabel:
        """Add a sentence above the fields."""
        label = QLabel(text)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        tint(label, colour)
        self.body.addWidget(label)
        return label

    def keep_below(self, part: QWidget) -> None:
        """Put a part below the fields and what stands there, above the empty room."""
        items = [self.body.itemAt(place) for place in range(self.body.count())]
        room = next(n for n, item in enumerate(items) if item is not None and item.spacerItem())
        self.body.insertWidget(room, part)

    def add_field(self, label: str, field: QWidget) -> None:
        """Add a field with its label; Alt and the marked letter go to it."""
        said = QLabel(label)
        said.setWordWrap(True)
        if self.form.rowWrapPolicy() is not QFormLayout.RowWrapPolicy.WrapAllRows:
            wide = said.fontMetrics().horizontalAdvance(label) + em(1)
            said.setFixedWidth(min(wide, em(15)))
        said.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        if isinstance(field, QComboBox):
            # As wide as there is room, however long what can be chosen.
            field.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            field.setMinimumContentsLength(12)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.form.addRow(said, field)

    def add_line(self, label: str, text: str = "", longest: int = 250) -> QLineEdit:
        """Add a line of text to be filled in."""
        field = QLineEdit(text)
        field.setMaxLength(longest)
        field.setCursorPosition(0)
        self.add_field(label, field)
        return field

    def add_choice(
        self, label: str, values: Sequence[tuple[str, str]] = (), chosen: str = ""
    ) -> QComboBox:
        """Add a choice of values with their words."""
        box = QComboBox()
        for value, text in values:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self.add_field(label, box)
        return box

    def day(self, field: DayField) -> date | None:
        """Return the day of a field. Raises NotUnderstood with the field's name."""
        try:
            return field.day()
        except ValueError as error:
            field.setFocus()
            raise NotUnderstood(field.accessibleName()) from error

    def number(self, field: QLineEdit) -> int | None:
        """Return the whole number of a field, None when empty. Raises NotUnderstood."""
        text = field.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            field.setFocus()
            raise NotUnderstood(field.accessibleName())
        return int(text)

    def work(self) -> Callable[[], Any]:
        """Return what the primary button does, with the fields as they are now."""
        raise NotImplementedError

    def done_with(self, result: Any) -> None:
        """Go on with what came of it; the dialog closes after."""

    def submit(self) -> None:
        """Read the fields and do it beside the window."""
        try:
            work = self.work()
        except NotUnderstood as error:
            text = self.tr("“{field}” is not understood. Write for example 05/03/2026 or 12.")
            self.tell(text.format(field=error))
            return
        self.problem.hide()
        self.ok_button.setEnabled(False)
        self.context.tasks.start(
            self, lambda _step: work(), on_success=self._succeeded, on_failure=self._failed
        )

    def tell(self, text: str) -> None:
        """Say what is wrong, above the buttons."""
        self.problem.setText(text)
        self.problem.show()

    def _succeeded(self, result: Any) -> None:
        self.done_with(result)
        self.accept()

    def _failed(self, error: AppError) -> None:
        self.ok_button.setEnabled(True)
        self.tell(told(error, self.context.language))
