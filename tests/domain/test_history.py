"""Undo and redo of answers, across restarts."""

import json

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.history import MOST_STEPS, AnswerHistory, path_of, path_text

TITLE = ("initiative_title",)


def typed(history, text, *, at=0.0, each=0.1, path=TITLE, before=None):
    for letter in text:
        after = (before or "") + letter
        history.note(path, before, after, at)
        before, at = after, at + each
    return before, at


def test_a_word_typed_in_one_go_is_one_step():
    history = AnswerHistory()
    now, _at = typed(history, "cải tiến gá")
    now = history.undo(TITLE, now)
    assert now == "cải tiến "
    now = history.undo(TITLE, now)
    assert now == "cải "
    assert history.redo(TITLE) == "cải tiến "
    assert history.redo(TITLE) == "cải tiến gá"
    assert not history.can_redo(TITLE)


def test_a_pause_begins_a_step_and_the_first_value_comes_back():
    history = AnswerHistory()
    now, at = typed(history, "gá")
    now, _at = typed(history, "kẹp", at=at + 5, before=now)
    assert history.undo(TITLE, now) == "gá"
    assert history.undo(TITLE, "gá") is None
    assert not history.can_undo(TITLE)


def test_words_rewritten_with_backspaces_are_one_step():
    history = AnswerHistory()
    stream = ["t", "ti", "tie", "tien", "tie", "ti", "tiê", "tiến"]
    before = None
    for number, value in enumerate(stream):
        history.note(TITLE, before, value, number * 0.05)
        before = value
    assert history.undo(TITLE, "tiến") is None


def test_what_changed_elsewhere_is_not_lost_by_undo():
    history = AnswerHistory()
    history.note(TITLE, "a", "b")
    assert history.undo(TITLE, "c") == "b"
    assert history.redo(TITLE) == "c"


def test_a_change_after_undo_ends_what_could_be_redone():
    history = AnswerHistory()
    history.note(TITLE, None, "a")
    history.note(TITLE, "a", "b")
    assert history.undo(TITLE, "b") == "a"
    history.note(TITLE, "a", "c")
    assert not history.can_redo(TITLE)
    assert history.undo(TITLE, "c") == "a"


def test_lines_that_moved_forget_the_steps_inside():
    history = AnswerHistory()
    inner = ("authors", 0, "full_name")
    history.note(inner, None, "Nguyễn Văn A")
    history.note(("authors",), [{"full_name": "A"}], [])
    history.forget_below(("authors",))
    assert not history.can_undo(inner)
    assert history.can_undo(("authors",))


class Kept:
    """Steps as a table keeps them."""

    def __init__(self):
        self.rows, self.places = {}, {}

    def keep(self, history):
        for change in history.changes():
            self.rows = {
                (path, number): value
                for (path, number), value in self.rows.items()
                if path != change.path or change.oldest <= number < change.since
            }
            for number, value in enumerate(change.values, start=change.since):
                self.rows[change.path, number] = json.dumps(value)
        self.places = history.places()
        history.all_kept()

    def read(self):
        rows = [(path, number, json.loads(v)) for (path, number), v in sorted(self.rows.items())]
        return AnswerHistory.read(rows, self.places)


actions = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.text("ab ", max_size=3)),
        st.sampled_from([("undo", ""), ("redo", ""), ("keep", ""), ("restart", "")]),
    ),
    max_size=60,
)


@given(actions)
def test_a_kept_history_goes_on_after_a_restart(does):
    """A history that is kept and read again now and then answers as one that never was."""
    steady, kept = AnswerHistory(), Kept()
    kept_one, value = AnswerHistory(), ""
    for verb, text in does:
        if verb == "type":
            for history in (steady, kept_one):
                history.note(TITLE, value, text)
            value = text
        elif verb in ("keep", "restart"):
            kept.keep(kept_one)
            if verb == "restart":
                kept_one = kept.read()
        elif getattr(steady, f"can_{verb}")(TITLE):
            given = (TITLE, value) if verb == "undo" else (TITLE,)
            value = getattr(steady, verb)(*given)
            assert getattr(kept_one, verb)(*given) == value
        assert kept_one.can_undo(TITLE) == steady.can_undo(TITLE)
        assert kept_one.can_redo(TITLE) == steady.can_redo(TITLE)


def test_only_the_newest_steps_stay():
    history, kept = AnswerHistory(), Kept()
    for number in range(MOST_STEPS + 20):
        history.note(TITLE, number, number + 1)
        kept.keep(history)
    assert len(kept.rows) == MOST_STEPS
    again, value = kept.read(), MOST_STEPS + 20
    while again.can_undo(TITLE):
        value = again.undo(TITLE, value)
    assert value == 21


def test_a_path_is_written_and_read():
    path = ("authors", 2, "tên “lạ”")
    assert path_of(path_text(path)) == path
