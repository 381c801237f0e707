"""A recognition in the window with the keyboard alone: file, council, session, decision, papers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop_app.domain.recognition import Member
from desktop_app.services import council_sessions as sessions
from desktop_app.services import councils, filing, recognition, setup
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.council_dialog import NAME, CouncilDialog
from desktop_app.windows.document_view import DocumentDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.recognition_dialog import RecognitionDialog
from desktop_app.windows.recognition_forms import CorrectionDialog, DecisionDialog, FilingDialog
from desktop_app.windows.session_dialog import FOR, REASON, RESULT, TOTAL, SessionDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.samples import ready

Key = Qt.Key
MEMBERS = (
    Member("Nguyễn Văn Bình", "chair"),
    Member("Trần Thị Hạnh", "vice_chair", union=True),
    Member("Lê Thu Hà", "secretary"),
)


@pytest.fixture
def place(qtbot, qapp, tmp_path, clock):
    """A book with two complete reports, and a window to stand over."""
    apply_theme(qapp, "light")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        tasks = BackgroundTasks()
        window = QWidget()
        window.resize(1366, 768)
        qtbot.addWidget(window)
        window.show()
        window.context = WindowContext(workspace, tasks, "vi", lambda _error: None)
        window.book = workspace
        window.ids = [ready(workspace, 1), ready(workspace, 2)]
        yield window
        tasks.close()


def opened(qtbot, place):
    dialog = RecognitionDialog(place.context, place, place.ids[0])
    dialog.show()
    qtbot.waitUntil(lambda: dialog.status is not None)
    return dialog


def over(qtbot, dialog, kind):
    qtbot.waitUntil(lambda: bool(dialog.findChildren(kind)))
    return dialog.findChildren(kind)[-1]


def written(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text) if text.isascii() else field.setText(text)


def press(widget):
    widget.setFocus()
    QTest.keyClick(widget, Key.Key_Space)


def test_the_next_step_is_the_primary_button(qtbot, place):
    dialog = opened(qtbot, place)
    primary = [name for name, step in dialog.steps.items() if step.property("primary")]
    assert primary == ["file"]
    assert dialog.empty.isVisible()
    assert not dialog.steps["papers"].isEnabled()
    filing.file_applications(place.book, place.ids[:1])
    with qtbot.waitSignal(dialog.context.tasks.busy_changed):
        dialog.refresh()
    qtbot.waitUntil(lambda: dialog.status.state == "filed")
    primary = [name for name, step in dialog.steps.items() if step.property("primary")]
    assert primary == ["session"]
    assert dialog.model.rowCount() == 1


def test_an_application_is_filed_with_keys(qtbot, place):
    dialog = opened(qtbot, place)
    press(dialog.steps["file"])
    form = over(qtbot, dialog, FilingDialog)
    written(form.on, "31/02/2026")
    press(form.ok_button)
    qtbot.waitUntil(form.problem.isVisible)
    assert recognition.history(place.book, place.ids[0]) == ()
    written(form.on, "19/11/2026")
    written(form.by, "Le Thu Ha")
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        QTest.keyClick(form.by, Key.Key_Return)
    said = recognition.status(place.book, place.ids[0]).said
    assert (said["receipt_no"], said["filed_date"]) == ("01", "2026-11-19")
    assert said["received_by"] == "Le Thu Ha"


def test_a_council_is_set_up_in_the_session(qtbot, place):
    dialog = SessionDialog(place.context, place, place.ids)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.rule.text()))
    press(dialog.councils_button)
    form = over(qtbot, dialog, CouncilDialog)
    qtbot.waitUntil(lambda: form.members.rowCount() == 5)
    assert not any(
        form.members.item(row, 2).checkState() is Qt.CheckState.Checked for row in range(5)
    )
    written(form.name, "Hoi dong 1")
    form.members.item(0, NAME).setText("Nguyễn Văn Bình")
    form.members.setCurrentCell(4, NAME)
    press(form.remove_button)
    assert form.members.rowCount() == 4
    with qtbot.waitSignal(form.kept, timeout=10_000):
        press(form.ok_button)
    qtbot.waitUntil(lambda: dialog.council.count() == 1)
    (kept,) = councils.list_councils(place.book)
    assert [member.name for member in kept.members] == ["Nguyễn Văn Bình"]


def test_a_session_over_two_is_recorded_and_nothing_was_ticked(qtbot, place):
    councils.keep_council(place.book, name="Hội đồng", members=MEMBERS)
    filing.file_applications(place.book, place.ids, on=date(2026, 11, 2))
    dialog = SessionDialog(place.context, place, place.ids)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.members.count() == 3 and dialog.agenda.item(1, FOR) is not None)
    assert dialog.present == ()
    assert dialog.on.text() == ""
    press(dialog.ok_button)
    qtbot.waitUntil(dialog.problem.isVisible)
    written(dialog.on, "10/11/2026")
    dialog.members.setFocus()
    QTest.keyClick(dialog.members, Key.Key_Space)
    assert dialog.present == (0,)
    press(dialog.all_button)
    assert dialog.present == (0, 1, 2)
    assert dialog.agenda.item(0, TOTAL).text() == "3"
    dialog.agenda.item(0, FOR).setText("2")
    dialog.agenda.item(1, FOR).setText("1")
    assert "2/3" in dialog.agenda.item(0, RESULT).text()
    assert dialog.agenda.item(0, RESULT).text() != dialog.agenda.item(1, RESULT).text()
    press(dialog.ok_button)
    qtbot.waitUntil(lambda: "SSK-866" in dialog.problem.text())
    dialog.agenda.item(1, REASON).setText("Chưa có số liệu")
    with qtbot.waitSignal(dialog.held, timeout=10_000) as signal:
        press(dialog.ok_button)
    assert [one.passed for one in signal.args[0]] == [True, False]


def test_a_decision_begins_with_nothing_chosen(qtbot, place):
    key = councils.keep_council(place.book, name="Hội đồng", members=MEMBERS)
    votes = [sessions.Vote(place.ids[0], 3, 3), sessions.Vote(place.ids[1], 1, 3, "Thiếu số liệu")]
    sessions.hold_session(place.book, sessions.Meeting(key, date(2026, 11, 10), (0, 1, 2)), votes)
    dialog = opened(qtbot, place)
    press(dialog.steps["decide"])
    form = over(qtbot, dialog, DecisionDialog)
    assert [box.currentData() for box, _reason in form.choices.values()] == ["", ""]
    assert not form.number_box.isChecked()
    written(form.no, "118/QD")
    written(form.on, "12/11/2026")
    written(form.by, "Hoang Duc Long")
    press(form.ok_button)
    qtbot.waitUntil(lambda: "SSK-868" in form.problem.text())
    press(form.number_box)
    (first, _), (second, reason) = form.choices.values()
    first.setFocus()
    QTest.keyClick(first, Key.Key_Down)
    QTest.keyClick(second, Key.Key_Down)
    QTest.keyClick(second, Key.Key_Down)
    assert reason.isEnabled()
    assert reason.text() == "Thiếu số liệu"
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        press(form.ok_button)
    states = [recognition.status(place.book, each).state for each in place.ids]
    assert states == ["recognised", "refused"]


@pytest.fixture
def recognised(place):
    recognition.record(
        place.book,
        place.ids[0],
        "recognised",
        decision_no="1",
        decision_date=date(2026, 11, 12),
        decision_by="Hoàng Đức Long",
        more={"filed_date": "2026-07-01", "votes_for": 1, "votes_total": 3},
    )
    return place


def test_a_correction_asks_why_and_warnings_name_their_source(qtbot, recognised):
    dialog = opened(qtbot, recognised)
    heed = [label.text() for label in dialog._right.widget().findChildren(type(dialog.title))]
    assert any("Điều 8 Thông tư 18/2013/TT-BKHCN" in text for text in heed)
    assert any("Điều 7 khoản 1" in text for text in heed)
    press(dialog.steps["correct"])
    form = over(qtbot, dialog, CorrectionDialog)
    written(form.fields["decision_no"], "2")
    press(form.ok_button)
    qtbot.waitUntil(lambda: "SSK-866" in form.problem.text())
    written(form.why, "Chep nham")
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        press(form.ok_button)
    said = recognition.status(recognised.book, recognised.ids[0]).said
    assert (said["decision_no"], said["correction"]) == ("2", "Chep nham")


def test_papers_are_shown_and_written(qtbot, recognised, tmp_path):
    dialog = opened(qtbot, recognised)
    assert dialog.steps["papers"].property("primary")
    press(dialog.steps["papers"])
    shown = over(qtbot, dialog, DocumentDialog)
    assert shown.box.count() == 3
    shown.close()
    dialog.write_papers(tmp_path / "out")
    qtbot.waitUntil(lambda: len(list((tmp_path / "out").glob("*.pdf"))) == 3, timeout=20_000)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_control_has_a_name_and_stays_inside_the_window(qtbot, qapp, place, percent):
    apply_theme(qapp, "light", percent)
    councils.keep_council(place.book, name="Hội đồng", members=MEMBERS)
    dialogs = [
        opened(qtbot, place),
        SessionDialog(place.context, place, place.ids),
        CouncilDialog(place.context, place),
        FilingDialog(place.context, place, place.ids),
        DecisionDialog(place.context, place, sessions.agenda(place.book, place.ids)),
    ]
    from PySide6.QtWidgets import QComboBox, QLineEdit, QListView, QPushButton, QTableView

    for dialog in dialogs:
        dialog.show()
        qtbot.wait(1)
        assert dialog.width() <= 1366
        assert dialog.height() <= 768
        for kind in (QLineEdit, QComboBox, QListView, QTableView):
            for control in dialog.findChildren(kind):
                if control.isVisible() and not isinstance(control.parent(), QComboBox):
                    assert control.accessibleName(), (type(dialog).__name__, control)
        for button in dialog.findChildren(QPushButton):
            assert button.mapTo(dialog, button.rect().bottomRight()).x() <= dialog.width()
        dialog.close()
    apply_theme(qapp, "light")
