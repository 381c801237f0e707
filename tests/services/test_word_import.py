"""A worker's own Word file: what of it lands where, what is told, what is never done by itself."""

import io

import docx
import pytest
from PIL import Image

from desktop_app.documents.word_text import WordParagraph, WordText
from desktop_app.domain.legacy_text import Encoding
from desktop_app.domain.text import nfc
from desktop_app.errors import BadFile
from desktop_app.services import drafting, setup, templates
from desktop_app.services.word_import.proposal import propose
from desktop_app.services.word_import.taking import read_word, take
from desktop_app.workspace import Workspace
from tests.forms.xlsforms import form
from tests.samples import answers
from tests.services.word_reports import documents, landed, old_letters, province_v1


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with Workspace(tmp_path_factory.mktemp("word") / "book") as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        yield workspace


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return documents(tmp_path_factory.mktemp("office"))


def saved(folder, content, name="bao-cao.docx"):
    file = folder / name
    file.write_bytes(content)
    return file


def chosen(draft, **how):
    return [piece for piece in draft.pieces(**how) if piece.path is not None]


def test_text_lands_in_the_right_question_however_the_file_was_made(book, made, tmp_path):
    """Printed with ``-s``; the figures stand in docs/word-import.md."""
    shares = {}
    for report in made:
        draft = read_word(book, saved(tmp_path, report.content))
        done = take(book, draft, chosen(draft))
        right, total = landed(report, drafting.open_draft(book, done.id).answers)
        shares[report.name] = right / total
        print(f"{report.name:<22} {right / total:7.1%}  {total:>6}  {report.how}")
    assert len(shares) >= 10
    assert all(share >= 0.95 for share in shares.values()), shares


def test_no_paragraph_is_left_out_silently(book, made, tmp_path):
    for report in made:
        draft = read_word(book, saved(tmp_path, report.content))
        shown = _letters(" ".join(f"{p.heading} {p.text} {p.value}" for p in draft.pieces()))
        for said in report.expected.values():
            if not said[:4].isdigit():  # dates are shown as they were read
                assert _letters(said) in shown, report.name


def _letters(text):
    return "".join(letter for letter in nfc(text) if letter.isalnum()).casefold()


def test_what_has_no_question_is_unplaced_and_confidence_is_told(book, tmp_path):
    draft = read_word(book, saved(tmp_path, province_v1().content))
    unplaced = [piece for piece in draft.pieces() if piece.path is None]
    assert [piece.text for piece in unplaced] == ["Bản vẽ: 02 tờ."]
    assert all(0.5 < piece.confidence <= 1 for piece in chosen(draft))


def test_changes_and_comments_are_resolved_visibly(book, made, tmp_path):
    report = next(each for each in made if each.name == "Sửa và bình luận")
    draft = read_word(book, saved(tmp_path, report.content))
    said = {remark.kind: (remark.author, remark.text) for remark in draft.remarks}
    assert said == {
        "inserted": ("Quản đốc", "Chữ thêm vào."),
        "deleted": ("Quản đốc", "Chữ bỏ đi."),
        "comment": ("Quản đốc", "Cần nêu số liệu."),
    }
    text = " ".join(piece.text for piece in draft.pieces())
    assert "Chữ thêm vào." in text
    assert "Chữ bỏ đi." not in text


def test_old_letters_are_changed_on_yes_and_can_be_undone(book, tmp_path):
    report = old_letters(Encoding.TCVN3, ".VnTime")
    draft = read_word(book, saved(tmp_path, report.content))
    assert draft.old
    as_it_stands = take(book, draft, chosen(draft, readable=False))
    old = drafting.open_draft(book, as_it_stands.id).answers["novelty"]
    changed = drafting.open_draft(book, take(book, draft, chosen(draft)).id)
    assert changed.answers["novelty"] == report.expected["novelty"] != old
    assert changed.history.undo(("novelty",), changed.answers["novelty"]) == old
    assert changed.history.undo(("novelty",), old) is None


