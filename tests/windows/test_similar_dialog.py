"""What is like an initiative: both texts, linked, kept apart, taken back, all with keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.shared_text import Span
from desktop_app.services import linking, templates
from desktop_app.services.likenesses import count_waiting, look_for_likenesses
from desktop_app.services.similar import similar_ids
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.side_by_side_view import marked_html
from desktop_app.windows.similar_dialog import SimilarDialog
from desktop_app.windows.theme import apply_theme
from tests.services.likeness import CHANGES, families
from tests.services.test_similar import keep


@pytest.fixture
def told():
    return []


@pytest.fixture
def context(office, told):
    templates.add_built_in(office)
    tasks = BackgroundTasks()
    yield WindowContext(office, tasks, "vi", told.append)
    tasks.close()


@pytest.fixture
def parent(qtbot, qapp):
    apply_theme(qapp, "light")
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    apply_theme(qapp, "light")


def wait(qtbot, context):
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)
    # The text of the chosen row is opened after the rows were shown.
    qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)


def opened(qtbot, context, parent, initiative_id):
    dialog = SimilarDialog(context, parent, initiative_id)
    dialog.show()
    wait(qtbot, context)
    return dialog


@pytest.fixture
def ids(office):
    family = families()[0]
    first, again = keep(office, family["first"]), keep(office, family["again"])
    third = keep(office, CHANGES["other unit"](family["first"]))
    keep(office, family["other"])
    look_for_likenesses(office)
    return first, again, third


def texts_of(dialog):
    return [label.text() for label in dialog.texts.widget().findChildren(QLabel)]


def test_both_texts_with_what_they_share(qtbot, context, parent, ids):
    dialog = opened(qtbot, context, parent, ids[0])
    assert [row.id for row in dialog.model._rows] == [ids[2], ids[1]]
    shown = "\n".join(texts_of(dialog))
    assert "Tên sáng kiến" in shown
    assert "Nội dung giải pháp" in shown
    assert "text-decoration: underline" in shown
    assert "background-color" in shown
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    wait(qtbot, context)
    assert "Làm gá kẹp nhanh có" in "\n".join(texts_of(dialog))


def test_linked_and_taken_back_with_keys(qtbot, context, parent, ids, office):
    dialog = opened(qtbot, context, parent, ids[0])
    with qtbot.waitSignal(dialog.said_changed):
        qtbot.keyClick(dialog.link_button, Qt.Key.Key_Space)
    wait(qtbot, context)
    assert linking.linked(office, ids[0]) == (ids[2],)
    assert dialog.unlink_button.isVisible()
    assert not dialog.link_button.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait(qtbot, context)
    assert linking.linked(office, ids[0]) == ()
    assert dialog.link_button.isVisible()
    assert not dialog.undo_button.isVisible()


def test_kept_apart_goes_from_the_list_and_comes_back(qtbot, context, parent, ids, office):
    dialog = opened(qtbot, context, parent, ids[0])
    dialog.apart_button.click()
    wait(qtbot, context)
    assert [row.id for row in dialog.model._rows] == [ids[1]]
    dialog.undo_button.click()
    wait(qtbot, context)
    assert [row.id for row in dialog.model._rows] == [ids[2], ids[1]]


def test_a_sentence_for_the_comment_and_the_other_opened(qtbot, context, parent, ids):
    dialog = opened(qtbot, context, parent, ids[0])
    code = dialog.row.code
    with qtbot.waitSignal(dialog.phrase_chosen) as signal:
        qtbot.keyClick(dialog, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert code in signal.args[0]
    assert "2026" in signal.args[0]
    with qtbot.waitSignal(dialog.open_wanted) as signal:
        qtbot.keyClick(dialog, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [ids[2]]
    assert dialog.open_action.shortcut() == QKeySequence("Ctrl+O")


def test_nothing_alike_and_what_waits(qtbot, context, parent, office):
    lone = keep(office, families()[1]["first"])
    dialog = opened(qtbot, context, parent, lone)
    assert not dialog.table.isVisible()
    assert dialog.said.text()
    assert dialog.compare_button.isVisible()
    assert not dialog.link_button.isEnabled()
    keep(office, CHANGES["abbreviated"](families()[1]["first"]))
    dialog.compare_button.click()
    wait(qtbot, context)
    assert count_waiting(office) == 0
    assert not dialog.compare_button.isVisible()
    assert len(dialog.model._rows) == 1
    assert len(similar_ids(office)) == 2


def test_what_a_report_says_is_only_quoted():
    html = marked_html('<img src="http://x"> & <b>đậm</b>', (Span(0, 4),))
    assert "<img" not in html
    assert "<b>" not in html
    assert "&lt;img" in html


def test_a_report_that_is_gone_is_told(qtbot, context, parent, told):
    dialog = SimilarDialog(context, parent, "nobody")
    context.tasks.tell = told.append
    dialog.show()
    wait(qtbot, context)
    assert [error.code for error in told] == ["SSK-108"]


def test_large_text_keeps_every_button_whole(qtbot, qapp, context, parent, ids):
    apply_theme(qapp, "light", 200)
    dialog = opened(qtbot, context, parent, ids[0])
    assert dialog.width() <= 1366
    assert dialog._splitter.orientation() is Qt.Orientation.Vertical
    for button in (
        dialog.more_button,
        dialog.close_button,
        dialog.apart_button,
        dialog.link_button,
    ):
        assert button.width() >= button.sizeHint().width()
        assert dialog.rect().contains(button.geometry())
    assert dialog.table.height() > 0
    assert dialog.texts.height() > 100
