"""Deciding: what came in, beside its documents and earlier comments; a verdict, and its undoing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain import tracks
from desktop_app.domain.findings import Finding
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Answers, Attachment, attachments_in
from desktop_app.domain.lengths import LONGEST_TEXT, check_length
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import drafting, templates
from desktop_app.services.attaching import attach_file
from desktop_app.services.drafting import QuestionComment
from desktop_app.services.moving import move
from desktop_app.services.paper import PreviewDocument, preview_documents
from desktop_app.services.second_writer import check_seen
from desktop_app.storage import audit, initiatives, search, units, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.verdicts import VerdictRecord
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class ReviewRow:
    """An initiative as the review list shows it; ``verdict`` is "" while undecided."""

    id: str
    code: str
    title: str
    unit: str
    authors: str
    revision: int
    submission: str
    verdict: str
    received_on: date
    changed: bool


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


def list_for_review(
    workspace: Workspace, *, only_open: bool = False, searched: str = "", limit: int = 1000
) -> tuple[ReviewRow, ...]:
    """Return what came in, undecided first, then the newest."""
    states = {"submission": tracks.Submission.RECEIVED if only_open else None}
    with workspace.database.read() as session:
        records, _next = search.page(session, search=searched, states=states, limit=limit)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
    rows = [_row(record, names) for record in records if record.revision]
    return tuple(sorted(rows, key=lambda row: row.submission != tracks.Submission.RECEIVED))


def _row(record: InitiativeRecord, names: Mapping[str, str]) -> ReviewRow:
    decided = record.submission in tracks.VERDICTS
    return ReviewRow(
        record.id,
        record.code,
        record.title,
        names.get(record.unit_id, ""),
        record.authors,
        record.revision,
        record.submission,
        record.submission if decided else "",
        date.fromisoformat(record.submission_on),
        record.revision > 1,
    )


def open_review(workspace: Workspace, initiative_id: str) -> ReviewDetail:
    """Open an initiative for a decision: its documents as they came, its answers, its history."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        revision = initiatives.one_revision(session, record.id, record.revision_hash or "")
        numbers = {r.hash: r.number for r in initiatives.revisions(session, record.id)}
        said = verdicts.verdicts_of(session, record.id)
    form = _form(workspace, record)
    findings: tuple[Finding, ...] = ()
    if form is not None:
        findings = drafting.findings_for(workspace, form, revision.answers, record.id)
    here = [v for v in said if v.verdict and v.revision_hash == record.revision_hash]
    newest = here[-1] if here else None
    earlier = [v for v in said if v.verdict and v is not newest]
    return ReviewDetail(
        _row(record, names),
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
    )


def _questions(questions: Mapping[str, str]) -> tuple[QuestionComment, ...]:
    return tuple(QuestionComment(name, text) for name, text in questions.items())


def _form(workspace: Workspace, record: InitiativeRecord) -> "Form | None":
    try:
        return templates.form_of(workspace, record.template_id, record.template_version)
    except AppError:
        return None


def decide(
    workspace: Workspace,
    initiative_id: str,
    verdict: str,
    comment: str = "",
    questions: Sequence[QuestionComment] = (),
    files: Sequence[Attachment] = (),
    seen: int | None = None,
) -> None:
    """Decide on the current revision; a later decision puts an earlier one right.

    ``files`` are kept already (``attach_to_comment``) and go along with the answer. ``seen`` is
    the version that was looked at (``second_writer``): NotAllowed SSK-105 when it moved on.

    Raises NotAllowed SSK-502 for an unknown verdict, SSK-503 for one without its comment,
    SSK-501 when the initiative is not here to be decided.
    """
    now = workspace.now()
    said = comment.strip() or "; ".join(q.comment for q in questions)
    tracks.check_verdict(verdict, said)
    for text in (comment, *(q.comment for q in questions)):
        check_length(text, LONGEST_TEXT, verdict)
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
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
    """Take the newest verdict back, as long as no receipt has carried it (SSK-562)."""
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        here = [
            v
            for v in verdicts.verdicts_of(session, record.id)
            if v.verdict and v.revision_hash == record.revision_hash
        ]
        if not here or here[-1].receipt_id is not None:
            raise NotAllowed("SSK-562", dossier=record.code)
        verdicts.forget_verdict(session, here[-1].id)
        before = here[-2].verdict if len(here) > 1 else None
        record = move(session, record, tracks.SUBMISSION, before or tracks.Submission.RECEIVED, now)
        if before == tracks.Submission.ACCEPTED and record.portal != tracks.PORTAL_NONE:
            move(session, record, tracks.SUBMISSION, tracks.Submission.UPLOADED, now)
        audit.note(session, now, "undo decision", record.id)


def phrases(workspace: Workspace) -> tuple[str, ...]:
    """Return the officer's reusable phrases, the newest first."""
    return tuple(workspace.setting("phrases", list(_FIRST_PHRASES)))


def remember_phrase(workspace: Workspace, text: str) -> None:
    """Keep a phrase for later; the same one is moved to the front."""
    text = text.strip()
    if text:
        kept = [text, *(phrase for phrase in phrases(workspace) if phrase != text)]
        workspace.set_setting("phrases", kept[:30])


_FIRST_PHRASES = (
    "Thiếu cách tính số tiền làm lợi.",
    "Chưa có số liệu trước và sau khi áp dụng.",
    "Chưa nêu rõ điểm mới so với cách làm cũ.",
    "Thiếu xác nhận của đơn vị áp dụng.",
)