def test_an_answer_is_kept_unless_told_otherwise(book, tmp_path):
    draft = read_word(book, saved(tmp_path, province_v1().content))
    mine = drafting.new_initiative(book, None, answers(2))
    before = drafting.open_draft(book, mine).answers
    done = take(book, draft, chosen(draft), mine)
    assert ("novelty",) in done.kept
    assert drafting.open_draft(book, mine).answers["novelty"] == before["novelty"]
    take(book, draft, chosen(draft), mine, replace=frozenset({"novelty"}))
    assert drafting.open_draft(book, mine).answers["novelty"] == answers(1)["novelty"]
    assert drafting.open_draft(book, mine).answers["purpose"] == before["purpose"]


def test_the_same_file_again_is_told(book, tmp_path):
    document = docx.Document()
    document.add_paragraph("Mục đích: đọc hai lần")
    stream = io.BytesIO()
    document.save(stream)
    file = saved(tmp_path, stream.getvalue())
    assert read_word(book, file).taken_before == ""
    done = take(book, read_word(book, file), ())
    assert read_word(book, file).taken_before == done.code
    drafting.delete_draft(book, done.id)
    assert read_word(book, file).taken_before == ""


def test_pictures_come_with_their_captions(book, tmp_path):
    document = docx.Document()
    document.add_paragraph("Nội dung giải pháp").runs[0].bold = True
    for caption in ("Hình 1: Đồ gá cũ", ""):
        picture = io.BytesIO()
        Image.new("RGB", (40, 30), (200, len(caption), 10)).save(picture, "PNG")
        document.add_picture(picture)
        document.add_paragraph(caption)
    stream = io.BytesIO()
    document.save(stream)
    draft = read_word(book, saved(tmp_path, stream.getvalue()))
    done = take(book, draft, chosen(draft))
    first, second = drafting.open_draft(book, done.id).answers["figures"]
    assert first["caption"] == "Hình 1: Đồ gá cũ"
    assert "caption" not in second
    assert book.attachments.read(first["file"]["sha256"])


def test_what_is_no_clear_number_stays_text_to_look_at(book, tmp_path):
    document = docx.Document()
    document.add_paragraph("Số tiền làm lợi: khoảng 1,200 hoặc hơn")
    document.add_paragraph("Ngày áp dụng lần đầu: sau Tết")
    rows = [["Chỉ tiêu", "Trước", "Sau"], ["Thời gian", "40 giây", "12 giây"],
            ["Lỗi", "5", "hầu như không"]]  # fmt: skip
    table = document.add_table(3, 3)
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, said in zip(cells.cells, row, strict=True):
            cell.text = said
    stream = io.BytesIO()
    document.save(stream)
    draft = read_word(book, saved(tmp_path, stream.getvalue()))
    kept = drafting.open_draft(book, take(book, draft, chosen(draft)).id)
    assert "benefit_value" not in kept.answers
    assert kept.pending == {
        ("benefit_value",): "khoảng 1,200 hoặc hơn",
        ("first_applied_date",): "sau Tết",
        ("measures", 1, "after"): "hầu như không",
    }
    assert kept.answers["measures"][0] == {
        "indicator": "Thời gian", "unit": "giây", "before": 40, "after": 12}  # fmt: skip


def test_a_file_that_cannot_be_read_is_told(book, tmp_path):
    with pytest.raises(BadFile) as told:
        read_word(book, saved(tmp_path, b"\xd0\xcf\x11\xe0" + bytes(600), "cu.doc"))
    assert (told.value.code, told.value.facts["file"]) == ("SSK-342", "cu.doc")
    with pytest.raises(BadFile) as told:
        read_word(book, tmp_path / "khong-co.docx")
    assert told.value.code == "SSK-345"


def test_a_form_without_the_usual_questions_takes_what_it_has():
    survey = [("text", "aim", "Mục đích"), ("text", "cost", "Chi phí")]
    said = ("Mục đích: bớt chờ", "Tính mới: chưa ai làm")
    word = WordText(tuple(WordParagraph(text, text) for text in said), ())
    asked = form(survey)
    assert [(piece.path, piece.text) for piece in propose(asked, word)] == [
        (("aim",), "bớt chờ"),
        (None, "chưa ai làm"),
    ]


