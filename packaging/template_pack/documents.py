"""Makes the Word templates of the built-in pack: đơn yêu cầu công nhận, báo cáo mô tả.

Layout after Nghị định 30/2020/NĐ-CP, Phụ lục I; the đơn in the order of Phụ lục I of Thông tư
18/2013/TT-BKHCN; the report after the common provincial outline with factory blocks. The made
files are ordinary Word files and may be edited in Word; run this again only to begin anew:
``python packaging/template_pack/documents.py``.
"""

import io
import sys
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

TARGET = Path(__file__).resolve().parents[2] / "resources/templates/sang-kien/documents"
FONT = "Times New Roman"
BODY, SMALL = 14, 12


# Building blocks


def new_document() -> DocumentType:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    fonts = style.element.rPr.rFonts
    for attribute in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(attribute), FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.15
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.header_distance = Cm(1)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE")
    return document


def _field(paragraph: Paragraph, code: str) -> None:
    for kind, text in (("begin", None), (None, code), ("end", None)):
        run = paragraph.add_run()
        run.font.size = Pt(BODY)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.set(qn("xml:space"), "preserve")
            mark.text = text
        run._r.append(mark)


def say(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: float | None = None,
) -> Paragraph:
    run = paragraph.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if size:
        run.font.size = Pt(size)
    return paragraph


def line(
    place: DocumentType | _Cell,
    text: str = "",
    *,
    align: ALIGN = ALIGN.JUSTIFY,
    indent: bool = True,
    before: float = 6,
    keep: bool = False,
    **looks: object,
) -> Paragraph:
    """Add a body paragraph: justified, first line 1,27 cm, 6 pt apart."""
    paragraph = place.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.keep_with_next = keep or None
    if indent:
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    if text:
        say(paragraph, text, **looks)  # type: ignore[arg-type]
    return paragraph


def labelled(document: DocumentType, label: str, value: str) -> Paragraph:
    paragraph = line(document, label, bold=True)
    return say(paragraph, " " + value)


def control(place: DocumentType | _Cell, tag: str) -> None:
    """Add a paragraph that only steers: it is gone in the filled document."""
    place.add_paragraph(tag)


def heading(document: DocumentType, text: str) -> None:
    line(document, text, bold=True, keep=True)


def long_text(document: DocumentType, name: str) -> None:
    """Add an answer of several paragraphs."""
    control(document, f"{{%p for text in {name}|paragraphs %}}")
    line(document, "{{ text }}")
    control(document, "{%p endfor %}")


def part(document: DocumentType, name: str, title: str) -> None:
    """Add a headed long answer that leaves no trace when it is empty."""
    control(document, f"{{%p if {name} %}}")
    heading(document, title)
    long_text(document, name)
    control(document, "{%p endif %}")


def borders(table: Table, shown: bool) -> None:
    settings = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "single" if shown else "nil")
        edge.set(qn("w:sz"), "4")
        edge.set(qn("w:color"), "000000")
        settings.append(edge)
    table._tbl.tblPr.append(settings)


