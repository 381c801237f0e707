"""The tree of an expression: plain values, one class for each part of the grammar."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """A number as written."""

    text: str


@dataclass(frozen=True)
class Literal:
    """A text in quotes."""

    value: str


@dataclass(frozen=True)
class Call:
    """A function with its arguments."""

    name: str
    arguments: "tuple[Tree, ...]"


@dataclass(frozen=True)
class Step:
    """One step of a path: ``name``, ``.``, ``..``, ``*``, ``@name`` or ``axis::test``."""

    test: str
    predicates: "tuple[Tree, ...]" = ()
    deep: bool = False  # written after "//"


@dataclass(frozen=True)
class Path:
    """Steps from the context, from the root (absolute), or from what ``base`` gives."""

    steps: tuple[Step, ...]
    absolute: bool = False
    base: "Tree | None" = None
    predicates: "tuple[Tree, ...]" = ()  # of the base


@dataclass(frozen=True)
class Chain:
    """Operands of one rank with the operators between them, from left to right."""

    operators: tuple[str, ...]
    operands: "tuple[Tree, ...]"


@dataclass(frozen=True)
class Negative:
    """A value with its sign turned."""

    operand: "Tree"


Tree = Number | Literal | Call | Path | Chain | Negative


def walk(tree: Tree) -> Iterator[Tree]:
    """Give a tree and every tree in it."""
    yield tree
    for child in children(tree):
        yield from walk(child)


def children(tree: Tree) -> Iterator[Tree]:
    """Give the trees directly in a tree."""
    if isinstance(tree, Call):
        yield from tree.arguments
    elif isinstance(tree, Chain):
        yield from tree.operands
    elif isinstance(tree, Negative):
        yield tree.operand
    elif isinstance(tree, Path):
        if tree.base is not None:
            yield tree.base
        yield from tree.predicates
        for step in tree.steps:
            yield from step.predicates
