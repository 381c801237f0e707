"""Programmes, phases, rules and targets: entered, put right, taken away, taken back, carried."""

from datetime import date

import pytest

from desktop_app.domain.targets import Base, Target
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import (
    cards,
    handover,
    inbox,
    receipts,
    review,
    target_table,
    targets,
    units,
)
from desktop_app.services.progress import progress
from tests.samples import ready


def add_phase(office, code="G1", begin=date(2026, 1, 1), end=date(2026, 6, 30), **more):
    return targets.add_phase(
        office, code=code, name=code, programme="P", date_from=begin, date_to=end, **more
    )


def test_overlaps_are_said_and_dates_outside_are_refused(office):
    targets.add_programme(
        office, code="P", name="P", date_from=date(2026, 1, 1), date_to=date(2026, 12, 31)
    )
    assert add_phase(office) == ()
    assert add_phase(office, "G2", date(2026, 6, 30), date(2026, 12, 1)) == ("G1",)
    assert add_phase(office, "CD", date(2026, 2, 1), date(2026, 2, 7), peak=True) == ()
    # Put right: a phase does not overlap itself.
    assert add_phase(office, "G2", date(2026, 7, 1), date(2026, 12, 1)) == ()
    for begin, end in (
        (date(2025, 12, 31), date(2026, 2, 1)),
        (date(2026, 12, 1), date(2027, 1, 1)),
    ):
        with pytest.raises(BadInput) as refused:
            add_phase(office, "G3", begin, end)
        assert refused.value.code == "SSK-820"
    with pytest.raises(BadInput) as refused:
        targets.add_programme(office, code="P", name="P", date_from=date(2026, 2, 1))
    assert refused.value.code == "SSK-820"


@pytest.mark.parametrize("code", ["P", "", "  "])
def test_a_code_names_one_thing(office, code):
    add_phase(office)
    with pytest.raises(BadInput) as refused:
        add_phase(office, code)
    assert refused.value.code == "SSK-821"
    with pytest.raises(BadInput):
        targets.add_programme(office, code="G1", name="Một")


def test_what_is_in_use_goes_only_when_said(office):
    add_phase(office)
    targets.set_target(office, "MSC", "G1", count=3)
    targets.set_rule(office, "G1", "Cụm 1", percent=10, base=Base.MEMBERS)
    with pytest.raises(NotAllowed) as refused:
        targets.delete_phase(office, "G1")
    assert refused.value.facts == {"name": "G1", "number": 2}
    with pytest.raises(NotAllowed):
        targets.delete_programme(office, "P")
    targets.delete_programme(office, "P", also_targets=True)
    assert targets.list_programmes(office) == targets.list_phases(office) == ()
    assert targets.list_rules(office) == ()
    with pytest.raises(BadInput):
        targets.delete_phase(office, "G1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60", Target(60)),
        ("1.200", Target(1200)),
        ("0", Target(0)),
        ("10 %", Target(None, 10.0, Base.MEMBERS)),
        ("10%", Target(None, 10.0, Base.MEMBERS)),
        ("2,5 %", Target(None, 2.5, Base.MEMBERS)),
        ("10 % + NLĐ", Target(None, 10.0, Base.MEMBERS_AND_WORKERS)),
        ("10 % đoàn viên và người lao động", Target(None, 10.0, Base.MEMBERS_AND_WORKERS)),
        ("60 · 10 %", Target(60, 10.0, Base.MEMBERS)),
        ("10 %; 60", Target(60, 10.0, Base.MEMBERS)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_target_is_read_as_it_is_typed(text, expected):
    read = target_table.read_target(text)
    assert read == expected
    assert target_table.read_target(target_table.target_text(read)) == expected


@pytest.mark.parametrize("text", ["sáu mươi", "60 70", "1,200", "60; 70", "10 %; 5 %", "%", "=1+1"])
def test_what_is_no_target_is_refused(text):
    with pytest.raises(BadInput) as refused:
        target_table.read_target(text)
    assert refused.value.code == "SSK-823"


@pytest.mark.parametrize("text", ["-1", "0 %", "1001 %", "999999999999"])
def test_a_number_that_cannot_be_is_refused(text):
    with pytest.raises(BadInput) as refused:
        target_table.read_target(text)
    assert refused.value.code in ("SSK-597", "SSK-823")


def test_the_table_is_kept_at_once_and_taken_back(office):
    add_phase(office)
    unit = units.find_unit(office, "MSC")
    units.set_people(office, unit.id, members=101, workers=40, as_of=date(2026, 1, 1))
    targets.set_rule(office, "G1", percent=10, base=Base.MEMBERS)
    table = target_table.target_table(office, "P")
    assert [column.code for column in table.columns] == ["P", "G1"]
    line = next(line for line in table.lines if line.code == "MSC")
    assert (line.depth, line.cells[1].text, line.cells[1].number) == (1, "", 11)
    assert line.cells[1].rule == Target(None, 10, Base.MEMBERS)
    change = target_table.change_target(office, unit.id, "G1", "30")
    assert target_table.change_target(office, unit.id, "G1", " 30 ") is None
    line = next(x for x in target_table.target_table(office, "P").lines if x.code == "MSC")
    assert (line.cells[1].text, line.cells[1].number, line.cells[1].rule) == ("30", 30, None)
    back = target_table.take_back(office, change)
    line = next(x for x in target_table.target_table(office, "P").lines if x.code == "MSC")
    assert line.cells[1].own is None
    target_table.take_back(office, back)
    target_table.change_target(office, unit.id, "G1", "31")
    with pytest.raises(NotAllowed) as refused:
        target_table.take_back(office, change)
    assert refused.value.code == "SSK-824"


def own_line(workspace, **asked):
    lines = progress(workspace, **asked)
    return next(line for line in lines if line.code == "MSC")


def figures(line):
    return (line.base, line.target, line.registered_target, line.rule_target, line.target_gap)


def test_changed_targets_reach_the_team_with_the_next_answer(office, team, files):
    add_phase(office, "G1", date(2026, 7, 1), date(2026, 12, 31))
    add_phase(office, "G2", date(2027, 1, 1), date(2027, 6, 30))
    unit = units.find_unit(office, "MSC")
    units.set_people(office, unit.id, members=205, workers=40, as_of=date(2026, 1, 1))
    targets.set_rule(office, "G1", percent=10, base=Base.MEMBERS)
    targets.set_target(office, "MSC", "G2", count=9)
    team_card = cards.export_card(office, "MSC", files)
    cards.take_card(team, team_card)
    for asked in ({"phase": "G1"}, {"phase": "G2"}, {"programme": "P"}):
        assert figures(own_line(team, **asked)) == figures(own_line(office, **asked)), asked
    assert own_line(team, phase="G1").target == 21

    targets.set_rule(office, "G1", percent=20, base=Base.MEMBERS_AND_WORKERS)
    targets.set_target(office, "MSC", "G1", count=30)
    targets.delete_phase(office, "G2", also_targets=True)
    report = ready(team, 1)
    sent = handover.export_bundle(team, files)
    inbox.take_in(office, [sent.path])
    review.decide(office, report, "accepted", "")
    (answer,) = receipts.export_receipts(office, files)
    assert inbox.take_in(team, [answer.path]).all_well
    assert [phase.code for phase in targets.list_phases(team)] == ["G1"]
    for asked in ({"phase": "G1"}, {"programme": "P"}):
        assert figures(own_line(team, **asked)) == figures(own_line(office, **asked)), asked
    assert figures(own_line(team, phase="G1")) == (245, 30, 30, 49, 19)
    assert own_line(team).accepted == own_line(office).accepted == 1
