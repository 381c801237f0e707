"""An earlier revision beside the one on the desk: what differs, and what had been asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from desktop_app.domain.initiative import Answers, Attachment, attachments_in
from desktop_app.errors import BadInput
from desktop_app.services.review import form_or_none
from desktop_app.storage import initiatives, verdicts
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form


@dataclass(frozen=True)
class EarlierRevision:
    """A revision before the one on the desk."""

    hash: str
    number: int
    frozen_at: datetime


@dataclass(frozen=True)
class Asked:
    """A comment on the earlier revision; ``question`` is "" for one about the whole report."""

    question: str
    comment: str


@dataclass(frozen=True)
class Comparison:
    """Two revisions of a report.

    ``questions`` are the names of all that is answered in either, in the order of the newer
    form; ``differing`` are those answered otherwise. Files are told apart by content.
    """

    form: "Form | None"
    earlier_form: "Form | None"
    earlier: EarlierRevision
    before: Answers
    after: Answers
    questions: tuple[str, ...]
    differing: frozenset[str]
    files_added: tuple[Attachment, ...]
    files_removed: tuple[Attachment, ...]
    asked: tuple[Asked, ...]

    def comments_on(self, question: str) -> tuple[str, ...]:
        """Return what had been asked about a question; "" for the whole report."""
        return tuple(each.comment for each in self.asked if each.question == question)


def earlier_revisions(workspace: Workspace, initiative_id: str) -> tuple[EarlierRevision, ...]:
    """Return the revisions here before the one on the desk, the newest first."""
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        found = initiatives.revisions(session, initiative_id)
    return tuple(
        EarlierRevision(each.hash, each.number, each.frozen_at)
        for each in reversed(found)
        if each.hash != record.revision_hash and each.number < record.revision
    )


def compare(workspace: Workspace, initiative_id: str, number: int | None = None) -> Comparison:
    """Compare the revision on the desk with an earlier one, by default with the one before.

    Raises BadInput SSK-846 when no such revision is here.
    """
    known = earlier_revisions(workspace, initiative_id)
    chosen = next((each for each in known if number in (None, each.number)), None)
    with workspace.database.read() as session:
        record = initiatives.get(session, initiative_id)
        if chosen is None or record.revision_hash is None:
            raise BadInput("SSK-846", dossier=record.code)
        before = initiatives.one_revision(session, initiative_id, chosen.hash)
        after = initiatives.one_revision(session, initiative_id, record.revision_hash)
        said = verdicts.verdicts_of(session, initiative_id)
    asked = [
        Asked(question, text)
        for verdict in said
        if verdict.verdict and verdict.revision_hash == chosen.hash
        for question, text in (("", verdict.comment), *verdict.questions.items())
        if text
    ]
    form = form_or_none(workspace, after.template_id, after.template_version)
    earlier_form = form_or_none(workspace, before.template_id, before.template_version)
    names = _names(form, after.answers, before.answers)
    old_files, new_files = attachments_in(before.answers), attachments_in(after.answers)
    return Comparison(
        form,
        earlier_form,
        chosen,
        before.answers,
        after.answers,
        names,
        frozenset(n for n in names if before.answers.get(n) != after.answers.get(n)),
        _without(new_files, old_files),
        _without(old_files, new_files),
        tuple(dict.fromkeys(asked)),
    )


def _without(files: Sequence[Attachment], others: Sequence[Attachment]) -> tuple[Attachment, ...]:
    known = {file.sha256 for file in others}
    return tuple(file for file in files if file.sha256 not in known)


def _names(
    form: "Form | None", after: Mapping[str, Any], before: Mapping[str, Any]
) -> tuple[str, ...]:
    """Return every answered question or table once, as the form has them, then the rest."""
    order = [node.name for repeats, node in form.walk() if not repeats] if form else []
    answered = {name: None for name in order if name in after or name in before}
    return tuple(answered | dict.fromkeys([*after, *before]))
