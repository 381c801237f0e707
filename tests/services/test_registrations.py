"""A unit's list of registrations: real-looking lists, the second time, and lists that mean harm."""

import io
import unicodedata
import zipfile
from datetime import datetime

import openpyxl
import pytest

from desktop_app.errors import BadFile, Cancelled
from desktop_app.services import drafting, setup
from desktop_app.services.listing import Query, list_initiatives
from desktop_app.services.registrations.columns import remember_columns
from desktop_app.services.registrations.judging import Verdict, judge, read_registrations
from desktop_app.services.registrations.taking import take
from desktop_app.workspace import Workspace

HEAD = ["STT", "Họ và tên", "Năm sinh", "Đơn vị", "Chức vụ", "Tên sáng kiến", "Giá trị làm lợi", "Ghi chú"]  # fmt: skip
ROWS = [
    [1, "Nguyễn Văn An", 1986, "Xưởng 1", "Tổ trưởng", "Cải tiến đồ gá khoan lỗ bản lề", "35 triệu", ""],
    [2, "Trần Thị Bình", 1990, "Xưởng 2", "Công nhân", "Xếp lại chuyền may túi áo", 41470000, "gấp"],
    [3, "Lò Văn Cường", "05/02/1991", "Xưởng 3", "Thợ điện", "Tủ điện có đèn báo pha", "1,2 tỷ", ""],
]  # fmt: skip


@pytest.fixture
def book(tmp_path, clock):
    with Workspace(tmp_path / "book", clock=clock) as workspace:
        setup.start_team(workspace, "CĐCS Một", "MOT")
        yield workspace


def saved(folder, rows, name="danh-sach.xlsx", before=(), sheets=()):
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Đăng ký"
    for row in (*before, *rows):
        sheet.append(list(row))
    for title in sheets:
        made.create_sheet(title).append(["không có gì"])
    made.save(folder / name)
    return folder / name


def verdicts(book, file):
    listed = read_registrations(book, file)
    return judge(book, listed, listed.columns)


def take_all(book, file):
    listed = read_registrations(book, file)
    return take(book, judge(book, listed, listed.columns), listed.columns)


def total(book):
    return list_initiatives(book, Query()).total


def test_rows_become_drafts_below_titles_and_notes(book, tmp_path):
    before = (["CÔNG ĐOÀN CƠ SỞ MỘT"], ["DANH SÁCH ĐĂNG KÝ SÁNG KIẾN NĂM 2026"], [])
    file = saved(tmp_path, [HEAD, *ROWS], before=before, sheets=["Ghi chú"])
    listed = read_registrations(book, file)
    assert listed.sheets == ("Đăng ký", "Ghi chú")
    assert [column.target for column in listed.columns] == [
        "", "authors.full_name", "authors.birth_date", "authors.workplace", "authors.job_title",
        "initiative_title", "benefit_value", ""]  # fmt: skip
    rows = judge(book, listed, listed.columns)
    assert [(row.number, row.verdict) for row in rows] == [(5, "new"), (6, "new"), (7, "new")]
    done = take(book, rows, listed.columns)
    first = drafting.open_draft(book, done.new[5]).answers
    assert first["benefit_value"] == 35_000_000
    assert first["authors"] == [
        {"full_name": "Nguyễn Văn An", "birth_date": "1986", "workplace": "Xưởng 1",
         "job_title": "Tổ trưởng", "contribution_percent": 100, "is_contact": "yes"}
    ]  # fmt: skip
    third = drafting.open_draft(book, done.new[7]).answers
    assert third["authors"][0]["birth_date"] == "1991-02-05"
    assert third["benefit_value"] == 1_200_000_000


