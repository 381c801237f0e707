"""Pages with an office's board behind them; the worker is closed before the book is."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.errors import AppError
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.services.boards import sample_board


@pytest.fixture
def told() -> list[AppError]:
    """What was told to the person in a message box."""
    return []


@pytest.fixture
def tasks(qapp: QApplication, office: Workspace) -> Iterator[BackgroundTasks]:
    apply_theme(qapp, "light")
    running = BackgroundTasks()
    yield running
    running.close()
    apply_theme(qapp, "light")


@pytest.fixture
def board(office: Workspace) -> Any:
    """The sample board: the commune union, the three unions below it, what they wrote."""
    return sample_board(office)


@pytest.fixture
def settled(qtbot: Any, tasks: BackgroundTasks) -> Callable[[], None]:
    """Return a way to wait until everything asked beside the window was answered."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.busy)

    return wait


@pytest.fixture
def show(
    qtbot: Any, tasks: BackgroundTasks, told: list[AppError], settled: Callable[[], None]
) -> Callable[..., Any]:
    """Return a way to open a page or a view on a book."""

    def opened(kind: Any, workspace: Workspace, *size: int) -> Any:
        page = kind(WindowContext(workspace, tasks, "vi", told.append))
        qtbot.addWidget(page)
        page.resize(*(size or (1176, 700)))
        page.show()
        if hasattr(page, "opened"):
            page.opened()
        settled()
        return page

    return opened
