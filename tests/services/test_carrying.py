"""What carrying promises: parts that fit, nothing lost on the way, keys asked about, both kept."""

import random
import shutil
import zipfile
from pathlib import Path

import pytest

from desktop_app.errors import BadFile, BadInput, Cancelled, NotAllowed
from desktop_app.exchange.bundle_file import open_bundle
from desktop_app.exchange.keys import fingerprint_of, make_keys
from desktop_app.services import (
    arrivals,
    cards,
    chains,
    conflicts,
    drafting,
    found_files,
    handover,
    inbox,
    listing,
    quarantine,
    receipts,
    review,
    setup,
    splitting,
    targets,
    unit_keys,
    units,
    watching,
)
from desktop_app.services.attaching import attach_data
from desktop_app.workspace import Workspace
from tests.samples import listed, ready
from tests.services.test_the_loop import answer, damaged, export, intakes, resubmit, state


def with_file(team, number, size):
    """Return a complete report with an attachment of so many bytes."""
    data = b"%PDF-1.4\n" + random.Random(number).randbytes(size)
    value = attach_data(team, data, f"so-lieu-{number}.pdf").value
    initiative_id = ready(team, number)
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, {"figures": [{"file": value, "caption": "Số liệu đo"}]})
    found = drafting.open_draft(team, initiative_id)
    assert found.answers["figures"]
    drafting.make_ready(team, initiative_id)
    return initiative_id


@pytest.fixture
def second(tmp_path: Path, clock, office, files):
    """Another computer of the same team, with a key of its own."""
    with Workspace(tmp_path / "second", clock=clock) as workspace:
        (card,) = files.glob("*setup*")
        setup.start_team_with_card(workspace, card)
        yield workspace


# Splitting


def test_every_part_fits_and_is_a_whole_bundle(team, office, files):
    ids = [with_file(team, number, 700_000) for number in (1, 2, 3)]
    most = splitting.read_size("2,1 MB")
    plan = handover.plan_export(team, max_size=most)
    written = handover.export_bundles(team, files, max_size=most)
    assert [w.count for w in written] == [b.count for b in plan.bundles] == [2, 1]
    assert all(w.size <= most for w in written)
    assert [w.sequence for w in written] == [1, 2]
    for part, planned in zip(written, plan.bundles, strict=True):
        assert part.size <= planned.size
    # The second alone is complete; that the first is missing is told until it comes.
    result = inbox.take_in(office, [written[1].path])
    assert intakes(result) == ["new"]
    assert [gap.sequence for gap in result.missing] == [1]
    assert not inbox.take_in(office, [written[0].path]).missing
    assert {row.id for row in listing.list_initiatives(office).rows} == set(ids)
    assert not chains.list_troubles(office)


def test_a_report_over_the_limit_gets_a_bundle_of_its_own_and_is_named_before(team, files):
    with_file(team, 1, 700_000)
    large = with_file(team, 2, 2_000_000)
    with_file(team, 3, 700_000)
    most = splitting.read_size("2.1MB")
    plan = handover.plan_export(team, max_size=most)
    title = drafting.open_draft(team, large).title
    assert plan.too_large == (title,)
    written = handover.export_bundles(team, files, max_size=most)
    assert [w.count for w in written] == [1, 1, 1]


@pytest.mark.parametrize("text", ["", "lớn", "12 km", "-5MB", "0", "999999", "1e9"])
def test_what_is_no_size_is_refused(text):
    with pytest.raises(BadInput) as raised:
        splitting.read_size(text)
    assert raised.value.code == "SSK-515"


def test_a_stopped_split_export_leaves_nothing(team, files):
    ids = [with_file(team, number, 700_000) for number in (1, 2, 3)]

    def step(done, whole):
        if done > whole // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        handover.export_bundles(team, files, max_size=1_700_000, step=step)
    assert not list(files.glob("*submission*"))
    assert not handover.list_bundles(team)
    assert {state(team, i) for i in ids} == {"queued"}
    assert [w.sequence for w in handover.export_bundles(team, files, max_size=1_700_000)] == [
        1,
        2,
        3,
    ]


def test_what_is_held_back_is_said_before(team, files, monkeypatch):
    ready(team, 1)
    plan = handover.plan_export(team)
    assert (len(plan.bundles), plan.bundles[0].count, plan.held_back) == (1, 1, ())
    monkeypatch.setattr(handover, "held_back", lambda _revision: ("why",))
    assert [why for _title, why in handover.plan_export(team).held_back] == [("why",)]