def test_the_same_list_again_makes_no_doubles_and_a_changed_row_is_offered(book, tmp_path):
    done = take_all(book, saved(tmp_path, [HEAD, *ROWS]))
    assert len(done.new) == 3
    assert {row.verdict for row in verdicts(book, saved(tmp_path, [HEAD, *ROWS]))} == {"same"}
    changed = [list(row) for row in ROWS]
    changed[1][4] = "Chuyền trưởng"
    changed.append([4, "Giàng A Dơ", 1995, "Xưởng 1", "Thợ", "Xe đẩy cuộn vải", None, None])
    file = saved(tmp_path, [HEAD, *changed])
    rows = verdicts(book, file)
    assert [row.verdict for row in rows] == ["same", "changed", "same", "new"]
    take_all(book, file)
    assert total(book) == 4
    mine = drafting.open_draft(book, done.new[3]).answers
    assert mine["authors"][0]["job_title"] == "Chuyền trưởng"
    assert {row.verdict for row in verdicts(book, file)} == {"same"}


def test_what_is_in_the_book_already_is_known_without_an_earlier_list(book, tmp_path):
    drafting.new_initiative(
        book,
        None,
        {"initiative_title": "Cải tiến đồ gá khoan lỗ bản lề",
         "authors": [{"full_name": "NGUYỄN VĂN AN"}]},
    )  # fmt: skip
    rows = verdicts(book, saved(tmp_path, [HEAD, *ROWS]))
    assert [row.verdict for row in rows] == ["same", "new", "new"]
    assert rows[0].dossier


def test_a_title_of_two_words_is_known_too(book, tmp_path):
    person = {"full_name": "Nguyễn Văn An"}
    drafting.new_initiative(book, None, {"initiative_title": "Xe đẩy", "authors": [person]})
    rows = [["Tên sáng kiến", "Họ tên"], ["XE ĐẨY", "Nguyễn Văn An"], ["Xe đẩy", "Lò Văn Cường"]]
    assert [row.verdict for row in verdicts(book, saved(tmp_path, rows))] == ["same", "new"]


def test_a_discarded_draft_can_be_taken_again(book, tmp_path):
    file = saved(tmp_path, [HEAD, *ROWS])
    done = take_all(book, file)
    drafting.delete_draft(book, done.new[2])
    assert [row.verdict for row in verdicts(book, file)] == ["new", "same", "same"]


def test_unclear_values_are_told_and_kept_as_text(book, tmp_path):
    row = [1, "Nguyễn Văn An", "khoảng 1986", "Xưởng", "Thợ", "Đồ gá khoan lỗ bản lề", "1,200", ""]
    file = saved(tmp_path, [HEAD, row])
    (judged,) = verdicts(book, file)
    assert judged.verdict is Verdict.UNCLEAR
    assert judged.unread == {"authors.0.birth_date": "khoảng 1986", "benefit_value": "1,200"}
    done = take_all(book, file)
    kept = drafting.open_draft(book, done.new[2])
    assert kept.pending[("benefit_value",)] == "1,200"
    assert "benefit_value" not in kept.answers


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Nguyễn Văn An (60%), Trần Thị Bình (40%)", [("Nguyễn Văn An", 60), ("Trần Thị Bình", 40)]),
        ("Nguyễn Văn An; Trần Thị Bình", [("Nguyễn Văn An", None), ("Trần Thị Bình", None)]),
        ("Nguyễn Văn An\nTrần Thị Bình", [("Nguyễn Văn An", None), ("Trần Thị Bình", None)]),
        ("Nguyễn Văn An, Trần Thị Bình", [("Nguyễn Văn An", None), ("Trần Thị Bình", None)]),
        ("An", [("An", 100)]),
        ("Y Blôk Êban", [("Y Blôk Êban", 100)]),
    ],
)  # fmt: skip
def test_authors_of_one_cell(book, tmp_path, cell, people):
    file = saved(tmp_path, [["Tên sáng kiến", "Tác giả"], ["Đồ gá khoan lỗ bản lề", cell]])
    (row,) = verdicts(book, file)
    found = [(p["full_name"], p.get("contribution_percent")) for p in row.answers["authors"]]
    assert found == people


