"""Data of one person in the window, the rule of keeping, the log, the lock."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from desktop_app.domain.person import ERASED
from desktop_app.services import drafting, handover, screen_lock, setup
from desktop_app.windows.audit_dialog import AuditDialog
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.lock_dialog import LockDialog
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.person_dialog import PersonDialog
from desktop_app.windows.retention_dialog import RetentionDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.samples import answers, ready

WHO = "Ma Văn Chiến"


@pytest.fixture
def told():
    return []


@pytest.fixture
def window(qtbot, qapp, tmp_path, clock, told):
    apply_theme(qapp, "light")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        tasks = BackgroundTasks()
        made = MainWindow()
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.show()
        made.begin(WindowContext(workspace, tasks, "vi", told.append))
        made.tasks = tasks
        made.book = workspace
        made.context = made._context
        yield made
        tasks.close()
    apply_theme(qapp, "light")


def idle(qtbot, dialog):
    """Wait until the worker has nothing left to do."""
    qtbot.waitUntil(lambda: not dialog.context.tasks.busy)


def test_a_person_is_found_written_and_erased(qtbot, window, tmp_path, monkeypatch):
    one = ready(window.book, 1)
    handover.export_bundle(window.book, tmp_path, unsealed=True)
    dialog = PersonDialog(window.context, window)
    dialog.open()
    assert not dialog.erase_button.isEnabled()
    qtbot.keyClicks(dialog.name_edit, "ma van chien")
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert dialog.isVisible()
    assert [place.kind for place in dialog.chosen] == ["author", "text"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(tmp_path))
    dialog.data_button.click()
    idle(qtbot, dialog)
    assert len(list(tmp_path.glob("du-lieu-ca-nhan-ma-van-chien-*"))) == 2
    dialog.findChild(QMessageBox).accept()
    dialog.erase_button.click()
    idle(qtbot, dialog)
    asking = dialog.asking
    assert not asking.ok_button.isEnabled()
    asking.agree.setChecked(True)
    asking.ok_button.click()
    qtbot.waitUntil(lambda: hasattr(dialog, "letters"))
    assert WHO in dialog.letters.text.toPlainText()
    rows = drafting.open_draft(window.book, one).answers["authors"]
    assert rows[1]["full_name"] == ERASED
    dialog.letters.accept()
    dialog.name_edit.setText("An")
    dialog.search()
    idle(qtbot, dialog)


def test_two_of_one_name_are_ticked_by_nobody_but_the_person(qtbot, window):
    own = answers(1)
    drafting.new_initiative(window.book, None, own)
    other = [own["authors"][0], dict(own["authors"][1], birth_date="1961-01-01")]
    drafting.new_initiative(window.book, None, own | {"authors": other})
    dialog = PersonDialog(window.context, window)
    dialog.name_edit.setText(WHO)
    dialog.search()
    idle(qtbot, dialog)
    assert dialog.chosen == ()
    assert not dialog.erase_button.isEnabled()
    dialog.close()


def test_the_rule_is_kept_and_nothing_is_due(qtbot, window):
    dialog = RetentionDialog(window.context, window)
    idle(qtbot, dialog)
    assert not dialog.on_box.isChecked()
    assert not dialog.apply_button.isEnabled()
    dialog.on_box.setChecked(True)
    dialog.months_box.setValue(24)
    dialog.save_button.click()
    idle(qtbot, dialog)
    assert window.book.setting("retention") == {"months": 24}
    dialog.close()


def test_the_log_is_filtered_and_written(qtbot, window, tmp_path):
    drafting.new_initiative(window.book, None, answers(1))
    dialog = AuditDialog(window.context, window)
    idle(qtbot, dialog)
    assert dialog.model.rowCount() >= 3
    dialog.action_box.setCurrentIndex(dialog.action_box.findData("new"))
    dialog.refresh()
    idle(qtbot, dialog)
    assert [dialog.model.row(0).action, dialog.model.rowCount()] == ["new", 1]
    dialog.from_edit.setText("31/13/2026")
    dialog.refresh()
    idle(qtbot, dialog)
    assert dialog.wanted().date_from is None
    dialog.from_edit.setText("21/11/2026")
    assert dialog.wanted().date_from == date(2026, 11, 21)
    dialog.from_edit.clear()
    dialog.write(tmp_path / "nhat-ky.csv")
    idle(qtbot, dialog)
    assert (tmp_path / "nhat-ky.csv").read_text(encoding="utf-8-sig").count("\n") == 2
    dialog.close()


def test_the_lock_covers_every_window_and_keeps_what_is_typed(qtbot, window):
    folder, lock = window.book.folder, window.screen_lock
    lock.lock()
    assert not lock.locked  # no password, no lock
    draft = drafting.new_initiative(window.book, None, {})
    window.open("editor", id=draft)
    settings = LockDialog(window.context, window)
    settings.first.setText("mật khẩu tổ")
    settings.again.setText("mật khẩu")
    settings.submit()
    idle(qtbot, settings)
    assert not screen_lock.state(folder).on
    settings.again.setText("mật khẩu tổ")
    settings.submit()
    qtbot.waitUntil(lambda: screen_lock.state(folder).on)
    assert "mật khẩu" not in (folder / screen_lock.FILE).read_text(encoding="utf-8")
    other = QDialog(window)
    other.show()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    lock.lock()
    assert lock.locked
    covered = {cover.parentWidget() for cover in lock._covers}
    assert {window, other} <= covered
    late = QDialog(window)
    late.show()
    assert late in {cover.parentWidget() for cover in lock._covers}
    asked = lock.dialog
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert lock.locked
    asked.password.setText("sai")
    asked.submit()
    assert lock.locked
    assert asked.problem.text()
    asked.password.setText("mật khẩu tổ")
    asked.submit()
    assert not lock.locked
    assert lock._covers == []
    assert screen_lock.reset(folder)
    assert not screen_lock.reset(folder)


def test_at_the_start_the_password_is_asked_first(qtbot, window):
    screen_lock.set_password(window.book.folder, "1234", "1234", 5)
    again = MainWindow()
    qtbot.addWidget(again)
    again.show()
    again.begin(window.context)
    assert again.screen_lock.locked
    assert again.screen_lock.dialog.isVisible()
    again.screen_lock.dialog.accept()
