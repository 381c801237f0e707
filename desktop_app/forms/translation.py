"""The tree of an expression, written as XPath for lxml with the meaning XForms gives it.

Where XForms and plain XPath differ (ODK XForms specification, and what the programs that run such
forms do alike):
- a path that leads nowhere, or to an irrelevant question, is an empty text in a comparison;
- a question on its own is true when it is answered, not because it exists;
- dates compare and subtract, also when written as text;
- an absolute path from inside a repeat means the same line of the repeat.
"""

from collections.abc import Callable
from typing import Any

from desktop_app.forms.function_table import FUNCTIONS, INNER
from desktop_app.forms.meaning import (
    EQUAL,
    LOGIC,
    ORDER,
    Place,
    Translation,
    UnknownFunction,
    gives,
    grouped,
    is_date,
    quoted,
    work,
)
from desktop_app.forms.syntax import BadSyntax, TooComplex
from desktop_app.forms.trees import (
    Call,
    Chain,
    Literal,
    Negative,
    Number,
    Path,
    Step,
    Tree,
)

_WIDE_AXES = ("descendant", "ancestor", "following-sibling", "preceding-sibling")
_MOST_WIDE, _DEEPEST_SEARCH = 3, 2


def translate(tree: Tree, place: Place) -> Translation:
    """Return an expression for lxml. Raises UnknownFunction, BadSyntax or TooComplex."""
    writer = _Writer(Translation(place))
    writer.made.source = writer.write(tree)
    if writer.wide > _MOST_WIDE:
        raise TooComplex("too many searches")
    return writer.made


