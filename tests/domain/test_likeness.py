"""How alike two reports are, and which marks they are looked up by."""

from desktop_app.domain.likeness import (
    ALIKE,
    Said,
    common_pairs,
    compare,
    marks_of,
    pairs_of,
    said_in,
    words_of,
)

IDEA = "Lắp hai chốt định vị hình côn và một tay kẹp lệch tâm để phôi tự vào đúng tâm"


def said(title, idea=""):
    return said_in({"initiative_title": title, "solution_overview": idea})


def test_marks_and_case_and_form_make_no_difference():
    one = said("Đồ gá khoan bản lề", IDEA)
    other = said("DO GA KHOAN, BAN LE", "lap hai chot dinh vi hinh con va mot tay kep lech tam, de "
                 "phoi tu vao dung tam")  # fmt: skip
    assert one == other
    assert compare(one, other).percent == 100


def test_another_idea_under_the_same_title_is_not_alike():
    other = "Uốn khay tôn hứng dầu dưới trụ kim, lót mút thấm dầu thay hằng ngày và thay phớt mới"
    likeness = compare(said("Cải tiến máy khoan bàn", IDEA), said("Cải tiến máy khoan bàn", other))
    assert (likeness.title, likeness.body) == (100, 0)
    assert likeness.percent < ALIKE


def test_the_same_idea_under_another_title_is():
    likeness = compare(said("Cải tiến máy khoan bàn", IDEA), said("Gá kẹp nhanh", IDEA))
    assert likeness.body == 100
    assert likeness.percent >= ALIKE


def test_titles_alone_decide_where_nothing_else_is_said():
    one, other = said("Cải tiến đồ gá khoan bản lề"), said("Cải tiến đồ gá khoan bản lề tủ")
    assert compare(one, other).percent >= ALIKE
    assert compare(one, said("Cải tiến nồi hơi đốt than")).percent == 0


def test_an_idea_in_few_words_is_compared_with_all_the_report_says():
    short = {"initiative_title": "Gá khoan", "solution_overview": "Làm gá mới", "necessity": IDEA}
    assert pairs_of(words_of(IDEA)) <= said_in(short).pairs
    long = short | {"solution_overview": IDEA, "necessity": "Trước đây thợ phải căn bằng thước rồi"}
    assert said_in(long).pairs == pairs_of(words_of(IDEA))


def test_steps_tell_the_idea_too_and_strange_answers_nothing():
    steps = [{"name": "Bước một", "method": IDEA}, "x", {"method": 3}]
    assert pairs_of(words_of(IDEA)) <= said_in({"steps": steps}).pairs
    assert said_in({"steps": "x", "initiative_title": 7, "solution_overview": ["a"]}).title == "7"


def test_two_shared_pairs_of_two_are_not_the_same():
    few = Said("a b c", frozenset({1, 2}))
    assert compare(few, Said("x y z", frozenset({1, 2}))).body == 50


def test_what_everybody_says_does_not_count():
    everybody = frozenset(range(20))
    sample = [everybody | {100 + n} for n in range(50)]
    common = common_pairs(sample)
    assert common == dict.fromkeys(everybody, 0.0)
    one, other = Said("a b", everybody | {500}), Said("c d", everybody | {600})
    assert compare(one, other).body > 90
    assert compare(one, other, common).body == 0


def test_the_rarer_a_pair_the_more_it_tells():
    sample = [
        frozenset({1} if n < 50 else {2}) | frozenset({3} if n < 5 else ()) for n in range(100)
    ]
    common = common_pairs(sample)
    assert common[1] == common[2] < common[3] < 1
    assert 4 not in common


def test_a_book_of_few_reports_has_nothing_everybody_says():
    assert common_pairs([frozenset({1, 2})] * 20) == {}


def test_marks_are_few_and_the_same_for_the_same_pairs():
    long = Said("một hai ba", frozenset(range(1000)))
    assert len(marks_of(long)) == 2 + 32
    shared = Said("bốn năm sáu", frozenset(range(5, 1005)))
    assert len(marks_of(long) & marks_of(shared)) == 27
