"""BM3 by weeks, and the figures of the weekly picture and the weekly message."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain.dates import monday_of
from desktop_app.domain.numbers import format_number, format_percent
from desktop_app.domain.report_content import Kind, Report, Row, Table, percent_of
from desktop_app.services.reports.making import report
from desktop_app.services.reports.scope import Scope
from desktop_app.services.reports.wording import (
    column,
    day,
    report_words,
    say,
    state_word,
    week_word,
)
from desktop_app.services.weeks import TRACK_OF, Week, weekly
from desktop_app.workspace import Workspace

WEEKS, MOST_WEEKS = 12, 105
_NAMED = 3


@dataclass(frozen=True)
class Bar:
    """A unit held to its target."""

    unit: str
    reached: int
    target: int

    @property
    def missing(self) -> int:
        """How many are still missing."""
        return max(0, self.target - self.reached)


@dataclass(frozen=True)
class WeeklyFigures:
    """What the weekly picture and message say; no personal data.

    ``new`` and ``before`` are the counts of this week and of the one before; ``bars`` the units
    with a target, who has reached the largest share of it first.
    """

    unit: str
    title: str
    programme: str
    first: date
    last: date
    as_of: date
    counting: str
    counting_word: str
    reached: int
    target: int | None
    percent: Decimal | None
    shortfall: int | None
    new: Mapping[str, int]
    before: Mapping[str, int]
    words: Mapping[str, str]
    bars: tuple[Bar, ...]


def last_day(scope: Scope) -> date:
    """Return the last day the weeks of a report know of."""
    return min(scope.as_of, scope.date_to) if scope.date_to else scope.as_of


def by_week(workspace: Workspace, scope: Scope) -> Report:
    """Return BM3: every week of the period, the last twelve without one."""
    until = last_day(scope)
    weeks = WEEKS
    if scope.date_from is not None:
        whole = (monday_of(until) - monday_of(min(scope.date_from, until))).days // 7 + 1
        weeks = min(whole, MOST_WEEKS)
    found = weekly(workspace, scope.own.unit_id, since=scope.date_from, until=until, weeks=weeks)
    counting = scope.own.counting
    held = counting if counting in TRACK_OF else "uploaded"
    columns = (
        column("week", width=26),
        column("date_from", Kind.DATE, 12),
        column("date_to", Kind.DATE, 12),
        *(
            column(name, Kind.COUNT, 13, total=True, heading=say("new", state=state_word(name)))
            for name in TRACK_OF
        ),
        column("so_far", Kind.COUNT, 15, heading=say("so_far", state=state_word(held))),
        column("percent", Kind.PERCENT, 11),
    )
    rows: tuple[Row, ...] = tuple(
        (
            say("week", first=week.monday.strftime("%d/%m"), last=day(week.sunday)),
            week.monday,
            week.sunday,
            *(week.new[name] for name in TRACK_OF),
            week.so_far[held],
            percent_of(week.so_far[held], scope.target),
        )
        for week in found
    )
    table = Table("rows", report_words("weekly")["sheet"], columns, rows)
    begin = max(found[0].monday, min(scope.date_from or found[0].monday, until))
    period = say("between", first=day(begin), last=day(until))
    return report("weekly", scope, (table,), (say("weeks_note"),), period=period)


def weekly_figures(workspace: Workspace, scope: Scope) -> WeeklyFigures:
    """Return the figures of the week the scope ends in."""
    until = last_day(scope)
    before, now = weekly(workspace, scope.own.unit_id, until=until, weeks=2)
    bars = [
        Bar(part.name, part.numbers["reached"], part.target) for part in scope.parts if part.target
    ]
    bars.sort(key=lambda bar: (-Decimal(bar.reached) / bar.target, bar.missing))
    return WeeklyFigures(
        unit=scope.own.unit,
        title=say("picture_title"),
        programme=scope.phase.name if scope.phase else scope.programme,
        first=now.monday,
        last=_end(now, until),
        as_of=scope.as_of,
        counting=scope.own.counting,
        counting_word=state_word(scope.own.counting),
        reached=scope.own.reached,
        target=scope.target,
        percent=percent_of(scope.own.reached, scope.target),
        shortfall=scope.shortfall,
        new=now.new,
        before=before.new,
        words={name: week_word(name) for name in TRACK_OF},
        bars=tuple(bars),
    )


def _end(week: Week, until: date) -> date:
    return max(week.monday + timedelta(days=6), until)


def weekly_text(figures: WeeklyFigures) -> str:
    """Return the message for the chat group, ready to paste."""
    lines = [
        say("text_title", first=figures.first.strftime("%d/%m"), last=day(figures.last)),
        figures.unit,
    ]
    if figures.programme:
        lines.append(figures.programme)
    lines.append("")
    parts = [
        say("text_part", state=week_word(name), number=format_number(number))
        for name, number in figures.new.items()
        if number
    ]
    lines.append(say("text_week", parts=", ".join(parts)) if parts else say("text_week_none"))
    lines.append(_reached(figures))
    best = [bar for bar in figures.bars if bar.reached][:_NAMED]
    least = sorted(figures.bars, key=lambda bar: -bar.missing)[:_NAMED]
    if best and len(figures.bars) > 1:
        told = [say("text_unit", **_bar(bar)) for bar in best]
        lines.append(say("text_best", parts="; ".join(told)))
    missing = [bar for bar in least if bar.missing]
    # Where every unit that is short has just been named, once is enough.
    if any(bar not in best for bar in missing):
        told = [say("text_missing", **_bar(bar)) for bar in missing]
        lines.append(say("text_least", parts="; ".join(told)))
    lines.append(say("as_of", day=day(figures.as_of)) + ".")
    return "\n".join(lines) + "\n"


def _reached(figures: WeeklyFigures) -> str:
    facts = {
        "state": figures.counting_word,
        "reached": format_number(figures.reached),
    }
    if figures.target is None or figures.percent is None:
        return say("text_no_target", **facts)
    return say(
        "text_reached" if figures.shortfall else "text_done",
        **facts,
        target=format_number(figures.target),
        percent=format_percent(figures.percent),
        shortfall=format_number(figures.shortfall or 0),
    )


def _bar(bar: Bar) -> dict[str, str]:
    return {
        "unit": bar.unit,
        "reached": format_number(bar.reached),
        "target": format_number(bar.target),
        "shortfall": format_number(bar.missing),
    }
