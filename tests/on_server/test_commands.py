"""The office's server by command: moved, joined, officers, and back; exit codes."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import setup
from desktop_app.workspace import Workspace


@pytest.fixture
def run(tmp_path):
    def call(folder, *arguments, code=0):
        done = CliRunner().invoke(
            command_line, ["--data", str(tmp_path / folder), *arguments, "--json"]
        )
        assert done.exit_code == code, done.output
        return json.loads(done.stdout) if code == 0 else done.stderr

    return call


def test_a_book_is_moved_shared_and_taken_back(run, tmp_path, address):
    with Workspace(tmp_path / "own") as workspace:
        setup.start_office(workspace, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
    assert run("own", "office", "server", "test", address)["book"] == ""
    moved = run("own", "office", "move", "--to", address, "--name", "Hà")
    assert moved["rows"] > 0
    assert run("own", "office", "server", "show")["url"].endswith(moved["address"][-20:])
    words = run("new", "office", "server", "set", address, "--name", "Bình")["words"]
    assert "SSK-890" in run("new", "key", "show", code=2)
    added = run("own", "office", "officers", "add", words)
    assert (added["name"], added["role"], added["state"]) == ("Bình", "officer", "known")
    assert run("own", "office", "officers", "role", "Bình", "reader")["role"] == "reader"
    assert "SSK-891" in run("new", "office", "move", "--back", code=2)
    assert run("own", "office", "officers", "revoke", "Bình")["state"] == "revoked"
    assert len(run("own", "office", "officers", "list")) == 2
    assert "SSK-893" in run("new", "office", "move", "--back", code=2)
    assert run("own", "office", "move", "--back")["rows"] >= moved["rows"]
    assert run("own", "office", "server", "show")["url"] is None


def test_what_is_missing_is_said(run, address):
    assert "SSK-881" in run("x", "office", "server", "test", "sqlite:///x", code=2)
    assert "--to" in run("x", "office", "move", code=2)
