"""The papers of an initiative: Word documents filled from its answers, and PDF of their pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.initiative import Answers
from desktop_app.domain.text import ascii_name
from desktop_app.services import templates
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import drafts, initiatives, units
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class PreviewDocument:
    """One filled Word document: its name in the pack, its title, its bytes."""

    name: str
    title: str
    docx: bytes


def fill_revision(
    workspace: Workspace, record: InitiativeRecord, form: "Form", answers: Answers
) -> tuple[dict[str, Any], ...]:
    """Fill every document of the pack, keep each by its hash, and say which they are."""
    filled = fill_answers(workspace, record, form, answers)
    return tuple(
        {
            "name": document.name,
            "title": document.title,
            "sha256": workspace.attachments.put(document.docx),
            "size": len(document.docx),
        }
        for document in filled
    )


def fill_answers(
    workspace: Workspace, record: InitiativeRecord, form: "Form", answers: Answers
) -> tuple[PreviewDocument, ...]:
    """Fill every document of the pack from some answers; nothing is kept."""
    from desktop_app.documents.context import build_context

    pack = templates.pack_of(workspace, record.template_id, record.template_version)
    context = build_context(
        form, answers, system=_known(workspace, record), pictures=_pictures(workspace)
    )
    return tuple(
        PreviewDocument(name, document_title(name), workspace.filler.fill(template, context))
        for name, template in pack.documents.items()
    )


def _pictures(workspace: Workspace) -> Any:
    return workspace.attachments.read


def _known(workspace: Workspace, record: InitiativeRecord) -> dict[str, Any]:
    """Return what the program knows beside the answers."""
    with workspace.database.read() as session:
        by_id = {unit.id: unit for unit in units.all_units(session, workspace.today())}
    unit = by_id.get(record.unit_id)
    superior = by_id.get(unit.parent_id or "") if unit else None
    return {
        "dossier_code": record.code,
        "unit_name": unit.name if unit else "",
        "superior_unit_name": superior.name if superior else "",
    }


_TITLES: Mapping[str, str] = {
    "don-yeu-cau": "Đơn yêu cầu công nhận sáng kiến",
    "bao-cao-mo-ta": "Báo cáo mô tả sáng kiến",
}


def document_title(name: str) -> str:
    """Return what a document is called on the screen: its own title where we know it."""
    return _TITLES.get(name, name.replace("-", " "))


def preview_documents(
    workspace: Workspace, initiative_id: str, answers: Answers | None = None
) -> tuple[PreviewDocument, ...]:
    """Return the documents of an initiative: as frozen, or filled from its draft or the answers."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        draft = drafts.read_draft(session, initiative_id)
        kept = (
            initiatives.documents_of(session, initiative_id, record.revision_hash)
            if record.revision_hash and draft is None
            else []
        )
    if kept and answers is None:
        return tuple(
            PreviewDocument(item["name"], item["title"], workspace.attachments.read(item["sha256"]))
            for item in kept
        )
    form = templates.form_of(workspace, record.template_id, record.template_version)
    written = answers if answers is not None else (draft.answers if draft else {})
    return fill_answers(workspace, record, form, visible(workspace, form, written))


def visible(workspace: Workspace, form: "Form", answers: Answers) -> Answers:
    """Return the answers documents show: relevant ones, calculations done."""
    from desktop_app.forms.evaluation import evaluate

    shown: Answers = evaluate(
        form, answers, today=workspace.today(), language="vi"
    ).visible_answers()
    return shown


def fill_documents(
    workspace: Workspace,
    initiative_id: str,
    to: Path,
    *,
    pdf: bool = False,
    step: Step = no_step,
) -> tuple[Path, ...]:
    """Write the documents of an initiative into a folder, as Word and, if wanted, as PDF."""
    from desktop_app.exchange.delivery import write_file

    documents = preview_documents(workspace, initiative_id)
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
    stem = f"{record.code}_{ascii_name(record.title) or 'sang-kien'}"
    written: list[Path] = []
    parts = _parts(documents, stem, pdf)
    for place, (name, make) in enumerate(parts):
        step(place, len(parts))
        written.append(write_file(to / name, make()))
    step(len(parts), len(parts))
    return tuple(written)


def _parts(documents: Sequence[PreviewDocument], stem: str, pdf: bool) -> list[tuple[str, Any]]:
    parts: list[tuple[str, Any]] = []
    for document in documents:
        name = f"{stem}_{document.name}"
        parts.append((f"{name}.docx", lambda docx=document.docx: docx))
        if pdf:
            parts.append((f"{name}.pdf", lambda docx=document.docx: _pdf(docx)))
    return parts


def _pdf(docx: bytes) -> bytes:
    from desktop_app.documents.pages import pdf_of

    return pdf_of(docx)
