"""Commands that take in: bundle import, what to ask about afterwards, what was set aside."""

from pathlib import Path
from typing import Any

import click

from desktop_app.commands.carrying import bundle, passphrase_of, passphrase_option
from desktop_app.commands.output import (
    BAD_INPUT,
    DONE,
    PARTLY,
    Call,
    error_object,
    json_option,
    note_object,
    pass_call,
    show,
    told_errors,
    word,
)
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.messages import told


@bundle.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@passphrase_option
@click.option("--trust", multiple=True, help="The four words of a key you compared by phone.")
@json_option
@pass_call
@click.pass_context
@told_errors
def bundle_import(
    context: click.Context,
    call: Call,
    paths: tuple[Path, ...],
    passphrase_file: Path | None,
    trust: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take in files, folders or a whole stick."""
    from desktop_app.services.inbox import Agreed, take_in

    agreed = Agreed(frozenset(trust), passphrase_of(passphrase_file))
    show_intake(context, call, take_in(call.open(), paths, agreed=agreed), as_json)


def show_intake(context: click.Context, call: Call, result: Any, as_json: bool) -> None:
    """Show what became of every file and item; the exit code says how well it went."""
    from desktop_app.services.enrolment import UNPLACED

    files = [_file_object(file, call.language) for file in result.files]
    missing = [{"unit": gap.unit, "sequence": gap.sequence} for gap in result.missing]
    show(
        {"files": files, "missing": missing},
        as_json,
        lambda: [line for file in result.files for line in _file_lines(call, file)],
    )
    # A bundle that waits for its unit to be placed was set aside, not refused.
    if not any(f.opened or (f.error and f.error.code == UNPLACED) for f in result.files):
        context.exit(BAD_INPUT)
    context.exit(DONE if result.all_well else PARTLY)


def _file_object(file: Any, language: str) -> dict[str, Any]:
    return {
        "file": file.file,
        "bundle_id": file.bundle_id,
        "kind": file.kind,
        "sequence": file.sequence,
        "unit": file.unit,
        "opened": file.opened,
        "left": file.left,
        "error": error_object(file.error, language) if file.error else None,
        "items": [
            {
                "id": item.id,
                "revision": item.revision,
                "title": item.title,
                "intake": item.intake,
                "reason": note_object(item.reason, item.facts, language) if item.reason else None,
            }
            for item in file.items
        ],
    }


def _file_lines(call: Call, file: Any) -> list[str]:
    if file.error:
        return [f"! {file.file}: {told(file.error, call.language)}"]
    lines = [f"{file.file}  {file.unit}  {word(call, file.kind, 'bundle')} {file.sequence}"]
    for item in file.items:
        told_of = note_object(item.reason, item.facts, call.language) if item.reason else None
        reason = told_of["message"] if told_of else ""
        lines.append(f"  {word(call, item.intake, 'intake'):<22} {item.title} {reason}".rstrip())
    return lines


@bundle.command("numbers")
@click.option("--all", "explained", is_flag=True, help="Also those that were explained.")
@json_option
@pass_call
@told_errors
def bundle_numbers(call: Call, explained: bool, as_json: bool) -> None:
    """List numbers of bundles that are missing, stand twice or do not follow."""
    from desktop_app.services.chains import list_troubles

    rows = list_troubles(call.open(), explained=explained)
    show(
        rows,
        as_json,
        lambda: [
            f"{word(call, r.kind, 'bundle'):<15} {r.unit} {r.device} {r.sequence} {r.explanation}"
            for r in rows
        ],
    )


@bundle.command("explain")
@click.argument("unit")
@click.argument("number", type=int)
@click.argument("explanation")
@json_option
@pass_call
@told_errors
def bundle_explain(call: Call, unit: str, number: int, explanation: str, as_json: bool) -> None:
    """Say why a number of a unit is missing or stands twice; it is not asked about again."""
    from desktop_app.services import chains
    from desktop_app.services.units import find_unit

    workspace = call.open()
    row = find_unit(workspace, unit)
    chains.explain(workspace, row.id, number, explanation)
    show({"unit": row.code, "sequence": number}, as_json, lambda: [f"{row.name}: {number}"])


@bundle.command("conflicts")
@json_option
@pass_call
@told_errors
def bundle_conflicts(call: Call, as_json: bool) -> None:
    """List reports that came in two versions, with the questions they differ in."""
    from desktop_app.services.conflicts import list_conflicts

    found = list_conflicts(call.open())
    values = [
        {
            "id": c.id,
            "code": c.code,
            "title": c.title,
            "unit": c.unit,
            "here": {"hash": c.here.hash, "revision": c.here.revision, "device": c.here.device},
            "came": {"hash": c.came.hash, "revision": c.came.revision, "device": c.came.device},
            "questions": [d.name for d in c.differences],
        }
        for c in found
    ]
    show(
        values,
        as_json,
        lambda: [f"{c.code} {c.title}: {c.here.hash[:16]} | {c.came.hash[:16]}" for c in found],
    )


@bundle.command("settle")
@click.argument("key")
@click.argument("version")
@click.option("--comment", default="", help="What the writer of the other version is told.")
@json_option
@pass_call
@told_errors
def bundle_settle(call: Call, key: str, version: str, comment: str, as_json: bool) -> None:
    """Use one version of a report, by the beginning of its hash; the other is returned."""
    from desktop_app.services import conflicts, drafting

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    marks = {
        mark
        for c in conflicts.list_conflicts(workspace)
        if c.id == initiative_id
        for mark in (c.here.hash, c.came.hash)
        if mark.startswith(version.lower())
    }
    if len(marks) != 1:
        raise NotAllowed("SSK-559")
    (mark,) = marks
    conflicts.settle(workspace, initiative_id, mark, comment)
    show({"id": initiative_id, "hash": mark}, as_json, lambda: [mark])


@click.group("quarantine")
def quarantine_group() -> None:
    """Files set aside: list, try again, give away for help, drop."""


@quarantine_group.command("list")
@json_option
@pass_call
@told_errors
def quarantine_list(call: Call, as_json: bool) -> None:
    """List what is set aside and why."""
    from desktop_app.services.quarantine import list_quarantine

    rows = list_quarantine(call.open())
    values = [
        {
            "id": row.id,
            "file": row.file_name,
            "unit": row.unit,
            "size": row.size,
            "kept": row.kept,
            "reason": note_object(row.code, row.facts, call.language),
            "items": [{"title": i.title, "code": i.code} for i in row.items],
            "at": row.at,
        }
        for row in rows
    ]
    show(
        values,
        as_json,
        lambda: [f"{v['id']} {v['file']}: {v['reason']['message']}" for v in values],  # type: ignore[index]
    )


@quarantine_group.command("retry")
@click.argument("ids", nargs=-1)
@passphrase_option
@json_option
@pass_call
@click.pass_context
@told_errors
def quarantine_retry(
    context: click.Context,
    call: Call,
    ids: tuple[str, ...],
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Try again what is set aside, all or some."""
    from desktop_app.services import quarantine
    from desktop_app.services.inbox import Agreed

    workspace = call.open()
    chosen = [_set_aside(workspace, key) for key in ids] or None
    agreed = Agreed(passphrase=passphrase_of(passphrase_file))
    result = quarantine.retry(workspace, chosen, agreed=agreed)
    show_intake(context, call, result, as_json)


@quarantine_group.command("export")
@click.argument("key")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@json_option
@pass_call
@told_errors
def quarantine_export(call: Call, key: str, to: Path, as_json: bool) -> None:
    """Write what is set aside, as it came, with a report, for somebody who can help."""
    from desktop_app.services import quarantine

    workspace = call.open()
    path = quarantine.export_for_help(workspace, _set_aside(workspace, key), to)
    show({"file": path}, as_json, lambda: [str(path)])


@quarantine_group.command("drop")
@click.argument("key")
@json_option
@pass_call
@told_errors
def quarantine_drop(call: Call, key: str, as_json: bool) -> None:
    """Drop what is set aside; nothing of it was taken in."""
    from desktop_app.services import quarantine

    workspace = call.open()
    record_id = _set_aside(workspace, key)
    quarantine.drop(workspace, record_id)
    show({"id": record_id}, as_json, lambda: [record_id])


def _set_aside(workspace: Any, key: str) -> str:
    """Return the identifier of what is set aside for the unique beginning of it."""
    from desktop_app.services.quarantine import list_quarantine

    found = [row.id for row in list_quarantine(workspace) if row.id.startswith(key.lower())]
    if len(found) != 1:
        raise BadInput("SSK-557")
    return found[0]


COMMANDS = (quarantine_group,)
