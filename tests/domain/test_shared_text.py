"""What two texts share, told as places of the originals."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.shared_text import Span, normal, shared_spans


def marked(first, second):
    ours, theirs = shared_spans(first, second)
    return [first[s.begin : s.end] for s in ours], [second[s.begin : s.end] for s in theirs]


def test_shared_phrases_are_found_without_marks_and_case():
    assert marked("Lắp ba béc phun sương quanh bể.", "BA BEC phun sương, quanh hồ") == (
        ["ba béc phun sương quanh"],
        ["BA BEC phun sương, quanh"],
    )


def test_moved_phrases_are_found_too():
    ours, theirs = marked("tay kẹp lệch tâm, hai chốt côn", "hai chốt côn rồi tay kẹp lệch tâm")
    assert sorted(ours) == ["hai chốt côn", "tay kẹp lệch tâm"]
    assert sorted(theirs) == ["hai chốt côn", "tay kẹp lệch tâm"]


def test_a_short_word_alone_is_no_share_but_a_number_is():
    assert marked("và một", "cũng và") == ([], [])
    assert marked("còn 12 giây", "hết 12 phút") == (["12"], ["12"])


def test_nothing_shared():
    assert shared_spans("", "một hai") == ((), ())
    assert shared_spans("ba bốn", "một hai") == ((), ())


@given(st.text(alphabet="ab ô1.", max_size=40), st.text(alphabet="ab ô1.", max_size=40))
def test_places_lie_in_the_texts_and_never_over_each_other(first, second):
    first, second = normal(first), normal(second)
    for text, spans in zip((first, second), shared_spans(first, second), strict=True):
        end = 0
        for span in spans:
            assert isinstance(span, Span)
            assert end <= span.begin < span.end <= len(text)
            end = span.end
