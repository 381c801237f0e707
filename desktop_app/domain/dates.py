"""Dates as known (a year, a month or a day) and as Vietnamese papers write them.

A date is ISO text with its own precision: ``2025``, ``2025-03`` or ``2025-03-05``. The long form
follows Nghị định 30/2020/NĐ-CP, Phụ lục I: days under 10 and months 1 and 2 take a leading zero.
"""

import calendar
import re
from datetime import date, timedelta

FIRST_DAY = date(1900, 1, 1)
"""Earlier days are asked about as this one: weeks before the first there is have no date."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)

_WRITTEN = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\Z", re.ASCII)


def parts(text: str) -> tuple[int, int | None, int | None]:
    """Return year, month and day of an ISO date, None where it is not known.

    Raises ValueError for anything that is no date.
    """
    match = _ISO.match(text)
    if not match:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = (int(group) if group else None for group in match.groups())
    date(year or 0, month or 1, day or 1)
    return year or 0, month, day


def first_day(text: str) -> date:
    """Return the first day a date can mean."""
    year, month, day = parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """Return the last day a date can mean."""
    year, month, day = parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def read_day(text: str) -> date:
    """Return a day written ``2025-07-01`` or ``01/07/2025``, also with dots, dashes or spaces.

    Raises ValueError for anything else: the day stands first, as Vietnamese papers write it.
    """
    match = _WRITTEN.match(text.strip())
    if match:
        return date(int(match[3]), int(match[2]), int(match[1]))
    year, month, day = parts(text.strip())
    if month is None or day is None:
        raise ValueError(f"no day: {text!r}")
    return date(year, month, day)


def display_date(text: str) -> str:
    """Return ``05/03/2025``, ``tháng 3/2025`` or ``2025``."""
    year, month, day = parts(text)
    if day:
        return f"{day:02}/{month:02}/{year}"
    return f"tháng {month}/{year}" if month else str(year)


def long_date(text: str) -> str:
    """Return ``ngày 05 tháng 3 năm 2020``, as far as the date is known."""
    year, month, day = parts(text)
    said = f"năm {year}"
    if month:
        said = f"tháng {month:02} {said}" if month <= 2 else f"tháng {month} {said}"
    return f"ngày {day:02} {said}" if day else said


def years_later(day: date, years: int) -> date:
    """Return the same day some years later; 29 February becomes 28."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last day where it has fewer."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())
