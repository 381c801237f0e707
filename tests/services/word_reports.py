"""Reports as workers bring them: the same kind of content, made in many different ways.

Every document says which text belongs to which question, so that what lands there can be counted.
The headings are those of the families V1 to V5, of the application (Thông tư 18/2013/TT-BKHCN,
Phụ lục I) and of provincial outlines as domain.md lists them.
"""

import io
import subprocess
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desktop_app.domain.dates import display_date
from desktop_app.domain.legacy_text import Encoding, from_unicode
from desktop_app.domain.text import nfc
from tests.samples import answers

ELSE = {
    "recommendation": "Đề nghị công ty cho các chuyền khác học theo và khen thưởng nhóm tác giả.",
    "replication": "Bốn chuyền có máy cùng loại dùng được ngay, không phải mua thêm gì.",
    "benefit_safety_env": "Bớt bụi, bớt ồn; không còn ca nào phải với tay qua lưỡi cắt.",
    "benefit_social": "Người mới vào nghề làm được sau một buổi, không ai phải nghỉ việc.",
    "application_field_detail": "Cơ khí chế tạo",
}


def content(number: int) -> dict[str, Any]:
    """Return the answers of a sample initiative, with those it leaves out."""
    return ELSE | answers(1) | answers(number)


@dataclass
class Made:
    """A document being made, and what of it belongs where."""

    name: str
    how: str
    document: Any = field(default_factory=docx.Document)
    expected: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    content: bytes = b""

    def text(self, said: str, question: str = "", **looks: Any) -> Any:
        """Write paragraphs; they belong to a question."""
        made = None
        for line in said.split("\n"):
            made = self.document.add_paragraph(style=looks.get("style"))
            run = made.add_run(line)
            run.bold = looks.get("bold")
            if "font" in looks:
                run.font.name = looks["font"]
        if question:
            before = self.expected.get(question)
            self.expected[question] = f"{before}\n{said}" if before else said
        return made

    def table(self, rows: list[list[str]]) -> Any:
        made = self.document.add_table(len(rows), len(rows[0]))
        for cells, row in zip(made.rows, rows, strict=True):
            for cell, said in zip(cells.cells, row, strict=True):
                cell.text = said
        return made

    def done(self) -> "Made":
        if not self.content:
            stream = io.BytesIO()
            self.document.save(stream)
            self.content = stream.getvalue()
        return self


def _date(text: str) -> str:
    return display_date(text)


def province_v1() -> Made:
    a, m = content(1), Made("V1", "tỉnh, đề mục kiểu Heading, một dòng “nhãn: giá trị”")
    m.text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True)
    m.text("Độc lập - Tự do - Hạnh phúc", bold=True)
    m.text("MÔ TẢ SÁNG KIẾN", bold=True)
    m.text("Mã số: ………………")
    m.text(f"1. Tên sáng kiến: {a['initiative_title']}")
    m.expected["initiative_title"] = a["initiative_title"]
    m.text(f"2. Lĩnh vực áp dụng sáng kiến: {a['application_field_detail']}")
    m.expected["application_field_detail"] = a["application_field_detail"]
    m.document.add_heading("3. Mô tả bản chất của sáng kiến", 1)
    m.document.add_heading("3.1. Tình trạng giải pháp đã biết", 2)
    m.text(a["current_state"], "current_state")
    m.document.add_heading("3.2. Nội dung giải pháp đề nghị công nhận là sáng kiến", 2)
    m.document.add_heading("Mục đích của giải pháp", 3)
    m.text(a["purpose"], "purpose")
    m.document.add_heading("Nội dung giải pháp", 3)
    m.text(a["solution_overview"], "solution_overview")
    m.document.add_heading("Tính mới, điểm khác biệt", 3)
    m.text(a["novelty"], "novelty")
    m.document.add_heading("3.3. Khả năng áp dụng của giải pháp", 2)
    m.text(a["applicability"], "applicability")
    m.document.add_heading("3.4. Hiệu quả, lợi ích thu được hoặc dự kiến có thể thu được", 2)
    m.text(a["benefit_author"], "benefit_author")
    m.document.add_heading("3.5. Tài liệu kèm theo", 2)
    m.text("Bản vẽ: 02 tờ.")
    m.text("Điện Biên, ngày 05 tháng 11 năm 2026")
    m.text("NGƯỜI NỘP ĐƠN", bold=True)
    return m.done()


