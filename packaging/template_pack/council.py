"""Papers of the establishment's council and head: receipt, score sheet, minutes, decision.

What the establishment decides stands in the recognition record; what is not known yet is dots to
write on, so that each prints as a draft at any time. In a company the head signs the decision, not
the union. Head, căn cứ, articles and nơi nhận after Nghị định 30/2020/NĐ-CP, Phụ lục I.
"""

from blocks import NAMES
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt
from layout import (
    TEXT_WIDTH,
    below,
    closing_row,
    control,
    frame,
    grid,
    head,
    heading,
    keep,
    labelled,
    line,
    new_document,
    say,
    signed,
    subject,
    title,
    write,
)

HEAD = "{{ (sign_unit_head_title or 'Thủ trưởng đơn vị')|upper }}"
TO_WRITE = "…" * 30


def known(name: str, dots: int = 6) -> str:
    """Return a placeholder of the recognition record, or room to write."""
    return f"{{{{ recognition.{name} or '{'…' * dots}' }}}}"


def dated(name: str) -> str:
    return f"{{{{ recognition.{name}|long_date }}}}"


def receipt() -> DocumentType:
    """Giấy biên nhận đơn: what Điều 6 Thông tư 18/2013/TT-BKHCN has the establishment hand out."""
    document = new_document()
    place = "{{ sign_place }}, " + dated("received_date")
    head(document, "", "{{ recipient_name }}", place, f"Số: {known('receipt_no')}/BN")
    title(document, "GIẤY BIÊN NHẬN", before=16)
    subject(document, "Đơn yêu cầu công nhận sáng kiến")
    line(document, "{{ recipient_name }} đã nhận đơn yêu cầu công nhận sáng kiến sau đây:")
    for label, value in (
        ("Tên sáng kiến:", "{{ initiative_title }}"),
        ("Tác giả:", f"{NAMES}."),
        ("Mã hồ sơ:", "{{ dossier_code }}"),
        ("Ngày làm đơn:", "{{ sign_date|long_date }}"),
        ("Ngày nhận đơn:", dated("received_date")),
        ("Người nhận đơn:", known("received_by", 14)),
    ):
        labelled(document, label, value)
    labelled(
        document,
        "Hồ sơ gồm:",
        "đơn yêu cầu công nhận sáng kiến; báo cáo mô tả sáng kiến"
        "{% if attachments %}; {{ attachments|length }} tài liệu kèm theo{% endif %}.",
    )
    labelled(document, "Ngày chấp nhận đơn:", dated("accepted_date"))
    labelled(document, "Ngày trả lời kết quả:", dated("answer_due_date"))
    line(document, "Những phần tác giả đã ghi là cần bảo mật được đơn vị giữ kín.")
    signed(
        document,
        (
            "NGƯỜI NỘP ĐƠN",
            "(Ký, ghi rõ họ tên)",
            "{% for a in authors[:1] %}{{ a.full_name }}{% endfor %}",
        ),
        ("NGƯỜI NHẬN ĐƠN", "(Ký, ghi rõ họ tên)", "{{ recognition.received_by }}"),
    )
    return document


def score_sheet() -> DocumentType:
    """Phiếu chấm điểm: the criteria of a rubric, to fill in by hand."""
    document = new_document()
    place = "{{ sign_place }}, " + dated("council_date")
    head(document, "{{ recipient_name }}", "Hội đồng sáng kiến", place)
    title(document, "PHIẾU CHẤM ĐIỂM SÁNG KIẾN", before=16)
    for label, value in (
        ("Hội đồng:", known("council_name", 24)),
        ("Họ và tên thành viên:", "{{ rubric.member or '" + "…" * 20 + "' }}"),
        ("Mã hồ sơ:", "{{ dossier_code }}"),
        ("Tên sáng kiến:", "{{ initiative_title }}"),
        ("Tác giả:", f"{NAMES}."),
        ("Đơn vị:", "{{ unit_name }}"),
    ):
        row = labelled(document, label, value)
        row.paragraph_format.space_before, row.alignment = Pt(3), ALIGN.LEFT
    labelled(document, "Thang điểm:", "{{ rubric.name }}").paragraph_format.space_after = Pt(4)
    table = grid(
        document,
        ("Số TT", "Tiêu chí", "Điểm tối đa", "Điểm chấm"),
        (
            "{{ loop.index }}",
            "{{ row.name }}{% if row.levels %} (các mức: {{ row.levels|join('; ') }}){% endif %}",
            "{{ row.max }}",
            "{{ row.points }}",
        ),
        (1.3, 10.2, 2.5, 2.5),
        "rubric.criteria",
        left=(1,),
        size=13,
    )
    table.rows[2].height = Cm(0.9)
    closing_row(table, "Tổng điểm (tối đa {{ rubric.total }})", "{{ rubric.given }}", 13)
    rule = line(document, italic=True, before=4)
    say(rule, "{{ rubric.rule|sentence }}", italic=True, size=13)
    for label, name in (("Nhận xét:", "note"), ("Kết luận:", "conclusion")):
        said = f"{{{{ rubric.{name} or '{'…' * 25}' }}}}"
        labelled(document, label, said).paragraph_format.keep_with_next = True
    signed(document, None, ("THÀNH VIÊN HỘI ĐỒNG", "(Ký, ghi rõ họ tên)", ""))
    return document


