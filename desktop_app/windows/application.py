"""The start of the window.

Crash guard first, then Qt with theme and language, then the window on the screen; only then, from
a timer, the workspace is opened, for that imports what is heavy (the database above all).
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app.errors import AppError
from desktop_app.resource_files import resource_path
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.crash import CrashGuard
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.open_requests import OpenRequests, hand_over
from desktop_app.windows.page import WindowContext
from desktop_app.windows.preferences import read_preferences
from desktop_app.windows.telling import tell_error
from desktop_app.windows.theme import apply_theme

_IN_USE = "SSK-011"
_DAMAGED = "SSK-106"
_TRY_AGAIN = ("SSK-882", "SSK-884")  # the office's server does not answer, or is busy


def run_window(data: Path | None, language: str | None, files: Sequence[Path] = ()) -> int:
    """Run the window until it is closed; return the exit code.

    ``files`` were opened from outside: they are taken in, by the window that is running already
    where there is one.
    """
    folder = data or _default_folder()
    guard = CrashGuard(folder)
    application = make_application()
    kept = read_preferences(folder)
    language = language or kept.language
    translators = install_language(application, language)
    apply_theme(application, kept.theme, kept.text_percent)

    def follow_system(_changed: object) -> None:
        chosen = read_preferences(folder)
        apply_theme(application, chosen.theme, chosen.text_percent)

    hints = application.styleHints()
    hints.colorSchemeChanged.connect(follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(follow_system)
    window = MainWindow()
    window.backs_up = True
    window.show()
    tasks = BackgroundTasks()
    failed: list[AppError] = []
    context: list[WindowContext] = []

    def begin() -> None:
        from desktop_app.workspace import Workspace

        try:
            workspace = Workspace(folder)
        except AppError as error:
            if error.code == _IN_USE and hand_over(folder, list(files)):
                application.exit(0)
                return
            if error.code == _DAMAGED and rescue(window, tasks, folder, language):
                QTimer.singleShot(0, window, begin)
                return
            if error.code in _TRY_AGAIN and ask_to_try_again(window, error, language):
                QTimer.singleShot(0, window, begin)
                return
            failed.append(error)
            application.exit(3)
            return
        made = WindowContext(
            workspace, tasks, language, lambda error: tell_error(window, error, language)
        )
        tasks.tell = made.tell
        context.append(made)
        if not workspace.unlocked:
            from desktop_app.windows.passphrase_dialog import ask_for_passphrase

            if not ask_for_passphrase(made, window):
                application.exit(0)
                return
        window.begin(made)
        requests = OpenRequests(folder, window)
        requests.asked.connect(window.take_in_from_outside)
        if files:
            window.take_in_from_outside(list(files))
        if guard.ended_badly:
            window.say_after_a_crash()

    QTimer.singleShot(0, window, begin)
    code = application.exec()
    if failed and failed[0].code not in _TRY_AGAIN:  # those were told and asked about
        tell_error_and_wait(failed[0], language)
    tasks.close()
    for made in context:
        made.workspace.close()
    guard.close()
    del translators
    return code


def _default_folder() -> Path:
    from desktop_app.workspace import default_folder

    return default_folder()


def make_application() -> QApplication:
    """Return the one QApplication of this process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Sổ Sáng Kiến")
    application.setOrganizationName("so-sang-kien")
    application.setDesktopFileName("so-sang-kien")
    application.setWindowIcon(QIcon(str(resource_path("icons", "program.svg"))))
    return application


def install_language(application: QApplication, language: str) -> list[QTranslator]:
    """Make the window, and Qt's own dialogs, speak a language; English is in the source."""
    locale = QLocale(QLocale.Language.Vietnamese if language == "vi" else QLocale.Language.English)
    QLocale.setDefault(locale)
    if language == "en":
        return []
    installed = []
    for file in (
        resource_path("translations", f"qt_widgets_{language}.qm"),
        resource_path("translations", f"so_sang_kien_{language}.qm"),
    ):
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


def tell_error_and_wait(error: AppError, language: str) -> None:
    """Tell why the book could not be opened, before the program ends."""
    from PySide6.QtWidgets import QMessageBox

    from desktop_app.messages import told

    QMessageBox.warning(None, "Sổ Sáng Kiến", told(error, language))


def rescue(window: MainWindow, tasks: BackgroundTasks, folder: Path, language: str) -> bool:
    """Offer the backups of a book that cannot be opened; return whether one was restored."""
    from typing import Any, cast

    from desktop_app.windows.restore_dialog import RescueDialog

    # There is no book yet: the dialog works on the folder alone.
    context = WindowContext(
        cast(Any, None), tasks, language, lambda error: tell_error(window, error, language)
    )
    dialog = RescueDialog(context, window, folder)
    return dialog.exec() == RescueDialog.DialogCode.Accepted


def ask_to_try_again(window: MainWindow, error: AppError, language: str) -> bool:
    """Tell that the office's server cannot be reached; return whether to try once more."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QMessageBox

    from desktop_app.messages import told

    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Sổ Sáng Kiến")
    box.setText(told(error, language))
    again = box.addButton(
        QCoreApplication.translate("Application", "Try again"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(
        QCoreApplication.translate("Application", "Close the program"),
        QMessageBox.ButtonRole.RejectRole,
    )
    box.setDefaultButton(again)
    box.exec()
    return box.clickedButton() is again