class _Writer:
    def __init__(self, made: Translation) -> None:
        self.made, self.wide, self._scanning = made, 0, 0
        # The place paths begin at: inside a predicate, that of the filtered node (None: a list's).
        self._at: list[tuple[str, ...] | None] = [made.place.names]

    def write(self, tree: Tree) -> str:
        if isinstance(tree, Number):
            return tree.text
        if isinstance(tree, Literal):
            return quoted(tree.value)
        if isinstance(tree, Negative):
            return f"-{self._number(tree.operand)}"
        if isinstance(tree, Call):
            return self._call(tree)
        if isinstance(tree, Path):
            return self._path(tree)
        return self._chain(tree)

    def _own(self, name: str, work: Callable[..., Any], *arguments: str) -> str:
        self.made.functions[f"xf-{name}"] = work
        return f"xf-{name}({', '.join(arguments)})"

    # Values as what is wanted

    def _number(self, tree: Tree) -> str:
        written = self.write(tree)
        if gives(tree) in ("string", "any"):
            return self._own("number", work("number"), written)
        return f"({written})" if isinstance(tree, Chain) else written

    def _text(self, tree: Tree) -> str:
        written = self.write(tree)
        return written if gives(tree) == "string" else self._own("string", work("string"), written)

    def _truth(self, tree: Tree) -> str:
        written = self.write(tree)
        if gives(tree) in ("nodes", "any"):
            return self._own("truth", INNER["truth"], written)
        return f"({written})" if isinstance(tree, Chain) else written

    # Operators

    def _chain(self, tree: Chain) -> str:
        operator = tree.operators[0]
        if operator == "|":
            return " | ".join(map(self.write, tree.operands))
        if operator in LOGIC:
            return grouped(operator, [self._truth(operand) for operand in tree.operands])
        if operator in (*EQUAL, *ORDER):
            left: Tree = tree.operands[0]
            written = self.write(left)
            for index, operator in enumerate(tree.operators):
                right = tree.operands[index + 1]
                written = self._compared(operator, left, written, right)
                left = Chain(("=",), (left, right))  # a truth, for the next comparison
            return written
        written = self._number(tree.operands[0])
        for operator, operand in zip(tree.operators, tree.operands[1:], strict=True):
            written = f"{written} {operator} {self._number(operand)}"
        return written

    def _compared(self, operator: str, left: Tree, written: str, right: Tree) -> str:
        first, second = f"({written})" if isinstance(left, Chain) else written, self.write(right)
        if isinstance(right, Chain):
            second = f"({second})"
        kinds = gives(left), gives(right)
        if operator in ORDER:
            first = self._ordered(left, first)
            return f"{first} {operator} {self._ordered(right, second)}"
        if "boolean" in kinds:
            first = self._own("truth", INNER["truth"], first) if kinds[0] != "boolean" else first
            second = self._own("truth", INNER["truth"], second) if kinds[1] != "boolean" else second
            return f"{first} {operator} {second}"
        if is_date(right) != is_date(left):
            first = self._day(left) if is_date(left) else first
            second = self._day(right) if is_date(right) else second
            equal = f"{first} = {second}"
            return f"not({equal})" if operator == "!=" else equal
        nodes = [side for side, kind in zip((first, second), kinds, strict=True) if kind == "nodes"]
        if len(nodes) == 1:
            # Nowhere is an empty text: equal to '' and different from everything else.
            other = right if kinds[0] == "nodes" else left
            empty = isinstance(other, Literal) and other.value == ""
            if empty == (operator == "="):
                return f"({first} {operator} {second} or not({nodes[0]}))"
        return f"{first} {operator} {second}"

    def _ordered(self, tree: Tree, written: str) -> str:
        if is_date(tree):
            return self._day(tree)
        if gives(tree) in ("string", "any"):
            return self._own("number", work("number"), written)
        return written

    def _day(self, tree: Tree) -> str:
        return self._own("day", INNER["day"], self.write(tree))

    # Functions

    def _call(self, tree: Call) -> str:
        function = FUNCTIONS.get(tree.name)
        count = len(tree.arguments)
        if function is None or count < function.least or -1 < function.most < count:
            raise UnknownFunction(tree.name)
        name = tree.name.removeprefix("jr:")
        if name == "current":
            return self._own("current", work("current")) if len(self._at) > 1 else "."
        if name == "position" and count == 0:
            if len(self._at) > 1:
                return "position()"
            return self._own("position", work("position"), ".")
        if count == 0 and function.takes == "text":
            return f"{name}({self._own('string', work('string'), '.')})"
        if name == "number" and count == 0:
            return self._own("number", work("number"), ".")
        if function.takes == "nodes" and gives(tree.arguments[0]) not in ("nodes", "any"):
            raise UnknownFunction(tree.name)
        written = self._arguments(tree, name, function.takes)
        if function.work is None:
            return f"{name}({', '.join(written)})"
        return self._own(name, function.work, *written)

    def _arguments(self, tree: Call, name: str, takes: str) -> list[str]:
        if name == "if":
            return [self._truth(tree.arguments[0]), *map(self.write, tree.arguments[1:])]
        if name == "indexed-repeat":
            # The index says which line is meant, so here the whole repeat is looked at.
            return [
                self._path(argument, same_line=False)
                if isinstance(argument, Path) and index in (0, 1, 3, 5)
                else self.write(argument)
                for index, argument in enumerate(tree.arguments)
            ]
        if name == "choice-name" and isinstance(tree.arguments[1], Literal):
            return [self.write(tree.arguments[0]), quoted(self._absolute(tree.arguments[1].value))]
        writers = {"truth": self._truth, "text": self._text, "number": self._number}
        return [writers.get(takes, self.write)(argument) for argument in tree.arguments]

    def _absolute(self, path: str) -> str:
        """Return the place a path in quotes means, as ``/data/group/name``."""
        path = path.strip().removeprefix("current()/")
        names = [] if path.startswith("/") else list(self.made.place.names)
        for name in path.strip("/").split("/"):
            if name == "..":
                del names[-1:]
            elif name not in (".", ""):
                names.append(name)
        return "/" + "/".join(names)

    # Paths

    def _path(self, tree: Path, *, same_line: bool = True) -> str:
        begins, at = self._begin(tree)
        steps = tree.steps
        if tree.absolute and same_line:
            kept = self._same_line(steps)
            if kept:
                up = len(self.made.place.names) - kept
                base = self._own("current", work("current")) if len(self._at) > 1 else "."
                begins, at = base + "/.." * up, tuple(step.test for step in steps[:kept])
                steps = steps[kept:]
        written = begins
        scanning = self._scanning
        for index, step in enumerate(steps):
            self._count_wide(step)
            at = self._after(at, step)
            if at is None or at in self.made.place.repeats:
                # One search in this path, and one more around those in its conditions.
                self._scanning = scanning + 1
                self.made.scans = max(self.made.scans, self._scanning)
            separator = "//" if step.deep else "/"
            if index == 0 and not begins and not tree.absolute:
                separator = ""
            written += separator + step.test + self._predicates(step.predicates, at)
        self._scanning = scanning
        if at:
            chosen = not same_line or any(step.predicates for step in tree.steps)
            (self.made.looks_at_lines if chosen else self.made.looks_at).add(at)
        return written or "/"

    def _begin(self, tree: Path) -> tuple[str, tuple[str, ...] | None]:
        if tree.base is None:
            return "", () if tree.absolute else self._at[-1]
        written = self.write(tree.base)
        at: tuple[str, ...] | None = None
        if isinstance(tree.base, Call) and tree.base.name == "current":
            at = self.made.place.names
        elif not isinstance(tree.base, Call):
            written = f"({written})"
        if gives(tree.base) not in ("nodes", "any"):
            raise BadSyntax("path")
        return written + self._predicates(tree.predicates, at), at

    def _same_line(self, steps: tuple[Step, ...]) -> int:
        """Return how many first steps lead to the line of a repeat the expression stands in."""
        names, kept = self.made.place.names, 0
        for index, step in enumerate(steps[:-1]):
            if index >= len(names) or step != Step(names[index]):
                break
            if names[: index + 1] in self.made.place.repeats:
                kept = index + 1
        return kept

    def _predicates(self, predicates: tuple[Tree, ...], at: tuple[str, ...] | None) -> str:
        written = ""
        for predicate in predicates:
            self._at.append(at)
            if len(self._at) > _DEEPEST_SEARCH + 2:
                raise TooComplex("searches within searches")
            inner = self.write(predicate)
            if gives(predicate) == "any":
                inner = self._own("truth", INNER["truth"], inner)
            written += f"[{inner}]"
            self._at.pop()
        return written

    def _count_wide(self, step: Step) -> None:
        if step.deep or step.test.startswith(_WIDE_AXES):
            self.wide += len(self._at)

    def _after(self, at: tuple[str, ...] | None, step: Step) -> tuple[str, ...] | None:
        """Return the place after a step; None where it cannot be known."""
        if step.deep or "*" in step.test:
            self.made.looks_anywhere |= at is not None
            return None
        if at is None or step.test in (".", "self::*", "self::node") or step.test[0] == "@":
            return at
        if step.test == "..":
            return at[:-1]
        axis, separator, name = step.test.rpartition("::")
        if not separator or axis == "child":
            return (*at, name)
        self.made.looks_anywhere = True
        return None
