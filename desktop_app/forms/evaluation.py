"""What a form says of some answers: relevance, calculations, choices, and what is wrong.

Follows the XForms recalculation: calculations and relevance until nothing changes, irrelevant
answers empty for every expression but kept in the draft; required and constraints only where
relevant, constraints only on what is answered.
"""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from lxml import etree

from desktop_app.domain.dates import first_day
from desktop_app.forms.expressions import (
    EPOCH,
    Expression,
    Moment,
    day_number,
    number_text,
    set_moment,
)
from desktop_app.forms.form import Choice, Form, Group, Node, Question, QuestionKind, Repeat, Texts

Path = tuple[str | int, ...]
_PASSES = 12
_FILES = (QuestionKind.IMAGE, QuestionKind.FILE)


@dataclass(frozen=True)
class Problem:
    """Something that must be mended; ``kind``: required, constraint or type."""

    path: Path
    kind: str
    message: Texts


@dataclass(frozen=True)
class Evaluation:
    """What the form says of the answers."""

    form: Form
    answers: dict[str, Any]
    irrelevant: frozenset[Path]
    must: frozenset[Path]
    filtered: Mapping[Path, tuple[Choice, ...]]
    problems: tuple[Problem, ...]

    def relevant(self, path: Path) -> bool:
        """Return whether a question, group or repeat is asked."""
        return path not in self.irrelevant

    def required(self, path: Path) -> bool:
        """Return whether a question must be answered."""
        return path in self.must

    def choices(self, path: Path) -> tuple[Choice, ...]:
        """Return the choices a question offers now."""
        if path in self.filtered:
            return self.filtered[path]
        return self.form.question(tuple(p for p in path if isinstance(p, str))).choices

    def visible_answers(self) -> dict[str, Any]:
        """Return the answers of relevant questions only: for documents and bundles."""
        return _without(self.answers, self.irrelevant, ())


def _without(answers: Mapping[str, Any], gone: frozenset[Path], at: Path) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in answers.items():
        path = (*at, name)
        if path in gone:
            continue
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = [_without(row, gone, (*path, i)) for i, row in enumerate(value)]
            kept[name] = rows
        else:
            kept[name] = value
    return kept


def evaluate(
    form: Form, answers: Mapping[str, Any], *, today: date, language: str = "vi"
) -> Evaluation:
    """Evaluate a form over some answers, which stay as they are."""
    return _Evaluator(form, answers, today, language).evaluate()


