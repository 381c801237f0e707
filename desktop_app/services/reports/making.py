"""A report put together: its titles from the wording, what it shares from the scope."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.report_content import Report, Table
from desktop_app.services.reports.scope import Scope
from desktop_app.services.reports.wording import day as day_text
from desktop_app.services.reports.wording import report_words, say


def report(
    name: str,
    scope: Scope,
    tables: tuple[Table, ...],
    notes: tuple[str, ...] = (),
    facts: Mapping[str, Any] | None = None,
    *,
    period: str = "",
) -> Report:
    """Return a report under its title; ``period`` where it is not that of the scope."""
    words = report_words(name)
    shared = {
        "programme": scope.programme,
        "phase": scope.phase.name if scope.phase else "",
        "as_of_text": say("as_of", day=day_text(scope.as_of)),
    }
    return Report(
        name=name,
        form=words["form"],
        title=words["title"],
        file=words["file"],
        period=period or scope.period,
        as_of=scope.as_of,
        unit=scope.own.unit,
        superior=scope.superior,
        made_by=scope.made_by,
        tables=tables,
        notes=notes,
        facts={**shared, **(facts or {})},
    )
