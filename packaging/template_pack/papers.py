"""Papers beside đơn and báo cáo that people and their unit sign: shares, effect, consent."""

from blocks import applied_scope, authors, block, place_and_time
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Cm, Pt
from layout import (
    control,
    grid,
    head,
    heading,
    labelled,
    line,
    nation,
    new_document,
    say,
    signed,
    subject,
    title,
)

TO_WRITE = "…" * 30


def shares() -> DocumentType:
    """Giấy xác nhận tỷ lệ đóng góp, signed by all co-authors in their own line."""
    document = new_document()
    nation(document, indent=5.1)
    title(document, "GIẤY XÁC NHẬN TỶ LỆ ĐÓNG GÓP")
    subject(document, "vào việc tạo ra sáng kiến")
    address = line(document, align=ALIGN.CENTER, indent=False)
    say(address, "Kính gửi: {{ recipient_name }}")
    said = say(
        line(
            document,
            "{% if authors|length > 1 %}Chúng tôi là các đồng tác giả{% else %}Tôi là tác giả"
            "{% endif %} của sáng kiến: ",
            before=8,
        ),
        "{{ initiative_title }}",
        bold=True,
    )
    say(said, " (mã hồ sơ {{ dossier_code }}).")
    line(
        document,
        "{% if authors|length > 1 %}Chúng tôi đã cùng bàn bạc và thống nhất tỷ lệ đóng góp của "
        "từng người{% else %}Tôi xác nhận tỷ lệ đóng góp{% endif %} như sau:",
        keep=True,
    ).paragraph_format.space_after = Pt(3)
    table = grid(
        document,
        ("Số TT", "Họ và tên", "Chức danh, nơi công tác", "Tỷ lệ (%) đóng góp", "Ký tên"),
        (
            "{{ row.stt }}",
            "{{ row.full_name }}",
            "{{ row.job_title }}{% if row.workplace %}; {{ row.workplace }}{% endif %}",
            "{{ row.contribution_percent }}",
            "",
        ),
        (1.2, 4.0, 5.1, 2.4, 3.8),
        "authors",
        left=(1, 2),
        size=13,
    )
    table.rows[2].height = Cm(1.5)
    share = "contribution_percent"
    total = f"raw.authors|selectattr('{share}', 'defined')|sum(attribute='{share}')"
    line(document, f"Cộng: {{{{ ({total})|number }}}} %.", before=4)
    line(
        document,
        "Tỷ lệ này do {% if authors|length > 1 %}các đồng tác giả tự thỏa thuận; chúng tôi"
        "{% else %}tác giả tự ghi; tôi{% endif %} chịu trách nhiệm về nội dung đã xác nhận.",
        keep=True,
    )
    date = line(document, align=ALIGN.RIGHT, indent=False, before=8)
    say(date, "{{ sign_place }}, {{ sign_date|long_date }}", italic=True)
    return document


def effect() -> DocumentType:
    """Giấy xác nhận hiệu quả áp dụng: what the unit that uses the initiative confirms."""
    document = new_document()
    place = "{{ sign_place }}, ngày … tháng … năm …"
    head(document, "", "{{ recipient_name }}", place)
    title(document, "GIẤY XÁC NHẬN", before=16)
    subject(document, "Hiệu quả áp dụng sáng kiến")
    line(document, "{{ recipient_name }} xác nhận về việc áp dụng sáng kiến sau đây:")
    labelled(document, "1. Tên sáng kiến:", "{{ initiative_title }}")
    line(document, "2. Tác giả:", bold=True, keep=True)
    authors(document)
    line(document, "3. Nơi áp dụng, thời gian áp dụng", bold=True, keep=True)
    place_and_time(document)
    applied_scope(document)
    heading(document, "4. Hiệu quả áp dụng")
    for name in (
        "measures",
        "measures_reason",
        "economic",
        "benefit_work",
        "benefit_safety_env",
        "benefit_social",
    ):
        block(document, name)
    control(document, "{%p if replication %}")
    heading(document, "5. Khả năng nhân rộng")
    block(document, "replication", plain=True)
    control(document, "{%p endif %}")
    # What the unit finds is for its head to write, not for the authors.
    heading(document, "{% if replication %}6{% else %}5{% endif %}. Kết luận của đơn vị")
    for keeps in (True, True):
        line(document, TO_WRITE, before=3, keep=keeps)
    signed(
        document,
        None,
        (
            "{{ (sign_unit_head_title or 'Thủ trưởng đơn vị')|upper }}",
            "(Ký, ghi rõ họ tên, đóng dấu)",
            "{{ sign_unit_head_name }}",
        ),
    )
    return document


CONSENT = (
    "{% if first_appliers or authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %} đồng ý để Tổ "
    "hỗ trợ sáng kiến của {{ unit_name }} ghi họ tên, ngày sinh, nơi làm việc, chức danh, trình độ "
    "và nội dung sáng kiến của {% if first_appliers or authors|length > 1 %}chúng tôi{% else %}tôi"
    "{% endif %} để lập hồ sơ công nhận sáng kiến và chuyển lên công đoàn cấp trên, Cổng trực "
    "tuyến Công đoàn Việt Nam."
)


def consent() -> DocumentType:
    """Phiếu đồng ý: authors and those who took part are people whose data is written down."""
    document = new_document()
    nation(document, indent=5.1)
    title(document, "PHIẾU ĐỒNG Ý XỬ LÝ DỮ LIỆU CÁ NHÂN")
    labelled(document, "Sáng kiến:", "{{ initiative_title }} (mã hồ sơ {{ dossier_code }}).")
    line(document, CONSENT)
    line(
        document,
        "Mỗi người được xem, sửa, yêu cầu xóa dữ liệu của mình hoặc rút lại đồng ý bằng văn bản; "
        "việc rút lại không ảnh hưởng hồ sơ đã gửi trước đó.",
    )
    line(
        document,
        "Tổ hỗ trợ đã đọc nội dung trên cho từng người nghe trước khi ký. Ai không đồng ý thì "
        "không ký.",
        keep=True,
    ).paragraph_format.space_after = Pt(4)
    table = grid(
        document,
        ("Số TT", "Họ và tên", "Vai trò", "Ngày đồng ý", "Ký tên"),
        (
            "{{ loop.index }}",
            "{{ row.full_name }}",
            "{% if loop.index > authors|length %}Người tham gia áp dụng lần đầu{% else %}Tác giả"
            "{% endif %}",
            "{% if loop.index > authors|length %}…/…/……{% else %}"
            "{{ row.consent_date or '…/…/……' }}{% endif %}",
            "",
        ),
        (1.2, 5.0, 3.9, 2.7, 3.7),
        "authors + first_appliers",
        left=(1, 2),
        size=13,
    )
    table.rows[2].height = Cm(1.3)
    return document
