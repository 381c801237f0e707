"""The sample book of either role, made once; a window of a small laptop on it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.services import sample
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.conftest import Clock, copy_book
from tests.windows.everywhere.screens import Book


@pytest.fixture(scope="session")
def sample_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sample")
    (root / "carried").mkdir()
    with (
        Workspace(root / "team", clock=Clock()) as team,
        Workspace(root / "office", clock=Clock()) as office,
    ):
        sample.play(team, office, root / "carried")
    return root


@pytest.fixture
def looked_at(
    qtbot: Any, qapp: QApplication, tmp_path: Path, clock: Clock, sample_books: Path
) -> Iterator[Callable[..., Book]]:
    """Return a way to open a window on a book of the sample, in a language and size of text."""
    opened: list[tuple[Any, ...]] = []

    def show(role: str, language: str = "vi", percent: int = 100, theme: str = "light") -> Book:
        apply_theme(qapp, theme, percent)
        translators = install_language(qapp, language)
        book = copy_book(sample_books / role, tmp_path / role)
        workspace = Workspace(book, clock=clock)
        tasks, window = BackgroundTasks(), MainWindow()
        qtbot.addWidget(window)
        opened.append((translators, workspace, tasks, window))
        window.resize(1366, 768)
        window.begin(WindowContext(workspace, tasks, language, pytest.fail))
        window.show()
        return Book(window, qtbot, tmp_path)

    yield show
    for translators, workspace, tasks, window in opened:
        window.close()
        tasks.close()
        workspace.close()
        for translator in translators:
            qapp.removeTranslator(translator)
    apply_theme(qapp, "light", 100)
