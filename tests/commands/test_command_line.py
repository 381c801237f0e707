"""The contract of the command line: the whole loop, with only ``--json`` output read."""

import json
import os
import subprocess
import sys
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


def write(path: Path, value) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def test_the_whole_loop_by_json(run, tmp_path):
    out = tmp_path / "out"
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    (tmp_path / "u").mkdir()
    run_import(run, tmp_path)
    run(
        "office",
        "phase",
        "add",
        "P1",
        "--name",
        "Giai đoạn 1",
        "--programme",
        "CT",
        "--from",
        "2026-01-01",
        "--to",
        "2026-12-31",
    )
    run("office", "target", "set", "MSC", "P1", "--count", "5")
    card = run("office", "card", "export", "MSC", "--to", out)["file"]
    assert run("team", "init", "team", "--card", card)["code"] == "MSC"
    picture = tmp_path / "ảnh.png"
    from PIL import Image

    Image.new("RGB", (60, 40), "red").save(picture)
    given = answers() | {"figures": [{"file": {"file": "ảnh.png"}, "caption": "Trước"}]}
    made = run("team", "initiative", "new", "--answers", write(tmp_path / "a.json", given))
    code = made["code"]
    assert run("team", "initiative", "check", code)["ready"]
    run("team", "initiative", "attach", code, "figures", picture)
    shown = run("team", "initiative", "show", code)
    assert [f["file"]["name"] for f in shown["answers"]["figures"]] == ["ảnh.png"] * 2
    frozen = run("team", "initiative", "ready", code)
    assert frozen["revision"] == 1
    assert len(run("team", "initiative", "documents", code, "--to", out, "--pdf")["files"]) == 6
    run(
        "team",
        "initiative",
        "recognise",
        code,
        "--decision-no",
        "1/QĐ",
        "--decision-date",
        "2026-11-01",
        "--decision-by",
        "Hoàng Đức Thịnh",
    )
    assert [item["code"] for item in run("team", "queue", "list")] == [code]
    bundle = run("team", "bundle", "export", "--to", out)
    assert bundle["sealed"]
    assert run("office", "bundle", "verify", bundle["file"]) == {
        "valid": True,
        "errors": [],
        "warnings": [],
    }
    run("team", "bundle", "handed-over", "1")
    taken = run("office", "bundle", "import", bundle["file"])
    (item,) = taken["files"][0]["items"]
    assert (taken["files"][0]["opened"], item["intake"], taken["missing"]) == (True, "new", [])
    assert run("office", "review", "list")[0]["code"] == code
    run("office", "review", "decide", code, "returned", code=2)
    run("office", "review", "decide", code, "returned", "--comment", "Thiếu số liệu")
    (receipt,) = run("office", "receipt", "export", "--to", out)
    assert (
        run("team", "bundle", "import", receipt["file"])["files"][0]["items"][0]["intake"]
        == "returned"
    )
    assert run("team", "initiative", "show", code)["comment"]["comment"] == "Thiếu số liệu"
    more = write(tmp_path / "more.json", {"recommendation": "Xin làm thêm hai bộ."})
    run("team", "initiative", "edit", code, "--answers", more)
    assert run("team", "initiative", "ready", code)["revision"] == 2
    second = run("team", "bundle", "export", "--to", out)["file"]
    assert run("office", "bundle", "import", second)["files"][0]["items"][0]["intake"] == "newer"
    run("office", "review", "decide", code, "accepted")
    run(
        "office",
        "portal",
        "record",
        code,
        "--code",
        "SK-1",
        "--state",
        "valid",
        "--date",
        "2026-11-19",
    )
    (receipt,) = run("office", "receipt", "export", "--unit", "MSC", "--to", out)
    run("team", "bundle", "import", receipt["file"])
    (row,) = run("team", "initiative", "list", "--search", "do ga")
    assert set(row) == {
        "id",
        "code",
        "title",
        "unit",
        "revision",
        "writing",
        "recognition",
        "submission",
        "portal",
        "updated_at",
    }
    assert (row["submission"], row["portal"], row["recognition"]) == (
        "uploaded",
        "valid",
        "recognised",
    )
    board = {line["code"]: line for line in run("office", "progress")}
    assert (board["MSC"]["uploaded"], board["MSC"]["target"], board["MSC"]["shortfall"]) == (
        1,
        5,
        4,
    )
    for name in [
        "base",
        "target",
        "registered_target",
        "rule_target",
        "target_gap",
        "as_of",
        "drafted",
        "ready",
        "recognised",
        "handed_over",
        "received",
        "accepted",
        "returned",
        "uploaded",
        "reviewing",
        "valid",
        "invalid",
        "shortfall",
        "queued",
        "bundled",
        "filed",
        "refused",
        "declined",
    ]:
        assert name in board["MSC"]
    assert len(run("team", "bundle", "list")) == 4


