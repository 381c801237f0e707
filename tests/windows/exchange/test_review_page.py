"""Deciding with the keyboard: three verdicts, comments, undo; typing never decides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from desktop_app.services import phrases, receipts, review
from desktop_app.windows.attachment_view import AttachmentDialog, Picture
from desktop_app.windows.phrases_dialog import PhrasesDialog
from desktop_app.windows.review_page import ReviewPage
from desktop_app.windows.review_side import ANSWERS, ATTACHMENTS
from desktop_app.windows.theme import apply_theme

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def shown(page):
    return page._detail.row.id


def dialogs(page, kind):
    """Return the dialogs of a kind that stand open over the page."""
    return [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]


def state(office, initiative_id):
    return review.open_review(office, initiative_id).row.submission


@pytest.fixture
def page(show, office, handed_in, told):
    page = show(ReviewPage, office)
    assert told == []
    return page


def test_one_key_decides_and_goes_on(page, qtbot, office):
    first = shown(page)
    qtbot.keyClick(page._form.list, Qt.Key.Key_1)
    assert state(office, first) == "accepted"
    assert shown(page) != first
    assert page.model.open_count == 1
    second = shown(page)
    qtbot.keyClick(page._form.list, Qt.Key.Key_1)
    assert state(office, second) == "accepted"
    assert page.model.open_count == 0
    wanted = []
    page.go.connect(lambda name, _arguments: wanted.append(name))
    page._form.saidLabel.linkActivated.emit("#")
    assert wanted == ["answers"]


@pytest.mark.parametrize(("key", "verdict"), [("2", "returned"), ("3", "declined")])
def test_returning_and_refusing_need_a_word(page, qtbot, office, key, verdict):
    first = shown(page)
    qtbot.keyClicks(page._form.list, key)
    assert state(office, first) == "received"
    assert page.side.problem.isVisible()
    comment = page.side.comment
    assert page.focusWidget() is comment
    qtbot.keyClicks(comment, "Thieu 1 so lieu, 2 anh; muc 3.1 jk")
    assert state(office, first) == "received"
    assert comment.toPlainText() == "Thieu 1 so lieu, 2 anh; muc 3.1 jk"
    qtbot.keyClick(comment, Qt.Key.Key_Return, CONTROL)
    assert state(office, first) == verdict
    assert review.open_review(office, first).comment == "Thieu 1 so lieu, 2 anh; muc 3.1 jk"
    assert shown(page) != first


def test_next_and_previous(page, qtbot):
    first = shown(page)
    qtbot.keyClick(page._form.list, Qt.Key.Key_J)
    second = shown(page)
    assert second != first
    qtbot.keyClick(page._form.list, Qt.Key.Key_K)
    assert shown(page) == first
    qtbot.keyClick(page._form.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == second
    qtbot.keyClick(page._form.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == first


def test_what_was_written_waits_while_another_is_looked_at(page, qtbot):
    qtbot.keyClicks(page.side.comment, "Chua xong")
    page.step(1)
    assert page.side.comment.toPlainText() == ""
    page.step(-1)
    assert page.side.comment.toPlainText() == "Chua xong"


def test_undo_brings_the_report_and_its_words_back(page, qtbot, office):
    first = shown(page)
    page.side.comment.setPlainText("Thiếu cách tính.")
    qtbot.mouseClick(page._form.returnedButton, LEFT)
    assert state(office, first) == "returned"
    qtbot.keyClick(page._form.list, Qt.Key.Key_Z, CONTROL)
    assert state(office, first) == "received"
    assert shown(page) == first
    assert page.side.comment.toPlainText() == "Thiếu cách tính."
    assert not page._form.undoButton.isVisible()


def test_a_verdict_a_receipt_has_carried_cannot_be_undone(page, qtbot, office, files, told):
    first = shown(page)
    qtbot.keyClick(page._form.list, Qt.Key.Key_1)
    receipts.export_receipts(office, files)
    page.undo()
    assert [error.code for error in told] == ["SSK-562"]
    assert state(office, first) == "accepted"
    page.refresh(first)
    assert not page._form.undoButton.isVisible()


def test_a_comment_on_one_question_is_enough_to_return(page, qtbot, office):
    first = shown(page)
    page.side.setCurrentIndex(ANSWERS)
    page.side.answers.begin_comment("initiative_title")
    box = page.focusWidget()
    qtbot.keyClicks(box, "Ten con dai, 1 dong thoi")
    assert page.side.about.text()
    qtbot.mouseClick(page._form.returnedButton, LEFT)
    assert state(office, first) == "returned"
    [question] = review.open_review(office, first).questions
    assert (question.question, question.comment) == ("initiative_title", "Ten con dai, 1 dong thoi")


def test_answers_are_read_by_their_labels(page):
    page.side.setCurrentIndex(ANSWERS)
    boxes = page.side.answers._boxes
    assert "authors" in boxes
    text = boxes["authors"]._value.text()
    assert text.startswith("1. ")
    assert "full_name" not in text


def test_phrases_are_put_in_and_kept(page, qtbot, office):
    qtbot.keyClick(page._form.list, Qt.Key.Key_P)
    dialog = page.findChild(PhrasesDialog)
    qtbot.keyClicks(dialog.search, "tien lam loi")
    assert dialog.list.count() == 1
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert page.side.comment.toPlainText() == "Thiếu cách tính số tiền làm lợi."
    page.side.comment.setPlainText("Xin thêm ảnh sau cải tiến.")
    page.side.choose_phrase()
    dialog = dialogs(page, PhrasesDialog)[-1]
    qtbot.mouseClick(dialog.keep_button, LEFT)
    assert phrases.phrases(office)[0] == "Xin thêm ảnh sau cải tiến."
    dialog.reject()


def test_phrases_are_written_anew_ordered_and_removed(page, qtbot, office):
    page.side.choose_phrase()
    (dialog,) = dialogs(page, PhrasesDialog)
    first, second = phrases.phrases(office)[:2]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    qtbot.mouseClick(dialog.up_button, LEFT)
    assert phrases.phrases(office)[:2] == (second, first)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F2)
    dialog.asking.setTextValue("Thiếu bảng số liệu.")
    dialog.asking.accept()
    assert phrases.phrases(office)[:2] == ("Thiếu bảng số liệu.", first)
    qtbot.mouseClick(dialog.remove_button, LEFT)
    assert phrases.phrases(office)[0] == first
    qtbot.mouseClick(dialog.add_button, LEFT)
    dialog.asking.setTextValue("Câu mới.")
    dialog.asking.accept()
    assert phrases.phrases(office)[0] == "Câu mới."
    qtbot.keyClicks(dialog.search, "khong co cau nay")
    assert dialog.empty.isVisible()
    assert not dialog.insert_button.isEnabled()
    dialog.reject()


def test_a_phrase_goes_to_the_question_the_cursor_is_on(page, qtbot, office):
    qtbot.keyClick(page._form.list, Qt.Key.Key_A)
    name = page.side.answers.current
    assert name
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_P)
    (dialog,) = dialogs(page, PhrasesDialog)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert page.side.questions == {name: phrases.phrases(office)[0]}
    assert page.side.comment.toPlainText() == ""


def test_searching_without_marks_and_only_the_undecided(page, qtbot, office):
    first = shown(page)
    qtbot.keyClick(page._form.list, Qt.Key.Key_1)
    page.filters.show_state("waiting")
    assert page.model.number_of(first) == -1
    assert page.model.rowCount() == 1
    qtbot.waitUntil(lambda: page.filters.counts.get("decided") == 1)
    assert page._form.stateBox.currentText().endswith("(1)")
    page.filters.show_state("")
    qtbot.keyClicks(page._form.searchEdit, "do ga khoan")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    qtbot.keyClicks(page._form.searchEdit, "zzz")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page._detail is None
    assert not page._form.acceptedButton.isEnabled()
    page.decide("accepted")


def test_the_real_pages_are_shown(page, qtbot):
    assert page.view.page_count >= 2
    assert page._form.documentBox.count() == 3
    before = page.view.page_count, page.view._title
    page._form.documentBox.setCurrentIndex(1)
    assert (page.view.page_count, page.view._title) != before
    bar = page.view.verticalScrollBar()
    qtbot.keyClick(page._form.list, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_an_empty_desk_teaches(show, office, team, qtbot):
    page = show(ReviewPage, office)
    assert page._form.emptyPart.isVisible()
    wanted = []
    page.go.connect(lambda name, _arguments: wanted.append(name))
    qtbot.keyClick(page._form.emptyButton, Qt.Key.Key_Space)
    assert wanted == ["inbox"]


def test_attachments_are_shown_inside_and_never_run(page, qtbot, tmp_path):
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    from desktop_app.domain.initiative import Attachment

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.save(buffer, "PNG")
    store = page.workspace.attachments
    picture = Attachment(store.put(data.data()), "ảnh.exe", data.size(), "image/png")
    page.side.open_attachment(picture)
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]
    assert isinstance(dialog, AttachmentDialog)
    assert dialog.findChild(Picture) is not None
    assert dialog.plain_name.endswith(".png")
    dialog.save(tmp_path / "x.png")
    assert (tmp_path / "x.png").read_bytes() == data.data()
    dialog.accept()


def test_it_says_when_nothing_is_attached(page):
    page.side.setCurrentIndex(ATTACHMENTS)
    assert "(0)" in page.side.tabText(ATTACHMENTS)


@pytest.mark.parametrize(("percent", "width"), [(100, 1130), (150, 1010), (200, 896)])
def test_it_fits_beside_the_rail_on_a_small_screen(
    show, office, handed_in, qapp, qtbot, percent, width
):
    """What the rail leaves of 1366 points; nothing stands over something else."""
    apply_theme(qapp, "light", percent)
    page = show(ReviewPage, office)
    page.resize(width, 700)
    qtbot.wait(1)
    page.decide("accepted")
    for step in (lambda: None, page.side.begin_scores, page.side.begin_answers, page.show_changes):
        step()
        qtbot.wait(1)
        assert page.minimumSizeHint().width() <= width
        assert page.minimumSizeHint().height() <= 700
        parts = (page._form.listPart, page._form.pagesPart, page._form.sidePart)
        shown = [part.geometry() for part in parts if part.isVisible()]
        assert len(shown) >= 2
        assert not any(a.intersects(b) for a in shown for b in shown if a != b)
