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
from hypothesis import HealthCheck, Phase, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from tests.faults import findings, small_books
from tests.faults.carried_world import TRIED, VERDICTS, File, Place, World

TORTURE = bool(os.environ.get("TORTURE"))
HISTORIES = int(os.environ.get("HISTORIES", 10_000 if TORTURE else 6))
STEPS = 25
SHRINK = bool(os.environ.get("SHRINK"))
"""A failing history is told as it is; made shorter, which takes minutes, when asked to."""
CHOICE = st.integers(0, 2**30)
Done = list[Place] | None
WEIGHTS = {
    "write": 4,
    "edit: correct": 6,
    "edit: open": 1,
    "edit: same": 1,
    "edit: back": 1,
    "export: all": 5,
    "export: some": 2,
    "export: split": 2,
    "export again": 2,
    "hand over": 1,
    "queue again": 1,
    "back up": 2,
    "restore": 3,
    "reinstall": 1,
    "go on in two ways": 4,
    "take card": 1,
    "way: lose": 2,
    "way: copy": 2,
    "way: damage": 2,
    "way: damage a copy": 2,
    "carry: office": 8,
    "carry: team": 5,
    "carry: province": 2,
    "turn a clock": 1,
    "decide: accepted": 3,
    "decide: returned": 2,
    "decide: declined": 1,
    "decide: undo": 1,
    "decide: upload": 1,
    "answer": 5,
    "confirm a key": 1,
    "settle": 2,
    "pass on": 2,
    "forge": 1,
}