def test_further_authors_on_lines_of_their_own(book, tmp_path):
    rows = [["Tên sáng kiến", "Họ tên", "Tỷ lệ (%)"], ["Đồ gá khoan lỗ", "Nguyễn Văn An", 0.6],
            [None, "Trần Thị Bình", 0.4], ["Xe đẩy cuộn vải", "Lò Văn Cường", 1]]  # fmt: skip
    first, second = verdicts(book, saved(tmp_path, rows))
    assert [p["contribution_percent"] for p in first.answers["authors"]] == [60, 40]
    assert second.answers["authors"][0]["contribution_percent"] == 100


def test_what_a_line_says_of_several_authors_is_kept(book, tmp_path):
    rows = [["Tên sáng kiến", "Tác giả", "Đơn vị", "Chức vụ"],
            ["Đồ gá khoan lỗ", "Nguyễn Văn An; Trần Thị Bình", "Xưởng 1", "Tổ trưởng"]]  # fmt: skip
    (row,) = verdicts(book, saved(tmp_path, rows))
    assert row.answers["authors"] == [
        {"full_name": "Nguyễn Văn An", "workplace": "Xưởng 1", "job_title": "Tổ trưởng"},
        {"full_name": "Trần Thị Bình", "workplace": "Xưởng 1"},
    ]


def test_a_share_of_one_among_several_is_not_guessed(book, tmp_path):
    rows = [["Tên sáng kiến", "Họ tên", "Tỷ lệ (%)"], ["Đồ gá khoan lỗ", "Nguyễn Văn An", 99],
            [None, "Trần Thị Bình", 1]]  # fmt: skip
    (row,) = verdicts(book, saved(tmp_path, rows))
    assert row.verdict is Verdict.UNCLEAR
    assert row.unread == {"authors.1.contribution_percent": "1"}


def test_a_header_of_two_lines_dates_decomposed_and_formula_like_text(book, tmp_path):
    rows = [
        ["TT", "Thông tin tác giả", None, "Sáng kiến", None],
        [None, "Họ tên", "Ngày sinh", "Tên sáng kiến", "Ngày áp dụng"],
        [1, unicodedata.normalize("NFD", "Nguyễn Văn Ấn"), datetime(1990, 2, 5), "Bớt \u200b10\u00a0% phế phẩm vải", 46000],
        [2, "@Trần Thị Bình", "1990", "'=1+1 cách tính mới", "tháng 3/2026"],
    ]  # fmt: skip
    first, second = verdicts(book, saved(tmp_path, rows))
    assert first.title == "Bớt 10 % phế phẩm vải"
    assert first.answers["authors"][0]["full_name"] == "Nguyễn Văn Ấn"
    assert first.answers["authors"][0]["birth_date"] == "1990-02-05"
    assert first.answers["first_applied_date"] == "2025-12-09"
    assert second.answers["first_applied_date"] == "2026-03"
    assert second.title == "'=1+1 cách tính mới"


def test_columns_are_remembered_by_their_headings(book, tmp_path):
    head = ["Họ tên", "Tên sáng kiến", "Cột lạ"]
    file = saved(tmp_path, [head, ["Nguyễn Văn An", "Đồ gá khoan lỗ bản lề", "Máy số 2"]])
    listed = read_registrations(book, file)
    assert listed.columns[2].target == ""
    from dataclasses import replace

    remember_columns(
        book, [*listed.columns[:2], replace(listed.columns[2], target="applied_place")]
    )
    assert read_registrations(book, file).columns[2].target == "applied_place"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_text_lists_of_every_making(book, tmp_path, encoding, sign):
    lines = [["Họ tên", "Tên sáng kiến"], ["Nguyễn Văn An", "Đồ gá khoan lỗ bản lề"]]
    text = "\n".join(sign.join(line) for line in lines)
    file = tmp_path / "danh-sach.csv"
    file.write_bytes(text.encode(encoding))
    (row,) = verdicts(book, file)
    assert row.answers["authors"][0]["full_name"] == "Nguyễn Văn An"


