"""Numbers and amounts as Vietnamese papers write them, in figures and in words.

Rules: domain.md 5.3 and 5.4 (linh, mốt, tư, lăm; the short way over empty groups).
"""

from decimal import Decimal

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_UNITS = ("", "nghìn", "triệu")


def exact(value: int | float | Decimal) -> Decimal:
    """Return a number as the decimal a person wrote: 0.1 is one tenth."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def format_number(value: int | float | Decimal) -> str:
    """Return ``1.234.567,89``; no trailing zeros after the comma."""
    plain = f"{exact(value):f}"
    sign, plain = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, fraction = plain.partition(".")
    fraction = fraction.rstrip("0")
    grouped = f"{int(whole):,}".replace(",", ".")
    if grouped == "0" and not fraction:
        sign = ""
    return sign + grouped + ("," + fraction if fraction else "")


def format_money(dong: int) -> str:
    """Return ``1.234.567 đồng``."""
    return f"{format_number(dong)} đồng"


def format_percent(value: int | float | Decimal) -> str:
    """Return ``90 %`` with a space that does not break."""
    return f"{format_number(value)}\u00a0%"


def _three_digits(group: int, *, leading: bool) -> list[str]:
    """Return the words of 1 to 999; a group that does not lead says its empty hundreds."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    words: list[str] = []
    if hundreds or not leading:
        words += [_DIGITS[hundreds], "trăm"]
    if tens == 0:
        if ones:
            words += ["linh", _DIGITS[ones]] if words else [_DIGITS[ones]]
        return words
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 1 and tens > 1:
        words.append("mốt")
    elif ones == 4 and tens > 1:
        words.append("tư")
    elif ones == 5:
        words.append("lăm")
    elif ones:
        words.append(_DIGITS[ones])
    return words


def number_in_words(value: int) -> str:
    """Return a whole number in Vietnamese words, small letters: 105 is ``một trăm linh năm``."""
    if value < 0:
        return "âm " + number_in_words(-value)
    if value == 0:
        return _DIGITS[0]
    billions, below = divmod(value, 10**9)
    words: list[str] = []
    if billions:
        words += [*number_in_words(billions).split(), "tỷ"]
    for power in (2, 1, 0):
        group = below // 1000**power % 1000
        if group:
            words += _three_digits(group, leading=not words)
            words += [_UNITS[power]] if power else []
    return " ".join(words)


def amount_in_words(dong: int) -> str:
    """Return an amount for a paper: 15 is ``Mười lăm đồng``."""
    words = number_in_words(dong) + " đồng"
    return words[0].upper() + words[1:]
