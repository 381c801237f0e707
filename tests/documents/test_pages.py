"""Pages without an office program: the flow's rules, what is read, and LibreOffice's opinion."""

import contextlib
import io
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Cm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.filling import DocumentFiller
from desktop_app.documents.pages import lay_out, pdf_of
from desktop_app.documents.pages_blocks import ParagraphBlock, TableBlock
from desktop_app.documents.pages_flow import paginate
from desktop_app.documents.pages_reading import read_word
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path
from tests.documents.conftest import built_in_template, opened, sample_context, saved, word

# The flow


@dataclass
class Slab:
    """A block of lines one point high each."""

    lines: int
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    break_before: bool = False
    whole: bool = False
    heads: list = field(default_factory=list)
    name: str = ""

    @property
    def height(self) -> float:
        return float(self.lines)

    def split(self, room: float):
        count = min(int(room), self.lines - 2)
        if self.whole or count < 2:
            return None
        return Slab(count, name=self.name), Slab(self.lines - count, name=self.name)

    def paint(self, painter, x: float, y: float) -> None:
        raise AssertionError("nothing is painted here")


def _names(pages) -> list[list[str]]:
    return [[block.name for _y, block in page] for page in pages]


def test_blocks_follow_one_another_with_the_larger_space_between() -> None:
    pages = paginate([Slab(2, after=3), Slab(2, before=5), Slab(2, before=1, after=9)], 40)

    assert [y for y, _block in pages[0]] == [0, 7, 10]


def test_space_is_dropped_where_a_page_begins_by_itself() -> None:
    pages = paginate([Slab(9, before=1, whole=True), Slab(3, before=4, whole=True)], 10)

    assert [[y for y, _block in page] for page in pages] == [[1], [0]]


def test_a_long_block_is_cut_and_two_lines_stand_alone_at_least() -> None:
    pages = paginate([Slab(8, whole=True, name="a"), Slab(5, name="b")], 11)
    heights = [[block.height for _y, block in page] for page in pages]

    assert heights == [[8, 3], [2]]
    assert _names(paginate([Slab(10, whole=True, name="a"), Slab(5, name="b")], 11)) == [
        ["a"],
        ["b"],
    ]


def test_headings_move_with_what_they_head() -> None:
    blocks = [
        Slab(6, whole=True, name="text"),
        Slab(1, keep_next=True, name="3."),
        Slab(1, keep_next=True, name="3.1."),
        Slab(4, whole=True, name="body"),
    ]

    assert _names(paginate(blocks, 10)) == [["text"], ["3.", "3.1.", "body"]]


def test_a_chain_longer_than_a_page_does_not_run_for_ever() -> None:
    blocks = [Slab(4, keep_next=True, whole=True, name=str(n)) for n in range(6)]

    assert _names(paginate(blocks, 10)) == [["0", "1"], ["2", "3"], ["4", "5"]]


def test_a_block_higher_than_a_page_is_set_all_the_same() -> None:
    assert _names(paginate([Slab(1, name="a"), Slab(30, whole=True, name="b")], 10)) == [
        ["a"],
        ["b"],
    ]


def test_the_head_of_a_table_is_there_again() -> None:
    head = Slab(2, name="head", whole=True)
    rows = [Slab(3, whole=True, name=f"row {n}", heads=[head]) for n in range(4)]

    assert _names(paginate([head, *rows], 9)) == [
        ["head", "row 0", "row 1"],
        ["head", "row 2", "row 3"],
    ]


