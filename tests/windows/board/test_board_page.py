"""The board: the same figures as the service, sorted and opened by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.services.progress import progress
from desktop_app.services.weeks import weekly
from desktop_app.windows.board_lines import columns
from desktop_app.windows.board_page import BoardPage
from desktop_app.windows.theme import apply_theme

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
PLACE = {column.field: number for number, column in enumerate(columns())}


@pytest.fixture
def page(show, office, board):
    return show(BoardPage, office)


def choose(page, settled, **wanted):
    page.period.choose(wanted)
    settled()


def units(page):
    return [row.line.code for row in page.rows]


def cell(page, code, field):
    number = units(page).index(code)
    return page.table.board.index(number, PLACE[field])


def text(page, code, field):
    return cell(page, code, field).data()


def go_to(page, code, field):
    page.table.setFocus()
    page.table.setCurrentIndex(cell(page, code, field))


def test_every_cell_is_the_services_figure(page, office, settled):
    page.every_column.setChecked(True)
    for asked in ({}, {"phase": "G2"}, {"phase": "CD"}):
        choose(page, settled, **asked)
        for line in progress(office, **asked):
            for column in page.table.columns:
                if column.kind == "number":
                    value = getattr(line, column.field)
                    expected = "–" if value is None else str(value)
                    assert text(page, line.code, column.field) == expected
    assert text(page, "KCNTN", "unit").strip("▾▸ ") == "Công đoàn các KCN tỉnh Thái Nguyên"


def test_sorting_by_header_and_by_keys(page, qtbot, settled):
    choose(page, settled, phase="G2")
    page.tree.setChecked(False)
    header = page.table.horizontalHeader()
    at = header.sectionViewportPosition(PLACE["target"]) + 10
    where = QPoint(at, header.height() - 8)
    qtbot.mouseClick(header.viewport(), LEFT, pos=where)
    assert [row.line.target for row in page.rows] == [23, 18, 9, 5, 5, 4]
    qtbot.mouseClick(header.viewport(), LEFT, pos=where)
    assert [row.line.target for row in page.rows] == [4, 5, 5, 9, 18, 23]
    go_to(page, "XA", "shortfall")
    qtbot.keyClick(page.table, Qt.Key.Key_Down, CONTROL)
    gaps = [row.line.shortfall for row in page.rows]
    assert gaps == sorted(gaps, reverse=True)
    # The frame stays on its unit and its column.
    assert page.table.cell()[0].line.code == "XA"
    assert page.table.cell()[1].field == "shortfall"
    qtbot.keyClick(page.table, Qt.Key.Key_Up, CONTROL)
    assert [row.line.shortfall for row in page.rows] == sorted(gaps)


def test_a_unit_is_opened_and_shut_by_keys(page, qtbot):
    go_to(page, "PSC", "unit")
    qtbot.keyClick(page.table, Qt.Key.Key_Minus)
    assert units(page) == ["KCNTN", "MSC", "PSC"]
    assert page.table.cell()[0].line.code == "PSC"
    qtbot.keyClick(page.table, Qt.Key.Key_Plus)
    assert units(page) == ["KCNTN", "MSC", "PSC", "XA", "XB", "XC"]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert "XA" not in units(page)


def test_enter_on_a_number_opens_what_stands_behind_it(page, qtbot, settled):
    choose(page, settled, phase="CD")
    wanted = []
    page.go.connect(lambda name, arguments: wanted.append((name, arguments)))
    go_to(page, "KCNTN", "ready")
    number = int(text(page, "KCNTN", "ready"))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settled()
    dialog = page.dialog
    assert dialog.total == dialog.model.rowCount() == number > 1
    assert not dialog.detail.text()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    chosen = dialog.row.id
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert wanted == [("review", {"open": chosen})]


def test_nothing_behind_a_zero_is_said(page, qtbot, settled):
    choose(page, settled, phase="CD")
    go_to(page, "XC", "uploaded")
    assert text(page, "XC", "uploaded") == "0"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settled()
    assert page.dialog.empty.isVisible()
    assert not page.dialog.table.isVisible()


def test_filters_leave_the_totals_right(page, qtbot):
    page.search.setText("xuong")
    qtbot.waitUntil(lambda: units(page) == ["XA", "XB", "XC"])
    total = page.total.board.index(0, PLACE["ready"]).data()
    assert int(total) == sum(row.line.ready for row in page.rows)
    assert not page.tree.isEnabled()
    page.search.clear()
    qtbot.waitUntil(lambda: len(units(page)) == 6)
    box = page.boxes["kind"]
    box.setCurrentIndex(box.findData("CD_PHUONG"))
    assert units(page) == ["PSC"]
    assert page.boxes["officer"].isHidden()  # nobody follows anybody yet


def test_an_earlier_day_and_a_free_period(page, settled, office):
    from datetime import date

    from PySide6.QtCore import QDate

    page.period.earlier.setChecked(True)
    page.period.as_of.setDate(QDate(2026, 11, 17))
    settled()
    before = {line.code: line for line in progress(office, as_of=date(2026, 11, 17))}
    assert text(page, "XA", "uploaded") == str(before["XA"].uploaded) == "2"
    assert "17/11/2026" in page.note.text()
    choose(page, settled, period=True)
    assert page.period.begin.isVisible()
    page.period.begin.setDate(QDate(2026, 11, 12))
    page.period.end.setDate(QDate(2026, 11, 9))
    settled()
    assert page.asked == {
        "date_from": date(2026, 11, 9),
        "date_to": date(2026, 11, 12),
        "as_of": date(2026, 11, 17),
    }


def test_the_table_is_copied_as_it_stands(page):
    page.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + 6 + 1
    widths = {len(line.split("\t")) for line in lines}
    shown = [n for n in range(len(PLACE)) if not page.table.isColumnHidden(n)]
    assert widths == {len(shown)}
    assert lines[1].startswith("Công đoàn các KCN tỉnh Thái Nguyên\t")


def test_charts_say_their_numbers(page, qtbot, settled, office):
    choose(page, settled, phase="G2")
    go_to(page, "PSC", "unit")
    qtbot.mouseClick(page.chart_button, LEFT)
    settled()
    chart = page.charts
    assert chart.bars.bars[0].name == "CĐCS Xưởng A"
    said = chart.weeks.accessibleDescription()
    psc = next(row.id for row in page.rows if row.line.code == "PSC")
    for week in weekly(office, psc):
        assert f"{week.monday:%d/%m}: {week.new['uploaded']}" in said
    assert said in chart.said.text()
    assert chart.bars.letters().pointSizeF() >= 18
    qtbot.keyClick(page, Qt.Key.Key_F11)
    big = page.dialog
    assert big.charts.bars.letters().pointSizeF() >= 27
    assert big.charts.weeks.accessibleDescription() == said
    qtbot.keyClick(big, Qt.Key.Key_Escape)
    assert not big.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_large_letters_cut_nothing_off(show, office, board, qapp, qtbot, settled, theme):
    apply_theme(qapp, theme, 200)
    page = show(BoardPage, office, 1140, 700)
    for part in (page.period, page.search.parentWidget()):
        room = part.rect()
        for child in part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child.isVisible():
                assert room.contains(child.geometry()), child.accessibleName()
    for button in (page.table_button, page.chart_button, page.copy_button, page.big_button):
        assert button.width() >= button.sizeHint().width()
    assert page.table.height() >= page.table.rowHeight(0) * 3
    page.chart_button.click()
    settled()
    bars = page.charts.bars
    qtbot.waitUntil(lambda: bars.height() >= bars.minimumSizeHint().height())


def test_an_office_without_units_is_told_where_to_begin(show, tmp_path, clock, qtbot):
    from desktop_app.services import setup
    from desktop_app.workspace import Workspace

    with Workspace(tmp_path / "fresh", clock=clock) as fresh:
        setup.start_office(fresh, "Công đoàn phường", "CDP")
        page = show(BoardPage, fresh)
        wanted = []
        page.go.connect(lambda name, _arguments: wanted.append(name))
        assert page.empty_button.isVisible()
        qtbot.mouseClick(page.empty_button, LEFT)
        assert wanted == ["units"]


def test_reports_open_for_the_period_of_the_board(page, qtbot):
    assert page.reports_button.property("primary")
    page.reports_button.click()
    qtbot.waitUntil(lambda: not page.context.tasks.busy)
    assert page.dialog.isVisible()
    page.dialog.close()
