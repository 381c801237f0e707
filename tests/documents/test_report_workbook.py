"""A long report is written row by row: memory does not grow with it."""

import io
import tracemalloc
from collections.abc import Collection
from datetime import date

import openpyxl
import pytest

from desktop_app.documents.report_workbook import write_workbook
from desktop_app.domain.report_content import Column, Kind, Report, Table, totals_of


class Made(Collection):
    """Rows that exist only while they are walked."""

    def __init__(self, number):
        self._number = number

    def __len__(self):
        return self._number

    def __contains__(self, row):
        return False

    def __iter__(self):
        return ((n, f"Sáng kiến {n}", n * 1000, None) for n in range(1, self._number + 1))


def report_of(rows):
    columns = (
        Column("stt", "STT", Kind.COUNT),
        Column("title", "Tên", width=30),
        Column("benefit", "Giá trị", Kind.MONEY, total=True),
        Column("on", "Ngày", Kind.DATE),
    )
    table = Table("rows", "Bảng [1]: '*?/\\ dài " + "x" * 40, columns, rows)
    return Report(
        "x",
        "BM1",
        "Tiêu đề",
        "x",
        "Kỳ",
        date(2026, 1, 1),
        "Đơn vị",
        "",
        "",
        (table,),
        (),
        {"as_of_text": "Số liệu"},
    )


def peak(tmp_path, number):
    target = tmp_path / f"{number}.xlsx"
    tracemalloc.start()
    with target.open("w+b") as file:
        assert write_workbook(report_of(Made(number)), file, tmp_path, total="Cộng") == number
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_memory_does_not_grow_with_the_rows(tmp_path):
    peak(tmp_path, 10)  # what is loaded once
    assert peak(tmp_path, 6_000) < peak(tmp_path, 1_000) * 1.5


def test_a_sheet_is_called_as_excel_allows(tmp_path):
    file = io.BytesIO()
    write_workbook(report_of(((1, "a", 5, None),)), file, tmp_path, total="Cộng")
    (name,) = openpyxl.load_workbook(file).sheetnames
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "a\x01b", "x" * 40_000, ""])
def test_text_stays_text(tmp_path, text):
    file = io.BytesIO()
    write_workbook(report_of(((1, text, None, None),)), file, tmp_path, total="Cộng")
    sheet = openpyxl.load_workbook(file).active
    cell = sheet.cell(sheet.max_row, 2)
    assert cell.data_type != "f"
    assert (cell.value or "") == text.replace("\x01", "")[:32_767]


def test_every_cell_has_the_format_of_what_it_holds(tmp_path):
    file = io.BytesIO()
    rows = (
        (1, "=a", 5, date(2026, 1, 2)),
        (2, "b", 6, "tháng 2/2026"),
        (3, "-c", None, date(2026, 1, 3)),
    )
    write_workbook(report_of(rows), file, tmp_path, total="Cộng")
    sheet = openpyxl.load_workbook(file).active
    last = sheet.max_row
    formats = [[sheet.cell(n, c).number_format for c in (2, 4)] for n in range(last - 2, last + 1)]
    assert formats == [["@", "dd/mm/yyyy"], ["General", "General"], ["@", "dd/mm/yyyy"]]
    assert sheet.cell(last, 4).is_date


def test_an_empty_table_has_its_head_and_a_total_of_nothing(tmp_path):
    file = io.BytesIO()
    write_workbook(report_of(()), file, tmp_path, total="Cộng")
    sheet = openpyxl.load_workbook(file, data_only=True).active
    assert sheet.cell(sheet.max_row, 1).value == "STT"
    assert sheet.cell(sheet.max_row - 1, 3).value == 0
    assert totals_of(report_of(()).tables[0]) == {"benefit": 0}
