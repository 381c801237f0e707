"""Kiểm tra dữ liệu and Dung lượng in the window: found, mended, tidied up; stopped; told."""

import shutil

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.errors import Failed
from desktop_app.services import storage_space
from desktop_app.windows import storage_dialog
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.data_check_dialog import DataCheckDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.settings_parts import PARTS
from desktop_app.windows.storage_dialog import StorageDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.conftest import Clock
from tests.faults.damages import DAMAGES


@pytest.fixture
def shown(qtbot, qapp, prepared_reports, tmp_path):
    """Return a way to open a dialog over a book that was damaged first."""
    apply_theme(qapp, "light")
    skipped = shutil.ignore_patterns("workspace.lock*", "logs")
    folder = shutil.copytree(prepared_reports / "team", tmp_path / "book", ignore=skipped)
    tasks = BackgroundTasks()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1366, 768)
    parent.show()
    opened = []

    def show(kind, *damages):
        for name in damages:
            DAMAGES[name](folder)
        opened.append(Workspace(folder, clock=Clock()))
        dialog = kind(WindowContext(opened[0], tasks, "vi", pytest.fail), parent)
        dialog.show()
        wait(qtbot, dialog)
        return dialog

    yield show
    tasks.close()
    for book in opened:
        book.close()


def wait(qtbot, dialog):
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=20_000)


def test_damage_is_listed_in_words_and_mended(qtbot, shown):
    dialog = shown(DataCheckDialog, "a row that lies", "a missing file")
    assert not dialog.mend_button.isEnabled()
    dialog.check_button.click()
    wait(qtbot, dialog)
    rows = [dialog.model.row(n) for n in range(dialog.model.rowCount())]
    assert [(row.id, row.state) for row in rows] == [
        ("DATA-06", "returned"),
        ("DATA-11", "returned"),
    ]
    assert "không còn trong kho" in dialog.detail.text()
    assert "MSC-2026-000" in dialog.detail.text()
    dialog.mend_button.click()
    wait(qtbot, dialog)
    rows = [dialog.model.row(n) for n in range(dialog.model.rowCount())]
    assert [row.state for row in rows] == ["quarantined", "accepted"]
    assert "before-mending-" in dialog.said.text()
    assert not dialog.mend_button.isEnabled()


def test_a_sound_book_says_so_and_what_was_left_out(qtbot, shown):
    dialog = shown(DataCheckDialog)
    dialog.whole_box.setChecked(False)
    dialog.check_button.click()
    wait(qtbot, dialog)
    assert dialog.model.rowCount() == 0
    assert "Nothing is wrong" in dialog.said.text()
    assert "not read" in dialog.said.text()


def test_stopping_tells_and_lets_begin_again(qtbot, shown):
    dialog = shown(DataCheckDialog)
    dialog.check_button.click()
    dialog.working.stop()
    wait(qtbot, dialog)
    assert "SSK-001" in dialog.said.text()
    assert dialog.check_button.isEnabled()


def test_space_is_listed_and_tidied_up_on_yes(qtbot, shown, monkeypatch):
    dialog = shown(StorageDialog)
    assert not dialog.tidy_button.isEnabled()
    old = dialog.context.workspace.folder / "logs" / "program.log.1"
    old.write_text("x" * 5000, encoding="utf-8")
    dialog.refresh()
    wait(qtbot, dialog)
    asked = []
    monkeypatch.setattr(storage_dialog, "ask", lambda _p, text, _y: bool(asked.append(text)))
    dialog.tidy_button.click()
    assert old.exists()
    assert "Nhật ký" in asked[0]
    assert "5 KB" in asked[0]
    monkeypatch.setattr(storage_dialog, "ask", lambda *_: True)
    dialog.tidy_button.click()
    qtbot.waitUntil(lambda: "Tidied up: 5 KB" in dialog.said.text(), timeout=20_000)
    assert not old.exists()


def test_what_cannot_be_deleted_is_told(qtbot, shown, monkeypatch):
    dialog = shown(StorageDialog)

    def failing(_book, **_options):
        raise Failed("SSK-957", number=2)

    monkeypatch.setattr(storage_space, "tidy_up", failing)
    dialog.tidy()
    wait(qtbot, dialog)
    assert "SSK-957" in dialog.said.text()


def test_both_are_opened_from_the_settings():
    assert {"data_check", "storage"} <= {part.name for part in PARTS}
