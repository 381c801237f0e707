"""People's data on the command line: found, written, erased only when it is meant; log and lock."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import drafting, screen_lock, setup
from desktop_app.workspace import Workspace
from tests.samples import answers

WHO = "Ma Văn Chiến"


@pytest.fixture
def run(tmp_path, clock):
    folder = tmp_path / "book"
    with Workspace(folder, clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        drafting.new_initiative(workspace, None, answers(1))

    def call(*arguments, code=0):
        done = CliRunner().invoke(command_line, ["--data", str(folder), *arguments])
        assert done.exit_code == code, done.output
        return json.loads(done.stdout) if "--json" in arguments and not code else done.output

    call.folder = folder
    return call


def test_a_person_is_found_shown_and_erased_on_yes_only(run, tmp_path):
    found = run("person", "find", "ma van chien", "--json")
    (group,) = found["groups"]
    assert (group["name"], group["birth"]) == (WHO, "1993-02-05")
    assert "Ma Văn Chiến · sinh 1993-02-05" in run("person", "find", WHO)
    seen = run("person", "erase", WHO, "--preview", "--json")
    assert [report["code"] for report in seen["reports"]] == ["MOT-2026-0001"]
    assert "MOT-2026-0001" in run("person", "erase", WHO, "--preview")
    assert "SSK-975" in run("person", "erase", WHO, code=2)
    written = run("person", "data", WHO, "--to", str(tmp_path / "ra"), "--json")
    assert len(written["files"]) == 2
    assert "SSK-967" in run("person", "erase", WHO, "--birth", "1900-01-01", "--yes", code=2)
    done = run("person", "erase", WHO, "--birth", "1993-02-05", "--yes", "--json")
    assert (done["reports"], done["drafts"]) == (1, 1)
    assert "Không thấy ai" in run("person", "find", WHO)
    assert "SSK-966" in run("person", "find", "An", code=2)


def test_the_rule_the_log_and_the_lock(run, tmp_path):
    assert run("retention", "list", "--json")["rule"]["months"] is None
    assert "chưa bật" in run("retention", "list")
    assert "SSK-972" in run("retention", "set", "1", code=2)
    assert run("retention", "set", "24", "--json")["rule"]["months"] == 24
    assert "SSK-975" in run("retention", "apply", code=2)
    assert run("retention", "apply", "--yes", "--json") == {"due": [], "erased": None}
    assert run("retention", "set", "--off", "--json")["rule"]["months"] is None
    lines = run("audit", "list", "--action", "new", "--json")
    assert [line["what"] for line in lines["lines"]] == ["Bắt đầu một sáng kiến"]
    assert "Lập sổ" in run("audit", "list")
    target = tmp_path / "nhat-ky.xlsx"
    assert run("audit", "export", "--to", str(target), "--json")["count"] == lines["total"] + 4
    assert target.is_file()
    assert run("lock", "show", "--json")["on"] is False
    screen_lock.set_password(run.folder, "1234", "1234", 5)
    assert "5 phút" in run("lock", "show")
    assert run("lock", "reset", "--json") == {"reset": True}
    assert "Chưa đặt" in run("lock", "reset")
