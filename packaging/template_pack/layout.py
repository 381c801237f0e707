"""Building blocks of official papers in Word, after Nghị định 30/2020/NĐ-CP, Phụ lục I.

A4, margins 20/20/30/15 mm, Times New Roman 14, first line 1,27 cm, 6 pt between paragraphs,
lines 1,15 apart, page number centred in the top margin from page two.
"""

import io
import zipfile

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
BODY, SMALL = 14, 12
TEXT_WIDTH = 16.5
KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header"}
UNUSED_PARTS = ("stylesWithEffects", "thumbnail", "customXml", "webSettings", "numbering")


# The document


def new_document(*, turned: bool = False) -> DocumentType:
    """Return an empty document; ``turned`` is A4 lying on its long side, without page numbers."""
    document = Document()
    for paragraph in document.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    _styles(document)
    _settings(document)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.header_distance = Cm(1)
    section.different_first_page_header_footer = True
    if turned:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        return document
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    _field(number, "PAGE")
    return document


def _styles(document: DocumentType) -> None:
    root = document.styles.element
    for style in list(root.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in KEPT_STYLES:
            root.remove(style)
    root.remove(root.find(qn("w:latentStyles")))
    for language in root.iter(qn("w:lang")):
        # Otherwise Word underlines every Vietnamese word.
        language.set(qn("w:val"), "vi-VN")
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    for attribute in ("w:eastAsia", "w:cs", "w:hAnsi"):
        style.element.rPr.rFonts.set(qn(attribute), FONT)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.15


def _settings(document: DocumentType) -> None:
    root = document.settings.element
    for name in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        found = root.find(qn(name))
        if found is not None:
            root.remove(found)
    root.find(qn("w:zoom")).set(qn("w:percent"), "100")
    root.find(qn("w:themeFontLang")).set(qn("w:val"), "vi-VN")
    compatible = root.find(qn("w:compat"))
    compatible.remove(compatible.find(qn("w:useFELayout")))
    # A line break in a justified answer must not tear its line apart.
    compatible.insert(0, OxmlElement("w:doNotExpandShiftReturn"))
    for setting in compatible.findall(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


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


def same_bytes(document: DocumentType, title: str) -> bytes:
    """Return the document's package with one fixed time and nothing that is not used."""
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in UNUSED_PARTS:
                del owner.rels[key]
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "Sổ Sáng Kiến", title, ""
    properties.language = "vi-VN"
    buffer, target = io.BytesIO(), io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            package.writestr(fixed, source.read(entry), zipfile.ZIP_DEFLATED, compresslevel=9)
    return target.getvalue()


# Paragraphs


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
    document: DocumentType,
    text: str = "",
    *,
    align: ALIGN = ALIGN.JUSTIFY,
    indent: bool = True,
    before: float = 6,
    keep: bool = False,
    **looks: object,
) -> Paragraph:
    """Add a body paragraph: justified, first line 1,27 cm, 6 pt apart."""
    paragraph = document.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.keep_with_next = keep or None
    if indent:
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    if text:
        say(paragraph, text, **looks)
    return paragraph


def labelled(document: DocumentType, label: str, value: str) -> Paragraph:
    return say(line(document, label, bold=True), " " + value)


def control(place: DocumentType | _Cell, tag: str) -> None:
    """Add a paragraph that only steers: it is gone in the filled document."""
    place.add_paragraph(tag)


def heading(document: DocumentType, text: str, level: int = 1) -> None:
    """Add a bold heading; its level makes Word's navigation and the check know it."""
    paragraph = line(document, text, bold=True, keep=True)
    mark = OxmlElement("w:outlineLvl")
    mark.set(qn("w:val"), str(level - 1))
    paragraph._p.get_or_add_pPr().append(mark)


def label(document: DocumentType, text: str) -> None:
    line(document, text, italic=True, keep=True)


def long_text(document: DocumentType, name: str) -> None:
    """Add an answer of several paragraphs."""
    control(document, f"{{%p for text in {name}|paragraphs %}}")
    line(document, "{{ text }}")
    control(document, "{%p endfor %}")


def part(document: DocumentType, name: str, title: str, *, bold: bool = True) -> None:
    """Add a headed long answer that leaves no trace when it is empty."""
    control(document, f"{{%p if {name} %}}")
    line(document, title, bold=bold, italic=not bold, keep=True)
    long_text(document, name)
    control(document, "{%p endif %}")


def title(document: DocumentType, text: str, before: float = 18) -> None:
    paragraph = line(document, text, align=ALIGN.CENTER, indent=False, before=before, bold=True)
    paragraph.paragraph_format.space_after = Pt(6)


def subject(document: DocumentType, text: str) -> None:
    """Add what a paper is about, below its title, with its rule."""
    paragraph = line(document, text, align=ALIGN.CENTER, indent=False, before=0, bold=True)
    rule_below(paragraph, 6.6)


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
    looks = below._p.get_or_add_pPr()
    looks.insert_element_before(settings, "w:spacing", "w:ind", "w:jc")


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


def new_page(paragraph: Paragraph) -> None:
    """Begin a page with a paragraph."""
    paragraph.paragraph_format.page_break_before = True


def head(
    document: DocumentType,
    above: str,
    body: str,
    place: str,
    number: str = "",
    *,
    width: float = TEXT_WIDTH,
) -> None:
    """Add the head of an official paper: who issues it on the left, the nation on the right."""
    share = 6.7 * width / TEXT_WIDTH
    table = frame(document, 1, (share, width - share))
    left, right = table.rows[0].cells
    if above:
        write(left, _upper(above), size=12)
    rule_below(write(left, _upper(body), bold=True, size=12), share / 3.2)
    if number:
        write(left, number, size=13).paragraph_format.space_before = Pt(4)
    nation(right, indent=(width - share - 5.9) / 2)
    if place:
        write(right, place, italic=True).paragraph_format.space_before = Pt(4)


def _upper(text: str) -> str:
    """Return a text, or the one placeholder it is, in capitals."""
    return text.replace(" }}", "|upper }}") if text.endswith(" }}") else text.upper()


def signed(document: DocumentType, *blocks: tuple[str, str, str] | None) -> None:
    """Add blocks side by side to sign in: title, manner and name; None leaves one empty."""
    table = frame(document, 2, (TEXT_WIDTH / 2,) * 2)
    for place, block in enumerate(blocks):
        if block is None:
            continue
        above, manner, name = block
        cell = table.rows[0].cells[place]
        write(cell, above, bold=True).paragraph_format.space_before = Pt(12)
        write(cell, manner, italic=True, size=13)
        below(table.rows[1].cells[place], name, 56, bold=True)
    keep(table)


# Tables


def frame(document: DocumentType, rows: int, centimetres: tuple[float, ...]) -> Table:
    """Add a table without borders: it only sets things side by side."""
    table = document.add_table(rows=rows, cols=len(centimetres))
    borders(table, False)
    widths(table, centimetres)
    for row in table.rows:
        whole(row)
    return table


def borders(table: Table, shown: bool) -> None:
    settings = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "single" if shown else "nil")
        edge.set(qn("w:sz"), "4")
        edge.set(qn("w:space"), "0")
        edge.set(qn("w:color"), "000000")
        settings.append(edge)
    looks = table._tbl.tblPr
    found = looks.find(qn("w:tblLook"))
    if found is not None:
        found.addprevious(settings)
    else:
        looks.append(settings)


