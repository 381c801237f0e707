"""The published figures come out of the board exactly (Lao Động 13/05/2022; April 2022)."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from desktop_app.domain.targets import Base
from desktop_app.errors import BadInput
from desktop_app.services import targets, units
from desktop_app.services.progress import progress
from desktop_app.storage import initiatives, tables


def enter(office, unit_id, state, number, on):
    """Enter initiatives that stand at the portal since a day, many at once."""
    states = {
        "writing": "ready",
        "recognition": "recognised",
        "submission": "uploaded",
        "portal": state,
    }
    day, moment = on.isoformat(), f"{on.isoformat()}T03:00:00.000Z"
    with office.database.write() as session:
        first = (session.scalar(select(func.max(tables.Initiative.row))) or 0) + 1
        rows = [
            {
                "row": first + place,
                "id": f"{unit_id[:18]}-{state[:4]}-{on:%m%d}{place:08}",
                "code": f"X-{state}-{on:%m%d}-{place}",
                "unit_id": unit_id,
                "template_id": "t",
                "template_version": "1",
                "revision": 1,
                "portal_code": "",
                "created_at": moment,
                "updated_at": moment,
                "version": 1,
                **initiatives.summary_columns({"initiative_title": f"Sáng kiến {place}"}, ""),
                **states,
                **{f"{track}_on": day for track in states},
            }
            for place in range(number)
        ]
        session.execute(insert(tables.Initiative.__table__), rows)
        steps = [
            {"initiative_row": row["row"], "track": track, "state": state, "day": day}
            for row in rows
            for track, state in states.items()
        ]
        session.execute(insert(tables.TrackStep.__table__), steps)


def line(office, code, **period):
    return next(row for row in progress(office, **period) if row.code == code)


def test_dien_bien(office):
    unit = units.add_unit(office, name="LĐLĐ tỉnh Điện Biên", code="DB")
    units.set_people(office, unit.id, members=30_940, workers=0, as_of=date(2022, 1, 1))
    for code, name, begin, end, count in (
        ("DB-1", "Giai đoạn 1", date(2022, 1, 24), date(2022, 5, 31), 1000),
        ("DB-2", "Giai đoạn 2", date(2022, 6, 1), date(2023, 9, 30), 1500),
    ):
        targets.add_phase(
            office, code=code, name=name, programme="1TRIEU", date_from=begin, date_to=end
        )
        targets.set_target(office, "DB", code, count=count)
    targets.set_target(office, "DB", "1TRIEU", percent=10, base=Base.MEMBERS)
    enter(office, unit.id, "valid", 136, date(2022, 5, 10))
    enter(office, unit.id, "reviewing", 260, date(2022, 5, 11))
    row = line(office, "DB")
    assert (row.uploaded, row.valid, row.reviewing) == (396, 136, 260)
    assert row.uploaded == row.valid + row.reviewing
    assert (row.registered_target, row.rule_target, row.target_gap) == (2500, 3094, 594)
    assert (row.target, row.base, row.shortfall) == (2500, 30_940, 2500 - 396)
    first = line(office, "DB", phase="DB-1")
    assert (first.target, first.uploaded, first.shortfall) == (1000, 396, 604)
    assert row.as_of == date(2026, 11, 20)


def test_thai_nguyen(office):
    unit = units.add_unit(office, name="LĐLĐ tỉnh Thái Nguyên", code="TN")
    for code, begin, end, count in (
        ("TN-1", date(2021, 9, 1), date(2022, 5, 31), 5000),
        ("TN-2", date(2022, 6, 1), date(2023, 9, 30), 11_000),
    ):
        targets.add_phase(
            office, code=code, name=code, programme="1TRIEU", date_from=begin, date_to=end
        )
        targets.set_target(office, "TN", code, count=count)
    targets.add_phase(
        office,
        code="TN-DINH",
        name="Đợt cao điểm",
        programme="1TRIEU",
        date_from=date(2022, 3, 31),
        date_to=date(2022, 4, 8),
        peak=True,
    )
    enter(office, unit.id, "reviewing", 1100, date(2022, 3, 30))
    enter(office, unit.id, "valid", 700, date(2022, 3, 31))
    enter(office, unit.id, "reviewing", 800, date(2022, 4, 8))
    enter(office, unit.id, "valid", 1182, date(2022, 4, 9))
    row = line(office, "TN")
    assert row.uploaded == 3782
    assert row.registered_target == 5000 + 11_000
    assert line(office, "TN", phase="TN-DINH").uploaded == 1500
    week = line(office, "TN", date_from=date(2022, 3, 31), date_to=date(2022, 4, 8))
    assert (week.uploaded, week.valid, week.reviewing) == (1500, 700, 800)
    assert line(office, "TN", phase="TN-1").target == 5000
    # The office above counts what is below it.
    assert line(office, "KCNTN").uploaded == 3782


CASES = json.loads(Path(__file__).with_name("published_figures.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["unit"])
def test_the_published_cases_on_their_own_day(office, case):
    """All figures of the file, with what came up later standing in the book as well."""
    day = date.fromisoformat
    unit = units.add_unit(office, name=case["unit"], code="X")
    for number, phase in enumerate(case["phases"]):
        code = f"GD{number + 1}"
        begin, end = day(phase["from"]), day(phase["to"])
        name = phase["name"]
        targets.add_phase(
            office, code=code, name=name, programme="1TRIEU", date_from=begin, date_to=end
        )
        targets.set_target(office, "X", code, count=phase["target"])
    rule = case["target_rule"]
    targets.set_rule(office, "1TRIEU", percent=rule["percent"], base=Base(rule["base"]))
    as_of, portal = day(case["as_of"]), case["portal"]
    valid = portal.get("valid", 1000)
    reviewing = portal.get("reviewing", portal["total"] - valid)
    peak = case.get("peak_period")
    if peak:
        begin, end = day(peak["from"]), day(peak["to"])
        targets.add_phase(
            office,
            code="CD",
            name="Đợt cao điểm",
            programme="1TRIEU",
            date_from=begin,
            date_to=end,
            peak=True,
        )
        enter(office, unit.id, "reviewing", peak["uploaded"] - 700, begin)
        enter(office, unit.id, "valid", 700, end)
        enter(office, unit.id, "valid", valid - 700, date(2022, 4, 10))
        left = reviewing - (peak["uploaded"] - 700)
        enter(office, unit.id, "reviewing", left, date(2022, 3, 15))
    else:
        enter(office, unit.id, "valid", valid, date(2022, 5, 10))
        enter(office, unit.id, "reviewing", reviewing, as_of)
    enter(office, unit.id, "reviewing", 37, date(2022, 6, 2))
    units.set_people(office, unit.id, members=30_940, workers=129_060, as_of=date(2022, 1, 1))
    row = line(office, "X", as_of=as_of)
    total = sum(phase["target"] for phase in case["phases"])
    assert (row.as_of, row.uploaded) == (as_of, portal["total"])
    assert (row.valid, row.reviewing) == (valid, reviewing)
    assert row.registered_target == case.get("target_total", total)
    assert row.shortfall == total - portal["total"]
    if "rule_total" in case:
        assert (row.rule_target, row.target_gap) == (case["rule_total"], case["shortfall_to_rule"])
    for number, phase in enumerate(case["phases"]):
        assert line(office, "X", phase=f"GD{number + 1}", as_of=as_of).target == phase["target"]
    if peak:
        assert row.base == 30_940 + 129_060
        assert line(office, "X", phase="CD", as_of=as_of).uploaded == peak["uploaded"]
        begin, end = day(peak["from"]), day(peak["to"])
        week = line(office, "X", date_from=begin, date_to=end, as_of=as_of)
        assert week.uploaded == peak["uploaded"]
    assert line(office, "X").uploaded == portal["total"] + 37


def test_wrong_targets_are_refused(office):
    targets.add_phase(
        office,
        code="A",
        name="A",
        programme="P",
        date_from=date(2026, 1, 1),
        date_to=date(2026, 2, 1),
    )
    for wrong in ({"count": -1}, {}, {"count": 1, "percent": 2}, {"percent": 5}):
        with pytest.raises(BadInput):
            targets.set_target(office, "MSC", "A", **wrong)
    with pytest.raises(BadInput):
        targets.set_target(office, "MSC", "NOWHERE", count=1)
    with pytest.raises(BadInput):
        progress(office, phase="NOWHERE")
