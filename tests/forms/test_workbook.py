"""XLSForm workbooks become forms."""

import json
import subprocess
import sys

import pytest

from desktop_app.forms.form import Group, QuestionKind, Repeat
from desktop_app.forms.plain import form_from_plain, form_to_plain
from desktop_app.forms.workbook import read_form
from desktop_app.resource_files import resource_path
from tests.forms.books import form

SURVEY = """
| type | name | label::Tiếng Việt (vi) | label::English (en) | hint::Tiếng Việt (vi) | guidance_hint::Tiếng Việt (vi) | required | required_message::Tiếng Việt (vi) | constraint | constraint_message::English (en) | relevant | calculation | default | readonly | appearance | choice_filter | bind::ssk:confidential | repeat_count |
| begin_group | about | Chung | About | | | | | | | | | | | | | | |
| text | title | Tên | Title | Gợi ý | Hướng dẫn | yes | Cần tên | string-length(.) < 9 | Too long | | | | | multiline | | yes | |
| integer | n | Số | | | | ${title} != '' | | | | | | 3 | | thousands-sep | | | |
| date | day | Ngày | Day | | | | | | | | | today() | | month-year | | | |
| end_group | | | | | | | | | | | | | | | | | |
| begin_repeat | rows | Dòng | Rows | | | | | | | ${n} > 1 | | | | | | | ${n} |
| select_one place | where | Nơi | Where | | | | | | | | | | ${n} = 2 | minimal | area = ${title} | | |
| select_multiple place | seen | Thấy | Seen | | | | | | | | | | | | | | |
| image | picture | Ảnh | Picture | | | | | | | | | | | | | | |
| end_repeat | | | | | | | | | | | | | | | | | |
| calculate | twice | | | | | | | | | | ${n} * 2 | | | | | | |
| note | end_note | Hết | End | | | | | | | | | | yes | | | | |
"""
CHOICES = """
| list_name | name | label::Tiếng Việt (vi) | label::English (en) | area |
| place | shop | Xưởng | Shop | north |
| place | line | Chuyền | Line | south |
"""
SETTINGS = [
    ["form_id", "form_title", "version", "default_language", "namespaces"],
    ["thu", "Biểu mẫu thử", "3", "Tiếng Việt (vi)", 'ssk="urn:so-sang-kien:xforms:1"'],
]


@pytest.fixture(scope="module")
def read():
    return form(SURVEY, CHOICES, SETTINGS)


def test_the_form_itself(read):
    assert (read.id, read.version, read.languages) == ("thu", "3", ("vi", "en"))
    assert read.default_language == "vi"
    assert read.titles["vi"] == "Biểu mẫu thử"
    assert [section.name for section in read.sections()] == ["about", "rows", ""]


def test_a_question(read):
    title = read.question(("title",))
    assert title.kind is QuestionKind.TEXT
    assert title.labels == {"vi": "Tên", "en": "Title"}
    assert title.hints["vi"] == "Gợi ý"
    assert title.guidance["vi"] == "Hướng dẫn"
    assert title.required == "true()"
    assert title.required_message["vi"] == "Cần tên"
    assert title.constraint == "string-length(.) < 9"
    assert title.constraint_message["en"] == "Too long"
    assert title.appearance == {"multiline"}
    assert title.confidential
    assert title.xpath == f"/{read.root}/about/title"


def test_a_language_that_is_missing_borrows_the_forms_own(read):
    assert read.question(("n",)).labels == {"vi": "Số", "en": "Số"}
    assert read.question(("title",)).hints["en"] == "Gợi ý"


def test_defaults_are_values_or_expressions(read):
    assert (read.question(("n",)).default, read.question(("n",)).default_is_expression) == (
        "3",
        False,
    )
    assert read.question(("day",)).default == "today()"
    assert read.question(("day",)).default_is_expression


def test_repeats_and_their_questions(read):
    rows = next(node for _path, node in read.walk() if node.name == "rows")
    assert isinstance(rows, Repeat)
    assert rows.count
    where = read.question(("rows", "where"))
    assert where.readonly_when
    assert not where.readonly
    assert [choice.name for choice in where.choices] == ["shop", "line"]
    assert where.choices[0].columns["area"] == "north"
    assert where.choice_filter
    with pytest.raises(KeyError):
        read.question(("where",))


def test_a_note_can_be_read_only(read):
    assert read.question(("end_note",)).readonly


def test_a_form_without_languages_speaks_one_in_both():
    plain = form("| type | name | label |\n| text | a | Tên |")
    assert plain.question(("a",)).labels["vi"] == "Tên"
    assert plain.question(("a",)).labels["en"] == "Tên"


def test_decomposed_text_is_composed():
    plain = form("| type | name | label |\n| text | a | Te\u0302n |")
    assert plain.question(("a",)).labels["vi"] == "Tên"


def test_other_spellings_of_types():
    plain = form(
        """
        | type | name | label |
        | begin group | g | G |
        | select one yn | a | A |
        | string | b | B |
        | int | c | C |
        | photo | d | D |
        | end group | | |
        | begin repeat | r | R |
        | select all that apply from yn | e | E |
        | end repeat | | |
        """,
        "| list_name | name | label |\n| yn | yes | Có |",
    )
    kinds = [question.kind.value for _path, question in plain.questions()]
    assert kinds == ["select_one", "text", "integer", "image", "select_multiple"]
    assert isinstance(plain.children[0], Group)


def test_rows_switched_off_and_blank_rows_do_not_count():
    plain = form(
        [["type", "name", "label", "disabled"], ["geopoint", "a", "A", "yes"]]
        + [[None] * 4] * 5
        + [["text", "b", "B", None]]
    )
    assert [question.name for _path, question in plain.questions()] == ["b"]


def test_a_table_keeps_its_label_and_appearance():
    plain = form(
        """
        | type | name | label | appearance |
        | begin_group | g | Bảng | table-list |
        | select_one yn | a | A | |
        | select_one yn | b | B | |
        | end_group | | | |
        """,
        "| list_name | name | label |\n| yn | yes | Có |\n| yn | no | Không |",
    )
    (group,) = plain.sections()
    assert group.appearance == {"table-list"}
    assert group.labels["vi"] == "Bảng"
    assert [child.name for child in group.children] == ["a", "b"]


def test_plain_values_and_back(read):
    plain = json.loads(json.dumps(form_to_plain(read)))
    assert form_from_plain(plain) == read


def test_the_built_in_form_survives_as_plain_values():
    built_in = read_form(resource_path("templates", "sang-kien", "form.xlsx"))
    assert form_from_plain(json.loads(json.dumps(form_to_plain(built_in)))) == built_in


def test_a_known_form_is_evaluated_without_reading_workbooks(read, tmp_path):
    kept = tmp_path / "form.json"
    kept.write_text(json.dumps(form_to_plain(read)), encoding="utf-8")
    program = """
import json, sys
from datetime import date
from desktop_app.forms.plain import form_from_plain
from desktop_app.forms.evaluation import evaluate, initial_answers
with open(sys.argv[1], encoding="utf-8") as file:
    form = form_from_plain(json.load(file))
assert evaluate(form, {"n": 2}, today=date(2026, 1, 1)).answers["twice"] == 4
heavy = {"pyxform", "openpyxl", "docx", "sqlalchemy", "PySide6"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", program, kept], check=True)
