"""A day to be chosen or typed, as papers write it: 01/07/2025."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from desktop_app.windows.theme import em


class DayEdit(QDateEdit):
    """A day; the arrow keys change the part under the cursor, the button opens a calendar."""

    def __init__(self, day: date, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("dd/MM/yyyy")
        self.setCalendarPopup(True)
        self.setDateRange(QDate(1900, 1, 1), QDate(2200, 12, 31))
        self.setAccessibleName(name)
        self.setMinimumSize(em(8), em(1.9))
        # A day typed half is no day yet: it is told when it is whole.
        self.setKeyboardTracking(False)
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    @property
    def day(self) -> date:
        """The day shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())