def minutes() -> DocumentType:
    document = new_document()
    place = "{{ sign_place }}, " + dated("council_date")
    number = (
        f"Số: {known('minutes_no', 4)}{{% if not recognition.minutes_no %}}/BB-HĐSK{{% endif %}}"
    )
    head(document, "{{ recipient_name }}", "Hội đồng sáng kiến", place, number)
    title(document, "BIÊN BẢN", before=16)
    subject(document, "Họp Hội đồng sáng kiến xét công nhận sáng kiến")
    line(
        document,
        "Hôm nay, hồi …… giờ …… phút, " + dated("council_date") + ", tại {{ recipient_name }}, "
        "{{ recognition.council_name or 'Hội đồng sáng kiến' }} họp xét công nhận sáng kiến.",
    )
    heading(document, "I. Thành phần")
    _members(document)
    line(
        document,
        f"Số thành viên có mặt: {known('present', 3)}/{known('members_total', 3)}. "
        "Đại diện tổ chức công đoàn mà tác giả là thành viên có mặt: "
        "{% if recognition.union_present == 'yes' %}có"
        "{% elif recognition.union_present == 'no' %}không{% else %}……{% endif %}.",
    )
    heading(document, "II. Nội dung")
    line(document, "1. Thư ký Hội đồng báo cáo hồ sơ:")
    _summary(document)
    average = known("score_avg", 4)
    line(
        document,
        f"2. Chấm điểm: {known('score_sheets', 3)} phiếu hợp lệ, điểm trung bình {average}.",
    )
    line(document, "3. Ý kiến thảo luận:", keep=True)
    line(document, TO_WRITE, before=3, keep=True)
    line(document, TO_WRITE, before=3)
    line(
        document,
        f"4. Biểu quyết: đồng ý công nhận {known('votes_for', 3)}/{known('votes_total', 3)} "
        f"thành viên; không đồng ý {known('votes_against', 3)} thành viên. Mức tối thiểu hai phần "
        "ba số thành viên: {% if recognition.votes_pass == 'yes' %}đạt"
        "{% elif recognition.votes_pass == 'no' %}không đạt{% else %}……{% endif %}.",
    )
    heading(document, "III. Kết luận")
    line(
        document,
        "Hội đồng {% if recognition.state == 'recognised' %}đề nghị công nhận sáng kiến nêu trên."
        "{% elif recognition.state == 'refused' %}không đề nghị công nhận sáng kiến nêu trên"
        "{% if recognition.reason %}, lý do: {{ recognition.reason|sentence }}{% else %}."
        "{% endif %}{% else %}(đề nghị hoặc không đề nghị công nhận; nếu không, ghi lý do): "
        f"{TO_WRITE}{{% endif %}}",
    )
    line(
        document,
        "Cuộc họp kết thúc lúc …… giờ …… phút cùng ngày. Biên bản đã được đọc lại cho các thành "
        "viên cùng nghe và thống nhất.",
        keep=True,
    )
    signed(
        document,
        ("THƯ KÝ", "(Ký, ghi rõ họ tên)", ""),
        ("CHỦ TỊCH HỘI ĐỒNG", "(Ký, ghi rõ họ tên)", ""),
    )
    return document


def _members(document: DocumentType) -> None:
    line(document, "Danh sách thành viên:", keep=True).paragraph_format.space_after = Pt(3)
    grid(
        document,
        ("Số TT", "Họ và tên", "Chức danh trong Hội đồng"),
        ("{{ loop.index }}", "{{ row.name }}", "{{ row.role }}"),
        (1.3, 7.0, 8.2),
        "recognition.members",
        left=(1, 2),
    )