class Histories(RuleBasedStateMachine):
    """A history; what a step does is weighted, with whom and with what a number decides."""

    base: Path
    root: Path

    def __init__(self) -> None:
        super().__init__()
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir()
        self.world = World(self.base, self.root)
        self.seed, self.well = 0, True
        self.told: list[str] = []
        TRIED["histories"] += 1

    @initialize(choice=CHOICE)
    def begin(self, choice: int) -> None:
        self._begin(choice)

    def _begin(self, choice: int) -> None:
        """Something is on the way already: a step into the void teaches nothing."""
        self.seed, source, world = choice, random.Random(choice), self.world
        for place in world.teams[: source.randint(1, 3)]:
            for _report in range(source.randint(1, 2)):
                world.write(place)
            if source.random() < 0.5:
                world.back_up(place)
            world.export(place, None, None)
        if source.random() < 0.5:
            world.take_in(world.office, source.sample(world.files, len(world.files)))
            for initiative_id in sorted(world.office.desk.current)[:2]:
                world.decide(world.office, initiative_id, source.choice(VERDICTS))

    def teardown(self) -> None:
        try:
            if self.world.frozen and self.well:
                self.world.finish(random.Random(self.seed))
        except BaseException:
            note(f"steps: {self.told}")
            raise
        finally:
            self.world.close()

    @rule(choice=CHOICE)
    def step(self, choice: int) -> None:
        self.well = False
        self._step(choice)
        self.well = True

    def _step(self, choice: int) -> None:
        # Numbers drawn twice, as they often are, must not be the same step twice.
        source = random.Random(f"{self.seed} {len(self.told)} {choice}")
        (what,) = source.choices(list(WEIGHTS), list(WEIGHTS.values()))
        self.told.append(what)
        name, _, how = what.partition(": ")
        done = getattr(self, f"_{name.replace(' ', '_')}")(source, *([how] if how else []))
        if done is not None:
            TRIED[f"step {what}"] += 1
            for place in done:
                self.world.check(place)

    def _team(self, source: random.Random) -> Place:
        # The first computer does most of the work, as in life: long lines need one hand.
        return source.choices(self.world.teams, (4, 2, 1))[0]

    def _desk(self, source: random.Random) -> Place:
        return source.choices(self.world.desks, (4, 1))[0]

    # A team

    def _write(self, source: random.Random) -> Done:
        place = self._team(source)
        self.world.write(place)
        return [place]

    def _edit(self, source: random.Random, how: str) -> Done:
        place = self._team(source)
        if not place.team.reports:
            return None
        steps = {
            "correct": self.world.correct,
            "open": self.world.reopen,
            "same": self.world.complete_unchanged,
            "back": self.world.back_to_earlier_text,
        }
        steps[how](place, source.choice(sorted(place.team.reports)))
        return [place]

    def _export(self, source: random.Random, how: str) -> Done:
        place = self._team(source)
        waiting = [i for i, r in sorted(place.team.reports.items()) if r.submission == "queued"]
        chosen = source.sample(waiting, source.randint(0, len(waiting)))
        # Room for one or two of the small reports beside what every bundle has.
        most = 412_000 if how == "split" else None
        self.world.export(place, chosen if how == "some" else None, most)
        return [place]

    def _of(self, place: Place, source: random.Random) -> File | None:
        mine = [f for f in self.world.everything if f.bundle_id in place.left]
        return source.choice(mine) if mine else None

    def _export_again(self, source: random.Random) -> Done:
        place = source.choice([*self.world.teams, *self.world.desks])
        file = self._of(place, source)
        if file is None:
            return None
        self.world.export_again(place, file)
        return [place]

    def _hand_over(self, source: random.Random) -> Done:
        place = self._team(source)
        file = self._of(place, source)
        if file is None:
            return None
        self.world.hand_over(place, file)
        return [place]

    def _queue_again(self, source: random.Random) -> Done:
        place = self._team(source)
        if not place.team.reports:
            return None
        self.world.queue_again(place, source.choice(sorted(place.team.reports)))
        return [place]

    def _back_up(self, source: random.Random) -> Done:
        self.world.back_up(self._team(source))
        return []

    def _restore(self, source: random.Random) -> Done:
        place = self._team(source)
        if not place.backups:
            return None
        self.world.restore(place)
        return [place]

    def _go_on_in_two_ways(self, source: random.Random) -> Done:
        """A book is put back, and a report that had gone on goes on from there once more."""
        place = self._team(source)
        if not place.team.reports:
            return None
        initiative_id = source.choice(sorted(place.team.reports))
        self.world.back_up(place)
        for way in range(2):
            self.world.correct(place, initiative_id)
            self.world.export(place, None, None)
            if not way:
                self.world.restore(place)
        return [place]

    def _reinstall(self, source: random.Random) -> Done:
        place = self._team(source)
        self.world.reinstall(place)
        return [place]

    def _take_card(self, _source: random.Random) -> Done:
        place = self.world.teams[2]
        self.world.take_card(place)
        return [place]

    # On the way

    def _way(self, source: random.Random, what: str) -> Done:
        if not self.world.files:
            return None
        file = source.choice(self.world.files)
        if what == "lose":
            self.world.lose(file)
        elif what == "copy":
            self.world.copy_file(file)
        elif file.damaged:
            return None
        else:
            self.world.damage(file, source, instead=what == "damage")
        return []

    def _carry(self, source: random.Random, where: str) -> Done:
        """Some of the files that are not this computer's own, in any order."""
        places = dict(zip(("office", "province"), self.world.desks, strict=True))
        place = places.get(where) or self._team(source)
        # A stick brings mostly what it should, and now and then something else.
        wanted = {"team": ("receipt",), "office": ("submission", "receipt"), "province": ("relay",)}
        strange = source.random() < 0.1
        files = [
            f
            for f in self.world.files
            if f.key != place.key
            and (strange or f.kind in wanted[where])
            # A bundle open to everyone is any office's to take in; here it is the first one's.
            and not (where == "province" and f.kind == "submission" and not f.open_to)
        ]
        if not files:
            return None
        self.world.take_in(place, source.sample(files, min(source.randint(1, 5), len(files))))
        return [place]

    def _turn_a_clock(self, source: random.Random) -> Done:
        place = source.choice([*self.world.teams, *self.world.desks])
        place.clock.now += timedelta(minutes=source.randint(-100_000, 100_000))
        return []

    # The office

    def _decide(self, source: random.Random, what: str) -> Done:
        place = self._desk(source)
        if not place.desk.current:
            return None
        initiative_id = source.choice(sorted(place.desk.current))
        if what == "undo":
            self.world.undo(place, initiative_id)
        elif what == "upload":
            self.world.upload(place, initiative_id)
        else:
            self.world.decide(place, initiative_id, what)
        return [place]

    def _answer(self, source: random.Random) -> Done:
        place = self._desk(source)
        self.world.answer(place)
        return [place]

    def _confirm_a_key(self, source: random.Random) -> Done:
        place = self.world.office
        if not place.desk.keys:
            return None
        self.world.confirm(place, source.choice(sorted(place.desk.keys)))
        return [place]

    def _settle(self, source: random.Random) -> Done:
        place = self.world.office
        if not place.desk.waiting:
            return None
        self.world.settle(place, source)
        return [place]

    def _pass_on(self, source: random.Random) -> Done:
        place = self.world.office
        self.world.pass_on(place, again=source.random() < 0.3)
        return [place]

    def _forge(self, source: random.Random) -> Done:
        place = self._team(source)
        if not place.team.reports:
            return None
        self.world.forge(place, source.choice(sorted(place.team.reports)))
        return [place]


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
                    derandomize=not (TORTURE or SHRINK),
                    database=None,
                    phases=(Phase.generate, Phase.shrink) if SHRINK else (Phase.generate,),
                    report_multiple_bugs=False,
                    suppress_health_check=list(HealthCheck),
                    print_blob=True,
                ),
            )
    finally:
        findings.note("Histories", "ended in agreement", TRIED.pop("histories", 0))
        for what, count in TRIED.items():
            kind = "Steps of histories" if what.startswith("step ") else "Ways of histories"
            findings.note(kind, what.removeprefix("step "), count)
