"""Initiatives as reports tell them: answers of the frozen revision, choices by their labels.

What a form marks as confidential is never read. Where a form is not known here any more, codes
are told as they stand.
"""

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop_app.domain.dates import display_date
from desktop_app.domain.initiative import even_shares
from desktop_app.domain.numbers import exact
from desktop_app.domain.report_content import Row
from desktop_app.domain.text import sort_key
from desktop_app.errors import BadInput
from desktop_app.services import templates
from desktop_app.services.reports.scope import Scope
from desktop_app.services.reports.wording import say
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import reporting
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.reporting import Counted, Told
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form, Question

_CHUNK = 300
AUTHORS = "authors"


class Forms:
    """The forms of a book's initiatives, each opened once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[tuple[str, str], Form | None] = {}
        self._labels: dict[tuple[str, str, str], dict[str, str]] = {}

    def of(self, template_id: str, version: str) -> "Form | None":
        """Return a form, None when it is not known here."""
        key = (template_id, version)
        if key not in self._known:
            try:
                self._known[key] = templates.form_of(self._workspace, *key)
            except BadInput:
                self._known[key] = None
        return self._known[key]

    def question(self, template: tuple[str, str], *path: str) -> "Question | None":
        """Return a question by its place, None when the form does not have it."""
        form = self.of(*template)
        if form is None:
            return None
        try:
            return form.question(path)
        except KeyError:
            return None

    def hidden(self, template: tuple[str, str], *path: str) -> bool:
        """Return whether a form marks a question as confidential."""
        question = self.question(template, *path)
        return question is not None and question.confidential

    def asked_anywhere(self, *path: str) -> bool:
        """Return whether a form of this book asks a question and does not mark it."""
        with self._workspace.database.read() as session:
            used = reporting.templates_used(session)
        found = [self.question(template, *path) for template in used]
        return any(question is not None and not question.confidential for question in found)

    def label(self, template: tuple[str, str], value: str, *path: str) -> str:
        """Return the Vietnamese label of a choice; the value itself without one."""
        key = (*template, path[-1])
        if key not in self._labels:
            question = self.question(template, *path)
            choices = question.choices if question is not None else ()
            self._labels[key] = {c.name: c.labels.get("vi") or c.name for c in choices}
        return self._labels[key].get(value, value)

    def told(self, record: InitiativeRecord, value: Any, name: str) -> Any:
        """Return what a list keeps of an answer, or that it is confidential."""
        template = (record.template_id, record.template_version)
        return say("confidential") if value and self.hidden(template, name) else value

    def choice(self, record: InitiativeRecord, value: str, name: str) -> str:
        """Return the label of a chosen answer of an initiative."""
        template = (record.template_id, record.template_version)
        return str(self.told(record, self.label(template, value, name), name))

    def authors(self, told: Told) -> tuple[Mapping[str, Any], ...]:
        """Return the authors' answers without those a form marks as confidential."""
        template = (told.record.template_id, told.record.template_version)
        authors = told.answers.get(AUTHORS)
        if not isinstance(authors, list):
            return ()
        return tuple(
            {
                name: value
                for name, value in author.items()
                if not self.hidden(template, AUTHORS, name)
            }
            for author in authors
            if isinstance(author, Mapping)
        )


class Walked(Collection[Row]):
    """Initiatives of a report as rows, made a few hundred at a time while they are walked.

    Only their row numbers are held: eight bytes each, in Vietnamese order of units, then by code.
    """

    def __init__(self, workspace: Workspace, rows: Sequence[int], make: Any) -> None:
        self._workspace, self._rows, self._make = workspace, array("q", rows), make

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row: object) -> bool:
        return any(row == known for known in self)

    def __iter__(self) -> Iterator[Row]:
        found = walk(self._workspace, self._rows)
        return (self._make(number, told) for number, told in enumerate(found, start=1))


def ordered_rows(workspace: Workspace, scope: Scope, counted: Counted) -> list[int]:
    """Return the row numbers of the initiatives counted, by unit and dossier code."""
    with workspace.database.read() as session:
        rows = reporting.rows_of(session, counted)
    inside = frozenset().union(*(part.unit_ids for part in scope.parts))
    names = sorted(scope.units.values(), key=lambda unit: sort_key(unit.name))
    rank = {unit.id: place for place, unit in enumerate(names)}
    rows = [row for row in rows if row[1] in inside]
    rows.sort(key=lambda row: (rank.get(row[1], len(rank)), row[2], row[0]))
    return [row for row, _unit, _code in rows]


def walk(workspace: Workspace, rows: Sequence[int], step: Step = no_step) -> Iterator[Told]:
    """Give initiatives by their row numbers, reading a few hundred at a time."""
    for first in range(0, len(rows), _CHUNK):
        step(first, len(rows))
        part = rows[first : first + _CHUNK]
        with workspace.database.read() as session:
            found = reporting.told(session, list(part))
        for row in part:
            if row in found:
                yield found[row]
    step(len(rows), len(rows))


def dated(text: str) -> date | str:
    """Return a full date as one, a known month or year as papers write it."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else display_date(text)
    except ValueError:
        return text


def shares(authors: Sequence[Mapping[str, Any]]) -> tuple[Decimal, ...]:
    """Return each author's share as a fraction; even ones where a share is not known."""
    said = [author.get("contribution_percent") for author in authors]
    if not all(isinstance(value, int | float) and not isinstance(value, bool) for value in said):
        said = list(even_shares(len(authors)))
    return tuple(exact(value) / 100 for value in said if value is not None)
