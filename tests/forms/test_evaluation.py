"""What a form says of answers: XForms relevance, recalculation, repeats, choices, problems."""

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import BadInput
from desktop_app.forms.evaluation import evaluate, initial_answers, initial_row
from tests.forms.books import form

TODAY = date(2026, 11, 20)


def look(made, answers, **more):
    return evaluate(made, answers, today=TODAY, **more)


RELEVANCE = """
| type | name | label | relevant | required | calculation |
| text | a | A | | | |
| begin_group | g | G | ${a} = 'yes' | | |
| integer | n | N | | yes | |
| begin_group | inner | I | ${n} > 5 | | |
| text | deep | D | | yes | |
| end_group | | | | | |
| end_group | | | | | |
| calculate | seen | | | | concat(${n}, '/', ${deep}) |
| begin_repeat | r | R | ${a} != 'no' | | |
| integer | x | X | | | |
| end_repeat | | | | | |
| calculate | total | | | | sum(${x}) |
| calculate | lines | | | | count(${r}) |
"""


def test_relevance_is_inherited_and_irrelevant_answers_are_empty_but_kept():
    made = form(RELEVANCE)
    given_ = {"a": "no", "n": 7, "deep": "x", "r": [{"x": 1}, {"x": 2}]}
    hidden = look(made, given_)
    assert hidden.answers["n"] == 7
    assert hidden.answers["seen"] == "/"
    assert (hidden.answers["total"], hidden.answers["lines"]) == (0, 0)
    assert not hidden.relevant(("g",))
    assert not hidden.relevant(("n",))
    assert not hidden.relevant(("deep",))
    assert not hidden.relevant(("r",))
    assert not hidden.relevant(("r", 1, "x"))
    assert hidden.problems == ()
    assert hidden.visible_answers() == {"a": "no", "seen": "/", "total": 0, "lines": 0}
    shown = look(made, given_ | {"a": "yes"})
    assert shown.relevant(("deep",))
    assert shown.answers["seen"] == "7/x"
    assert (shown.answers["total"], shown.answers["lines"]) == (3, 2)


def test_a_repeat_without_lines_knows_whether_it_is_asked():
    made = form(RELEVANCE)
    assert not look(made, {"a": "no"}).relevant(("r",))
    assert look(made, {"a": "yes"}).relevant(("r",))


def test_required_only_where_relevant():
    made = form(RELEVANCE)
    assert [p.path for p in look(made, {"a": "yes"}).problems] == [("n",)]
    assert [p.path for p in look(made, {"a": "yes", "n": 9}).problems] == [("deep",)]
    assert look(made, {"a": "yes"}).required(("n",))


def test_answers_given_are_not_changed():
    made = form(RELEVANCE)
    given_ = {"a": "no", "r": [{"x": 1}]}
    look(made, given_)
    assert given_ == {"a": "no", "r": [{"x": 1}]}


def test_a_long_chain_of_calculations_written_backwards():
    rows = [["type", "name", "label", "calculation"]]
    rows += [["calculate", f"c{n}", None, f"${{c{n + 1}}} + 1"] for n in range(40)]
    rows += [["integer", "c40", "C", None]]
    assert look(form(rows), {"c40": 1}).answers["c0"] == 41


def test_a_running_total_looks_at_the_line_before():
    made = form(
        """
        | type | name | label | calculation |
        | begin_repeat | r | R | |
        | calculate | opening | | coalesce(indexed-repeat(${closing}, ${r}, position(..) - 1), 0) |
        | integer | x | X | |
        | calculate | closing | | ${opening} + ${x} |
        | end_repeat | | | |
        """
    )
    seen = look(made, {"r": [{"x": n} for n in range(1, 11)]})
    assert [row["closing"] for row in seen.answers["r"]] == [1, 3, 6, 10, 15, 21, 28, 36, 45, 55]
    assert seen.answers["r"][9]["opening"] == 45


