"""Keys typed from paper: tolerant where nothing is at stake, exact and helpful where it is."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import BadInput
from desktop_app.exchange import bech32
from desktop_app.exchange.key_paper_words import keys_from_paper, paper_code, paper_lines
from desktop_app.exchange.keys import Keys, make_keys


def typed(lines, *, numbers=False):
    return "\n".join(
        (f"{number}.  " if numbers else "") + " ".join(line) for number, line in enumerate(lines, 1)
    )


def refused(text):
    with pytest.raises(BadInput) as raised:
        keys_from_paper(text)
    return raised.value


@pytest.fixture(scope="module")
def keys():
    return make_keys()


@settings(max_examples=30, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_every_pair_of_keys_comes_back(seed, secret):
    given_keys = Keys(seed, bech32.encode("age-secret-key-", secret).upper())
    lines = paper_lines(given_keys)
    assert [len(line) for line in lines] == [5] * 11
    assert keys_from_paper(typed(lines)) == given_keys
    assert keys_from_paper(paper_code(given_keys)) == given_keys


def test_how_it_is_typed_does_not_matter(keys):
    lines = paper_lines(keys)
    for text in (
        typed(lines, numbers=True),
        typed(lines).upper(),
        typed(lines).replace(" ", "   ").replace("\n", "\r\n\r\n"),
        " ".join(typed(lines).split()),
        typed(lines, numbers=True).replace(" ", ", "),
        typed(lines).replace("e", "ê").replace("o", "ò").replace("d", "đ"),
        "\ufeff" + typed(lines),
    ):
        assert keys_from_paper(text) == keys


def test_a_word_that_is_none_is_named_with_what_was_meant(keys):
    for number in range(11):
        for place in range(5):
            lines = [list(line) for line in paper_lines(keys)]
            meant = lines[number][place]
            lines[number][place] = meant + "x"
            error = refused(typed(lines))
            assert (error.code, error.facts["line"]) == ("SSK-612", number + 1)
            assert error.facts["word"] == meant + "x"
            assert error.facts["nearest"] == meant


def test_another_word_of_the_list_is_found_in_its_line(keys):
    # Twelve bits check a line: one in 4096 wrong words would pass it, and then fail the whole.
    found = 0
    for number in range(11):
        lines = [list(line) for line in paper_lines(keys)]
        lines[number][1] = "baba" if lines[number][1] != "baba" else "bebe"
        error = refused(typed(lines))
        assert error.code in ("SSK-613", "SSK-614")
        found += error.code == "SSK-613" and error.facts["line"] == number + 1
    assert found >= 10


def test_lines_in_each_others_place_are_named(keys):
    lines = list(paper_lines(keys))
    lines[2], lines[7] = lines[7], lines[2]
    error = refused(typed(lines))
    assert (error.code, error.facts["line"]) == ("SSK-613", 3)


def test_lines_of_two_papers_are_told_apart(keys):
    lines = [*paper_lines(keys)[:5], *paper_lines(make_keys())[5:]]
    assert refused(typed(lines)).code == "SSK-614"


def test_missing_lines_and_words_are_counted(keys):
    lines = paper_lines(keys)
    error = refused(typed(lines[:-1]))
    assert (error.code, error.facts["lines"], error.facts["found"]) == ("SSK-610", 11, 10)
    assert refused("").facts["found"] == 0
    short = [*lines[:3], lines[3][:4], *lines[4:]]
    error = refused(typed(short))
    assert (error.code, error.facts["line"], error.facts["found"]) == ("SSK-611", 4, 4)


def test_a_square_code_that_was_not_read_whole_is_refused(keys):
    code = paper_code(keys)
    assert keys_from_paper(f"  {code.lower()}\n") == keys
    assert refused(code[:-3]).code in ("SSK-614", "SSK-615")
    assert refused(code[:20] + "!" + code[21:]).code == "SSK-615"
    other = "A" if code[20] != "A" else "B"
    assert refused(code[:20] + other + code[21:]).code == "SSK-614"


def test_nothing_but_the_secrets_and_their_sum_is_in_the_square_code(keys):
    letters = paper_code(keys).removeprefix("SSKKEY1:")
    raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    assert len(raw) == 66
    assert raw[:32] == keys.sign_seed
    assert raw[32:64] == bech32.decode(keys.age_identity)[1]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_refused_with_a_code(text):
    assert refused(text).code.startswith("SSK-61")
