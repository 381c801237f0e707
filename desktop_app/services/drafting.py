"""Writing: begin, save, check, freeze, take up again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from desktop_app.domain import tracks
from desktop_app.domain.canonical import revision_hash
from desktop_app.domain.checks import CheckContext, check_answers
from desktop_app.domain.findings import Finding, Path, Weight, any_blocking
from desktop_app.domain.history import AnswerHistory
from desktop_app.domain.identifiers import dossier_code, uuid7
from desktop_app.domain.initiative import Answers, Attachment, Revision, attachments_in
from desktop_app.domain.text import tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.messages import sentence
from desktop_app.services import templates
from desktop_app.services.moving import move
from desktop_app.storage import audit, drafts, initiatives, units, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.settings import next_number, read_setting, write_setting
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.evaluation import Evaluation
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class QuestionComment:
    """What the officer asks about one question."""

    question: str
    comment: str


@dataclass(frozen=True)
class ReturnComment:
    """The newest verdict that came back, with what has to be mended."""

    verdict: str
    comment: str
    questions: tuple[QuestionComment, ...]
    decided_at: datetime
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True)
class OpenDraft:
    """What an editor needs: the form, the answers, where the initiative stands."""

    id: str
    code: str
    title: str
    form: "Form"
    answers: dict[str, Any]
    pending: Mapping[Path, str]
    revision: int
    writing: str
    recognition: str
    submission: str
    portal: str
    saved_at: datetime
    comment: ReturnComment | None
    read_only: bool
    version: int
    history: AnswerHistory
    portal_code: str = ""
    portal_note: str = ""


@dataclass(frozen=True)
class FrozenRevision:
    """A revision that was just frozen."""

    id: str
    number: int
    hash: str


class NotReady(BadInput):
    """Blocking findings remain; ``findings`` are all of them, advice included."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        blocking = sum(finding.blocking for finding in findings)
        super().__init__("SSK-504", number=blocking)
        self.findings = findings


# Begin and save


def new_initiative(
    workspace: Workspace,
    template_id: str | None = None,
    answers: Answers | None = None,
) -> str:
    """Begin an initiative and return its identifier.

    Given answers are read against the form; what the program knows (units, code) is filled in.
    """
    from desktop_app.forms.answer_values import read_answers
    from desktop_app.forms.evaluation import initial_answers

    name, version = (
        templates.find_template(workspace, template_id)
        if template_id
        else templates.default_template(workspace)
    )
    form = templates.form_of(workspace, name, version)
    own, now = workspace.own, workspace.now()
    given = read_answers(form, answers or {})
    initiative_id = uuid7(now)
    with workspace.database.write() as session:
        number = next_number(session, f"number {own.code} {now.year}")
        code = dossier_code(own.code, now.year, number)
        prefill = _known_by_the_program(workspace, code) | {
            name: value
            for name, value in read_setting(session, "usual_answers", {}).items()
            if name not in given
        }
        begun = initial_answers(form, today=workspace.today(), prefill=prefill) | given
        initiatives.insert_initiative(
            session,
            initiative_id=initiative_id,
            code=code,
            unit_id=own.unit_id,
            template_id=name,
            template_version=version,
            answers=begun,
            states=first_states(),
            now=now,
        )
        drafts.write_draft(session, initiative_id, begun, {}, now)
        audit.note(session, now, "new", initiative_id)
    return initiative_id


def first_states() -> dict[str, str]:
    """Return the state of each track at the beginning."""
    return {
        "writing": tracks.Writing.DRAFT,
        "recognition": tracks.Recognition.NOT_FILED,
        "submission": tracks.Submission.NONE,
        "portal": tracks.PORTAL_NONE,
    }


def _known_by_the_program(workspace: Workspace, code: str) -> dict[str, Any]:
    """Return the readonly answers: the code, and the units by their names of today."""
    own = workspace.own
    with workspace.database.read() as session:
        by_id = {unit.id: unit for unit in units.all_units(session, workspace.today())}
    names: list[str] = []
    unit = by_id.get(own.unit_id)
    while unit is not None and len(names) < 4:
        names.append(unit.name)
        unit = by_id.get(unit.parent_id or "")
    known = {"dossier_code": code, "grassroots_unit": own.name}
    for place, question in enumerate(("direct_superior_unit", "province_unit"), start=1):
        if place < len(names):
            known[question] = names[place]
    return known


