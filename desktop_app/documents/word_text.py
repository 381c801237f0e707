"""What stands in a worker's own Word file: paragraphs, tables, pictures in order, and remarks.

The file is read in the limited child process (``word_text_reading``); here are the plain values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.documents.child import LimitedChild
from desktop_app.errors import BadFile

MOST_BYTES = 50_000_000


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph: as it stands, and in Unicode where it was typed in an old encoding.

    ``outline`` is its heading level counted from 1, 0 for body text; ``mark`` what Word writes
    before it as an item of a list; ``bold`` when all its letters are.
    """

    text: str
    readable: str
    outline: int = 0
    bold: bool = False
    mark: str = ""


@dataclass(frozen=True)
class WordTable:
    """A table: rows of cells, each with its paragraphs; a cell across columns stands in each."""

    rows: tuple[tuple[tuple[WordParagraph, ...], ...], ...]


@dataclass(frozen=True)
class WordPicture:
    """A picture of the text."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Remark:
    """A tracked change that was resolved, or a comment: ``inserted``, ``deleted``, ``comment``."""

    kind: str
    author: str
    text: str


@dataclass(frozen=True)
class WordText:
    """All of a file that matters for a report."""

    blocks: tuple[WordParagraph | WordTable | WordPicture, ...]
    remarks: tuple[Remark, ...]


def read_text(child: LimitedChild, data: bytes) -> WordText:
    """Return what stands in a Word file.

    Raises BadFile: SSK-342 an old .doc or a password, SSK-325 macros, SSK-326 no Word file,
    SSK-343 too large or too tangled, SSK-344 broken inside; Failed SSK-323 without a child.
    """
    if len(data) > MOST_BYTES:
        raise BadFile("SSK-343")
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an OLE file: Word before 2007, or encrypted
        raise BadFile("SSK-342")
    try:
        head, pictures = child.ask("read_word", {}, (data,))
    except BadFile as error:
        codes = {"SSK-322": "SSK-343", "SSK-321": "SSK-344"}
        raise BadFile(codes.get(error.code, error.code), **error.facts) from error
    blocks = tuple(_block(block, pictures) for block in head["blocks"])
    return WordText(blocks, tuple(Remark(**remark) for remark in head["remarks"]))


def _block(block: Mapping[str, Any], pictures: bytes) -> WordParagraph | WordTable | WordPicture:
    if "rows" in block:
        return WordTable(
            tuple(
                tuple(tuple(WordParagraph(**each) for each in cell) for cell in row)
                for row in block["rows"]
            )
        )
    if "picture" in block:
        begin, end = block["picture"]
        return WordPicture(block["name"], pictures[begin:end])
    return WordParagraph(**block)
