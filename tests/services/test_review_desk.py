"""Beside the verdicts: together, after a receipt, two versions, changes, redaction, scores, notes."""

import shutil
import zipfile
from io import BytesIO

import pytest
from sqlalchemy import select

from desktop_app.documents.pages import lay_out
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import (
    bulk_review,
    conflicts,
    drafting,
    handover,
    inbox,
    paper,
    phrases,
    receipts,
    redacted,
    review,
    review_notes,
    review_revisions,
    score_sheets,
)
from desktop_app.services.drafting import QuestionComment
from desktop_app.storage import verdicts
from desktop_app.storage.tables import Bundle
from desktop_app.workspace import Workspace
from tests.samples import ready


def send(team, office, files):
    result = inbox.take_in(office, [handover.export_bundle(team, files).path])
    return [item.intake for file in result.files for item in file.items]


def state(book, initiative_id):
    return review.open_review(book, initiative_id).row.submission


def again(team, initiative_id, **changes):
    drafting.back_to_draft(team, initiative_id)
    drafting.edit(team, initiative_id, changes)
    drafting.make_ready(team, initiative_id)


# Together


def test_several_are_decided_each_for_itself_and_undone_together(team, office, files):
    ids = [ready(team, number) for number in (1, 2, 3)]
    send(team, office, files)
    review.decide(office, ids[1], "declined", "Không mới")
    lines = bulk_review.decide_many(office, [*ids, ids[0], "không-có"], "accepted", "Tốt")
    assert [line.done for line in lines] == [True, False, True, False]
    assert [line.error.code for line in lines if line.error] == ["SSK-841", "SSK-108"]
    assert [state(office, each) for each in ids] == ["accepted", "declined", "accepted"]
    done = [line.id for line in lines if line.done]
    assert all(line.done for line in bulk_review.undo_many(office, done))
    assert [state(office, each) for each in ids] == ["received", "declined", "received"]
    # Nothing of it is answered: only the one that stands.
    with office.database.read() as session:
        waiting = [v.initiative_id for v in verdicts.unanswered(session) if v.verdict]
    assert waiting == [ids[1]]


def test_together_nothing_is_returned_without_a_word(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)
    with pytest.raises(NotAllowed, match="SSK-503"):
        bulk_review.decide_many(office, [initiative_id], "returned", "  ")
    assert state(office, initiative_id) == "received"


def test_undo_together_leaves_what_a_receipt_carried(team, office, files):
    ids = [ready(team, number) for number in (1, 2)]
    send(team, office, files)
    bulk_review.decide_many(office, ids[:1], "accepted")
    receipts.export_receipts(office, files)
    bulk_review.decide_many(office, ids[1:], "accepted")
    first, second = bulk_review.undo_many(office, ids)
    assert first.error.code == "SSK-562"
    assert second.done
    assert [state(office, each) for each in ids] == ["accepted", "received"]


def test_a_verdict_put_right_after_its_receipt_reaches_the_team(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)
    review.decide(office, initiative_id, "accepted")
    (first,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [first.path])
    detail = review.open_review(office, initiative_id)
    assert (detail.sent, detail.can_undo) == (True, False)
    review.decide(office, initiative_id, "returned", "Thiếu ảnh")
    detail = review.open_review(office, initiative_id)
    assert (detail.sent, detail.can_undo, detail.verdict) == (False, True, "returned")
    (second,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [second.path])
    assert drafting.open_draft(team, initiative_id).submission == "returned"


# Two versions


@pytest.fixture
def twice(team, office, files, tmp_path, clock):
    """A report that came in two versions."""
    initiative_id = ready(team)
    shutil.copytree(team.folder, tmp_path / "copy", ignore=shutil.ignore_patterns("*.lock"))
    again(team, initiative_id, recommendation="Đường thứ nhất.")
    send(team, office, files)
    with Workspace(tmp_path / "copy", clock=clock) as copy:
        again(copy, initiative_id, recommendation="Đường thứ hai.")
        assert send(copy, office, tmp_path / "copy") == ["conflict"]
    return initiative_id


def test_two_versions_are_chosen_between_before_a_verdict(office, twice):
    assert review.open_review(office, twice).row.conflict
    with pytest.raises(NotAllowed, match="SSK-840"):
        review.decide(office, twice, "accepted")
    (line,) = bulk_review.decide_many(office, [twice], "accepted")
    assert line.error.code == "SSK-840"
    assert state(office, twice) == "received"
    (found,) = conflicts.list_conflicts(office)
    conflicts.settle(office, twice, found.here.hash)
    assert not review.open_review(office, twice).row.conflict
    review.decide(office, twice, "accepted")
    assert state(office, twice) == "accepted"


# What changed