def test_a_text_list_in_the_old_windows_code_page(book, tmp_path):
    file = tmp_path / "danh-sach.csv"
    # cp1258 keeps tone marks as signs of their own behind the letter
    text = "Ho\u0323 tên;Tên sáng kiê\u0301n\nNguyê\u0303n Văn An;Đô\u0300 gá ba\u0309n lê\u0300"
    file.write_bytes(text.replace("á", "a\u0301").encode("cp1258"))
    (row,) = verdicts(book, file)
    assert row.title == "Đồ gá bản lề"
    assert row.answers["authors"][0]["full_name"] == "Nguyễn Văn An"


def test_a_formatted_cell_in_the_last_row_of_excel_is_no_row(book, tmp_path):
    file = saved(tmp_path, [HEAD, *ROWS])
    made = openpyxl.load_workbook(file)
    made.active.cell(1_048_576, 1).font = openpyxl.styles.Font(bold=True)
    made.save(file)
    assert [row.number for row in verdicts(book, file)] == [2, 3, 4]


@pytest.mark.parametrize("text", ["1990-31-12", "năm -2026x", "abcd-efghi"])
def test_text_as_long_as_a_date_is_no_date(book, tmp_path, text):
    row = [1, "Nguyễn Văn An", text, "Xưởng", "Thợ", "Đồ gá khoan lỗ bản lề", None, ""]
    (judged,) = verdicts(book, saved(tmp_path, [HEAD, row]))
    assert judged.verdict is Verdict.UNCLEAR
    assert judged.unread == {"authors.0.birth_date": text}
    assert "birth_date" not in judged.answers["authors"][0]


def test_stopping_keeps_what_is_in_and_the_list_goes_on(book, tmp_path):
    file = saved(tmp_path, [HEAD, *ROWS])
    listed = read_registrations(book, file)
    rows = judge(book, listed, listed.columns)

    def stop(done, _whole):
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        take(book, rows, listed.columns, stop)
    assert total(book) == 2
    take_all(book, file)
    assert total(book) == 3


def test_a_row_twice_in_the_list_is_one(book, tmp_path):
    rows = verdicts(book, saved(tmp_path, [HEAD, ROWS[0], ROWS[0], [None, None, None]]))
    assert [(row.verdict, row.like_row) for row in rows] == [("new", 0), ("same", 2)]


def test_a_list_without_headings_or_rows_is_told(book, tmp_path):
    with pytest.raises(BadFile) as told:
        read_registrations(book, saved(tmp_path, [["a", "b"], ["c", "d"]]))
    assert told.value.code == "SSK-354"
    assert verdicts(book, saved(tmp_path, [HEAD])) == ()


def test_five_thousand_rows_are_read(book, tmp_path):
    many = [[n, f"Nguyễn Văn {n}", 1990, "Xưởng", "Thợ", f"Cải tiến số {n} cho máy dệt", None, None] for n in range(5000)]  # fmt: skip
    listed = read_registrations(book, saved(tmp_path, [HEAD, *many]))
    assert len(listed.rows) == 5000


def part(content, name, data):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


ENTITY = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>'
)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda c: b"\xd0\xcf\x11\xe0" + bytes(600), "SSK-351"),
        (lambda c: c[: len(c) // 2], "SSK-352"),
        (lambda c: b"PK\x03\x04", "SSK-352"),
        (lambda c: part(c, "xl/sharedStrings.xml", ENTITY), "SSK-352"),
        (lambda c: part(c, "xl/worksheets/sheet1.xml", b"<x"), "SSK-352"),
        (lambda c: part(c, "xl/media/a.bin", bytes(200_000_000)), "SSK-353"),
        (lambda c: b"\x00\x01\x02" * 50, "SSK-352"),
    ],
)
def test_lists_that_mean_harm_end_with_a_code(book, tmp_path, change, code):
    file = saved(tmp_path, [HEAD, *ROWS])
    file.write_bytes(change(file.read_bytes()))
    with pytest.raises(BadFile) as told:
        read_registrations(book, file)
    assert told.value.code == code
