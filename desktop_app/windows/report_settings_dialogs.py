"""What officers put right for reports: thresholds of the award, place and who signs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop_app.domain.numbers import format_number, read_amount
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import scaled_font

if TYPE_CHECKING:
    from desktop_app.services.reports.thresholds import Threshold


class LetterDialog(FormDialog):
    """Number, place, authority, title and name of who signs the Word reports."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        from desktop_app.services.reports.letter import letter_facts

        super().__init__(
            context,
            parent,
            self.tr("Place and who signs"),
            self.tr("They stand on every report in Word. An empty field goes back to the usual."),
            self.tr("&Save"),
            (48, 34),
        )
        facts = letter_facts(context.workspace)
        self.fields = {
            "number": self.add_line(self.tr("Number and mark"), facts["number"]),
            "place": self.add_line(self.tr("Place"), facts["place"]),
            "authority": self.add_line(self.tr("Signed for"), facts["authority"]),
            "title": self.add_line(self.tr("Title of who signs"), facts["title"]),
            "name": self.add_line(self.tr("Name of who signs"), facts["name"]),
        }

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.reports.letter import keep_letter_facts

        facts = {name: field.text() for name, field in self.fields.items()}
        return lambda: keep_letter_facts(self.context.workspace, facts)


class ThresholdsDialog(FormDialog):
    """The amounts of each group with their source."""

    changed = Signal()

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        from desktop_app.services.reports.thresholds import thresholds

        super().__init__(
            context,
            parent,
            self.tr("Thresholds of the award"),
            self.tr(
                "The list is a suggestion. Put the amounts right when the rule changes, and say "
                "where they come from."
            ),
            self.tr("&Save"),
            (48, 34),
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
                self.add_line(self.tr("In one year, đồng"), format_number(group.one_year)),
                self.add_line(
                    self.tr("In three years in a row, đồng (empty: no such rule)"), three
                ),
                self.add_line(self.tr("Where the amounts come from"), group.source),
            )
        back = QPushButton(self.tr("Back to the &built-in amounts"))
        back.setAutoDefault(False)
        back.clicked.connect(self._forget)
        self.foot.insertWidget(0, back)

    def submit(self) -> None:
        """Keep what was changed; says what cannot be read and keeps nothing then."""
        for group in self.groups:
            one, three, _source = self.fields[group.id]
            for field in (one, three):
                text = field.text().strip()
                if read_amount(text).value is None and (text or field is one):
                    said = self.tr("“{text}” is no amount. Write it as 80.000.000 or 80 triệu.")
                    self.tell(said.format(text=text))
                    field.setFocus()
                    return
        super().submit()

    def work(self) -> Callable[[], Any]:
        from desktop_app.services.reports.thresholds import set_threshold

        changes = []
        for group in self.groups:
            one, three, source = (field.text() for field in self.fields[group.id])
            first, second = read_amount(one).value, read_amount(three).value
            kept = (int(first or 0), None if second is None else int(second), source.strip())
            if kept != _kept(group):
                changes.append((group.id, *kept))

        def keep() -> int:
            for group_id, one_year, three_years, said in changes:
                set_threshold(
                    self.context.workspace,
                    group_id,
                    one_year=one_year,
                    three_years=three_years,
                    source=said,
                )
            return len(changes)

        return keep

    def done_with(self, result: Any) -> None:
        if result:
            self.changed.emit()

    def _forget(self) -> None:
        from desktop_app.services.reports.thresholds import forget_thresholds

        forget_thresholds(self.context.workspace)
        self.changed.emit()
        self.accept()


def _kept(group: "Threshold") -> tuple[int, int | None, str]:
    return group.one_year, group.three_years, group.source
