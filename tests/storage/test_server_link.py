"""Addresses of servers, the note about one, and what stays a computer's own; no server needed."""

import sys
from datetime import date

import pytest

from desktop_app.errors import BadInput, Failed
from desktop_app.storage import server_link
from desktop_app.storage.database import Database
from desktop_app.storage.server import parse_address, shown
from desktop_app.storage.server_link import ServerLink
from desktop_app.workspace import Workspace


@pytest.mark.parametrize(
    "address",
    [
        "",
        "server",
        "mysql://h/b",
        "sqlite:///b",
        "postgresql://h",
        "postgresql://h:x/b",
        "http://h/b",
    ],
)
def test_what_is_no_address_is_told(address):
    with pytest.raises(BadInput) as raised:
        parse_address(address)
    assert raised.value.code == "SSK-881"


def test_a_password_is_never_shown_nor_kept(tmp_path):
    url = parse_address("postgresql://hà:bímật@may-chu:5432/sổ?sslmode=require")
    assert url.password == "bímật"
    assert "bímật" not in shown(url)
    assert "sslmode=require" in shown(url)
    server_link.write_link(tmp_path, ServerLink(shown(url), "", "x"))
    assert "bímật".encode() not in (tmp_path / "database.json").read_bytes()
    assert server_link.read_link(tmp_path) == ServerLink(shown(url), "", "x")
    assert parse_address(shown(url)).password is None
    other = parse_address("postgresql://h/b?password=bímật&sslmode=require")
    assert (other.password, shown(other)) == ("bímật", "postgresql://h/b?sslmode=require")


def test_the_password_comes_back_from_the_keyring(tmp_path, monkeypatch):
    kept = {}
    monkeypatch.setattr("keyring.set_password", lambda s, n, p: kept.update({(s, n): p}))
    monkeypatch.setattr("keyring.get_password", lambda s, n: kept.get((s, n)))
    url = parse_address("postgresql://ha:bímật@may-chu/so")
    assert server_link.keep_password(url)
    assert server_link.address_of(ServerLink(shown(url), "", "x")) == url
    kept.clear()
    assert server_link.address_of(ServerLink(shown(url), "", "x")).password is None


def test_without_the_driver_it_is_told_and_a_team_never_needs_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(Failed) as raised:
        Database("postgresql://h/b")
    assert raised.value.code == "SSK-880"
    with Workspace(tmp_path / "team") as workspace:
        assert workspace.officer is None
        assert workspace.officer_name == ""


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"url": 1}'])
def test_a_damaged_note_opens_no_other_book(tmp_path, content):
    """Nobody goes on in an old book on this computer because the note cannot be read."""
    Workspace(tmp_path).close()
    (tmp_path / "database.json").write_text(content)
    with pytest.raises(Failed) as raised:
        Workspace(tmp_path)
    assert raised.value.code == "SSK-881"


def test_settings_of_a_computer_are_kept_beside_its_data(tmp_path):
    server_link.write_local_setting(tmp_path, "watched_folder", "/mnt/gói")
    server_link.write_local_setting(tmp_path, "last_folder", "/x")
    server_link.write_local_setting(tmp_path, "last_folder", None)
    assert server_link.local_settings(tmp_path) == {"watched_folder": "/mnt/gói"}
    (tmp_path / "this-computer.json").write_text("no json")
    assert server_link.local_settings(tmp_path) == {}


def test_an_old_book_is_put_away_once(tmp_path):
    (tmp_path / "book.sqlite3").write_bytes(b"old")
    server_link.put_old_book_away(tmp_path, date(2026, 11, 20))
    server_link.put_old_book_away(tmp_path, date(2026, 11, 21))
    (kept,) = tmp_path.glob("*.sqlite3")
    assert (kept.name, kept.read_bytes()) == ("book-truoc-khi-chuyen-2026-11-20.sqlite3", b"old")
