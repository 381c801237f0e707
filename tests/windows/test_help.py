"""F1, the guide's window and the tour: always the right page, never in the way."""

import ast
import importlib
import pkgutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox

import desktop_app.windows
from desktop_app.services import guide, setup
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.help_key import subject_of
from desktop_app.windows.main_window import OFFICE, TEAM, MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.preferences import read_preferences
from desktop_app.windows.problem_dialog import ProblemDialog
from desktop_app.windows.sample_away import ThrowSampleAway
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace

KEY = Qt.Key


def make(tmp_path, clock, qtbot, role="team", begun=True):
    workspace = Workspace(tmp_path / "book", clock=clock)
    if begun:
        begin = setup.start_team if role == "team" else setup.start_office
        begin(workspace, "CĐCS Một", "MOT")
    tasks, window = BackgroundTasks(), MainWindow()
    tasks.tell = None
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.begin(WindowContext(workspace, tasks, "vi", lambda error: pytest.fail(str(error))))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    return window


@pytest.fixture
def window(request, tmp_path, clock, qtbot, qapp):
    apply_theme(qapp, "light")
    made = make(tmp_path, clock, qtbot, **getattr(request, "param", {}))
    yield made
    made.close()
    made._context.tasks.close()
    made._context.workspace.close()
    apply_theme(qapp, "light")


OFFICE_BOOK = pytest.mark.parametrize("window", [{"role": "office"}], indirect=True, ids=["office"])
FIRST_START = pytest.mark.parametrize("window", [{"begun": False}], indirect=True, ids=["first"])


def named_subjects():
    """Return every subject a window names, by the class that names it, without making it."""
    found = {}
    folder = Path(desktop_app.windows.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and any(
                getattr(target, "id", getattr(target, "attr", "")) == "help_subject"
                for target in node.targets
            ):
                values = [n for n in ast.walk(node.value) if isinstance(n, ast.Constant)]
                for value in values:
                    found.setdefault(value.value, path.name)
    return found


def test_what_windows_name_stands_in_both_guides():
    known = {
        language: {name for page in guide.guide_pages(language) for name in page.subjects}
        for language in guide.FILES
    }
    named = {name: file for name, file in named_subjects().items() if name and name != "team"}
    assert len(named) > 25
    for subject, file in named.items():
        for language, subjects in known.items():
            assert subject in subjects, f"{file} names {subject}, not in the guide ({language})"


def test_every_dialog_and_page_can_be_looked_up():
    """A dialog without a subject of its own stands on a page that has one."""
    for module in pkgutil.iter_modules(desktop_app.windows.__path__):
        if module.name.endswith("_page"):
            loaded = importlib.import_module(f"desktop_app.windows.{module.name}")
            for value in vars(loaded).values():
                own = isinstance(value, type) and value.__module__ == loaded.__name__
                if own and value.__name__.endswith("Page") and value.__name__ != "HomePage":
                    assert value.help_subject, value.__name__


@pytest.mark.parametrize(
    "window", [{"role": "team"}, {"role": "office"}], indirect=True, ids=["team", "office"]
)
def test_f1_opens_the_page_about_the_screen(window, qtbot):
    team = window._context.workspace.own.role == "team"
    for place in TEAM if team else OFFICE:
        window.open(place.name)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, KEY.Key_F1)
        shown = window.help.window
        assert window.page(place.name).help_subject in shown.page.subjects, place.name
        assert shown.browser.toPlainText().strip()
        shown.close()
        qtbot.waitUntil(lambda: window.help.window is None)


def test_f1_in_a_dialog_opens_what_the_dialog_is_about(window, qtbot):
    window.open("settings")
    dialog = ProblemDialog(window._context, window.page("settings"))
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.property("has_help_key")))
    qtbot.keyClick(dialog, KEY.Key_F1)
    assert "problem-report" in window.help.window.page.subjects
    window.help.close()
    other = QDialog(window.page("settings"))
    assert subject_of(other) == "settings"
    other.deleteLater()
    qtbot.waitUntil(lambda: not window._context.tasks.busy, timeout=30_000)
    dialog.reject()


def test_f1_before_a_box_that_waits_for_an_answer(window, qtbot):
    box = QMessageBox(window)
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.show()
    qtbot.waitUntil(lambda: bool(box.property("has_help_key")))
    qtbot.keyClick(box, KEY.Key_F1)
    assert window.help.window.parentWidget() is box
    assert "home" in window.help.window.page.subjects
    window.help.close()
    box.close()


def test_the_guide_is_read_by_keys(window, qtbot):
    window.help.show("queue")
    shown = window.help.window
    assert shown.browser.document().toPlainText().startswith("Hàng chờ")
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown, KEY.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "may in")
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Return)
    assert shown.page.title == "In không ra"
    assert shown.browser.extraSelections()
    shown.back()
    assert "queue" in shown.page.subjects
    shown._search.setText("khongcotunay")
    assert shown._nothing.isVisible()
    shown._search.clear()
    shown._follow("#bốn-từ-qua-điện-thoại")
    assert "four-words" in shown.page.subjects
    shown._follow("may-chu.md")
    assert shown.page.file == "may-chu.md"
    shown._follow("https://example.org/")
    assert shown.page.file == "may-chu.md"
    qtbot.keyClick(shown, KEY.Key_Escape)
    assert window.help.window is None or not window.help.window.isVisible()


