"""Reading a worker's own Word file: its numbers and letters, and files that mean harm."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from desktop_app.documents.filling import DocumentFiller
from desktop_app.documents.word_text import WordParagraph, WordTable, read_text
from desktop_app.errors import BadFile
from tests.documents.conftest import saved

W = nsdecls("w")


def read(filler: DocumentFiller, document) -> list:
    return list(read_text(filler.child, saved(document)).blocks)


def rezipped(content: bytes, change) -> bytes:
    """Return a Word file with its parts changed."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def numbering(document, *levels: tuple[str, str]) -> None:
    root = document.part.numbering_part.element
    inside = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (kind, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{inside}</w:abstractNum>'))
    for number in (77, 78):
        extra = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            if number == 78
            else ""
        )
        root.append(
            parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="77"/>{extra}</w:num>')
        )


def item(document, text: str, level: int, number: int = 77) -> None:
    made = document.add_paragraph(text)
    made._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_lists_are_counted_as_word_counts_them(filler: DocumentFiller) -> None:
    document = docx.Document()
    numbering(document, ("decimal", "%1."), ("lowerLetter", "%1.%2)"), ("upperRoman", "%3"))
    for text, level in (("a", 0), ("b", 1), ("c", 1), ("d", 2), ("e", 0), ("f", 1), ("g", 2)):
        item(document, text, level)
    item(document, "h", 0, 78)
    marks = [block.mark for block in read(filler, document)]
    assert marks == ["1.", "1.a)", "1.b)", "I", "2.", "2.a)", "I", "1."]


def test_each_run_is_read_by_its_own_font(filler: DocumentFiller) -> None:
    document = docx.Document()
    line = document.add_paragraph()
    for text, font in (("B¸o c¸o", ".VnTime"), (" tæng hîp", ".VnTimeH"), (" năm 2026", "Arial")):
        line.add_run(text).font.name = font
    document.add_paragraph("Đã gõ Unicode trong phông cũ").runs[0].font.name = ".VnTime"
    vni = document.add_paragraph()
    for text in ("Coäng ho", "øa xaõ ho", "äi"):  # one letter torn over two runs
        vni.add_run(text).font.name = "VNI-Times"
    first, second, third = read(filler, document)
    assert first == WordParagraph("B¸o c¸o tæng hîp năm 2026", "Báo cáo TỔNG HỢP năm 2026")
    assert second.readable == second.text == "Đã gõ Unicode trong phông cũ"
    assert third.readable == "Cộng hòa xã hội"


def test_old_text_in_a_plain_font_is_known_by_content(filler: DocumentFiller) -> None:
    document = docx.Document()
    document.add_paragraph("C«ng ty cæ phÇn dÖt may §iÖn Biªn")
    (block,) = read(filler, document)
    assert block.readable == "Công ty cổ phần dệt may Điện Biên"


def test_cells_across_columns_stand_in_each(filler: DocumentFiller) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Trước"
    table.cell(0, 2).text = "Sau"
    (block,) = read(filler, document)
    assert isinstance(block, WordTable)
    assert [[p.text for p in cell] for cell in block.rows[0]] == [["Trước"], ["Trước"], ["Sau"]]


def body(inside: str):
    def change(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = (
            f"<w:document {W}><w:body>{inside}</w:body></w:document>".encode()
        )

    return change


def entity(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r>'
        "<w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    ).encode()


def laughs(parts: dict[str, bytes]) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    parts["word/styles.xml"] = (
        f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><w:styles {W}>&l11;</w:styles>'.encode()
    )


def macros(parts: dict[str, bytes]) -> None:
    parts["word/vbaProject.bin"] = b"x"


def nothing(parts: dict[str, bytes]) -> None:
    parts.clear()


HOSTILE = {
    "entity": (entity, "SSK-326"),
    "laughs": (laughs, "SSK-326"),
    "macros": (macros, "SSK-325"),
    "empty": (nothing, "SSK-326"),
    "no body": (
        lambda parts: parts.update({"word/document.xml": f"<w:document {W}/>".encode()}),
        "SSK-326",
    ),
    "bomb": (lambda parts: parts.update({"word/media/a.bin": bytes(400_000_000)}), "SSK-343"),
    "many parts": (lambda parts: parts.update({f"x/{n}": b"" for n in range(2000)}), "SSK-343"),
    "many paragraphs": (
        body("<w:p><w:r><w:t>dòng</w:t></w:r></w:p>" * 100_000),
        "SSK-343",
    ),
    "deep": (body("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "SSK-326"),
    "deep tables": (
        body("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80),
        "",
    ),
    "odd numbers": (
        body(
            '<w:p><w:pPr><w:outlineLvl w:val="9e99"/><w:numPr><w:ilvl w:val="-5"/><w:numId '
            'w:val="x"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr>'
            '<w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>'
            "</w:tr></w:tbl>"
        ),
        "",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_files_that_mean_harm_end_with_a_code(filler: DocumentFiller, name: str) -> None:
    change, code = HOSTILE[name]
    content = rezipped(saved(docx.Document()), change)
    assert outcome(filler, content) == code


def outcome(filler: DocumentFiller, content: bytes) -> str:
    """Return the code a file is refused with, nothing when it is read."""
    try:
        read_text(filler.child, content)
    except BadFile as told:
        return told.code
    return ""


@pytest.mark.parametrize("kept", [0, 1, 30, 500, 5000, -1])
def test_a_torn_file_is_told(filler: DocumentFiller, kept: int) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung")
    content = saved(document)
    assert outcome(filler, content[:kept]) in ("SSK-326", "SSK-343")


def test_damaged_bytes_inside_are_told(filler: DocumentFiller) -> None:
    document = docx.Document()
    document.add_paragraph("Nội dung " * 50)
    content = saved(document)
    for place in range(40, len(content), len(content) // 40):
        torn = content[:place] + bytes([content[place] ^ 0x5A]) + content[place + 1 :]
        assert outcome(filler, torn) in ("", "SSK-326", "SSK-343", "SSK-344")
