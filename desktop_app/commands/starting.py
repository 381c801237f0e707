"""Commands that begin a book: init, card, template."""

from pathlib import Path

import click

from desktop_app.commands.output import (
    Call,
    json_option,
    make_folder,
    pass_call,
    plain,
    say,
    show,
    told_errors,
)


@click.command()
@click.argument("role", type=click.Choice(["team", "office"]))
@click.option("--name", default=None, help="The unit's name.")
@click.option("--code", default="", help="The unit's code; guessed from the name when left out.")
@click.option("--card", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@pass_call
@told_errors
def init(
    call: Call, role: str, name: str | None, code: str, card: Path | None, as_json: bool
) -> None:
    """Begin the book of a team or an office."""
    from desktop_app.services import setup

    if name is None and card is None:
        raise click.UsageError("--name or --card is needed")
    workspace = call.open()
    if card is not None:
        own = setup.start_team_with_card(workspace, card)
    elif role == setup.TEAM:
        own = setup.start_team(workspace, name or "", code)
    else:
        own = setup.start_office(workspace, name or "", code)
    show(own, as_json, lambda: [say(call, "CLI-init", name=own.name, unit_code=own.code)])


@click.group()
def card() -> None:
    """Setup cards: from the officer to a team."""


@card.command("export")
@click.argument("unit")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@json_option
@pass_call
@told_errors
def card_export(call: Call, unit: str, to: Path, as_json: bool) -> None:
    """Write the card of a unit into a folder."""
    from desktop_app.services.cards import export_card

    make_folder(to)
    path = export_card(call.open(), unit, to)
    show({"file": path}, as_json, lambda: [str(path)])


@card.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--trust", multiple=True, help="The four words of a new key you compared by phone.")
@json_option
@pass_call
@told_errors
def card_import(call: Call, file: Path, trust: tuple[str, ...], as_json: bool) -> None:
    """Take in a card; in an empty folder it begins the book."""
    from desktop_app.services import cards, setup

    workspace = call.open()
    if workspace.started:
        own = cards.take_card(workspace, file, trust)
    else:
        own = setup.start_team_with_card(workspace, file)
    show(own, as_json, lambda: [say(call, "CLI-init", name=own.name, unit_code=own.code)])


@click.group()
def template() -> None:
    """Template packs: check, add, list, export to edit, withdraw."""


@template.command("check")
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@json_option
@pass_call
@click.pass_context
@told_errors
def template_check(context: click.Context, call: Call, folder: Path, as_json: bool) -> None:
    """Check a pack: its form, the names that carry meaning, every placeholder."""
    from desktop_app.services.pack_check import check_pack, missing_text, problem_text

    found = check_pack(call.open(), folder)
    problems = [
        plain(problem) | {"message": problem_text(problem, call.language)}
        for problem in found.problems
    ]
    missing = [
        {"name": name, "message": missing_text(name, call.language)} for name in found.missing_names
    ]
    answer = {
        "id": found.template_id,
        "version": found.version,
        "usable": found.usable,
        "problems": problems,
        "missing_names": missing,
    }
    show(
        answer,
        as_json,
        lambda: [
            *(f"{'!' if p['blocking'] else '·'} {p['place']}: {p['message']}" for p in problems),
            *(f"· {m['name']}: {m['message']}" for m in missing),
            say(call, "CLI-usable" if found.usable else "CLI-unusable"),
        ],
    )
    context.exit(0 if found.usable else 1)


@template.command("add")
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
@json_option
@pass_call
@told_errors
def template_add(call: Call, folder: Path, as_json: bool) -> None:
    """Add a pack from a folder or a ZIP."""
    from desktop_app.services.templates import add_pack

    row = add_pack(call.open(), folder)
    show(row, as_json, lambda: [f"{row.id}@{row.version}"])


@template.command("list")
@json_option
@pass_call
@told_errors
def template_list(call: Call, as_json: bool) -> None:
    """List the templates."""
    from desktop_app.services.templates import list_templates

    rows = list_templates(call.open())
    show(rows, as_json, lambda: [f"{r.id}@{r.version}  {r.titles.get('vi', '')}" for r in rows])


@template.command("starter")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--template", "name", default=None, help="Begin from this one: ID or ID@VERSION.")
@json_option
@pass_call
@told_errors
def template_starter(call: Call, to: Path, name: str | None, as_json: bool) -> None:
    """Write a pack into a new folder, to be edited in Excel and Word."""
    from desktop_app.services.template_starter import export_starter
    from desktop_app.services.templates import find_template

    workspace = call.open()
    folder = export_starter(workspace, to, find_template(workspace, name) if name else None)
    show({"folder": folder}, as_json, lambda: [say(call, "CLI-starter", folder=folder)])


@template.command("withdraw")
@click.argument("template_id")
@click.argument("version")
@click.option("--again", is_flag=True, help="Offer it to new initiatives again.")
@json_option
@pass_call
@told_errors
def template_withdraw(
    call: Call, template_id: str, version: str, again: bool, as_json: bool
) -> None:
    """Offer a version no longer to new initiatives; drafts keep it."""
    from desktop_app.services.templates import withdraw

    withdraw(call.open(), template_id, version, again=again)
    answer = {"id": template_id, "version": version, "withdrawn": not again}
    code = "CLI-offered-again" if again else "CLI-withdrawn"
    show(answer, as_json, lambda: [say(call, code, template=f"{template_id}@{version}")])


COMMANDS = (init, card, template)
