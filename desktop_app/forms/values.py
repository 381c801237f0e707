"""Values of expressions: what a node, a number, a text or a truth is worth as another.

A date stands in the evaluated instance as its day number (clarification 16), so that it compares
and subtracts; the attribute ``iso`` keeps how it is written, for every function that takes text.
Conversions: XPath 1.0, section 4, with the dates of the ODK XForms specification.
"""

import math
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from lxml import etree

EPOCH = date(1970, 1, 1)
LONGEST_TEXT = 1_000_000
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?\Z", re.ASCII
)
_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*\Z", re.ASCII)


class TextTooLong(ValueError):
    """A text grew beyond what any honest form makes."""


def day_number(day: date) -> int:
    """Return the number of a day since 1970-01-01."""
    return (day - EPOCH).days


def day_of(number: float) -> date | None:
    """Return the day a number since 1970-01-01 falls on, None beyond the calendar."""
    try:
        return EPOCH + timedelta(days=math.floor(number))
    except (OverflowError, ValueError):
        return None


def moment_of(text: str) -> datetime | None:
    """Return the moment an ISO date or date with time stands for (without a zone: as UTC)."""
    if not _MOMENT.match(text):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def moment_number(moment: datetime) -> float:
    """Return days since the beginning of 1970 in UTC, with their fraction."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(days=1)


def put_text(node: Any, text: str) -> bool:
    """Give a node a text, a date in both of its shapes; return whether that changed anything."""
    iso = node.get("iso")
    if (iso if iso is not None else node.text or "") == text:
        return False
    moment = moment_of(text) if text[4:5] == "-" else None
    if moment is None:
        if iso is not None:
            del node.attrib["iso"]
        node.text = text
    else:
        put_date(node, text, moment_number(moment))
    return True


def put_date(node: Any, iso: str, number: float) -> None:
    """Give a node a date."""
    node.text = number_text(number)
    node.set("iso", iso)


def date_node(iso: str, number: float) -> Any:
    """Return a node of its own that holds a date."""
    node = etree.Element("date")
    put_date(node, iso, number)
    return node


def number_text(value: float) -> str:
    """Return a number as XPath writes it: no exponent, no point for whole numbers."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def node_text(node: Any) -> str:
    """Return the text of a node; a date as it is written."""
    if isinstance(node, str):
        return node
    iso = node.get("iso")
    if iso is not None:
        return str(iso)
    return "".join(node.itertext()) if len(node) else node.text or ""


def text_of(value: Any) -> str:
    """Return a value as text (``string()``)."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return node_text(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(float(value))


def answer_text(value: Any) -> str:
    """Return a value as an answer: what is no number is no answer.

    A number is kept with 15 digits, as spreadsheets show it: 6.1 - 7.8 is -1.7.
    """
    if isinstance(value, float):
        return number_text(float(f"{value:.15g}")) if math.isfinite(value) else ""
    return text_of(value)


def number_of(value: Any) -> float:
    """Return a value as a number (``number()``); dates and texts of dates as days.

    A date known by its month or year counts from its first day, which is what its node holds.
    """
    if isinstance(value, bool | int | float):
        return float(value)
    if isinstance(value, list):
        if not value:
            return math.nan
        if not isinstance(value[0], str) and value[0].get("iso") is not None:
            return float(value[0].text)
    text = text_of(value)
    if _NUMBER.match(text):
        return float(text)
    moment = moment_of(text.strip())
    return math.nan if moment is None else moment_number(moment)


def truth_of(value: Any) -> bool:
    """Return whether a value holds; of nodes, whether the first says anything but 0."""
    if isinstance(value, list):
        text = text_of(value)
        return text != "" and not (bool(_NUMBER.match(text)) and float(text) == 0)
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def texts_of(value: Any) -> list[str]:
    """Return the texts of all nodes, or of a single value."""
    return [node_text(node) for node in value] if isinstance(value, list) else [text_of(value)]


def numbers_of(value: Any) -> list[float]:
    """Return the numbers of all nodes, or of a single value."""
    return [number_of([node]) for node in value] if isinstance(value, list) else [number_of(value)]


def checked(text: str) -> str:
    """Return a text that is not too long. Raises TextTooLong."""
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(str(len(text)))
    return text


_FORBIDDEN = dict.fromkeys([*(c for c in range(32) if c not in (9, 10, 13)), 0xFFFE, 0xFFFF])


def clean(text: str) -> str:
    """Return text without what XML cannot carry."""
    return text.translate(_FORBIDDEN).encode("utf-8", "ignore").decode("utf-8")
