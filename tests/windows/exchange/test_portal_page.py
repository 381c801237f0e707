"""Lên cổng with the keyboard alone: copy each field, type code and state back, the next one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.services import portal_entry, review
from desktop_app.windows.portal_page import PortalPage

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def accepted(office, handed_in):
    for each in handed_in:
        review.decide(office, each, "accepted")
    return handed_in


def page_of(show, qtbot, office):
    page = show(PortalPage, office)
    qtbot.waitUntil(lambda: page.view.sheet is not None, timeout=10_000)
    return page


def test_every_field_is_copied_with_one_key_and_the_next_comes_with_one(
    show, qtbot, office, accepted
):
    page = page_of(show, qtbot, office)
    first = page.view.sheet
    keys = 0
    qtbot.keyClick(page.table, KEY.Key_Return)
    wanted = [each.text for each in first.fields if each.text]
    seen = []
    while page.view.copies < len(wanted):
        qtbot.keyClick(page.view.table, KEY.Key_C, CTRL)
        keys += 1
        seen.append(QGuiApplication.clipboard().text())
    assert seen == wanted
    assert keys == len(wanted)
    assert page.view.code_edit.hasFocus() or not page.isActiveWindow()
    words = [page.view.model.index(n, 3).data() for n in range(page.view.model.rowCount())]
    assert words.count("Copied") == len(wanted)
    assert {"By hand"} <= set(words)
    qtbot.keyClicks(page.view.code_edit, "SK-77")
    qtbot.keyClick(page.view.code_edit, KEY.Key_Return, CTRL)
    qtbot.waitUntil(
        lambda: page.view.sheet.initiative_id not in ("", first.initiative_id), timeout=10_000
    )
    kept = portal_entry.entry_sheet(office, first.initiative_id)
    assert (kept.submission, kept.portal, kept.portal_code) == ("uploaded", "reviewing", "SK-77")
