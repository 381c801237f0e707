"""Programmes, phases, rules and targets entered in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.services import targets
from desktop_app.services.progress import progress
from desktop_app.windows import targets_view
from desktop_app.windows.targets_view import TargetsView
from desktop_app.windows.theme import apply_theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(show, office, board):
    return show(TargetsView, office)


def line_of(view, code):
    lines = view.model.table.lines
    return next(n for n, line in enumerate(lines) if line.code == code)


def column_of(view, code):
    return 2 + [column.code for column in view.model.table.columns].index(code)


def place(view, unit, scope):
    return view.model.index(line_of(view, unit), column_of(view, scope))


def test_a_number_is_typed_kept_and_taken_back(view, qtbot, office, settled):
    index = place(view, "XB", "G1")
    view.table.setFocus()
    view.table.setCurrentIndex(index)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    editor = view.table.findChild(QLineEdit)
    qtbot.keyClicks(editor, "17")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place(view, "XB", "G1").data() == "17")
    kept = {line.code: line for line in progress(office, phase="G1")}
    assert (kept["XB"].target, kept["PSC"].target) == (17, 6 + 17)
    qtbot.mouseClick(view.undo_button, LEFT)
    settled()
    assert place(view, "XB", "G1").data() == ""
    qtbot.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert place(view, "XB", "G1").data() == "17"


def test_a_share_of_the_chosen_base_and_a_wrong_text(view, told, settled, office):
    view.base.setCurrentIndex(1)
    view.model.setData(place(view, "XA", "CT"), "10 %", Qt.ItemDataRole.EditRole)
    settled()
    assert place(view, "XA", "CT").data() == "10\u00a0% + NLĐ"
    view.model.setData(place(view, "XA", "CT"), "nhiều", Qt.ItemDataRole.EditRole)
    assert [error.code for error in told] == ["SSK-823"]
    assert place(view, "XA", "CT").data() == "10\u00a0% + NLĐ"


def test_a_rule_shows_its_number_in_brackets_and_is_removed(view, qtbot, settled, office):
    assert place(view, "XC", "G2").data() == "(5)"
    (rule,) = view.rules_said.findChildren(targets_view.QPushButton)
    qtbot.mouseClick(rule, LEFT)
    settled()
    assert place(view, "XC", "G2").data() == ""
    assert targets.list_rules(office) == ()
    view.add_rule()
    dialog = view.dialog
    dialog.scope.setCurrentIndex(dialog.scope.findData("G1"))
    dialog.target.setText("3")
    qtbot.mouseClick(dialog.ok_button, LEFT)
    settled()
    assert place(view, "XC", "G1").data() == "(3)"


def test_a_phase_is_added_overlaps_said_and_dates_refused(view, qtbot, told, settled, office):
    from PySide6.QtCore import QDate

    view.add_phase()
    dialog = view.dialog
    dialog.code.setText("G3")
    dialog.name.setText("Giai đoạn 3")
    dialog.begin.setDate(QDate(2026, 12, 1))
    dialog.end.setDate(QDate(2026, 11, 1))
    qtbot.mouseClick(dialog.ok_button, LEFT)
    settled()
    assert "SSK-595" in dialog.problem.text()
    assert dialog.isVisible()
    assert told == []
    dialog.end.setDate(QDate(2027, 2, 1))
    qtbot.mouseClick(dialog.ok_button, LEFT)
    settled()
    assert "Giai đoạn 2" in view.note.text()
    assert "G3" in {phase.code for phase in targets.list_phases(office)}
    assert "Giai đoạn 3" in [column.name for column in view.model.table.columns]


@pytest.mark.parametrize("agreed", [True, False])
def test_deleting_what_is_in_use_is_asked(view, qtbot, settled, office, monkeypatch, agreed):
    asked = []

    def answer(_parent, question, _yes):
        asked.append(question)
        return agreed

    monkeypatch.setattr(targets_view, "ask", answer)
    top = view.tree.topLevelItem(0)
    view.tree.setCurrentItem(top.child(1))
    settled()
    qtbot.mouseClick(view.buttons["delete"], LEFT)
    settled()
    assert len(asked) == 1
    assert ("G2" in {p.code for p in targets.list_phases(office)}) is not agreed


def test_it_begins_with_a_programme(show, office, qtbot, settled):
    view = show(TargetsView, office)
    assert view.begin_button.isVisible()
    assert view.rule_button.isHidden()
    qtbot.mouseClick(view.begin_button, LEFT)
    dialog = view.dialog
    qtbot.keyClicks(dialog.code, "CT2026")
    qtbot.keyClicks(dialog.name, "Chuong trinh 2026")
    dialog.dated.setChecked(True)
    dialog.counting.setCurrentIndex(dialog.counting.findData("valid"))
    qtbot.mouseClick(dialog.ok_button, LEFT)
    settled()
    (programme,) = targets.list_programmes(office)
    assert (programme.code, programme.counting) == ("CT2026", "valid")
    assert (programme.date_from, programme.date_to) == ("2026-01-01", "2026-12-31")
    assert view.model.rowCount() == 2


def test_large_letters_leave_room_to_type(show, office, board, qapp):
    apply_theme(qapp, "dark", 200)
    view = show(TargetsView, office, 1140, 640)
    assert view.table.viewport().height() >= 2 * view.table.rowHeight(0)
    for button in (*view.buttons.values(), view.undo_button, view.rule_button):
        assert button.width() >= button.sizeHint().width(), button.text()
