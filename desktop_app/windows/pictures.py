"""Pictures of every screen, drawn without a display: for the demo, the guide and people's eyes."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app.windows.application import install_language, make_application
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace

SIZE = (1366, 768)


def draw_screens(
    workspace: Workspace,
    to: Path,
    *,
    language: str = "vi",
    theme: str = "light",
    percent: int = 100,
) -> tuple[Path, ...]:
    """Draw every screen of a book's role into a folder of PNG files."""
    application = make_application()
    before = qInstallMessageHandler(_tell)
    translators = install_language(application, language)
    apply_theme(application, theme, percent)
    tasks = BackgroundTasks()
    window = MainWindow()
    window.resize(*SIZE)
    context = WindowContext(workspace, tasks, language, _raise)
    window.begin(context)
    window.show()
    written = []
    to.mkdir(parents=True, exist_ok=True)
    role = workspace.own.role
    for name, arguments, file, further in _screens(workspace):
        window.open(name, **arguments)
        _settle(tasks)
        if further is not None:
            further(window.page(name))
            _settle(tasks)
        path = to / f"{role}-{file}.png"
        window.grab().save(str(path))
        written.append(path)
    for make, file, further in _dialogs(role):
        dialog = make(context, window)
        dialog.open()
        _settle(tasks)
        further(dialog)
        _settle(tasks)
        path = to / f"{role}-{file}.png"
        dialog.grab().save(str(path))
        written.append(path)
        dialog.close()
        _settle(tasks)
    window.close()
    tasks.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for translator in translators:
        application.removeTranslator(translator)
    qInstallMessageHandler(before)
    return tuple(written)


def _tell(_kind: object, _context: object, text: str) -> None:
    """Pass on what Qt says, but what a drawing without a display says of every window."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _raise(error: Exception) -> None:
    raise error


def _settle(tasks: BackgroundTasks) -> None:
    """Let the window come to rest, with what it does beside itself."""
    for _turn in range(8):
        QApplication.processEvents()
    while tasks.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()


_Screen = tuple[str, dict[str, Any], str, Callable[[Any], object] | None]


def _screens(workspace: Workspace) -> Iterator[_Screen]:
    """Yield page, arguments, name of the picture, and what is pressed once the page is there."""
    from desktop_app.services.listing import Query, list_initiatives

    yield "home", {}, "home", None
    if workspace.own.role == "team":
        yield "initiatives", {}, "initiatives", None
        for state, file in (("none", "editor"), ("returned", "editor-returned")):
            rows = list_initiatives(workspace, Query(submission=state)).rows
            if rows:
                yield "editor", {"id": rows[0].id}, file, None
        yield "queue", {}, "queue", None
        yield "targets", {}, "targets", None
    else:
        for name in ("inbox", "review"):
            yield name, {}, name, None
        yield "review", {}, "review-scores", lambda page: page.side.begin_scores()
        yield "answers", {}, "answers", None
        yield "portal", {}, "portal", None
        yield "units", {}, "units", None
        yield "units", {}, "targets", lambda page: page.tabs.setCurrentIndex(1)
        yield "board", {}, "board", None
        yield "board", {}, "board-charts", lambda page: page.chart_button.click()
    yield "templates", {}, "templates", None
    yield "settings", {}, "settings", None


def _dialogs(role: str) -> Iterator[tuple[Callable[..., Any], str, Callable[[Any], object]]]:
    """Yield the dialogs the guide shows: how each is made, its picture, what is pressed there."""
    if role == "team":
        from desktop_app.windows.backups_dialog import BackupsDialog
        from desktop_app.windows.data_check_dialog import DataCheckDialog

        yield BackupsDialog, "backups", lambda dialog: dialog.make_button.click()
        yield DataCheckDialog, "data-check", lambda dialog: dialog.check_button.click()
        return
    from desktop_app.windows.person_dialog import PersonDialog
    from desktop_app.windows.portal_folder_dialog import PortalFolderDialog

    def find(dialog: Any) -> None:
        dialog.name_edit.setText("Giàng A Phử")
        dialog.search()

    yield PersonDialog, "person", find
    yield PortalFolderDialog, "portal-folder", lambda _dialog: None
