"""The built-in pack: its workbook is fresh, whole in both languages, and says what to write."""

import csv
import runpy
import unicodedata
import warnings
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pyxform.xls2xform import convert

from desktop_app.forms.evaluation import evaluate
from desktop_app.forms.form import Group, Question
from desktop_app.forms.workbook import read_form
from desktop_app.resource_files import resource_path

PACK = Path(__file__).parents[2] / "packaging/template_pack"
TODAY = date(2026, 11, 20)
VIETNAMESE = "Tiếng Việt (vi)"

# domain.md 7a and 7b, in the names of the form; {} are the columns of a repeat.
FIELDS: dict[str, str] = {
    "template_id": "",
    "recipient_name": "",
    "authors": "full_name birth_date workplace job_title qualification contribution_percent"
    " is_member is_contact phone signs consent consent_date consent_manner",
    "initiative_title": "",
    "solution_type": "",
    "investor_is_author": "",
    "investor_name": "",
    "investor_address": "",
    "application_field": "",
    "application_field_detail": "",
    "first_applied_date": "",
    "first_applied_kind": "",
    "essence": "",
    "has_confidential": "",
    "confidential_info": "",
    "conditions": "",
    "benefit_author": "",
    "benefit_value": "",
    "benefit_value_reason": "",
    "benefit_status": "",
    "benefit_users": "person opinion opinion_date",
    "first_appliers": "full_name birth_date workplace job_title qualification support_work",
    "decl_no_ip": "",
    "decl_public_order": "",
    "decl_new_filed": "",
    "decl_new_disclosed": "",
    "decl_new_applied": "",
    "decl_new_mandatory": "",
    "truth_pledge": "",
    "sign_place": "",
    "sign_date": "",
    "attachments": "file kind description",
    "dossier_code": "",
    "applied_place": "",
    "applied_from": "",
    "applied_to": "",
    "necessity": "",
    "current_state": "",
    "current_pros": "",
    "current_cons": "",
    "purpose": "",
    "solution_overview": "",
    "steps": "name method person tools duration",
    "figures": "file caption",
    "novelty": "",
    "novelty_table": "criterion old new",
    "applicability": "",
    "applied_scope": "",
    "replication": "",
    "trial_units": "unit_name address field from_date to_date",
    "measures": "indicator unit before after how_measured source period difference percent_change",
    "measures_reason": "",
    "benefit_economic": "",
    "benefit_calc": "item formula unit_price quantity amount",
    "benefit_calc_total": "",
    "implementation_cost": "",
    "benefit_social": "",
    "benefit_safety_env": "",
    "benefit_work": "",
    "rewards": "form reward_amount reward_date decision",
    "recommendation": "",
    "pledge": "",
    "report_place": "",
    "report_date": "",
    "sign_unit_head_title": "",
    "sign_unit_head_name": "",
    "sign_union_name": "",
    "portal_summary": "",
    "is_trade_secret": "",
    "grassroots_unit": "",
    "direct_superior_unit": "",
    "province_unit": "",
}
WITH_EXAMPLES = [
    "initiative_title",
    "necessity",
    "current_state",
    "current_pros",
    "current_cons",
    "purpose",
    "solution_overview",
    "novelty",
    "applicability",
    "replication",
    "conditions",
    "essence",
    "confidential_info",
    "benefit_author",
    "benefit_economic",
    "benefit_social",
    "benefit_safety_env",
    "benefit_work",
    "recommendation",
    "portal_summary",
]


def workbook_bytes() -> bytes:
    return resource_path("templates", "sang-kien", "form.xlsx").read_bytes()


