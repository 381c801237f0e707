"""Backups as people meet them: the list, going back, a damaged book, closing, a new computer."""

import pytest
from PySide6.QtWidgets import QMessageBox

from desktop_app.errors import Failed
from desktop_app.services import backups, drafting, listing, moving_house, restoring, setup
from desktop_app.windows.application import make_application, rescue
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.backups_dialog import BackupsDialog
from desktop_app.windows.closing_backup import ClosingBackup, DailyBackup
from desktop_app.windows.first_start_page import FirstStartPage
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.move_dialogs import MoveInDialog, MoveOutDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.restore_dialog import RescueDialog, RestoreDialog
from desktop_app.workspace import Workspace

WORDS = "bốn từ chẳng liên quan"


@pytest.fixture
def window(qtbot, tmp_path, clock):
    make_application()
    workspace = Workspace(tmp_path / "book", clock=clock)
    setup.start_team(workspace, "CĐCS Công ty Cổ phần Gạch ngói Đất Việt Đông Triều", "GACH")
    drafting.new_initiative(workspace, None, {"initiative_title": "Giá treo cuộn vải xoay được"})
    tasks, told = BackgroundTasks(), []
    shown = MainWindow()
    qtbot.addWidget(shown)
    shown.context = WindowContext(workspace, tasks, "vi", told.append)
    tasks.tell = told.append
    shown.begin(shown.context)
    shown.show()
    yield shown
    tasks.close()
    workspace.close()
    assert told == []


def settle(qtbot, context):
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=60_000)


def titles(book):
    return [row.title for row in listing.list_initiatives(book).rows]


def test_made_looked_into_and_gone_back_to(window, qtbot):
    context, book = window.context, window.context.workspace
    window.open("settings")
    settings = window.page("settings")
    settings.parts.buttons["backups"].click()
    (dialog,) = window.findChildren(BackupsDialog)
    assert dialog.table.isHidden()
    assert not dialog.look_button.isEnabled()
    assert dialog.make_button.isEnabled()
    dialog.make_button.click()
    settle(qtbot, context)
    assert dialog.row.initiatives == 1
    dialog.check_button.click()
    settle(qtbot, context)
    assert "all of it read" in dialog.detail.text()
    drafting.new_initiative(book, None, {"initiative_title": "Viết sau khi sao lưu"})
    dialog.look_button.click()
    (look,) = dialog.findChildren(RestoreDialog)
    settle(qtbot, context)
    assert "1 initiatives would be gone" in look.sum.text()
    assert look.row.title == "Viết sau khi sao lưu"
    look.restore_button.click()
    settle(qtbot, context)
    assert titles(book) == ["Giá treo cuộn vải xoay được"]
    # What the window showed of the book before is gone; it begins again on the home page.
    qtbot.waitUntil(lambda: list(window._pages) == ["home"], timeout=10_000)
    window.open("initiatives")
    assert len([b for b in window._buttons.values() if b.isVisible()]) == 6


def test_a_second_disk_and_what_is_wrong_with_it(window, qtbot, tmp_path):
    context = window.context
    dialog = BackupsDialog(context, window)
    dialog.show()
    assert "no second disk" in dialog.place.text()
    stick = tmp_path / "USB"
    stick.mkdir()
    dialog.keep_in(stick)
    settle(qtbot, context)
    assert "same disk" in dialog.place.text()
    stick.rename(tmp_path / "away")
    dialog.make_button.click()
    settle(qtbot, context)
    assert "not plugged in" in dialog.place.text()
    assert "SSK-951" in dialog.problem.text()
    dialog.keep_in(tmp_path / "nowhere")
    settle(qtbot, context)
    assert "SSK-948" in dialog.problem.text()
    dialog.no_place_button.click()
    settle(qtbot, context)
    assert dialog.no_place_button.isHidden()
    dialog.reject()


def test_closing_backs_up_what_changed_and_waits_for_nobody(window, qtbot):
    window.backs_up = True
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    (row,) = backups.list_backups(window.context.workspace.folder)
    assert row.reason == "close"
    window._may_close = False
    window.show()
    window.close()
    assert not window.isVisible(), "nothing changed: nothing to wait for"


def test_closing_without_waiting(window, qtbot):
    context = window.context
    closing = ClosingBackup(context, window)
    closing.begin()
    with qtbot.waitSignal(closing.may_close):
        closing.close_button.click()
    settle(qtbot, context)


