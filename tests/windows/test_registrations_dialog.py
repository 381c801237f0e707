"""A list in the window: columns, rows, drafts; the second time; a changed row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from desktop_app.services import drafting, setup
from desktop_app.services.listing import Query, list_initiatives
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.initiatives_page import InitiativesPage
from desktop_app.windows.page import WindowContext
from desktop_app.windows.registrations_dialog import RegistrationsDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.services.test_registrations import HEAD, ROWS, saved


@pytest.fixture
def page(qtbot, qapp, tmp_path, clock):
    apply_theme(qapp, "light")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        tasks, told = BackgroundTasks(), []
        made = InitiativesPage(WindowContext(workspace, tasks, "vi", told.append))
        made.told = told
        qtbot.addWidget(made)
        made.resize(1130, 720)
        made.show()
        made.opened()
        yield made
        tasks.close()


def opened(qtbot, page, file):
    page.import_file(file)
    dialog = page.findChildren(RegistrationsDialog)[-1]
    qtbot.waitUntil(lambda: dialog.column_table.rowCount() > 0, timeout=20_000)
    return dialog


def rows(qtbot, dialog):
    qtbot.waitUntil(dialog.next_button.isEnabled)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: bool(dialog.rows) and dialog.row_table.isVisible(), timeout=20_000)
    return dialog


def test_a_list_becomes_drafts_and_the_second_time_nothing(qtbot, page, tmp_path):
    file = saved(tmp_path, [HEAD, *ROWS])
    dialog = rows(qtbot, opened(qtbot, page, file))
    dialog.row_table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.taken, timeout=20_000) as signal:
        dialog.take_button.click()
    assert signal.args == [2]
    assert list_initiatives(page.workspace, Query()).total == 2
    again = rows(qtbot, opened(qtbot, page, file))
    assert [row.verdict for row in again.rows] == ["same", "new", "same"]
    again.row_table.item(1, 0).setCheckState(Qt.CheckState.Unchecked)
    assert not again.take_button.isEnabled()


def test_a_changed_row_is_ticked_by_a_person_only(qtbot, page, tmp_path):
    file = saved(tmp_path, [HEAD, *ROWS])
    first = rows(qtbot, opened(qtbot, page, file))
    with qtbot.waitSignal(first.taken, timeout=20_000):
        first.take_button.click()
    changed = [list(row) for row in ROWS]
    changed[0][4] = "Quản đốc"
    dialog = rows(qtbot, opened(qtbot, page, saved(tmp_path, [HEAD, *changed])))
    assert not dialog.take_button.isEnabled()
    dialog.row_table.item(0, 0).setCheckState(Qt.CheckState.Checked)
    mine = dialog.rows[0].initiative_id
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        dialog.take_button.click()
    assert (
        drafting.open_draft(page.workspace, mine).answers["authors"][0]["job_title"] == "Quản đốc"
    )


def test_columns_must_name_the_title_once(qtbot, page, tmp_path):
    dialog = opened(qtbot, page, saved(tmp_path, [HEAD, *ROWS]))
    qtbot.waitUntil(dialog.next_button.isEnabled)
    titles = dialog.column_table.cellWidget(5, 2)
    assert isinstance(titles, QComboBox)
    titles.setCurrentIndex(0)
    assert not dialog.next_button.isEnabled()
    titles.setCurrentIndex(titles.findData("benefit_value"))
    assert not dialog.next_button.isEnabled()
    titles.setCurrentIndex(titles.findData("initiative_title"))
    assert dialog.next_button.isEnabled()


def test_a_file_that_is_no_list_is_told(qtbot, page, tmp_path):
    file = tmp_path / "hỏng.xlsx"
    file.write_bytes(b"PK\x03\x04")
    page.import_file(file)
    qtbot.waitUntil(lambda: bool(page.told), timeout=20_000)
    assert page.told[0].code == "SSK-352"