def sheet_rows(name: str) -> list[dict[str, str]]:
    with (PACK / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def form():
    return read_form(BytesIO(workbook_bytes()))


def test_the_workbook_is_what_its_sheets_make():
    built = runpy.run_path(str(PACK / "build.py"))["workbook"]()
    assert built == workbook_bytes()


def test_the_workbook_holds_no_moment_of_its_making():
    with ZipFile(BytesIO(workbook_bytes())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_the_parser_has_nothing_to_say_against_it():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        said = convert(BytesIO(workbook_bytes()), form_name="data").warnings
    # The size of pictures is for phones; pictures are made smaller here when taken in.
    assert [text for text in said if "max-pixels" not in text] == []


def test_it_has_exactly_the_fields_each_once(form):
    found = [(path, node.name) for path, node in form.walk() if path or type(node) is not Group]
    names = [(path, name) for path, name in found if name != form.root]
    wanted = [((), name) for name in FIELDS]
    wanted += [((name,), column) for name, columns in FIELDS.items() for column in columns.split()]
    assert sorted(names) == sorted(wanted)


def test_every_question_speaks_both_languages(form):
    for path, node in form.walk():
        if not node.name or node.name == form.root:
            continue
        place = (*path, node.name)
        assert set(node.labels) == {"vi", "en"}, place
        if not isinstance(node, Question):
            continue
        pairs = [node.hints, node.guidance, node.required_message, node.constraint_message]
        for texts in pairs:
            assert set(texts) in ({"vi", "en"}, set()), place
        if node.required:
            assert node.required_message, place
        if node.constraint:
            assert node.constraint_message, place
        for choice in node.choices:
            assert set(choice.labels) == {"vi", "en"}, (place, choice.name)


def test_every_question_says_what_to_write():
    """Read from the sheet: what a table of answers says of itself does not pass the parser."""
    depth = 0
    for row in sheet_rows("survey"):
        depth += (row["type"] == "begin_repeat") - (row["type"] == "end_repeat")
        outermost = depth == (row["type"] == "begin_repeat")
        silent = row["type"] in ("begin_group", "end_group", "end_repeat", "calculate")
        if outermost and not silent:
            told = row[f"hint::{VIETNAMESE}"] or row[f"guidance_hint::{VIETNAMESE}"]
            assert told, row["name"]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_long_answers_have_a_good_and_a_weak_example(form, name):
    guidance = form.question((name,)).guidance
    assert "Ví dụ tốt: " in guidance["vi"]
    assert "Ví dụ yếu: " in guidance["vi"]
    assert "Good: " in guidance["en"]
    assert "Weak: " in guidance["en"]


def test_lines_of_tables_that_take_writing_have_examples_too(form):
    facts = {"full_name", "workplace", "job_title", "qualification", "phone", "person", "duration",
             "address", "field", "unit", "period", "form", "decision"}  # fmt: skip
    for path, node in form.walk():
        if path and isinstance(node, Question) and node.kind == "text" and node.name not in facts:
            assert "Ví dụ tốt: " in node.guidance["vi"], (*path, node.name)
            assert "Weak: " in node.guidance["en"], (*path, node.name)


def test_messages_say_what_is_needed(form):
    for path, node in form.walk():
        if isinstance(node, Question) and node.required_message:
            assert node.required_message["vi"].startswith("Cần "), (*path, node.name)


def test_what_is_pledged_and_consented_to_is_never_answered_beforehand(form):
    for path, node in form.walk():
        if isinstance(node, Question) and node.default is not None:
            assert (*path, node.name) == ("authors", "signs")


def test_only_the_confidential_text_is_marked(form):
    marked = [q.name for _path, q in form.walk() if isinstance(q, Question) and q.confidential]
    assert marked == ["confidential_info"]


def test_sheets_are_composed_text_without_stray_spaces():
    for sheet in ("survey", "choices", "settings"):
        for row in sheet_rows(sheet):
            for cell in row.values():
                assert cell == unicodedata.normalize("NFC", cell).strip(), cell
                assert "bạn" not in cell.lower().split(), cell


def blocked(form, answers):
    seen = evaluate(form, answers, today=TODAY)
    return {problem.path for problem in seen.problems if problem.kind == "constraint"}


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({"initiative_title": "Đồ gá"}, ("initiative_title",)),
        ({"initiative_title": "a" * 251}, ("initiative_title",)),
        ({"first_applied_date": "2026-11-21"}, ("first_applied_date",)),
        ({"sign_date": "2026-11-21"}, ("sign_date",)),
        ({"authors": [{"birth_date": "2015"}]}, ("authors", 0, "birth_date")),
        ({"authors": [{"birth_date": "1920"}]}, ("authors", 0, "birth_date")),
        ({"authors": [{"full_name": "Ê"}]}, ("authors", 0, "full_name")),
        ({"authors": [{"contribution_percent": 0}]}, ("authors", 0, "contribution_percent")),
        ({"authors": [{"contribution_percent": 100.5}]}, ("authors", 0, "contribution_percent")),
        ({"authors": [{"contribution_percent": 33.333}]}, ("authors", 0, "contribution_percent")),
        ({"authors": [{"phone": "gọi anh Tư"}]}, ("authors", 0, "phone")),
        ({"essence": "a" * 299}, ("essence",)),
        ({"essence": "a" * 6001}, ("essence",)),
        ({"necessity": "a" * 99}, ("necessity",)),
        ({"current_state": "a" * 149}, ("current_state",)),
        ({"current_cons": "a" * 49}, ("current_cons",)),
        ({"purpose": "a" * 29}, ("purpose",)),
        ({"solution_overview": "a" * 199}, ("solution_overview",)),
        ({"novelty": "a" * 99}, ("novelty",)),
        ({"applicability": "a" * 79}, ("applicability",)),
        ({"benefit_author": "a" * 49}, ("benefit_author",)),
        ({"conditions": "Có máy"}, ("conditions",)),
        ({"benefit_value": -1}, ("benefit_value",)),
        ({"implementation_cost": -1}, ("implementation_cost",)),
        ({"decl_no_ip": "false"}, ("decl_no_ip",)),
        ({"decl_public_order": "false"}, ("decl_public_order",)),
        ({"truth_pledge": "no"}, ("truth_pledge",)),
        ({"pledge": "no"}, ("pledge",)),
        ({"sign_place": "a" * 51}, ("sign_place",)),
        (
            {"first_applied_date": "2026-03-16", "applied_from": "2026-03-15"},
            ("applied_from",),
        ),
        ({"first_applied_date": "2026-03-16", "applied_from": "2026-02"}, ("applied_from",)),
        ({"applied_from": "2026-03-16", "applied_to": "2026-03-15"}, ("applied_to",)),
        ({"applied_from": "2026-03-16", "applied_to": "2026-02"}, ("applied_to",)),
        ({"applied_from": "2026-03-16", "applied_to": "2025"}, ("applied_to",)),
        (
            {"trial_units": [{"from_date": "2026-05", "to_date": "2026-04-30"}]},
            ("trial_units", 0, "to_date"),
        ),
    ],
)
def test_what_the_rules_forbid_is_blocked(form, answers, path):
    assert path in blocked(form, answers)


