"""Units as they change: the reorganisation of 2025 as a story, merges, splits, what is refused."""

from datetime import date

import pytest

from desktop_app.domain.unit_tree import children_by_parent, family_of, makes_circle
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import handover, inbox, setup, unit_changes, unit_events, units
from desktop_app.services.progress import progress
from desktop_app.services.unit_events import Decision, NewUnit
from desktop_app.workspace import Workspace
from tests.samples import ready

DAY = date(2025, 7, 1)
BEFORE = date(2025, 6, 30)
TODAY = Decision(date(2026, 11, 20))


@pytest.fixture
def province(tmp_path, clock):
    with Workspace(tmp_path / "province", clock=clock) as workspace:
        setup.start_office(workspace, "LĐLĐ tỉnh Quảng Ninh", "QNH")
        yield workspace


def add(book, name, code, kind="CDCS", parent=None):
    return units.add_unit(book, name=name, code=code, kind=kind, parent_id=parent).id


def on(book, day):
    """Return code → code of the unit above, of those that stand on a day."""
    rows = {row.id: row for row in units.list_units(book, day)}
    return {
        row.code: rows[row.parent_id].code if row.parent_id in rows else ""
        for row in rows.values()
        if row.stands_on(day)
    }


def code_of(raised):
    return raised.value.code


def test_the_reorganisation_of_2025(province):
    own = province.own.unit_id
    old = add(province, "LĐLĐ thị xã Quảng Yên", "QYEN", "LDLD_HUYEN")
    places = {c: add(province, f"CĐCS Công ty {c}", c, parent=old) for c in ("AAA", "BBB", "CCC")}
    decision = Decision(DAY, "123/QĐ-LĐLĐ")
    first, second = unit_changes.split(
        province,
        old,
        [
            NewUnit("Công đoàn phường Quảng Yên", "CDPQY", "CD_PHUONG"),
            NewUnit("Công đoàn phường Đông Mai", "CDPDM", "CD_PHUONG"),
        ],
        decision,
        below={places["AAA"]: 0, places["BBB"]: 1, places["CCC"]: 1},
    )
    # Some grassroots unions were moved directly below the province (domain.md 4.2).
    unit_changes.move(province, [places["CCC"]], own, decision)
    assert on(province, BEFORE) == {
        "QNH": "",
        "QYEN": "QNH",
        "AAA": "QYEN",
        "BBB": "QYEN",
        "CCC": "QYEN",
    }
    assert on(province, DAY) == {
        "QNH": "",
        "CDPQY": "QNH",
        "CDPDM": "QNH",
        "AAA": "CDPQY",
        "BBB": "CDPDM",
        "CCC": "QNH",
    }
    closed = units.find_unit(province, "QYEN")
    assert (closed.closed_on, closed.parent_id) == (DAY, own)
    told = [(row.subject, row.decision_no) for row in unit_changes.history(province, old)]
    assert ("closed", "123/QĐ-LĐLĐ") in told
    rows = unit_changes.history(province, places["AAA"])
    assert [(r.since, r.value) for r in rows if r.subject == "parent"] == [
        (DAY, "Công đoàn phường Quảng Yên"),
        (None, "LĐLĐ thị xã Quảng Yên"),
    ]
    assert {first, second} <= {row.id for row in units.list_units(province)}


def test_a_merged_unit_counts_with_its_successor_and_its_bundles_still_come(
    office, team, files, clock
):
    old = units.find_unit(office, "MSC").id
    other = add(office, "CĐCS Công ty May Phổ Yên", "MPY")
    for unit_id, members in ((old, 400), (other, 100)):
        units.set_people(office, unit_id, members=members, workers=10, as_of=date(2026, 1, 1))
    ready(team, 1)
    inbox.take_in(office, [handover.export_bundle(team, files).path])
    day = Decision(date(2026, 11, 1), "7/QĐ")
    new = unit_changes.merge(office, [old, other], NewUnit("CĐCS May Bắc Sông", "MBS"), day)
    ready(team, 2)
    result = inbox.take_in(office, [handover.export_bundle(team, files).path])
    assert [item.intake for item in result.files[0].items] == ["new"]
    lines = {line.code: line for line in progress(office)}
    assert (lines["MBS"].received, lines["MSC"].received, lines["KCNTN"].received) == (2, 2, 2)
    row = units.find_unit(office, new)
    assert (row.members, row.workers) == (500, 20)
    # As it stood before, the two stood side by side.
    earlier = units.list_units(office, date(2026, 10, 31))
    children = children_by_parent((row.id, row.parent_id) for row in earlier)
    assert {old, other} <= set(children[office.own.unit_id])
    assert old not in family_of(new, children)