def widths(table: Table, centimetres: tuple[float, ...]) -> None:
    table.autofit = False
    for column, width in zip(table.columns, centimetres, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def whole(row: object) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # type: ignore[attr-defined]


def keep(table: Table) -> None:
    """Keep all rows of a table on one page, with what follows."""
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def write(cell: _Cell, text: str, align: ALIGN = ALIGN.CENTER, **looks: object) -> Paragraph:
    paragraph = cell.paragraphs[0]
    if paragraph.text:
        paragraph = cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.line_spacing = 1.0
    return say(paragraph, text, **looks)


def below(cell: _Cell, text: str, gap: float, **looks: object) -> Paragraph:
    """Write a name under the room for a signature."""
    paragraph = write(cell, text, **looks)
    paragraph.paragraph_format.space_before = Pt(gap)
    return paragraph


def grid(
    document: DocumentType,
    heads: tuple[str, ...],
    cells: tuple[str, ...],
    centimetres: tuple[float, ...],
    rows: str,
    *,
    left: tuple[int, ...] = (),
    right: tuple[int, ...] = (),
    size: float = SMALL,
) -> Table:
    """Add a bordered table with one line per row of a repeat; its head is on every page."""
    table = document.add_table(rows=4, cols=len(heads))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    borders(table, True)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        _inside(write(cell, text, bold=True, size=size))
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    table.rows[1].cells[0].paragraphs[0].add_run(f"{{%tr for row in {rows} %}}")
    for place, (cell, text) in enumerate(zip(table.rows[2].cells, cells, strict=True)):
        align = ALIGN.LEFT if place in left else ALIGN.RIGHT if place in right else ALIGN.CENTER
        _inside(write(cell, text, align, size=size))
    table.rows[3].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    widths(table, centimetres)
    for row in table.rows:
        whole(row)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for paragraph in (p for cell in table.rows[0].cells for p in cell.paragraphs):
        paragraph.paragraph_format.keep_with_next = True
    return table


def _inside(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)


def closing_row(table: Table, text: str, value: str, size: float = SMALL) -> None:
    """Add a row with one wide cell and an amount."""
    row = table.add_row()
    wide = row.cells[0].merge(row.cells[-2])
    _inside(write(wide, text, ALIGN.RIGHT, bold=True, size=size))
    _inside(write(row.cells[-1], value, ALIGN.RIGHT, bold=True, size=size))
    whole(row)


def steering_row(table: Table, tag: str) -> None:
    """Add a row that only steers."""
    table.add_row().cells[0].paragraphs[0].add_run(tag)


def listed(document: DocumentType, rows: str, intro: str, *parts: object, **looks: object) -> None:
    """Add a line and a table that are there only when the repeat has lines."""
    control(document, f"{{%p if {rows} %}}")
    line(document, intro, keep=True).paragraph_format.space_after = Pt(3)
    grid(document, *parts, **looks)  # type: ignore[arg-type]
    control(document, "{%p endif %}")