@pytest.mark.parametrize(
    ("calculation", "expected"),
    [
        ("${x}", 5),
        ("coalesce(${nothing}, ${x})", 5),
        ("${x} div 2", 2.5),
        ("concat('0', ${x})", "05"),
        ("${x} > 3", "true"),
        ("${d}", "2026-03-05"),
        ("${d} + 1", 20518),
        ("${d} div 0", None),
        ("${x} div ${nothing}", None),
        ("today()", "2026-11-20"),
        ("if(${x} > 3, 'nhiều', 'ít')", "nhiều"),
    ],
)
def test_what_a_calculation_leaves_in_the_answers(calculation, expected):
    made = form(
        [
            ["type", "name", "label", "calculation"],
            ["integer", "x", "X"],
            ["date", "d", "D"],
            ["integer", "nothing", "N"],
            ["calculate", "c", None, calculation],
        ]
    )
    answer = look(made, {"x": 5, "d": "2026-03-05"}).answers.get("c")
    assert answer == expected
    assert type(answer) is type(expected)


def test_calculations_of_questions_with_a_type():
    made = form(
        """
        | type | name | label | calculation |
        | date | d | D | '2026-03-05' |
        | date | later | L | ${d} + 30 |
        | integer | n | N | 7 div 2 |
        | decimal | q | Q | 7 div 2 |
        | text | t | T | ${later} |
        """
    )
    assert look(made, {}).answers == {
        "d": "2026-03-05",
        "later": "2026-04-04",
        "n": 3,
        "q": 3.5,
        "t": "2026-04-04",
    }


def test_dates_known_by_month_or_year_count_from_their_first_day():
    made = form(
        """
        | type | name | label | calculation | appearance |
        | date | d | D | | any-precision |
        | calculate | days | | ${d} - date('2026-01-01') | |
        | calculate | same | | ${d} | |
        | calculate | shown | | format-date(${d}, '%d/%m/%Y') | |
        """
    )
    month = look(made, {"d": "2026-03"}).answers
    assert (month["days"], month["same"], month["shown"]) == (59, "2026-03", "01/03/2026")
    year = look(made, {"d": "2026"}).answers
    assert (year["days"], year["shown"]) == (0, "01/01/2026")


def test_once_keeps_what_was_there():
    made = form("| type | name | label | calculation |\n| text | t | T | once(today()) |")
    assert look(made, {}).answers == {"t": "2026-11-20"}
    assert look(made, {"t": "2020-01-01"}).answers == {"t": "2020-01-01"}


def test_now_knows_the_time_when_it_is_given():
    made = form("| type | name | label | calculation |\n| text | t | T | now() |")
    at = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
    assert evaluate(made, {}, today=at).answers["t"] == "2026-11-20T09:05:00.000+00:00"


COUNTED = """
| type | name | label | repeat_count | default |
| integer | n | N | | |
| begin_repeat | r | R | ${n} + 1 | |
| text | x | X | | mới |
| begin_repeat | s | S | 2 | |
| text | y | Y | | |
| end_repeat | | | | |
| end_repeat | | | | |
"""


def test_counted_repeats_have_as_many_lines_as_they_say():
    made = form(COUNTED)
    more = look(made, {"n": 2, "r": [{"x": "cũ"}]})
    assert [row.get("x") for row in more.answers["r"]] == ["cũ", "mới", "mới"]
    assert [len(row["s"]) for row in more.answers["r"]] == [2, 2, 2]
    fewer = look(made, {"n": 0, "r": [{"x": "a"}, {"x": "b"}]})
    assert len(fewer.answers["r"]) == 2
    assert not fewer.relevant(("r", 1))
    assert [row["x"] for row in fewer.visible_answers()["r"]] == ["a"]
    assert look(made, {}).answers.get("r") is None


def test_a_count_beyond_reason_is_cut():
    made = form(
        """
        | type | name | label | repeat_count |
        | begin_repeat | r | R | 1000000000 |
        | text | x | X | |
        | end_repeat | | | |
        """
    )
    assert len(look(made, {}).answers["r"]) == 500


def test_choice_filters_see_answers_lines_and_columns():
    made = form(
        """
        | type | name | label | choice_filter |
        | select_one region | a | A | |
        | begin_repeat | r | R | |
        | select_one region | b | B | |
        | select_multiple place | p | P | region = ${b} or region = ${a} and big != 'no' |
        | end_repeat | | | |
        """,
        """
        | list_name | name | label | region | big |
        | region | n | Bắc | | |
        | region | s | Nam | | |
        | place | x | X | n | |
        | place | y | Y | n | no |
        | place | z | Z | s | |
        """,
    )
    seen = look(made, {"a": "n", "r": [{"b": "s", "p": ["x", "y"]}, {"b": "n"}]})
    assert [c.name for c in seen.choices(("r", 0, "p"))] == ["x", "z"]
    assert [c.name for c in seen.choices(("r", 1, "p"))] == ["x", "y"]
    assert [c.name for c in seen.choices(("a",))] == ["n", "s"]
    assert [(p.path, p.kind) for p in seen.problems] == [(("r", 0, "p"), "constraint")]


