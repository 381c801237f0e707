"""What a form says of some answers: relevance, calculations, choices, and what is wrong.

Follows the XForms recalculation; irrelevant answers are empty for every expression but kept in the
draft; required and constraints only where relevant, constraints only on what is answered.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from desktop_app.domain.dates import display_date
from desktop_app.forms.answer_values import is_answer
from desktop_app.forms.beginning import initial_answers, initial_row
from desktop_app.forms.form import Choice, Form, Group, Node, Question, QuestionKind, Repeat, Texts
from desktop_app.forms.instance import Instance, Path, Spot
from desktop_app.forms.values import number_text
from desktop_app.messages import catalogue

__all__ = ["Evaluation", "Path", "Problem", "evaluate", "initial_answers", "initial_row"]

_REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")


@dataclass(frozen=True)
class Problem:
    """Something that must be mended; ``kind``: required, constraint or type."""

    path: Path
    kind: str
    message: Texts
    blocking: bool = True


@dataclass(frozen=True)
class Evaluation:
    """What the form says of the answers."""

    form: Form
    answers: dict[str, Any]
    irrelevant: frozenset[Path]
    must: frozenset[Path]
    locked: frozenset[Path]
    filtered: Mapping[Path, tuple[Choice, ...]]
    problems: tuple[Problem, ...]

    def relevant(self, path: Path) -> bool:
        """Return whether a question, group, repeat or line of a repeat is asked."""
        return not any(path[:length] in self.irrelevant for length in range(1, len(path) + 1))

    def required(self, path: Path) -> bool:
        """Return whether a question must be answered."""
        return path in self.must

    def readonly(self, path: Path) -> bool:
        """Return whether a question cannot be answered by hand now."""
        return path in self.locked or self.form.question(_names(path)).readonly

    def choices(self, path: Path) -> tuple[Choice, ...]:
        """Return the choices a question offers now."""
        if path in self.filtered:
            return self.filtered[path]
        return self.form.question(_names(path)).choices

    def filled(self, texts: Texts, path: Path) -> Texts:
        """Return a label, hint or message with the answers ``${name}`` in it stands for."""
        return {
            language: _REFERENCE.sub(lambda found: self._said(found[1], path), text)
            for language, text in texts.items()
        }

    def _said(self, name: str, path: Path) -> str:
        for length in range(len(path), -1, -1):
            holder: Any = self.answers
            for step in path[:length]:
                inside = isinstance(holder, list) or (isinstance(holder, dict) and step in holder)
                holder = holder[step] if inside else None
            if isinstance(holder, dict) and name in holder:
                answer = holder[name]
                if isinstance(answer, list):
                    return " ".join(map(str, answer))
                if isinstance(answer, float):
                    return number_text(answer)
                question = self.form.question((*_names(path[:length]), name))
                return display_date(answer) if question.kind is QuestionKind.DATE else str(answer)
        return ""

    def calculated(self) -> Iterator[tuple[Path, Any]]:
        """Give path and value of every calculation, lines of repeats included; None for none."""
        yield from _calculated(self.form.children, self.answers, ())

    def visible_answers(self) -> dict[str, Any]:
        """Return the answers of relevant questions only: for documents and bundles."""
        return _without(self.answers, self.irrelevant, ())


def _calculated(
    nodes: tuple[Node, ...], answers: Mapping[str, Any], at: Path
) -> Iterator[tuple[Path, Any]]:
    for node in nodes:
        if isinstance(node, Question):
            if node.calculation:
                yield (*at, node.name), answers.get(node.name)
        elif isinstance(node, Repeat):
            for index, row in enumerate(answers.get(node.name) or ()):
                yield from _calculated(node.children, row, (*at, node.name, index))
        else:
            yield from _calculated(node.children, answers, at)


def _names(path: Path) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


def _without(answers: Mapping[str, Any], gone: frozenset[Path], at: Path) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in answers.items():
        path = (*at, name)
        if path in gone:
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict):
            kept[name] = [
                _without(row, gone, (*path, index)) if isinstance(row, dict) else row
                for index, row in enumerate(value)
                if (*path, index) not in gone
            ]
        else:
            kept[name] = value
    return kept


def evaluate(
    form: Form, answers: Mapping[str, Any], *, today: date, language: str = "vi"
) -> Evaluation:
    """Evaluate a form over some answers, which stay as they are.

    ``today`` may be a datetime, then ``now()`` knows the time. Raises BadInput SSK-210 or SSK-211
    for an expression that fails or takes too long.
    """
    instance = Instance(form, answers, today, language, bound=True)
    instance.recalculate()
    irrelevant = _irrelevant(form, instance)
    must: set[Path] = set()
    locked: set[Path] = set()
    filtered: dict[Path, tuple[Choice, ...]] = {}
    problems: list[Problem] = []
    for spot in instance.all_spots():
        question = spot.node
        if not isinstance(question, Question) or spot.element in instance.hidden:
            continue
        if question.choice_filter:
            filtered[spot.path] = _offered(instance, spot, question)
        if _holds(instance, spot, "required"):
            must.add(spot.path)
        if _holds(instance, spot, "readonly_when"):
            locked.add(spot.path)
        problems += _problems(instance, spot, question, must, filtered)
    return Evaluation(
        form,
        instance.answers(),
        frozenset(irrelevant),
        frozenset(must),
        frozenset(locked),
        filtered,
        _in_order(form, problems),
    )


def _irrelevant(form: Form, instance: Instance) -> set[Path]:
    """Return what is not asked: questions, groups, repeats and single lines of repeats."""
    answered = _answered_names(form.children, ())
    gone: set[Path] = set()
    for spot in instance.all_spots():
        if spot.element in instance.hidden:
            # A group is no answer; one named as a question beside it must not hide that one.
            grouped = isinstance(spot.node, Group) and not isinstance(spot.node, Repeat)
            if not (grouped and _names(spot.path) in answered):
                gone.add(spot.path)
    for _path, node in form.walk():
        if isinstance(node, Repeat):
            for parent, at in instance.parents(node):
                if instance.line_hidden(node, parent):
                    gone.add((*at, node.name))
    return gone


def _answered_names(nodes: tuple[Node, ...], at: tuple[str, ...]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for node in nodes:
        if isinstance(node, Question):
            found.add((*at, node.name))
        elif isinstance(node, Repeat):
            found |= {(*at, node.name)} | _answered_names(node.children, (*at, node.name))
        else:
            found |= _answered_names(node.children, at)
    return found


def _in_order(form: Form, problems: list[Problem]) -> tuple[Problem, ...]:
    """Return problems as a person goes through the form, line by line in repeats."""
    ranks: dict[tuple[str, ...], tuple[int, ...]] = {}
    for place, (path, node) in enumerate(form.walk()):
        ranks[(*path, node.name)] = (*ranks.get(path, ()), place)

    def rank(problem: Problem) -> tuple[int, ...]:
        key: list[int] = []
        for length, step in enumerate(problem.path, start=1):
            names = _names(problem.path[:length])
            key.append(step if isinstance(step, int) else ranks[names][-1])
        return tuple(key)

    return tuple(sorted(problems, key=rank))


def _holds(instance: Instance, spot: Spot, use: str) -> bool:
    expression = instance.prepared.find(spot.node, use)
    return expression is not None and expression.truth(spot.element)


def _offered(instance: Instance, spot: Spot, question: Question) -> tuple[Choice, ...]:
    expression = instance.prepared.find(spot.node, "choice_filter")
    items = expression.value(spot.element) if expression else []
    names = {item.findtext("name") for item in items}
    return tuple(choice for choice in question.choices if choice.name in names)


def _problems(
    instance: Instance,
    spot: Spot,
    question: Question,
    must: set[Path],
    filtered: Mapping[Path, tuple[Choice, ...]],
) -> Iterator[Problem]:
    path, element = spot.path, spot.element
    empty = not element.text
    if spot.given not in (None, "", []) and not question.calculation:
        if not is_answer(question, spot.given):
            yield Problem(path, "type", _sentences("SSK-245"))
            return
    elif empty:
        if path in must and question.kind is not QuestionKind.NOTE:
            yield Problem(path, "required", question.required_message or _sentences("SSK-246"))
        return
    if path in filtered and not set((element.text or "").split()) <= {
        choice.name for choice in filtered[path]
    }:
        yield Problem(path, "constraint", _sentences("SSK-248"))
    constraint = instance.prepared.find(question, "constraint")
    if constraint is not None and not constraint.truth(element):
        message = question.constraint_message or _sentences("SSK-247")
        yield Problem(path, "constraint", message)


@cache
def _sentences(code: str) -> Texts:
    return {language: parts["text"] for language, parts in catalogue()[code].items()}
