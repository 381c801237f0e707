"""A team and an office, and files carried between them in every order."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.exchange.keys import make_keys
from desktop_app.services import (
    cards,
    drafting,
    handover,
    home,
    inbox,
    listing,
    paper,
    portal,
    queue,
    receipts,
    recognition,
    review,
    setup,
    unit_import,
    units,
)
from desktop_app.services.drafting import NotReady, QuestionComment
from desktop_app.services.listing import Query
from desktop_app.workspace import Workspace
from tests.samples import answers, listed, ready


def state(workspace, initiative_id):
    return drafting.open_draft(workspace, initiative_id).submission


def export(team, files, *ids):
    return handover.export_bundle(team, files, list(ids) or None).path


def intakes(result):
    return [item.intake for file in result.files for item in file.items]


def answer(office, team, files, initiative_id, verdict, comment="", questions=()):
    review.decide(office, initiative_id, verdict, comment, questions)
    (written,) = receipts.export_receipts(office, files)
    return written.path


def resubmit(team, initiative_id):
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, {"recommendation": "Xin công ty cho làm thêm hai bộ nữa."})
    drafting.make_ready(team, initiative_id)


def test_a_card_says_whose_book_this_is(team, office):
    assert (team.own.role, team.own.code) == ("team", "MSC")
    assert handover.recipient(team).unit_name == office.own.name
    assert team.setting("office")["escrow"] != team.setting("office")["recipients"]


def test_the_whole_loop(team, office, files):
    initiative_id = ready(team)
    assert [item.id for item in queue.list_queue(team)] == [initiative_id]
    written = handover.export_bundle(team, files)
    assert state(team, initiative_id) == "bundled"
    handover.mark_handed_over(team, written.bundle_id)
    assert state(team, initiative_id) == "handed_over"
    assert intakes(inbox.take_in(office, [written.path])) == ["new"]
    back = answer(
        office,
        team,
        files,
        initiative_id,
        "returned",
        "",
        [QuestionComment("measures", "Thiếu nguồn")],
    )
    assert intakes(inbox.take_in(team, [back])) == ["returned"]
    draft = drafting.open_draft(team, initiative_id)
    assert draft.comment.questions == (QuestionComment("measures", "Thiếu nguồn"),)
    assert home.summary(team).todos[0].kind == "returned"
    resubmit(team, initiative_id)
    assert state(team, initiative_id) == "queued"
    assert intakes(inbox.take_in(office, [export(team, files)])) == ["newer"]
    back = answer(office, team, files, initiative_id, "accepted")
    assert intakes(inbox.take_in(team, [back])) == ["accepted"]
    final = drafting.open_draft(team, initiative_id)
    assert (final.submission, final.revision) == ("accepted", 2)


def test_the_papers_that_left_are_the_papers_that_arrived(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    ours = paper.preview_documents(team, initiative_id)
    theirs = paper.preview_documents(office, initiative_id)
    assert [d.docx for d in ours] == [d.docx for d in theirs]
    assert (
        review.open_review(office, initiative_id).answers
        == drafting.open_draft(team, initiative_id).answers
    )


def test_the_same_bundle_twice_changes_nothing(team, office, files):
    initiative_id = ready(team)
    path = export(team, files)
    inbox.take_in(office, [path])
    review.decide(office, initiative_id, "accepted")
    assert intakes(inbox.take_in(office, [path, path])) == ["same", "same"]
    assert state(office, initiative_id) == "accepted"
    assert listing.list_initiatives(office).total == 1


def test_revision_two_before_one(team, office, files):
    initiative_id = ready(team)
    first = export(team, files)
    resubmit(team, initiative_id)
    second = export(team, files)
    assert intakes(inbox.take_in(office, [second])) == ["new"]
    assert intakes(inbox.take_in(office, [first])) == ["older"]
    assert drafting.open_draft(office, initiative_id).revision == 2
    assert not inbox.take_in(office, [second]).missing


def test_a_missing_number_is_pointed_at(team, office, files):
    ready(team, 1)
    export(team, files)
    ready(team, 2)
    second = export(team, files)
    (gap,) = inbox.take_in(office, [second]).missing
    assert (gap.unit, gap.sequence) == ("CĐCS Công ty May Sông Công", 1)


def damaged(path: Path, target: Path, initiative_id: str) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if initiative_id in entry.filename and entry.filename.endswith("don-yeu-cau.docx"):
                content = content[:-1] + bytes([content[-1] ^ 1])
            new.writestr(entry.filename, content)
    return target


def test_one_damaged_item_is_set_aside_and_the_rest_taken_in(team, office, files, tmp_path):
    ids = [ready(team, number) for number in (1, 2, 9)]
    team.set_setting("office", None)
    plain = handover.export_bundle(team, files, unsealed=True).path
    result = inbox.take_in(office, [damaged(plain, tmp_path / "bad.zip", ids[1])])
    assert {item.id: item.intake for item in result.files[0].items} == {
        ids[0]: "new",
        ids[1]: "quarantined",
        ids[2]: "new",
    }
    assert not result.all_well
    assert intakes(inbox.take_in(office, [plain])) == ["same", "new", "same"]


def test_a_text_named_zip_and_a_cut_bundle_change_nothing(team, office, files, tmp_path):
    ready(team)
    path = export(team, files)
    text, cut = tmp_path / "x.zip", tmp_path / "cut.age"
    text.write_text("xin chào")
    cut.write_bytes(path.read_bytes()[:-500])
    result = inbox.take_in(office, [text, cut])
    assert [file.opened for file in result.files] == [False, False]
    assert all(file.error.code.startswith("SSK-4") for file in result.files)
    assert listing.list_initiatives(office).total == 0


def test_another_office_cannot_open_it_and_is_told_why(team, files, tmp_path, clock):
    ready(team)
    path = export(team, files)
    with Workspace(tmp_path / "other", clock=clock) as other:
        setup.start_office(other, "Công đoàn khác", "KHAC")
        (file,) = inbox.take_in(other, [path]).files
    assert file.error.code == "SSK-442"


def test_the_escrow_key_opens_it_too(team, office, files, tmp_path):
    from desktop_app.exchange.bundle_file import open_bundle
    from desktop_app.exchange.keys import load_or_make_keys

    ready(team)
    path = export(team, files)
    escrow = load_or_make_keys(office.folder / "keys" / "escrow", "x", office.now())
    with open_bundle(path, identities=[escrow.age_identity], temp_dir=tmp_path) as opened:
        assert len(opened.document["items"]) == 1


def test_a_conflict_keeps_both(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    inbox.take_in(office, [export(team, files)])
    with Workspace(tmp_path / "copy", clock=clock) as copy:
        drafting.back_to_draft(copy, initiative_id)
        drafting.edit(copy, initiative_id, {"recommendation": "Một đường khác."})
        drafting.make_ready(copy, initiative_id)
        # The copy pretends its change is the first revision anybody saw.
        path = export(copy, tmp_path / "copy")
    resubmit(team, initiative_id)
    inbox.take_in(office, [export(team, files)])
    assert intakes(inbox.take_in(office, [path])) == ["conflict"]
    with office.database.read() as session:
        from desktop_app.storage import initiatives

        assert len(initiatives.revisions(session, initiative_id)) == 3


# Answers


def test_an_old_receipt_after_a_resubmission_changes_nothing(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    old = answer(office, team, files, initiative_id, "returned", "Thiếu số liệu")
    inbox.take_in(team, [old])
    resubmit(team, initiative_id)
    inbox.take_in(office, [export(team, files)])
    new = answer(office, team, files, initiative_id, "accepted")
    inbox.take_in(team, [new])
    inbox.take_in(team, [old])
    assert state(team, initiative_id) == "accepted"


def test_receipts_in_the_wrong_order(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    first = answer(office, team, files, initiative_id, "returned", "Thiếu số liệu")
    corrected = answer(office, team, files, initiative_id, "accepted")
    assert intakes(inbox.take_in(team, [corrected])) == ["accepted"]
    assert intakes(inbox.take_in(team, [first])) == ["older"]
    assert state(team, initiative_id) == "accepted"


def test_a_lost_answer_is_sent_again_when_everything_is(team, office, files):
    initiative_id = ready(team)
    path = export(team, files)
    inbox.take_in(office, [path])
    answer(office, team, files, initiative_id, "accepted").unlink()
    inbox.take_in(office, [path])
    (again,) = receipts.export_receipts(office, files)
    assert intakes(inbox.take_in(team, [again.path])) == ["accepted"]


def test_a_forged_or_foreign_receipt_changes_nothing(team, office, files, tmp_path, clock):
    initiative_id = ready(team)
    path = export(team, files)
    inbox.take_in(office, [path])
    real = answer(office, team, files, initiative_id, "accepted")
    with Workspace(tmp_path / "forger", clock=clock) as forger:
        setup.start_office(forger, office.own.name, "KCNTN2")
        listed(forger, team)
        forger.__dict__["keys"] = make_keys()
        team.set_setting("office", None)
        resubmit(team, initiative_id)
        plain = handover.export_bundle(team, files, unsealed=True).path
        cards.take_card(team, sorted(files.glob("*setup*"))[0])
        inbox.take_in(forger, [plain])
        forged = answer(forger, team, tmp_path, initiative_id, "declined", "Giả")
    (file,) = inbox.take_in(team, [forged]).files
    assert file.error.code == "SSK-541"
    with Workspace(tmp_path / "stranger", clock=clock) as stranger:
        setup.start_team(stranger, "CĐCS Khác", "KHAC")
        (file,) = inbox.take_in(stranger, [real]).files
    assert not file.opened


def test_a_verdict_can_be_undone_until_the_receipt_is_written(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    review.decide(office, initiative_id, "declined", "Nhầm")
    review.undo_decision(office, initiative_id)
    assert state(office, initiative_id) == "received"
    answer(office, team, files, initiative_id, "accepted")
    with pytest.raises(NotAllowed):
        review.undo_decision(office, initiative_id)


def test_portal_states_travel_with_the_receipt(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    with pytest.raises(NotAllowed):
        portal.record_portal(office, initiative_id, code="1", state="valid")
    review.decide(office, initiative_id, "accepted")
    portal.record_portal(office, initiative_id, code="SK-1", state="valid", on=date(2026, 11, 19))
    (written,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [written.path])
    draft = drafting.open_draft(team, initiative_id)
    assert (draft.submission, draft.portal) == ("uploaded", "valid")


# Writing and carrying


def test_what_is_not_complete_is_not_frozen(team):
    initiative_id = drafting.new_initiative(team, None, {"initiative_title": "Gá khoan lỗ bản lề"})
    with pytest.raises(NotReady) as raised:
        drafting.make_ready(team, initiative_id)
    assert len(raised.value.findings) > 20
    assert state(team, initiative_id) == "none"


def test_a_frozen_report_stays_as_it_is(team):
    initiative_id = ready(team)
    with pytest.raises(NotAllowed):
        drafting.save_draft(team, initiative_id, {})
    before = paper.preview_documents(team, initiative_id)
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, {"initiative_title": "Tên khác hẳn cho bản sau"})
    with team.database.read() as session:
        from desktop_app.storage import initiatives

        (frozen,) = initiatives.revisions(session, initiative_id)
    assert frozen.answers["initiative_title"] != "Tên khác hẳn cho bản sau"
    assert before == before


def test_a_returned_report_must_change_before_it_goes_again(team, office, files):
    initiative_id = ready(team)
    inbox.take_in(office, [export(team, files)])
    inbox.take_in(team, [answer(office, team, files, initiative_id, "returned", "Thiếu")])
    drafting.back_to_draft(team, initiative_id)
    with pytest.raises(NotAllowed) as raised:
        drafting.make_ready(team, initiative_id)
    assert raised.value.code == "SSK-509"


def test_without_consent_nothing_leaves(team):
    people = [dict(person) for person in answers()["authors"]]
    people[1]["consent"] = "no"
    people[1].pop("consent_date")
    people[1].pop("consent_manner")
    initiative_id = drafting.new_initiative(team, None, answers(authors=people))
    with pytest.raises(NotReady):
        drafting.make_ready(team, initiative_id)


def test_without_a_card_it_goes_only_unsealed(tmp_path, clock, files):
    with Workspace(tmp_path / "alone", clock=clock) as alone:
        setup.start_team(alone, "CĐCS Một mình")
        ready(alone)
        with pytest.raises(NotAllowed) as raised:
            handover.export_bundle(alone, files)
        assert raised.value.code == "SSK-511"
        assert not handover.export_bundle(alone, files, unsealed=True).sealed


def test_a_card_taken_later_keeps_what_was_written(tmp_path, clock, office, files):
    with Workspace(tmp_path / "late", clock=clock) as late:
        setup.start_team(late, "CĐCS May Sông Công", "MSC")
        initiative_id = ready(late)
        cards.take_card(late, cards.export_card(office, "MSC", files))
        assert intakes(inbox.take_in(office, [export(late, files)])) == ["new"]
        back = answer(office, late, files, initiative_id, "accepted")
        assert intakes(inbox.take_in(late, [back])) == ["accepted"]


def test_exporting_again_gives_the_same_inner_zip(team, files, tmp_path):
    ready(team)
    first = handover.export_bundle(team, files)
    again = handover.export_again(team, first.bundle_id, tmp_path)
    assert again.inner_sha256 == first.inner_sha256
    assert again.sequence == first.sequence


def test_a_failed_export_leaves_the_queue(team, files, monkeypatch):
    from desktop_app.errors import Failed

    initiative_id = ready(team)
    with monkeypatch.context() as patch, pytest.raises(Failed):
        patch.setattr("desktop_app.exchange.delivery._read_back", lambda *_a: "")
        handover.export_bundle(team, files)
    assert state(team, initiative_id) == "queued"
    assert list(files.glob("*submission*")) == []
    assert export(team, files).name.endswith("0001.zip.age")


def test_a_discarded_draft_comes_back(team):
    initiative_id = drafting.new_initiative(team, None, answers())
    before = drafting.open_draft(team, initiative_id).answers
    drafting.delete_draft(team, initiative_id)
    with pytest.raises(BadInput):
        drafting.open_draft(team, initiative_id)
    drafting.restore_draft(team, initiative_id)
    assert drafting.open_draft(team, initiative_id).answers == before


def test_recognition_travels_and_forces_no_new_revision(team, office, files):
    initiative_id = ready(team)
    with pytest.raises(BadInput):
        recognition.record(team, initiative_id, "recognised", decision_no="1")
    recognition.record(
        team,
        initiative_id,
        "recognised",
        decision_no="12/QĐ",
        decision_date=date(2026, 11, 1),
        decision_by="Hoàng Đức Thịnh",
    )
    assert drafting.open_draft(team, initiative_id).revision == 1
    inbox.take_in(office, [export(team, files)])
    (row,) = listing.list_initiatives(office, Query(recognition="recognised")).rows
    assert row.id == initiative_id


def test_an_excel_list_of_units(office, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (
        ["Mã", "Tên đơn vị", "Đoàn viên", "Lao động", "Ngày"],
        ["DTSC", "CĐCS Điện tử", 100, 20, date(2026, 1, 1)],
        ["bad code!", "CĐCS Sai", 1, 1, None],
        ["MSC", "CĐCS Công ty May Sông Công", "x", 0, None],
    ):
        book.active.append(row)
    book.save(tmp_path / "u.xlsx")
    verdicts = [row.verdict for row in unit_import.import_units(office, tmp_path / "u.xlsx").rows]
    assert verdicts == ["new", "refused", "refused"]
    again = [row.verdict for row in unit_import.import_units(office, tmp_path / "u.xlsx").rows]
    assert again == ["same", "refused", "refused"]
    assert units.find_unit(office, "DTSC").members == 100


TEXT = "Đ<x> & \"y\" 'z' > 5 \U0001f600 e\u0302\u0301\nDòng hai " + "rất dài " * 1200


def test_awkward_text_arrives_unchanged(team, office, files):
    import io
    import unicodedata

    from docx import Document

    initiative_id = ready(team, 1, necessity=TEXT)
    inbox.take_in(office, [export(team, files)])
    kept = review.open_review(office, initiative_id)
    wanted = unicodedata.normalize("NFC", TEXT)
    assert kept.answers["necessity"] == wanted
    report = next(d for d in kept.documents if d.name == "bao-cao-mo-ta")
    paragraphs = [p.text for p in Document(io.BytesIO(report.docx)).paragraphs]
    for line in wanted.split("\n"):
        assert line.strip() in paragraphs
