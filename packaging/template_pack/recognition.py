"""Papers of a recognition over many initiatives, from the receipts to the certificates.

They are filled from the recognition records alone, whatever form the reports were written on, and
so are no part of a template pack. The made files are ordinary Word files and may be edited in Word;
run this again only to begin anew: ``python packaging/template_pack/recognition.py``. Head, căn cứ,
articles and nơi nhận after Nghị định 30/2020/NĐ-CP, Phụ lục I; minutes, decision and certificate
after the skeletons in use and Phụ lục II, III of Thông tư 18/2013/TT-BKHCN.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from layout import (
    TEXT_WIDTH,
    below,
    control,
    frame,
    grid,
    head,
    heading,
    keep,
    labelled,
    line,
    long_text,
    new_document,
    new_page,
    same_bytes,
    say,
    signed,
    subject,
    title,
    write,
)

TARGET = Path(__file__).resolve().parents[2] / "resources/recognition/papers"
DOTS = "…" * 30
COUNCIL = "{{ (council_name or 'Hội đồng sáng kiến') }}"
WIDE = TEXT_WIDTH + 8.7
LEADER = "{{ (head_title or 'Thủ trưởng đơn vị')|upper }}"
NAMES = "{{ one.authors|map(attribute='full_name')|join(', ') }}"


def known(name: str, dots: int = 6) -> str:
    """Return a placeholder, or room to write."""
    return f"{{{{ {name} or '{'…' * dots}' }}}}"


def pages(document: DocumentType, name: str, rows: str) -> None:
    """Begin a loop whose every turn but the first begins a page."""
    control(document, f"{{%p for {name} in {rows} %}}")
    control(document, "{%p if not loop.first %}")
    page = line(document, indent=False, before=0)
    new_page(page)
    page.paragraph_format.line_spacing = Pt(1)
    control(document, "{%p endif %}")


def receipts() -> DocumentType:
    """Giấy biên nhận đơn (Phụ lục II Thông tư 18/2013/TT-BKHCN), a page for every application."""
    document = new_document()
    pages(document, "one", "items")
    place = "{{ place }}, {{ one.filed_date|long_date }}"
    head(document, "", "{{ body }}", place, f"Số: {known('one.receipt_no')}/BN")
    title(document, "GIẤY BIÊN NHẬN", before=16)
    subject(document, "Đơn yêu cầu công nhận sáng kiến")
    line(document, "{{ body }} đã nhận đơn yêu cầu công nhận sáng kiến sau đây:")
    for label, value in (
        ("Tên sáng kiến:", "{{ one.title }}"),
        ("Tác giả:", f"{NAMES}."),
        ("Đơn vị:", "{{ one.unit }}."),
        ("Mã hồ sơ:", "{{ one.code }}"),
        ("Số trong Sổ tiếp nhận:", known("one.receipt_no")),
        ("Ngày nhận đơn:", "{{ one.filed_date|long_date }}"),
        ("Người nhận đơn:", known("one.received_by", 14)),
        ("Ngày trả lời kết quả:", "chậm nhất {{ one.answer_due_date|long_date }}"),
    ):
        labelled(document, label, value)
    line(
        document,
        "Đơn vị xem xét hình thức của đơn và báo cho người nộp nếu cần bổ sung. Những phần tác "
        "giả đã ghi là cần bảo mật được đơn vị giữ kín.",
    )
    signed(
        document,
        (
            "NGƯỜI NỘP ĐƠN",
            "(Ký, ghi rõ họ tên)",
            "{% for a in one.authors[:1] %}{{ a.full_name }}{% endfor %}",
        ),
        ("NGƯỜI NHẬN ĐƠN", "(Ký, ghi rõ họ tên)", "{{ one.received_by }}"),
    )
    control(document, "{%p endfor %}")
    return document


def minutes() -> DocumentType:
    """Biên bản họp over all initiatives of a session, with the table of results in it."""
    document = new_document()
    number = f"Số: {known('minutes_no', 4)}{{% if not minutes_no %}}/BB-HĐSK{{% endif %}}"
    place = "{{ place }}, {{ council_date|long_date }}"
    head(document, "{{ body }}", COUNCIL, place, number)
    title(document, "BIÊN BẢN", before=16)
    subject(document, "Họp Hội đồng sáng kiến xét công nhận sáng kiến")
    line(
        document,
        f"Hôm nay, hồi {known('began', 10)}, {{{{ council_date|long_date }}}}, tại "
        "{{ council_place or body }}, {{ council_name or 'Hội đồng sáng kiến' }} họp xét công "
        "nhận {{ '%02d'|format(items|length) }} sáng kiến.",
    )
    heading(document, "I. Thành phần")
    line(document, "Danh sách thành viên:", keep=True).paragraph_format.space_after = Pt(3)
    grid(
        document,
        ("Số TT", "Họ và tên", "Chức danh trong Hội đồng", "Có mặt"),
        ("{{ loop.index }}", "{{ row.name }}", "{{ row.role }}", "{{ row.there }}"),
        (1.3, 6.4, 6.6, 2.2),
        "members",
        left=(1, 2),
    )
    line(
        document,
        f"Số thành viên có mặt: {known('present', 3)}/{known('members_total', 3)}. Đại diện tổ "
        f"chức công đoàn mà tác giả là thành viên có mặt: {known('union_present', 3)}.",
    )
    heading(document, "II. Nội dung")
    line(
        document,
        "1. Thư ký Hội đồng báo cáo {{ '%02d'|format(items|length) }} hồ sơ sáng kiến. "
        "Các thành viên thảo luận và biểu quyết từng sáng kiến. Mức cần đạt: {{ threshold }}.",
    )
    line(document, "2. Ý kiến thảo luận:", keep=True)
    control(document, "{%p if discussion %}")
    long_text(document, "discussion")
    control(document, "{%p else %}")
    line(document, DOTS, before=3, keep=True)
    line(document, DOTS, before=3)
    control(document, "{%p endif %}")
    line(document, "3. Kết quả biểu quyết:", keep=True).paragraph_format.space_after = Pt(3)
    grid(
        document,
        ("Số TT", "Mã hồ sơ", "Tên sáng kiến", "Tác giả, đơn vị", "Đồng ý", "Điểm TB", "Kết quả"),
        (
            "{{ loop.index }}",
            "{{ row.code }}",
            "{{ row.title }}",
            "{{ row.names }}; {{ row.unit }}",
            known("row.votes", 2),
            "{{ row.score or '–' }}",
            known("row.result", 2),
        ),
        (1.0, 3.0, 4.5, 3.5, 1.4, 1.3, 1.8),
        "items",
        left=(2, 3),
        size=11,
    )
    heading(document, "III. Kết luận")
    control(document, "{%p if not voted %}")
    line(document, f"(Ghi sáng kiến được đề nghị công nhận, sáng kiến không và lý do): {DOTS}")
    control(document, "{%p endif %}")
    control(document, "{%p if proposed %}")
    line(
        document,
        "1. Hội đồng đề nghị công nhận {{ '%02d'|format(proposed|length) }} sáng kiến:",
        keep=True,
    )
    control(document, "{%p for row in proposed %}")
    line(document, "- “{{ row.title }}” ({{ row.names }});", before=3)
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    control(document, "{%p if not_proposed %}")
    line(
        document,
        "{% if proposed %}2{% else %}1{% endif %}. Hội đồng không đề nghị công nhận "
        "{{ '%02d'|format(not_proposed|length) }} sáng kiến:",
        keep=True,
    )
    control(document, "{%p for row in not_proposed %}")
    line(
        document,
        "- “{{ row.title }}” ({{ row.names }}). Lý do: {{ (row.council_reason or '……')|sentence }}",
        before=3,
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    line(
        document,
        f"Cuộc họp kết thúc lúc {known('ended', 10)} cùng ngày. Biên bản đã được đọc lại cho các "
        "thành viên cùng nghe và thống nhất.",
        keep=True,
    )
    signed(
        document,
        ("THƯ KÝ", "(Ký, ghi rõ họ tên)", "{{ secretary }}"),
        ("CHỦ TỊCH HỘI ĐỒNG", "(Ký, ghi rõ họ tên)", "{{ chair }}"),
    )
    return document


def results() -> DocumentType:
    """Bảng tổng hợp: votes and scores of a session on paper that lies on its long side."""
    document = new_document(turned=True)
    place = "{{ place }}, {{ council_date|long_date }}"
    head(document, "{{ body }}", COUNCIL, place, width=WIDE)
    title(document, "BẢNG TỔNG HỢP KẾT QUẢ XÉT CÔNG NHẬN SÁNG KIẾN", before=12)
    below_title = line(document, align=ALIGN.CENTER, indent=False, before=0, italic=True)
    say(
        below_title,
        f"(Kèm theo Biên bản số {known('minutes_no')} {{{{ council_date|long_date }}}})",
        italic=True,
    )
    below_title.paragraph_format.space_after = Pt(6)
    grid(
        document,
        (
            "Số TT",
            "Mã hồ sơ",
            "Tên sáng kiến",
            "Tác giả",
            "Đơn vị",
            "Số phiếu chấm",
            "Điểm TB",
            "Đồng ý",
            "Kết quả",
            "Lý do",
        ),
        (
            "{{ loop.index }}",
            "{{ row.code }}",
            "{{ row.title }}",
            "{{ row.names }}",
            "{{ row.unit }}",
            "{{ row.sheets or '–' }}",
            "{{ row.score or '–' }}",
            known("row.votes", 2),
            known("row.result", 2),
            "{{ row.council_reason }}",
        ),
        (1.1, 2.9, 5.0, 3.3, 3.2, 1.5, 1.4, 1.6, 2.0, 3.2),
        "items",
        left=(2, 3, 4, 9),
        size=11,
    )
    table = frame(document, 2, (WIDE / 2,) * 2)
    for cell, name, row in (
        (table.rows[0].cells[0], "THƯ KÝ", "{{ secretary }}"),
        (table.rows[0].cells[1], "CHỦ TỊCH HỘI ĐỒNG", "{{ chair }}"),
    ):
        write(cell, name, bold=True).paragraph_format.space_before = Pt(12)
        write(cell, "(Ký, ghi rõ họ tên)", italic=True, size=13)
        below(cell, row, 56, bold=True)
    keep(table)
    return document


def decision() -> DocumentType:
    """Quyết định công nhận with the list of initiatives attached on a page of its own."""
    document = new_document()
    place = "{{ place }}, {{ decision_date|long_date }}"
    number = f"Số: {known('decision_no', 4)}{{% if not decision_no %}}/QĐ-……{{% endif %}}"
    head(document, "", "{{ body }}", place, number)
    title(document, "QUYẾT ĐỊNH", before=16)
    subject(document, "Về việc công nhận sáng kiến")
    authority = line(document, align=ALIGN.CENTER, indent=False, before=10)
    say(authority, LEADER + " {{ body|upper }}", bold=True)
    authority.paragraph_format.space_after = Pt(6)
    control(document, "{%p for text in legal_basis %}")
    line(document, "{{ text }};", italic=True)
    control(document, "{%p endfor %}")
    line(
        document,
        "Xét đề nghị của {{ council_name or 'Hội đồng sáng kiến' }} tại Biên bản số "
        f"{known('minutes_no')} {{{{ council_date|long_date }}}}.",
        italic=True,
    )
    line(document, "QUYẾT ĐỊNH:", align=ALIGN.CENTER, indent=False, bold=True, keep=True, before=10)
    say(
        line(document, "Điều 1. ", bold=True),
        "Công nhận {% if recognised %}{{ '%02d'|format(recognised|length) }}{% else %}……"
        "{% endif %} sáng kiến (danh sách kèm theo).",
    )
    say(
        line(document, "Điều 2. ", bold=True),
        "Tác giả, đồng tác giả có tên trong danh sách được cấp Giấy chứng nhận sáng kiến, được "
        "hưởng quyền lợi theo quy định về sáng kiến và theo quy chế của đơn vị.",
    )
    say(
        line(document, "Điều 3. ", bold=True),
        "Quyết định này có hiệu lực kể từ ngày ký. Các bộ phận có liên quan và tác giả, đồng tác "
        "giả có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
    )
    table = frame(document, 2, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    left, right = table.rows[0].cells
    receivers = write(left, "Nơi nhận:", ALIGN.LEFT, bold=True, italic=True, size=12)
    receivers.paragraph_format.space_before = Pt(12)
    for text in ("- Như Điều 3;", "- Công đoàn cơ sở;", "- Lưu: VT, HĐSK."):
        write(left, text, ALIGN.LEFT, size=11)
    write(right, LEADER, bold=True).paragraph_format.space_before = Pt(12)
    write(right, "(Ký, ghi rõ họ tên, đóng dấu)", italic=True, size=13)
    below(table.rows[1].cells[1], "{{ decision_by }}", 40, bold=True)
    keep(table)
    _list(document)
    return document


def _list(document: DocumentType) -> None:
    attached = line(document, "DANH SÁCH", align=ALIGN.CENTER, indent=False, bold=True, before=0)
    new_page(attached)
    line(
        document, "Sáng kiến được công nhận", align=ALIGN.CENTER, indent=False, bold=True, before=0
    )
    said = line(document, align=ALIGN.CENTER, indent=False, before=2)
    say(
        said,
        f"(Kèm theo Quyết định số {known('decision_no')} {{{{ decision_date|long_date }}}})",
        italic=True,
    )
    said.paragraph_format.space_after = Pt(6)
    grid(
        document,
        ("Số TT", "Tên sáng kiến", "Tác giả (tỷ lệ đóng góp)", "Đơn vị", "Số giấy chứng nhận"),
        (
            "{{ loop.index }}",
            "{{ row.title }}",
            "{{ row.names_with_shares }}",
            "{{ row.unit }}",
            "{{ row.certificates or '……' }}",
        ),
        (1.2, 5.2, 4.6, 3.0, 2.5),
        "recognised",
        left=(1, 2, 3),
    )


def certificates() -> DocumentType:
    """Giấy chứng nhận sáng kiến (Phụ lục III): a page for every author, naming the others."""
    document = new_document(turned=True)
    pages(document, "one", "certificates")
    number = "Số: {{ one.number or '………' }}"
    head(document, "", "{{ body }}", "", number, width=WIDE)
    name = line(document, align=ALIGN.CENTER, indent=False, before=14)
    say(name, "GIẤY CHỨNG NHẬN SÁNG KIẾN", bold=True, size=24)
    who = line(document, align=ALIGN.CENTER, indent=False, before=4)
    say(who, LEADER + " {{ body|upper }}", bold=True, size=13)
    say(line(document, align=ALIGN.CENTER, indent=False, before=2), "CHỨNG NHẬN", bold=True)
    person = line(document, "Ông (bà): ", align=ALIGN.CENTER, indent=False, before=6)
    say(person, "{{ one.full_name }}", bold=True, size=18)

    def told(label: str, value: str, when: str = "") -> None:
        if when:
            control(document, f"{{%p if {when} %}}")
        labelled(document, label, value).paragraph_format.space_before = Pt(4)
        if when:
            control(document, "{%p endif %}")

    job = "{% if one.job_title %}; {{ one.job_title|lower_first }}{% endif %}."
    told("Nơi công tác:", "{{ one.workplace }}" + job, "one.workplace")
    told("Là {{ 'đồng tác giả' if one.others else 'tác giả' }} sáng kiến:", "{{ one.title }}")
    told("Cùng các đồng tác giả:", "{{ one.others }}.", "one.others")
    told("Chủ đầu tư:", "{{ one.investor }}.", "one.investor")
    told("Tóm tắt:", "{{ one.summary|truncate(330)|sentence }}", "one.summary")
    told("Lợi ích năm đầu:", "{{ one.benefit|money }}.", "one.benefit")
    told(
        "Công nhận tại:",
        f"Quyết định số {known('one.decision_no')} {{{{ one.decision_date|long_date }}}}.",
    )
    table = frame(document, 2, (WIDE / 2, WIDE / 2))
    right = table.rows[0].cells[1]
    date = write(right, "{{ place }}, {{ one.certificate_date|long_date }}", italic=True)
    date.paragraph_format.space_before = Pt(6)
    write(right, LEADER, bold=True)
    below(table.rows[1].cells[1], "{{ one.decision_by }}", 52, bold=True)
    control(document, "{%p endfor %}")
    return document


PAPERS: Mapping[str, tuple[str, Callable[[], DocumentType]]] = {
    "giay-bien-nhan": ("Giấy biên nhận đơn", receipts),
    "bien-ban-hop": ("Biên bản họp Hội đồng sáng kiến", minutes),
    "bang-tong-hop": ("Bảng tổng hợp kết quả xét công nhận sáng kiến", results),
    "quyet-dinh": ("Quyết định công nhận sáng kiến", decision),
    "giay-chung-nhan": ("Giấy chứng nhận sáng kiến", certificates),
}


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (called, make) in PAPERS.items():
        (TARGET / f"{name}.docx").write_bytes(same_bytes(make(), called))
    return 0


if __name__ == "__main__":
    sys.exit(main())
