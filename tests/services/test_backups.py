"""Backups: proven, kept apart from the book, rotated; and going back to one and forward again."""

import json
import random
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app import workspace
from desktop_app.errors import BadFile, BadInput, Failed, NotAllowed
from desktop_app.exchange import reading_back
from desktop_app.services import (
    backups,
    chains,
    drafting,
    handover,
    inbox,
    listing,
    receipts,
    restoring,
    review,
    setup,
)
from desktop_app.storage import backup_places, backup_rotation, copying, settings
from desktop_app.storage.backup_places import BOOK, FILES, MANIFEST
from desktop_app.workspace import STORES, Workspace
from tests.samples import ready


def rows(book):
    """Return what every table holds, row by row, without what a restore itself notes."""
    with book.database.read() as session:
        found = {name: each.mark for name, each in copying.digest(session).items()}
    return {name: mark for name, mark in found.items() if name not in ("audit", "setting")}


def kept_files(book):
    return {(name, mark) for name in STORES for mark in getattr(book, name).all_kept()}


def titles(book):
    return {row.title for row in listing.list_initiatives(book).rows}


def test_a_backup_holds_the_whole_book_and_says_so(team):
    ready(team)
    before = rows(team)
    made = backups.create(team).backup
    assert (made.reason, made.here, made.second, made.damaged) == ("by-hand", True, False, 0)
    assert made.unit == team.own.name
    assert made.initiatives == 1
    assert made.files == len(kept_files(team))
    folder = backups.place_of(team.folder) / made.id
    assert {path.name for path in folder.iterdir()} == {BOOK, MANIFEST, "files.txt"}
    assert backups.check(team.folder, made.id, team.now()).checked_at is not None
    assert rows(team) == before
    with sqlite3.connect(folder / BOOK) as copy:
        assert copy.execute("SELECT count(*) FROM revision").fetchone() == (1,)
    copy.close()
    secret = team.keys.age_identity.encode()
    everything = [path for path in folder.parent.rglob("*") if path.is_file()]
    assert not any(secret in path.read_bytes() for path in everything)


def test_a_file_is_copied_once_however_many_backups_there_are(team):
    ready(team)
    backups.create(team)
    kept = backup_places.store_of(backups.place_of(team.folder))
    first = {mark: kept.path(mark).stat().st_mtime_ns for mark in kept.all_kept()}
    drafting.new_initiative(team, None, {"initiative_title": "Giá treo cuộn vải"})
    made = backups.create(team).backup
    assert {mark: kept.path(mark).stat().st_mtime_ns for mark in kept.all_kept()} == first
    assert made.files == len(first)


def test_nothing_is_backed_up_twice_when_nothing_changed(team):
    first = backups.create_if_changed(team)
    assert first is not None
    assert first.backup.reason == "close"
    assert backups.create_if_changed(team) is None
    drafting.new_initiative(team)
    assert backups.create_if_changed(team) is not None
    assert len(backups.list_backups(team.folder)) == 2


def test_a_day_later_there_is_one_more_if_something_changed(team, clock):
    backups.create(team)
    drafting.new_initiative(team)
    assert backups.create_daily(team) is None
    clock.now += timedelta(days=1)
    made = backups.create_daily(team)
    assert made is not None
    assert made.backup.reason == "daily"
    clock.now -= timedelta(days=30)  # the clock of the PC was put back
    drafting.new_initiative(team)
    assert backups.create_daily(team) is not None


def test_only_many_files_are_worth_a_backup_before(team):
    assert backups.before_many(team, backups.MANY_FILES - 1) is None
    made = backups.before_many(team, backups.MANY_FILES)
    assert made is not None
    assert made.backup.reason == "import"


def test_going_back_and_forward_again(team):
    ready(team)
    drafting.new_initiative(team, None, {"initiative_title": "Bàn cắt có thanh chặn"})
    there = rows(team)
    made = backups.create(team).backup
    (draft,) = [r for r in listing.list_initiatives(team).rows if r.writing == "draft"]
    drafting.edit(team, draft.id, {"initiative_title": "Tên khác"})
    drafting.new_initiative(team, None, {"initiative_title": "Viết sau khi sao lưu"})
    later = rows(team)
    seen = restoring.preview(team, made.id)
    assert (seen.gone, seen.back, seen.other) == (1, 0, 1)
    assert seen.changes[0].title == "Viết sau khi sao lưu"
    assert seen.keys == "same"
    assert rows(team) == later
    done = restoring.restore(team, made.id)
    assert rows(team) == there
    assert done.sure
    assert [row.id for row in backups.list_backups(team.folder) if row.before_restore] == [
        done.before
    ]
    restoring.undo(team)
    assert rows(team) == later
    restoring.undo(team)
    assert rows(team) == there


