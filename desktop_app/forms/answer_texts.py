"""Answers as nodes of the evaluated instance hold them, and values of expressions as answers."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.dates import first_day
from desktop_app.forms.form import Node, Question, QuestionKind, Repeat
from desktop_app.forms.values import (
    answer_text,
    clean,
    day_number,
    day_of,
    moment_of,
    number_of,
    number_text,
    put_date,
    put_text,
)

_NUMBERS = (QuestionKind.INTEGER, QuestionKind.DECIMAL)
_FILES = (QuestionKind.IMAGE, QuestionKind.FILE)


def static_defaults(nodes: tuple[Node, ...]) -> dict[str, Any]:
    """Return the defaults that are plain values, without those inside repeats."""
    answers: dict[str, Any] = {}
    for node in nodes:
        if isinstance(node, Question):
            if node.default and not node.default_is_expression and not node.calculation:
                answer = answer_of(node.default, node)
                if answer is not None:
                    answers[node.name] = answer
        elif not isinstance(node, Repeat):
            answers |= static_defaults(node.children)
    return answers


def put_answer(element: Any, answer: Any, kind: QuestionKind) -> None:
    """Give a node an answer: names joined by spaces, a date by its first day, a file's name."""
    if kind is QuestionKind.DATE:
        try:
            put_date(element, str(answer), day_number(first_day(str(answer))))
        except ValueError:
            put_text(element, "")
    else:
        put_text(element, _as_text(answer, kind))
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        element.set("is", "number")
    else:
        element.attrib.pop("is", None)


def _as_text(answer: Any, kind: QuestionKind) -> str:
    if answer is None:
        return ""
    if kind in _FILES:
        return clean(str(answer.get("name", ""))) if isinstance(answer, Mapping) else ""
    if isinstance(answer, list | tuple):
        return clean(" ".join(str(name) for name in answer))
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        return number_text(float(answer)) if isinstance(answer, float) else str(answer)
    return clean(str(answer))


def answer_of(value: Any, question: Question) -> Any:
    """Return the answer the value of an expression is for a question; None for nothing."""
    kind = question.kind
    text = answer_text(value)
    if text == "":
        return None
    if kind is QuestionKind.DATE:
        return _date_answer(text)
    if kind in _NUMBERS:
        number = number_of(text)
        return None if number != number else _whole(number, whole=kind is QuestionKind.INTEGER)
    if kind is QuestionKind.SELECT_MULTIPLE:
        return text.split()
    if kind is QuestionKind.CALCULATE and _is_number(value):
        return _whole(number_of(value))
    return text if kind not in _FILES else None


def _is_number(value: Any) -> bool:
    """Return whether a value is a number, or a question or calculation that holds one."""
    if isinstance(value, list):
        return bool(value) and not isinstance(value[0], str) and value[0].get("is") == "number"
    return isinstance(value, float)


def _date_answer(text: str) -> str | None:
    moment = moment_of(text)
    if moment is not None:
        return moment.date().isoformat()
    try:
        first_day(text)
    except ValueError:
        day = None if (number := number_of(text)) != number else day_of(number)
        return day.isoformat() if day else None
    return text


def _whole(number: float, *, whole: bool = False) -> int | float:
    if abs(number) < 2**53 and (whole or number == int(number)):
        return int(number)
    return number
