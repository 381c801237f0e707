"""The papers of an initiative: Word documents filled from its answers, and PDF of their pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.domain.initiative import Answers
from desktop_app.domain.text import ascii_name
from desktop_app.errors import BadInput
from desktop_app.services import templates
from desktop_app.services.printed_facts import printed_facts
from desktop_app.services.steps import Step, no_step
from desktop_app.storage import drafts, initiatives
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


@dataclass(frozen=True)
class OfferedDocument:
    """A document an initiative can be printed as; ``in_dossier``: it is handed over as well."""

    name: str
    title: str
    in_dossier: bool


def fill_revision(
    workspace: Workspace, record: InitiativeRecord, form: "Form", answers: Answers
) -> tuple[dict[str, Any], ...]:
    """Fill the documents of the dossier, keep each by its hash, and say which they are."""
    names = _dossier(workspace, record, form, answers)
    return tuple(
        {
            "name": document.name,
            "title": document.title,
            "sha256": workspace.attachments.put(document.docx),
            "size": len(document.docx),
        }
        for document in fill_answers(workspace, record, form, answers, names)
    )


def fill_answers(
    workspace: Workspace,
    record: InitiativeRecord,
    form: "Form",
    answers: Answers,
    names: Sequence[str],
) -> tuple[PreviewDocument, ...]:
    """Fill documents of the pack by name from some answers; nothing is kept.

    Raises BadInput SSK-360 for a name the pack does not have.
    """
    from desktop_app.documents.context import build_context

    pack = templates.pack_of(workspace, record.template_id, record.template_version)
    for name in names:
        if name not in pack.documents:
            raise BadInput("SSK-360", name=name, names=", ".join(pack.documents))
    context = build_context(
        form,
        answers,
        system=printed_facts(workspace, record),
        pictures=workspace.attachments.read,
    )
    titles = {document.name: document.titles.get("vi", "") for document in form.documents}
    return tuple(
        PreviewDocument(
            name,
            titles.get(name) or document_title(name),
            workspace.filler.fill(pack.documents[name], context),
        )
        for name in names
    )


def _dossier(
    workspace: Workspace, record: InitiativeRecord, form: "Form", answers: Answers
) -> tuple[str, ...]:
    """Return the names of the documents the dossier of some answers has."""
    from desktop_app.forms.dossier import dossier_of

    pack = templates.pack_of(workspace, record.template_id, record.template_version)
    return dossier_of(form, tuple(pack.documents), answers, today=workspace.today())


_TITLES: Mapping[str, str] = {
    "don-yeu-cau": "Đơn yêu cầu công nhận sáng kiến",
    "bao-cao-mo-ta": "Báo cáo mô tả sáng kiến",
}


def document_title(name: str) -> str:
    """Return what a document is called where its pack does not say it."""
    return _TITLES.get(name, name.replace("-", " "))


def offered_documents(
    workspace: Workspace, initiative_id: str, answers: Answers | None = None
) -> tuple[OfferedDocument, ...]:
    """Return every document an initiative can be printed as, those of its dossier first."""
    from desktop_app.forms.dossier import listed_documents

    record, kept, written = _written(workspace, initiative_id, answers)
    form = templates.form_of(workspace, record.template_id, record.template_version)
    pack = templates.pack_of(workspace, record.template_id, record.template_version)
    inside = tuple(kept) or _dossier(workspace, record, form, visible(workspace, form, written))
    offered = [
        OfferedDocument(
            document.name,
            document.titles.get("vi") or document_title(document.name),
            document.name in inside,
        )
        for document in listed_documents(form, tuple(pack.documents))
    ]
    return tuple(sorted(offered, key=lambda document: not document.in_dossier))


def preview_documents(
    workspace: Workspace,
    initiative_id: str,
    answers: Answers | None = None,
    names: Sequence[str] = (),
) -> tuple[PreviewDocument, ...]:
    """Return documents of an initiative: as frozen, or filled from its draft or the answers.

    Without names those of the dossier. A document that was not frozen, such as the decision, is
    filled with what is known today. Raises BadInput SSK-360 for a name the pack does not have.
    """
    record, kept, written = _written(workspace, initiative_id, answers)
    wanted = tuple(names) or tuple(kept)
    ready = {name: _frozen(workspace, kept[name]) for name in wanted if name in kept}
    if not wanted or len(ready) < len(wanted):
        form = templates.form_of(workspace, record.template_id, record.template_version)
        shown = visible(workspace, form, written)
        wanted = wanted or _dossier(workspace, record, form, shown)
        missing = [name for name in wanted if name not in ready]
        filled = fill_answers(workspace, record, form, shown, missing)
        ready |= {document.name: document for document in filled}
    return tuple(ready[name] for name in wanted)


def _written(
    workspace: Workspace, initiative_id: str, answers: Answers | None
) -> tuple[InitiativeRecord, Mapping[str, Mapping[str, Any]], Answers]:
    """Return an initiative, the documents frozen with it, and the answers to print.

    A draft, or answers that are given, go before what is frozen.
    """
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        draft = drafts.read_draft(session, initiative_id)
        if answers is not None or draft is not None or not record.revision_hash:
            return record, {}, answers if answers is not None else (draft.answers if draft else {})
        kept = initiatives.documents_of(session, initiative_id, record.revision_hash)
        frozen = initiatives.one_revision(session, initiative_id, record.revision_hash)
    return record, {item["name"]: item for item in kept}, frozen.answers


def _frozen(workspace: Workspace, item: Mapping[str, Any]) -> PreviewDocument:
    content = workspace.attachments.read(item["sha256"])
    return PreviewDocument(item["name"], item["title"], content)


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
    names: Sequence[str] = (),
    step: Step = no_step,
) -> tuple[Path, ...]:
    """Write documents of an initiative into a folder, as Word and, if wanted, as PDF.

    Without names those of the dossier.
    """
    from desktop_app.exchange.delivery import write_file

    documents = preview_documents(workspace, initiative_id, names=names)
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
