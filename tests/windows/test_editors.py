"""One contract for every editor, and how free text is typed in Vietnamese."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop_app.forms.form import Choice, Question, QuestionKind
from desktop_app.windows.editor.question_editors import make_editor
from tests.keys import type_text
from tests.windows.some_files import SomeFiles

CHOICES = (Choice("yes", {"vi": "Có"}), Choice("no", {"vi": "Không"}))
FILE = {"sha256": "a" * 64, "name": "ảnh.pdf", "size": 1200, "media_type": "application/pdf"}


def question(kind, *appearance, choices=()):
    return Question(
        "q", kind, "/data/q", {"vi": "Hỏi"}, appearance=frozenset(appearance), choices=choices
    )


CASES = {
    "text": (question(QuestionKind.TEXT), "Cải tiến"),
    "multiline": (question(QuestionKind.TEXT, "multiline"), "Dòng một\nDòng hai"),
    "integer": (question(QuestionKind.INTEGER, "thousands-sep"), 1_200_000),
    "decimal": (question(QuestionKind.DECIMAL), 12.5),
    "date": (question(QuestionKind.DATE), "2026-03-05"),
    "month": (question(QuestionKind.DATE, "any-precision"), "2026-03"),
    "year": (question(QuestionKind.DATE, "any-precision"), "1986"),
    "select_one": (question(QuestionKind.SELECT_ONE, choices=CHOICES), "no"),
    "select_long": (question(QuestionKind.SELECT_ONE, "minimal", choices=CHOICES), "yes"),
    "select_multiple": (question(QuestionKind.SELECT_MULTIPLE, choices=CHOICES), ["yes", "no"]),
    "file": (question(QuestionKind.FILE), FILE),
    "calculate": (question(QuestionKind.CALCULATE), 5),
}


@pytest.fixture
def editor(qtbot):
    def make(asked):
        made = make_editor(asked, "vi", SomeFiles(FILE))
        qtbot.addWidget(made)
        made.show()
        return made

    return make


@pytest.mark.parametrize("name", CASES)
def test_every_editor_keeps_the_contract(editor, name, qtbot):
    asked, value = CASES[name]
    made = editor(asked)
    assert made.answer() is None
    reports = []
    made.changed.connect(lambda: reports.append(1))
    made.show_answer(value)
    assert made.answer() == value
    assert reports == [], "showing an answer is no change"
    made.show_answer(None)
    assert made.answer() is None
    made.set_read_only(True)
    main = made.main_widget()
    assert not main.isEnabled() or getattr(main, "isReadOnly", lambda: True)()


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.200.000", 1_200_000), ("1200000", 1_200_000), ("0", 0), ("1,5", None), ("1.5", None),
     ("1,200,000", 1_200_000), ("1,200", None), ("abc", None), ("35 triệu", None)],
)  # fmt: skip
def test_whole_numbers_are_read_strictly_and_never_guessed(editor, qtbot, typed, value):
    made = editor(question(QuestionKind.INTEGER))
    type_text(made.field, typed)
    assert made.answer() == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [("5/3/2026", "2026-03-05"), ("05.03.2026", "2026-03-05"), ("31/2/2026", None),
     ("3/2026", None), ("26", None)],
)  # fmt: skip
def test_days_are_read_strictly(editor, qtbot, typed, value):
    made = editor(question(QuestionKind.DATE))
    type_text(made.field, typed)
    assert made.answer() == value


@pytest.mark.parametrize("look", [(), ("multiline",)])
def test_composing_text_is_pending_until_it_is_committed(editor, qtbot, look):
    made = editor(question(QuestionKind.TEXT, *look))
    field = made.main_widget()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    field.setFocus()
    type_text(field, "Tên ")
    event = QInputMethodEvent("sáng", [])
    QCoreApplication.sendEvent(field, event)
    assert made.answer() == "Tên " or made.answer() == "Tên"
    assert made.pending() == "Tên sáng"
    commit = QInputMethodEvent("", [])
    commit.setCommitString("sáng")
    QCoreApplication.sendEvent(field, commit)
    assert made.answer() == "Tên sáng"
    assert made.pending() is None


def test_words_rewritten_with_backspaces_arrive_whole(editor, qtbot):
    """UniKey sends the plain letters, then backspaces and the letters with marks."""
    made = editor(question(QuestionKind.TEXT, "multiline"))
    field = made.main_widget()
    type_text(field, "tieng")
    for _letter in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    type_text(field, "ếng viet")
    for _letter in range(2):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    type_text(field, "ệt")
    assert made.answer() == "tiếng việt"


def test_typing_reports_and_decomposed_text_becomes_one_form(editor, qtbot):
    made = editor(question(QuestionKind.TEXT))
    reports = []
    made.changed.connect(lambda: reports.append(made.answer()))
    field = made.main_widget()
    type_text(field, "e\u0302\u0301")
    assert reports[-1] == "ế"


def test_a_choice_is_taken_back_by_pressing_it_again(editor, qtbot):
    made = editor(question(QuestionKind.SELECT_ONE, choices=CHOICES))
    button = made.main_widget()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made.answer() == "yes"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made.answer() is None