def test_keys_and_settings_of_the_computer_stay(team, tmp_path):
    made = backups.create(team).backup
    keys, identity = team.keys, team.identity
    team.set_setting("last_folder", str(tmp_path))
    restoring.restore(team, made.id)
    assert (team.keys, team.identity) == (keys, identity)
    assert team.setting("last_folder") == str(tmp_path)


def test_lost_and_broken_files_come_back(team):
    ready(team)
    kept = kept_files(team)
    made = backups.create(team).backup
    lost, broken, *_ = team.attachments.all_kept()
    team.attachments.discard(lost)
    path = team.attachments.path(broken)
    path.write_bytes(b"x" * path.stat().st_size)
    assert restoring.restore(team, made.id).files == 2
    assert kept_files(team) == kept
    assert team.attachments.read(lost)
    assert team.attachments.read(broken)


def test_a_broken_file_of_the_book_does_not_keep_the_rest_from_being_backed_up(team):
    ready(team)
    first, second, *_ = team.attachments.all_kept()
    path = team.attachments.path(first)
    content = path.read_bytes()
    path.write_bytes(b"broken")
    made = backups.create(team).backup
    assert made.damaged == 1
    assert made.files == len(kept_files(team)) - 1
    path.write_bytes(content)
    assert backups.create(team).backup.damaged == 0
    # Once it was copied, what happens to the file in the book does not reach the copy.
    team.attachments.path(second).write_bytes(b"broken")
    again = backups.create(team).backup
    assert again.damaged == 0
    assert backups.check(team.folder, again.id, team.now())


@pytest.mark.parametrize("part", [BOOK, "files.txt", FILES, MANIFEST])
def test_a_damaged_backup_is_told_and_changes_nothing(team, part):
    ready(team)
    made = backups.create(team).backup
    drafting.new_initiative(team)
    before = rows(team)
    place = backups.place_of(team.folder)
    path = place / made.id / part
    if part == FILES:
        path = backup_places.store_of(place).path(team.attachments.all_kept()[0])
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x20
    path.write_bytes(content[:-1] if part == MANIFEST else content)
    for act in (
        lambda: backups.check(team.folder, made.id, team.now()),
        lambda: restoring.restore(team, made.id),
    ):
        with pytest.raises(BadFile) as raised:
            act()
        assert raised.value.code == "SSK-944"
    assert rows(team) == before


def test_what_a_later_backup_finds_broken_is_copied_anew(team):
    ready(team)
    backups.create(team)
    kept = backup_places.store_of(backups.place_of(team.folder))
    for mark in kept.all_kept():
        kept.path(mark).write_bytes(b"cut")
    made = backups.create(team).backup
    assert backups.check(team.folder, made.id, team.now())


def test_a_backup_that_does_not_read_back_does_not_count(team, monkeypatch):
    earlier = backups.create(team).backup
    monkeypatch.setattr(reading_back, "digest_on_device", lambda *_given: "0" * 64)
    with pytest.raises(Failed) as raised:
        backups.create(team)
    assert raised.value.code == "SSK-942"
    monkeypatch.undo()
    assert [row.id for row in backups.list_backups(team.folder)] == [earlier.id]
    place = backups.place_of(team.folder)
    assert not list(place.glob(".new-*"))


def test_numbers_go_on_above_what_left_after_the_backup(team, office, files):
    """A bundle left after the backup: the next one follows it, and the office takes both."""
    ready(team, 1)
    handover.export_bundle(team, files)
    made = backups.create(team).backup
    ready(team, 2)
    second = handover.export_bundle(team, files)
    restoring.restore(team, made.id)
    assert len(titles(team)) == 1
    third_report = ready(team, 3)
    third = handover.export_bundle(team, files)
    assert (second.sequence, third.sequence) == (2, 3)
    result = inbox.take_in(office, sorted(files.glob("*submission*")))
    assert result.all_well
    assert chains.list_troubles(office) == ()
    codes = [row.code for row in listing.list_initiatives(office).rows]
    assert len(codes) == len(set(codes)) == 3
    assert drafting.open_draft(team, third_report).code.endswith("0003")


