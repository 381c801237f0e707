"""A form made ready for evaluation, once: expressions compiled and put in order of dependence.

XForms recalculates what depends on what in order, and a circle is an error of the form (XForms
1.1, 4.3.1 and appendix C; the ODK XForms specification says the same of relevance).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from typing import Any

from lxml import etree

from desktop_app.errors import BadInput
from desktop_app.forms.expressions import Expression
from desktop_app.forms.form import Choice, Form, Node, Question, Repeat, Texts
from desktop_app.forms.meaning import Place
from desktop_app.forms.syntax import parse
from desktop_app.forms.trees import (
    Call,
    Literal,
    walk,
)
from desktop_app.forms.values import clean

_FORMS_KEPT = 50
_COLUMN = re.compile(r"[^\W\d][\w.-]*\Z")
USES = ("relevant", "calculation", "count", "required", "constraint", "readonly_when")


class Circle(BadInput):
    """Questions that depend on themselves (SSK-212); ``circles`` has the places of each circle."""

    def __init__(self, circles: tuple[tuple[str, ...], ...]) -> None:
        super().__init__("SSK-212", names="; ".join(map(said_names, circles)))
        self.circles = circles


def said_names(places: tuple[str, ...]) -> str:
    """Return the last names of some places."""
    return ", ".join(place.rsplit("/", 1)[-1] for place in places)


@dataclass(frozen=True)
class Rule:
    """What recalculation does at one place: ``use`` is relevant, calculation or count."""

    use: str
    node: Node
    expression: Expression


@dataclass(frozen=True)
class Prepared:
    """A form's expressions by place and use, its rules in order, and its lists."""

    expressions: Mapping[tuple[str, str], Expression]
    rules: tuple[Rule, ...]
    settled: bool  # whether going through the rules once is enough
    choices: Mapping[str, tuple[Choice, ...]]
    lists: Mapping[str, tuple[Choice, ...]]
    texts: Mapping[str, Texts]
    instances: dict[str, Any] = field(default_factory=dict)  # by language, made when needed

    def find(self, node: Node, use: str) -> Expression | None:
        """Return the expression a node has for a use."""
        return self.expressions.get((node.xpath, use))

    def lists_in(self, language: str) -> Any:
        """Return the lists as nodes, the labels in one language; to be copied into an instance."""
        if language not in self.instances:
            self.instances[language] = _instances(self.lists, language)
        return self.instances[language]


_PREPARED: dict[int, tuple[Form, Prepared]] = {}


def prepared(form: Form) -> Prepared:
    """Return a form made ready. Raises BadInput for an expression that is none, or Circle."""
    known = _PREPARED.get(id(form))
    if known is not None and known[0] is form:
        return known[1]
    made = _prepare(form)
    if len(_PREPARED) >= _FORMS_KEPT:
        _PREPARED.clear()
    _PREPARED[id(form)] = (form, made)
    return made


def sources(node: Node) -> Iterator[tuple[str, str]]:
    """Give use and source of every expression a node has."""
    for use in USES:
        source = getattr(node, use, None)
        if source:
            yield use, source
    if isinstance(node, Question):
        if node.default_is_expression and node.default:
            yield "default", node.default
        if node.choice_filter:
            yield "choice_filter", filter_source(node)


def filter_source(question: Question) -> str:
    """Return the expression that finds the choices a question offers."""
    return f"instance('{question.choice_list}')/root/item[{question.choice_filter}]"


def names_of(xpath: str) -> tuple[str, ...]:
    """Return the names of ``/data/group/name``."""
    return tuple(xpath.strip("/").split("/"))


def repeats_of(form: Form) -> frozenset[tuple[str, ...]]:
    """Return the places of all repeats."""
    return frozenset(names_of(n.xpath) for _path, n in form.walk() if isinstance(n, Repeat))


def _prepare(form: Form) -> Prepared:
    repeats = repeats_of(form)
    expressions: dict[tuple[str, str], Expression] = {}
    choices: dict[str, tuple[Choice, ...]] = {}
    by_list: dict[str, tuple[Choice, ...]] = {}
    texts: dict[str, Texts] = {}
    for _path, node in form.walk():
        for use, source in sources(node):
            expressions[node.xpath, use] = Expression(source, Place(names_of(node.xpath), repeats))
        texts[f"{node.xpath}:label"], texts[f"{node.xpath}:hint"] = node.labels, node.hints
        if isinstance(node, Question) and node.choices:
            choices[node.xpath] = node.choices
            by_list[node.choice_list] = node.choices
            for index, choice in enumerate(node.choices):
                texts[f"{node.choice_list}-{index}"] = choice.labels
    asked = _lists_asked(expressions)
    rules, settled = _ordered(form, expressions)
    lists = {name: by_list[name] for name in by_list if name in asked or None in asked}
    return Prepared(expressions, rules, settled, choices, lists, texts)


