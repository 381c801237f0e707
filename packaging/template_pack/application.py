"""Đơn yêu cầu công nhận sáng kiến: order of Phụ lục I, Thông tư 18/2013/TT-BKHCN."""

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from layout import (
    TEXT_WIDTH,
    below,
    control,
    frame,
    grid,
    heading,
    keep,
    labelled,
    line,
    listed,
    long_text,
    nation,
    new_document,
    say,
    title,
    write,
)

PEOPLE = (
    "Số TT",
    "Họ và tên",
    "Ngày tháng năm sinh",
    "Nơi công tác (hoặc nơi thường trú)",
    "Chức danh",
    "Trình độ chuyên môn",
)
PEOPLE_CELLS = (
    "{{ row.stt }}",
    "{{ row.full_name }}",
    "{{ row.birth_date }}",
    "{{ row.workplace }}",
    "{{ row.job_title }}",
    "{{ row.qualification }}",
)
PEOPLE_WIDTHS = (1.1, 3.0, 2.4, 3.0, 2.2, 2.3)
WE = "{% if authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %}"
BENEFIT = (
    "Đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến theo ý kiến của "
)


def application() -> DocumentType:
    document = new_document()
    nation(document, indent=5.1)
    title(document, "ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN")
    address = line(document, align=ALIGN.CENTER, indent=False)
    say(address, "Kính gửi: {{ recipient_name }}")
    address.paragraph_format.space_after = Pt(6)
    _people(document)
    _subject(document)
    _content(document)
    _benefit(document)
    line(
        document,
        f"{WE} xin cam đoan mọi thông tin nêu trong đơn là trung thực, đúng sự thật và hoàn toàn "
        "chịu trách nhiệm trước pháp luật.",
        before=8,
        keep=True,
    )
    _signatures(document)
    return document


def _people(document: DocumentType) -> None:
    line(document, f"{WE} ghi tên dưới đây:", keep=True).paragraph_format.space_after = Pt(3)
    grid(
        document,
        (*PEOPLE, "Tỷ lệ (%) đóng góp vào việc tạo ra sáng kiến"),
        (*PEOPLE_CELLS, "{{ row.contribution_percent }}"),
        (*PEOPLE_WIDTHS, 2.5),
        "authors",
        left=(1, 3, 4, 5),
    )


def _subject(document: DocumentType) -> None:
    say(
        line(
            document,
            "Là {% if authors|length > 1 %}nhóm tác giả{% else %}tác giả{% endif %} đề nghị xét "
            "công nhận sáng kiến: ",
            before=8,
        ),
        "{{ initiative_title }}",
        bold=True,
    )
    control(document, "{%p if raw.investor_is_author == 'yes' %}")
    labelled(document, "Chủ đầu tư tạo ra sáng kiến:", "tác giả đồng thời là chủ đầu tư.")
    control(document, "{%p else %}")
    labelled(
        document,
        "Chủ đầu tư tạo ra sáng kiến:",
        "{{ investor_name or '……………' }}"
        "{% if investor_address %}, địa chỉ: {{ investor_address }}{% endif %}.",
    )
    control(document, "{%p endif %}")
    labelled(
        document,
        "Lĩnh vực áp dụng sáng kiến:",
        "{{ application_field }}{% if application_field_detail %} "
        "({{ application_field_detail }}){% endif %}.",
    )
    labelled(
        document,
        "Ngày sáng kiến được áp dụng lần đầu hoặc áp dụng thử:",
        "{{ first_applied_date }}{% if first_applied_kind %} ({{ first_applied_kind|lower }})"
        "{% endif %}.",
    )


def _content(document: DocumentType) -> None:
    heading(document, "Mô tả bản chất của sáng kiến:")
    long_text(document, "essence")
    control(document, "{%p if confidential_info %}")
    heading(document, "Những thông tin cần được bảo mật:")
    long_text(document, "confidential_info")
    # A copy without the confidential answers must not say that there are none.
    control(document, "{%p elif raw.has_confidential == 'yes' %}")
    labelled(document, "Những thông tin cần được bảo mật:", "có, không nêu trong bản này.")
    control(document, "{%p elif raw.has_confidential == 'no' %}")
    labelled(document, "Những thông tin cần được bảo mật:", "không có.")
    control(document, "{%p endif %}")
    heading(document, "Các điều kiện cần thiết để áp dụng sáng kiến:")
    long_text(document, "conditions")


def _benefit(document: DocumentType) -> None:
    heading(document, f"{BENEFIT}tác giả:")
    long_text(document, "benefit_author")
    control(document, "{%p if benefit_value %}")
    line(
        document,
        "Số tiền làm lợi năm đầu: {{ benefit_value|money }} "
        "(bằng chữ: {{ benefit_value|in_words }}).",
    )
    control(document, "{%p endif %}")
    control(document, "{%p if benefit_users %}")
    heading(
        document,
        f"{BENEFIT}tổ chức, cá nhân đã tham gia áp dụng sáng kiến lần đầu, kể cả áp dụng thử:",
    )
    control(document, "{%p for row in benefit_users %}")
    line(
        document,
        "- {{ row.person }}{% if row.opinion_date %} ({{ row.opinion_date }}){% endif %}: "
        "{{ row.opinion|sentence }}",
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    listed(
        document,
        "first_appliers",
        "Danh sách những người đã tham gia áp dụng thử hoặc áp dụng sáng kiến lần đầu:",
        (*PEOPLE, "Nội dung công việc hỗ trợ"),
        (*PEOPLE_CELLS, "{{ row.support_work }}"),
        (*PEOPLE_WIDTHS, 2.5),
        "first_appliers",
        left=(1, 3, 4, 5, 6),
    )


def _signatures(document: DocumentType) -> None:
    """Add place and date, and a signature for every author who signs, two side by side."""
    control(document, "{%p set signers = authors|rejectattr('raw.signs', 'eq', 'no')|list %}")
    table = frame(document, 9, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    rows = table.rows
    whole_width = rows[0].cells[0].merge(rows[0].cells[1])
    text = "{{ sign_place }}, {{ sign_date|long_date }}"
    date = write(whole_width, text, ALIGN.RIGHT, italic=True)
    date.paragraph_format.space_before = Pt(10)
    for row, tag in (
        (1, "{%tr if signers|length < 2 %}"),
        (3, "{%tr else %}"),
        (5, "{%tr for pair in signers|batch(2) %}"),
        (7, "{%tr endfor %}"),
        (8, "{%tr endif %}"),
    ):
        rows[row].cells[0].paragraphs[0].add_run(tag)
    alone = rows[2].cells[1]
    together = rows[4].cells[0].merge(rows[4].cells[1])
    for cell in (alone, together):
        head = write(cell, "NGƯỜI NỘP ĐƠN", bold=True)
        head.paragraph_format.space_before = Pt(0 if cell is alone else 4)
        write(cell, "(Ký và ghi rõ họ tên)", italic=True, size=13)
    below(alone, "{% for one in signers %}{{ one.full_name }}{% endfor %}", 64, bold=True)
    first, second = rows[6].cells
    below(first, "{{ pair[0].full_name }}", 64, bold=True)
    below(second, "{% if pair|length > 1 %}{{ pair[1].full_name }}{% endif %}", 64, bold=True)
    keep(table)
