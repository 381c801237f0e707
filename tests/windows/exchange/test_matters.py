"""What came in and has to be looked at: set aside, asked about, chosen, confirmed."""

import shutil
import zipfile

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox

from desktop_app.exchange.keys import fingerprint_of
from desktop_app.services import (
    chains,
    conflicts,
    drafting,
    handover,
    home,
    inbox,
    listing,
    quarantine,
    review,
    setup,
    unit_keys,
    watching,
)
from desktop_app.windows.conflict_dialog import ConflictDialog
from desktop_app.windows.folder_watch import FolderWatch
from desktop_app.windows.inbox_page import InboxPage
from desktop_app.windows.keys_dialog import KeysDialog
from desktop_app.windows.numbers_dialog import NumbersDialog
from desktop_app.windows.open_requests import OpenRequests, hand_over
from desktop_app.windows.quarantine_dialog import QuarantineDialog
from desktop_app.windows.queue_page import QueuePage
from desktop_app.windows.settings_page import SettingsPage
from desktop_app.windows.taken_dialog import TakenDialog
from desktop_app.workspace import Workspace
from tests.samples import listed, ready

LEFT = Qt.MouseButton.LeftButton


def click(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def press(box, text, qtbot):
    """Press the button of a message box with a text."""
    (button,) = (b for b in box.buttons() if text in b.text())
    qtbot.mouseClick(button, LEFT)


@pytest.fixture
def alone(tmp_path, clock):
    with Workspace(tmp_path / "alone", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một mình", "MM")
        yield workspace


def test_a_damaged_file_is_listed_tried_again_and_dropped(
    show, qtbot, team, office, files, tmp_path, monkeypatch
):
    ready(team)
    path = handover.export_bundle(team, files).path
    bad = tmp_path / path.name
    bad.write_bytes(path.read_bytes()[:4000])
    page = show(InboxPage, office)
    assert not page.matters.isVisible()
    page.take_in([bad])
    qtbot.waitUntil(lambda: not page.panel.working.busy, timeout=10_000)
    button = page.matters.buttons["quarantine"]
    assert button.isVisible()
    assert "1" in button.accessibleName()
    click(qtbot, button)
    dialog = page.matters.dialog
    assert isinstance(dialog, QuarantineDialog)
    assert path.name in dialog.model.index(0, 0).data()
    assert "(SSK-44" in dialog.detail.text()
    click(qtbot, dialog.again_button)
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=10_000)
    assert dialog.model.rowCount() == 1
    dialog.export_to(dialog.row.id, tmp_path)
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("ssk-help-*.zip"))), timeout=10_000)
    qtbot.waitUntil(lambda: "ssk-help" in dialog.detail.text(), timeout=10_000)
    (helped,) = tmp_path.glob("ssk-help-*.zip")
    assert zipfile.ZipFile(helped).testzip() is None
    dialog._drop(dialog.row.id)
    assert dialog.empty.isVisible()
    dialog.accept()
    assert not page.matters.isVisible()


def test_a_missing_number_is_explained(show, qtbot, team, office, files):
    ready(team, 1)
    handover.export_bundle(team, files)
    ready(team, 2)
    page = show(InboxPage, office)
    page.take_in([handover.export_bundle(team, files).path])
    qtbot.waitUntil(lambda: not page.panel.working.busy, timeout=10_000)
    page.matters.show_list("numbers")
    dialog = page.matters.dialog
    assert isinstance(dialog, NumbersDialog)
    click(qtbot, dialog.explain_button)
    asked = dialog.dialog
    assert isinstance(asked, QInputDialog)
    assert "1" in asked.labelText()
    asked.setTextValue("USB hỏng, đã gửi lại trong gói 2")
    asked.accept()
    assert dialog.empty.isVisible()
    assert chains.list_troubles(office) == ()
    dialog.accept()
    assert not page.matters.isVisible()


def test_a_new_computer_is_confirmed_by_its_words(
    show, qtbot, team, office, files, tmp_path, clock
):
    initiative_id = ready(team)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    shutil.rmtree(tmp_path / "copy" / "keys")
    with Workspace(tmp_path / "copy", clock=clock) as reinstalled:
        drafting.back_to_draft(reinstalled, initiative_id)
        drafting.edit(reinstalled, initiative_id, {"recommendation": "Xin làm thêm hai bộ."})
        drafting.make_ready(reinstalled, initiative_id)
        path = handover.export_bundle(reinstalled, files).path
        words = fingerprint_of(reinstalled.keys.public.sign)
    page = show(InboxPage, office)
    page.take_in([path])
    qtbot.waitUntil(lambda: not page.panel.working.busy, timeout=10_000)
    assert {t.kind for t in home.summary(office).todos} >= {"keys", "quarantine"}
    click(qtbot, page.matters.buttons["keys"])
    dialog = page.matters.dialog
    assert isinstance(dialog, KeysDialog)
    assert dialog.model.index(0, 2).data() == words
    click(qtbot, dialog.confirm_button)
    qtbot.waitUntil(lambda: not quarantine.list_quarantine(office), timeout=10_000)
    qtbot.waitUntil(lambda: page.panel.tree.topLevelItemCount() == 1, timeout=10_000)
    dialog.accept()
    assert drafting.open_draft(office, initiative_id).revision == 2
    assert not page.matters.isVisible()


def test_a_computer_is_refused_only_after_a_question(show, qtbot, team, office, files):
    ready(team)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    page = show(InboxPage, office)
    page.matters.show_list("keys")
    dialog = page.matters.dialog
    assert not dialog.confirm_button.isEnabled()
    click(qtbot, dialog.revoke_button)
    qtbot.mouseClick(dialog.box.button(QMessageBox.StandardButton.Cancel), LEFT)
    assert [key.state for key in unit_keys.list_keys(office)] == ["known"]
    click(qtbot, dialog.revoke_button)
    press(dialog.box, "Refuse it", qtbot)
    assert [key.state for key in unit_keys.list_keys(office)] == ["revoked"]
    click(qtbot, dialog.confirm_button)
    qtbot.waitUntil(lambda: unit_keys.list_keys(office)[0].state == "known", timeout=10_000)
    dialog.accept()


