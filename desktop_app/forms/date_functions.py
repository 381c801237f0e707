"""The functions of dates. In the instance a date is a day number that knows how it is written."""

import math
import re
from datetime import UTC, date, datetime
from typing import Any

from desktop_app.forms.moment import moment
from desktop_app.forms.values import (
    date_node,
    day_number,
    day_of,
    moment_number,
    moment_of,
    number_of,
    text_of,
)


def _day_node(day: date | None) -> Any:
    return "" if day is None else [date_node(day.isoformat(), day_number(day))]


def today(_c: Any) -> Any:
    """Return today, as the evaluation has it."""
    today = moment().today
    return _day_node(today.date() if isinstance(today, datetime) else today)


def now(_c: Any) -> Any:
    """Return the moment of the evaluation; midnight where only its day is known."""
    now = moment().today
    if not isinstance(now, datetime):
        now = datetime(now.year, now.month, now.day, tzinfo=UTC)
    zoned = now if now.tzinfo else now.replace(tzinfo=UTC)
    return [date_node(zoned.isoformat(timespec="milliseconds"), moment_number(zoned))]


_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)


def _two_digits(day: re.Match[str]) -> str:
    return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"


def date_of(_c: Any, value: Any) -> Any:
    """Return the day of a date, a moment or a day number; empty for anything else.

    A month or a day may be written with one digit, as other form programs take it.
    """
    written = moment_of(_DAY.sub(_two_digits, text_of(value).strip()))
    if written is not None:
        return _day_node(written.date())
    number = number_of(value)
    return "" if math.isnan(number) else _day_node(day_of(number) if abs(number) < 4e6 else None)


def date_time(_c: Any, value: Any) -> Any:
    """Return the moment of a date with time, otherwise the day."""
    text = text_of(value).strip()
    written = moment_of(text)
    if written is not None:
        return [date_node(text, moment_number(written))]
    return date_of(_c, value)


def decimal_date_time(_c: Any, value: Any) -> float:
    """Return days since the beginning of 1970 in UTC, with their fraction."""
    return number_of(value)


def decimal_time(_c: Any, value: Any) -> float:
    """Return the part of the day a time stands for: noon is 0.5."""
    found = re.search(r"(?:^|T)(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?", text_of(value).strip())
    if not found:
        return math.nan
    return (int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3] or 0)) / 86_400


_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "vi": tuple(f"Thg {month}" for month in range(1, 13)),
}
_DAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
}


def format_date(_c: Any, value: Any, pattern: Any) -> str:
    """Return a date or a moment in the given shape; ``%b`` and ``%a`` in the form's language."""
    at = moment_of(text_of(value).strip())
    if at is None:
        number = number_of(value)
        day = None if math.isnan(number) or abs(number) > 4e6 else day_of(number)
        if day is None:
            return ""
        at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    language = moment().language if moment().language in _MONTHS else "en"
    parts = {
        "Y": f"{at.year:04}",
        "y": f"{at.year % 100:02}",
        "m": f"{at.month:02}",
        "n": str(at.month),
        "b": _MONTHS[language][at.month - 1],
        "d": f"{at.day:02}",
        "e": str(at.day),
        "H": f"{at.hour:02}",
        "h": str(at.hour),
        "M": f"{at.minute:02}",
        "S": f"{at.second:02}",
        "3": f"{at.microsecond // 1000:03}",
        "a": _DAYS[language][at.weekday()],
        "%": "%",
    }
    return re.sub(r"%(.)", lambda found: parts.get(found[1], found[0]), text_of(pattern))
