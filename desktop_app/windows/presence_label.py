"""A line that says who else looks at the same initiative now."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.errors import AppError
from desktop_app.services import presence
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext


class PresenceLabel(QLabel):
    """Says what this window looks at, and shows who else does; hidden when nobody does."""

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._initiative = context, ""
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.tr("Who else looks at this"))
        tint(self, "amber")
        self.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(presence.BEAT_SECONDS * 1000)
        self._timer.timeout.connect(self.beat)

    def look_at(self, initiative_id: str) -> None:
        """Look at an initiative from now on; "" at none. Without a server nothing happens."""
        self._initiative = initiative_id
        if self._context.workspace.link is None:
            return
        if initiative_id:
            self._timer.start()
        else:
            self._timer.stop()
        self.beat()

    def beat(self) -> None:
        """Say again what is looked at and ask who else does; no matter when the server is gone."""
        book, wanted = self._context.workspace, self._initiative

        def work(_step: Any) -> tuple[str, ...]:
            presence.look_at(book, wanted)
            return tuple(look.officer for look in presence.others(book, [wanted]))

        self._context.tasks.start(
            self, work, on_success=self.show_names, on_failure=self._nobody_known
        )

    def _nobody_known(self, _error: AppError) -> None:
        self.show_names(())

    def show_names(self, names: Sequence[str]) -> None:
        """Show who else looks at it."""
        text = self.tr("{names} is looking at this too").format(names=", ".join(names))
        self.setText(text if names else "")
        self.setVisible(bool(names))
