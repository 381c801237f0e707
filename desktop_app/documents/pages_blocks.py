"""A Word document as plain blocks: what its pages depend on, resolved. Lengths are points."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

CELL_MARGIN = 5.4
"""Word's own margin left and right in a cell: 0,19 cm."""


@dataclass(frozen=True)
class Looks:
    """How letters look."""

    family: str = "Times New Roman"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    capitals: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture standing in the text."""

    data: bytes
    width: float
    height: float


@dataclass(frozen=True)
class Piece:
    """Text of one look (line breaks as U+2028), a picture, or a field such as PAGE."""

    looks: Looks
    text: str = ""
    picture: Picture | None = None
    page_number: bool = False
    page_break: bool = False


@dataclass(frozen=True)
class Shape:
    """How a paragraph stands on the page; ``lines`` is a factor unless ``exact``."""

    align: str = "left"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    lines: float = 1.0
    exact: bool = False
    at_least: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    break_before: bool = False
    widows: bool = True
    rule_above: float = 0.0
    rule_below: float = 0.0


@dataclass(frozen=True)
class ParagraphBlock:
    """A paragraph; ``mark`` is the look of its end, which gives an empty one its height."""

    shape: Shape
    pieces: tuple[Piece, ...]
    mark: Looks


@dataclass(frozen=True)
class CellBlock:
    """A cell: its first column, the columns it covers, what stands in it."""

    column: int
    columns: int
    blocks: tuple[ParagraphBlock, ...]
    vertical: str = "top"
    goes_on: bool = False


@dataclass(frozen=True)
class RowBlock:
    """A row of cells; ``height`` is the least it takes."""

    cells: tuple[CellBlock, ...]
    height: float = 0.0
    whole: bool = False
    header: bool = False


@dataclass(frozen=True)
class TableBlock:
    """A table: the widths of its columns, its rows, its border's width (0 is none)."""

    widths: tuple[float, ...]
    rows: tuple[RowBlock, ...]
    border: float = 0.0
    align: str = "left"
    indent: float = 0.0
    break_before: bool = False
    padding: tuple[float, float, float, float] = (0.0, CELL_MARGIN, 0.0, CELL_MARGIN)


Block = ParagraphBlock | TableBlock


@dataclass(frozen=True)
class PageFrame:
    """Page and margins in points; what stands at its head and foot, also on the first page."""

    width: float = 595.3
    height: float = 841.9
    top: float = 72.0
    bottom: float = 72.0
    left: float = 72.0
    right: float = 72.0
    head_at: float = 36.0
    foot_at: float = 36.0
    heads: tuple[ParagraphBlock, ...] = ()
    feet: tuple[ParagraphBlock, ...] = ()
    first_heads: tuple[ParagraphBlock, ...] = ()
    first_feet: tuple[ParagraphBlock, ...] = ()


@dataclass(frozen=True)
class WordPages:
    """A Word document ready to be laid out."""

    frame: PageFrame
    blocks: tuple[Block, ...]
    title: str = ""


def with_page_breaks(blocks: Iterator[Block]) -> Iterator[Block]:
    """Give blocks with every page break as the beginning of what follows it."""
    begins = False
    for block in blocks:
        if isinstance(block, TableBlock):
            yield replace(block, break_before=True) if begins else block
            begins = False
            continue
        shape, run = block.shape, list[Piece]()
        for piece in block.pieces:
            if not piece.page_break:
                run.append(piece)
                continue
            if run:
                yield replace(block, shape=_begun(shape, begins), pieces=tuple(run))
                shape, run = replace(shape, first=0.0, before=0.0), []
            begins = True
        if run or not any(piece.page_break for piece in block.pieces):
            yield replace(block, shape=_begun(shape, begins), pieces=tuple(run))
            begins = False


def _begun(shape: Shape, begins: bool) -> Shape:
    return replace(shape, break_before=True) if begins else shape
