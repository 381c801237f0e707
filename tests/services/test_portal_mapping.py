"""The mapping to the portal's form: through Excel and back, and what is wrong in which cell."""

import io
import runpy
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from desktop_app.domain.portal_mapping import limit_place, over_limit, source_of
from desktop_app.domain.portal_mapping_check import MappingFinding
from desktop_app.errors import BadFile
from desktop_app.resource_files import resource_path
from desktop_app.services import portal_mapping
from desktop_app.services.portal_words import finding_place, finding_text

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def exported(office, tmp_path):
    return portal_mapping.export_mapping(office, tmp_path / "đối chiếu.xlsx")


def edit(path, change):
    """Change an exported workbook as a person does in Excel."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def found(office, path, change):
    return [
        (each.reason, finding_place(each))
        for each in portal_mapping.check_mapping(office, edit(path, change))
    ]


def test_the_workbook_that_ships_is_made_of_its_sheets():
    build = runpy.run_path(str(ROOT / "packaging/portal_mapping/build.py"))
    made = build["mapping"]()
    assert made == portal_mapping.built_in_mapping()
    kept = openpyxl.load_workbook(resource_path("portal", "mapping.xlsx"))
    fresh = openpyxl.load_workbook(io.BytesIO(build["workbook_of"](made)))
    assert (
        kept.sheetnames == fresh.sheetnames == ["Trường", "Danh mục", "Tệp đính kèm", "Hướng dẫn"]
    )
    for name in kept.sheetnames:
        assert list(kept[name].values) == list(fresh[name].values)


def test_it_goes_through_excel_and_back_unchanged(office, exported):
    assert portal_mapping.check_mapping(office, exported) == ()
    assert portal_mapping.take_mapping(office, exported) == portal_mapping.built_in_mapping()
    kept = portal_mapping.kept_mapping(office)
    assert (kept.mapping, kept.file) == (portal_mapping.built_in_mapping(), exported.name)


def test_an_edited_one_is_used_until_it_is_dropped(office, exported):
    def change(book):
        sheet = book["Trường"]
        sheet["B2"], sheet["G2"] = "Tên người nộp", 60
        sheet.delete_rows(4)
        sheet.append(["phase", "Đợt", "", "", "programme.phase", "một dòng", "", "x"])
        book["Tệp đính kèm"]["B4"] = 2.5

    portal_mapping.take_mapping(office, edit(exported, change))
    made = portal_mapping.mapping(office)
    assert (made.fields[0].labels["vi"], made.fields[0].limit) == ("Tên người nộp", 60)
    assert "author_sex" not in {each.code for each in made.fields}
    last = made.fields[-1]
    assert (last.code, last.column, last.required, last.secret) == (
        "phase",
        "Đợt",
        True,
        "leave_out",
    )
    assert made.attachments.max_bytes == 2_500_000
    portal_mapping.drop_mapping(office)
    assert portal_mapping.mapping(office) == portal_mapping.built_in_mapping()


def test_every_wrong_cell_is_named(office, exported):
    wrong = (
        ("A3", "Ngày sinh", "code", "Mã trường"),
        ("A4", "author_name", "twice", "Mã trường"),
        ("B5", None, "label", "Nhãn trên cổng"),
        ("E6", "authors.ngay_sinh", "source", "Lấy từ"),
        ("E7", "recognition.so", "source", "Lấy từ"),
        ("F9", "chữ", "kind", "Kiểu"),
        ("G10", "nhiều", "limit", "Giới hạn ký tự"),
        ("G11", -1, "limit", "Giới hạn ký tự"),
        ("H12", "có lẽ", "required", "Bắt buộc"),
        ("I14", "khong_co", "values", "Danh mục"),
        ("J16", "để xem", "secret", "Khi là bí mật công nghệ"),
    )

    def change(book):
        for cell, value, _reason, _column in wrong:
            book["Trường"][cell] = value

    assert found(office, exported, change) == [
        (reason, f"Trường, {cell[1:]}, {column}") for cell, _value, reason, column in wrong
    ]
    with pytest.raises(BadFile) as refused:
        portal_mapping.take_mapping(office, exported)
    assert refused.value.code == "SSK-900"
    assert refused.value.facts["place"] == "Trường, 3, Mã trường"
    assert refused.value.facts["number"] == len(wrong)
    assert portal_mapping.mapping(office) == portal_mapping.built_in_mapping()


def test_other_sheets_are_checked_too(office, exported):
    def change(book):
        book["Danh mục"]["C2"] = None
        book["Tệp đính kèm"]["B5"] = "pdf, hình ảnh"
        book["Tệp đính kèm"]["B4"] = "lớn"

    reasons = found(office, exported, change)
    assert ("label", "Danh mục, 2, Nhãn trên cổng") in reasons
    assert ("endings", "Tệp đính kèm, 5, Giá trị") in reasons
    assert ("limit", "Tệp đính kèm, 4, Giá trị") in reasons


def test_a_missing_sheet_or_column_is_named(office, exported):
    def no_sheet(book):
        del book["Danh mục"]

    def no_column(book):
        book["Trường"]["E1"] = "Nguồn gì đó"

    assert found(office, exported, no_column) == [("heading", "Trường, 1, Lấy từ")]
    assert ("sheet", "Danh mục") in found(office, exported, no_sheet)


def test_every_reason_has_its_sentence_in_both_languages():
    facts = {"value": "x", "other": 2, "most": 200}
    reasons = "sheet heading empty many twice code label source kind limit required values secret"
    for reason in (*reasons.split(), "endings"):
        finding = MappingFinding(reason, "Trường", 2, "Mã trường", facts)
        assert finding_text(finding, "vi") != finding_text(finding, "en")


def test_what_is_no_workbook_is_refused(office, tmp_path):
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(BadFile) as refused:
        portal_mapping.check_mapping(office, broken)
    assert refused.value.code == "SSK-352"
    with pytest.raises(BadFile) as refused:
        portal_mapping.check_mapping(office, tmp_path / "khong-co.xlsx")
    assert refused.value.code == "SSK-340"


def test_everything_the_one_that_ships_names_is_asked_by_the_form_that_ships(office):
    known = portal_mapping._known(office)
    for each in portal_mapping.built_in_mapping().fields:
        assert known.has(each.source), each.source
        assert each.kind != "choice" or each.values in portal_mapping.built_in_mapping().values


def test_nothing_wrong_is_kept_by_a_source_that_is_none(office):
    known = portal_mapping._known(office)
    for source in ("authors", "authors.full_name", "contact.phone", "", "unit.province"):
        assert known.has(source)
    for source in ("authors.", "contact.", "a.b.c", "unit", "recognition.", "dossier.code"):
        assert not known.has(source)


def test_limits_and_sources():
    assert source_of("contact.phone") == ("contact", ("phone",))
    assert source_of("authors.full_name") == ("answer", ("authors", "full_name"))
    assert over_limit("ab😀", 3) == 1
    assert limit_place("ab😀c", 3) == 2
    assert limit_place("abc", 3) == 3
    fields = portal_mapping.built_in_mapping().fields
    assert replace(fields[0], limit=None).limit is None
