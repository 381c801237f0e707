"""Kiểm tra dữ liệu: each seeded damage is found by its check, mended or said, and not found again."""

import json
import shutil

import pytest

from desktop_app import workspace as workspace_module
from desktop_app.errors import Cancelled, Failed
from desktop_app.messages import LANGUAGES, catalogue
from desktop_app.services import data_check
from desktop_app.services.data_checks.check import ASIDE
from desktop_app.storage import audit
from desktop_app.workspace import Workspace
from tests.conftest import Clock
from tests.faults.damages import DAMAGES, FOUND_BY, a_document, file_of, one, opened, unguarded


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Take every book for one that is too large to be looked through at each start."""
    monkeypatch.setattr(workspace_module, "_QUICKLY_CHECKED", 0)


@pytest.fixture
def book(prepared_reports, tmp_path):
    """The folder of a team's closed book with two reports that were handed over."""
    skipped = shutil.ignore_patterns("workspace.lock*", "logs")
    return shutil.copytree(prepared_reports / "team", tmp_path / "book", ignore=skipped)


def test_a_sound_book_has_nothing(office, team, handed_in):
    assert len(handed_in) == 2
    for each in (office, team):
        done = data_check.check_data(each)
        assert done.found == ()
        assert done.ran > 20


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_found_by_its_check_and_mended_or_said(name, book):
    code, mendable = FOUND_BY[name]
    DAMAGES[name](book)
    with Workspace(book, clock=Clock()) as workspace:
        (seen,) = data_check.check_data(workspace).found
        assert (seen.code, seen.mended, seen.left) == (code, 0, seen.count)
        (done,) = data_check.check_data(workspace, mend=True).found
        assert done.code == code
        assert (done.left == 0) is mendable
        again = data_check.check_data(workspace)
        assert (again.left == 0) is mendable
    if mendable:
        assert list((book / "backups").glob("before-mending-*.sqlite3"))


def test_several_damages_are_mended_at_once(book):
    names = [
        "a missing guard",
        "a row that lies",
        "a state without its step",
        "a counter set back",
        "a missing file a backup has",
        "a changed report its bundle has",
        "old words in the index",
        "marks of nobody",
        "an unreadable setting",
        "a unit without a name",
        "a half written file",
        "a file nobody needs",
        "a set aside file without its copy",
    ]
    for name in names:
        DAMAGES[name](book)
    with Workspace(book, clock=Clock()) as workspace:
        done = data_check.check_data(workspace, mend=True)
        assert {each.code for each in done.found} == {FOUND_BY[name][0] for name in names}
        assert done.left == 0
        assert data_check.check_data(workspace).found == ()
        with workspace.database.read() as session:
            noted = [line.facts for line in audit.lines_about(session, "") if line.action == "mend"]
        assert len(noted) == len(names)


def test_what_was_erased_is_no_damage(book):
    with opened(book) as database, unguarded(database, "revision"):
        row = one(database, "SELECT initiative_id, hash, documents FROM revision")
        marks = [("revision", row["hash"])]
        marks += [("attachment", item["sha256"]) for item in json.loads(row["documents"])]
        for kind, mark in marks:
            database.execute(
                "INSERT INTO tombstone VALUES (?, ?, ?, 'person', '2026-11-20T00:00:00Z')",
                (mark, kind, row["initiative_id"]),
            )
        for _kind, mark in marks[1:]:
            file_of(book, mark).unlink()
        database.execute(
            "UPDATE revision SET answers = '{}', documents = '[]' WHERE hash = ?", (row["hash"],)
        )
    with Workspace(book, clock=Clock()) as workspace:
        assert data_check.check_data(workspace).found == ()


def test_what_was_erased_and_came_back_is_not_set_aside_but_deleted(book):
    DAMAGES["a file nobody needs"](book)
    (path,) = (book / "attachments" / "9f").iterdir()
    with opened(book) as database:
        database.execute(
            "INSERT INTO tombstone VALUES (?, 'attachment', NULL, 'person', 'x')", (path.name,)
        )
    with Workspace(book, clock=Clock()) as workspace:
        assert data_check.check_data(workspace, mend=True).found[0].left == 0
    assert not path.exists()
    assert not list(book.rglob(path.name))


def test_a_file_set_aside_by_mistake_comes_back(book):
    path = a_document(book)
    aside = book / ASIDE / "2026-11-01" / "attachments" / path.name
    aside.parent.mkdir(parents=True)
    path.rename(aside)
    with Workspace(book, clock=Clock()) as workspace:
        (done,) = data_check.check_data(workspace, mend=True).found
        assert (done.code, done.left) == ("DATA-06", 0)
        assert workspace.attachments.read(path.name)


def test_quick_leaves_out_reading_but_sees_a_file_cut_short(book):
    DAMAGES["a damaged file"](book)
    with Workspace(book, clock=Clock()) as workspace:
        assert data_check.check_data(workspace, quick=True).found == ()
    DAMAGES["a file cut short"](book)
    with Workspace(book, clock=Clock()) as workspace:
        (seen,) = data_check.check_data(workspace, quick=True).found
        assert seen.code == "DATA-07"


def test_a_damaged_database_ends_the_run_and_is_not_touched(book):
    DAMAGES["a row that lies"](book)
    DAMAGES["a damaged page"](book)
    with Workspace(book, clock=Clock()) as workspace:
        done = data_check.check_data(workspace, mend=True)
        assert [each.code for each in done.found] == ["DATA-01"]
        assert not done.found[0].mendable
        assert (done.ran, done.backup) == (1, "")


def test_nothing_is_mended_without_a_backup(book):
    DAMAGES["a row that lies"](book)
    (book / "backups").write_text("a file where the folder should be", encoding="utf-8")
    with Workspace(book, clock=Clock()) as workspace:
        with pytest.raises(Failed, match="SSK-955"):
            data_check.check_data(workspace, mend=True)
        assert data_check.check_data(workspace).left == 1


def test_it_can_be_stopped_and_says_how_far_it_is(book):
    seen = []

    def step(done, whole):
        seen.append(done / whole)
        if done / whole > 0.3:
            raise Cancelled

    with Workspace(book, clock=Clock()) as workspace:
        with pytest.raises(Cancelled):
            data_check.check_data(workspace, step=step)
        seen.clear()
        data_check.check_data(workspace, step=lambda done, whole: seen.append(done / whole))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 1)


def test_every_check_has_its_sentences_in_both_languages():
    codes = [check.code for check in data_check.CHECKS]
    assert len(set(codes)) == len(codes)
    assert {code for code, _mended in FOUND_BY.values()} | {"DATA-26"} == set(codes)
    for code in codes:
        for language in LANGUAGES:
            parts = catalogue()[code][language]
            assert set(parts) == {"name", "text", "lost", "action"}
            assert "{number}" in parts["text"]
