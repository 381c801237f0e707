"""The backup when the window closes, and the one of the day: beside the window."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services import backups
from desktop_app.windows import backup_words
from desktop_app.windows.background import Task
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import em
from desktop_app.windows.working import in_parts

_SHOWN_AFTER_MS = 400
_FIRST_LOOK_MS = 2 * 60_000
_EVERY_MS = 30 * 60_000


class ClosingBackup(QDialog):
    """Backs up and then lets the window close; the person need not wait for it."""

    may_close = Signal()

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backing up before closing"))
        self.setMinimumWidth(em(28))
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        self.text = QLabel(self.tr("The book is backed up and checked. This takes a moment."))
        self.text.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.windowTitle())
        self.stay_button = QPushButton(self.tr("&Stay"))
        self.stay_button.setAutoDefault(False)
        self.stay_button.clicked.connect(self.reject)
        self.close_button = QPushButton(self.tr("&Close without waiting"))
        self.close_button.setProperty("primary", True)
        self.close_button.clicked.connect(self._close_now)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.stay_button)
        foot.addWidget(self.close_button)
        for part in (self.text, self.bar):
            column.addWidget(part)
        column.addLayout(foot)
        self._task: Task | None = None
        self._shown = QTimer(self)
        self._shown.setSingleShot(True)
        self._shown.timeout.connect(self.open)

    def begin(self) -> None:
        """Back up; shown only when it takes longer than a glance."""
        self._shown.start(_SHOWN_AFTER_MS)
        workspace = self._context.workspace
        self._task = self._context.tasks.start(
            self,
            lambda step: backups.create_if_changed(workspace, step=in_parts(step)),
            on_success=lambda _made: self._ended(),
            on_failure=self._failed,
            on_progress=self._progress,
        )

    def _progress(self, done: int, whole: int) -> None:
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(done)

    def _ended(self) -> None:
        self._task = None
        self._shown.stop()
        self.accept()
        self.may_close.emit()

    def _failed(self, error: AppError) -> None:
        if self._task is None:
            return  # stopped: the person stays, or is gone
        self._task = None
        self._shown.stop()
        self.bar.hide()
        self.text.setText(told(error, self._context.language))
        self.close_button.setText(self.tr("&Close all the same"))
        self.open()

    def _close_now(self) -> None:
        self._stop()
        self.accept()
        self.may_close.emit()

    def reject(self) -> None:
        """Stay: the backup is stopped, the window goes on."""
        self._stop()
        super().reject()

    def _stop(self) -> None:
        task, self._task = self._task, None
        self._shown.stop()
        if task is not None:
            task.cancel()


class DailyBackup(QObject):
    """Makes the backup of the day while the program stays open; says what went wrong."""

    said = Signal(str)

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_LOOK_MS)

    def tell_problem(self) -> None:
        """Say what went wrong with the newest backup, if something did."""
        found = backups.problem(self._context.workspace.folder)
        if found is not None:
            self.said.emit(backup_words.problem(found, self._context.language))

    def look(self) -> None:
        """Back up if the newest backup is a day old, unless some work is under way."""
        self._timer.start(_EVERY_MS)
        if self._context.tasks.busy:
            return
        workspace = self._context.workspace
        self._context.tasks.start(
            self,
            lambda step: backups.create_daily(workspace, step),
            on_success=self._done,
            on_failure=lambda error: self.said.emit(told(error, self._context.language)),
        )

    def _done(self, made: backups.Made | None) -> None:
        if made is not None and made.second == "SSK-951":
            self.said.emit(self.tr("Backed up here; the second disk is not plugged in."))
        elif made is not None:
            self.said.emit(self.tr("Backed up"))