USUAL_QUESTIONS = (
    "recipient_name",
    "investor_name",
    "investor_address",
    "sign_place",
    "report_place",
    "sign_unit_head_title",
    "sign_unit_head_name",
    "sign_union_name",
)
"""Answers that are the same in most reports of a unit: offered again in the next one."""


def open_draft(workspace: Workspace, initiative_id: str) -> OpenDraft:
    """Open an initiative for the editor; a frozen one is opened for reading."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        draft = drafts.read_draft(session, initiative_id)
        frozen = _current_revision(session, record)
        comment = _newest_comment(session, record)
        portal_note = initiatives.portal_note(session, initiative_id)
        history = drafts.read_steps(session, initiative_id)
    form = templates.form_of(workspace, record.template_id, record.template_version)
    if draft is not None:
        answers, pending, saved_at = draft.answers, draft.pending, draft.saved_at
    elif frozen is not None:
        answers, pending, saved_at = dict(frozen.answers), {}, frozen.frozen_at
    else:
        raise BadInput("SSK-108", name=initiative_id)
    return OpenDraft(
        record.id,
        record.code,
        record.title,
        form,
        answers,
        pending,
        record.revision,
        record.writing,
        record.recognition,
        record.submission,
        record.portal,
        saved_at,
        comment,
        record.writing != tracks.Writing.DRAFT,
        record.version,
        history,
        record.portal_code,
        portal_note,
    )


def save_draft(
    workspace: Workspace,
    initiative_id: str,
    answers: Answers,
    pending: Mapping[Path, str] | None = None,
    history: AnswerHistory | None = None,
) -> datetime:
    """Keep the answers being written and what is typed but not yet committed to a field.

    The new steps of a history are kept with them, and it takes note of that. Raises NotAllowed
    SSK-506 when the initiative is frozen.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        if record.writing != tracks.Writing.DRAFT:
            raise NotAllowed("SSK-506", dossier=record.code)
        drafts.write_draft(session, initiative_id, answers, pending or {}, now)
        if history is not None:
            drafts.write_steps(session, initiative_id, history)
        initiatives.change(
            session, record, now, **initiatives.summary_columns(answers, record.code)
        )
    if history is not None:
        history.all_kept()
    return now


def edit(workspace: Workspace, initiative_id: str, answers: Mapping[str, Any]) -> None:
    """Change some answers of a draft: given ones replace, null takes an answer away.

    In the editor each of them can be undone.
    """
    from desktop_app.forms.answer_values import read_answers

    draft = open_draft(workspace, initiative_id)
    given = read_answers(
        draft.form, {name: value for name, value in answers.items() if value is not None}
    )
    gone = {name for name, value in answers.items() if value is None}
    kept = {name: value for name, value in draft.answers.items() if name not in gone}
    after = kept | given
    for name in answers:
        draft.history.note((name,), draft.answers.get(name), after.get(name))
        draft.history.forget_below((name,))
    save_draft(workspace, initiative_id, after, history=draft.history)


# Check


def evaluate_draft(workspace: Workspace, form: "Form", answers: Answers) -> "Evaluation":
    """Evaluate a form: relevance, calculations, choices, problems."""
    from desktop_app.forms.evaluation import evaluate

    return evaluate(form, answers, today=workspace.today(), language="vi")


def check(workspace: Workspace, initiative_id: str) -> tuple[Finding, ...]:
    """Return what stands between an initiative and being complete, blocking findings first."""
    draft = open_draft(workspace, initiative_id)
    return _findings_of(workspace, draft)


def findings_for(
    workspace: Workspace,
    form: "Form",
    answers: Answers,
    initiative_id: str,
    evaluation: "Evaluation | None" = None,
) -> tuple[Finding, ...]:
    """Return the findings over some answers: the form's problems, then the rules of the domain."""
    evaluation = evaluation or evaluate_draft(workspace, form, answers)
    problems = tuple(
        Finding(f"form {problem.kind}", Weight.BLOCKING, tuple(problem.path), {}, problem.message)
        for problem in evaluation.problems
    )
    names = frozenset(node.name for _path, node in form.walk())
    ruled = check_answers(
        evaluation.visible_answers(),
        CheckContext(
            workspace.today(),
            names,
            _earlier_titles(workspace, answers, initiative_id),
            float(workspace.setting("least_share", 0)),
        ),
    )
    said = {problem.path for problem in problems}
    ruled = tuple(finding for finding in ruled if finding.path not in said)
    findings = (*problems, *ruled)
    return tuple(sorted(findings, key=lambda finding: not finding.blocking))


