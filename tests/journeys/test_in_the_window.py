"""The main job in real windows, with real keys and mouse: from the first start to accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.services import cards, drafting, listing, setup, units
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.export_dialog import ExportDialog
from desktop_app.windows.review_side import ANSWERS
from desktop_app.windows.taken_dialog import TakenDialog
from desktop_app.workspace import Workspace
from tests.journeys.person import top_fields
from tests.keys import type_text
from tests.samples import answers

pytestmark = pytest.mark.screen


def newest(folder: Path, kind: str) -> Path:
    return sorted(folder.glob(f"*{kind}*"))[-1]


def test_from_the_first_start_to_a_returned_report_accepted(people, tmp_path, qtbot, qapp):
    out = tmp_path / "out"
    officer = people("office")
    start = officer.window._current._form
    officer.click(start.officeButton)
    type_text(start.nameEdit, "Công đoàn các KCN tỉnh Thái Nguyên")
    officer.click(start.startButton)
    qtbot.waitUntil(lambda: "KCN" in officer.window.windowTitle(), timeout=20_000)
    units.add_unit(officer.workspace, name="CĐCS Công ty May Sông Công", code="MSC")
    card = cards.export_card(officer.workspace, "MSC", out)

    team = people("team")
    team.window.take_in([card])  # the card was double-clicked
    title = "CĐCS Công ty May Sông Công"
    qtbot.waitUntil(lambda: title in team.window.windowTitle(), timeout=20_000)

    # Write: one author, every question typed.
    one = dict(answers()["authors"][0]) | {"contribution_percent": 100}
    given = answers(authors=[one])
    given.pop("benefit_users")
    team.operations = 0
    team.front()
    team.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, team.window)
    team.fill(given)
    editor = team.page("editor")
    blocking = [f for f in editor._findings if f.blocking]
    assert blocking == [], [drafting.finding_text(f, "vi") for f in blocking]
    team.click(editor.frame.primary)
    team.idle()
    (row,) = listing.list_initiatives(team.workspace).rows
    assert (row.submission, row.revision) == ("queued", 1)
    assert team.operations <= 12, "new initiative to queue"

    # Hand over: the queue is open already.
    queue = team.page("queue")
    team.operations = 0
    team.click(queue._form.exportButton)
    dialog = team.dialog(ExportDialog)
    team.click(dialog._form.writeButton)
    team.operations += 1  # the folder was chosen in the dialog
    team.idle()
    assert dialog._form.doneTitle.text() == "Đã ghi xong gói"
    assert team.operations <= 4, "queue to verified stick"
    team.click(dialog._form.handedOverButton)
    assert listing.list_initiatives(team.workspace).rows[0].submission == "handed_over"

    # Receive, decide, answer.
    officer.window.open("inbox")
    officer.page("inbox").take_in([newest(out, "submission")])
    officer.idle()
    assert officer.page("inbox").panel.tree.topLevelItemCount() == 1
    officer.window.open("review")
    review = officer.page("review")
    officer.click(review._form.returnedButton)
    assert review.side.problem.isVisible(), "a verdict like this says why"
    review.side.setCurrentIndex(ANSWERS)
    review.side.answers.begin_comment("measures")
    type_text(review.focusWidget(), "Ghi thêm nguồn số liệu.")
    officer.click(review._form.returnedButton)
    officer.window.open("answers")
    officer.operations = 0
    officer.click(officer.page("answers")._form.exportButton)
    officer.idle()
    assert officer.operations + 1 <= 3, "receipts for all units"

    # Back at the team: it opens at the questioned field, is mended and goes again.
    team.window.take_in([newest(out, "receipt")])
    team.idle()
    team.dialog(TakenDialog).accept()
    team.window.open("home")
    team.idle()
    link = next(
        b for b in team.window.findChildren(QPushButton) if "Bị trả lại" in b.accessibleName()
    )
    team.click(link)
    assert "Trả lại bổ sung" in editor.frame.banner.text()
    team.click(editor.frame.primary)
    measures = next(f for f in editor.frame.view.fields() if f.path == ("measures",))
    source = next(f for f in measures.fields if f.question.name == "source")
    type_text(source.editor.main_widget(), " và sổ theo dõi của tổ cơ khí")
    team.click(editor.frame.primary)
    team.idle()
    assert listing.list_initiatives(team.workspace).rows[0].revision == 2
    team.click(team.page("queue")._form.exportButton)
    team.click(team.dialog(ExportDialog)._form.writeButton)
    team.idle()
    team.dialog(ExportDialog).accept()

    officer.window.open("inbox")
    officer.page("inbox").take_in([newest(out, "submission")])
    officer.idle()
    officer.window.open("review")
    officer.operations = 0
    officer.front()
    review._form.list.setFocus()
    officer.key(Qt.Key.Key_1, widget=review._form.list)
    assert officer.operations == 1, "a verdict without comment"
    assert listing.list_initiatives(officer.workspace).rows[0].submission == "accepted"
    officer.window.open("answers")
    officer.click(officer.page("answers")._form.exportButton)
    officer.idle()
    team.window.take_in([newest(out, "receipt")])
    team.idle()
    assert listing.list_initiatives(team.workspace).rows[0].submission == "accepted"
    assert team.told == []
    assert officer.told == []


def test_what_is_typed_is_there_after_a_restart(people, tmp_path, qtbot, clock, qapp):
    team = people("team")
    setup.start_team(team.workspace, "CĐCS Một")
    team.window._show_book()
    team.key(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, team.window)
    editor = team.page("editor")
    title = next(iter(top_fields(editor.frame.view._built[0]))).editor.main_widget()
    type_text(title, "Cải tiến đồ gá")
    qtbot.waitUntil(lambda: "Đã lưu" in team.window._said.text(), timeout=5000)
    initiative_id = editor._id
    team.close()
    with Workspace(tmp_path / "team", clock=clock) as again:
        kept = drafting.open_draft(again, initiative_id).answers
    assert kept["initiative_title"] == "Cải tiến đồ gá"
    team.workspace = Workspace(tmp_path / "team", clock=clock)
    team.tasks = BackgroundTasks()
