"""Targets of units: a registered number, a rule (percent of a base), and what is still missing.

Clarification 1: the gap is the rule's target minus the registered one; a programme's data names
the state that counts towards the target and the rounding.
"""

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desktop_app.domain.numbers import exact


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
