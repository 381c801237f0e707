"""Pictures and files in the editor: dropped, pasted, scanned, put in order, never in the way."""

import io
import os
import threading
import time

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QProgressDialog

from desktop_app.services import attaching, drafting, setup
from desktop_app.services.scanned import scanned_files
from desktop_app.windows.attachment_view import AttachmentDialog
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.editor.editor_page import EditorPage
from desktop_app.windows.editor.file_editor import FileEditor
from desktop_app.windows.editor.file_lines import FileLinesFoot
from desktop_app.windows.editor.line_grip import LINE, LineGrip
from desktop_app.windows.editor.scan_dialog import ScanDialog
from desktop_app.windows.page import WindowContext
from desktop_app.windows.theme import apply_theme
from desktop_app.workspace import Workspace
from tests.samples import answers

FIGURES = ("figures",)


@pytest.fixture
def book(tmp_path, clock):
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        yield workspace


@pytest.fixture
def told():
    return []


@pytest.fixture
def page(qtbot, qapp, book, told):
    apply_theme(qapp, "light")
    tasks = BackgroundTasks()
    made = EditorPage(WindowContext(book, tasks, "vi", told.append))
    qtbot.addWidget(made)
    made.resize(1130, 720)
    made.show()
    made.opened(id=drafting.new_initiative(book, None, answers(1)))
    qtbot.waitUntil(lambda: any(f.path == FIGURES for f in made.frame.view.fields()))
    yield made
    # What still lies there at the end of the process would be freed after Qt is gone.
    QGuiApplication.clipboard().clear()
    tasks.close()


def picture(folder, name, colour="red", size=(60, 40), kind="PNG"):
    file = folder / name
    Image.new("RGB", size, colour).save(file, kind)
    old = time.time() - 60
    os.utime(file, (old, old))
    return file


def figures(page):
    return next(made for made in page.frame.view.fields() if made.path == FIGURES)


