"""An officer's afternoon in a real window: 50 files, 400 reports, and everybody has an answer."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.services import home, receipts, review_list, weeks
from desktop_app.services.board_items import initiatives_behind
from desktop_app.services.review_list import ReviewFilter
from desktop_app.windows.conflict_dialog import ConflictDialog
from desktop_app.windows.quarantine_dialog import QuarantineDialog
from desktop_app.windows.review_bulk import BulkDialog
from desktop_app.windows.similar_dialog import SimilarDialog
from tests.journeys import afternoon
from tests.keys import type_text

pytestmark = pytest.mark.screen

ONE_BY_ONE, RETURNED = 15, 5
DOUBLE = "Sáng kiến này đã được công đoàn khác báo cáo."


@pytest.fixture
def officer(people, tmp_path, monkeypatch):
    prepared = afternoon.prepare(tmp_path)
    made = people("office")
    stick = str(prepared.stick)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: stick)
    return made


def states(book):
    with book.database.read() as session:
        from desktop_app.storage import initiatives

        return initiatives.counts_by_state(session)["submission"]


def waiting(book, state="waiting"):
    return review_list.counts(book, ReviewFilter())[state]


def test_fifty_files_before_closing_time(officer, qtbot, tmp_path, monkeypatch):
    book, window = officer.workspace, officer.window

    # Everything in: a button, the stick, the button of the folder dialog.
    window.open("inbox")
    inbox = officer.page("inbox")
    officer.click(inbox._form.folderButton)
    officer.operations += 1
    officer.idle(120_000)
    assert officer.operations <= 3, "import of a stick with 50 bundles"
    assert inbox.panel.tree.topLevelItemCount() == afternoon.UNIONS + afternoon.COMPUTERS
    came = states(book)["received"]
    found = home.matters(book)
    assert found["conflicts"] == afternoon.CONFLICTS
    assert found["quarantine"] == afternoon.DAMAGED

    # Two versions of three reports: the first one stays.
    officer.click(inbox.matters.buttons["conflicts"])
    conflict = officer.dialog(ConflictDialog)
    for _number in range(afternoon.CONFLICTS):
        officer.click(conflict.here_button)
    assert home.matters(book)["conflicts"] == 0

    # Two damaged files are told with their reason; they are asked for again.
    officer.click(inbox.matters.buttons["quarantine"])
    aside = officer.dialog(QuarantineDialog)
    assert aside.model.rowCount() == afternoon.DAMAGED
    assert "SSK-444" in aside.detail.text()
    officer.click(aside.close_button)

    # The desk; what is told twice is found beside it.
    officer.click(inbox._form.reviewButton)
    review = officer.page("review")
    officer.idle(120_000)
    alike = waiting(book, "similar")
    assert alike >= afternoon.TOLD_TWICE
    review._form.list.setFocus()
    officer.operations = 0
    review.filters.show_state("similar")
    officer.operations += 2  # the box is opened and the state chosen
    officer.idle(60_000)
    rows = [review.model.row(number) for number in range(review.model.rowCount())]
    twice = [number for number, row in enumerate(rows) if "tại xưởng" in row.title]
    assert len(rows) == alike
    # A damaged file may have brought one of a pair.
    assert len(twice) >= afternoon.TOLD_TWICE - afternoon.DAMAGED

    # One pair side by side: the same initiative, linked, and said so in the comment.
    review._go_to(twice[0])
    review.menu.similar.trigger()
    officer.operations += 2
    dialog = officer.dialog(SimilarDialog)
    officer.idle(60_000)
    assert dialog.model.rowCount() >= 1
    assert dialog.row.percent >= 75
    officer.click(dialog.link_button)
    officer.idle(60_000)
    assert dialog.row.said == "same"
    dialog.phrase_action.trigger()
    officer.operations += 1
    officer.idle(60_000)
    assert review.detail.row.id == rows[twice[0]].id
    assert rows[twice[0]].title != dialog.row.title
    assert dialog.row.code in review.side.comment.toPlainText()
    dialog.close()
    officer.front()
    review._form.list.setFocus()
    officer.key(Qt.Key.Key_3, widget=review._form.list)
    assert states(book)["declined"] == 1

    # The others that were told before are declined together, with one comment.
    for row in rows:
        if "tại xưởng" in row.title and row.id != rows[twice[0]].id:
            review._go_to(review.model.number_of(row.id))
            officer.key(Qt.Key.Key_Space, widget=review._form.list)
    assert len(review.model.ticked) == len(twice) - 1
    officer.key(Qt.Key.Key_3, widget=review._form.list)
    together = officer.dialog(BulkDialog)
    qtbot.waitUntil(together.isActiveWindow, timeout=10_000)
    type_text(together.comment, DOUBLE)
    officer.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, together.comment)
    officer.idle(60_000)
    officer.front()
    assert states(book)["declined"] == len(twice)

    # A few are read one by one: one key each, a comment where something is missing.
    review.filters.show_state("waiting")
    officer.operations += 2
    officer.idle(60_000)
    review._form.list.setFocus()
    before = officer.operations
    for _number in range(ONE_BY_ONE):
        officer.key(Qt.Key.Key_1, widget=review._form.list)
    assert officer.operations - before == ONE_BY_ONE, "a verdict without comment is one key"
    assert states(book)["accepted"] == ONE_BY_ONE
    for _number in range(RETURNED):
        officer.key(Qt.Key.Key_2, widget=review._form.list)
        type_text(review.side.comment, "Thiếu cách tính số tiền làm lợi.")
        officer.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, review.side.comment)
    assert states(book)["returned"] == RETURNED
    officer.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, review._form.list)
    assert states(book)["returned"] == RETURNED - 1
    officer.key(Qt.Key.Key_2, widget=review._form.list)
    officer.idle(60_000)
    assert states(book)["returned"] == RETURNED

    # The rest was read on paper: all that wait, together.
    review.refresh()
    while waiting(book):
        review._form.list.setFocus()
        officer.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, review._form.list)
        officer.key(Qt.Key.Key_1, widget=review._form.list)
        together = officer.dialog(BulkDialog)
        officer.click(together.decide_button)
        officer.idle(120_000)
        review.refresh()
        officer.idle(60_000)
    decided = states(book)
    assert decided == Counter(
        accepted=came - len(twice) - RETURNED, declined=len(twice), returned=RETURNED
    )
    # Verdicts on some 380 reports, the doubles found and the returned explained.
    assert officer.operations <= 80

    # Everybody has an answer.
    out = tmp_path / "answers"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(out))
    window.open("answers")
    officer.operations = 0
    officer.click(officer.page("answers")._form.exportButton)
    officer.operations += 1
    officer.idle(120_000)
    assert officer.operations <= 3, "receipts for all units"
    assert receipts.list_answers(book) == ()
    # The two damaged files came from two unions, which hear nothing yet.
    assert len(list(out.iterdir())) == afternoon.UNIONS - afternoon.DAMAGED

    # The board says the same as the desk, to the unit, and so does what stands behind it.
    window.open("board")
    board = officer.page("board")
    officer.idle(60_000)
    own = next(line for line in board.lines if line.unit_id == book.own.unit_id)
    assert (own.accepted, own.declined, own.returned) == tuple(
        decided[state] for state in ("accepted", "declined", "returned")
    )
    assert sum(line.accepted for line in board.lines if line is not own) == own.accepted
    assert len(initiatives_behind(book, own.unit_id, "returned").rows) == RETURNED
    assert weeks.weekly(book, book.own.unit_id)[-1].new["accepted"] == own.accepted
    assert officer.told == []