def test_pictures_fit_and_nothing_outside_is_loaded(window, qtbot):
    window.help.show("home")
    browser = window.help.window.browser
    image = browser.loadResource(2, "pictures/team-home.png")
    assert 0 < image.width() <= browser.viewport().width() * browser.devicePixelRatioF()
    assert browser.loadResource(2, "../README.md") is None
    assert browser.loadResource(2, "https://example.org/x.png") is None
    assert browser.loadResource(3, "pictures/team-home.png") is None


def test_the_guide_is_written_from_the_window(window, qtbot, tmp_path):
    window.help.show("start")
    shown = window.help.window
    shown.write_pdf(tmp_path / "huong-dan")
    qtbot.waitUntil(
        lambda: (tmp_path / "huong-dan.pdf").is_file() and shown.pdf_button.isEnabled(),
        timeout=30_000,
    )


def test_a_problem_is_shown_before_it_is_saved(window, qtbot, tmp_path):
    dialog = ProblemDialog(window._context, window)
    dialog.open()
    assert not dialog.ok_button.isEnabled()
    qtbot.waitUntil(dialog.ok_button.isEnabled)
    assert "program: " in dialog.shown.toPlainText()
    assert "CĐCS" not in dialog.shown.toPlainText()
    dialog.write_to(tmp_path / "bao-loi")
    qtbot.waitUntil(lambda: (tmp_path / "bao-loi.zip").is_file())
    qtbot.waitUntil(lambda: not window._context.tasks.busy, timeout=30_000)


# The tour


def begin_book(window, qtbot, office=False):
    form = window._current._form
    form.officeButton.setChecked(office)
    form.nameEdit.setText("CĐCS Một")
    form.startButton.click()
    qtbot.waitUntil(lambda: window.tour is not None)
    qtbot.waitUntil(lambda: not window._context.tasks.busy, timeout=30_000)


@FIRST_START
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("office", [False, True], ids=["team", "office"])
def test_the_tour_points_at_real_controls_and_covers_none(window, qtbot, qapp, office, percent):
    apply_theme(qapp, "light", percent)
    begin_book(window, qtbot, office)
    window.activateWindow()
    for number in (1, 2, 3):
        tour = window.tour
        qtbot.wait(1)
        assert tour.number == number
        assert not tour.around.isEmpty()
        assert not tour.geometry().intersects(tour.around)
        assert QRect(0, 0, 1366, 768).contains(tour.geometry())
        for label in tour.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
        assert tour.next_button.hasFocus()
        qtbot.keyClick(tour.next_button, KEY.Key_Return)
    assert window.tour is None
    assert not read_preferences(window._context.workspace.folder).tour_due


@FIRST_START
def test_the_tour_is_skipped_by_a_key_and_replayed_from_the_guide(window, qtbot):
    begin_book(window, qtbot)
    assert read_preferences(window._context.workspace.folder).tour_due
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert window.tour is None
    assert not read_preferences(window._context.workspace.folder).tour_due
    window.open("settings")
    window.help.show("start")
    window.help.window.tour_button.click()
    assert window.tour.number == 1
    # Nothing blocks: going on with the work ends it.
    window.page("home").primary_button.click()
    assert window.tour is None


@FIRST_START
def test_a_tour_that_was_not_seen_comes_with_the_next_start(window, qtbot):
    begin_book(window, qtbot)
    again = MainWindow()
    qtbot.addWidget(again)
    again.begin(window._context)
    assert again.tour is not None
    again.tour.end()
    once_more = MainWindow()
    qtbot.addWidget(once_more)
    once_more.begin(window._context)
    assert once_more.tour is None


# The sample


@FIRST_START
def test_the_sample_is_thrown_away_and_a_book_begun(window, qtbot):
    workspace = window._context.workspace
    workspace.set_setting("sample", True)
    begin_book(window, qtbot)
    away = window.findChild(ThrowSampleAway)
    away.throw_away()
    qtbot.waitUntil(lambda: not window._buttons)
    assert not workspace.started
    assert not window._rail.isVisible()
    begin_book(window, qtbot, office=True)
    assert workspace.own.role == "office"
    assert list(window._buttons) == [place.name for place in OFFICE]
    assert window.statusBar().findChildren(ThrowSampleAway) in ([], [away])
    window.tour.end()
    window.activateWindow()
    qtbot.keyClick(window, KEY.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window._buttons["inbox"].isChecked()


def test_the_crash_box_offers_a_report(tmp_path, qtbot, monkeypatch):
    import sys

    from PySide6.QtWidgets import QFileDialog

    from desktop_app.windows.crash import CrashGuard

    told = []

    def answer(box):
        told.append(box.detailedText())
        if len(told) == 1:
            (report,) = [button for button in box.buttons() if "Báo lỗi" in button.text()]
            box.clickedButton = lambda: report
        return QMessageBox.StandardButton.Save

    monkeypatch.setattr(QMessageBox, "exec", answer)
    target = str(tmp_path / "report.zip")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (target, ""))
    before = sys.excepthook
    guard = CrashGuard(tmp_path / "data")
    try:
        raise ValueError("Nguyễn Văn Bí Mật")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    guard.close()
    sys.excepthook = before
    assert "ValueError" in told[1]
    assert "Bí Mật" not in told[1]
    assert Path(target).is_file()
