"""Commands that carry and take in: parts, what is set aside, keys, numbers, versions, withdrawals."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from tests.samples import answers


@pytest.fixture
def run(tmp_path):
    def call(book, *words, code=0, text=False):
        given = ["--data", str(tmp_path / book), *map(str, words)]
        done = CliRunner().invoke(command_line, given if text else [*given, "--json"])
        assert done.exit_code == code, (words, done.output, done.exception)
        return done.output if text or not done.stdout.strip() else json.loads(done.stdout)

    return call


@pytest.fixture
def carried(run, tmp_path):
    """An office and a team that handed one report over; returns the bundle's answer."""
    units = tmp_path / "units.xlsx"
    from openpyxl import Workbook

    book = Workbook()
    for row in (("Mã", "Tên"), ("MSC", "CĐCS May Sông Công")):
        book.active.append(row)
    book.save(units)
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    run("office", "unit", "import", units)
    card = run("office", "card", "export", "MSC", "--to", tmp_path)["file"]
    run("team", "init", "team", "--card", card)
    given = tmp_path / "answers.json"
    given.write_text(json.dumps(answers(1), ensure_ascii=False), encoding="utf-8")
    made = run("team", "initiative", "new", "--template", "sang-kien", "--answers", given)
    run("team", "initiative", "ready", made["id"])
    return made["id"], run("team", "bundle", "export", "--to", tmp_path / "out")


def test_a_plan_writes_nothing_and_a_limit_is_read(run, carried, tmp_path):
    initiative_id, first = carried
    assert [one["bundle_id"] for one in first["files"]] == [first["bundle_id"]]
    run("team", "queue", "add", initiative_id)
    plan = run("team", "bundle", "export", "--plan", "--max-size", "25MB", "--to", tmp_path / "p")
    assert (plan["bundles"][0]["count"], plan["held_back"]) == (1, [])
    assert not (tmp_path / "p").exists()
    run("team", "bundle", "export", "--max-size", "lớn", "--to", tmp_path / "p", code=2)
    again = run("team", "bundle", "again", "1", "--to", tmp_path / "again")
    assert again["sha256"] == first["sha256"]


def test_a_damaged_file_is_listed_given_away_and_dropped(run, carried, tmp_path):
    _id, bundle = carried
    whole = Path(bundle["file"])
    bad = tmp_path / whole.name
    bad.write_bytes(whole.read_bytes()[:5000])
    run("office", "bundle", "import", bad, code=2)
    (row,) = run("office", "quarantine", "list")
    assert row["reason"]["code"].startswith("SSK-44")
    assert run("office", "quarantine", "export", row["id"][:8], "--to", tmp_path / "help")["file"]
    run("office", "quarantine", "retry", code=2)
    run("office", "bundle", "import", whole)
    assert run("office", "quarantine", "list") == []
    run("office", "quarantine", "drop", row["id"], code=2)


def test_numbers_keys_and_versions_are_listed(run, carried, tmp_path):
    initiative_id, first = carried
    run("team", "queue", "add", initiative_id)
    second = run("team", "bundle", "export", "--to", tmp_path / "out")
    answer = run("office", "bundle", "import", second["file"])
    assert answer["missing"] == [{"unit": "CĐCS May Sông Công", "sequence": 1}]
    (number,) = run("office", "bundle", "numbers")
    assert (number["kind"], number["sequence"]) == ("missing", 1)
    run("office", "bundle", "explain", "MSC", "1", "USB hỏng, gửi lại trong gói 2")
    assert run("office", "bundle", "numbers") == []
    assert len(run("office", "bundle", "numbers", "--all")) == 1
    (key,) = run("office", "unit", "keys", "MSC")
    assert key["state"] == "known"
    run("office", "unit", "revoke", key["words"])
    run("office", "bundle", "import", first["file"], code=2)
    run("office", "unit", "trust", key["device"])
    run("office", "unit", "trust", "không phải khóa nào", code=2)
    assert run("office", "bundle", "conflicts") == []
    run("office", "bundle", "settle", initiative_id, "00", code=2)


def test_a_withdrawal_is_told_with_the_next_bundle(run, carried, tmp_path):
    initiative_id, first = carried
    run("office", "bundle", "import", first["file"])
    run("team", "queue", "withdraw", initiative_id, "--reason", "Tác giả rút đồng ý.")
    told = run("team", "bundle", "export", "--to", tmp_path / "out")
    assert told["count"] == 0
    (item,) = run("office", "bundle", "import", told["file"])["files"][0]["items"]
    assert item["intake"] == "withdrawn"
    assert run("office", "initiative", "show", initiative_id)["submission"] == "withdrawn"


def test_a_passphrase_comes_from_a_file(run, tmp_path):
    run("alone", "init", "team", "--name", "CĐCS Một mình", "--code", "MM")
    given, secret = tmp_path / "a.json", tmp_path / "secret.txt"
    given.write_text(json.dumps(answers(1), ensure_ascii=False), encoding="utf-8")
    secret.write_text("bốn từ không liên quan\n", encoding="utf-8")
    made = run("alone", "initiative", "new", "--template", "sang-kien", "--answers", given)
    run("alone", "initiative", "ready", made["id"])
    run("alone", "bundle", "export", "--to", tmp_path / "out", code=2)
    out = ("bundle", "export", "--to", tmp_path / "out", "--passphrase-file", secret)
    bundle = run("alone", *out)
    assert bundle["sealed"]
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    run("office", "bundle", "import", bundle["file"], code=2)
    held = run("office", "bundle", "import", bundle["file"], "--passphrase-file", secret, code=1)
    assert held["files"][0]["error"]["code"] == "SSK-800"
    assert [row["code"] for row in run("office", "unit", "waiting")] == ["MM"]
    run("office", "unit", "place", "MM", code=2)  # where to?
    place = ("unit", "place", "MM", "--below", "KCN", "--passphrase-file", secret)
    assert run("office", *place)["files"][0]["opened"]
    assert run("office", "unit", "waiting") == []
    verify = ("bundle", "verify", bundle["file"], "--passphrase-file", secret)
    assert run("nobody", *verify)["valid"]
    assert not (tmp_path / "nobody").exists()  # only checking begins no book


def test_a_file_instead_of_a_command_opens_the_window(tmp_path, monkeypatch):
    from desktop_app.windows import application

    seen = []
    monkeypatch.setattr(application, "run_window", lambda *given: seen.append(given) or 0)
    file = tmp_path / "gói của đơn vị.zip.age"
    file.write_bytes(b"x")
    done = CliRunner().invoke(command_line, ["--data", str(tmp_path / "b"), str(file)])
    assert done.exit_code == 0, done.output
    assert seen == [(tmp_path / "b", None, (file,))]
    assert CliRunner().invoke(command_line, ["khong-co-lenh-nay"]).exit_code == 2
