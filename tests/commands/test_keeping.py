"""The contract of the commands that keep keys, and of the slip."""

import json
import os
import pty
import sys

import pytest
from click.testing import CliRunner

from desktop_app.commands.line import command_line
from desktop_app.exchange.key_paper_words import paper_lines
from desktop_app.workspace import Workspace
from tests.samples import ready

WORDS = "bốn từ chẳng liên quan"


@pytest.fixture
def run(tmp_path):
    def call(book, *words, code=0):
        given = ["--data", str(tmp_path / book), *map(str, words), "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    return call


@pytest.fixture
def office(run):
    run("office", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    return "office"


@pytest.fixture
def passphrase(tmp_path):
    path = tmp_path / "mật khẩu.txt"
    path.write_text(WORDS + "\r\n", encoding="utf-8-sig")
    return path


def test_a_backup_is_made_tried_and_brought_back(run, office, passphrase, tmp_path):
    shown = run(office, "key", "show")
    assert len(shown["words"].split()) == 4
    assert shown["backup"] == {"made_at": None, "proven_at": None}
    file = tmp_path / "usb" / "khoa.age"
    made = run(office, "key", "backup", "--to", file, "--passphrase-file", passphrase)
    assert made["file"] == str(file)
    assert made["paper"] is None
    tried = run(office, "key", "restore", file, "--passphrase-file", passphrase, "--check")
    assert tried["proven"] is True
    assert tried["spare"] is True
    assert run(office, "key", "show")["backup"]["proven_at"] == tried["proven_at"]
    restored = run("new", "key", "restore", file, "--passphrase-file", passphrase)
    same = ("role", "unit", "mark", "words", "sign_key", "age_recipient")
    assert {name: restored[name] for name in same} == {name: shown[name] for name in same}


def test_paper_alone_needs_no_passphrase_and_its_words_come_back(run, office, tmp_path):
    made = run(office, "key", "backup", "--paper", tmp_path / "khoa.pdf")
    assert (tmp_path / "khoa.pdf").read_bytes().startswith(b"%PDF-")
    assert made["file"] is None
    with Workspace(tmp_path / office) as book:
        lines = paper_lines(book.keys)
    words = tmp_path / "words.txt"
    words.write_text("\n".join(f"{n}. {' '.join(line)}" for n, line in enumerate(lines, 1)))
    assert run(office, "key", "restore", "--words-file", words, "--check")["proven"] is True
    run("new", "init", "office", "--name", "Công đoàn các KCN", "--code", "KCN")
    said = run("new", "key", "restore", "--words-file", words, code=2)
    assert "SSK-620" in said
    taken = run("new", "key", "restore", "--words-file", words, "--other-unit")
    assert taken["sign_key"] == run(office, "key", "show")["sign_key"]


def test_public_keys_are_exported(run, office, tmp_path):
    file = run(office, "key", "export", "--to", tmp_path / "khoa.json")["file"]
    with open(file, encoding="utf-8") as opened:
        value = json.load(opened)
    shown = run(office, "key", "show")
    for name in ("role", "sign_key", "age_recipient", "words", "unit"):
        assert value[name] == shown[name]


def test_what_cannot_be_is_exit_two(run, office, passphrase, tmp_path):
    weak = tmp_path / "weak.txt"
    weak.write_text("12345\n")
    file = tmp_path / "khoa.age"
    for words, code in (
        (("backup", "--to", file, "--passphrase-file", weak), "SSK-600"),
        (("backup", "--to", file), "SSK-618"),
        (("backup", "--to", file, "--passphrase-file", tmp_path / "none"), "SSK-622"),
        (("restore", weak, "--passphrase-file", passphrase), "SSK-603"),
        (("restore", "--words-file", weak), "SSK-610"),
        (("backup",), "--to or --paper"),
        (("restore",), "FILE or --words-file"),
        (("restore", weak, "--words-file", weak), "FILE or --words-file"),
    ):
        assert code in run(office, "key", *words, code=2), words
    assert not file.exists()
    assert "SSK-010" in run("nobody", "key", "show", code=2)


def test_the_passphrase_is_asked_for_twice_at_a_terminal(run, office, tmp_path):
    file = tmp_path / "khoa.age"
    command = [sys.executable, "-m", "desktop_app", "--lang", "en", "--data"]
    child, terminal = pty.fork()
    if child == 0:
        given = [*command, str(tmp_path / office), "key", "backup", "--to", str(file)]
        os.execv(sys.executable, given)
    said = b""
    try:
        for answered in range(2):
            while said.count(b": ") <= answered:
                said += os.read(terminal, 1024)
            os.write(terminal, f"{WORDS}\n".encode())
        while read := os.read(terminal, 1024):
            said += read
    except OSError:
        pass  # the end of a terminal, on Linux
    _pid, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0, said
    assert WORDS.encode() not in said
    assert file.exists()


def test_the_slip_of_a_bundle_by_its_number(run, office, tmp_path):
    run("team", "init", "team", "--name", "CĐCS May Sông Công", "--code", "MSC")
    with Workspace(tmp_path / "team") as book:
        ready(book)
    bundle = run("team", "bundle", "export", "--unsealed", "--to", tmp_path / "out")
    written = run("team", "bundle", "slip", "1", "--to", tmp_path / "phieu.pdf")
    assert written == {"bundle_id": bundle["bundle_id"], "file": str(tmp_path / "phieu.pdf")}
    assert (tmp_path / "phieu.pdf").read_bytes().startswith(b"%PDF-")
    run("team", "bundle", "slip", "9", "--to", tmp_path / "phieu.pdf", code=2)
