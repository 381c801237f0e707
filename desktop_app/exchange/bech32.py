"""Bech32 (BIP 173): how age writes its keys, with a checksum that finds a mistyped letter."""

from collections.abc import Iterable

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM = 6
_LONGEST = 90


def encode(prefix: str, data: bytes) -> str:
    """Return bytes as bech32 in small letters. Raises ValueError for a prefix that is none."""
    return encode_values(prefix, _regroup(data, 8, 5, pad=True))


def decode(text: str) -> tuple[str, bytes]:
    """Return prefix (in small letters) and bytes.

    Raises ValueError for whatever is not in its one form.
    """
    prefix, values = decode_values(text)
    return prefix, bytes(_regroup(values, 5, 8, pad=False))


def encode_values(prefix: str, values: list[int]) -> str:
    """Return values of five bits as bech32. Raises ValueError for a prefix that is none."""
    if prefix != prefix.lower() or not _is_prefix(prefix):
        raise ValueError("not a prefix")
    sum_of = _polymod([*_spread(prefix), *values, *[0] * _CHECKSUM]) ^ 1
    checksum = [sum_of >> 5 * (_CHECKSUM - 1 - place) & 31 for place in range(_CHECKSUM)]
    text = prefix + "1" + "".join(_LETTERS[value] for value in [*values, *checksum])
    if len(text) > _LONGEST:
        raise ValueError("too long")
    return text


def decode_values(text: str) -> tuple[str, list[int]]:
    """Return prefix and values of five bits. Raises ValueError for whatever is no bech32."""
    if len(text) > _LONGEST or text not in (text.lower(), text.upper()):
        raise ValueError("not bech32: length or mixed case")
    prefix, one, rest = text.lower().rpartition("1")
    if not one or not _is_prefix(prefix) or len(rest) < _CHECKSUM:
        raise ValueError("not bech32: no prefix or no checksum")
    try:
        values = [_PLACES[letter] for letter in rest]
    except KeyError as error:
        raise ValueError("not bech32: a letter that is none of it") from error
    if _polymod([*_spread(prefix), *values]) != 1:
        raise ValueError("not bech32: the checksum does not fit")
    return prefix, values[:-_CHECKSUM]


def _is_prefix(prefix: str) -> bool:
    return bool(prefix) and all("!" <= letter <= "~" for letter in prefix)


def _spread(prefix: str) -> list[int]:
    codes = [ord(letter) for letter in prefix]
    return [*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)]


def _polymod(values: Iterable[int]) -> int:
    found = 1
    for value in values:
        top = found >> 25
        found = (found & 0x1FFFFFF) << 5 ^ value
        for place, part in enumerate(_GENERATOR):
            found ^= part if top >> place & 1 else 0
    return found


def _regroup(values: Iterable[int], width: int, wanted: int, *, pad: bool) -> list[int]:
    """Return the same bits in groups of another width."""
    held = bits = 0
    made: list[int] = []
    for value in values:
        held, bits = held << width | value, bits + width
        while bits >= wanted:
            bits -= wanted
            made.append(held >> bits & (1 << wanted) - 1)
        held &= (1 << bits) - 1
    if pad and bits:
        made.append(held << wanted - bits & (1 << wanted) - 1)
    elif not pad and (bits >= width or held):
        raise ValueError("bits are left over")
    return made
