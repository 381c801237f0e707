"""Expressions of forms: XPath 1.0 by lxml, with the functions XForms and XLSForm add.

Dates are day numbers since 1970-01-01 in the evaluated instance (clarification 16), so that they
compare and subtract; ``format-date`` writes them again. Functions and their meaning: ODK XForms
specification, "XPath functions".
"""

import math
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any

from lxml import etree

from desktop_app.errors import BadInput
from desktop_app.forms.form import Choice, Texts

EPOCH = date(1970, 1, 1)
LONGEST, DEEPEST = 20_000, 100
_JR = "http://openrosa.org/javarosa"
_NAMESPACES = {"jr": _JR}
# XPath 1.0 has these too, and its own cannot be replaced: they are called by another name.
# position() without an argument stays XPath's.
_OWN = re.compile(r"(?<![\w.:-])(sum|round|number|concat|position(?=\s*\(\s*[^)\s]))(?=\s*\()")
_LITERAL = re.compile(r"(\"[^\"]*\"|'[^']*')")
# Step-wise repetition of "//" over nested predicates is the way to make XPath run for ever.
_COSTLY = re.compile(r"//.*//.*//")


@dataclass
class Moment:
    """What functions need beside their arguments, for one evaluation in one thread."""

    today: date
    language: str
    lists: Mapping[str, Any]
    choices: Mapping[str, tuple[Choice, ...]]
    current: Any = None


_LOCAL = threading.local()


def set_moment(moment: Moment) -> None:
    """Say for which day, language and lists this thread evaluates from now on."""
    _LOCAL.moment = moment


def _moment() -> Moment:
    moment: Moment = _LOCAL.moment
    return moment


def day_number(day: date) -> int:
    """Return the number of a day since 1970-01-01."""
    return (day - EPOCH).days


def number_text(value: float) -> str:
    """Return a number as XPath writes it: no exponent, no point for whole numbers."""
    if math.isnan(value) or math.isinf(value):
        return ""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return format(Decimal(repr(value)), "f")


class Expression:
    """A compiled expression."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._xpath = _compiled(source)

    def value(self, node: Any) -> Any:
        """Evaluate at a node of the instance: float, str, bool or a list of nodes.

        Raises BadInput SSK-210 when a function is given what it cannot use.
        """
        _moment().current = node
        try:
            return self._xpath(node)
        except (etree.XPathError, ValueError, TypeError, OverflowError, RecursionError) as error:
            raise BadInput("SSK-210", expression=self.source[:200]) from error

    def text(self, node: Any) -> str:
        """Evaluate as text; numbers without needless digits, NaN as empty."""
        return _text(self.value(node))

    def truth(self, node: Any) -> bool:
        """Evaluate as true or false."""
        return _truth(self.value(node))


@lru_cache(maxsize=4096)
def _compiled(source: str) -> etree.XPath:
    depth = deepest = 0
    for character in source:
        depth += (character in "([") - (character in ")]")
        deepest = max(deepest, depth)
    if len(source) > LONGEST or deepest > DEEPEST or _COSTLY.search(source):
        raise BadInput("SSK-211", expression=source[:200])
    try:
        return etree.XPath(
            _renamed(source),
            namespaces=_NAMESPACES,
            extensions=_EXTENSIONS,
            smart_strings=False,
        )
    except etree.XPathError as error:
        raise BadInput("SSK-210", expression=source[:200]) from error


def _renamed(source: str) -> str:
    """Return the expression with our own versions of XPath's functions; literals untouched."""
    pieces = _LITERAL.split(source)
    pieces[::2] = [_OWN.sub(r"xf-\1", piece) for piece in pieces[::2]]
    return "".join(pieces)


def check_expression(source: str) -> None:
    """Raise BadInput SSK-210 for an expression that is none, SSK-211 for one too complex."""
    _compiled(source)


# Values of XPath


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _node_text(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int):
        return number_text(float(value))
    return str(value)


def _node_text(node: Any) -> str:
    return node if isinstance(node, str) else "".join(node.itertext())


def _number(value: Any) -> float:
    if isinstance(value, bool | int | float):
        return float(value)
    try:
        return float(_text(value).strip() or "nan")
    except ValueError:
        return math.nan


