"""Commands of the review desk: list, together, undo, note, compare, redacted, score."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import handover, inbox
from tests.samples import ready


@pytest.fixture
def run(tmp_path):
    def call(book, *words, code=0):
        given = ["--data", str(tmp_path / book), *map(str, words), "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else None

    return call


def test_the_desk_by_json(tmp_path, office, team, files, run):
    ids = [
        ready(team, 1, has_confidential="yes", confidential_info="Xyzzy 37"),
        ready(team, 2),
    ]
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    office.close()
    assert len(run("office", "review", "list", "--state", "waiting")) == 2
    assert run("office", "review", "list", "--search", "zzz") == []
    assert len(run("office", "review", "list", "--unit", "MSC", "--from", "2026-01-01")) == 2
    run("office", "review", "list", "--unit", "KHONG", code=2)
    run("office", "review", "bulk", "returned", *ids, code=2)
    lines = run("office", "review", "bulk", "accepted", *ids)
    assert [line["done"] for line in lines] == [True, True]
    run("office", "review", "undo", ids[0])
    lines = run("office", "review", "bulk", "accepted", *ids, code=1)
    assert [line["error"] and line["error"]["code"] for line in lines] == [None, "SSK-841"]
    assert run("office", "review", "note", ids[0], "Hỏi lại.")["note"] == "Hỏi lại."
    assert [r["id"] for r in run("office", "review", "list", "--state", "noted")] == ids[:1]
    run("office", "review", "compare", ids[0], code=2)
    written = run("office", "review", "redacted", ids[0], "--to", tmp_path / "out")["files"]
    assert len(written) == len(list((tmp_path / "out").iterdir())) == 6
    points = ("--points", "Tính mới", "25", "--points", "Hiệu quả kinh tế", "12,5")
    (sheet,) = run("office", "review", "score", ids[0], "--member", "A", *points)["sheets"]
    assert (sheet["total"], sheet["complete"]) == (37.5, False)
    run("office", "review", "score", ids[0], "--member", "A", "--points", "Lạ", "1", code=2)
    assert run("office", "review", "score", ids[0], "--member", "A", "--drop")["sheets"] == []
