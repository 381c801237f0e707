"""Filling Word templates: text arrives whole, the same bytes each time, hostility stays out."""

import io
import unicodedata
import zipfile

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents import child as child_module
from desktop_app.documents.context import Picture
from desktop_app.documents.filling import DocumentFiller
from desktop_app.errors import BadFile, Failed
from tests.documents.conftest import built_in_template, opened, sample_context, saved, text_of, word

HARD = {
    "markup": "a < b & c > \"d\" 'e' </w:t> &amp; <w:p/>",
    "decomposed": unicodedata.normalize("NFD", "Đặng Thị Hương ở Điện Biên"),
    "long": "Máy dập. " * 1_200,
    "lines": "Một\nHai\n\nBa",
    "spaces": "  đầu và cuối  \tsau",
    "emoji": "Tốt 👍🏽 và 🇻🇳",
    "jinja": "{{ secret }} {% if x %} {# c #}",
    "letters": "ẫ ỵ Ẳ ữ ‘’ “” – …",
}


@pytest.mark.parametrize("name", HARD)
def test_text_arrives_unchanged(filler: DocumentFiller, name: str) -> None:
    filled = filler.fill(word("Trước {{ answer }} sau"), {"answer": HARD[name], "secret": "no"})

    expected = unicodedata.normalize("NFC", HARD[name])
    assert text_of(filled) == f"Trước {expected} sau"


@settings(max_examples=60, deadline=None)
@given(answer=st.text(max_size=60))
def test_any_text_arrives_without_what_xml_cannot_hold(filler: DocumentFiller, answer: str) -> None:
    filled = filler.fill(word("[{{ answer }}]"), {"answer": answer})

    plain = unicodedata.normalize("NFC", answer.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(c for c in plain if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))
    assert text_of(filled) == f"[{kept}]"


def test_the_same_input_gives_the_same_bytes(filler: DocumentFiller) -> None:
    template, context = built_in_template("bao-cao-mo-ta"), sample_context()

    first = filler.fill(template, context)

    with DocumentFiller() as other:
        assert other.fill(template, context) == first


def test_tags_torn_into_runs_are_found(filler: DocumentFiller) -> None:
    filled = filler.fill(word(("{", "{ ti", "tle|up", "per }", "}")), {"title": "đồ gá"})

    assert text_of(filled) == "ĐỒ GÁ"


def test_rows_paragraphs_and_conditions(filler: DocumentFiller) -> None:
    document = opened(word("{%p for row in rows %}", "- {{ row.name }}", "{%p endfor %}"))
    table = document.add_table(rows=3, cols=1)
    for row, text in zip(
        table.rows, ("{%tr for row in rows %}", "{{ row.name }}", "{%tr endfor %}"), strict=True
    ):
        row.cells[0].text = text

    filled = filler.fill(saved(document), {"rows": [{"name": "Một"}, {"name": "Hai"}]})

    again = opened(filled)
    assert [p.text for p in again.paragraphs] == ["- Một", "- Hai"]
    assert [row.cells[0].text for row in again.tables[0].rows] == ["Một", "Hai"]


def test_a_table_without_lines_and_a_cell_without_paragraphs_stay_readable(
    filler: DocumentFiller,
) -> None:
    document = Document()
    empty = document.add_table(rows=3, cols=1)
    for row, text in zip(empty.rows, ("{%tr for r in rows %}", "x", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text
    document.add_paragraph("giữa")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{%p if false %}"
    document.tables[1].rows[0].cells[0].add_paragraph("{%p endif %}")

    filled = opened(filler.fill(saved(document), {"rows": []}))

    assert len(filled.tables) == 1
    assert [p.text for p in filled.tables[0].rows[0].cells[0].paragraphs] == [""]


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{{ rows.append(1) }}",
        "{{ 'a' * 10 ** 9 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ [1] * 99999999 }}",
        "{{ title.__class__ }}",
    ],
)
def test_escapes_are_refused(filler: DocumentFiller, source: str) -> None:
    with pytest.raises(BadFile) as refused:
        filler.fill(word(source), {"title": "x", "rows": []})

    assert refused.value.code == "SSK-321"


