import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import BadInput
from desktop_app.forms.answer_values import read_answers
from desktop_app.forms.evaluation import evaluate, initial_answers
from desktop_app.forms.expressions import Expression
from desktop_app.forms.form import QuestionKind, Repeat
from desktop_app.forms.moment import Moment, set_moment
from desktop_app.forms.plain import form_from_plain, form_to_plain
from desktop_app.forms.workbook import FormRefused, read_form
from desktop_app.resource_files import resource_path
from tests.forms.xlsforms import form, workbook
from tests.samples import answers

TODAY = date(2026, 11, 20)
HEAD = (
    "type",
    "name",
    "label",
    "relevant",
    "calculation",
    "constraint",
    "required",
    "choice_filter",
)


def look(made, given):
    return evaluate(made, given, today=TODAY)


def value(expression, xml="<data><a>3</a><b/><r><x>1.1</x></r><r><x>2.2</x></r><m>a b</m></data>"):
    from lxml import etree

    set_moment(Moment(TODAY, "vi", {}, {}))
    return Expression(expression).text(etree.fromstring(xml)[0])


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("if(/data/a > 2, 'y', 'n')", "y"),
        ("coalesce(/data/b, 'z')", "z"),
        ("selected(/data/m, 'b')", "true"),
        ("selected-at(/data/m, 1)", "b"),
        ("count-selected(/data/m)", "2"),
        ("sum(/data/r/x)", "3.3"),
        ("count(/data/r)", "2"),
        ("join(', ', /data/r/x)", "1.1, 2.2"),
        ("concat('sum(', /data/a, ')')", "sum(3)"),
        ("round(2.5)", "3"),
        ("int(-3.7)", "-3"),
        ("max(/data/r/x)", "2.2"),
        ("number('')", ""),
        ("position(/data/r[2])", "2"),
        ("/data/r[position()=2]/x", "2.2"),
        ("indexed-repeat(/data/r/x, /data/r, 2)", "2.2"),
        ("format-date(date('2026-03-05'), '%d/%m/%Y')", "05/03/2026"),
        ("format-date(today() - 1, '%e/%n')", "19/11"),
        ("date('2026-01-01') < today()", "true"),
        ("regex('0912345678', '0[0-9]{9}')", "true"),
        ("substr('abcdef', 1, 3)", "bc"),
        ("7 div 2", "3.5"),
        ("7 mod 2", "1"),
        ("/data/a - 1", "2"),
        ("/data/b = ''", "true"),
        ("boolean-from-string('1')", "true"),
        ("pow(2, 10)", "1024"),
        ("count-non-empty(/data/*)", "4"),
    ],
)
def test_functions(expression, text):
    assert value(expression) == text


@pytest.mark.parametrize(
    "hostile",
    [
        "(" * 500 + "1" + ")" * 500,
        "//a//b//c//d",
        "regex('a', '((a{99}){99}){99}')",
        "nothing()",
        "1 +",
        "x" * 30_000,
    ],
)
def test_hostile_expressions_end_with_a_code(hostile):
    with pytest.raises(BadInput) as raised:
        value(hostile)
    assert raised.value.code in ("SSK-210", "SSK-211", "SSK-213")


def test_an_irrelevant_answer_is_kept_but_counts_as_empty():
    made = form(
        [
            ("text", "why", "Why", "${yes} = 'y'", "", "", "yes", ""),
            ("text", "yes", "Yes"),
            ("calculate", "seen", "", "", "concat('[', ${why}, ']')", "", "", ""),
        ],
        header=HEAD,
    )
    hidden = look(made, {"yes": "n", "why": "because"})
    assert hidden.answers["why"] == "because"
    assert hidden.answers["seen"] == "[]"
    assert "why" not in hidden.visible_answers()
    assert not hidden.problems
    shown = look(made, {"yes": "y"})
    assert [p.path for p in shown.problems] == [("why",)]
    assert shown.required(("why",))


def test_calculations_follow_each_other_in_any_order():
    made = form(
        [
            ("calculate", "c", "", "", "${b} + 1", "", "", ""),
            ("calculate", "b", "", "", "${a} * 2", "", "", ""),
            ("integer", "a", "A"),
        ],
        header=HEAD,
    )
    assert look(made, {"a": 3}).answers["c"] == 7


