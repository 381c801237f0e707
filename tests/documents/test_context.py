"""What templates can print: answers as Vietnamese papers write them."""

import pytest

from desktop_app.documents import printed
from desktop_app.documents.context import Picture, build_context
from tests.documents.conftest import SYSTEM, built_in_form

ANSWERS = {
    "initiative_title": "Cải tiến đồ gá",
    "solution_type": "technical",
    "first_applied_date": "2026-03",
    "applied_from": "2026",
    "sign_date": "2026-03-05",
    "benefit_value": 34452000,
    "authors": [{"full_name": "Lò Thị Mai", "contribution_percent": 62.5, "birth_date": "1990"}],
    "measures": [{"indicator": "Lỗi", "before": 3.2, "after": 0.8}],
    "figures": [
        {"file": {"sha256": "f", "name": "ảnh.jpg", "size": 3, "media_type": "image/jpeg"}}
    ],
}


def test_answers_become_what_papers_write() -> None:
    context = build_context(built_in_form(), ANSWERS, system=SYSTEM)

    assert context["solution_type"] == "Giải pháp kỹ thuật"
    assert context["first_applied_date"] == "tháng 3/2026"
    assert context["applied_from"] == "2026"
    assert context["sign_date"] == "05/03/2026"
    assert context["benefit_value"] == "34.452.000"
    assert context["authors"][0]["stt"] == 1
    assert context["authors"][0]["contribution_percent"] == "62,5"
    assert context["measures"][0]["before"] == "3,2"
    assert context["figures"][0]["file"] == "ảnh.jpg"
    assert context["necessity"] == ""
    assert context["steps"] == []
    assert context["raw"] == ANSWERS
    assert context["unit_name"] == SYSTEM["unit_name"]


def test_labels_follow_the_language() -> None:
    context = build_context(built_in_form(), ANSWERS, language="en")

    assert context["solution_type"] != "Giải pháp kỹ thuật"
    assert context["solution_type"] != "technical"


def test_pictures_are_read_only_when_a_reader_is_given() -> None:
    context = build_context(built_in_form(), ANSWERS, pictures=lambda sha256: sha256.encode())

    assert context["figures"][0]["file"] == Picture(b"f", "image/jpeg")


def test_a_date_that_is_none_yet_stops_nothing() -> None:
    assert build_context(built_in_form(), {"sign_date": "mai"})["sign_date"] == "mai"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2020-03-05", "ngày 05 tháng 3 năm 2020"),
        ("05/03/2020", "ngày 05 tháng 3 năm 2020"),
        ("2020-02-15", "ngày 15 tháng 02 năm 2020"),
        ("tháng 3/2025", "tháng 3 năm 2025"),
        ("2025", "năm 2025"),
        ("", "ngày … tháng … năm …"),
        ("mai", "mai"),
    ],
)
def test_long_dates_from_kept_and_displayed_ones(value: str, said: str) -> None:
    assert printed.long_date(value) == said


@pytest.mark.parametrize("value", [34452000, 34452000.0, "34.452.000", "34452000"])
def test_amounts_from_kept_and_displayed_ones(value: object) -> None:
    assert printed.money(value) == "34.452.000 đồng"
    assert printed.in_words(value).startswith("Ba mươi tư triệu bốn trăm năm mươi hai nghìn")


def test_what_is_no_number_is_printed_as_it_stands() -> None:
    assert printed.money("chưa rõ") == "chưa rõ"
    assert printed.in_words("") == ""
    assert printed.percent("62,5") == "62,5\u00a0%"
    assert printed.percent(-70) == "-70\u00a0%"
    assert printed.sentence("Xong") == "Xong."
    assert printed.sentence("Xong!") == "Xong!"
