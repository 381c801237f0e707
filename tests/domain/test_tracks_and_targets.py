import itertools

import pytest

from desktop_app.domain import tracks
from desktop_app.domain.targets import Base, PeopleCount, Rounding, rule_target, shortfall
from desktop_app.errors import NotAllowed

STATES = (
    (tracks.WRITING, list(tracks.Writing)),
    (tracks.RECOGNITION, list(tracks.Recognition)),
    (tracks.SUBMISSION, list(tracks.Submission)),
)


@pytest.mark.parametrize(("track", "states"), STATES, ids=["writing", "recognition", "submission"])
def test_every_step_not_listed_is_refused(track, states):
    for before, after in itertools.product(states, repeat=2):
        if after in track.steps[before]:
            track.check(before, after)
        else:
            with pytest.raises(NotAllowed):
                track.check(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [("none", "accepted"), ("queued", "handed_over"), ("received", "uploaded"),
     ("declined", "uploaded"), ("returned", "uploaded"), ("none", "bundled")],
)  # fmt: skip
def test_shortcuts_are_refused(before, after):
    assert not tracks.SUBMISSION.allows(before, after)


def test_every_state_can_be_left_and_reached():
    for track, states in STATES:
        reached = {after for steps in track.steps.values() for after in steps} | {track.first}
        assert reached >= set(states)
        assert all(track.steps[state] for state in states)


def test_a_verdict_other_than_accepted_says_why():
    tracks.check_verdict("accepted", "")
    for verdict in ("returned", "declined"):
        with pytest.raises(NotAllowed):
            tracks.check_verdict(verdict, "  ")
    with pytest.raises(NotAllowed):
        tracks.check_verdict("uploaded", "x")


def test_ten_percent_of_the_published_base():
    assert rule_target(10, 30_940, Rounding.UP) == 3094
    assert rule_target(10, 30_941, Rounding.UP) == 3095
    assert rule_target(10, 30_945, Rounding.NEAREST) == 3095
    assert rule_target(10, 30_949, Rounding.DOWN) == 3094
    assert rule_target(0.1, 3000, Rounding.UP) == 3
    assert shortfall(3094, 2500) == 594
    assert shortfall(10, 12) == 0
    assert shortfall(None, 5) is None


def test_a_base_may_count_workers():
    import datetime

    people = PeopleCount(datetime.date(2026, 1, 1), 100, 40)
    assert (people.of(Base.MEMBERS), people.of(Base.MEMBERS_AND_WORKERS)) == (100, 140)
