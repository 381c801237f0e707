"""What docs/may-chu.md tells an administrator to do, done: the rights, the backup, the drill."""

import re
import subprocess
from pathlib import Path

import pytest
from sqlalchemy.exc import ProgrammingError

from desktop_app.errors import NotAllowed
from desktop_app.services import office_server, officers, review
from desktop_app.storage.database import Database
from desktop_app.storage.server import parse_address
from desktop_app.workspace import Workspace
from tests.on_server.books import board, dump, enter, fill
from tests.postgres import programs

GUIDE = (Path(__file__).resolve().parents[2] / "docs/may-chu.md").read_text(encoding="utf-8")


@pytest.fixture
def rights(server, office, office_address):
    """The guide's script was run; an account for each role."""
    name = str(parse_address(office_address).database)
    (script,) = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
    for statement in script.split(";\n"):
        if statement.strip():
            server.execute(statement, name)
    for user, role in (("ha", "ssk_truong"), ("binh", "ssk_can_bo"), ("lan", "ssk_xem")):
        server.execute(f"CREATE USER {user} IN ROLE {role}")
    yield {user: server.url(name, user) for user in ("ha", "binh", "lan")}
    server.execute("DROP OWNED BY ha, binh, lan, ssk_truong, ssk_can_bo, ssk_xem", name)
    for role in ("ha", "binh", "lan", "ssk_truong", "ssk_can_bo", "ssk_xem"):
        server.execute(f"DROP ROLE {role}")


def opened(tmp_path, clock, office, rights, user, role):
    """Join with an account of the server, and be let in by the head."""
    workspace = Workspace(tmp_path / user, clock=clock)
    office_server.join(workspace, parse_address(rights[user]), user)
    officers.confirm(office, officers.find_officer(office, user).id, role)
    workspace.reopen()
    return workspace


def test_the_rights_of_the_guide_are_enough_and_no_more(rights, tmp_path, clock, office, server):
    (initiative_id,) = enter(office, "MSC", 1)
    with opened(tmp_path, clock, office, rights, "binh", "officer") as officer:
        review.decide(officer, initiative_id, "accepted")
        officer.attachments.put(b"a file")
        with opened(tmp_path, clock, office, rights, "lan", "reader") as reader:
            assert review.list_for_review(reader)[0].verdict == "accepted"
    for user, statement in (
        ("lan", "UPDATE setting SET value = '1'"),
        ("lan", "INSERT INTO officer VALUES ('x', 'x', 'head', 'x', '', 'known', '')"),
        ("binh", "UPDATE officer SET role = 'head'"),
        ("binh", "DELETE FROM audit"),
        ("binh", "UPDATE alembic_version SET version_num = '9999'"),
    ):
        database = Database(rights[user])
        with pytest.raises((NotAllowed, ProgrammingError)) as raised, database.jot() as session:
            session.connection().exec_driver_sql(statement)
        assert getattr(raised.value, "code", "") == "SSK-887"
        database.close()


def test_a_backup_restored_is_the_same_book(server, office, office_address):
    fill(office)
    office.attachments.put(b"a file" * 500_000)
    kept = server.folder / "book.dump"
    target = server.new_database("template0")
    names = [str(parse_address(url).database) for url in (office_address, target)]
    common = ("-h", str(server.folder), "-U", "postgres")
    for command in (
        ("pg_dump", *common, "--format=custom", f"--file={kept}", names[0]),
        ("pg_restore", *common, "--exit-on-error", "--single-transaction", "-d", names[1], kept),
    ):
        subprocess.run([programs() / command[0], *command[1:]], check=True)
    assert office_server.try_server(parse_address(target)).book == office.own.name
    before, rows = board(office), dump(office)
    link = office.folder / "database.json"
    link.write_text(link.read_text(encoding="utf-8").replace(names[0] + "?", names[1] + "?"))
    office.reopen()
    assert str(office.database.url.database) == names[1]
    assert board(office) == before
    assert dump(office) == rows
    (mark,) = [
        m for m in office.attachments.all_stored() if office.attachments.size(m) == 3_000_000
    ]
    office.attachments.path(mark).unlink()
    assert office.attachments.read(mark) == b"a file" * 500_000
