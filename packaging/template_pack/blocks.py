"""Blocks of a report: each prints one answer of the form, and nothing where it is empty.

An outline (``outlines.py``) is headings with the names of questions, so that nothing is written, or
asked, twice.
"""

from collections.abc import Callable, Mapping

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from layout import (
    TEXT_WIDTH,
    closing_row,
    control,
    frame,
    grid,
    label,
    line,
    listed,
    long_text,
    part,
    say,
    steering_row,
    write,
)

WE = "{% if authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %}"
NAMES = (
    "{% for row in authors %}{% if not loop.first %}, {% endif %}{{ row.full_name }}{% endfor %}"
)
FIELD = (
    "{{ application_field }}{% if application_field_detail %} "
    "({{ application_field_detail }}){% endif %}."
)


def authors(document: DocumentType) -> None:
    control(document, "{%p for row in authors %}")
    line(
        document,
        "- {{ row.full_name }}{% if row.job_title %}, {{ row.job_title|lower_first }}{% endif %}"
        "{% if row.workplace %}, {{ row.workplace }}{% endif %}"
        "{% if row.contribution_percent %}: đóng góp {{ row.contribution_percent|percent }}"
        "{% endif %}.",
        before=3,
    )
    control(document, "{%p endfor %}")


def people(document: DocumentType) -> None:
    """Add the authors with title and qualification."""
    control(document, "{%p for row in authors %}")
    line(
        document,
        "- {{ row.full_name }}{% if row.job_title %}; chức danh: {{ row.job_title }}{% endif %}"
        "{% if row.qualification %}; trình độ: {{ row.qualification }}{% endif %}"
        "{% if row.workplace %}; nơi công tác: {{ row.workplace }}{% endif %}.",
        before=3,
    )
    control(document, "{%p endfor %}")


def place_and_time(document: DocumentType) -> None:
    line(
        document,
        "Nơi áp dụng: {{ applied_place|sentence }} Thời gian áp dụng: từ {{ applied_from }} đến "
        "{% if applied_to %}{{ applied_to }}{% else %}nay{% endif %}; ngày áp dụng lần đầu hoặc "
        "áp dụng thử: {{ first_applied_date }}.",
    )


