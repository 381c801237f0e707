"""The board: earlier days, whose target stands, and the same figure wherever it is shown."""

from datetime import date, timedelta

import pytest

from desktop_app.errors import BadInput
from desktop_app.services import board_items, home, progress, targets, units
from desktop_app.services.weeks import weekly
from desktop_app.storage import units as stored_units
from tests.services.boards import enter, sample_board
from tests.services.test_published_figures import enter as uploaded

ASKED = (
    {},
    {"phase": "G1"},
    {"phase": "CD"},
    {"date_from": date(2026, 11, 1), "date_to": date(2026, 11, 12)},
    # Days on which something happened bound these: both are included.
    {"date_from": date(2026, 10, 12), "date_to": date(2026, 11, 10)},
    {"date_from": date(2026, 11, 10), "date_to": date(2026, 11, 19), "as_of": date(2026, 11, 19)},
    {"as_of": date(2026, 11, 12)},
    {"as_of": date(2026, 11, 18), "phase": "G2"},
    {"as_of": date(2026, 7, 1)},
    {"as_of": date(2026, 11, 19), "date_from": date(2026, 10, 1)},
    {"as_of": date(2027, 1, 1)},
)


def by_code(office, **asked):
    return {line.code: line for line in progress.progress(office, **asked)}


def test_behind_every_number_stand_as_many_initiatives(office):
    sample_board(office)
    for asked in ASKED:
        cells = 0
        for line in progress.progress(office, **asked):
            for number in board_items.DRILLED:
                behind = board_items.initiatives_behind(office, line.unit_id, number, **asked)
                shown = getattr(line, number)
                assert behind.total == len(behind.rows) == shown, (asked, line.code, number)
                cells += behind.total
        assert cells or asked == {"as_of": date(2026, 7, 1)}


def test_pages_of_what_stands_behind_a_number_are_whole(office):
    sample_board(office)
    top, found, after = office.own.unit_id, [], None
    while True:
        page = board_items.initiatives_behind(office, top, "ready", after=after, limit=4)
        found += [row.id for row in page.rows]
        after = page.next
        if after is None:
            break
    assert len(found) == len(set(found)) == page.total > 8
    with pytest.raises(BadInput) as refused:
        board_items.initiatives_behind(office, top, "target")
    assert refused.value.code == "SSK-829"


def test_an_earlier_day_is_that_day(office):
    _upper, _below, made = sample_board(office)
    now, before = by_code(office), by_code(office, as_of=date(2026, 11, 17))
    assert (before["XA"].uploaded, now["XA"].uploaded) == (2, 1)
    assert (before["XA"].accepted, now["XA"].accepted) == (0, 3)
    assert before["XA"].as_of == date(2026, 11, 17)
    last_step = by_code(office, as_of=date(2026, 11, 19))
    assert last_step["XA"].accepted == now["XA"].accepted - 1
    # The steps of today give the same board as the rows do.
    with office.database.read() as session:
        from desktop_app.storage import initiatives, steps

        for track in progress.TRACKS:
            rows = initiatives.counts_by_unit(session, track, None, None)
            nothing = steps.BEGINNINGS[track]
            kept = {key: number for key, number in rows.items() if key[1] != nothing}
            assert steps.states_as_of(session, track, office.today()) == kept
    assert made


def test_a_day_put_right_moves_the_figures_of_all_boards(office):
    from desktop_app.storage import initiatives

    unit = units.find_unit(office, "MSC")
    made = enter(
        office, unit.id, "p", ("ready", "recognised", "uploaded", "valid"), date(2026, 11, 3)
    )
    with office.database.write() as session:
        row = initiatives.get(session, made)
        initiatives.change(session, row, office.now(), portal="valid", portal_on="2026-10-30")
    assert by_code(office, as_of=date(2026, 10, 30))["MSC"].valid == 1
    october = {"date_from": date(2026, 10, 1), "date_to": date(2026, 10, 31)}
    assert by_code(office, **october)["MSC"].valid == 1
    assert weekly(office, unit.id, until=date(2026, 11, 1), weeks=1)[0].new["valid"] == 1


def test_units_stand_as_they_stood_that_day(office):
    upper, below, _made = sample_board(office)
    other = units.add_unit(office, name="Công đoàn phường Bách Quang", code="PBQ")
    with office.database.write() as session:
        stored_units.set_parent(session, below[0].id, other.id, "2026-11-15")
        stored_units.set_name(session, below[0].id, "CĐCS Xưởng A mới", "2026-11-15")
        stored_units.set_officer(session, below[0].id, "Trần Thị Mai", "2026-11-15")
    before, now = by_code(office, as_of=date(2026, 11, 14)), by_code(office)
    assert (before["XA"].unit, now["XA"].unit) == ("CĐCS Xưởng A", "CĐCS Xưởng A mới")
    assert (before["XA"].officer, now["XA"].officer) == ("", "Trần Thị Mai")
    assert before["PSC"].ready == before["XA"].ready + before["XB"].ready + before["XC"].ready
    assert before["PBQ"].ready == 0
    assert now["PBQ"].ready == now["XA"].ready
    assert now["PSC"].ready == now["XB"].ready + now["XC"].ready
    assert upper.id == now["XB"].parent_id


