"""Settings of the lock: a password, after how long without use, and what it does not protect."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from desktop_app.services import screen_lock
from desktop_app.windows.form_dialog import FormDialog
from desktop_app.windows.page import WindowContext


class LockDialog(FormDialog):
    """Sets, changes or takes away the password of the window."""

    help_subject = "lock"

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        self._opener = parent
        super().__init__(
            context,
            parent,
            self.tr("Lock of the screen"),
            self.tr(
                "With a password the window asks for it at the start, after a while without use "
                "and on Ctrl+L. What is being written is kept."
            ),
            self.tr("&Save"),
            size=(50, 36),
        )
        self.state = screen_lock.state(context.workspace.folder)
        self.old = self._secret(self.tr("Password of &now")) if self.state.on else None
        self.first = self._secret(self.tr("&Password"))
        self.again = self._secret(self.tr("The same a&gain"))
        self.minutes = self.add_choice(
            self.tr("&Locks after"),
            [
                (str(number), self.tr("{number} minutes without use").format(number=number))
                for number in sorted({*screen_lock.IDLE_MINUTES, self.state.minutes})
            ],
            str(self.state.minutes),
        )
        honest = self.add_text(
            self.tr(
                "This hides the window from who sits down next. The files of the book stay "
                "readable to whoever uses this Windows account, and the command line asks for no "
                "password: to protect them give each person an account of their own and switch on "
                "BitLocker. Forgotten: run “so-sang-kien lock reset”."
            ),
            "amber",
        )
        self.keep_below(honest)
        self.off_button = QPushButton(self.tr("&Take the lock away"))
        self.off_button.setAutoDefault(False)
        self.off_button.setVisible(self.state.on)
        self.off_button.clicked.connect(self.take_away)
        self.foot.insertWidget(0, self.off_button)
        (self.old or self.first).setFocus()

    def _secret(self, label: str) -> QLineEdit:
        field = self.add_line(label, longest=200)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def work(self) -> Callable[[], Any]:
        """Keep the password, or only the minutes where no new one was typed."""
        folder, minutes = self.context.workspace.folder, int(self.minutes.currentData())
        old = self.old.text() if self.old is not None else None
        first, again = self.first.text(), self.again.text()

        def run() -> Any:
            if old is not None:
                screen_lock.check(folder, old)
                if not first and not again:
                    return screen_lock.set_minutes(folder, minutes)
            return screen_lock.set_password(folder, first, again, minutes)

        return run

    def done_with(self, _result: Any) -> None:
        """Count by the new settings from now on."""
        self._tell_window()

    def take_away(self) -> None:
        """Take the password away, when the one of now is right."""
        folder, old = self.context.workspace.folder, self.old.text() if self.old else ""

        def run() -> Any:
            screen_lock.check(folder, old)
            return screen_lock.reset(folder)

        self.context.tasks.start(
            self, lambda _step: run(), on_success=self._succeeded, on_failure=self._failed
        )

    def _tell_window(self) -> None:
        window: Any = self._opener.window()
        lock = getattr(window, "screen_lock", None)
        if lock is not None:
            lock.settings_changed()