def _truth(value: Any) -> bool:
    if isinstance(value, float):
        return bool(value) and not math.isnan(value)
    return bool(value)


def _texts(value: Any) -> list[str]:
    return [_node_text(node) for node in value] if isinstance(value, list) else [_text(value)]


# The functions


def _if(_c: Any, test: Any, then: Any, otherwise: Any) -> Any:
    return then if _truth(test) else otherwise


def _coalesce(_c: Any, *values: Any) -> Any:
    return next((value for value in values if _text(value) != ""), "")


def _selected(_c: Any, chosen: Any, name: Any) -> bool:
    return _text(name).strip() in _text(chosen).split()


def _selected_at(_c: Any, chosen: Any, place: Any) -> str:
    names, index = _text(chosen).split(), int(_number(place))
    return names[index] if 0 <= index < len(names) else ""


def _count_selected(_c: Any, chosen: Any) -> float:
    return float(len(_text(chosen).split()))


def _today(_c: Any) -> float:
    return float(day_number(_moment().today))


def _date(_c: Any, value: Any) -> Any:
    text = _text(value).strip()
    if not text:
        return ""
    try:
        return float(text)
    except ValueError:
        pass
    parts = [int(part) for part in text[:10].split("-")]
    while len(parts) < 3:
        parts.append(1)
    return float(day_number(date(parts[0], parts[1], parts[2])))


def _decimal_date(_c: Any, value: Any) -> Any:
    return _date(_c, value)


_FORMATS: Mapping[str, Callable[[date], str]] = {
    "Y": lambda day: f"{day.year:04}",
    "y": lambda day: f"{day.year % 100:02}",
    "m": lambda day: f"{day.month:02}",
    "n": lambda day: str(day.month),
    "d": lambda day: f"{day.day:02}",
    "e": lambda day: str(day.day),
    "b": lambda day: [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ][day.month - 1],
    "a": lambda day: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][day.weekday()],
    "H": lambda _day: "00",
    "h": lambda _day: "0",
    "M": lambda _day: "00",
    "S": lambda _day: "00",
    "3": lambda _day: "000",
}


def _format_date(_c: Any, value: Any, pattern: Any) -> str:
    number = _date(_c, value)
    if number == "" or math.isnan(number):
        return ""
    day = EPOCH + timedelta(days=math.floor(number))
    return re.sub(
        r"%(.)",
        lambda found: _FORMATS[found[1]](day) if found[1] in _FORMATS else found[0],
        _text(pattern),
    )


def _regex(_c: Any, value: Any, pattern: Any) -> bool:
    text, expression = _text(value), _text(pattern)
    # A pattern comes from outside: nested repetition on long text may run for ever.
    if len(text) > 2_000 or re.search(r"[+*}]\)?[+*{]", expression.replace("\\", "")):
        raise ValueError("pattern too costly")
    return re.fullmatch(expression, text) is not None


def _count_non_empty(_c: Any, nodes: Any) -> float:
    return float(sum(text != "" for text in _texts(nodes)))


def _sum(_c: Any, nodes: Any) -> float:
    # In decimals: shares of 33.3 and 33.4 add up to 100 and not to 99.99999999999999.
    return float(sum((Decimal(t) if _plain(t) else Decimal("nan")) for t in _texts(nodes)))