# A passphrase


def test_without_a_card_a_passphrase_seals(tmp_path, clock, office, files):
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "CĐCS Một mình")
        listed(office, alone)
        ready(alone)
        with pytest.raises(NotAllowed) as raised:
            handover.export_bundles(alone, files, passphrase="ngắn")
        assert raised.value.code == "SSK-516"
        (written,) = handover.export_bundles(alone, files, passphrase="bốn từ không liên quan")
        with pytest.raises(NotAllowed):
            handover.export_again(alone, written.bundle_id, tmp_path)
    assert written.sealed
    assert written.path.name.endswith(".zip.age")
    (asked,) = inbox.take_in(office, [written.path]).files
    assert asked.error.code == "SSK-445"
    (wrong,) = inbox.take_in(office, [written.path], agreed=inbox.Agreed(passphrase="sai")).files
    assert wrong.error.code == "SSK-448"
    agreed = inbox.Agreed(passphrase="bốn từ không liên quan")
    assert intakes(inbox.take_in(office, [written.path], agreed=agreed)) == ["new"]
    assert not quarantine.list_quarantine(office)


def test_the_first_answer_without_a_card_is_confirmed_by_its_words(tmp_path, clock, office, files):
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "CĐCS Một mình", "MM")
        listed(office, alone)
        initiative_id = ready(alone)
        (written,) = handover.export_bundles(alone, files, unsealed=True)
        inbox.take_in(office, [written.path])
        back = answer(office, alone, files, initiative_id, "accepted")
        (asked,) = inbox.take_in(alone, [back]).files
        words = fingerprint_of(office.keys.public.sign)
        assert (asked.error.code, asked.error.facts["words"]) == ("SSK-542", words)
        assert state(alone, initiative_id) == "bundled"
        agreed = inbox.Agreed(frozenset({words}))
        assert intakes(inbox.take_in(alone, [back], agreed=agreed)) == ["accepted"]
        # From now on it seals by itself.
        assert handover.recipient(alone).fingerprint == words


# Set aside


def cut(path: Path, target: Path, end: int = -500) -> Path:
    target.write_bytes(path.read_bytes()[:end])
    return target


def test_a_damaged_file_is_kept_until_a_clean_copy_comes(team, office, files, tmp_path):
    ready(team)
    path = export(team, files)
    bad = cut(path, tmp_path / path.name)
    assert not inbox.take_in(office, [bad]).files[0].opened
    bad.unlink()  # the stick goes home
    (row,) = quarantine.list_quarantine(office)
    assert (row.file_name, row.kept) == (path.name, True)
    assert row.code in ("SSK-443", "SSK-444")
    again = quarantine.retry(office, [row.id])
    assert not again.files[0].opened
    assert len(quarantine.list_quarantine(office)) == 1
    assert intakes(inbox.take_in(office, [path])) == ["new"]
    assert quarantine.list_quarantine(office) == ()
    assert not [f for f in (office.folder / "set-aside").rglob("*") if f.is_file()]


def test_the_same_damaged_file_twice_is_one_line(team, office, files, tmp_path):
    ready(team)
    bad = cut(export(team, files), tmp_path / "a.age")
    inbox.take_in(office, [bad, bad])
    inbox.take_in(office, [cut(bad, tmp_path / "b.age", None)])
    assert len(quarantine.list_quarantine(office)) == 1


def test_foreign_files_are_not_set_aside(office, tmp_path):
    photos, text = tmp_path / "anh.zip", tmp_path / "ghi-chu.txt"
    with zipfile.ZipFile(photos, "w") as archive:
        archive.writestr("anh.jpg", b"x")
    text.write_text("xin chào")
    inbox.take_in(office, [photos, text])
    assert quarantine.list_quarantine(office) == ()


def test_items_set_aside_are_listed_and_leave_when_they_come_whole(team, office, files, tmp_path):
    ids = [ready(team, number) for number in (1, 2)]
    team.set_setting("office", None)
    plain = handover.export_bundle(team, files, unsealed=True).path
    inbox.take_in(office, [damaged(plain, tmp_path / "bad.zip", ids[1])])
    (row,) = quarantine.list_quarantine(office)
    assert (row.code, [item.code for item in row.items]) == ("SSK-555", ["SSK-550"])
    inbox.take_in(office, [plain])
    assert quarantine.list_quarantine(office) == ()


