"""The main job in real windows, with real keys and mouse: from the first start to accepted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from desktop_app.services import cards, drafting, listing, setup, units
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.editor.choice_editors import ListedChoiceEditor, SearchedChoiceEditor
from desktop_app.windows.editor.fields import GroupField, QuestionField, RepeatField, all_fields
from desktop_app.windows.export_dialog import ExportDialog
from desktop_app.windows.main_window import MainWindow
from desktop_app.windows.page import WindowContext
from desktop_app.windows.review_side import ANSWERS
from desktop_app.windows.taken_dialog import TakenDialog
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.keys import type_text
from tests.samples import answers

pytestmark = pytest.mark.screen


def top_fields(fields):
    """Give questions and repeats, those inside groups too, not those inside repeats."""
    for made in fields:
        if isinstance(made, GroupField):
            yield from top_fields(made.fields)
        else:
            yield made


class Person:
    """Somebody at the window; counts what is not an answer to a question."""

    def __init__(self, qtbot, qapp, folder, clock):
        self.qtbot, self.operations = qtbot, 0
        self.workspace = Workspace(folder, clock=clock)
        self.tasks = BackgroundTasks()
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.told = []
        self.context = WindowContext(self.workspace, self.tasks, "vi", self.told.append)
        self.window.resize(1366, 768)
        self.window.begin(self.context)
        self.window.show()
        self.front()

    def front(self):
        """Bring this person's window to the front: keys go to it from now on."""
        self.window.raise_()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=10_000)

    def close(self):
        self.window.close()
        self.tasks.close()
        self.workspace.close()

    def click(self, button, *, counted=True):
        self.operations += counted
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier, widget=None):
        self.operations += 1
        self.qtbot.keyClick(widget or QApplication.focusWidget() or self.window, key, modifier)

    def page(self, name):
        return self.window.page(name)

    def idle(self):
        self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=20_000)

    def dialog(self, kind):
        """Return the dialog of a kind that stands over this person's window."""
        (found,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found

    # The editor

    def fill(self, given):
        """Answer every question as a person would: the whole form, field by field."""
        editor = self.page("editor")
        view = editor.frame.view
        self.qtbot.waitUntil(lambda: len(view._built) == editor.frame.sections.count())
        for number in range(editor.frame.sections.count()):
            for made in list(top_fields(view._built[number])):
                self._answer(editor, made, given)
        editor._look_again()

    def _answer(self, editor, made, given):
        if made.path[0] not in given:
            return
        if isinstance(made, RepeatField):
            for number, row in enumerate(given[made.path[0]]):
                self.click(made.add_button, counted=False)
                for inner in list(all_fields(made.fields)):
                    if inner.path[1] == number:
                        self._type(inner, row.get(inner.path[2]))
            return
        editor._look_again()
        self._type(made, given[made.path[0]])

    def _type(self, made, value):
        if value is None or not isinstance(made, QuestionField) or made.question.calculation:
            return
        kind, main = str(made.question.kind), made.editor.main_widget()
        if kind in ("text", "integer", "decimal", "date"):
            shown = value
            if kind == "date":
                shown = "/".join(reversed(value.split("-")))
            elif kind != "text":
                shown = str(value).replace(".", ",")
            main.setFocus()
            if hasattr(main, "selectAll"):
                main.selectAll()
            type_text(main, str(shown))
            self.qtbot.keyClick(main, Qt.Key.Key_Tab)
        elif isinstance(made.editor, ListedChoiceEditor):
            box = made.editor.box
            box.setCurrentIndex(box.findData(value))
            box.activated.emit(box.currentIndex())
        elif isinstance(made.editor, SearchedChoiceEditor):
            made.editor._take(value)
        else:
            button = made.editor.buttons[value]
            if not button.isChecked():
                self.click(button, counted=False)


@pytest.fixture
def people(qtbot, qapp, tmp_path, clock, monkeypatch):
    apply_theme(qapp, "light", 100)
    translators = install_language(qapp, "vi")
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(out))
    made = []

    def person(name):
        made.append(Person(qtbot, qapp, tmp_path / name, clock))
        return made[-1]

    yield person
    for one in made:
        one.close()
    for translator in translators:
        qapp.removeTranslator(translator)


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
