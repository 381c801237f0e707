"""The functions XForms and XLSForm add to XPath.

Names and meaning: ODK XForms specification, "XPath Functions". A function never fails on what a
person has written: it gives an empty text, NaN or false. Left out are those whose result changes
by itself (random, uuid, randomize), those of places on earth, and pulldata.
"""

import base64
import hashlib
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from desktop_app.forms import patterns
from desktop_app.forms.form import Texts
from desktop_app.forms.moment import moment, seen, seen_numbers, seen_texts
from desktop_app.forms.values import (
    checked,
    date_node,
    moment_number,
    moment_of,
    number_of,
    text_of,
    texts_of,
    truth_of,
)

# Truth and choice


def if_(_c: Any, test: Any, then: Any, otherwise: Any) -> Any:
    """Return one of two values as a test holds or not."""
    return then if truth_of(test) else otherwise


def coalesce(_c: Any, *values: Any) -> Any:
    """Return the first value that says anything."""
    return next((v for v in values if v == v and text_of(v) not in ("", "NaN")), "")


def once(_c: Any, value: Any) -> Any:
    """Return what the question already holds, else the value."""
    current = [moment().current]
    return current if text_of(current) else value


def boolean_from_string(_c: Any, value: Any) -> bool:
    """Return whether a text is ``true`` or ``1``."""
    return text_of(value) in ("true", "1")


def regex(_c: Any, value: Any, pattern: Any) -> bool:
    """Return whether a whole text fits a pattern; false for a pattern that is none."""
    try:
        return patterns.pattern(text_of(pattern)).matches(text_of(value))
    except patterns.BadPattern:
        return False


def checklist(_c: Any, least: Any, most: Any, *answers: Any) -> bool:
    """Return whether so many answers hold (are numbers above 0); -1 is no limit."""
    return _within(sum(number_of(text) > 0 for text in _flags(answers)), least, most)


def weighted(_c: Any, least: Any, most: Any, *pairs: Any) -> bool:
    """Return whether the weights of those that hold add up within limits; -1 is no limit."""
    flags, weights = _flags(pairs[::2]), seen_texts(pairs[1::2])
    counted = zip(flags, weights, strict=False)
    return _within(sum(number_of(w) for flag, w in counted if number_of(flag) > 0), least, most)


def _flags(answers: Sequence[Any]) -> list[Any]:
    flags: list[Any] = []
    for answer in answers:
        flags += texts_of(seen(answer)) if isinstance(answer, list) else [answer]
    return flags


def _within(total: float, least: Any, most: Any) -> bool:
    low, high = number_of(least), number_of(most)
    return (low == -1 or total >= low) and (high == -1 or total <= high)


# Selects


def selected(_c: Any, chosen: Any, name: Any) -> bool:
    """Return whether a choice is among those chosen."""
    return text_of(name).strip() in text_of(chosen).split()


def selected_at(_c: Any, chosen: Any, place: Any) -> str:
    """Return the n-th of the chosen, from 0; empty beyond."""
    names, index = text_of(chosen).split(), number_of(place)
    return names[int(index)] if 0 <= index < len(names) else ""


def count_selected(_c: Any, chosen: Any) -> float:
    """Return how many are chosen."""
    return float(len(text_of(chosen).split()))


def choice_name(_c: Any, value: Any, place: Any) -> str:
    """Return the labels of what is chosen in the select at a place."""
    labels = {choice.name: choice.labels for choice in moment().choices.get(text_of(place), ())}
    return ", ".join(_said(labels[name]) for name in text_of(value).split() if name in labels)


def itext(_c: Any, text_id: Any) -> str:
    """Return a text of the form by its identifier."""
    return _said(moment().texts.get(text_of(text_id), {}))


def _said(texts: Texts) -> str:
    return texts.get(moment().language) or next(iter(texts.values()), "")


# Numbers


def sum_(_c: Any, nodes: Any) -> float:
    """Return the sum of all nodes."""
    # In decimals: shares of 33.3 and 33.4 add up to 100 and not to 99.99999999999999. What is
    # not answered yet, or no number, counts nothing, as in the programs that run such forms.
    numbers = seen_numbers([nodes])
    return float(sum(Decimal(repr(number)) for number in numbers if math.isfinite(number)))


def extreme(choose: Callable[[list[float]], float]) -> Callable[..., float]:
    """Return the function that finds the least or greatest number; what is none is passed by."""

    def function(_c: Any, *values: Any) -> float:
        numbers = [n for n in seen_numbers(values) if not math.isnan(n)]
        return choose(numbers) if numbers else math.nan

    return function


