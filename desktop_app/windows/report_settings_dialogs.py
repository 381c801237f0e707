"""What officers put right for reports: thresholds of the award, place and who signs."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
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

from desktop_app.domain.numbers import format_number, read_amount
from desktop_app.errors import AppError
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, scaled_font

if TYPE_CHECKING:
    from desktop_app.services.reports.thresholds import Threshold


class _Fields(QDialog):
    """Title, one sentence, fields that scroll, and Save."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        self.heading, self.explained = QLabel(), QLabel()
        self.heading.setFont(scaled_font(TITLE, bold=True))
        self.explained.setWordWrap(True)
        inside = QWidget()
        self.form = QFormLayout(inside)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.told = QLabel()
        self.told.setWordWrap(True)
        tint(self.told, "red")
        for part in (self.heading, self.explained):
            column.addWidget(part)
        column.addWidget(scroll, 1)
        column.addWidget(self.told)
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.save_button = QPushButton(self.tr("&Save"))
        self.save_button.setProperty("primary", True)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.save_button)
        column.addLayout(self.foot)
        fit_window(self, parent, 48, 34)

    def entitle(self, title: str, explain: str) -> None:
        """Say what the fields are, and what they are for."""
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.explained.setText(explain)

    def field(self, label: str, text: str) -> QLineEdit:
        """Add a field."""
        field = QLineEdit(text)
        field.setCursorPosition(0)
        said = QLabel(label)
        said.setWordWrap(True)
        said.setBuddy(field)
        field.setAccessibleName(label)
        self.form.addRow(said, field)
        return field

    def save(self) -> None:
        """Keep what was written and close."""
        raise NotImplementedError


class LetterDialog(_Fields):
    """Number, place, authority, title and name of who signs the Word reports."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        from desktop_app.services.reports.letter import letter_facts

        self.entitle(
            self.tr("Place and who signs"),
            self.tr("They stand on every report in Word. An empty field goes back to the usual."),
        )

        facts = letter_facts(context.workspace)
        self.fields = {
            "number": self.field(self.tr("Number and mark"), facts["number"]),
            "place": self.field(self.tr("Place"), facts["place"]),
            "authority": self.field(self.tr("Signed for"), facts["authority"]),
            "title": self.field(self.tr("Title of who signs"), facts["title"]),
            "name": self.field(self.tr("Name of who signs"), facts["name"]),
        }

    def save(self) -> None:
        """Keep the fields; an empty one goes back to the usual."""
        from desktop_app.services.reports.letter import keep_letter_facts

        keep_letter_facts(
            self._context.workspace, {name: field.text() for name, field in self.fields.items()}
        )
        self.accept()


class ThresholdsDialog(_Fields):
    """The amounts of each group with their source."""

    changed = Signal()

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        from desktop_app.services.reports.thresholds import thresholds

        self.entitle(
            self.tr("Thresholds of the award"),
            self.tr(
                "The list is a suggestion. Put the amounts right when the rule changes, and say "
                "where they come from."
            ),
        )

        self.groups = thresholds(context.workspace)
        self.fields: dict[str, tuple[QLineEdit, QLineEdit, QLineEdit]] = {}
        for group in self.groups:
            name = QLabel(group.label)
            name.setFont(scaled_font(bold=True))
            name.setWordWrap(True)
            self.form.addRow(name)
            three = "" if group.three_years is None else format_number(group.three_years)
            self.fields[group.id] = (
                self.field(self.tr("In one year, đồng"), format_number(group.one_year)),
                self.field(self.tr("In three years in a row, đồng (empty: no such rule)"), three),
                self.field(self.tr("Where the amounts come from"), group.source),
            )
        back = QPushButton(self.tr("Back to the &built-in amounts"))
        back.setAutoDefault(False)
        back.clicked.connect(self._forget)
        self.foot.insertWidget(0, back)

    def save(self) -> None:
        """Keep what was changed; says what cannot be read and keeps nothing then."""
        from desktop_app.services.reports.thresholds import set_threshold

        changes = []
        for group in self.groups:
            one, three, source = (field.text() for field in self.fields[group.id])
            first, second = read_amount(one).value, read_amount(three).value
            if first is None or (three.strip() and second is None):
                said = self.tr("“{text}” is no amount. Write it as 80.000.000 or 80 triệu.")
                self.told.setText(said.format(text=one if first is None else three))
                self.fields[group.id][0 if first is None else 1].setFocus()
                return
            years = None if second is None else int(second)
            if (int(first), years, source.strip()) != _kept(group):
                changes.append((group.id, int(first), years, source))
        try:
            for group_id, first_amount, years, source in changes:
                set_threshold(
                    self._context.workspace,
                    group_id,
                    one_year=first_amount,
                    three_years=years,
                    source=source,
                )
        except AppError as error:
            self._context.tell(error)
            return
        if changes:
            self.changed.emit()
        self.accept()

    def _forget(self) -> None:
        from desktop_app.services.reports.thresholds import forget_thresholds

        forget_thresholds(self._context.workspace)
        self.changed.emit()
        self.accept()


def _kept(group: "Threshold") -> tuple[int, int | None, str]:
    return group.one_year, group.three_years, group.source
