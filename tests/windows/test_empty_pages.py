"""An empty book teaches: no page shows a blank list without a whole sentence and a button."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QPushButton

from desktop_app.services import setup
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.main_window import OFFICE, TEAM, MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace


@pytest.fixture
def window(request, tmp_path, qtbot, qapp, clock):
    role, percent = request.param
    translators = install_language(qapp, "vi")
    apply_theme(qapp, "light", percent)
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        begin = setup.start_team if role == "team" else setup.start_office
        begin(workspace, "Công đoàn còn trống", "TRONG")
        tasks, shown = BackgroundTasks(), MainWindow()
        qtbot.addWidget(shown)
        shown.resize(1366, 768)
        shown.begin(WindowContext(workspace, tasks, "vi", lambda _error: None))
        shown.show()
        yield shown
        tasks.close()
    for translator in translators:
        qapp.removeTranslator(translator)
    apply_theme(qapp, "light", 100)


@pytest.mark.parametrize(
    "window",
    [("team", 100), ("office", 100), ("team", 200), ("office", 200)],
    indirect=True,
    ids=str,
)
def test_every_page_says_what_will_stand_there(window, qtbot):
    tasks = window._context.tasks
    places = TEAM if window._context.workspace.own.role == "team" else OFFICE
    for place in places:
        window.open(place.name)
        qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
        qtbot.wait(1)
        page = window.page(place.name)
        said = [label for label in page.findChildren(QLabel) if _is_sentence(label)]
        buttons = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
        assert buttons, place.name
        lists = [view for view in page.findChildren(QAbstractItemView) if _is_blank(view)]
        assert lists == [], f"{place.name}: {[view.accessibleName() for view in lists]}"
        if place.name not in ("settings", "home"):
            assert said, f"{place.name} says nothing"
        for label in said:
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, f"{place.name} cuts off: {label.text()}"


def _is_sentence(label):
    return label.isVisible() and len(label.text()) > 20 and " " in label.text()


def _is_blank(view):
    inside = isinstance(view.parent(), QComboBox) or view.model() is None
    return view.isVisible() and not inside and view.model().rowCount() == 0


@pytest.mark.parametrize("window", [("office", 100)], indirect=True, ids=str)
def test_the_first_page_of_an_office_leads_to_its_units(window, qtbot):
    qtbot.waitUntil(lambda: not window._context.tasks.busy, timeout=30_000)
    page = window.page("home")
    link = next(
        b for b in page.findChildren(QPushButton) if "Thêm các đơn vị" in b.accessibleName()
    )
    link.click()
    assert window._buttons["units"].isChecked()
