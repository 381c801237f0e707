"""Score sheets: floors, pass marks, grades, steps, and several members together."""

import json
from decimal import Decimal

import pytest

from desktop_app.domain.rubrics import averaged, check_points, points_text, read_rubric, result_of
from desktop_app.errors import BadInput
from desktop_app.resource_files import resource_path


def rubric(name):
    path = resource_path("rubrics") / f"{name}.json"
    return read_rubric(json.loads(path.read_text("utf-8")))


def scored(name, *points):
    sheet = rubric(name)
    given = {c.name: p for c, p in zip(sheet.criteria, points, strict=False)}
    return sheet, check_points(sheet, given)


@pytest.mark.parametrize(
    ("points", "total", "passed", "grade"),
    [
        ((35, 25, 25), "85", True, "Loại A"),
        # 90 points, but novelty below 30: not A (domain.md 2.2, QĐ 465/2026).
        ((29, 30, 30), "89", True, "Loại B"),
        ((19, 30, 30), "79", True, "Loại C"),
        ((20, 25, 25), "70", True, "Loại B"),
        ((20, 15, 15), "50", True, "Loại C"),
        ((20, 15, 14), "49", False, ""),
        ((40, 30, 9), "79", False, ""),
    ],
)
def test_the_da_nang_sheet(points, total, passed, grade):
    sheet, given = scored("da-nang-2026", *points)
    result = result_of(sheet, given)
    assert (result.total, result.passed, result.grade) == (Decimal(total), passed, grade)


def test_a_floor_disqualifies_whatever_the_total():
    sheet, given = scored("bac-ninh", 9, 20, 15, 10, 15, 10, 10)
    result = result_of(sheet, given)
    assert result.total == 89
    assert result.passed is False
    assert result.below_floor == ("A1. Tính mới, mục thứ nhất",)


def test_half_points_only_where_the_sheet_has_them():
    sheet, given = scored("hoi-dong-co-so", "20,5", 10, 10, 20, 10)
    assert result_of(sheet, given).total == Decimal("70.5")
    for bad in ("20,3", "31", "-1", "x", "nan", "Infinity"):
        with pytest.raises(BadInput, match="SSK-842"):
            scored("hoi-dong-co-so", bad)
    with pytest.raises(BadInput, match="SSK-842"):
        scored("bac-ninh", "10.5")


def test_single_values_are_the_only_ones_and_no_pass_mark_passes_nothing():
    sheet, given = scored("ump-mau-04", 28, 42)
    result = result_of(sheet, given)
    assert (result.total, result.complete, result.passed) == (70, True, None)
    with pytest.raises(BadInput, match="SSK-842"):
        scored("ump-mau-04", 30)
    with pytest.raises(BadInput, match="SSK-844"):
        check_points(sheet, {"Không có mục này": 1})


def test_missing_points_are_neither_passed_nor_failed():
    sheet, given = scored("hoi-dong-co-so", 30, 15, 15, 25)
    result = result_of(sheet, given)
    assert (result.total, result.complete, result.passed, result.grade) == (85, False, None, "")


def test_members_together_count_complete_sheets_only():
    sheet, first = scored("hoi-dong-co-so", 30, 15, 15, 25, 10)
    _sheet, second = scored("hoi-dong-co-so", 20, 10, 10, 20, 10)
    _sheet, third = scored("hoi-dong-co-so", 1)
    assert averaged(sheet, [third]) is None
    together = averaged(sheet, [first, second, third])
    assert (together.members, together.result.total) == (2, Decimal("82.50"))
    assert together.result.grade == "Đề nghị lên cấp trên"
    assert together.points["Tính mới"] == 25
    assert (together.spread, together.wide) == (25, True)
    near = averaged(sheet, [first, {**first, "Tính mới": Decimal(10)}])
    assert (near.spread, near.wide) == (20, False)


def test_the_mean_of_totals_holds_where_rounded_means_drift():
    sheet = read_rubric(
        {"name": "x", "criteria": [{"name": n, "max": 10} for n in "abc"], "pass": 10, "step": 1}
    )
    sheets = [
        {n: Decimal(p) for n, p in zip("abc", points, strict=True)}
        for points in ((3, 3, 3), (3, 3, 3), (4, 4, 4))
    ]
    # Each mean is 3,33; three of them are 9,99, but the mean of 9, 9 and 12 is 10.
    together = averaged(sheet, sheets)
    assert (together.result.total, together.result.passed) == (10, True)


def test_points_as_papers_write_them():
    assert [points_text(Decimal(n)) for n in ("72.50", "100", "0", "8.25")] == [
        "72,5",
        "100",
        "0",
        "8,25",
    ]


@pytest.mark.parametrize(
    "path", sorted(resource_path("rubrics").glob("*.json")), ids=lambda p: p.stem
)
def test_what_is_printed_and_what_is_computed_agree(path):
    data = json.loads(path.read_text("utf-8"))
    sheet = read_rubric(data)
    assert sheet.total == 100
    if sheet.passes_from is not None:
        assert f"từ {sheet.passes_from}" in sheet.rule
    for grade in sheet.grades:
        assert str(grade.total) in sheet.rule
        for name in grade.least:
            sheet.criterion(name)
    for printed, criterion in zip(data["criteria"], sheet.criteria, strict=True):
        assert len(printed.get("levels", [])) == len(criterion.levels)
        for text, level in zip(printed.get("levels", []), criterion.levels, strict=True):
            said = f"{level.least}–{level.most}" if level.least != level.most else f"{level.most}"
            assert text.startswith(said)
        if criterion.levels:
            assert max(level.most for level in criterion.levels) == criterion.most
