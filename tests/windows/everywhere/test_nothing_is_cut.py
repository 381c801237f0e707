"""No label and no button is cut off, in both languages, from small to large text, at 1366×768."""

import os
import re

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.windows.everywhere import screens

SMALL_LAPTOP = QSize(1366, 768)


SIZES = [("vi", 80), ("vi", 200), ("en", 200)]
if os.environ.get("TORTURE"):
    SIZES += [("vi", 100), ("vi", 130), ("vi", 150), ("en", 80), ("en", 100), ("en", 130)]


@pytest.mark.parametrize("role", ["team", "office"])
@pytest.mark.parametrize(("language", "percent"), SIZES)
def test_nothing_is_cut(looked_at, role, language, percent):
    book = looked_at(role, language, percent)
    found = [
        f"{name}: {problem}"
        for listed in (screens.pages, screens.dialogs)
        for name, widget in listed(book)
        for problem in cut_at_last(book, widget)
    ]
    assert not found, "\n".join(found)


def cut_at_last(book: screens.Book, widget: QWidget) -> list[str]:
    """Return what is still cut off once the layout has come to rest."""
    try:
        book.qtbot.waitUntil(lambda: not cut(widget), timeout=10_000)
    except book.qtbot.TimeoutError:
        return cut(widget)
    return []


def cut(top: QWidget) -> list[str]:
    """Return what a person cannot read whole on a page or in a dialog."""
    window = top.window()
    found = []
    whole = window.isFullScreen()
    if not whole and (
        window.width() > SMALL_LAPTOP.width() or window.height() > SMALL_LAPTOP.height()
    ):
        found.append(f"{window.width()}×{window.height()} is larger than the screen")
    rail = window.findChildren(QPushButton) if top is not window else []
    for widget in dict.fromkeys((*top.findChildren(QWidget), *rail)):
        if not widget.isVisible() or not told(widget).strip():
            continue
        if missing(widget):
            found.append(f"{type(widget).__name__} {told(widget)[:60]!r} {missing(widget)}")
        elif outside(widget, window):
            found.append(f"{type(widget).__name__} {told(widget)[:60]!r} lies outside")
    for header in top.findChildren(QHeaderView):
        found += [f"column {text!r} without a tip" for text in cut_columns(header)]
    for bar in top.findChildren(QTabBar):
        if bar.isVisible():
            found += [f"tab {text!r}" for text in cut_tabs(bar)]
    return found


def told(widget: QWidget) -> str:
    """Return what a label or a button says."""
    if isinstance(widget, QLabel):
        return "" if widget.pixmap() and not widget.pixmap().isNull() else widget.text()
    if isinstance(widget, QAbstractButton):
        return plain(widget.text())
    return plain(widget.title()) if isinstance(widget, QGroupBox) else ""


def plain(text: str) -> str:
    """Return a text without the marks of its shortcut."""
    return re.sub(r"&(.)", r"\1", text)


def missing(widget: QWidget) -> str:
    """Return how much of its text a widget has no room for."""
    if isinstance(widget, QLabel):
        room = widget.contentsRect().size()
        needed = label_needs(widget, room.width())
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton):
        room = widget.size()
        metrics = widget.fontMetrics()
        lines = told(widget).split("\n")
        icon = 0 if widget.icon().isNull() else widget.iconSize().width()
        if isinstance(widget, QCheckBox | QRadioButton):
            icon += metrics.height()
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        # A push button draws its text inside its padding: squeezed, the text is cut.
        inside = widget.sizeHint().height() if isinstance(widget, QPushButton) else 0
        needed = QSize(wide + icon, max(metrics.height() * len(lines), inside - 4))
    else:
        return ""
    if needed.width() > room.width() + 1:
        return f"needs {needed.width()} px of width, has {room.width()}"
    if needed.height() > room.height() + 1:
        return f"needs {needed.height()} px of height, has {room.height()}"
    return ""


def label_needs(label: QLabel, width: int) -> QSize:
    """Return the room a label's text needs at a width."""
    plainly = label.textFormat() == Qt.TextFormat.PlainText
    rich = not plainly and re.search(r"<\w+[^>]*>", label.text())
    text = label.text() if rich else plain(label.text()) if label.buddy() else label.text()
    if rich:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(text)
        if label.wordWrap():
            document.setTextWidth(width)
        return QSize(round(document.idealWidth()), round(document.size().height()))
    metrics = label.fontMetrics()
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    return metrics.boundingRect(QRect(0, 0, width, 100_000), flags, text).size()


def outside(widget: QWidget, window: QWidget) -> bool:
    """Say whether some of a widget lies where nobody can see it or scroll to it."""
    area = QRect(QPoint(0, 0), widget.size())
    step = widget
    while step is not window:
        above = step.parentWidget()
        area.translate(step.pos())
        scrolls = above.parentWidget()
        if isinstance(scrolls, QAbstractScrollArea) and scrolls.viewport() is above:
            # Down one may scroll; sideways nobody looks.
            if scrolls.horizontalScrollBar().maximum() > 0 and not scrolled(scrolls):
                return area.right() > above.width() + scrolls.horizontalScrollBar().maximum()
            return area.left() < -1 or area.right() > above.width() + 1
        if not above.rect().adjusted(-2, -2, 2, 2).contains(area):
            return True
        step = above
    return False


def scrolled(area: QAbstractScrollArea) -> bool:
    return area.horizontalScrollBar().value() > 0


def cut_columns(header: QHeaderView) -> list[str]:
    """Return the headings of a visible table's columns that have no room."""
    model = header.model()
    if not header.isVisible() or header.orientation() != Qt.Orientation.Horizontal or model is None:
        return []
    found = []
    for section in range(header.count()):
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        if header.isSectionHidden(section) or not text:
            continue
        tip = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        wraps = header.defaultAlignment() & Qt.TextFlag.TextWordWrap
        place = QRect(0, 0, header.sectionSize(section), header.height())
        needed = header.fontMetrics().boundingRect(place, int(wraps), text)
        if not place.adjusted(0, -2, 0, 2).contains(needed) and not tip:
            found.append(text)
    return found


def cut_tabs(bar: QTabBar) -> list[str]:
    """Return the tabs whose words have no room."""
    return [
        bar.tabText(number)
        for number in range(bar.count())
        if bar.isTabVisible(number)
        and bar.fontMetrics().horizontalAdvance(plain(bar.tabText(number)))
        > bar.tabRect(number).width()
    ]


def test_what_is_cut_is_found(qtbot, qapp: QApplication):
    """The finder itself can fail: each of these is told."""
    top = QWidget()
    qtbot.addWidget(top)
    top.resize(300, 200)
    narrow = QLabel("Một câu dài hơn chỗ của nó", top)
    narrow.setGeometry(0, 0, 40, 20)
    low = QLabel("Một câu dài phải xuống nhiều dòng mới hết", top)
    low.setWordWrap(True)
    low.setGeometry(0, 40, 60, 20)
    button = QPushButton("&Xuất gói ra thư mục", top)
    button.setGeometry(0, 80, 50, 30)
    away = QLabel("Ngoài", top)
    away.setGeometry(280, 120, 200, 30)
    whole = QLabel("Đủ", top)
    whole.setGeometry(0, 160, 200, 30)
    top.show()
    assert len(cut(top)) == 4
