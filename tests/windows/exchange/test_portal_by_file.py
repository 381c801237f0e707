"""Up by file and back: the dialogs from the list to the folder, and the answers recorded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.services import portal, review
from desktop_app.storage import initiatives
from desktop_app.windows.page import WindowContext
from desktop_app.windows.portal_answers_dialog import PortalAnswersDialog
from desktop_app.windows.portal_folder_dialog import PortalFolderDialog


@pytest.fixture
def accepted(office, team, handed_in):
    for initiative_id in handed_in:
        review.decide(office, initiative_id, "accepted")
    return handed_in


@pytest.fixture
def opened(qtbot, tasks, told, office):
    """Return a way to open a dialog over a window."""
    over = QWidget()
    over.resize(1366, 768)
    qtbot.addWidget(over)
    over.show()

    def made(kind, *given):
        dialog = kind(WindowContext(office, tasks, "vi", told.append), over, *given)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.working.busy, timeout=20_000)
        return dialog

    return made


def record(office, initiative_id):
    with office.database.read() as session:
        return initiatives.get(session, initiative_id)


def test_a_folder_is_written_on_the_stick_and_said_to_be_there(
    opened, qtbot, office, accepted, stick
):
    dialog = opened(PortalFolderDialog)
    assert dialog.model.checked == accepted
    dialog.next_button.click()
    assert dialog.destination.folder == stick
    dialog.write_button.click()
    qtbot.waitUntil(lambda: dialog.exported is not None, timeout=30_000)
    assert dialog.exported.path.parent == stick
    assert dialog.close_button.isVisible() and not dialog.cancel_button.isVisible()
    assert "KCNTN-len-cong-0001" in dialog.done_text.text()
    # The next time they are there, not ticked, with the number they went with.
    again = opened(PortalFolderDialog)
    assert again.model.checked == []
    assert not again.next_button.isEnabled()
    assert "1" in again.model.index(0, 2).data()


def test_what_stays_back_says_why_and_cannot_go(opened, office, handed_in):
    dialog = opened(PortalFolderDialog, handed_in)
    assert dialog.model.rowCount() == 2
    dialog.model.show([dialog.model.row(n) for n in range(2)], handed_in)
    dialog._count()
    assert not dialog.next_button.isEnabled()
    assert "Chưa được xét đạt" in dialog.detail.text()


def test_nothing_waiting_is_said(opened, office, team):
    dialog = opened(PortalFolderDialog)
    assert not dialog.next_button.isEnabled()
    assert "Nothing waits" in dialog.counts.text()


def test_a_stop_leaves_nothing_and_the_dialog_open(opened, qtbot, office, accepted, stick):
    dialog = opened(PortalFolderDialog)
    dialog.next_button.click()
    dialog.write_button.click()
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=30_000)
    assert dialog.isVisible() and dialog.problem.isVisible()
    assert list(stick.iterdir()) == []
    assert dialog.write_button.isEnabled()


@pytest.fixture
def answers(office, accepted, tmp_path):
    first, second = (record(office, each) for each in accepted)
    path = tmp_path / "tra-loi.csv"
    lines = [
        "Mã trên cổng;Tên sáng kiến;Tác giả;Trạng thái",
        f"A-1;{first.title};{first.authors};Hợp lệ",
        f"A-2;{second.title};;Đang xem xét",
        "A-3;Một việc không có ở đây bao giờ;Người Lạ;Hợp lệ",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_what_is_sure_is_recorded_and_what_is_chosen(opened, qtbot, office, accepted, answers):
    dialog = opened(PortalAnswersDialog, answers)
    assert [dialog.model.row(n).verdict for n in range(3)] == ["doubtful", "unknown", "new"]
    assert "1" in dialog.record_button.text()
    # The doubtful one stands first and is chosen: its candidates are offered.
    assert dialog.about_box.isVisible() and not dialog.against_box.isVisible()
    place = dialog.about_box.findData(accepted[1])
    dialog.about_box.setCurrentIndex(place)
    dialog.about_box.activated.emit(place)
    qtbot.waitUntil(lambda: "2" in dialog.record_button.text(), timeout=10_000)
    assert record(office, accepted[0]).portal == "none"
    dialog.record_button.click()
    qtbot.waitUntil(lambda: record(office, accepted[1]).portal == "reviewing", timeout=10_000)
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=10_000)
    assert record(office, accepted[0]).portal_code == "A-1"
    assert not dialog.record_button.isEnabled()
    again = opened(PortalAnswersDialog, answers)
    assert again.model.row(1).verdict == "same" or again.model.row(2).verdict == "same"
    assert "0" in again.record_button.text()


def test_a_row_against_the_book_is_recorded_only_after_it_was_said(
    opened, qtbot, office, accepted, answers
):
    portal.record_portal(office, accepted[0], code="X-9", state="invalid")
    dialog = opened(PortalAnswersDialog, answers)
    number = dialog.model.number_of("2")
    dialog.table.selectRow(number)
    assert dialog.model.row(number).verdict == "conflict"
    assert not dialog.record_button.isEnabled()
    assert "X-9" in dialog.detail.text()
    dialog.against_box.click()
    assert dialog.record_button.isEnabled()
    dialog.record_button.click()
    qtbot.waitUntil(lambda: record(office, accepted[0]).portal == "valid", timeout=10_000)


def test_a_list_that_is_none_is_told_in_the_dialog(opened, office, team, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Một,Hai\n1,2\n", encoding="utf-8")
    dialog = opened(PortalAnswersDialog, path)
    assert "SSK-910" in dialog.counts.text()
    assert dialog.file_button.isEnabled()