def _lists_asked(expressions: Mapping[tuple[str, str], Expression]) -> set[str | None]:
    """Return the lists expressions look into; None among them when that cannot be told."""
    asked: set[str | None] = set()
    for expression in expressions.values():
        if "instance" in expression.source:
            for part in walk(parse(expression.source)):
                if isinstance(part, Call) and part.name == "instance":
                    name = part.arguments[0]
                    asked.add(name.value if isinstance(name, Literal) else None)
    return asked


_Step = tuple[str, tuple[str, ...]]  # a use, and the place it is for


def _ordered(
    form: Form, expressions: Mapping[tuple[str, str], Expression]
) -> tuple[tuple[Rule, ...], bool]:
    """Return the rules in order, and whether one pass is enough. Raises Circle."""
    rules: dict[_Step, Rule] = {}
    for use in ("count", "relevant", "calculation"):
        for _path, node in form.walk():
            expression = expressions.get((node.xpath, use))
            if expression is not None:
                rules[use, names_of(node.xpath)] = Rule(use, node, expression)
    repeats = repeats_of(form)
    settled = True
    needs: dict[_Step, set[_Step]] = {}
    for step, rule in rules.items():
        made = rule.expression.made
        before = _around(step)
        for place in made.looks_at:
            before |= _making(place)
        for place in made.looks_at_lines:
            if _line(place, repeats) and _line(place, repeats) == _line(step[1], repeats):
                # Another line of the same repeat, as in a running total: no circle, but the
                # lines have to be gone through until they stand.
                settled = False
            else:
                before |= _making(place)
        settled &= not made.looks_anywhere
        needs[step] = {one for one in before if one in rules}
    return tuple(rules[step] for step in _sorted(needs)), settled


def _sorted(needs: Mapping[_Step, set[_Step]]) -> tuple[_Step, ...]:
    """Return steps so that each follows what it needs. Raises Circle with every circle."""
    circles: list[tuple[str, ...]] = []
    left = dict(needs)
    while True:
        try:
            order = tuple(TopologicalSorter(left).static_order())
            break
        except CycleError as error:
            found = set(error.args[1])
            circles.append(tuple(dict.fromkeys("/" + "/".join(p) for _use, p in error.args[1])))
            left = {step: before - found for step, before in left.items() if step not in found}
    if circles:
        raise Circle(tuple(circles))
    return order


def _around(step: _Step) -> set[_Step]:
    """Return what has to be known around a place before its own rule."""
    use, place = step
    found: set[_Step] = set()
    for length in range(1, len(place) + 1):
        if length < len(place) or use == "calculation":
            found.add(("relevant", place[:length]))
        if length < len(place) or use != "count":
            found.add(("count", place[:length]))
    return found


def _making(place: tuple[str, ...]) -> set[_Step]:
    """Return the rules that make the value at a place what it is."""
    found: set[_Step] = {("calculation", place)}
    for length in range(1, len(place) + 1):
        found |= {("relevant", place[:length]), ("count", place[:length])}
    return found


def _line(place: tuple[str, ...], repeats: frozenset[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return the innermost repeat around a place."""
    for length in range(len(place), 0, -1):
        if place[:length] in repeats:
            return place[:length]
    return None


def _instances(lists: Mapping[str, tuple[Choice, ...]], language: str) -> Any:
    everything = etree.Element("{urn:so-sang-kien:xforms:1}lists")
    for name, choices in lists.items():
        instance = etree.SubElement(everything, "instance", id=name)
        root = etree.SubElement(instance, "root")
        for choice in choices:
            item = etree.SubElement(root, "item")
            label = choice.labels.get(language) or next(iter(choice.labels.values()), "")
            columns: Mapping[str, str] = {"label": label, **choice.columns, "name": choice.name}
            for column, text in columns.items():
                if text != "" and _COLUMN.match(column):
                    etree.SubElement(item, column).text = clean(text)
    return everything
