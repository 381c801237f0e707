"""Settings: what is chosen is kept, and nothing else is forgotten."""

from dataclasses import replace

import pytest

from desktop_app.services import setup
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.preferences import read_preferences, write_preferences
from desktop_app.windows.settings_page import SettingsPage
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace


@pytest.fixture
def page(qtbot, qapp, tmp_path, clock):
    apply_theme(qapp, "light")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        tasks = BackgroundTasks()
        made = SettingsPage(WindowContext(workspace, tasks, "vi", lambda _error: None))
        qtbot.addWidget(made)
        made.show()
        made.opened()
        yield made
        tasks.close()
    apply_theme(qapp, "light")


def test_what_is_chosen_is_kept(page):
    form, book = page._form, page.workspace
    write_preferences(book.folder, replace(read_preferences(book.folder), one_question=True))
    form.rubricBox.setCurrentIndex(form.rubricBox.findData("bac-ninh"))
    form.shareBox.setValue(10)
    form.originalsBox.setChecked(True)
    form.saveButton.click()
    assert book.setting("rubric") == "bac-ninh"
    assert book.setting("least_share") == 10
    assert book.setting("keep_originals") is True
    assert read_preferences(book.folder).one_question
    page.opened()
    assert form.rubricBox.currentData() == "bac-ninh"
    form.shareBox.setValue(0)
    form.originalsBox.setChecked(False)
    form.saveButton.click()
    assert book.setting("least_share") is None
    assert not book.setting("keep_originals", False)
