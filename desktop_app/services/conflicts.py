"""Two versions of one report: both kept, shown side by side, one chosen by the officer.

A conflict arises when two computers of a unit, or a book put back to an earlier state, went on
from the same report in two ways. The version not chosen is returned to whoever wrote it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from desktop_app.domain import tracks
from desktop_app.domain.identifiers import uuid7
from desktop_app.domain.initiative import Revision
from desktop_app.errors import AppError, NotAllowed
from desktop_app.services import templates
from desktop_app.services.arrivals import take_over
from desktop_app.services.shared_drafts import Difference, differences
from desktop_app.storage import audit, bundles, initiatives, units, verdicts
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.forms.form import Form

CONFLICT, SETTLED = "conflict", "settled"
_COMMENT = (
    "Đơn vị có hai bản khác nhau của hồ sơ này. Cán bộ dùng bản có mã đối chiếu {mark}. "
    "Xin xem lại bản này; nếu cần thì sửa tiếp từ bản được dùng."
)


@dataclass(frozen=True)
class Version:
    """One of the two versions; ``device`` and ``sequence`` name the bundle it came with."""

    hash: str
    revision: int
    device: str
    sequence: int
    frozen_at: datetime
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Conflict:
    """A report with two versions: the one in use here and the one that came."""

    id: str
    code: str
    title: str
    unit: str
    here: Version
    came: Version
    differences: tuple[Difference, ...]
    form: "Form | None"


def list_conflicts(workspace: Workspace) -> tuple[Conflict, ...]:
    """Return the reports for which a version has to be chosen."""
    found: list[Conflict] = []
    with workspace.database.read() as session:
        names = {unit.id: unit.name for unit in units.all_units(session, workspace.today())}
        for record, mark in _waiting(session):
            here, came = (
                initiatives.one_revision(session, record.id, wanted)
                for wanted in (record.revision_hash or "", mark)
            )
            found.append(
                Conflict(
                    record.id,
                    record.code,
                    record.title,
                    names.get(record.unit_id, ""),
                    _version(session, here),
                    _version(session, came),
                    differences(here.answers, came.answers),
                    _form(workspace, here),
                )
            )
    return tuple(found)


def count_conflicts(workspace: Workspace) -> int:
    """Return for how many versions a choice waits, without reading what they say."""
    with workspace.database.read() as session:
        return len(_waiting(session))


def _waiting(session: Session) -> list[tuple[InitiativeRecord, str]]:
    """Return the reports that have another version beside the one in use, and its hash."""
    by_report: dict[str, set[str]] = {}
    for item in bundles.items_with_intake(session, CONFLICT):
        by_report.setdefault(item.initiative_id, set()).add(item.revision_hash)
    pairs = [(i, mark) for i, marks in by_report.items() for mark in _newest(session, i, marks)]
    return [
        (record, mark)
        for initiative_id, mark in sorted(pairs)
        if (record := initiatives.find(session, initiative_id)) is not None
        and record.revision_hash != mark
    ]


def awaits_choice(session: Session, record: InitiativeRecord) -> bool:
    """Return whether a report has another version beside the one in use, not chosen between."""
    marks = bundles.marks_with_intake(session, record.id, CONFLICT)
    return any(mark != record.revision_hash for mark in _newest(session, record.id, marks))


def _newest(session: Any, initiative_id: str, marks: Collection[str]) -> set[str]:
    """Return the versions no other of them went on from: of each line its newest."""
    before = {
        earlier
        for mark in marks
        for earlier in initiatives.history_of(session, initiative_id, mark).values()
        if earlier != mark
    }
    return set(marks) - before


def _version(session: Any, revision: Revision) -> Version:
    bundle_id = initiatives.bundle_of(session, revision.initiative_id, revision.hash) or ""
    bundle = bundles.find_bundle(session, bundle_id)
    document = bundles.content_of(session, bundle_id)["document"] if bundle else {}
    return Version(
        revision.hash,
        revision.number,
        str(document.get("device", "")),
        bundle.sequence if bundle else 0,
        revision.frozen_at,
        revision.answers,
    )


def _form(workspace: Workspace, revision: Revision) -> "Form | None":
    try:
        return templates.form_of(workspace, revision.template_id, revision.template_version)
    except AppError:
        return None


def settle(workspace: Workspace, initiative_id: str, mark: str, comment: str = "") -> None:
    """Use one version, by its hash; the other is returned with a comment to whoever wrote it.

    Of a line of revisions only the newest can be used. Raises NotAllowed SSK-559 when no choice
    waits, or the hash is none of those to be chosen from.
    """
    now = workspace.now()
    with workspace.database.write() as session:
        record = initiatives.get(session, initiative_id)
        came = {
            item.revision_hash
            for item in bundles.items_with_intake(session, CONFLICT)
            if item.initiative_id == initiative_id
        }
        current = record.revision_hash or ""
        if not came or mark not in {current, *_newest(session, initiative_id, came)}:
            raise NotAllowed("SSK-559")
        line = {mark, *initiatives.history_of(session, initiative_id, mark).values()}
        if mark != current:
            revision = initiatives.one_revision(session, initiative_id, mark)
            take_over(session, record, revision, now)
        text = comment.strip() or _COMMENT.format(mark=mark[:16])
        for other in sorted({current, *came} - line):
            verdicts.add_verdict(
                session,
                verdicts.VerdictRecord(
                    uuid7(now), initiative_id, other, tracks.Submission.RETURNED, text, {}, now
                ),
            )
        bundles.change_intake(session, initiative_id, CONFLICT, SETTLED)
        audit.note(session, now, "settle conflict", initiative_id)
