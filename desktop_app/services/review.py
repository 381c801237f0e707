"""Deciding: what came in, beside its documents and earlier comments; a verdict, and its undoing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain import tracks
from desktop_app.domain.findings import Finding
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Answers, Attachment, attachments_in
from desktop_app.domain.lengths import LONGEST_TEXT, check_length
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import drafting, review_list, templates
from desktop_app.services.attaching import attach_file
from desktop_app.services.conflicts import awaits_choice
from desktop_app.services.drafting import QuestionComment
from desktop_app.services.moving import move
from desktop_app.services.paper import PreviewDocument, preview_documents
from desktop_app.services.review_list import ReviewFilter, ReviewRow
from desktop_app.services.second_writer import check_seen
from desktop_app.storage import audit, initiatives, review_notes, verdicts
from desktop_app.storage.verdicts import VerdictRecord
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class PastComment:
    """An earlier verdict on an initiative."""

    revision: int
    verdict: str
    comment: str
    questions: tuple[QuestionComment, ...]
    decided_at: datetime
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class ReviewDetail:
    """Everything beside the decision; no form when its template is not known here."""

    row: ReviewRow
    form: "Form | None"
    answers: Answers
    findings: tuple[Finding, ...]
    documents: tuple[PreviewDocument, ...]
    attachments: tuple[Attachment, ...]
    comments: tuple[PastComment, ...]
    verdict: str
    comment: str
    questions: tuple[QuestionComment, ...]
    can_undo: bool
    files: tuple[Attachment, ...] = ()
    """Files attached to the comment; ``attachments`` are the report's own."""
    sent: bool = False
    """A receipt has carried this verdict: another one puts it right, and is told."""
    note: str = ""
    """The office's own note; it never leaves."""
    can_redact: bool = False
    """The form marks answers as confidential, so a copy without them can be shown."""


def list_for_review(
    workspace: Workspace, *, only_open: bool = False, searched: str = "", limit: int = 1000
) -> tuple[ReviewRow, ...]:
    """Return the first of what came in, undecided first, then the newest."""
    wanted = ReviewFilter(state="waiting" if only_open else "", search=searched)
    return review_list.page(workspace, wanted, limit=limit).rows


def open_review(workspace: Workspace, initiative_id: str) -> ReviewDetail:
    """Open an initiative for a decision: its documents as they came, its answers, its history."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        note = review_notes.note_of(session, initiative_id)
        conflict = awaits_choice(session, record)
        revision = initiatives.one_revision(session, record.id, record.revision_hash or "")
        numbers = {r.hash: r.number for r in initiatives.revisions(session, record.id)}
        said = verdicts.verdicts_of(session, record.id)
    row = review_list.one_row(workspace, initiative_id)
    assert row is not None
    form = form_or_none(workspace, record.template_id, record.template_version)
    findings: tuple[Finding, ...] = ()
    if form is not None:
        findings = drafting.findings_for(workspace, form, revision.answers, record.id)
    here = [v for v in said if v.verdict and v.revision_hash == record.revision_hash]
    newest = here[-1] if here else None
    earlier = [v for v in said if v.verdict and v is not newest]
    return ReviewDetail(
        replace(row, conflict=conflict),
        form,
        revision.answers,
        findings,
        preview_documents(workspace, initiative_id),
        attachments_in(revision.answers),
        tuple(
            PastComment(
                numbers.get(v.revision_hash, 0),
                v.verdict or "",
                v.comment,
                _questions(v.questions),
                v.decided_at,
                v.files,
            )
            for v in earlier
        ),
        newest.verdict or "" if newest else "",
        newest.comment if newest else "",
        _questions(newest.questions) if newest else (),
        newest is not None and newest.receipt_id is None,
        newest.files if newest else (),
        newest is not None and newest.receipt_id is not None,
        note,
        form is not None and any(question.confidential for _path, question in form.questions()),
    )


def _questions(questions: Mapping[str, str]) -> tuple[QuestionComment, ...]:
    return tuple(QuestionComment(name, text) for name, text in questions.items())


def form_or_none(workspace: Workspace, template_id: str, version: str) -> "Form | None":
    """Return a form, None when its template is not known here."""
    try:
        return templates.form_of(workspace, template_id, version)
    except AppError:
        return None


def decide(
    workspace: Workspace,
    initiative_id: str,
    verdict: str,
    comment: str = "",
    questions: Sequence[QuestionComment] = (),
    files: Sequence[Attachment] = (),
    *,
    only_open: bool = False,
    seen: int | None = None,
) -> None:
    """Decide on the current revision; a later decision puts an earlier one right.

    ``files`` are kept already (``attach_to_comment``) and go along with the answer. With
    ``only_open`` nothing is decided that has a verdict already (SSK-841). ``seen`` is the
    version that was looked at (``second_writer``): NotAllowed SSK-105 when it moved on.

    Raises NotAllowed SSK-502 for an unknown verdict, SSK-503 for one without its comment,
    SSK-501 when the initiative is not here to be decided, SSK-840 while two versions of it wait
    for a choice.
    """
    now = workspace.now()
    said = comment.strip() or "; ".join(q.comment for q in questions)
    tracks.check_verdict(verdict, said)
    for text in (comment, *(q.comment for q in questions)):
        check_length(text, LONGEST_TEXT, verdict)
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        if awaits_choice(session, record):
            raise NotAllowed("SSK-840", dossier=record.code)
        if only_open and record.submission != tracks.Submission.RECEIVED:
            raise NotAllowed("SSK-841", dossier=record.code)
        check_seen(record, seen)
        record = initiatives.change(session, record)  # so that whoever looks at it now is told
        uploaded = record.submission == tracks.Submission.UPLOADED
        if not (uploaded and verdict == tracks.Submission.ACCEPTED):
            record = move(session, record, tracks.SUBMISSION, verdict, now)
        verdicts.add_verdict(
            session,
            VerdictRecord(
                uuid7(now),
                record.id,
                record.revision_hash or "",
                verdict,
                comment.strip(),
                {q.question: q.comment.strip() for q in questions if q.comment.strip()},
                now,
                files=tuple(files),
            ),
        )
        audit.note(session, now, "decide", record.id, verdict=verdict, revision=record.revision)


def attach_to_comment(workspace: Workspace, file: Path) -> Attachment:
    """Take a file in to go along with a comment: a marked page, a form to fill.

    Raises BadFile or BadInput SSK-3xx, SSK-53x as for a report's own files.
    """
    return Attachment(**attach_file(workspace, file).value)


def undo_decision(workspace: Workspace, initiative_id: str) -> None:
    """Take the newest verdict back, as long as no receipt has carried it (SSK-562).

    Raises NotAllowed SSK-847 where there is none.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        here = [
            v
            for v in verdicts.verdicts_of(session, record.id)
            if v.verdict and v.revision_hash == record.revision_hash
        ]
        if not here:
            raise NotAllowed("SSK-847", dossier=record.code)
        if here[-1].receipt_id is not None:
            raise NotAllowed("SSK-562", dossier=record.code)
        verdicts.forget_verdict(session, here[-1].id)
        before = here[-2].verdict if len(here) > 1 else None
        record = move(session, record, tracks.SUBMISSION, before or tracks.Submission.RECEIVED, now)
        if before == tracks.Submission.ACCEPTED and record.portal != tracks.PORTAL_NONE:
            move(session, record, tracks.SUBMISSION, tracks.Submission.UPLOADED, now)
        audit.note(session, now, "undo decision", record.id)
