"""Answers from outside are checked against their form and brought into one shape."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import BadInput
from desktop_app.forms.answer_values import read_answers
from tests.forms.books import form

MADE = form(
    """
    | type | name | label | appearance |
    | text | t | T | |
    | integer | i | I | |
    | decimal | d | D | |
    | date | full | F | |
    | date | month | M | month-year |
    | date | year | Y | year |
    | date | any | A | any-precision |
    | select_one yes_no | yn | Y | |
    | select_multiple place | p | P | |
    | image | img | I | |
    | begin_repeat | r | R | |
    | text | x | X | |
    | begin_repeat | s | S | |
    | integer | y | Y | |
    | end_repeat | | | |
    | end_repeat | | | |
    """,
    """
    | list_name | name | label |
    | yes_no | yes | Có |
    | yes_no | no | Không |
    | place | a | A |
    | place | b | B |
    | place | c | C |
    """,
)
FILE = {"sha256": "0f" * 32, "name": "a\u0309nh.jpg", "size": 5, "media_type": "image/jpeg"}


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ({"t": "Te\u0302n\r\nhai\rba"}, {"t": "Tên\nhai\nba"}),
        ({"t": "a\x00\ud800b"}, {"t": "ab"}),
        ({"t": "", "i": None, "r": [], "p": " "}, {}),
        ({"i": "12"}, {"i": 12}),
        ({"i": 3.0}, {"i": 3}),
        ({"d": 2.0}, {"d": 2}),
        ({"d": "2.50"}, {"d": 2.5}),
        ({"full": "2026-03-05"}, {"full": "2026-03-05"}),
        ({"month": "2026-03-05"}, {"month": "2026-03"}),
        ({"month": "2026-03"}, {"month": "2026-03"}),
        ({"year": "2026-03"}, {"year": "2026"}),
        ({"any": "2026"}, {"any": "2026"}),
        ({"yn": True}, {"yn": "yes"}),
        ({"yn": "no"}, {"yn": "no"}),
        ({"p": ["c", "a", "c"]}, {"p": ["a", "c"]}),
        ({"p": "c a"}, {"p": ["a", "c"]}),
        ({"img": {"file": "x.jpg"}}, {"img": {"file": "x.jpg"}}),
        ({"img": FILE}, {"img": FILE | {"name": "ảnh.jpg"}}),
        ({"img": FILE | {"more": 1}}, {"img": FILE | {"name": "ảnh.jpg"}}),
        ({"r": [{"x": "1"}, {}]}, {"r": [{"x": "1"}, {}]}),
        ({"r": [{"s": [{"y": 1}]}]}, {"r": [{"s": [{"y": 1}]}]}),
    ],
)
def test_kept(given_, kept):
    assert read_answers(MADE, given_) == kept


@pytest.mark.parametrize(
    ("given_", "code", "question"),
    [
        ({"nobody": 1}, "SSK-240", "nobody"),
        ({"r": [{}, {"z": 1}]}, "SSK-240", "r[2].z"),
        ({"r": [{"s": [{"y": "x"}]}]}, "SSK-241", "r[1].s[1].y"),
        ({"r": ["x"]}, "SSK-241", "r[1]"),
        ({"r": {"x": 1}}, "SSK-241", "r"),
        ({"t": 5}, "SSK-241", "t"),
        ({"i": 1.5}, "SSK-241", "i"),
        ({"i": True}, "SSK-241", "i"),
        ({"i": "1_000"}, "SSK-241", "i"),
        ({"i": "1.200.000"}, "SSK-241", "i"),
        ({"i": "９"}, "SSK-241", "i"),
        ({"i": 2**53}, "SSK-241", "i"),
        ({"d": float("nan")}, "SSK-241", "d"),
        ({"d": float("inf")}, "SSK-241", "d"),
        ({"d": "1e5"}, "SSK-241", "d"),
        ({"full": "2026-03"}, "SSK-241", "full"),
        ({"full": "2026-02-30"}, "SSK-241", "full"),
        ({"full": 2026}, "SSK-241", "full"),
        ({"month": "2026"}, "SSK-241", "month"),
        ({"yn": "maybe"}, "SSK-241", "yn"),
        ({"yn": ["yes"]}, "SSK-241", "yn"),
        ({"p": ["a", "z"]}, "SSK-241", "p"),
        ({"p": 5}, "SSK-241", "p"),
        ({"p": {"a": 1}}, "SSK-241", "p"),
        ({"img": "x.jpg"}, "SSK-241", "img"),
        ({"img": {"file": 5}}, "SSK-241", "img"),
        ({"img": FILE | {"sha256": "x" * 64}}, "SSK-241", "img"),
        ({"img": FILE | {"size": -1}}, "SSK-241", "img"),
    ],
)
def test_refused(given_, code, question):
    with pytest.raises(BadInput) as error:
        read_answers(MADE, given_)
    assert (error.value.code, error.value.facts["question"]) == (code, question)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(["t", "i", "d", "full", "yn", "p", "img", "r"]), ANYTHING))
def test_anything_is_kept_or_refused_and_kept_answers_stay(raw):
    try:
        kept = read_answers(MADE, raw)
    except BadInput:
        return
    assert read_answers(MADE, kept) == kept
