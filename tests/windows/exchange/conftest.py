"""Pages with real books behind them; the worker is closed before the books are."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.errors import AppError
from desktop_app.windows import destination, inbox_page
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.drives import Drive
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace


@pytest.fixture
def told() -> list[AppError]:
    """What was told to the person in a message box."""
    return []


@pytest.fixture
def tasks(qapp: QApplication, team: Workspace, office: Workspace) -> Iterator[BackgroundTasks]:
    apply_theme(qapp, "light")
    running = BackgroundTasks()
    yield running
    running.close()
    apply_theme(qapp, "light")


@pytest.fixture
def show(qtbot: Any, tasks: BackgroundTasks, told: list[AppError]) -> Callable[..., Any]:
    """Return a way to open a page on a book."""

    def opened(kind: Any, workspace: Workspace, **arguments: Any) -> Any:
        page = kind(WindowContext(workspace, tasks, "vi", told.append))
        qtbot.addWidget(page)
        page.resize(1176, 720)
        page.show()
        page.opened(**arguments)
        return page

    return opened


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is in, and no other."""
    place = tmp_path / "stick"
    place.mkdir()
    drive = Drive("KINGSTON", place, 8 * 10**9, True)
    monkeypatch.setattr(destination.Destination.__init__, "__defaults__", (0, lambda: (drive,)))
    monkeypatch.setattr(inbox_page, "sticks", lambda: (drive,))
    return place
