"""Score sheets: criteria with levels and floors, a pass mark, grades; several members averaged.

A rubric is data (``resources/rubrics``); none is national (domain.md 2.2). Points are whole or in
the rubric's steps; totals and averages are rounded half up to hundredths.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from desktop_app.errors import BadInput

WIDE = 20
"""Percent of the whole sheet: members further apart than this are pointed out."""


@dataclass(frozen=True)
class Level:
    """Points from … to … and what stands for them; both the same where only one value fits."""

    least: Decimal
    most: Decimal
    text: str = ""


@dataclass(frozen=True)
class Criterion:
    """One line of a rubric; below ``floor`` nothing else can make up for it."""

    name: str
    most: Decimal
    floor: Decimal | None = None
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True)
class Grade:
    """A grade from a total on, with the points some criteria need for it."""

    name: str
    total: Decimal
    least: Mapping[str, Decimal]


@dataclass(frozen=True)
class Rubric:
    """A score sheet; ``passes_from`` is None where it names no pass mark."""

    name: str
    rule: str
    criteria: tuple[Criterion, ...]
    step: Decimal
    passes_from: Decimal | None
    grades: tuple[Grade, ...]

    @property
    def total(self) -> Decimal:
        """The most points there are."""
        return sum((each.most for each in self.criteria), Decimal(0))

    def criterion(self, name: str) -> Criterion:
        """Return a criterion. Raises BadInput SSK-844 for a name it does not have."""
        for each in self.criteria:
            if each.name == name:
                return each
        raise BadInput("SSK-844", name=name, names="; ".join(c.name for c in self.criteria))


@dataclass(frozen=True)
class Result:
    """What some points come to; ``passed`` is None while points miss, or without a pass mark."""

    total: Decimal
    complete: bool
    below_floor: tuple[str, ...]
    passed: bool | None
    grade: str


@dataclass(frozen=True)
class Averaged:
    """Several members together: the mean of each criterion, what it comes to, how far apart."""

    members: int
    points: Mapping[str, Decimal]
    result: Result
    spread: Decimal
    wide: bool


def read_rubric(data: Mapping[str, Any]) -> Rubric:
    """Return the rubric a JSON object describes; KeyError, TypeError or ValueError for none."""
    return Rubric(
        str(data["name"]),
        str(data.get("rule", "")),
        tuple(_criterion(each) for each in data["criteria"]),
        _number(data.get("step", 1)),
        None if data.get("pass") is None else _number(data["pass"]),
        tuple(
            Grade(
                str(each["name"]),
                _number(each["total"]),
                {name: _number(points) for name, points in each.get("least", {}).items()},
            )
            for each in data.get("grades", ())
        ),
    )


def _criterion(data: Mapping[str, Any]) -> Criterion:
    texts = list(data.get("levels", ()))
    bands = list(data.get("bands", ()))
    levels = [
        Level(_number(low), _number(high), str(texts[place]) if place < len(texts) else "")
        for place, (low, high) in enumerate(bands)
    ]
    floor = data.get("floor")
    return Criterion(
        str(data["name"]),
        _number(data["max"]),
        None if floor is None else _number(floor),
        tuple(levels),
    )


def _number(value: Any) -> Decimal:
    return Decimal(str(value))


def check_points(rubric: Rubric, points: Mapping[str, Any]) -> dict[str, Decimal]:
    """Return points as numbers, criteria without any left out.

    Raises BadInput SSK-842 for points outside a criterion or between its steps, SSK-844 for a
    criterion the rubric does not have.
    """
    read: dict[str, Decimal] = {}
    for name, value in points.items():
        criterion = rubric.criterion(name)
        if value is None or value == "":
            continue
        number = _given(value)
        if number is None or not _fits(rubric, criterion, number):
            raise BadInput(
                "SSK-842", name=name, most=_said(criterion.most), step=_said(rubric.step)
            )
        read[name] = number
    return read


def _given(value: Any) -> Decimal | None:
    try:
        number = Decimal(str(value).strip().replace(",", "."))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _fits(rubric: Rubric, criterion: Criterion, number: Decimal) -> bool:
    if not 0 <= number <= criterion.most:
        return False
    levels = criterion.levels
    if levels and all(level.least == level.most for level in levels):
        # A sheet that names single values knows no others, but for none at all.
        return number == 0 or any(level.least == number for level in levels)
    return number % rubric.step == 0


def _said(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def result_of(rubric: Rubric, points: Mapping[str, Decimal]) -> Result:
    """Return what points come to; a criterion without points is not counted and not passed."""
    total = _rounded(sum((points.get(c.name, Decimal(0)) for c in rubric.criteria), Decimal(0)))
    complete = all(criterion.name in points for criterion in rubric.criteria)
    below = tuple(
        criterion.name
        for criterion in rubric.criteria
        if criterion.floor is not None
        and criterion.name in points
        and points[criterion.name] < criterion.floor
    )
    if not complete or rubric.passes_from is None:
        return Result(total, complete, below, None, "")
    passed = total >= rubric.passes_from and not below
    return Result(total, complete, below, passed, _grade(rubric, points, total) if passed else "")


def _grade(rubric: Rubric, points: Mapping[str, Decimal], total: Decimal) -> str:
    """Return the best grade reached: one too low in a criterion falls to the next."""
    for grade in sorted(rubric.grades, key=lambda each: -each.total):
        enough = all(points.get(name, Decimal(0)) >= least for name, least in grade.least.items())
        if total >= grade.total and enough:
            return grade.name
    return ""


def averaged(rubric: Rubric, sheets: Sequence[Mapping[str, Decimal]]) -> Averaged | None:
    """Return several complete sheets as one; None while no sheet is complete."""
    whole = [points for points in sheets if result_of(rubric, points).complete]
    if not whole:
        return None
    means = {
        criterion.name: _mean(points[criterion.name] for points in whole)
        for criterion in rubric.criteria
    }
    totals = [result_of(rubric, points).total for points in whole]
    # The total is the mean of the totals: adding rounded means would drift from it.
    result = result_of(rubric, means)
    total = _rounded(_mean(totals, exact=True))
    if total != result.total:
        passed = rubric.passes_from is not None and total >= rubric.passes_from
        passed = passed and not result.below_floor
        verdict = passed if rubric.passes_from is not None else None
        grade = _grade(rubric, means, total) if passed else ""
        result = Result(total, True, result.below_floor, verdict, grade)
    spread = max(totals) - min(totals)
    return Averaged(len(whole), means, result, spread, spread * 100 > rubric.total * WIDE)


def _mean(values: Iterable[Decimal], *, exact: bool = False) -> Decimal:
    known = list(values)
    mean = sum(known, Decimal(0)) / len(known)
    return mean if exact else _rounded(mean)


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def points_text(number: Decimal) -> str:
    """Return points as papers write them: ``72,5``."""
    whole = number.quantize(Decimal(1)) if number == number.to_integral() else number.normalize()
    return f"{whole:f}".replace(".", ",")
