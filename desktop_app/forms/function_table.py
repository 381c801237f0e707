"""The functions an expression can call: what each gives and takes, and who does the work."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.forms import date_functions, functions


@dataclass(frozen=True)
class Function:
    """A function: what it gives, how many arguments (most -1: any), who does the work.

    ``work`` None stands for XPath's own; ``takes`` says as what its arguments are handed over.
    """

    gives: str
    least: int
    most: int
    work: Callable[..., Any] | None = None
    takes: str = "any"


FUNCTIONS: Mapping[str, Function] = {
    "true": Function("boolean", 0, 0),
    "false": Function("boolean", 0, 0),
    "not": Function("boolean", 1, 1, None, "truth"),
    "boolean": Function("boolean", 1, 1, None, "truth"),
    "if": Function("any", 3, 3, functions.if_),
    "coalesce": Function("any", 1, -1, functions.coalesce),
    "once": Function("any", 1, 1, functions.once),
    "boolean-from-string": Function("boolean", 1, 1, functions.boolean_from_string),
    "regex": Function("boolean", 2, 2, functions.regex),
    "checklist": Function("boolean", 2, -1, functions.checklist),
    "weighted-checklist": Function("boolean", 2, -1, functions.weighted),
    "selected": Function("boolean", 2, 2, functions.selected),
    "is-selected": Function("boolean", 2, 2, functions.selected),
    "selected-at": Function("string", 2, 2, functions.selected_at),
    "count-selected": Function("number", 1, 1, functions.count_selected),
    "jr:choice-name": Function("string", 2, 2, functions.choice_name),
    "jr:itext": Function("string", 1, 1, functions.itext),
    "today": Function("nodes", 0, 0, date_functions.today),
    "now": Function("nodes", 0, 0, date_functions.now),
    "date": Function("any", 1, 1, date_functions.date_of),
    "date-time": Function("any", 1, 1, date_functions.date_time),
    "decimal-date-time": Function("number", 1, 1, date_functions.decimal_date_time),
    "decimal-time": Function("number", 1, 1, date_functions.decimal_time),
    "format-date": Function("string", 2, 2, date_functions.format_date),
    "format-date-time": Function("string", 2, 2, date_functions.format_date),
    "number": Function("number", 0, 1, functions.number),
    "sum": Function("number", 1, 1, functions.sum_),
    "min": Function("number", 1, -1, functions.extreme(min)),
    "max": Function("number", 1, -1, functions.extreme(max)),
    "round": Function("number", 1, 2, functions.round_),
    "int": Function("number", 1, 1, functions.int_),
    "floor": Function("number", 1, 1, None, "number"),
    "ceiling": Function("number", 1, 1, None, "number"),
    "abs": Function("number", 1, 1, functions.calculator(abs)),
    "pow": Function("number", 2, 2, functions.calculator(lambda base, power: base**power)),
    "exp": Function("number", 1, 1, functions.calculator(math.exp)),
    "exp10": Function("number", 1, 1, functions.calculator(lambda power: 10.0**power)),
    "log": Function("number", 1, 1, functions.calculator(math.log)),
    "log10": Function("number", 1, 1, functions.calculator(math.log10)),
    "sqrt": Function("number", 1, 1, functions.calculator(math.sqrt)),
    "sin": Function("number", 1, 1, functions.calculator(math.sin)),
    "cos": Function("number", 1, 1, functions.calculator(math.cos)),
    "tan": Function("number", 1, 1, functions.calculator(math.tan)),
    "asin": Function("number", 1, 1, functions.calculator(math.asin)),
    "acos": Function("number", 1, 1, functions.calculator(math.acos)),
    "atan": Function("number", 1, 1, functions.calculator(math.atan)),
    "atan2": Function("number", 2, 2, functions.calculator(math.atan2)),
    "pi": Function("number", 0, 0, functions.calculator(lambda: math.pi)),
    "string": Function("string", 0, 1, functions.string),
    "concat": Function("string", 1, -1, functions.concat),
    "join": Function("string", 1, -1, functions.join),
    "substr": Function("string", 2, 3, functions.substr),
    "substring": Function("string", 2, 3, None, "text"),
    "substring-before": Function("string", 2, 2, None, "text"),
    "substring-after": Function("string", 2, 2, None, "text"),
    "translate": Function("string", 3, 3, None, "text"),
    "string-length": Function("number", 0, 1, None, "text"),
    "normalize-space": Function("string", 0, 1, None, "text"),
    "contains": Function("boolean", 2, 2, None, "text"),
    "starts-with": Function("boolean", 2, 2, None, "text"),
    "ends-with": Function("boolean", 2, 2, functions.ends_with),
    "digest": Function("string", 2, 3, functions.digest),
    "count": Function("number", 1, 1, functions.count, "nodes"),
    "count-non-empty": Function("number", 1, 1, functions.count_non_empty, "nodes"),
    "position": Function("number", 0, 1, functions.position),
    "last": Function("number", 0, 0),
    "indexed-repeat": Function("nodes", 3, 7, functions.indexed_repeat),
    "instance": Function("nodes", 1, 1, functions.instance),
    "current": Function("nodes", 0, 0, functions.current),
}
INNER: Mapping[str, Callable[..., Any]] = {"truth": functions.truth, "day": functions.day}
"""What the writing of expressions adds by itself."""