@pytest.mark.parametrize("head_lines", [4, 9, 12])
def test_a_head_that_fills_the_page_does_not_run_for_ever(head_lines: int) -> None:
    head = Slab(head_lines, name="head", whole=True)
    rows = [Slab(7, whole=True, name=f"row {n}", heads=[head]) for n in range(3)]

    names = [name for page in _names(paginate([head, *rows], 10)) for name in page]

    assert [name for name in names if name != "head"] == ["row 0", "row 1", "row 2"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.builds(
            Slab,
            lines=st.integers(1, 40),
            before=st.sampled_from([0.0, 1.0, 6.0]),
            keep_next=st.booleans(),
            break_before=st.sampled_from([False, False, False, True]),
            whole=st.booleans(),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_every_line_is_set_once_in_order_and_no_page_is_empty(blocks: list[Slab]) -> None:
    for number, block in enumerate(blocks):
        block.name = str(number)
    total = sum(block.lines for block in blocks)

    pages = paginate(blocks, 20)

    placed = [block for page in pages for _y, block in page]
    assert sum(block.lines for block in placed) == total
    assert [int(block.name) for block in placed] == sorted(int(block.name) for block in placed)
    assert all(pages)
    for page in pages:
        assert all(y + block.height <= 20.1 for y, block in page) or len(page) == 1


# Reading


def test_formatting_is_resolved_through_styles_and_own_properties() -> None:
    document = Document()
    document.styles["Normal"].font.size = Pt(14)
    document.styles["Normal"].paragraph_format.space_after = Pt(3)
    heading = document.add_paragraph("Một", style="Heading 1")
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = heading.add_run("\tHai")
    run.italic, run.bold = True, False
    plain = document.add_paragraph("Ba")
    plain.paragraph_format.first_line_indent = Cm(1.27)
    plain.paragraph_format.line_spacing = 1.5

    first, second = read_word(saved(document)).blocks

    assert isinstance(first, ParagraphBlock)
    assert (first.shape.align, first.shape.keep_next) == ("center", True)
    assert [piece.text for piece in first.pieces] == ["Một", "\t", "Hai"]
    assert (first.pieces[0].looks.bold, first.pieces[0].looks.italic) == (True, False)
    assert (first.pieces[2].looks.bold, first.pieces[2].looks.italic) == (False, True)
    assert isinstance(second, ParagraphBlock)
    assert second.pieces[0].looks.size == 14
    assert (second.shape.after, second.shape.lines) == (3, 1.5)
    assert round(second.shape.first, 1) == 36.0


def test_merged_cells_know_what_they_cover() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1)).text = "rộng"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "cao"

    (block,) = read_word(saved(document)).blocks

    assert isinstance(block, TableBlock)
    assert block.border > 0
    shape = [[(c.column, c.columns, c.goes_on) for c in row.cells] for row in block.rows]
    assert shape == [
        [(0, 2, False), (2, 1, False)],
        [(0, 1, False), (1, 1, False), (2, 1, True)],
    ]


def test_a_page_break_begins_a_page() -> None:
    document = Document()
    document.add_paragraph("Một").add_run().add_break(WD_BREAK.PAGE)
    document.paragraphs[0].add_run("Hai")
    document.add_paragraph("Ba").paragraph_format.page_break_before = True

    assert lay_out(saved(document)).page_count == 3


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"%PDF-1.7", word("x")[:2000], saved(Document())[:-30]]
)
def test_what_cannot_be_laid_out_is_told(content: bytes) -> None:
    with pytest.raises(BadFile, match="SSK-350"):
        lay_out(content)


@pytest.mark.parametrize("odd", ["NaN", "inf", "-1e300", "x", "", "99999999999999999999", "-5"])
def test_odd_measures_are_laid_out_all_the_same(odd: str) -> None:
    document = opened(_long_table())
    for element in document.element.body.iter():
        for name in element.attrib:
            if str(element.get(name)).lstrip("-").isdigit():
                element.set(name, odd)

    with contextlib.suppress(BadFile):  # told is as good as laid out; a traceback is neither
        assert lay_out(saved(document)).page_count >= 1


def _long_table() -> bytes:
    document = Document()
    paragraph = document.add_paragraph("Một đoạn")
    paragraph.paragraph_format.line_spacing = Pt(20)
    paragraph.paragraph_format.space_before = Pt(6)
    table = document.add_table(rows=80, cols=2, style="Table Grid")
    for row in table.rows:
        row.cells[0].text = "Dòng"
    return saved(document)


def test_odd_documents_are_laid_out_all_the_same() -> None:
    document = Document()
    document.add_paragraph("👍🏽 " + "dài" * 4_000)
    table = document.add_table(rows=1, cols=1)
    for number in range(400):
        table.rows[0].cells[0].add_paragraph(f"Dòng {number}")

    assert lay_out(saved(document)).page_count > 5
    assert lay_out(saved(Document())).page_count == 1


# The papers


_DOCUMENTS = ("templates", "sang-kien", "documents")


def _paper(filler: DocumentFiller, name: str, number: str) -> bytes:
    return filler.fill(built_in_template(name), sample_context(number))


