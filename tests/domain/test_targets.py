"""Which target stands: own before the rule of the group before that of any unit; how it stands."""

from datetime import date

import pytest

from desktop_app.domain.targets import (
    Base,
    PeopleCount,
    Rounding,
    Standing,
    Target,
    effective_targets,
    reckon,
    standing,
)

SCOPES = [("P", "P1", "P2"), ("PEAK",)]
TEN = Target(percent=10, base=Base.MEMBERS)


@pytest.mark.parametrize(
    ("own", "rules", "group", "lowest", "expected"),
    [
        ({}, {("P1", ""): TEN}, "", True, {"P1": TEN}),
        ({}, {("P1", ""): TEN, ("P1", "A"): Target(5)}, "A", True, {"P1": Target(5)}),
        ({}, {("P1", ""): TEN, ("P1", "A"): Target(5)}, "B", True, {"P1": TEN}),
        # A number for any unit is not meant for who adds up; a share, and a group's number, are.
        ({}, {("P1", ""): Target(5)}, "", False, {}),
        ({}, {("P1", "A"): Target(5)}, "A", False, {"P1": Target(5)}),
        ({}, {("P1", ""): TEN}, "", False, {"P1": TEN}),
        # Its own number stands, and the rule's share beside it.
        ({"P1": Target(7)}, {("P1", ""): Target(5)}, "", True, {"P1": Target(7)}),
        ({"P1": Target(7)}, {("P1", ""): TEN}, "", True, {"P1": Target(7, 10, Base.MEMBERS)}),
        # A rule for the whole programme stands back where a phase has something of its own.
        ({"P1": Target(7)}, {("P", ""): Target(50)}, "", True, {"P1": Target(7)}),
        ({}, {("P", ""): Target(50)}, "", True, {"P": Target(50)}),
        (
            {"P": Target(7)},
            {("PEAK", ""): Target(3)},
            "",
            True,
            {"P": Target(7), "PEAK": Target(3)},
        ),
    ],
)
def test_effective_targets(own, rules, group, lowest, expected):
    assert effective_targets(own, rules, group, SCOPES, lowest=lowest) == expected


def test_a_share_of_people_nobody_counted_is_no_number():
    assert reckon({"P1": TEN}, ("P1",), None, Rounding.UP).target is None
    people = PeopleCount(date(2026, 1, 1), 101, 50)
    assert reckon({"P1": TEN}, ("P1",), people, Rounding.UP).target == 11
    wide = Target(percent=10, base=Base.MEMBERS_AND_WORKERS)
    assert reckon({"P1": wide}, ("P1",), people, Rounding.UP).target == 16
    assert reckon({"P1": wide}, ("P1",), people, Rounding.DOWN).target == 15


@pytest.mark.parametrize(
    ("target", "reached", "on", "expected"),
    [
        (None, 5, date(2026, 1, 5), Standing.NONE),
        (0, 5, date(2026, 1, 5), Standing.NONE),
        (10, 10, date(2026, 1, 1), Standing.REACHED),
        (10, 5, date(2026, 1, 5), Standing.ON_TRACK),
        (10, 4, date(2026, 1, 5), Standing.BEHIND),
        (10, 0, date(2025, 12, 31), Standing.ON_TRACK),
        (10, 9, date(2026, 1, 10), Standing.BEHIND),
        (10, 9, date(2026, 3, 1), Standing.BEHIND),
    ],
)
def test_standing_asks_for_the_days_gone_by(target, reached, on, expected):
    assert standing(target, reached, date(2026, 1, 1), date(2026, 1, 10), on) is expected


def test_without_an_end_the_whole_target_is_asked():
    assert standing(10, 9, None, None, date(2026, 1, 1)) is Standing.BEHIND
