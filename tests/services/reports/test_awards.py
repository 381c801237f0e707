"""BM5 and the honour roll: thresholds by share, years in a row, who is left out."""

from datetime import date

import pytest

from desktop_app.errors import BadInput
from desktop_app.services.reports.catalogue import Asked, make_report
from desktop_app.services.reports.honours import NAMED
from desktop_app.services.reports.thresholds import (
    forget_thresholds,
    group_of,
    set_threshold,
    thresholds,
)
from tests.services.reports.book import cells, person, put, unit_of

THIS, LAST, BEFORE = date(2026, 5, 5), date(2025, 5, 5), date(2024, 5, 5)


@pytest.fixture
def made(office):
    """Return a way to put a recognised initiative of one author into the book."""
    unit = unit_of(office, "MSC")

    def make(name="Lò Thị Pành", benefit=80_000_000, on=THIS, status="obtained", **more):
        changes = {k: more.pop(k) for k in ("solution_type", "authors") if k in more}
        recognition = more.pop("recognition", None)
        authors = changes.pop("authors", None) or [person(name, **more)]
        put(
            office,
            unit,
            recognised=on,
            benefit_value=benefit,
            benefit_status=status,
            authors=authors,
            recognition=recognition,
            **changes,
        )

    return make


def suggested(office, **asked):
    (table,) = make_report(office, "awards", Asked(**asked)).tables
    return cells(table, "name")


def test_the_amount_itself_is_enough_and_one_dong_less_is_not(office, made):
    made("Lò Thị Pành", 80_000_000)
    made("Giàng A Phử", 79_999_999)
    assert suggested(office) == ["Lò Thị Pành"]


def test_each_author_is_held_to_the_own_share(office, made):
    pair = [
        person("Người Một", contribution_percent=66.67),
        person("Người Hai", contribution_percent=33.33),
    ]
    made(benefit=120_000_000, authors=pair)
    (table,) = make_report(office, "awards").tables
    assert cells(table, "name") == ["Người Một"]
    assert cells(table, "one_year") == [80_004_000]
    made("Người Hai", 40_004_000)
    assert suggested(office) == ["Người Hai", "Người Một"]


def test_three_years_need_something_in_each(office, made):
    for on, benefit in ((BEFORE, 40_000_000), (LAST, 40_000_000), (THIS, 40_000_000)):
        made("Đủ Ba Năm", benefit, on)
    for on, benefit in ((BEFORE, 60_000_000), (THIS, 70_000_000)):
        made("Hụt Một Năm", benefit, on)
    assert suggested(office) == ["Đủ Ba Năm"]
    (table,) = make_report(office, "awards").tables
    assert cells(table, "threshold") == [120_000_000]
    assert "2024–2026" in cells(table, "reason")[0]
    # Seen from the year before, the three years are not over.
    assert suggested(office, date_to=date(2025, 12, 31)) == []


def test_who_and_what_does_not_count(office, made):
    made("Chỉ Dự Kiến", 500_000_000, status="expected")
    made("Không Đoàn Viên", 500_000_000, is_member="no")
    put(office, unit_of(office, "MSC"), benefit_value=500_000_000, benefit_status="obtained")
    assert suggested(office) == []


def test_groups_by_qualification_and_job(office, made):
    made("Đại Học", 149_999_999, qualification="Kỹ sư điện, đại học")
    made("Kỹ Sư", 150_000_000, qualification="Kỹ sư điện")
    made("Phó Giám Đốc", 199_999_999, job_title="Phó Giám đốc kỹ thuật")
    made("Tổ Trưởng", 80_000_000, job_title="Tổ trưởng tổ cơ khí")
    assert suggested(office) == ["Kỹ Sư", "Tổ Trưởng"]


