"""The officer's units: the tree of a day, changes, lists in and out, senders to be placed."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.services import (
    handover,
    home,
    inbox,
    listing,
    placing,
    setup,
    unit_changes,
    unit_events,
    units,
)
from desktop_app.services.unit_events import Decision, NewUnit
from desktop_app.windows.home_page import HomePage
from desktop_app.windows.inbox_page import InboxPage
from desktop_app.windows.placing_dialog import PlaceDialog, PlacingDialog
from desktop_app.windows.quarantine_dialog import QuarantineDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.windows.unit_dialogs import AddDialog
from desktop_app.windows.unit_import_dialog import UnitImportDialog
from desktop_app.windows.units_page import UnitsPage
from desktop_app.workspace import Workspace
from tests.samples import ready

LEFT = Qt.MouseButton.LeftButton


def shown(view, parent=None):
    """Return the units of the tree as name → those below."""
    model = view.model
    index = parent if parent is not None else view.tree.rootIndex()
    rows = [model.index(n, 0, index) for n in range(model.rowCount(index))]
    return {model.unit(row).code: shown(view, row) for row in rows}


@pytest.fixture
def page(show, qtbot, office, tasks):
    opened = show(UnitsPage, office)
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)
    return opened


def settled(qtbot, tasks):
    qtbot.waitUntil(lambda: not tasks.busy, timeout=10_000)


def test_the_tree_of_another_day(page, qtbot, office, tasks):
    old = units.add_unit(office, name="LĐLĐ thị xã Phổ Yên", code="LPY", kind="LDLD_HUYEN").id
    below = units.add_unit(office, name="CĐCS Hai", code="HAI", parent_id=old).id
    unit_changes.split(
        office,
        old,
        [NewUnit("CĐ phường Phổ Yên", "PPY", "CD_PHUONG"), NewUnit("CĐ phường Vạn Xuân", "PVX")],
        Decision(date(2025, 7, 1), "1/QĐ"),
        below={below: 0},
    )
    page.refresh()
    settled(qtbot, tasks)
    view = page.view
    assert shown(view) == {"KCNTN": {"MSC": {}, "PPY": {"HAI": {}}, "PVX": {}}}
    view.day.show_day(date(2025, 6, 30))
    settled(qtbot, tasks)
    assert shown(view) == {"KCNTN": {"MSC": {}, "LPY": {"HAI": {}}}}
    view.day.show_day(date(2026, 11, 20))
    view.closed.click()
    settled(qtbot, tasks)
    assert "LPY" in shown(view)["KCNTN"]


def test_a_search_without_marks_keeps_who_stands_above(page, qtbot, office, tasks):
    zone = units.add_unit(office, name="Công đoàn KCN Sông Công", code="KSC", kind="CD_KCN").id
    units.add_unit(office, name="CĐCS Điện tử Đông Á", code="DTDA", parent_id=zone)
    page.refresh()
    settled(qtbot, tasks)
    view = page.view
    qtbot.keyClicks(view.search, "dong a dien")
    assert shown(view) == {"KCNTN": {"KSC": {"DTDA": {}}}}
    assert view.unit.code == "DTDA"
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert view.tree.hasFocus()
    view.search.setText("không có")
    assert shown(view) == {}


def test_a_unit_is_added_renamed_and_put_right_by_keys_alone(page, qtbot, office, tasks):
    view = page.view
    view.add()
    dialog = view.dialog
    assert isinstance(dialog, AddDialog)
    assert dialog.focusWidget() is dialog.name
    dialog.name.insert("CĐCS Công ty Chè Tân Cương")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    settled(qtbot, tasks)
    settled(qtbot, tasks)
    made = units.find_unit(office, "CTC")
    view.tree.setCurrentIndex(view.model.index_of(made.id))
    settled(qtbot, tasks)
    view.detail.change("rename")
    rename = view.detail.dialog
    rename.name.setText("CĐCS Chè Tân Cương")
    rename.number_edit.setText("12/QĐ")
    qtbot.keyClick(rename.name, Qt.Key.Key_Return)
    settled(qtbot, tasks)
    settled(qtbot, tasks)
    assert view.unit.name == "CĐCS Chè Tân Cương"
    assert view.detail.name.text() == "CĐCS Chè Tân Cương"
    row = view.detail._model.row(0)
    assert (row.value, row.decision_no) == ("CĐCS Chè Tân Cương", "12/QĐ")
    assert view.detail.undo_button.isEnabled()
    view.detail.undo(row)
    settled(qtbot, tasks)
    assert units.find_unit(office, made.id).name == "CĐCS Công ty Chè Tân Cương"


def test_a_refused_change_stays_open_and_says_why(page, qtbot, office, tasks):
    zone = units.add_unit(office, name="Công đoàn KCN Sông Công", code="KSC", kind="CD_KCN").id
    below = units.add_unit(office, name="CĐCS Hai", code="HAI", parent_id=zone).id
    page.opened(unit=zone)
    settled(qtbot, tasks)
    detail = page.view.detail
    detail.change("move")
    dialog = detail.dialog
    dialog.target.choose(below)
    dialog.submit()
    settled(qtbot, tasks)
    assert "(SSK-802)" in dialog.problem.text()
    assert dialog.isVisible()
    dialog.target.choose(units.find_unit(office, "MSC").id)
    dialog.submit()
    settled(qtbot, tasks)
    assert units.find_unit(office, zone).parent_name == "CĐCS Công ty May Sông Công"


def test_merging_splitting_and_closing_in_the_window(page, qtbot, office, tasks):
    first = units.find_unit(office, "MSC").id
    second = units.add_unit(office, name="CĐCS Hai", code="HAI").id
    page.opened(unit=first)
    settled(qtbot, tasks)
    detail = page.view.detail
    detail.change("merge")
    dialog = detail.dialog
    dialog.merged.tick(second)
    dialog.name.setText("CĐCS May Hai")
    dialog.code.setText("MAYHAI")
    dialog.submit()
    settled(qtbot, tasks)
    settled(qtbot, tasks)
    new = units.find_unit(office, "MAYHAI")
    assert {units.find_unit(office, each).parent_id for each in (first, second)} == {new.id}
    page.opened(unit=new.id)
    settled(qtbot, tasks)
    detail.change("split")
    dialog = detail.dialog
    dialog.parts[0][0].setText("CĐCS Ba")
    dialog.parts[1][0].setText("CĐCS Bốn")
    dialog.parts[0][1].setText("BAA")
    dialog.parts[1][1].setText("BON")
    dialog.submit()
    settled(qtbot, tasks)
    settled(qtbot, tasks)
    third = units.find_unit(office, "BAA").id
    assert units.find_unit(office, "MAYHAI").closed_on == office.today()
    page.opened(unit=third)
    settled(qtbot, tasks)
    detail.change("close")
    detail.dialog.submit()
    settled(qtbot, tasks)
    assert units.find_unit(office, third).closed_on == office.today()
    assert {event.kind for event in unit_events.list_events(office)} == {"merge", "split", "close"}


def test_a_list_is_shown_before_anything_is_written(page, qtbot, office, tasks, tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ("Mã", "Tên", "Cấp trên"),
        ("MSC", "CĐCS May mới", ""),
        ("AAA", "CĐCS Một", "BBB"),
        ("BBB", "CĐCS Hai", ""),
        ("a b", "CĐCS Sai", ""),
    ):
        book.active.append(row)
    book.save(tmp_path / "u.xlsx")
    before = units.list_units(office)
    page.view.import_list(tmp_path / "u.xlsx")
    dialog = page.view.dialog
    assert isinstance(dialog, UnitImportDialog)
    settled(qtbot, tasks)
    assert units.list_units(office) == before
    verdicts = [dialog.model.row(n).verdict for n in range(4)]
    assert verdicts == ["refused", "changed", "new", "new"]
    assert "SSK" not in dialog.detail.text()
    assert "A B" in dialog.detail.text()
    index = dialog.model.index(2, 0)  # AAA stays out
    dialog.model.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "2" in dialog.take_button.text()
    qtbot.mouseClick(dialog.take_button, LEFT)
    settled(qtbot, tasks)
    settled(qtbot, tasks)
    assert {row.code for row in units.list_units(office)} == {"KCNTN", "MSC", "BBB"}
    assert units.find_unit(office, "MSC").name == "CĐCS May mới"
    page.view.export_list(tmp_path / "out.xlsx")
    settled(qtbot, tasks)
    assert (tmp_path / "out.xlsx").stat().st_size > 1000


@pytest.fixture
def alone(tmp_path, clock, office):
    with Workspace(tmp_path / "alone", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Công ty Chè Đại Từ", "CHEDT")
        yield workspace


def test_a_held_sender_is_placed_in_the_window(show, qtbot, office, alone, files, tasks):
    ready(alone, 1)
    path = handover.export_bundle(alone, files, unsealed=True).path
    page = show(InboxPage, office)
    page.take_in([path])
    qtbot.waitUntil(lambda: not page.panel.working.busy, timeout=10_000)
    button = page.matters.buttons["unplaced"]
    assert button.isVisible()
    assert not page.matters.buttons["quarantine"].isVisible()
    qtbot.mouseClick(button, LEFT)
    dialog = page.matters.dialog
    assert isinstance(dialog, PlacingDialog)
    qtbot.mouseClick(dialog.place_button, LEFT)
    place = dialog.dialog
    assert isinstance(place, PlaceDialog)
    said = " ".join(label.text() for label in place.findChildren(QLabel))
    assert dialog.row.words in said  # what is compared over the phone
    qtbot.mouseClick(place.ok_button, LEFT)
    settled(qtbot, tasks)
    assert placing.list_unplaced(office) == ()
    assert units.find_unit(office, "CHEDT").parent_id == office.own.unit_id
    assert listing.list_initiatives(office).total == 1
    assert dialog.empty.isVisible()
    assert page.panel.tree.topLevelItemCount() == 1
    dialog.accept()
    assert not page.matters.isVisible()


def test_what_waits_has_its_own_place(show, qtbot, office, alone, files, tasks):
    ready(alone, 1)
    path = handover.export_bundle(alone, files, unsealed=True).path
    inbox.take_in(office, [path])
    start = show(HomePage, office)
    todo = next(t for t in home.summary(office).todos if t.kind == "unplaced")
    assert "1" in start._todo_text(todo)
    page = show(InboxPage, office)
    page.matters.show_list("quarantine")
    assert isinstance(page.matters.dialog, QuarantineDialog)
    assert page.matters.dialog.model.rowCount() == 0
    page.matters.dialog.accept()
    page.matters.show_list("unplaced")
    dialog = page.matters.dialog
    dialog.dropped(dialog.row.sign_key)
    assert dialog.empty.isVisible()
    dialog.accept()


def test_it_fits_with_text_twice_as_large(show, qtbot, office, tasks, qapp):
    apply_theme(qapp, "dark", 200)
    try:
        page = show(UnitsPage, office)
        page.resize(1000, 660)
        settled(qtbot, tasks)
        QApplication.processEvents()
        assert page.width() <= 1060
        view = page.view
        assert not view.import_button.isVisible()
        assert view.more_button.isVisible()
        assert {action.text() for action in view.menu.actions()} >= {view.add_button.text()}
        assert view.tree.isVisible()
        qtbot.mouseClick(view.detail_button, LEFT)
        assert view.detail.isVisible()
        assert not view.tree.isVisible()
    finally:
        apply_theme(qapp, "light")