def test_the_earlier_revision_stands_beside_with_what_was_asked(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)
    with pytest.raises(BadInput, match="SSK-846"):
        review_revisions.compare(office, initiative_id)
    asked = [QuestionComment("recommendation", "Nói rõ xin gì.")]
    review.decide(office, initiative_id, "returned", "Xem lại kiến nghị", asked)
    receipt = receipts.export_receipts(office, files)
    inbox.take_in(team, [receipt[0].path])
    again(team, initiative_id, recommendation="Xin làm thêm hai bộ.")
    again(team, initiative_id, recommendation="Xin làm thêm ba bộ.")
    send(team, office, files)
    # Only the newest was carried: the revision between is not here.
    assert [r.number for r in review_revisions.earlier_revisions(office, initiative_id)] == [1]
    found = review_revisions.compare(office, initiative_id, 1)
    assert found.differing == {"recommendation"}
    assert found.after["recommendation"] == "Xin làm thêm ba bộ."
    assert found.comments_on("recommendation") == ("Nói rõ xin gì.",)
    assert found.comments_on("") == ("Xem lại kiến nghị",)
    assert found.form is not None
    assert found.questions.index("initiative_title") < found.questions.index("recommendation")
    assert (found.files_added, found.files_removed) == ((), ())
    with pytest.raises(BadInput, match="SSK-846"):
        review_revisions.compare(office, initiative_id, 2)


# Without what is confidential

SECRET = "Tỷ lệ Xyzzy 37 phần nghìn"


def text_of(docx):
    parts = zipfile.ZipFile(BytesIO(docx))
    return " ".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.fixture
def secretive(team, office, files):
    initiative_id = ready(team, has_confidential="yes", confidential_info=SECRET)
    send(team, office, files)
    return initiative_id


def test_no_confidential_word_is_in_the_redacted_report(office, secretive, tmp_path):
    whole = review.open_review(office, secretive)
    assert whole.can_redact
    assert SECRET in "".join(text_of(document.docx) for document in whole.documents)
    report = redacted.open_redacted(office, secretive)
    assert report.left_out == ("confidential_info",)
    assert SECRET not in str(report.answers)
    assert [d.name for d in report.documents] == [d.name for d in whole.documents]
    for document in report.documents:
        assert "Xyzzy" not in text_of(document.docx)
        assert lay_out(document.docx).page_count
    assert report.answers["initiative_title"] == whole.answers["initiative_title"]
    (tmp_path / "out").mkdir()
    written = redacted.write_redacted(office, secretive, tmp_path / "out")
    assert {path.suffix for path in written} == {".docx", ".pdf"}
    assert all("_ban-che_" in path.name for path in written)
    for path in written:
        if path.suffix == ".docx":
            assert "Xyzzy" not in text_of(path.read_bytes())


def test_confidential_answers_in_tables_and_their_files_go_too():
    from desktop_app.forms.form import Form, Question, QuestionKind, Repeat

    def question(name, *, secret=False, kind=QuestionKind.TEXT):
        return Question(name, kind, f"/x/{name}", {"vi": name}, confidential=secret)

    rows = Repeat("r", "/x/r", {"vi": "r"}, (question("open"), question("hidden", secret=True)))
    form = Form("x", "1", {}, ("vi",), "vi", "x", (question("a"), rows))
    answers = {"a": "1", "r": [{"open": "2", "hidden": "3"}], "unknown": "4"}
    kept, left_out = redacted.redact(form, answers)
    assert kept == {"a": "1", "r": [{"open": "2"}]}
    assert left_out == ("hidden", "unknown")


def test_without_the_form_nothing_is_shown_rather_than_too_much(office, secretive, monkeypatch):
    monkeypatch.setattr(redacted, "form_or_none", lambda *_: None)
    with pytest.raises(NotAllowed, match="SSK-845"):
        redacted.open_redacted(office, secretive)


# Scores


def test_members_score_and_the_mean_is_shown(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)
    names = [c.name for c in score_sheets.rubric_of("hoi-dong-co-so").criteria]
    first = dict(zip(names, (30, 15, 15, 25, "10,5"), strict=True))
    result = score_sheets.keep_sheet(office, initiative_id, " Lê Văn  A ", "hoi-dong-co-so", first)
    assert result.passed
    score_sheets.keep_sheet(office, initiative_id, "Trần B", "hoi-dong-co-so", {names[0]: 5}, "Ít")
    scores = score_sheets.scores_of(office, initiative_id)
    assert [sheet.member for sheet in scores.sheets] == ["Lê Văn A", "Trần B"]
    assert (scores.together.members, str(scores.together.result.total)) == (1, "95.50")
    # The same member, written otherwise, is the same sheet.
    score_sheets.keep_sheet(office, initiative_id, "LE VAN A", "hoi-dong-co-so", first)
    assert len(score_sheets.scores_of(office, initiative_id).sheets) == 2
    # A sheet by another rubric stands beside, but is not counted with these.
    score_sheets.keep_sheet(office, initiative_id, "Khác", "ump-mau-04", {"Tính mới": 28})
    scores = score_sheets.scores_of(office, initiative_id, "hoi-dong-co-so")
    assert [s.other_rubric for s in scores.sheets] == [True, False, False]
    assert scores.together.members == 1
    score_sheets.drop_sheet(office, initiative_id, "Khác")
    assert score_sheets.scores_of(office, initiative_id).rubric_id == "hoi-dong-co-so"


