"""What parts of an expression mean before it is written for lxml: kinds of value, and places."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop_app.forms.function_table import FUNCTIONS
from desktop_app.forms.syntax import BadSyntax
from desktop_app.forms.trees import (
    Call,
    Literal,
    Negative,
    Number,
    Path,
    Tree,
)
from desktop_app.forms.values import moment_of

EQUAL, ORDER, LOGIC = ("=", "!="), ("<", "<=", ">", ">="), ("and", "or")
GROUPED = 100


class UnknownFunction(BadSyntax):
    """A function that is not supported, or called with the wrong number of arguments."""


@dataclass(frozen=True)
class Place:
    """Where an expression stands: the names from the root, and which of them are repeats."""

    names: tuple[str, ...] = ()
    repeats: frozenset[tuple[str, ...]] = frozenset()


@dataclass
class Translation:
    """An expression as lxml takes it, with the functions it calls and the places it looks at."""

    place: Place
    source: str = ""
    functions: dict[str, Callable[..., Any]] = field(default_factory=dict)
    looks_at: set[tuple[str, ...]] = field(default_factory=set)
    looks_at_lines: set[tuple[str, ...]] = field(default_factory=set)  # chosen among all lines
    looks_anywhere: bool = False
    scans: int = 0  # how deep searches through many nodes stand in each other


def gives(tree: Tree) -> str:
    """Return what a tree gives: nodes, string, number, boolean, or any of them."""
    if isinstance(tree, Path):
        return "nodes"
    if isinstance(tree, Literal):
        return "string"
    if isinstance(tree, Number | Negative):
        return "number"
    if isinstance(tree, Call):
        function = FUNCTIONS.get(tree.name)
        return function.gives if function else "any"
    operator = tree.operators[0]
    if operator == "|":
        return "nodes"
    return "boolean" if operator in (*EQUAL, *ORDER, *LOGIC) else "number"


def work(name: str) -> Callable[..., Any]:
    """Return what does the work of a function of ours."""
    work = FUNCTIONS[name].work
    assert work is not None
    return work


def is_date(tree: Tree) -> bool:
    """Return whether a tree is a date written in quotes."""
    return isinstance(tree, Literal) and moment_of(tree.value) is not None


def quoted(text: str) -> str:
    """Return a text as XPath writes it; a literal never holds both kinds of quotes."""
    return f"'{text}'" if "'" not in text else f'"{text}"'


def grouped(operator: str, written: list[str]) -> str:
    """Join many truths in groups: lxml gives up where one expression nests too deep."""
    if len(written) > GROUPED:
        written = [
            f"({f' {operator} '.join(written[index : index + GROUPED])})"
            for index in range(0, len(written), GROUPED)
        ]
    return f" {operator} ".join(written)
