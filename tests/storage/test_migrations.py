"""Books of every earlier version are brought up to date; what is in them stays."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop_app.services import drafting, listing
from desktop_app.storage import schema
from desktop_app.workspace import Workspace

GOLDEN = Path(__file__).parent.parent / "golden"
VERSIONS = ["0001", "0002", "0003", "0004"]


def test_every_earlier_version_has_a_golden_book():
    assert list(schema.VERSIONS[:-1]) == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
def test_an_earlier_book_opens(tmp_path, version, clock):
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        path = Path(workspace.database.path)
    shutil.copyfile(GOLDEN / f"database-{version}" / "book.sqlite3", path)
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        rows = {row.title: row for row in listing.list_initiatives(workspace).rows}
        assert {row.writing for row in rows.values()} == {"draft", "ready"}
        draft = rows["Giá treo cuộn vải xoay được"]
        drafting.edit(workspace, draft.id, {"initiative_title": "Giá treo cuộn vải có khóa"})
        opened = drafting.open_draft(workspace, draft.id)
        assert opened.history.undo(("initiative_title",), opened.answers["initiative_title"]) == (
            "Giá treo cuộn vải xoay được"
        )
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (
            schema.VERSIONS[-1],
        )
    connection.close()
