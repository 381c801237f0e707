"""The grammar of XPath 1.0 expressions: text to a tree of plain values.

Parsed here, before lxml sees it, because three things need the tree: what an expression depends
on, which functions it calls, and where XForms gives an operator another meaning than XPath.
Grammar: XPath 1.0, sections 2 and 3.
"""

import re
from collections.abc import Iterator

from desktop_app.forms.trees import Call, Chain, Literal, Negative, Number, Path, Step, Tree

LONGEST, DEEPEST, MOST_OPERANDS = 20_000, 40, 400


class BadSyntax(ValueError):
    """The text is no expression."""


class TooComplex(ValueError):
    """The expression is longer or deeper than any honest one."""


_NAME = r"[^\W\d][\w.\-·]*"
_TOKEN = re.compile(
    rf"""\s*(?:
      (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<literal>"[^"]*"|'[^']*')
    | (?P<axis>{_NAME}(?=\s*::))
    | (?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)
    | (?P<sign>::|//|\.\.|!=|<=|>=|[=<>+\-*|/()\[\],.@])
    )""",
    re.VERBOSE,
)
_WORDS = frozenset(["and", "or", "div", "mod"])
_RANKS: tuple[frozenset[str], ...] = (
    frozenset(["or"]),
    frozenset(["and"]),
    frozenset(["=", "!="]),
    frozenset(["<", "<=", ">", ">="]),
    frozenset(["+", "-"]),
    frozenset(["*", "div", "mod"]),
)
_AXES = frozenset(
    [
        "child",
        "parent",
        "self",
        "descendant",
        "descendant-or-self",
        "ancestor",
        "ancestor-or-self",
        "following-sibling",
        "preceding-sibling",
        "attribute",
    ]
)


def parse(source: str) -> Tree:
    """Return the tree of an expression. Raises BadSyntax or TooComplex."""
    if len(source) > LONGEST:
        raise TooComplex(source[:100])
    parser = _Parser(tuple(_tokens(source)))
    tree = parser.expression()
    parser.finish()
    return tree


def _tokens(source: str) -> Iterator[tuple[str, str]]:
    """Give kind and text of every token; a name or ``*`` after an operand is an operator."""
    place, before = 0, ""
    end = len(source.rstrip())
    while place < end:
        match = _TOKEN.match(source, place)
        if match is None:
            raise BadSyntax(source[place : place + 20])
        kind, text = match.lastgroup or "", match[match.lastgroup or 0]
        operand_before = before not in ("", "operator", "axis")
        if operand_before and (text == "*" or (kind == "name" and text in _WORDS)):
            kind = "operator"
        elif kind == "sign" and text == "*":
            kind = "name"
        elif kind == "sign" and text not in (")", "]", ".", ".."):
            kind = "operator"
        yield kind, text
        before, place = kind, match.end()


class _Parser:
    def __init__(self, tokens: tuple[tuple[str, str], ...]) -> None:
        self._tokens, self._at, self._depth = tokens, 0, 0

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("", "")

    def _take(self, *texts: str) -> str:
        kind, text = self._next()
        if kind in ("operator", "sign") and text in texts:
            self._at += 1
            return text
        return ""

    def _need(self, text: str) -> None:
        if not self._take(text):
            raise BadSyntax(f"{text} expected")

    def finish(self) -> None:
        if self._at < len(self._tokens):
            raise BadSyntax(self._next()[1])

    def expression(self) -> Tree:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooComplex("too deep")
        tree = self._ranked(0)
        self._depth -= 1
        return tree

    def _ranked(self, rank: int) -> Tree:
        if rank == len(_RANKS):
            return self._signed()
        operands, operators = [self._ranked(rank + 1)], []
        while operator := self._take(*_RANKS[rank]):
            operators.append(operator)
            operands.append(self._ranked(rank + 1))
        if len(operands) > MOST_OPERANDS:
            raise TooComplex("too many operands")
        return Chain(tuple(operators), tuple(operands)) if operators else operands[0]

    def _signed(self) -> Tree:
        turned = False
        while self._take("-"):
            turned = not turned
        tree = self._united()
        return Negative(tree) if turned else tree

    def _united(self) -> Tree:
        operands = [self._path()]
        while self._take("|"):
            operands.append(self._path())
        if len(operands) == 1:
            return operands[0]
        return Chain(("|",) * (len(operands) - 1), tuple(operands))

    def _path(self) -> Tree:
        kind, text = self._next()
        if kind in ("number", "literal") or text == "(" or self._at_call():
            base = self._primary()
            predicates = self._predicates()
            steps = self._steps() if self._next()[1] in ("/", "//") else ()
            return Path(steps, False, base, predicates) if steps or predicates else base
        if self._take("/"):
            if self._next()[0] in ("name", "axis", "sign") or self._next()[1] == "@":
                return Path((self._step(deep=False), *self._steps()), absolute=True)
            return Path((), absolute=True)
        if self._next()[1] == "//":
            return Path(self._steps(), absolute=True)
        return Path((self._step(deep=False), *self._steps()))

    def _at_call(self) -> bool:
        after = self._tokens[self._at + 1][1] if self._at + 1 < len(self._tokens) else ""
        return self._next()[0] == "name" and self._next()[1] != "*" and after == "("

    def _steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while separator := self._take("/", "//"):
            steps.append(self._step(deep=separator == "//"))
        if len(steps) > MOST_OPERANDS:
            raise TooComplex("too many steps")
        return tuple(steps)

    def _step(self, *, deep: bool) -> Step:
        kind, text = self._next()
        self._at += 1
        if kind == "sign" and text in (".", ".."):
            return Step(text, self._predicates(), deep)
        if text == "@":
            return Step(f"@{self._name()}", self._predicates(), deep)
        if kind == "axis":
            if text not in _AXES:
                raise BadSyntax(text)
            self._need("::")
            return Step(f"{text}::{self._name()}", self._predicates(), deep)
        if kind != "name":
            raise BadSyntax(text or "path expected")
        return Step(text, self._predicates(), deep)

    def _name(self) -> str:
        kind, text = self._next()
        if kind != "name":
            raise BadSyntax(text or "name expected")
        self._at += 1
        return text

    def _predicates(self) -> tuple[Tree, ...]:
        found: list[Tree] = []
        while self._take("["):
            found.append(self.expression())
            self._need("]")
        return tuple(found)

    def _primary(self) -> Tree:
        kind, text = self._next()
        self._at += 1
        if kind == "number":
            return Number(text)
        if kind == "literal":
            return Literal(text[1:-1])
        if kind == "name":
            self._need("(")
            arguments: list[Tree] = []
            if not self._take(")"):
                arguments.append(self.expression())
                while self._take(","):
                    arguments.append(self.expression())
                self._need(")")
            return Call(text, tuple(arguments))
        tree = self.expression()
        self._need(")")
        return tree
