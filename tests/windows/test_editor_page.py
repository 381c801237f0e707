"""The editor on real drafts: both layouts, undo, what is kept, what a form decides."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent

from desktop_app.services import drafting, setup
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.editor.calculator_dialog import CalculatorDialog
from desktop_app.windows.editor.choice_editors import SearchedChoiceEditor
from desktop_app.windows.editor.cleaning_dialog import CleaningDialog
from desktop_app.windows.editor.editor_page import EditorPage
from desktop_app.windows.editor.fields import QuestionField, RepeatField, all_fields, build
from desktop_app.windows.editor.form_draft import FormDraft
from desktop_app.windows.editor.merge_dialog import MergeDialog
from desktop_app.windows.editor.questions_view import QuestionsView
from desktop_app.windows.editor.read_back_dialog import ReadBackDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.forms.xlsforms import form
from tests.keys import type_text
from tests.samples import answers
from tests.windows.some_files import SomeFiles

CONTROL = Qt.KeyboardModifier.ControlModifier
TITLE = ("initiative_title",)


@pytest.fixture
def book(tmp_path, clock):
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        yield workspace


@pytest.fixture
def opened(qtbot, qapp, book):
    """Open a draft in an editor, as often as wanted."""
    apply_theme(qapp, "light")
    translators = install_language(qapp, "vi")
    tasks, told = BackgroundTasks(), []

    def open_one(initiative_id, width=1130):
        page = EditorPage(WindowContext(book, tasks, "vi", told.append))
        qtbot.addWidget(page)
        page.resize(width, 720)
        page.show()
        page.opened(id=initiative_id)
        return page

    yield open_one
    tasks.close()
    assert told == []
    for translator in translators:
        qapp.removeTranslator(translator)


def field(page, *path):
    return next(made for made in page.frame.view.fields() if made.path == path)


def built(qtbot, page):
    whole = page.frame.sections.count()
    qtbot.waitUntil(lambda: len(page.frame.view._built) == whole)
    return page


def test_every_section_is_on_one_page(book, opened, qtbot):
    page = built(qtbot, opened(drafting.new_initiative(book, None, answers())))
    shown = {made.path for made in page.frame.view.fields()}
    assert {TITLE, ("authors", 0, "full_name"), ("portal_summary",)} <= shown
    page.frame.view.go_to(("portal_summary",))
    assert page.frame.sections.currentRow() == page.frame.sections.count() - 1


def test_one_question_at_a_time_keeps_the_place(book, opened, qtbot):
    page = built(qtbot, opened(drafting.new_initiative(book, None, answers())))
    page.frame.view.go_to(("current_cons",))
    page.frame.mode.setChecked(True)
    (made,) = page.frame.view.fields()
    assert made.path == ("current_cons",)
    assert "800" in made.editor.answer()
    qtbot.keyClick(page, Qt.Key.Key_PageDown, CONTROL)
    page.frame.next.click()
    assert page.frame.view.place() != ("current_cons",)
    page.frame.previous.click()
    assert page.frame.view.place() == ("current_cons",)
    page.frame.mode.setChecked(False)
    assert page.frame.view.place() == ("current_cons",)
    assert len(list(page.frame.view.fields())) > 20
    again = opened(page._id)
    assert not again.frame.mode.isChecked()


def test_questions_that_are_not_asked_are_passed_over(book, opened, qtbot):
    given = answers(investor_is_author="yes")
    page = opened(drafting.new_initiative(book, None, given))
    page.frame.mode.setChecked(True)
    seen = [page.frame.view.place()]
    while page.frame.view.go(1):
        seen.append(page.frame.view.place())
    assert ("investor_is_author",) in seen
    assert ("investor_name",) not in seen
    assert ("investor_address",) not in seen
    assert len(seen) == len(set(seen))


def test_undo_goes_on_after_a_restart(book, opened, qtbot):
    initiative_id = drafting.new_initiative(book, None, {"initiative_title": "Đồ gá"})
    page = opened(initiative_id)
    line = field(page, *TITLE).editor.main_widget()
    line.setFocus()
    line.setCursorPosition(5)
    type_text(line, " khoan")
    assert line.text() == "Đồ gá khoan"
    page.leave()

    again = opened(initiative_id)
    line = field(again, *TITLE).editor.main_widget()
    qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert line.text() in ("Đồ gá ", "Đồ gá")
    while line.text() != "Đồ gá":
        qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL)
    again.leave()
    assert drafting.open_draft(book, initiative_id).answers["initiative_title"] == "Đồ gá"

    third = opened(initiative_id)
    line = field(third, *TITLE).editor.main_widget()
    for _step in range(3):
        qtbot.keyClick(line, Qt.Key.Key_Y, CONTROL)
    assert line.text() == "Đồ gá khoan"


def test_a_removed_author_comes_back_after_a_restart(book, opened, qtbot):
    initiative_id = drafting.new_initiative(book, None, answers())
    before = drafting.open_draft(book, initiative_id).answers["authors"]
    page = built(qtbot, opened(initiative_id))
    people = field(page, "authors")
    assert isinstance(people, RepeatField)
    people.remove(0)
    page.leave()
    kept = drafting.open_draft(book, initiative_id).answers.get("authors", [])
    assert len(kept) == len(before) - 1

    again = built(qtbot, opened(initiative_id))
    people = field(again, "authors")
    assert people.undo_button.isVisibleTo(people)
    people.undo_button.click()
    again.leave()
    assert drafting.open_draft(book, initiative_id).answers["authors"] == before


def test_shares_are_shared_evenly_and_that_can_be_undone(book, opened, qtbot):
    three = [{"full_name": name} for name in ("Một", "Hai", "Ba")]
    page = built(qtbot, opened(drafting.new_initiative(book, None, {"authors": three})))
    people = field(page, "authors")
    people._share()
    shares = [row["contribution_percent"] for row in page._draft.answers["authors"]]
    assert shares == [33.34, 33.33, 33.33]
    assert "100" in people._total.text()
    qtbot.keyClick(people.undo_button, Qt.Key.Key_Z, CONTROL)
    assert all("contribution_percent" not in row for row in page._draft.answers["authors"])


def test_text_that_is_no_number_is_kept_asked_about_and_never_lost(book, opened, qtbot):
    initiative_id = drafting.new_initiative(book, None, answers())
    page = built(qtbot, opened(initiative_id))
    cost = field(page, "implementation_cost")
    line = cost.editor.main_widget()
    line.selectAll()
    type_text(line, "1,200")
    page._look_again()
    assert [f.code for f in page._findings if f.path == ("implementation_cost",)] == ["SSK-760"]
    page.leave()
    with pytest.raises(drafting.NotReady):
        drafting.make_ready(book, initiative_id)
    again = built(qtbot, opened(initiative_id))
    line = field(again, "implementation_cost").editor.main_widget()
    assert line.text() == "1,200"
    line.selectAll()
    type_text(line, "1,2 triệu")
    assert again._draft.answers["implementation_cost"] == 1_200_000
    assert "một triệu hai trăm nghìn" in field(again, "implementation_cost").editor.echo.text()


def test_what_an_input_method_holds_is_saved_and_then_committed(book, opened, qtbot):
    initiative_id = drafting.new_initiative(book, None, {"initiative_title": "Cải"})
    page = opened(initiative_id)
    line = field(page, *TITLE).editor.main_widget()
    line.setFocus()
    line.setCursorPosition(3)
    QCoreApplication.sendEvent(line, QInputMethodEvent(" tiến", []))
    page.save()
    draft = drafting.open_draft(book, initiative_id)
    assert draft.answers["initiative_title"] == "Cải"
    assert draft.pending == {TITLE: "Cải tiến"}
    again = opened(initiative_id)
    assert field(again, *TITLE).editor.answer() == "Cải tiến"
    again.leave()
    draft = drafting.open_draft(book, initiative_id)
    assert (draft.answers["initiative_title"], draft.pending) == ("Cải tiến", {})


def test_similar_titles_of_the_book_are_shown(book, opened, qtbot):
    other = "Cải tiến đồ gá khoan lỗ bản lề giảm thời gian thay phôi"
    drafting.new_initiative(book, None, {"initiative_title": other})
    page = opened(drafting.new_initiative(book, None, {}))
    line = field(page, *TITLE).editor.main_widget()
    page.frame.view.go_to(TITLE)
    assert page.frame.side._similar.isHidden()
    type_text(line, "cai tien do ga khoan lo ban le, giam thoi gian thay phoi may 2")
    page._look_again()
    assert other in page.frame.side._similar.text()


def test_a_calculator_fills_the_report_in(book, opened, qtbot):
    initiative_id = drafting.new_initiative(book, None, {"initiative_title": "Đồ gá"})
    page = built(qtbot, opened(initiative_id))
    page.tools.calculate()
    (dialog,) = page.findChildren(CalculatorDialog)
    dialog.kind.setCurrentIndex(1)
    assert not dialog.take.isEnabled()
    for name, text in (("minutes_saved", "0,5"), ("quantity", "400"), ("hour_rate", "42 nghìn")):
        type_text(dialog._fields[name].field, text)
    dialog.period.setCurrentIndex(dialog.period.findData("shift"))
    assert not dialog.take.isEnabled()
    type_text(dialog._fields["times"].field, "300")
    type_text(dialog._fields["measured"].field, "12")
    type_text(dialog._fields["cost"].field, "2 triệu")
    assert "0,5 × 120.000 ÷ 60 × 42.000 = 42.000.000" in dialog._formula.text()
    assert "Bốn mươi hai triệu đồng" in dialog.outcome.text()
    assert "một tháng" in dialog._warning.text()
    dialog.take.click()
    page.leave()
    kept = drafting.open_draft(book, initiative_id).answers
    assert kept["benefit_value"] == 40_000_000
    assert kept["benefit_calc"][0]["amount"] == 42_000_000


def test_reading_back_shows_every_answer_and_goes_to_one(book, opened, qtbot):
    page = built(qtbot, opened(drafting.new_initiative(book, None, answers())))
    page.tools.read_back()
    (dialog,) = page.findChildren(ReadBackDialog)
    said = " ".join(label.text() for label in dialog.findChildren(type(page.frame.title)))
    assert answers()["initiative_title"] in said
    dialog._mend("novelty")
    assert page.frame.view.place() == ("novelty",)


# Forms of any making


def draft_of(made, given=None, read_only=False):
    from datetime import date

    from desktop_app.forms.evaluation import evaluate, initial_row

    draft = FormDraft(
        made,
        given or {},
        "vi",
        read_only,
        SomeFiles(),
        lambda repeat, at: initial_row(
            made, repeat, today=date(2026, 11, 20), answers=draft.answers, path=at
        ),
    )
    draft.evaluation = evaluate(made, draft.answers, today=date(2026, 11, 20))
    return draft


def view_of(qtbot, draft):
    view = QuestionsView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.show_draft(draft, alone=False)
    qtbot.waitUntil(lambda: len(view._built) == len(draft.form.sections()))
    return view


def test_loose_questions_groups_and_nested_repeats_are_all_there(qtbot, qapp):
    made = form(
        [
            ("text", "alone", "Một mình"),
            ("begin_group", "g", "Nhóm"),
            ("begin_group", "inner", "Nhóm trong"),
            ("text", "deep", "Sâu"),
            ("end_group", "", ""),
            ("end_group", "", ""),
            ("begin_repeat", "lines", "Dòng"),
            ("text", "name", "Tên"),
            ("begin_repeat", "parts", "Phần"),
            ("text", "part", "Tên phần"),
            ("end_repeat", "", ""),
            ("end_repeat", "", ""),
            ("text", "last", "Cuối"),
        ]
    )
    draft = draft_of(made)
    view = view_of(qtbot, draft)
    lines = next(f for f in view.fields() if f.path == ("lines",))
    lines.add()
    inner = next(f for f in view.fields() if f.path == ("lines", 0, "parts"))
    inner.add()
    part = next(f for f in view.fields() if f.path == ("lines", 0, "parts", 0, "part"))
    type_text(part.editor.main_widget(), "Trục")
    assert draft.answers == {"lines": [{"parts": [{"part": "Trục"}]}]}
    paths = [f.path for f in view.fields()]
    assert paths[0] == ("alone",)
    assert paths[-1] == ("last",)
    assert ("deep",) in paths


def test_choices_follow_other_answers(qtbot, qapp):
    made = form(
        [
            ("select_one tinh", "tinh", "Tỉnh", ""),
            ("select_one xa", "xa", "Xã", "k=${tinh}"),
        ],
        [("tinh", "a", "A", ""), ("tinh", "b", "B", "")]
        + [("xa", f"a{n}", f"Phường {n} của A", "a") for n in range(20)]
        + [("xa", f"b{n}", f"Xã {n} của B", "b") for n in range(3)],
        header=("type", "name", "label", "choice_filter"),
    )
    draft = draft_of(made, {"tinh": "b"})
    view = view_of(qtbot, draft)
    view.look({})
    commune = next(f for f in view.fields() if f.path == ("xa",))
    assert isinstance(commune.editor, SearchedChoiceEditor)
    assert commune.editor.found.count() == 3
    type_text(commune.editor.search, "xa 2")
    qtbot.keyClick(commune.editor.search, Qt.Key.Key_Return)
    assert draft.answers["xa"] == "b2"


def test_a_label_names_other_answers(qtbot, qapp):
    made = form([("text", "who", "Ai"), ("text", "why", "Vì sao ${who} nghĩ ra?")])
    draft = draft_of(made, {"who": "Quyết"})
    view = view_of(qtbot, draft)
    view.look({})
    why = next(f for f in view.fields() if f.path == ("why",))
    assert why._label.text() == "Vì sao Quyết nghĩ ra?"


def test_lines_are_as_many_as_the_form_counts(qtbot, qapp):
    from datetime import date

    from desktop_app.forms.evaluation import evaluate

    made = form(
        [
            ("integer", "n", "Bao nhiêu", ""),
            ("begin_repeat", "line", "Dòng", "${n}"),
            ("text", "name", "Tên", ""),
            ("end_repeat", "", "", ""),
        ],
        header=("type", "name", "label", "repeat_count"),
    )
    draft = draft_of(made)
    view = view_of(qtbot, draft)
    line = next(f for f in view.fields() if f.path == ("line",))
    assert not line.add_button.isVisibleTo(line)
    for number, seen in ((3, 3), (1, 1), (2, 2)):
        draft.put(("n",), number)
        draft.evaluation = evaluate(made, draft.answers, today=date(2026, 11, 20))
        view.look({})
        cards = [f for f in all_fields(line.fields) if isinstance(f, QuestionField)]
        assert sum(card.isVisibleTo(card.parentWidget()) for card in cards) == seen


def test_a_read_only_draft_cannot_be_changed(qtbot, qapp):
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    made = form([("text", "a", "A"), ("begin_repeat", "r", "R"), ("text", "b", "B"),
                 ("end_repeat", "", "")])  # fmt: skip
    draft = draft_of(made, {"a": "x", "r": [{"b": "y"}]}, read_only=True)
    holder = QWidget()
    qtbot.addWidget(holder)
    fields = list(build(made.children, (), draft, QVBoxLayout(holder)))
    line = fields[0].editor.main_widget()
    draft.history.note(("a",), "w", "x")
    qtbot.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert draft.answers["a"] == "x"
    assert not fields[1].add_button.isVisibleTo(holder)


# Two computers


def test_a_draft_of_another_computer_is_merged_by_hand(book, opened, qtbot, tmp_path, clock):
    from desktop_app.services import inbox, shared_drafts

    initiative_id = drafting.new_initiative(book, None, answers())
    with Workspace(tmp_path / "other", clock=clock) as other:
        setup.start_team(other, "CĐCS Một", "MOT")
        there = shared_drafts.export_drafts(book, [initiative_id], tmp_path)
        inbox.take_in(other, [there.path])
        drafting.edit(other, initiative_id, {"novelty": "Ở máy kia.", "purpose": "Đích máy kia."})
        back = shared_drafts.export_drafts(other, [initiative_id], tmp_path)
    inbox.take_in(book, [back.path])
    page = opened(initiative_id)
    assert page.frame.merge.isVisibleTo(page)
    page.frame.merge.click()
    (dialog,) = page.findChildren(MergeDialog)
    assert not dialog.merge_button.isEnabled()
    for name, place in (("novelty", 1), ("purpose", 2)):
        dialog.groups[name].buttons()[place].click()
    dialog.merge_button.click()
    kept = drafting.open_draft(book, initiative_id).answers
    assert kept["novelty"] == "Ở máy kia."
    assert kept["purpose"].endswith("\nĐích máy kia.")
    assert not page.frame.merge.isVisibleTo(page)


def test_old_letters_are_changed_on_yes_and_undone(book, opened, qtbot):
    old = "Gi¶m thêi gian thay ph«i tõ 40 gi©y xuèng 12."
    page = built(qtbot, opened(drafting.new_initiative(book, None, answers(purpose=old))))
    assert page.frame.letters.isVisible()
    page.frame.letters.click()
    dialog = page.findChild(CleaningDialog)
    ((tick, _suggestion),) = dialog.ticks
    tick.setChecked(False)
    assert not dialog.change_button.isEnabled()
    tick.setChecked(True)
    dialog.change_button.click()
    assert not page.frame.letters.isVisible()
    built(qtbot, page)
    made = field(page, "purpose")
    assert made.editor.answer() == "Giảm thời gian thay phôi từ 40 giây xuống 12."
    qtbot.keyClick(made.editor.main_widget(), Qt.Key.Key_Z, CONTROL)
    assert made.editor.answer() == old


def test_no_suggestion_says_so(book, opened):
    page = opened(drafting.new_initiative(book, None, answers()))
    said = []
    page.said.connect(said.append)
    page.tools.mend_letters()
    assert page.findChild(CleaningDialog) is None
    assert said


def test_typed_text_is_kept_clean(book, opened, qtbot):
    page = built(qtbot, opened(drafting.new_initiative(book, None, answers())))
    made = field(page, "purpose")
    made.editor.main_widget().setPlainText(
        "Giảm\u00a040\u00a0% \u200bphế phẩm".replace("ả", "a\u0309")
    )
    assert made.editor.answer() == "Giảm 40 % phế phẩm"


def test_a_newer_template_is_offered_beside_the_draft(book, opened, tmp_path):
    from desktop_app.services import templates
    from desktop_app.windows.template_offer_dialog import TemplateOfferDialog
    from tests.services.packs import files, folder, form_bytes

    templates.add_pack(book, folder(tmp_path / "p1", files()))
    pinned = drafting.new_initiative(book, "may-mac@1", {"initiative_title": "Giảm chờ việc"})
    page = opened(pinned)
    assert not page.frame.newer.isVisible()
    templates.add_pack(book, folder(tmp_path / "p2", files(form=form_bytes(version="2"))))
    page.opened(id=pinned)
    assert page.frame.newer.isVisible()
    page.frame.newer.click()
    assert page.findChild(TemplateOfferDialog) is not None
