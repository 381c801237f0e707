"""Two initiatives beside each other, question by question, with what both say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_app.domain.shared_text import Span, normal, shared_spans
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import templates
from desktop_app.storage import initiatives, units, verdicts
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

_DERIVED = frozenset({"portal_summary"})
_OF_PEOPLE = frozenset({"full_name", "file", "sha256"})
_TITLE = "initiative_title"


@dataclass(frozen=True)
class Side:
    """One of the two: what is said above its answers.

    ``form`` is None when it is not known here; ``usual`` is the form this book itself offers.
    """

    id: str
    code: str
    title: str
    unit: str
    authors: str
    revision: int
    frozen_at: datetime
    submission: str
    comment: str
    answers: Mapping[str, Any]
    form: "Form | None"
    usual: "Form | None" = None


@dataclass(frozen=True)
class SharedText:
    """One question as both answered it, with the places of what both say."""

    first: str
    second: str
    in_first: tuple[Span, ...]
    in_second: tuple[Span, ...]


def open_side(workspace: Workspace, initiative_id: str) -> Side:
    """Return what is shown of an initiative beside another.

    Raises BadInput SSK-108 for one that is not here, NotAllowed SSK-852 for one that was never
    completed.
    """
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        if record.revision_hash is None:
            raise NotAllowed("SSK-852", dossier=record.code)
        revision = initiatives.one_revision(session, record.id, record.revision_hash)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        said = [each for each in verdicts.verdicts_of(session, record.id) if each.verdict]
    return Side(
        record.id,
        record.code,
        record.title,
        names.get(record.unit_id, ""),
        record.authors,
        record.revision,
        revision.frozen_at,
        record.submission,
        said[-1].comment if said else "",
        revision.answers,
        _form(workspace, record.template_id, record.template_version),
        _usual_form(workspace),
    )


def telling_names(first: Side, second: Side) -> tuple[str, ...]:
    """Return the questions that tell the initiative, as their forms order them, the title first.

    Left out are people, files, choices and whatever one answer repeats of another.
    """
    answers = {**second.answers, **first.answers}
    forms = (first.form, second.form, first.usual)
    ordered = [name for form in forms for name in _form_names(form)]
    ordered = list(dict.fromkeys([_TITLE, *ordered, *answers]))
    return tuple(
        name
        for name in ordered
        if name in answers
        and name not in _DERIVED
        and not (name == "essence" and "solution_overview" in answers)
        and any(_tells(side, name) for side in (first, second))
    )


def shared(first: str, second: str) -> SharedText:
    """Return two texts with the places of what both say."""
    first, second = normal(first), normal(second)
    return SharedText(first, second, *shared_spans(first, second))


def _tells(side: Side, name: str) -> bool:
    value = side.answers.get(name)
    if isinstance(value, list):
        return any(isinstance(row, Mapping) and not _OF_PEOPLE & row.keys() for row in value)
    if not isinstance(value, str):
        return name == "benefit_value" and value is not None
    return name in _form_names(side.form) if side.form is not None else " " in value


def _form_names(form: "Form | None") -> tuple[str, ...]:
    """Return the names of a form's questions in free words and of its tables."""
    from desktop_app.forms.form import Group, Question, QuestionKind, Repeat

    found: list[str] = []

    def look(nodes: Any) -> None:
        for node in nodes:
            if isinstance(node, Repeat):
                found.append(node.name)
            elif isinstance(node, Group):
                look(node.children)
            elif isinstance(node, Question) and (
                node.kind is QuestionKind.TEXT or node.name == "benefit_value"
            ):
                found.append(node.name)

    if form is not None:
        look(form.children)
    return tuple(found)


def _usual_form(workspace: Workspace) -> "Form | None":
    try:
        return _form(workspace, *templates.default_template(workspace))
    except AppError:
        return None


def _form(workspace: Workspace, template_id: str, version: str) -> "Form | None":
    try:
        return templates.form_of(workspace, template_id, version)
    except AppError:
        return None
