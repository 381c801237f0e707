"""Work under way: what is done, how long it will take, and a way to stop it."""

from typing import Any

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.services.steps import Step
from desktop_app.windows.page import WindowContext

_PARTS = 1000
_SURE_AFTER_MS = 1500
_STOPPING = -1


def seconds_left(elapsed_ms: int, done: int, whole: int) -> int | None:
    """Return how many seconds the rest takes at the pace so far; None while that is a guess."""
    if elapsed_ms < _SURE_AFTER_MS or done <= 0 or whole <= 0:
        return None
    return max(1, round(elapsed_ms * (whole - done) / done / 1000))


def in_parts(step: Step) -> Step:
    """Return a step that counts in thousandths: gigabytes do not fit Qt's whole numbers."""
    return lambda done, whole: step(done * _PARTS // max(1, whole), _PARTS)


class Working(QWidget):
    """A bar, the time left, a button to stop; runs one job at a time for its owner."""

    stopped = Signal()

    def __init__(self, context: WindowContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Any = None
        self._clock = QElapsedTimer()
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = QPushButton(self.tr("&Stop"))
        self._stop.clicked.connect(self.stop)
        self._left = QLabel()
        row = QHBoxLayout()
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addLayout(row)
        column.addWidget(self._left)
        self.hide()

    @property
    def busy(self) -> bool:
        """Whether a job is under way."""
        return self._task is not None

    def run(
        self, what: str, work: Any, *, on_success: Any, on_failure: Any, in_files: bool = False
    ) -> None:
        """Start a job; ``work`` gets a step. ``in_files``: the step counts files, and is shown."""
        self._label.setText(what)
        self._bar.setAccessibleName(what)
        self._left.setText("")
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self._in_files = in_files
        self._clock.start()
        self.show()

        def ended(then: Any) -> Any:
            def end(value: Any) -> None:
                self._task = None
                self.hide()
                then(value)

            return end

        self._task = self._context.tasks.start(
            self,
            work if in_files else lambda step: work(in_parts(step)),
            on_success=ended(on_success),
            on_failure=ended(on_failure),
            on_progress=self._progress,
        )

    def stop(self) -> None:
        """Ask the job to stop; it ends at its next step."""
        if self._task is not None:
            self._stop.setEnabled(False)
            self._left.setText(self.tr("Stopping…"))
            self._task.cancel()
            self.stopped.emit()

    def _progress(self, done: int, whole: int) -> None:
        if not self._stop.isEnabled():
            return
        self._bar.setRange(0, max(1, whole))
        self._bar.setValue(done)
        said = []
        if self._in_files:
            said.append(self.tr("{done} of {whole} files").format(done=done, whole=whole))
        left = seconds_left(self._clock.elapsed(), done, whole)
        if left is not None and left < 60:
            said.append(self.tr("about {seconds} seconds left").format(seconds=left))
        elif left is not None:
            said.append(self.tr("about {minutes} minutes left").format(minutes=round(left / 60)))
        self._left.setText(" · ".join(said))