def test_help_gets_the_file_as_it_came_and_nothing_personal_in_the_report(
    team, office, files, tmp_path
):
    ready(team)
    bad = cut(export(team, files), tmp_path / "bad.zip.age")
    inbox.take_in(office, [bad])
    (row,) = quarantine.list_quarantine(office)
    path = quarantine.export_for_help(office, row.id, tmp_path / "help")
    with zipfile.ZipFile(path) as archive:
        assert archive.read("file/bad.zip.age") == bad.read_bytes()
        report = archive.read("report.json").decode() + archive.read("report.txt").decode()
    assert row.code in report
    assert "May Sông Công" not in report
    quarantine.drop(office, row.id)
    assert quarantine.list_quarantine(office) == ()
    with pytest.raises(BadInput):
        quarantine.drop(office, row.id)


def test_a_bundle_for_somebody_else_opens_once_its_key_is_here(
    team, office, files, clock, tmp_path
):
    ready(team)
    path = export(team, files)
    with Workspace(tmp_path / "new-desk", clock=clock) as desk:
        setup.start_office(desk, office.own.name, "KCNTN")
        listed(desk, team)
        assert inbox.take_in(desk, [path]).files[0].error.code == "SSK-442"
        desk.__dict__["keys"] = office.keys  # as restored from its backup
        assert intakes(quarantine.retry(desk)) == ["new"]
        assert quarantine.list_quarantine(desk) == ()


# Stopping


def test_what_is_in_stays_in_when_the_work_is_stopped_between_items(
    team, office, files, monkeypatch
):
    ids = [ready(team, number) for number in (1, 2, 9)]
    path = export(team, files)
    kept = []
    keep = arrivals.keep
    monkeypatch.setattr(arrivals, "keep", lambda *a: kept.append(1) or keep(*a))

    def step(_done, _whole):
        if len(kept) == 2:
            raise Cancelled

    result = inbox.take_in(office, [path], step)
    (file,) = result.files
    assert (intakes(result), file.left) == (["new", "new"], 1)
    assert listing.list_initiatives(office).total == 2
    assert intakes(inbox.take_in(office, [path])).count("new") == 1
    assert {row.id for row in listing.list_initiatives(office).rows} == set(ids)


# Numbers


def test_a_gap_is_told_until_it_is_explained(team, office, files):
    for number in (1, 2, 9):
        ready(team, number)
        last = export(team, files)
    result = inbox.take_in(office, [last])
    assert [gap.sequence for gap in result.missing] == [1, 2]
    row = chains.list_troubles(office)[0]
    with pytest.raises(BadInput):
        chains.explain(office, row.unit_id, 1, "  ")
    chains.explain(office, row.unit_id, 1, "USB rơi xuống nước, đã gửi lại trong gói 3")
    assert [gap.sequence for gap in inbox.take_in(office, []).missing] == [2]
    assert len(chains.list_troubles(office, explained=True)) == 2


def test_a_book_put_back_shows_as_a_number_twice(team, office, files, tmp_path, clock):
    ready(team, 1)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    inbox.take_in(office, [export(team, files)])
    with Workspace(tmp_path / "copy", clock=clock) as restored:
        ready(restored, 2)
        inbox.take_in(office, [export(restored, files)])
    (row,) = chains.list_troubles(office)
    assert (row.kind, row.sequence) == ("repeated", 1)


# Keys


def test_a_second_computer_brings_new_things_and_replaces_nothing(team, second, office, files):
    initiative_id = ready(team)
    path = export(team, files)
    inbox.take_in(office, [path])
    other = ready(second, 2)
    assert intakes(inbox.take_in(office, [export(second, files)])) == ["new"]
    (asked, known) = unit_keys.list_keys(office)
    assert (asked.state, known.state) == ("asked", "known")
    assert asked.words == fingerprint_of(second.keys.public.sign)
    # Until it is confirmed answers are not sealed to it.
    back = answer(office, second, files, other, "accepted")
    assert inbox.take_in(second, [back]).files[0].error.code == "SSK-442"
    assert sorted(intakes(inbox.take_in(team, [back]))) == ["received", "unknown"]
    unit_keys.confirm(office, asked.sign_key)
    (again,) = receipts.export_receipts(office, files)
    assert "accepted" in intakes(inbox.take_in(second, [again.path]))
    assert intakes(inbox.take_in(team, [again.path])) == ["unknown"]
    assert state(team, initiative_id) == "received"