def round_(_c: Any, value: Any, digits: Any = 0.0) -> float:
    """Round to a number of decimals; a half goes up, as XPath has it."""
    number, places = number_of(value), number_of(digits)
    if not (math.isfinite(number) and math.isfinite(places)):
        return number
    if abs(places) > 30:
        return math.nan
    scaled = Decimal(repr(number)).scaleb(int(places))
    if abs(scaled) > Decimal("1e27"):
        return number
    return float(Decimal(math.floor(scaled + Decimal("0.5"))).scaleb(-int(places))) + 0.0


def int_(_c: Any, value: Any) -> float:
    """Return a number without its fraction."""
    number = number_of(value)
    return float(math.trunc(number)) + 0.0 if math.isfinite(number) else number


def number(_c: Any, value: Any) -> float:
    """Return a value as a number."""
    return number_of(value)


def calculator(work: Callable[..., float]) -> Callable[..., float]:
    """Return a function of numbers that gives NaN where it is not defined."""

    def function(_c: Any, *values: Any) -> float:
        try:
            result = work(*(number_of(value) for value in values))
        except ValueError:
            return math.nan
        except (OverflowError, ZeroDivisionError):
            return math.inf
        return result if isinstance(result, float) else math.nan

    return function


# Texts


def string(_c: Any, value: Any) -> str:
    """Return a value as text."""
    return text_of(value)


def concat(_c: Any, *values: Any) -> str:
    """Return all texts, and those of all nodes, one after the other."""
    return checked("".join(seen_texts(values)))


def join(_c: Any, separator: Any, *values: Any) -> str:
    """Return all texts, and those of all nodes, with a text between."""
    return checked(text_of(separator).join(seen_texts(values)))


def substr(_c: Any, value: Any, start: Any, end: Any = None) -> str:
    """Return part of a text, from 0; counted from the end where negative."""
    text = text_of(value)
    first = number_of(start)
    last = float(len(text)) if end is None else number_of(end)
    if math.isnan(first) or math.isnan(last):
        return ""
    bound = len(text) + 1
    return text[int(max(-bound, min(bound, first))) : int(max(-bound, min(bound, last)))]


def ends_with(_c: Any, value: Any, end: Any) -> bool:
    """Return whether a text ends with another."""
    return text_of(value).endswith(text_of(end))


_ALGORITHMS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384"}
_ALGORITHMS["SHA-512"] = "sha512"


def digest(_c: Any, value: Any, algorithm: Any, encoding: Any = "base64") -> str:
    """Return the fingerprint of a text; empty for an algorithm that is not known."""
    name = _ALGORITHMS.get(text_of(algorithm).upper())
    if name is None:
        return ""
    made = hashlib.new(name, text_of(value).encode(), usedforsecurity=False)
    return (
        made.hexdigest() if text_of(encoding) == "hex" else base64.b64encode(made.digest()).decode()
    )


# Nodes


def truth(_c: Any, value: Any) -> bool:
    """Return whether a value holds."""
    return truth_of(value)


def count(_c: Any, nodes: Any) -> float:
    """Return how many relevant nodes there are."""
    return float(len(seen(nodes)))


def count_non_empty(_c: Any, nodes: Any) -> float:
    """Return how many relevant nodes say anything."""
    return float(sum(text != "" for text in texts_of(seen(nodes))))


def position(_c: Any, nodes: Any) -> float:
    """Return the place of a node among those of its name, from 1."""
    if not isinstance(nodes, list) or not nodes or isinstance(nodes[0], str):
        return math.nan
    return float(1 + sum(1 for _ in nodes[0].itersiblings(nodes[0].tag, preceding=True)))


def indexed_repeat(_c: Any, nodes: Any, *pairs: Any) -> Any:
    """Return the node in the n-th line of a repeat, and so on inward."""
    within: Any = None
    for repeats, index in zip(pairs[::2], pairs[1::2], strict=False):
        place = number_of(index)
        lines = [line for line in repeats if within is None or within in line.iterancestors()]
        if not 1 <= place <= len(lines):
            return []
        within = lines[int(place) - 1]
    return [node for node in nodes if within is None or within in node.iterancestors()][:1]


def instance(_c: Any, name: Any) -> list[Any]:
    """Return a list of choices as nodes."""
    found = moment().lists.get(text_of(name))
    return [] if found is None else [found]


def current(_c: Any) -> list[Any]:
    """Return the question the expression stands at."""
    return [moment().current]


def day(_c: Any, text: Any) -> list[Any]:
    """Return a date written in an expression, equal to its day and to its text alike."""
    written = moment_of(text)
    plain = date_node(text, math.nan)
    plain.text = text
    return [plain] if written is None else [date_node(text, moment_number(written)), plain]
