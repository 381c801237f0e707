"""Commands that report: report NAME --to FILE, its templates, its thresholds, its letter head."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors

_DAY = click.DateTime(["%Y-%m-%d"])
_HELP = {
    "weekly": "Progress by weeks: a picture or a text for the chat group, BM3 as Word or Excel.",
    "units": "BM2: totals by unit; also as the picture or the text.",
    "initiatives": "BM1: the list of initiatives.",
    "kinds": "BM4: totals by field and by kind of solution.",
    "phases": "What was reached in each phase.",
    "summary": "The period summary to the level above, as an official letter.",
    "honours": "The honour roll: units and authors, by count and by benefit.",
    "awards": "BM5: who could be put forward for the Bằng Lao động sáng tạo, as a suggestion.",
}


@click.group()
def report() -> None:
    """Reports: weekly picture and text, Word, Excel."""


def _add(name: str) -> None:
    @report.command(name, help=_HELP[name])
    @click.option(
        "--to",
        "file",
        type=click.Path(path_type=Path, dir_okay=False),
        required=True,
        help="The file; its ending says what it becomes.",
    )
    @click.option("--phase", default=None, help="The code of a phase: its period and targets.")
    @click.option("--from", "date_from", type=_DAY, default=None)
    @click.option("--until", "date_to", type=_DAY, default=None, help="The last day.")
    @click.option("--count", default="ready", help="Which initiatives BM1 lists.")
    @click.option("--wide", is_flag=True, help="The picture 1600×900 instead of 1080×1350.")
    @click.option("--built-in", is_flag=True, help="Leave the own Word template alone.")
    @click.option("--replace", is_flag=True, help="Replace a file that is there.")
    @json_option
    @pass_call
    @told_errors
    def command(
        call: Call,
        file: Path,
        phase: str | None,
        date_from: Any,
        date_to: Any,
        count: str,
        wide: bool,
        built_in: bool,
        replace: bool,
        as_json: bool,
    ) -> None:
        from desktop_app.services.reports.catalogue import Asked
        from desktop_app.services.reports.writing import ending_of, write_report

        asked = Asked(
            phase,
            date_from.date() if date_from else None,
            date_to.date() if date_to else None,
            count,
        )
        draw = _drawing(wide) if ending_of(name, file) == "png" else None
        written = write_report(
            call.open(), name, file, asked, draw=draw, built_in=built_in, replace=replace
        )
        show(written, as_json, lambda: [say(call, "CLI-report-written", file=written.file)])


def _drawing(wide: bool) -> Callable[[Any], bytes]:
    """Return what draws the weekly picture; it needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.windows.application import make_application
    from desktop_app.windows.weekly_picture import TALL, WIDE, draw, png_of

    application = make_application()

    def drawn(figures: Any) -> bytes:
        assert application is not None
        return png_of(draw(figures, WIDE if wide else TALL))

    return drawn


for _name in _HELP:
    _add(_name)


@report.command("template")
@click.argument("name")
@click.option("--drop", is_flag=True, help="Go back to the built-in one; the own is put aside.")
@json_option
@pass_call
@told_errors
def template(call: Call, name: str, drop: bool, as_json: bool) -> None:
    """Copy the Word template of a report into the book's folder, to be edited in Word."""
    from desktop_app.services.reports import word

    act = word.drop_template if drop else word.edit_template
    place = act(call.open(), name)
    value = {"report": name, "file": place}
    show(value, as_json, lambda: [say(call, "CLI-report-template", file=place)] if place else [])


@report.command("thresholds")
@click.argument("group", required=False)
@click.option("--one-year", type=int, default=None, help="In đồng.")
@click.option("--three-years", type=int, default=None, help="In đồng; left out: no such rule.")
@click.option("--source", default="", help="Where the amounts come from.")
@click.option("--date", "on", type=_DAY, default=None, help="The day of the source.")
@click.option("--built-in", is_flag=True, help="Go back to the amounts that ship.")
@json_option
@pass_call
@told_errors
def thresholds(
    call: Call,
    group: str | None,
    one_year: int | None,
    three_years: int | None,
    source: str,
    on: Any,
    built_in: bool,
    as_json: bool,
) -> None:
    """Show the thresholds of BM5, or put those of a group right."""
    from desktop_app.services.reports import thresholds as service

    workspace = call.open()
    if built_in:
        service.forget_thresholds(workspace)
    elif group is not None:
        service.set_threshold(
            workspace,
            group,
            one_year=one_year or 0,
            three_years=three_years,
            source=source,
            source_date=on.date() if on else None,
        )
    rows = service.thresholds(workspace)
    show(
        rows,
        as_json,
        lambda: [
            f"{row.id:<12} {row.one_year:>15} {row.three_years or '–':>15}  {row.label}. "
            f"{row.source} ({row.source_date})"
            for row in rows
        ],
    )


@report.command("letter")
@click.option("--number", default=None, help="Such as «Số: 12/BC-CĐKCN».")
@click.option("--place", default=None)
@click.option("--authority", default=None, help="Such as «TM. BAN THƯỜNG VỤ».")
@click.option("--title", default=None, help="Such as «CHỦ TỊCH».")
@click.option("--name", default=None, help="Who signs.")
@json_option
@pass_call
@told_errors
def letter(call: Call, as_json: bool, **given: str | None) -> None:
    """Show, or put right, number, place and who signs on the Word reports."""
    from desktop_app.services.reports.letter import keep_letter_facts, letter_facts

    workspace = call.open()
    told = {name: text for name, text in given.items() if text is not None}
    if told:
        keep_letter_facts(workspace, letter_facts(workspace) | told)
    facts = letter_facts(workspace)
    show(facts, as_json, lambda: [f"{name:<10} {text}" for name, text in facts.items()])


COMMANDS = (report,)
