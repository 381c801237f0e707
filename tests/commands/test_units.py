"""Commands about units: lists with a preview, what changes from a day on, taking it back."""

import json

import openpyxl
import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line


@pytest.fixture
def run(tmp_path):
    def call(*words, code=0, text=False):
        given = ["--data", str(tmp_path / "office"), *map(str, words)]
        done = CliRunner().invoke(command_line, given if text else [*given, "--json"])
        assert done.exit_code == code, (words, done.output, done.exception)
        return done.output if text or not done.stdout.strip() else json.loads(done.stdout)

    call("init", "office", "--name", "LĐLĐ tỉnh Quảng Ninh", "--code", "QNH")
    return call


def test_a_list_is_looked_at_taken_in_and_given_out(run, tmp_path):
    book = openpyxl.Workbook()
    for row in (("Mã", "Tên", "Loại"), ("AAA", "CĐCS Một", ""), ("b b", "CĐCS Hai", "")):
        book.active.append(row)
    book.save(tmp_path / "u.xlsx")
    looked = run("unit", "import", tmp_path / "u.xlsx", "--preview", code=1)
    assert [row["verdict"] for row in looked["rows"]] == ["new", "refused"]
    assert "B B" in looked["rows"][1]["message"]
    assert [row["code"] for row in run("unit", "list")] == ["QNH"]
    assert run("unit", "import", tmp_path / "u.xlsx", code=1) == looked
    book.active["B2"] = "CĐCS Một mới"
    book.active.delete_rows(3)
    book.save(tmp_path / "u.xlsx")
    (row,) = run("unit", "import", tmp_path / "u.xlsx", "--from", "2026-01-01")["rows"]
    assert row["changes"] == [{"column": "name", "old": "CĐCS Một", "new": "CĐCS Một mới"}]
    told = run("unit", "import", tmp_path / "u.xlsx", "--preview", text=True)
    assert "như đang có" in told
    names = {r["code"]: r["name"] for r in run("unit", "list", "--on", "2025-12-31")}
    assert names["AAA"] == "CĐCS Một"
    out = run("unit", "export", tmp_path / "out.xlsx")["file"]
    assert {r["verdict"] for r in run("unit", "import", out)["rows"]} == {"same"}


def test_units_change_from_a_day_on_and_it_is_taken_back(run):
    for code, kind in (("HHA", "LDLD_HUYEN"), ("AAA", "CDCS"), ("BBB", "CDCS")):
        run("unit", "add", f"Đơn vị {code}", "--code", code, "--kind", kind)
    run("unit", "move", "AAA", "BBB", "--to", "HHA", "--day", "2020-01-01")
    run("unit", "close", "HHA", "--day", "2025-07-01", code=2)  # two stand below it
    run(
        *("unit", "close", "HHA", "--units-to", "QNH", "--day", "2025-07-01"),
        *("--decision-no", "1/QĐ"),
    )
    parents = {r["code"]: r["parent_name"] for r in run("unit", "list")}
    assert parents["AAA"] == "LĐLĐ tỉnh Quảng Ninh"
    run("unit", "rename", "AAA", "CĐCS Một")
    merged = run("unit", "merge", "AAA", "BBB", "--new-name", "CĐCS Chung", "--new-code", "CHUNG")
    assert merged["code"] == "CHUNG"
    rows = run("unit", "history", "AAA")
    assert {row["subject"] for row in rows} == {"name", "kind", "parent", "closed"}
    events = run("unit", "events")
    assert [event["kind"] for event in events] == ["merge", "rename", "close", "move"]
    run("unit", "undo", events[0]["id"])
    assert "CHUNG" not in {r["code"] for r in run("unit", "list")}
    run("unit", "merge", "AAA", code=2)  # into what?
    run("unit", "undo", "nothing", code=2)
    assert "CD_PHUONG" in run("unit", "kinds", text=True)
    assert run("unit", "waiting") == []
