"""Lists as workbooks: text stays text, the same rows give the same bytes, Excel can open them."""

import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.summary_workbook import summary_workbook

COLUMNS = ("Mã", "Tên sáng kiến", "Số tiền")


def _sheet(content: bytes):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def test_formulas_stay_text() -> None:
    signs = ["=1+1", "+84 912", "-5", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")']

    sheet = _sheet(summary_workbook([(sign, "x", 1) for sign in signs], COLUMNS, "Tổng hợp"))

    for row, sign in zip(sheet.iter_rows(min_row=2), signs, strict=True):
        assert (row[0].value, row[0].data_type, row[0].number_format) == (sign, "s", "@")
        assert (row[2].value, row[2].data_type) == (1, "n")


def test_the_same_rows_give_the_same_bytes() -> None:
    rows = [("MSC-2026-0001", "Cải tiến đồ gá", 34452000)]

    assert summary_workbook(rows, COLUMNS, "a") == summary_workbook(rows, COLUMNS, "a")


def test_head_filter_and_widths_are_set() -> None:
    sheet = _sheet(summary_workbook([("a", "b" * 300, 1)], COLUMNS, "Đợt 1/2026: [mới]"))

    assert sheet.title == "Đợt 1 2026   mới"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C2"
    assert sheet.column_dimensions["B"].width == 60
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)


@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=40), title=st.text(max_size=40))
def test_any_text_can_be_written(text: str, title: str) -> None:
    sheet = _sheet(summary_workbook([(text, "x", 1)], COLUMNS, title))

    kept = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    read = sheet.cell(2, 1).value or ""
    assert read.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n") == kept.replace(
        "\r\n", "\n"
    ).replace("\r", "\n")
