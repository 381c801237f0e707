"""The dialog of reports: choose, look, save, copy; what cannot be written is told."""

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.services import targets
from desktop_app.services.reports.catalogue import FORMATS
from desktop_app.services.reports.letter import letter_facts
from desktop_app.services.reports.thresholds import thresholds
from desktop_app.services.reports.word import edit_template
from desktop_app.windows import reports_dialog
from desktop_app.windows.background import BackgroundTasks
from desktop_app.windows.page import WindowContext
from desktop_app.windows.reports_dialog import ReportsDialog
from desktop_app.windows.theme import apply_theme
from tests.services.reports.book import put, unit_of
from tests.services.reports.conftest import filled  # noqa: F401


@pytest.fixture
def opened(qtbot, qapp, filled):  # noqa: F811
    """Return a way to open the dialog; its preview is there."""
    apply_theme(qapp, "light")
    tasks = BackgroundTasks()
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1366, 768)
    parent.show()

    def show(**arguments):
        dialog = ReportsDialog(WindowContext(filled, tasks, "vi", pytest.fail), parent, **arguments)
        dialog.show()
        settled(qtbot, dialog)
        return dialog

    yield show
    tasks.close()
    apply_theme(qapp, "light")


def settled(qtbot, dialog):
    qtbot.waitUntil(dialog.save_button.isEnabled, timeout=20_000)


def choose(qtbot, dialog, name, ending):
    items = [dialog.choice.list.item(n) for n in range(dialog.choice.list.count())]
    place = [item.data(Qt.ItemDataRole.UserRole) for item in items].index(name)
    dialog.choice.list.setCurrentRow(place)
    dialog.choice.format.setCurrentIndex(dialog.choice.format.findData(ending))
    settled(qtbot, dialog)


def saved(qtbot, dialog, place, **options):
    dialog.save_to(place, **options)
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=20_000)


def test_the_picture_comes_first_and_is_copied(qtbot, opened):
    dialog = opened()
    assert (dialog.choice.name, dialog.choice.ending) == ("weekly", "png")
    assert dialog.preview.stack.currentWidget() is dialog.preview.picture
    assert "TIẾN ĐỘ SÁNG KIẾN" in dialog.preview.picture.accessibleDescription()
    dialog.image_button.click()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (1080, 1350)
    dialog.text_button.click()
    assert QGuiApplication.clipboard().text().startswith("TIẾN ĐỘ SÁNG KIẾN")
    dialog.choice.shape.setCurrentIndex(1)
    settled(qtbot, dialog)
    assert dialog.preview.picture.image.width() == 1600


def test_every_report_has_a_preview_in_every_format(qtbot, opened):
    dialog = opened()
    for name, endings in FORMATS.items():
        for ending in endings:
            choose(qtbot, dialog, name, ending)
            shown = dialog.preview.stack.currentWidget()
            expected = {"png": dialog.preview.picture, "txt": dialog.preview.text}
            if ending in expected:
                assert shown is expected[ending]
            else:
                assert shown in (dialog.preview.table, dialog.preview.sentence)
    choose(qtbot, dialog, "units", "xlsx")
    model = dialog.preview.table.model()
    assert model.rowCount() == 5
    last = [model.index(4, column).data() for column in range(5)]
    assert last[1] == "Tổng cộng"


def test_saving_says_where_and_opens_the_folder(qtbot, opened, tmp_path, monkeypatch):
    dialog = opened()
    choose(qtbot, dialog, "units", "xlsx")
    assert not dialog.folder_button.isVisible()
    place = tmp_path / "bao-cao.xlsx"
    saved(qtbot, dialog, place)
    assert str(place) in dialog.said.text()
    assert openpyxl.load_workbook(place).sheetnames == ["Theo đơn vị"]
    opened_places = []
    monkeypatch.setattr(reports_dialog.QDesktopServices, "openUrl", opened_places.append)
    dialog.folder_button.click()
    assert opened_places[0].toLocalFile() == str(tmp_path)
    # Another report is another file: the word about the last one goes.
    choose(qtbot, dialog, "kinds", "xlsx")
    assert not dialog.folder_button.isVisible()


def test_the_offered_name_and_a_name_without_ending(qtbot, opened, tmp_path, monkeypatch):
    dialog = opened()
    choose(qtbot, dialog, "units", "docx")
    offered, answers = [], []

    def chosen(_parent, _title, name, _filter):
        offered.append(name)
        return str(tmp_path / "tên tôi đặt"), ""

    monkeypatch.setattr(reports_dialog.QFileDialog, "getSaveFileName", chosen)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=20_000)
    assert offered[0].endswith("tong-hop-don-vi-2026-11-20.docx")
    place = tmp_path / "tên tôi đặt.docx"
    assert place.is_file()
    before = place.stat().st_mtime_ns
    monkeypatch.setattr(dialog, "agreed_to_replace", lambda asked: answers.append(asked) or False)
    dialog.save_button.click()
    assert answers == [place]
    assert place.stat().st_mtime_ns == before


def test_a_broken_template_is_told_and_the_built_in_one_offered(qtbot, opened, tmp_path, filled):  # noqa: F811
    place = edit_template(filled, "units")
    document = Document(place)
    document.add_paragraph("{{ hỏng ")
    document.save(place)
    dialog = opened()
    choose(qtbot, dialog, "units", "docx")
    target = tmp_path / "u.docx"
    saved(qtbot, dialog, target)
    assert "SSK-833" in dialog.said.text()
    assert not target.exists()
    assert dialog.built_in_button.isVisible()
    dialog.built_in_button.click()
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=20_000)
    assert target.is_file()
    assert not dialog.built_in_button.isVisible()


