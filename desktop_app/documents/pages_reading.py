"""A Word document as plain blocks with everything resolved that its pages depend on.

Formatting follows ECMA-376, 17.7.2: document defaults, then the chain of styles, then what a
paragraph or run says itself. All lengths are points.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from desktop_app.documents.pages_blocks import (
    Block,
    CellBlock,
    Looks,
    PageFrame,
    ParagraphBlock,
    Picture,
    Piece,
    RowBlock,
    Shape,
    TableBlock,
    WordPages,
    with_page_breaks,
)
from desktop_app.documents.pages_formatting import W, number, switched, with_looks, with_shape
from desktop_app.documents.word_numbering import Numbering
from desktop_app.documents.word_package import package_files, part_tree
from desktop_app.documents.word_styles import WordStyles

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EMU = 12_700
_FLOWING = {f"{W}{name}" for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent")}


def read_word(docx: bytes) -> WordPages:
    """Read a Word document. Raises Refused for what is none, ValueError for odd measures."""
    files = package_files(docx)
    reader = _Reader(files)
    body = part_tree(files["word/document.xml"]).find(f"{W}body")
    if body is None:
        raise ValueError("no body")
    links = _links(files, "word/document.xml")
    blocks = tuple(with_page_breaks(reader.blocks(body, links)))
    section = next(body.iter(f"{W}sectPr"), None)
    frame = reader.frame(section, links) if section is not None else PageFrame()
    return WordPages(frame, blocks, _title(files))


def _links(files: Mapping[str, bytes], part: str) -> Mapping[str, str]:
    folder, _, name = part.rpartition("/")
    content = files.get(f"{folder}/_rels/{name}.rels")
    if content is None:
        return {}
    return {
        str(link.get("Id")): f"{folder}/{link.get('Target')}".replace(f"{folder}//", "")
        for link in part_tree(content)
        if link.get("TargetMode") != "External"
    }


def _title(files: Mapping[str, bytes]) -> str:
    if "docProps/core.xml" not in files:
        return ""
    found = part_tree(files["docProps/core.xml"]).find("{http://purl.org/dc/elements/1.1/}title")
    return (found.text or "") if found is not None else ""


@dataclass
class _Reader:
    files: Mapping[str, bytes]
    styles: WordStyles = field(default_factory=WordStyles)
    numbering: Numbering = field(default_factory=Numbering)
    shape: Shape = field(default_factory=Shape)
    looks: Looks = field(default_factory=Looks)

    def __post_init__(self) -> None:
        if "word/styles.xml" in self.files:
            self.styles = WordStyles(part_tree(self.files["word/styles.xml"]))
        if "word/numbering.xml" in self.files:
            self.numbering = Numbering(part_tree(self.files["word/numbering.xml"]))
        self.looks = with_looks(self.looks, self.styles.run_defaults)
        self.shape = with_shape(self.shape, self.styles.paragraph_defaults)

    # Blocks

    def blocks(self, parent: Any, links: Mapping[str, str]) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield self.paragraph(child, links)
            elif child.tag == f"{W}tbl":
                yield self.table(child, links)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    yield from self.blocks(content, links)

    def paragraph(self, element: Any, links: Mapping[str, str]) -> ParagraphBlock:
        own = element.find(f"{W}pPr")
        shape, looks = self.shape, self.looks
        chain = self.styles.of_paragraph(own)
        item = self.numbering.item([*(style.find(f"{W}pPr") for style in chain), own])
        for style in chain:
            shape = with_shape(shape, style.find(f"{W}pPr"))
            looks = with_looks(looks, style.find(f"{W}rPr"))
        if item is not None:
            shape = with_shape(shape, item.properties)
        shape = with_shape(shape, own)
        mark = with_looks(looks, own.find(f"{W}rPr") if own is not None else None)
        pieces = tuple(self._pieces(element, looks, links))
        if item is not None and item.mark:
            pieces = (Piece(mark, f"{item.mark}\t"), *pieces)
        return ParagraphBlock(shape, pieces, mark)

    def _pieces(self, parent: Any, looks: Looks, links: Mapping[str, str]) -> Iterator[Piece]:
        field_code: str | None = None
        for run in _runs(parent):
            own = run.find(f"{W}rPr")
            here = looks
            for style in self.styles.of_run(own):
                here = with_looks(here, style.find(f"{W}rPr"))
            here = with_looks(here, own)
            for child in run:
                kind = child.tag.removeprefix(W)
                if kind == "fldChar":
                    state = child.get(f"{W}fldCharType")
                    if state == "begin":
                        field_code = ""
                    elif state == "end" or state == "separate":
                        if field_code is not None and "PAGE" in field_code.split():
                            yield Piece(here, page_number=True)
                            field_code = None if state == "end" else "shown"
                        elif state == "end":
                            field_code = None
                elif kind == "instrText" and field_code is not None:
                    field_code += child.text or ""
                elif field_code != "shown":
                    yield from self._piece(kind, child, here, links)

    def _piece(
        self, kind: str, child: Any, looks: Looks, links: Mapping[str, str]
    ) -> Iterator[Piece]:
        if kind == "t" and child.text:
            yield Piece(looks, child.text.upper() if looks.capitals else child.text)
        elif kind == "tab":
            yield Piece(looks, "\t")
        elif kind in ("br", "cr"):
            if child.get(f"{W}type") == "page":
                yield Piece(looks, page_break=True)
            else:
                yield Piece(looks, "\u2028")
        elif kind == "noBreakHyphen":
            yield Piece(looks, "\u2011")
        elif kind == "drawing":
            picture = self._picture(child, links)
            if picture is not None:
                yield Piece(looks, picture=picture)

    def _picture(self, drawing: Any, links: Mapping[str, str]) -> Picture | None:
        blip, extent = next(drawing.iter("{*}blip"), None), next(drawing.iter("{*}extent"), None)
        if blip is None or extent is None:
            return None
        data = self.files.get(links.get(str(blip.get(f"{_R}embed")), ""))
        if data is None:
            return None
        wide, tall = (min(2_000.0, int(extent.get(side)) / _EMU) for side in ("cx", "cy"))
        return Picture(data, wide, tall)

    # Tables

    def table(self, element: Any, links: Mapping[str, str]) -> TableBlock:
        looks = element.find(f"{W}tblPr")
        widths = tuple(
            number(column, "w") / 20 for column in element.findall(f"{W}tblGrid/{W}gridCol")
        )
        rows = tuple(self._row(row, len(widths), links) for row in element.findall(f"{W}tr"))
        jc = looks.find(f"{W}jc") if looks is not None else None
        indent = looks.find(f"{W}tblInd") if looks is not None else None
        return TableBlock(
            widths,
            rows,
            border=self._border(looks),
            align=str(jc.get(f"{W}val")) if jc is not None else "left",
            indent=number(indent, "w") / 20 if indent is not None else 0.0,
        )

    def _border(self, looks: Any) -> float:
        if looks is None:
            return 0.0
        named = looks.find(f"{W}tblStyle")
        chain = self.styles.chain(str(named.get(f"{W}val"))) if named is not None else []
        for place in (looks, *(style.find(f"{W}tblPr") for style in reversed(chain))):
            edge = place.find(f"{W}tblBorders/{W}top") if place is not None else None
            if edge is not None:
                none = edge.get(f"{W}val") in ("nil", "none")
                return 0.0 if none else number(edge, "sz", 4) / 8
        return 0.0

    def _row(self, row: Any, columns: int, links: Mapping[str, str]) -> RowBlock:
        looks = row.find(f"{W}trPr")
        height = looks.find(f"{W}trHeight") if looks is not None else None
        cells: list[CellBlock] = []
        place = 0
        for cell in row.findall(f"{W}tc"):
            own = cell.find(f"{W}tcPr")
            span = own.find(f"{W}gridSpan") if own is not None else None
            merged = own.find(f"{W}vMerge") if own is not None else None
            vertical = own.find(f"{W}vAlign") if own is not None else None
            wide = max(1, min(int(number(span, "val", 1)), columns - place))
            if place < columns:
                blocks = tuple(_flat(self.blocks(cell, links)))
                goes_on = merged is not None and merged.get(f"{W}val") != "restart"
                upright = str(vertical.get(f"{W}val")) if vertical is not None else "top"
                cells.append(CellBlock(place, wide, blocks, upright, goes_on))
            place += wide
        return RowBlock(
            tuple(cells),
            height=number(height, "val") / 20,
            whole=switched(looks, "cantSplit") or False,
            header=switched(looks, "tblHeader") or False,
        )

    # The page

    def frame(self, section: Any, links: Mapping[str, str]) -> PageFrame:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        frame = PageFrame()
        if size is not None:
            frame = replace(
                frame,
                width=number(size, "w", 11906) / 20,
                height=number(size, "h", 16838) / 20,
            )
        if margins is not None:
            kept = {
                name: abs(number(margins, word, 1440)) / 20
                for name, word in (
                    *((side, side) for side in ("top", "bottom", "left", "right")),
                    ("head_at", "header"),
                    ("foot_at", "footer"),
                )
            }
            frame = replace(frame, **kept)  # type: ignore[arg-type]
        parts = {
            (reference.tag.removeprefix(W), reference.get(f"{W}type")): self._part(
                links.get(str(reference.get(f"{_R}id")), "")
            )
            for reference in section
            if reference.tag in (f"{W}headerReference", f"{W}footerReference")
        }
        heads = parts.get(("headerReference", "default"), ())
        feet = parts.get(("footerReference", "default"), ())
        other = switched(section, "titlePg")
        return replace(
            frame,
            heads=heads,
            feet=feet,
            first_heads=parts.get(("headerReference", "first"), ()) if other else heads,
            first_feet=parts.get(("footerReference", "first"), ()) if other else feet,
        )

    def _part(self, name: str) -> tuple[ParagraphBlock, ...]:
        if name not in self.files:
            return ()
        tree = part_tree(self.files[name])
        return tuple(_flat(self.blocks(tree, _links(self.files, name))))


def _runs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == f"{W}r":
            yield child
        elif child.tag in _FLOWING:
            yield from _runs(child)


def _flat(blocks: Iterator[Block]) -> Iterator[ParagraphBlock]:
    """Give the paragraphs of blocks; those of a table inside a cell one after another."""
    for block in blocks:
        if isinstance(block, ParagraphBlock):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.blocks
