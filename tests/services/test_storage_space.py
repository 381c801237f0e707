"""Dung lượng: what takes space, and what can be tidied up without a report missing it."""

import os
import time

import pytest

from desktop_app.errors import BadInput
from desktop_app.services import data_check, drafting, storage_space
from desktop_app.services.data_checks.check import ASIDE


def named(parts):
    return {part.name: (part.size, part.number) for part in parts}


def age(path, days):
    then = time.time() - days * 24 * 3600
    os.utime(path, (then, then))


@pytest.fixture
def later(monkeypatch):
    """Let a number of days pass for the clock that stamps files."""
    now = time.time

    def pass_days(days):
        monkeypatch.setattr(time, "time", lambda: now() + days * 24 * 3600)

    return pass_days


def test_everything_in_the_folder_is_counted_once(team, handed_in):
    found = storage_space.look(team)
    parts = named(found.parts)
    assert {"database", "documents", "carried", "templates", "other"} <= parts.keys()
    everything = sum(p.stat().st_size for p in team.folder.rglob("*") if p.is_file())
    assert found.size == everything
    assert found.free > 0
    assert len(handed_in) == 2


def test_what_nothing_needs_is_tidied_up_and_nothing_else(team, handed_in, later):
    with team.database.read() as session:
        assert session is not None
    used, idle = team.originals.put(b"used"), team.originals.put(b"idle")
    draft = drafting.new_initiative(team)
    picture = {"sha256": "1" * 64, "name": "a.jpg", "size": 1, "media_type": "image/jpeg"}
    answers = dict(drafting.open_draft(team, draft).answers) | {"figures": [{"file": picture}]}
    drafting.save_draft(team, draft, answers)
    team.set_setting(f"original {'1' * 64}", used)
    team.set_setting(f"original {'2' * 64}", idle)
    settled = team.set_aside.put(b"settled")
    (team.folder / "logs" / "program.log.1").write_text("old", encoding="utf-8")
    team.temporary_folder.mkdir(exist_ok=True)
    (team.temporary_folder / "left").write_bytes(b"x" * 9)
    for day in ("2026-01-02", team.today().isoformat()):
        folder = team.folder / ASIDE / day / "attachments"
        folder.mkdir(parents=True)
        (folder / "f").write_bytes(b"y" * 7)
    for minute in range(5):
        copy = team.folder / "backups" / f"before-mending-20260101-00000{minute}.sqlite3"
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(b"z")
    later(40)
    shown = named(storage_space.look(team).tidy)
    assert shown == {
        "temporary": (9, 1),
        "originals": (4, 1),
        "set_aside": (7, 1),
        "check": (7, 1),
        "backups": (2, 2),
        "logs": (3, 1),
    }
    assert named(storage_space.tidy_up(team, ["logs"])) == {"logs": (3, 1)}
    assert "logs" not in named(storage_space.look(team).tidy)
    storage_space.tidy_up(team)
    assert storage_space.look(team).tidy == ()
    assert team.originals.holds(used)
    assert not team.originals.holds(idle)
    assert not team.set_aside.holds(settled)
    assert team.setting(f"original {'2' * 64}") is None
    assert len(list((team.folder / "backups").iterdir())) == 3
    assert not (team.folder / ASIDE / "2026-01-02").exists()
    found = data_check.check_data(team).found
    assert [each.code for each in found] == ["DATA-06"]  # the picture that was never attached
    assert len(handed_in) == 2


def test_free_pages_are_given_back(team):
    with team.database.write() as session:
        from desktop_app.storage.settings import write_setting

        write_setting(session, "large", "x" * 3_000_000)
    team.set_setting("large", None)
    before = (team.folder / "book.sqlite3").stat().st_size
    assert named(storage_space.tidy_up(team))["database"][0] > 2_000_000
    assert (team.folder / "book.sqlite3").stat().st_size < before - 2_000_000
    assert storage_space.tidy_up(team) == ()


def test_an_unknown_name_is_refused(team):
    with pytest.raises(BadInput, match="SSK-956"):
        storage_space.tidy_up(team, ["reports"])
