"""A desk loses its computer, gets a new officer, or only tries its backup."""

import json
from datetime import timedelta

import pytest

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.exchange.bundle_file import open_bundle
from desktop_app.exchange.key_backup import KeyBackup, KeyOwner
from desktop_app.exchange.key_paper_words import paper_code, paper_lines
from desktop_app.exchange.keys import fingerprint_of, make_keys
from desktop_app.services import cards, handover, inbox, key_backup, setup, units
from desktop_app.workspace import Workspace
from tests.samples import listed, ready

WORDS = "bốn từ chẳng liên quan"


def owner_of(workspace):
    own = workspace.own
    return KeyOwner(own.role, own.unit_id, own.code, own.name)


def backup_of(workspace, *, spare=None):
    """Return what a backup file of this book would hold, without the second of work."""
    return KeyBackup(workspace.keys, spare, owner_of(workspace), workspace.now())


def words_of(workspace):
    return "\n".join(" ".join(line) for line in paper_lines(workspace.keys))


def refused(action, *arguments, **options):
    with pytest.raises(NotAllowed) as raised:
        action(*arguments, **options)
    return raised.value.code


@pytest.fixture
def another(tmp_path, clock):
    """A computer where nothing was begun."""
    with Workspace(tmp_path / "another", clock=clock) as workspace:
        yield workspace


# Showing


def test_the_card_says_whose_key_it_is(office):
    card = key_backup.key_card(office)
    public = office.keys.public
    assert (card.role, card.unit_code, card.sign_key) == ("office", "KCNTN", public.sign)
    assert card.words == fingerprint_of(public.sign)
    assert (card.made_at, card.proven_at) == (None, None)


def test_public_keys_are_exported_without_secrets(office, files):
    path = key_backup.export_public(office, files / "khoa-cong-khai.json")
    value = json.loads(path.read_bytes())
    assert value["kind"] == "so-sang-kien-public-keys"
    assert value["unit"]["name"] == office.own.name
    assert value["age_recipient"] == office.keys.public.age
    assert office.keys.age_identity not in path.read_text()
    assert "seed" not in path.read_text()


# Backup and drill


def test_a_backup_is_made_tried_and_remembered(office, files, clock):
    path = key_backup.back_up(office, files / "khoa.age", WORDS)
    made = key_backup.key_card(office)
    assert made.made_at is not None
    assert made.proven_at is None
    clock.now += timedelta(days=1)
    opened = key_backup.open_file(path, WORDS)
    keys_before = sorted((p.name, p.read_bytes()) for p in office.folder.glob("keys/**/*.json"))
    tried = key_backup.drill(office, opened)
    assert tried.spare is True, "an office's spare key goes along"
    assert sorted((p.name, p.read_bytes()) for p in office.folder.glob("keys/**/*.json")) == (
        keys_before
    )
    card = key_backup.key_card(office)
    assert card.made_at == made.made_at
    assert card.proven_at - card.made_at >= timedelta(days=1)
    assert not list(office.temporary_folder.iterdir())


def test_a_new_backup_is_not_tried_yet(office, files):
    key_backup.drill(office, backup_of(office))
    assert key_backup.key_card(office).proven_at is not None
    key_backup.write_paper(office, files / "khoa.pdf", "vi")
    assert key_backup.key_card(office).proven_at is None


def test_a_weak_passphrase_writes_nothing(office, files):
    with pytest.raises(BadInput) as raised:
        key_backup.back_up(office, files / "khoa.age", "123")
    assert raised.value.code == "SSK-600"
    assert list(files.iterdir()) == []
    assert key_backup.key_card(office).made_at is None


def test_the_drill_tells_the_backup_of_another_key(office):
    assert refused(key_backup.drill, office, KeyBackup(make_keys())) == "SSK-619"
    assert key_backup.key_card(office).proven_at is None


def test_the_drill_tells_that_the_spare_key_is_missing(office):
    assert key_backup.drill(office, backup_of(office)).spare is None
    cards.escrow_recipient(office)
    assert key_backup.drill(office, backup_of(office)).spare is False
    assert key_backup.drill(office, backup_of(office, spare=make_keys())).spare is False


def test_words_from_paper_are_tried_as_well(team):
    assert key_backup.drill(team, key_backup.open_words(words_of(team))).spare is None
    assert key_backup.drill(team, key_backup.open_words(paper_code(team.keys)))
    assert key_backup.key_card(team).proven_at is not None


