"""Answers from outside, read against a form: types checked, text in its one form."""

import math
import re
from collections.abc import Mapping
from typing import Any

from desktop_app.domain.dates import parts
from desktop_app.domain.text import nfc
from desktop_app.errors import BadInput
from desktop_app.forms.form import Form, Group, Node, Question, QuestionKind, Repeat
from desktop_app.forms.values import clean

_NUMBERS = (QuestionKind.INTEGER, QuestionKind.DECIMAL)
_LARGEST = 2**53 - 1
_WRITTEN = re.compile(r"\s*-?\d+(?:\.\d+)?\s*\Z", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}\Z")


def read_answers(form: Form, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers as they are kept.

    A file may still be ``{"file": path}``. Raises BadInput SSK-240 for a name the form does not
    have, SSK-241 for an answer of the wrong kind; both name the question.
    """
    return _read_level(form.children, raw, "")


def is_answer(question: Question, value: Any) -> bool:
    """Return whether a value is of the kind a question asks for."""
    if question.kind is QuestionKind.TEXT:
        return isinstance(value, str)
    try:
        read_value(question, value)
    except (ValueError, TypeError, KeyError):
        return False
    return True


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
        raise BadInput("SSK-241", question=place.rstrip("."))
    known = _named(nodes)
    answers: dict[str, Any] = {}
    for name, value in raw.items():
        node, where = known.get(name), f"{place}{name}"
        if node is None:
            raise BadInput("SSK-240", question=where)
        if value is None or value in ("", []):
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
                kept = read_value(node, value)
            except (ValueError, TypeError, KeyError) as error:
                raise BadInput("SSK-241", question=where) from error
            if kept not in ("", []):
                answers[name] = kept
    return answers


def read_value(question: Question, value: Any) -> Any:
    """Return one answer as it is kept.

    Raises ValueError, TypeError or KeyError when it is of another kind.
    """
    kind = question.kind
    if kind in _NUMBERS or (kind is QuestionKind.CALCULATE and not isinstance(value, str)):
        if kind is QuestionKind.CALCULATE and isinstance(value, bool):
            return "true" if value else "false"
        return _number(value, whole=kind is QuestionKind.INTEGER)
    if kind is QuestionKind.DATE:
        return _date(value, question.appearance)
    if kind is QuestionKind.SELECT_ONE:
        return _chosen(question, value)
    if kind is QuestionKind.SELECT_MULTIPLE:
        if not isinstance(value, str | list | tuple):
            raise TypeError("choices expected")
        names = value.split() if isinstance(value, str) else value
        picked = {_chosen(question, name) for name in names}
        return [choice.name for choice in question.choices if choice.name in picked]
    if kind in (QuestionKind.IMAGE, QuestionKind.FILE):
        return _file(value)
    if not isinstance(value, str):
        raise TypeError("text expected")
    return clean(nfc(value))


def _number(value: Any, *, whole: bool) -> int | float:
    if isinstance(value, bool):
        raise TypeError("number expected")
    if isinstance(value, str):
        if not _WRITTEN.match(value):
            raise ValueError("not a number")
        value = float(value) if "." in value else int(value)
    if not isinstance(value, int | float) or abs(value) > _LARGEST or math.isnan(value):
        raise ValueError("not a number")
    if value == int(value):
        return int(value)
    if whole:
        raise ValueError("whole number expected")
    return float(value)


def _date(value: Any, appearance: frozenset[str]) -> str:
    """Return a date as precise as its question asks; more precise ones are shortened."""
    if not isinstance(value, str):
        raise TypeError("date expected")
    _year, month, day = parts(value)
    if "any-precision" in appearance:
        return value
    if "year" in appearance:
        return value[:4]
    if "month-year" in appearance:
        if month is None:
            raise ValueError("month expected")
        return value[:7]
    if day is None:
        raise ValueError("day expected")
    return value


def _chosen(question: Question, value: Any) -> str:
    names = {choice.name for choice in question.choices}
    if isinstance(value, bool) and {"yes", "no"} <= names:
        return "yes" if value else "no"
    if not isinstance(value, str) or value not in names:
        raise ValueError("not a choice")
    return value


def _file(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping) and set(value) == {"file"} and isinstance(value["file"], str):
        return dict(value)
    kept = {name: value[name] for name in ("sha256", "name", "size", "media_type")}
    size = kept["size"]
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise ValueError("not a file")
    if not isinstance(kept["sha256"], str) or not _HASH.match(kept["sha256"]):
        raise ValueError("not a file")
    if not all(isinstance(kept[name], str) for name in ("name", "media_type")):
        raise ValueError("not a file")
    return kept | {"name": clean(nfc(kept["name"]))}