def province_v2() -> Made:
    a, m = content(2), Made("V2", "Mẫu 02/SK, đề mục đậm có số, tác giả theo dòng")
    m.text("BÁO CÁO MÔ TẢ SÁNG KIẾN", bold=True)
    m.text("1. Tên sáng kiến:", bold=True)
    m.text(a["initiative_title"], "initiative_title")
    m.text("2. Tác giả sáng kiến:", bold=True)
    for person in a["authors"]:
        share = person["contribution_percent"]
        m.text(f"- {person['full_name']} – {person['job_title']} – {share}%")
    m.rows["authors"] = [
        {name: person[name] for name in ("full_name", "job_title", "contribution_percent")}
        for person in a["authors"]
    ]
    for heading, question in (
        ("3. Tình trạng giải pháp đã biết (ưu điểm, nhược điểm):", "current_state"),
        ("4. Mục đích của giải pháp:", "purpose"),
        ("5. Bản chất của giải pháp mới:", "solution_overview"),
        ("5.2. Điểm mới của giải pháp:", "novelty"),
        ("6. Khả năng áp dụng, phạm vi nhân rộng:", "applicability"),
        ("7. Hiệu quả kinh tế, xã hội:", "benefit_author"),
    ):
        m.text(heading, bold=True)
        m.text(a[question], question)
    m.text("8. Danh mục tài liệu, minh chứng:", bold=True)
    m.text("Ảnh chụp trước và sau.")
    return m.done()


def office_v3() -> Made:
    a, m = content(3), Made("V3", "cơ quan thuế, mục a. b. c. không đậm")
    m.text("BÁO CÁO SÁNG KIẾN", bold=True)
    m.text(f"1. Tên sáng kiến (thể hiện bản chất): {a['initiative_title']}")
    m.expected["initiative_title"] = a["initiative_title"]
    m.text(f"3. Lĩnh vực áp dụng: {a['application_field_detail']}")
    m.expected["application_field_detail"] = a["application_field_detail"]
    m.text("4. Mô tả sáng kiến:")
    m.text("a. Khái quát tình hình trước khi có sáng kiến")
    m.text(a["current_state"], "current_state")
    m.text("- Sự cần thiết:")
    m.text(a["necessity"], "necessity")
    m.text("b. Nội dung sáng kiến")
    m.text(a["solution_overview"], "solution_overview")
    m.text("- Tính mới của sáng kiến:")
    m.text(a["novelty"], "novelty")
    m.text("c. Hiệu quả và phạm vi áp dụng")
    m.text(a["applicability"], "applicability")
    m.text("5. Hội đồng cơ sở đã xét công nhận: Quyết định số 12/QĐ ngày 01/10/2026")
    applied = a["first_applied_date"]
    m.text(f"6. Thời gian áp dụng lần đầu: {_date(applied)}")
    m.expected["first_applied_date"] = applied
    return m.done()


def university_v4() -> Made:
    a, m = content(4), Made("V4", "đề mục viết hoa, bảng đơn vị áp dụng thử, bảng trước – sau")
    m.text("BÁO CÁO MÔ TẢ SÁNG KIẾN")
    m.text("1. MỞ ĐẦU")
    m.text(a["necessity"], "necessity")
    m.text("2. TÊN SÁNG KIẾN")
    m.text(a["initiative_title"], "initiative_title")
    m.text("4. MÔ TẢ SÁNG KIẾN")
    m.text("4.1. TÌNH TRẠNG TRƯỚC KHI CÓ SÁNG KIẾN")
    m.text(a["current_state"], "current_state")
    m.text("4.2. GIẢI PHÁP MỚI")
    m.text(a["solution_overview"], "solution_overview")
    m.text("ĐIỀU KIỆN CẦN THIẾT ĐỂ ÁP DỤNG")
    m.text(a["conditions"], "conditions")
    m.text("DANH SÁCH ĐƠN VỊ ÁP DỤNG THỬ")
    units = [["TT", "Tên tổ chức, cá nhân", "Địa chỉ", "Lĩnh vực áp dụng"]]
    units += [["1", "Chuyền 3", "Nhà máy Một", "Cắt"], ["2", "Chuyền 5", "Nhà máy Hai", "May"]]
    m.table(units)
    m.rows["trial_units"] = [
        {"unit_name": row[1], "address": row[2], "field": row[3]} for row in units[1:]
    ]
    m.text("5. TÍNH MỚI")
    m.text(a["novelty"], "novelty")
    m.text("SỐ LIỆU TRƯỚC VÀ SAU KHI ÁP DỤNG")
    figures = [["STT", "Chỉ tiêu", "Đơn vị tính", "Trước khi áp dụng", "Sau khi áp dụng"]]
    figures += [["1", "Thời gian thay phôi", "giây", "40", "12,5"]]
    figures += [["2", "Sản lượng", "sản phẩm/ca", "1.200", "1.450"]]
    m.table(figures)
    m.rows["measures"] = [
        {"indicator": "Thời gian thay phôi", "unit": "giây", "before": 40, "after": 12.5},
        {"indicator": "Sản lượng", "unit": "sản phẩm/ca", "before": 1200, "after": 1450},
    ]
    m.text("HIỆU QUẢ KINH TẾ")
    m.text(a["benefit_economic"], "benefit_economic")
    m.text("MÔI TRƯỜNG VÀ AN TOÀN LAO ĐỘNG")
    m.text(a["benefit_safety_env"], "benefit_safety_env")
    m.text("6. THÔNG TIN CẦN ĐƯỢC BẢO MẬT: Không có")
    return m.done()


