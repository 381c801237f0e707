"""The figures of every report are those of the board, to the unit."""

from datetime import date

import pytest

from desktop_app.domain.report_content import totals_of
from desktop_app.domain.targets import percent_reached
from desktop_app.errors import BadInput
from desktop_app.services import sample, targets, units
from desktop_app.services.progress import progress
from desktop_app.services.reports.catalogue import FORMATS, Asked, asked_scope, make_report
from desktop_app.services.reports.scope import COUNTS
from desktop_app.services.reports.weekly import Bar, weekly_figures, weekly_text
from desktop_app.services.weeks import TRACK_OF, weekly
from desktop_app.workspace import Workspace
from tests.services.reports.book import cells, put, unit_of

PERIODS = (
    Asked(),
    Asked("P1"),
    Asked("P2"),
    Asked(None, date(2026, 11, 10), date(2026, 11, 17)),
    Asked(None, None, date(2026, 3, 31)),
)


def own_line(office, asked):
    lines = progress(office, phase=asked.phase, date_from=asked.date_from, date_to=asked.date_to)
    return next(line for line in lines if line.unit_id == office.own.unit_id), lines


def test_by_unit_adds_up_to_the_board(filled):
    for asked in PERIODS:
        (table,) = make_report(filled, "units", asked).tables
        line, lines = own_line(filled, asked)
        totals = totals_of(table)
        for name in ("ready", "recognised", "uploaded", "valid", "reviewing", "invalid"):
            assert totals[name] == getattr(line, name), name
        by_name = {each.unit: each for each in lines}
        assert cells(table, "unit") == [
            "CĐCS Công ty Đại Từ",
            "CĐCS Công ty May Sông Công",
            "Công đoàn phường Bách Quang",
            *(["Công đoàn các KCN tỉnh Thái Nguyên (trực tiếp)"] if len(table.rows) > 3 else []),
        ]
        for row in table.rows[:3]:
            each = by_name[row[table.place("unit")]]
            assert row[table.place("uploaded")] == each.uploaded
            assert row[table.place("target")] == each.target
            assert row[table.place("percent")] == percent_reached(each.target, each.reached)


def test_the_list_has_as_many_rows_as_the_board_counts(filled):
    for asked in PERIODS:
        line, _lines = own_line(filled, asked)
        for count in COUNTS:
            again = Asked(asked.phase, asked.date_from, asked.date_to, count)
            (table,) = make_report(filled, "initiatives", again).tables
            assert len(table.rows) == len(list(table.rows)) == getattr(line, count), count
        listed = make_report(filled, "initiatives", asked).tables[0]
        by_unit = make_report(filled, "units", asked).tables[0]
        assert totals_of(listed)["benefit"] == totals_of(by_unit)["benefit_sum"]


def test_kinds_add_up_to_the_units(filled):
    for asked in PERIODS:
        units_total = totals_of(make_report(filled, "units", asked).tables[0])
        for table in make_report(filled, "kinds", asked).tables:
            totals = totals_of(table)
            for name in ("ready", "recognised", "uploaded", "valid", "benefit_sum"):
                assert totals[name] == units_total[name], (table.name, name)


def test_weeks_are_those_of_the_board(filled):
    (table,) = make_report(filled, "weekly").tables
    weeks = weekly(filled, filled.own.unit_id)
    assert cells(table, "date_from") == [week.monday for week in weeks]
    for name in TRACK_OF:
        assert cells(table, name) == [week.new[name] for week in weeks]
    assert cells(table, "so_far") == [week.so_far["uploaded"] for week in weeks]
    assert cells(table, "uploaded")[-1] == 1
    assert cells(table, "percent")[-1] == percent_reached(6, 3)
    asked = Asked(None, date(2026, 3, 1), date(2026, 3, 15))
    (spring,) = make_report(filled, "weekly", asked).tables
    assert cells(spring, "date_from") == [date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 9)]
    assert cells(spring, "recognised") == [0, 0, 1]


def test_phases_are_those_of_the_board(filled):
    (table,) = make_report(filled, "phases").tables
    for row, phase in zip(table.rows, ("P1", "P2"), strict=True):
        line, _lines = own_line(filled, Asked(phase))
        assert row[table.place("ready")] == line.ready
        assert row[table.place("uploaded")] == line.uploaded
    # The office has no target of its own: those of its units together.
    assert cells(table, "target") == [None, 6]
    assert cells(table, "shortfall") == [None, 4]


def test_a_unit_that_stands_nowhere_is_counted_once(filled):
    stranger = units.add_unit(filled, name="CĐCS Lạ", code="LA")
    with filled.database.write() as session:
        from desktop_app.storage import units as stored

        stored.set_parent(session, stranger.id, None)
    put(filled, stranger.id)
    (table,) = make_report(filled, "units").tables
    assert "CĐCS Lạ" in cells(table, "unit")
    line, lines = own_line(filled, Asked())
    other = next(each for each in lines if each.unit == "CĐCS Lạ")
    assert totals_of(table)["ready"] == line.ready + other.ready == 7
    assert len(make_report(filled, "initiatives").tables[0].rows) == 7


