"""What the review list is narrowed to: unit, officer, field, template, the days it came in."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from desktop_app.windows.form_dialog import DayField, FormDialog
from desktop_app.windows.page import WindowContext

if TYPE_CHECKING:
    from desktop_app.services.review_list import ReviewChoices, ReviewFilter


class FilterDialog(FormDialog):
    """Choices filled beside the window; Enter applies them."""

    applied = Signal(object)
    """The filter with these parts; state and search are the page's own."""

    def __init__(self, context: WindowContext, parent: QWidget, wanted: "ReviewFilter") -> None:
        super().__init__(
            context, parent, self.tr("Filter the list"), "", self.tr("&Filter"), (40, 26)
        )
        self._wanted = wanted
        self.unit_box = self.add_choice(self.tr("&Unit, and those below it"))
        self.officer_box = self.add_choice(self.tr("&Officer who follows it"))
        self.field_box = self.add_choice(self.tr("Fi&eld"))
        self.template_box = self.add_choice(self.tr("&Template"))
        self.since_edit, self.until_edit = DayField(wanted.since), DayField(wanted.until)
        self.add_field(self.tr("Came in &from"), self.since_edit)
        self.add_field(self.tr("Came in u&ntil"), self.until_edit)
        self.clear_button = QPushButton(self.tr("&Show all"))
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(self._clear)
        self.foot.insertWidget(0, self.clear_button)
        self.setEnabled(False)

        def read(_step: object) -> object:
            from desktop_app.services import review_list

            return review_list.choices(context.workspace)

        context.tasks.start(self, read, on_success=self._fill)

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

    def work(self) -> Callable[[], Any]:
        wanted = replace(
            self._wanted,
            unit_id=str(self.unit_box.currentData() or ""),
            officer=str(self.officer_box.currentData() or ""),
            field=str(self.field_box.currentData() or ""),
            template_id=str(self.template_box.currentData() or ""),
            since=self.day(self.since_edit),
            until=self.day(self.until_edit),
        )
        return lambda: wanted

    def done_with(self, result: Any) -> None:
        self.applied.emit(result)
