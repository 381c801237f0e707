"""Thresholds counted exactly, what entries say together, and time limits at the ends of months."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import read_day
from desktop_app.domain.recognition import (
    MEMBERS,
    PRESENT,
    Member,
    Threshold,
    members_in,
    said_together,
    seat_findings,
    threshold_in,
    vote_findings,
    vote_of,
)
from desktop_app.domain.time_limits import TimeLimit, limit_states


def rule(votes=2, of=3, base=MEMBERS):
    return Threshold("x", {"vi": "x"}, votes, of, base, "nguồn")


shares = st.integers(1, 200).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of)))


@given(shares, st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_threshold_is_the_exact_fraction(share, votes, total):
    votes_needed, of = share
    passes = total > 0 and Fraction(votes, total) >= Fraction(votes_needed, of)
    assert rule(votes_needed, of).passes(votes, total) == passes


@given(shares, st.integers(1, 10_000))
def test_the_least_number_of_votes_passes_and_one_less_does_not(share, total):
    threshold = rule(*share)
    least = threshold.least(total)
    assert 0 < least <= total
    assert threshold.passes(least, total)
    assert not threshold.passes(least - 1, total)


@pytest.mark.parametrize(
    ("votes", "total", "passes"),
    [(2, 3, True), (3, 5, False), (4, 6, True), (6, 9, True), (66, 100, False), (67, 100, True)],
)
def test_two_thirds(votes, total, passes):
    assert rule().passes(votes, total) is passes


def test_seventy_percent_is_no_two_thirds():
    assert rule(70, 100).passes(7, 10)
    assert not rule(70, 100).passes(69, 99)


def test_a_rule_over_members_counts_who_stayed_away():
    said = {"votes_for": 3, "votes_total": 4, "members_total": 5}
    assert vote_of(said, rule()) == (3, 5)
    assert vote_of(said, rule(base=PRESENT)) == (3, 4)
    assert [f.code for f in vote_findings(said, rule())] == ["SSK-741"]
    assert vote_findings(said, rule(base=PRESENT)) == ()


@pytest.mark.parametrize(
    "bad",
    [
        {"votes_for": "x", "votes_total": [1]},
        {"votes_for": True, "votes_total": 3},
        {"members": "nobody", "threshold": "2/3"},
        {"members": [1, {"name": None}], "threshold": {"votes": 5, "of": 3}},
        {"threshold": {"votes": 0, "of": 0}, "votes_for": 1, "votes_total": 0},
        {"present": {}, "members_total": -4, "votes_for": -1, "votes_total": 3},
    ],
)
def test_what_came_in_a_bundle_may_be_of_any_kind(bad):
    usual = rule()
    vote_findings(bad, usual)
    assert threshold_in(bad, usual) == usual
    assert vote_of(bad, usual) is None
    assert all(set(row) >= {"name", "role", "union", "present"} for row in members_in(bad))


# Entries together


def test_filed_anew_after_a_refusal_begins_anew():
    entries = [
        ("filed", {"receipt_no": "01", "filed_date": "2026-01-05"}),
        ("refused", {"reason": "chưa đủ"}),
        ("filed", {"receipt_no": "02", "filed_date": "2026-03-05"}),
    ]
    said = said_together(entries)
    assert said == {"receipt_no": "02", "filed_date": "2026-03-05", "state": "filed"}


def test_a_decision_that_was_taken_back_is_none():
    entries = [
        ("filed", {"receipt_no": "01"}),
        ("recognised", {"decision_no": "1", "decision_date": "2026-02-01", "certificate_no": []}),
        ("filed", {"correction": "nhầm hồ sơ"}),
    ]
    assert said_together(entries) == {
        "receipt_no": "01",
        "correction": "nhầm hồ sơ",
        "state": "filed",
    }


# Who sits on the council

SEATS = (Member("Lê  Văn HÀ", "chair"), Member("Trần Bình", "secretary"))


def test_an_author_on_the_council_is_told_and_a_like_name_is_not():
    codes = {f.code for f in seat_findings(SEATS, ["Lê Văn Hà"])}
    assert codes == {"SSK-743", "SSK-744"}
    assert {f.code for f in seat_findings(SEATS, ["Lê Văn Hạ"])} == {"SSK-743"}


def test_the_head_as_author_matters_where_the_state_pays():
    union = (*SEATS, Member("Đỗ Mai", "expert", union=True))
    authors = ["Vũ An"]
    assert seat_findings(union, authors, head="Vũ An") == ()
    found = seat_findings(union, authors, head="Vũ An", state_funded=True)
    assert [f.code for f in found] == ["SSK-745"]


def test_a_council_wants_a_chair_and_a_secretary():
    assert [f.code for f in seat_findings((Member("A", "union"),), [])] == ["SSK-747"]


# Limits


def limit(**changes):
    fields = {"after": ("filed_date",), "months": 1, "done": "accepted_date"} | changes
    return TimeLimit("x", {"vi": "x"}, source="Điều 6", **fields)


@pytest.mark.parametrize(
    ("began", "months", "due"),
    [
        ("2026-01-31", 1, date(2026, 2, 28)),
        ("2024-01-31", 1, date(2024, 2, 29)),
        ("2026-11-30", 3, date(2027, 2, 28)),
        ("2026-12-31", 3, date(2027, 3, 31)),
        ("2024-02-29", 12, date(2025, 2, 28)),
        ("2026-02-28", 1, date(2026, 3, 28)),
    ],
)
def test_limits_at_the_ends_of_months(began, months, due):
    found = limit_states([limit(months=months)], {"filed_date": began}, due)
    assert [(one.due, one.late, one.open) for one in found] == [(due, 0, True)]
    (later,) = limit_states([limit(months=months)], {"filed_date": began}, due + timedelta(1))
    assert later.late == 1


def test_a_limit_kept_or_not_is_told_by_the_day_it_was_done():
    dates = {"filed_date": "2026-01-31", "accepted_date": "2026-02-28"}
    (kept,) = limit_states([limit()], dates, date(2027, 1, 1))
    assert (kept.done_on, kept.late) == (date(2026, 2, 28), 0)
    (late,) = limit_states([limit()], dates | {"accepted_date": "2026-03-02"}, date(2027, 1, 1))
    assert late.late == 2


def test_the_later_beginning_counts_and_filing_stands_in_for_acceptance():
    decide = limit(
        after=("accepted_date", "trial_end_date"),
        or_after="filed_date",
        months=3,
        done="decision_date",
    )
    today = date(2026, 1, 1)
    (one,) = limit_states([decide], {"filed_date": "2026-01-10"}, today)
    assert one.due == date(2026, 4, 10)
    (two,) = limit_states(
        [decide], {"filed_date": "2026-01-10", "accepted_date": "2026-01-20"}, today
    )
    assert two.due == date(2026, 4, 20)
    dates = {"accepted_date": "2026-01-20", "trial_end_date": "2026-05-31"}
    assert limit_states([decide], dates, today)[0].due == date(2026, 8, 31)


def test_a_month_is_late_only_when_all_of_it_is():
    first_use = {"first_applied_date": "2025-03"}
    year = limit(after=("first_applied_date",), months=12, done="filed_date")
    (one,) = limit_states([year], first_use, date(2026, 3, 20))
    assert (one.due, one.late) == (date(2026, 3, 1), 0)
    (late,) = limit_states([year], first_use, date(2026, 4, 1))
    assert late.late == 1


def test_pay_comes_back_for_three_years_and_only_for_the_recognised():
    pay = limit(after=("first_applied_date",), done="paid_years", years=3, state="recognised")
    dates = {"first_applied_date": "2024-01-31", "state": "recognised"}
    today = date(2025, 1, 1)
    assert limit_states([pay], dates, today)[0].due == date(2025, 2, 28)
    second = limit_states([pay], dates | {"paid_years": 1}, today)[0]
    assert (second.year, second.due) == (2, date(2026, 2, 28))
    assert limit_states([pay], dates | {"paid_years": 3}, today) == ()
    assert limit_states([pay], dates | {"state": "refused"}, today) == ()


def test_a_limit_holds_only_while_it_is_in_force():
    old = limit(valid_from="2012-04-25", valid_to="2026-01-15")
    assert limit_states([old], {"filed_date": "2026-01-20"}, date(2026, 3, 1)) == ()
    assert limit_states([old], {"filed_date": "2026-01-10"}, date(2026, 3, 1)) != ()


def test_days_as_people_write_them():
    assert read_day(" 5/3/2026 ") == date(2026, 3, 5)
    assert read_day("05-03-2026") == date(2026, 3, 5)
    assert read_day("2026-03-05") == date(2026, 3, 5)
    for text in ("", "3/2026", "31/02/2026", "2026-03", "5/3/26", "mai"):
        with pytest.raises(ValueError, match=r"."):
            read_day(text)
