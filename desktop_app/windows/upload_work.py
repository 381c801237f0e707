"""Sending beside the window: goes on while its dialog is closed, ends with the program."""

import threading

from PySide6.QtCore import QObject, Signal

from desktop_app.errors import AppError, Cancelled
from desktop_app.services.steps import Step
from desktop_app.services.upload_sending import Going, Surroundings, send_next
from desktop_app.windows.page import WindowContext


class UploadWork(QObject):
    """The one sender of a window. Nothing is sent before ``start``."""

    changed = Signal()
    """The queue is to be read again: a file is up, failed or stopped."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context.tasks)
        self._context = context
        self._skip = threading.Event()
        self.running = False
        self.going: Going | None = None
        """How far the file is that is being sent; set by the worker, read by whoever shows it."""

    @staticmethod
    def of(context: WindowContext) -> "UploadWork":
        """Return the sender of a window, made when first asked for."""
        known = context.tasks.findChild(UploadWork)
        return known if isinstance(known, UploadWork) else UploadWork(context)

    def start(self) -> None:
        """Send everything that waits; what is added meanwhile goes too."""
        if self.running:
            return
        self.running = True
        self._skip.clear()
        lane = self._context.tasks.network
        lane.start(
            self,
            self._send_all,
            on_success=lambda _result: self._ended(),
            on_failure=self._failed,
            on_progress=lambda _done, _whole: self.changed.emit(),
        )
        self.changed.emit()

    def stop_current(self) -> None:
        """Leave the file that is being sent where it is, at once; the next one goes on."""
        self._skip.set()

    def _send_all(self, step: Step) -> None:
        book, closing = self._context.workspace, self._context.tasks.closing
        around = Surroundings(
            told=self._told, should_stop=lambda: self._skip.is_set() or closing.is_set()
        )
        while not closing.is_set():
            try:
                if send_next(book, around) is None:
                    return
            except Cancelled:
                self._skip.clear()
            except AppError:
                pass  # the queue says which, and why
            self.going = None
            step(0, 1)

    def _told(self, going: Going) -> None:
        self.going = going

    def _ended(self) -> None:
        self.running, self.going = False, None
        self.changed.emit()

    def _failed(self, error: AppError) -> None:
        self._ended()
        if not isinstance(error, Cancelled):
            self._context.tell(error)
