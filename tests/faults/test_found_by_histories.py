"""What the drawn histories found once, each as a short story of its own."""

import zipfile
from datetime import timedelta

import pytest

from desktop_app.errors import NotAllowed
from desktop_app.services import (
    cards,
    conflicts,
    drafting,
    handover,
    inbox,
    portal,
    receipts,
    relaying,
    review,
    setup,
    units,
)
from desktop_app.storage import relayed
from desktop_app.workspace import Workspace
from tests.faults import small_books
from tests.services.test_the_loop import intakes, state


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    root = tmp_path_factory.mktemp("begun")
    with small_books.quick():
        small_books.make_books(root)
    return root


@pytest.fixture
def books(begun, tmp_path):
    """Copies of the books that were just begun, opened by name."""
    opened = {}
    with small_books.quick():
        for name in ("office", "province", "first", "second", "alone"):
            small_books.copy_book(begun / name, tmp_path / name)
            opened[name] = Workspace(tmp_path / name, clock=small_books.Clock())
        yield opened
        for book in opened.values():
            book.close()


@pytest.fixture
def office(books):
    return books["office"]


@pytest.fixture
def team(books):
    return books["first"]


def write(team, title="Gá khoan lỗ bản lề"):
    initiative_id = drafting.new_initiative(team, None, {"initiative_title": title})
    drafting.make_ready(team, initiative_id)
    return initiative_id


def correct(team, initiative_id, title):
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, {"initiative_title": title})
    return drafting.make_ready(team, initiative_id)


def export(team, files, *ids):
    return handover.export_bundle(team, files, list(ids) or None, unsealed=True).path


def answers(office, files):
    return [written.path for written in receipts.export_receipts(office, files)]


def take(book, *paths):
    result = inbox.take_in(book, list(paths))
    assert not [file.error for file in result.files if file.error]
    return intakes(result)


def fork(book, tmp_path, name):
    """Another computer with the same book, as a copy of the folder makes it."""
    target = tmp_path / name
    small_books.copy_book(book.folder, target)
    return Workspace(target, clock=small_books.Clock())


# Writing


def test_a_text_word_for_word_as_in_an_earlier_revision_is_told(team):
    initiative_id = write(team, "Tên thứ nhất")
    correct(team, initiative_id, "Tên thứ hai")
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, {"initiative_title": "Tên thứ nhất"})
    with pytest.raises(NotAllowed) as raised:
        drafting.make_ready(team, initiative_id)
    assert (raised.value.code, raised.value.facts["number"]) == ("SSK-517", 1)
    assert not drafting.open_draft(team, initiative_id).read_only
    drafting.edit(team, initiative_id, {"initiative_title": "Tên thứ ba"})
    assert drafting.make_ready(team, initiative_id).number == 3


# Answers


def test_an_answer_comes_while_its_report_was_taken_out_of_the_queue_again(team, office, files):
    initiative_id, other = write(team), write(team, "Giá để dụng cụ hai tầng")
    take(office, export(team, files))
    handover.queue_again(team, [initiative_id])
    drafting.back_to_draft(team, initiative_id)
    assert state(team, initiative_id) == "none"
    for each in (initiative_id, other):
        review.decide(office, each, "accepted")
    assert take(team, *answers(office, files)) == ["accepted", "accepted"]
    assert state(team, initiative_id) == state(team, other) == "accepted"


def test_a_report_returned_after_it_was_uploaded(team, office, files):
    initiative_id = write(team)
    take(office, export(team, files))
    review.decide(office, initiative_id, "accepted")
    portal.record_portal(office, initiative_id, code="SK-1", state="valid")
    take(team, *answers(office, files))
    review.decide(office, initiative_id, "returned", "Thiếu số liệu")
    assert take(team, *answers(office, files)) == ["returned"]
    assert state(team, initiative_id) == "returned"


def test_the_correction_of_an_uploaded_report_is_answered_by_itself(team, office, files):
    initiative_id = write(team)
    take(office, export(team, files))
    review.decide(office, initiative_id, "accepted")
    portal.record_portal(office, initiative_id, code="SK-1", state="valid")
    take(team, *answers(office, files))
    correct(team, initiative_id, "Gá khoan lỗ bản lề, lần hai")
    take(office, export(team, files))
    assert take(team, *answers(office, files)) == ["received"]
    assert state(team, initiative_id) == state(office, initiative_id) == "received"


