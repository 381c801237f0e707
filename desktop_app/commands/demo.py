"""The demo: the whole loop between two fresh workspaces, on the sample data, without a display."""

import os
from pathlib import Path

import click

from desktop_app.commands.output import Call, json_option, pass_call, say, show, told_errors


@click.command()
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo-output"),
    help="Where to leave documents, bundles, receipts and pictures of the screens.",
)
@json_option
@pass_call
@told_errors
def demo(call: Call, to: Path, as_json: bool) -> None:
    """Play the whole loop on the sample data; leave documents, bundles and pictures."""
    import shutil

    from desktop_app.services import drafting, handover, listing, paper, sample
    from desktop_app.services.inbox import take_in
    from desktop_app.services.listing import Query
    from desktop_app.services.receipts import export_receipts
    from desktop_app.services.review import decide
    from desktop_app.workspace import Workspace

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.windows.application import make_application
    from desktop_app.windows.pictures import draw_screens

    make_application()
    for folder in ("team", "office"):
        # The demo begins anew each time; nothing but its own folders is touched.
        shutil.rmtree(to / folder, ignore_errors=True)
    carried = to / "carried"
    shutil.rmtree(carried, ignore_errors=True)
    carried.mkdir(parents=True)

    def tell(code: str, **facts: object) -> None:
        if not as_json:
            click.echo(say(call, code, **facts))

    with Workspace(to / "team") as team, Workspace(to / "office") as office:
        played = sample.play(team, office, carried)
        tell("CLI-demo-played", number=listing.list_initiatives(team).total)
        first = listing.list_initiatives(team, Query(submission="uploaded")).rows[-1]
        documents = paper.fill_documents(team, first.id, to / "documents", pdf=True)
        tell("CLI-demo-documents", number=len(documents))
        screens = [*draw_screens(team, to / "screens"), *draw_screens(office, to / "screens")]
        # What came back is mended, handed in again and accepted: the loop closes.
        returned = listing.list_initiatives(team, Query(submission="returned")).rows[0]
        drafting.back_to_draft(team, returned.id)
        answer = "Theo bảng tính: bớt công khiêng và bớt thuê cẩu, quy đổi 25.400 đồng một USD."
        before = drafting.open_draft(team, returned.id).answers["benefit_author"]
        drafting.edit(team, returned.id, {"benefit_author": f"{before}\n{answer}"})
        drafting.make_ready(team, returned.id)
        again = handover.export_bundle(team, carried, [returned.id])
        take_in(office, [again.path])
        decide(office, returned.id, "accepted")
        receipts = export_receipts(office, carried)
        take_in(team, [receipt.path for receipt in receipts])
        final = drafting.open_draft(team, returned.id)
        tell("CLI-demo-loop", title=final.title, revision=final.revision)
    value = {
        "folder": to,
        "card": played.card,
        "bundles": [*played.bundles, again.path],
        "receipts": [*played.receipts, *(receipt.path for receipt in receipts)],
        "documents": documents,
        "screens": screens,
        "resubmitted": {"id": final.id, "revision": final.revision, "state": final.submission},
    }
    show(value, as_json, lambda: [say(call, "CLI-demo-end", folder=to.resolve())])


COMMANDS = (demo,)
