"""Reports as files: Excel to go on working with, Word from templates, and what can go wrong."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.shared import Cm, Pt

from desktop_app.errors import BadInput, Cancelled
from desktop_app.resource_files import resource_path
from desktop_app.services.reports import word
from desktop_app.services.reports.catalogue import FORMATS, Asked, make_report
from desktop_app.services.reports.letter import keep_letter_facts
from desktop_app.services.reports.word import (
    drop_template,
    edit_template,
    fill_report,
    own_template,
)
from desktop_app.services.reports.writing import file_name, write_report
from tests.services.reports.book import person, put, unit_of


def texts(docx):
    """Return the paragraphs of a document, those in tables too."""
    document = Document(io.BytesIO(docx))
    cells = [c for table in document.tables for row in table.rows for c in row.cells]
    return [p.text for part in (document, *cells) for p in part.paragraphs]


def test_excel_can_be_worked_with(filled, files):
    put(filled, unit_of(filled, "MSC"), initiative_title="=1+1 không phải công thức đâu nhé")
    place = files / "list.xlsx"
    written = write_report(filled, "initiatives", place)
    assert (written.file, written.rows, written.size) == (place, 7, place.stat().st_size)
    book = openpyxl.load_workbook(place)
    sheet = book.active
    assert sheet.title == "Danh sách"
    head = next(n for n in range(1, 20) if sheet.cell(n, 1).value == "STT")
    names = {cell.value: cell.column for cell in sheet[head]}
    assert sheet.freeze_panes == f"C{head + 1}"
    assert (
        sheet.auto_filter.ref == f"A{head}:{sheet.cell(head, len(names)).column_letter}{head + 7}"
    )
    assert sheet.print_title_rows == f"${head}:${head}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert "&P" in sheet.oddFooter.center.text
    first = head + 1
    applied = sheet.cell(first, names["Ngày áp dụng"])
    assert applied.value == datetime(2026, 3, 16)
    assert applied.number_format == "dd/mm/yyyy"
    benefit = sheet.cell(first, names["Giá trị làm lợi (đồng)"])
    assert isinstance(benefit.value, int)
    assert benefit.number_format == "#,##0"
    titles = [sheet.cell(n, names["Tên sáng kiến"]) for n in range(first, first + 7)]
    (risky,) = [cell for cell in titles if cell.value.startswith("=")]
    assert (risky.data_type, risky.number_format) == ("s", "@")
    total = sheet.cell(head - 1, benefit.column)
    letter = benefit.column_letter
    assert total.value == f"=SUBTOTAL(109,{letter}{first}:{letter}{first + 6})"
    # Beside the formula stands what it comes to, for a telephone that computes nothing.
    shown = openpyxl.load_workbook(place, data_only=True).active
    column = [shown.cell(n, benefit.column).value for n in range(first, first + 7)]
    assert shown.cell(head - 1, benefit.column).value == sum(filter(None, column)) > 0


def test_ratios_are_formulas_over_the_totals(filled, files):
    write_report(filled, "units", files / "u.xlsx", Asked("P2"))
    sheet = openpyxl.load_workbook(files / "u.xlsx").active
    shown = openpyxl.load_workbook(files / "u.xlsx", data_only=True).active
    head = next(n for n in range(1, 20) if sheet.cell(n, 1).value == "STT")
    names = {cell.value: cell for cell in sheet[head]}
    percent, target, uploaded = (names[name] for name in ("% chỉ tiêu", "Chỉ tiêu", "Đã lên cổng"))
    row = head - 1
    total = sheet.cell(row, percent.column)
    assert total.value == (
        f"=IF({target.column_letter}{row}>0,"
        f'{uploaded.column_letter}{row}/{target.column_letter}{row},"")'
    )
    assert total.number_format == "0.0%"
    assert shown.cell(row, percent.column).value == pytest.approx(2 / 6)


def test_the_same_book_gives_the_same_bytes_without_personal_properties(filled, files):
    for name in FORMATS:
        for ending in ("xlsx", "docx"):
            one = write_report(filled, name, files / f"1.{ending}", replace=True)
            two = write_report(filled, name, files / f"2.{ending}", replace=True)
            assert one.file.read_bytes() == two.file.read_bytes(), (name, ending)
            with zipfile.ZipFile(one.file) as package:
                core = package.read("docProps/core.xml").decode()
                assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert "Sổ Sáng Kiến" in core
            assert "lastModifiedBy>" not in core
    assert not list(files.glob(".ssk-*"))


def test_sheets_of_one_book_have_their_own_names(filled, files):
    write_report(filled, "honours", files / "h.xlsx")
    names = openpyxl.load_workbook(files / "h.xlsx").sheetnames
    assert len(set(names)) == 4
    assert all(len(name) <= 31 for name in names)


# Word


def test_every_report_fills_its_template(filled):
    for name in FORMATS:
        content = fill_report(filled, make_report(filled, name))
        said = "\n".join(texts(content))
        assert "{{" not in said, name
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in said
        document = Document(io.BytesIO(content))
        section = document.sections[0]
        # Nghị định 30/2020/NĐ-CP, Phụ lục I: margins and letters.
        assert abs(section.left_margin - Cm(3)) < Cm(0.05)
        assert abs(section.right_margin - Cm(1.5)) < Cm(0.05)
        assert abs(section.top_margin - Cm(2)) < Cm(0.05)
        style = document.styles["Normal"]
        assert (style.font.name, style.font.size) == ("Times New Roman", Pt(14))
        assert section.different_first_page_header_footer


def test_no_template_asks_for_what_is_not_there(filled):
    for name in FORMATS:
        context = word.report_context(filled, make_report(filled, name))
        template = resource_path("reports", f"{name}.docx").read_bytes()
        assert filled.filler.check(template, context, name) == ()


def test_the_guide_names_what_templates_can_print(filled):
    guide = (Path(__file__).parents[3] / "docs/mau-bao-cao.md").read_text(encoding="utf-8")
    for name in FORMATS:
        report = make_report(filled, name)
        assert f"`{report.file}.docx`" in guide
        row = next(line for line in guide.splitlines() if f"`{report.file}.docx`" in line)
        for table in report.tables if name != "summary" else ():
            for column in table.columns:
                assert re.search(rf"\b{column.name}\b", row), (name, column.name)


def test_the_letter_says_the_figures_of_the_board(filled):
    keep_letter_facts(filled, {"place": "Thái Nguyên", "name": "Lương Thị Hòa"})
    said = texts(fill_report(filled, make_report(filled, "summary", Asked("P2"))))
    text = "\n".join(said)
    assert "Thái Nguyên, ngày 20 tháng 11 năm 2026" in text
    assert "Lương Thị Hòa" in said
    assert "TM. BAN THƯỜNG VỤ" in said
    assert "Số sáng kiến đã lập hồ sơ: 5; đã được cơ sở công nhận: 2; đã lên cổng: 2" in text
    assert "So với chỉ tiêu 6 sáng kiến" in text
    assert "còn thiếu 4" in text
    assert "Kính gửi" not in text  # nobody stands above this office
    assert "86.356.000" not in text
    total = next(row for row in said if row.startswith("Tổng giá trị làm lợi"))
    assert "(bằng chữ: " in total


def test_who_signs_goes_back_to_the_usual(filled):
    keep_letter_facts(filled, {"title": "PHÓ CHỦ TỊCH", "number": "Số:      /BC-CĐKCN"})
    said = texts(fill_report(filled, make_report(filled, "units")))
    assert "PHÓ CHỦ TỊCH" in said
    assert "Số:      /BC-CĐKCN" in said
    keep_letter_facts(filled, {"title": ""})
    assert "CHỦ TỊCH" in texts(fill_report(filled, make_report(filled, "units")))


def test_an_own_template_goes_before_the_built_in_one(filled):
    place = edit_template(filled, "units")
    assert place == own_template(filled, "units")
    assert place.parent == filled.folder / "report-templates"
    document = Document(place)
    document.add_paragraph("Mẫu riêng của {{ unit }}")
    document.save(place)
    assert edit_template(filled, "units") == place  # a second click replaces nothing
    report = make_report(filled, "units")
    mine = "Mẫu riêng của Công đoàn các KCN tỉnh Thái Nguyên"
    assert mine in texts(fill_report(filled, report))
    assert mine not in texts(fill_report(filled, report, built_in=True))
    aside = drop_template(filled, "units")
    assert aside is not None and aside.is_file()
    assert mine not in texts(fill_report(filled, report))
    assert drop_template(filled, "units") is None


def test_a_broken_template_is_told_with_its_place(filled, files):
    place = edit_template(filled, "units")
    document = Document(place)
    document.add_paragraph("Tổng {{ totals.ready ")
    document.save(place)
    target = files / "u.docx"
    with pytest.raises(BadInput) as raised:
        write_report(filled, "units", target)
    assert raised.value.code == "SSK-833"
    assert raised.value.facts["file"] == "tong-hop-don-vi.docx"
    assert "totals.ready" in raised.value.facts["where"]
    assert not target.exists()
    assert write_report(filled, "units", target, built_in=True).file == target
    place.write_bytes(b"no Word document")
    with pytest.raises(BadInput) as raised:
        write_report(filled, "units", files / "v.docx")
    assert raised.value.code == "SSK-833"


def test_word_takes_no_endless_list(filled, files, monkeypatch):
    monkeypatch.setattr(word, "MOST_ROWS", 5)
    with pytest.raises(BadInput) as raised:
        write_report(filled, "initiatives", files / "l.docx")
    assert raised.value.facts == {"number": 6, "most": 5}
    assert raised.value.code == "SSK-832"


# Files


def test_nothing_is_replaced_unasked(filled, files):
    place = files / "u.xlsx"
    place.write_text("mine")
    with pytest.raises(BadInput) as raised:
        write_report(filled, "units", place)
    assert raised.value.code == "SSK-837"
    assert place.read_text() == "mine"
    write_report(filled, "units", place, replace=True)
    assert openpyxl.load_workbook(place).sheetnames == ["Theo đơn vị"]


@pytest.mark.parametrize(
    ("name", "file"), [("initiatives", "x.png"), ("units", "x.pdf"), ("weekly", "x")]
)
def test_an_ending_that_cannot_be(office, files, name, file):
    with pytest.raises(BadInput) as raised:
        write_report(office, name, files / file)
    assert raised.value.code == "SSK-831"


def test_stopped_work_leaves_nothing(filled, files):
    def stop(_done, _whole):
        raise Cancelled

    place = files / "l.xlsx"
    place.write_text("before")
    with pytest.raises(Cancelled):
        write_report(filled, "initiatives", place, replace=True, step=stop)
    assert place.read_text() == "before"
    assert [path.name for path in files.iterdir() if path.name.startswith(".")] == []
    assert not list(filled.temporary_folder.iterdir())


def test_the_text_is_plain_and_windows_reads_it(filled, files):
    place = write_report(filled, "weekly", files / "t.txt").file
    assert place.read_bytes().startswith(b"\xef\xbb\xbf")
    assert place.read_text("utf-8-sig").startswith("TIẾN ĐỘ SÁNG KIẾN")


def test_names_are_plain_with_the_day(office):
    assert file_name(office, "units", "xlsx") == "tong-hop-don-vi-2026-11-20.xlsx"
    for name in FORMATS:
        assert file_name(office, name, "xlsx").isascii()


def test_no_personal_data_in_what_goes_to_the_group(filled, files):
    put(filled, unit_of(filled, "MSC"), recognised=date(2026, 11, 18), authors=[person("Kín Đáo")])
    text = write_report(filled, "weekly", files / "t.txt").file.read_text("utf-8-sig")
    assert "Kín" not in text
