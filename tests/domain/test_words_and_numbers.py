from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import display_date, first_day, last_day, long_date, years_later
from desktop_app.domain.numbers import amount_in_words, format_number, number_in_words
from desktop_app.domain.text import ascii_name, fold, name_sort_key, sort_key, tidy


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (105, "Một trăm linh năm đồng"),
        (1_001, "Một nghìn không trăm linh một đồng"),
        (10_500_000, "Mười triệu năm trăm nghìn đồng"),
        (1_000_000_001, "Một tỷ không trăm linh một đồng"),
        (2_000_000_005, "Hai tỷ không trăm linh năm đồng"),
        (120_000_000, "Một trăm hai mươi triệu đồng"),
        (35_000_000_000, "Ba mươi lăm tỷ đồng"),
    ],
)
def test_amounts_in_words(dong, words):
    assert amount_in_words(dong) == words


@given(st.integers(0, 10**15))
def test_words_of_different_numbers_differ(number):
    assert number_in_words(number) != number_in_words(number + 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234567.89, "1.234.567,89"), (-0.0, "0"), (Decimal("10.50"), "10,5"), (1000, "1.000")],
)
def test_numbers(value, text):
    assert format_number(value) == text


@pytest.mark.parametrize(
    ("iso", "shown", "long"),
    [
        ("2020-03-05", "05/03/2020", "ngày 05 tháng 3 năm 2020"),
        ("2026-02-14", "14/02/2026", "ngày 14 tháng 02 năm 2026"),
        ("2026-12-01", "01/12/2026", "ngày 01 tháng 12 năm 2026"),
        ("2025-03", "tháng 3/2025", "tháng 3 năm 2025"),
        ("2025", "2025", "năm 2025"),
    ],
)
def test_dates(iso, shown, long):
    assert display_date(iso) == shown
    assert long_date(iso) == long


@pytest.mark.parametrize("wrong", ["2026-13", "2026-02-30", "26", "", "2026-1-1", "٢٠٢٦"])
def test_what_is_no_date_is_refused(wrong):
    with pytest.raises(ValueError, match="|"):
        first_day(wrong)


def test_a_month_means_its_days():
    assert (first_day("2024-02").isoformat(), last_day("2024-02").isoformat()) == (
        "2024-02-01",
        "2024-02-29",
    )
    assert years_later(first_day("2024-02-29"), 1).isoformat() == "2025-02-28"


def test_folding_finds_words_without_marks():
    assert fold("Đồ Gá khoan  ĐẶNG") == "do ga khoan dang"
    assert fold("hoà") == fold("hòa") == fold("hoà")


def test_sorting_is_the_dictionary_order():
    words = ["ơn", "ôn", "on", "đường", "dân", "da", "ân", "ẩn", "an", "ăn", "ạn", "án"]
    assert sorted(words, key=sort_key) == [
        "an", "án", "ạn", "ăn", "ân", "ẩn", "da", "dân", "đường", "on", "ôn", "ơn",
    ]  # fmt: skip


def test_names_sort_by_given_name_first():
    names = ["Nguyễn Văn Bình", "Trần An", "Đỗ Thị An"]
    assert sorted(names, key=name_sort_key) == ["Trần An", "Đỗ Thị An", "Nguyễn Văn Bình"]


def test_tidy_takes_away_what_nobody_sees():
    assert tidy("  Sổ\u00a0 sáng\u200b  kiến\n") == "Sổ sáng kiến"
    assert ascii_name("Cải tiến đồ gá!") == "cai-tien-do-ga"
