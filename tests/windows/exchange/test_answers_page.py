"""Answers for all units in at most three operations, each written and read back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop_app.services import inbox, receipts, review
from desktop_app.windows.answers_page import AnswersPage


def test_all_answers_in_two_operations(show, qtbot, team, office, handed_in, stick):
    review.decide(office, handed_in[0], "accepted")
    page = show(AnswersPage, office)  # 1: the rail
    assert page._form.table.model().rowCount() == 1
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)  # 2
    qtbot.waitUntil(lambda: page._form.donePart.isVisible(), timeout=10_000)
    [written] = list(stick.iterdir())
    assert page._form.doneTable.model().index(0, 2).data() == written.name
    assert "The stick can be taken out" in page._form.doneTitle.text()
    result = inbox.take_in(team, [written])
    assert {item.intake for item in result.files[0].items} == {"accepted", "received"}
    page.opened()
    assert page._form.emptyPart.isVisible()


def test_without_a_stick_a_folder_is_asked_for_and_remembered(
    show, qtbot, office, handed_in, tmp_path, monkeypatch
):
    folder = tmp_path / "kết quả"
    folder.mkdir()
    asked = []
    monkeypatch.setattr(
        QFileDialog,
        "getExistingDirectory",
        staticmethod(lambda *_a: asked.append(1) or str(folder)),
    )
    page = show(AnswersPage, office)
    qtbot.mouseClick(page._form.exportButton, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page._form.donePart.isVisible(), timeout=10_000)
    assert len(list(folder.iterdir())) == 1
    assert asked == [1]
    assert office.setting("last_folder") == str(folder)
    again = show(AnswersPage, office)
    assert again.destination.folder == folder


def test_a_folder_that_is_gone_is_told_and_all_still_wait(show, qtbot, office, handed_in, tmp_path):
    page = show(AnswersPage, office)
    page.export_to(tmp_path / "không còn")
    qtbot.waitUntil(lambda: page._form.problem.isVisible(), timeout=10_000)
    assert "(SSK-4" in page._form.problem.text()
    assert sum(row.waiting for row in receipts.list_answers(office)) == 2
    assert page._form.exportButton.isVisible()


def test_nobody_waits(show, qtbot, office, team):
    page = show(AnswersPage, office)
    assert page._form.emptyPart.isVisible()
    assert not page._form.exportButton.isVisible()
