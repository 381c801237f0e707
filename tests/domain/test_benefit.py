"""Benefit calculators: domain.md 7c."""

from decimal import Decimal

import pytest

from desktop_app.domain.benefit import CALCULATORS, carry, work_out, yearly

BY_CODE = {calculator.code: calculator for calculator in CALCULATORS}


def given(**values):
    return {name: Decimal(str(value)) for name, value in values.items()}


@pytest.mark.parametrize(
    ("code", "inputs", "amount", "formula"),
    [
        ("unit_cost", given(old_cost=12_500, new_cost=11_000, quantity=24_000), 36_000_000,
         "(12.500 − 11.000) × 24.000 = 36.000.000"),
        ("hours", given(minutes_saved="0.4667", quantity=105_000, hour_rate=42_000), 34_302_450,
         "0,47 × 105.000 ÷ 60 × 42.000 = 34.302.450"),
        ("scrap", given(old_rate="3.2", new_rate="0.8", quantity=105_000, piece_value=8_000),
         20_160_000, "(3,2 % − 0,8 %) × 105.000 × 8.000 = 20.160.000"),
        ("output", given(quantity=1_200, margin=15_000), 18_000_000, "1.200 × 15.000 = 18.000.000"),
        ("instead", given(bought_price=45_000_000, quantity=2, own_cost=13_500_000), 76_500_000,
         "45.000.000 × 2 − 13.500.000 = 76.500.000"),
    ],
)  # fmt: skip
def test_each_calculator(code, inputs, amount, formula):
    found = work_out(BY_CODE[code], inputs)
    assert (found.amount, found.formula, found.warnings) == (amount, formula, ())


def test_quantities_of_other_periods_become_yearly():
    assert yearly(Decimal(100), "year") == 100
    assert yearly(Decimal(100), "month") == 1200
    assert yearly(Decimal(100), "shift", Decimal(590)) == 59_000
    with pytest.raises(ValueError, match="day"):
        yearly(Decimal(100), "day")


def test_warnings_say_what_to_look_at_again():
    large = work_out(BY_CODE["output"], given(quantity=100_000, margin=15_000), Decimal(12))
    assert large.warnings == ("large", "short")
    worse = work_out(BY_CODE["unit_cost"], given(old_cost=1, new_cost=2, quantity=10))
    assert (worse.amount, worse.warnings) == (-10, ("negative",))
    month = work_out(BY_CODE["output"], given(quantity=1, margin=1), Decimal(30))
    assert month.warnings == ()


def test_a_result_becomes_a_line_and_the_value_follows():
    found = work_out(BY_CODE["output"], given(quantity=1_200, margin=15_000))
    first = carry({}, "Tăng sản lượng", found, 3_000_000)
    assert first["benefit_calc"] == [
        {"item": "Tăng sản lượng", "formula": "1.200 × 15.000 = 18.000.000",
         "unit_price": 15_000, "quantity": 1_200, "amount": 18_000_000}
    ]  # fmt: skip
    assert (first["implementation_cost"], first["benefit_value"]) == (3_000_000, 15_000_000)
    second = carry(first, "Tăng sản lượng", found, None)
    assert len(second["benefit_calc"]) == 2
    assert second["benefit_value"] == 33_000_000
    assert "implementation_cost" not in second


def test_a_value_written_by_hand_is_left_alone():
    found = work_out(BY_CODE["output"], given(quantity=1_200, margin=15_000))
    before = {"benefit_calc": [{"item": "Khác", "amount": 5}], "benefit_value": 7}
    assert "benefit_value" not in carry(before, "Tăng sản lượng", found, None)
