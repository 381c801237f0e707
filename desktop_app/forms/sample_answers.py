"""Plausible answers for any form, to try its documents before anyone has written one."""

from typing import Any

from desktop_app.forms.answer_values import read_value
from desktop_app.forms.form import Form, Group, Node, Question, QuestionKind, Repeat

_ROWS, _SEVERAL_TO = 2, 2
"""Lines in a repeat, and how deep: several everywhere would double with every level."""


def sample_answers(form: Form) -> dict[str, Any]:
    """Return an answer for every question, two lines for a repeat; files left out."""
    return _level(form.children, 0)


def _level(nodes: tuple[Node, ...], depth: int) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for node in nodes:
        if isinstance(node, Repeat):
            rows = _ROWS if depth < _SEVERAL_TO else 1
            answers[node.name] = [_level(node.children, depth + 1) for _row in range(rows)]
        elif isinstance(node, Group):
            answers |= _level(node.children, depth)
        else:
            value = _value(node)
            if value is not None:
                answers[node.name] = value
    return answers


def _value(question: Question) -> Any:
    kind = question.kind
    if kind is QuestionKind.TEXT:
        label = next(iter(question.labels.values()), question.name)
        return f"{label}: …"
    if kind in (QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.CALCULATE):
        return 50
    if kind is QuestionKind.DATE:
        return read_value(question, "2026-03-05")
    if kind is QuestionKind.SELECT_ONE and question.choices:
        return question.choices[0].name
    if kind is QuestionKind.SELECT_MULTIPLE and question.choices:
        return [question.choices[0].name]
    return None
