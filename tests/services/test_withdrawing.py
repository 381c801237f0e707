"""A report that was handed over is withdrawn: told upstream, whatever arrives first."""

import shutil

import pytest

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import (
    cards,
    drafting,
    handover,
    inbox,
    listing,
    queue,
    review,
    setup,
    unit_keys,
    withdrawing,
)
from desktop_app.workspace import Workspace
from tests.samples import ready
from tests.services.test_the_loop import answer, export, intakes, state

WHY = "Anh Lò Văn Pành rút lại đồng ý đứng tên."


def test_a_withdrawal_goes_up_with_the_next_bundle_even_alone(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    withdrawing.withdraw(team, initiative_id, WHY)
    assert state(team, initiative_id) == "withdrawn"
    assert queue.list_queue(team) == ()
    written = handover.export_bundle(team, files)
    assert written.count == 0
    assert withdrawing.untold(team) == ()
    assert intakes(inbox.take_in(office, [written.path])) == ["withdrawn"]
    assert state(office, initiative_id) == "withdrawn"
    with pytest.raises(NotAllowed):
        review.decide(office, initiative_id, "accepted")
    # The same file again changes nothing.
    assert intakes(inbox.take_in(office, [written.path])) == ["withdrawn"]


def test_what_never_left_is_told_to_nobody(team, files):
    initiative_id = ready(team)
    withdrawing.withdraw(team, initiative_id, WHY)
    assert withdrawing.untold(team) == ()
    with pytest.raises(NotAllowed):
        handover.export_bundle(team, files)


def test_the_withdrawal_comes_before_what_it_withdraws(team, office, files):
    initiative_id = ready(team)
    first = export(team, files)
    withdrawing.withdraw(team, initiative_id, WHY)
    second = handover.export_bundle(team, files).path
    assert intakes(inbox.take_in(office, [second])) == ["withdrawn"]
    assert intakes(inbox.take_in(office, [first])) == ["new"]
    assert state(office, initiative_id) == "withdrawn"


def test_handed_in_again_it_counts_again_in_any_order(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    first = export(team, files)
    withdrawing.withdraw(team, initiative_id, WHY)
    second = handover.export_bundle(team, files).path
    handover.queue_again(team, [initiative_id])
    third = export(team, files)
    inbox.take_in(office, [third, second, first])
    assert state(office, initiative_id) == "received"
    assert listing.list_initiatives(office).total == 1


def test_one_taken_back_before_a_bundle_carried_it_is_not_told(team, office, files):
    initiative_id = ready(team)
    export(team, files)
    withdrawing.withdraw(team, initiative_id, WHY)
    handover.queue_again(team, [initiative_id])
    assert withdrawing.untold(team) == ()


def test_a_reason_is_needed_and_a_draft_is_not_withdrawn(team):
    initiative_id = ready(team)
    with pytest.raises(BadInput) as raised:
        withdrawing.withdraw(team, initiative_id, "  ")
    assert raised.value.code == "SSK-518"
    drafting.back_to_draft(team, initiative_id)
    with pytest.raises(NotAllowed) as raised:
        withdrawing.withdraw(team, initiative_id, WHY)
    assert raised.value.code == "SSK-519"


def test_a_key_nobody_confirmed_withdraws_nothing(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    shutil.rmtree(tmp_path / "copy" / "keys")
    inbox.take_in(office, [export(team, files)])
    with Workspace(tmp_path / "copy", clock=clock) as other:
        export(other, files)
        withdrawing.withdraw(other, initiative_id, WHY)
        path = handover.export_bundle(other, files).path
        key = other.keys.public.sign
    (item,) = inbox.take_in(office, [path]).files[0].items
    assert (item.intake, item.reason) == ("quarantined", "SSK-549")
    assert state(office, initiative_id) == "received"
    unit_keys.confirm(office, key)
    assert state(office, initiative_id) == "withdrawn"


def test_a_late_answer_does_not_bring_it_back(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    back = answer(office, team, files, initiative_id, "accepted")
    withdrawing.withdraw(team, initiative_id, WHY)
    inbox.take_in(team, [back])
    assert state(team, initiative_id) == "withdrawn"


def test_a_withdrawal_counts_after_the_numbers_began_anew(office, files, tmp_path, clock):
    """A team without a card handed in to nobody by name; with the card its numbers begin at 1."""
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "CĐCS Công ty May Sông Công", "MSC")
        initiative_id = ready(alone)
        first = handover.export_bundle(alone, files, unsealed=True)
        inbox.take_in(office, [first.path])
        inbox.take_in(alone, [cards.export_card(office, "MSC", files)])
        withdrawing.withdraw(alone, initiative_id, WHY)
        second = handover.export_bundle(alone, files)
        assert second.sequence <= first.sequence
        assert intakes(inbox.take_in(office, [second.path])) == ["withdrawn"]
        assert state(office, initiative_id) == "withdrawn"
        # The first one again, which came before, changes nothing.
        inbox.take_in(office, [first.path])
        assert state(office, initiative_id) == "withdrawn"
        handover.queue_again(alone, [initiative_id])
        inbox.take_in(office, [handover.export_bundle(alone, files).path])
        assert state(office, initiative_id) == "received"
