"""A report without what its authors marked as confidential: to show and to hand on.

The form marks such questions with ``bind::ssk:confidential`` (quality.md). Their answers are left
out before documents are filled, so that no paper, file name or search can bring them back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.initiative import Answers, Attachment, attachments_in
from desktop_app.domain.text import ascii_name
from desktop_app.errors import NotAllowed
from desktop_app.services import templates
from desktop_app.services.paper import PreviewDocument, fill_answers
from desktop_app.services.review import form_or_none
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form, Node


@dataclass(frozen=True)
class RedactedReport:
    """A report without its confidential answers; ``left_out`` names the questions left out."""

    answers: Answers
    documents: tuple[PreviewDocument, ...]
    attachments: tuple[Attachment, ...]
    left_out: tuple[str, ...]


def redact(form: "Form", answers: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return answers without the confidential ones, also inside tables, and their names.

    An answer the form does not know is left out as well: nobody could say what it holds.
    """
    left_out: dict[str, None] = {}
    kept = _level(form.children, answers, left_out)
    for name in answers:
        if name not in kept:
            left_out[name] = None
    return kept, tuple(left_out)


def _level(
    nodes: "tuple[Node, ...]", answers: Mapping[str, Any], left_out: dict[str, None]
) -> dict[str, Any]:
    from desktop_app.forms.form import Question, Repeat

    kept: dict[str, Any] = {}
    for node in nodes:
        if isinstance(node, Question):
            if node.name not in answers:
                continue
            if node.confidential:
                left_out[node.name] = None
            else:
                kept[node.name] = answers[node.name]
        elif isinstance(node, Repeat):
            if isinstance(answers.get(node.name), list):
                rows = answers[node.name]
                kept[node.name] = [_level(node.children, row, left_out) for row in rows]
        else:
            kept |= _level(node.children, answers, left_out)
    return kept


def open_redacted(workspace: Workspace, initiative_id: str) -> RedactedReport:
    """Return a report without its confidential answers, its documents filled anew.

    A file that is also part of a confidential answer is left out. Raises NotAllowed SSK-845 when
    its form is not known here: then nobody can say what is confidential.
    """
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        mark = record.revision_hash or ""
        revision = initiatives.one_revision(session, initiative_id, mark)
        names = [item["name"] for item in initiatives.documents_of(session, initiative_id, mark)]
    form = form_or_none(workspace, record.template_id, record.template_version)
    if form is None:
        raise NotAllowed("SSK-845", dossier=record.code)
    kept, left_out = redact(form, revision.answers)
    secret = {name: revision.answers[name] for name in left_out if name in revision.answers}
    hidden = {file.sha256 for file in attachments_in(secret)}
    pack = templates.pack_of(workspace, record.template_id, record.template_version)
    known = [name for name in names if name in pack.documents]
    return RedactedReport(
        kept,
        fill_answers(workspace, record, form, kept, known),
        tuple(file for file in attachments_in(kept) if file.sha256 not in hidden),
        left_out,
    )


def write_redacted(workspace: Workspace, initiative_id: str, to: Path) -> tuple[Path, ...]:
    """Write the documents without confidential answers into a folder, as Word and as PDF."""
    from desktop_app.documents.pages import pdf_of
    from desktop_app.exchange.delivery import write_file

    report = open_redacted(workspace, initiative_id)
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
    stem = f"{record.code}_{ascii_name(record.title) or 'sang-kien'}_ban-che"
    written: list[Path] = []
    for document in report.documents:
        name = f"{stem}_{document.name}"
        written.append(write_file(to / f"{name}.docx", document.docx))
        written.append(write_file(to / f"{name}.pdf", pdf_of(document.docx)))
    return tuple(written)
