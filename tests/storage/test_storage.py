import sqlite3
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop_app.errors import Failed, NotAllowed
from desktop_app.services import drafting
from desktop_app.services.listing import Query, list_initiatives
from desktop_app.storage import initiatives, schema
from desktop_app.storage.attachments import AttachmentStore
from desktop_app.storage.database import Database
from desktop_app.storage.times import from_text, to_text
from desktop_app.workspace import Workspace
from tests.samples import answers, ready


def test_a_failed_transaction_takes_its_table_back(tmp_path):
    database = Database(tmp_path / "x.sqlite3")
    with pytest.raises(RuntimeError), database.write() as session:
        session.execute(text("CREATE TABLE t (a)"))
        raise RuntimeError
    with database.read() as session:
        names = session.execute(text("SELECT name FROM sqlite_master")).scalars().all()
    assert names == []


def test_the_schema_is_what_the_tables_say(tmp_path):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from desktop_app.storage.desk_tables import Table

    database = Database(tmp_path / "x.sqlite3")
    schema.bring_up_to_date(database)
    with database.engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Table.metadata)
    different = [d for d in found if "initiative_search" not in str(d)]
    assert different == []


def test_a_newer_database_is_refused_untouched(tmp_path):
    with Workspace(tmp_path / "w") as workspace:
        path = workspace.database.path
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(Failed) as raised:
        Workspace(tmp_path / "w")
    assert raised.value.code == "SSK-107"
    assert path.read_bytes() == before


def test_one_process_has_a_workspace(tmp_path):
    with Workspace(tmp_path / "w"):
        with pytest.raises(Failed) as raised:
            Workspace(tmp_path / "w")
        assert raised.value.code == "SSK-011"
    Workspace(tmp_path / "w").close()


def test_a_database_that_is_none_is_told(tmp_path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "book.sqlite3").write_bytes(b"not a database" * 100)
    with pytest.raises(Failed) as raised:
        Workspace(tmp_path / "w")
    assert raised.value.code == "SSK-106"


def test_frozen_revisions_and_the_log_cannot_be_changed(team):
    ready(team)
    for statement in (
        "UPDATE revision SET number = 9",
        "DELETE FROM revision",
        "DELETE FROM audit",
    ):
        with pytest.raises(IntegrityError, match="append-only"), team.database.write() as session:
            session.execute(text(statement))


def test_somebody_elses_change_is_not_overwritten(team):
    initiative_id = drafting.new_initiative(team)
    with team.database.read() as session:
        stale = initiatives.get(session, initiative_id)
    drafting.save_draft(team, initiative_id, {"initiative_title": "Tên mới"})
    with pytest.raises(NotAllowed) as raised, team.database.write() as session:
        initiatives.change(session, stale, title="Tên cũ")
    assert raised.value.code == "SSK-105"


def test_search_needs_no_marks(team):
    first = drafting.new_initiative(team, None, answers(1))
    drafting.new_initiative(team, None, answers(9))
    for words in (
        "do ga",
        "đồ gá",
        "ĐỒ GÁ khoan",
        "quyet",
        "dang van",
        "MSC-2026-0001",
        "ban le giam",
    ):
        rows = list_initiatives(team, Query(search=words)).rows
        assert [row.id for row in rows] == [first], words
    assert list_initiatives(team, Query(search='nothing" OR *')).rows == ()


def test_pages_follow_each_other(team):
    ids = {
        drafting.new_initiative(team, None, {"initiative_title": f"Tên {n:03}"}) for n in range(7)
    }
    seen, after = [], None
    while True:
        page = list_initiatives(team, after=after, limit=3)
        seen += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert len(seen) == 7
    assert set(seen) == ids


def test_a_damaged_attachment_is_noticed(tmp_path):
    store = AttachmentStore(tmp_path)
    mark = store.put(b"hello")
    assert store.read(mark) == b"hello"
    store.path(mark).write_bytes(b"hellO")
    with pytest.raises(Failed):
        store.read(mark)
    with pytest.raises(Failed):
        store.read("0" * 64)
    with pytest.raises(ValueError, match="SHA"):
        store.path("../../etc/passwd")


def test_times_sort_as_text():
    moment = datetime(2026, 11, 20, 3, 4, 5, 678000, tzinfo=UTC)
    assert to_text(moment) == "2026-11-20T03:04:05.678Z"
    assert from_text(to_text(moment)) == moment


def test_no_personal_data_in_the_log(team):
    ready(team)
    log = team.folder / "logs" / "program.log"
    written = log.read_text(encoding="utf-8") if log.exists() else ""
    assert "Quyết" not in written
    assert "khoan" not in written
