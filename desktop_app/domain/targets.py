"""Targets of units: a registered number, a rule (percent of a base), and what is still missing.

Clarification 1: the gap is the rule's target minus the registered one; a programme's data names
the state that counts towards the target and the rounding.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop_app.domain.numbers import exact

COUNTED = ("uploaded", "valid", "accepted", "received", "recognised")
"""The counts a programme may hold against its targets; ``uploaded`` is the portal's total."""


class Base(StrEnum):
    """Whom a percentage is taken of."""

    MEMBERS = "members"
    MEMBERS_AND_WORKERS = "members_and_workers"


class Rounding(StrEnum):
    """How a percentage of people becomes a number of initiatives."""

    UP = "up"
    NEAREST = "nearest"
    DOWN = "down"


@dataclass(frozen=True)
class PeopleCount:
    """Members, and workers who are no members, of a unit on a date."""

    as_of: date
    members: int
    workers: int

    def of(self, base: Base) -> int:
        """Return the size of a base."""
        return self.members + (self.workers if base is Base.MEMBERS_AND_WORKERS else 0)


@dataclass(frozen=True)
class Target:
    """What a unit set out to reach in a phase, or in a whole programme."""

    count: int | None = None
    percent: float | None = None
    base: Base | None = None


def rule_target(percent: float, people: int, rounding: Rounding) -> int:
    """Return the number a percentage of a base asks for."""
    share = Fraction(exact(percent)) * people / 100
    if rounding is Rounding.UP:
        return math.ceil(share)
    return math.floor(share) if rounding is Rounding.DOWN else math.floor(share + Fraction(1, 2))


def shortfall(target: int | None, reached: int) -> int | None:
    """Return how many are still missing, never below zero; None without a target."""
    return None if target is None else max(target - reached, 0)


def percent_reached(target: int | None, reached: int) -> Decimal | None:
    """Return the share of the target that was reached, with one digit after the comma."""
    if not target:
        return None
    return (Decimal(100 * reached) / target).quantize(Decimal("0.1"))


class Standing(StrEnum):
    """How a unit stands against its target on a day."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NONE = "none"


def standing(
    target: int | None, reached: int, begin: date | None, end: date | None, on: date
) -> Standing:
    """Return how a unit stands: behind when it has less than the days gone by ask for.

    Half of the days gone ask for half of the target. Without an end, and after it, the whole
    target is asked; before the beginning nothing is.
    """
    if not target:
        return Standing.NONE
    if reached >= target:
        return Standing.REACHED
    if begin is None or end is None or on >= end:
        return Standing.BEHIND
    whole, gone = (end - begin).days + 1, max(0, (on - begin).days + 1)
    return Standing.ON_TRACK if reached * whole >= target * gone else Standing.BEHIND


def effective_targets(
    own: Mapping[str, Target],
    rules: Mapping[tuple[str, str], Target],
    group: str,
    scopes: Sequence[Sequence[str]],
    *,
    lowest: bool,
) -> dict[str, Target]:
    """Return a unit's targets per scope, rules filled in where it has none of its own.

    ``rules`` maps (scope, group) to a target, group "" to that of any unit; ``scopes`` lists per
    programme its code and then its phases'. A rule of the unit's group goes before that of any
    unit. A number as a rule is meant for each unit, so one for any unit is given to the
    ``lowest`` alone: who has units below adds theirs up. A rule for a whole programme stands back
    where the unit set itself something in one of its phases.
    """
    found = dict(own)
    for programme in scopes:
        inside = [own[scope] for scope in programme if scope in own]
        for place, scope in enumerate(programme):
            held = own.get(scope, Target())
            known = inside if place == 0 else [held]
            count, percent, base = held.count, held.percent, held.base
            for name in dict.fromkeys((group, "")):
                rule = rules.get((scope, name))
                if rule is None:
                    continue
                asked = name != "" or lowest
                if count is None and rule.count is not None and asked:
                    count = None if any(t.count is not None for t in known) else rule.count
                if percent is None and rule.percent is not None:
                    ruled = any(t.percent is not None for t in known)
                    percent, base = (None, None) if ruled else (rule.percent, rule.base)
                break
            if count is not None or percent is not None:
                found[scope] = Target(count, percent, base)
    return found


@dataclass(frozen=True)
class Reckoned:
    """What a unit is to reach by its own targets: the registered number, and the rule's."""

    base: int | None
    registered: int | None
    rule: int | None

    @property
    def target(self) -> int | None:
        """The registered number where there is one, else the rule's."""
        return self.registered if self.registered is not None else self.rule


def reckon(
    targets: Mapping[str, Target],
    scope: Sequence[str],
    people: PeopleCount | None,
    rounding: Rounding,
) -> Reckoned:
    """Return what a unit is to reach in some scopes: a whole programme's code first, or one phase.

    A number for the whole programme goes before the sum over its phases; the same for the rule.
    A share of people nobody counted gives no number.
    """
    whole = targets.get(scope[0]) if scope else None
    held = [targets[code] for code in scope if code in targets]
    if whole is not None and whole.count is not None:
        registered: int | None = whole.count
    else:
        counted = [target.count for target in held if target.count is not None]
        registered = sum(counted) if counted else None
    ruled = [target for target in held if target.percent is not None]
    if whole is not None and whole.percent is not None:
        ruled = [whole]
    if not ruled or people is None:
        return Reckoned(None, registered, None)
    rule = sum(
        rule_target(t.percent or 0, people.of(t.base or Base.MEMBERS), rounding) for t in ruled
    )
    return Reckoned(people.of(ruled[0].base or Base.MEMBERS), registered, rule)
