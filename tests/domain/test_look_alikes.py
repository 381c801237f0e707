"""Letters of other scripts, and characters nobody sees."""

import unicodedata

import pytest

from desktop_app.domain.legacy_text import Encoding, from_unicode
from desktop_app.domain.look_alikes import look_alikes, with_latin
from desktop_app.domain.text import clean


def test_a_published_title_with_a_cyrillic_letter():
    title = "Сải tạo bơm ngầm ЭЦВ6-6,3 dùng để bơm sản phẩm dầu từ bình Slop Caisson"
    (found,) = look_alikes(title)
    assert (found.place, found.letter, found.meant, found.word) == (0, "С", "C", "Сải")
    assert with_latin(title) == "C" + title[1:]


@pytest.mark.parametrize("text", ["Cải tạo bơm ЭЦВ6", "Бош", "α và β", "Ω", "10 μm", "", "x"])
def test_whole_foreign_words_are_left_alone(text):
    assert look_alikes(text) == ()
    assert with_latin(text) == text


def test_greek_inside_a_word():
    assert with_latin("Τhay phοi") == "Thay phoi"


def test_what_nobody_sees_is_cleaned():
    assert clean("a\u200bb\ufeff c\u00a0d") == "ab c d"
    assert clean(unicodedata.normalize("NFD", "Đồ gá")) == "Đồ gá"
    assert clean("kỹ\u00ad thuật") == "kỹ thuật"


def test_a_soft_hyphen_that_is_a_letter_stays():
    seen = from_unicode("người công nhân phân xưởng dệt", Encoding.TCVN3)
    assert "\u00ad" in seen
    assert clean(seen) == seen
