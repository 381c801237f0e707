"""The queue: frozen reports that wait to be handed in, and what holds one back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop_app.domain.canonical import revision_hash
from desktop_app.domain.findings import Finding, Weight
from desktop_app.domain.initiative import Revision, attachments_in
from desktop_app.domain.tracks import Submission
from desktop_app.storage import initiatives, search
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.workspace import Workspace


@dataclass(frozen=True)
class QueueItem:
    """A report in the queue; ``held_back`` says why it cannot leave yet."""

    id: str
    code: str
    title: str
    authors: str
    revision: int
    size: int
    queued_on: date
    held_back: tuple[Finding, ...]


def list_queue(workspace: Workspace) -> tuple[QueueItem, ...]:
    """Return what waits, the longest waiting first."""
    with workspace.database.read() as session:
        records = queued(session)
        revisions = {
            record.id: initiatives.one_revision(session, record.id, record.revision_hash or "")
            for record in records
        }
    return tuple(_item(record, revisions[record.id]) for record in records)


def queued(session: Session) -> tuple[InitiativeRecord, ...]:
    """Return the rows in the queue, the longest waiting first."""
    found: list[InitiativeRecord] = []
    after = None
    while True:
        rows, after = search.page(
            session,
            states={"submission": Submission.QUEUED},
            after=after,
            limit=1000,
        )
        found += rows
        if after is None:
            return tuple(reversed(found))


def _item(record: InitiativeRecord, revision: Revision) -> QueueItem:
    return QueueItem(
        record.id,
        record.code,
        record.title,
        record.authors,
        record.revision,
        sum(file.size for file in attachments_in(revision.answers)),
        date.fromisoformat(record.submission_on),
        held_back(revision),
    )


def held_back(revision: Revision) -> tuple[Finding, ...]:
    """Return why a frozen report cannot leave: the gate of the export.

    Consent is asked again here: nobody's data leaves without it (Luật 91/2025/QH15). A report
    somebody was erased from is no longer what its hash says; completed again it has a new one.
    """
    files = [file.sha256 for file in attachments_in(revision.answers)]
    template = (revision.template_id, revision.template_version)
    if revision_hash(revision.answers, *template, files) != revision.hash:
        return (Finding("SSK-970", Weight.BLOCKING, (), {}),)
    return tuple(
        Finding(
            "SSK-706",
            Weight.BLOCKING,
            ("authors", place, "consent"),
            {"name": author.get("full_name", f"#{place + 1}")},
        )
        for place, author in enumerate(revision.answers.get("authors", ()))
        if "consent" in author and author["consent"] != "yes"
    )