def test_answers_go_on_above_as_well(office, team, handed_in, files):
    made = backups.create(office).backup
    review.decide(office, handed_in[0], "accepted")
    (first,) = receipts.export_receipts(office, files)
    restoring.restore(office, made.id)
    review.decide(office, handed_in[1], "accepted")
    (second,) = receipts.export_receipts(office, files)
    assert second.sequence == first.sequence + 1
    for answer in (first, second):
        inbox.take_in(team, [answer.path])
    assert {drafting.open_draft(team, each).submission for each in handed_in} == {"accepted"}


def test_in_a_new_folder_numbers_are_left_out_rather_than_used_twice(team, files, tmp_path, clock):
    ready(team, 1)
    handover.export_bundle(team, files)
    place = tmp_path / "USB"
    place.mkdir()
    backups.set_second_place(team, place)
    made = backups.create(team)
    assert made.second == "done"
    ready(team, 2)
    handover.export_bundle(team, files)
    found = backups.second_place(team.folder) / made.backup.id
    keys, team_folder = team.folder / "keys" / "keys.json", tmp_path / "new"
    with Workspace(team_folder, clock=clock) as new:
        (team_folder / "keys").mkdir()
        shutil.copy(keys, team_folder / "keys")  # the owner's own backup of the keys
        done = restoring.restore(new, str(found))
        assert (done.before, done.sure) == ("", False)
        assert new.own == team.own
        assert kept_files(new) < kept_files(team)
        ready(new, 3)
        assert handover.export_bundle(new, files).sequence == 1 + 10 + 1


def test_a_backup_of_another_book_is_refused(team, office):
    made = backups.create(office).backup
    path = backups.place_of(office.folder) / made.id
    with pytest.raises(NotAllowed) as raised:
        restoring.restore(team, str(path))
    assert raised.value.code == "SSK-945"
    assert team.own.code == "MSC"


def test_a_backup_of_a_newer_program_is_refused(team):
    made = backups.create(team).backup
    manifest = backups.place_of(team.folder) / made.id / MANIFEST
    value = json.loads(manifest.read_text(encoding="utf-8"))
    for change in ({"format_version": 2}, {"schema": "9999"}):
        manifest.write_text(json.dumps(value | change), encoding="utf-8")
        with pytest.raises(BadFile) as raised:
            restoring.restore(team, made.id)
        assert raised.value.code == "SSK-946"


@pytest.mark.parametrize("key", ["20260101-000000-close", "..", "../../x", "", "newest"])
def test_a_backup_that_is_not_there(tmp_path, clock, key):
    with Workspace(tmp_path / "w", clock=clock) as book:
        setup.start_team(book, "CĐCS Nhà máy Gạch", "GACH")
        with pytest.raises(BadInput) as raised:
            restoring.restore(book, key)
        assert raised.value.code == "SSK-943"


# The second place


def test_the_second_place_catches_up_when_it_is_back(team, tmp_path):
    stick = tmp_path / "USB"
    stick.mkdir()
    backups.set_second_place(team, stick)
    ready(team)
    away = tmp_path / "pulled out"
    stick.rename(away)
    made = backups.create(team)
    assert made.second == "SSK-951"
    assert not stick.exists()
    away.rename(stick)
    assert backups.create_if_changed(team) is None
    (row,) = backups.list_backups(team.folder)
    assert row.here
    assert row.second
    # With the disk of the book gone, the stick has all of it.
    shutil.rmtree(backups.place_of(team.folder) / row.id)
    shutil.rmtree(backups.place_of(team.folder) / FILES)
    assert backups.check(team.folder, row.id, team.now())


def test_a_place_that_cannot_be_used(team, tmp_path):
    for chosen in (tmp_path / "nowhere", team.folder, team.folder / "backups"):
        with pytest.raises(BadInput) as raised:
            backups.set_second_place(team, chosen)
        assert raised.value.code == "SSK-948"
    assert backups.second_place(team.folder) is None


# Rotation


def some_backup(tmp_path, moment, reason="close"):
    about = backup_places.About(
        moment.isoformat(), reason, "p", "0005", "", {}, "", {}, 0, 0, 0, "", "", (), backups.heights.Heights()
    )  # fmt: skip
    return backup_places.Backup(f"{moment:%Y%m%d-%H%M%S}-{reason}", tmp_path, about)


def test_what_rotation_keeps(tmp_path, clock):
    rule, now = backup_rotation.rotation(), clock()
    every_six_hours = [some_backup(tmp_path, now - timedelta(hours=6 * n)) for n in range(4 * 800)]
    kept = backup_rotation.to_keep(every_six_hours, now, rule)
    ages = sorted((now - each.made_at).days for each in every_six_hours if each.id in kept)
    assert sum(age < 2 for age in ages) == 8
    assert sum(2 <= age <= 14 for age in ages) in (12, 13)
    assert max(ages) <= 31 * 12
    assert len(kept) < 45
    special = some_backup(tmp_path, now - timedelta(days=50), "migration")
    assert special.id in backup_rotation.to_keep([*every_six_hours, special], now, rule)


