"""Commands that write: initiative new, edit, show, list, check, ready, attach, documents."""

import json
from pathlib import Path
from typing import Any

import click

from desktop_app.commands.output import (
    Call,
    json_option,
    pass_call,
    plain,
    say,
    show,
    told_errors,
    word,
)
from desktop_app.errors import BadInput


@click.group()
def initiative() -> None:
    """Initiatives: write, check, complete, print."""


def _answers_from(call: Call, file: Path) -> Any:
    """Return the answers of a file; attached files are named relative to it."""
    from desktop_app.services.attaching import resolve_files

    try:
        raw = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadInput("SSK-241", question=file.name) from error
    if not isinstance(raw, dict):
        raise BadInput("SSK-241", question=file.name)
    return resolve_files(call.open(), _beside(raw, file.parent))


def _beside(value: Any, folder: Path) -> Any:
    if isinstance(value, dict):
        if set(value) == {"file"} and isinstance(value["file"], str):
            return {"file": str(folder / value["file"])}
        return {name: _beside(inner, folder) for name, inner in value.items()}
    if isinstance(value, list):
        return [_beside(inner, folder) for inner in value]
    return value


@initiative.command("new")
@click.option("--template", default=None, help="Template id, or id@version.")
@click.option(
    "--answers", type=click.Path(path_type=Path, exists=True, dir_okay=False), default=None
)
@json_option
@pass_call
@told_errors
def new(call: Call, template: str | None, answers: Path | None, as_json: bool) -> None:
    """Begin an initiative."""
    from desktop_app.services import drafting

    workspace = call.open()
    given = _answers_from(call, answers) if answers else {}
    draft = drafting.open_draft(workspace, drafting.new_initiative(workspace, template, given))
    show({"id": draft.id, "code": draft.code}, as_json, lambda: [f"{draft.code}  {draft.id}"])


@initiative.command("edit")
@click.argument("key")
@click.option(
    "--answers", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=True
)
@json_option
@pass_call
@told_errors
def edit(call: Call, key: str, answers: Path, as_json: bool) -> None:
    """Change answers; a complete one is taken up again as the next revision."""
    from desktop_app.services import drafting

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    given = _answers_from(call, answers)
    if drafting.open_draft(workspace, initiative_id).read_only:
        drafting.back_to_draft(workspace, initiative_id)
    drafting.edit(workspace, initiative_id, given)
    show({"id": initiative_id}, as_json, lambda: [initiative_id])


@initiative.command("show")
@click.argument("key")
@json_option
@pass_call
@told_errors
def show_one(call: Call, key: str, as_json: bool) -> None:
    """Show an initiative with its answers and the newest comment."""
    from desktop_app.services import drafting, recognition

    workspace = call.open()
    draft = drafting.open_draft(workspace, drafting.resolve(workspace, key))
    value = {
        name: getattr(draft, name)
        for name in (
            "id",
            "code",
            "title",
            "revision",
            "writing",
            "recognition",
            "submission",
            "portal",
            "portal_code",
            "portal_note",
            "answers",
            "comment",
            "saved_at",
        )
    }
    value["recognition_records"] = [
        {"state": entry.state, **entry.content}
        for entry in recognition.history(workspace, draft.id)
    ]
    show(
        value,
        as_json,
        lambda: [
            f"{draft.code}  {draft.title}",
            " · ".join(
                word(call, state)
                for state in (draft.writing, draft.recognition, draft.submission, draft.portal)
                if state != "none"
            ),
            *(
                [f"{word(call, draft.comment.verdict)}: {draft.comment.comment}"]
                if draft.comment
                else []
            ),
            json.dumps(plain(draft.answers), ensure_ascii=False, indent=1),
        ],
    )


@initiative.command("list")
@click.option("--search", default="", help="Words, with or without marks.")
@click.option("--state", default=None, help="A state of any track.")
@json_option
@pass_call
@told_errors
def list_all(call: Call, search: str, state: str | None, as_json: bool) -> None:
    """List initiatives, newest first."""
    from desktop_app.domain import tracks
    from desktop_app.services.listing import Query, list_initiatives

    track = None
    if state is not None:
        known: tuple[tuple[str, Any], ...] = (
            ("writing", tracks.Writing),
            ("recognition", tracks.Recognition),
            ("submission", tracks.Submission),
        )
        track = next((name for name, states in known if state in set(states)), "portal")
    query = Query(search=search, **({track: state} if track else {}))
    rows: list[Any] = []
    after = None
    while True:
        page = list_initiatives(call.open(), query, after, limit=1000)
        rows += page.rows
        after = page.next
        if after is None:
            break
    names = "id code title unit revision writing recognition submission portal updated_at".split()  # noqa: SIM905
    values = [{name: getattr(row, name) for name in names} for row in rows]
    show(
        values,
        as_json,
        lambda: [
            f"{r.code}  {word(call, r.submission):<25} {word(call, r.writing):<11} {r.title}"
            for r in rows
        ],
    )