def long_form_v5() -> Made:
    a, m = content(5), Made("V5", "dạng dài có bìa, phần I – II – III")
    m.text("SÁNG KIẾN KINH NGHIỆM", bold=True)
    m.text(f"Tên sáng kiến: {a['initiative_title']}", bold=True)
    m.expected["initiative_title"] = a["initiative_title"]
    person = a["authors"][0]
    m.text(f"Tác giả: {person['full_name']}")
    m.text(f"Chức vụ: {person['job_title']}")
    m.rows["authors"] = [{"full_name": person["full_name"], "job_title": person["job_title"]}]
    m.document.add_page_break()
    m.text("I. MỞ ĐẦU", bold=True)
    m.text("1. Lý do chọn sáng kiến", bold=True)
    m.text(a["necessity"], "necessity")
    m.text("2. Điểm mới của sáng kiến", bold=True)
    m.text(a["novelty"], "novelty")
    m.text("II. NỘI DUNG", bold=True)
    m.text("1. Thực trạng của vấn đề", bold=True)
    m.text(a["current_state"], "current_state")
    m.text("2. Nội dung của giải pháp", bold=True)
    m.text(a["solution_overview"], "solution_overview")
    m.text("3. Kết quả đạt được", bold=True)
    m.text(a["benefit_author"], "benefit_author")
    m.text("III. KẾT LUẬN", bold=True)
    m.text("1. Ý nghĩa của sáng kiến", bold=True)
    m.text("Áp dụng được cho nhiều nơi.")
    m.text("2. Kiến nghị, đề xuất", bold=True)
    m.text(a["recommendation"], "recommendation")
    m.text("TÀI LIỆU THAM KHẢO", bold=True)
    m.text("Sổ tay kỹ thuật của xưởng.")
    return m.done()