def test_a_clock_that_jumps_takes_no_backup_of_the_newest(tmp_path, clock):
    rule, now = backup_rotation.rotation(), clock()
    found = [some_backup(tmp_path, now - timedelta(hours=n)) for n in range(20)]
    for moment in (now + timedelta(days=40_000), now - timedelta(days=4000)):
        kept = backup_rotation.to_keep(found, moment, rule)
        assert {each.id for each in found[: rule.at_least]} <= kept


def test_old_backups_go_with_the_files_only_they_had(team, clock):
    ready(team)
    backups.create(team)
    only_then = team.originals.put(b"erased since")
    old = backups.create(team).backup
    team.originals.discard(only_then)
    kept = backup_places.store_of(backups.place_of(team.folder))
    assert kept.holds(only_then)
    clock.now += timedelta(days=500)
    for _day in range(6):
        clock.now += timedelta(hours=1)
        drafting.new_initiative(team)
        made = backups.create(team)
    assert old.id not in {row.id for row in backups.list_backups(team.folder)}
    assert not kept.holds(only_then)
    assert backups.check(team.folder, made.backup.id, team.now())


def test_nothing_is_collected_while_a_list_cannot_be_read(team, tmp_path):
    ready(team)
    made = backups.create(team).backup
    place = backups.place_of(team.folder)
    (place / made.id / "files.txt").write_text("", encoding="ascii")
    assert backup_rotation.collect(place) == 0
    assert backup_places.store_of(place).all_kept()


# A damaged book


def damage(folder):
    source = random.Random(7)
    path = Path(folder) / "book.sqlite3"
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 64] = source.randbytes(64)
    path.write_bytes(content)


@pytest.mark.parametrize("how", ["pages", "no database"])
def test_a_damaged_book_is_found_and_rescued(team, clock, how):
    ready(team)
    made = backups.create(team).backup
    there = rows(team)
    drafting.new_initiative(team)
    team.close()
    if how == "pages":
        damage(team.folder)
    else:
        (team.folder / "book.sqlite3").write_bytes(b"no database" * 1000)
    broken = (team.folder / "book.sqlite3").read_bytes()
    with pytest.raises(Failed) as raised:
        Workspace(team.folder, clock=clock)
    assert raised.value.code == "SSK-106"
    assert [row.id for row in backups.list_backups(team.folder)] == [made.id]
    done = restoring.rescue(team.folder, "newest", clock=clock)
    assert Path(done.damaged_kept, "book.sqlite3").read_bytes() == broken
    with Workspace(team.folder, clock=clock) as book:
        assert rows(book) == there


def test_a_damaged_book_is_not_backed_up_over_the_good_ones(team, clock, monkeypatch):
    ready(team)
    earlier = backups.create(team).backup
    team.database.close()
    damage(team.folder)
    with pytest.raises(Failed) as raised:
        backups.create(team)
    assert raised.value.code == "SSK-106"
    assert [row.id for row in backups.list_backups(team.folder)] == [earlier.id]
    assert backups.problem(team.folder).error.code == "SSK-106"
    # However large it is, it is looked through at the next start.
    team.close()
    monkeypatch.setattr(workspace, "_QUICKLY_CHECKED", 0)
    with pytest.raises(Failed) as raised:
        Workspace(team.folder, clock=clock)
    assert raised.value.code == "SSK-106"


def test_what_was_erased_since_does_not_come_back_unmarked(team):
    from desktop_app.storage.tables import Tombstone

    ready(team)
    made = backups.create(team).backup
    gone = team.attachments.all_kept()[0]
    team.attachments.discard(gone)
    with team.database.write() as session:
        session.add(
            Tombstone(hash=gone, kind="attachment", reason="person", erased_at="2026-11-20T00:00:00.000Z")
        )  # fmt: skip
    restoring.restore(team, made.id)
    assert not team.attachments.holds(gone)
    with team.database.read() as session:
        assert session.get(Tombstone, (gone, "attachment")) is not None


def test_counters_are_read_from_every_backup(team):
    made = backups.create(team).backup
    ready(team, 1)
    backups.create(team)
    with team.database.write() as session:
        settings.write_setting(session, "number MSC 2026", 0)
    restoring.restore(team, made.id)
    assert drafting.open_draft(team, ready(team, 2)).code == "MSC-2026-0002"
