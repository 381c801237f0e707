"""Kiểm tra dữ liệu: each seeded damage is found by its check, mended or said, and not found again."""

import shutil

import pytest

from desktop_app.services import data_check
from desktop_app.workspace import Workspace
from tests.conftest import Clock
from tests.faults.damages import DAMAGES, FOUND_BY


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
