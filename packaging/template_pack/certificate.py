"""Giấy chứng nhận sáng kiến: one page for every author, naming the others."""

from council import HEAD, dated, known
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from layout import TEXT_WIDTH, below, control, frame, head, labelled, line, new_document, say, write


def certificate() -> DocumentType:
    """Return it on paper lying on its long side."""
    document = new_document(turned=True)
    control(document, "{%p for one in authors %}")
    control(document, "{%p if not loop.first %}")
    page = line(document, indent=False, before=0)
    page.paragraph_format.page_break_before = True
    page.paragraph_format.line_spacing = Pt(1)
    control(document, "{%p endif %}")
    wide = TEXT_WIDTH + 8.7
    head(
        document,
        "",
        "{{ recognition.decision_body or recipient_name }}",
        "",
        "Số: {{ recognition.certificates[loop.index0] or '………' }}",
        width=wide,
    )
    name = line(document, align=ALIGN.CENTER, indent=False, before=14)
    say(name, "GIẤY CHỨNG NHẬN SÁNG KIẾN", bold=True, size=24)
    who = line(document, align=ALIGN.CENTER, indent=False, before=4)
    say(
        who, HEAD + " {{ (recognition.decision_body or recipient_name)|upper }}", bold=True, size=13
    )
    said = line(document, align=ALIGN.CENTER, indent=False, before=2)
    say(said, "CHỨNG NHẬN", bold=True)
    person = line(document, "Ông (bà): ", align=ALIGN.CENTER, indent=False, before=6)
    say(person, "{{ one.full_name }}", bold=True, size=18)
    for label, value in (
        (
            "Nơi công tác:",
            "{{ one.workplace }}"
            "{% if one.job_title %}; {{ one.job_title|lower_first }}{% endif %}.",
        ),
        (
            "Là {% if authors|length > 1 %}đồng tác giả{% else %}tác giả{% endif %} sáng kiến:",
            "{{ initiative_title }}",
        ),
    ):
        labelled(document, label, value).paragraph_format.space_before = Pt(4)
    control(document, "{%p if authors|length > 1 %}")
    others = (
        "{% for row in authors if row.stt != one.stt %}{% if not loop.first %}, {% endif %}"
        "{{ row.full_name }}{% endfor %}."
    )
    labelled(document, "Cùng các đồng tác giả:", others).paragraph_format.space_before = Pt(4)
    control(document, "{%p endif %}")
    control(document, "{%p if investor_name %}")
    labelled(document, "Chủ đầu tư:", "{{ investor_name }}.").paragraph_format.space_before = Pt(4)
    control(document, "{%p endif %}")
    short = "{{ (portal_summary or purpose)|truncate(330)|sentence }}"
    labelled(document, "Tóm tắt:", short).paragraph_format.space_before = Pt(4)
    control(document, "{%p if benefit_value %}")
    benefit = labelled(
        document,
        "Lợi ích năm đầu{% if benefit_status %} ({{ benefit_status|lower }}){% endif %}:",
        "{{ benefit_value|money }}.",
    )
    benefit.paragraph_format.space_before = Pt(4)
    control(document, "{%p endif %}")
    labelled(
        document,
        "Công nhận tại:",
        f"Quyết định số {known('decision_no')} {dated('decision_date')}.",
    ).paragraph_format.space_before = Pt(4)
    table = frame(document, 2, (wide / 2, wide / 2))
    right = table.rows[0].cells[1]
    date = write(right, "{{ sign_place }}, " + dated("certificate_date"), italic=True)
    date.paragraph_format.space_before = Pt(6)
    write(right, HEAD, bold=True)
    below(
        table.rows[1].cells[1],
        "{{ recognition.decision_by or sign_unit_head_name }}",
        52,
        bold=True,
    )
    control(document, "{%p endfor %}")
    return document