def test_a_backup_that_fails_is_told_and_does_not_keep_the_window_open(window, qtbot, monkeypatch):
    def fails(*_given, **_named):
        raise Failed("SSK-941", place="E:", cause="")

    monkeypatch.setattr(backups, "create", fails)
    closing = ClosingBackup(window.context, window)
    closing.begin()
    qtbot.waitUntil(lambda: "SSK-941" in closing.text.text(), timeout=10_000)
    with qtbot.waitSignal(closing.may_close):
        closing.close_button.click()


def test_the_backup_of_the_day(window, qtbot):
    daily = DailyBackup(window.context, window)
    settle(qtbot, window.context)
    with qtbot.waitSignal(daily.said, timeout=60_000):
        daily.look()
    daily.look()
    settle(qtbot, window.context)
    assert len(backups.list_backups(window.context.workspace.folder)) == 1


def test_a_damaged_book_offers_its_backups(window, qtbot, monkeypatch):
    context, folder = window.context, window.context.workspace.folder
    backups.create(context.workspace)
    context.workspace.close()
    (folder / "book.sqlite3").write_bytes(b"no database" * 500)

    def chosen(dialog):
        assert dialog.row.initiatives == 1
        results = []
        dialog.finished.connect(results.append)
        dialog.restore_button.click()
        settle(qtbot, context)
        return results[0]

    monkeypatch.setattr(RescueDialog, "exec", chosen)
    assert rescue(MainWindow(), context.tasks, folder, "vi")
    with Workspace(folder) as book:
        assert len(titles(book)) == 1


def test_a_book_moves_and_is_taken_back(window, qtbot, tmp_path, clock, monkeypatch):
    context, file = window.context, tmp_path / "chuyển máy.zip"
    dialog = MoveOutDialog(context, window)
    dialog.submit()
    assert "file" in dialog.problem.text()
    dialog.file.setText(str(file))
    dialog.passphrase.setText(WORDS)
    dialog.again.setText(WORDS + "!")
    dialog.submit()
    assert "not the same" in dialog.problem.text()
    dialog.again.setText(WORDS)
    dialog.submit()
    settle(qtbot, context)
    assert context.workspace.moved is not None
    assert file.is_file()
    with Workspace(tmp_path / "new", clock=clock) as new:
        page = FirstStartPage(WindowContext(new, context.tasks, "vi", lambda _error: None))
        qtbot.addWidget(page)
        begun = []
        page.finished.connect(lambda: begun.append(True))
        page._form.moveButton.click()
        (arriving,) = page.findChildren(MoveInDialog)
        arriving.file.setText(str(file))
        arriving.passphrase.setText("một mật khẩu khác hẳn")
        arriving.submit()
        settle(qtbot, context)
        assert "SSK-605" in arriving.problem.text()
        arriving.passphrase.setText(WORDS)
        arriving.submit()
        settle(qtbot, context)
        assert begun == [True]
        assert new.own == context.workspace.own
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    asked = next(b for b in window.findChildren(QMessageBox) if "only be read" in b.text())
    next(b for b in asked.buttons() if "again" in b.text()).click()
    settle(qtbot, context)
    assert context.workspace.moved is None
    moving_house.take_back(context.workspace)


def test_a_new_folder_begins_from_a_second_disk(window, qtbot, tmp_path, clock):
    context, stick = window.context, tmp_path / "USB"
    stick.mkdir()
    backups.set_second_place(context.workspace, stick)
    backups.create(context.workspace)
    with Workspace(tmp_path / "new", clock=clock) as new:
        page = FirstStartPage(WindowContext(new, context.tasks, "vi", lambda _error: None))
        qtbot.addWidget(page)
        begun = []
        page.finished.connect(lambda: begun.append(True))
        page.restore_from(tmp_path / "stick")
        (nothing,) = page.findChildren(RescueDialog)
        assert not nothing.restore_button.isEnabled()
        nothing.reject()
        page.restore_from(stick)
        dialog = page.findChildren(RescueDialog)[-1]
        dialog.restore_button.click()
        settle(qtbot, context)
        assert begun == [True]
        assert titles(new) == ["Giá treo cuộn vải xoay được"]
        assert restoring.backups.list_below(stick)
