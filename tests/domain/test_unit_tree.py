"""Sums bottom-up are the sums over families, also where parents run in a circle."""

import random

from desktop_app.domain.unit_tree import children_by_parent, family_of, sums_of_families


def test_sums_are_those_of_the_families():
    dice = random.Random(20261121)
    for _round in range(30):
        names = [f"u{number}" for number in range(dice.randint(1, 25))]
        # Any unit may be the parent of any, also of itself: circles and strangers happen.
        units = [(name, dice.choice([None, "stranger", *names])) for name in names]
        own = {name: [dice.randint(0, 9), dice.randint(0, 9)] for name in names[::2]}
        children = children_by_parent(units)
        sums = sums_of_families(own, units, 2)
        for name in names:
            family = family_of(name, children)
            for place in (0, 1):
                assert sums[name][place] == sum(own.get(u, (0, 0))[place] for u in family)


def test_a_long_chain_is_no_deep_call():
    units = [(f"u{number}", f"u{number - 1}" if number else None) for number in range(5000)]
    sums = sums_of_families({unit: [1] for unit, _parent in units}, units, 1)
    assert (sums["u0"], sums["u4999"]) == ([5000], [1])
