"""Qt's own dialogs, buttons and menus speak Vietnamese: every text of the widgets that are used.

The texts Qt knows are read from a translation it ships; the list of widgets is ours.
"""

import struct
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox, QTextBrowser

from desktop_app.resource_files import resource_path
from desktop_app.windows.application import install_language

SHIPPED = Path(PySide6.__file__).parent / "Qt/translations"
WINDOWS_SHIPPED = Path(PySide6.__file__).parent / "translations"
USED = {
    *("QAbstractFileIconProvider", "QFileDialog", "QFileSystemModel", "QInputDialog"),
    *("QDialog", "QDialogButtonBox", "QMessageBox", "QPlatformTheme", "QProgressDialog"),
    *("QLineEdit", "QWidgetTextControl", "QAbstractSpinBox", "QComboBox", "QScrollBar"),
    *("QTabBar", "CloseButton", "QAccessibleActionInterface"),
    *("QPrintDialog", "QPrintPropertiesDialog", "QPrintPropertiesWidget"),
    *("QPrintSettingsOutput", "QPrintWidget", "QPageSetupWidget"),
}
NOT_SHOWN = {
    "About Qt",  # nothing opens that box
    "<h3>About Qt</h3>",
    "<p>Qt is a C++ toolkit",
}


def texts_of_qt() -> set[tuple[str, str]]:
    """Return context and source of every message of the German translation Qt ships."""
    folder = SHIPPED if SHIPPED.is_dir() else WINDOWS_SHIPPED
    data = (folder / "qtbase_de.qm").read_bytes()
    place, found = 16, set()
    while place < len(data):
        tag, size = struct.unpack_from(">BI", data, place)
        if tag == 0x69:  # the messages
            found |= _messages(data[place + 5 : place + 5 + size])
        place += 5 + size
    return found


def _messages(body: bytes) -> set[tuple[str, str]]:
    found, place, kept = set(), 0, {}
    while place < len(body):
        tag, place = body[place], place + 1
        if tag == 1:  # end of a message
            found.add((kept.get(7, ""), kept.get(6, "")))
            kept = {}
        elif tag == 5:
            place += 4
        else:
            (size,) = struct.unpack_from(">I", body, place)
            size = 0 if size == 0xFFFFFFFF else size
            if tag in (6, 7):  # source, context
                kept[tag] = body[place + 4 : place + 4 + size].decode()
            place += 4 + size
    return found


def translated() -> dict[tuple[str, str], str]:
    root = ET.parse(resource_path("translations", "qt_widgets_vi.ts")).getroot()
    return {
        (context.find("name").text, message.find("source").text): message.find("translation").text
        for context in root.iter("context")
        for message in context.iter("message")
    }


def test_every_text_of_the_widgets_used_is_translated():
    known = translated()
    texts = {
        (context, source)
        for context, source in texts_of_qt()
        if context in USED and not source.startswith(tuple(NOT_SHOWN))
    }
    assert len(texts) > 200
    assert {context for context, _source in texts} == USED
    assert sorted(text for text in texts if not (known.get(text) or "").strip()) == []


def test_marks_and_places_are_kept():
    for (context, source), text in translated().items():
        assert text == unicodedata.normalize("NFC", text)
        assert ("%1" in source) == ("%1" in text), (context, source)
        assert source.count("\n") == text.count("\n"), (context, source)
        if "&" in source:
            assert text.count("&") == 1, (context, source)


def test_what_is_shown_is_vietnamese(qapp, qtbot):
    installed = install_language(qapp, "vi")
    try:
        box = QMessageBox()
        box.setDetailedText("x")
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        line, page = QLineEdit("chữ"), QTextBrowser()
        for widget in (box, buttons, dialog, line, page):
            qtbot.addWidget(widget)
        said = [button.text() for each in (box, buttons, dialog) for button in _buttons(each)]
        said += [action.text() for action in line.createStandardContextMenu().actions()]
        words = " ".join(said)
        assert "Đồng ý" in words
        assert "Xem chi tiết…" in words
        assert "Chép" in words
        for english in ("OK", "Cancel", "Details", "Copy", "Open", "Select"):
            assert english not in words, said
        assert QCoreApplication.translate("QScrollBar", "Top") == "Đầu tiên"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)


def _buttons(widget):
    from PySide6.QtWidgets import QPushButton

    return widget.findChildren(QPushButton)
