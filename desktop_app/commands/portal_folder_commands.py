"""Commands of the hand-over by file: portal export, portal import. Attached to ``portal``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.commands.output import (
    DONE,
    PARTLY,
    Call,
    json_option,
    make_folder,
    note_object,
    pass_call,
    plain,
    say,
    show,
    told_errors,
)
from desktop_app.commands.portal_commands import portal
from desktop_app.errors import BadInput

if TYPE_CHECKING:
    from desktop_app.services.portal_answers import PortalAnswers
    from desktop_app.services.portal_folder import HeldBack

COMMANDS = ()  # they stand in the group already


@portal.command("export")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--zip", "as_zip", is_flag=True, help="One ZIP in place of a folder.")
@click.option("--plan", "only_plan", is_flag=True, help="Only say what would be written.")
@click.argument("keys", nargs=-1)
@json_option
@pass_call
@click.pass_context
@told_errors
def portal_export(
    context: click.Context,
    call: Call,
    to: Path,
    as_zip: bool,
    only_plan: bool,
    keys: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write a hand-over: all that waits to go up, or the given initiatives; 1 when some stay."""
    from desktop_app.services import drafting, portal_folder

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys] or None
    if only_plan:
        planned = portal_folder.plan(workspace, ids)
        held = _held(call, planned.held_back)
        value = {"items": plain(planned.items), "size": planned.size, "held_back": held}
        show(
            value,
            as_json,
            lambda: [*(f"{i.code}  {i.title}" for i in planned.items), *_held_lines(held)],
        )
        context.exit(PARTLY if held else DONE)
    make_folder(to)
    done = portal_folder.export_folder(workspace, to, ids, as_zip=as_zip)
    held = _held(call, done.held_back)
    show(
        plain(done) | {"held_back": held},
        as_json,
        lambda: [
            str(done.path),
            say(call, "CLI-portal-exported", count=done.count, number=done.number),
            *_held_lines(held),
        ],
    )
    context.exit(PARTLY if held else DONE)


def _held(call: Call, held_back: "Sequence[HeldBack]") -> list[dict[str, Any]]:
    from desktop_app.services.portal_words import note_text

    return [
        {
            "id": each.id,
            "code": each.code,
            "title": each.title,
            "reasons": [
                {"code": note.code, "message": note_text(note, call.language)}
                for note in each.reasons
            ],
        }
        for each in held_back
    ]


def _held_lines(held: Sequence[Mapping[str, Any]]) -> list[str]:
    return [
        f"- {each['code']}  {each['title']}: {'; '.join(r['message'] for r in each['reasons'])}"
        for each in held
    ]


@portal.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--preview", is_flag=True, help="Say what would become of each row; write nothing.")
@click.option(
    "--choose",
    "chosen",
    multiple=True,
    metavar="ROW=KEY",
    help="Which initiative a row in doubt is about; ROW= leaves it out.",
)
@click.option(
    "--against-book", is_flag=True, help="Record a chosen row also where it goes against the book."
)
@json_option
@pass_call
@click.pass_context
@told_errors
def portal_import(
    context: click.Context,
    call: Call,
    file: Path,
    preview: bool,
    chosen: tuple[str, ...],
    against_book: bool,
    as_json: bool,
) -> None:
    """Record the portal's answers from an Excel or CSV list; 1 when some rows are in doubt."""
    from desktop_app.services import drafting, portal_answers

    workspace = call.open()
    choices: dict[int, str | None] = {}
    for text in chosen:
        row, _, key = text.partition("=")
        if not row.isdecimal():
            raise BadInput("SSK-913", row=row)
        choices[int(row)] = drafting.resolve(workspace, key) if key else None
    result = portal_answers.preview(workspace, file)
    if against_book or preview:
        result = portal_answers.decide(workspace, result, choices)
    if not preview:
        result = portal_answers.apply(workspace, result, choices)
    value = _answers(call, result)
    show(value, as_json, lambda: _answer_lines(call, value))
    open_rows = [line for line in result.lines if line.verdict in portal_answers.OPEN]
    context.exit(PARTLY if any(not line.recorded for line in open_rows) else DONE)


def _answers(call: Call, result: "PortalAnswers") -> dict[str, Any]:
    lines: list[dict[str, Any]] = []
    for line in result.lines:
        code, facts = line.reason, line.facts
        message = note_object(code, facts, call.language)["message"] if code else ""
        lines.append(plain(line) | {"message": message})
    return {"file": result.file, "recorded": result.recorded, "rows": lines}


def _answer_lines(call: Call, value: Mapping[str, Any]) -> list[str]:
    lines = []
    for row in value["rows"]:
        known = row["known"] or {}
        head = f"{row['row_number']:>4}  {row['verdict']:<8} {row['state'] or row['state_text']}"
        lines.append(f"{head}  {known.get('code') or row['code']}  {row['title']}".rstrip())
        if row["message"]:
            lines.append(f"        {row['message']}")
        lines += [
            f"        ? {each['code']}  {each['percent']} %  {each['title']} ({each['authors']})"
            for each in row["candidates"]
        ]
    return [*lines, say(call, "CLI-portal-recorded", count=value["recorded"])]
