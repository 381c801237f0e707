"""The papers of an initiative as they may be handed on: nothing confidential is in them."""

from collections.abc import Mapping
from typing import Any

from desktop_app.domain.portal_mapping import PortalNote
from desktop_app.services import templates
from desktop_app.services.paper import PreviewDocument, fill_answers
from desktop_app.services.portal_entry import EntrySheet, Hidden
from desktop_app.services.redacted import redact
from desktop_app.services.review import form_or_none
from desktop_app.storage import initiatives
from desktop_app.workspace import Workspace

NOTHING_KNOWN = PortalNote("SSK-906")


def public_title(workspace: Workspace, sheet: EntrySheet) -> str:
    """Return a title that may stand in a file's name, "" when it must not."""
    form, answers = _read(workspace, sheet)
    if form is None:
        return ""
    kept, left_out = redact(form, answers)
    title = str(kept.get("initiative_title", ""))
    return "" if Hidden(form, answers, left_out).repeated(title) else title


def public_papers(workspace: Workspace, sheet: EntrySheet) -> tuple[PreviewDocument, ...]:
    """Return the documents of the dossier without anything confidential; a trade secret has none.

    Those without such answers are the frozen ones. Others are filled anew from what may be seen;
    texts that repeat confidential words and files that are part of such answers are left out too.
    """
    if sheet.secret:
        return ()
    with workspace.database.read() as session:
        record = initiatives.get(session, sheet.initiative_id)
        frozen = initiatives.documents_of(session, record.id, sheet.revision_hash)
    form, answers = _read(workspace, sheet)
    if form is None:
        return ()
    kept, left_out = redact(form, answers)
    hidden = Hidden(form, answers, left_out)
    if not hidden.any:
        return tuple(
            PreviewDocument(each["name"], each["title"], workspace.attachments.read(each["sha256"]))
            for each in frozen
        )
    pack = templates.pack_of(workspace, record.template_id, record.template_version)
    names = [each["name"] for each in frozen if each["name"] in pack.documents]
    return fill_answers(workspace, record, form, seen(kept, hidden), names)


def _read(workspace: Workspace, sheet: EntrySheet) -> tuple[Any, Mapping[str, Any]]:
    with workspace.database.read() as session:
        record = initiatives.get(session, sheet.initiative_id)
        revision = initiatives.one_revision(session, record.id, sheet.revision_hash)
    form = form_or_none(workspace, record.template_id, record.template_version)
    return form, revision.answers


def seen(value: Any, hidden: Hidden) -> Any:
    """Return answers without texts that repeat confidential words, without files that are so."""
    if isinstance(value, Mapping):
        if "sha256" in value:
            return dict(value) if hidden.may_see(value["sha256"]) else None
        found = {name: seen(inner, hidden) for name, inner in value.items()}
        return {name: inner for name, inner in found.items() if inner is not None}
    if isinstance(value, list):
        return [inner for each in value if (inner := seen(each, hidden)) is not None]
    if isinstance(value, str) and hidden.repeated(value):
        return None
    return value
