"""What is suggested for the letters of a report, and what is left alone."""

from desktop_app.domain.cleaning import Reason, suggestions
from desktop_app.domain.legacy_text import Encoding


def test_old_text_and_look_alikes_are_found_where_they_stand():
    answers = {
        "initiative_title": "C¶i tiÕn ®å g¸ khoan lç b¶n lÒ",
        "authors": [{"full_name": "Nguyễn Văn Аn"}, {"full_name": "Y Blôk Êban"}],
        "figures": [{"picture": {"sha256": "0" * 64, "name": "¶nh tr­íc khi lµm.jpg"}}],
        "novelty": "Lần đầu ở phân xưởng này.",
        "count": 3,
    }
    title, name = suggestions(answers)
    assert title.path == ("initiative_title",)
    assert title.after == "Cải tiến đồ gá khoan lỗ bản lề"
    assert (title.reason, title.encoding) == (Reason.LEGACY, Encoding.TCVN3)
    assert name.path == ("authors", 0, "full_name")
    assert name.after == "Nguyễn Văn An"
    assert (name.reason, name.word) == (Reason.LOOK_ALIKE, "Аn")


def test_what_is_mended_needs_no_mending():
    answers = {"purpose": "Gi¶m thêi gian thay ph«i tõ 40 gi©y xuèng 12."}
    (found,) = suggestions(answers)
    assert suggestions({"purpose": found.after}) == ()


def test_old_and_new_text_in_one_answer():
    (found,) = suggestions({"purpose": "Quận 1, C«ng ty cæ phÇn dÖt may, thành phố Hồ Chí Minh"})
    assert found.after == "Quận 1, Công ty cổ phần dệt may, thành phố Hồ Chí Minh"
