"""Drafts between two computers of a team, on the command line."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from tests.samples import answers


@pytest.fixture
def run(tmp_path):
    def call(book, *words, code=0):
        given = ["--data", str(tmp_path / book), *map(str, words), "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else None

    return call


def test_a_draft_changed_on_two_computers_is_merged_by_hand(run, tmp_path):
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    units = openpyxl.Workbook()
    for row in (["Mã", "Tên"], ["MSC", "CĐCS May Sông Công"]):
        units.active.append(row)
    units.save(tmp_path / "units.xlsx")
    run("office", "unit", "import", tmp_path / "units.xlsx")
    card = run("office", "card", "export", "MSC", "--to", tmp_path)["file"]
    for book in ("one", "two"):
        run(book, "init", "team", "--card", card)
    given = tmp_path / "a.json"
    given.write_text(json.dumps(answers(1), ensure_ascii=False), encoding="utf-8")
    here = run("one", "initiative", "new", "--answers", given)["id"]
    file = run("one", "initiative", "share", here, "--to", tmp_path)["file"]
    run("two", "bundle", "import", file)
    (other,) = run("two", "computer", "list")
    assert not other["known"]
    run("two", "computer", "trust", other["device"])
    changed = tmp_path / "b.json"
    for book, text in (("one", "Mục đích máy một."), ("two", "Mục đích máy hai.")):
        changed.write_text(json.dumps({"purpose": text}, ensure_ascii=False), encoding="utf-8")
        run(book, "initiative", "edit", here, "--answers", changed)
    back = run("two", "initiative", "share", here, "--to", tmp_path)
    assert back["sealed"]
    run("one", "bundle", "import", back["file"])
    (difference,) = run("one", "initiative", "merge", here, code=1)["differences"]
    assert (difference["question"], difference["theirs"]) == ("purpose", "Mục đích máy hai.")
    run("one", "initiative", "merge", here, "--choose", "novelty=mine", code=2)
    run("one", "initiative", "merge", here, "--choose", "purpose=both")
    merged = run("one", "initiative", "show", here)["answers"]["purpose"]
    assert merged == "Mục đích máy một.\nMục đích máy hai."
    assert run("one", "initiative", "merge", here)["differences"] == []
    run("one", "initiative", "merge", here, "--choose", "purpose=both", code=2)
    run("one", "computer", "trust", "nobody", code=2)
