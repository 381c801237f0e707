"""Commands that help: the guide as PDF, a problem report without personal data."""

from pathlib import Path

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors


@click.command("guide")
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The PDF file; a different one of that name is never replaced.",
)
@json_option
@pass_call
@told_errors
def guide(call: Call, file: Path, as_json: bool) -> None:
    """Write the user guide as PDF, with contents and pictures."""
    from desktop_app.services.guide import write_guide

    written = write_guide(call.language, file)
    value = {"file": written, "size": written.stat().st_size}
    show(value, as_json, lambda: [say(call, "CLI-guide-written", file=written)])


@click.command("problem-report")
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The zip file.",
)
@json_option
@pass_call
@told_errors
def problem_report(call: Call, file: Path, as_json: bool) -> None:
    """Write a file for whoever helps: versions, counts, the log, no names and no contents."""
    from desktop_app.errors import AppError
    from desktop_app.services.problem_report import collect, write
    from desktop_app.workspace import default_folder

    folder = call.folder or default_folder()
    try:
        workspace = call.open() if call.has_book() else None
    except AppError:
        # A book that does not open is what the report is for.
        workspace = None
    report = collect(folder, workspace)
    written = write(report, file)
    value = {"file": written, "texts": report.texts}
    show(value, as_json, lambda: [say(call, "CLI-problem-report-written", file=written)])


COMMANDS = (guide, problem_report)
