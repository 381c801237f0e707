"""Commands that carry: queue, bundle, receipt."""

from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import (
    BAD_INPUT,
    DONE,
    PARTLY,
    Call,
    error_object,
    json_option,
    note_object,
    pass_call,
    say,
    show,
    told_errors,
)
from desktop_app.messages import told


@click.group()
def queue() -> None:
    """What waits to be handed in."""


@queue.command("list")
@json_option
@pass_call
@told_errors
def queue_list(call: Call, as_json: bool) -> None:
    """List the queue, with what holds an item back."""
    from desktop_app.services.drafting import finding_text
    from desktop_app.services.queue import list_queue

    items = list_queue(call.open())
    values = [
        {
            "id": item.id,
            "code": item.code,
            "title": item.title,
            "authors": item.authors,
            "revision": item.revision,
            "size": item.size,
            "queued_on": item.queued_on,
            "held_back": [finding_text(finding, call.language) for finding in item.held_back],
        }
        for item in items
    ]
    show(values, as_json, lambda: [f"{item.code}  {item.title}" for item in items])


@click.group()
def bundle() -> None:
    """Bundles: write, verify, take in, list."""


@bundle.command("export")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--unsealed", is_flag=True, help="Without a card: write it open to everyone.")
@click.argument("keys", nargs=-1)
@json_option
@pass_call
@told_errors
def bundle_export(
    call: Call, to: Path, unsealed: bool, keys: tuple[str, ...], as_json: bool
) -> None:
    """Write the queue, or the named initiatives, into one sealed file."""
    from desktop_app.services import drafting, handover

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys] or None
    to.mkdir(parents=True, exist_ok=True)
    written = handover.export_bundle(workspace, to, ids, unsealed=unsealed)
    value = {
        "file": written.path,
        "bundle_id": written.bundle_id,
        "sequence": written.sequence,
        "size": written.size,
        "count": written.count,
        "sha256": written.inner_sha256,
        "sealed": written.sealed,
    }
    show(
        value,
        as_json,
        lambda: [
            str(written.path),
            say(call, "CLI-exported", count=written.count, sequence=written.sequence),
        ],
    )


@bundle.command("handed-over")
@click.argument("key")
@json_option
@pass_call
@told_errors
def bundle_handed_over(call: Call, key: str, as_json: bool) -> None:
    """Say that a bundle (id or number) was given away."""
    from desktop_app.services import handover

    workspace = call.open()
    bundle_id = handover.resolve_bundle(workspace, key)
    handover.mark_handed_over(workspace, bundle_id)
    show({"bundle_id": bundle_id}, as_json, lambda: [bundle_id])


@bundle.command("verify")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
@click.option("--container-only", is_flag=True, help="Any BagIt bag: a folder or a ZIP.")
@json_option
@pass_call
@click.pass_context
@told_errors
def bundle_verify(
    context: click.Context, call: Call, file: Path, container_only: bool, as_json: bool
) -> None:
    """Verify a bundle; an invalid one is exit 1. Nothing is fetched or changed."""
    import tempfile

    from desktop_app.exchange.bundle_file import verify_bundle

    identities = () if container_only else (call.open().keys.age_identity,)
    with tempfile.TemporaryDirectory() as folder:
        report = verify_bundle(
            file,
            identities=identities,
            temp_dir=Path(folder),
            container_only=container_only,
        )
    value = {
        "valid": report.valid,
        "errors": [note_object(n.code, n.facts, call.language) for n in report.errors],
        "warnings": [note_object(n.code, n.facts, call.language) for n in report.warnings],
    }
    show(
        value,
        as_json,
        lambda: [
            *(f"! {n['code']}: {n['message']}" for n in value["errors"]),  # type: ignore[attr-defined]
            *(f"· {n['code']}: {n['message']}" for n in value["warnings"]),  # type: ignore[attr-defined]
            say(call, "CLI-valid" if report.valid else "CLI-invalid"),
        ],
    )
    context.exit(DONE if report.valid else PARTLY)


@bundle.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@json_option
@pass_call
@click.pass_context
@told_errors
def bundle_import(
    context: click.Context, call: Call, paths: tuple[Path, ...], as_json: bool
) -> None:
    """Take in files, folders or a whole stick."""
    from desktop_app.services.inbox import take_in

    result = take_in(call.open(), paths)
    files = [_file_object(file, call.language) for file in result.files]
    missing = [{"unit": gap.unit, "sequence": gap.sequence} for gap in result.missing]
    show(
        {"files": files, "missing": missing},
        as_json,
        lambda: [line for file in result.files for line in _file_lines(file, call.language)],
    )
    if not result.files or not any(file.opened for file in result.files):
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


def _file_lines(file: Any, language: str) -> list[str]:
    if file.error:
        return [f"! {file.file}: {told(file.error, language)}"]
    lines = [f"{file.file}  {file.unit}  {file.kind} {file.sequence}"]
    for item in file.items:
        reason = note_object(item.reason, item.facts, language)["message"] if item.reason else ""
        lines.append(f"  {item.intake:<12} {item.title} {reason}".rstrip())
    return lines


@bundle.command("list")
@json_option
@pass_call
@told_errors
def bundle_list(call: Call, as_json: bool) -> None:
    """List the bundles that left and came in."""
    from desktop_app.services.handover import list_bundles

    rows = list_bundles(call.open())
    show(
        rows,
        as_json,
        lambda: [f"{r.direction:<4} {r.kind:<11} {r.sequence:>4}  {r.state}" for r in rows],
    )


@bundle.command("slip")
@click.argument("key")
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), required=True)
@json_option
@pass_call
@told_errors
def bundle_slip(call: Call, key: str, to: Path, as_json: bool) -> None:
    """Write the slip that goes with a bundle (id or number) as a PDF of one page."""
    from desktop_app.services import handover, handover_slip

    workspace = call.open()
    bundle_id = handover.resolve_bundle(workspace, key)
    written = handover_slip.write_slip(workspace, bundle_id, to, language=call.language)
    show({"bundle_id": bundle_id, "file": written}, as_json, lambda: [str(written)])


@click.group()
def receipt() -> None:
    """Answers back to the teams."""


@receipt.command("export")
@click.option("--unit", default=None, help="Only for this unit.")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@json_option
@pass_call
@told_errors
def receipt_export(call: Call, unit: str | None, to: Path, as_json: bool) -> None:
    """Write one receipt for each unit that waits."""
    from desktop_app.services.receipts import export_receipts

    to.mkdir(parents=True, exist_ok=True)
    written = export_receipts(call.open(), to, unit)
    values = [
        {
            "file": r.path,
            "unit": r.unit,
            "unit_code": r.unit_code,
            "count": r.count,
            "sequence": r.sequence,
        }
        for r in written
    ]
    show(values, as_json, lambda: [str(r.path) for r in written])


COMMANDS = (queue, bundle, receipt)
