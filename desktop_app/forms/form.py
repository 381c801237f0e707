"""A form as plain values: what an XLSForm workbook says, without the workbook.

Expressions are XPath with every ``${name}`` resolved, as the XForm of the workbook has them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

Texts = Mapping[str, str]
"""Text per language code: ``vi``, ``en``."""


class QuestionKind(StrEnum):
    """The kinds of question that are supported."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    NOTE = "note"
    CALCULATE = "calculate"
    IMAGE = "image"
    FILE = "file"


@dataclass(frozen=True)
class Choice:
    """One choice of a list; ``columns`` are the extra columns choice filters look at."""

    name: str
    labels: Texts
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """One question. ``xpath`` is its place in the XForm instance, as in ``/data/g/name``."""

    name: str
    kind: QuestionKind
    xpath: str
    labels: Texts
    hints: Texts = field(default_factory=dict)
    guidance: Texts = field(default_factory=dict)
    required: str | None = None
    required_message: Texts = field(default_factory=dict)
    constraint: str | None = None
    constraint_message: Texts = field(default_factory=dict)
    relevant: str | None = None
    calculation: str | None = None
    default: str | None = None
    default_is_expression: bool = False
    readonly: bool = False
    readonly_when: str | None = None
    appearance: frozenset[str] = frozenset()
    choices: tuple[Choice, ...] = ()
    choice_list: str = ""
    choice_filter: str | None = None
    confidential: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """Questions that belong together; the top ones are the sections of a form."""

    name: str
    xpath: str
    labels: Texts
    children: "tuple[Node, ...]"
    hints: Texts = field(default_factory=dict)
    relevant: str | None = None
    appearance: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Repeat(Group):
    """A group that is answered any number of times, or ``count`` times."""

    count: str | None = None


Node = Question | Group | Repeat


@dataclass(frozen=True)
class FormDocument:
    """A Word document of the pack: its title, and when it is part of the dossier (None: always)."""

    name: str
    titles: Texts = field(default_factory=dict)
    relevant: str | None = None


@dataclass(frozen=True)
class Form:
    """A whole form; ``root`` is the name of the instance's first element."""

    id: str
    version: str
    titles: Texts
    languages: tuple[str, ...]
    default_language: str
    root: str
    children: tuple[Node, ...]
    documents: tuple[FormDocument, ...] = ()

    def walk(self) -> Iterator[tuple[tuple[str, ...], Node]]:
        """Give every node with the names of the repeats around it, in order."""
        yield from _walk(self.children, ())

    def questions(self) -> Iterator[tuple[tuple[str, ...], Question]]:
        """Give every question with the names of the repeats around it, in order."""
        for path, node in self.walk():
            if isinstance(node, Question):
                yield path, node

    def question(self, path: tuple[str, ...]) -> Question:
        """Return the question at a path of names (repeats, then its own); KeyError without."""
        return self._by_path[path]

    @cached_property
    def _by_path(self) -> Mapping[tuple[str, ...], Question]:
        return {(*repeats, question.name): question for repeats, question in self.questions()}

    def sections(self) -> tuple[Group, ...]:
        """Return the parts of the form as a person goes through them.

        A top group is a section, a top repeat is one of its own, loose questions before, between
        and after are one each time, under the title of the form.
        """
        sections: list[Group] = []
        loose: list[Node] = []
        for node in self.children:
            if isinstance(node, Question):
                loose.append(node)
                continue
            if loose:
                sections.append(Group("", f"/{self.root}", self.titles, tuple(loose)))
                loose = []
            if isinstance(node, Repeat):
                node = Group(node.name, f"/{self.root}", node.labels, (node,))
            sections.append(node)
        if loose:
            sections.append(Group("", f"/{self.root}", self.titles, tuple(loose)))
        return tuple(sections)


def _walk(
    nodes: tuple[Node, ...], repeats: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Node]]:
    for node in nodes:
        yield repeats, node
        if isinstance(node, Repeat):
            yield from _walk(node.children, (*repeats, node.name))
        elif isinstance(node, Group):
            yield from _walk(node.children, repeats)
