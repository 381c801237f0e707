"""Commands about initiatives that are alike: similar ID, similar link, different, unlink, look."""

from collections.abc import Callable

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors, word


class _Similar(click.Group):
    """The commands; where an initiative is named instead of one, its likenesses are listed."""

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(context, arguments[0]) is None:
            return "list", similar_list, arguments
        return super().resolve_command(context, arguments)


@click.group(cls=_Similar, subcommand_metavar="KEY | COMMAND [KEY KEY]")
def similar() -> None:
    """Initiatives that are alike over the whole book: KEY lists those like one."""


@similar.command("list", hidden=True)
@click.argument("key")
@click.option("--most", type=click.IntRange(1, 100), default=10, help="At most so many.")
@json_option
@pass_call
@told_errors
def similar_list(call: Call, key: str, most: int, as_json: bool) -> None:
    """List the initiatives that are like one, the most alike first."""
    from desktop_app.services import drafting
    from desktop_app.services.similar import similar_initiatives

    workspace = call.open()
    rows = similar_initiatives(workspace, drafting.resolve(workspace, key), most)
    show(
        rows,
        as_json,
        lambda: [
            f"{r.percent:>3} %  {r.code}  {r.year}  "
            f"{word(call, r.said or r.relation, 'likeness'):<12} {r.unit}: {r.title}"
            for r in rows
        ],
    )


def _say(call: Call, first: str, second: str, as_json: bool, said: str) -> None:
    """Keep what is said of two initiatives, and print it."""
    from desktop_app.services import drafting, linking

    verbs: dict[str, Callable[..., str | None]] = {
        linking.SAME: linking.link,
        linking.DIFFERENT: linking.call_different,
    }
    workspace = call.open()
    one, other = (drafting.resolve(workspace, key) for key in (first, second))
    before = verbs.get(said, linking.take_back)(workspace, one, other)
    linked = linking.linked(workspace, one)
    result = {"id": one, "other": other, "said": said, "before": before or "", "linked": linked}
    show(
        result,
        as_json,
        lambda: [word(call, said, "likeness") if said else say(call, "CLI-taken-back")],
    )


@similar.command("link")
@click.argument("first")
@click.argument("second")
@json_option
@pass_call
@told_errors
def similar_link(call: Call, first: str, second: str, as_json: bool) -> None:
    """Say that two initiatives are the same one."""
    _say(call, first, second, as_json, "same")


@similar.command("different")
@click.argument("first")
@click.argument("second")
@json_option
@pass_call
@told_errors
def similar_different(call: Call, first: str, second: str, as_json: bool) -> None:
    """Say that two initiatives are different: they are no longer shown as alike."""
    _say(call, first, second, as_json, "different")


@similar.command("unlink")
@click.argument("first")
@click.argument("second")
@json_option
@pass_call
@told_errors
def similar_unlink(call: Call, first: str, second: str, as_json: bool) -> None:
    """Take back what was said of two initiatives."""
    _say(call, first, second, as_json, "")


@similar.command("look")
@click.option("--most", type=click.IntRange(1), default=None, help="At most so many reports.")
@json_option
@pass_call
@told_errors
def similar_look(call: Call, most: int | None, as_json: bool) -> None:
    """Compare the reports that came in with the whole book, and count undecided ones alike."""
    from desktop_app.services.likenesses import count_waiting, look_for_likenesses
    from desktop_app.services.similar import similar_ids

    workspace = call.open()
    compared = look_for_likenesses(workspace, most=most)
    result = {
        "compared": compared,
        "waiting": count_waiting(workspace),
        "similar": len(similar_ids(workspace)),
    }
    show(result, as_json, lambda: [say(call, "CLI-similar-looked", **result)])


COMMANDS = (similar,)
"""The commands of this module."""