def test_an_uploaded_report_accepted_once_more_stays_uploaded(team, office, files):
    initiative_id = write(team)
    take(office, export(team, files))
    review.decide(office, initiative_id, "accepted")
    portal.record_portal(office, initiative_id, code="SK-1", state="valid")
    review.decide(office, initiative_id, "accepted", "Hồ sơ tốt")
    take(team, *answers(office, files))
    assert state(team, initiative_id) == state(office, initiative_id) == "uploaded"


def test_a_unit_that_wrote_with_and_without_a_card_is_answered_at_both(books, office, files):
    """One computer began without a card and bears an identifier of its own."""
    alone, team = books["alone"], books["first"]
    one, other = write(alone), write(team, "Giá để dụng cụ hai tầng")
    take(office, export(alone, files), export(team, files))
    for key in office_keys(office):
        from desktop_app.services import unit_keys

        unit_keys.confirm(office, key)
    for each in (one, other):
        review.decide(office, each, "accepted")
    agreed = inbox.Agreed(frozenset({office.keys.public.sign}))
    for path in answers(office, files):
        for book in (alone, team):
            inbox.take_in(book, [path], agreed=agreed)
    assert state(alone, one) == state(team, other) == "accepted"


def office_keys(office):
    from desktop_app.services import unit_keys

    return [row.sign_key for row in unit_keys.list_keys(office) if row.state == "asked"]


def test_a_correction_reaches_a_computer_that_has_taken_its_card_meanwhile(
    books, begun, office, files
):
    """Numbers of answers count on, though the unit bears another identifier from now on."""
    alone = books["alone"]
    agreed = inbox.Agreed(frozenset({office.keys.public.sign}))
    initiative_id = write(alone)
    take(office, export(alone, files))
    for verdict in ("returned", "declined", "returned", "declined"):
        review.decide(office, initiative_id, verdict, "Xem lại")
        (path,) = answers(office, files)
        inbox.take_in(alone, [path], agreed=agreed)
    assert state(alone, initiative_id) == "declined"
    take(alone, *(begun / "cards").iterdir())
    write(alone, "Giá để dụng cụ hai tầng")
    take(office, export(alone, files))
    review.decide(office, initiative_id, "accepted")
    assert "accepted" in take(alone, *answers(office, files))
    assert state(alone, initiative_id) == "accepted"


def test_the_newest_officers_word_counts_also_when_the_clock_was_turned_back(
    team, office, files, tmp_path
):
    initiative_id = write(team)
    take(office, export(team, files))
    review.decide(office, initiative_id, "declined", "Không thuộc đơn vị này nữa")
    (late,) = answers(office, files)
    with Workspace(tmp_path / "other", clock=small_books.Clock()) as other:
        setup.start_office(other, "Công đoàn phường Sông Công", "SCONG")
        units.add_unit(other, name=small_books.UNIT, code="MSC")
        card = cards.export_card(other, "MSC", files)
        agreed = inbox.Agreed(frozenset({other.keys.public.sign}))
        assert inbox.take_in(team, [card], agreed=agreed).files[0].opened
        team.clock.now -= timedelta(days=400)
        handover.queue_again(team, [initiative_id])
        take(other, export(team, files))
        assert take(team, late) == ["older"]
        review.decide(other, initiative_id, "accepted")
        assert take(team, *answers(other, files)) == ["accepted"]
    assert state(team, initiative_id) == "accepted"


# Two versions


def test_a_second_clash_that_comes_again_still_waits_for_its_choice(team, office, files, tmp_path):
    initiative_id = write(team)
    with fork(team, tmp_path, "b") as book_b, fork(team, tmp_path, "c") as book_c:
        correct(team, initiative_id, "Bản A")
        correct(book_b, initiative_id, "Bản B")
        mark_c = correct(book_c, initiative_id, "Bản C").hash
        take(office, export(team, files), export(book_b, files))
        (found,) = conflicts.list_conflicts(office)
        conflicts.settle(office, initiative_id, found.here.hash)
        third = export(book_c, files)
        assert take(office, third) == ["conflict"]
        assert take(office, third) == ["conflict"]
        assert [each.came.hash for each in conflicts.list_conflicts(office)] == [mark_c]


def test_a_damaged_copy_afterwards_takes_no_choice_away(books, office, files, tmp_path):
    """The copy is open to everyone, one of its items damaged on the way."""
    team = books["alone"]
    initiative_id = write(team)
    with fork(team, tmp_path, "b") as book_b:
        correct(team, initiative_id, "Bản A")
        correct(book_b, initiative_id, "Bản B")
        path = export(book_b, files)
        take(office, export(team, files), path)
        bad = spoil(path, tmp_path / path.name, initiative_id)
        assert intakes(inbox.take_in(office, [bad])) == ["quarantined"]
        assert len(conflicts.list_conflicts(office)) == 1
        (found,) = conflicts.list_conflicts(office)
        conflicts.settle(office, initiative_id, found.here.hash)
        inbox.take_in(office, [bad])
        assert take(office, path) == ["older"]
        assert conflicts.list_conflicts(office) == ()


