"""Sets of characters patterns name: ``\\d``, ``\\p{L}``."""

import unicodedata
from collections.abc import Callable
from functools import cache


class BadPattern(ValueError):
    """The text is no pattern, or uses what is not supported."""


class TooCostly(ValueError):
    """The pattern has too many states, or the text is too long for it."""


Test = Callable[[str], bool]

CLASSES: dict[str, Test] = {
    "d": lambda c: "0" <= c <= "9",
    "w": lambda c: c.isascii() and (c.isalnum() or c == "_"),
    "s": lambda c: c in " \t\n\r\f\v",
}
_POSIX: dict[str, Test] = {
    "Lower": lambda c: "a" <= c <= "z",
    "Upper": lambda c: "A" <= c <= "Z",
    "Alpha": lambda c: c.isascii() and c.isalpha(),
    "Digit": CLASSES["d"],
    "Alnum": lambda c: c.isascii() and c.isalnum(),
    "Punct": lambda c: c.isascii() and c.isprintable() and not c.isalnum() and c != " ",
    "Space": CLASSES["s"],
    "IsAlphabetic": str.isalpha,
    "IsLetter": str.isalpha,
    "IsDigit": str.isdigit,
    "IsUppercase": str.isupper,
    "IsLowercase": str.islower,
}
_CATEGORIES = frozenset(unicodedata.category(chr(code)) for code in range(0x3000))


def opposite(test: Test) -> Test:
    """Return the test for every other character."""
    return lambda c: not test(c)


@cache
def property_test(name: str) -> Test:
    """Return the test for a property such as ``Lu`` or ``IsAlphabetic``. Raises BadPattern."""
    if name in _POSIX:
        return _POSIX[name]
    short = name.removeprefix("Is").removeprefix("general_category=")
    if short in _CATEGORIES or any(category[0] == short for category in _CATEGORIES):
        return lambda c: unicodedata.category(c).startswith(short)
    raise BadPattern(f"\\p{{{name}}}")
