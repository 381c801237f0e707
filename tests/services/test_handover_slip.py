"""The slip says what the bundle carries, on either side."""

import pytest

from desktop_app.errors import BadInput
from desktop_app.services import cards, handover, handover_slip, inbox
from desktop_app.storage import bundles
from tests.samples import ready


@pytest.fixture
def bundle(team, files):
    for number in (1, 2):
        ready(team, number)
    return handover.export_bundle(team, files)


def test_the_slip_of_a_bundle_that_left(team, office, bundle):
    slip = handover_slip.slip_of(team, bundle.bundle_id)
    assert (slip.sender, slip.recipient) == (team.own.name, office.own.name)
    assert (slip.sequence, slip.file_name, slip.size) == (1, bundle.path.name, bundle.size)
    assert slip.square == f"SSK1:{bundle.bundle_id}:{bundle.inner_sha256}"
    assert slip.mark.replace(" ", "") == bundle.inner_sha256[:16]
    assert [item.number for item in slip.items] == [1, 2]
    assert all(item.code.startswith("MSC-2026-") and item.authors for item in slip.items)
    assert {item.revision for item in slip.items} == {1}


def test_the_office_can_print_the_same_slip(team, office, bundle):
    inbox.take_in(office, [bundle.path])
    ours = handover_slip.slip_of(office, bundle.bundle_id)
    theirs = handover_slip.slip_of(team, bundle.bundle_id)
    assert ours == theirs


def test_a_file_without_reports_has_a_slip_as_well(office, files):
    cards.export_card(office, "MSC", files)
    with office.database.read() as session:
        (card,) = bundles.all_bundles(session)
    slip = handover_slip.slip_of(office, card.id)
    assert slip.items == ()
    assert handover_slip.lay_out_slip(slip, "vi").page_count == 1


def test_an_unknown_bundle_is_told(team):
    with pytest.raises(BadInput) as raised:
        handover_slip.slip_of(team, "nothing")
    assert raised.value.code == "SSK-513"


def test_the_slip_is_written_and_never_over_another_file(team, bundle, files):
    first = handover_slip.write_slip(team, bundle.bundle_id, files / "phieu.pdf")
    assert first.read_bytes().startswith(b"%PDF-")
    first.write_bytes(b"something else")
    second = handover_slip.write_slip(team, bundle.bundle_id, files / "phieu.pdf")
    assert second != first
    assert first.read_bytes() == b"something else"
