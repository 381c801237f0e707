"""The time limits of the law around a recognition: when each ends, and whether it was kept.

Which limits there are is data (``resources/recognition/time_limits.json``), each with the article
it comes from and the days between which it is in force. Months are those of the calendar: a month
after 31 January ends on the last day of February. A day off at the end is not counted out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.domain.dates import first_day, last_day, months_later
from desktop_app.domain.recognition import day_of, whole


@dataclass(frozen=True)
class TimeLimit:
    """One limit: so many ``months`` after the latest of the days ``after`` until the day ``done``.

    ``or_after`` begins it where none of those is known; ``or_done`` are days after which it no
    longer matters. With ``years`` it comes back after each of so many years and ``done`` counts
    how many were done. ``state`` is the one it matters in, "" for any. ``checked``: the article
    was read; else a person has to look it up before it is printed as law.
    """

    code: str
    names: Mapping[str, str]
    after: tuple[str, ...]
    months: int
    done: str
    source: str
    checked: bool = True
    or_after: str = ""
    or_done: tuple[str, ...] = ()
    years: int = 0
    state: str = ""
    forget_after_days: int | None = None
    valid_from: str = "0001-01-01"
    valid_to: str | None = None


@dataclass(frozen=True)
class LimitState:
    """How a limit stands: its last day, the day it was done, if it was; ``late`` by how many days.

    ``late`` is 0 while there is time; an open one grows late from day to day. ``year`` is which of
    the years of use it is for, 0 for a limit that comes once.
    """

    limit: TimeLimit
    due: date
    done_on: date | None
    late: int
    year: int = 0

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None


def read_limits(rows: Iterable[Mapping[str, Any]]) -> tuple[TimeLimit, ...]:
    """Return limits from their data."""
    found: list[TimeLimit] = []
    for row in rows:
        fields: dict[str, Any] = dict(row)
        for name in ("after", "or_done"):
            fields[name] = tuple(fields.get(name, ()))
        found.append(TimeLimit(**fields))
    return tuple(found)


def limit_states(
    limits: Iterable[TimeLimit], dates: Mapping[str, Any], today: date
) -> tuple[LimitState, ...]:
    """Return how the limits stand that have begun, the one that ends first before the others.

    A day known as month or year only ends a limit at its earliest, and is late at its latest.
    """
    found: list[LimitState] = []
    for limit in limits:
        began = _beginning(limit, dates)
        in_force = began and limit.valid_from <= began <= (limit.valid_to or "9999-12-31")
        if not began or not in_force or (limit.state and dates.get("state") != limit.state):
            continue
        found += (
            _yearly(limit, began, dates, today)
            if limit.years
            else _once(limit, began, dates, today)
        )
    return tuple(sorted(found, key=lambda state: state.due))


def _beginning(limit: TimeLimit, dates: Mapping[str, Any]) -> str:
    known = [day_of(dates.get(name)) for name in limit.after]
    latest = max(known, default="")
    if limit.or_after and not known[0]:
        latest = max(latest, day_of(dates.get(limit.or_after)))
    return latest


def _once(limit: TimeLimit, began: str, dates: Mapping[str, Any], today: date) -> list[LimitState]:
    due = months_later(first_day(began), limit.months)
    surely = months_later(last_day(began), limit.months)
    done = day_of(dates.get(limit.done))
    if done:
        on = first_day(done)
        return [LimitState(limit, due, on, max(0, (on - surely).days))]
    if any(day_of(dates.get(name)) for name in limit.or_done):
        return []
    return [LimitState(limit, due, None, max(0, (today - surely).days))]


def _yearly(
    limit: TimeLimit, began: str, dates: Mapping[str, Any], today: date
) -> list[LimitState]:
    """The next year that is not done yet; the earlier ones are, and say no day."""
    year = (whole(dates.get(limit.done)) or 0) + 1
    if year > limit.years:
        return []
    due = months_later(first_day(began), 12 * year + limit.months)
    surely = months_later(last_day(began), 12 * year + limit.months)
    return [LimitState(limit, due, None, max(0, (today - surely).days), year)]
