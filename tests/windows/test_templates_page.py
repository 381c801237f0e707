"""Mẫu in the window: check, try out, add, withdraw, export, and newer versions for drafts."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from desktop_app.errors import AppError
from desktop_app.services import drafting, template_moves, templates
from desktop_app.windows.application import install_language
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.template_offer_dialog import TemplateOfferDialog
from desktop_app.windows.templates_page import TemplatesPage
from desktop_app.windows.theme import apply_theme
from tests.services.packs import files, folder, form_bytes, word, zipped
from tests.services.test_template_moves import ANSWERS, NEWER, NEWER_CHOICES

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def told() -> list[AppError]:
    return []


@pytest.fixture
def context(qapp, team, told) -> Iterator[WindowContext]:
    apply_theme(qapp, "light")
    translators = install_language(qapp, "vi")
    tasks = BackgroundTasks()
    yield WindowContext(team, tasks, "vi", told.append)
    tasks.close()
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture
def page(qtbot, context, told) -> Iterator[TemplatesPage]:
    made = TemplatesPage(context)
    qtbot.addWidget(made)
    made.resize(1110, 720)
    made.show()
    made.opened()
    yield made
    qtbot.waitUntil(lambda: not context.tasks.busy)
    assert told == []


@pytest.fixture
def settle(qtbot, context) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not context.tasks.busy, timeout=20_000)


def texts(listed: Any) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


@pytest.fixture
def two_versions(team, tmp_path) -> list[str]:
    """Two drafts of version 1, with version 2 known as well."""
    templates.add_pack(team, folder(tmp_path / "v1", files()))
    drafts = [
        drafting.new_initiative(team, "may-mac", ANSWERS | {"initiative_title": title})
        for title in ("Đồ gá khoan", "Kẹp phôi nhanh")
    ]
    newer = form_bytes(NEWER, version="2", choices=NEWER_CHOICES)
    templates.add_pack(team, folder(tmp_path / "v2", files(form=newer)))
    return drafts


# One template


def test_the_built_in_template_is_checked_and_shown(page, settle) -> None:
    settle()
    form = page._form
    assert form.checkLabel.text() == "Mẫu dùng được, không thiếu gì."
    assert not form.findings.isVisible()
    assert "có sẵn trong chương trình" in form.factsLabel.text()

    form.tabs.setCurrentWidget(form.questionsPart)
    lines = {line.text() for line in form.questions.findChildren(QLineEdit)}
    assert any("đồ gá khoan" in line for line in lines)

    form.tabs.setCurrentWidget(form.documentsPart)
    settle()
    assert form.documentBox.count() == len(templates.list_templates(page.workspace)[0].documents)
    assert page.detail.documents.view.page_count > 1
    assert form.pageLabel.text().startswith("trang 1/")


def test_questions_can_be_tried_and_nothing_is_kept(page, settle, qtbot, team, tmp_path) -> None:
    survey = """
    | type | name | label | relevant | calculation |
    | text | initiative_title | Tên | | |
    | select_one yn | again | Có phần hai không | | |
    | text | more | Phần hai | ${again} = 'no' | |
    | calculate | long | | | string-length(${initiative_title}) |
    | begin_repeat | authors | Tác giả | | |
    | text | full_name | Họ tên | | |
    | end_repeat | | | | |
    """
    templates.add_pack(team, folder(tmp_path / "p", files(form=form_bytes(survey))))
    page.opened(template="may-mac@1")
    form = page._form
    form.tabs.setCurrentWidget(form.questionsPart)
    asked = {made.path: made for made in page.detail.questions.view.fields()}
    assert not asked[("more",)].isVisible()

    no = next(b for b in form.questions.findChildren(QPushButton) if b.text() == "Không")
    qtbot.mouseClick(no, LEFT)

    qtbot.waitUntil(lambda: asked[("more",)].isVisible())
    view = page.detail.questions.view
    authors = next(made for made in view.fields() if made.path == ("authors",))
    qtbot.mouseClick(authors.add_button, LEFT)
    assert len(authors.fields) == 3
    settle()
    assert [row.drafts for row in templates.list_templates(team)] == [0, 0]


def test_what_a_template_lacks_is_told_with_its_cost(page, settle, team, tmp_path) -> None:
    templates.add_pack(team, folder(tmp_path / "p", files(don=None)))
    page.opened(template="may-mac@1")
    settle()

    said = texts(page._form.findings)
    assert "Mẫu chưa có văn bản Word nào" in said[0]
    assert any("“measures”" in text and "số liệu trước – sau" in text for text in said)
    page._form.tabs.setCurrentWidget(page._form.documentsPart)
    settle()
    assert page._form.documentProblem.text() == "Mẫu này chưa có văn bản Word nào."


def test_a_document_that_cannot_be_filled_says_why_and_the_others_show(
    page, settle, team, tmp_path, monkeypatch
) -> None:
    from desktop_app.errors import BadFile
    from desktop_app.services.template_preview import SampleDocument

    templates.add_pack(team, folder(tmp_path / "p", files(two=word("{{ benefit_value }}"))))
    page.opened(template="may-mac@1")
    form = page._form
    form.tabs.setCurrentWidget(form.documentsPart)
    settle()
    shown = page.detail.documents
    sound = shown._documents[0]
    shown.show([SampleDocument("a", "a", b"", BadFile("SSK-322")), sound])

    assert "(SSK-322)" in form.documentProblem.text()
    assert not shown.view.isVisible()
    form.documentBox.setCurrentIndex(1)
    assert shown.view.isVisible()
    assert not form.documentProblem.isVisible()


# Adding


def drop(page, path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    page.dropEvent(QDropEvent(QPointF(9, 9), copy, data, LEFT, Qt.KeyboardModifier.NoModifier))


def test_a_dropped_zip_is_added_and_shown(page, settle, tmp_path) -> None:
    drop(page, zipped(tmp_path / "may.zip", {f"may/{n}": c for n, c in files().items()}))
    settle()

    form = page._form
    assert form.list.currentItem().text() == "Mẫu ngành may\nphiên bản 1"
    assert form.problem.text() == "Đã thêm mẫu: Mẫu ngành may, phiên bản 1"
    assert "thêm từ may.zip" in form.factsLabel.text()


def test_a_folder_is_chosen_by_its_form(page, settle, tmp_path, monkeypatch, qtbot) -> None:
    pack = folder(tmp_path / "p", files())
    chosen = staticmethod(lambda *_a: (str(pack / "form.xlsx"), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)

    qtbot.mouseClick(page._form.addButton, LEFT)
    settle()

    assert page._form.list.count() == 2


def test_what_is_wrong_is_shown_until_it_is_mended(page, settle, tmp_path, qtbot, team) -> None:
    wrong = word("Mở đầu", "{{ initiatve_title }}")
    pack = folder(tmp_path / "mẫu may", files(don=wrong))
    page.add(pack)
    settle()
    form = page._form

    assert texts(form.list)[0] == "mẫu may\nchưa thêm"
    assert form.checkLabel.text() == "Còn 1 chỗ cần sửa trước khi dùng được:"
    assert "Word, “don”, đoạn 2" in texts(form.findings)[0]
    assert "initiative_title" in texts(form.findings)[0]
    assert not form.tabs.isTabEnabled(form.tabs.indexOf(form.documentsPart))
    assert not form.exportButton.isEnabled()
    assert len(templates.list_templates(team)) == 1

    folder(pack, files())
    qtbot.mouseClick(form.againButton, LEFT)
    settle()
    assert [text.split("\n")[0] for text in texts(form.list)] == [
        "Mẫu ngành may",
        "Sáng kiến tại cơ sở",
    ]


def test_what_could_not_be_added_is_dismissed(page, settle, tmp_path, qtbot) -> None:
    page.add(folder(tmp_path / "p", files(don=word("{{ nowhere }}"))))
    settle()

    qtbot.mouseClick(page._form.withdrawButton, LEFT)

    assert page._form.list.count() == 1
    assert page._form.withdrawButton.text() == "&Ngừng dùng"


def test_what_is_no_template_is_told(page, settle, tmp_path) -> None:
    path = tmp_path / "ảnh.zip"
    path.write_bytes(b"no zip")
    drop(page, path)
    settle()

    assert "(SSK-375)" in page._form.problem.text()
    assert page._form.list.count() == 1


# Withdrawing and exporting


def test_withdrawing_and_using_again(page, settle, qtbot, team) -> None:
    form = page._form
    qtbot.mouseClick(form.withdrawButton, LEFT)
    assert templates.list_templates(team)[0].withdrawn
    assert "đã ngừng dùng" in texts(form.list)[0]
    assert form.withdrawButton.text() == "&Dùng lại"

    qtbot.keyClick(form.withdrawButton, Qt.Key.Key_Space)
    assert not templates.list_templates(team)[0].withdrawn


def test_exporting_to_edit(page, settle, qtbot, tmp_path, monkeypatch) -> None:
    chosen = staticmethod(lambda *_a: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", chosen)

    qtbot.mouseClick(page._form.exportButton, LEFT)
    settle()

    assert (tmp_path / "sang-kien/form.xlsx").is_file()
    assert "sang-kien" in page._form.problem.text()


# Newer versions


def test_a_book_without_templates_says_what_to_do(qtbot, context, tmp_path) -> None:
    from desktop_app.workspace import Workspace

    with Workspace(tmp_path / "empty") as workspace:
        made = TemplatesPage(WindowContext(workspace, context.tasks, "vi", pytest.fail))
        qtbot.addWidget(made)
        made.show()
        made.opened()
        assert made._form.emptyPart.isVisible()
        assert not made._form.exportButton.isVisible()


def test_drafts_of_an_older_version_are_moved_from_here(page, settle, two_versions, team) -> None:
    page.opened()
    assert page._offer_link.accessibleName() == "2 bản nháp dùng bản cũ  ›"
    page._offer_link.click()
    settle()
    dialog = page.findChild(TemplateOfferDialog)
    form = dialog._form
    assert form.draftBox.count() == 2
    assert "“Tên sáng kiến” nay là “Tên của sáng kiến”" in texts(form.changes)
    assert "Có điều cần giữ kín: thêm lựa chọn: Một phần; bỏ lựa chọn: Có" in texts(form.changes)
    assert "Tỷ lệ (Lò Thị Mai): 60" in form.asideLabel.text()

    dialog.move_over()
    settle()
    assert form.doneTitle.text() == "Đã chuyển sang phiên bản 2"
    first = dialog.offer.initiative_id
    assert drafting.open_draft(team, first).form.version == "2"

    dialog.undo()
    settle()
    assert drafting.open_draft(team, first).form.version == "1"
    assert form.stack.currentWidget() is form.offerPart

    dialog.keep()
    settle()
    assert dialog.offer.initiative_id != first
    dialog.move_over()
    settle()
    assert not form.nextButton.isVisible()
    dialog.accept()
    assert [offer.kept for offer in template_moves.offers(team)] == [True]


def test_a_move_that_fails_is_told(page, settle, two_versions, team, context) -> None:
    page.opened()
    dialog = TemplateOfferDialog(page, context, template_moves.offers(team)[:1])
    dialog.show()
    settle()
    drafting.delete_draft(team, dialog.offer.initiative_id)

    dialog.move_over()
    settle()

    assert "(SSK-108)" in dialog._form.problem.text()
    assert dialog._form.moveButton.isEnabled()
    dialog.reject()
