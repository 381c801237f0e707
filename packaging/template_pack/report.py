"""Báo cáo mô tả sáng kiến: one of the outlines, with its head, its cover and its signatures."""

from blocks import NAMES, block, pledge
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt
from docx.table import _Cell
from layout import (
    TEXT_WIDTH,
    below,
    control,
    frame,
    head,
    heading,
    keep,
    labelled,
    line,
    new_document,
    new_page,
    say,
    steering_row,
    title,
    write,
)
from outlines import Outline, Part

PLACE_AND_DATE = "{{ report_place or sign_place }}, {{ (report_date or sign_date)|long_date }}"
SIGNED = "(Ký, ghi rõ họ tên)"
SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"


def report(outline: Outline) -> DocumentType:
    document = new_document()
    if outline.cover:
        _cover(document, outline.title)
    else:
        head(document, "{{ superior_unit_name }}", "{{ unit_name }}", PLACE_AND_DATE)
        title(document, outline.title, before=16)
        code = line(document, align=ALIGN.CENTER, indent=False, before=0)
        say(code, "Mã hồ sơ: {{ dossier_code }}", italic=True, size=13)
    for number, part in enumerate(outline.parts):
        _part(document, part, begins_page=outline.cover and number == 0)
    pledge(document)
    if outline.cover:
        place = line(document, align=ALIGN.RIGHT, indent=False, keep=True)
        say(place, PLACE_AND_DATE, italic=True)
    _signatures(document, outline.signers)
    return document


def _part(document: DocumentType, part: Part, *, begins_page: bool) -> None:
    if part.when:
        control(document, f"{{%p if {part.when} %}}")
    if part.said:
        labelled(document, part.heading, part.said)
    elif part.level:
        heading(document, part.heading, part.level)
    else:
        line(document, part.heading, bold=True, keep=True)
    if begins_page:
        document.paragraphs[-1].paragraph_format.page_break_before = True
    for name in part.below:
        block(document, name, plain=name in part.plain)
    if part.when:
        control(document, "{%p endif %}")


def _cover(document: DocumentType, name: str) -> None:
    """Add the cover and the title page."""
    for page in ("cover", "title"):
        for text, bold in (
            ("{{ superior_unit_name|upper }}", False),
            ("{{ unit_name|upper }}", True),
        ):
            paragraph = line(document, text, align=ALIGN.CENTER, indent=False, before=0, bold=bold)
        if page == "title":
            new_page(document.paragraphs[-2])
        code = line(document, align=ALIGN.CENTER, indent=False, before=6)
        say(code, "Mã hồ sơ: {{ dossier_code }}", italic=True, size=13)
        paragraph = line(
            document, name, align=ALIGN.CENTER, indent=False, before=150, bold=True, size=20
        )
        paragraph.paragraph_format.space_after = Pt(18)
        said = "{{ initiative_title }}"
        line(document, said, align=ALIGN.CENTER, indent=False, before=6, bold=True, size=16)
        if page == "title":
            space = 48.0
            for text in (
                "Lĩnh vực áp dụng: {{ application_field }}",
                "Loại giải pháp: {{ solution_type }}",
            ):
                line(document, text, align=ALIGN.CENTER, indent=False, before=space)
                space = 6.0
        line(document, f"Tác giả: {NAMES}", align=ALIGN.CENTER, indent=False, before=6)
        year = "{{ report_place or sign_place }}, năm {{ (report_date or sign_date)[-4:] }}"
        line(document, year, align=ALIGN.CENTER, indent=False, before=150, italic=True)


# Signatures


def _signatures(document: DocumentType, signers: tuple[str, ...]) -> None:
    """Add the blocks: titles in one line, names in one line, further authors below."""
    width = TEXT_WIDTH / len(signers)
    further = signers[-1] in ("author", "coauthors")
    table = frame(document, 6 if further else 2, (width,) * len(signers))
    titles, names = table.rows[0].cells, table.rows[1].cells
    for place, kind in enumerate(signers):
        titles[place].paragraphs[0].paragraph_format.space_before = Pt(10)
        _block(titles[place], names[place], kind)
    first = 2 if signers[-1] == "coauthors" else 1
    table.rows[2].cells[0].paragraphs[0].add_run(f"{{%tr if authors|length > {first} %}}")
    table.rows[3].cells[0].paragraphs[0].add_run(f"{{%tr for row in authors[{first}:] %}}")
    below(table.rows[4].cells[-1], "{{ row.full_name }}", 64, bold=True)
    table.rows[5].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    steering_row(table, "{%tr endif %}")
    keep(table)


def _block(titles: _Cell, names: _Cell, kind: str) -> None:
    if kind == "union":
        here = "{% if sign_union_name %}"
        write(titles, f"{here}TM. BAN CHẤP HÀNH{{% endif %}}", bold=True, size=12)
        write(titles, f"{here}CHỦ TỊCH{{% endif %}}", bold=True, size=12)
        write(titles, f"{here}{SEALED}{{% endif %}}", italic=True, size=12)
        name = "{{ sign_union_name }}"
    elif kind == "head":
        write(titles, "XÁC NHẬN CỦA ĐƠN VỊ", bold=True, size=12)
        write(titles, "{{ (sign_unit_head_title or 'Thủ trưởng')|upper }}", bold=True, size=12)
        write(titles, SEALED, italic=True, size=12)
        name = "{{ sign_unit_head_name }}"
    elif kind == "coauthors":
        here = "{% if authors|length > 1 %}"
        write(titles, f"{here}ĐỒNG TÁC GIẢ{{% endif %}}", bold=True, size=12)
        write(titles, f"{here}{SIGNED}{{% endif %}}", italic=True, size=12)
        name = "{% for row in authors[1:2] %}{{ row.full_name }}{% endfor %}"
    else:
        one, many = ("NGƯỜI NỘP", "") if kind == "filer" else ("TÁC GIẢ", "NHÓM TÁC GIẢ")
        said = f"{{% if authors|length > 1 %}}{many}{{% else %}}{one}{{% endif %}}" if many else one
        write(titles, said, bold=True, size=12)
        write(titles, SIGNED, italic=True, size=12)
        name = "{% for row in authors[:1] %}{{ row.full_name }}{% endfor %}"
    below(names, name, 64, bold=True)
