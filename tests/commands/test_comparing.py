"""similar KEY, similar link, different, unlink, look: only ``--json`` output read."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace
from tests.services.likeness import CHANGES, families
from tests.services.test_similar import keep


@pytest.fixture
def run(office):
    office.close()

    def call(*words, code=0):
        given = ["--data", str(office.folder), *words, "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    return call


def test_found_linked_kept_apart_and_taken_back(run, office, clock):
    with Workspace(office.folder, clock=clock) as book:
        family = families()[0]
        one, other = (
            keep(book, family["first"]),
            keep(book, CHANGES["without marks"](family["first"])),
        )
        with book.database.read() as session:
            code = initiatives.get(session, one).code
    assert run("similar", "look") == {"compared": 2, "waiting": 0, "similar": 2}
    (row,) = run("similar", code)
    assert (row["id"], row["relation"], row["said"]) == (other, "same_unit", "")
    assert row["percent"] >= 40
    linked = run("similar", "link", one, other)
    assert (linked["said"], linked["before"], linked["linked"]) == ("same", "", [other])
    assert run("similar", one, "--most", "1")[0]["said"] == "same"
    assert run("similar", "different", other, code)["before"] == "same"
    assert run("similar", one) == []
    assert run("similar", "look")["similar"] == 0
    assert run("similar", "unlink", one, other)["before"] == "different"
    assert len(run("similar", one)) == 1


def test_an_unknown_initiative_changes_nothing(run):
    assert "SSK-108" in run("similar", "nobody", code=2)
    assert "SSK-108" in run("similar", "link", "nobody", "nobody", code=2)
