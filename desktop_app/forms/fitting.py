"""Answers carried from one version of a form to another; what has no place there is put aside.

An answer stays only where the new question takes it as it is. Nothing is converted: an answer put
aside comes back unchanged as soon as a form asks for it again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.forms.answer_values import is_answer, read_value
from desktop_app.forms.form import Form, Group, Node, Question, QuestionKind, Repeat, Texts

_NUMBERS = (QuestionKind.INTEGER, QuestionKind.DECIMAL)
_SAME_LINE = 0.5

Known = Mapping[str, Question | Repeat]


@dataclass(frozen=True)
class Aside:
    """An answer without a place.

    ``path`` is the names of the tables around it and its own, ``rows`` the line of each of those
    tables as it stood; ``kind`` is the kind of its question, empty for a whole table.
    """

    path: tuple[str, ...]
    value: Any
    kind: str
    labels: Texts
    rows: tuple[Mapping[str, Any], ...] = ()


def carried(
    old: Form, new: Form, answers: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Aside, ...]]:
    """Return the answers that fit the new form, and those put aside."""
    aside: list[Aside] = []
    kept = _carry(named(old.children), named(new.children), answers, (), (), aside)
    return kept, tuple(aside)


def brought_back(
    form: Form, answers: Mapping[str, Any], aside: Sequence[Aside]
) -> tuple[dict[str, Any], tuple[Aside, ...], tuple[Aside, ...]]:
    """Return answers with those put back that the form asks for, then which came and which wait.

    An answer given since is never replaced; a line of a table is found by what it says.
    """
    whole = {name: _copied(value) for name, value in answers.items()}
    came: list[Aside] = []
    waiting: list[Aside] = []
    for kept in aside:
        (came if _put_back(form, whole, kept) else waiting).append(kept)
    return whole, tuple(came), tuple(waiting)


def named(nodes: Sequence[Node]) -> dict[str, Question | Repeat]:
    """Return the questions and tables of one level by name; groups hold no answers."""
    found: dict[str, Question | Repeat] = {}
    for node in nodes:
        if isinstance(node, Question | Repeat):
            found[node.name] = node
        elif isinstance(node, Group):
            found |= named(node.children)
    return found


def _carry(
    old: Known,
    new: Known,
    answers: Mapping[str, Any],
    path: tuple[str, ...],
    rows: tuple[Mapping[str, Any], ...],
    aside: list[Aside],
) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in answers.items():
        before, after = old.get(name), new.get(name)
        if isinstance(after, Repeat) and isinstance(value, list):
            inside = named(before.children) if isinstance(before, Repeat) else {}
            below = named(after.children)
            kept[name] = [
                _carry(inside, below, row, (*path, name), (*rows, row), aside) for row in value
            ]
            continue
        kind = str(before.kind) if isinstance(before, Question) else ""
        if isinstance(after, Question) and _fits(after, value, kind):
            kept[name] = value
        elif not (isinstance(before, Question) and before.calculation):
            labels = before.labels if before is not None else {}
            aside.append(Aside((*path, name), value, kind, labels, rows))
    return kept


def _fits(question: Question, value: Any, kind: str) -> bool:
    """Return whether a question takes an answer as it is, given to a question of some kind."""
    same = not kind or kind == question.kind or (kind in _NUMBERS and question.kind in _NUMBERS)
    try:
        return same and is_answer(question, value) and read_value(question, value) == value
    except (ValueError, TypeError, KeyError):
        return False


def _put_back(form: Form, answers: dict[str, Any], kept: Aside) -> bool:
    level, place, name = named(form.children), answers, kept.path[-1]
    for depth, row in enumerate(kept.rows, start=1):
        table, lines = level.get(kept.path[depth - 1]), place.get(kept.path[depth - 1])
        if not isinstance(table, Repeat) or not isinstance(lines, list):
            return False
        innermost = depth == len(kept.rows)
        line = _same_line([x for x in lines if not innermost or name not in x], row)
        if line is None:
            return False
        level, place = named(table.children), line
    node = level.get(name)
    if name in place:
        return False
    if isinstance(node, Question) and _fits(node, kept.value, kept.kind):
        place[name] = kept.value
        return True
    if isinstance(node, Repeat) and isinstance(kept.value, list):
        rest: list[Aside] = []
        below = named(node.children)
        rows = [_carry(below, below, row, (), (), rest) for row in kept.value]
        if not rest:
            place[name] = rows
            return True
    return False


def _same_line(lines: Sequence[Any], wanted: Mapping[str, Any]) -> Any:
    """Return the line that says what one said, at least half of it; None when there is none."""

    def alike(line: Any) -> float:
        both = [name for name in line if name in wanted]
        same = [name for name in both if wanted[name] == line[name]]
        return len(same) / max(1, len(both))

    best = max(lines, key=alike, default=None)
    return best if best is not None and alike(best) >= _SAME_LINE else None


def _copied(value: Any) -> Any:
    if isinstance(value, list):
        return [_copied(inner) for inner in value]
    if isinstance(value, dict):
        return {name: _copied(inner) for name, inner in value.items()}
    return value