SHAPES = {
    "cover and parts": (
        """PHÒNG KỸ THUẬT
        SÁNG KIẾN KINH NGHIỆM
        BIỆN PHÁP GIẢM LỖI ĐƯỜNG MAY TÚI Ở CHUYỀN SỐ BA
        Lĩnh vực: May công nghiệp
        Tên tác giả: Nguyễn Thị Lan
        Chức vụ: Tổ trưởng
        PHẦN I: ĐẶT VẤN ĐỀ
        I. LÝ DO CHỌN ĐỀ TÀI
        Mỗi ca lỗi 7 %.
        PHẦN II: GIẢI QUYẾT VẤN ĐỀ
        1. CƠ SỞ LÝ LUẬN
        Theo quy trình may.
        2. THỰC TRẠNG VẤN ĐỀ
        Thợ mới chưa quen cữ.
        3. CÁC BIỆN PHÁP ĐÃ TIẾN HÀNH
        Làm cữ nhựa dày 3 mm.""",
        {
            "initiative_title": "BIỆN PHÁP GIẢM LỖI ĐƯỜNG MAY TÚI Ở CHUYỀN SỐ BA",
            "application_field_detail": "May công nghiệp",
            "authors": [{"full_name": "Nguyễn Thị Lan", "job_title": "Tổ trưởng"}],
            "necessity": "Mỗi ca lỗi 7 %.",
            "current_state": "Thợ mới chưa quen cữ.",
            "solution_overview": "Làm cữ nhựa dày 3 mm.",
        },
        ["PHÒNG KỸ THUẬT", "Theo quy trình may."],
    ),
    "numbers and slashes": (
        """1/ Tên sáng kiến : Lắp con lăn cho máy cắt
        2/ Tác giả : Trần Văn Bảy ; Chức vụ : Thợ máy ; Đơn vị : Xưởng 2
        II/ NỘI DUNG SÁNG KIẾN
        1/ Thực trạng trước khi có sáng kiến
        Máy cắt hay kẹt.
        * Tính mới:
        Chưa nơi nào lắp.
        - Hiệu quả kinh tế: Tiết kiệm 30 triệu đồng một năm.
        III/ KIẾN NGHỊ : Cho các xưởng học theo.""",
        {
            "initiative_title": "Lắp con lăn cho máy cắt",
            "authors": [
                {"full_name": "Trần Văn Bảy", "job_title": "Thợ máy", "workplace": "Xưởng 2"}
            ],
            "current_state": "Máy cắt hay kẹt.",
            "novelty": "Chưa nơi nào lắp.",
            "benefit_economic": "Tiết kiệm 30 triệu đồng một năm.",
            "recommendation": "Cho các xưởng học theo.",
        },
        [],
    ),
    "everything behind a colon": (
        """1. Tên sáng kiến: Xe đẩy phôi
        2. Ngày áp dụng thử: Ngày 15 tháng 03 năm 2026
        3. Các thông tin cần bảo mật (nếu có): không có.
        4. Mô tả các giải pháp cũ thường làm: Bốn người khiêng.
        5. Ảnh hưởng tới nơi khác: Chưa biết.
        6. Mục đích của giải pháp sáng kiến: Còn một người.
        7. Nội dung:
        7.1. Thuyết minh giải pháp mới hoặc cải tiến: Hàn xe bốn bánh.
        7.2. Thuyết minh về phạm vi áp dụng sáng kiến: Xưởng 1 và 2.""",
        {
            "initiative_title": "Xe đẩy phôi",
            "first_applied_date": "2026-03-15",
            "has_confidential": "no",
            "current_state": "Bốn người khiêng.",
            "purpose": "Còn một người.",
            "solution_overview": "Hàn xe bốn bánh.",
            "applicability": "Xưởng 1 và 2.",
        },
        ["Chưa biết."],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_met_in_offices_and_workshops(book, name):
    written, expected, unplaced = SHAPES[name]
    lines = [line.strip() for line in written.splitlines()]
    word = WordText(tuple(WordParagraph(line, line) for line in lines), ())
    asked = templates.form_of(book, *templates.default_template(book))
    pieces = propose(asked, word)
    assert {p.path[0]: p.value for p in pieces if p.path} == expected
    assert [piece.text for piece in pieces if not piece.path] == unplaced
