"""A listing over as many pages as it needs: headings, sentences, facts with their labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.documents.pages import PagedDocument, need_application
from desktop_app.documents.pages_blocks import Looks, PageFrame
from desktop_app.documents.pages_sheet import HEIGHT, WIDTH, SheetPainter, line_height, wrapped

_MARGIN, _TOP, _BOTTOM = 62.0, 54.0, 62.0
_LABEL = 150.0
_TITLE, _HEADING = Looks(size=18, bold=True), Looks(size=13, bold=True)
_PLAIN, _QUIET = Looks(size=11.5), Looks(size=9.5)


@dataclass(frozen=True)
class Item:
    """A line of the listing: a title, a heading, a sentence, or a fact with its ``label``."""

    kind: str
    text: str
    label: str = ""


@dataclass(frozen=True)
class _Piece:
    x: float
    y: float
    text: str
    looks: Looks


class ListingDocument(PagedDocument):
    """The pages of a listing; ``foot`` has places for ``page`` and ``pages``."""

    def __init__(self, title: str, items: Sequence[Item], foot: str) -> None:
        need_application()
        self._foot = foot
        self._drawn = _laid(items)
        super().__init__(PageFrame(), [[] for _page in self._drawn], title)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter counts in sixteenths of a point."""
        painter.setPen(QPen(QColor("black")))
        sheet = SheetPainter(painter)
        for piece in self._drawn[page]:
            sheet.line(piece.text, piece.x, piece.y, piece.looks)
        foot = self._foot.format(page=page + 1, pages=len(self._drawn))
        sheet.line(foot, WIDTH - _MARGIN, HEIGHT - _BOTTOM + 22, _QUIET, "right")


def _laid(items: Sequence[Item]) -> list[list[_Piece]]:
    pages: list[list[_Piece]] = [[]]
    y = _TOP
    for place, item in enumerate(items):
        looks = {"title": _TITLE, "heading": _HEADING}.get(item.kind, _PLAIN)
        left = _MARGIN + (_LABEL if item.label else 0)
        lines = [
            line
            for part in item.text.split("\n")
            for line in wrapped(part, WIDTH - _MARGIN - left, looks)
        ]
        labels = wrapped(item.label, _LABEL - 10, looks) if item.label else []
        if item.kind == "heading" and place:
            y += 9
        # A heading takes the line after it along to the next page.
        needed = line_height(looks) * (1 + 2 * (item.kind == "heading"))
        if y + needed > HEIGHT - _BOTTOM:
            pages.append([])
            y = _TOP
        for number in range(max(len(lines), len(labels))):
            if y + line_height(looks) > HEIGHT - _BOTTOM:
                pages.append([])
                y = _TOP
            if number < len(labels):
                pages[-1].append(_Piece(_MARGIN, y, labels[number], looks))
            if number < len(lines):
                pages[-1].append(_Piece(left, y, lines[number], looks))
            y += line_height(looks)
        y += 5
    return pages
