"""Two computers of one team write the same draft; nothing of either is lost."""

import pytest

from desktop_app.domain.canonical import canonical_json
from desktop_app.errors import NotAllowed
from desktop_app.services import cards, drafting, inbox, listing, setup, shared_drafts
from desktop_app.services.shared_drafts import BOTH, MINE, THEIRS
from desktop_app.workspace import Workspace
from tests.samples import answers

TITLE = "initiative_title"


@pytest.fixture
def second(tmp_path, clock, office, files, team):
    """Another computer of the same team, begun with the same card."""
    card = cards.export_card(office, "MSC", files)
    with Workspace(tmp_path / "second", clock=clock) as workspace:
        setup.start_team_with_card(workspace, card)
        yield workspace


def carry(source, target, ids, folder):
    written = shared_drafts.export_drafts(source, ids, folder)
    result = inbox.take_in(target, [written.path])
    (file,) = result.files
    assert file.error is None, file.error
    return written, file.items


def answers_of(workspace, initiative_id):
    return drafting.open_draft(workspace, initiative_id).answers


def test_a_draft_goes_over_and_comes_back_changed_on_both(team, second, tmp_path):
    here = drafting.new_initiative(team, None, answers())
    first, items = carry(team, second, [here], tmp_path)
    assert [item.intake for item in items] == ["new"]
    assert not first.sealed, "no other computer is known yet"
    assert answers_of(second, here) == answers_of(team, here)

    drafting.edit(second, here, {"novelty": "Mới hơn ở máy hai.", "purpose": "Mục đích máy hai."})
    drafting.edit(team, here, {"purpose": "Mục đích máy một.", "current_pros": None})
    before = answers_of(team, here)
    _back, items = carry(second, team, [here], tmp_path)
    assert [item.intake for item in items] == ["to_merge"]
    assert answers_of(team, here) == before, "nothing is overwritten"

    waiting = shared_drafts.waiting_merge(team, here)
    differing = {each.name: each for each in waiting.differences}
    assert set(differing) == {"novelty", "purpose", "current_pros"}
    with pytest.raises(NotAllowed) as raised:
        shared_drafts.merge(team, here, {"novelty": THEIRS})
    assert raised.value.code == "SSK-576"
    shared_drafts.merge(team, here, {"novelty": THEIRS, "purpose": BOTH, "current_pros": MINE})
    merged = answers_of(team, here)
    assert merged["novelty"] == "Mới hơn ở máy hai."
    assert merged["purpose"] == "Mục đích máy một.\nMục đích máy hai."
    assert "current_pros" not in merged
    assert shared_drafts.waiting_merge(team, here) is None


def test_what_was_not_chosen_can_be_brought_back(team, second, tmp_path):
    here = drafting.new_initiative(team, None, {TITLE: "Tên ban đầu của sáng kiến"})
    carry(team, second, [here], tmp_path)
    drafting.edit(second, here, {TITLE: "Tên ở máy hai"})
    drafting.edit(team, here, {TITLE: "Tên ở máy một"})
    carry(second, team, [here], tmp_path)
    shared_drafts.merge(team, here, {TITLE: MINE})
    draft = drafting.open_draft(team, here)
    assert draft.answers[TITLE] == "Tên ở máy một"
    assert draft.history.undo((TITLE,), draft.answers[TITLE]) == "Tên ở máy hai"


def test_lines_of_a_table_are_kept_from_both(team, second, tmp_path):
    step = {"name": "Bước chung", "method": "x"}
    here = drafting.new_initiative(team, None, {"steps": [step]})
    carry(team, second, [here], tmp_path)
    drafting.edit(team, here, {"steps": [step, {"name": "Bước máy một"}]})
    drafting.edit(second, here, {"steps": [step, {"name": "Bước máy hai"}]})
    carry(second, team, [here], tmp_path)
    shared_drafts.merge(team, here, {"steps": BOTH})
    assert [row["name"] for row in answers_of(team, here)["steps"]] == [
        "Bước chung", "Bước máy một", "Bước máy hai",
    ]  # fmt: skip


