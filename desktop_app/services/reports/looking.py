"""A report to look at before it is written: its first rows, or the figures of the picture."""

from dataclasses import dataclass, replace

from desktop_app.domain.report_content import Report, Row, Table, Totals
from desktop_app.services.reports.catalogue import Asked, asked_scope, make_report
from desktop_app.services.reports.weekly import WeeklyFigures, weekly_figures, weekly_text
from desktop_app.services.reports.wording import say
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

MOST = 200


@dataclass(frozen=True)
class Look:
    """What is shown of a report: ``text`` and ``figures`` where a picture or a text is asked.

    The tables hold their first rows, with the totals below where all of them are shown;
    ``row_count`` is how many there are in all.
    """

    report: Report | None
    row_count: int
    figures: WeeklyFigures | None = None
    text: str = ""


def look(workspace: Workspace, name: str, asked: Asked, ending: str, step: Step = no_step) -> Look:
    """Return what to show of a report before it is written as ``ending``; raises as making it."""
    if ending in ("png", "txt"):
        figures = weekly_figures(workspace, asked_scope(workspace, asked))
        return Look(None, len(figures.bars), figures, weekly_text(figures))
    report = make_report(workspace, name, asked, step)
    count = report.row_count
    tables = tuple(replace(table, rows=_first(table, step)) for table in report.tables)
    return Look(replace(report, tables=tables), count)


def _first(table: Table, step: Step) -> tuple[Row, ...]:
    rows: list[Row] = []
    totals = Totals(table)
    for row in table.rows:
        if len(rows) == MOST:
            return tuple(rows)
        step(len(rows), MOST)
        totals.add(row)
        rows.append(row)
    values = totals.values()
    if values and rows:
        last: list[object] = [values.get(column.name) for column in table.columns]
        place = next((n for n, c in enumerate(table.columns) if c.name not in (*values, "stt")), 0)
        last[place] = say("total")
        rows.append(tuple(last))
    return tuple(rows)
