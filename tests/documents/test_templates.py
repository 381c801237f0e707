"""The two papers of the built-in pack: order, wording, empty parts, opened by other programs."""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from desktop_app.documents.filling import DocumentFiller
from tests.documents.conftest import built_in_template, opened, sample_context, text_of

ROOT = Path(__file__).resolve().parents[2]
REPORT, APPLICATION = "bao-cao-mo-ta", "don-yeu-cau"


def _filled(filler: DocumentFiller, name: str, number: str = "01", **changes) -> bytes:
    return filler.fill(built_in_template(name), sample_context(number, **changes))


def _in_order(text: str, *parts: str) -> None:
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, f"{part!r} is missing or out of order"
        place = found + len(part)


def test_the_application_follows_the_national_form(filler: DocumentFiller) -> None:
    appliers = [{"full_name": "Hà Văn Lực", "birth_date": "1991", "support_work": "hàn khung"}]

    text = text_of(_filled(filler, APPLICATION, first_appliers=appliers))

    _in_order(
        text,
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN",
        "Kính gửi: Công ty Cổ phần May Sông Công",
        "Chúng tôi ghi tên dưới đây:",
        "Số TT",
        "Họ và tên",
        "Ngày tháng năm sinh",
        "Nơi công tác (hoặc nơi thường trú)",
        "Chức danh",
        "Trình độ chuyên môn",
        "Tỷ lệ (%) đóng góp vào việc tạo ra sáng kiến",
        "Đặng Văn Quyết",
        "Ma Văn Chiến",
        "đề nghị xét công nhận sáng kiến: Cải tiến đồ gá",
        "Chủ đầu tư tạo ra sáng kiến:",
        "Lĩnh vực áp dụng sáng kiến:",
        "Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử: 16/03/2026",
        "Mô tả bản chất của sáng kiến:",
        "Những thông tin cần được bảo mật: không có.",
        "Các điều kiện cần thiết để áp dụng sáng kiến:",
        "theo ý kiến của tác giả:",
        "theo ý kiến của tổ chức, cá nhân đã tham gia áp dụng sáng kiến lần đầu",
        "Danh sách những người đã tham gia áp dụng thử hoặc áp dụng sáng kiến lần đầu",
        "Nội dung công việc hỗ trợ",
        "hàn khung",
        "xin cam đoan mọi thông tin nêu trong đơn là trung thực",
        "Sông Công, ngày 02 tháng 11 năm 2026",
        "NGƯỜI NỘP ĐƠN",
        "Đặng Văn Quyết",
        "Ma Văn Chiến",
    )
    assert text == unicodedata.normalize("NFC", text)


def test_the_report_follows_the_common_outline(filler: DocumentFiller) -> None:
    files = [
        {"file": {"sha256": "x", "name": "bv.pdf", "size": 1, "media_type": "application/pdf"}},
    ]

    text = text_of(_filled(filler, REPORT, attachments=files, recommendation="Nhân rộng."))

    _in_order(
        text,
        "CÔNG ĐOÀN CÁC KHU CÔNG NGHIỆP TỈNH THÁI NGUYÊN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Sông Công, ngày 02 tháng 11 năm 2026",
        "BÁO CÁO MÔ TẢ SÁNG KIẾN",
        "Mã hồ sơ: MSC-2026-0001",
        "1. Tên sáng kiến:",
        "2. Lĩnh vực áp dụng:",
        "3. Mô tả bản chất của sáng kiến",
        "3.1. Tình trạng giải pháp đã biết",
        "3.2. Nội dung giải pháp đề nghị công nhận là sáng kiến",
        "Mục đích của giải pháp:",
        "Bước 1.",
        "Bước 3.",
        "Tính mới, điểm khác biệt:",
        "Hình 1. Kẹp phôi",
        "3.3. Khả năng áp dụng",
        "3.4. Hiệu quả, lợi ích",
        "Chênh lệch",
        "-28",
        "-70",
        "Hiệu quả kinh tế",
        "Cộng",
        "38.052.000",
        "3.600.000",
        "34.452.000",
        "bằng chữ: Ba mươi tư triệu bốn trăm năm mươi hai nghìn đồng",
        "An toàn lao động",
        "Lợi ích xã hội",
        "3.5. Tài liệu kèm theo (1 tài liệu)",
        "bv.pdf",
        "cam kết nội dung báo cáo",
        "TM. BAN CHẤP HÀNH",
        "GIÁM ĐỐC",
        "NHÓM TÁC GIẢ",
    )