def test_a_leaders_management_solution_recognised_by_the_province(office, made):
    leader = {"job_title": "Giám đốc", "solution_type": "management"}
    made("Cấp Tỉnh", 1, recognition={"decision_level": "UBND tỉnh Thái Nguyên"}, **leader)
    made("Cấp Cơ Sở", 1, recognition={"decision_level": "công ty"}, **leader)
    assert suggested(office) == ["Cấp Tỉnh"]


def test_the_same_name_with_another_birthday_is_another_person(office, made):
    made("Nguyễn Văn An", 50_000_000, birth_date="1980-01-01")
    made("Nguyễn Văn An", 50_000_000, birth_date="1991-01-01")
    assert suggested(office) == []
    made("NGUYỄN VĂN AN", 30_000_000, birth_date="1980-01-01")
    assert suggested(office) == ["Nguyễn Văn An"]


def test_what_to_check_is_said(office, made):
    made("Chưa Rõ", 90_000_000, status="both", birth_date="", is_member="")
    (table,) = make_report(office, "awards").tables
    (said,) = cells(table, "check")
    for words in ("ngày sinh", "đoàn viên", "dự kiến", "chức danh"):
        assert words in said


def test_thresholds_bear_their_source_and_can_be_put_right(office, made):
    made("Lò Thị Pành", 80_000_000)
    notes = " ".join(make_report(office, "awards").notes)
    assert "gợi ý" in notes
    assert "1564/QĐ-TLĐ" in notes
    assert "07/03/2022" in notes
    set_threshold(office, "worker", one_year=90_000_000, three_years=None, source="QĐ 999/QĐ-TLĐ")
    assert suggested(office) == []
    worker = next(group for group in thresholds(office) if group.id == "worker")
    assert (worker.changed, worker.three_years, worker.source_date) == (True, None, "2026-11-20")
    assert "QĐ 999/QĐ-TLĐ (20/11/2026)" in " ".join(make_report(office, "awards").notes)
    forget_thresholds(office)
    assert suggested(office) == ["Lò Thị Pành"]


@pytest.mark.parametrize(
    ("group", "amount", "source"), [("boss", 1, "x"), ("worker", 0, "x"), ("worker", 5, " ")]
)
def test_a_threshold_that_cannot_be_used(office, group, amount, source):
    with pytest.raises(BadInput) as raised:
        set_threshold(office, group, one_year=amount, three_years=None, source=source)
    assert raised.value.code == "SSK-834"


def test_a_secretary_of_the_director_is_no_director(office):
    groups = thresholds(office)
    assert group_of(groups, "Thư ký giám đốc", "").id == "worker"
    assert group_of(groups, "Giám đốc nhà máy", "Đại học").id == "leader"
    assert group_of(groups, "", "").id == "worker"


def test_the_roll_shares_ranks_and_is_not_cut_inside_one(office, made):
    for number in range(NAMED + 2):
        made(f"Người Thứ {number}", 10_000_000)
    made("Hai Lần", 30_000_000)
    made("Hai Lần", 1_000_000)
    report = make_report(office, "honours")
    numbers = {table.name: table for table in report.tables}
    people = numbers["people_by_number"]
    assert cells(people, "rank") == [1, *[2] * (NAMED + 2)]
    assert cells(people, "number")[0] == 2
    assert cells(numbers["people_by_benefit"], "benefit")[0] == 31_000_000
    assert len(numbers["by_number"].rows) == 0


def test_a_unit_beyond_its_target_is_told(filled):
    from desktop_app.services import targets

    targets.set_target(filled, "BQ", "P2", count=1)
    put(filled, unit_of(filled, "BQ"), submission="uploaded", portal="valid")
    tables = {table.name: table for table in make_report(filled, "honours").tables}
    table = tables["by_number"]
    told = dict(zip(cells(table, "unit"), cells(table, "beaten"), strict=True))
    assert told == {"Công đoàn phường Bách Quang": "Vượt", "CĐCS Công ty May Sông Công": ""}
    assert cells(table, "rank") == [1, 1]
