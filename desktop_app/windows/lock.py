"""The lock of the window: every window covered, one question for the password.

Covered, not closed: a dialog that is open stays open below its cover, and what was typed stays in
its field. It keeps an eye from the window, not a hand from the files.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import AppError
from desktop_app.messages import told
from desktop_app.services import screen_lock
from desktop_app.windows.looks import tint
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import TITLE, em, scaled_font

_USED = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
)
_PAUSE_MS = 1500


class Cover(QWidget):
    """Lies over a whole window and lets nothing through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._covered = window
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Locked"))
        window.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()

    def _fit(self) -> None:
        self.setGeometry(self._covered.rect())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        elif event.type() is QEvent.Type.ChildAdded:
            QTimer.singleShot(0, self, self.raise_)
        return False


class Unlock(QDialog):
    """Asks for the password until it is right; Escape does not close it."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self._window = context, parent
        self.setWindowTitle(self.tr("Locked"))
        self.setModal(True)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        heading = QLabel(self.tr("The window is locked"))
        heading.setFont(scaled_font(TITLE, bold=True))
        said = QLabel(self.tr("What was being written is kept. Type the password to go on."))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setAccessibleName(self.tr("Password"))
        self.password.setMaxLength(200)
        self.problem = QLabel()
        tint(self.problem, "red")
        self.problem.hide()
        self.open_button = QPushButton(self.tr("&Open"))
        self.open_button.setProperty("primary", True)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.submit)
        self.quit_button = QPushButton(self.tr("&Quit the program"))
        self.quit_button.setAutoDefault(False)
        self.quit_button.clicked.connect(self.leave)
        forgotten = QLabel(
            self.tr(
                "Forgotten? Close the program and run “so-sang-kien lock reset” on this computer. "
                "The password hides the window only; the data is not lost."
            )
        )
        for label in (heading, said, self.problem, forgotten):
            label.setWordWrap(True)
        tint(forgotten, "quiet")
        for part in (heading, said, self.password, self.problem, self.open_button):
            column.addWidget(part)
        column.addWidget(self.quit_button)
        column.addWidget(forgotten)
        self.resize(em(30), em(18))

    def submit(self) -> None:
        """Try the password; a wrong one costs a moment."""
        try:
            screen_lock.check(self.context.workspace.folder, self.password.text())
        except AppError as error:
            self.problem.setText(told(error, self.context.language))
            self.problem.show()
            self.password.clear()
            self.password.setFocus()
            self.open_button.setEnabled(False)
            QTimer.singleShot(_PAUSE_MS, self, lambda: self.open_button.setEnabled(True))
            return
        self.accept()

    def leave(self) -> None:
        """End the program; everything written is saved."""
        self.done(QDialog.DialogCode.Rejected)
        self._window.close()
        QApplication.quit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Stay: only the password or the end of the program leads out."""


class ScreenLock(QObject):
    """Locks the windows of the program: at the start, after a while without use, on Ctrl+L."""

    opened = Signal()
    """The right password was typed."""

    def __init__(self, context: WindowContext, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._covers: list[Cover] = []
        self.dialog: Unlock | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.lock)
        shortcut = QShortcut(QKeySequence("Ctrl+L"), window, self.lock)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.settings_changed()

    @property
    def locked(self) -> bool:
        """Whether the windows are covered now."""
        return self.dialog is not None

    def settings_changed(self) -> None:
        """Count from now on as the settings of the folder say."""
        self._state = screen_lock.state(self._context.workspace.folder)
        self._idle.setInterval(self._state.minutes * 60_000)
        if self._state.on:
            self._idle.start()
        else:
            self._idle.stop()

    def lock(self) -> None:
        """Cover every window and ask; nothing without a password, or when it is locked already."""
        self._state = screen_lock.state(self._context.workspace.folder)
        if not self._state.on or self.locked:
            return
        self._idle.stop()
        page = getattr(self._window, "_current", None)
        if page is not None:
            page.leave()  # what is typed is kept now, should the computer be switched off
        dialog = self.dialog = Unlock(self._context, self._window)
        dialog.accepted.connect(self._unlocked)
        for window in QApplication.topLevelWidgets():
            self._cover(window)
        dialog.open()
        dialog.password.setFocus()

    def _cover(self, window: QWidget) -> None:
        if window is self.dialog or not window.isVisible() or not window.isWindow():
            return
        if any(cover.parentWidget() is window for cover in self._covers):
            return
        if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            window.close()
            return
        self._covers.append(Cover(window))

    def _unlocked(self) -> None:
        from shiboken6 import isValid

        for cover in self._covers:
            if isValid(cover):
                cover.hide()
                cover.deleteLater()
        self._covers.clear()
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
        self.settings_changed()
        self.opened.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _USED and not self.locked and self._idle.isActive():
            self._idle.start()
        shown = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and self.dialog is not None and watched is not self.dialog:
            self._cover_late(watched)
        return False

    def _cover_late(self, window: QObject) -> None:
        """Cover what work that ended below the cover tells its end in."""
        if isinstance(window, QWidget) and window.isWindow():
            self._cover(window)