def _findings_of(
    workspace: Workspace, draft: OpenDraft, evaluation: "Evaluation | None" = None
) -> tuple[Finding, ...]:
    pending = {} if draft.read_only else draft.pending
    unread = unread_findings(draft.form, pending)
    return (*unread, *findings_for(workspace, draft.form, draft.answers, draft.id, evaluation))


def unread_findings(form: "Form", pending: Mapping[Path, str]) -> tuple[Finding, ...]:
    """Return a finding for every text that stands where a number or a date is asked.

    Text an input method still holds is no finding: it becomes an answer by itself.
    """
    from desktop_app.forms.form import QuestionKind

    kinds = (QuestionKind.INTEGER, QuestionKind.DECIMAL, QuestionKind.DATE)
    found = []
    for path, text in pending.items():
        names = tuple(step for step in path if isinstance(step, str))
        if form.question(names).kind in kinds:
            found.append(Finding("SSK-760", Weight.BLOCKING, path, {"text": text}))
    return tuple(found)


def _earlier_titles(workspace: Workspace, answers: Answers, initiative_id: str) -> dict[str, str]:
    """Return titles of the same book that are the same or nearly the same, by dossier code."""
    from desktop_app.services.similar import NEARLY_THE_SAME, similar_titles

    title = tidy(str(answers.get("initiative_title", "")))
    return {
        found.code: found.title
        for found in similar_titles(workspace, title, initiative_id)
        if found.percent >= NEARLY_THE_SAME
    }


def finding_text(finding: Finding, language: str) -> str:
    """Return the sentence of a finding."""
    if finding.said:
        return finding.said.get(language) or next(iter(finding.said.values()))
    return sentence(finding.code, language, **finding.facts)


# Freeze and take up again


def make_ready(workspace: Workspace, initiative_id: str) -> FrozenRevision:
    """Freeze a report as its next revision and put it in the queue.

    Raises NotReady when blocking findings remain, NotAllowed SSK-509 for a returned report that
    was not changed, SSK-517 for one that is word for word an earlier revision; nothing is changed
    then.
    """
    from desktop_app.services.attaching import drop_originals
    from desktop_app.services.paper import fill_revision

    draft = open_draft(workspace, initiative_id)
    if draft.read_only:
        raise NotAllowed("SSK-506", dossier=draft.code)
    evaluation = evaluate_draft(workspace, draft.form, draft.answers)
    findings = _findings_of(workspace, draft, evaluation)
    if any_blocking(findings):
        raise NotReady(findings)
    answers = evaluation.visible_answers()
    files = attachments_in(answers)
    for file in files:
        workspace.attachments.read(file.sha256)
    now = workspace.now()
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
    mark = revision_hash(
        answers,
        record.template_id,
        record.template_version,
        [file.sha256 for file in files],
    )
    frozen = Revision(
        initiative_id,
        record.revision + 1,
        mark,
        record.template_id,
        record.template_version,
        answers,
        now,
    )
    documents = fill_revision(workspace, record, draft.form, answers)
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        unchanged = record.revision_hash == mark
        if unchanged and record.submission == tracks.Submission.RETURNED:
            raise NotAllowed("SSK-509", dossier=record.code)
        if unchanged:
            # Taken up and completed again without a change: it is the same revision.
            frozen = initiatives.one_revision(session, initiative_id, mark)
        else:
            before = initiatives.revisions(session, initiative_id)
            for earlier in before:
                if earlier.hash == mark:
                    # An answer names a revision by its hash: two must never bear the same.
                    raise NotAllowed("SSK-517", dossier=record.code, number=earlier.number)
            history = [(r.number, r.hash) for r in before]
            initiatives.insert_revision(session, frozen, documents=documents, history=history)
        drafts.drop_draft(session, initiative_id)
        record = initiatives.change(
            session,
            record,
            now,
            revision=frozen.number,
            revision_hash=mark,
            **initiatives.summary_columns(answers, record.code),
        )
        record = move(session, record, tracks.WRITING, tracks.Writing.READY, now)
        if not unchanged or record.submission == tracks.Submission.NONE:
            move(session, record, tracks.SUBMISSION, tracks.Submission.QUEUED, now)
        usual = {name: answers[name] for name in USUAL_QUESTIONS if name in answers}
        write_setting(session, "usual_answers", usual)
        audit.note(session, now, "ready", initiative_id, revision=frozen.number)
    drop_originals(workspace, draft.answers)
    return FrozenRevision(initiative_id, frozen.number, mark)