def application() -> Made:
    a, m = content(6), Made("Đơn", "Phụ lục I Thông tư 18/2013, bảng tác giả bảy cột")
    m.text("ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN", bold=True)
    m.text(f"Kính gửi: {a['recipient_name']}")
    m.expected["recipient_name"] = a["recipient_name"]
    m.text("Tôi (chúng tôi) ghi tên dưới đây:")
    head = ["Số TT", "Họ và tên", "Ngày tháng năm sinh", "Nơi công tác (hoặc nơi thường trú)",
            "Chức danh", "Trình độ chuyên môn",
            "Tỷ lệ (%) đóng góp vào việc tạo ra sáng kiến (ghi rõ đối với từng đồng tác giả)"]  # fmt: skip
    names = ("full_name", "birth_date", "workplace", "job_title", "qualification",
             "contribution_percent")  # fmt: skip
    body = [
        [str(number), *(_date(p[n]) if n == "birth_date" else str(p[n]) for n in names)]
        for number, p in enumerate(a["authors"], start=1)
    ]
    m.table([head, *body])
    m.rows["authors"] = [{name: person[name] for name in names} for person in a["authors"]]
    m.text("Là tác giả (nhóm tác giả) đề nghị xét công nhận sáng kiến: " + a["initiative_title"])
    m.expected["initiative_title"] = a["initiative_title"]
    m.text("- Chủ đầu tư tạo ra sáng kiến: Công ty Cổ phần Cơ khí Một")
    m.expected["investor_name"] = "Công ty Cổ phần Cơ khí Một"
    m.text(f"- Lĩnh vực áp dụng sáng kiến: {a['application_field_detail']}")
    m.expected["application_field_detail"] = a["application_field_detail"]
    applied = a["first_applied_date"]
    m.text(
        "- Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử (ghi ngày nào sớm hơn): "
        + _date(applied)
    )
    m.expected["first_applied_date"] = applied
    m.text("- Mô tả bản chất của sáng kiến:")
    m.text(a["essence"], "essence")
    m.text("- Các điều kiện cần thiết để áp dụng sáng kiến:")
    m.text(a["conditions"], "conditions")
    m.text(
        "- Đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến theo ý "
        "kiến của tác giả:"
    )
    m.text(a["benefit_author"], "benefit_author")
    m.text("- Danh sách những người đã tham gia áp dụng thử hoặc áp dụng sáng kiến lần đầu:")
    m.table([[*head[:6], "Nội dung công việc hỗ trợ"],
             ["1", "Lò Văn Tám", "1990", "Xưởng 2", "Thợ hàn", "Bậc 4/7", "Hàn khung"]])  # fmt: skip
    m.rows["first_appliers"] = [{"full_name": "Lò Văn Tám", "birth_date": "1990",
                                 "support_work": "Hàn khung"}]  # fmt: skip
    m.text(
        "Tôi (chúng tôi) xin cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và "
        "hoàn toàn chịu trách nhiệm trước pháp luật."
    )
    m.text("Điện Biên, ngày 05 tháng 11 năm 2026")
    m.text("Người nộp đơn")
    m.text("(Ký và ghi rõ họ tên)")
    return m.done()


def _outlined(m: Made, a: Mapping[str, Any], **looks: Any) -> None:
    """Write the eleven items of a provincial outline of 2026, headings and text apart."""
    for heading, question in (
        ("Tên sáng kiến", "initiative_title"),
        ("Sự cần thiết", "necessity"),
        ("Thực trạng trước khi áp dụng", "current_state"),
        ("Nội dung sáng kiến", "solution_overview"),
        ("Tính mới", "novelty"),
        ("Khả năng áp dụng", "applicability"),
        ("Điều kiện áp dụng", "conditions"),
        ("Lợi ích thu được", "benefit_author"),
        ("Kiến nghị", "recommendation"),
    ):
        m.text(heading, **looks)
        m.text(a[question], question)


def numbered_by_word() -> Made:
    m = Made("Số tự động", "đề mục là danh sách đánh số của Word")
    _outlined(m, content(7), style="List Number")
    return m.done()


def plain_outline() -> Made:
    a, m = content(8), Made("Đề cương", "mười một mục gõ tay, không đậm, số và nội dung liền nhau")
    for number, (heading, question) in enumerate(
        (
            ("Tên sáng kiến", "initiative_title"),
            ("Lĩnh vực áp dụng", "application_field_detail"),
            ("Thực trạng", "current_state"),
            ("Nội dung sáng kiến", "solution_overview"),
            ("Tính mới", "novelty"),
            ("Khả năng áp dụng", "applicability"),
            ("Lợi ích", "benefit_author"),
        ),
        start=1,
    ):
        m.text(f"{number}/ {heading}: {a[question]}")
        m.expected[question] = a[question]
    return m.done()


def made_as_a_table() -> Made:
    a, m = content(9), Made("Bảng kê", "cả báo cáo là một bảng STT – nội dung – trả lời")
    rows = []
    for number, (heading, question) in enumerate(
        (
            ("Tên sáng kiến", "initiative_title"),
            ("Thực trạng trước khi áp dụng", "current_state"),
            ("Mục đích", "purpose"),
            ("Nội dung giải pháp", "solution_overview"),
            ("Tính mới", "novelty"),
            ("Khả năng nhân rộng", "replication"),
            ("Hiệu quả kinh tế", "benefit_economic"),
            ("Hiệu quả xã hội", "benefit_social"),
        ),
        start=1,
    ):
        rows.append([str(number), heading, a[question]])
        m.expected[question] = a[question]
    m.table(rows)
    return m.done()


def old_letters(encoding: Encoding, font: str) -> Made:
    a, m = content(10), Made(f"Phông {font}", f"gõ bằng bảng mã cũ {encoding.upper()}")
    _outlined(m, a, bold=None)
    for paragraph in m.document.paragraphs:
        for run in paragraph.runs:
            run.text = from_unicode(run.text, encoding)
            run.font.name = font
    return m.done()


