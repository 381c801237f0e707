"""The pages of a Word document: laid out by Qt for preview, print and PDF.

A first layout of what our documents use: page size and margins, paragraphs with their alignment,
indents and spacing, tables with widths and borders, pictures, page numbers from page two.
"""

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QApplication

from desktop_app.errors import BadFile

FONTS = ["Times New Roman", "Liberation Serif", "Tinos"]
_POINT_PER_TWIP = 1 / 20
_ALIGNMENTS = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "end": Qt.AlignmentFlag.AlignRight,
    "both": Qt.AlignmentFlag.AlignJustify,
}


@dataclass(frozen=True)
class _Page:
    """Page and margins in points."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float


class PagedDocument:
    """A laid-out document: pages as pictures or as a PDF."""

    def __init__(self, document: QTextDocument, page: _Page) -> None:
        self._document, self._page = document, page

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return self._document.pageCount()

    def picture(self, page: int, dpi: int = 96) -> QImage:
        """Return a page, counted from 0, as a picture."""
        scale = dpi / 72
        size = QSizeF(self._page.width * scale, self._page.height * scale).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        self._paint(painter, page)
        painter.end()
        return image

    def pdf(self) -> bytes:
        """Return all pages as a PDF with embedded fonts and selectable text."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(72)
        writer.setPageSize(
            QPageSize(QSizeF(self._page.width, self._page.height), QPageSize.Unit.Point)
        )
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        writer.setCreator("Sổ Sáng Kiến")
        painter = QPainter(writer)
        for page in range(self.page_count):
            if page:
                writer.newPage()
            self._paint(painter, page)
        painter.end()
        buffer.close()
        return bytes(content.data())

    def _paint(self, painter: QPainter, page: int) -> None:
        painter.save()
        if page:
            painter.setFont(_font(14))
            painter.setPen(QColor("black"))
            head = QRectF(0, 0, self._page.width, self._page.top)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        # The layout's pages are the text area alone, one below the other.
        height = self._document.pageSize().height()
        painter.translate(self._page.left, self._page.top - page * height)
        area = QRectF(0, page * height, self._document.pageSize().width(), height)
        painter.setClipRect(area)
        self._document.drawContents(painter, area)
        painter.restore()


def pdf_of(docx: bytes) -> bytes:
    """Return a Word document as a PDF."""
    return lay_out(docx).pdf()


def lay_out(docx: bytes) -> PagedDocument:
    """Lay out a Word document. Raises BadFile SSK-350 for what is none."""
    _need_application()
    try:
        source = Document(io.BytesIO(docx))
    except Exception as error:  # a broken package fails in many ways
        raise BadFile("SSK-350") from error
    section = source.sections[0]
    page = _Page(
        _points(section.page_width),
        _points(section.page_height),
        _points(section.top_margin),
        _points(section.bottom_margin),
        _points(section.left_margin),
        _points(section.right_margin),
    )
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(14))
    document.setUseDesignMetrics(True)
    document.setPageSize(
        QSizeF(page.width - page.left - page.right, page.height - page.top - page.bottom)
    )
    _Writer(source, document).write()
    for _pass in range(3):  # what moves may push a heading before it to a page's end
        _keep_together(document)
    return PagedDocument(document, page)


_FREE, _KEEP = 0, 1