def test_the_same_draft_twice_is_the_same(team, second, tmp_path):
    here = drafting.new_initiative(team, None, answers())
    written, _items = carry(team, second, [here], tmp_path)
    (file,) = inbox.take_in(second, [written.path]).files
    assert [item.intake for item in file.items] == ["same"]
    assert len(listing.list_initiatives(second).rows) == 1


def test_two_drafts_with_one_number_get_two(team, second, tmp_path):
    here = drafting.new_initiative(team, None, {TITLE: "Sáng kiến máy một"})
    there = drafting.new_initiative(second, None, {TITLE: "Sáng kiến máy hai"})
    codes = {drafting.open_draft(w, i).code for w, i in ((team, here), (second, there))}
    assert len(codes) == 1
    carry(team, second, [here], tmp_path)
    assert len({row.code for row in listing.list_initiatives(second).rows}) == 2


def test_once_it_is_trusted_drafts_are_sealed_to_it(team, second, tmp_path):
    here = drafting.new_initiative(team, None, answers())
    carry(team, second, [here], tmp_path)
    (computer,) = shared_drafts.computers(second)
    assert not computer.known
    assert not shared_drafts.export_drafts(second, [here], tmp_path).sealed
    shared_drafts.trust_computer(second, computer.sign_key)
    drafting.edit(second, here, {"purpose": "Khác"})
    written, items = carry(second, team, [here], tmp_path)
    assert written.sealed
    assert [item.intake for item in items] == ["to_merge"]


def test_a_frozen_report_is_not_touched(team, second, tmp_path):
    here = drafting.new_initiative(team, None, answers())
    carry(team, second, [here], tmp_path)
    drafting.make_ready(team, here)
    drafting.edit(second, here, {"purpose": "Khác"})
    _written, items = carry(second, team, [here], tmp_path)
    assert [item.intake for item in items] == ["frozen"]
    with pytest.raises(NotAllowed):
        shared_drafts.export_drafts(team, [here], tmp_path)


def test_drafts_of_another_unit_are_refused(team, tmp_path, clock):
    with Workspace(tmp_path / "stranger", clock=clock) as stranger:
        setup.start_team(stranger, "CĐCS Khác", "KHAC")
        there = drafting.new_initiative(stranger, None, answers())
        written = shared_drafts.export_drafts(stranger, [there], tmp_path)
    (file,) = inbox.take_in(team, [written.path]).files
    assert file.error.code == "SSK-575"
    assert listing.list_initiatives(team).rows == ()


def test_attachments_go_over_with_their_draft(team, second, tmp_path):
    from PIL import Image

    picture = tmp_path / "ảnh.png"
    Image.new("RGB", (40, 30), "red").save(picture)
    here = drafting.new_initiative(team, None, answers())
    drafting.attach(team, here, "figures", picture)
    _written, items = carry(team, second, [here], tmp_path)
    assert [item.intake for item in items] == ["new"]
    (figure,) = answers_of(second, here)["figures"]
    assert second.attachments.read(figure["file"]["sha256"])


def test_a_draft_that_readers_would_not_agree_on_is_set_aside(team, second, tmp_path, monkeypatch):
    """A name twice in one object: one program would see the first title, another the second."""
    here = drafting.new_initiative(team, None, answers())

    def twice(workspace, path, value):
        content = canonical_json(value)[:-1] + b',"title":"another"}'
        return shared_drafts.carrying.keep_part(workspace, path, content)

    monkeypatch.setattr(shared_drafts.carrying, "json_part", twice)
    _written, items = carry(team, second, [here], tmp_path)
    assert [(item.intake, item.reason) for item in items] == [("quarantined", "SSK-480")]
    assert listing.list_initiatives(second).total == 0


def test_a_number_the_other_computer_gave_is_not_given_again(team, second, tmp_path):
    ids = [drafting.new_initiative(team) for _ in range(2)]
    carry(team, second, ids, tmp_path)
    drafting.new_initiative(second)
    codes = sorted(row.code for row in listing.list_initiatives(second, listing.Query()).rows)
    assert codes == ["MSC-2026-0001", "MSC-2026-0002", "MSC-2026-0003"]