def back_to_draft(workspace: Workspace, initiative_id: str) -> None:
    """Take a frozen report up again as the draft of its next revision.

    The frozen revision stays; one still in the queue leaves it.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        frozen = _current_revision(session, record)
        if record.writing == tracks.Writing.DRAFT or frozen is None:
            raise NotAllowed("SSK-507", dossier=record.code)
        drafts.write_draft(session, initiative_id, frozen.answers, {}, now)
        record = move(session, record, tracks.WRITING, tracks.Writing.DRAFT, now)
        if record.submission == tracks.Submission.QUEUED:
            move(session, record, tracks.SUBMISSION, tracks.Submission.NONE, now)
        audit.note(session, now, "reopen", initiative_id, revision=record.revision)


def delete_draft(workspace: Workspace, initiative_id: str) -> None:
    """Throw away a draft that was never frozen; ``restore_draft`` brings it back."""
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        draft = drafts.read_draft(session, initiative_id)
        if record.revision or draft is None:
            raise NotAllowed("SSK-508", dossier=record.code)
        drafts.delete_unfrozen(session, initiative_id)
        write_setting(
            session,
            f"deleted {initiative_id}",
            {"record": record.__dict__, "answers": draft.answers},
        )
        audit.note(session, now, "discard", initiative_id)


def restore_draft(workspace: Workspace, initiative_id: str) -> None:
    """Bring a thrown-away draft back."""
    now = workspace.now()
    with workspace.database.write() as session:
        kept = read_setting(session, f"deleted {initiative_id}")
        if kept is None:
            raise BadInput("SSK-108", name=initiative_id)
        record = InitiativeRecord(**kept["record"])
        initiatives.insert_initiative(
            session,
            initiative_id=initiative_id,
            code=record.code,
            unit_id=record.unit_id,
            template_id=record.template_id,
            template_version=record.template_version,
            answers=kept["answers"],
            states=first_states(),
            now=now,
            created_at=datetime.fromisoformat(record.created_at),
        )
        drafts.write_draft(session, initiative_id, kept["answers"], {}, now)
        write_setting(session, f"deleted {initiative_id}", None)
        audit.note(session, now, "restore", initiative_id)


def _current_revision(session: Any, record: InitiativeRecord) -> Revision | None:
    if record.revision_hash is None:
        return None
    return initiatives.one_revision(session, record.id, record.revision_hash)


def _newest_comment(session: Any, record: InitiativeRecord) -> ReturnComment | None:
    said = [verdict for verdict in verdicts.verdicts_of(session, record.id) if verdict.verdict]
    if not said or not (said[-1].comment or said[-1].questions):
        return None
    newest = said[-1]
    questions = tuple(QuestionComment(name, text) for name, text in newest.questions.items())
    return ReturnComment(
        newest.verdict or "", newest.comment, questions, newest.decided_at, newest.files
    )


def resolve(workspace: Workspace, key: str) -> str:
    """Return the identifier for a UUID, a dossier code or a unique beginning of either."""
    with workspace.database.read() as session:
        return initiatives.resolve(session, key)


def attach(
    workspace: Workspace, initiative_id: str, question: str, file: FilePath
) -> dict[str, Any]:
    """Attach a file to a question of a draft and return the answer it became.

    In a repeat of files (``figures``, ``attachments``) it becomes a new line.
    """
    from desktop_app.services.attaching import attach_file, place_file

    draft = open_draft(workspace, initiative_id)
    value = attach_file(workspace, file).value
    save_draft(workspace, initiative_id, place_file(draft.form, draft.answers, question, value))
    return value
