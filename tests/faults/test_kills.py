"""The process is killed at random moments: nothing is lost, nothing is half."""

import os
import random
import subprocess
import sys
from pathlib import Path

from sqlalchemy import text

from desktop_app.exchange.bundle_file import verify_bundle
from desktop_app.services import drafting, queue
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace
from tests.samples import ready

KILLS = 500 if os.environ.get("TORTURE") else 20
HERE = Path(__file__).parent


def kill_at_random(script, *arguments, source):
    """Run a child, kill it after a random number of its lines; return the lines it said."""
    child = subprocess.Popen(
        [sys.executable, HERE / script, *map(str, arguments)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=HERE.parents[1],
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1])},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    lines = [child.stdout.readline().strip() for _line in range(source.randrange(1, 12))]
    # Somewhere inside the next step: busy waiting for a random number of turns, no sleep.
    for _turn in range(source.randrange(200_000)):
        pass
    child.kill()
    rest = child.stdout.read().split()
    child.wait()
    child.stdout.close()
    return [*lines, *rest]


def whole(book):
    with book.database.read() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_killed_while_typing(team, tmp_path):
    initiative_id = drafting.new_initiative(team)
    folder, clock = team.folder, team.clock
    team.close()
    source = random.Random(20261120)
    for _kill in range(KILLS):
        said = kill_at_random("typing_child.py", folder, initiative_id, source=source)
        with Workspace(folder, clock=clock) as book:
            whole(book)
            kept = drafting.open_draft(book, initiative_id).answers["necessity"]
        # What was said to be saved is there; at most one more save had happened.
        assert int(said[-1]) <= len(kept.split()) <= int(said[-1]) + 1


def test_killed_while_exporting(team, tmp_path):
    initiative_id = ready(team)
    folder, clock, out = team.folder, team.clock, tmp_path / "stick"
    out.mkdir()
    team.close()
    source = random.Random(20261121)
    for _kill in range(KILLS):
        kill_at_random("exporting_child.py", folder, initiative_id, out, source=source)
        with Workspace(folder, clock=clock) as book:
            whole(book)
            for bundle in out.glob("*.age"):
                report = verify_bundle(
                    bundle, identities=[book.keys.age_identity], temp_dir=tmp_path
                )
                assert report.valid, bundle.name
                bundle.unlink()
            with book.database.read() as session:
                frozen = initiatives.revisions(session, initiative_id)
            assert [r.number for r in frozen] == list(range(1, len(frozen) + 1))
            assert len(queue.list_queue(book)) <= 1
        # What a killed process leaves is hidden, no bundle by its name, and gone with the next.
        assert len(list(out.glob(".ssk-*"))) <= 1
