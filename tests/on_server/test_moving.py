"""The book of an office moved to its server and back: nothing lost, nothing begun twice."""

import json
import sqlite3

import pytest
from sqlalchemy import text

from desktop_app.errors import BadInput, Cancelled, Failed, NotAllowed
from desktop_app.services import handover, inbox, office_server, officers, review, setup, units
from desktop_app.storage import copying
from desktop_app.storage.database import Database
from desktop_app.storage.server import parse_address
from desktop_app.workspace import Workspace
from tests.on_server.books import board, dump, enter, fill
from tests.postgres import ASKED
from tests.samples import ready


@pytest.fixture
def own(tmp_path, clock):
    """An office's book on its own computer, filled."""
    with Workspace(tmp_path / "own", clock=clock) as workspace:
        setup.start_office(workspace, "Công đoàn các KCN tỉnh Thái Nguyên", "KCNTN")
        units.add_unit(workspace, name="CĐCS Công ty May Sông Công", code="MSC")
        fill(workspace)
        workspace.attachments.put(b"a picture" * 300_000)
        workspace.originals.put(b"as it was")
        yield workspace


def test_the_same_board_on_both_and_the_same_book_when_it_is_back(own, address):
    before, rows, keys = board(own), dump(own), own.keys
    own.set_setting("watched_folder", "/mnt/gói")
    moved = office_server.move_to_server(own, parse_address(address), "Hà")
    assert not own.database.is_sqlite
    assert moved.files == len(own.attachments.all_kept()) + 1
    assert board(own) == before
    assert dump(own) == rows
    assert own.keys == keys
    assert own.setting("watched_folder") == "/mnt/gói"
    enter(own, "DTDT", 2)
    changed, more = board(own), dump(own)
    assert changed != before
    office_server.move_back(own)
    assert own.database.is_sqlite
    assert board(own) == changed
    assert dump(own) == more
    assert own.keys == keys
    assert own.setting("watched_folder") == "/mnt/gói"


def test_a_report_taken_in_there_comes_back_with_its_files(office, team, files, second):
    initiative_id = ready(team)
    written = handover.export_bundle(team, files)
    (taken,) = inbox.take_in(second, [written.path]).files
    assert [item.intake for item in taken.items] == ["new"]
    for path in (
        *second.folder.rglob("attachments/??/*"),
        *office.folder.rglob("attachments/??/*"),
    ):
        path.unlink()
    documents = review.open_review(office, initiative_id).documents
    assert documents
    assert documents == review.open_review(second, initiative_id).documents
    office_server.move_back(office)
    assert review.open_review(office, initiative_id).documents == documents
    assert set(office.attachments.all_kept()) == {
        path.name for path in office.folder.rglob("attachments/??/*")
    }


def test_files_lie_in_a_folder_the_officers_share(own, address, tmp_path):
    shared = tmp_path / "share"
    office_server.move_to_server(own, parse_address(address), "Hà", files=str(shared))
    mark = own.attachments.put(b"kept there")
    assert (shared / "attachments" / mark[:2] / mark).read_bytes() == b"kept there"
    for path in (own.folder / "attachments").rglob("*/*"):
        path.unlink()
    office_server.move_back(own)
    assert own.attachments.read(mark) == b"kept there"


def test_new_rows_are_numbered_after_those_that_came(own, address):
    office_server.move_to_server(own, parse_address(address), "Hà")
    with own.database.read() as session:
        before = session.execute(text('SELECT max("row") FROM initiative')).scalar_one()
    enter(own, "DTDT", 1)
    with own.database.read() as session:
        assert session.execute(text('SELECT max("row") FROM initiative')).scalar_one() == before + 1


def test_the_old_book_stays_renamed_with_a_note(own, address):
    office_server.move_to_server(own, parse_address(address), "Hà")
    assert not (own.folder / "book.sqlite3").exists()
    (kept,) = own.folder.glob("book-truoc-khi-chuyen-*.sqlite3")
    connection = sqlite3.connect(kept)
    assert connection.execute("SELECT count(*) FROM initiative").fetchone() == (8,)
    connection.close()
    assert "máy chủ" in (own.folder / "SO-DA-CHUYEN-LEN-MAY-CHU.txt").read_text(encoding="utf-8")


def test_no_password_is_written_down(own, server, address):
    url = parse_address(address).set(password="bí mật")
    with pytest.raises(Failed) as raised:
        office_server.move_to_server(own, url, "Hà")
    assert raised.value.code == "SSK-897"
    assert own.database.is_sqlite
    written = [p for p in own.folder.rglob("*") if p.is_file() and p.stat().st_size < 100_000]
    assert not any("bí mật".encode() in path.read_bytes() for path in written)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_stopped_on_the_way_nothing_is_there_and_it_can_be_done_again(own, address, share):
    rows = dump(own)

    def step(done, whole):
        if done > whole * share:
            raise Cancelled

    with pytest.raises(Cancelled):
        office_server.move_to_server(own, parse_address(address), "Hà", step=step)
    assert own.database.is_sqlite
    server = Database(address)
    with server.read() as session:
        assert copying.is_empty(session)
    server.close()
    enter(own, "DTDT", 1)
    assert dump(own) != rows
    office_server.move_to_server(own, parse_address(address), "Hà")
    assert not own.database.is_sqlite


