"""Journey 3: a report that begins with a worker's own Word file, and one with the unit's list.

Counted in operations of a person, after the file itself was chosen: two to a draft with most
questions answered.
"""

import pytest

from desktop_app.domain.legacy_text import Encoding
from desktop_app.services import drafting, setup
from desktop_app.services.listing import Query, list_initiatives
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.editor.cleaning_dialog import CleaningDialog
from desktop_app.windows.editor.editor_page import EditorPage
from desktop_app.windows.initiatives_page import InitiativesPage
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.registrations_dialog import RegistrationsDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.windows.word_import_dialog import WordImportDialog
from desktop_app.workspace import Workspace
from tests.services.test_registrations import HEAD, ROWS, saved
from tests.services.word_reports import old_letters, university_v4


@pytest.fixture
def window(qtbot, qapp, tmp_path, clock):
    apply_theme(qapp, "light")
    translators = install_language(qapp, "vi")
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        tasks, told = BackgroundTasks(), []
        made = MainWindow()
        qtbot.addWidget(made)
        made.resize(1366, 768)
        made.begin(WindowContext(workspace, tasks, "vi", told.append))
        made.show()
        made.open("initiatives")
        made.workspace = workspace
        yield made
        tasks.close()
        assert told == []
    for translator in translators:
        qapp.removeTranslator(translator)


def read_word(qtbot, window, content, tmp_path):
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(content)
    page = window.findChild(InitiativesPage)
    page.import_file(file)
    dialog = page.findChild(WordImportDialog)
    qtbot.waitUntil(lambda: bool(dialog.cards), timeout=20_000)
    return dialog


def test_a_workers_report_becomes_a_draft_in_one_press(qtbot, window, tmp_path):
    report = university_v4()
    dialog = read_word(qtbot, window, report.content, tmp_path)
    empty = len(drafting.check(window.workspace, drafting.new_initiative(window.workspace)))
    with qtbot.waitSignal(dialog.taken, timeout=20_000) as signal:
        dialog.take_button.click()
    (here,) = signal.args
    editor = window.findChild(EditorPage)
    assert editor.isVisible()
    assert editor.initiative_id == here
    left = drafting.check(window.workspace, here)
    assert len(left) < empty
    answered = drafting.open_draft(window.workspace, here).answers
    assert {name: answered[name] for name in report.expected} == report.expected


def test_old_letters_kept_at_first_are_mended_in_the_editor(qtbot, window, tmp_path):
    report = old_letters(Encoding.TCVN3, ".VnTime")
    dialog = read_word(qtbot, window, report.content, tmp_path)
    dialog.old.setChecked(False)
    with qtbot.waitSignal(dialog.taken, timeout=20_000) as signal:
        dialog.take_button.click()
    editor = window.findChild(EditorPage)
    assert editor.frame.letters.isVisible()
    editor.frame.letters.click()
    editor.findChild(CleaningDialog).change_button.click()
    editor.save()
    answered = drafting.open_draft(window.workspace, signal.args[0]).answers
    assert answered["novelty"] == report.expected["novelty"]
    assert not editor.frame.letters.isVisible()


def test_a_units_list_becomes_drafts_in_two_presses(qtbot, window, tmp_path):
    page = window.findChild(InitiativesPage)
    page.import_file(saved(tmp_path, [HEAD, *ROWS]))
    dialog = page.findChild(RegistrationsDialog)
    qtbot.waitUntil(dialog.next_button.isEnabled, timeout=20_000)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: bool(dialog.chosen()), timeout=20_000)
    with qtbot.waitSignal(dialog.taken, timeout=20_000):
        dialog.take_button.click()
    assert list_initiatives(window.workspace, Query()).total == 3
