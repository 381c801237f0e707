"""Changed files of every kind: the identical content, or a code and nothing changed.

In the long run each trial has a limit of time and of memory, in a process of its own.
"""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.services import cards, handover, inbox, receipts, review, units
from tests.faults import findings
from tests.faults.mutating import KINDS, Book, Fault, Trials, changed
from tests.samples import ready

TORTURE = bool(os.environ.get("TORTURE"))
TRIALS = int(os.environ.get("TRIALS", 10_000)) if TORTURE else 120
HERE = Path(__file__).parent


@pytest.fixture
def samples(team, office, files, tmp_path, clock):
    """For each kind: a valid file, a second one to mix in, and the book it is meant for."""
    kept = tmp_path / "kept"
    kept.mkdir()

    def put_away(workspace, name):
        return shutil.copytree(
            workspace.folder, kept / name, ignore=shutil.ignore_patterns("*.lock*", "temporary")
        )

    first = ready(team, 1)
    sealed = handover.export_bundle(team, files)
    again = handover.export_again(team, sealed.bundle_id, kept)
    waiting_office = put_away(office, "office")
    inbox.take_in(office, [sealed.path])
    review.decide(office, first, "accepted", "Đã nhận")
    (receipt,) = receipts.export_receipts(office, files)
    waiting_team = put_away(team, "team")
    units.add_unit(office, name="CĐCS Điện tử", code="DTSC")
    card, other_card = (cards.export_card(office, code, files) for code in ("MSC", "DTSC"))
    team.set_setting("office", None)
    plain = []
    for number in (2, 9):
        ready(team, number)
        plain.append(handover.export_bundle(team, files, unsealed=True).path)
    return {
        "sealed submission": (sealed.path, again.path, waiting_office),
        "unsealed submission": (*plain, waiting_office),
        "card": (card, other_card, waiting_team),
        "receipt": (receipt.path, sealed.path, waiting_team),
    }


def counted(kind, verdict):
    findings.note(f"Changed files, {kind}", verdict)


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_file_gives_the_same_or_a_code(samples, tmp_path, clock, kind):
    faults = list((apart if TORTURE else here)(kind, *samples[kind], tmp_path, clock))
    print(*findings.lines(f"Changed files, {kind}"), *faults, sep="\n")
    assert faults == []


def here(kind, path, other, pristine, folder, clock):
    """Make the trials in this process; give the first fault."""
    book = Book(pristine, folder / "book", clock)
    try:
        for _number, verdict in Trials(kind, path, other, book, folder).run(0, TRIALS):
            counted(kind, verdict)
    except Fault as fault:
        yield str(fault)
    finally:
        book.close()


def apart(kind, path, other, pristine, folder, _clock):
    """Make the trials in processes of their own, a new one after each that ended; give faults."""
    last, first = -1, 0
    while first < TRIALS:
        words = [kind, path, other, pristine, folder / f"from {first}", first, TRIALS - first]
        ran = subprocess.run(
            [sys.executable, "-m", "tests.faults.mutating_child", *map(str, words)],
            capture_output=True,
            text=True,
            cwd=HERE.parents[1],
        )
        for line in ran.stdout.splitlines():
            word, _, said = line.partition(" ")
            if word == "trial":
                last = int(said)
            elif word == "came":
                counted(kind, said)
            else:
                yield said
        if ran.returncode:
            yield f"{kind}, trial {last}: ended with {ran.returncode} {ran.stderr[-500:]}"
        if last < first:
            return
        first = last + 1


def test_the_same_number_gives_the_same_change(samples):
    path, other, _pristine = samples["unsealed submission"]
    raw, second = path.read_bytes(), other.read_bytes()
    made = [
        [changed("card", raw, second, random.Random(f"card {n}")) for n in range(20)]
        for _again in range(2)
    ]
    assert made[0] == made[1]
    assert len(set(made[0])) > 15


def test_a_book_that_changed_is_found(samples, tmp_path, clock):
    """The watch itself can fail: a setting, a row or a file more is told."""
    book = Book(samples["card"][2], tmp_path / "book", clock)
    book.workspace.set_setting("x", 1)
    assert book.dump() != book.before
    book.bring_back()
    assert book.dump() == book.before
    (book.workspace.folder / "attachments" / "more").write_bytes(b"x")
    assert book.dump() != book.before
    book.close()