def _keep_together(document: QTextDocument) -> None:
    """Move what must not be torn apart to the next page, from the first page to the last.

    Qt has no "keep with next": a heading alone at a page's end, and a table without borders
    (signatures) over two pages, begin a new page instead.
    """
    height = document.pageSize().height()
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        following = block.next()
        cursor = QTextCursor(block)
        table = cursor.currentTable()
        top = layout.blockBoundingRect(block).top()
        if table is not None and table.format().border() == 0:
            frame = layout.frameBoundingRect(table)
            torn = int(frame.top() // height) != int((frame.bottom() - 1) // height)
            if torn and frame.height() < height and table.format().pageBreakPolicy() == _NO_BREAK:
                looks = table.format()
                looks.setPageBreakPolicy(QTextFrameFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                table.setFormat(looks)
            following = table.lastCursorPosition().block().next()
        elif block.userState() == _KEEP and following.isValid() and table is None:
            below = layout.blockBoundingRect(following).top()
            if int(top // height) != int(below // height) and top % height > 1:
                looks_of_block = block.blockFormat()
                looks_of_block.setPageBreakPolicy(
                    QTextFrameFormat.PageBreakFlag.PageBreak_AlwaysBefore
                )
                cursor.setBlockFormat(looks_of_block)
        block = following


_NO_BREAK = QTextFrameFormat.PageBreakFlag.PageBreak_Auto


def _need_application() -> None:
    """Make the Qt application that fonts need, when no window has made one; no display needed."""
    if QCoreApplication.instance() is None:
        if sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QApplication(sys.argv[:1]))


_kept: list[QCoreApplication] = []


def _points(length: Any) -> float:
    return float(length.pt) if length is not None else 0.0


def _font(size: float) -> QFont:
    font = QFont()
    font.setFamilies(FONTS)
    # Pixels of a 72-dpi layout are points, whatever the screen says.
    font.setPixelSize(max(1, round(size)))
    return font


class _Writer:
    """Writes the body of a Word document into a Qt one."""

    def __init__(self, source: Any, document: QTextDocument) -> None:
        self._source, self._document = source, document
        self._cursor = QTextCursor(document)
        self._begun = False
        normal = source.styles["Normal"]
        self._size = float(normal.font.size.pt) if normal.font.size else 11.0
        spacing = normal.paragraph_format.line_spacing
        self._spacing = float(spacing) if isinstance(spacing, float) else 1.0

    def write(self) -> None:
        for block in _blocks(self._source.element.body, self._source):
            if isinstance(block, Paragraph):
                self._paragraph(block, self._cursor, first=not self._begun)
                self._begun = True
            else:
                self._table(block)

    def _paragraph(self, paragraph: Paragraph, cursor: QTextCursor, *, first: bool) -> None:
        looks = self._block_format(paragraph)
        if first:
            cursor.setBlockFormat(looks)
        else:
            cursor.insertBlock(looks)
        rule = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        if rule is not None:
            self._rule(paragraph, cursor)
            return
        cursor.block().setUserState(_KEEP if paragraph.paragraph_format.keep_with_next else _FREE)
        cursor.setBlockCharFormat(self._char_format(None))
        for run in paragraph.runs:
            self._run(run, cursor)

    def _block_format(self, paragraph: Paragraph) -> QTextBlockFormat:
        looks, own = QTextBlockFormat(), paragraph.paragraph_format
        kind = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:jc')}")
        name = str(kind.get(qn("w:val"))) if kind is not None else "left"
        looks.setAlignment(_ALIGNMENTS.get(name, Qt.AlignmentFlag.AlignLeft))
        looks.setTextIndent(_points(own.first_line_indent))
        looks.setLeftMargin(_points(own.left_indent))
        looks.setRightMargin(_points(own.right_indent))
        looks.setTopMargin(_points(own.space_before))
        looks.setBottomMargin(_points(own.space_after))
        spacing = own.line_spacing
        if spacing is not None and not isinstance(spacing, float):
            height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
            looks.setLineHeight(_points(spacing), height)
        else:
            height = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            looks.setLineHeight(100 * (spacing or self._spacing), height)
        if own.page_break_before:
            looks.setPageBreakPolicy(QTextBlockFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        return looks

    def _rule(self, paragraph: Paragraph, cursor: QTextCursor) -> None:
        """Draw a paragraph's top border: the rule under a heading line."""
        width = self._document.pageSize().width()
        table = cursor.currentTable()
        if table is not None:
            lengths = table.format().columnWidthConstraints()
            width = lengths[table.cellAt(cursor).column()].rawValue()
        own = paragraph.paragraph_format
        width -= _points(own.left_indent) + _points(own.right_indent)
        image = QImage(max(8, int(width * 4)), 4, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.black)
        looks = QTextBlockFormat()
        looks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        looks.setTopMargin(2)
        looks.setLineHeight(5, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(looks)
        self._insert_image(cursor, image, max(8.0, width), 0.75)

    def _char_format(self, run: Any) -> QTextCharFormat:
        looks = QTextCharFormat()
        size = run.font.size.pt if run is not None and run.font.size else self._size
        looks.setFont(_font(size))
        if run is not None:
            looks.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
            looks.setFontItalic(bool(run.italic))
            looks.setFontUnderline(bool(run.underline))
        looks.setForeground(QColor("black"))
        return looks

    def _run(self, run: Any, cursor: QTextCursor) -> None:
        looks = self._char_format(run)
        for child in run._r:
            if child.tag == qn("w:t"):
                cursor.insertText(child.text or "", looks)
            elif child.tag in (qn("w:br"), qn("w:cr")):
                cursor.insertText("\u2028", looks)
            elif child.tag == qn("w:tab"):
                cursor.insertText("\t", looks)
            elif child.tag == qn("w:drawing"):
                self._drawing(child, cursor)

    def _drawing(self, drawing: Any, cursor: QTextCursor) -> None:
        blip = next(drawing.iter(qn("a:blip")), None)
        extent = next(drawing.iter(qn("wp:extent")), None)
        if blip is None or extent is None:
            return
        part = self._source.part.related_parts.get(str(blip.get(qn("r:embed"))))
        image = QImage()
        if part is None or not image.loadFromData(part.blob):
            return
        self._insert_image(
            cursor, image, int(extent.get("cx")) / 12700, int(extent.get("cy")) / 12700
        )

    def _insert_image(
        self, cursor: QTextCursor, image: QImage, width: float, height: float
    ) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QTextImageFormat

        name = f"picture:{image.cacheKey()}"
        self._document.addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(name), image
        )
        looks = QTextImageFormat()
        looks.setName(name)
        looks.setWidth(width)
        looks.setHeight(height)
        cursor.insertImage(looks)

    def _table(self, source: Table) -> None:
        columns, rows = len(source.columns), len(source.rows)
        looks = QTextTableFormat()
        bordered = _bordered(source)
        looks.setBorder(1 if bordered else 0)
        looks.setBorderBrush(QColor("black"))
        looks.setBorderStyle(
            QTextFrameFormat.BorderStyle.BorderStyle_Solid
            if bordered
            else QTextFrameFormat.BorderStyle.BorderStyle_None
        )
        looks.setBorderCollapse(True)
        looks.setCellPadding(3 if bordered else 0)
        looks.setCellSpacing(0)
        looks.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        looks.setHeaderRowCount(1 if bordered and rows > 1 else 0)
        widths = [_points(column.width) for column in source.columns]
        looks.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.FixedLength, width) for width in widths]
        )
        table: QTextTable = self._cursor.insertTable(rows, columns, looks)
        for row_number, row in enumerate(source.rows):
            for column_number, cell in enumerate(row.cells[:columns]):
                place = table.cellAt(row_number, column_number).firstCursorPosition()
                for number, paragraph in enumerate(cell.paragraphs):
                    self._paragraph(paragraph, place, first=number == 0)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # Qt keeps an empty block after a table; it must take no room.
        after = QTextBlockFormat()
        after.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._cursor.setBlockFormat(after)
        tiny = QTextCharFormat()
        tiny.setFont(_font(1))
        self._cursor.setBlockCharFormat(tiny)
        self._begun = True


def _bordered(table: Table) -> bool:
    edge = table._tbl.tblPr.find(f"{qn('w:tblBorders')}/{qn('w:top')}")
    return edge is not None and edge.get(qn("w:val")) not in ("nil", "none")


def _blocks(body: Any, parent: Any) -> Iterator[Paragraph | Table]:
    for child in body.iterchildren():
        if child.tag == qn("w:p"):
            yield Paragraph(child, parent)
        elif child.tag == qn("w:tbl"):
            yield Table(child, parent)
