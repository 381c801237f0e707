"""Commands of the officer: review."""

from pathlib import Path

import click

from desktop_app.commands.output import Call, json_option, pass_call, show, told_errors


@click.group()
def review() -> None:
    """What came in, and the verdicts on it."""


@review.command("list")
@json_option
@pass_call
@told_errors
def review_list(call: Call, as_json: bool) -> None:
    """List what came in, undecided first."""
    from desktop_app.services.review import list_for_review

    rows = list_for_review(call.open())
    show(
        rows,
        as_json,
        lambda: [f"{r.code}  {r.verdict or '–':<9} {r.unit}: {r.title}" for r in rows],
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
    show({"id": initiative_id, "verdict": verdict}, as_json, lambda: [verdict])


COMMANDS = (review,)
