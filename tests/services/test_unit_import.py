"""Lists of units: looked at first, a verdict for each row, taken in, given out and taken in again."""

from datetime import date

import openpyxl
import pytest
from sqlalchemy import event

from desktop_app.errors import BadFile
from desktop_app.services import unit_changes, unit_events, unit_export, unit_import, units
from desktop_app.services.unit_events import Decision
from desktop_app.services.unit_import import FieldChange

HEAD = ("Mã đơn vị", "Tên đơn vị", "Cấp trên", "Đoàn viên", "Người lao động", "Tại ngày")


@pytest.fixture
def sheet(tmp_path):
    """Write rows as a workbook and return its path."""

    def written(*rows, name="u.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return written


def verdicts(result):
    return [(row.verdict, row.reason) for row in result.rows]


def test_looking_writes_nothing_and_tells_what_would_change(office, sheet):
    path = sheet(
        HEAD,
        ("MSC", "CĐCS May Sông Công mới", "KSC", "1.200", 30, "01/10/2026"),
        ("KSC", "Công đoàn KCN Sông Công", "", None, None, None),
    )
    before = units.list_units(office)
    looked = unit_import.preview(office, path)
    assert units.list_units(office) == before
    assert verdicts(looked) == [("changed", ""), ("new", "")]
    assert looked.rows[0].changes == (
        FieldChange("name", "CĐCS Công ty May Sông Công", "CĐCS May Sông Công mới"),
        FieldChange("parent", "KCNTN", "KSC"),  # which stands further down in the same sheet
        FieldChange("people", "", "1200 + 30 (01/10/2026)"),
    )
    assert verdicts(unit_import.take_in(office, looked)) == [("changed", ""), ("new", "")]
    row = units.find_unit(office, "MSC")
    assert (row.members, row.parent_name) == (1200, "Công đoàn KCN Sông Công")
    # What was called otherwise yesterday is still called so on that day.
    yesterday = units.list_units(office, date(2026, 11, 19))
    assert {r.name for r in yesterday if r.code == "MSC"} == {"CĐCS Công ty May Sông Công"}
    again = unit_import.preview(office, path)
    assert {row.verdict for row in again.rows} == {"same"}


def test_rows_have_days_kinds_groups_and_officers_under_headings_of_both_languages(office, sheet):
    path = sheet(
        ("Officer", "Cụm, khối", "valid from", "KIND", "Unit name", "code"),
        ("Hoa", "Cụm 1", date(2025, 7, 1), "Công đoàn phường", "CĐ phường Bách Quang", "PBQ"),
        ("Hoa", "Cụm 1", "1-7-2025", "CD_XA", "CĐ xã Bá Xuyên", "XBX"),
        ("", "", "2025-07-01", "Federation of Labour of a district (until 30/06/2025)", "Cũ", "CU"),
        ("", "", "2025/07", "", "Sai ngày", "SN"),
        ("", "", "", "Hội", "Sai loại", "SL"),
    )
    result = unit_import.import_units(office, path)
    assert verdicts(result) == [
        ("new", ""),
        ("new", ""),
        ("refused", "SSK-801"),
        ("refused", "SSK-811"),
        ("refused", "SSK-801"),
    ]
    row = units.find_unit(office, "PBQ")
    assert (row.kind, row.group, row.officer) == ("CD_PHUONG", "Cụm 1", "Hoa")
    assert row.since == date(2025, 7, 1)
    assert not row.stands_on(date(2025, 6, 30))
    again = unit_import.import_units(office, path)
    assert {r.verdict for r in again.rows[:2]} == {"same"}


def test_what_cannot_be_is_refused_and_stops_no_other(office, sheet):
    path = sheet(
        HEAD,
        ("AAA", "CĐCS Một", "BBB", 1, 1, None),
        ("BBB", "CĐCS Hai", "AAA", 1, 1, None),
        ("CCC", "CĐCS Ba", "NONE", 1, 1, None),
        ("MSC", "CĐCS Bốn", "MSC", 1, 1, None),
        ("DDD", "CĐCS Năm", "", 1.5, 1, None),
        ("EEE", "CĐCS Sáu", "", -3, 1, None),
        ("FFF", "CĐCS Bảy", "", 1, 1, None),
        ("fff", "CĐCS Bảy lần nữa", "", 1, 1, None),
        ("KCNTN", "Tên khác của sổ này", "", None, None, None),
        ("GGG", "", "", None, None, None),
        ("HHH", "C" * 251, "", None, None, None),
        ("=1+1", "CĐCS", "", None, None, None),
    )
    result = unit_import.import_units(office, path)
    assert [row.reason for row in result.rows] == [
        "SSK-802",
        "SSK-814",
        "SSK-520",
        "SSK-802",
        "SSK-813",
        "SSK-813",
        "",
        "SSK-812",
        "SSK-804",
        "SSK-522",
        "SSK-522",
        "SSK-521",
    ]
    assert {row.code for row in units.list_units(office)} == {"KCNTN", "MSC", "FFF"}


def test_only_chosen_rows_are_taken_in(office, sheet):
    path = sheet(HEAD, ("AAA", "Một", "", 1, 0, None), ("BBB", "Hai", "AAA", 1, 0, None))
    looked = unit_import.preview(office, path)
    result = unit_import.take_in(office, looked, {3})
    # Its unit above was not chosen.
    assert verdicts(result) == [("refused", "SSK-520")]
    assert verdicts(unit_import.take_in(office, looked, {2})) == [("new", "")]


def test_an_import_is_taken_back_as_one(office, sheet):
    before = units.list_units(office)
    path = sheet(
        HEAD,
        ("AAA", "Một", "BBB", None, None, None),
        ("BBB", "Hai", "", None, None, None),
        ("MSC", "Tên mới", "AAA", None, None, None),
    )
    unit_import.import_units(office, path)
    (done,) = unit_events.list_events(office)
    assert done.kind == "import"
    unit_events.undo(office, done.id)
    assert units.list_units(office) == before


def test_hostile_cells_stay_text_through_export_and_import(office, tmp_path):
    hostile = ["=HYPERLINK(1)", "+CĐCS", "-1", "@SUM(A1)", "<b>CĐCS</b>", "CĐCS\u202egnôC"]
    made = [units.add_unit(office, name=n, code=f"X{i}") for i, n in enumerate(hostile)]
    unit_changes.set_officer(office, [made[0].id], '=cmd|"/c calc"!A0', Decision(date(2026, 1, 1)))
    units.set_people(office, made[0].id, members=7, workers=1, as_of=date(2026, 10, 1))
    path = unit_export.export_list(office, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert {cell.value for cell in cells} >= set(hostile)
    looked = unit_import.preview(office, path)
    assert {row.verdict for row in looked.rows} == {"same"}
    assert len(looked.rows) == len(hostile) + 1  # this office itself is not in the list
    # Edited by hand and taken in again.
    book.worksheets[0]["B2"] = "CĐCS Đã sửa"
    book.save(path)
    (changed,) = (r for r in unit_import.import_units(office, path).rows if r.verdict != "same")
    assert units.find_unit(office, changed.code).name == "CĐCS Đã sửa"


def test_the_sheet_with_the_columns_is_found_and_one_without_is_refused(office, tmp_path):
    book = openpyxl.Workbook()
    for number in range(20):
        book.active.append((f"ghi chú {number}", "lời nhắc"))
    book.create_sheet("Danh sách").append(("Mã", "Tên"))
    book.worksheets[1].append(("AAA", "CĐCS Một"))
    book.save(tmp_path / "two.xlsx")
    assert verdicts(unit_import.preview(office, tmp_path / "two.xlsx")) == [("new", "")]
    del book["Danh sách"]
    book.save(tmp_path / "none.xlsx")
    with pytest.raises(BadFile) as raised:
        unit_import.preview(office, tmp_path / "none.xlsx")
    assert raised.value.code == "SSK-341"


def test_five_thousand_rows_need_few_statements(office, tmp_path):
    """As many statements as for thirty rows: nothing is asked of the book row by row."""

    def counted(rows):
        path = tmp_path / f"{rows}.csv"
        lines = ["Mã,Tên,Cấp trên,Đoàn viên,Lao động,Tại ngày"]
        lines += [
            f"U{n:05},CĐCS số {n},{'U' + format(n - n % 50, '05') if n % 50 else ''},{n},1,01/10/2026"
            for n in range(rows)
        ]
        path.write_text("\n".join(lines), encoding="utf-8")
        statements = []
        engine = office.database.engine
        event.listen(engine, "before_cursor_execute", lambda *a: statements.append(a[2]))
        looked = unit_import.preview(office, path)
        new = looked.count("new")
        taken = unit_import.take_in(office, looked)
        return new, taken.count("new"), len(statements)

    _ = office.keys  # made when first needed, and both lists are backed up before
    few, many = counted(30), counted(5000)
    assert few[:2] == (30, 30)
    assert many[:2] == (4970, 4970)
    assert many[2] == few[2]
    assert units.find_unit(office, "U04999").parent_name == "CĐCS số 4950"
