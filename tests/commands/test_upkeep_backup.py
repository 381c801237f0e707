"""The contract of the commands that back up, restore and move a book."""

import json

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.workspace import Workspace
from tests.samples import ready

WORDS = "bốn từ chẳng liên quan"


@pytest.fixture
def run(tmp_path):
    def call(book, *words, code=0, plain=False):
        given = ["--data", str(tmp_path / book), *map(str, words), *([] if plain else ["--json"])]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        if plain:
            return done.stdout
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    return call


@pytest.fixture
def book(run, tmp_path):
    run("book", "init", "team", "--name", "CĐCS Nhà máy Gạch Đông Triều", "--code", "GACH")
    with Workspace(tmp_path / "book") as workspace:
        ready(workspace)
    return "book"


@pytest.fixture
def passphrase(tmp_path):
    path = tmp_path / "mật khẩu.txt"
    path.write_text(WORDS + "\n", encoding="utf-8")
    return path


def codes(run, book):
    return [row["code"] for row in run(book, "initiative", "list")]


def test_made_listed_checked_looked_into_restored_and_undone(run, book):
    assert run(book, "backup", "list") == []
    made = run(book, "backup", "create")
    assert (made["initiatives"], made["here"], made["second_result"]) == (1, True, "")
    assert [row["id"] for row in run(book, "backup", "list")] == [made["id"]]
    assert run(book, "backup", "check", made["id"])["checked_at"]
    run(book, "initiative", "new", "--title", "Viết sau", code=2)
    template = run(book, "template", "list")[0]["id"]
    run(book, "initiative", "new", "--template", template)
    assert len(codes(run, book)) == 2
    seen = run(book, "backup", "restore", made["id"], "--preview")
    assert (seen["gone"], seen["back"], seen["other"]) == (1, 0, 0)
    done = run(book, "backup", "restore", "newest")
    assert done["backup"]["id"] == made["id"]
    assert len(codes(run, book)) == 1
    run(book, "backup", "restore", "--undo")
    assert len(codes(run, book)) == 2
    spoken = run(book, "backup", "list", plain=True)
    assert "trước khi khôi phục" in spoken
    assert "máy này" in spoken


def test_a_damaged_book_says_what_to_do_and_is_rescued(run, book, tmp_path):
    run(book, "backup", "create")
    (tmp_path / book / "book.sqlite3").write_bytes(b"no database" * 500)
    said = run(book, "initiative", "list", code=3)
    assert "SSK-106" in said
    assert "backup list" in said
    assert len(run(book, "backup", "list")) == 1
    done = run(book, "backup", "restore", "newest")
    assert done["damaged_kept"]
    assert codes(run, book) == ["GACH-2026-0001"]


def test_a_second_place(run, book, tmp_path):
    stick = tmp_path / "USB của tổ"
    stick.mkdir()
    set_to = run(book, "backup", "place", stick)
    assert set_to["folder"] == str(stick)
    assert run(book, "backup", "create")["second_result"] == "done"
    stick.rename(tmp_path / "away")
    assert run(book, "backup", "create", code=1)["second_result"] == "SSK-951"
    assert "SSK-951" in run(book, "backup", "create", code=1, plain=True)
    assert run(book, "backup", "place", "none")["folder"] is None
    assert "SSK-948" in run(book, "backup", "place", tmp_path / "nowhere", code=2)


@pytest.mark.parametrize("name", ["", "..", "20200101-000000-close"])
def test_a_name_that_is_none(run, book, name):
    assert "SSK-943" in run(book, "backup", "restore", name, code=2)
    run(book, "backup", "restore", code=2)


def test_a_book_moves_and_the_old_one_is_only_read(run, book, tmp_path, passphrase):
    file = tmp_path / "USB" / "chuyển máy.zip"
    file.parent.mkdir()
    shown = run(book, "key", "show")
    moved = run(book, "move", "export", "--to", file, "--passphrase-file", passphrase)
    assert moved["initiatives"] == 1
    assert codes(run, book) == ["GACH-2026-0001"]
    template = run(book, "template", "list")[0]["id"]
    said = run(book, "initiative", "new", "--template", template, code=2)
    assert "SSK-953" in said
    arrived = run("new", "move", "import", file, "--passphrase-file", passphrase)
    assert arrived["own"]["code"] == "GACH"
    assert run("new", "key", "show")["sign_key"] == shown["sign_key"]
    run("new", "initiative", "new", "--template", template)
    assert codes(run, "new")[0] == "GACH-2026-0002"
    assert "SSK-952" in run("new", "move", "import", file, "--passphrase-file", passphrase, code=2)
    run(book, "move", "take-back")
    run(book, "initiative", "new", "--template", template)