@initiative.command("check")
@click.argument("key")
@json_option
@pass_call
@click.pass_context
@told_errors
def check(context: click.Context, call: Call, key: str, as_json: bool) -> None:
    """Say what is missing (exit 1) and what would make it stronger."""
    from desktop_app.services import drafting

    workspace = call.open()
    findings = drafting.check(workspace, drafting.resolve(workspace, key))
    values = [
        {
            "code": finding.code,
            "blocking": finding.blocking,
            "path": list(finding.path),
            "message": drafting.finding_text(finding, call.language),
        }
        for finding in findings
    ]
    show(
        {"ready": not any(f.blocking for f in findings), "findings": values},
        as_json,
        lambda: (
            [f"{'!' if v['blocking'] else '·'} {v['message']}" for v in values]
            or [say(call, "CLI-nothing-missing")]
        ),
    )
    context.exit(1 if any(f.blocking for f in findings) else 0)


@initiative.command("ready")
@click.argument("key")
@json_option
@pass_call
@told_errors
def ready(call: Call, key: str, as_json: bool) -> None:
    """Complete a report: freeze it as a revision and put it in the queue."""
    from desktop_app.services import drafting

    workspace = call.open()
    frozen = drafting.make_ready(workspace, drafting.resolve(workspace, key))
    value = {"id": frozen.id, "revision": frozen.number, "hash": frozen.hash}
    show(value, as_json, lambda: [say(call, "CLI-ready", revision=frozen.number)])


@initiative.command("attach")
@click.argument("key")
@click.argument("question")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
@pass_call
@told_errors
def attach(call: Call, key: str, question: str, file: Path, as_json: bool) -> None:
    """Attach a file to a question."""
    from desktop_app.services import drafting

    workspace = call.open()
    value = drafting.attach(workspace, drafting.resolve(workspace, key), question, file)
    show(value, as_json, lambda: [f"{value['name']}  {value['size']}"])


@initiative.command("documents")
@click.argument("key")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--pdf", is_flag=True, help="PDF as well.")
@click.option("--document", "names", multiple=True, help="Only this one; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Every document there is.")
@json_option
@pass_call
@told_errors
def documents(
    call: Call, key: str, to: Path, pdf: bool, names: tuple[str, ...], every: bool, as_json: bool
) -> None:
    """Write the documents of the dossier into a folder."""
    from desktop_app.services import drafting, paper

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    if every:
        names = tuple(one.name for one in paper.offered_documents(workspace, initiative_id))
    written = paper.fill_documents(workspace, initiative_id, to, pdf=pdf, names=names)
    show({"files": written}, as_json, lambda: [str(path) for path in written])


@initiative.command("recognise")
@click.argument("key")
@click.option("--decision-no", required=True)
@click.option("--decision-date", type=click.DateTime(["%Y-%m-%d"]), required=True)
@click.option("--decision-by", required=True)
@click.option("--body", default="", help="The establishment that decided.")
@click.option("--level", default="", help="The level of the decision.")
@click.option("--filed-date", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--council-name", default="")
@click.option("--council-date", type=click.DateTime(["%Y-%m-%d"]))
@click.option("--minutes-no", default="")
@click.option("--votes", nargs=2, type=int, metavar="FOR TOTAL")
@click.option("--certificate", "certificates", multiple=True, help="One for each author.")
@json_option
@pass_call
@told_errors
def recognise(
    call: Call,
    key: str,
    decision_no: str,
    decision_date: Any,
    decision_by: str,
    as_json: bool,
    **given: Any,
) -> None:
    """Record the establishment's decision to recognise an initiative."""
    from desktop_app.services import drafting, recognition

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    votes, total = given["votes"] or (None, None)
    warnings = recognition.record(
        workspace,
        initiative_id,
        "recognised",
        decision_no=decision_no,
        decision_date=decision_date.date(),
        decision_by=decision_by,
        more={
            "decision_body": given["body"],
            "decision_level": given["level"],
            "filed_date": _iso(given["filed_date"]),
            "council_name": given["council_name"],
            "council_date": _iso(given["council_date"]),
            "minutes_no": given["minutes_no"],
            "votes_for": votes,
            "votes_total": total,
            "certificate_no": list(given["certificates"]) or None,
        },
    )
    said = [drafting.finding_text(finding, call.language) for finding in warnings]
    show({"id": initiative_id, "warnings": said}, as_json, lambda: said or [initiative_id])


def _iso(value: Any) -> str:
    return str(value.date().isoformat()) if value else ""


COMMANDS = (initiative,)
