"""Numbers and amounts as people type them: understood or asked about, never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.numbers import format_number, read_amount, read_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.234.567,89", "1234567.89"),
        ("1234567,89", "1234567.89"),
        ("1 200 000", "1200000"),
        ("1.200.000", "1200000"),
        ("1,200,000", "1200000"),
        ("-3,5", "-3.5"),
        ("\u22123", "-3"),
        ("0", "0"),
        ("1.5", None),
        ("1.50.000", None),
        ("12.345.67", None),
        ("", None),
        ("ba", None),
        ("1e5", None),
        ("٣", None),
    ],
)
def test_a_number_has_one_reading_or_none(typed, value):
    read = read_number(typed)
    assert read.value == (None if value is None else Decimal(value))
    assert bool(read.doubt) == (value is None)


def test_one_comma_before_three_digits_is_asked_about_where_a_whole_number_stands():
    read = read_number("1,200", whole=True)
    assert (read.value, read.doubt) == (None, "ambiguous")
    assert read.readings == (Decimal("1.2"), Decimal(1200))
    assert read_number("1,200").value == Decimal("1.2")


@pytest.mark.parametrize(
    ("typed", "dong"),
    [
        ("35 triệu", 35_000_000),
        ("35triệu", 35_000_000),
        ("35 tr", 35_000_000),
        ("1,2 tỷ", 1_200_000_000),
        ("1,2 tỉ đồng", 1_200_000_000),
        ("1.5 tỷ", 1_500_000_000),
        ("1.500 triệu", 1_500_000_000),
        ("2 tỷ 350 triệu", 2_350_000_000),
        ("2 tỷ, 350 triệu", 2_350_000_000),
        ("1 triệu rưỡi", 1_500_000),
        ("500k", 500_000),
        ("500 nghìn", 500_000),
        ("500 ngàn đ", 500_000),
        ("1.200.000", 1_200_000),
        ("1.200.000 đồng", 1_200_000),
        ("1.200.000đ", 1_200_000),
        ("1,200,000 VND", 1_200_000),
        ("35 Triệu", 35_000_000),
        ("35", 35),
        ("1 triệu 2", None),
        ("350 triệu 2 tỷ", None),
        ("khoảng 35 triệu", None),
        ("35 triệu/năm", None),
        ("35-40 triệu", None),
        ("1,200", None),
        ("1,200 triệu", None),
        ("1,2", None),
        ("0,0000001 triệu", None),
        ("triệu", None),
        ("", None),
    ],
)
def test_amounts_are_understood_or_asked_about(typed, dong):
    read = read_amount(typed)
    assert read.value == dong
    assert bool(read.doubt) == (dong is None)


def test_decomposed_letters_are_the_same_words():
    import unicodedata

    assert read_amount(unicodedata.normalize("NFD", "35 triệu")).value == 35_000_000


@given(st.integers(min_value=0, max_value=10**15))
def test_what_is_written_is_read_back(value):
    assert read_number(format_number(value), whole=True).value == value
    assert read_amount(f"{format_number(value)} đồng").value == value


@given(st.text(max_size=20))
def test_any_text_has_an_answer(text):
    for read in (read_number(text), read_amount(text)):
        assert (read.value is None) == bool(read.doubt)