def test_a_count_that_is_no_column_gets_one(filled):
    targets.add_programme(
        filled,
        code="CT",
        name="Chương trình",
        date_from=date(2026, 1, 1),
        date_to=date(2026, 12, 31),
        counting="accepted",
    )
    (table,) = make_report(filled, "units").tables
    line, _lines = own_line(filled, Asked())
    assert totals_of(table)["reached"] == line.accepted == 1
    heading = next(c.heading for c in table.columns if c.name == "reached")
    assert heading == "Đạt"


def test_the_sample_agrees_with_itself(tmp_path, clock):
    with (
        Workspace(tmp_path / "team", clock=clock) as team,
        Workspace(tmp_path / "office", clock=clock) as office,
    ):
        sample.play(team, office, tmp_path)
        for book in (team, office):
            line, _lines = own_line(book, Asked())
            reports = {name: make_report(book, name) for name in FORMATS}
            assert totals_of(reports["units"].tables[0])["ready"] == line.ready
            assert reports["initiatives"].row_count == line.ready > 0
            assert reports["summary"].facts["counts"]["uploaded"] == str(line.uploaded) == "2"
            figures = weekly_figures(book, asked_scope(book, Asked()))
            assert figures.reached == line.reached == 2


def test_the_message_for_the_group(filled):
    scope = asked_scope(filled, Asked("P2"))
    figures = weekly_figures(filled, scope)
    assert figures.bars == (
        Bar("Công đoàn phường Bách Quang", 1, 2),
        Bar("CĐCS Công ty May Sông Công", 1, 4),
    )
    assert weekly_text(figures) == (
        "TIẾN ĐỘ SÁNG KIẾN, tuần 16/11 – 22/11/2026\n"
        "Công đoàn các KCN tỉnh Thái Nguyên\n"
        "Giai đoạn 2\n"
        "\n"
        "Trong tuần: lập xong hồ sơ 3, công nhận 2, tiếp nhận 1, xét đạt 1, đưa lên cổng 1.\n"
        "Đã lên cổng: 2/6 (33,3\u00a0%), còn thiếu 4.\n"
        "Dẫn đầu: Công đoàn phường Bách Quang 1/2; CĐCS Công ty May Sông Công 1/4.\n"
        "Số liệu đến ngày 20/11/2026.\n"
    )


def test_the_message_names_who_is_short_the_most(filled):
    targets.set_target(filled, "MSC", "P2", count=9)
    targets.set_target(filled, "DT", "P2", count=3)
    text = weekly_text(weekly_figures(filled, asked_scope(filled, Asked("P2"))))
    assert "Còn thiếu nhiều nhất: CĐCS Công ty May Sông Công còn thiếu 8; " in text


def test_weeks_of_a_phase_hold_what_the_board_of_the_phase_holds(filled):
    targets.add_phase(
        filled,
        code="P3",
        name="Cao điểm",
        programme="CT",
        date_from=date(2026, 11, 18),
        date_to=date(2026, 12, 31),
        peak=True,
    )
    targets.set_target(filled, "MSC", "P3", count=10)
    for code in ("P1", "P2", "P3"):
        made = make_report(filled, "weekly", Asked(code))
        line, _lines = own_line(filled, Asked(code))
        assert cells(made.tables[0], "so_far")[-1] == line.uploaded, code
    assert "18/11/2026" in made.period


def test_a_programme_that_has_not_begun_is_not_named(filled):
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    targets.add_phase(
        filled, code="N1", name="Năm tới", programme="ZZ", date_from=first, date_to=last
    )
    scope = asked_scope(filled, Asked())
    assert scope.programme == "CT"
    assert [phase.code for phase in scope.phases] == ["P1", "P2"]
    assert scope.target == 6


def test_what_cannot_be_asked(filled):
    for name, asked, code in (
        ("monthly", Asked(), "SSK-830"),
        ("units", Asked("P9"), "SSK-598"),
        ("units", Asked(None, date(2026, 2, 1), date(2026, 1, 1)), "SSK-835"),
        ("initiatives", Asked(count="drafted"), "SSK-836"),
    ):
        with pytest.raises(BadInput) as raised:
            make_report(filled, name, asked)
        assert raised.value.code == code


def test_an_empty_book_reports_nothing(office):
    for name in FORMATS:
        report = make_report(office, name)
        assert sum(len(list(table.rows)) for table in report.tables) == report.row_count
    assert unit_of(office, "MSC")
    assert "Trong tuần chưa có thay đổi." in weekly_text(
        weekly_figures(office, asked_scope(office, Asked()))
    )