def test_repeats_inside_repeats():
    made = form(
        [
            ("begin repeat", "team", "Team"),
            ("begin repeat", "person", "Person"),
            ("integer", "age", "Age", "", "", ". > 15", "", ""),
            ("end repeat", "", ""),
            ("calculate", "oldest", "", "", "max(${age})", "", "", ""),
            ("end repeat", "", ""),
        ],
        header=HEAD,
    )
    seen = look(made, {"team": [{"person": [{"age": 20}, {"age": 12}]}, {"person": []}]})
    assert [p.path for p in seen.problems] == [("team", 0, "person", 1, "age")]
    assert seen.answers["team"][0]["oldest"] == 20


def test_choices_are_filtered_by_earlier_answers():
    made = form(
        [
            ("select_one where", "place", "Place"),
            ("select_one what", "thing", "Thing", "", "", "", "", "k = ${place}"),
        ],
        [
            ("where", "n", "N", ""),
            ("where", "s", "S", ""),
            ("what", "a", "A", "n"),
            ("what", "b", "B", "s"),
        ],
        header=HEAD,
    )
    seen = look(made, {"place": "n", "thing": "b"})
    assert [c.name for c in seen.choices(("thing",))] == ["a"]
    assert [p.kind for p in seen.problems] == ["constraint"]


def test_today_is_no_later_than_today():
    made = form([("date", "d", "D", "", "", ". <= today()", "", "")], header=HEAD)
    assert not look(made, {"d": "2026-11-20"}).problems
    assert [p.kind for p in look(made, {"d": "2026-11"}).problems] == ["type"]
    assert look(made, {"d": "2026-11-21"}).problems


def test_a_date_known_less_precisely_counts_from_its_first_day():
    made = form(
        [("date", "d", "D", "", "", ". <= today()", "", "", "any-precision")],
        header=(*HEAD, "appearance"),
    )
    assert not look(made, {"d": "2026-11"}).problems
    assert look(made, {"d": "2026-12"}).problems


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("geopoint", "g", "G"), "SSK-206"),
        (("barcode", "g", "G"), "SSK-206"),
        (("select_one yn or_other", "g", "G"), "SSK-207"),
        (("select_one nowhere", "g", "G"), "SSK-218"),
        (("text", "bad name", "G"), "SSK-216"),
        (("text", "t", "T", "${nobody} = 1"), "SSK-219"),
    ],
)
def test_refusals_name_sheet_row_and_column(row, code):
    with pytest.raises(FormRefused) as raised:
        form([("text", "first", "First"), row], [("yn", "y", "Y", "")], header=HEAD)
    refusal = raised.value.refusals[0]
    assert refusal.reason_code == code
    assert refusal.sheet in ("survey", "choices")
    assert refusal.row == 3
    if code in ("SSK-206", "SSK-207"):
        assert (refusal.row, refusal.column) == (3, "A")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nonsense", b"<xml/>"])
def test_what_is_no_workbook_is_refused(data):
    import io

    with pytest.raises(FormRefused):
        read_form(io.BytesIO(data))


def test_a_form_without_languages_speaks_in_both():
    made = read_form(workbook([("text", "a", "Tên")]))
    assert made.question(("a",)).labels == {"vi": "Tên", "en": "Tên"}


# Answers from outside


@pytest.fixture(scope="module")
def built_in():
    return read_form(resource_path("templates", "sang-kien", "form.xlsx"))


def test_answers_are_brought_into_their_one_form(built_in):
    given = {
        "necessity": "Tiê\u0301n\r\ndòng",
        "authors": [{"consent": True, "contribution_percent": "50.0"}],
    }
    assert read_answers(built_in, given) == {
        "necessity": "Tiến\ndòng",
        "authors": [{"consent": "yes", "contribution_percent": 50}],
    }


