"""Programmes, phases, rules and the board by the command line."""

import json
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import units
from desktop_app.workspace import Workspace
from tests.services.boards import enter


@pytest.fixture
def run(tmp_path):
    def call(*words, code=0, text=False):
        given = ["--data", str(tmp_path / "office"), "--lang", "en", *map(str, words)]
        done = CliRunner().invoke(command_line, given if text else [*given, "--json"])
        assert done.exit_code == code, (words, done.output, done.exception)
        return done.output if text or code else json.loads(done.stdout)

    call("init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    with Workspace(tmp_path / "office") as office:
        unit = units.add_unit(office, name="CĐCS Công ty May Sông Công", code="MSC")
        state = ("ready", "recognised", "uploaded", "valid")
        today = office.today()
        enter(office, unit.id, "old", state, today - timedelta(days=10))
        enter(office, unit.id, "new", state, today)
    return call


def board(run, *words):
    return {line["code"]: line for line in run("progress", *words)}


def test_the_board_of_a_programme_and_of_an_earlier_day(run):
    year = date.today().year
    first, last = f"{year}-01-01", f"{year}-12-31"
    days = ("--from", first, "--to", last)
    run("programme", "add", "CT", "--name", "Chương trình", *days, "--counting", "valid")
    assert run("phase", "add", "P1", "--name", "Một", "--programme", "CT", *days)["overlaps"] == []
    made = run("phase", "add", "P2", "--name", "Hai", "--programme", "CT", *days)
    assert made == {"code": "P2", "programme": "CT", "overlaps": ["Một"]}
    run("target", "rule", "P1", "--count", 7)
    run("target", "rule", "P2", "--percent", 10, "--base", "members", "--group", "Cụm 1")
    line = board(run, "--programme", "CT")["MSC"]
    assert (line["target"], line["target_from"], line["counting"]) == (7, "group", "valid")
    assert (line["reached"], line["new"], line["new_before"]) == (2, 1, 1)
    earlier = date.today() - timedelta(days=1)
    line = board(run, "--programme", "CT", "--as-of", earlier)["MSC"]
    assert (line["as_of"], line["uploaded"], line["shortfall"]) == (str(earlier), 1, 6)
    assert [row["code"] for row in run("programme", "list")] == ["CT"]
    assert [row["code"] for row in run("phase", "list")] == ["P1", "P2"]
    assert "Cụm 1" in run("target", "rules", text=True)
    run("target", "rule", "P1", "--remove")
    assert board(run, "--phase", "P1")["MSC"]["target"] is None


def test_what_cannot_be_is_refused_and_changes_nothing(run):
    days = ("--from", "2026-01-01", "--to", "2026-12-31")
    run("phase", "add", "P1", "--name", "Một", "--programme", "CT", *days)
    run("target", "set", "MSC", "P1", "--count", 5)
    assert "SSK-822" in run("phase", "delete", "P1", code=2)
    assert "SSK-822" in run("programme", "delete", "CT", code=2)
    assert "SSK-598" in run("progress", "--programme", "NO", code=2)
    assert "SSK-595" in run("progress", "--from", "2026-12-01", "--to", "2026-01-01", code=2)
    assert "SSK-597" in run("target", "rule", "P1", "--percent", 5, code=2)
    assert run("phase", "delete", "P1", "--also-targets") == {"code": "P1"}
    assert run("phase", "list") == []
