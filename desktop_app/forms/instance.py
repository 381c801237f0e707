"""Answers as the tree expressions look at, and its recalculation.

An irrelevant question is empty for every expression, and not there for those that count
(ODK XForms specification, "relevant"); its answer stays with the person's answers.
"""

import copy
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree

from desktop_app.forms.answer_texts import answer_of, put_answer, static_defaults
from desktop_app.forms.expressions import MOST_SECONDS
from desktop_app.forms.form import Form, Node, Question, Repeat
from desktop_app.forms.moment import Moment, set_moment
from desktop_app.forms.preparation import Prepared, Rule, prepared
from desktop_app.forms.values import number_of, put_date, put_text

Path = tuple[str | int, ...]
MOST_LINES, _MOST_PASSES = 500, 60


@dataclass(frozen=True, eq=False)
class Spot:
    """A node of the tree: where its answer lies, and the part of the form it stands for."""

    path: Path
    node: Node
    element: Any
    parent: Any
    given: Any = None


class Instance:
    """The tree of some answers."""

    def __init__(
        self, form: Form, answers: Mapping[str, Any], today: date, language: str, *, bound: bool
    ) -> None:
        self.prepared: Prepared = prepared(form)
        self.hidden: set[Any] = set()
        self.calculated: dict[Path, Any] = {}
        self.added: list[tuple[Path, Repeat]] = []
        self.spots: dict[str, list[Spot]] = {}
        self.surplus: set[Any] = set()
        self._answers = answers
        self.root = etree.Element(form.root)
        # %b and jr:choice-name speak the form's language where it does not know the asked one.
        spoken = language if language in form.languages else form.default_language
        self.moment = Moment(
            today,
            spoken,
            self.prepared.choices,
            self._lists(spoken),
            self.prepared.texts,
            self.hidden,
            deadline=time.thread_time() + MOST_SECONDS if bound else 0.0,
        )
        self.activate()
        self._fill(self.root, form.children, answers, ())
        self._measure()

    def _measure(self) -> None:
        self.moment.nodes = sum(1 for _node in self.root.iter())
        lists = (len(instance[0]) for instance in self.moment.lists.values())
        self.moment.lines = max((*map(len, self.spots.values()), *lists), default=0)

    def activate(self) -> None:
        """Make this thread evaluate for this instance from now on."""
        set_moment(self.moment)

    def _lists(self, language: str) -> dict[str, Any]:
        """Stand the lists in the same tree: absolute paths in their filters mean the answers."""
        if not self.prepared.lists:
            return {}
        lists = copy.deepcopy(self.prepared.lists_in(language))
        self.root.append(lists)
        return {instance.get("id"): instance for instance in lists}

    def _fill(self, parent: Any, nodes: tuple[Node, ...], answers: Any, at: Path) -> None:
        known: Mapping[str, Any] = answers if isinstance(answers, Mapping) else {}
        for node in nodes:
            if isinstance(node, Question):
                given = known.get(node.name)
                element = self._stand(parent, node, (*at, node.name), given)
                put_answer(element, given, node.kind)
            elif isinstance(node, Repeat):
                rows = known.get(node.name)
                self.spots.setdefault(node.xpath, [])
                for index, row in enumerate(rows if isinstance(rows, list | tuple) else ()):
                    self._line(parent, node, row, (*at, node.name, index))
            else:
                element = self._stand(parent, node, (*at, node.name))
                self._fill(element, node.children, known, at)

    def _stand(self, parent: Any, node: Node, path: Path, given: Any = None) -> Any:
        element = etree.SubElement(parent, node.name)
        self.spots.setdefault(node.xpath, []).append(Spot(path, node, element, parent, given))
        return element

    def _line(self, parent: Any, node: Repeat, row: Any, path: Path) -> None:
        element = self._stand(parent, node, path)
        self._fill(element, node.children, row, path)

    # Recalculation

    def recalculate(self) -> None:
        """Apply every rule in order; again only where lines of a repeat look at each other."""
        for _pass in range(1 if self.prepared.settled else _MOST_PASSES):
            before = (set(self.hidden), dict(self.calculated))
            self._show_all()
            for rule in self.prepared.rules:
                self._apply(rule)
            if (self.hidden, self.calculated) == before:
                break

    def _show_all(self) -> None:
        if self.hidden - self.surplus:
            for spot in self.all_spots():
                if spot.element in self.hidden and isinstance(spot.node, Question):
                    kept = self.calculated.get(spot.path, spot.given)
                    put_answer(spot.element, kept, spot.node.kind)
        self.hidden.clear()

    def all_spots(self) -> Iterator[Spot]:
        """Give every node that stands for a part of the form."""
        for spots in self.spots.values():
            yield from spots

    def _apply(self, rule: Rule) -> None:
        if rule.use == "count" and isinstance(rule.node, Repeat):
            self._count(rule.node, rule)
            return
        for spot in self.spots.get(rule.node.xpath, ()):
            if spot.element in self.hidden:
                continue
            if rule.use == "relevant":
                if not rule.expression.truth(spot.element):
                    self._hide(spot.element)
            elif isinstance(spot.node, Question):
                self._calculate(spot, spot.node, rule)

    def _hide(self, element: Any) -> None:
        for inner in element.iter():
            self.hidden.add(inner)
            if not len(inner):
                put_text(inner, "")

    def _calculate(self, spot: Spot, question: Question, rule: Rule) -> None:
        value = rule.expression.value(spot.element)
        answer = answer_of(value, question)
        self.calculated[spot.path] = answer
        if isinstance(value, list) and value and not isinstance(value[0], str):
            iso = value[0].get("iso")
            if iso is not None:
                put_date(spot.element, iso, float(value[0].text))
                return
        put_answer(spot.element, answer, question.kind)

    def _count(self, node: Repeat, rule: Rule) -> None:
        """Give a repeat as many lines as its count says; more than that stay, irrelevant."""
        for parent, at in self.parents(node):
            if parent in self.hidden:
                continue
            rows = [spot for spot in self.spots[node.xpath] if spot.parent is parent]
            wanted = self.at_line(node, parent, rows, rule)
            count = int(min(max(wanted, 0), MOST_LINES)) if wanted == wanted else 0
            for index in range(len(rows), count):
                path = (*at, node.name, index)
                row = static_defaults(node.children)
                self.added.append((path, node))
                self._line(parent, node, row, path)
            self._measure()
            for spot in rows[count:]:
                self.surplus.update(spot.element.iter())
                self._hide(spot.element)

    def at_line(self, node: Repeat, parent: Any, rows: list[Spot], rule: Rule) -> float:
        """Return what a repeat's expression gives; without a line, at one stood there for it."""
        if rows:
            return number_of(rule.expression.value(rows[0].element))
        passing = etree.SubElement(parent, node.name)
        try:
            return number_of(rule.expression.value(passing))
        finally:
            parent.remove(passing)

    def parents(self, node: Repeat) -> list[tuple[Any, Path]]:
        """Return the nodes a repeat's lines stand in, with where their answers lie."""
        around = node.xpath.rpartition("/")[0]
        found = [(spot.element, _answers_at(spot)) for spot in self.spots.get(around, ())]
        return found or ([(self.root, ())] if around.count("/") == 1 else [])

    def line_hidden(self, node: Repeat, parent: Any) -> bool:
        """Return whether a repeat as a whole is irrelevant: each of its lines is, or would be."""
        if parent in self.hidden:
            return True
        rows = [spot for spot in self.spots[node.xpath] if spot.parent is parent]
        relevant = self.prepared.find(node, "relevant")
        if relevant is None:
            return False
        if rows:
            return all(spot.element in self.hidden for spot in rows)
        passing = etree.SubElement(parent, node.name)
        try:
            return not relevant.truth(passing)
        finally:
            parent.remove(passing)

    def answers(self) -> dict[str, Any]:
        """Return the answers with the lines that were counted and calculations as they stand."""
        answers: dict[str, Any] = _copied(self._answers)
        for path, node in self.added:
            holder = _holder(answers, path[:-1])
            if not isinstance(holder.get(node.name), list):
                holder[node.name] = []
            holder[node.name].append(static_defaults(node.children))
        for path, answer in self.calculated.items():
            holder = _holder(answers, path)
            if answer is None:
                holder.pop(path[-1], None)
            else:
                holder[path[-1]] = answer
        return answers


def _answers_at(spot: Spot) -> Path:
    """Return where the answers in a group lie: groups do not nest in answers, repeats do."""
    return spot.path if isinstance(spot.node, Repeat) else spot.path[:-1]


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _copied(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_copied(inner) for inner in value]
    return value


def _holder(answers: dict[str, Any], path: Path) -> Any:
    holder: Any = answers
    for step in path[:-1]:
        holder = holder[step]
    return holder