def steps(document: DocumentType) -> None:
    control(document, "{%p if steps %}")
    label(document, "Các bước thực hiện:")
    control(document, "{%p for row in steps %}")
    say(
        line(document, "Bước {{ row.stt }}. {{ row.name|sentence }} ", bold=True, before=3),
        "{{ row.method|sentence }}"
        "{% if row.person %} Người làm: {{ row.person|sentence }}{% endif %}"
        "{% if row.tools %} Dụng cụ: {{ row.tools|sentence }}{% endif %}"
        "{% if row.duration %} Thời gian: {{ row.duration|sentence }}{% endif %}",
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")


def novelty_table(document: DocumentType) -> None:
    listed(
        document,
        "novelty_table",
        "Bảng so sánh cách cũ và cách mới:",
        ("Số TT", "Tiêu chí", "Cách cũ", "Cách mới"),
        ("{{ row.stt }}", "{{ row.criterion }}", "{{ row.old }}", "{{ row.new }}"),
        (1.3, 4.0, 5.6, 5.6),
        "novelty_table",
        left=(1, 2, 3),
    )


def figures(document: DocumentType) -> None:
    """Add one picture alone, several two by two, so that before and after stand together."""
    control(document, "{%p if figures %}")
    label(document, "Hình ảnh, bản vẽ, sơ đồ:")
    control(document, "{%p endif %}")
    control(document, "{%p if figures|length == 1 %}")
    picture = line(
        document,
        "{% for row in figures %}{{ row.file|picture(13, 9) }}{% endfor %}",
        align=ALIGN.CENTER,
        indent=False,
        keep=True,
    )
    picture.paragraph_format.line_spacing = 1.0
    caption = line(document, align=ALIGN.CENTER, indent=False, before=3)
    say(caption, "{% for row in figures %}Hình 1. {{ row.caption }}{% endfor %}", size=13)
    caption.runs[0].italic = True
    control(document, "{%p elif figures|length > 1 %}")
    table = frame(document, 3, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    table.rows[0].cells[0].paragraphs[0].add_run("{%tr for pair in figures|batch(2) %}")
    for number, cell in enumerate(table.rows[1].cells):
        there = f"{{% if pair|length > {number} %}}"
        of = f"pair[{number}]"
        shown = write(cell, f"{there}{{{{ {of}.file|picture(7.7, 6) }}}}{{% endif %}}")
        shown.paragraph_format.keep_with_next = True
        shown.paragraph_format.space_before = Pt(4)
        under = write(
            cell,
            f"{there}Hình {{{{ {of}.stt }}}}. {{{{ {of}.caption }}}}{{% endif %}}",
            italic=True,
            size=13,
        )
        under.paragraph_format.space_before = under.paragraph_format.space_after = Pt(3)
    table.rows[2].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    control(document, "{%p endif %}")


def applied_scope(document: DocumentType) -> None:
    control(document, "{%p if applied_scope %}")
    line(document, "Phạm vi đã áp dụng: {{ applied_scope|lower }}.")
    control(document, "{%p endif %}")


def trial_units(document: DocumentType) -> None:
    listed(
        document,
        "trial_units",
        "Danh sách tổ chức, cá nhân đã áp dụng thử:",
        ("Số TT", "Tên tổ chức, cá nhân", "Địa chỉ", "Lĩnh vực", "Thời gian"),
        (
            "{{ row.stt }}",
            "{{ row.unit_name }}",
            "{{ row.address }}",
            "{{ row.field }}",
            "{{ row.from_date }}{% if row.to_date %} – {{ row.to_date }}{% endif %}",
        ),
        (1.3, 4.6, 4.2, 3.2, 3.2),
        "trial_units",
        left=(1, 2, 3),
    )


def measures(document: DocumentType) -> None:
    listed(
        document,
        "measures",
        "Số liệu trước và sau khi áp dụng:",
        ("Chỉ số", "Đơn vị đo", "Trước", "Sau", "Chênh lệch", "%", "Cách đo, nguồn, kỳ đo"),
        (
            "{{ row.indicator }}",
            "{{ row.unit }}",
            "{{ row.before }}",
            "{{ row.after }}",
            "{{ row.difference }}",
            "{{ row.percent_change }}",
            "{{ row.how_measured }}{% if row.source %}; {{ row.source }}{% endif %}"
            "{% if row.period %}; {{ row.period|lower_first }}{% endif %}",
        ),
        (3.5, 1.7, 1.7, 1.7, 1.9, 1.5, 4.5),
        "measures",
        left=(0, 6),
    )


def economic(document: DocumentType) -> None:
    """Add what was earned: in words, as a calculation, as an amount."""
    # The heading also when there are only figures.
    control(document, "{%p if benefit_economic or benefit_calc or benefit_value %}")
    line(document, "Hiệu quả kinh tế", bold=True, keep=True)
    control(document, "{%p endif %}")
    long_text(document, "benefit_economic")
    _calculation(document)


def _calculation(document: DocumentType) -> None:
    control(document, "{%p if benefit_calc %}")
    intro = line(document, "Cách tính số tiền làm lợi (đồng):", keep=True)
    intro.paragraph_format.space_after = Pt(3)
    table = grid(
        document,
        ("Số TT", "Khoản", "Công thức", "Đơn giá", "Số lượng", "Thành tiền"),
        (
            "{{ row.stt }}",
            "{{ row.item }}",
            "{{ row.formula }}",
            "{{ row.unit_price }}",
            "{{ row.quantity }}",
            "{{ row.amount }}",
        ),
        (1.1, 3.5, 3.6, 2.6, 2.4, 3.3),
        "benefit_calc",
        left=(1, 2),
        right=(3, 4, 5),
    )
    total = "raw.benefit_calc|selectattr('amount', 'defined')|sum(attribute='amount')"
    closing_row(table, "Cộng", f"{{{{ ({total})|number }}}}")
    steering_row(table, "{%tr if implementation_cost %}")
    closing_row(table, "Trừ chi phí thực hiện", "{{ implementation_cost }}")
    closing_row(table, "Còn lại", "{{ benefit_calc_total }}")
    steering_row(table, "{%tr endif %}")
    control(document, "{%p elif implementation_cost %}")
    line(document, "Chi phí thực hiện: {{ implementation_cost|money }}.")
    control(document, "{%p endif %}")
    control(document, "{%p if benefit_value %}")
    say(
        line(document, "Số tiền làm lợi năm đầu: {{ benefit_value|money }}", bold=True),
        " (bằng chữ: {{ benefit_value|in_words }}"
        "{% if benefit_status %}; {{ benefit_status|lower }}{% endif %}).",
    )
    control(document, "{%p endif %}")
    control(document, "{%p if benefit_value_reason %}")
    line(document, "Lý do số tiền khác với bảng tính: {{ benefit_value_reason|sentence }}")
    control(document, "{%p endif %}")


def benefit_users(document: DocumentType) -> None:
    control(document, "{%p if benefit_users %}")
    line(document, "Ý kiến của tổ chức, cá nhân đã áp dụng", bold=True, keep=True)
    control(document, "{%p for row in benefit_users %}")
    line(
        document,
        "- {{ row.person }}{% if row.opinion_date %} ({{ row.opinion_date }}){% endif %}: "
        "{{ row.opinion|sentence }}",
        before=3,
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")


def rewards(document: DocumentType) -> None:
    control(document, "{%p if rewards %}")
    line(document, "Khen thưởng, thù lao đã nhận", bold=True, keep=True)
    control(document, "{%p for row in rewards %}")
    line(
        document,
        "- {{ row.form }}{% if row.reward_amount %}: {{ row.reward_amount|money }}{% endif %}"
        "{% if row.decision %}, theo {{ row.decision }}{% endif %}"
        "{% if row.reward_date %} ({{ row.reward_date }}){% endif %}.",
        before=3,
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")


def attachments(document: DocumentType) -> None:
    control(document, "{%p for row in attachments %}")
    line(
        document,
        "{{ row.stt }}) {{ row.description or row.file }}"
        "{% if row.kind %} ({{ row.kind|lower }}){% endif %}.",
        before=3,
    )
    control(document, "{%p endfor %}")


def pledge(document: DocumentType) -> None:
    line(
        document,
        f"{WE} cam kết nội dung báo cáo là đúng sự thật, không sao chép, không vi phạm bản quyền.",
        before=8,
        keep=True,
    )


def confidential(document: DocumentType) -> None:
    """Add what must stay secret; a copy without it must not say that there is nothing."""
    control(document, "{%p if confidential_info %}")
    long_text(document, "confidential_info")
    control(document, "{%p elif raw.has_confidential == 'yes' %}")
    line(document, "Có, không nêu trong bản này.")
    control(document, "{%p else %}")
    line(document, "Không có.")
    control(document, "{%p endif %}")


TEXTS: Mapping[str, tuple[str, bool]] = {
    "necessity": ("Sự cần thiết:", False),
    "current_state": ("Cách làm trước khi có sáng kiến:", False),
    "current_pros": ("Ưu điểm:", False),
    "current_cons": ("Nhược điểm, hạn chế:", False),
    "purpose": ("Mục đích của giải pháp:", False),
    "solution_overview": ("Nội dung giải pháp:", False),
    "novelty": ("Tính mới, điểm khác biệt:", False),
    "applicability": ("Khả năng áp dụng:", False),
    "replication": ("Khả năng nhân rộng:", False),
    "conditions": ("Các điều kiện cần thiết để áp dụng:", False),
    "measures_reason": ("Lý do chưa có số liệu trước và sau:", False),
    "benefit_work": ("Hiệu quả công việc, chất lượng", True),
    "benefit_safety_env": ("An toàn lao động, sức khỏe, môi trường", True),
    "benefit_social": ("Lợi ích xã hội", True),
    "recommendation": ("Kiến nghị, đề xuất", True),
    "confidential_info": ("Những thông tin cần được bảo mật", True),
}
"""The label of every long answer, and whether it is a small heading (bold) or one inside a part."""

BLOCKS: Mapping[str, Callable[[DocumentType], None]] = {
    "authors": authors,
    "people": people,
    "place_and_time": place_and_time,
    "steps": steps,
    "figures": figures,
    "novelty_table": novelty_table,
    "applied_scope": applied_scope,
    "trial_units": trial_units,
    "measures": measures,
    "economic": economic,
    "benefit_users": benefit_users,
    "rewards": rewards,
    "attachments": attachments,
    "confidential": confidential,
}


def block(document: DocumentType, name: str, *, plain: bool = False) -> None:
    """Add the answer of a question; ``plain``: without its label, the heading says it already."""
    if name in BLOCKS:
        BLOCKS[name](document)
    elif plain:
        long_text(document, name)
    else:
        text, bold = TEXTS[name]
        part(document, name, text, bold=bold)