@pytest.mark.parametrize(
    "answers",
    [
        {"initiative_title": "a" * 10},
        {"initiative_title": "a" * 250},
        {"first_applied_date": "2026-11-20"},
        {"first_applied_date": "2026-11"},
        {"authors": [{"birth_date": "1926-11-21"}]},
        {"authors": [{"birth_date": "2011"}]},
        {"authors": [{"contribution_percent": 33.33}]},
        {"authors": [{"contribution_percent": 0.01}]},
        {"authors": [{"contribution_percent": 16.67}]},
        {"authors": [{"contribution_percent": 57.14}]},
        {"authors": [{"full_name": "Y Blôk Êban", "phone": "+84 912 345 678"}]},
        {"essence": "a" * 300},
        {"essence": "a" * 6000},
        {"conditions": "Không có"},
        {"conditions": "Không có."},
        {"conditions": "không"},
        {"benefit_value": 0},
        {"decl_new_applied": "false", "decl_no_ip": "unsure"},
        # What is known by its month or year never lies before a day of that month or year.
        {"first_applied_date": "2026-03-16", "applied_from": "2026-03"},
        {"first_applied_date": "2026-03-16", "applied_from": "2026"},
        {"first_applied_date": "2026-03", "applied_from": "2026-03-02"},
        {"first_applied_date": "2025-12-08", "applied_from": "2026-01"},
        {"applied_from": "2026-03-16", "applied_to": "2026-03"},
        {"applied_from": "2026-03-16", "applied_to": "2026"},
        {"applied_from": "2025-12-30", "applied_to": "2026-01"},
        {"applied_from": "2026-03-16", "applied_to": "2026-03-16"},
        {"trial_units": [{"from_date": "2026-04-20", "to_date": "2026-04"}]},
        {"trial_units": [{"to_date": "2026-04"}]},
    ],
)
def test_what_the_rules_allow_is_not_blocked(form, answers):
    assert blocked(form, answers) == set()


@pytest.mark.parametrize(
    ("answers", "name", "asked"),
    [
        ({"investor_is_author": "no"}, "investor_name", True),
        ({"investor_is_author": "yes"}, "investor_name", False),
        ({"has_confidential": "yes"}, "confidential_info", True),
        ({"has_confidential": "no"}, "confidential_info", False),
        ({}, "confidential_info", False),
        ({}, "measures_reason", True),
        ({"measures": [{"indicator": "Lỗi"}]}, "measures_reason", False),
        ({"benefit_calc": [{"amount": 5}], "benefit_value": 5}, "benefit_value_reason", False),
        ({"benefit_calc": [{"amount": 5}], "benefit_value": 4}, "benefit_value_reason", True),
        ({"benefit_calc": [{"amount": 5}]}, "benefit_value_reason", False),
        ({"benefit_value": 4}, "benefit_value_reason", False),
    ],
)
def test_questions_are_asked_when_they_matter(form, answers, name, asked):
    assert evaluate(form, answers, today=TODAY).relevant((name,)) is asked
