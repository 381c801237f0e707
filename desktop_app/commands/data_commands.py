"""Commands that look after the data: data check, data space."""

import click

from desktop_app.commands.output import (
    PARTLY,
    Call,
    json_option,
    pass_call,
    say,
    show,
    told_errors,
)


@click.group()
def data() -> None:
    """The data of this book: looked through, mended, tidied up."""


@data.command("check")
@click.option("--mend", is_flag=True, help="Mend what can be mended; the book is backed up first.")
@click.option("--quick", is_flag=True, help="Leave out reading every file.")
@json_option
@pass_call
@told_errors
@click.pass_context
def data_check(context: click.Context, call: Call, mend: bool, quick: bool, as_json: bool) -> None:
    """Look through the whole book for damage; exit 1 when something is left."""
    from desktop_app.services.data_check import check_data, told

    done = check_data(call.open(), mend=mend, quick=quick)
    value = [
        {
            "check": each.check,
            "code": each.code,
            "count": each.count,
            "mended": each.mended,
            "left": each.left,
            "message": told(each, call.language),
            "examples": each.examples,
        }
        for each in done.found
    ]

    def lines() -> list[str]:
        said = [say(call, "CLI-data-backup", file=done.backup)] if done.backup else []
        for each in done.found:
            name, text = told(each, call.language, "name"), told(each, call.language)
            facts = {"mended": each.mended, "left": each.left}
            said.append(say(call, "CLI-data-found", name=name, told=text, **facts))
            if each.examples:
                said.append("  " + ", ".join(each.examples))
            if each.left:
                said.append("  " + told(each, call.language, "action"))
        return said or [say(call, "CLI-data-nothing", number=done.ran)]

    show(value, as_json, lines)
    if done.left:
        context.exit(PARTLY)


@data.command("space")
@click.option("--tidy", is_flag=True, help="Tidy up what nothing needs any more.")
@json_option
@pass_call
@told_errors
def data_space(call: Call, tidy: bool, as_json: bool) -> None:
    """Show what takes space, and with --tidy delete what nothing needs any more."""
    from desktop_app.domain.numbers import size_text
    from desktop_app.services import storage_space

    workspace = call.open()
    tidied = storage_space.tidy_up(workspace) if tidy else ()
    found = storage_space.look(workspace)
    gone = sum(part.size for part in tidied)
    value = {
        "parts": found.parts,
        "tidy": found.tidy,
        "free": found.free,
        "tidied": tidied,
        "tidied_size": gone,
    }

    def lines() -> list[str]:
        said = [say(call, "CLI-space-tidied", size=size_text(gone))] if tidy else []
        said += [
            say(
                call,
                "CLI-space-line",
                name=say(call, storage_space.name_code(part.name)),
                size=size_text(part.size),
                number=part.number,
            )
            for part in found.parts
        ]
        facts = {"size": size_text(found.free), "tidy": size_text(found.tidy_size)}
        return [*said, say(call, "CLI-space-free", **facts)]

    show(value, as_json, lines)


COMMANDS = (data,)
