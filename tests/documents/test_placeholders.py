"""Checking templates: what is wrong, and where it stands."""

import pytest

from desktop_app.documents.context import build_context
from desktop_app.documents.filling import DocumentFiller
from desktop_app.errors import BadFile
from desktop_app.forms.sample_answers import sample_answers
from desktop_app.messages import catalogue
from tests.documents.conftest import SYSTEM, built_in_form, built_in_template, opened, saved, word


def _context() -> dict:
    form = built_in_form()
    return build_context(form, sample_answers(form), system=SYSTEM)


@pytest.mark.parametrize("name", ["don-yeu-cau", "bao-cao-mo-ta"])
def test_the_built_in_templates_have_no_problem(filler: DocumentFiller, name: str) -> None:
    assert filler.check(built_in_template(name), _context(), name) == ()


@pytest.mark.parametrize(
    ("paragraphs", "placeholder", "code"),
    [
        (["{{ no_such_name }}"], "{{ no_such_name }}", "SSK-324"),
        ([("{{ no_su", "ch_name|up", "per }}")], "{{ no_such_name|upper }}", "SSK-324"),
        (
            ["{%p for row in authors %}", "{{ row.ful_name }}", "{%p endfor %}"],
            "{{ row.ful_name }}",
            "SSK-324",
        ),
        (["{% if false %}{{ hidden_name }}{% endif %}"], "{{ hidden_name }}", "SSK-324"),
        (["{{ initiative_title|mony }}"], "{{ initiative_title|mony }}", "SSK-327"),
        (["{{ initiative title }}"], "{{ initiative title }}", "SSK-327"),
        (["{{ initiative_title }"], "{{ initiative_title }", "SSK-328"),
        (["{%p for row in authors %}", "x"], "{%p for row in authors %}", "SSK-329"),
        (["{%p endfor %}"], "{%p endfor %}", "SSK-333"),
        (["{{ initiative_title.__class__ }}"], "{{ initiative_title.__class__ }}", "SSK-334"),
    ],
)
def test_a_fault_is_named_with_its_place(
    filler: DocumentFiller, paragraphs: list, placeholder: str, code: str
) -> None:
    document = opened(word("Lời đầu", *paragraphs))
    document.paragraphs[0].insert_paragraph_before("3.1. Tình trạng").add_run("").bold = True
    document.paragraphs[0].runs[0].bold = True

    problems = filler.check(saved(document), _context(), "don")

    assert [(p.placeholder, p.code) for p in problems] == [(placeholder, code)]
    assert problems[0].document == "don"
    assert problems[0].heading == "3.1. Tình trạng"
    assert placeholder in opened(saved(document)).paragraphs[problems[0].paragraph - 1].text
    assert "text" in catalogue()[code]["vi"]


def test_what_closes_something_else_is_told(filler: DocumentFiller) -> None:
    template = word("{%p for row in authors %}", "{%p endif %}")

    codes = [problem.code for problem in filler.check(template, _context())]

    assert codes == ["SSK-333", "SSK-329"]


def test_several_faults_are_all_told(filler: DocumentFiller) -> None:
    template = word("{{ one_name }}", "{{ initiative_title|mony }}", "{%p if essence %}")

    codes = sorted(problem.code for problem in filler.check(template, _context()))

    assert codes == ["SSK-324", "SSK-327", "SSK-329"]


def test_a_table_and_a_page_header_are_looked_at(filler: DocumentFiller) -> None:
    document = opened(word("x"))
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{{ in_table }}"
    document.sections[0].header.paragraphs[0].text = "{{ in_header }}"

    placeholders = {p.placeholder for p in filler.check(saved(document), _context())}

    assert placeholders == {"{{ in_table }}", "{{ in_header }}"}


def test_quotes_word_has_curled_are_no_fault(filler: DocumentFiller) -> None:
    template = word("{% if initiative_title == “x” %}‘a’{% endif %}{{ initiative_title or ‘–’ }}")

    assert filler.check(template, _context()) == ()


def test_what_is_no_word_file_is_refused(filler: DocumentFiller) -> None:
    with pytest.raises(BadFile, match="SSK-326"):
        filler.check(b"PK", {})
