"""The five ways the field loses things, each as a scenario of its own, and passing on upwards."""

import json
import shutil
import zipfile

import pytest

from desktop_app.errors import BadFile, NotAllowed
from desktop_app.exchange.bundle_file import open_bundle, verify_bundle
from desktop_app.exchange.origin_proof import check_origin
from desktop_app.services import (
    cards,
    drafting,
    handover,
    inbox,
    listing,
    portal,
    quarantine,
    receipts,
    relaying,
    review,
    setup,
    units,
    withdrawing,
)
from desktop_app.storage import relayed
from desktop_app.workspace import Workspace
from tests.samples import ready
from tests.services.test_the_loop import answer, export, intakes, resubmit, state


def test_the_device_is_reinstalled_between_export_and_receipt(team, office, files, tmp_path, clock):
    """The book was put back from before the export; keys came with it."""
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "backup", ignore=shutil.ignore_patterns("*.lock"))
    path = export(team, files)
    inbox.take_in(office, [path])
    back = answer(office, team, files, initiative_id, "accepted")
    with Workspace(tmp_path / "backup", clock=clock) as restored:
        assert state(restored, initiative_id) == "queued"
        assert intakes(inbox.take_in(restored, [back])) == ["accepted"]
        assert state(restored, initiative_id) == "accepted"
        # What it writes next bears a number the office knows already, and comes in all the same.
        other = ready(restored, 2)
        assert intakes(inbox.take_in(office, [export(restored, files)])) == ["new"]
        assert {row.id for row in listing.list_initiatives(office).rows} == {initiative_id, other}


