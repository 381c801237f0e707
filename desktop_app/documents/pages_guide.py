"""The user guide as a book of A4 pages: contents with page numbers, chapters, pictures."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QEventLoop, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
)

from desktop_app.documents.pages import PagedDocument, need_application
from desktop_app.documents.pages_blocks import PageFrame
from desktop_app.documents.pages_lines import UNITS

_DOT = UNITS * 72 / 96  # text is laid out in dots of 1/96 inch
_FRAME = PageFrame()
_WIDTH, _HEIGHT = _FRAME.width * 96 / 72, _FRAME.height * 96 / 72
_SIDE, _TOP, _BOTTOM = 72.0, 60.0, 84.0
_BASE_POINTS = 10.5
_MOST_OF_A_PAGE = 0.3
_ROOM_BELOW_A_HEADING = 130.0


class GuideBook(PagedDocument):
    """The pages: contents first, then every chapter on a page of its own."""

    def __init__(self, title: str, contents: str, parts: Sequence[str], folder: Path) -> None:
        need_application()
        # Qt's text layout sets timers; a worker's thread has no place for them before this.
        self._events = QEventLoop()
        self._body = _document()
        self._body.setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        self._body.setMarkdown("\n\n".join(parts))
        _set_margins(self._body)
        _space(self._body)
        _fit_pictures(self._body, folder)
        _break_pages(self._body)
        headings = [
            (block.blockFormat().headingLevel(), block.text(), _page_of(self._body, block))
            for block in _blocks(self._body)
            if block.blockFormat().headingLevel() in (2, 3)
        ]
        self._contents = _contents(title, contents, headings, 0)
        # The numbers behind the headings count the pages of the contents too.
        self._contents = _contents(title, contents, headings, self._contents.pageCount())
        self._foot = title
        pages = self._contents.pageCount() + self._body.pageCount()
        super().__init__(_FRAME, [[] for _page in range(pages)], title)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter counts in sixteenths of a point."""
        before = self._contents.pageCount()
        document, inside = (self._contents, page) if page < before else (self._body, page - before)
        painter.save()
        painter.scale(_DOT, _DOT)
        foot = QRectF(_SIDE, _HEIGHT - _BOTTOM + 24, _WIDTH - 2 * _SIDE, 24)
        painter.setFont(_font(8.5))
        painter.setPen(QColor("#56616c"))
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, self._foot)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, str(page + 1))
        area = QRectF(0, inside * _HEIGHT, _WIDTH, _HEIGHT)
        painter.translate(0, -area.top())
        # The margins of the page are inside what is drawn; nothing of its neighbours is.
        painter.setClipRect(area)
        drawing = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        drawing.palette = palette
        drawing.clip = area
        document.documentLayout().draw(painter, drawing)
        painter.restore()


def _font(points: float) -> QFont:
    font = QFont()
    font.setPixelSize(round(points * 96 / 72))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _document() -> QTextDocument:
    document = QTextDocument()
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_font(_BASE_POINTS))
    document.setIndentWidth(22)
    document.setPageSize(QRectF(0, 0, _WIDTH, _HEIGHT).size())
    return document


def _set_margins(document: QTextDocument) -> None:
    """Set the margins of every page: those of the outermost frame."""
    frame = document.rootFrame()
    margins = QTextFrameFormat(frame.frameFormat())
    margins.setLeftMargin(_SIDE)
    margins.setRightMargin(_SIDE)
    margins.setTopMargin(_TOP)
    margins.setBottomMargin(_BOTTOM)
    frame.setFrameFormat(margins)


def _blocks(document: QTextDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _fit_pictures(document: QTextDocument, folder: Path) -> None:
    """Give pictures the width of the text, at most half a page high."""
    found: list[tuple[int, int, QTextImageFormat]] = []
    for block in _blocks(document):
        parts = block.begin()
        while not parts.atEnd():
            fragment = parts.fragment()
            image = fragment.charFormat().toImageFormat()
            if image.isValid():
                found.append((fragment.position(), fragment.length(), image))
            parts += 1
    cursor = QTextCursor(document)
    for position, length, image in found:
        picture = QImage(str(folder / image.name()))
        wide, high = _WIDTH - 2 * _SIDE, _HEIGHT * _MOST_OF_A_PAGE
        scale = min(wide / max(1, picture.width()), high / max(1, picture.height()), 1.0)
        image.setWidth(picture.width() * scale)
        image.setHeight(picture.height() * scale)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(image)


def _space(document: QTextDocument) -> None:
    """Set what lies between headings, paragraphs and lines of a list."""
    for block in _blocks(document):
        shape = block.blockFormat()
        level = shape.headingLevel()
        shape.setTopMargin(14 if level else 0)
        shape.setBottomMargin(6 if level else 3 if block.textList() else 7)
        QTextCursor(block).setBlockFormat(shape)


def _break_pages(document: QTextDocument) -> None:
    """Begin chapters on a new page; a heading never stands alone at the foot of one."""
    for block in _blocks(document):
        level = block.blockFormat().headingLevel()
        if not level:
            continue
        if level == 2 or _room_below(document, block) < _ROOM_BELOW_A_HEADING:
            shape = block.blockFormat()
            shape.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            QTextCursor(block).setBlockFormat(shape)
            # Laid out anew as a whole: what is laid out step by step may lose what follows.
            document.markContentsDirty(0, document.characterCount())


def _room_below(document: QTextDocument, block: QTextBlock) -> float:
    return _HEIGHT - _BOTTOM - _top_of(document, block) % _HEIGHT


def _top_of(document: QTextDocument, block: QTextBlock) -> float:
    return document.documentLayout().blockBoundingRect(block).top()


def _page_of(document: QTextDocument, block: QTextBlock) -> int:
    return int(_top_of(document, block) // _HEIGHT) + 1


def _contents(
    title: str, contents: str, headings: Sequence[tuple[int, str, int]], before: int
) -> QTextDocument:
    lines = [f"<h1>{escape(title)}</h1><h2>{escape(contents)}</h2><table width='100%'>"]
    for level, text, page in headings:
        said = f"<b>{escape(text)}</b>" if level == 2 else "&nbsp;" * 6 + escape(text)
        lines.append(f"<tr><td width='92%'>{said}</td><td align='right'>{page + before}</td></tr>")
    document = _document()
    document.setHtml("".join(lines) + "</table>")
    _set_margins(document)
    return document
