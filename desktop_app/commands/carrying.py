"""Commands that carry out: queue, bundle, receipt."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import (
    DONE,
    PARTLY,
    Call,
    json_option,
    make_folder,
    note_object,
    pass_call,
    say,
    show,
    text_of,
    told_errors,
    word,
)
from desktop_app.errors import NotAllowed
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


def passphrase_of(file: Path | None) -> str:
    """Return the first line of a file: a passphrase never stands on the command line."""
    return text_of(file).split("\n")[0].strip() if file else ""


passphrase_option = click.option(
    "--passphrase-file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file whose first line is the passphrase.",
)


def _written(written: Any) -> dict[str, Any]:
    return {
        "file": written.path,
        "bundle_id": written.bundle_id,
        "sequence": written.sequence,
        "size": written.size,
        "count": written.count,
        "sha256": written.inner_sha256,
        "sealed": written.sealed,
    }


def _show_written(call: Call, written: Sequence[Any], as_json: bool, **more: Any) -> None:
    """Show the bundles that were written: the first at the top, all of them under ``files``."""
    values = [_written(bundle) for bundle in written]
    show(
        values[0] | {"files": values} | more,
        as_json,
        lambda: [
            line
            for one in written
            for line in (
                str(one.path),
                say(call, "CLI-exported", count=one.count, sequence=one.sequence),
            )
        ],
    )


@bundle.command("export")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--max-size", default=None, help="At most so large each, such as 25MB.")
@click.option("--unsealed", is_flag=True, help="Without a card: write it open to everyone.")
@passphrase_option
@click.option("--plan", is_flag=True, help="Only say what would be written.")
@click.argument("keys", nargs=-1)
@json_option
@pass_call
@told_errors
def bundle_export(
    call: Call,
    to: Path,
    max_size: str | None,
    unsealed: bool,
    passphrase_file: Path | None,
    plan: bool,
    keys: tuple[str, ...],
    as_json: bool,
) -> None:
    """Write the queue, or the named initiatives, into sealed files; each is complete."""
    from desktop_app.services import drafting, handover, splitting

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys] or None
    most = splitting.read_size(max_size) if max_size else None
    planned = handover.plan_export(workspace, ids, max_size=most)
    if plan:
        show(planned, as_json, lambda: _plan_lines(call, planned))
        return
    for title in planned.too_large:
        click.echo(say(call, "CLI-too-large", title=title), err=True)
    make_folder(to)
    written = handover.export_bundles(
        workspace,
        to,
        ids,
        max_size=most,
        unsealed=unsealed,
        passphrase=passphrase_of(passphrase_file),
    )
    _show_written(call, written, as_json)


def _plan_lines(call: Call, plan: Any) -> list[str]:
    from desktop_app.services.drafting import finding_text

    return [
        *(
            say(call, "CLI-planned", number=number, count=one.count, size=one.size)
            for number, one in enumerate(plan.bundles, 1)
        ),
        *(
            f"! {title}: {'; '.join(finding_text(f, call.language) for f in why)}"
            for title, why in plan.held_back
        ),
        *(say(call, "CLI-too-large", title=title) for title in plan.too_large),
    ]


@bundle.command("again")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@passphrase_option
@click.argument("key")
@json_option
@pass_call
@told_errors
def bundle_again(
    call: Call, to: Path, passphrase_file: Path | None, key: str, as_json: bool
) -> None:
    """Write an earlier bundle (id or number) once more: the same content, newly sealed."""
    from desktop_app.services import handover

    workspace = call.open()
    bundle_id = handover.resolve_bundle(workspace, key)
    make_folder(to)
    written = handover.export_again(
        workspace, bundle_id, to, passphrase=passphrase_of(passphrase_file)
    )
    _show_written(call, [written], as_json)


@bundle.command("relay")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--max-size", default=None, help="At most so large each, such as 25MB.")
@click.argument("keys", nargs=-1)
@json_option
@pass_call
@told_errors
def bundle_relay(
    call: Call, to: Path, max_size: str | None, keys: tuple[str, ...], as_json: bool
) -> None:
    """Pass accepted reports on to the level above, all that are new or the named ones."""
    from desktop_app.services import drafting, relaying, splitting

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys] or None
    make_folder(to)
    most = splitting.read_size(max_size) if max_size else None
    _show_written(call, relaying.export_relay(workspace, to, ids, max_size=most), as_json)


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
@passphrase_option
@json_option
@pass_call
@click.pass_context
@told_errors
def bundle_verify(
    context: click.Context,
    call: Call,
    file: Path,
    container_only: bool,
    passphrase_file: Path | None,
    as_json: bool,
) -> None:
    """Verify a bundle; an invalid one is exit 1. Nothing is fetched or changed."""
    import tempfile

    from desktop_app.exchange.bundle_file import verify_bundle

    # Whoever only checks a file needs no book, and none is begun for it.
    known = not container_only and call.has_book()
    identities = call.open().identities if known else ()
    with tempfile.TemporaryDirectory() as folder:
        report = verify_bundle(
            file,
            identities=identities,
            temp_dir=Path(folder),
            passphrase=passphrase_of(passphrase_file),
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
        lambda: [
            f"{word(call, r.direction, 'bundle'):<4} {word(call, r.kind, 'bundle'):<14} "
            f"{r.sequence:>4}  {word(call, r.state):<25} {r.id}"
            for r in rows
        ],
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


@queue.command("withdraw")
@click.argument("key")
@click.option("--reason", required=True, help="Why, in a sentence; the officer reads it.")
@json_option
@pass_call
@told_errors
def queue_withdraw(call: Call, key: str, reason: str, as_json: bool) -> None:
    """Withdraw a report, also one that was handed over; the next bundle tells the office."""
    from desktop_app.services import drafting, withdrawing

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    withdrawing.withdraw(workspace, initiative_id, reason)
    show({"id": initiative_id}, as_json, lambda: [initiative_id])


@queue.command("add")
@click.argument("keys", nargs=-1, required=True)
@json_option
@pass_call
@told_errors
def queue_add(call: Call, keys: tuple[str, ...], as_json: bool) -> None:
    """Put handed-over reports back into the queue: for a new officer, or after a loss."""
    from desktop_app.services import drafting, handover

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys]
    handover.queue_again(workspace, ids)
    show({"ids": ids}, as_json, lambda: ids)


@click.group()
def receipt() -> None:
    """Answers back to the teams."""


@receipt.command("export")
@click.option("--unit", default=None, help="Only for this unit.")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@json_option
@pass_call
@click.pass_context
@told_errors
def receipt_export(
    context: click.Context, call: Call, unit: str | None, to: Path, as_json: bool
) -> None:
    """Write one receipt for each unit that waits; one whose key is not known is left (exit 1)."""
    from desktop_app.services.receipts import export_receipts, list_answers

    workspace = call.open()

    make_folder(to)
    written = export_receipts(workspace, to, unit)
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
    if unit is None and (left := list_answers(workspace)):
        for row in left:
            click.echo(told(NotAllowed("SSK-561", unit=row.unit), call.language), err=True)
        context.exit(PARTLY)


COMMANDS = (queue, bundle, receipt)