@pytest.mark.parametrize(
    ("member", "rubric", "points", "code"),
    [
        ("A", "hoi-dong-co-so", {"Tính mới": 31}, "SSK-842"),
        (" ", "hoi-dong-co-so", {"Tính mới": 1}, "SSK-843"),
        ("A" * 121, "hoi-dong-co-so", {"Tính mới": 1}, "SSK-843"),
        ("A", "không-có", {}, "SSK-844"),
        ("A", "hoi-dong-co-so", {"Mục lạ": 1}, "SSK-844"),
    ],
)
def test_what_does_not_fit_a_sheet_changes_nothing(
    team, office, files, member, rubric, points, code
):
    initiative_id = ready(team)
    send(team, office, files)
    with pytest.raises(BadInput, match=code):
        score_sheets.keep_sheet(office, initiative_id, member, rubric, points)
    assert score_sheets.scores_of(office, initiative_id).sheets == ()


def test_a_new_revision_begins_without_points(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)
    score_sheets.keep_sheet(office, initiative_id, "A", "hoi-dong-co-so", {"Tính mới": 5})
    again(team, initiative_id, recommendation="Khác.")
    send(team, office, files)
    assert score_sheets.scores_of(office, initiative_id).sheets == ()


def test_the_printed_sheet_is_filled_from_the_members_sheets(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)

    def printed(name):
        (document,) = paper.preview_documents(office, initiative_id, names=[name])
        return text_of(document.docx)

    assert "điểm trung bình" not in printed("phieu-cham-diem")
    names = [c.name for c in score_sheets.rubric_of("hoi-dong-co-so").criteria]
    first = dict(zip(names, (30, 15, 15, 25, "10,5"), strict=True))
    score_sheets.keep_sheet(office, initiative_id, "Lê A", "hoi-dong-co-so", first, "Tốt lắm")
    sheet = printed("phieu-cham-diem")
    for text in ("Lê A", "10,5", "95,5", "Tốt lắm", "Đề nghị lên cấp trên"):
        assert text in sheet
    second = dict(zip(names, (20, 15, 15, 25, 10), strict=True))
    score_sheets.keep_sheet(office, initiative_id, "Trần B", "hoi-dong-co-so", second)
    sheet = printed("phieu-cham-diem")
    assert "điểm trung bình của 2 người: Lê A, Trần B" in sheet
    assert "90,25" in sheet
    assert "90,25" in printed("bien-ban-hoi-dong")


# Notes and phrases


def test_an_own_note_never_leaves_the_office(team, office, files):
    initiative_id = ready(team)
    send(team, office, files)
    review_notes.keep_note(office, initiative_id, " Hỏi Qwertz trước khi ký. ")
    score_sheets.keep_sheet(office, initiative_id, "Zyxwvu", "hoi-dong-co-so", {"Tính mới": 5})
    assert review.open_review(office, initiative_id).note == "Hỏi Qwertz trước khi ký."
    review.decide(office, initiative_id, "accepted")
    (written,) = receipts.export_receipts(office, files)
    inbox.take_in(team, [written.path])
    assert drafting.open_draft(team, initiative_id).submission == "accepted"
    everything = b"".join(p.read_bytes() for p in team.folder.rglob("*") if p.is_file())
    assert b"Qwertz" not in everything
    assert b"Zyxwvu" not in everything
    # The receipt as it lies in the office's own book: what a copy of it would be made from.
    with office.database.read() as session:
        sent = str(session.scalars(select(Bundle.content).where(Bundle.direction == "out")).all())
    assert initiative_id in sent
    assert "Qwertz" not in sent
    assert "Zyxwvu" not in sent
    review_notes.keep_note(office, initiative_id, "")
    assert review.open_review(office, initiative_id).note == ""


def test_phrases_are_kept_in_the_officers_order(office):
    first = phrases.phrases(office)
    phrases.remember_phrase(office, "  Xin thêm ảnh. ")
    assert phrases.phrases(office) == ("Xin thêm ảnh.", *first)
    assert phrases.move_phrase(office, 0, 1) == 1
    assert phrases.phrases(office)[1] == "Xin thêm ảnh."
    assert phrases.move_phrase(office, 0, -1) == 0
    phrases.change_phrase(office, 1, "Xin thêm hai ảnh.")
    assert phrases.phrases(office)[1] == "Xin thêm hai ảnh."
    phrases.remove_phrase(office, 1)
    assert phrases.phrases(office) == first
    phrases.remember_phrase(office, "   ")
    assert phrases.phrases(office) == first
    with pytest.raises(BadInput, match="SSK-526"):
        phrases.remember_phrase(office, "x" * 20_001)
