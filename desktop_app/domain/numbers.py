"""Numbers and amounts as Vietnamese papers write them, in figures and in words.

Rules: domain.md 5.3 and 5.4 (linh, mốt, tư, lăm; the short way over empty groups).
"""

import re
import unicodedata
from dataclasses import dataclass
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


_MB, _GB = 10**6, 10**9


def size_text(size: int) -> str:
    """Return a size as people say it: ``5 KB``, ``1,2 MB``, ``12,4 GB``; MB are 10^6 bytes."""
    if size >= _GB:
        return f"{format_number(round(size / _GB, 1))} GB"
    if size >= _MB:
        return f"{format_number(round(size / _MB, 1))} MB"
    return f"{format_number(max(1, -(-size // 1000)))} KB"


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


# Reading what people type


@dataclass(frozen=True)
class NumberText:
    """A number as typed: ``value`` when it can mean one thing only, else why not.

    ``doubt`` is empty, ``ambiguous`` (two readings are in use) or ``unclear`` (none).
    """

    value: Decimal | None
    doubt: str = ""
    readings: tuple[Decimal, ...] = ()


_PLAIN = re.compile(r"\d+(?:,\d+)?\Z", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z", re.ASCII)
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){2,}\Z", re.ASCII)
_POINT = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})\Z", re.ASCII)
_ONE_COMMA = re.compile(r"(\d{1,3}),(\d{3})\Z", re.ASCII)
_SPACES_IN = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_AMOUNT_UNITS = {
    **dict.fromkeys(("tỷ", "tỉ", "ty", "ti"), 10**9),
    **dict.fromkeys(("triệu", "trieu", "tr"), 10**6),
    **dict.fromkeys(("nghìn", "ngàn", "nghin", "ngan", "k"), 10**3),
}
_CURRENCY = re.compile(r"(?:đồng|đ|vnđ|vnd|₫)\.?\s*\Z")
_PIECE = re.compile(
    r"\s*(?P<number>\d[\d.,]*)\s*(?P<unit>[^\W\d_]+)?(?P<half>\s+rưỡi)?\s*,?", re.UNICODE
)


def read_number(text: str, *, whole: bool = False) -> NumberText:
    """Return what a typed number means: 1.234.567,89 as Vietnamese papers write it.

    ``1,200`` is a decimal in Vietnamese and 1200 in English: where a whole number is asked it is
    ambiguous, never guessed; ``1.5`` is unclear, for a point separates thousands.
    """
    plain = _SPACES_IN.sub("", text.strip().replace("\u2212", "-"))
    sign = -1 if plain.startswith("-") else 1
    plain = plain.removeprefix("-").strip()
    if _ONE_COMMA.match(plain) and whole:
        first, rest = plain.split(",")
        readings = (sign * Decimal(f"{first}.{rest}"), sign * Decimal(first + rest))
        return NumberText(None, "ambiguous", readings)
    if _PLAIN.match(plain) or _GROUPED.match(plain):
        value = sign * Decimal(plain.replace(".", "").replace(",", "."))
    elif _COMMAS.match(plain):
        # Two commas or more can only be thousands.
        value = sign * Decimal(plain.replace(",", ""))
    else:
        return NumberText(None, "unclear")
    if whole and value != value.to_integral_value():
        return NumberText(None, "unclear")
    return NumberText(value)


def read_amount(text: str) -> NumberText:
    """Return what a typed amount of money means, in đồng.

    ``35 triệu``, ``1,2 tỷ``, ``2 tỷ 350 triệu``, ``1 triệu rưỡi``, ``500k``, ``1.200.000 đ``. A
    small number alone, as in ``35``, is 35 đồng. ``1 triệu 2`` is unclear: write 1,2 triệu.
    """
    plain = _SPACES_IN.sub("", unicodedata.normalize("NFC", text).strip().casefold())
    plain = _CURRENCY.sub("", plain).strip()
    if not any(letter.isalpha() for letter in plain):
        return read_number(plain, whole=True)
    total, smallest, at = Decimal(0), None, 0
    while at < len(plain):
        found = _PIECE.match(plain, at)
        unit = _AMOUNT_UNITS.get(found["unit"] or "") if found else None
        if found is None or unit is None or (smallest is not None and unit >= smallest):
            return NumberText(None, "unclear")
        number = _counted(found["number"].rstrip(","))
        if number is None:
            return NumberText(None, "unclear")
        total += (number + (Decimal("0.5") if found["half"] else 0)) * unit
        smallest, at = unit, found.end()
    if total != total.to_integral_value():
        return NumberText(None, "unclear")
    return NumberText(total)


def _counted(number: str) -> Decimal | None:
    """Return the number before a unit: there ``1.5`` has one reading, ``1,200`` still has two."""
    if _POINT.match(number):
        return Decimal(number)
    return None if _ONE_COMMA.match(number) else read_number(number).value
