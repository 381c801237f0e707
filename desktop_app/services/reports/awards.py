"""BM5: who could be put forward for the Bằng Lao động sáng tạo. A suggestion, never a decision.

Điều 16 Quyết định 1564/QĐ-TLĐ (2014), whose amounts may have changed since (domain.md 3.6). Each
author's benefit is his share; three years in a row means something recognised in each of them.
"""

from datetime import date

from desktop_app.domain.dates import display_date
from desktop_app.domain.numbers import format_number
from desktop_app.domain.report_content import Kind, Report, Row, Table
from desktop_app.domain.text import fold, name_sort_key
from desktop_app.services.reports.authors import Author, authors_of
from desktop_app.services.reports.making import report
from desktop_app.services.reports.scope import Scope
from desktop_app.services.reports.thresholds import Threshold, group_of, thresholds
from desktop_app.services.reports.wording import column, report_words, say
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

YEARS = 3


def awards(workspace: Workspace, scope: Scope, step: Step = no_step) -> Report:
    """Return BM5 of the year the scope ends in."""
    groups = thresholds(workspace)
    year = (scope.date_to or scope.as_of).year
    since, until = date(year - YEARS + 1, 1, 1), date(year, 12, 31)
    found = authors_of(workspace, scope, since, until, step)
    columns = (
        column("stt", Kind.COUNT, 6),
        column("name", width=19),
        column("birth_year", width=8),
        column("unit", width=20),
        column("job_title", width=15),
        column("qualification", width=14),
        column("number", Kind.COUNT, 8),
        column("one_year", Kind.MONEY, 15),
        column("three_years", Kind.MONEY, 15),
        column("threshold", Kind.MONEY, 15),
        column("reason", width=32),
        column("check", width=24),
    )
    lines: list[tuple[Author, Row]] = []
    for author in found:
        line = _line(author, scope, groups, year)
        if line is not None:
            lines.append((author, line))
    lines.sort(key=lambda line: (name_sort_key(line[0].name), line[0].birth))
    rows = tuple((number, *line[1:]) for number, (_author, line) in enumerate(lines, start=1))
    table = Table("rows", report_words("awards")["sheet"], columns, rows)
    notes = (say("suggestion"), say("share_rule"), *(_told(group) for group in groups))
    return report("awards", scope, (table,), notes, {"year": year})


def _line(author: Author, scope: Scope, groups: tuple[Threshold, ...], year: int) -> Row | None:
    """Return the line of an author, None for who is not suggested."""
    if author.member == "no":  # the award is for members of the union
        return None
    group = group_of(groups, author.job_title, author.qualification)
    years = range(year - YEARS + 1, year + 1)
    one, three = author.value((year,)), author.value(years)
    reason, held = "", group.one_year
    if one >= group.one_year and author.number((year,)):
        reason = say(
            "reason_year",
            year=year,
            amount=format_number(one),
            threshold=format_number(group.one_year),
            group=group.label,
        )
    elif (
        group.three_years is not None
        and three >= group.three_years
        and all(author.number((each,)) for each in years)
    ):
        held = group.three_years
        reason = say(
            "reason_years",
            first=years[0],
            year=year,
            amount=format_number(three),
            threshold=format_number(group.three_years),
            group=group.label,
        )
    else:
        level = _level(author, group, year)
        reason = say("reason_level", level=level, group=group.label) if level else ""
    if not reason:
        return None
    checks = [*author.checks, say("check_words")]
    if len(author.birth) < 4:
        checks.insert(0, say("check_birth"))
    if author.member != "yes":
        checks.insert(0, say("check_member"))
    unit = scope.units.get(author.unit_id)
    return (
        0,
        author.name,
        author.birth[:4],
        unit.name if unit else "",
        author.job_title,
        author.qualification,
        author.number((year,)),
        one,
        three,
        held,
        reason,
        " ".join(checks),
    )


def _level(author: Author, group: Threshold, year: int) -> str:
    for when, level in author.management:
        words = f" {fold(level)} "
        if when == year and any(f" {fold(known)} " in words for known in group.management_levels):
            return level
    return ""


def _told(group: Threshold) -> str:
    amount = format_number(group.one_year)
    if group.three_years is None:
        amounts = say("threshold_year", amount=amount)
    else:
        amounts = say("threshold_years", amount=amount, three=format_number(group.three_years))
    return say(
        "threshold_source",
        group=group.label,
        amounts=amounts,
        source=group.source,
        day=display_date(group.source_date),
    )
