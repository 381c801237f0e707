"""The desk with keys only: together, changes, findings, scores, notes, redaction, two versions."""

import shutil

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QApplication, QMessageBox, QTableView

from desktop_app.domain.dates import read_day
from desktop_app.domain.initiative import Attachment
from desktop_app.services import (
    drafting,
    handover,
    inbox,
    receipts,
    review,
    review_list,
    review_notes,
    score_sheets,
)
from desktop_app.windows.attachment_view import AttachmentDialog, Picture
from desktop_app.windows.conflict_dialog import ConflictDialog
from desktop_app.windows.document_view import DocumentDialog
from desktop_app.windows.recognition_dialog import RecognitionDialog
from desktop_app.windows.review_bulk import BulkDialog
from desktop_app.windows.review_filter import FilterDialog
from desktop_app.windows.review_keys import KeysSheet
from desktop_app.windows.review_page import ReviewPage
from desktop_app.windows.review_side import ANSWERS, COMMENT, SCORES
from desktop_app.windows.session_dialog import SessionDialog
from desktop_app.windows.similar_dialog import SimilarDialog
from desktop_app.workspace import Workspace
from tests.keys import to_front
from tests.samples import ready
from tests.windows.exchange.test_review_page import dialogs, shown, state

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


@pytest.fixture
def page(show, office, handed_in):
    return show(ReviewPage, office)


