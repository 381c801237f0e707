"""guide and problem-report on the command line."""

import json
import zipfile

from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.services import setup
from desktop_app.workspace import Workspace


def run(*words, code=0):
    done = CliRunner().invoke(command_line, [*map(str, words)])
    assert done.exit_code == code, (done.output, done.exception)
    return done


def test_the_guide_needs_no_book(tmp_path, qapp):
    target = tmp_path / "guide.pdf"
    done = run("--lang", "en", "--data", tmp_path / "none", "guide", "--to", target, "--json")
    assert json.loads(done.stdout) == {"file": str(target), "size": target.stat().st_size}
    assert target.read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "none").exists()
    refused = run("guide", "--to", tmp_path / "guide.docx", code=2)
    assert "SSK-990" in refused.output
    assert ".pdf" in refused.output


def test_a_report_of_a_book_of_none_and_of_a_broken_one(tmp_path, clock):
    book = tmp_path / "book"
    with Workspace(book, clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Xưởng Tuyệt Mật", "TUYETMAT")
    target = tmp_path / "bao-loi.zip"
    value = json.loads(run("--data", book, "problem-report", "--to", target, "--json").stdout)
    assert "role: team" in value["texts"]["facts.txt"]
    with zipfile.ZipFile(target) as archive:
        assert archive.read("facts.txt").decode() == value["texts"]["facts.txt"]
    assert "TUYETMAT" not in json.dumps(value["texts"])
    (book / "book.sqlite3").write_bytes(b"no database" * 100)
    again = run("--data", book, "problem-report", "--to", tmp_path / "hong.zip", "--json")
    assert "book: not open" in json.loads(again.stdout)["texts"]["facts.txt"]
    run("--data", tmp_path / "none", "problem-report", "--to", tmp_path / "khong.zip")
    assert not (tmp_path / "none").exists()
    assert "SSK-991" in run("problem-report", "--to", tmp_path / "x.txt", code=2).output