def test_the_device_is_reinstalled_with_nothing_left(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    (card,) = files.glob("*setup*")
    with Workspace(tmp_path / "fresh", clock=clock) as fresh:
        setup.start_team_with_card(fresh, card)
        old = answer(office, team, files, initiative_id, "accepted")
        assert inbox.take_in(fresh, [old]).files[0].error.code == "SSK-442"
        new = ready(fresh, 2)
        assert intakes(inbox.take_in(office, [export(fresh, files)])) == ["new"]
        assert state(office, initiative_id) == "accepted"
        assert state(office, new) == "received"


def test_returned_corrected_and_then_the_old_receipt_comes(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    old = answer(office, team, files, initiative_id, "returned", "Thiếu số liệu")
    inbox.take_in(team, [old])
    resubmit(team, initiative_id)
    assert intakes(inbox.take_in(team, [old])) == ["same"]
    assert state(team, initiative_id) == "queued"
    inbox.take_in(office, [export(team, files)])
    assert intakes(inbox.take_in(team, [old])) == ["same"]
    assert state(team, initiative_id) == "bundled"
    new = answer(office, team, files, initiative_id, "accepted")
    assert intakes(inbox.take_in(team, [new, old])) == ["accepted", "same"]
    assert state(team, initiative_id) == "accepted"


def test_the_old_receipt_comes_for_the_first_time_after_the_correction(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    old = answer(office, team, files, initiative_id, "returned", "Thiếu số liệu")
    resubmit(team, initiative_id)  # told by phone what is missing
    assert intakes(inbox.take_in(team, [old])) == ["returned"]
    # It stands in the history; the corrected revision waits where it was.
    assert state(team, initiative_id) == "queued"
    assert intakes(inbox.take_in(office, [export(team, files)])) == ["newer"]


def test_the_answer_is_lost_and_everything_sent_again(team, office, files):
    ids = [ready(team, number) for number in (1, 2)]
    path = export(team, files)
    inbox.take_in(office, [path])
    review.decide(office, ids[0], "accepted")
    receipts.export_receipts(office, files)[0].path.unlink()
    (row,) = (b for b in handover.list_bundles(team) if b.direction == "out")
    again = handover.export_again(team, row.id, files)
    assert again.inner_sha256 == row.inner_sha256
    assert sorted(intakes(inbox.take_in(office, [again.path]))) == ["same", "same"]
    (second,) = receipts.export_receipts(office, files)
    assert sorted(intakes(inbox.take_in(team, [second.path]))) == ["accepted", "received"]


def test_a_report_moves_to_another_officer(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    first = handover.export_bundle(team, files)
    handover.mark_handed_over(team, first.bundle_id)
    with Workspace(tmp_path / "other", clock=clock) as other:
        setup.start_office(other, "Công đoàn phường Sông Công", "SCONG")
        units.add_unit(other, name="CĐCS Công ty May Sông Công", code="MSC")
        card = cards.export_card(other, "MSC", files)
        agreed = inbox.Agreed(frozenset({other.keys.public.sign}))
        assert inbox.take_in(team, [card], agreed=agreed).files[0].opened
        handover.queue_again(team, [initiative_id])
        second = handover.export_bundle(team, files)
        assert second.sequence == 1  # a chain of its own
        assert intakes(inbox.take_in(other, [second.path])) == ["new"]
        # The former officer's answer arrives late: the new one's word counts.
        inbox.take_in(office, [first.path])
        late = answer(office, team, files, initiative_id, "declined", "Không thuộc đơn vị này nữa")
        assert intakes(inbox.take_in(team, [late])) == ["older"]
        assert state(team, initiative_id) == "bundled"
        now = answer(other, team, files, initiative_id, "accepted")
        assert intakes(inbox.take_in(team, [now])) == ["accepted"]
        assert state(team, initiative_id) == "accepted"


def test_the_former_officers_answer_counts_for_what_only_he_was_given(
    team, office, files, tmp_path, clock
):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    back = answer(office, team, files, initiative_id, "accepted")
    with Workspace(tmp_path / "other", clock=clock) as other:
        setup.start_office(other, "Công đoàn phường Sông Công", "SCONG")
        units.add_unit(other, name="CĐCS Công ty May Sông Công", code="MSC")
        card = cards.export_card(other, "MSC", files)
        agreed = inbox.Agreed(frozenset({other.keys.public.sign}))
        inbox.take_in(team, [card], agreed=agreed)
    assert intakes(inbox.take_in(team, [back])) == ["accepted"]


def test_a_damaged_package_then_a_clean_older_copy(team, office, files, tmp_path):
    initiative_id = ready(team)
    first = export(team, files)
    resubmit(team, initiative_id)
    second = export(team, files)
    bad = tmp_path / second.name
    bad.write_bytes(second.read_bytes()[:3000])
    assert not inbox.take_in(office, [bad]).files[0].opened
    assert intakes(inbox.take_in(office, [first])) == ["new"]
    assert [row.file_name for row in quarantine.list_quarantine(office)] == [bad.name]
    assert intakes(inbox.take_in(office, [second])) == ["newer"]
    assert quarantine.list_quarantine(office) == ()
    assert drafting.open_draft(office, initiative_id).revision == 2


# Passing on


def trusting(workspace):
    """Return what a person agrees to who compared the words of a book's key."""
    return inbox.Agreed(frozenset({workspace.keys.public.sign}))


@pytest.fixture
def province(tmp_path, clock, office, files):
    """The level above, whose card the office took."""
    with Workspace(tmp_path / "province", clock=clock) as workspace:
        setup.start_office(workspace, "LĐLĐ tỉnh Thái Nguyên", "TNG")
        units.add_unit(workspace, name=office.own.name, code=office.own.code)
        card = cards.export_card(workspace, office.own.code, files)
        before = office.own.unit_id
        (asked,) = inbox.take_in(office, [card]).files
        # Whom everything is sealed to is nothing a file on a stick decides.
        assert (asked.error.code, office.setting("above")) == ("SSK-536", None)
        assert inbox.take_in(office, [card], agreed=trusting(workspace)).files[0].opened
        assert office.own.unit_id != before  # it bears the name the level above knows it by
        yield workspace


def accepted(team, office, files, *numbers):
    ids = [ready(team, number) for number in numbers]
    inbox.take_in(office, [export(team, files)])
    for initiative_id in ids:
        review.decide(office, initiative_id, "accepted")
    return ids


def test_an_office_without_a_card_from_above_cannot_pass_on(team, office, files):
    accepted(team, office, files, 1)
    with pytest.raises(NotAllowed) as raised:
        relaying.export_relay(office, files)
    assert raised.value.code == "SSK-578"


def test_accepted_reports_go_up_with_their_writers_signature(
    team, office, province, files, tmp_path
):
    ids = accepted(team, office, files, 1, 2)
    waiting = ready(team, 9)
    inbox.take_in(office, [export(team, files)])
    with pytest.raises(NotAllowed) as raised:
        relaying.export_relay(office, files, [waiting])
    assert raised.value.code == "SSK-579"
    (written,) = relaying.export_relay(office, files)
    assert "-relay-" in written.path.name
    result = inbox.take_in(province, [written.path])
    assert sorted(intakes(result)) == ["new", "new"]
    assert not result.missing
    rows = {row.id: row for row in listing.list_initiatives(province).rows}
    assert set(rows) == set(ids)
    assert {row.unit for row in rows.values()} == {"CĐCS Công ty May Sông Công"}
    names = {unit.id: unit for unit in units.list_units(province)}
    (below,) = (u for u in names.values() if u.name == "CĐCS Công ty May Sông Công")
    assert names[below.parent_id].name == office.own.name
    # Byte for byte what the team wrote.
    assert review.open_review(province, ids[0]).answers == drafting.open_draft(team, ids[0]).answers
    with open_bundle(
        written.path, identities=[province.keys.age_identity], temp_dir=tmp_path
    ) as opened:
        first = opened.document["items"][0]["origin"]
        folder = f"data/origins/{first}/"
        proof = {
            name.removeprefix(folder): opened.read(name, 10**7)
            for name in opened.names()
            if name.startswith(folder)
        }
    assert check_origin(proof).document["sender"]["sign_key"] == team.keys.public.sign
    assert relaying.count_relayable(office) == 0
    assert verify_bundle(
        written.path, identities=[province.keys.age_identity], temp_dir=tmp_path
    ).valid


def test_a_relay_with_a_changed_report_is_found(team, office, province, files, tmp_path):
    """An office cannot change what a team wrote: the writer's signature does not fit any more."""
    (initiative_id,) = accepted(team, office, files, 1)
    packed = relaying._pack(office, initiative_id)
    folder = f"data/initiatives/{initiative_id}"
    data = json.loads(office.attachments.read(packed.parts[0].sha256))
    data["recognition"] = []
    data["created_at"] = "2020-01-01T00:00:00.000Z"
    from desktop_app.services import carrying

    forged = carrying.json_part(office, f"{folder}/initiative.json", data)
    changed = relaying._Packed(
        packed.record, packed.listed, (forged, *packed.parts[1:]), packed.template
    )
    letter = relaying._letter(office, office.setting("above"), [changed], None)
    written = carrying.write_letter(office, letter, tmp_path)
    (item,) = inbox.take_in(province, [written.path]).files[0].items
    assert (item.intake, item.reason) == ("quarantined", "SSK-433")
    assert listing.list_initiatives(province).total == 0


@pytest.mark.parametrize("missing", ["tagmanifest-sha256.txt.minisig", "data/bundle.json"])
def test_a_proof_with_a_file_missing_or_changed_is_none(team, office, files, tmp_path, missing):
    ready(team)
    inbox.take_in(office, [export(team, files)])
    from desktop_app.services import origins

    (bundle,) = (b for b in handover.list_bundles(office) if b.direction == "in")
    proof = origins.kept_origin(office, bundle.id).files()
    assert check_origin(proof).document["bundle_id"] == bundle.id
    for changed in (
        {n: c for n, c in proof.items() if n != missing},
        proof | {missing: proof[missing] + b" "},
        proof | {"manifest-sha256.txt": proof["manifest-sha256.txt"].replace(b"a", b"b", 1)},
    ):
        with pytest.raises(BadFile) as raised:
            check_origin(changed)
        assert raised.value.code == "SSK-433"


def test_answers_and_portal_states_come_down_the_same_way(team, office, province, files):
    (initiative_id,) = accepted(team, office, files, 1)
    (written,) = relaying.export_relay(office, files)
    inbox.take_in(province, [written.path])
    review.decide(province, initiative_id, "accepted", "Đủ hồ sơ")
    portal.record_portal(province, initiative_id, code="SK-77", state="valid")
    (down,) = receipts.export_receipts(province, files)
    assert down.unit == office.own.name
    assert intakes(inbox.take_in(office, [down.path])) == ["accepted"]
    assert intakes(inbox.take_in(office, [down.path])) == ["same"]
    with office.database.read() as session:
        (known,) = relayed.all_records(session)
    assert (known.verdict, known.comment) == ("accepted", "Đủ hồ sơ")
    (to_team,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [to_team.path])
    draft = drafting.open_draft(team, initiative_id)
    assert (draft.submission, draft.portal) == ("uploaded", "valid")


def test_what_was_passed_on_can_be_passed_on_again(team, office, province, files, tmp_path, clock):
    (initiative_id,) = accepted(team, office, files, 1)
    (first,) = relaying.export_relay(office, files)
    inbox.take_in(province, [first.path])
    review.decide(province, initiative_id, "accepted")
    with Workspace(tmp_path / "nation", clock=clock) as nation:
        setup.start_office(nation, "Tổng Liên đoàn Lao động Việt Nam", "TLD")
        units.add_unit(nation, name=province.own.name, code="TNG")
        inbox.take_in(province, [cards.export_card(nation, "TNG", files)], agreed=trusting(nation))
        (second,) = relaying.export_relay(province, files)
        assert intakes(inbox.take_in(nation, [second.path])) == ["new"]
        opened = review.open_review(nation, initiative_id)
    assert opened.row.unit == "CĐCS Công ty May Sông Công"


def test_two_offices_may_have_units_of_the_same_code(
    team, office, province, files, tmp_path, clock
):
    (one,) = accepted(team, office, files, 1)
    with (
        Workspace(tmp_path / "office2", clock=clock) as office2,
        Workspace(tmp_path / "team2", clock=clock) as team2,
    ):
        setup.start_office(office2, "Công đoàn phường Phổ Yên", "PY")
        units.add_unit(office2, name="CĐCS Công ty Mía đường Sông Cầu", code="MSC")
        units.add_unit(province, name="Công đoàn phường Phổ Yên", code="PY")
        inbox.take_in(
            office2, [cards.export_card(province, "PY", files)], agreed=trusting(province)
        )
        setup.start_team_with_card(team2, cards.export_card(office2, "MSC", tmp_path / "team2"))
        (other,) = accepted(team2, office2, tmp_path / "team2", 2)
        for desk in (office, office2):
            (written,) = relaying.export_relay(desk, files)
            assert intakes(inbox.take_in(province, [written.path])) == ["new"]
    rows = {row.id: row.unit for row in listing.list_initiatives(province).rows}
    assert rows == {
        one: "CĐCS Công ty May Sông Công",
        other: "CĐCS Công ty Mía đường Sông Cầu",
    }


def test_a_bundle_taken_in_by_an_earlier_program_can_be_passed_on_after_it_came_again(
    team, office, province, files
):
    """Books from before relays keep no proof of origin; the same bundle once more brings it."""
    (initiative_id,) = accepted(team, office, files, 1)
    from desktop_app.storage import bundles

    (bundle,) = (b for b in handover.list_bundles(office) if b.direction == "in" and b.count)
    with office.database.write() as session:
        bundles.set_content(session, bundle.id, {"document": {}})
    with pytest.raises(BadFile) as raised:
        relaying.export_relay(office, files)
    assert raised.value.code == "SSK-556"
    (out,) = (b for b in handover.list_bundles(team) if b.direction == "out")
    inbox.take_in(office, [handover.export_again(team, out.id, files).path])
    assert len(relaying.export_relay(office, files)) == 1
    assert state(office, initiative_id) == "accepted"


def test_no_archive_of_the_proof_holds_more_than_it_needs(team, office, files):
    ready(team)
    inbox.take_in(office, [export(team, files)])
    from desktop_app.services import origins

    (bundle,) = (b for b in handover.list_bundles(office) if b.direction == "in")
    archive = origins.kept_origin(office, bundle.id).archive
    assert isinstance(archive, zipfile.ZipFile)
    assert not [n for n in archive.namelist() if n.endswith((".docx", ".jpg", ".xlsx"))]


def test_a_withdrawal_goes_up_and_the_report_may_come_again(team, office, province, files):
    (initiative_id,) = accepted(team, office, files, 1)
    (first,) = relaying.export_relay(office, files)
    inbox.take_in(province, [first.path])
    withdrawing.withdraw(team, initiative_id, "Tác giả rút lại đồng ý.")
    inbox.take_in(office, [export(team, files)])
    (told,) = relaying.export_relay(office, files)
    assert told.count == 0
    assert intakes(inbox.take_in(province, [told.path])) == ["withdrawn"]
    assert state(province, initiative_id) == "withdrawn"
    with pytest.raises(NotAllowed):
        relaying.export_relay(office, files)  # told once
    handover.queue_again(team, [initiative_id])
    inbox.take_in(office, [export(team, files)])
    review.decide(office, initiative_id, "accepted")
    (again,) = relaying.export_relay(office, files)
    assert intakes(inbox.take_in(province, [again.path, told.path, first.path]))[0] == "same"
    assert state(province, initiative_id) == "received"


def test_an_office_cannot_pass_on_for_a_unit_of_another(
    team, office, province, files, tmp_path, clock
):
    """A new office that names another's unit does not replace its reports."""
    accepted(team, office, files, 1)
    (written,) = relaying.export_relay(office, files)
    inbox.take_in(province, [written.path])
    with (
        Workspace(tmp_path / "forger", clock=clock) as forger,
        Workspace(tmp_path / "helper", clock=clock) as helper,
    ):
        (files_two := tmp_path / "two").mkdir()
        setup.start_office(forger, "Công đoàn phường Phổ Yên", "PY")
        units.add_unit(province, name="Công đoàn phường Phổ Yên", code="PY")
        units.add_unit(forger, name="CĐCS Công ty Khác", code="KHAC")
        inbox.take_in(
            forger, [cards.export_card(province, "PY", files_two)], agreed=trusting(province)
        )
        setup.start_team_with_card(helper, cards.export_card(forger, "KHAC", files_two))
        (other,) = accepted(helper, forger, files_two, 2)
        packed = relaying._pack(forger, other)
        below = next(u for u in units.list_units(province) if u.name.startswith("CĐCS Công ty May"))
        named = {"id": below.id, "code": "MSC", "name": below.name, "kind": "CDCS"}
        changed = relaying._Packed(
            packed.record, {**packed.listed, "unit": named}, packed.parts, packed.template
        )
        from desktop_app.services import carrying

        letter = relaying._letter(forger, forger.setting("above"), [changed], None)
        forged = carrying.write_letter(forger, letter, files_two)
    (item,) = inbox.take_in(province, [forged.path]).files[0].items
    assert (item.intake, item.reason) == ("quarantined", "SSK-535")
    assert listing.list_initiatives(province).total == 1
