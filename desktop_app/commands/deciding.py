"""Commands of the officer: review."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.commands.output import (
    PARTLY,
    Call,
    error_object,
    json_option,
    make_folder,
    pass_call,
    say,
    show,
    told_errors,
    word,
)

if TYPE_CHECKING:
    from desktop_app.services.bulk_review import BulkLine

STATES = (
    "waiting",
    "new",
    "changed",
    "overdue",
    "similar",
    "conflict",
    "noted",
    "decided",
)
"""What ``review list`` can be narrowed to; ``services.review_list`` says what each is."""

_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def review() -> None:
    """What came in, and the verdicts on it."""


@review.command("list")
@click.option("--state", type=click.Choice(STATES), help="Only one state of the list.")
@click.option("--search", default="", help="Words of title, authors or code; marks do not matter.")
@click.option("--unit", default="", metavar="CODE", help="A unit and those below it.")
@click.option("--officer", default="", help="Units this person follows.")
@click.option("--field", default="", help="The field of application, as written.")
@click.option("--template", default="", metavar="ID", help="Written with this template.")
@click.option("--from", "since", type=_DAY, help="Came in on this day or later.")
@click.option("--to", "until", type=_DAY, help="Came in on this day or before.")
@click.option("--limit", default=1000, show_default=True, type=click.IntRange(1, 100_000))
@json_option
@pass_call
@told_errors
def list_reviews(
    call: Call,
    state: str | None,
    search: str,
    unit: str,
    officer: str,
    field: str,
    template: str,
    since: datetime | None,
    until: datetime | None,
    limit: int,
    as_json: bool,
) -> None:
    """List what came in, undecided first."""
    from desktop_app.services import review_list, units

    workspace = call.open()
    wanted = review_list.ReviewFilter(
        state=state or "",
        search=search,
        unit_id=units.find_unit(workspace, unit).id if unit else "",
        officer=officer,
        field=field,
        template_id=template,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    rows = review_list.page(workspace, wanted, limit=limit).rows
    show(
        rows,
        as_json,
        lambda: [f"{r.code}  {word(call, r.verdict):<15} {r.unit}: {r.title}" for r in rows],
    )


@review.command("decide")
@click.argument("key")
@click.argument("verdict", type=click.Choice(["accepted", "returned", "declined"]))
@click.option("--comment", default="", help="Needed unless accepted.")
@click.option(
    "--question",
    "questions",
    multiple=True,
    type=(str, str),
    metavar="NAME COMMENT",
    help="A comment on one question.",
)
@click.option(
    "--attach",
    "files",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A file that goes along with the comment.",
)
@json_option
@pass_call
@told_errors
def decide(
    call: Call,
    key: str,
    verdict: str,
    comment: str,
    questions: tuple[tuple[str, str], ...],
    files: tuple[Path, ...],
    as_json: bool,
) -> None:
    """Decide on an initiative."""
    from desktop_app.services import drafting, review

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    asked = [drafting.QuestionComment(name, text) for name, text in questions]
    attached = [review.attach_to_comment(workspace, file) for file in files]
    review.decide(workspace, initiative_id, verdict, comment, asked, attached)
    show({"id": initiative_id, "verdict": verdict}, as_json, lambda: [word(call, verdict)])


def _told_lines(call: Call, lines: "Sequence[BulkLine]", as_json: bool, done: str) -> None:
    """Show a line for each report; exit 1 when one was refused."""
    from desktop_app.messages import told

    found = [
        {
            "id": line.id,
            "code": line.code,
            "title": line.title,
            "done": line.done,
            "error": error_object(line.error, call.language) if line.error else None,
        }
        for line in lines
    ]
    show(
        found,
        as_json,
        lambda: [
            f"{line.code}  {told(line.error, call.language) if line.error else done}"
            for line in lines
        ],
    )
    if not all(line.done for line in lines):
        click.get_current_context().exit(PARTLY)


@review.command("bulk")
@click.argument("verdict", type=click.Choice(["accepted", "returned", "declined"]))
@click.argument("keys", nargs=-1, required=True)
@click.option("--comment", default="", help="Goes with each; needed unless accepted.")
@json_option
@pass_call
@told_errors
def bulk(call: Call, verdict: str, keys: tuple[str, ...], comment: str, as_json: bool) -> None:
    """Give several undecided initiatives the same verdict, each for itself."""
    from desktop_app.services import bulk_review, drafting

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys]
    lines = bulk_review.decide_many(workspace, ids, verdict, comment)
    _told_lines(call, lines, as_json, word(call, verdict))


@review.command("undo")
@click.argument("keys", nargs=-1, required=True)
@json_option
@pass_call
@told_errors
def undo(call: Call, keys: tuple[str, ...], as_json: bool) -> None:
    """Take the newest verdicts back, as long as no receipt has carried them."""
    from desktop_app.services import bulk_review, drafting

    workspace = call.open()
    ids = [drafting.resolve(workspace, key) for key in keys]
    lines = bulk_review.undo_many(workspace, ids)
    _told_lines(call, lines, as_json, say(call, "CLI-undone"))


@review.command("note")
@click.argument("key")
@click.argument("text", required=False)
@json_option
@pass_call
@told_errors
def note(call: Call, key: str, text: str | None, as_json: bool) -> None:
    """Show or keep the office's own note on an initiative; it never leaves the office."""
    from desktop_app.services import drafting, review_notes

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    if text is not None:
        review_notes.keep_note(workspace, initiative_id, text)
    kept = review_notes.note_of(workspace, initiative_id)
    show({"id": initiative_id, "note": kept}, as_json, lambda: [kept])


