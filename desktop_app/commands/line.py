"""The command line: ``so-sang-kien [--data DIR] [--lang vi|en] COMMAND``; no command: the window.

Exit: 0 done; 1 done, but some items were refused or quarantined; 2 bad input or usage, nothing
changed; 3 failed (disk, lock, crash), nothing changed. Names and JSON are a contract.
"""

from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.commands.output import Call, pass_call


class _Line(click.Group):
    """The commands; where a file is named instead of one, the window opens it.

    A double click on a file, or a file dropped on the program's icon, arrives so.
    """

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.get_command(context, arguments[0])
        if known is None and all(Path(argument).exists() for argument in arguments):
            return "open", _open_files, arguments
        return super().resolve_command(context, arguments)


@click.command("open", hidden=True)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@pass_call
@click.pass_context
def _open_files(context: click.Context, call: Call, files: tuple[Path, ...]) -> None:
    """Open files in the window, in the one that is running already where there is one."""
    from desktop_app.windows.application import run_window

    context.exit(run_window(call.folder, call.given_language, files))


@click.group(
    cls=_Line,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The data folder.")
@click.option("--lang", type=click.Choice(["vi", "en"]), default=None, help="The language.")
@click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="First line: the passphrase of a portable book.",
)
@click.version_option(__version__, prog_name="so-sang-kien")
@click.pass_context
def command_line(
    context: click.Context, data: Path | None, lang: str | None, passphrase_file: Path | None
) -> None:
    """Sổ Sáng Kiến: báo cáo sáng kiến ngoại tuyến. / Offline reports of workers' initiatives."""
    context.obj = Call(data, lang or "vi", None, lang, passphrase_file)
    if context.invoked_subcommand is None:
        from desktop_app.windows.application import run_window

        context.exit(run_window(data, lang))


def _add_commands() -> None:
    from desktop_app.commands import (
        carrying,
        comparing,
        data_commands,
        deciding,
        demo,
        helping,
        importing,
        keeping,
        portal_commands,
        portal_folder_commands,
        privacy_commands,
        progress_commands,
        recognising,
        reporting,
        serving,
        sharing,
        starting,
        taking_in,
        unit_change_commands,
        unit_commands,
        updating,
        upkeep_backup,
        upload_commands,
        writing,
    )

    everything = (
        *(starting, writing, importing, sharing, carrying, taking_in),
        *(deciding, comparing, recognising, unit_commands, unit_change_commands),
        *(progress_commands, reporting, portal_commands, portal_folder_commands),
        *(upload_commands, keeping, upkeep_backup, data_commands, privacy_commands),
        *(serving, updating, helping, demo),
    )
    for module in everything:
        for command in module.COMMANDS:
            command_line.add_command(command)


_add_commands()
