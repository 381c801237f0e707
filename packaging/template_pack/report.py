"""Báo cáo mô tả sáng kiến: the common provincial outline (1 to 3.5) with factory blocks."""

from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from layout import (
    TEXT_WIDTH,
    below,
    closing_row,
    control,
    frame,
    grid,
    heading,
    keep,
    label,
    labelled,
    line,
    listed,
    long_text,
    nation,
    new_document,
    part,
    rule_below,
    say,
    steering_row,
    title,
    write,
)


def report() -> DocumentType:
    document = new_document()
    _head(document)
    _general(document)
    heading(document, "3. Mô tả bản chất của sáng kiến")
    _known_solution(document)
    _solution(document)
    _applicability(document)
    _benefit(document)
    _attachments(document)
    line(
        document,
        "{% if authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %} cam kết nội dung báo cáo là "
        "đúng sự thật, không sao chép, không vi phạm bản quyền.",
        before=8,
        keep=True,
    )
    _signatures(document)
    return document


def _head(document: DocumentType) -> None:
    table = frame(document, 1, (6.7, TEXT_WIDTH - 6.7))
    left, right = table.rows[0].cells
    write(left, "{{ superior_unit_name|upper }}", size=12)
    rule_below(write(left, "{{ unit_name|upper }}", bold=True, size=12), 2.1)
    nation(right, indent=1.95)
    place = write(
        right,
        "{{ report_place or sign_place }}, {{ (report_date or sign_date)|long_date }}",
        italic=True,
    )
    place.paragraph_format.space_before = Pt(4)
    title(document, "BÁO CÁO MÔ TẢ SÁNG KIẾN", before=16)
    code = line(document, align=ALIGN.CENTER, indent=False, before=0)
    say(code, "Mã hồ sơ: {{ dossier_code }}", italic=True, size=13)


def _general(document: DocumentType) -> None:
    labelled(document, "1. Tên sáng kiến:", "{{ initiative_title }}")
    line(document, "Tác giả:", bold=True, keep=True)
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
    labelled(
        document,
        "2. Lĩnh vực áp dụng:",
        "{{ application_field }}{% if application_field_detail %} "
        "({{ application_field_detail }}){% endif %}. Loại giải pháp: {{ solution_type|lower }}.",
    )
    line(
        document,
        "Nơi áp dụng: {{ applied_place|sentence }} Thời gian áp dụng: từ {{ applied_from }} đến "
        "{% if applied_to %}{{ applied_to }}{% else %}nay{% endif %}; ngày áp dụng lần đầu hoặc "
        "áp dụng thử: {{ first_applied_date }}.",
    )


def _known_solution(document: DocumentType) -> None:
    heading(document, "3.1. Tình trạng giải pháp đã biết", 2)
    part(document, "necessity", "Sự cần thiết:", bold=False)
    part(document, "current_state", "Cách làm trước khi có sáng kiến:", bold=False)
    part(document, "current_pros", "Ưu điểm:", bold=False)
    part(document, "current_cons", "Nhược điểm, hạn chế:", bold=False)


def _solution(document: DocumentType) -> None:
    heading(document, "3.2. Nội dung giải pháp đề nghị công nhận là sáng kiến", 2)
    part(document, "purpose", "Mục đích của giải pháp:", bold=False)
    part(document, "solution_overview", "Nội dung giải pháp:", bold=False)
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
    part(document, "novelty", "Tính mới, điểm khác biệt:", bold=False)
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
    _figures(document)


def _figures(document: DocumentType) -> None:
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


def _applicability(document: DocumentType) -> None:
    heading(document, "3.3. Khả năng áp dụng của giải pháp", 2)
    control(document, "{%p if applied_scope %}")
    line(document, "Phạm vi đã áp dụng: {{ applied_scope|lower }}.")
    control(document, "{%p endif %}")
    long_text(document, "applicability")
    part(document, "replication", "Khả năng nhân rộng:", bold=False)
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
    part(document, "conditions", "Các điều kiện cần thiết để áp dụng:", bold=False)


def _benefit(document: DocumentType) -> None:
    heading(document, "3.4. Hiệu quả, lợi ích thu được hoặc dự kiến có thể thu được", 2)
    _measures(document)
    part(document, "measures_reason", "Lý do chưa có số liệu trước và sau:", bold=False)
    # The heading also when there are only figures.
    control(document, "{%p if benefit_economic or benefit_calc or benefit_value %}")
    line(document, "Hiệu quả kinh tế", bold=True, keep=True)
    control(document, "{%p endif %}")
    long_text(document, "benefit_economic")
    _calculation(document)
    part(document, "benefit_work", "Hiệu quả công việc, chất lượng")
    part(document, "benefit_safety_env", "An toàn lao động, sức khỏe, môi trường")
    part(document, "benefit_social", "Lợi ích xã hội")
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
    part(document, "recommendation", "Kiến nghị, đề xuất")
    part(document, "confidential_info", "Những thông tin cần được bảo mật")


def _measures(document: DocumentType) -> None:
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


def _attachments(document: DocumentType) -> None:
    control(document, "{%p if attachments %}")
    heading(document, "3.5. Tài liệu kèm theo ({{ attachments|length }} tài liệu)", 2)
    control(document, "{%p for row in attachments %}")
    line(
        document,
        "{{ row.stt }}) {{ row.description or row.file }}"
        "{% if row.kind %} ({{ row.kind|lower }}){% endif %}.",
        before=3,
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")


def _signatures(document: DocumentType) -> None:
    """Add the three blocks: titles in one line, names in one line, further authors below."""
    third = TEXT_WIDTH / 3
    table = frame(document, 6, (third, third, third))
    titles, names = table.rows[0].cells, table.rows[1].cells
    for cell in titles:
        cell.paragraphs[0].paragraph_format.space_before = Pt(10)
    union, head, author = titles
    here = "{% if sign_union_name %}"
    write(union, f"{here}TM. BAN CHẤP HÀNH{{% endif %}}", bold=True, size=12)
    write(union, f"{here}CHỦ TỊCH{{% endif %}}", bold=True, size=12)
    write(union, f"{here}(Ký, ghi rõ họ tên, đóng dấu){{% endif %}}", italic=True, size=12)
    write(head, "XÁC NHẬN CỦA ĐƠN VỊ", bold=True, size=12)
    write(head, "{{ (sign_unit_head_title or 'Thủ trưởng')|upper }}", bold=True, size=12)
    write(head, "(Ký, ghi rõ họ tên, đóng dấu)", italic=True, size=12)
    write(
        author,
        "{% if authors|length > 1 %}NHÓM TÁC GIẢ{% else %}TÁC GIẢ{% endif %}",
        bold=True,
        size=12,
    )
    write(author, "(Ký, ghi rõ họ tên)", italic=True, size=12)
    below(names[0], "{{ sign_union_name }}", 64, bold=True)
    below(names[1], "{{ sign_unit_head_name }}", 64, bold=True)
    below(
        names[2],
        "{% for row in authors[:1] %}{{ row.full_name }}{% endfor %}",
        64,
        bold=True,
    )
    table.rows[2].cells[0].paragraphs[0].add_run("{%tr if authors|length > 1 %}")
    table.rows[3].cells[0].paragraphs[0].add_run("{%tr for row in authors[1:] %}")
    below(table.rows[4].cells[2], "{{ row.full_name }}", 64, bold=True)
    table.rows[5].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    steering_row(table, "{%tr endif %}")
    keep(table)
