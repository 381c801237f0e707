"""The pages of a Word document, one under another: fitted to the width, zoomed, read with keys."""

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop_app.windows.theme import em, tokens

if TYPE_CHECKING:
    from desktop_app.documents.pages import PagedDocument

SMALLEST, LARGEST = 0.5, 4.0
_STEP = 1.2
_KEPT_PAGES = 12


class PageView(QAbstractScrollArea):
    """Shows laid-out pages; only those in sight are drawn, a few of them are kept."""

    page_changed = Signal(int, int)
    """The page in the middle of the view, counted from 1, and the number of pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paged: PagedDocument | None = None
        self._zoom = 1.0
        self._points = QSize(595, 842)
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._place = (0, 0)
        self._title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(em(3))
        self.horizontalScrollBar().setSingleStep(em(3))
        self.setAccessibleName(self.tr("Pages of the document"))
        self._bind(QKeySequence(QKeySequence.StandardKey.ZoomIn), self.zoom_in)
        self._bind(QKeySequence("Ctrl+="), self.zoom_in)
        self._bind(QKeySequence(QKeySequence.StandardKey.ZoomOut), self.zoom_out)
        self._bind(QKeySequence("Ctrl+0"), self.fit_width)

    def _bind(self, key: QKeySequence, act: Callable[[], None]) -> None:
        shortcut = QShortcut(key, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(act)

    # What is shown

    def show_document(self, docx: bytes, title: str) -> None:
        """Lay out a Word document and show it from its first page. Raises BadFile SSK-350."""
        from desktop_app.documents.pages import lay_out

        self.show_pages(lay_out(docx), title)

    def show_pages(self, paged: "PagedDocument | None", title: str) -> None:
        """Show laid-out pages from the first one; None empties the view."""
        self._paged, self._title = paged, title
        self._pictures.clear()
        self._place = (0, 0)
        if paged is not None:
            self._points = paged.picture(0, 72).size()
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._tell_page()
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """The number of pages shown."""
        return self._paged.page_count if self._paged is not None else 0

    @property
    def current_page(self) -> int:
        """The page being read, counted from 1; 0 without a document."""
        if not self.page_count:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return min(self.page_count, max(1, 1 + (middle - self._gap) // self._stride))

    def turn(self, pages: float) -> None:
        """Scroll by so many views down, or up when negative."""
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + pages * bar.pageStep()))

    # Zoom: 1.0 fits the page's width into the view

    @property
    def zoom(self) -> float:
        """The size of the pages; 1.0 fits their width into the view."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Change the size of the pages; what was in the middle stays there."""
        zoom = min(LARGEST, max(SMALLEST, zoom))
        if zoom == self._zoom:
            return
        bar, half = self.verticalScrollBar(), self.viewport().height() / 2
        where = (bar.value() + half) / max(1, self._whole_height)
        self._zoom = zoom
        self._arrange()
        bar.setValue(round(where * self._whole_height - half))
        across = self.horizontalScrollBar()
        across.setValue((across.minimum() + across.maximum()) // 2)
        self.viewport().update()

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self.set_zoom(self._zoom * _STEP)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self.set_zoom(self._zoom / _STEP)

    def fit_width(self) -> None:
        """Fit the pages' width into the view."""
        self.set_zoom(1.0)

    # Geometry

    @property
    def _gap(self) -> int:
        return em(0.7)

    @property
    def _page_size(self) -> QSize:
        room = max(em(8), self.viewport().width() - 2 * self._gap)
        # A page on a wide screen is not blown up beyond reading size.
        width = min(room, round(self._points.width() * self.logicalDpiX() / 72 * 1.35))
        width = round(width * self._zoom)
        return QSize(width, round(width * self._points.height() / self._points.width()))

    @property
    def _stride(self) -> int:
        return self._page_size.height() + self._gap

    @property
    def _whole_height(self) -> int:
        return self._gap + self.page_count * self._stride

    def _arrange(self) -> None:
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(round(view.height() * 0.9))
        down.setRange(0, max(0, self._whole_height - view.height()) if self.page_count else 0)
        across.setPageStep(view.width())
        wide = self._page_size.width() + 2 * self._gap
        across.setRange(0, max(0, wide - view.width()) if self.page_count else 0)

    def _page_rect(self, page: int) -> QRect:
        size = self._page_size
        left = max(self._gap, (self.viewport().width() - size.width()) // 2)
        moved = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRect(QPoint(left, self._gap + page * self._stride) - moved, size)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        colours = tokens()
        painter.fillRect(event.rect(), QColor(colours.window))
        painter.setPen(QColor(colours.line))
        for page in range(self.page_count):
            rect = self._page_rect(page)
            if rect.bottom() >= 0 and rect.top() <= self.viewport().height():
                painter.drawImage(rect, self._picture(page))
                painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        painter.end()

    def _picture(self, page: int) -> QImage:
        assert self._paged is not None
        pixels = self._page_size.width() * self.devicePixelRatioF()
        dpi = max(24, round(72 * pixels / self._points.width()))
        key = (page, dpi)
        if key not in self._pictures:
            self._pictures[key] = self._paged.picture(page, dpi)
            while len(self._pictures) > _KEPT_PAGES:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew; what was read stays in sight."""
        down = self.verticalScrollBar()
        where = down.value() / max(1, down.maximum())
        super().resizeEvent(event)
        self._arrange()
        down.setValue(round(where * down.maximum()))

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Draw anew and tell the page being read."""
        self.viewport().update()
        self._tell_page()

    def _tell_page(self) -> None:
        place = (self.current_page, self.page_count)
        if place == self._place:
            return
        self._place = place
        self.page_changed.emit(*place)
        self.setAccessibleDescription(
            self.tr("{title}, page {page} of {pages}").format(
                title=self._title, page=place[0], pages=place[1]
            )
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page and line with the keys of every reader; the rest goes to the page around."""
        bar, key = self.verticalScrollBar(), event.key()
        moves = {
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Down: bar.value() + bar.singleStep(),
            Qt.Key.Key_Up: bar.value() - bar.singleStep(),
        }
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in moves:
            bar.setValue(moves[Qt.Key(key)])
        else:
            event.ignore()
