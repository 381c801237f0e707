"""The process is killed at random moments: nothing is lost, nothing is half."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select, text

from desktop_app.exchange.bundle_file import verify_bundle
from desktop_app.services import drafting, handover, inbox, listing, queue, receipts
from desktop_app.storage import bundles, initiatives, tables
from desktop_app.workspace import Workspace
from tests.faults import findings, small_books
from tests.samples import ready

KILLS = 500 if os.environ.get("TORTURE") else 8
KILLS_CARRYING = 500 if os.environ.get("TORTURE") else 4
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
    findings.note("Processes killed at random", script.removesuffix("_child.py"))
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


@pytest.fixture
def small(tmp_path):
    """Small books: an office, and a folder with four bundles of a team, some of one line."""
    given = tmp_path / "given"
    given.mkdir()
    with small_books.quick(durable=True):
        small_books.make_books(tmp_path)
        with Workspace(tmp_path / "first") as team:
            ids = [
                drafting.new_initiative(team, None, {"initiative_title": f"Gá khoan số {number}"})
                for number in range(6)
            ]
            for initiative_id in ids:
                drafting.make_ready(team, initiative_id)
            handover.export_bundles(team, given, max_size=420_000)
            for initiative_id in ids[::2]:
                drafting.back_to_draft(team, initiative_id)
                drafting.edit(team, initiative_id, {"recommendation": "Cho làm thêm hai bộ."})
                drafting.make_ready(team, initiative_id)
            handover.export_bundle(team, given)
        yield tmp_path, given, ids


def whole_items(book):
    """Each report is there with its revision and its arrival, and each of its files, or not."""
    with book.database.read() as session:
        revisions = session.execute(select(tables.Revision.__table__.c)).all()
        verdict = tables.Verdict
        told = session.execute(select(verdict.initiative_id, verdict.revision_hash))
        arrived = {tuple(row) for row in told}
        rows = session.execute(select(tables.Initiative.id, tables.Initiative.revision_hash))
        assert {(r.initiative_id, r.hash) for r in revisions} == arrived
        assert {tuple(row) for row in rows} <= arrived
        for row in revisions:
            assert bundles.find_bundle(session, row.bundle_id) is not None
            origin = bundles.content_of(session, row.bundle_id)["origin"]
            assert book.attachments.read(origin)
    return {(row.initiative_id, row.number) for row in revisions}


def test_killed_while_taking_in(small):
    """What was said to be in is in; each item whole or not at all; the rest comes afterwards."""
    root, given, ids = small
    source = random.Random(20261122)
    for kill in range(KILLS_CARRYING):
        book_folder = root / f"taking-{kill}"
        small_books.copy_book(root / "office", book_folder)
        said = kill_at_random("importing_child.py", book_folder, given, kill, source=source)
        with Workspace(book_folder) as book:
            whole(book)
            there = whole_items(book)
            lines = [line.partition(":") for line in said if ":" in line]
            assert {(initiative_id, int(number)) for initiative_id, _, number in lines} <= there
            result = inbox.take_in(book, [given])
            assert result.all_well
            assert not result.missing
            assert len(whole_items(book)) == 9
            assert {row.id for row in listing.list_initiatives(book).rows} == set(ids)
            revisions = {i: drafting.open_draft(book, i).revision for i in ids}
            assert list(revisions.values()) == [2, 1, 2, 1, 2, 1]
            kept = [path for path in book.attachments.folder.iterdir() if path.is_file()]
            assert len(kept) <= 1, "only what the kill interrupted"
        shutil.rmtree(book_folder)


def test_killed_while_answering(small):
    """Every answer that lies there is whole; its number is used once, or was never recorded."""
    root, given, _ids = small
    source = random.Random(20261123)
    with Workspace(root / "office") as office, small_books.quick():
        inbox.take_in(office, [given])
    out = root / "stick"
    out.mkdir()
    for kill in range(KILLS_CARRYING):
        kill_at_random("answering_child.py", root / "office", out, kill, source=source)
        with Workspace(root / "office") as office:
            whole(office)
            whole_items(office)
            with office.database.read() as session:
                left = bundles.all_bundles(session, direction="out")
            recorded = {row.file_name: row for row in left if row.kind == "receipt"}
            numbers = sorted(row.sequence for row in left if row.kind in ("receipt", "setup"))
            assert numbers == list(range(1, len(numbers) + 1))
            strangers = []
            for path in out.glob("*.age"):
                identities = [office.keys.age_identity]
                assert verify_bundle(path, identities=identities, temp_dir=root).valid, path.name
                if path.name not in recorded:
                    strangers.append(path.name)
                path.unlink()
            # Written, and killed before it was recorded: at most the one it was about.
            assert len(strangers) <= 1
        assert len(list(out.glob(".ssk-*"))) <= 1
    with Workspace(root / "office") as office, Workspace(root / "first") as team:
        while receipts.list_answers(office):
            receipts.export_receipts(office, out)
        again = [
            handover.export_again(office, row.id, out).path
            for row in handover.list_bundles(office)
            if row.direction == "out" and row.kind == "receipt"
        ]
        source.shuffle(again)
        result = inbox.take_in(team, again)
        assert result.all_well
        for row in listing.list_initiatives(office).rows:
            assert drafting.open_draft(team, row.id).submission == row.submission