def initial_answers(
    form: Form, *, today: date, prefill: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the answers a new report begins with: defaults, and what the program knows."""
    evaluator = _Evaluator(form, {}, today, form.default_language)
    answers = evaluator.defaults(form.children)
    names = {question.name for repeats, question in form.questions() if not repeats}
    answers |= {name: value for name, value in (prefill or {}).items() if name in names}
    return answers


def initial_row(form: Form, repeat: Repeat, *, today: date) -> dict[str, Any]:
    """Return the answers a new line of a repeat begins with."""
    return _Evaluator(form, {}, today, form.default_language).defaults(repeat.children)


@dataclass(frozen=True)
class _Compiled:
    """A form's expressions, compiled once."""

    expressions: Mapping[str, Expression]
    lists: Mapping[str, Any]
    choices: Mapping[str, tuple[Choice, ...]]

    def __getitem__(self, source: str) -> Expression:
        return self.expressions[source]


_COMPILED: dict[int, tuple[Form, _Compiled]] = {}


def compiled(form: Form) -> _Compiled:
    """Return a form's compiled expressions. Raises BadInput SSK-210 for one that is none."""
    known = _COMPILED.get(id(form))
    if known is not None and known[0] is form:
        return known[1]
    sources: set[str] = set()
    lists: dict[str, Any] = {}
    choices: dict[str, tuple[Choice, ...]] = {}
    for _path, node in form.walk():
        if node.relevant:
            sources.add(node.relevant)
        if isinstance(node, Repeat) and node.count:
            sources.add(node.count)
        if isinstance(node, Question):
            used = (node.required, node.constraint, node.calculation)
            sources.update(source for source in used if source)
            if node.default_is_expression and node.default:
                sources.add(node.default)
            if node.choice_filter:
                sources.add(node.choice_filter)
            if node.choices:
                choices[node.name] = node.choices
                lists.setdefault(node.choice_list, _list_instance(node.choices))
    made = _Compiled({source: Expression(source) for source in sources}, lists, choices)
    if len(_COMPILED) > 50:
        _COMPILED.clear()
    _COMPILED[id(form)] = (form, made)
    return made


def _list_instance(choices: tuple[Choice, ...]) -> Any:
    instance = etree.Element("instance")
    root = etree.SubElement(instance, "root")
    for choice in choices:
        item = etree.SubElement(root, "item")
        for name, text in {"name": choice.name, **choice.columns}.items():
            etree.SubElement(item, name).text = text
    return instance


@dataclass(frozen=True)
class _Place:
    """A node of the instance with the question it stands for."""

    path: Path
    question: Question
    element: Any
    given: Any


class _Evaluator:
    def __init__(self, form: Form, answers: Mapping[str, Any], today: date, language: str) -> None:
        self._form, self._answers = form, answers
        self._compiled = compiled(form)
        self._moment = Moment(today, language, self._compiled.lists, self._compiled.choices)
        self._places: list[_Place] = []
        self._groups: list[tuple[Path, Group, Any]] = []
        set_moment(self._moment)

    def evaluate(self) -> Evaluation:
        root = etree.Element(self._form.root)
        self._fill(root, self._form.children, self._answers, ())
        irrelevant = self._recalculate()
        answers = self._calculated(irrelevant)
        must: set[Path] = set()
        problems: list[Problem] = []
        filtered: dict[Path, tuple[Choice, ...]] = {}
        for place in self._places:
            if place.path in irrelevant:
                continue
            question = place.question
            if question.choice_filter:
                filtered[place.path] = self._offered(place)
            if question.required and self._truth(question.required, place.element):
                must.add(place.path)
            problems += self._problems(place, place.path in must, filtered.get(place.path))
        return Evaluation(
            self._form,
            answers,
            frozenset(irrelevant),
            frozenset(must),
            filtered,
            tuple(problems),
        )

    # The instance

    def _fill(
        self, parent: Any, nodes: tuple[Node, ...], answers: Mapping[str, Any], at: Path
    ) -> None:
        for node in nodes:
            path = (*at, node.name)
            if isinstance(node, Question):
                element = etree.SubElement(parent, node.name)
                given = answers.get(node.name)
                element.text = as_text(given, node.kind)
                self._places.append(_Place(path, node, element, given))
            elif isinstance(node, Repeat):
                for index, row in enumerate(answers.get(node.name) or ()):
                    element = etree.SubElement(parent, node.name)
                    self._groups.append(((*path, index), node, element))
                    self._fill(element, node.children, row, (*path, index))
            else:
                element = etree.SubElement(parent, node.name)
                self._groups.append((path, node, element))
                self._fill(element, node.children, answers, at)

    def _recalculate(self) -> set[Path]:
        """Repeat calculations and relevance until nothing changes; return what is irrelevant."""
        texts = {place.path: place.element.text or "" for place in self._places}
        gone: set[Any] = set()
        for _pass in range(_PASSES):
            changed = False
            gone_now: set[Any] = set()
            for _path, group, element in self._groups:
                if element.getparent() in gone_now or self._hidden(group.relevant, element):
                    gone_now.add(element)
            for place in self._places:
                question, element = place.question, place.element
                hidden = element.getparent() in gone_now or self._hidden(question.relevant, element)
                if hidden:
                    gone_now.add(element)
                if question.calculation:
                    texts[place.path] = self._compiled[question.calculation].text(element)
                wanted = "" if hidden else texts[place.path]
                if (element.text or "") != wanted:
                    element.text = wanted
                    changed = True
            if gone_now == gone and not changed:
                break
            gone = gone_now
        irrelevant = {place.path for place in self._places if place.element in gone}
        return irrelevant | {path for path, _group, element in self._groups if element in gone}

    def _hidden(self, relevant: str | None, element: Any) -> bool:
        return relevant is not None and not self._truth(relevant, element)

    def _truth(self, source: str, element: Any) -> bool:
        if source in ("true()", "false()"):
            return source == "true()"
        return self._compiled[source].truth(element)

    def _calculated(self, irrelevant: set[Path]) -> dict[str, Any]:
        """Return the answers with calculations as they stand now."""
        answers: dict[str, Any] = _copied(self._answers)
        for place in self._places:
            if place.question.calculation and place.path not in irrelevant:
                _put(answers, place.path, from_text(place.element.text or "", place.question))
        return answers

    # What is wrong

    def _offered(self, place: _Place) -> tuple[Choice, ...]:
        question = place.question
        expression = self._compiled[question.choice_filter or ""]
        self._moment.current = place.element
        # A filter refers to its item by bare names and to the form by absolute paths, so a copy
        # of the items stands in the form's own tree while they are looked at.
        items = copy.deepcopy(self._compiled.lists[question.choice_list][0])
        place.element.append(items)
        try:
            return tuple(
                choice
                for choice, item in zip(question.choices, items, strict=True)
                if expression.truth(item)
            )
        finally:
            place.element.remove(items)

    def _problems(
        self, place: _Place, required: bool, offered: tuple[Choice, ...] | None
    ) -> Iterator[Problem]:
        question, text = place.question, place.element.text or ""
        if text == "":
            if required and question.kind != QuestionKind.NOTE:
                yield Problem(place.path, "required", question.required_message or _REQUIRED)
            return
        if question.kind in (QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE):
            names = {choice.name for choice in (offered or question.choices)}
            if offered is not None and not set(text.split()) <= names:
                yield Problem(place.path, "constraint", _NOT_OFFERED)
        if question.constraint and not self._truth(question.constraint, place.element):
            message = question.constraint_message or _CONSTRAINT
            yield Problem(place.path, "constraint", message)

    # Defaults

    def defaults(self, nodes: tuple[Node, ...]) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        blank = etree.Element(self._form.root)
        for node in nodes:
            if isinstance(node, Question):
                if node.default is None or node.calculation:
                    continue
                text = node.default
                if node.default_is_expression:
                    text = self._compiled[text].text(blank)
                value = from_text(text, node)
                if value is not None:
                    answers[node.name] = value
            elif isinstance(node, Group) and not isinstance(node, Repeat):
                answers |= self.defaults(node.children)
        return answers


_REQUIRED = {"vi": "Cần trả lời câu này.", "en": "This question must be answered."}
_CONSTRAINT = {"vi": "Câu trả lời chưa đúng yêu cầu.", "en": "The answer does not fit."}
_NOT_OFFERED = {
    "vi": "Lựa chọn này không còn phù hợp với các câu trên. Chọn lại.",
    "en": "This choice no longer fits the answers above. Choose again.",
}


def as_text(value: Any, kind: QuestionKind) -> str:
    """Return an answer as the instance holds it: dates as day numbers, names joined by spaces."""
    if value is None or value == "":
        return ""
    if kind is QuestionKind.DATE:
        try:
            return str(day_number(first_day(str(value))))
        except ValueError:
            return ""
    if kind in _FILES:
        return str(value.get("name", "")) if isinstance(value, Mapping) else ""
    if isinstance(value, list | tuple):
        return " ".join(str(name) for name in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_text(float(value)) if isinstance(value, float) else str(value)
    return _clean(str(value))


@lru_cache(maxsize=1)
def _control_characters() -> dict[int, None]:
    allowed = {9, 10, 13}
    forbidden = [c for c in range(32) if c not in allowed] + [0xFFFE, 0xFFFF]
    return dict.fromkeys(forbidden)


def _clean(text: str) -> str:
    """Return text without what XML cannot carry; the answer itself stays as it is."""
    return text.translate(_control_characters()).encode("utf-8", "ignore").decode("utf-8")


def from_text(text: str, question: Question) -> Any:
    """Return the answer a text of the instance stands for; None for nothing."""
    text = text.strip()
    if text == "":
        return None
    kind = question.kind
    if kind is QuestionKind.DATE:
        try:
            return (EPOCH + timedelta(days=int(float(text)))).isoformat()
        except (ValueError, OverflowError):
            return text if len(text) in (4, 7, 10) else None
    if kind is QuestionKind.SELECT_MULTIPLE:
        return text.split()
    if kind in (QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.CALCULATE):
        try:
            number = float(text)
        except ValueError:
            return text if kind is QuestionKind.CALCULATE else None
        if abs(number) > 2**53:
            return text if kind is QuestionKind.CALCULATE else None
        return int(number) if number == int(number) else number
    return text


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _copied(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_copied(inner) for inner in value]
    return value


def _put(answers: dict[str, Any], path: Path, value: Any) -> None:
    holder: Any = answers
    for step in path[:-1]:
        holder = holder[step]
    if value is None:
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = value
