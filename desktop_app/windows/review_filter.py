"""What the review list is narrowed to: unit, officer, field, template, the days it came in."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
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
from desktop_app.windows.looks import fit_window, tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, em, scaled_font
from desktop_app.windows.words import day

if TYPE_CHECKING:
    from desktop_app.services.review_list import ReviewChoices, ReviewFilter


class FilterDialog(QDialog):
    """Choices filled beside the window; Enter applies them."""

    applied = Signal(object)
    """The filter with these parts; state and search are the page's own."""

    def __init__(self, context: WindowContext, parent: QWidget, wanted: "ReviewFilter") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Filter the list"))
        self._wanted = wanted
        heading = QLabel(self.tr("Filter the list"))
        heading.setFont(scaled_font(TITLE, bold=True))
        self.unit_box, self.officer_box = self._box(), self._box()
        self.field_box, self.template_box = self._box(), self._box()
        self.since_edit, self.until_edit = QLineEdit(), QLineEdit()
        for edit, value in ((self.since_edit, wanted.since), (self.until_edit, wanted.until)):
            edit.setPlaceholderText(self.tr("dd/mm/yyyy"))
            edit.setText(day(value) if value else "")
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        tint(self.problem, "red")
        self.problem.hide()
        inside = QWidget()
        form = QFormLayout(inside)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Unit, and those below it"), self.unit_box),
            (self.tr("&Officer who follows it"), self.officer_box),
            (self.tr("Fi&eld"), self.field_box),
            (self.tr("&Template"), self.template_box),
            (self.tr("Came in &from"), self.since_edit),
            (self.tr("Came in u&ntil"), self.until_edit),
        )
        for text, part in rows:
            form.addRow(text, part)
            part.setAccessibleName(text.replace("&", ""))
        form.addRow(self.problem)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self.clear_button = QPushButton(self.tr("&Show all"))
        close = QPushButton(self.tr("Cancel"))
        self.apply_button = QPushButton(self.tr("&Filter"))
        self.apply_button.setProperty("primary", True)
        self.apply_button.setDefault(True)
        self.clear_button.clicked.connect(self._clear)
        close.clicked.connect(self.reject)
        self.apply_button.clicked.connect(self.apply)
        foot = QHBoxLayout()
        foot.addWidget(self.clear_button)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.apply_button)
        for button in (self.clear_button, close):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        fit_window(self, parent, 40, 26)
        self.setEnabled(False)

        def read(_step: object) -> object:
            from desktop_app.services import review_list

            return review_list.choices(context.workspace)

        context.tasks.start(self, read, on_success=self._fill)

    def _box(self) -> QComboBox:
        box = QComboBox()
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(em(10))
        box.setMaxVisibleItems(16)
        return box

    def _fill(self, choices: "ReviewChoices") -> None:
        wanted = self._wanted
        every = self.tr("All")
        parts: tuple[tuple[QComboBox, list[tuple[str, str]], str], ...] = (
            (self.unit_box, [(u.id, "   " * u.depth + u.name) for u in choices.units], "unit_id"),
            (self.officer_box, [(name, name) for name in choices.officers], "officer"),
            (self.field_box, [(name, name) for name in choices.fields], "field"),
            (self.template_box, list(choices.templates), "template_id"),
        )
        for box, items, name in parts:
            box.addItem(every, "")
            for key, text in items:
                box.addItem(text, key)
            box.setCurrentIndex(max(0, box.findData(getattr(wanted, name))))
        self.setEnabled(True)
        self.unit_box.setFocus()

    def _clear(self) -> None:
        self.applied.emit(
            replace(
                self._wanted,
                unit_id="",
                officer="",
                field="",
                template_id="",
                since=None,
                until=None,
            )
        )
        self.accept()

    def apply(self) -> None:
        """Send the filter, unless a date cannot be read."""
        days: list[date | None] = []
        for edit in (self.since_edit, self.until_edit):
            text = edit.text().strip()
            try:
                days.append(read_day(text) if text else None)
            except ValueError:
                self.problem.setText(
                    self.tr("“{text}” is no date. Write it like 05/03/2026.").format(text=text)
                )
                self.problem.show()
                edit.setFocus()
                return
        self.applied.emit(
            replace(
                self._wanted,
                unit_id=str(self.unit_box.currentData() or ""),
                officer=str(self.officer_box.currentData() or ""),
                field=str(self.field_box.currentData() or ""),
                template_id=str(self.template_box.currentData() or ""),
                since=days[0],
                until=days[1],
            )
        )
        self.accept()
