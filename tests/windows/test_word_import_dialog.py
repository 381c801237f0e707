"""A Word file in the window: looked at, moved to another question, taken or left."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from desktop_app.domain.legacy_text import Encoding
from desktop_app.services import drafting, setup
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.initiatives_page import InitiativesPage
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.windows.word_import_dialog import WordImportDialog
from desktop_app.workspace import Workspace
from tests.samples import answers
from tests.services.word_reports import office_v3, old_letters


@pytest.fixture
def context(qtbot, qapp, tmp_path, clock):
    apply_theme(qapp, "light")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        tasks, told = BackgroundTasks(), []
        yield WindowContext(workspace, tasks, "vi", told.append)
        tasks.close()


@pytest.fixture
def page(qtbot, context):
    made = InitiativesPage(context)
    qtbot.addWidget(made)
    made.resize(1130, 720)
    made.show()
    made.opened()
    return made


def read(qtbot, page, content, tmp_path, **into):
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(content)
    dialog = WordImportDialog(page.context, page.workspace, file, page, **into)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.cards), timeout=20_000)
    return dialog


def card(dialog, heading):
    return next(each for each in dialog.cards if heading in each._found.heading)


def test_ticked_pieces_become_a_draft(qtbot, page, tmp_path):
    report = office_v3()
    dialog = read(qtbot, page, report.content, tmp_path)
    left = card(dialog, "Tính mới")
    left.tick.setChecked(False)
    unplaced = card(dialog, "5. Hội đồng")
    assert not unplaced.tick.isEnabled()
    unplaced.where.setCurrentIndex(unplaced.where.findData("recommendation"))
    assert unplaced.tick.isChecked()
    with qtbot.waitSignal(dialog.taken, timeout=20_000) as signal:
        dialog.take_button.click()
    given = drafting.open_draft(page.workspace, signal.args[0]).answers
    assert given["initiative_title"] == report.expected["initiative_title"]
    assert given["recommendation"].startswith("Quyết định số 12")
    assert "novelty" not in given


def test_what_does_not_fit_a_question_cannot_be_taken_there(qtbot, page, tmp_path):
    dialog = read(qtbot, page, office_v3().content, tmp_path)
    piece = card(dialog, "Tính mới")
    piece.where.setCurrentIndex(piece.where.findData("solution_type"))
    assert not piece.tick.isEnabled()
    assert piece.chosen() is None
    piece.where.setCurrentIndex(piece.where.findData("novelty"))
    assert piece.chosen() is not None


def test_an_answer_gives_way_only_when_told(qtbot, page, tmp_path):
    mine = drafting.new_initiative(page.workspace, None, answers(1))
    into = {"initiative_id": mine, "answered": frozenset(answers(1))}
    dialog = read(qtbot, page, office_v3().content, tmp_path, **into)
    card(dialog, "Tính mới").replace.setChecked(True)
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        dialog.take_button.click()
    given = drafting.open_draft(page.workspace, mine).answers
    assert given["novelty"] == answers(3)["novelty"]
    assert given["current_state"] == answers(1)["current_state"]


def test_old_letters_stay_when_not_wanted(qtbot, page, tmp_path):
    report = old_letters(Encoding.VNI, "VNI-Times")
    dialog = read(qtbot, page, report.content, tmp_path)
    assert dialog.old.isVisible()
    assert card(dialog, "Tính mới").chosen().value == report.expected["novelty"]
    dialog.old.setChecked(False)
    old = next(each for each in dialog.cards if each._found.path == ("novelty",))
    assert old.chosen().value != report.expected["novelty"]


def test_a_file_dropped_on_the_list_is_read_and_a_bad_one_told(qtbot, page, context, tmp_path):
    told = []
    context.tell = told.append
    file = tmp_path / "cũ.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(512))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].code == "SSK-342"
