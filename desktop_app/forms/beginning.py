"""What a new report and a new line of a repeat begin with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from desktop_app.forms.answer_texts import answer_of, static_defaults
from desktop_app.forms.form import Form, Question, Repeat
from desktop_app.forms.instance import Instance, Path, Spot
from desktop_app.forms.values import put_text


def initial_answers(
    form: Form, *, today: date, prefill: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """Return the answers a new report begins with: defaults, and what the program knows."""
    names = {question.name for repeats, question in form.questions() if not repeats}
    known = {name: value for name, value in (prefill or {}).items() if name in names}
    answers = static_defaults(form.children) | known
    instance = Instance(form, answers, today, form.default_language, bound=True)
    instance.recalculate()
    for spot in instance.all_spots():
        if len(spot.path) == 1:
            _begin(instance, spot, answers)
    return answers


def initial_row(
    form: Form,
    repeat: Repeat,
    *,
    today: date,
    answers: Mapping[str, Any] | None = None,
    path: Path = (),
) -> dict[str, Any]:
    """Return the answers a new line of a repeat begins with.

    Defaults that look at other answers need those; ``path`` is the line around an inner repeat.
    """
    row = static_defaults(repeat.children)
    outer = _copied_with(answers or {}, path, repeat.name, row)
    instance = Instance(form, outer, today, form.default_language, bound=True)
    instance.recalculate()
    lines: Any = outer
    for step in (*path, repeat.name):
        lines = lines[step]
    line = (*path, repeat.name, len(lines) - 1)
    for spot in instance.all_spots():
        if spot.path[:-1] == line:
            _begin(instance, spot, row)
    return row


def _copied_with(
    answers: Mapping[str, Any], path: Path, name: str, row: dict[str, Any]
) -> dict[str, Any]:
    """Return answers with one more line, copied as far as they change."""
    if not path:
        rows = answers.get(name)
        return {**answers, name: [*(rows if isinstance(rows, list) else ()), row]}
    outer, index = path[0], path[1]
    rows = list(answers.get(outer) or ()) if isinstance(outer, str) else []
    if not isinstance(index, int) or not isinstance(outer, str) or not 0 <= index < len(rows):
        raise KeyError(path)
    rows[index] = _copied_with(rows[index], path[2:], name, row)
    return {**answers, outer: rows}


def _begin(instance: Instance, spot: Spot, answers: dict[str, Any]) -> None:
    """Put the default of a question that is an expression; later ones may look at it."""
    question = spot.node
    if not isinstance(question, Question) or question.calculation or question.name in answers:
        return
    expression = instance.prepared.find(question, "default")
    if expression is None:
        return
    value = expression.value(spot.element)
    answer = answer_of(value, question)
    if answer is not None:
        answers[question.name] = answer
        put_text(spot.element, answer if isinstance(answer, str) else expression.text(spot.element))