@pytest.mark.parametrize(
    "source",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(3000) %}{{ 'x' * 100000 }}{% endfor %}",
        "{{ '%999999999d'|format(1) }}",
    ],
)
def test_what_never_ends_or_grows_is_stopped_and_the_next_call_works(
    filler: DocumentFiller, source: str
) -> None:
    with pytest.raises(BadFile) as refused:
        filler.fill(word(source), {})

    assert refused.value.code == "SSK-322"
    assert text_of(filler.fill(word("{{ a }}"), {"a": "vẫn chạy"})) == "vẫn chạy"


def test_a_child_that_died_is_replaced(filler: DocumentFiller) -> None:
    filler.fill(word("{{ a }}"), {"a": "1"})
    process = filler.child._child
    assert process is not None
    process.kill()
    process.join()

    assert text_of(filler.fill(word("{{ a }}"), {"a": "2"})) == "2"


def test_a_child_that_cannot_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Failed("SSK-323")

    monkeypatch.setattr(child_module, "_start", refuse)

    with DocumentFiller() as broken, pytest.raises(Failed, match="SSK-323"):
        broken.fill(word("x"), {})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SSK-326"),
        (b"PK\x03\x04 nothing", "SSK-326"),
        (b"plain text", "SSK-326"),
        (word("{{ a }}")[:3_000], "SSK-326"),
    ],
)
def test_what_is_no_word_file_is_told(filler: DocumentFiller, content: bytes, code: str) -> None:
    with pytest.raises(BadFile) as refused:
        filler.fill(content, {})

    assert refused.value.code == code


def _with_part(docx: bytes, name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(target, "w") as package:
        for entry in source.infolist():
            if entry.filename != name:
                package.writestr(entry, source.read(entry))
        package.writestr(name, content)
    return target.getvalue()


def test_macros_entities_and_bombs_are_refused(filler: DocumentFiller) -> None:
    macros = _with_part(word("x"), "word/vbaProject.bin", b"x")
    entities = _with_part(
        word("x"),
        "word/document.xml",
        b'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>{{ x }}&a;</d>',
    )
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"{" * 70_000_000)

    for content, code in ((macros, "SSK-325"), (entities, "SSK-326"), (bomb, "SSK-322")):
        raw = content.getvalue() if isinstance(content, io.BytesIO) else content
        with pytest.raises(BadFile) as refused:
            filler.fill(raw, {})
        assert refused.value.code == code


def _picture(colour: str, kind: str = "PNG") -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (400, 200), colour).save(target, kind)
    return target.getvalue()


def test_only_pictures_that_are_printed_come_into_the_package(filler: DocumentFiller) -> None:
    context = {
        "shown": Picture(_picture("red"), "image/png"),
        "sized": Picture(_picture("blue", "JPEG"), "image/jpeg"),
        "unprinted": Picture(_picture("green"), "image/png"),
    }

    filled = filler.fill(word("{{ shown }}", "{{ sized|picture(5, 5) }}"), context)

    shapes = opened(filled).inline_shapes
    assert [round(shape.width.cm, 1) for shape in shapes] == [14.0, 5.0]
    with zipfile.ZipFile(io.BytesIO(filled)) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        assert len({name for name in package.namelist()}) == len(package.namelist())
    assert media == ["word/media/picture1.png", "word/media/picture2.jpeg"]


def test_a_picture_in_a_page_header_is_linked_there(filler: DocumentFiller) -> None:
    document = opened(word("x"))
    document.sections[0].header.paragraphs[0].text = "{{ logo|picture(2, 2) }}"

    filled = opened(filler.fill(saved(document), {"logo": Picture(_picture("red"), "image/png")}))

    header = filled.sections[0].header
    assert any(rel.reltype.endswith("/image") for rel in header.part.rels.values())


def test_a_broken_picture_does_not_stop_the_document(filler: DocumentFiller) -> None:
    filled = filler.fill(word("[{{ p }}]"), {"p": Picture(b"\x89PNG broken", "image/png")})

    assert text_of(filled) == "[[ảnh không mở được]]"