def _summary(document: DocumentType) -> None:
    line(document, "Bảng tổng hợp:", italic=True, keep=True).paragraph_format.space_after = Pt(3)
    grid(
        document,
        ("Số TT", "Mã hồ sơ", "Tên sáng kiến", "Tác giả, đơn vị", "Điểm trung bình", "Kết quả"),
        (
            "1",
            "{{ dossier_code }}",
            "{{ initiative_title }}",
            f"{NAMES}; {{{{ unit_name }}}}",
            known("score_avg", 3),
            "{% if recognition.state == 'recognised' %}Công nhận"
            "{% elif recognition.state == 'refused' %}Không công nhận{% else %}……{% endif %}",
        ),
        (1.1, 2.9, 4.9, 4.0, 1.8, 1.8),
        "['']",
        left=(2, 3),
    )


def decision() -> DocumentType:
    document = new_document()
    place = "{{ sign_place }}, " + dated("decision_date")
    number = (
        f"Số: {known('decision_no', 4)}{{% if not recognition.decision_no %}}/QĐ-……{{% endif %}}"
    )
    head(document, "", "{{ recognition.decision_body or recipient_name }}", place, number)
    title(document, "QUYẾT ĐỊNH", before=16)
    subject(document, "Về việc công nhận sáng kiến")
    authority = line(document, align=ALIGN.CENTER, indent=False, before=10)
    say(authority, HEAD + " {{ (recognition.decision_body or recipient_name)|upper }}", bold=True)
    authority.paragraph_format.space_after = Pt(6)
    control(document, "{%p for text in legal_basis %}")
    line(document, "{{ text }};", italic=True)
    control(document, "{%p endfor %}")
    line(
        document,
        "Xét đề nghị của {{ recognition.council_name or 'Hội đồng sáng kiến' }} tại Biên bản số "
        f"{known('minutes_no')} {dated('council_date')}.",
        italic=True,
    )
    line(document, "QUYẾT ĐỊNH:", align=ALIGN.CENTER, indent=False, bold=True, keep=True, before=10)
    article = line(document, "Điều 1. ", bold=True, keep=True)
    say(
        article,
        "Công nhận sáng kiến “{{ initiative_title }}” của {% if authors|length > 1 %}các "
        "đồng tác giả{% else %}tác giả{% endif %} có tên sau đây:",
    )
    article.paragraph_format.space_after = Pt(3)
    grid(
        document,
        ("Số TT", "Họ và tên", "Chức danh", "Nơi công tác", "Tỷ lệ (%) đóng góp"),
        (
            "{{ row.stt }}",
            "{{ row.full_name }}",
            "{{ row.job_title }}",
            "{{ row.workplace }}",
            "{{ row.contribution_percent }}",
        ),
        (1.2, 4.3, 3.6, 5.2, 2.2),
        "authors",
        left=(1, 2, 3),
    )
    say(
        line(document, "Điều 2. ", bold=True),
        "{% if authors|length > 1 %}Các đồng tác giả{% else %}Tác giả{% endif %} được cấp Giấy "
        "chứng nhận sáng kiến, được hưởng quyền lợi theo quy định về sáng kiến và theo quy chế "
        "của đơn vị.",
    )
    say(
        line(document, "Điều 3. ", bold=True),
        "Quyết định này có hiệu lực kể từ ngày ký. Các bộ phận có liên quan và {% if "
        "authors|length > 1 %}các đồng tác giả{% else %}tác giả{% endif %} có tên tại Điều 1 chịu "
        "trách nhiệm thi hành Quyết định này./.",
    )
    _decided(document)
    return document


def _decided(document: DocumentType) -> None:
    """Add who receives the decision on the left and who signs it on the right."""
    table = frame(document, 2, (TEXT_WIDTH / 2, TEXT_WIDTH / 2))
    left, right = table.rows[0].cells
    receivers = write(left, "Nơi nhận:", ALIGN.LEFT, bold=True, italic=True, size=12)
    receivers.paragraph_format.space_before = Pt(12)
    for text in ("- Như Điều 3;", "- {{ unit_name }};", "- Lưu: VT, HĐSK."):
        write(left, text, ALIGN.LEFT, size=11)
    write(right, HEAD, bold=True).paragraph_format.space_before = Pt(12)
    write(right, "(Ký, ghi rõ họ tên, đóng dấu)", italic=True, size=13)
    name = "{{ recognition.decision_by or sign_unit_head_name }}"
    below(table.rows[1].cells[1], name, 40, bold=True)
    keep(table)
