"""A report as Word: a template an officer can change, filled in the limited child process.

The templates ship with the program (``resources/reports``); a copy in the workspace's folder
``report-templates`` goes before the one that ships.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.domain.dates import long_date
from desktop_app.domain.report_content import Report, Row, Table, Totals, shown
from desktop_app.errors import BadFile, BadInput
from desktop_app.messages import sentence
from desktop_app.resource_files import resource_path
from desktop_app.services.reports.catalogue import check_name
from desktop_app.services.reports.letter import letter_facts
from desktop_app.services.reports.wording import report_words
from desktop_app.workspace import Workspace

FOLDER = "report-templates"
MOST_ROWS = 1_500
"""How many rows a Word file takes: the child fills it in its time, and a person can page it."""


def own_template(workspace: Workspace, name: str) -> Path:
    """Return where this book's own template of a report lies, or would lie."""
    return workspace.folder / FOLDER / f"{report_words(check_name(name))['file']}.docx"


def edit_template(workspace: Workspace, name: str) -> Path:
    """Return this book's own template of a report, copied from the built-in one if need be."""
    from desktop_app.exchange.delivery import write_file

    place = own_template(workspace, name)
    if place.is_file():
        return place
    return write_file(place, _built_in(name))


def drop_template(workspace: Workspace, name: str) -> Path | None:
    """Go back to the built-in template; return where the own one was put aside, None without."""
    place = own_template(workspace, name)
    if not place.is_file():
        return None
    for number in range(1, 1000):
        aside = place.with_name(f"{place.stem}.{number}.docx")
        if not aside.exists():
            return place.rename(aside)
    raise BadInput("SSK-837", file=place.name)


def fill_report(workspace: Workspace, report: Report, *, built_in: bool = False) -> bytes:
    """Return a report as a Word document.

    ``built_in`` leaves this book's own template alone. Raises BadInput SSK-832 for more rows than
    a Word file takes, SSK-833 for an own template that cannot be filled, with the place.
    """
    if report.row_count > MOST_ROWS:
        raise BadInput("SSK-832", number=report.row_count, most=MOST_ROWS)
    own = own_template(workspace, report.name)
    context = report_context(workspace, report)
    if built_in or not own.is_file():
        return workspace.filler.fill(_built_in(report.name), context)
    template = own.read_bytes()
    try:
        return workspace.filler.fill(template, context)
    except BadFile as error:
        raise _told(workspace, own, template, context, error) from error


def _built_in(name: str) -> bytes:
    return resource_path("reports", f"{name}.docx").read_bytes()


def _told(
    workspace: Workspace,
    own: Path,
    template: bytes,
    context: Mapping[str, Any],
    error: BadFile,
) -> BadInput:
    """Return the error of an own template with where it is broken, as far as that is seen."""
    reason, where = sentence(error.code, "vi", "what", **_reasoned(error)), ""
    try:
        problems = workspace.filler.check(template, context, own.name)
    except BadFile:
        problems = ()
    if problems:
        first = problems[0]
        reason = first.reason
        where = sentence(
            "SSK-838",
            "vi",
            paragraph=first.paragraph,
            heading=first.heading,
            placeholder=first.placeholder,
        )
    return BadInput("SSK-833", file=own.name, reason=reason, where=where)


def _reasoned(error: BadFile) -> dict[str, Any]:
    return {"reason": "", "document": "", **error.facts}


# What a template can print


def report_context(workspace: Workspace, report: Report) -> dict[str, Any]:
    """Return what the Word template of a report can print: plain values as papers write them."""
    tables = {table.name: _table(table) for table in report.tables}
    first: dict[str, Any] = next(iter(tables.values()), {"rows": [], "totals": {}})
    headings = {
        f"{column.name}_heading": column.heading
        for table in report.tables
        for column in table.columns
    }
    return {
        **headings,
        "letter": letter_facts(workspace),
        "date_line": long_date(report.as_of.isoformat()),
        "unit_code": workspace.own.code,
        **report.facts,
        "title": report.title,
        "form": report.form,
        "period": report.period,
        "unit": report.unit,
        "superior": report.superior,
        "made_by": report.made_by,
        "notes": list(report.notes),
        "rows": first["rows"],
        "totals": first["totals"],
        "tables": tables,
    }


def _table(table: Table) -> dict[str, Any]:
    totals = Totals(table)
    rows: list[dict[str, str]] = []
    for row in table.rows:
        totals.add(row)
        rows.append(_shown(table, row))
    kinds = {column.name: column.kind for column in table.columns}
    told = {name: shown(kinds[name], value) for name, value in totals.values().items()}
    return {"rows": rows, "totals": told}


def _shown(table: Table, row: Row) -> dict[str, str]:
    return {
        column.name: shown(column.kind, value)
        for column, value in zip(table.columns, row, strict=True)
    }