def test_stopping_leaves_no_file(qtbot, opened, tmp_path):
    dialog = opened()
    choose(qtbot, dialog, "initiatives", "xlsx")
    dialog.save_to(tmp_path / "x.xlsx")
    dialog.working.stop()
    qtbot.waitUntil(lambda: not dialog.working.busy, timeout=20_000)
    assert list(tmp_path.glob("x*.xlsx")) == []
    assert dialog.save_button.isEnabled()


def test_it_begins_with_the_phase_of_the_board(qtbot, opened):
    dialog = opened(phase="P2")
    assert dialog.choice.asked.phase == "P2"
    choose(qtbot, dialog, "units", "xlsx")
    assert "Giai đoạn 2" in dialog.preview.heading.text()


def test_days_that_are_crossed_are_told_not_written(qtbot, opened):
    from datetime import date

    dialog = opened(date_from=date(2026, 5, 1), date_to=date(2026, 6, 1))
    assert dialog.choice.date_from.isVisible()
    dialog.choice.date_to.setDate(dialog.choice.date_from.date().addDays(-1))
    qtbot.waitUntil(lambda: "SSK-835" in dialog.preview.sentence.text(), timeout=20_000)
    assert not dialog.save_button.isEnabled()


def test_only_what_fits_the_choice_is_shown(qtbot, opened):
    dialog = opened()
    choose(qtbot, dialog, "awards", "docx")
    assert dialog.threshold_button.isVisible()
    assert dialog.template_button.isVisible()
    assert not dialog.choice.count.isVisible()
    choose(qtbot, dialog, "initiatives", "xlsx")
    assert dialog.choice.count.isVisible()
    assert not dialog.threshold_button.isVisible()
    assert not dialog.template_button.isVisible()
    dialog.choice.count.setCurrentIndex(dialog.choice.count.findData("uploaded"))
    settled(qtbot, dialog)
    assert dialog.preview.table.model().rowCount() == 4  # three and their total


def test_thresholds_are_put_right(qtbot, opened, filled):  # noqa: F811
    dialog = opened()
    choose(qtbot, dialog, "awards", "xlsx")
    dialog.threshold_button.click()
    fields = dialog.thresholds_dialog
    one, three, source = fields.fields["worker"]
    assert (one.text(), three.text()) == ("80.000.000", "120.000.000")
    one.setText("chín mươi")
    fields.ok_button.click()
    assert fields.isVisible()
    assert "chín mươi" in fields.problem.text()
    one.setText("90 triệu")
    three.setText("")
    source.setText("QĐ 999/QĐ-TLĐ")
    with qtbot.waitSignal(fields.changed):
        fields.ok_button.click()
    worker = next(group for group in thresholds(filled) if group.id == "worker")
    assert (worker.one_year, worker.three_years) == (90_000_000, None)
    assert [g.changed for g in thresholds(filled)] == [False, False, True]


def test_place_and_who_signs_are_kept(qtbot, opened, filled):  # noqa: F811
    dialog = opened()
    choose(qtbot, dialog, "summary", "docx")
    dialog.letter_button.click()
    fields = dialog.dialog
    fields.fields["place"].setText("Thái Nguyên")
    with qtbot.waitSignal(fields.accepted):
        fields.ok_button.click()
    assert letter_facts(filled)["place"] == "Thái Nguyên"


def test_it_fits_a_small_screen_with_large_letters(qtbot, qapp, opened):
    apply_theme(qapp, "light", 200)
    dialog = opened()
    hint = dialog.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 768
    for button in (dialog.save_button, dialog.image_button, dialog.text_button):
        assert dialog.rect().contains(button.geometry())
        needed = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
        assert button.width() > needed


def test_the_keyboard_is_enough(qtbot, opened):
    dialog = opened()
    assert dialog.choice.list.hasFocus() or dialog.focusWidget() is dialog.choice.list
    qtbot.keyClick(dialog.choice.list, Qt.Key.Key_Down)
    settled(qtbot, dialog)
    assert dialog.choice.name == "units"
    names = [
        widget.accessibleName()
        for widget in (
            dialog.choice.list,
            dialog.choice.period,
            dialog.choice.format,
            dialog.preview.table,
            dialog.preview.picture,
            dialog.preview.text,
        )
    ]
    assert all(names)


def test_an_empty_period_says_so(qtbot, opened, filled):  # noqa: F811
    from datetime import date

    targets.add_phase(
        filled,
        code="P0",
        name="Năm trước",
        programme="CT",
        date_from=date(2025, 1, 1),
        date_to=date(2025, 12, 31),
    )
    dialog = opened(phase="P0")
    choose(qtbot, dialog, "initiatives", "xlsx")
    assert dialog.preview.stack.currentWidget() is dialog.preview.sentence
    assert dialog.preview.sentence.text()


def test_a_long_list_shows_its_first_rows_only(qtbot, opened, filled, monkeypatch):  # noqa: F811
    from desktop_app.services.reports import looking

    monkeypatch.setattr(looking, "MOST", 3)
    for _number in range(2):
        put(filled, unit_of(filled, "MSC"))
    dialog = opened()
    choose(qtbot, dialog, "initiatives", "xlsx")
    assert dialog.preview.table.model().rowCount() == 3
    assert "8" in dialog.preview.notes.toPlainText()
