"""The contract of the commands of a recognition, from the register to the papers."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import setup
from desktop_app.workspace import Workspace
from tests.samples import ready


@pytest.fixture
def run(tmp_path, clock, monkeypatch):
    monkeypatch.setattr("desktop_app.workspace.system_clock", clock)
    monkeypatch.setattr(Workspace.__init__, "__kwdefaults__", {"clock": clock})

    def call(*words, code=0):
        given = ["--data", str(tmp_path / "book"), *map(str, words), "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    return call


@pytest.fixture
def keys(tmp_path, run):
    with Workspace(tmp_path / "book") as book:
        setup.start_team(book, "CĐCS Một", "MOT")
        ready(book, 1)
        ready(book, 2)
    return "MOT-2026-0001", "MOT-2026-0002"


def test_a_recognition_from_the_command_line(run, keys, tmp_path):
    one, two = keys
    filed = run("recognition", "file", one, two, "--date", "2026-11-02", "--by", "Lê Thu Hà")
    assert [(line["receipt_no"], line["due"]) for line in filed] == [
        ("01", "2027-02-02"),
        ("02", "2027-02-02"),
    ]
    assert [line["code"] for line in run("recognition", "register")] == [one, two]
    members = ("chair Bình", "vice_chair+union Hạnh", "secretary Hà")
    given = [word for text in members for word in ("--member", *text.split(" "))]
    (council,) = run("recognition", "council", "Hội đồng", *given)
    assert council["members"][1] == {"name": "Hạnh", "role": "vice_chair", "union": True}
    there = [word for name in ("Bình", "Hạnh", "Hà") for word in ("--present", name)]
    session = ("recognition", "session", "--council", "Hội đồng", "--date", "2026-11-10")
    outcomes = run(
        *(*session, *there),
        *("--vote", one, 3, 3, "--vote", two, 1, 3, "--reason", two, "Thiếu số liệu"),
    )
    assert [line["passed"] for line in outcomes] == [True, False]
    assert "cần ít nhất 2" in outcomes[1]["warnings"][0]
    assert "SSK-876" in run(*session, "--present", "Ai", "--vote", one, 3, 3, code=2)
    run(
        *("recognition", "decide", one, "--decision-no", "118/QĐ"),
        *("--decision-date", "2026-11-12", "--decision-by", "Long"),
        *("--refuse", two, "Thiếu số liệu", "--number-certificates"),
    )
    shown = run("recognition", "show", one)
    assert shown["state"] == "recognised"
    assert shown["recorded"]["certificate_no"] == ["01/2026", "02/2026"]
    assert all(limit["text"] for limit in shown["limits"])
    files = run("recognition", "papers", one, two, "--to", tmp_path / "out")["files"]
    assert len(files) == 5
    run(
        *("recognition", "correct", one, "--why", "Chép nhầm", "--field", "decision_no", "119/QĐ"),
        *("--field", "certificate_no", "11", "--field", "certificate_no", "12"),
    )
    recorded = run("recognition", "show", one)["recorded"]
    assert (recorded["decision_no"], recorded["certificate_no"]) == ("119/QĐ", ["11", "12"])
    assert run("recognition", "due") == []
    assert len(run("recognition", "due", "--within", 400)) == 1


def test_the_contract_command_keeps_council_and_votes(run, keys):
    told = run(
        *("initiative", "recognise", keys[0], "--decision-no", "1"),
        *("--decision-date", "2026-11-12", "--decision-by", "Long", "--body", "Công ty"),
        *("--filed-date", "2026-07-01", "--council-date", "2026-11-10", "--votes", 3, 5),
        *("--certificate", "1", "--certificate", "2"),
    )
    assert any("Điều 7" in text for text in told["warnings"])
    assert any("Điều 8" in text for text in told["warnings"])
    (entry,) = run("initiative", "show", keys[0])["recognition_records"]
    assert (entry["votes_for"], entry["votes_total"], entry["decision_body"]) == (3, 5, "Công ty")
    bad = ("initiative", "recognise", keys[1], "--decision-no", "1", "--decision-by", "L")
    assert "SSK-863" in run(*bad, "--decision-date", "2026-11-12", "--votes", 6, 5, code=2)


def test_thresholds_and_the_gate_of_a_programme(run, keys):
    assert run("recognition", "thresholds")[0]["code"] == "tt18-2-3"
    rules = run("recognition", "thresholds", "--add", "Ba phần tư", 3, 4, "Quy chế 01")
    assert rules[-1]["code"] == "own-1"
    assert "SSK-879" in run("recognition", "programme", "KHONG", "--needed", code=2)
