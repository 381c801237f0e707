"""Any order of writing, carrying, losing, damaging, answering: both sides agree in the end.

A history is a few dozen steps drawn at random, with the real services and real files. After every
step each book is compared with what it must hold; at the end what is not lost is carried both ways
until nothing changes, then everything that can be made again is made and carried again.
"""

import os
import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.faults import small_books
from tests.faults.carried_world import TRIED, VERDICTS, Place, World

TORTURE = bool(os.environ.get("TORTURE"))
HISTORIES = int(os.environ.get("HISTORIES", 10_000 if TORTURE else 40))
STEPS = 50 if TORTURE else 25
SHRINK = bool(os.environ.get("SHRINK"))
"""A failing history is told as it is; made shorter, which takes minutes, when asked to."""
CHOICE = st.integers(0, 2**16)


class Histories(RuleBasedStateMachine):
    """A history; each step says which computer, report or file by a number."""

    base: Path
    root: Path

    def __init__(self) -> None:
        super().__init__()
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        self.world = World(self.base, self.root)
        self.seed = 0
        TRIED["histories"] += 1

    @initialize(seed=CHOICE)
    def begin(self, seed: int) -> None:
        self.seed = seed
        self.world.write(self.world.teams[0])

    def teardown(self) -> None:
        try:
            if self.world.frozen:
                self.world.finish(random.Random(self.seed))
        finally:
            self.world.close()

    def team(self, choice: int) -> Place:
        # The first computer does most of the work, as in life: long lines need one hand.
        return self.world.teams[(0, 0, 1, 2)[choice % 4]]

    def report(self, place: Place, choice: int) -> str | None:
        reports = sorted(place.team.reports)
        return reports[choice // 4 % len(reports)] if reports else None

    def held(self, place: Place, choice: int) -> str | None:
        held = sorted(place.desk.current)
        return held[choice % len(held)] if held else None

    def done(self, step: str, *places: Place) -> None:
        TRIED[f"step {step}"] += 1
        for place in places:
            self.world.check(place)

    # A team

    @rule(choice=CHOICE)
    def write(self, choice: int) -> None:
        place = self.team(choice)
        self.world.write(place)
        self.done("write", place)

    @rule(choice=CHOICE, how=st.sampled_from(["correct", "correct", "open", "same", "back"]))
    def edit(self, choice: int, how: str) -> None:
        place = self.team(choice)
        initiative_id = self.report(place, choice)
        if initiative_id is None:
            return
        steps = {
            "correct": self.world.correct,
            "open": self.world.reopen,
            "same": self.world.complete_unchanged,
            "back": self.world.back_to_earlier_text,
        }
        steps[how](place, initiative_id)
        self.done(f"edit: {how}", place)

    @rule(choice=CHOICE, some=st.booleans(), split=st.booleans())
    def export(self, choice: int, some: bool, split: bool) -> None:
        place = self.team(choice)
        waiting = [i for i, r in sorted(place.team.reports.items()) if r.submission == "queued"]
        chosen = waiting[:: 1 + choice % 2] if some else None
        # Room for one or two of the small reports beside what every bundle has.
        self.world.export(place, chosen, 412_000 if split else None)
        self.done("export: split" if split else "export", place)

    @rule(choice=CHOICE)
    def export_again(self, choice: int) -> None:
        place = (*self.world.teams, *self.world.desks)[choice % 5]
        mine = [f for f in self.world.everything if f.bundle_id in place.left]
        if mine:
            self.world.export_again(place, mine[choice // 5 % len(mine)])
            self.done("export again", place)

    @rule(choice=CHOICE)
    def hand_over(self, choice: int) -> None:
        place = self.team(choice)
        mine = [f for f in self.world.everything if f.bundle_id in place.left]
        if mine:
            self.world.hand_over(place, mine[choice // 4 % len(mine)])
            self.done("hand over", place)

    @rule(choice=CHOICE)
    def queue_again(self, choice: int) -> None:
        place = self.team(choice)
        initiative_id = self.report(place, choice)
        if initiative_id is not None:
            self.world.queue_again(place, initiative_id)
            self.done("queue again", place)

    @rule(choice=CHOICE)
    def back_up(self, choice: int) -> None:
        self.world.back_up(self.team(choice))
        self.done("back up")

    @rule(choice=CHOICE)
    def restore(self, choice: int) -> None:
        place = self.team(choice)
        if place.backups:
            self.world.restore(place)
            self.done("restore", place)

    @rule(choice=CHOICE)
    def reinstall(self, choice: int) -> None:
        if choice % 3 == 0:
            place = self.team(choice // 3)
            self.world.reinstall(place)
            self.done("reinstall", place)

    @rule()
    def take_card(self) -> None:
        place = self.world.teams[2]
        self.world.take_card(place)
        self.done("take the card", place)

    # On the way

    @precondition(lambda self: self.world.files)
    @rule(choice=CHOICE, what=st.sampled_from(["lose", "copy", "damage", "damage a copy"]))
    def on_the_way(self, choice: int, what: str) -> None:
        file = self.world.files[choice % len(self.world.files)]
        if what == "lose":
            self.world.lose(file)
        elif what == "copy":
            self.world.copy_file(file)
        elif not file.damaged:
            self.world.damage(file, random.Random(choice), instead=what == "damage")
        self.done(what)

    @precondition(lambda self: self.world.files)
    @rule(choice=CHOICE, count=st.integers(1, 5))
    def carry_to_the_office(self, choice: int, count: int) -> None:
        self._carry(self.world.office, choice, count)
        self.done("take in at the office", self.world.office)

    @precondition(lambda self: self.world.files)
    @rule(choice=CHOICE, count=st.integers(1, 5))
    def carry_to_the_team(self, choice: int, count: int) -> None:
        place = self.team(choice)
        self._carry(place, choice, count)
        self.done("take in at a team", place)

    @precondition(lambda self: any(f.kind == "relay" for f in self.world.files))
    @rule(choice=CHOICE, count=st.integers(1, 3))
    def carry_to_the_province(self, choice: int, count: int) -> None:
        self._carry(self.world.province, choice, count)
        self.done("take in above", self.world.province)

    def _carry(self, place: Place, choice: int, count: int) -> None:
        """Some of the files that are not this computer's own, in any order."""
        source = random.Random(choice)
        # A stick brings mostly what it should, and now and then something else.
        kinds = {"team": ("receipt",), "office": ("submission", "receipt"), "province": ("relay",)}
        wanted = kinds["team" if place.is_team else place.name]
        strange = source.random() < 0.1
        files = [
            f for f in self.world.files if f.key != place.key and (strange or f.kind in wanted)
        ]
        chosen = source.sample(files, min(count, len(files)))
        self.world.take_in(place, chosen)

    @rule(choice=CHOICE, minutes=st.integers(-100_000, 100_000))
    def turn_a_clock(self, choice: int, minutes: int) -> None:
        place = (*self.world.teams, *self.world.desks)[choice % 5]
        place.clock.now += timedelta(minutes=minutes)
        self.done("turn a clock")

    # The office

    def desk(self, choice: int) -> Place:
        return self.world.desks[choice % 4 == 3]

    @rule(choice=CHOICE, verdict=st.sampled_from(VERDICTS))
    def decide(self, choice: int, verdict: str) -> None:
        place = self.desk(choice)
        initiative_id = self.held(place, choice // 4)
        if initiative_id is not None:
            self.world.decide(place, initiative_id, verdict)
            self.done(f"decide: {verdict}", place)

    @rule(choice=CHOICE, what=st.sampled_from(["undo", "upload"]))
    def after_deciding(self, choice: int, what: str) -> None:
        place = self.desk(choice)
        initiative_id = self.held(place, choice // 4)
        if initiative_id is not None:
            (self.world.undo if what == "undo" else self.world.upload)(place, initiative_id)
            self.done(what, place)

    @rule(choice=CHOICE)
    def answer(self, choice: int) -> None:
        place = self.desk(choice)
        self.world.answer(place)
        self.done("answer", place)

    @rule(choice=CHOICE)
    def confirm_a_key(self, choice: int) -> None:
        keys = sorted(self.world.office.desk.keys)
        if keys:
            self.world.confirm(self.world.office, keys[choice % len(keys)])
            self.done("confirm a key", self.world.office)

    @precondition(lambda self: self.world.office.desk.waiting)
    @rule(choice=CHOICE)
    def settle(self, choice: int) -> None:
        self.world.settle(self.world.office, random.Random(choice))
        self.done("settle", self.world.office)

    @rule(again=st.booleans())
    def pass_on(self, again: bool) -> None:
        self.world.pass_on(self.world.office, again=again)
        self.done("pass on", self.world.office)

    @rule(choice=CHOICE)
    def forge(self, choice: int) -> None:
        place = self.team(choice)
        initiative_id = self.report(place, choice)
        if initiative_id is not None:
            self.world.forge(place, initiative_id)
            self.done("forge", place)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """Books that were just begun; every history copies them."""
    root = tmp_path_factory.mktemp("begun")
    with small_books.quick():
        small_books.make_books(root)
    return root


def test_any_history_ends_in_agreement(base, tmp_path):
    Histories.base, Histories.root = base, tmp_path / "history"
    try:
        with small_books.quick():
            run_state_machine_as_test(
                Histories,
                settings=settings(
                    max_examples=HISTORIES,
                    stateful_step_count=STEPS,
                    deadline=None,
                    derandomize=not TORTURE,
                    database=None,
                    phases=(Phase.generate, Phase.shrink) if SHRINK else (Phase.generate,),
                    report_multiple_bugs=False,
                    suppress_health_check=list(HealthCheck),
                    print_blob=True,
                ),
            )
    finally:
        print("\n" + "\n".join(f"{count:8} {what}" for what, count in sorted(TRIED.items())))
