"""Expressions of forms: XPath 1.0 by lxml, with the functions XForms and XLSForm add.

Dates are day numbers since 1970-01-01 in the evaluated instance (clarification 16), so that they
compare and subtract; ``format-date`` writes them again.
"""

import time
from functools import lru_cache
from typing import Any

from lxml import etree

from desktop_app.errors import BadInput
from desktop_app.forms.meaning import Place, Translation, UnknownFunction
from desktop_app.forms.moment import Moment, moment
from desktop_app.forms.patterns import BadPattern, TooCostly, pattern
from desktop_app.forms.syntax import BadSyntax, TooComplex, parse
from desktop_app.forms.translation import translate
from desktop_app.forms.trees import (
    Call,
    Literal,
    Tree,
    walk,
)
from desktop_app.forms.values import TextTooLong, answer_text, truth_of

NOWHERE = Place()
MOST_SECONDS, MOST_LOOKED_AT = 1.5, 10_000_000
_ERRORS = (etree.XPathError, ValueError, TypeError, ArithmeticError, RecursionError)


class Expression:
    """A compiled expression, standing at a place of a form."""

    def __init__(self, source: str, place: Place = NOWHERE) -> None:
        """Compile.

        Raises BadInput SSK-210 for what is no expression, SSK-211 for one too complex, SSK-213
        for a function that is not supported, SSK-214 for a pattern that is none.
        """
        self.source = source
        self._made, self._xpath = _compiled(source, place)
        self.constant = {"true()": True, "false()": False}.get(source.replace(" ", ""))

    @property
    def made(self) -> Translation:
        """Return what it was made into, with the places its value depends on."""
        return self._made

    def value(self, node: Any) -> Any:
        """Evaluate at a node of the instance: float, str, bool or a list of nodes.

        Raises BadInput SSK-210 where that fails, SSK-211 where it takes too long.
        """
        now = moment()
        now.current = node
        if now.deadline and (time.thread_time() > now.deadline or self._endless(now)):
            raise BadInput("SSK-211", expression=self.source[:200])
        try:
            return self._xpath(node)
        except (TooCostly, TextTooLong) as error:
            raise BadInput("SSK-211", expression=self.source[:200]) from error
        except _ERRORS as error:
            raise BadInput("SSK-210", expression=self.source[:200]) from error

    def _endless(self, now: Moment) -> bool:
        """Return whether searches within searches look at too much; lxml cannot be stopped."""
        among = now.nodes if self._made.looks_anywhere else now.lines
        return self._made.scans > 1 and among**self._made.scans > MOST_LOOKED_AT

    def text(self, node: Any) -> str:
        """Evaluate as the text of an answer; NaN as empty."""
        return answer_text(self.value(node))

    def truth(self, node: Any) -> bool:
        """Evaluate as true or false."""
        return truth_of(self.value(node)) if self.constant is None else self.constant


@lru_cache(maxsize=4096)
def _compiled(source: str, place: Place) -> tuple[Translation, etree.XPath]:
    said = source[:200]
    try:
        tree = parse(source)
        _check_patterns(tree)
        made = translate(tree, place)
        functions: dict[Any, Any] = {(None, name): work for name, work in made.functions.items()}
        return made, etree.XPath(made.source, extensions=functions, smart_strings=False)
    except (TooComplex, TooCostly, RecursionError) as error:
        raise BadInput("SSK-211", expression=said) from error
    except UnknownFunction as error:
        raise BadInput("SSK-213", expression=said, function=str(error)) from error
    except BadPattern as error:
        raise BadInput("SSK-214", expression=said, part=str(error)[:60]) from error
    except (BadSyntax, etree.XPathError, ValueError) as error:
        raise BadInput("SSK-210", expression=said) from error


def _check_patterns(tree: Tree) -> None:
    for part in walk(tree):
        if isinstance(part, Call) and part.name == "regex" and len(part.arguments) == 2:
            written = part.arguments[1]
            if isinstance(written, Literal):
                pattern(written.value)
