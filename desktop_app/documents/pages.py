"""The pages of a Word document: laid out for preview, print and PDF without an office program.

``pages_reading.py`` reads the document, ``pages_lines.py`` and ``pages_rows.py`` measure its lines
and tables with Qt, ``pages_flow.py`` sets them on pages.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)
from PySide6.QtWidgets import QApplication

from desktop_app.documents.child_process import Refused
from desktop_app.documents.pages_blocks import PageFrame, ParagraphBlock, WordPages
from desktop_app.documents.pages_flow import Laid, Placed, paginate
from desktop_app.documents.pages_lines import UNITS, lay_paragraph
from desktop_app.documents.pages_reading import read_word
from desktop_app.documents.pages_rows import lay_table
from desktop_app.errors import BadFile

_PDF_DPI = 72 * UNITS
_own_application: list[QApplication] = []


class PagedDocument:
    """A laid-out document: pages as pictures or as a PDF."""

    def __init__(self, frame: PageFrame, pages: list[list[Placed]], title: str) -> None:
        self._frame, self._pages, self._title = frame, pages, title

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self._pages)

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of a page in points."""
        return self._frame.width, self._frame.height

    def picture(self, page: int, dpi: int = 96) -> QImage:
        """Return a page, counted from 0, as a picture."""
        scale = dpi / 72
        size = QSizeF(self._frame.width * scale, self._frame.height * scale).toSize()
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale / UNITS, scale / UNITS)
        self.paint(painter, page)
        painter.end()
        return image

    def pdf(self) -> bytes:
        """Return all pages as a PDF with embedded fonts and selectable text."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_PDF_DPI)
        writer.setPageSize(QPageSize(QSizeF(*self.page_size), QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
        writer.setCreator("Sổ Sáng Kiến")
        writer.setTitle(self._title)
        print_pages(writer, [(self, range(self.page_count))])
        buffer.close()
        return bytes(content.data())

    def write_pdf(self, path: Path) -> None:
        """Write all pages into a PDF file."""
        path.write_bytes(self.pdf())

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page; the painter counts in sixteenths of a point."""
        frame = self._frame
        painter.setPen(QPen(QColor("black")))
        heads = frame.heads if page else frame.first_heads
        feet = frame.feet if page else frame.first_feet
        _paint_lines(painter, heads, frame, page, frame.head_at)
        if feet:
            height = sum(_height(block, frame, page) for block in feet)
            _paint_lines(painter, feet, frame, page, frame.height - frame.foot_at - height)
        for y, block in self._pages[page]:
            painter.setPen(QPen(QColor("black")))
            block.paint(painter, frame.left, frame.top + y)


def print_pages(
    device: QPagedPaintDevice,
    pages: Sequence[tuple[PagedDocument, range]],
    step: Callable[[int, int], None] = lambda _done, _whole: None,
) -> None:
    """Paint pages, counted from 0, of some documents on a printer or into a PDF.

    The device must count from the corner of the paper. ``step`` is told how far it is.
    """
    whole = [(document, page) for document, wanted in pages for page in wanted]
    painter = QPainter()
    try:
        for done, (document, page) in enumerate(whole):
            step(done, len(whole))
            device.setPageSize(QPageSize(QSizeF(*document.page_size), QPageSize.Unit.Point))
            if done:
                device.newPage()
            else:
                painter.begin(device)
            scale = device.logicalDpiX() / _PDF_DPI
            painter.save()
            painter.scale(scale, scale)
            document.paint(painter, page)
            painter.restore()
        step(len(whole), len(whole))
    finally:
        painter.end()


def pdf_of(docx: bytes) -> bytes:
    """Return a Word document as a PDF."""
    return lay_out(docx).pdf()


def lay_out(docx: bytes) -> PagedDocument:
    """Lay out a Word document. Raises BadFile SSK-350 for what is none or cannot be."""
    try:
        word = read_word(docx)
    except (Refused, ValueError, KeyError, AttributeError, TypeError, OverflowError) as error:
        raise BadFile("SSK-350") from error
    frame = word.frame
    width, height = frame.width - frame.left - frame.right, frame.height - frame.top - frame.bottom
    if width < 36 or height < 36:
        raise BadFile("SSK-350")
    need_application()
    return PagedDocument(frame, paginate(_laid(word, width), height), word.title)


def _laid(word: WordPages, width: float) -> list[Laid]:
    laid: list[Laid] = []
    for block in word.blocks:
        if isinstance(block, ParagraphBlock):
            laid.append(lay_paragraph(block, width))
        else:
            laid += lay_table(block, width)
    return laid


def _paint_lines(
    painter: QPainter, blocks: tuple[ParagraphBlock, ...], frame: PageFrame, page: int, y: float
) -> None:
    for block in blocks:
        paragraph = lay_paragraph(block, frame.width - frame.left - frame.right, page + 1)
        paragraph.paint(painter, frame.left, y + paragraph.before)
        y += paragraph.before + paragraph.height + paragraph.after


def _height(block: ParagraphBlock, frame: PageFrame, page: int) -> float:
    paragraph = lay_paragraph(block, frame.width - frame.left - frame.right, page + 1)
    return paragraph.before + paragraph.height + paragraph.after


def need_application() -> None:
    """Make Qt's fonts available where no window runs: on the command line."""
    if QCoreApplication.instance() is None:
        offscreen = [] if sys.platform in ("win32", "darwin") else ["-platform", "offscreen"]
        # An application with widgets: a window opened later in this process can use it too.
        _own_application.append(QApplication(["so-sang-kien", *offscreen]))
