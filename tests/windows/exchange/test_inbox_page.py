"""Taking in at the office: any files, one line per file, one per item, in words."""

import zipfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop_app.services import handover
from desktop_app.windows.inbox_page import InboxPage
from tests.samples import ready

LEFT = Qt.MouseButton.LeftButton


def export(team, to, number):
    initiative_id = ready(team, number)
    return initiative_id, handover.export_bundle(team, to)


def taken(page, qtbot):
    qtbot.waitUntil(lambda: not page.panel.working.busy, timeout=20_000)
    return page.panel.result


def lines(page):
    tree = page.panel.tree
    return [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]


def below(line):
    return [line.child(number) for number in range(line.childCount())]


def test_a_whole_stick_in_two_operations(show, qtbot, team, office, stick):
    first, _bundle = export(team, stick, 1)
    second, _bundle = export(team, stick, 2)
    (stick / "ghi chú.txt").write_text("không phải gói")
    page = show(InboxPage, office)  # 1: the rail
    [button] = [b for b in page._form.drop.findChildren(QPushButton) if "KINGSTON" in b.text()]
    qtbot.keyClick(button, Qt.Key.Key_Space)  # 2
    result = taken(page, qtbot)
    assert [item.id for file in result.files for item in file.items] == [first, second]
    assert len(lines(page)) == 2
    assert [child.text(2) for line in lines(page) for child in below(line)] == ["New", "New"]
    wanted = []
    page.go.connect(lambda name, arguments: wanted.append((name, arguments)))
    assert page._form.reviewButton.isVisible()
    assert page._form.reviewButton.property("primary")
    assert not page._form.filesButton.property("primary")
    qtbot.mouseClick(page._form.reviewButton, LEFT)
    assert wanted == [("review", {})]


def test_dropping_again_tells_what_is_here_already(show, qtbot, team, office, files):
    _id, bundle = export(team, files, 1)
    page = show(InboxPage, office)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(bundle.path))])
    for expected in ("New", "Already here"):
        page.dropEvent(
            QDropEvent(
                QPointF(5, 5),
                Qt.DropAction.CopyAction,
                mime,
                LEFT,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        taken(page, qtbot)
        [line] = lines(page)
        assert below(line)[0].text(2) == expected
    assert not page._form.reviewButton.isVisible()
    assert page._form.filesButton.property("primary")


def test_a_broken_file_says_why_and_stops_nothing(show, qtbot, team, office, files, monkeypatch):
    _id, bundle = export(team, files, 1)
    broken = files / "cắt cụt.zip.age"
    broken.write_bytes(bundle.path.read_bytes()[:-4000])
    page = show(InboxPage, office)
    chosen = [str(broken), str(bundle.path)]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_a: (chosen, "")))
    qtbot.mouseClick(page._form.filesButton, LEFT)
    taken(page, qtbot)
    bad, good = lines(page)
    assert bad.text(2) == "Not taken in"
    assert bad.isExpanded()
    assert "(SSK-" in below(bad)[-1].text(0)
    assert below(good)[0].text(2) == "New"
    assert "1 files could not be taken in" in page.panel.said


def test_a_missing_number_of_a_unit_is_pointed_out(show, qtbot, team, office, files):
    export(team, files, 1)
    _id, second = export(team, files, 2)
    page = show(InboxPage, office)
    page.take_in([second.path])
    result = taken(page, qtbot)
    assert [gap.sequence for gap in result.missing] == [1]
    assert "Bundle number 1 of CĐCS Công ty May Sông Công" in page.panel.said


def test_a_place_without_bundles_is_said_kindly(show, qtbot, team, office, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    with zipfile.ZipFile(empty / "báo cáo.docx", "w") as docx:
        docx.writestr("[Content_Types].xml", "<Types/>")
    page = show(InboxPage, office)
    page.take_in([empty])
    taken(page, qtbot)
    assert "Nothing here is a bundle" in page.panel.said
    assert not page.panel.tree.isVisible()
    assert page._form.filesButton.isEnabled()


def test_earlier_intakes_stand_below(show, qtbot, office, handed_in):
    page = show(InboxPage, office)
    model = page._form.historyTable.model()
    assert model.rowCount() == 1
    assert model.index(0, 1).data() == "CĐCS Công ty May Sông Công"
    assert model.index(0, 3).data() == "2"


def test_an_empty_inbox_teaches(show, office, team):
    page = show(InboxPage, office)
    assert page._form.noHistoryLabel.isVisible()
    assert not page._form.historyTable.isVisible()
    assert page._form.drop.isVisible()


def test_an_item_opens_its_review(show, qtbot, office, team, files):
    initiative_id, bundle = export(team, files, 1)
    page = show(InboxPage, office)
    page.take_in([bundle.path])
    taken(page, qtbot)
    wanted = []
    page.go.connect(lambda name, arguments: wanted.append((name, arguments)))
    tree = page.panel.tree
    tree.setCurrentItem(below(lines(page)[0])[0])
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert wanted == [("review", {"open": initiative_id})]


def test_files_named_on_the_way_are_taken_in(show, qtbot, office, team, files):
    initiative_id, bundle = export(team, files, 1)
    page = show(InboxPage, office, files=[str(bundle.path)])
    result = taken(page, qtbot)
    assert result.files[0].items[0].id == initiative_id
    assert Path(result.files[0].file).name == bundle.path.name
