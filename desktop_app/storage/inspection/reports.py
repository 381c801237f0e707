"""Initiatives against what they are made of: reports, drafts, steps, bundles and answers."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, exists, func, or_, select, text, update
from sqlalchemy.orm import Session

from desktop_app.domain.canonical import canonical_json, revision_hash
from desktop_app.domain.initiative import attachments_in
from desktop_app.storage import initiatives
from desktop_app.storage.inspection.needed_files import erased
from desktop_app.storage.steps import BEGINNINGS
from desktop_app.storage.tables import (
    Bundle,
    BundleItem,
    Draft,
    Initiative,
    Revision,
    TrackStep,
    Verdict,
)

_CHUNK = 300
_CARRYING = ("submission", "relay")
_TAKEN = ("new", "newer", "same", "older", "conflict", "settled")
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class ReportKey:
    """A frozen report by initiative and hash; ``code`` is for people, "" when unknown."""

    initiative_id: str
    hash: str
    code: str


def changed_reports(session: Session) -> Iterator[ReportKey]:
    """Return the frozen reports whose content is not what their hash says; erased ones aside."""
    gone = erased(session).revisions
    query = select(
        Revision.initiative_id, Revision.hash, Revision.template_id, Revision.template_version,
        Revision.answers, Initiative.code,
    ).outerjoin(Initiative, Initiative.id == Revision.initiative_id)  # fmt: skip
    for of, mark, template, version, answers, code in session.execute(
        query.execution_options(yield_per=_CHUNK)
    ):
        if mark not in gone and _mark(answers, template, version) != mark:
            yield ReportKey(of, mark, code or "")


def _mark(answers: str, template: str, version: str) -> str:
    try:
        read = json.loads(answers)
        marks = [file.sha256 for file in attachments_in(read)]
        return revision_hash(read, template, version, marks)
    except _BROKEN:
        return ""


def missing_reports(session: Session) -> list[ReportKey]:
    """Return the frozen reports something names that are not there, and were not erased."""
    gone = erased(session).revisions
    here = exists().where(
        Revision.initiative_id == Initiative.id, Revision.hash == Initiative.revision_hash
    )
    current = select(Initiative.id, Initiative.revision_hash, Initiative.code).where(
        Initiative.revision_hash.is_not(None), ~here
    )
    carried = exists().where(
        Revision.initiative_id == BundleItem.initiative_id,
        Revision.hash == BundleItem.revision_hash,
    )
    items = (
        select(BundleItem.initiative_id, BundleItem.revision_hash, Initiative.code)
        .join(Bundle, Bundle.id == BundleItem.bundle_id)
        .outerjoin(Initiative, Initiative.id == BundleItem.initiative_id)
        .where(
            Bundle.kind.in_(_CARRYING),
            or_(Bundle.direction == "out", BundleItem.intake.in_(_TAKEN)),
            ~carried,
        )
    )
    found = {
        (of, str(mark)): code
        for query in (items, current)
        for of, mark, code in session.execute(query)
    }
    return [
        ReportKey(of, mark, code or "")
        for (of, mark), code in sorted(found.items())
        if mark not in gone
    ]


def bundles_with_report(session: Session, report: ReportKey) -> list[tuple[str, dict[str, Any]]]:
    """Return direction and content of the bundles that carried a report."""
    query = (
        select(Bundle.direction, Bundle.content)
        .join(BundleItem, BundleItem.bundle_id == Bundle.id)
        .where(
            BundleItem.initiative_id == report.initiative_id,
            BundleItem.revision_hash == report.hash,
        )
    )
    found = []
    for direction, content in session.execute(query):
        try:
            found.append((direction, dict(json.loads(content))))
        except _BROKEN:
            continue
    return found


def rewrite_report(session: Session, report: ReportKey, answers: Mapping[str, Any]) -> None:
    """Put the content of a frozen report back as its hash says; the guard stands again after."""
    this = (Revision.initiative_id == report.initiative_id) & (Revision.hash == report.hash)
    put = update(Revision).where(this).values(answers=canonical_json(answers).decode("utf-8"))
    if session.get_bind().dialect.name == "sqlite":
        guard = "revision_no_update"
        made = session.scalar(
            text("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = :name"),
            {"name": guard},
        )
        session.execute(text(f"DROP TRIGGER IF EXISTS {guard}"))
        session.execute(put)
        if made:
            session.connection().exec_driver_sql(made)
        return
    session.execute(text("ALTER TABLE revision DISABLE TRIGGER revision_append_only"))
    session.execute(put)
    session.execute(text("ALTER TABLE revision ENABLE TRIGGER revision_append_only"))


def drafts_without_answers(session: Session) -> list[tuple[str, str, str | None]]:
    """Return identifier, code and newest hash of what is being written without a draft."""
    query = (
        select(Initiative.id, Initiative.code, Initiative.revision_hash)
        .outerjoin(Draft, Draft.initiative_id == Initiative.id)
        .where(Initiative.writing == "draft", Draft.initiative_id.is_(None))
    )
    return [(of, code, mark) for of, code, mark in session.execute(query)]


@dataclass(frozen=True)
class StaleRow:
    """An initiative whose row in lists does not say what its answers say."""

    id: str
    code: str
    columns: Mapping[str, Any]


_SUMMARY = ("title", "authors", "field", "solution_type", "benefit", "applied_on", "folded")


def stale_rows(session: Session) -> Iterator[StaleRow]:
    """Return the initiatives whose rows are not made of their draft or their report."""
    gone = erased(session).revisions
    columns = [getattr(Initiative, name) for name in _SUMMARY]
    query = (
        select(
            Initiative.id, Initiative.code, Initiative.writing, Initiative.revision,
            Initiative.revision_hash, Draft.answers, Revision.answers, Revision.number, *columns,
        )
        .outerjoin(Draft, Draft.initiative_id == Initiative.id)
        .outerjoin(
            Revision,
            and_(
                Revision.initiative_id == Initiative.id, Revision.hash == Initiative.revision_hash
            ),
        )
    )  # fmt: skip
    for row in session.execute(query.execution_options(yield_per=_CHUNK)):
        of, code, writing, number, mark, draft, report, right_number, *held = row
        if mark in gone and writing != "draft":
            continue
        try:
            answers = json.loads((draft if writing == "draft" else report) or "")
            right = initiatives.summary_columns(answers, code)
        except _BROKEN:
            continue  # missing or unreadable: told by a check of its own
        wrong = {n: right[n] for n, h in zip(_SUMMARY, held, strict=True) if right[n] != h}
        if right_number is not None and right_number != number:
            wrong["revision"] = right_number
        if wrong:
            yield StaleRow(of, code, wrong)


def put_columns(session: Session, initiative_id: str, columns: Mapping[str, Any]) -> None:
    """Write columns of an initiative's row as they should be; nobody else's change is lost."""
    session.execute(
        update(Initiative)
        .where(Initiative.id == initiative_id)
        .values({**columns, "version": Initiative.version + 1})
    )


@dataclass(frozen=True)
class StrayStep:
    """An initiative that stands elsewhere on a track than its newest step says."""

    id: str
    row: int
    code: str
    track: str
    state: str
    day: str
    step: int | None
    step_state: str | None
    step_day: str | None


def stray_steps(session: Session) -> list[StrayStep]:
    """Return where rows and steps of the four tracks differ."""
    found = []
    for track, beginning in BEGINNINGS.items():
        state, day = getattr(Initiative, track), getattr(Initiative, f"{track}_on")
        newest = (
            select(TrackStep.initiative_row, func.max(TrackStep.row).label("row"))
            .where(TrackStep.track == track)
            .group_by(TrackStep.initiative_row)
            .subquery()
        )
        query = (
            select(
                Initiative.id, Initiative.row, Initiative.code, state, day, TrackStep.row,
                TrackStep.state, TrackStep.day,
            )
            .outerjoin(newest, newest.c.initiative_row == Initiative.row)
            .outerjoin(TrackStep, TrackStep.row == newest.c.row)
            .where(
                or_(
                    and_(TrackStep.row.is_(None), state != beginning),
                    TrackStep.state != state,
                    TrackStep.day != day,
                )
            )
        )  # fmt: skip
        for of, row, code, now, on, step, was, was_on in session.execute(query):
            found.append(StrayStep(of, row, code, track, now, on, step, was, was_on))
    return found


def put_day(session: Session, step: int, day: str) -> None:
    """Put the day of a step right."""
    session.execute(update(TrackStep).where(TrackStep.row == step).values(day=day))


@dataclass(frozen=True)
class Unproven:
    """An initiative that stands further on its way than anything kept shows."""

    id: str
    code: str
    state: str
    writing: str


def unproven(session: Session) -> list[Unproven]:
    """Return what counts as carried without a bundle, or as received without any answer."""
    item = (
        exists()
        .where(BundleItem.initiative_id == Initiative.id)
        .where(BundleItem.revision_hash == Initiative.revision_hash)
        .where(BundleItem.bundle_id == Bundle.id)
    )
    sent = item.where(Bundle.direction == "out", Bundle.kind == "submission")
    came = (
        exists()
        .where(BundleItem.initiative_id == Initiative.id, BundleItem.bundle_id == Bundle.id)
        .where(Bundle.direction == "in")
    )
    said = exists().where(Verdict.initiative_id == Initiative.id)
    query = select(Initiative.id, Initiative.code, Initiative.submission, Initiative.writing)
    query = query.where(
        or_(
            and_(Initiative.submission.in_(("bundled", "handed_over")), ~sent),
            and_(
                Initiative.submission.in_(("received", "accepted", "returned", "declined")),
                ~said,
                ~came,
            ),
        )
    )
    return [Unproven(*row) for row in session.execute(query.order_by(Initiative.row))]
