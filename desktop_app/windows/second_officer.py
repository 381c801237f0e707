"""On the review desk: who else looks at a report, and what they did before a verdict is given."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.services import second_writer
from desktop_app.windows.difference_dialog import DifferenceDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.presence_label import PresenceLabel


class SecondOfficer(QObject):
    """Remembers which version of a report is seen; shows what somebody else made of it since."""

    decide_again = Signal(str)
    """Give the verdict named, knowing what the other one did."""
    keep = Signal()
    """What the other one did stays: the report is to be shown afresh."""

    def __init__(self, context: WindowContext, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._initiative = ""
        self.label = PresenceLabel(context)
        self.seen: int | None = None

    def look_at(self, initiative_id: str) -> None:
        """Look at a report from now on as it stands; "" at none."""
        self._initiative, self.seen = initiative_id, None
        if initiative_id:
            self.seen = second_writer.version_of(self._context.workspace, initiative_id)
        self.label.look_at(initiative_id)

    def asks_about(self, error: AppError, verdict: str) -> bool:
        """Return whether a verdict was refused because somebody was quicker; then it is shown."""
        if error.code != second_writer.CHANGED or self.seen is None:
            return False
        shown = second_writer.difference(self._context.workspace, self._initiative, self.seen)
        if shown is None:
            return False
        dialog = DifferenceDialog(self._context, self._page, shown, verdict)
        dialog.on_top.connect(lambda version: self._on_top(version, verdict))
        dialog.keep.connect(self.keep)
        dialog.open()
        return True

    def _on_top(self, version: int, verdict: str) -> None:
        self.seen = version
        self.decide_again.emit(verdict)