def tracked() -> Made:
    a, m = content(11), Made("Sửa và bình luận", "có sửa đổi theo dõi và bình luận")
    _outlined(m, a, bold=True)
    body = m.document.paragraphs[3]  # the necessity
    inserted = parse_xml(
        f'<w:ins {nsdecls("w")} w:author="Quản đốc" w:id="1"><w:r><w:t xml:space="preserve"> '
        "Chữ thêm vào.</w:t></w:r></w:ins>"
    )
    deleted = parse_xml(
        f'<w:del {nsdecls("w")} w:author="Quản đốc" w:id="2"><w:r><w:delText> Chữ bỏ đi.'
        "</w:delText></w:r></w:del>"
    )
    body._p.append(inserted)
    body._p.append(deleted)
    m.document.add_comment(body.runs, text="Cần nêu số liệu.", author="Quản đốc")
    m.expected["necessity"] += " Chữ thêm vào."
    return m.done()


def boxes_and_controls() -> Made:
    a, m = content(12), Made("Khung và ô điền", "chữ trong text box và content control")
    _outlined(m, a, bold=True)
    title = m.document.paragraphs[1]._p
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    title.addprevious(control)
    control[1].append(title)
    said = "Cần công ty cho xưởng khác học theo."
    box = parse_xml(
        f'<w:p {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict><v:shape>'
        f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{said}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    m.document.paragraphs[-1]._p.addnext(box)
    m.expected["recommendation"] += f"\n{said}"
    return m.done()


def decomposed() -> Made:
    a, m = content(13), Made("Chữ rời dấu", "NFD như máy Mac, dấu cách cứng, chữ rời")
    _outlined(m, a, bold=True)
    for paragraph in m.document.paragraphs:
        for run in paragraph.runs:
            run.text = unicodedata.normalize("NFD", run.text).replace(" của ", "\u00a0của\u00a0")
    return m.done()


def from_office(folder: Path) -> list[Made]:
    """Return reports saved by LibreOffice, from a web page and by way of OpenDocument."""
    a = content(14)
    made = Made("LibreOffice từ HTML", "trang web lưu thành Word")
    _outlined(made, a, bold=True)
    tags = ["h2" if p.runs and p.runs[0].bold else "p" for p in made.document.paragraphs]
    lines = [p.text for p in made.document.paragraphs]
    page = "".join(f"<{tag}>{line}</{tag}>" for tag, line in zip(tags, lines, strict=True))
    source = folder / "trang.html"
    source.write_text(
        f"<html><head><meta charset='utf-8'></head><body>{page}</body></html>", encoding="utf-8"
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def convert(file: Path, kind: str) -> Path:
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir"]
        subprocess.run([*command, str(folder), str(file)], check=True, capture_output=True)
        return folder / f"{file.stem}.{kind.partition(':')[0]}"

    convert(source, "odt:writer8")
    made.content = convert(folder / "trang.odt", "docx:MS Word 2007 XML").read_bytes()
    return [made]


def documents(folder: Path | None = None) -> list[Made]:
    """Return all of them; those of an office program only with a folder to work in."""
    made = [
        province_v1(),
        province_v2(),
        office_v3(),
        university_v4(),
        long_form_v5(),
        application(),
        numbered_by_word(),
        plain_outline(),
        made_as_a_table(),
        old_letters(Encoding.TCVN3, ".VnTime"),
        old_letters(Encoding.VNI, "VNI-Times"),
        tracked(),
        boxes_and_controls(),
        decomposed(),
    ]
    return made + (from_office(folder) if folder is not None else [])


def landed(made: Made, taken: Mapping[str, Any]) -> tuple[int, int]:
    """Return how many letters came to the right question, and how many there were."""
    right = total = 0
    for question, said in made.expected.items():
        wanted = _letters(said)
        found = _letters(str(taken.get(question, "")))
        total += len(wanted)
        right += len(wanted) if wanted in found and len(found) < len(wanted) * 1.5 + 40 else 0
    for repeat, rows in made.rows.items():
        given = taken.get(repeat, [])
        for place, row in enumerate(rows):
            there = given[place] if place < len(given) else {}
            for name, value in row.items():
                total += len(str(value))
                right += len(str(value)) if there.get(name) == value else 0
    return right, total


def _letters(text: str) -> str:
    return "".join(letter for letter in nfc(text) if letter.isalnum()).casefold()
