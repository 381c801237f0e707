"""A watched folder: what arrives there, once it is at rest, is taken in beside the window."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.services import watching
from desktop_app.services.found_files import looks_like_ours
from desktop_app.services.steps import Step
from desktop_app.services.watching import Mark
from desktop_app.windows.page import WindowContext

if TYPE_CHECKING:
    from desktop_app.services.inbox import IntakeResult

_EVERY_MS = 4000


class FolderWatch(QObject):
    """Looks now and then while nothing else is under way; says what came in."""

    taken = Signal(object)
    """An IntakeResult with at least one file."""

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._before: Mapping[str, Mark] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look once, unless some work is under way."""
        if self._context.tasks.busy or watching.watched_folder(self._context.workspace) is None:
            return
        self._context.tasks.start(
            self, self._work, on_success=self._done, on_failure=lambda _error: None
        )

    def _work(self, step: Step) -> "IntakeResult | None":
        from desktop_app.services import inbox

        workspace = self._context.workspace
        folder = watching.watched_folder(workspace)
        if folder is None:
            return None
        seen, before = watching.look(folder), self._before
        self._before = seen
        names = watching.arrived(workspace, seen, before)
        if not names:
            return None
        paths = [folder / name for name in names]
        result = inbox.take_in(workspace, [p for p in paths if looks_like_ours(p)], step)
        watching.remember_taken(workspace, seen, names)
        return result

    def _done(self, result: "IntakeResult | None") -> None:
        if result is not None and result.files:
            self.taken.emit(result)