def test_pages_are_pictures_of_their_size(filler: DocumentFiller) -> None:
    paged = lay_out(_paper(filler, "don-yeu-cau", "01"))

    picture = paged.picture(0, 96)
    assert (picture.width(), picture.height()) == (794, 1123)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    dark = sum(
        picture.pixelColor(x, y).lightness() < 100
        for y in range(70, 120, 2)
        for x in range(200, 600, 2)
    )
    assert dark > 100

    # The number stands in the top margin from page two on.
    def inked(page: int) -> bool:
        image = paged.picture(page, 72)
        return any(
            image.pixelColor(x, y).lightness() < 128 for x in range(290, 330) for y in range(25, 50)
        )

    assert not inked(0)
    assert inked(1)


@pytest.mark.parametrize("spacing", [1.0, 1.5])
def test_letters_stand_where_word_puts_them(spacing: float) -> None:
    """The baseline: font ascent below the top margin, more room between lines going above."""
    document = Document()
    document.sections[0].top_margin = Pt(72)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = spacing
    run = paragraph.add_run("HHH")
    run.font.name, run.font.size = "Times New Roman", Pt(48)

    image = lay_out(saved(document)).picture(0, 72)

    inked = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 128 for x in range(60, 250))
    ]
    natural = 48 * (0.891 + 0.216 + 0.042)
    assert abs(inked[-1] + 1 - (72 + 48 * 0.891 + natural * (spacing - 1))) < 1.5


def test_a_pdf_carries_its_fonts_and_its_text(filler: DocumentFiller, tmp_path: Path) -> None:
    paged = lay_out(_paper(filler, "bao-cao-mo-ta", "01"))
    paged.write_pdf(tmp_path / "bao-cao.pdf")

    content = (tmp_path / "bao-cao.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == paged.page_count
    assert b"/FontFile" in content
    assert b"/ToUnicode" in content


def test_the_command_line_needs_no_window(filler: DocumentFiller, tmp_path: Path) -> None:
    docx = tmp_path / "don.docx"
    docx.write_bytes(_paper(filler, "don-yeu-cau", "01"))
    script = (
        "import sys, pathlib; from desktop_app.documents.pages import pdf_of; "
        "sys.stdout.buffer.write(pdf_of(pathlib.Path(sys.argv[1]).read_bytes())[:5])"
    )

    result = subprocess.run([sys.executable, "-c", script, str(docx)], capture_output=True)

    assert result.stdout == b"%PDF-", result.stderr.decode()


@pytest.mark.oracle
def test_libreoffice_sets_the_same_lines_on_the_same_pages(
    filler: DocumentFiller, tmp_path: Path
) -> None:
    every = sorted(path.stem for path in resource_path(*_DOCUMENTS).glob("*.docx"))
    wanted = [("02", name) for name in every]
    wanted += [(n, name) for n in ("01", "03", "07") for name in ("don-yeu-cau", "bao-cao-mo-ta")]
    names = [f"{number}-{name}" for number, name in wanted]
    for (number, name), made in zip(wanted, names, strict=True):
        (tmp_path / f"{made}.docx").write_bytes(_paper(filler, name, number))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
        + ["--convert-to", "pdf", "--outdir", str(tmp_path / "theirs")]
        + [str(tmp_path / f"{name}.docx") for name in names],
        check=True,
        capture_output=True,
    )

    lines = same = 0
    for name in names:
        (tmp_path / f"{name}.pdf").write_bytes(pdf_of((tmp_path / f"{name}.docx").read_bytes()))
        ours, theirs = (
            _lines(path) for path in (tmp_path / f"{name}.pdf", tmp_path / "theirs" / f"{name}.pdf")
        )
        assert len(ours) == len(theirs), name
        for our_page, their_page in zip(ours, theirs, strict=True):
            lines += len(their_page)
            same += sum(line in our_page for line in their_page)
    assert same / lines >= 0.95


def _lines(pdf: Path) -> list[list[str]]:
    """Return the beginning of every line, page by page."""
    said = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pages = said.removesuffix("\f").split("\f")
    return [
        [re.sub(r"\s", "", line)[:15] for line in page.splitlines() if line.strip()]
        for page in pages
    ]


def test_the_oracle_can_read_our_text(filler: DocumentFiller) -> None:
    """What is laid out is what was filled: every word of the document, in order."""
    docx = _paper(filler, "don-yeu-cau", "01")
    blocks = read_word(docx).blocks

    said = " ".join(
        piece.text
        for block in blocks
        if isinstance(block, ParagraphBlock)
        for piece in block.pieces
    )

    paragraphs = Document(io.BytesIO(docx)).paragraphs
    assert said.split() == " ".join(paragraph.text for paragraph in paragraphs).split()