def _plain(text: str) -> bool:
    return bool(re.fullmatch(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*", text))


def _round(_c: Any, value: Any, digits: Any = 0.0) -> float:
    number = _number(value)
    if math.isnan(number) or math.isinf(number):
        return number
    step = Decimal(1).scaleb(-int(_number(digits)))
    exact = Decimal(repr(number))
    return (
        float(exact.quantize(step, ROUND_HALF_UP))
        if step <= 1
        else float((exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step)
    )


def _int(_c: Any, value: Any) -> float:
    number = _number(value)
    return number if math.isnan(number) or math.isinf(number) else float(math.trunc(number))


def _extreme(choose: Callable[[list[float]], float]) -> Callable[..., float]:
    def function(_c: Any, *values: Any) -> float:
        numbers = [_number(text) for value in values for text in _texts(value) if text != ""]
        if not numbers or any(math.isnan(number) for number in numbers):
            return math.nan
        return choose(numbers)

    return function


def _concat(_c: Any, *values: Any) -> str:
    return "".join(text for value in values for text in _texts(value))


def _join(_c: Any, separator: Any, *values: Any) -> str:
    return _text(separator).join(text for value in values for text in _texts(value))


def _substr(_c: Any, value: Any, start: Any, end: Any = None) -> str:
    first = int(_number(start))
    return _text(value)[first:] if end is None else _text(value)[first : int(_number(end))]


def _ends_with(_c: Any, value: Any, end: Any) -> bool:
    return _text(value).endswith(_text(end))


def _position_of(_c: Any, nodes: Any) -> float:
    node = nodes[0]
    return float(1 + sum(1 for _ in node.itersiblings(node.tag, preceding=True)))


def _indexed_repeat(_c: Any, nodes: Any, *pairs: Any) -> Any:
    """Return the node in the n-th repeat: pairs are a repeat's nodes and an index."""
    wanted = list(nodes)
    for repeats, index in zip(pairs[::2], pairs[1::2], strict=True):
        place = int(_number(index)) - 1
        if not 0 <= place < len(repeats):
            return []
        row = repeats[place]
        wanted = [node for node in wanted if row in node.iterancestors()]
    return wanted[:1]


def _instance(_c: Any, name: Any) -> list[Any]:
    found = _moment().lists.get(_text(name))
    return [] if found is None else [found]


def _current(_c: Any) -> list[Any]:
    return [_moment().current]


def _choice_name(_c: Any, value: Any, path: Any) -> str:
    """Return the label of a chosen name; several names give several labels."""
    moment = _moment()
    source = _text(path).strip().split("/")[-1]
    labels = {choice.name: choice.labels for choice in moment.choices.get(source, ())}
    return ", ".join(_label(labels[name]) for name in _text(value).split() if name in labels)


def _label(labels: Texts) -> str:
    return labels.get(_moment().language) or next(iter(labels.values()), "")


def _checklist(_c: Any, least: Any, most: Any, *answers: Any) -> bool:
    yes = sum(_text(a).strip().lower() in ("yes", "true", "1") for a in answers)
    low, high = _number(least), _number(most)
    return (low < 0 or yes >= low) and (high < 0 or yes <= high)


def _weighted(_c: Any, least: Any, most: Any, *pairs: Any) -> bool:
    total = sum(
        _number(weight)
        for answer, weight in zip(pairs[::2], pairs[1::2], strict=True)
        if _text(answer).strip().lower() in ("yes", "true", "1")
    )
    low, high = _number(least), _number(most)
    return (low < 0 or total >= low) and (high < 0 or total <= high)


def _boolean_from_string(_c: Any, value: Any) -> bool:
    return _text(value).strip().lower() in ("true", "1")


def _once(_c: Any, value: Any) -> Any:
    kept = _text([_moment().current])
    return kept if kept else value


def _pow(_c: Any, base: Any, power: Any) -> float:
    return float(_number(base) ** _number(power))


def _abs(_c: Any, value: Any) -> float:
    return abs(_number(value))


def _number_of(_c: Any, value: Any) -> float:
    return _number(value)


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "if": _if,
    "coalesce": _coalesce,
    "selected": _selected,
    "selected-at": _selected_at,
    "count-selected": _count_selected,
    "today": _today,
    "now": _today,
    "date": _date,
    "date-time": _date,
    "decimal-date-time": _decimal_date,
    "format-date": _format_date,
    "format-date-time": _format_date,
    "regex": _regex,
    "count-non-empty": _count_non_empty,
    "xf-sum": _sum,
    "xf-round": _round,
    "int": _int,
    "min": _extreme(min),
    "max": _extreme(max),
    "xf-concat": _concat,
    "join": _join,
    "substr": _substr,
    "ends-with": _ends_with,
    "xf-position": _position_of,
    "indexed-repeat": _indexed_repeat,
    "instance": _instance,
    "current": _current,
    "checklist": _checklist,
    "weighted-checklist": _weighted,
    "boolean-from-string": _boolean_from_string,
    "once": _once,
    "pow": _pow,
    "abs": _abs,
    "xf-number": _number_of,
}
_EXTENSIONS: dict[Any, Any] = {(None, name): function for name, function in _FUNCTIONS.items()}
_EXTENSIONS[_JR, "choice-name"] = _choice_name