def test_labels_of_choices_in_expressions():
    made = form(
        """
        | type | name | label::Tiếng Việt (vi) | label::English (en) | calculation |
        | select_one place | p | P | P | |
        | calculate | said | | | jr:choice-name(${p}, '${p}') |
        | calculate | looked | | | instance('place')/root/item[name = ${p}]/label |
        | calculate | area | | | instance('place')/root/item[name = ${p}]/area |
        | calculate | text | | | jr:itext('/data/p:label') |
        """,
        """
        | list_name | name | label::Tiếng Việt (vi) | label::English (en) | area |
        | place | x | Xưởng | Shop | 12 |
        """,
    )
    answers = look(made, {"p": "x"}).answers
    assert (answers["said"], answers["looked"], answers["area"]) == ("Xưởng", "Xưởng", "12")
    assert answers["text"] == "P"
    assert look(made, {"p": "x"}, language="en").answers["said"] == "Shop"


def test_problems_are_told_in_the_order_of_the_form():
    made = form(
        """
        | type | name | label | required | constraint | constraint_message |
        | text | a | A | yes | | |
        | begin_repeat | r | R | | | |
        | integer | x | X | yes | . > 5 | Lớn hơn 5 |
        | text | y | Y | yes | | |
        | end_repeat | | | | | |
        | text | b | B | yes | | |
        """
    )
    seen = look(made, {"r": [{"x": 1}, {"x": 9, "y": "c"}, {}]})
    assert [(p.path, p.kind) for p in seen.problems] == [
        (("a",), "required"),
        (("r", 0, "x"), "constraint"),
        (("r", 0, "y"), "required"),
        (("r", 2, "x"), "required"),
        (("r", 2, "y"), "required"),
        (("b",), "required"),
    ]
    assert seen.problems[1].message["vi"] == "Lớn hơn 5"
    assert seen.problems[0].message["vi"]
    assert seen.problems[0].blocking


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("integer", "mười"),
        ("integer", 1.5),
        ("decimal", True),
        ("date", "5/3/2026"),
        ("date", "2026"),
        ("text", 5),
        ("select_one l", "z"),
        ("select_multiple l", ["a", "z"]),
        ("image", "ảnh.jpg"),
    ],
)
def test_answers_of_the_wrong_kind(kind, answer):
    made = form(
        [["type", "name", "label", "constraint"], [kind, "q", "Q", ". = 'never'"]],
        "| list_name | name | label |\n| l | a | A |",
    )
    assert [p.kind for p in look(made, {"q": answer}).problems] == ["type"]


def test_read_only_by_an_expression():
    made = form(
        "| type | name | label | readonly |\n| text | a | A | |\n| text | b | B | ${a} = 1 |"
    )
    assert look(made, {"a": "1"}).readonly(("b",))
    assert not look(made, {"a": "2"}).readonly(("b",))
    assert not look(made, {}).readonly(("a",))


def test_labels_speak_of_answers():
    made = form(
        """
        | type | name | label |
        | text | who | Ai |
        | begin_repeat | r | R |
        | date | day | Ngày ${who} |
        | note | said | ${who}: ${day} ${nothing} |
        | end_repeat | | |
        | decimal | nothing | N |
        """
    )
    seen = look(made, {"who": "An", "r": [{"day": "2026-03-05"}], "nothing": 1.5})
    label = made.question(("r", "said")).labels
    assert seen.filled(label, ("r", 0, "said"))["vi"] == "An: 05/03/2026 1.5"
    assert look(made, {}).filled(label, ("r", 0, "said"))["vi"] == ":  "


DEFAULTS = """
| type | name | label | default | calculation | readonly |
| text | a | A | sẵn | | |
| date | d | D | today() | | |
| text | joined | J | concat(${a}, '-', ${known}, '-', ${c}) | | |
| text | known | K | | | yes |
| calculate | c | | | 1 + 1 | |
| begin_repeat | r | R | | | |
| text | x | X | dòng | | |
| integer | place | P | position(..) | | |
| text | seen | S | concat(${a}, ${x}) | | |
| end_repeat | | | | | |
"""