@pytest.mark.parametrize("name", [APPLICATION, REPORT])
@pytest.mark.parametrize("number", [f"{n:02}" for n in range(1, 13)])
def test_every_sample_prints_without_a_trace_of_the_template(
    filler: DocumentFiller, name: str, number: str
) -> None:
    filled = _filled(filler, name, number)

    text = text_of(filled)
    assert not re.search(r"[{}]|None|Undefined", text)
    assert not re.search(r"\(\)|: \.|\.\.|, ,| ,", text.replace("…", ""))
    for table in opened(filled).tables:
        assert len(table.rows) > 0


def test_empty_parts_leave_nothing_behind(filler: DocumentFiller) -> None:
    optional = {
        "current_pros": None,
        "novelty_table": None,
        "figures": None,
        "trial_units": None,
        "replication": None,
        "measures": None,
        "benefit_calc": None,
        "benefit_value": None,
        "implementation_cost": None,
        "benefit_economic": None,
        "benefit_work": None,
        "benefit_safety_env": None,
        "benefit_social": None,
        "benefit_users": None,
        "recommendation": None,
        "attachments": None,
        "confidential_info": None,
    }

    report = _filled(filler, REPORT, **optional)

    text = text_of(report)
    for heading in (
        "Ưu điểm",
        "Bảng so sánh",
        "Hình",
        "áp dụng thử:\n",
        "Khả năng nhân rộng",
        "Số liệu trước và sau",
        "Hiệu quả kinh tế",
        "Cách tính",
        "An toàn lao động",
        "Ý kiến của",
        "Kiến nghị",
        "3.5.",
        "bảo mật",
        "Khen thưởng",
    ):
        assert heading not in text, heading
    # The head of the paper and the signatures are all the tables left.
    assert len(opened(report).tables) == 2


def test_one_author_speaks_and_signs_alone(filler: DocumentFiller) -> None:
    author = {"full_name": "Lò Thị Mai", "contribution_percent": 100, "signs": "yes"}

    text = text_of(_filled(filler, APPLICATION, authors=[author]))

    assert "Tôi ghi tên dưới đây" in text
    assert "Chúng tôi" not in text
    assert text.count("NGƯỜI NỘP ĐƠN") == 1
    assert text.rstrip().endswith("Lò Thị Mai")


def test_only_authors_who_sign_have_room_for_it(filler: DocumentFiller) -> None:
    authors = [
        {"full_name": f"Tác Giả {name}", "contribution_percent": 25, "signs": signs}
        for name, signs in (("Một", "yes"), ("Hai", "no"), ("Ba", "yes"), ("Bốn", "yes"))
    ]

    signatures = opened(_filled(filler, APPLICATION, authors=authors)).tables[-1]

    names = [cell.text.strip() for row in signatures.rows for cell in row.cells]
    assert [name for name in names if name.startswith("Tác")] == [
        "Tác Giả Một",
        "Tác Giả Ba",
        "Tác Giả Bốn",
    ]


def test_left_out_secrets_are_not_called_none(filler: DocumentFiller) -> None:
    text = text_of(_filled(filler, APPLICATION, has_confidential="yes", confidential_info=None))

    assert "bảo mật: có, không nêu trong bản này." in text


@pytest.mark.parametrize("name", [APPLICATION, REPORT])
def test_the_layout_is_the_official_one(name: str) -> None:
    document = opened(built_in_template(name))
    section, normal = document.sections[0], document.styles["Normal"]

    sizes = [round(length.mm) for length in (section.page_width, section.page_height)]
    margins = [
        round(length.mm)
        for length in (
            section.top_margin,
            section.bottom_margin,
            section.left_margin,
            section.right_margin,
        )
    ]
    assert sizes == [210, 297]
    assert margins == [20, 20, 30, 15]
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 14)
    assert section.different_first_page_header_footer
    body = next(p for p in document.paragraphs if p.text == "{{ text }}")
    assert round(body.paragraph_format.first_line_indent.cm, 2) == 1.27
    assert body.paragraph_format.space_before.pt == 6


def test_the_committed_templates_are_what_the_script_makes(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib; sys.path.insert(0, 'packaging/template_pack'); "
        "import documents; documents.TARGET = pathlib.Path(sys.argv[1]); documents.main()"
    )
    subprocess.run([sys.executable, "-B", "-c", script, str(tmp_path)], cwd=ROOT, check=True)

    for name in (APPLICATION, REPORT):
        assert (tmp_path / f"{name}.docx").read_bytes() == built_in_template(name)