def press(qtbot, page, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    """Press keys in the list of a page that is in front, as after a dialog was closed."""
    to_front(qtbot, page)
    for key in keys:
        qtbot.keyClick(page._form.list, key, modifier)


def front(qtbot, dialog):
    """Wait until a dialog is in front: keys go to it from now on."""
    to_front(qtbot, dialog)
    return dialog


# Together


def test_ticked_ones_are_decided_together_and_undone_together(page, qtbot, office, handed_in):
    press(qtbot, page, KEY.Key_Down, modifier=SHIFT)
    assert len(page.model.ticked) == 2
    press(qtbot, page, KEY.Key_1)
    (dialog,) = dialogs(page, BulkDialog)
    front(qtbot, dialog)
    assert dialog.list.count() == 2
    assert [state(office, each) for each in handed_in] == ["received", "received"]
    qtbot.keyClick(dialog.focusWidget(), KEY.Key_Return)
    qtbot.waitUntil(lambda: not dialogs(page, BulkDialog))
    assert [state(office, each) for each in handed_in] == ["accepted", "accepted"]
    assert page.model.ticked == ()
    assert page.model.open_count == 0
    press(qtbot, page, KEY.Key_Z, modifier=CONTROL)
    qtbot.waitUntil(lambda: state(office, handed_in[1]) == "received", timeout=10_000)
    qtbot.waitUntil(lambda: page.model.open_count == 2)
    assert state(office, handed_in[0]) == "received"
    assert not page._form.undoButton.isVisible()


def test_together_a_comment_is_needed_and_what_is_refused_is_told(page, qtbot, office, handed_in):
    press(qtbot, page, KEY.Key_Space, KEY.Key_J, KEY.Key_Space, KEY.Key_2)
    (dialog,) = dialogs(page, BulkDialog)
    front(qtbot, dialog)
    qtbot.keyClick(dialog.comment, KEY.Key_Return, CONTROL)
    assert dialog.problem.isVisible()
    assert [state(office, each) for each in handed_in] == ["received", "received"]
    # Meanwhile one of them is decided elsewhere.
    review.decide(office, handed_in[0], "accepted")
    qtbot.keyClicks(dialog.comment, "Thieu anh 1")
    qtbot.keyClick(dialog.comment, KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: not dialog.decide_button.isVisible())
    assert [state(office, each) for each in handed_in] == ["accepted", "returned"]
    assert "SSK-841" in dialog.list.item(0).text()
    dialog.reject()


def test_ticks_go_with_escape_and_all_that_wait_with_one_key(page, qtbot):
    press(qtbot, page, KEY.Key_A, modifier=CONTROL)
    assert len(page.model.ticked) == 2
    press(qtbot, page, KEY.Key_Escape)
    assert page.model.ticked == ()
    press(qtbot, page, KEY.Key_Space)
    assert len(page.model.ticked) == 1
    press(qtbot, page, KEY.Key_Space)
    assert page.model.ticked == ()


# A verdict once more


def test_the_same_verdict_twice_is_one(page, qtbot, office):
    first = shown(page)
    press(qtbot, page, KEY.Key_1)
    page.refresh(first)
    press(qtbot, page, KEY.Key_1)
    with office.database.read() as session:
        from desktop_app.storage import verdicts

        assert sum(v.verdict is not None for v in verdicts.verdicts_of(session, first)) == 1


def test_a_verdict_the_unit_has_had_is_put_right_after_a_question(page, qtbot, office, files):
    first = shown(page)
    press(qtbot, page, KEY.Key_1)
    receipts.export_receipts(office, files)
    page.refresh(first)
    page.side.comment.setPlainText("Thiếu ảnh.")
    press(qtbot, page, KEY.Key_2)
    assert state(office, first) == "accepted"
    (box,) = dialogs(page, QMessageBox)
    (leave,) = [b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.RejectRole]
    leave.click()
    assert state(office, first) == "accepted"
    page.decide("returned")
    (box,) = dialogs(page, QMessageBox)
    (yes,) = [b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole]
    yes.click()
    assert state(office, first) == "returned"
    assert review.open_review(office, first).comment == "Thiếu ảnh."
    page.refresh(first)
    press(qtbot, page, KEY.Key_Z, modifier=CONTROL)
    assert state(office, first) == "accepted"


# The list


def test_more_is_read_as_the_list_is_gone_through(show, office, handed_in, monkeypatch):
    real = review_list.page
    asked = []

    def small(workspace, wanted=None, after=None, limit=1):
        asked.append(after)
        return real(workspace, wanted, after, 1)

    monkeypatch.setattr(review_list, "page", small)
    page = show(ReviewPage, office)
    first = shown(page)
    page.step(1)
    assert shown(page) != first
    assert page.model.rowCount() == 2
    assert asked[0] is None
    assert asked[-1] is not None
    page.refresh()
    assert page.model.rowCount() == 2, "what was read is read again, the place stays"


def test_a_report_that_is_asked_for_is_shown_whatever_the_filter(page, office, handed_in):
    page.filters.show_state("decided")
    assert page.model.rowCount() == 0
    page.opened(open=handed_in[0])
    assert shown(page) == handed_in[0]


def test_the_list_is_narrowed_and_stays_so(page, qtbot, office, tasks):
    press(qtbot, page, KEY.Key_L)
    (dialog,) = dialogs(page, FilterDialog)
    qtbot.waitUntil(dialog.isEnabled)
    assert dialog.unit_box.count() > 2
    number = dialog.unit_box.findText("May Sông Công", Qt.MatchFlag.MatchContains)
    dialog.unit_box.setCurrentIndex(number)
    qtbot.keyClicks(dialog.since_edit, "32/1/2026")
    qtbot.keyClick(dialog.since_edit, KEY.Key_Return)
    assert dialog.problem.isVisible()
    dialog.since_edit.setText("21/11/2026")
    qtbot.keyClick(dialog.since_edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: not dialogs(page, FilterDialog))
    assert page.model.rowCount() == 0
    assert "2" in page._form.filterButton.text()
    assert page._form.deskPart.isVisible()
    page.opened()
    assert page.filters.wanted.narrowed == 2
    press(qtbot, page, KEY.Key_L)
    dialog = dialogs(page, FilterDialog)[-1]
    qtbot.waitUntil(dialog.isEnabled)
    assert dialog.since_edit.text() == "21/11/2026"
    qtbot.mouseClick(dialog.clear_button, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [("5/3/2026", "2026-03-05"), ("2026-03-05", "2026-03-05"), ("5.3.2026", "2026-03-05")],
)
def test_days_are_read_as_people_write_them(text, day):
    assert read_day(text).isoformat() == day


@pytest.mark.parametrize("text", ["", "x", "5/3", "31/2/2026", "5/3/٢٠٢٦", "1/1/0"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match="."):
        read_day(text)


# Beside the pages


def test_a_note_is_kept_and_seen_in_the_list(page, qtbot, office):
    first = shown(page)
    press(qtbot, page, KEY.Key_N)
    assert page.focusWidget() is page.side.note
    qtbot.keyClicks(page.side.note, "Hoi lai 1 cau")
    assert state(office, first) == "received"
    qtbot.keyClick(page.side.note, KEY.Key_Escape)
    press(qtbot, page, KEY.Key_J)
    assert review_notes.note_of(office, first) == "Hoi lai 1 cau"
    assert page.model.row(page.model.number_of(first)).noted
    assert page.side.note.toPlainText() == ""
    press(qtbot, page, KEY.Key_K)
    assert page.side.note.toPlainText() == "Hoi lai 1 cau"


def test_a_key_comments_on_the_answer_the_cursor_is_on(page, qtbot):
    press(qtbot, page, KEY.Key_C)
    assert page.focusWidget() is page.side.comment
    press(qtbot, page, KEY.Key_A)
    first = page.side.answers.current
    qtbot.keyClick(page.focusWidget(), KEY.Key_A)
    second = page.side.answers.current
    assert first
    assert second not in ("", first)
    qtbot.keyClick(page.focusWidget(), KEY.Key_C)
    qtbot.keyClicks(page.focusWidget(), "Ghi ro 2 so")
    assert page.side.questions == {second: "Ghi ro 2 so"}
    assert page.side.currentIndex() == ANSWERS


def test_findings_lead_to_their_answers(page, qtbot):
    findings = [f for f in page.detail.findings if f.path]
    assert findings
    press(qtbot, page, KEY.Key_F)
    assert page.side.currentIndex() == ANSWERS
    assert page.side.answers.current == findings[0].path[0]
    page.side.setCurrentIndex(COMMENT)
    page.side.findings.buttons[0].click()
    assert page.side.answers.current == findings[0].path[0]


def test_scores_are_typed_kept_and_taken_back(page, qtbot, office):
    first = shown(page)
    press(qtbot, page, KEY.Key_S)
    scores = page.side.scores
    assert page.side.currentIndex() == SCORES
    qtbot.keyClicks(scores.member_box.lineEdit(), "Le Van A")
    qtbot.keyClick(scores.member_box.lineEdit(), KEY.Key_Return)
    edits = list(scores._edits.values())
    edits[0].setFocus()
    for text in ("25", "12,5", "10", "20", "10"):
        edit = page.focusWidget()
        qtbot.keyClicks(edit, text)
        qtbot.keyClick(edit, KEY.Key_Return)
    assert page.focusWidget() is scores.note
    (sheet,) = score_sheets.scores_of(office, first).sheets
    assert (sheet.member, str(sheet.result.total), sheet.result.passed) == (
        "Le Van A",
        "77.50",
        True,
    )
    assert "77,5" in scores.result.text()
    assert state(office, first) == "received"
    edits[0].setFocus()
    edits[0].setText("31")
    qtbot.keyClick(edits[0], KEY.Key_Return)
    assert "SSK-842" in scores.problem.text()
    assert str(score_sheets.scores_of(office, first).sheets[0].result.total) == "77.50"
    scores._show_member()
    scores.undo_button.click()
    assert str(score_sheets.scores_of(office, first).sheets[0].result.total) == "67.50"
    assert edits[-1].text() == ""
    scores.drop_button.click()
    assert score_sheets.scores_of(office, first).sheets == ()
    scores.undo_button.click()
    assert len(score_sheets.scores_of(office, first).sheets) == 1


def test_points_typed_last_are_kept_when_another_report_is_shown(page, qtbot, office):
    first = shown(page)
    page.side.begin_scores()
    scores = page.side.scores
    scores.member_box.setCurrentText("Trần B")
    next(iter(scores._edits.values())).setText("7")
    page.step(1)
    (sheet,) = score_sheets.scores_of(office, first).sheets
    assert str(sheet.result.total) == "7.00"
    assert page.side.currentIndex() == SCORES
    assert all(edit.text() == "" for edit in scores._edits.values())


# What changed


def test_changes_are_marked_word_by_word_with_what_was_asked(
    show, qtbot, office, team, files, handed_in
):
    first = handed_in[0]
    asked = [drafting.QuestionComment("recommendation", "Nói rõ xin gì.")]
    review.decide(office, first, "returned", "Xem lại", asked)
    inbox.take_in(team, [r.path for r in receipts.export_receipts(office, files)])
    before = str(drafting.open_draft(team, first).answers.get("recommendation", ""))
    drafting.back_to_draft(team, first)
    drafting.edit(team, first, {"recommendation": f"{before} Thêm <hai> bộ."})
    drafting.make_ready(team, first)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    page = show(ReviewPage, office, open=first)
    assert page._form.documentBox.count() == 4
    press(qtbot, page, KEY.Key_D)
    changes = page.pages.changes
    assert page.pages.stack.currentWidget() is changes
    texts = [label.text() for label in changes.room.findChildren(type(changes._legend))]
    (marked,) = [text for text in texts if "&lt;hai&gt;" in text]
    assert "underline" in marked
    assert "line-through" not in marked
    assert any("Nói rõ xin gì." in text for text in texts)
    assert any("Xem lại" in text for text in texts)
    few = len(texts)
    changes.only_changes.click()
    assert len(changes.room.findChildren(type(changes._legend))) > few
    press(qtbot, page, KEY.Key_D)
    assert page.pages.stack.currentWidget() is page.view


# Without what is confidential


def test_the_redacted_view_hides_it_everywhere_until_it_is_taken_back(
    show, qtbot, office, team, files, tmp_path
):
    secret = "Xyzzy ba bảy"
    initiative_id = ready(team, has_confidential="yes", confidential_info=secret)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    page = show(ReviewPage, office, open=initiative_id)
    page.side.setCurrentIndex(ANSWERS)
    assert "confidential_info" in page.side.answers._boxes
    page.side.answers.begin_comment("confidential_info")
    page.side.answers._boxes["confidential_info"].edit.setPlainText("Giữ kín đúng.")
    press(qtbot, page, KEY.Key_R)
    assert page._form.bannerLabel.isVisible()
    assert "REDACTED" in page._form.bannerLabel.text()
    assert "confidential_info" not in page.side.answers._boxes
    assert page.side.questions == {"confidential_info": "Giữ kín đúng."}
    page.menu.show_documents()
    (dialog,) = dialogs(page, DocumentDialog)
    assert dialog._documents == page.pages.documents
    dialog.reject()
    (tmp_path / "out").mkdir()
    page.menu._write(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").glob("*.pdf"))) == 3, timeout=20_000)
    assert all("ban-che" in path.name for path in (tmp_path / "out").iterdir())
    page.refresh()
    assert page._form.bannerLabel.isVisible(), "the next report is shown the same way"
    press(qtbot, page, KEY.Key_R)
    assert not page._form.bannerLabel.isVisible()
    assert "confidential_info" in page.side.answers._boxes


# Two versions


def test_two_versions_lead_to_the_choice(show, qtbot, office, team, files, tmp_path, clock):
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))

    def go_on(book, text, to):
        drafting.back_to_draft(book, initiative_id)
        drafting.edit(book, initiative_id, {"recommendation": text})
        drafting.make_ready(book, initiative_id)
        inbox.take_in(office, [handover.export_bundle(book, to).path])

    go_on(team, "Một.", files)
    with Workspace(tmp_path / "copy", clock=clock) as copy:
        go_on(copy, "Hai.", tmp_path / "copy")
    page = show(ReviewPage, office)
    assert page.model.row(0).conflict
    press(qtbot, page, KEY.Key_1)
    assert state(office, initiative_id) == "received"
    assert "SSK-840" in page.side.problem.text()
    page._form.list.setFocus()
    press(qtbot, page, KEY.Key_V)
    (dialog,) = dialogs(page, ConflictDialog)
    dialog.came_button.click()
    assert not page.detail.row.conflict
    assert page.detail.answers["recommendation"] == "Hai."
    assert not page._form.bannerLabel.isVisible()
    press(qtbot, page, KEY.Key_1)
    assert state(office, initiative_id) == "accepted"


# What is plugged in


def test_reports_like_it_put_a_phrase_into_the_comment(page, qtbot, handed_in):
    page.menu.similar.trigger()
    (dialog,) = dialogs(page, SimilarDialog)
    dialog.phrase_chosen.emit("Trùng với sáng kiến khác.")
    assert page.side.comment.toPlainText() == "Trùng với sáng kiến khác."
    qtbot.waitUntil(lambda: not page.context.tasks.busy)
    dialog.accept()


def test_recognition_of_one_and_a_session_on_those_ticked(page, qtbot, handed_in):
    page.menu.allow()
    assert not page.menu.session.isEnabled()
    page.menu.recognition.trigger()
    (dialog,) = dialogs(page, RecognitionDialog)
    assert dialog.initiative_id == shown(page)
    dialog.accept()
    page.model.tick_waiting()
    page.menu.allow()
    page.menu.session.trigger()
    (session,) = dialogs(page, SessionDialog)
    session.reject()


def test_the_keys_are_told(page, qtbot):
    press(qtbot, page, KEY.Key_Question)
    (sheet,) = dialogs(page, KeysSheet)
    sheet.accept()


# Files


def kept(office, data, name, kind):
    return Attachment(office.attachments.put(data), name, len(data), kind)


def test_a_picture_is_enlarged_and_turned_for_looking_only(page, qtbot, office):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.save(buffer, "PNG")
    page.side.open_attachment(kept(office, data.data(), "a.png", "image/png"))
    (dialog,) = dialogs(page.side, AttachmentDialog)
    picture = front(qtbot, dialog).findChild(Picture)
    qtbot.keyClick(picture, KEY.Key_Plus)
    assert picture.zoom > 1
    qtbot.keyClick(picture, KEY.Key_R)
    assert (picture.angle, picture._image.size().width()) == (90, 300)
    qtbot.keyClick(picture, KEY.Key_0)
    assert picture.zoom == 1
    assert not picture.grab().isNull()
    dialog.accept()


def test_a_pdf_is_opened_from_a_copy_that_goes(page, qtbot, office, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    page.side.open_attachment(kept(office, b"%PDF-1.4 x", "bản.exe", "application/pdf"))
    (dialog,) = dialogs(page.side, AttachmentDialog)
    dialog.open_outside()
    (url,) = opened
    assert isinstance(url, QUrl)
    path = office.temporary_folder / url.toLocalFile()
    assert path.suffix == ".pdf"
    assert path.read_bytes() == b"%PDF-1.4 x"
    assert path.is_relative_to(office.temporary_folder)
    dialog.accept()


def test_what_may_be_a_program_is_never_handed_to_the_system(page, office):
    page.side.open_attachment(kept(office, b"MZ", "x.exe", "application/octet-stream"))
    (dialog,) = dialogs(page.side, AttachmentDialog)
    texts = [b.text() for b in dialog.findChildren(type(page._form.acceptedButton))]
    assert not any("program" in text for text in texts)
    dialog.accept()


def test_a_workbook_is_read_in_the_child(page, qtbot, office, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Máy", "Trước", 12.5])
    book.active.append(["=1+1", None, "x"])
    book.save(tmp_path / "x.xlsx")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.side.open_attachment(kept(office, (tmp_path / "x.xlsx").read_bytes(), "x.xlsx", kind))
    (dialog,) = dialogs(page.side, AttachmentDialog)
    qtbot.waitUntil(lambda: dialog.findChild(QTableView) is not None, timeout=30_000)
    table = dialog.findChild(QTableView)
    model = table.model()
    assert [model.index(0, n).data() for n in range(3)] == ["Máy", "Trước", "12,5"]
    dialog.accept()


def test_nothing_decides_while_it_is_typed(page, qtbot, office, handed_in):
    page.focus_search()
    assert QApplication.focusWidget() is page._form.searchEdit or page.focusWidget()
    qtbot.keyClicks(page._form.searchEdit, "123 jkcpnasfdrvl")
    assert [state(office, each) for each in handed_in] == ["received", "received"]