def drop(widget, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    widget.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def captions(page):
    return [row.get("caption") for row in page.looked_at().answers.get("figures", ())]


def test_every_dropped_file_becomes_a_line_and_one_twice_is_told(page, qtbot, tmp_path):
    said = []
    page.said.connect(said.append)
    first, second = picture(tmp_path, "trước.png"), picture(tmp_path, "sau.png", "blue")
    drop(figures(page), first, second)
    qtbot.waitUntil(lambda: captions(page) == ["trước", "sau"], timeout=20_000)
    drop(figures(page), first)
    qtbot.waitUntil(lambda: any("đã có" in text or "already" in text for text in said))
    assert captions(page) == ["trước", "sau"]


def test_lines_are_put_in_order_by_keys_and_back_by_undo(page, qtbot, tmp_path):
    drop(figures(page), picture(tmp_path, "a.png"), picture(tmp_path, "b.png", "blue"))
    qtbot.waitUntil(lambda: captions(page) == ["a", "b"], timeout=20_000)
    last = next(made for made in figures(page).fields if made.path == ("figures", 1, "caption"))
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert captions(page) == ["b", "a"]
    qtbot.keyClick(figures(page), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert captions(page) == ["a", "b"]


def test_a_picture_is_pasted(page, qtbot):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(figures(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: captions(page) == ["anh-dan"], timeout=20_000)


def test_a_file_that_is_not_taken_is_told_and_the_others_are_in(page, qtbot, told, tmp_path):
    bad = tmp_path / "chay.png"
    bad.write_bytes(b"MZ" + bytes(100))
    drop(figures(page), bad, picture(tmp_path, "tốt.png"))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].code == "SSK-381"
    assert captions(page) == ["tốt"]


def test_scanned_pictures_are_chosen_not_taken(page, qtbot, book, tmp_path):
    folder = tmp_path / "quét"
    folder.mkdir()
    picture(folder, "1.png")
    picture(folder, "2.jpg", "blue", kind="JPEG")
    (folder / "ghi chú.txt").write_text("x")
    (folder / "hỏng.png").write_bytes(b"x")
    os.utime(folder / "hỏng.png", (1, 1))
    picture(folder, "đang ghi.png")
    os.utime(folder / "đang ghi.png")
    found = scanned_files(book, folder)
    assert [file.path.name for file in found][-1] == "hỏng.png"
    assert {file.path.name for file in found} == {"1.png", "2.jpg", "hỏng.png"}
    assert [bool(file.small) for file in found] == [True, True, False]
    page._files.scan(figures(page).add_files)
    dialog = page.findChild(ScanDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 3, timeout=20_000)
    assert not dialog.take_button.isEnabled()
    for row in range(3):
        if dialog.list.item(row).toolTip() == "2.jpg":
            dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.take_button.click()
    qtbot.waitUntil(lambda: captions(page) == ["2"], timeout=20_000)


def test_what_a_photo_weighs_less_is_said(page, qtbot, tmp_path):
    said = []
    page.said.connect(said.append)
    target = io.BytesIO()
    Image.radial_gradient("L").resize((3000, 2400)).convert("RGB").save(target, "JPEG", quality=98)
    file = tmp_path / "lớn.jpg"
    file.write_bytes(target.getvalue())
    drop(figures(page), file)
    qtbot.waitUntil(lambda: any("→" in text for text in said), timeout=20_000)


def test_a_line_is_carried_to_another_place_with_the_mouse(page, qtbot, tmp_path, monkeypatch):
    files = [
        picture(tmp_path, f"{name}.png", colour)
        for name, colour in {"a": "red", "b": "blue", "c": "lime"}.items()
    ]
    drop(figures(page), *files)
    qtbot.waitUntil(lambda: captions(page) == ["a", "b", "c"], timeout=20_000)
    field = figures(page)
    cards = [grip.parentWidget() for grip in field.findChildren(LineGrip)]
    qtbot.waitUntil(lambda: cards[2].y() > cards[1].y() > cards[0].y() > 0)

    def let_go_below_the_last(drag, _action):
        at = QPointF(5, cards[2].geometry().bottom() - 1)
        data, no_keys = drag.mimeData(), Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(
            at.toPoint(), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, no_keys
        )
        field.dragEnterEvent(enter)
        assert enter.isAccepted()
        field.dropEvent(
            QDropEvent(at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, no_keys)
        )

    monkeypatch.setattr("desktop_app.windows.editor.line_grip.QDrag.exec", let_go_below_the_last)
    grip = cards[0].findChild(LineGrip)
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseMove(grip, QPoint(2, 3))
    assert captions(page) == ["a", "b", "c"]
    qtbot.mouseMove(grip, QPoint(2, 60))
    assert captions(page) == ["b", "c", "a"]


def test_a_line_of_another_list_is_not_taken(page):
    data = QMimeData()
    data.setData(LINE, b"")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    figures(page).dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_what_is_not_taken_is_named_and_the_sum_is_shown(page, qtbot, told, tmp_path):
    said = []
    page.said.connect(said.append)
    bad = [tmp_path / name for name in ("một.png", "hai.png")]
    for file in bad:
        file.write_bytes(b"MZ" + bytes(100))
    drop(figures(page), *bad, picture(tmp_path, "tốt.png"))
    qtbot.waitUntil(lambda: captions(page) == ["tốt"], timeout=20_000)
    assert len(told) == 1
    assert any("một.png, hai.png" in text for text in said)
    assert figures(page).findChild(FileLinesFoot).weight.text().startswith("1 ")


def test_taking_in_is_stopped_between_two_files(page, qtbot, told, tmp_path, monkeypatch):
    said, taken = [], []
    page.said.connect(said.append)
    reached, go_on = threading.Event(), threading.Event()
    real = attaching.attach_file

    def slow(workspace, file):
        taken.append(file.name)
        reached.set()
        assert go_on.wait(20)
        return real(workspace, file)

    monkeypatch.setattr(attaching, "attach_file", slow)
    drop(figures(page), picture(tmp_path, "a.png"), picture(tmp_path, "b.png", "blue"))
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    waiting = page.findChild(QProgressDialog)
    waiting.canceled.emit()
    go_on.set()
    qtbot.waitUntil(lambda: not page.context.tasks.busy, timeout=20_000)
    assert taken == ["a.png"]
    assert captions(page) == []
    assert told == []
    assert "Stopped" in said[-1] or "dừng" in said[-1]
    qtbot.waitUntil(lambda: page.findChild(QProgressDialog) is None)


def test_a_removed_file_comes_back_by_undo(page, qtbot, tmp_path):
    said = []
    drop(figures(page), picture(tmp_path, "a.png"))
    qtbot.waitUntil(lambda: captions(page) == ["a"], timeout=20_000)
    page.said.connect(said.append)
    held = next(f for f in figures(page).fields if isinstance(f.editor, FileEditor))
    value = held.editor.answer()
    held.editor._remove.click()
    assert held.editor.answer() is None
    assert page.window().focusWidget() is held.editor.main_widget()
    assert "a.png" in said[-1]
    qtbot.keyClick(held.editor.main_widget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held.editor.answer() == value
    figures(page).remove(0)
    assert captions(page) == []
    figures(page).undo_button.click()
    assert captions(page) == ["a"]


def test_several_files_pasted_on_one_line_become_lines_of_their_own(page, qtbot, tmp_path):
    drop(figures(page), picture(tmp_path, "a.png"))
    qtbot.waitUntil(lambda: captions(page) == ["a"], timeout=20_000)
    data = QMimeData()
    more = [picture(tmp_path, "b.png", "blue"), picture(tmp_path, "c.png", "lime")]
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in more])
    QGuiApplication.clipboard().setMimeData(data)
    held = next(f for f in figures(page).fields if isinstance(f.editor, FileEditor))
    qtbot.keyClick(held.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: captions(page) == ["a", "b", "c"], timeout=20_000)


def test_a_click_on_a_small_picture_shows_it_large(page, qtbot, tmp_path):
    drop(figures(page), picture(tmp_path, "a.png"))
    qtbot.waitUntil(lambda: captions(page) == ["a"], timeout=20_000)
    held = next(f for f in figures(page).fields if isinstance(f.editor, FileEditor))
    qtbot.waitUntil(held.editor._picture.isVisible)
    at = held.editor._picture.geometry().center()
    qtbot.mouseClick(held.editor, Qt.MouseButton.LeftButton, pos=at)
    dialog = page.findChild(AttachmentDialog)
    assert dialog is not None
    assert "a.png" in dialog.windowTitle()
    dialog.accept()
