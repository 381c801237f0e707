"""Reports as they were frozen, drafts, and the rows, steps and states that hang on them."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop_app.domain.initiative import Revision
from desktop_app.errors import AppError
from desktop_app.services import arrivals
from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.storage import drafts, initiatives, steps
from desktop_app.storage.inspection import reports
from desktop_app.storage.inspection.reports import ReportKey

_BROKEN = (AppError, ValueError, KeyError, TypeError, AttributeError, zipfile.BadZipFile)


# The reports themselves


def _missing(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        found = reports.missing_reports(session)
    return [Hit(key.code or key.initiative_id, key) for key in found]


def _changed(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        found = list(reports.changed_reports(session))
    return [Hit(key.code or key.initiative_id, key) for key in found]


def _mend_missing(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    left = []
    for hit in hits:
        found = _carried(book, session, hit.data)
        if found is None or initiatives.find(session, hit.data.initiative_id) is None:
            left.append(hit)
            continue
        arrived, _content = found
        initiatives.insert_revision(
            session,
            arrived.revision,
            documents=arrived.documents,
            history=arrived.history,
            bundle_id=_came_with(_content),
        )
    return left


def _mend_changed(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    left = []
    for hit in hits:
        found = _carried(book, session, hit.data)
        if found is None:
            left.append(hit)
        else:
            reports.rewrite_report(session, hit.data, found[0].revision.answers)
    return left


def _came_with(content: Mapping[str, Any]) -> str | None:
    """Return the bundle a report came in with; None for what was written here."""
    return str(content["document"]["bundle_id"]) if "origin" in content else None


def _carried(
    book: Book, session: Session, key: ReportKey
) -> tuple[arrivals.Arrived, Mapping[str, Any]] | None:
    """Return a report as one of its bundles carried it: the same by its hash, or nothing."""
    for _direction, content in reports.bundles_with_report(session, key):
        try:
            data = _item_data(book, content, key.initiative_id)
            arrived = arrivals.from_data(json.loads(data))
        except _BROKEN:
            continue
        if arrived.revision.hash == key.hash:
            return arrived, content
    return None


def _item_data(book: Book, content: Mapping[str, Any], initiative_id: str) -> bytes:
    """Return the data of an item from the parts of a bundle or from what proves its origin."""
    name = f"data/initiatives/{initiative_id}/initiative.json"
    store = book.workspace.attachments
    for path, sha256, _size in content.get("parts") or ():
        if path == name:
            return store.read(sha256)
    with zipfile.ZipFile(io.BytesIO(store.read(str(content["origin"])))) as archive:
        return archive.read(name)


# Drafts


def _no_draft(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        rows = reports.drafts_without_answers(session)
    return [Hit(code, (of, mark)) for of, code, mark in rows]


def _mend_no_draft(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Go on from the newest frozen report, as when it is taken up again."""
    left = []
    for hit in hits:
        of, mark = hit.data
        try:
            frozen: Revision = initiatives.one_revision(session, of, mark or "")
        except _BROKEN:
            left.append(hit)
        else:
            drafts.write_draft(session, of, frozen.answers, {}, book.workspace.now())
    return left


# Rows, steps, states


def _stale(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [Hit(row.code, row) for row in reports.stale_rows(session)]


def _mend_stale(_book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    for hit in hits:
        reports.put_columns(session, hit.data.id, hit.data.columns)
    return ()


def _stray(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [Hit(row.code, row) for row in reports.stray_steps(session)]


def _mend_stray(_book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Let the row hold: it is what everybody sees and what every change began from."""
    for hit in hits:
        row = hit.data
        if row.step is not None and row.step_state == row.state:
            reports.put_day(session, row.step, row.day)
        else:
            steps.add(session, row.id, row.track, row.state, row.day)
    return ()


def _unproven(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [
            Hit(row.code, row, mendable=row.state in ("bundled", "handed_over"))
            for row in reports.unproven(session)
        ]


def _mend_unproven(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    """Put back into the queue what no bundle of ours carried: sent twice it is known as one."""
    now = book.workspace.now()
    for hit in hits:
        state = "queued" if hit.data.writing == "ready" else "none"
        record = initiatives.get(session, hit.data.id)
        day = now.date().isoformat()
        initiatives.change(session, record, now, submission=state, submission_on=day)
    return ()


CHECKS = (
    Check("missing reports", "DATA-14", _missing, _mend_missing),
    Check("changed reports", "DATA-15", _changed, _mend_changed, weight=2),
    Check("drafts without answers", "DATA-16", _no_draft, _mend_no_draft),
    Check("rows of lists", "DATA-11", _stale, _mend_stale, weight=2),
    Check("states without their steps", "DATA-12", _stray, _mend_stray),
    Check("states without a bundle", "DATA-13", _unproven, _mend_unproven),
)
