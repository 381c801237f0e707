"""Answers from outside, read against a form: types checked, text in its one form."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.dates import parts
from desktop_app.domain.text import nfc
from desktop_app.errors import BadInput
from desktop_app.forms.form import Form, Group, Node, Question, QuestionKind, Repeat

_NUMBERS = (QuestionKind.INTEGER, QuestionKind.DECIMAL)
_LARGEST = 2**53 - 1


def read_answers(form: Form, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers as they are kept.

    A file may still be ``{"file": path}``. Raises BadInput SSK-240 for a name the form does not
    have, SSK-241 for an answer of the wrong kind; both name the question.
    """
    return _read_level(form.children, raw, "")


def _named(nodes: tuple[Node, ...]) -> dict[str, Question | Repeat]:
    found: dict[str, Question | Repeat] = {}
    for node in nodes:
        if isinstance(node, Question | Repeat):
            found[node.name] = node
        elif isinstance(node, Group):
            found |= _named(node.children)
    return found


def _read_level(nodes: tuple[Node, ...], raw: Any, place: str) -> dict[str, Any]:
    if not isinstance(raw, Mapping):
        raise BadInput("SSK-241", question=place)
    known = _named(nodes)
    answers: dict[str, Any] = {}
    for name, value in raw.items():
        node, where = known.get(name), f"{place}{name}"
        if node is None:
            raise BadInput("SSK-240", question=where)
        if value is None or value == "" or value == []:
            continue
        if isinstance(node, Repeat):
            if not isinstance(value, list | tuple):
                raise BadInput("SSK-241", question=where)
            answers[name] = [
                _read_level(node.children, row, f"{where}[{index + 1}].")
                for index, row in enumerate(value)
            ]
        else:
            try:
                answers[name] = _read_value(node, value)
            except (ValueError, TypeError) as error:
                raise BadInput("SSK-241", question=where) from error
    return answers


def _read_value(question: Question, value: Any) -> Any:
    """Return one answer as it is kept; ValueError or TypeError when it is of another kind."""
    kind = question.kind
    if kind in _NUMBERS or (kind is QuestionKind.CALCULATE and not isinstance(value, str)):
        return _number(value, whole=kind is QuestionKind.INTEGER)
    if kind is QuestionKind.DATE:
        parts(value)
        return value
    if kind is QuestionKind.SELECT_ONE:
        return _chosen(question, value)
    if kind is QuestionKind.SELECT_MULTIPLE:
        names = value.split() if isinstance(value, str) else list(value)
        picked = {_chosen(question, name) for name in names}
        return [choice.name for choice in question.choices if choice.name in picked]
    if kind in (QuestionKind.IMAGE, QuestionKind.FILE):
        return _file(value)
    if not isinstance(value, str):
        raise TypeError("text expected")
    return nfc(value)


def _number(value: Any, *, whole: bool) -> int | float:
    if isinstance(value, bool):
        raise TypeError("number expected")
    number = float(value) if isinstance(value, str) else value
    if not isinstance(number, int | float) or abs(number) > _LARGEST or number != number:
        raise ValueError("not a number")
    if number == int(number):
        return int(number)
    if whole:
        raise ValueError("whole number expected")
    return float(number)


def _chosen(question: Question, value: Any) -> str:
    names = {choice.name for choice in question.choices}
    if isinstance(value, bool) and {"yes", "no"} <= names:
        return "yes" if value else "no"
    if not isinstance(value, str) or value not in names:
        raise ValueError("not a choice")
    return value


def _file(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping) and set(value) == {"file"}:
        return dict(value)
    kept = {name: value[name] for name in ("sha256", "name", "size", "media_type")}
    if not isinstance(kept["size"], int) or len(str(kept["sha256"])) != 64:
        raise ValueError("not a file")
    return kept
