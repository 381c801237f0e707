"""The honour roll: units and authors, by count and by benefit."""

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.report_content import Kind, Report, Row, Table, percent_of
from desktop_app.domain.text import name_sort_key, sort_key
from desktop_app.services.reports.authors import Author, authors_of
from desktop_app.services.reports.making import report
from desktop_app.services.reports.scope import Scope
from desktop_app.services.reports.wording import column, say, state_word
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import reporting
from desktop_app.workspace import Workspace

NAMED = 20
"""How many places a roll has; whoever shares the last place stands on it too."""


def honours(workspace: Workspace, scope: Scope, step: Step = no_step) -> Report:
    """Return the four rolls; who has nothing to show stands on none."""
    with workspace.database.read() as session:
        benefit = reporting.benefit_by_unit(session, scope.counted("recognised"))
    units = [
        (part, part.numbers["reached"], sum(benefit.get(unit, 0) for unit in part.unit_ids))
        for part in sorted(scope.parts, key=lambda part: sort_key(part.name))
    ]
    people = sorted(
        authors_of(workspace, scope, scope.date_from, scope.date_to, step),
        key=lambda author: (name_sort_key(author.name), author.birth),
    )
    numbered = column("number", Kind.COUNT, 14)
    unit_columns = (
        column("rank", Kind.COUNT, 8),
        column("unit", width=48),
        column("reached", Kind.COUNT, 14, heading=state_word(scope.own.counting)),
        column("target", Kind.COUNT, 12),
        column("percent", Kind.PERCENT, 12),
        column("beaten", width=14),
        column("benefit", Kind.MONEY, 22),
    )
    people_columns = (
        column("rank", Kind.COUNT, 8),
        column("name", width=28),
        column("unit", width=48),
        numbered,
        column("benefit", Kind.MONEY, 22),
    )
    unit_rows = [
        (
            part.name,
            reached,
            part.target,
            percent_of(reached, part.target),
            say("yes") if part.target is not None and reached > part.target else "",
            value,
        )
        for part, reached, value in units
    ]
    people_rows = [_person(author, scope) for author in people]
    tables = tuple(
        Table(name, say(name), columns, _ranked(rows, place))
        for name, columns, rows, place in (
            ("by_number", unit_columns, unit_rows, 1),
            ("by_benefit", unit_columns, unit_rows, 5),
            ("people_by_number", people_columns, people_rows, 2),
            ("people_by_benefit", people_columns, people_rows, 3),
        )
    )
    return report("honours", scope, tables, (say("honours_note"),))


def _person(author: Author, scope: Scope) -> tuple[Any, ...]:
    unit = scope.units.get(author.unit_id)
    years = tuple(author.numbers)
    return author.name, unit.name if unit else "", author.number(years), author.value(years)


def _ranked(rows: Sequence[tuple[Any, ...]], place: int) -> tuple[Row, ...]:
    """Return the rows by one value, the greatest first; equal values share their rank."""
    found: list[Row] = []
    ordered = sorted((row for row in rows if row[place]), key=lambda row: -row[place])
    for number, row in enumerate(ordered, start=1):
        equal = bool(found) and found[-1][place + 1] == row[place]
        rank = found[-1][0] if equal else number
        if rank > NAMED:
            break
        found.append((rank, *row))
    return tuple(found)