def test_a_new_key_that_would_replace_waits_for_its_words(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    shutil.rmtree(tmp_path / "copy" / "keys")
    with Workspace(tmp_path / "copy", clock=clock) as reinstalled:
        assert reinstalled.keys.public != team.keys.public
        resubmit(reinstalled, initiative_id)
        result = inbox.take_in(office, [export(reinstalled, files)])
        (item,) = result.files[0].items
        words = fingerprint_of(reinstalled.keys.public.sign)
    assert (item.intake, item.reason, item.facts["words"]) == ("quarantined", "SSK-549", words)
    assert drafting.open_draft(office, initiative_id).revision == 1
    taken = unit_keys.confirm(office, unit_keys.find_key(office, words.upper()).sign_key)
    assert intakes(taken) == ["newer"]
    assert drafting.open_draft(office, initiative_id).revision == 2
    assert quarantine.list_quarantine(office) == ()


def test_a_revoked_key_is_refused_and_answers_are_not_sealed_to_it(team, office, files):
    initiative_id = ready(team)
    path = export(team, files)
    inbox.take_in(office, [path])
    unit_keys.revoke(office, team.keys.public.sign)
    ready(team, 2)
    (file,) = inbox.take_in(office, [export(team, files)]).files
    assert file.error.code == "SSK-554"
    review.decide(office, initiative_id, "accepted")
    with pytest.raises(NotAllowed):
        receipts.export_receipts(office, files)
    unit_keys.confirm(office, team.keys.public.sign)
    assert len(receipts.export_receipts(office, files)) == 1
    assert listing.list_initiatives(office).total == 2  # what was set aside came in by itself


def test_a_changed_office_key_is_asked_about(team, office, files, tmp_path, clock):
    with Workspace(tmp_path / "new-desk", clock=clock) as desk:
        setup.start_office(desk, office.own.name, "KCNTN")
        from desktop_app.services import units

        units.add_unit(desk, name="CĐCS Công ty May Sông Công", code="MSC")
        card = cards.export_card(desk, "MSC", files)
        before = team.setting("office")
        (asked,) = inbox.take_in(team, [card]).files
        assert asked.error.code == "SSK-573"
        assert asked.error.facts["words"] == fingerprint_of(desk.keys.public.sign)
        assert asked.error.facts["before"] == fingerprint_of(office.keys.public.sign)
        assert team.setting("office") == before
        agreed = inbox.Agreed(frozenset({desk.keys.public.sign}))
        assert inbox.take_in(team, [card], agreed=agreed).files[0].opened
        assert team.setting("office")["sign_key"] == desk.keys.public.sign


def test_a_card_of_another_unit_is_refused_whatever_was_compared(team, office, files):
    from desktop_app.services import units

    units.add_unit(office, name="CĐCS Khác", code="KHAC")
    card = cards.export_card(office, "KHAC", files)
    agreed = inbox.Agreed(frozenset({office.keys.public.sign}))
    assert inbox.take_in(team, [card], agreed=agreed).files[0].error.code == "SSK-572"


# Two versions


@pytest.fixture
def conflict(team, office, files, tmp_path, clock):
    """A report that went on in two ways; what came second lies at the office as a conflict."""
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    resubmit(team, initiative_id)
    inbox.take_in(office, [export(team, files)])
    with Workspace(tmp_path / "copy", clock=clock) as copy:
        drafting.back_to_draft(copy, initiative_id)
        drafting.edit(copy, initiative_id, {"recommendation": "Một đường khác."})
        drafting.make_ready(copy, initiative_id)
        path = export(copy, tmp_path / "copy")
        assert intakes(inbox.take_in(office, [path])) == ["conflict"]
        yield initiative_id, copy, path


def test_two_versions_stand_side_by_side(office, conflict):
    (found,) = conflicts.list_conflicts(office)
    (difference,) = found.differences
    assert (difference.name, difference.theirs) == ("recommendation", "Một đường khác.")
    assert found.here.revision == found.came.revision == 2
    assert found.form is not None


@pytest.mark.parametrize("take_theirs", [True, False])
def test_one_version_is_chosen_and_the_other_writer_is_told(
    team, office, files, conflict, take_theirs
):
    initiative_id, copy, path = conflict
    (found,) = conflicts.list_conflicts(office)
    chosen = found.came if take_theirs else found.here
    winner, loser = (copy, team) if take_theirs else (team, copy)
    with pytest.raises(NotAllowed):
        conflicts.settle(office, initiative_id, "0" * 64)
    conflicts.settle(office, initiative_id, chosen.hash)
    assert conflicts.list_conflicts(office) == ()
    opened = review.open_review(office, initiative_id)
    assert opened.answers["recommendation"] == chosen.answers["recommendation"]
    # The same files again ask nothing again.
    assert intakes(inbox.take_in(office, [path])) == ["same" if take_theirs else "older"]
    assert conflicts.list_conflicts(office) == ()
    (written,) = receipts.export_receipts(office, files)
    inbox.take_in(winner, [written.path])
    inbox.take_in(loser, [written.path])
    assert state(winner, initiative_id) == "received"
    assert state(loser, initiative_id) == "returned"
    assert chosen.hash[:16] in drafting.open_draft(loser, initiative_id).comment.comment


# Answers


def test_a_file_goes_along_with_a_comment(team, office, files, tmp_path):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    page = tmp_path / "trang-3-đã-đánh-dấu.pdf"
    page.write_bytes(b"%PDF-1.4\n" + b"x" * 1000)
    attached = review.attach_to_comment(office, page)
    review.decide(office, initiative_id, "returned", "Xem trang kèm theo", (), [attached])
    (written,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [written.path])
    (came,) = drafting.open_draft(team, initiative_id).comment.files
    assert came == attached
    assert team.attachments.read(came.sha256) == office.attachments.read(attached.sha256)


def test_new_targets_and_templates_ride_along_with_an_answer(team, office, files, tmp_path):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    plain = answer(office, team, files, initiative_id, "returned", "Thiếu số liệu")
    with open_bundle(plain, identities=[team.keys.age_identity], temp_dir=tmp_path) as opened:
        assert "setup" not in opened.document  # nothing is new
    inbox.take_in(team, [plain])
    targets.add_programme(office, code="CT1", name="Chương trình 1 triệu sáng kiến")
    targets.set_target(office, "MSC", "CT1", count=12)
    inbox.take_in(office, [export_again(team, files)])
    review.decide(office, initiative_id, "accepted")
    (written,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [written.path])
    from desktop_app.services.progress import progress

    (line,) = (row for row in progress(team) if row.unit_id == team.own.unit_id)
    assert line.registered_target == 12 or line.target == 12


def export_again(team, files):
    (row,) = (b for b in handover.list_bundles(team) if b.direction == "out")
    return handover.export_again(team, row.id, files).path


# Watched folder, still copied


def test_a_file_that_is_still_copied_is_waited_for(team, office, files, tmp_path, monkeypatch):
    ready(team)
    whole = export(team, files).read_bytes()
    target = tmp_path / "copying.zip.age"
    target.write_bytes(whole[:2000])
    pieces = [whole[:9000], whole[: len(whole) // 2], whole]

    def copy_on():
        if pieces:
            target.write_bytes(pieces.pop(0))

    monkeypatch.setattr(watching, "pause", copy_on)
    assert intakes(inbox.take_in(office, [target])) == ["new"]
    assert quarantine.list_quarantine(office) == ()


def test_waiting_for_a_copy_can_be_stopped(team, office, files, tmp_path, monkeypatch):
    ready(team)
    whole = export(team, files).read_bytes()
    target = tmp_path / "copying.zip.age"
    target.write_bytes(whole[:2000])
    turns = []

    def copy_on():
        turns.append(1)
        target.write_bytes(whole[: 2000 + len(turns)])

    def step(_done, _whole):
        if len(turns) > 5:
            raise Cancelled

    monkeypatch.setattr(watching, "pause", copy_on)
    with pytest.raises(Cancelled):
        inbox.take_in(office, [target], step)


def test_a_watched_folder_gives_each_file_once_it_is_at_rest(office, tmp_path):
    folder = tmp_path / "zalo"
    folder.mkdir()
    watching.watch_folder(office, folder)
    assert watching.watched_folder(office) == folder
    first = watching.look(folder)
    (folder / "a.age").write_bytes(b"1")
    (folder / "~tạm.age").write_bytes(b"1")
    second = watching.look(folder)
    assert watching.arrived(office, second, first) == []  # seen once: maybe still growing
    (folder / "a.age").write_bytes(b"12")
    third = watching.look(folder)
    assert watching.arrived(office, third, second) == []
    fourth = watching.look(folder)
    assert watching.arrived(office, fourth, third) == ["a.age"]
    watching.remember_taken(office, fourth, ["a.age"])
    assert watching.arrived(office, watching.look(folder), fourth) == []
    (folder / "a.age").write_bytes(b"another")
    fifth = watching.look(folder)
    assert watching.arrived(office, watching.look(folder), fifth) == ["a.age"]
    assert watching.look(tmp_path / "gone") == {}


def test_a_stick_is_searched_in_all_folders_and_only_for_ours(team, office, files, tmp_path):
    ready(team)
    deep = tmp_path / "stick" / "Hồ sơ" / "tháng 11"
    deep.mkdir(parents=True)
    shutil.copy(export(team, files), deep / "đổi tên.bin")
    (tmp_path / "stick" / "bao-cao.docx").write_bytes(b"PK\x03\x04 word")
    (tmp_path / "stick" / ".ssk-half.part").write_bytes(b"age-encryption.org/v1\n")
    assert found_files.files_below(tmp_path / "stick") == [deep / "đổi tên.bin"]
    assert intakes(inbox.take_in(office, [tmp_path / "stick"])) == ["new"]


def test_forged_keys_do_not_get_answers(team, office, files, tmp_path, clock):
    """Whoever writes a unit's code on a bundle is not sealed its answers."""
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    with Workspace(tmp_path / "forger", clock=clock) as forger:
        setup.start_team(forger, "CĐCS Công ty May Sông Công", "MSC")
        forger.__dict__["keys"] = make_keys()
        ready(forger, 2)
        inbox.take_in(office, [handover.export_bundle(forger, files, unsealed=True).path])
        review.decide(office, initiative_id, "accepted")
        for written in receipts.export_receipts(office, files):
            with (
                pytest.raises(BadFile) as raised,
                open_bundle(written.path, identities=[forger.keys.age_identity], temp_dir=tmp_path),
            ):
                pass
            assert raised.value.code == "SSK-442"


# What one unit does must not reach another


def test_another_unit_cannot_replace_a_report(team, office, files, tmp_path, clock):
    """The first key of any unit is known: that alone lets it replace nothing of others."""
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    shutil.rmtree(tmp_path / "copy" / "keys")
    units.add_unit(office, name="CĐCS Nhóm khác", code="NK")
    card = cards.export_card(office, "NK", files)
    with Workspace(tmp_path / "copy", clock=clock) as other:
        other.set_setting("office", None)
        inbox.take_in(other, [card])
        assert other.own.code == "NK"
        resubmit(other, initiative_id)
        (item,) = inbox.take_in(office, [export(other, files)]).files[0].items
    assert (item.intake, item.reason) == ("quarantined", "SSK-534")
    (row,) = listing.list_initiatives(office).rows
    assert (row.id, row.revision) == (initiative_id, 1)


def test_a_unit_without_a_key_keeps_no_other_from_its_answer(team, office, files, tmp_path, clock):
    with Workspace(tmp_path / "aaa", clock=clock) as lost:
        setup.start_team(lost, "CĐCS An An", "AAA")
        listed(office, lost)
        ready(lost)
        inbox.take_in(office, [handover.export_bundle(lost, files, unsealed=True).path])
        unit_keys.revoke(office, lost.keys.public.sign)
    with pytest.raises(NotAllowed) as told:
        receipts.export_receipts(office, files)
    assert told.value.code == "SSK-561"
    ready(team)
    inbox.take_in(office, [export(team, files)])
    assert [r.unit_code for r in receipts.export_receipts(office, files)] == ["MSC"]
    assert [row.unit_code for row in receipts.list_answers(office)] == ["AAA"]


def test_a_number_of_any_height_is_asked_about_in_moderation(team, office, files, monkeypatch):
    from desktop_app.services import carrying

    begin = carrying.begin_document
    monkeypatch.setattr(
        carrying, "begin_document", lambda *given: begin(*given) | {"sequence": 999_999_999}
    )
    ready(team)
    missing = inbox.take_in(office, [export(team, files)]).missing
    assert 0 < len(missing) <= 100
    assert missing[-1].sequence == 999_999_998


def test_a_number_names_what_was_handed_in_not_what_came(team, office, files):
    first = ready(team)
    sent = handover.export_bundle(team, files, [first])
    inbox.take_in(office, [sent.path])
    card_and_answer = answer(office, team, files, first, "accepted")
    inbox.take_in(team, [card_and_answer])
    ready(team, 2)
    second = handover.export_bundle(team, files)
    numbers = [row.sequence for row in handover.list_bundles(team) if row.direction == "in"]
    assert second.sequence in numbers
    assert handover.resolve_bundle(team, str(second.sequence)) == second.bundle_id
    assert handover.resolve_bundle(team, second.bundle_id) == second.bundle_id
    with pytest.raises(BadInput):
        handover.resolve_bundle(team, "99")