@review.command("compare")
@click.argument("key")
@click.option("--with", "number", type=int, help="An earlier revision; the one before by default.")
@json_option
@pass_call
@told_errors
def compare(call: Call, key: str, number: int | None, as_json: bool) -> None:
    """Show which questions are answered otherwise than in an earlier revision."""
    from desktop_app.services import drafting, review_revisions

    workspace = call.open()
    found = review_revisions.compare(workspace, drafting.resolve(workspace, key), number)
    names = [name for name in found.questions if name in found.differing]
    told = {
        "with": found.earlier.number,
        "questions": [
            {"name": n, "before": found.before.get(n), "after": found.after.get(n)} for n in names
        ],
        "files_added": [file.name for file in found.files_added],
        "files_removed": [file.name for file in found.files_removed],
        "asked": [{"question": each.question, "comment": each.comment} for each in found.asked],
    }
    show(told, as_json, lambda: names)


@review.command("redacted")
@click.argument("key")
@click.option("--to", "folder", required=True, type=click.Path(path_type=Path, file_okay=False))
@json_option
@pass_call
@told_errors
def redacted(call: Call, key: str, folder: Path, as_json: bool) -> None:
    """Write the papers of an initiative without its confidential answers."""
    from desktop_app.services import drafting
    from desktop_app.services.redacted import write_redacted

    workspace = call.open()
    make_folder(folder)
    files = write_redacted(workspace, drafting.resolve(workspace, key), folder)
    show({"files": [str(file) for file in files]}, as_json, lambda: [str(f) for f in files])


@review.command("score")
@click.argument("key")
@click.option("--rubric", default="", help="By default the one used last, else the usual one.")
@click.option("--member", default="", help="Who scores; without, the sheets are only shown.")
@click.option("--points", multiple=True, type=(str, str), metavar="CRITERION POINTS")
@click.option("--remarks", default="", help="What this member remarks.")
@click.option("--drop", is_flag=True, help="Take the sheet of this member away.")
@json_option
@pass_call
@told_errors
def score(
    call: Call,
    key: str,
    rubric: str,
    member: str,
    points: tuple[tuple[str, str], ...],
    remarks: str,
    drop: bool,
    as_json: bool,
) -> None:
    """Show the score sheets on an initiative, or keep one: points by criterion."""
    from desktop_app.services import drafting, score_sheets

    workspace = call.open()
    initiative_id = drafting.resolve(workspace, key)
    scores = score_sheets.scores_of(workspace, initiative_id, rubric)
    if member and drop:
        score_sheets.drop_sheet(workspace, initiative_id, member)
    elif member:
        score_sheets.keep_sheet(
            workspace, initiative_id, member, scores.rubric_id, dict(points), remarks
        )
    scores = score_sheets.scores_of(workspace, initiative_id, rubric)
    together = scores.together
    told = {
        "rubric": scores.rubric_id,
        "sheets": [
            {
                "member": sheet.member,
                "points": {name: float(number) for name, number in sheet.points.items()},
                "total": float(sheet.result.total),
                "complete": sheet.result.complete,
                "passed": sheet.result.passed,
                "counted": sheet.result.complete and not sheet.other_rubric,
            }
            for sheet in scores.sheets
        ],
        "together": None
        if together is None
        else {
            "members": together.members,
            "total": float(together.result.total),
            "passed": together.result.passed,
            "grade": together.result.grade,
            "spread": float(together.spread),
            "wide": together.wide,
        },
    }
    show(
        told,
        as_json,
        lambda: [f"{sheet.member}: {sheet.result.total}" for sheet in scores.sheets],
    )


COMMANDS = (review,)
