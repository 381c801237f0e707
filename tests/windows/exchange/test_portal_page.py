"""Lên cổng with the keyboard alone: copy each field, type code and state back, the next one."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop_app.services import (
    attaching,
    drafting,
    handover,
    inbox,
    portal_entry,
    portal_mapping,
    review,
    targets,
)
from desktop_app.windows import portal_mapping_dialog
from desktop_app.windows.portal_page import PortalPage
from tests.samples import answers

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def accepted(office, handed_in):
    for each in handed_in:
        review.decide(office, each, "accepted")
    return handed_in


def page_of(show, qtbot, office):
    page = show(PortalPage, office)
    qtbot.waitUntil(lambda: page.view.sheet is not None, timeout=10_000)
    return page


def words(page, column=3):
    model = page.view.model
    return [model.index(number, column).data() for number in range(model.rowCount())]


def test_every_field_is_copied_with_one_key_and_the_next_comes_with_one(
    show, qtbot, office, accepted
):
    page = page_of(show, qtbot, office)
    first = page.view.sheet
    operations = 1
    qtbot.keyClick(page.list.table, KEY.Key_Return)
    wanted = [each.text for each in first.fields if each.text]
    seen = []
    for _each in wanted:  # portal entry sheet, per field 1
        qtbot.keyClick(page.view.table, KEY.Key_C, CTRL)
        operations += 1
        seen.append(QGuiApplication.clipboard().text())
    assert seen == wanted
    assert words(page).count("Copied") == len(wanted)
    assert words(page).count("By hand") == 2
    qtbot.keyClick(page.view.table, KEY.Key_Return, CTRL)  # no code yet: it is asked for
    assert page.view.code_edit.placeholderText() == "Enter the code first"
    qtbot.keyClicks(page.view.code_edit, "SK-77")
    qtbot.keyClick(page.view.code_edit, KEY.Key_Return, CTRL)  # recorded and the next: 1
    operations += 1
    assert operations == len(wanted) + 2  # the code is an answer
    qtbot.waitUntil(lambda: page.view.sheet.initiative_id != first.initiative_id, timeout=10_000)
    kept = portal_entry.entry_sheet(office, first.initiative_id)
    assert (kept.submission, kept.portal, kept.portal_code) == ("uploaded", "reviewing", "SK-77")
    assert page.list.model.row(0).state == "up"
    assert page.view.sheet.initiative_id == accepted[1]
    # Back at the first: what was copied stands there still.
    qtbot.keyClick(page.view.table, KEY.Key_Up, ALT)
    qtbot.waitUntil(lambda: page.view.sheet.initiative_id == first.initiative_id, timeout=10_000)
    assert words(page).count("Copied") == len(wanted)
    assert page.view.code_edit.text() == "SK-77"


def test_what_is_too_long_is_said_marked_and_can_be_selected(show, qtbot, office, accepted):
    made = portal_mapping.built_in_mapping()
    plain = portal_mapping._plain(made)
    for each in plain["fields"]:
        each["limit"] = 20 if each["code"] == "title" else each["limit"]
    office.set_setting(portal_mapping.SETTING, {"mapping": plain, "file": "a.xlsx", "on": ""})
    page = page_of(show, qtbot, office)
    fields = page.view.fields
    number = [each.field.code for each in page.view.sheet.fields].index("title")
    fields.table.selectRow(number)
    assert words(page)[number] == "Too long"
    assert words(page, 2)[number] == f"{len(page.view.sheet.title)}/20"
    assert "20" in fields.said.text()
    assert len(fields.text.extraSelections()) == 1
    qtbot.mouseClick(fields.fit_button, Qt.MouseButton.LeftButton)
    assert fields.text.textCursor().selectedText() == page.view.sheet.title[:20]


def test_one_that_cannot_go_up_says_why_and_nothing_can_be_recorded(show, qtbot, office, accepted):
    day = date(2026, 1, 1)
    targets.add_programme(office, code="CT", name="Chương trình", date_from=day)
    page = page_of(show, qtbot, office)
    assert page.view.note.isVisible()
    assert "chưa có kết quả công nhận" in page.view.note.text()
    assert "Công nhận" in page.view.note.text()
    assert not page.view.record_button.isEnabled()
    assert page.list.model.index(0, 2).data() == "To mend"
    gone = []
    page.go.connect(lambda name, arguments: gone.append((name, arguments)))
    qtbot.mouseClick(page.view.mend_button, Qt.MouseButton.LeftButton)
    assert gone == [("review", {"open": accepted[0], "recognition": True})]


def test_files_are_dragged_as_copies_and_saved_with_one_key(
    show, qtbot, team, office, files, tmp_path, monkeypatch
):
    picture = tmp_path / "Ảnh sau khi sửa.png"
    Image.new("RGB", (32, 32), "blue").save(picture)
    kept = [{"file": attaching.attach_file(team, picture).value, "kind": "photo"}]
    one = drafting.new_initiative(team, None, answers(1, attachments=kept))
    drafting.make_ready(team, one)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    review.decide(office, one, "accepted")
    page = page_of(show, qtbot, office)
    listed = page.view.files
    items = [listed.item(0)]
    qtbot.waitUntil(lambda: bool(listed.mimeData(items).urls()), timeout=10_000)
    (url,) = listed.mimeData(items).urls()
    copy = Path(url.toLocalFile())
    assert copy.name == page.view.sheet.attachments[0].name
    assert copy.read_bytes() == office.attachments.read(page.view.sheet.attachments[0].sha256)
    target = tmp_path / "lưu"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_a: str(target)))
    qtbot.keyClick(page.view.table, KEY.Key_S, CTRL)
    qtbot.waitUntil(lambda: (target / copy.name).exists(), timeout=10_000)
    page.leave()
    assert copy.exists()  # a browser reads it when the form there is sent
    assert office.temporary_folder in copy.parents  # emptied when the book closes


def test_the_list_is_searched_and_says_when_nothing_is_there(show, qtbot, office, accepted):
    page = page_of(show, qtbot, office)
    qtbot.waitUntil(lambda: page.list.state_box.itemText(1).endswith("(2)"), timeout=10_000)
    page.focus_search()
    qtbot.keyClicks(page.list.search_edit, "khongcochunay")
    qtbot.waitUntil(page.list.empty.isVisible, timeout=10_000)
    assert page.list.empty.text() == "Nothing fits."
    assert page.view.sheet is None
    assert not page.view.isEnabled()


def test_another_part_adds_its_button(show, qtbot, office, accepted):
    page = page_of(show, qtbot, office)
    pressed = []
    button = page.add_tool("Thư mục nộp…", lambda: pressed.append(1))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [1]
    qtbot.waitUntil(button.isVisible, timeout=10_000)


def test_the_mapping_is_checked_before_it_is_used(
    show, qtbot, office, accepted, tmp_path, monkeypatch
):
    import openpyxl

    page = page_of(show, qtbot, office)
    qtbot.mouseClick(page.tools["mapping"], Qt.MouseButton.LeftButton)
    dialog = page.findChild(portal_mapping_dialog.PortalMappingDialog)
    qtbot.waitUntil(lambda: "27" in dialog.used.text(), timeout=10_000)
    place = portal_mapping.export_mapping(office, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(place)
    book["Trường"]["F3"] = "chữ"
    book.save(place)
    dialog.take(place)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=20_000)
    assert dialog.model.index(0, 0).data() == "Trường, 3, Kiểu"
    assert "1 places" in dialog.problem.text()
    book["Trường"]["F3"] = "ngày"
    book["Trường"]["B3"] = "Sinh ngày"
    book.save(place)
    dialog.take(place)
    qtbot.waitUntil(lambda: "a.xlsx" in dialog.used.text(), timeout=20_000)
    monkeypatch.setattr(portal_mapping_dialog, "ask", lambda *_words: True)
    dialog.accept()
    qtbot.waitUntil(lambda: words(page, 0)[1] == "Sinh ngày", timeout=10_000)