@pytest.mark.parametrize(
    ("given", "question"),
    [
        ({"nobody": 1}, "nobody"),
        ({"authors": [{"shoe_size": 43}]}, "authors[1].shoe_size"),
        ({"benefit_value": 1.5}, "benefit_value"),
        ({"benefit_value": True}, "benefit_value"),
        ({"sign_date": "5/3/2026"}, "sign_date"),
        ({"solution_type": "magic"}, "solution_type"),
        ({"authors": "me"}, "authors"),
        ({"initiative_title": 5}, "initiative_title"),
        ({"benefit_value": 2**60}, "benefit_value"),
    ],
)
def test_wrong_answers_name_their_question(built_in, given, question):
    with pytest.raises(BadInput) as raised:
        read_answers(built_in, given)
    assert raised.value.facts["question"] == question


# The built-in form

FIELDS = [
    "recipient_name",
    "authors",
    "initiative_title",
    "solution_type",
    "investor_is_author",
    "investor_name",
    "investor_address",
    "application_field",
    "first_applied_date",
    "first_applied_kind",
    "essence",
    "has_confidential",
    "confidential_info",
    "conditions",
    "benefit_author",
    "benefit_value",
    "benefit_status",
    "benefit_users",
    "first_appliers",
    "decl_no_ip",
    "decl_public_order",
    "truth_pledge",
    "sign_place",
    "sign_date",
    "attachments",
    "dossier_code",
    "applied_place",
    "necessity",
    "current_state",
    "current_pros",
    "current_cons",
    "purpose",
    "solution_overview",
    "steps",
    "figures",
    "novelty",
    "novelty_table",
    "applicability",
    "applied_scope",
    "replication",
    "trial_units",
    "measures",
    "benefit_economic",
    "benefit_calc",
    "implementation_cost",
    "benefit_social",
    "benefit_safety_env",
    "benefit_work",
    "rewards",
    "recommendation",
    "pledge",
    "report_place",
    "report_date",
    "portal_summary",
    "is_trade_secret",
    "grassroots_unit",
    "direct_superior_unit",
    "province_unit",
]
AUTHOR = [
    "full_name",
    "birth_date",
    "workplace",
    "job_title",
    "qualification",
    "contribution_percent",
    "is_member",
    "is_contact",
    "phone",
    "consent",
]


def test_the_built_in_form_has_every_field_in_both_languages(built_in):
    nodes = {node.name: node for _path, node in built_in.walk()}
    assert set(FIELDS) <= set(nodes)
    authors = {node.name for path, node in built_in.walk() if path == ("authors",)}
    assert set(AUTHOR) <= authors
    for _path, node in built_in.walk():
        if getattr(node, "kind", None) is not None or isinstance(node, Repeat):
            assert node.labels.get("vi"), node.name
            assert node.labels.get("en"), node.name
    assert built_in.question(("confidential_info",)).confidential


def test_the_built_in_workbook_is_fresh():
    import runpy

    build = runpy.run_path(str(Path(__file__).parents[2] / "packaging/template_pack/build.py"))
    assert build["workbook"]() == resource_path("templates", "sang-kien", "form.xlsx").read_bytes()


def test_every_sample_fits_the_built_in_form(built_in):
    for number in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12):  # 8 is the draft
        given = read_answers(built_in, answers(number))
        seen = evaluate(built_in, given, today=TODAY)
        wrong = [p for p in seen.problems if p.kind == "constraint"]
        assert not wrong, (number, wrong)


def test_measures_and_benefit_are_computed(built_in):
    seen = look(
        built_in,
        {
            "measures": [{"before": 40, "after": 12}],
            "benefit_calc": [{"amount": 100}, {"amount": 50}],
            "implementation_cost": 30,
        },
    )
    assert seen.answers["measures"][0]["difference"] == -28
    assert seen.answers["measures"][0]["percent_change"] == -70
    assert seen.answers["benefit_calc_total"] == 120


def test_nothing_is_answered_beforehand_but_what_the_program_knows(built_in):
    begun = initial_answers(built_in, today=TODAY, prefill={"dossier_code": "X", "nobody": 1})
    assert begun == {"dossier_code": "X"}


def test_a_form_is_the_same_after_being_kept(built_in):
    assert form_from_plain(json.loads(json.dumps(form_to_plain(built_in)))) == built_in


def test_kinds(built_in):
    assert built_in.question(("figures", "file")).kind is QuestionKind.IMAGE
