import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.canonical import canonical_json, revision_hash

# RFC 8785, appendix B: IEEE 754 bits and the text they must become.
NUMBERS = {
    "0000000000000000": "0",
    "8000000000000000": "0",
    "0000000000000001": "5e-324",
    "7fefffffffffffff": "1.7976931348623157e+308",
    "4340000000000000": "9007199254740992",
    "44b52d02c7e14af5": "9.999999999999997e+22",
    "44b52d02c7e14af6": "1e+23",
    "444b1ae4d6e2ef4e": "999999999999999700000",
    "444b1ae4d6e2ef50": "1e+21",
    "3eb0c6f7a0b5ed8c": "9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d": "0.000001",
    "41b3de4355555553": "333333333.3333332",
}


@pytest.mark.parametrize(("bits", "text"), NUMBERS.items())
def test_numbers_as_the_standard_wants(bits, text):
    (number,) = struct.unpack(">d", bytes.fromhex(bits))
    assert canonical_json(number).decode() == text


def test_keys_sort_by_utf16():
    value = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\x80": 6, "ö": 7}
    assert list(json.loads(canonical_json(value))) == [
        "\r", "1", "\x80", "ö", "\u20ac", "\U0001f600", "\ufb33",
    ]  # fmt: skip


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(-(2.0**52), 2.0**52)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)


@given(VALUES)
def test_reading_back_gives_the_same(value):
    try:
        written = canonical_json(value)
    except UnicodeEncodeError:
        return  # half a character cannot be carried
    assert json.loads(written) == value
    assert canonical_json(json.loads(written)) == written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, {1: 2}, object()])
def test_what_others_could_not_read_is_refused(value):
    with pytest.raises(ValueError, match="."):
        canonical_json(value)


def test_the_mark_changes_with_anything_it_covers():
    base = revision_hash({"a": 1}, "f", "1", ["b" * 64, "a" * 64])
    assert base == revision_hash({"a": 1}, "f", "1", ["a" * 64, "b" * 64])
    assert base != revision_hash({"a": 2}, "f", "1", ["b" * 64, "a" * 64])
    assert base != revision_hash({"a": 1}, "f", "2", ["b" * 64, "a" * 64])
    assert base != revision_hash({"a": 1}, "f", "1", ["b" * 64])