def widths(table: Table, centimetres: tuple[float, ...]) -> None:
    table.autofit = False
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))
    if layout is None:
        layout = OxmlElement("w:tblLayout")
        table._tbl.tblPr.append(layout)
    layout.set(qn("w:type"), "fixed")
    for column, width in zip(table.columns, centimetres, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def write(cell: _Cell, text: str, align: ALIGN = ALIGN.CENTER, **looks: object) -> Paragraph:
    paragraph = cell.paragraphs[0]
    if paragraph.text:
        paragraph = cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.line_spacing = 1.0
    return say(paragraph, text, **looks)  # type: ignore[arg-type]


def rule_below(paragraph: Paragraph, indent: float) -> None:
    """Add a short rule under a centred line: an empty paragraph with a top border."""
    below = paragraph.insert_paragraph_before("")
    paragraph._p.addprevious(below._p)
    below._p.addprevious(paragraph._p)
    below.paragraph_format.left_indent = below.paragraph_format.right_indent = Cm(indent)
    below.paragraph_format.line_spacing = Pt(4)
    below.paragraph_format.space_before = Pt(1)
    settings = OxmlElement("w:pBdr")
    edge = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        edge.set(qn(f"w:{name}"), value)
    settings.append(edge)
    below._p.get_or_add_pPr().append(settings)


def nation(place: DocumentType | _Cell, *, indent: float) -> None:
    """Add Quốc hiệu and Tiêu ngữ with their rule."""
    if isinstance(place, _Cell):
        first = write(place, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=12)
        second = write(place, "Độc lập - Tự do - Hạnh phúc", bold=True, size=13)
    else:
        first = line(place, align=ALIGN.CENTER, indent=False, before=0)
        say(first, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=13)
        second = line(place, align=ALIGN.CENTER, indent=False, before=0)
        say(second, "Độc lập - Tự do - Hạnh phúc", bold=True, size=14)
    for paragraph in (first, second):
        paragraph.paragraph_format.line_spacing = 1.0
    rule_below(second, indent)


def title(document: DocumentType, text: str, before: float = 18) -> None:
    paragraph = line(document, text, align=ALIGN.CENTER, indent=False, before=before, bold=True)
    paragraph.paragraph_format.space_after = Pt(6)


def grid(
    document: DocumentType,
    heads: tuple[str, ...],
    cells: tuple[str, ...],
    centimetres: tuple[float, ...],
    rows: str,
    *,
    left: tuple[int, ...] = (),
    size: float = SMALL,
) -> Table:
    """Add a bordered table with one line per row of a repeat."""
    table = document.add_table(rows=4, cols=len(heads))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    borders(table, True)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        write(cell, text, bold=True, size=size)
    _repeat_header(table)
    table.rows[1].cells[0].paragraphs[0].add_run(f"{{%tr for row in {rows} %}}")
    for place, (cell, text) in enumerate(zip(table.rows[2].cells, cells, strict=True)):
        write(cell, text, ALIGN.LEFT if place in left else ALIGN.CENTER, size=size)
    table.rows[3].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    widths(table, centimetres)
    for row in table.rows:
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)
    return table


def _repeat_header(table: Table) -> None:
    mark = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)


def listed(document: DocumentType, rows: str, intro: str, *parts: object) -> None:
    """Add a heading and a table that are there only when the repeat has lines."""
    control(document, f"{{%p if {rows} %}}")
    line(document, intro, keep=True)
    grid(document, *parts)  # type: ignore[arg-type]
    control(document, "{%p endif %}")


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
PEOPLE_WIDTHS = (1.1, 3.3, 2.4, 3.0, 2.2, 2.2)


def place_and_date(place: DocumentType | _Cell, where: str, day: str, date: str) -> Paragraph:
    text = f"{{{{ {where} }}}}, {{{{ raw.{date}|long_date }}}}"
    if isinstance(place, _Cell):
        paragraph = place.add_paragraph()
        paragraph.alignment = ALIGN.CENTER
    else:
        paragraph = line(place, align=ALIGN.RIGHT, indent=False, before=12, keep=True)
    return say(paragraph, text, italic=True)


# Đơn yêu cầu công nhận sáng kiến


