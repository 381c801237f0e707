"""The board arranged: filtered, sorted, as a tree; totals count nothing twice."""

from desktop_app.services.board import (
    BoardFilter,
    arrange,
    as_table_text,
    largest_shortfalls,
    totals,
)
from desktop_app.services.progress import progress
from tests.services.boards import sample_board


def codes(rows):
    return [row.line.code for row in rows]


def test_a_tree_is_opened_shut_and_sorted_among_sisters(office):
    upper, _below, _made = sample_board(office)
    lines = progress(office, phase="G2")
    rows = arrange(lines)
    assert codes(rows) == ["KCNTN", "MSC", "PSC", "XA", "XB", "XC"]
    assert [row.depth for row in rows] == [0, 1, 1, 2, 2, 2]
    assert codes(arrange(lines, shut={upper.id})) == ["KCNTN", "MSC", "PSC"]
    by_target = arrange(lines, sort="target", descending=True)
    assert codes(by_target) == ["KCNTN", "PSC", "XA", "XC", "XB", "MSC"]
    flat = arrange(lines, tree=False, sort="target")
    assert [row.line.target for row in flat] == [4, 5, 5, 9, 18, 23]


def test_filters_ignore_marks_and_missing_values_come_last(office):
    sample_board(office)
    lines = progress(office, phase="G1")
    assert codes(arrange(lines, BoardFilter(search="xuong a"))) == ["XA"]
    assert codes(arrange(lines, BoardFilter(search="psc"))) == ["PSC"]
    assert codes(arrange(lines, BoardFilter(kind="CD_PHUONG"))) == ["PSC"]
    for descending in (False, True):
        rows = arrange(lines, tree=False, sort="target", descending=descending)
        assert {row.line.target for row in rows[-3:]} == {None}
    behind = arrange(lines, BoardFilter(standing="behind"))
    assert {row.line.code for row in behind} == {"XA", "PSC", "KCNTN"}


def test_totals_count_nothing_twice(office):
    upper, below, _made = sample_board(office)
    lines = progress(office, phase="G2")
    by_code = {line.code: line for line in lines}
    assert totals(arrange(lines), lines)["target"] == by_code["KCNTN"].target
    some = arrange(lines, BoardFilter(search="Xưởng"))
    assert totals(some, lines)["ready"] == by_code["PSC"].ready
    both = tuple(row for row in arrange(lines) if row.id in (upper.id, below[0].id))
    assert totals(both, lines)["target"] == by_code["PSC"].target


def test_the_largest_gaps_leave_out_sums(office):
    sample_board(office)
    rows = largest_shortfalls(progress(office, phase="G2"), 3)
    assert rows[0].code == "XA"
    assert {row.code for row in rows}.isdisjoint({"PSC", "KCNTN"})
    assert [row.shortfall for row in rows] == sorted((r.shortfall for r in rows), reverse=True)


def test_a_copied_table_holds_no_formula():
    text = as_table_text(["Đơn vị", "Số"], [["=cmd|' /C calc'!A0", "-"], ["A\tB\nC", "12"]])
    assert text == "Đơn vị\tSố\n'=cmd|' /C calc'!A0\t-\nA B C\t12\n"
