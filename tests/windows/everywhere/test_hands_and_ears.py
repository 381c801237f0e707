"""Every screen without a mouse and without eyes: reached by keys, in order, named to a reader."""

import itertools
import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitterHandle,
    QTabBar,
    QWidget,
)

from tests.windows.everywhere import screens

ENGLISH = re.compile(r"\b(the|and|of|is|are|not|with|from|this|Save|Open|Close|Cancel|Yes|No)\b")


@pytest.mark.parametrize("role", ["team", "office"])
def test_every_screen_by_keys_and_by_ear(looked_at, role):
    book = looked_at(role)
    found = []
    for listed in (screens.pages, screens.dialogs):
        for name, widget in listed(book):
            found += [f"{name}: {told}" for told in unnamed(widget)]
            found += [f"{name}: English {told!r}" for told in english(widget)]
            found += [f"{name}: {told}" for told in walk(book, widget)]
    assert not found, "\n".join(found)


def controls(top: QWidget) -> list[QWidget]:
    """Return what a person acts on or reads in: visible, enabled, with a focus of its own."""
    return [
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollArea | QSplitterHandle)
        and not (isinstance(widget, QLabel) and not widget.text())
        and not isinstance(
            widget.parent(), QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit
        )
        and not widget.objectName().startswith("qt_")
    ]


def unnamed(top: QWidget) -> list[str]:
    """Return the controls a screen reader has no name or no role for."""
    found = []
    for widget in controls(top):
        if isinstance(widget, QTabBar):
            continue
        spoken = QAccessible.queryAccessibleInterface(widget)
        kind = f"{type(widget).__name__} {widget.objectName()}"
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{kind} has no name")
        if spoken.role() == QAccessible.Role.NoRole:
            found.append(f"{kind} has no role")
    return found


def english(top: QWidget) -> list[str]:
    """Return what is left in English."""
    said = [
        widget.text()
        for widget in top.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible()
    ]
    said += [box.title() for box in top.findChildren(QGroupBox) if box.isVisible()]
    plain = (re.sub(r"<[^>]*>|&", "", text) for text in [*said, top.windowTitle()])
    return [text for text in plain if ENGLISH.search(text)]


def walk(book: screens.Book, top: QWidget) -> list[str]:
    """Go through a screen with Tab and return what is not reached, or out of order."""
    window = top.window()
    wanted = [widget for widget in controls(top) if by_tab(widget)]
    if not wanted:
        return []

    def active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    book.qtbot.waitUntil(active)
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    book.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    reached = [QApplication.focusWidget()]
    for _press in range(4 * len(controls(window)) + 40):
        book.qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is None or (focus is reached[0] and focus is not reached[-1]):
            break
        if focus is not reached[-1]:  # the parts of a day are gone through one after the other
            reached.append(focus)
    seen = {id(widget) for widget in reached} | {id(w.focusProxy()) for w in reached}
    # Some controls come and go with what has the focus (a clear button, a hint).
    missed = [w for w in wanted if id(w) not in seen and w.isVisible() and w.isEnabled()]
    highest = min((place(widget) for widget in reached), default=0)
    return [f"Tab does not reach {type(w).__name__} {spoken(w)!r}" for w in missed] + [
        f"Tab goes up from {spoken(one)!r} to {spoken(other)!r}"
        for one, other in itertools.pairwise(reached)
        if one.parentWidget() is other.parentWidget()
        and top.isAncestorOf(one)
        and not isinstance(other, QScrollArea)
        and place(other) + other.height() <= place(one)
        and place(other)
        > highest + other.height()  # from the last control to the first it begins anew
    ]


def place(widget: QWidget) -> int:
    """Return how far down its window a widget begins."""
    return widget.mapTo(widget.window(), QPoint()).y()


def by_tab(widget: QWidget) -> bool:
    """Say whether Tab shall reach a control: of a group of choices only the chosen one is."""
    if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if isinstance(widget, QAbstractButton) and not widget.isChecked():
        group = widget.group()
        exclusive = group is not None and group.exclusive()
        return not (exclusive or widget.autoExclusive())
    return True


def spoken(widget: QWidget) -> str:
    """Return the name a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)[:50]


def test_what_is_wrong_is_found(looked_at, qtbot):
    """The finder itself can fail: each of these is told."""
    book = looked_at("team")
    top = QWidget()
    qtbot.addWidget(top)
    nameless = QLineEdit(top)
    nameless.move(0, 0)
    keeps_tab = QPlainTextEdit(top)
    keeps_tab.setAccessibleName("Nội dung")
    keeps_tab.move(0, 60)
    never = QLineEdit(top)
    never.setAccessibleName("Không tới được")
    never.move(0, 300)
    QLabel("Save the file", top).move(0, 400)
    top.resize(300, 500)
    top.show()
    assert [told for told in unnamed(top) if "no name" in told] == ["QLineEdit  has no name"]
    assert english(top) == ["Save the file"]
    assert any("Không tới được" in told for told in walk(book, top))