def test_merging_into_a_unit_below_takes_that_one_up(province):
    old = add(province, "LĐLĐ huyện Hải Hà", "HHA", "LDLD_HUYEN")
    heir = add(province, "Công đoàn xã Quảng Hà", "XQH", "CD_XA", old)
    child = add(province, "CĐCS Một", "MOT", parent=old)
    assert unit_changes.merge(province, [old], heir, TODAY) == heir
    rows = {row.id: row for row in units.list_units(province)}
    assert rows[heir].parent_id == province.own.unit_id
    assert {rows[old].parent_id, rows[child].parent_id} == {heir}


def test_a_unit_gives_off_a_part_and_stands_on(office):
    old = units.find_unit(office, "MSC").id
    section = add(office, "Công đoàn bộ phận Cắt", "MSCC", "CD_BP", old)
    (part,) = unit_changes.split(
        office, old, [NewUnit("CĐCS Cắt may", "CATM")], TODAY, below={section: 0}, closes=False
    )
    rows = {row.id: row for row in units.list_units(office)}
    assert rows[old].closed_on is None
    assert rows[section].parent_id == part
    assert rows[part].parent_id == office.own.unit_id


def test_closing_asks_where_units_below_go(office):
    zone = add(office, "Công đoàn KCN Sông Công", "KSC", "CD_KCN")
    below = add(office, "CĐCS Hai", "HAI", parent=zone)
    with pytest.raises(BadInput) as raised:
        unit_changes.close(office, zone, TODAY)
    assert code_of(raised) == "SSK-805"
    assert units.find_unit(office, zone).closed_on is None
    unit_changes.close(office, zone, TODAY, children_to=office.own.unit_id)
    assert units.find_unit(office, below).parent_id == office.own.unit_id
    with pytest.raises(BadInput) as raised:
        unit_changes.rename(office, zone, "Khác", Decision(date(2026, 12, 1)))
    assert code_of(raised) == "SSK-803"


def test_circles_are_refused_also_later_ones(office):
    zone = add(office, "Công đoàn KCN", "KSC", "CD_KCN")
    below = add(office, "CĐCS Hai", "HAI", parent=zone)
    with pytest.raises(BadInput) as raised:
        unit_changes.move(office, [zone], below, TODAY)
    assert code_of(raised) == "SSK-802"
    unit_changes.move(office, [below], office.own.unit_id, TODAY)
    with pytest.raises(BadInput) as raised:  # on that earlier day it still stood below
        unit_changes.move(office, [zone], below, Decision(date(2026, 1, 1)))
    assert code_of(raised) == "SSK-802"
    unit_changes.move(office, [zone], below, TODAY)
    assert units.find_unit(office, zone).parent_id == below


def test_a_circle_is_one_only_while_both_rows_hold():
    parents = {
        "a": [("2020-01-01", "b"), ("2021-01-01", None)],
        "b": [("2021-01-01", "a")],
    }
    assert not makes_circle("a", parents, "2020-01-01")
    parents["b"] = [("2020-06-01", "a")]
    assert makes_circle("a", parents, "2020-01-01")
    assert makes_circle("b", parents, "2020-12-31")
    assert not makes_circle("b", parents, "2021-01-01")


