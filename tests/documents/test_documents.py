import io
import zipfile

import pytest
from docx import Document
from PIL import Image

from desktop_app.documents.context import Picture, build_context
from desktop_app.documents.filling import DocumentFiller
from desktop_app.documents.pictures import clean_picture, file_kind
from desktop_app.documents.summary_workbook import summary_workbook
from desktop_app.errors import BadFile
from desktop_app.forms.workbook import read_form
from desktop_app.resource_files import resource_path
from desktop_app.services.printed_facts import sample_facts
from tests.samples import answers

TEMPLATES = resource_path("templates", "sang-kien", "documents")


@pytest.fixture(scope="module")
def filler():
    with DocumentFiller() as made:
        yield made


@pytest.fixture(scope="module")
def context():
    form = read_form(resource_path("templates", "sang-kien", "form.xlsx"))
    system = sample_facts() | {
        "unit_name": "CĐCS May",
        "superior_unit_name": "Công đoàn KCN",
        "dossier_code": "MSC-1",
    }
    return build_context(form, answers(), system=system)


def template(*paragraphs):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def texts(docx):
    return [p.text for p in Document(io.BytesIO(docx)).paragraphs if p.text]


def test_a_template_is_filled_the_same_each_time(filler, context):
    for name in ("don-yeu-cau", "bao-cao-mo-ta"):
        content = (TEMPLATES / f"{name}.docx").read_bytes()
        assert filler.fill(content, context) == filler.fill(content, context)


def test_the_application_says_what_the_form_asks_for(filler, context):
    docx = filler.fill((TEMPLATES / "don-yeu-cau.docx").read_bytes(), context)
    said = "\n".join(texts(docx))
    order = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐƠN YÊU CẦU CÔNG NHẬN SÁNG KIẾN",
        "Kính gửi",
        "ghi tên dưới đây",
        "đề nghị xét công nhận sáng kiến",
        "Chủ đầu tư tạo ra sáng kiến",
        "Lĩnh vực áp dụng sáng kiến",
        "Ngày sáng kiến được áp dụng lần đầu",
        "Mô tả bản chất của sáng kiến",
        "Những thông tin cần được bảo mật",
        "Các điều kiện cần thiết",
        "theo ý kiến của tác giả",
        "xin cam đoan",
    ]
    places = [said.index(text) for text in order]
    assert places == sorted(places)
    assert "Ba mươi tư triệu bốn trăm năm mươi hai nghìn đồng" in said
    tables = Document(io.BytesIO(docx)).tables
    assert len(tables[0].columns) == 7
    signed = "\n".join(c.text for t in tables for r in t.rows for c in r.cells)
    assert "Sông Công, ngày 02 tháng 11 năm 2026" in signed


def test_no_tag_is_left(filler, context):
    for path in TEMPLATES.glob("*.docx"):
        with zipfile.ZipFile(io.BytesIO(filler.fill(path.read_bytes(), context))) as package:
            xml = package.read("word/document.xml").decode()
        assert "{{" not in xml
        assert "{%" not in xml


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ x.y.z }}",
        "{% for a in range(10**9) %}{% for b in range(10**9) %}x{% endfor %}{% endfor %}",
        "{{ 'a' * 10**10 }}",
        "{% include '/etc/passwd' %}",
        "{{ open('/etc/passwd') }}",
        "{% if %}",
    ],
)
def test_hostile_templates_end_with_a_code(hostile):
    with DocumentFiller(seconds=6) as made, pytest.raises(BadFile) as raised:
        made.fill(template(hostile), {})
    assert raised.value.code in ("SSK-321", "SSK-322")


def test_after_a_hang_the_next_document_is_filled():
    with DocumentFiller(seconds=4) as made:
        endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        with pytest.raises(BadFile):
            made.fill(template(endless), {})
        assert texts(made.fill(template("{{ a }}"), {"a": "xong"})) == ["xong"]


def test_control_characters_are_left_out(filler):
    docx = filler.fill(template("{{ a }}"), {"a": "x\x00\x0b\ufffey <b>&amp;"})
    assert texts(docx) == ["xy <b>&amp;"]


def test_a_tag_word_split_into_runs_is_filled(filler):
    document = Document()
    paragraph = document.add_paragraph("{{ na")
    paragraph.add_run("me }}").bold = True
    target = io.BytesIO()
    document.save(target)
    assert texts(filler.fill(target.getvalue(), {"name": "Quyết"})) == ["Quyết"]


def test_pictures_are_set_in(filler):
    target = io.BytesIO()
    Image.new("RGB", (400, 200), "red").save(target, "PNG")
    docx = filler.fill(template("{{ p }}"), {"p": Picture(target.getvalue(), "image/png")})
    assert len(Document(io.BytesIO(docx)).inline_shapes) == 1


# Pictures and workbooks


def test_a_picture_is_turned_and_tells_nothing_but_itself():
    picture = Image.new("RGB", (3000, 1000), "blue")
    exif = picture.getexif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (21.0, 0.0, 0.0)}
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif)
    clean = clean_picture(target.getvalue())
    assert clean.width < clean.height <= 1600
    with Image.open(io.BytesIO(clean.data)) as seen:
        assert not seen.getexif()


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff broken", b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_broken_picture_is_told(data):
    with pytest.raises(BadFile):
        clean_picture(data)


def test_kinds_are_told_by_content():
    assert file_kind(b"%PDF-1.7", "x.jpg") == "application/pdf"
    assert file_kind((TEMPLATES / "don-yeu-cau.docx").read_bytes(), "x").endswith("document")
    for data in (b"MZ\x90", b"#!/bin/sh", b"PK\x03\x04 zip"):
        with pytest.raises(BadFile):
            file_kind(data, "ảnh.jpg")


def test_text_is_never_a_formula():
    import openpyxl

    rows = [("=1+1", "+2", "-3", "@x", "thường", 5)]
    content = summary_workbook(rows, ("a", "b", "c", "d", "e", "f"), "Danh sách")
    assert content == summary_workbook(rows, ("a", "b", "c", "d", "e", "f"), "Danh sách")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [cell.value for cell in sheet[2]] == list(rows[0])
    assert [cell.data_type for cell in sheet[2]] == ["s"] * 5 + ["n"]
