"""Senders that are not in the list of units: held, placed by an officer, taken in at once."""

from datetime import date

import pytest

from desktop_app.errors import BadFile, BadInput, NotAllowed
from desktop_app.services import (
    handover,
    home,
    inbox,
    listing,
    placing,
    quarantine,
    receipts,
    relaying,
    review,
    setup,
    unit_changes,
    unit_keys,
    units,
)
from desktop_app.services.unit_events import Decision
from desktop_app.workspace import Workspace
from tests.samples import ready


@pytest.fixture
def alone(tmp_path, clock, office):
    """A team that began without a card; the officer never heard of its unit."""
    with Workspace(tmp_path / "alone", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Công ty Chè Đại Từ", "CHEDT")
        workspace.set_setting(
            "office",
            {
                "unit": {
                    "id": office.own.unit_id,
                    "code": office.own.code,
                    "name": office.own.name,
                },
                "sign_key": office.keys.public.sign,
                "recipients": [office.keys.public.age],
                "escrow": [],
                "sequence": 0,
            },
        )
        yield workspace


def send(team, office, files, number):
    ready(team, number)
    path = handover.export_bundle(team, files).path
    return inbox.take_in(office, [path])


def test_an_unknown_sender_is_held_and_nothing_is_added(alone, office, files):
    before = units.list_units(office)
    result = send(alone, office, files, 1)
    assert result.files[0].error.code == "SSK-800"
    assert not result.files[0].opened
    assert units.list_units(office) == before
    assert listing.list_initiatives(office).total == 0
    send(alone, office, files, 2)
    (waiting,) = placing.list_unplaced(office)
    assert (waiting.code, waiting.files, waiting.kind) == ("CHEDT", 2, "CDCS")
    matters = home.matters(office)
    assert (matters["unplaced"], matters["quarantine"]) == (1, 0)
    assert "unplaced" in {todo.kind for todo in home.summary(office).todos}


def test_placed_as_a_new_unit_everything_comes_in(alone, office, files):
    send(alone, office, files, 1)
    send(alone, office, files, 2)
    zone = units.add_unit(office, name="Công đoàn KCN", code="KSC", kind="CD_KCN").id
    (waiting,) = placing.list_unplaced(office)
    result = placing.place_new(office, waiting.sign_key, zone)
    assert result is not None
    assert result.all_well
    assert placing.list_unplaced(office) == ()
    assert quarantine.list_quarantine(office) == ()
    row = units.find_unit(office, "CHEDT")
    assert (row.parent_id, row.name, row.key_state) == (zone, "CĐCS Công ty Chè Đại Từ", "known")
    assert listing.list_initiatives(office).total == 2
    third = send(alone, office, files, 3)
    assert third.all_well


def test_placed_as_a_unit_that_stands_here_under_another_name(alone, office, files):
    unit = units.add_unit(office, name="CĐCS Chè", code="CHE").id
    send(alone, office, files, 1)
    (waiting,) = placing.list_unplaced(office)
    placing.place_as(office, waiting.sign_key, unit)
    assert [row.unit for row in listing.list_initiatives(office).rows] == ["CĐCS Chè"]
    # The answer goes to the identifier the team knows itself by.
    (row,) = listing.list_initiatives(office).rows
    review.decide(office, row.id, "accepted")
    (answer,) = receipts.export_receipts(office, files)
    assert inbox.take_in(alone, [answer.path]).all_well


def test_a_further_computer_replaces_nothing_until_its_words_were_compared(
    alone, team, office, files
):
    unit = units.find_unit(office, "MSC").id
    send(team, office, files, 1)
    send(alone, office, files, 2)
    (waiting,) = placing.list_unplaced(office)
    placing.place_as(office, waiting.sign_key, unit)
    states = {row.sign_key: row.state for row in unit_keys.list_keys(office, unit)}
    assert states[waiting.sign_key] == "asked"


def test_where_a_sender_cannot_be_placed(alone, office, files):
    send(alone, office, files, 1)
    (waiting,) = placing.list_unplaced(office)
    with pytest.raises(NotAllowed) as raised:
        placing.place_as(office, waiting.sign_key, office.own.unit_id)
    assert raised.value.code == "SSK-819"
    with pytest.raises(BadInput) as wrong:
        placing.place_new(office, waiting.sign_key, office.own.unit_id, code="MSC")
    assert wrong.value.code == "SSK-523"
    with pytest.raises(BadInput) as nobody:
        placing.find_unplaced(office, "không có")
    assert nobody.value.code == "SSK-815"
    assert placing.list_unplaced(office) == (waiting,)  # nothing was half placed
    assert placing.find_unplaced(office, waiting.words) == waiting
    placing.drop(office, waiting.sign_key)
    assert placing.list_unplaced(office) == ()


def test_senders_of_the_list_go_through(alone, office, files):
    """By code, and by name: a unit of the list that began without a card."""
    unit = units.add_unit(office, name="CĐCS Công ty chè Đại Từ", code="CDT").id
    old = units.add_unit(office, name="CĐCS Công ty Chè Đại Từ", code="CU").id
    unit_changes.close(office, old, Decision(date(2026, 1, 1)))  # one of that name is closed
    assert send(alone, office, files, 1).all_well
    assert [row.unit_id for row in unit_keys.list_keys(office, unit)] == [unit]
    unit_changes.rename(office, unit, "CĐCS Chè mới", Decision(date(2026, 11, 20)))
    assert send(alone, office, files, 2).all_well  # its key is known by now


def test_an_office_passing_on_is_held_as_well(team, office, files, tmp_path, clock):
    with Workspace(tmp_path / "province", clock=clock) as province:
        setup.start_office(province, "LĐLĐ tỉnh Thái Nguyên", "TNG")
        unit = {"id": province.own.unit_id, "code": "TNG", "name": province.own.name}
        above = {
            "unit": unit,
            "sign_key": province.keys.public.sign,
            "recipients": [province.keys.public.age],
            "escrow": [],
            "sequence": 1,
        }
        office.set_setting("above", above)
        ready(team, 1)
        inbox.take_in(office, [handover.export_bundle(team, files).path])
        (row,) = listing.list_initiatives(office).rows
        review.decide(office, row.id, "accepted")
        (relay,) = relaying.export_relay(office, files)
        result = inbox.take_in(province, [relay.path])
        assert isinstance(result.files[0].error, BadFile)
        (waiting,) = placing.list_unplaced(province)
        assert waiting.kind == "CD_KCN"
        placed = placing.place_new(province, waiting.sign_key, province.own.unit_id)
        assert placed is not None
        assert placed.all_well
        names = {u.id: u for u in units.list_units(province)}
        (below,) = (u for u in names.values() if u.name == "CĐCS Công ty May Sông Công")
        assert names[below.parent_id].code == "KCNTN"
