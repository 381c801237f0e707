"""Who shares the book, what each of them may do, and the one set of keys they have."""

import pytest
from sqlalchemy import text

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import (
    cards,
    key_backup,
    office_server,
    officers,
    presence,
    review,
    targets,
    units,
)
from desktop_app.storage.server import parse_address
from desktop_app.workspace import Workspace
from tests.on_server.books import enter


def refused(expected, do, /, *given, **named):
    with pytest.raises((NotAllowed, BadInput)) as raised:
        do(*given, **named)
    assert raised.value.code == expected


@pytest.fixture
def asking(tmp_path, clock, office_address, office):
    """A computer that asked to join and was not confirmed yet."""
    with Workspace(tmp_path / "asking", clock=clock) as workspace:
        workspace.words = office_server.join(workspace, parse_address(office_address), "Lan")
        yield workspace


def test_who_moved_the_book_is_its_head(office):
    (row,) = officers.list_officers(office)
    assert (row.name, row.role, row.state, row.own, row.has_keys) == ("Hà", "head", "known", 1, 1)
    assert office.officer_name == "Hà"


def test_an_officer_asks_is_compared_and_confirmed(office, asking):
    row = officers.find_officer(office, asking.words)
    assert (row.name, row.state, row.has_keys) == ("Lan", "asked", False)
    assert officers.list_officers(office)[0] == row, "who is to be confirmed stands first"
    refused("SSK-890", lambda: asking.keys)
    refused("SSK-890", enter, asking, "MSC", 1)
    refused("SSK-890", officers.confirm, asking, row.id)
    officers.confirm(office, row.id)
    asking.reopen()
    assert asking.keys == office.keys
    assert enter(asking, "MSC", 1)


def test_the_spare_key_and_replaced_keys_are_handed_on_too(office, asking, files):
    cards.export_card(office, "MSC", files)  # makes the spare key
    officers.confirm(office, officers.find_officer(office, "Lan").id)
    asking.reopen()
    assert set(asking.identities) == set(office.identities)
    assert len(asking.identities) == 2


def test_keys_for_another_computer_open_nothing(office, asking):
    other = officers.find_officer(office, "Hà")
    with office.database.jot() as session:
        session.execute(
            text("UPDATE officer SET wrapped = (SELECT wrapped FROM officer WHERE id = :head)"),
            {"head": other.id},
        )
    asking.reopen()
    refused("SSK-894", lambda: asking.keys)


def test_a_reader_reads_and_changes_nothing(office, second):
    (initiative_id,) = enter(office, "MSC", 1)
    officers.set_role(office, officers.find_officer(office, "Bình").id, "reader")
    second.reopen()
    assert [row.id for row in review.list_for_review(second)] == [initiative_id]
    refused("SSK-891", review.decide, second, initiative_id, "accepted")
    refused("SSK-891", second.set_setting, "least_share", 5)
    assert review.list_for_review(office)[0].verdict == ""
    second.set_setting("watched_folder", "/mnt")
    assert second.setting("watched_folder") == "/mnt", "this computer's own settings stay free"
    presence.look_at(second, initiative_id)
    assert [look.officer for look in presence.others(office)] == ["Bình"]


def test_an_officer_decides_but_leaves_units_targets_and_officers_to_the_head(office, second):
    (initiative_id,) = enter(office, "MSC", 1)
    review.decide(second, initiative_id, "accepted")
    refused("SSK-895", units.add_unit, second, name="CĐCS Mới", code="MOI")
    refused("SSK-895", targets.add_programme, second, code="1M", name="Một triệu")
    refused("SSK-895", officers.revoke, second, officers.find_officer(second, "Hà").id)
    refused("SSK-895", office_server.move_back, second)
    officers.set_role(office, officers.find_officer(office, "Bình").id, "head")
    units.add_unit(second, name="CĐCS Mới", code="MOI")


def test_decisions_and_the_log_bear_the_name(office, second):
    (initiative_id,) = enter(office, "MSC", 1)
    review.decide(second, initiative_id, "returned", "Thiếu số liệu.")
    with office.database.read() as session:
        (said,) = session.execute(text("SELECT by FROM verdict"))
        lines = session.execute(text("SELECT by FROM audit WHERE action = 'decide'")).all()
    assert said == ("Bình",)
    assert lines == [("Bình",)]


def test_a_revoked_officer_changes_nothing_any_more(office, second):
    presence.look_at(second, "x" * 36)
    officers.revoke(office, officers.find_officer(office, "Bình").id)
    refused("SSK-893", enter, second, "MSC", 1)
    second.reopen()
    refused("SSK-890", lambda: second.keys)
    assert presence.others(office) == ()


def test_there_is_always_a_head(office, second):
    own = officers.find_officer(office, "Hà").id
    refused("SSK-898", officers.revoke, office, own)
    refused("SSK-898", officers.set_role, office, own, "reader")
    officers.set_role(office, officers.find_officer(office, "Bình").id, "head")
    officers.revoke(office, own)
    refused("SSK-893", enter, office, "MSC", 1)


def test_shared_keys_are_not_replaced_from_one_computer(office):
    refused("SSK-889", key_backup.restore, office, None)


def test_a_computer_with_a_book_of_its_own_does_not_join(office, office_address):
    refused("SSK-505", office_server.join, office, parse_address(office_address), "Hà")


def test_a_name_is_asked_for_and_found(office):
    refused("SSK-896", officers.find_officer, office, "Không có")
    refused("SSK-522", officers.new_officer, office, "  ", role="head", state="known")
