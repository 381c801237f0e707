"""What each answer was before: undo and redo per question, as a draft keeps them.

A step is a value an answer had. What is typed without a pause of a second, up to the next space,
is one step: undo takes back a word, not a letter. Nothing here knows a clock; the moment of a
change, in seconds of any steady clock, is given.
"""

import copy
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.findings import Path

MOST_STEPS = 100
_PAUSE = 1.0


@dataclass(frozen=True)
class StepChange:
    """Which steps of a question are to be kept anew.

    Those from ``since`` on become ``values``, those before ``oldest`` go; steps are numbered from
    0 on for as long as the draft lives.
    """

    path: str
    since: int
    values: tuple[Any, ...]
    oldest: int


@dataclass
class _Steps:
    values: list[Any]
    first: int = 0
    place: int = 0
    kept: int = 0
    typed_at: float | None = None

    @property
    def newest(self) -> int:
        return len(self.values) - 1

    def go(self, by: int) -> Any:
        self.place += by
        self.typed_at = None
        return copy.deepcopy(self.values[self.place])

    def append(self, value: Any) -> None:
        del self.values[self.place + 1 :]
        self.values.append(copy.deepcopy(value))
        self.place = self.newest
        self.kept = min(self.kept, self.first + self.place)
        if len(self.values) > MOST_STEPS:
            del self.values[0]
            self.first += 1
            self.place -= 1


class AnswerHistory:
    """The steps of every question of a draft."""

    def __init__(self) -> None:
        self._steps: dict[str, _Steps] = {}
        self._forgotten: set[str] = set()

    @classmethod
    def read(
        cls, steps: Iterable[tuple[str, int, Any]], places: Mapping[str, int]
    ) -> "AnswerHistory":
        """Return the history from kept steps, (path, number, value) in order of the numbers."""
        history = cls()
        for path, number, value in steps:
            known = history._steps.setdefault(path, _Steps([], first=number))
            known.values.append(value)
        for path, known in history._steps.items():
            known.kept = known.first + len(known.values)
            place = places.get(path, known.kept - 1) - known.first
            known.place = min(max(place, 0), known.newest)
        return history

    def note(self, path: Path, before: Any, after: Any, moment: float | None = None) -> None:
        """Remember that an answer became another; with a moment, typing in one go is one step."""
        if before == after:
            return
        known = self._steps.setdefault(path_text(path), _Steps([copy.deepcopy(before)]))
        if known.values[known.place] != before:
            known.append(before)
        if moment is not None and self._goes_on(known, before, after, moment):
            known.values[known.place] = copy.deepcopy(after)
            known.kept = min(known.kept, known.first + known.place)
        else:
            known.append(after)
        known.typed_at = moment

    def _goes_on(self, known: _Steps, before: Any, after: Any, moment: float) -> bool:
        if known.typed_at is None or not 0 <= moment - known.typed_at < _PAUSE:
            return False
        if known.place != known.newest or known.place == 0:
            return False
        texts = isinstance(before, str) and isinstance(after, str)
        return not (texts and len(after) > len(before) and before[-1:].isspace())

    def can_undo(self, path: Path) -> bool:
        """Return whether an answer was something else before."""
        known = self._steps.get(path_text(path))
        return known is not None and known.place > 0

    def can_redo(self, path: Path) -> bool:
        """Return whether a step was taken back."""
        known = self._steps.get(path_text(path))
        return known is not None and known.place < known.newest

    def undo(self, path: Path, now: Any) -> Any:
        """Return what an answer was before it is ``now``; KeyError when it was nothing else."""
        known = self._steps[path_text(path)]
        if known.values[known.place] != now:
            known.append(now)
        if known.place == 0:
            raise KeyError(path)
        return known.go(-1)

    def redo(self, path: Path) -> Any:
        """Return what an answer was before a step was taken back; KeyError when none was."""
        known = self._steps[path_text(path)]
        if known.place == known.newest:
            raise KeyError(path)
        return known.go(1)

    def forget_below(self, path: Path) -> None:
        """Forget the steps of questions inside a repeat whose lines changed places."""
        for name in list(self._steps):
            inner = path_of(name)
            if len(inner) > len(path) and inner[: len(path)] == path:
                del self._steps[name]
                self._forgotten.add(name)

    # Keeping

    def places(self) -> dict[str, int]:
        """Return the number of the standing step of every question that has later ones."""
        return {
            name: known.first + known.place
            for name, known in self._steps.items()
            if known.place < known.newest
        }

    def changes(self) -> tuple[StepChange, ...]:
        """Return what is not kept yet."""
        gone = [StepChange(name, 0, (), 0) for name in self._forgotten - self._steps.keys()]
        return (
            *gone,
            *(
                StepChange(
                    name,
                    max(known.kept, known.first),
                    tuple(known.values[max(0, known.kept - known.first) :]),
                    known.first,
                )
                for name, known in self._steps.items()
                if known.kept < known.first + len(known.values)
            ),
        )

    def all_kept(self) -> None:
        """Take note that every change was kept."""
        self._forgotten.clear()
        for known in self._steps.values():
            known.kept = known.first + len(known.values)


def path_text(path: Path) -> str:
    """Return a path as text: ``["authors",0,"full_name"]``."""
    return json.dumps(list(path), ensure_ascii=False, separators=(",", ":"))


def path_of(text: str) -> Path:
    """Return the path of a text."""
    return tuple(json.loads(text))