@pytest.mark.parametrize("came", [True, False])
def test_one_of_two_versions_is_chosen(show, qtbot, team, office, files, tmp_path, clock, came):
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, {"recommendation": "Đường thứ nhất."})
    drafting.make_ready(team, initiative_id)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    with Workspace(tmp_path / "copy", clock=clock) as copy:
        drafting.back_to_draft(copy, initiative_id)
        drafting.edit(copy, initiative_id, {"recommendation": "Đường thứ hai."})
        drafting.make_ready(copy, initiative_id)
        path = handover.export_bundle(copy, tmp_path / "copy").path
    page = show(InboxPage, office)
    page.take_in([path])
    qtbot.waitUntil(lambda: not page.panel.working.busy, timeout=10_000)
    click(qtbot, page.matters.buttons["conflicts"])
    dialog = page.matters.dialog
    assert isinstance(dialog, ConflictDialog)
    texts = {label.text() for label in dialog.findChildren(type(dialog.title))}
    assert {"Đường thứ nhất.", "Đường thứ hai."} <= texts
    click(qtbot, dialog.came_button if came else dialog.here_button)
    assert conflicts.list_conflicts(office) == ()
    answers = review.open_review(office, initiative_id).answers
    assert answers["recommendation"] == ("Đường thứ hai." if came else "Đường thứ nhất.")
    assert not page.matters.buttons["conflicts"].isVisible()


def test_a_passphrase_is_asked_and_a_wrong_one_told(show, qtbot, alone, office, files):
    listed(office, alone)
    ready(alone)
    (written,) = handover.export_bundles(alone, files, passphrase="bốn từ không liên quan")
    page = show(InboxPage, office)
    page.take_in([written.path])
    questions = page.panel.questions
    qtbot.waitUntil(lambda: questions.dialog is not None, timeout=10_000)
    first = questions.dialog
    first.setTextValue("sai mất rồi nhé")
    first.accept()
    # Asked once more, with the reason; nothing is set aside for it.
    qtbot.waitUntil(lambda: questions.dialog is not first, timeout=20_000)
    assert "does not fit" in questions.dialog.labelText()
    assert quarantine.list_quarantine(office) == ()
    questions.dialog.setTextValue("bốn từ không liên quan")
    questions.dialog.accept()
    qtbot.waitUntil(lambda: listing.list_initiatives(office).total == 1, timeout=20_000)


def test_the_first_answer_without_a_card_asks_for_the_words(show, qtbot, alone, office, files):
    from desktop_app.services import receipts

    listed(office, alone)
    initiative_id = ready(alone)
    inbox.take_in(office, [handover.export_bundle(alone, files, unsealed=True).path])
    review.decide(office, initiative_id, "accepted")
    (written,) = receipts.export_receipts(office, files)
    page = show(QueuePage, alone)
    page.take_in([written.path])
    (dialog,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, TakenDialog))
    questions = dialog.panel.questions
    qtbot.waitUntil(lambda: questions.dialog is not None, timeout=10_000)
    assert fingerprint_of(office.keys.public.sign) in questions.dialog.informativeText()
    press(questions.dialog, "not sure", qtbot)
    assert alone.setting("office") is None
    page.take_in([written.path])
    (dialog,) = (
        w
        for w in QApplication.topLevelWidgets()
        if isinstance(w, TakenDialog) and w.isVisible() and w is not dialog
    )
    questions = dialog.panel.questions
    qtbot.waitUntil(lambda: questions.dialog is not None, timeout=10_000)
    press(questions.dialog, "words are the same", qtbot)
    qtbot.waitUntil(
        lambda: drafting.open_draft(alone, initiative_id).submission == "accepted", timeout=10_000
    )
    page.context.tasks.close()


# The watched folder and files opened from outside


def test_what_arrives_in_the_watched_folder_comes_in_by_itself(
    show, qtbot, team, office, files, tmp_path
):
    folder = tmp_path / "Tải về"
    folder.mkdir()
    (folder / "ảnh.jpg").write_bytes(b"no bundle")
    ready(team)
    written = handover.export_bundle(team, files)
    page = show(SettingsPage, office)
    page.watch(folder)
    assert str(folder) in page._form.watchEdit.text()
    watch = FolderWatch(page.context, page)
    came = []
    watch.taken.connect(came.append)
    shutil.copy(written.path, folder)

    def look():
        watch.look()
        return bool(came)

    qtbot.waitUntil(look, timeout=20_000)
    assert listing.list_initiatives(office).total == 1
    assert len(came[0].files) == 1
    page.watch(None)
    assert watching.watched_folder(office) is None


def test_a_second_start_hands_its_files_to_the_window_that_runs(qtbot, tmp_path, team):
    asked = []
    parent = QObject()
    requests = OpenRequests(team.folder, parent)
    requests.asked.connect(asked.append)
    file = tmp_path / "thẻ đơn vị.zip"
    file.write_bytes(b"x")
    assert hand_over(team.folder, [file], pause=lambda: qtbot.wait(20))
    assert asked == [[file.resolve()]]
    assert not list((team.folder / "opened").glob("*.json"))
    parent.deleteLater()


def test_where_no_window_runs_the_files_are_taken_back(tmp_path, team):
    assert not hand_over(team.folder, [tmp_path / "a.zip"], pause=lambda: None)
    assert not list((team.folder / "opened").iterdir())