def test_what_is_remembered_belongs_to_one_key(office):
    key_backup.drill(office, backup_of(office))
    key_backup.restore(office, KeyBackup(make_keys(), None, owner_of(office), None))
    office.set_setting(key_backup.SETTING, {"sign_key": "RW…", "made_at": "2026-01-01T00:00:00"})
    assert key_backup.key_card(office).made_at is None


# Restore


def test_a_lost_computer_still_opens_what_was_sent(office, team, files, another):
    ready(team)
    bundle = handover.export_bundle(team, files).path
    path = key_backup.back_up(office, files / "khoa.age", WORDS)
    old = (office.own, office.keys, office.setting("escrow"))
    card = key_backup.restore(another, key_backup.open_file(path, WORDS))
    assert (another.own, another.keys, another.setting("escrow")) == old
    assert card.made_at is not None, "its backup is known"
    listed(another, team)  # a key alone knows no units; the list is taken in again
    result = inbox.take_in(another, [bundle])
    assert [item.intake for file in result.files for item in file.items] == ["new"]


def test_each_key_on_this_computer_opens_its_bundles(office, team, files):
    ready(team)
    bundle = handover.export_bundle(team, files).path
    spare = cards.escrow_recipient(office)
    key_backup.restore(office, KeyBackup(make_keys(), None, owner_of(office), None))
    found = office.identities
    assert found[0] == office.keys.age_identity
    from desktop_app.exchange.sealing import recipient_of

    assert spare in [recipient_of(identity) for identity in found]
    for identity in found[1:]:
        with open_bundle(bundle, identities=[identity], temp_dir=files) as opened:
            assert len(opened.document["items"]) == 1


def test_a_desk_begun_anew_becomes_the_old_one(office, another):
    cards.escrow_recipient(office)
    setup.start_office(another, office.own.name, office.own.code)
    units.add_unit(another, name="CĐCS Công ty May Sông Công", code="MSC")
    begun = another.own.unit_id
    assert begun != office.own.unit_id
    key_backup.restore(another, backup_of(office))
    assert another.own == office.own
    by_code = {unit.code: unit for unit in units.list_units(another)}
    assert set(by_code) == {"KCNTN", "MSC"}
    assert by_code["MSC"].parent_id == office.own.unit_id
    assert begun not in {unit.id for unit in by_code.values()}
    assert begun in another.own_ids, "what was written for it meanwhile still comes"


def test_another_units_backup_needs_a_word(office, another):
    setup.start_office(another, "Công đoàn khác", "KHAC")
    before = (another.own, another.keys)
    assert refused(key_backup.restore, another, backup_of(office)) == "SSK-617"
    assert (another.own, another.keys) == before
    key_backup.restore(another, backup_of(office), other_unit=True)
    assert another.keys == office.keys
    assert another.own == before[0], "the desk keeps its own name"


def test_the_same_code_alone_is_another_unit(office, another):
    setup.start_office(another, "Công đoàn khác", office.own.code)
    assert refused(key_backup.restore, another, backup_of(office)) == "SSK-617"


def test_a_teams_keys_do_not_go_to_an_office(office, team):
    for options in ({}, {"other_unit": True}):
        code = refused(key_backup.restore, office, backup_of(team), **options)
        assert code == "SSK-616"


def test_words_this_desk_never_had_need_a_word(office, another):
    text = words_of(office)
    setup.start_office(another, office.own.name, office.own.code)
    assert refused(key_backup.restore, another, key_backup.open_words(text)) == "SSK-620"
    key_backup.restore(another, key_backup.open_words(text), other_unit=True)
    assert another.keys == office.keys


def test_words_of_a_replaced_key_bring_it_back(office):
    text, first = words_of(office), office.keys
    key_backup.restore(office, KeyBackup(make_keys(), None, owner_of(office), None))
    assert office.keys != first
    key_backup.restore(office, key_backup.open_words(text))
    assert office.keys == first


def test_words_do_not_begin_a_book(another, office):
    assert refused(key_backup.restore, another, key_backup.open_words(words_of(office))) == (
        "SSK-010"
    )
    assert not another.started


def test_keys_that_cannot_be_read_are_replaced(office, clock):
    backup, folder = backup_of(office), office.folder
    office.close()
    (folder / "keys" / "keys.json").write_text("broken")
    with Workspace(folder, clock=clock) as workspace:
        key_backup.restore(workspace, backup)
        assert workspace.keys == backup.keys


def test_the_key_of_the_level_above_stays(office):
    office.set_setting("escrow", make_keys().public.age)
    above, spare = office.setting("escrow"), make_keys()
    key_backup.restore(office, backup_of(office, spare=spare))
    assert office.setting("escrow") == above
    assert spare.age_identity in office.identities