def application() -> DocumentType:
    document = new_document()
    _drop_first(document)
    nation(document, indent=5.1)
    title(document, "ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN")
    line(
        document,
        "Kính gửi: {{ recipient_name }}",
        align=ALIGN.CENTER,
        indent=False,
        before=6,
    ).paragraph_format.space_after = Pt(6)
    line(
        document,
        "{% if authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %} ghi tên dưới đây:",
        keep=True,
    )
    grid(
        document,
        (*PEOPLE, "Tỷ lệ (%) đóng góp vào việc tạo ra sáng kiến"),
        (*PEOPLE_CELLS, "{{ row.contribution_percent }}"),
        (*PEOPLE_WIDTHS, 2.3),
        "authors",
        left=(1, 3),
    )
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
    control(document, "{%p if investor_name %}")
    labelled(
        document,
        "Chủ đầu tư tạo ra sáng kiến:",
        "{{ investor_name }}{% if investor_address %}, địa chỉ: {{ investor_address }}{% endif %}.",
    )
    control(document, "{%p else %}")
    labelled(document, "Chủ đầu tư tạo ra sáng kiến:", "tác giả đồng thời là chủ đầu tư.")
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
    heading(document, "Mô tả bản chất của sáng kiến:")
    long_text(document, "essence")
    labelled(
        document,
        "Những thông tin cần được bảo mật:",
        "{% if confidential_info %}{{ confidential_info }}{% else %}Không có.{% endif %}",
    )
    heading(document, "Các điều kiện cần thiết để áp dụng sáng kiến:")
    long_text(document, "conditions")
    heading(
        document,
        "Đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến theo ý kiến "
        "của tác giả:",
    )
    long_text(document, "benefit_author")
    control(document, "{%p if benefit_value %}")
    line(
        document,
        "Số tiền làm lợi năm đầu: {{ benefit_value|money }} "
        "(bằng chữ: {{ raw.benefit_value|in_words }}).",
    )
    control(document, "{%p endif %}")
    control(document, "{%p if benefit_users %}")
    heading(
        document,
        "Đánh giá lợi ích thu được hoặc dự kiến có thể thu được do áp dụng sáng kiến theo ý kiến "
        "của tổ chức, cá nhân đã tham gia áp dụng sáng kiến lần đầu, kể cả áp dụng thử:",
    )
    control(document, "{%p for row in benefit_users %}")
    line(
        document,
        "- {{ row.person }}{% if row.opinion_date %} ({{ row.opinion_date }}){% endif %}: "
        "{{ row.opinion }}",
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    listed(
        document,
        "first_appliers",
        "Danh sách những người đã tham gia áp dụng thử hoặc áp dụng sáng kiến lần đầu:",
        (*PEOPLE, "Nội dung công việc hỗ trợ"),
        (*PEOPLE_CELLS, "{{ row.support_work }}"),
        (*PEOPLE_WIDTHS, 2.3),
        "first_appliers",
    )
    line(
        document,
        "{% if authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %} xin cam đoan mọi thông tin "
        "nêu trong đơn là trung thực, đúng sự thật và hoàn toàn chịu trách nhiệm trước pháp luật.",
        before=8,
        keep=True,
    )
    signatures(document)
    return document


def signatures(document: DocumentType) -> None:
    """Add place and date, and a signature for every author who signs, kept together."""
    table = document.add_table(rows=1, cols=2)
    borders(table, False)
    widths(table, (7.0, 9.5))
    cell = table.rows[0].cells[1]
    write(cell, "{{ sign_place }}, {{ raw.sign_date|long_date }}", italic=True)
    cell.paragraphs[0].paragraph_format.space_before = Pt(10)
    write(cell, "NGƯỜI NỘP ĐƠN", bold=True)
    write(cell, "(Ký và ghi rõ họ tên)", italic=True, size=13)
    control(cell, "{%p for author in authors if author.signs != 'Không' %}")
    for _gap in range(3):
        write(cell, " ")
    write(cell, "{{ author.full_name }}", bold=True)
    control(cell, "{%p endfor %}")
    _keep(table)


def _keep(table: Table) -> None:
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


# Báo cáo mô tả sáng kiến


def report() -> DocumentType:
    document = new_document()
    _drop_first(document)
    head = document.add_table(rows=1, cols=2)
    borders(head, False)
    widths(head, (6.9, 9.6))
    left, right = head.rows[0].cells
    write(left, "{{ superior_unit_name|upper }}", size=12)
    last = write(left, "{{ unit_name|upper }}", bold=True, size=12)
    rule_below(last, 2.2)
    nation(right, indent=1.9)
    place = write(
        right,
        "{{ report_place or sign_place }}, {{ (raw.report_date or raw.sign_date)|long_date }}",
        italic=True,
    )
    place.paragraph_format.space_before = Pt(4)
    title(document, "BÁO CÁO MÔ TẢ SÁNG KIẾN", before=16)
    line(
        document,
        "Mã hồ sơ: {{ dossier_code }}",
        align=ALIGN.CENTER,
        indent=False,
        before=0,
        italic=True,
        size=13,
    )
    labelled(document, "1. Tên sáng kiến:", "{{ initiative_title }}")
    line(document, "Tác giả:", bold=True, keep=True)
    control(document, "{%p for row in authors %}")
    line(
        document,
        "- {{ row.full_name }}, {{ row.job_title }}, {{ row.workplace }}: "
        "đóng góp {{ row.contribution_percent }} %.",
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
        "Nơi áp dụng: {{ applied_place }}. Thời gian áp dụng: từ {{ applied_from }} đến "
        "{% if applied_to %}{{ applied_to }}{% else %}nay{% endif %}; ngày áp dụng lần đầu hoặc "
        "áp dụng thử: {{ first_applied_date }}.",
    )
    heading(document, "3. Mô tả bản chất của sáng kiến")
    heading(document, "3.1. Tình trạng giải pháp đã biết")
    for name in ("necessity", "current_state"):
        long_text(document, name)
    for name, label in (("current_pros", "Ưu điểm:"), ("current_cons", "Nhược điểm, hạn chế:")):
        control(document, f"{{%p if {name} %}}")
        line(document, label, italic=True, keep=True)
        long_text(document, name)
        control(document, "{%p endif %}")
    heading(document, "3.2. Nội dung giải pháp đề nghị công nhận là sáng kiến")
    line(document, "Mục đích của giải pháp:", italic=True, keep=True)
    long_text(document, "purpose")
    line(document, "Nội dung giải pháp:", italic=True, keep=True)
    long_text(document, "solution_overview")
    control(document, "{%p if steps %}")
    line(document, "Các bước thực hiện:", italic=True, keep=True)
    control(document, "{%p for row in steps %}")
    say(
        line(document, "Bước {{ row.stt }}. {{ row.name }}: ", bold=True, before=3),
        "{{ row.method }}{% if not row.method.endswith('.') %}.{% endif %}"
        "{% if row.person %} Người làm: {{ row.person }}.{% endif %}"
        "{% if row.tools %} Dụng cụ: {{ row.tools }}.{% endif %}"
        "{% if row.duration %} Thời gian: {{ row.duration }}.{% endif %}",
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    line(document, "Tính mới, điểm khác biệt:", italic=True, keep=True)
    long_text(document, "novelty")
    listed(
        document,
        "novelty_table",
        "Bảng so sánh cách cũ và cách mới:",
        ("Số TT", "Tiêu chí", "Cách cũ", "Cách mới"),
        ("{{ row.stt }}", "{{ row.criterion }}", "{{ row.old }}", "{{ row.new }}"),
        (1.3, 4.0, 5.6, 5.6),
        "novelty_table",
    )
    control(document, "{%p for row in figures %}")
    picture = line(document, "{{ row.file }}", align=ALIGN.CENTER, indent=False, keep=True)
    picture.paragraph_format.line_spacing = 1.0
    line(
        document,
        "Hình {{ row.stt }}. {{ row.caption }}",
        align=ALIGN.CENTER,
        indent=False,
        before=3,
        italic=True,
        size=13,
    )
    control(document, "{%p endfor %}")
    heading(document, "3.3. Khả năng áp dụng của giải pháp")
    line(document, "Phạm vi đã áp dụng: {{ applied_scope|lower }}.")
    for name in ("applicability", "replication"):
        long_text(document, name)
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
    )
    line(document, "Các điều kiện cần thiết để áp dụng:", italic=True, keep=True)
    long_text(document, "conditions")
    heading(document, "3.4. Hiệu quả, lợi ích thu được hoặc dự kiến có thể thu được")
    _measures(document)
    part(document, "measures_reason", "Lý do chưa có số liệu")
    control(document, "{%p if benefit_economic %}")
    line(document, "Hiệu quả kinh tế", bold=True, keep=True)
    long_text(document, "benefit_economic")
    control(document, "{%p endif %}")
    _calculation(document)
    for name, label in (
        ("benefit_work", "Hiệu quả công việc, chất lượng"),
        ("benefit_safety_env", "An toàn lao động, sức khỏe, môi trường"),
        ("benefit_social", "Lợi ích xã hội"),
    ):
        part(document, name, label)
    control(document, "{%p if benefit_users %}")
    line(document, "Ý kiến của tổ chức, cá nhân đã áp dụng:", italic=True, keep=True)
    control(document, "{%p for row in benefit_users %}")
    line(document, "- {{ row.person }}: {{ row.opinion }}", before=3)
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    part(document, "recommendation", "Kiến nghị, đề xuất")
    control(document, "{%p if confidential_info %}")
    labelled(document, "Những thông tin cần được bảo mật:", "{{ confidential_info }}")
    control(document, "{%p endif %}")
    control(document, "{%p if attachments %}")
    heading(document, "3.5. Tài liệu kèm theo ({{ attachments|length }} tài liệu)")
    control(document, "{%p for row in attachments %}")
    line(
        document,
        "- {{ row.file }}{% if row.kind %} ({{ row.kind|lower }}){% endif %}"
        "{% if row.description %}: {{ row.description }}{% endif %}",
        before=3,
    )
    control(document, "{%p endfor %}")
    control(document, "{%p endif %}")
    line(
        document,
        "{% if authors|length > 1 %}Chúng tôi{% else %}Tôi{% endif %} cam kết nội dung báo cáo là "
        "đúng sự thật, không sao chép, không vi phạm bản quyền.",
        before=8,
        keep=True,
    )
    _report_signatures(document)
    return document


def _measures(document: DocumentType) -> None:
    control(document, "{%p if measures %}")
    line(document, "Số liệu trước và sau khi áp dụng:", keep=True)
    grid(
        document,
        ("Chỉ số", "Đơn vị đo", "Trước", "Sau", "Chênh lệch", "%", "Cách đo, nguồn, kỳ đo"),
        (
            "{{ row.indicator }}",
            "{{ row.unit }}",
            "{{ row.before }}",
            "{{ row.after }}",
            "{{ row.difference }}",
            "{{ row.percent_change }}",
            "{{ row.how_measured }}{% if row.source %}; {{ row.source }}{% endif %}"
            "{% if row.period %}; {{ row.period }}{% endif %}",
        ),
        (3.6, 1.8, 1.8, 1.8, 2.0, 1.6, 3.9),
        "measures",
        left=(0, 6),
    )
    control(document, "{%p endif %}")


def _calculation(document: DocumentType) -> None:
    control(document, "{%p if benefit_calc %}")
    line(document, "Cách tính số tiền làm lợi (đồng):", keep=True)
    grid(
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
        (1.2, 4.0, 4.4, 2.2, 2.0, 2.7),
        "benefit_calc",
        left=(1, 2),
    )
    control(document, "{%p endif %}")
    control(document, "{%p if implementation_cost %}")
    line(document, "Chi phí thực hiện: {{ implementation_cost|money }}.")
    control(document, "{%p endif %}")
    control(document, "{%p if benefit_value %}")
    say(
        line(document, "Số tiền làm lợi năm đầu: {{ benefit_value|money }}", bold=True),
        " (bằng chữ: {{ raw.benefit_value|in_words }}; {{ benefit_status|lower }}).",
    )
    control(document, "{%p endif %}")
    control(document, "{%p if benefit_value_reason %}")
    line(document, "Lý do khác với bảng tính: {{ benefit_value_reason }}")
    control(document, "{%p endif %}")


def _report_signatures(document: DocumentType) -> None:
    table = document.add_table(rows=1, cols=3)
    borders(table, False)
    widths(table, (5.5, 5.5, 5.5))
    union, head, author = table.rows[0].cells
    for cell, lines in (
        (union, ("TM. BAN CHẤP HÀNH CĐCS", "CHỦ TỊCH")),
        (head, ("XÁC NHẬN CỦA ĐƠN VỊ", "{{ (sign_unit_head_title or 'Thủ trưởng')|upper }}")),
    ):
        cell.paragraphs[0].paragraph_format.space_before = Pt(10)
        for text in lines:
            write(cell, text, bold=True, size=12)
        write(cell, "(Ký, ghi rõ họ tên, đóng dấu)", italic=True, size=12)
        for _gap in range(4):
            write(cell, " ")
    write(union, "{{ sign_union_name }}", bold=True)
    write(head, "{{ sign_unit_head_name }}", bold=True)
    author.paragraphs[0].paragraph_format.space_before = Pt(10)
    write(
        author,
        "{% if authors|length > 1 %}NHÓM TÁC GIẢ{% else %}TÁC GIẢ{% endif %}",
        bold=True,
        size=13,
    )
    write(author, "(Ký, ghi rõ họ tên)", italic=True, size=12)
    control(author, "{%p for row in authors %}")
    for _gap in range(3):
        write(author, " ")
    write(author, "{{ row.full_name }}", bold=True)
    control(author, "{%p endfor %}")
    _keep(table)


def _drop_first(document: DocumentType) -> None:
    """Remove the empty paragraph a new document may begin with."""
    for paragraph in document.paragraphs[:1]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


# Writing


def same_bytes(document: DocumentType) -> bytes:
    """Return the document's package with one fixed time."""
    buffer, target = io.BytesIO(), io.BytesIO()
    document.core_properties.author = "Sổ Sáng Kiến"
    document.core_properties.title = ""
    document.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            package.writestr(fixed, source.read(entry), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()


DOCUMENTS = {"don-yeu-cau": application, "bao-cao-mo-ta": report}


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, make in DOCUMENTS.items():
        (TARGET / f"{name}.docx").write_bytes(same_bytes(make()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
