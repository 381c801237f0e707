"""Commands of the central system: portal list, sheet, record, and its mapping."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desktop_app.commands.output import (
    DONE,
    PARTLY,
    Call,
    json_option,
    make_folder,
    pass_call,
    plain,
    say,
    show,
    told_errors,
    word,
)

if TYPE_CHECKING:
    from desktop_app.domain.portal_mapping import PortalNote
    from desktop_app.services.portal_entry import EntrySheet

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def portal() -> None:
    """The central system."""


@portal.command("list")
@click.option("--state", type=click.Choice(["waiting", "up", "done"]), default=None)
@click.option("--search", default="")
@click.option("--unit", default="", help="A unit's code; those below it are shown too.")
@click.option("--limit", type=click.IntRange(1), default=200)
@json_option
@pass_call
@told_errors
def portal_list(
    call: Call, state: str | None, search: str, unit: str, limit: int, as_json: bool
) -> None:
    """List what waits to go up, and what waits for its answer there."""
    from desktop_app.services import portal_list as service
    from desktop_app.services.units import find_unit

    workspace = call.open()
    unit_id = find_unit(workspace, unit).id if unit else ""
    wanted = service.PortalFilter(state or "", search, unit_id)
    rows = service.page(workspace, wanted, limit=limit).rows
    told = [{**plain(row), "blocked": _notes(call, row.blocked)} for row in rows]
    value = {"counts": service.counts(workspace, wanted), "rows": told}
    show(value, as_json, lambda: [_line(call, row) for row in told])


def _line(call: Call, row: dict[str, Any]) -> str:
    why = "; ".join(note["message"] for note in row["blocked"])
    state = word(call, row["state"], "going")
    return f"{row['code']}  {state:<18} {row['title']}  {why}".rstrip()


def _notes(call: Call, notes: "Sequence[PortalNote]") -> list[dict[str, str]]:
    from desktop_app.services.portal_words import note_action, note_text

    return [
        {
            "code": note.code,
            "message": note_text(note, call.language),
            "action": note_action(note, call.language),
        }
        for note in notes
    ]


@portal.command("sheet")
@click.argument("key")
@click.option(
    "--files",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="A folder the attachments are written into.",
)
@json_option
@pass_call
@click.pass_context
@told_errors
def portal_sheet(
    context: click.Context, call: Call, key: str, files: Path | None, as_json: bool
) -> None:
    """Show what is entered for an initiative, in the portal's order; 1 when it may not go up."""
    from desktop_app.services import drafting
    from desktop_app.services.portal_attachments import save_attachments
    from desktop_app.services.portal_entry import entry_sheet

    workspace = call.open()
    sheet = entry_sheet(workspace, drafting.resolve(workspace, key))
    if files is not None:
        make_folder(files)
        save_attachments(workspace, sheet, files)
    value = _sheet(call, sheet)
    show(value, as_json, lambda: _sheet_lines(value))
    context.exit(PARTLY if sheet.blocked else DONE)


def _sheet(call: Call, sheet: "EntrySheet") -> dict[str, Any]:
    def problem(note: "PortalNote | None") -> Any:
        return _notes(call, [note])[0] if note is not None else None

    told: dict[str, Any] = plain(sheet)
    return told | {
        "fields": [
            {
                "code": each.field.code,
                "label": each.field.labels[call.language],
                "text": each.text,
                "length": each.length,
                "limit": each.field.limit,
                "by_hand": each.by_hand,
                "problem": problem(each.problem),
            }
            for each in sheet.fields
        ],
        "attachments": [
            {**plain(file), "problem": problem(file.problem)} for file in sheet.attachments
        ],
        "blocked": _notes(call, sheet.blocked),
    }


def _sheet_lines(value: dict[str, Any]) -> list[str]:
    lines = [f"! {note['message']} {note['action']}" for note in value["blocked"]]
    for each in value["fields"]:
        limit = "" if each["limit"] is None else f" ({each['length']}/{each['limit']})"
        lines += [f"{each['label']}{limit}:", *(f"    {t}" for t in each["text"].split("\n"))]
        if each["problem"]:
            lines.append(f"  ! {each['problem']['message']}")
    for file in value["attachments"]:
        lines.append(f"- {file['name']}")
        if file["problem"]:
            lines.append(f"  ! {file['problem']['message']}")
    return lines


@portal.command("record")
@click.argument("key")
@click.option("--code", required=True)
@click.option("--state", required=True)
@click.option("--date", "on", type=_DAY, default=None)
@json_option
@pass_call
@told_errors
def portal_record(call: Call, key: str, code: str, state: str, on: Any, as_json: bool) -> None:
    """Record an initiative's code and state at the central system."""
    from desktop_app.services import drafting
    from desktop_app.services.portal import record_portal

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    record_portal(workspace, initiative_id, code=code, state=state, on=on.date() if on else None)
    show({"id": initiative_id, "state": state}, as_json, lambda: [word(call, state)])


@portal.group("mapping")
def portal_mapping() -> None:
    """The portal's form as a workbook: its fields, limits, lists of values, attachments."""


_file = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))


@portal_mapping.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@json_option
@pass_call
@told_errors
def mapping_export(call: Call, file: Path, as_json: bool) -> None:
    """Write the mapping in use as a workbook to be edited in Excel."""
    from desktop_app.services.portal_mapping import export_mapping

    place = export_mapping(call.open(), file)
    show({"file": place}, as_json, lambda: [str(place)])


@portal_mapping.command("check")
@_file
@json_option
@pass_call
@click.pass_context
@told_errors
def mapping_check(context: click.Context, call: Call, file: Path, as_json: bool) -> None:
    """Say what is wrong with an edited workbook, cell by cell; 1 when something is."""
    from desktop_app.services.portal_mapping import check_mapping
    from desktop_app.services.portal_words import finding_place, finding_text

    found = check_mapping(call.open(), file)
    told = [
        {
            "sheet": each.sheet,
            "row": each.row,
            "column": each.column,
            "place": finding_place(each),
            "message": finding_text(each, call.language),
        }
        for each in found
    ]
    show(
        {"usable": not found, "findings": told},
        as_json,
        lambda: (
            [f"{each['place']}: {each['message']}" for each in told]
            or [say(call, "CLI-mapping-usable")]
        ),
    )
    context.exit(PARTLY if found else DONE)


@portal_mapping.command("add")
@_file
@json_option
@pass_call
@told_errors
def mapping_add(call: Call, file: Path, as_json: bool) -> None:
    """Use an edited workbook from now on; refused while a cell is wrong."""
    from desktop_app.services.portal_mapping import take_mapping

    made = take_mapping(call.open(), file)
    value = {"name": made.name, "version": made.version, "fields": len(made.fields)}
    show(value, as_json, lambda: [say(call, "CLI-mapping-taken", **value)])


@portal_mapping.command("reset")
@json_option
@pass_call
@told_errors
def mapping_reset(call: Call, as_json: bool) -> None:
    """Use the mapping that ships again."""
    from desktop_app.services.portal_mapping import drop_mapping

    made = drop_mapping(call.open())
    value = {"name": made.name, "version": made.version, "fields": len(made.fields)}
    show(value, as_json, lambda: [say(call, "CLI-mapping-taken", **value)])


COMMANDS = (portal,)
