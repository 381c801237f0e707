"""Benefit calculators for workers: every input with unit and period, every step shown.

The five ways of domain.md 7c. Labels and units are data (``resources/benefit_calculators.json``);
here are the formulas, and how a result goes into the report.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from desktop_app.domain.numbers import format_number

LARGE_BENEFIT = 1_000_000_000
"""đồng; above this a person is asked to look again."""
SHORT_MEASURE_DAYS = 30
"""Days; what was measured for less is weak ground for a whole year."""

Inputs = Mapping[str, Decimal]
PERIODS = {"year": Decimal(1), "month": Decimal(12), "day": None, "shift": None}
"""How often a period comes in a year; None where the person says it."""


@dataclass(frozen=True)
class Calculator:
    """A way to work out a benefit.

    ``inputs`` are names in order; ``quantity`` is the one that has a period. ``price`` and
    ``amount`` give unit price and number of units of the line in the report.
    """

    code: str
    inputs: tuple[str, ...]
    quantity: str
    formula: str
    price: Callable[[Inputs], Decimal]
    amount: Callable[[Inputs], Decimal]
    minus: str = ""


CALCULATORS = (
    Calculator(
        "unit_cost",
        ("old_cost", "new_cost", "quantity"),
        "quantity",
        "({old_cost} − {new_cost}) × {quantity}",
        lambda given: given["old_cost"] - given["new_cost"],
        lambda given: given["quantity"],
    ),
    Calculator(
        "hours",
        ("minutes_saved", "quantity", "hour_rate"),
        "quantity",
        "{minutes_saved} × {quantity} ÷ 60 × {hour_rate}",
        lambda given: given["hour_rate"],
        lambda given: given["minutes_saved"] * given["quantity"] / 60,
    ),
    Calculator(
        "scrap",
        ("old_rate", "new_rate", "quantity", "piece_value"),
        "quantity",
        "({old_rate} % − {new_rate} %) × {quantity} × {piece_value}",
        lambda given: given["piece_value"],
        lambda given: (given["old_rate"] - given["new_rate"]) * given["quantity"] / 100,
    ),
    Calculator(
        "output",
        ("quantity", "margin"),
        "quantity",
        "{quantity} × {margin}",
        lambda given: given["margin"],
        lambda given: given["quantity"],
    ),
    Calculator(
        "instead",
        ("bought_price", "quantity", "own_cost"),
        "quantity",
        "{bought_price} × {quantity} − {own_cost}",
        lambda given: given["bought_price"],
        lambda given: given["quantity"],
        minus="own_cost",
    ),
)


@dataclass(frozen=True)
class Benefit:
    """A worked-out benefit of one year, in whole đồng."""

    amount: int
    unit_price: Decimal
    units: Decimal
    formula: str
    warnings: tuple[str, ...] = field(default=())


def yearly(quantity: Decimal, period: str, times: Decimal | None = None) -> Decimal:
    """Return how many a year; ``times`` is how many days or shifts a year has."""
    often = PERIODS[period]
    if often is None:
        if times is None:
            raise ValueError(period)
        often = times
    return quantity * often


def work_out(
    calculator: Calculator, given: Inputs, measured_days: Decimal | None = None
) -> Benefit:
    """Return the benefit of a year; ``given`` has every input, the quantity for a year.

    Warnings are codes: ``large`` above one billion đồng, ``short`` when measured for less than a
    month, ``negative`` when the new way costs more.
    """
    price, units = calculator.price(given), calculator.amount(given)
    minus = given[calculator.minus] if calculator.minus else Decimal(0)
    amount = int((price * units - minus).to_integral_value(ROUND_HALF_UP))
    shown = {name: format_number(_short(value)) for name, value in given.items()}
    warnings = []
    if amount > LARGE_BENEFIT:
        warnings.append("large")
    if amount < 0:
        warnings.append("negative")
    if measured_days is not None and measured_days < SHORT_MEASURE_DAYS:
        warnings.append("short")
    formula = f"{calculator.formula.format(**shown)} = {format_number(amount)}"
    return Benefit(amount, _short(price), _short(units), formula, tuple(warnings))


def _short(value: Decimal) -> Decimal:
    """Return a number with at most two decimals, as a paper shows it."""
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0


def carry(
    answers: Mapping[str, Any], item: str, benefit: Benefit, cost: int | None
) -> dict[str, Any]:
    """Return the answers a result changes: a line of the calculation, the cost, the value.

    The value follows the lines as long as nobody wrote another one by hand.
    """
    rows = list(answers.get("benefit_calc") or ())
    before = sum(row.get("amount", 0) for row in rows) - answers.get("implementation_cost", 0)
    follows = answers.get("benefit_value") in (None, before) or not rows
    row = {
        "item": item,
        "formula": benefit.formula,
        "unit_price": int(benefit.unit_price.to_integral_value(ROUND_HALF_UP)),
        "quantity": float(benefit.units) if benefit.units % 1 else int(benefit.units),
        "amount": benefit.amount,
    }
    changed: dict[str, Any] = {"benefit_calc": [*rows, row]}
    if cost is not None:
        changed["implementation_cost"] = cost
    spent = answers.get("implementation_cost", 0) if cost is None else cost
    total = sum(each.get("amount", 0) for each in changed["benefit_calc"]) - spent
    if follows and total >= 0:
        changed["benefit_value"] = total
    return changed
