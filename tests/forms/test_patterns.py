"""Patterns: the same answers as a backtracking matcher gives, without its endless searches."""

import re
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.forms.patterns import BadPattern, TooCostly, pattern

TEXTS = ("", "a", "ab", "aab", "ba", "b1", "a-b", "aaaa", "a\nb", "AB", "1.5")


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab(|)*+?.[]{}^$\\dwsb1,-", max_size=10))
def test_same_as_the_standard_matcher(source):
    try:
        ours = pattern(source)
    except (BadPattern, TooCostly):
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            theirs = re.compile(source, re.ASCII)
        except re.error:
            return
    for text in TEXTS:
        assert ours.matches(text) == bool(theirs.fullmatch(text)), (source, text)


@pytest.mark.parametrize(
    ("source", "text", "fits"),
    [
        (r"^(0|[+]84)[0-9 .]{8,13}$", "0912 345 678", True),
        (r"^(0|[+]84)[0-9 .]{8,13}$", "912345678", False),
        (r"\p{L}+", "Nguyễn", True),
        (r"[\p{Lu} ]+", "TRẦN Ă", True),
        (r"\P{L}+", "123", True),
        (r"\p{Alpha}+", "Nguyễn", False),
        (r"^(?=.*\d)(?!.*x)[a-z\d]{3,}$", "ab1", True),
        (r"^(?=.*\d)(?!.*x)[a-z\d]{3,}$", "abx1", False),
        (r"(?i)kcs-\d{2}", "KCS-07", True),
        (r"(?:a|b)+?c", "abac", True),
        (r"\bab\b.*", "ab cd", True),
        (r"\u0041", "A", True),
        (r"[^\s,]+", "a,b", False),
    ],
)
def test_what_forms_use(source, text, fits):
    assert pattern(source).matches(text) is fits


@pytest.mark.parametrize(
    "source",
    ["(", "a)", "[a", "*", "a{", "(?<=a)b", r"(a)\1", "a{3,1}", "(?P<n>a)", r"\p{Xx}", "\\", "a++"],
)
def test_refused(source):
    with pytest.raises(BadPattern):
        pattern(source)


@pytest.mark.parametrize("source", ["((a{99}){99}){99}", "(" * 400 + "a" + ")" * 400, "[" * 300])
def test_too_large(source):
    with pytest.raises(TooCostly):
        pattern(source)


@pytest.mark.parametrize(
    "source", ["(a+)+$", "(a|aa)+", "(.*)*(.*)*x", "(a?){200}a{200}", ".*.*.*b"]
)
def test_no_search_is_endless(source):
    assert not pattern(source).matches("a" * 20_000 + "c")