def test_whose_target_stands(office):
    sample_board(office)
    lines = by_code(office, phase="G2")
    assert {code: (line.target, line.target_from) for code, line in lines.items()} == {
        "XA": (9, "own"),
        "XB": (4, "own"),
        "XC": (5, "group"),
        "MSC": (5, "group"),
        "PSC": (18, "below"),
        "KCNTN": (23, "below"),
    }
    targets.set_target(office, "PSC", "G2", count=20)
    lines = by_code(office, phase="G2")
    assert (lines["PSC"].target, lines["KCNTN"].target) == (20, 25)
    whole = by_code(office)
    assert (whole["XA"].target, whole["XC"].target) == (15, 5)


def test_a_rule_of_the_group_goes_before_that_of_any_unit(office):
    _upper, below, _made = sample_board(office)
    with office.database.write() as session:
        stored_units.set_group(session, below[2].id, "Cụm 2")
    targets.set_rule(office, "G2", "Cụm 2", count=8)
    assert by_code(office, phase="G2")["XC"].target == 8
    targets.remove_rule(office, "G2", "Cụm 2")
    assert by_code(office, phase="G2")["XC"].target == 5


def test_a_closed_unit_keeps_what_it_registered_and_gets_no_rule(office):
    _upper, below, _made = sample_board(office)
    with office.database.write() as session:
        from desktop_app.storage.tables import Unit

        for unit in below[1:]:
            session.get(Unit, unit.id).closed_on = "2026-11-01"
    now, before = by_code(office, phase="G2"), by_code(office, phase="G2", as_of=date(2026, 10, 31))
    assert (now["XB"].target, now["XC"].target) == (4, None)
    assert (before["XC"].target, before["XC"].closed_on) == (5, None)
    assert now["XC"].closed_on == date(2026, 11, 1)


def test_the_programme_is_the_newest_begun_or_the_one_asked_for(office):
    sample_board(office)
    targets.add_phase(
        office,
        code="NEXT1",
        name="Năm sau",
        programme="SAU",
        date_from=date(2027, 1, 1),
        date_to=date(2027, 6, 1),
    )
    targets.set_target(office, "XA", "NEXT1", count=77)
    assert by_code(office)["XA"].target == 15
    assert by_code(office, programme="SAU")["XA"].target == 77
    with pytest.raises(BadInput):
        progress.progress(office, programme="G1")


def test_the_same_figure_on_board_list_weeks_and_home_page(office):
    sample_board(office)
    sunday = date(2026, 11, 15)
    for line in progress.progress(office, as_of=sunday):
        weeks = weekly(office, line.unit_id, until=sunday, weeks=2)
        assert (weeks[1].new[line.counting], weeks[0].new[line.counting]) == (
            line.new,
            line.new_before,
        )
        for name in ("uploaded", "valid", "recognised", "ready"):
            assert weeks[-1].so_far[name] == getattr(line, name), (line.code, name)
    summary = home.summary(office)
    assert summary.progress == by_code(office)["KCNTN"]
    assert summary.counts["submission"]["uploaded"] == summary.progress.uploaded


def test_the_trend_holds_seven_days_against_the_seven_before(office):
    unit = units.find_unit(office, "MSC")
    for number, back in enumerate((0, 6, 7, 13, 14)):
        on = office.today() - timedelta(days=back)
        enter(office, unit.id, f"t{number}", ("ready", "recognised", "uploaded", "valid"), on)
    line = by_code(office)["MSC"]
    assert (line.new, line.new_before) == (2, 2)


def test_a_count_another_program_names_is_the_portals_total(office):
    from desktop_app.storage import programmes

    with office.database.write() as session:
        record = programmes.ProgrammeRecord("Z", "Z", "2026-01-01", None, "stars", "up")
        programmes.keep_programme(session, record)
    assert by_code(office)["MSC"].counting == "uploaded"


def test_a_new_year_begins_at_nothing(office):
    """What entered its state before a programme began is not held against its targets."""
    targets.add_programme(
        office,
        code="CT2025",
        name="Năm 2025",
        date_from=date(2025, 1, 1),
        date_to=date(2025, 12, 31),
    )
    targets.add_programme(
        office,
        code="CT2026",
        name="Năm 2026",
        date_from=date(2026, 1, 1),
        date_to=date(2026, 12, 31),
    )
    unit = units.find_unit(office, "MSC")
    targets.set_target(office, "MSC", "CT2026", count=10)
    uploaded(office, unit.id, "valid", 4, date(2025, 11, 2))
    uploaded(office, unit.id, "valid", 3, date(2026, 2, 3))
    counted = {
        code: next(
            row.uploaded
            for row in progress.progress(office, programme=code)
            if row.unit_id == unit.id
        )
        for code in ("CT2025", "CT2026")
    }
    assert counted == {"CT2025": 4, "CT2026": 3}
    (line,) = [row for row in progress.progress(office) if row.unit_id == unit.id]
    assert (line.reached, line.shortfall) == (3, 7)