def run_import(run, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Mã", "Tên đơn vị"])
    book.active.append(["MSC", "CĐCS Công ty May Sông Công"])
    book.save(tmp_path / "u.xlsx")
    result = run("office", "unit", "import", tmp_path / "u.xlsx")
    assert result["rows"][0]["verdict"] == "new"
    assert "MSC" in [unit["code"] for unit in run("office", "unit", "list")]


def test_exit_codes(run, tmp_path):
    run("team", "initiative", "new", code=2)
    run("team", "init", "team", "--name", "CĐCS Một")
    run("team", "init", "team", "--name", "CĐCS Hai", code=2)
    run("team", "initiative", "show", "nothing", code=2)
    run("team", "initiative", "new", "--answers", write(tmp_path / "a.json", {"nobody": 1}), code=2)
    assert run("team", "initiative", "list") == []
    made = run("team", "initiative", "new")
    assert not run("team", "initiative", "check", made["id"][:13], code=1)["ready"]
    run("team", "initiative", "ready", made["code"], code=2)
    run("team", "bundle", "export", "--to", tmp_path, code=2)
    text = tmp_path / "x.zip"
    text.write_text("xin chào")
    assert run("team", "bundle", "verify", text, code=1)["errors"][0]["code"] == "SSK-420"
    assert not run("team", "bundle", "import", text, code=2)["files"][0]["opened"]


def test_a_locked_book_is_exit_three(run, tmp_path):
    from desktop_app.workspace import Workspace

    with Workspace(tmp_path / "team"):
        run("team", "queue", "list", code=3)


def test_errors_speak_both_languages(tmp_path):
    for language, words in (("vi", "Không tìm thấy"), ("en", "There is no")):
        folder = str(tmp_path / language)
        CliRunner().invoke(command_line, ["--data", folder, "init", "team", "--name", "CĐCS"])
        given = ["--data", folder, "--lang", language, "initiative", "show", "x"]
        done = CliRunner().invoke(command_line, given)
        assert words in done.stderr
        assert "SSK-108" in done.stderr
        assert "Traceback" not in done.stderr


def test_templates(run, tmp_path):
    run("team", "init", "team", "--name", "CĐCS Một")
    from desktop_app.resource_files import resource_path

    pack = resource_path("templates", "sang-kien")
    found = run("team", "template", "check", pack)
    assert (found["usable"], found["problems"], found["missing_names"]) == (True, [], [])
    offered = run("team", "template", "list")[0]["documents"]
    assert {"bao-cao-mo-ta", "bao-cao-v5", "don-yeu-cau", "quyet-dinh"} <= set(offered)
    assert run("team", "template", "add", pack)["id"] == "sang-kien"


def test_a_broken_placeholder_is_found(run, tmp_path):
    import shutil

    from docx import Document

    from desktop_app.resource_files import resource_path

    run("team", "init", "team", "--name", "CĐCS Một")
    shutil.copytree(resource_path("templates", "sang-kien"), tmp_path / "pack")
    document = Document()
    document.add_heading("Phần một", 1)
    document.add_paragraph("Tên: {{ initiative_titel }}")
    document.save(tmp_path / "pack/documents/sai.docx")
    found = run("team", "template", "check", tmp_path / "pack", code=1)
    (problem,) = found["problems"]
    assert "sai" in problem["place"]
    assert "Phần một" in problem["place"]
    assert "initiative_titel" in problem["message"]
    assert (problem["document"], problem["heading"]) == ("sai", "Phần một")
    assert problem["instead"] == "initiative_title"


def test_a_starter_is_written_edited_added_and_withdrawn(run, tmp_path):
    run("team", "init", "team", "--name", "CĐCS Một")
    folder = Path(run("team", "template", "starter", "--to", tmp_path)["folder"])
    assert run("team", "template", "check", folder)["usable"]

    (row,) = run("team", "template", "list")
    gone = run("team", "template", "withdraw", row["id"], row["version"])
    assert gone["withdrawn"]
    assert run("team", "template", "list")[0]["withdrawn"]
    run("team", "template", "withdraw", row["id"], row["version"], "--again")
    assert not run("team", "template", "list")[0]["withdrawn"]
    run("team", "template", "withdraw", row["id"], "0", code=2)


def test_container_check_takes_foreign_bags(run, tmp_path):
    import bagit

    folder = tmp_path / "bag"
    folder.mkdir()
    (folder / "một.txt").write_text("nội dung")
    bagit.make_bag(str(folder), checksums=["sha512", "md5"])
    report = run("team", "bundle", "verify", folder, "--container-only")
    assert report["valid"]
    assert {w["code"] for w in report["warnings"]} == {"SSK-492"}
    (folder / "data" / "một.txt").write_text("khác")
    assert not run("team", "bundle", "verify", folder, "--container-only", code=1)["valid"]


def test_help_and_version_need_no_book(tmp_path):
    env = {**os.environ, "HOME": str(tmp_path)}
    words = [sys.executable, "-m", "desktop_app"]
    done = subprocess.run(
        [*words, "--version"], capture_output=True, text=True, env=env, check=True
    )
    assert "so-sang-kien" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_word_file_is_taken_by_json(run, tmp_path):
    from tests.services.word_reports import office_v3

    report = office_v3()
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(report.content)
    run("team", "init", "team", "--name", "CĐCS Một", "--code", "MOT")
    told = run("team", "initiative", "import", file)
    assert {"path": ["novelty"], "heading": "- Tính mới của sáng kiến:"}.items() <= next(
        each for each in told["taken"] if each["path"] == ["novelty"]
    ).items()
    assert [each["heading"] for each in told["unplaced"]] == ["5. Hội đồng cơ sở đã xét công nhận"]
    answered = run("team", "initiative", "show", told["code"])["answers"]
    assert answered["novelty"] == report.expected["novelty"]
    again = run("team", "initiative", "import", file, "--into", told["id"])
    assert again["taken_before"] == told["code"]
    assert ["novelty"] in again["kept"]
    other = write(tmp_path / "a.txt", {})
    run("team", "initiative", "import", other, code=2)


def test_a_list_is_taken_once_and_its_rows_told(run, tmp_path):
    run("team", "init", "team", "--name", "CĐCS Một", "--code", "MOT")
    head = "Họ tên;Tên sáng kiến;Giá trị làm lợi\n"
    file = tmp_path / "danh-sach.csv"
    clear = "Nguyễn Văn An;Đồ gá khoan lỗ bản lề;35 triệu\n"
    file.write_text(head + clear, encoding="utf-8")
    told = run("team", "initiative", "import", file)
    assert told["counts"]["new"] == 1
    again = run("team", "initiative", "import", file)
    assert [(row["verdict"], row["id"]) for row in again["rows"]] == [
        ("same", told["rows"][0]["id"])
    ]
    file.write_text(head + clear + "Trần Thị Bình;Xếp lại chuyền may;1,200\n", encoding="utf-8")
    unclear = run("team", "initiative", "import", file, code=1)
    assert unclear["rows"][1]["unread"] == {"benefit_value": "1,200"}
    assert len(run("team", "initiative", "list")) == 2
    run("team", "initiative", "import", file, "--into", told["rows"][0]["id"], code=2)


def test_a_folder_that_cannot_be_made_is_told(run, tmp_path):
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    (tmp_path / "file").write_text("", encoding="utf-8")
    below = tmp_path / "file" / "folder"
    run("office", "receipt", "export", "--to", below, code=3)
    run("office", "bundle", "relay", "--to", below, code=3)
    assert "SSK-414" in run("office", "card", "export", "KCN", "--to", below, code=3, text=True)


def test_a_passphrase_file_of_a_windows_editor_is_read(run, tmp_path):
    run("team", "init", "team", "--name", "CĐCS May", "--code", "MAY")
    made = run("team", "initiative", "new", "--answers", write(tmp_path / "a.json", answers()))
    run("team", "initiative", "ready", made["code"])
    other = tmp_path / "other.txt"
    other.write_text("mật khẩu dài lắm", encoding="utf-16")
    export = ("team", "bundle", "export", "--to", tmp_path / "out", "--passphrase-file")
    assert "SSK-622" in run(*export, other, code=2, text=True)
    marked = tmp_path / "marked.txt"
    marked.write_text("mật khẩu dài lắm\r\n", encoding="utf-8-sig")
    sealed = run(*export, marked)["file"]
    plain = tmp_path / "plain.txt"
    plain.write_text("mật khẩu dài lắm", encoding="utf-8")
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    run("office", "unit", "add", "CĐCS May", "--code", "MAY")
    taken = run("office", "bundle", "import", sealed, "--passphrase-file", plain)
    assert taken["files"][0]["opened"]