def test_killed_after_everything_arrived_it_goes_on_from_there(own, address, monkeypatch):
    def killed(*_given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(office_server.server_link, "write_link", killed)
        with pytest.raises(KeyboardInterrupt):
            office_server.move_to_server(own, parse_address(address), "Hà")
    assert own.database.is_sqlite
    office_server.move_to_server(own, parse_address(address), "Hà")
    assert [row.name for row in officers.list_officers(own)] == ["Hà"]
    assert own.keys


def test_stopped_on_the_way_back_the_book_is_still_the_servers(own, address, monkeypatch):
    office_server.move_to_server(own, parse_address(address), "Hà")
    rows = dump(own)

    def step(done, whole):
        if done > whole * 0.7:
            raise Cancelled

    with pytest.raises(Cancelled):
        office_server.move_back(own, step)
    assert not own.database.is_sqlite
    enter(own, "DTDT", 1)
    assert dump(own) != rows

    # Killed when the server's book was closed already and this computer was not switched yet.
    def killed(*_given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(office_server.server_link, "forget_link", killed)
        patched.setattr(type(own.folder), "replace", killed)
        with pytest.raises(KeyboardInterrupt):
            office_server.move_back(own)
    with pytest.raises(NotAllowed) as raised:
        enter(own, "CKPY", 1, "filed")
    assert raised.value.code == "SSK-892"
    office_server.move_back(own)
    assert own.database.is_sqlite
    enter(own, "CKPY", 1, "filed")


def test_another_book_is_not_written_over(own, office, office_address):
    before = dump(office)
    with own.database.write() as session:
        session.execute(
            text("UPDATE setting SET value = replace(value, 'Thái Nguyên', 'Bắc Ninh')")
        )
    with pytest.raises(NotAllowed) as raised:
        office_server.move_to_server(own, parse_address(office_address), "Lan")
    assert raised.value.code == "SSK-888"
    assert own.database.is_sqlite
    assert dump(office) == before


def test_a_server_of_a_newer_program_is_left_alone(own, server, address):
    name = parse_address(address).database
    server.execute("UPDATE alembic_version SET version_num = '9999'", str(name))
    with pytest.raises(Failed) as raised:
        office_server.move_to_server(own, parse_address(address), "Hà")
    assert raised.value.code == "SSK-107"
    assert own.database.is_sqlite


def test_the_book_on_a_server_that_was_taken_back_is_read_only(office, second):
    office_server.move_back(office)
    with pytest.raises(NotAllowed) as raised:
        enter(second, "MSC", 1)
    assert raised.value.code == "SSK-892"
    assert units.find_unit(second, "MSC").name


def test_an_empty_database_gets_its_tables(own, server):
    address = server.new_database("template0")
    found = office_server.try_server(parse_address(address))
    assert (found.book, found.officers, found.encrypted) == ("", 0, False)
    office_server.move_to_server(own, parse_address(address), "Hà")
    found = office_server.try_server(parse_address(address))
    assert (found.book, found.officers) == (own.own.name, 1)


def test_a_team_stays_on_its_computer(team, address):
    with pytest.raises(NotAllowed):
        office_server.move_to_server(team, parse_address(address), "Hà")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"database": "nothing_there"}, "SSK-886"),
        ({"username": "nobody_known"}, "SSK-885"),
        ({"query": {"host": "/tmp/no-server-here"}}, "SSK-882"),
    ],
)
def test_what_keeps_from_a_server_is_told_apart(address, change, code):
    with pytest.raises((BadInput, Failed)) as raised:
        office_server.try_server(parse_address(address).set(**change))
    assert raised.value.code == code


def test_the_note_beside_the_data_has_no_password(office):
    kept = json.loads((office.folder / "database.json").read_text(encoding="utf-8"))
    assert set(kept) == {"url", "files", "officer"}


def test_a_password_is_asked_for_and_found_where_the_system_keeps_them(
    server, address, tmp_path, monkeypatch
):
    name = str(parse_address(address).database)
    server.execute(f"CREATE USER {ASKED} PASSWORD 'đúng'")
    server.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {ASKED}", name)
    url = parse_address(server.url(name, ASKED))
    for wrong in (url, url.set(password="sai")):
        with pytest.raises(BadInput) as raised:
            office_server.try_server(wrong)
        assert raised.value.code == "SSK-885"
    assert office_server.try_server(url.set(password="đúng")).book == ""
    kept = tmp_path / "pgpass"
    kept.write_text(f"*:*:{name}:{ASKED}:đúng\n", encoding="utf-8")
    kept.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(kept))
    assert office_server.try_server(url).book == ""
    server.execute(f"DROP OWNED BY {ASKED}", name)
    server.execute(f"DROP USER {ASKED}")
