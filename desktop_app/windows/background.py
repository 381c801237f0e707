"""Long work beside the window: one worker, progress, cancel, an answer only for a living owner.

Three rules: connect before submitting (a quick task ends before its caller gets it back); answer
only while the owner lives; never touch a widget from the work itself.
"""

import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop_app.errors import AppError, Cancelled

_LOG = logging.getLogger(__name__)
Work = Callable[[Callable[[int, int], None]], Any]


class Task(QObject):
    """One piece of work; lives in the window's thread, so its signals arrive there."""

    progressed = Signal(int, int)
    ended = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, whole: int) -> None:
        """Say how far the work is; raises Cancelled when it should stop."""
        if self._stop.is_set():
            raise Cancelled
        self.progressed.emit(done, whole)

    def run(self) -> None:
        """Do the work in the worker's thread."""
        try:
            result, error = self._work(self.step), None
        except Exception as raised:
            result, error = None, raised
        if isValid(self):
            self.ended.emit(result, error)


class BackgroundTasks(QObject):
    """The one worker of the window; ``network`` is another one, for transfers alone."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._running: set[Task] = set()
        self._closed = False
        self._network: BackgroundTasks | None = None
        self.closing = threading.Event()
        """Set when the program ends: what waits for a network looks at it all the time."""
        self.tell: Callable[[AppError], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether some work is under way."""
        return bool(self._running)

    @property
    def network(self) -> "BackgroundTasks":
        """A lane of its own: a slow line keeps nobody from writing into the book."""
        if self._network is None:
            self._network = BackgroundTasks(self)
            if self._closed:
                self._network.close()
            self._network.tell = lambda error: self.tell(error) if self.tell else None
        return self._network

    def start(
        self,
        owner: QObject,
        work: Work,
        *,
        on_success: Callable[[Any], None],
        on_failure: Callable[[AppError], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Task:
        """Begin some work for an owner; its answer comes in the window's thread."""
        task = Task(work)
        self._running.add(task)

        def end(result: Any, error: Exception | None) -> None:
            self._running.discard(task)
            self.busy_changed.emit(self.busy)
            if self._closed or not isValid(owner):
                return
            if error is None:
                on_success(result)
            elif isinstance(error, AppError):
                self._fail(error, on_failure)
            else:
                sys.excepthook(type(error), error, error.__traceback__)

        def progress(done: int, whole: int) -> None:
            if on_progress is not None and isValid(owner):
                on_progress(done, whole)

        task.ended.connect(end)
        task.progressed.connect(progress)
        self.busy_changed.emit(True)
        if not self._closed:
            self._worker.submit(task.run)
        return task

    def _fail(self, error: AppError, on_failure: Callable[[AppError], None] | None) -> None:
        if on_failure is not None:
            on_failure(error)
        elif self.tell is not None and not isinstance(error, Cancelled):
            self.tell(error)

    def close(self) -> None:
        """Ask everything to stop and wait for it; nothing is begun or answered from now on."""
        self._closed = True
        self.closing.set()
        if self._network is not None:
            self._network.close()
        for task in self._running:
            task.cancel()
        self._worker.shutdown(wait=True)
