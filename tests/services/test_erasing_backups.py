"""A person who is erased is in no backup any more, and the backups still count and restore."""

import pytest

from desktop_app.services import backups, data_check, erasing, persons, restoring
from tests.services.test_erasing import WHO, erase, files_naming, spread


@pytest.mark.parametrize("second", [False, True], ids=["here", "second disk too"])
def test_backups_forget_and_still_count(team, files, tmp_path, second):
    if second:
        (tmp_path / "disk").mkdir()
        backups.set_second_place(team, tmp_path / "disk")
    spread(team)
    backups.create(team)
    data_check.before_mending(team)
    assert files_naming(team.folder / "backups", WHO)
    erase(team)
    assert files_naming(team.folder, WHO) == []
    if second:
        assert files_naming(tmp_path / "disk", WHO) == []
    rows = backups.list_backups(team.folder)
    assert rows
    assert all(
        backups.check(team.folder, row.id, team.now()).damaged == row.damaged == 0 for row in rows
    )
    restoring.restore(team, rows[-1].id)
    assert files_naming(team.folder, WHO) == []
    assert persons.find(team, WHO).places == ()
    assert data_check.check_data(team).found == ()
    assert not erasing.is_unfinished(team)
