"""Weeks, Monday to Sunday: what was new in each, and how much there was by its end.

An initiative counts in the week it first entered a state; who leaves the state later stays
counted, so the figures of a past week never change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.dates import FIRST_DAY, monday_of
from desktop_app.domain.unit_tree import children_by_parent, family_of
from desktop_app.storage import steps, units
from desktop_app.workspace import Workspace

TRACK_OF: Mapping[str, str] = {
    "ready": "writing",
    "recognised": "recognition",
    "received": "submission",
    "accepted": "submission",
    "uploaded": "submission",
    "valid": "portal",
}
"""The counts told per week, each with its track."""


@dataclass(frozen=True)
class Week:
    """One week: ``new`` and ``so_far`` per count of ``TRACK_OF``."""

    monday: date
    new: Mapping[str, int]
    so_far: Mapping[str, int]

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


def weekly(
    workspace: Workspace,
    unit_id: str,
    *,
    since: date | None = None,
    until: date | None = None,
    weeks: int = 12,
) -> tuple[Week, ...]:
    """Return the last weeks of a unit and all units below it, oldest first.

    ``until`` is a day of the last week, today by default; what came after that day does not count,
    nor what came before ``since``, where a phase begins.
    """
    last = max(FIRST_DAY, until or workspace.today())
    first = monday_of(last) - timedelta(weeks=weeks - 1)
    with workspace.database.read() as session:
        listed = units.all_units(session, last)
        family = family_of(
            unit_id, children_by_parent((unit.id, unit.parent_id) for unit in listed)
        )
        of_units = None if len(family) == len(listed) else family
        counted = {
            name: steps.firsts_per_day(session, track, name, of_units)
            for name, track in TRACK_OF.items()
        }
    new: dict[date, dict[str, int]] = {
        first + timedelta(weeks=number): dict.fromkeys(TRACK_OF, 0) for number in range(weeks)
    }
    so_far = dict.fromkeys(TRACK_OF, 0)
    for name, days in counted.items():
        for day, number in days.items():
            on = date.fromisoformat(day)
            if on > last or (since is not None and on < since):
                continue
            if on < first:
                so_far[name] += number
            else:
                new[monday_of(on)][name] += number
    result = []
    for monday, numbers in new.items():
        so_far = {name: so_far[name] + numbers[name] for name in TRACK_OF}
        result.append(Week(monday, numbers, so_far))
    return tuple(result)
