"""data check and data space: JSON, words, exit codes."""

import json
import shutil

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from tests.faults.damages import DAMAGES


@pytest.fixture
def run(prepared_reports, tmp_path):
    skipped = shutil.ignore_patterns("workspace.lock*", "logs")
    folder = shutil.copytree(prepared_reports / "team", tmp_path / "book", ignore=skipped)

    def call(*arguments, code=0, lang="vi"):
        line = ["--data", str(folder), "--lang", lang, "data", *arguments]
        done = CliRunner().invoke(command_line, line)
        assert done.exit_code == code, done.output
        return done.stdout

    call.folder = folder
    return call


def test_a_check_says_what_it_found_and_mended(run):
    assert json.loads(run("check", "--json")) == []
    assert "không thấy gì hỏng" in run("check", "--quick")
    DAMAGES["a row that lies"](run.folder)
    (seen,) = json.loads(run("check", "--json", code=1))
    assert (seen["check"], seen["count"], seen["mended"], seen["left"]) == (
        "rows of lists",
        1,
        0,
        1,
    )
    assert seen["message"].startswith("1 sáng kiến")
    assert seen["examples"] == ["MSC-2026-0001"]
    told = run("check", "--mend", lang="en")
    assert "1 mended, 0 left" in told
    assert "before-mending-" in told
    assert json.loads(run("check", "--json")) == []


def test_what_is_left_ends_with_one_and_says_what_to_do(run):
    DAMAGES["a missing file"](run.folder)
    assert "khôi phục từ bản sao lưu" in run("check", "--mend", code=1)


def test_space_is_shown_and_tidied_up(run):
    shown = json.loads(run("space", "--json"))
    assert {"database", "documents"} <= {part["name"] for part in shown["parts"]}
    assert shown["tidied"] == []
    assert shown["free"] > 0
    old = run.folder / "logs" / "program.log.1"
    old.write_text("old", encoding="utf-8")
    assert "Dọn được" in run("space")
    assert json.loads(run("space", "--tidy", "--json"))["tidied"][0]["name"] == "logs"
    assert not old.exists()
