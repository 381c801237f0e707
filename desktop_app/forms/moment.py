"""What an evaluation is made for: the day, the language, the lists; one at a time in a thread."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop_app.forms.form import Choice, Texts
from desktop_app.forms.values import numbers_of, texts_of


@dataclass
class Moment:
    """What functions need beside their arguments, for one evaluation in one thread."""

    today: date
    language: str
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)  # by place
    lists: Mapping[str, Any] = field(default_factory=dict)  # by name
    texts: Mapping[str, Texts] = field(default_factory=dict)  # by itext id
    hidden: set[Any] = field(default_factory=set)
    current: Any = None
    lines: int = 0  # in the longest repeat or list
    nodes: int = 0  # in the whole instance
    deadline: float = 0.0  # of the whole evaluation, in this thread's own time; 0 for none


_LOCAL = threading.local()


def set_moment(moment: Moment) -> None:
    """Say for which day, language and lists this thread evaluates from now on."""
    _LOCAL.moment = moment


def moment() -> Moment:
    """Return what this thread evaluates for."""
    found: Moment = _LOCAL.moment
    return found


def seen(nodes: Any) -> list[Any]:
    """Return the nodes that are relevant: others are not there for the functions of node-sets."""
    hidden = moment().hidden
    if not isinstance(nodes, list):
        return []
    return [node for node in nodes if node not in hidden] if hidden else nodes


def seen_texts(arguments: Sequence[Any]) -> list[str]:
    """Return the texts of all arguments, of every relevant node in node-sets."""
    return [
        text
        for value in arguments
        for text in texts_of(seen(value) if isinstance(value, list) else value)
    ]


def seen_numbers(arguments: Sequence[Any]) -> list[float]:
    """Return the numbers of all arguments, of every relevant node in node-sets."""
    return [
        number
        for value in arguments
        for number in numbers_of(seen(value) if isinstance(value, list) else value)
    ]
