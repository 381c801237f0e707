"""The command that takes in what exists: a worker's Word file, a unit's Excel list."""

from pathlib import Path

import click

from desktop_app.commands.output import (
    DONE,
    PARTLY,
    Call,
    json_option,
    pass_call,
    say,
    show,
    told_errors,
)
from desktop_app.commands.writing import initiative
from desktop_app.errors import BadInput

WORD = (".docx", ".docm", ".doc")
LISTS = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv")


@initiative.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--into", "key", default=None, help="A draft to add to; a new one without it.")
@click.option("--as-it-stands", is_flag=True, help="Leave text in old encodings as it is.")
@json_option
@pass_call
@told_errors
def import_file(call: Call, file: Path, key: str | None, as_it_stands: bool, as_json: bool) -> None:
    """Take a worker's Word file into a draft, or a unit's list, a draft for every new row.

    Answers that are there already stay. Ends with 1 when rows of a list are left to look at; a
    list goes into no draft, so --into refuses it.
    """
    ending = file.suffix.lower()
    if ending in LISTS and key is None:
        click.get_current_context().exit(_import_list(call, file, as_json=as_json))
    if ending not in WORD:
        raise BadInput("SSK-346", file=file.name)
    _import_word(call, file, key, readable=not as_it_stands, as_json=as_json)


def _import_list(call: Call, file: Path, *, as_json: bool) -> int:
    from desktop_app.services.registrations.judging import Verdict, judge, read_registrations
    from desktop_app.services.registrations.taking import take

    workspace = call.open()
    listed = read_registrations(workspace, file)
    rows = judge(workspace, listed, listed.columns)
    done = take(workspace, [r for r in rows if r.verdict is not Verdict.CHANGED], listed.columns)
    counts = {verdict.value: sum(r.verdict is verdict for r in rows) for verdict in Verdict}
    value = {
        "sheet": listed.sheet,
        "columns": {column.heading: column.target for column in listed.columns},
        "counts": counts,
        "rows": [
            {
                "row": row.number,
                "title": row.title,
                "verdict": row.verdict,
                "id": done.new.get(row.number, row.initiative_id),
                "unread": row.unread,
                "refused": done.refused.get(row.number, ""),
            }
            for row in rows
        ],
    }
    facts = {"new": len(done.new), "same": counts["same"], "changed": counts["changed"]}
    show(value, as_json, lambda: [say(call, "CLI-list-taken", **facts)])
    left = done.refused or counts["changed"] or counts["unclear"]
    return PARTLY if left else DONE


def _import_word(call: Call, file: Path, key: str | None, *, readable: bool, as_json: bool) -> None:
    from desktop_app.services import drafting
    from desktop_app.services.word_import.taking import read_word, take

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key) if key else None
    draft = read_word(workspace, file, initiative_id)
    pieces = draft.pieces(readable=readable)
    done = take(workspace, draft, [p for p in pieces if p.path is not None], initiative_id)
    unplaced = [piece for piece in pieces if piece.path is None]
    value = {
        "id": done.id,
        "code": done.code,
        "taken": [
            {"path": list(piece.path), "heading": piece.heading, "confidence": piece.confidence}
            for piece in pieces
            if piece.path in done.paths and piece.path is not None
        ],
        "kept": [list(path) for path in done.kept],
        "unplaced": [{"heading": piece.heading, "text": piece.text} for piece in unplaced],
        "refused": [{"name": name, "code": code} for name, code in done.refused],
        "remarks": draft.remarks,
        "old_letters": draft.old,
        "taken_before": draft.taken_before,
    }
    taken, left = len(done.paths), len(unplaced)
    show(
        value,
        as_json,
        lambda: [say(call, "CLI-word-taken", dossier=done.code, taken=taken, left=left)],
    )


COMMANDS = ()
"""``initiative import`` hangs on the group of ``writing``."""