def spoil(path, target, initiative_id):
    """Change a letter in the data of one item of an open bundle."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.endswith(f"{initiative_id}/initiative.json"):
                content = content.replace(b"initiative_title", b"initiative_titel")
            new.writestr(entry.filename, content)
    return target


# Passing on


def test_a_clean_copy_after_a_damaged_one_brings_the_proof_of_its_origin(
    books, office, files, tmp_path
):
    team, province = books["alone"], books["province"]
    initiative_id = write(team)
    path = export(team, files)
    bad = spoil(path, tmp_path / path.name, initiative_id)
    assert intakes(inbox.take_in(office, [bad])) == ["quarantined"]
    assert take(office, path) == ["new"]
    review.decide(office, initiative_id, "accepted")
    (written,) = relaying.export_relay(office, files)
    assert take(province, written.path) == ["new"]


def test_passed_on_again_an_old_answer_from_above_changes_nothing(books, team, office, files):
    province = books["province"]
    initiative_id = write(team)
    take(office, export(team, files))
    review.decide(office, initiative_id, "accepted")
    (written,) = relaying.export_relay(office, files)
    take(province, written.path)
    review.decide(province, initiative_id, "returned", "Thiếu số liệu")
    (old,) = answers(province, files)
    review.decide(province, initiative_id, "accepted")
    take(office, old, *answers(province, files))
    relaying.export_relay(office, files, [initiative_id])
    assert take(office, old) == ["older"]
    with office.database.read() as session:
        assert [known.verdict for known in relayed.all_records(session)] == ["accepted"]


def test_a_state_from_above_for_a_report_that_was_returned_meanwhile(books, team, office, files):
    province = books["province"]
    ids = [write(team), write(team, "Giá để dụng cụ hai tầng")]
    take(office, export(team, files))
    for each in ids:
        review.decide(office, each, "accepted")
    (written,) = relaying.export_relay(office, files)
    take(province, written.path)
    for each in ids:
        review.decide(province, each, "accepted")
        portal.record_portal(province, each, code="SK-1", state="valid")
    review.decide(office, ids[0], "returned", "Xin xem lại")
    assert take(office, *answers(province, files)) == ["accepted", "accepted"]
    assert [state(office, each) for each in ids] == ["returned", "uploaded"]


def test_of_one_line_only_its_newest_version_is_to_be_chosen(team, office, files, tmp_path):
    """Else its newest, returned with the rest, would come back by itself as newer."""
    initiative_id = write(team)
    with fork(team, tmp_path, "b") as book_b:
        correct(team, initiative_id, "Bản A")
        take(office, export(team, files))
        second = correct(book_b, initiative_id, "Bản B")
        paths = [export(book_b, files)]
        third = correct(book_b, initiative_id, "Bản B, sửa thêm")
        paths.append(export(book_b, files))
        assert take(office, *paths) == ["conflict", "conflict"]
        assert [found.came.hash for found in conflicts.list_conflicts(office)] == [third.hash]
        with pytest.raises(NotAllowed) as raised:
            conflicts.settle(office, initiative_id, second.hash)
        assert raised.value.code == "SSK-559"
        conflicts.settle(office, initiative_id, third.hash)
        assert conflicts.list_conflicts(office) == ()
        for path in answers(office, files):
            take(team, path)
            take(book_b, path)
        assert (state(team, initiative_id), state(book_b, initiative_id)) == (
            "returned",
            "received",
        )


def test_what_led_to_a_version_that_was_not_chosen_is_not_asked_about_again(
    team, office, files, tmp_path
):
    initiative_id = write(team)
    with fork(team, tmp_path, "b") as book_b:
        correct(team, initiative_id, "Bản A")
        take(office, export(team, files))
        correct(book_b, initiative_id, "Bản B")
        early = export(book_b, files)
        correct(book_b, initiative_id, "Bản B, sửa thêm")
        assert take(office, export(book_b, files)) == ["conflict"]
        (found,) = conflicts.list_conflicts(office)
        conflicts.settle(office, initiative_id, found.here.hash)
        assert take(office, early) == ["older"]
        assert conflicts.list_conflicts(office) == ()
