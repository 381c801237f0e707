"""The filters of Word templates: dates, amounts and long texts as Vietnamese papers print them.

They take an answer as it is kept (``raw.sign_date``) and as it is displayed (``sign_date``): who
writes a template need not know the difference. What cannot be read is printed as it stands.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop_app.domain.dates import long_date as _long_date
from desktop_app.domain.numbers import (
    amount_in_words,
    format_money,
    format_number,
    format_percent,
)

_DISPLAYED_DATE = re.compile(r"(?:(?:(\d{2})/|tháng )(\d{1,2})/)?(\d{4})\Z", re.ASCII)
_DISPLAYED_NUMBER = re.compile(r"-?\d{1,3}(\.\d{3})*(,\d+)?\Z", re.ASCII)


def long_date(value: Any) -> str:
    """Return ``ngày 05 tháng 3 năm 2020``; room to write by hand without a date."""
    text = str(value or "").strip()
    if not text:
        return "ngày … tháng … năm …"
    shown = _DISPLAYED_DATE.match(text)
    if shown:
        day, month, year = shown.groups()
        text = "-".join(part.zfill(2) for part in (year, month, day) if part)
    try:
        return _long_date(text)
    except ValueError:
        return str(value)


def _number(value: Any) -> Decimal | None:
    """Return a kept number (12.5) or a displayed one (``1.234,5``); None for no number."""
    if isinstance(value, bool) or value is None:
        return None
    text = str(value).strip()
    if isinstance(value, str) and _DISPLAYED_NUMBER.match(text):
        text = text.replace(".", "").replace(",", ".")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def money(value: Any) -> str:
    """Return ``1.234.567 đồng``."""
    number = _number(value)
    return str(value or "") if number is None else format_money(round(number))


def in_words(value: Any) -> str:
    """Return an amount in words: ``Một trăm linh năm đồng``."""
    number = _number(value)
    return "" if number is None else amount_in_words(round(number))


def percent(value: Any) -> str:
    """Return ``90 %``."""
    number = _number(value)
    return str(value or "") if number is None else format_percent(number)


def paragraphs(value: Any) -> list[str]:
    """Return the paragraphs of a long text, empty lines left out."""
    return [line.strip() for line in str(value).split("\n") if line.strip()]


def sentence(value: Any) -> str:
    """Return a text that ends as a sentence does: with a full stop unless it has its own end."""
    text = str(value).rstrip()
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def lower_first(value: Any) -> str:
    """Return a text as it stands inside a sentence; a word in capitals stays as it is."""
    text = str(value)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def number(value: Any) -> str:
    """Return ``1.234,5``."""
    found = _number(value)
    return str(value or "") if found is None else format_number(found)


FILTERS: Mapping[str, Callable[..., Any]] = {
    "long_date": long_date,
    "money": money,
    "in_words": in_words,
    "percent": percent,
    "paragraphs": paragraphs,
    "sentence": sentence,
    "lower_first": lower_first,
    "number": number,
}
