"""Word by word: nothing of either text is lost, and lines find their partners."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import word_differences as differences
from desktop_app.domain.word_differences import ADDED, REMOVED, SAME, aligned_lines, differing_words


def kinds(old, new):
    return [(piece.kind, piece.text) for piece in differing_words(old, new)]


def test_one_word_is_one_change():
    assert kinds("Giảm thời gian thay phôi", "Giảm chi phí thay phôi") == [
        (SAME, "Giảm "),
        (REMOVED, "thời gian"),
        (ADDED, "chi phí"),
        (SAME, " thay phôi"),
    ]


def test_numbers_stay_whole():
    assert kinds("lợi 1.250.000 đồng", "lợi 1.350.000 đồng") == [
        (SAME, "lợi "),
        (REMOVED, "1.250.000"),
        (ADDED, "1.350.000"),
        (SAME, " đồng"),
    ]


def test_the_same_and_nothing():
    assert kinds("Như cũ.", "Như cũ.") == [(SAME, "Như cũ.")]
    assert kinds("", "") == []
    assert kinds("", "Mới") == [(ADDED, "Mới")]
    assert kinds("Cũ", "") == [(REMOVED, "Cũ")]


WORDS = st.lists(st.sampled_from(["máy", "Máy", "dao", "1,5", ",", " ", "\n", "đ", "."])).map(
    "".join
)


@given(WORDS, WORDS)
def test_both_texts_are_whole_in_it(old, new):
    pieces = differing_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.kind != REMOVED) == new


def test_long_texts_take_the_faster_way_and_are_whole_too(monkeypatch):
    monkeypatch.setattr(differences, "_MOST_WORK", 10)
    old, new = "một hai ba bốn năm sáu", "một hai BA bốn sáu bảy"
    pieces = differing_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.kind != REMOVED) == new
    assert pieces[0].text.startswith("một hai")


def test_lines_find_their_partners():
    old = ["Nguyễn Văn An; 60", "Trần Thị Bình; 40"]
    new = ["Lê Văn Cường; 10", "Nguyễn Văn An; 50", "Trần Thị Bình; 40"]
    assert aligned_lines(old, new) == (
        (None, "Lê Văn Cường; 10"),
        ("Nguyễn Văn An; 60", "Nguyễn Văn An; 50"),
        ("Trần Thị Bình; 40", "Trần Thị Bình; 40"),
    )


def test_a_line_without_a_partner_is_removed_or_added():
    assert aligned_lines(["x y z"], []) == (("x y z", None),)
    assert aligned_lines(["a b c"], ["d e f"]) == (("a b c", None), (None, "d e f"))


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_every_line_stands_once(old, new):
    pairs = aligned_lines(old, new)
    assert sorted(mine for mine, _other in pairs if mine is not None) == sorted(old)
    assert [other for _mine, other in pairs if other is not None] == new