def test_beginning_a_report():
    made = form(DEFAULTS)
    begun = initial_answers(made, today=TODAY, prefill={"known": "SK-1", "unknown": "x"})
    assert begun == {"a": "sẵn", "d": "2026-11-20", "known": "SK-1", "joined": "sẵn-SK-1-2"}
    assert initial_answers(made, today=TODAY, prefill={"d": "2020-01-01"})["d"] == "2020-01-01"


def test_beginning_a_line():
    made = form(DEFAULTS)
    repeat = made.children[-1]
    assert initial_row(made, repeat, today=TODAY)["x"] == "dòng"
    row = initial_row(made, repeat, today=TODAY, answers={"a": "A", "r": [{}, {}]})
    assert row == {"x": "dòng", "place": 3, "seen": "Adòng"}


def test_text_that_xml_cannot_carry():
    made = form(
        "| type | name | label | calculation |\n| text | a | A | |\n| text | b | B | ${a} |"
    )
    seen = look(made, {"a": "x\x00\ud800\ufffe<&>😀"})
    assert seen.answers["a"] == "x\x00\ud800\ufffe<&>😀"
    assert seen.answers["b"] == "x<&>😀"


def test_a_calculation_that_doubles_itself_ends_with_a_code():
    rows = [["type", "name", "label", "calculation"], ["text", "c0", "C", None]]
    rows += [
        ["calculate", f"c{n}", None, f"concat(${{c{n - 1}}}, ${{c{n - 1}}})"] for n in range(1, 40)
    ]
    with pytest.raises(BadInput) as refused:
        look(form(rows), {"c0": "x" * 100})
    assert refused.value.code == "SSK-211"


def test_a_pattern_that_remembers_too_much_ends_with_a_code():
    made = form(
        [
            ["type", "name", "label", "constraint"],
            ["text", "a", "A", "regex(., '(a|b)*a(a|b){18}')"],
        ]
    )
    text = "".join(random.Random(7).choices("ab", k=300_000))
    with pytest.raises(BadInput) as refused:
        look(made, {"a": text})
    assert refused.value.code == "SSK-211"


def test_searches_within_searches_end_with_a_code():
    made = form(
        """
        | type | name | label | calculation |
        | begin_repeat | r | R | |
        | integer | x | X | |
        | end_repeat | | | |
        | calculate | c | | count(/data/r[x = count(/data/r[x = count(/data/r[x > 1])])]) |
        """
    )
    assert look(made, {"r": [{"x": n} for n in range(5)]}).answers["c"] == 1
    with pytest.raises(BadInput) as refused:
        look(made, {"r": [{"x": n} for n in range(400)]})
    assert refused.value.code == "SSK-211"


def test_slow_forms_end_with_a_code():
    rows = [["type", "name", "label", "calculation"], ["begin_repeat", "r", "R", None]]
    rows += [["integer", "x", "X", None], ["end_repeat", None, None, None]]
    rows += [
        ["calculate", f"c{n}", None, f"count(/data/r[x = count(/data/r[x != {n}])])"]
        for n in range(400)
    ]
    with pytest.raises(BadInput) as refused:
        look(form(rows), {"r": [{"x": n} for n in range(500)]})
    assert refused.value.code == "SSK-211"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("anrx"), inner),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(["a", "n", "r", "deep", "total"]), ANY))
def test_any_draft_can_be_looked_at(answers):
    seen = look(MADE, answers)
    seen.visible_answers()
    assert all(problem.kind in ("required", "constraint", "type") for problem in seen.problems)


MADE = form(RELEVANCE)


@settings(max_examples=80, deadline=None)
@given(
    st.fixed_dictionaries({"a": st.sampled_from(["yes", "no", ""]), "n": st.integers(0, 9)}),
    st.lists(st.fixed_dictionaries({"x": st.integers(-5, 5)}), max_size=4),
)
def test_looking_again_changes_nothing(answers, lines):
    once = look(MADE, answers | {"r": lines})
    again = look(MADE, once.answers)
    assert again.answers == once.answers
    assert again.irrelevant == once.irrelevant
