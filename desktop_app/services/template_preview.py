"""A template tried out before anybody writes with it: sample answers, and its documents filled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop_app.errors import AppError, BadFile
from desktop_app.resource_files import resource_path
from desktop_app.services.pack_files import Pack
from desktop_app.services.paper import document_title, visible
from desktop_app.services.printed_facts import sample_facts
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form, Question, Repeat


@dataclass(frozen=True)
class SampleDocument:
    """A document filled with sample answers, or why it cannot be."""

    name: str
    title: str
    docx: bytes
    error: AppError | None = None


def sample_for(form: "Form") -> dict[str, Any]:
    """Return answers to try a form with.

    Questions that are named as in the sample profile get its answers; the others something of
    their kind. Files are left out.
    """
    from desktop_app.forms.fitting import named
    from desktop_app.forms.sample_answers import sample_answers

    return sample_answers(form) | _believable(named(form.children), _sample_profile())


def sample_documents(
    workspace: Workspace, pack: Pack, form: "Form", step: Step = no_step
) -> tuple[SampleDocument, ...]:
    """Return every document of a pack filled with sample answers; nothing is kept."""
    from desktop_app.documents.context import build_context
    from desktop_app.forms.dossier import listed_documents

    system = sample_facts() | {"unit_name": workspace.own.name}
    # What the program knows is better than a made-up answer of that name.
    answers = {name: value for name, value in sample_for(form).items() if name not in system}
    context = build_context(form, visible(workspace, form, answers), system=system)
    made: list[SampleDocument] = []
    for listed in listed_documents(form, tuple(pack.documents)):
        name, template = listed.name, pack.documents[listed.name]
        step(len(made), len(pack.documents))
        try:
            filled, error = workspace.filler.fill(template, context), None
        except BadFile as refused:
            filled, error = b"", refused
        title = listed.titles.get("vi") or document_title(name)
        made.append(SampleDocument(name, title, filled, error))
    return tuple(made)


@cache
def _sample_profile() -> Mapping[str, Any]:
    path = min(resource_path("sample", "initiatives").glob("*.json"))
    answers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["answers"]
    return answers


def _believable(
    asked: "Mapping[str, Question | Repeat]", given: Mapping[str, Any]
) -> dict[str, Any]:
    from desktop_app.forms.answer_values import is_answer, read_value
    from desktop_app.forms.fitting import named
    from desktop_app.forms.form import Question, QuestionKind

    files = (QuestionKind.IMAGE, QuestionKind.FILE)
    found: dict[str, Any] = {}
    for name, node in asked.items():
        value = given.get(name)
        if isinstance(node, Question):
            if value is not None and node.kind not in files and is_answer(node, value):
                found[name] = read_value(node, value)
        elif isinstance(value, list):
            lines = [_believable(named(node.children), line) for line in value]
            if all(lines) and lines:
                found[name] = lines
    return found
