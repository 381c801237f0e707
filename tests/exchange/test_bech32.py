"""Bech32: the vectors of BIP 173, and age keys there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange import bech32, sealing

VALID = [
    "A12UEL5L",
    "a12uel5l",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "11" + "q" * 82 + "c8247j",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
    "?1ezyfcl",
]
INVALID = [
    "\x201nwldj5",
    "\x7f1axkwrx",
    "\x801eym55h",
    "an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1569pvx",
    "pzry9x0s0muk",
    "1pzry9x0s0muk",
    "x1b4n0q5v",
    "li1dgmt3",
    "de1lg7wt\xff",
    "A1G7SGD8",
    "10a06t8",
    "1qzzfhee",
    "A12uEL5L",
    "",
]


@pytest.mark.parametrize("text", VALID)
def test_valid_ones_are_read_and_written_again(text):
    prefix, values = bech32.decode_values(text)
    assert bech32.encode_values(prefix, values) == text.lower()
    place = text.lower().rindex("1") + 1
    flipped = text[:place] + ("q" if text[place].lower() != "q" else "p") + text[place + 1 :]
    with pytest.raises(ValueError, match="not bech32"):
        bech32.decode_values(flipped)


@pytest.mark.parametrize("text", INVALID, ids=ascii)
def test_invalid_ones_are_refused(text):
    with pytest.raises(ValueError, match="not bech32"):
        bech32.decode_values(text)


def test_bits_left_over_are_refused():
    for values in ([0], [31, 31, 31], [31, 1], [0] * 9):
        with pytest.raises(ValueError, match="left over"):
            bech32.decode(bech32.encode_values("x", values))


@pytest.mark.parametrize("prefix", ["", "ABC", "a b"])
def test_a_prefix_that_is_none_is_refused(prefix):
    with pytest.raises(ValueError, match="prefix"):
        bech32.encode(prefix, b"x")


@given(st.binary(max_size=40))
def test_bytes_come_back(data):
    assert bech32.decode(bech32.encode("x", data)) == ("x", data)


def test_keys_of_age_come_back_and_have_the_same_public_key():
    identity = sealing.make_identity()
    prefix, secret = bech32.decode(identity)
    assert (prefix, len(secret)) == ("age-secret-key-", 32)
    assert bech32.encode(prefix, secret).upper() == identity
    other = bech32.encode(prefix, secret[:-1] + bytes([secret[-1] ^ 1])).upper()
    assert sealing.recipient_of(other) != sealing.recipient_of(identity)
