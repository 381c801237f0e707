"""Page view, sticks, sizes, time left, and a name for every control."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop_app.domain.numbers import size_text
from desktop_app.domain.text import mark_text
from desktop_app.windows.answers_page import AnswersPage
from desktop_app.windows.destination import Destination
from desktop_app.windows.drives import Drive, sticks
from desktop_app.windows.export_dialog import ExportDialog
from desktop_app.windows.inbox_page import InboxPage
from desktop_app.windows.page_view import LARGEST, SMALLEST, PageView
from desktop_app.windows.queue_page import QueuePage
from desktop_app.windows.review_page import ReviewPage
from desktop_app.windows.working import in_parts, seconds_left
from tests.samples import ready


class Pages:
    """Ten white pages that note how often they are drawn."""

    page_count = 10

    def __init__(self):
        self.drawn = []

    def picture(self, page, dpi=96):
        self.drawn.append((page, dpi))
        image = QImage(round(595 * dpi / 72), round(842 * dpi / 72), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        return image


@pytest.fixture
def view(qtbot):
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_pages(Pages(), "Đơn")
    return view


def test_only_pages_in_sight_are_drawn(view, qtbot):
    qtbot.waitUntil(lambda: len(view._paged.drawn) > 1)
    view.grab()
    assert {page for page, _dpi in view._paged.drawn} <= {0, 1}


def test_reading_with_keys(view, qtbot):
    seen = []
    view.page_changed.connect(lambda page, pages: seen.append((page, pages)))
    assert view.current_page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_page == 10
    assert seen[-1] == (10, 10)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_Space)
    after = view.verticalScrollBar().value()
    assert after > 300
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.verticalScrollBar().value() == 0
    assert view.accessibleDescription() == "Đơn, page 1 of 10"


def test_zooming_keeps_the_place_and_has_ends(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom > 1
    assert view.current_page >= 9
    for _time in range(20):
        view.zoom_in()
    assert view.zoom == LARGEST
    for _time in range(30):
        view.zoom_out()
    assert view.zoom == SMALLEST
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.0
    turn = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(turn)
    assert view.zoom > 1


def test_an_empty_view_has_no_page(qtbot):
    view = PageView()
    qtbot.addWidget(view)
    view.show_pages(None, "")
    view.zoom_in()
    view.grab()
    assert (view.current_page, view.page_count) == (0, 0)


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "1 KB"),
        (1, "1 KB"),
        (1000, "1 KB"),
        (1001, "2 KB"),
        (1_250_000, "1,2 MB"),
        (25_000_000, "25 MB"),
        (12_400_000_000, "12,4 GB"),
    ],
)
def test_sizes(size, text):
    assert size_text(size) == text


def test_marks_are_read_in_fours():
    assert mark_text("0123456789abcdef" * 4) == "0123 4567 89ab cdef"


@pytest.mark.parametrize(
    ("elapsed", "done", "whole", "left"),
    [(1000, 1, 2, None), (4000, 0, 8, None), (4000, 2, 8, 12), (9000, 9, 9, 1), (9000, 1, 0, None)],
)
def test_time_left(elapsed, done, whole, left):
    assert seconds_left(elapsed, done, whole) == left


def test_gigabytes_are_counted_in_thousandths():
    seen = []
    in_parts(lambda done, whole: seen.append((done, whole)))(3 * 10**9, 6 * 10**9)
    in_parts(lambda done, whole: seen.append((done, whole)))(0, 0)
    assert seen == [(500, 1000), (0, 1000)]


def test_looking_for_sticks_never_fails():
    assert isinstance(sticks(), tuple)


def test_a_stick_put_in_is_chosen_and_a_full_one_is_not(show, team, tmp_path):
    page = show(QueuePage, team)
    drives: list[Drive] = []
    place = Destination(page.context, 10_000_000, lambda: tuple(drives))
    assert place.folder is None
    small = Drive("NHO", tmp_path / "a", 5_000_000, True)
    locked = Drive("KHOA", tmp_path / "b", 10**9, False)
    drives += [small, locked]
    place.refresh()
    assert place.folder is None
    drives.append(Drive("TO", tmp_path / "c", 10**9, True))
    place.refresh()
    assert place.folder == tmp_path / "c"
    assert place.on_stick
    usable = [b for b in place._places.findChildren(QAbstractButton) if b.isEnabled()]
    assert len(usable) == 1
    drives.clear()
    place.refresh()
    assert place.folder is None
    place.deleteLater()


def test_a_folder_chosen_stays_when_a_stick_leaves(show, team, tmp_path):
    page = show(QueuePage, team)
    drives = [Drive("A", tmp_path / "a", 10**9, True)]
    place = Destination(page.context, 0, lambda: tuple(drives))
    place.set_folder(tmp_path)
    drives.clear()
    place.refresh()
    assert place.folder == Path(tmp_path)
    assert not place.on_stick
    place.deleteLater()


INPUTS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, PageView)


def nameless(widget: QWidget) -> list[str]:
    found = []
    for each in widget.findChildren(QWidget):
        if not isinstance(each, INPUTS) or each.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        if each.objectName().startswith("qt_") or isinstance(each.parent(), QComboBox):
            continue
        if "QComboBoxListView" in type(each.parent()).__name__ + each.metaObject().className():
            continue
        name = QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)
        if not name.strip():
            found.append(f"{type(each).__name__} {each.objectName()}")
    return found


def test_every_control_has_a_name(show, qtbot, team, office, handed_in, stick, monkeypatch):
    ready(team, 3)
    queue = show(QueuePage, team)
    queue.export()
    dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog)]
    review = show(ReviewPage, office)
    review.side.setCurrentIndex(1)
    pages = [queue, *dialogs, review, show(InboxPage, office), show(AnswersPage, office)]
    assert {type(page).__name__: nameless(page) for page in pages if nameless(page)} == {}
    dialogs[0].reject()