def test_dated_facts_hold_from_their_day(office):
    unit = units.find_unit(office, "MSC").id
    decision = Decision(DAY, "9/QĐ")
    unit_changes.rename(office, unit, "CĐCS May Sông Công 2", decision)
    unit_changes.set_officer(office, [unit], "Trần Thị Hoa", decision)
    unit_changes.set_group(office, [unit], "Cụm số 1", decision)
    unit_changes.set_kind(office, unit, "NGHIEPDOAN_CS", decision)

    def held(day):
        row = next(row for row in units.list_units(office, day) if row.id == unit)
        return row.name, row.officer, row.group, row.kind

    assert held(BEFORE) == ("CĐCS Công ty May Sông Công", "", "", "CDCS")
    assert held(DAY) == ("CĐCS May Sông Công 2", "Trần Thị Hoa", "Cụm số 1", "NGHIEPDOAN_CS")
    with pytest.raises(BadInput) as raised:
        unit_changes.rename(office, unit, "CĐCS May Sông Công 2", TODAY)
    assert code_of(raised) == "SSK-806"
    with pytest.raises(BadInput) as raised:
        unit_changes.set_kind(office, unit, "LDLD_HUYEN", TODAY)  # there are none any more
    assert code_of(raised) == "SSK-801"


def test_what_was_entered_wrongly_is_taken_back(office):
    unit = units.find_unit(office, "MSC").id
    other = add(office, "CĐCS Hai", "HAI")
    new = unit_changes.merge(office, [unit, other], NewUnit("CĐCS Chung", "CHUNG"), TODAY)
    (event,) = unit_events.list_events(office, unit)
    assert (event.kind, len(event.before), event.after) == ("merge", 2, ("CĐCS Chung",))
    late = add(office, "CĐCS Ba", "BAA", parent=new)
    with pytest.raises(NotAllowed) as raised:
        unit_events.undo(office, event.id)
    assert code_of(raised) == "SSK-810"
    unit_changes.move(office, [late], office.own.unit_id, TODAY)
    with pytest.raises(NotAllowed):  # it stood below it at all times before
        unit_events.undo(office, event.id)
    assert units.find_unit(office, unit).closed_on is not None  # nothing was half undone


def test_taking_back_puts_everything_as_it_was(office):
    unit = units.find_unit(office, "MSC").id
    other = add(office, "CĐCS Hai", "HAI")
    before = units.list_units(office)
    unit_changes.merge(office, [unit, other], NewUnit("CĐCS Chung", "CHUNG"), TODAY)
    (event,) = unit_events.list_events(office)
    unit_events.undo(office, event.id)
    assert units.list_units(office) == before
    with pytest.raises(BadInput) as raised:
        unit_events.undo(office, event.id)
    assert code_of(raised) == "SSK-808"


def test_an_earlier_change_is_not_taken_back_below_a_later_one(office):
    unit = units.find_unit(office, "MSC").id
    first = unit_changes.rename(office, unit, "CĐCS Một", TODAY)
    second = unit_changes.rename(office, unit, "CĐCS Hai", TODAY)
    with pytest.raises(NotAllowed) as raised:
        unit_events.undo(office, first)
    assert code_of(raised) == "SSK-809"
    unit_events.undo(office, second)
    unit_events.undo(office, first)
    assert units.find_unit(office, unit).name == "CĐCS Công ty May Sông Công"


def test_this_office_is_renamed_but_not_moved(office):
    own = office.own.unit_id
    unit_changes.rename(office, own, "Công đoàn các KCN, KKT", TODAY)
    assert office.own.name == "Công đoàn các KCN, KKT"
    setup.rename_own(office, "Công đoàn các KCN và KKT")  # in the settings: put right, not dated
    assert units.find_unit(office, own).name == office.own.name == "Công đoàn các KCN và KKT"
    earlier = {row.id: row.name for row in units.list_units(office, date(2026, 11, 19))}
    assert earlier[own] == "Công đoàn các KCN tỉnh Thái Nguyên"
    for act in (
        lambda: unit_changes.close(office, own, TODAY),
        lambda: unit_changes.move(office, [own], units.find_unit(office, "MSC").id, TODAY),
    ):
        with pytest.raises(NotAllowed) as raised:
            act()
        assert code_of(raised) == "SSK-804"
