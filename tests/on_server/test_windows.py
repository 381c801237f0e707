"""The windows of a shared book: set up, officers, what the other one did, who looks."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.services import office_server, officers, presence, review, second_writer, setup
from desktop_app.storage.server import parse_address
from desktop_app.windows import office_server_dialog, officers_dialog
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.difference_dialog import DifferenceDialog
from desktop_app.windows.first_start_page import FirstStartPage
from desktop_app.windows.office_server_dialog import OfficeServerDialog
from desktop_app.windows.officers_dialog import OfficersDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.presence_label import PresenceLabel
from desktop_app.workspace import Workspace
from tests.on_server.books import enter


@pytest.fixture
def tasks():
    made = BackgroundTasks()
    yield made
    made.close()


@pytest.fixture
def told():
    return []


@pytest.fixture
def context(office, tasks, told):
    tasks.tell = told.append
    return WindowContext(office, tasks, "vi", told.append)


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def wait(qtbot, tasks):
    qtbot.waitUntil(lambda: not tasks.busy, timeout=60_000)


def test_the_book_is_moved_and_taken_back_in_the_window(
    tmp_path, clock, address, tasks, parent, qtbot, monkeypatch
):
    with Workspace(tmp_path / "own", clock=clock) as book:
        setup.start_office(book, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        dialog = OfficeServerDialog(WindowContext(book, tasks, "vi", print), parent)
        dialog.show()
        dialog.address_edit.setText("mysql://nowhere/x")
        dialog.try_button.click()
        assert "SSK-881" in dialog.said.text()
        dialog.address_edit.setText(address)
        dialog.try_button.click()
        wait(qtbot, tasks)
        assert "No book stands there yet." in dialog.said.text()
        dialog.main_button.click()
        assert dialog.focusWidget() is dialog.name_edit, "a name is asked for first"
        dialog.name_edit.setText("Hà")
        with qtbot.waitSignal(dialog.moved, timeout=60_000):
            dialog.main_button.click()
        wait(qtbot, tasks)
        assert not book.database.is_sqlite
        assert not dialog.main_button.isVisible()
        assert "Hà" in dialog.explain.text()
        monkeypatch.setattr(office_server_dialog, "ask", lambda *_given: True)
        with qtbot.waitSignal(dialog.moved, timeout=60_000):
            dialog.back_button.click()
        assert book.database.is_sqlite
        assert dialog.main_button.isVisible()


def test_a_new_computer_joins_from_the_first_page_and_is_let_in(
    tmp_path, clock, office_address, office, context, tasks, parent, qtbot
):
    with Workspace(tmp_path / "new", clock=clock) as book:
        page = FirstStartPage(WindowContext(book, tasks, "vi", print))
        qtbot.addWidget(page)
        page._form.officeButton.setChecked(True)
        page.show()
        assert page._form.serverButton.isVisible()
        dialog = OfficeServerDialog(page.context, page)
        dialog.finished.connect(page._joined)
        dialog.show()
        dialog.address_edit.setText(office_address)
        dialog.name_edit.setText("Bình")
        with qtbot.waitSignal(dialog.moved, timeout=60_000):
            dialog.main_button.click()
        words = officers.find_officer(office, "Bình").words
        assert dialog.words.text() == words
        with qtbot.waitSignal(page.finished):
            dialog.close_button.click()
        listed = OfficersDialog(context, parent)
        listed.show()
        wait(qtbot, tasks)
        assert listed.row.words == words
        listed.confirm_button.click()
        wait(qtbot, tasks)
        qtbot.waitUntil(lambda: officers.find_officer(office, "Bình").has_keys)
        book.reopen()
        assert book.keys == office.keys


def test_roles_are_given_and_somebody_let_go(
    office, second, context, tasks, told, parent, qtbot, monkeypatch
):
    listed = OfficersDialog(context, parent)
    listed.show()
    wait(qtbot, tasks)
    assert [row.name for row in officers.list_officers(office)] == ["Hà", "Bình"]
    listed.table.selectRow(1)
    listed.role_button.menu().actions()[1].trigger()
    wait(qtbot, tasks)
    qtbot.waitUntil(lambda: officers.find_officer(office, "Bình").role == "reader")
    wait(qtbot, tasks)
    monkeypatch.setattr(officers_dialog, "ask", lambda *_given: True)
    listed.table.selectRow(1)
    listed.revoke_button.click()
    qtbot.waitUntil(lambda: officers.find_officer(office, "Bình").state == "revoked")
    wait(qtbot, tasks)
    assert told == []
    listed.table.selectRow(0)
    assert not listed.revoke_button.isEnabled(), "nobody lets go of themselves"


def test_the_second_writer_chooses(office, second, parent, tasks, qtbot):
    (initiative_id,) = enter(office, "MSC", 1)
    seen = second_writer.version_of(second, initiative_id)
    review.decide(office, initiative_id, "returned", "Thiếu số liệu.", seen=seen)
    shown = second_writer.difference(second, initiative_id, seen)
    dialog = DifferenceDialog(WindowContext(second, tasks, "vi", print), parent, shown, "accepted")
    dialog.show()
    assert dialog.focusWidget() is dialog.keep_button, (
        "what the other one did is kept unless asked for"
    )
    with qtbot.waitSignal(dialog.on_top) as given:
        dialog.top_button.click()
    review.decide(second, initiative_id, "accepted", seen=given.args[0])
    assert review.list_for_review(office)[0].verdict == "accepted"


def test_the_label_says_who_else_looks(office, second, context, tasks, qtbot, parent):
    (initiative_id,) = enter(office, "MSC", 1)
    label = PresenceLabel(context, parent)
    label.look_at(initiative_id)
    wait(qtbot, tasks)
    assert label.isHidden()
    assert [look.officer for look in presence.others(second)] == ["Hà"]
    presence.look_at(second, initiative_id)
    label.beat()
    qtbot.waitUntil(lambda: "Bình" in label.text())
    assert not label.isHidden()
    label.look_at("")
    wait(qtbot, tasks)
    assert presence.others(second) == ()
    qtbot.waitUntil(lambda: label.isHidden())


def test_a_server_that_is_gone_does_not_disturb_the_label(
    office, server, context, tasks, told, qtbot, parent
):
    label = PresenceLabel(context, parent)
    server.stop()
    label.look_at("x" * 36)
    wait(qtbot, tasks)
    server.start()
    label.look_at("")
    wait(qtbot, tasks)
    assert told == []


def test_an_address_is_asked_for(office):
    assert office_server.address_with("postgresql://h/b", "hà", "x y").password == "x y"
    assert parse_address(" postgresql://h/b ").database == "b"
