"""Word tears a placeholder into runs as it likes: it fills all the same, and faults are told."""

import io
import zipfile

import pytest

from desktop_app.documents.filling import DocumentFiller
from tests.documents.conftest import text_of, word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTEXT = {"initiative_title": "Đồ gá", "authors": [{"full_name": "Mai"}, {"full_name": "Lực"}]}


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


SPELLING = (
    run("{{")
    + '<w:proofErr w:type="spellStart"/>'
    + run(" initi")
    + '<w:proofErr w:type="spellEnd"/>'
    + run("ative_title }}")
)
BOOKMARK = (
    run("{{ initiative")
    + '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>'
    + run("_title }}")
)
FORMATTING = (
    run("{", "<w:b/>") + run("{ initiative_") + run("title", "<w:i/>") + run(" }", "<w:b/>")
)
FORMATTING += run("}")
LANGUAGE = run("{{ initiative_", '<w:lang w:val="vi-VN"/>') + run("title }}", "<w:noProof/>")
COMMENT = (
    '<w:commentRangeStart w:id="1"/>' + run("{{ initiative_title") + '<w:commentRangeEnd w:id="1"/>'
) + run(" }}")
BROKEN_PAGE = (
    "<w:r><w:t>{{ initiative_</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>title }}</w:t></w:r>"
)
INSERTED = (
    run("{{ initiative")
    + '<w:ins w:id="3" w:author="A" w:date="2026-01-01T00:00:00Z">'
    + run("_title")
    + "</w:ins>"
    + run(" }}")
)
LINK = '<w:hyperlink w:anchor="x">' + run("{{ initiative_ti") + "</w:hyperlink>" + run("tle }}")
SMART_TAG = run("{{ ") + '<w:smartTag w:element="x">' + run("initiative_title") + "</w:smartTag>"
SMART_TAG += run(" }}")
TORN = {
    "spelling": SPELLING,
    "bookmark": BOOKMARK,
    "formatting": FORMATTING,
    "language": LANGUAGE,
    "comment": COMMENT,
    "page end": BROKEN_PAGE,
    "tracked": INSERTED,
    "link": LINK,
    "smart tag": SMART_TAG,
}


def document(*paragraphs: str) -> bytes:
    """Return a Word document with these paragraphs, given as what stands inside them."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word("@"))) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                start, end = content.index(b"<w:p>"), content.index(b"</w:p>") + 6
                inside = "".join(f"<w:p>{p}</w:p>" for p in paragraphs).encode()
                content = content[:start] + inside + content[end:]
            made.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("torn", TORN.values(), ids=TORN)
def test_a_torn_placeholder_fills(filler: DocumentFiller, torn: str) -> None:
    template = document(run("Tên: ") + torn + run("."))

    assert filler.check(template, CONTEXT) == ()
    assert text_of(filler.fill(template, CONTEXT)).strip() == "Tên: Đồ gá."


@pytest.mark.parametrize("torn", TORN.values(), ids=TORN)
def test_a_torn_placeholder_with_a_fault_is_told_whole(filler: DocumentFiller, torn: str) -> None:
    wrong = torn.replace("tle", "telx")

    (problem,) = filler.check(document(run("Trước"), run("Tên: ") + wrong), CONTEXT)

    assert problem.placeholder == "{{ initiative_titelx }}"
    assert (problem.code, problem.paragraph) == ("SSK-324", 2)


def test_a_torn_loop_over_rows_fills(filler: DocumentFiller) -> None:
    def row(inside: str) -> str:
        return f"<w:tr><w:tc><w:p>{inside}</w:p></w:tc></w:tr>"

    opening = (
        run("{%") + '<w:proofErr w:type="gramStart"/>' + run("tr for a in ") + run("authors %")
    )
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        + row(opening + run("}"))
        + row(run("{{ a.") + run("full", "<w:b/>") + run("_name }}"))
        + row(run("{%tr end") + run("for %}"))
        + "</w:tbl>"
    )
    template = document(f"</w:p>{table}<w:p>")

    assert filler.check(template, CONTEXT) == ()
    assert text_of(filler.fill(template, CONTEXT)).split() == ["Mai", "Lực"]


def test_what_was_deleted_with_tracking_is_no_placeholder(filler: DocumentFiller) -> None:
    deleted = (
        '<w:del w:id="4" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r>'
        "<w:delText>{{ nowhere }}</w:delText></w:r></w:del>"
    )
    template = document(run("Tên: {{ initiative_title }}") + deleted)

    assert filler.check(template, CONTEXT) == ()
    assert text_of(filler.fill(template, CONTEXT)).strip() == "Tên: Đồ gá"
