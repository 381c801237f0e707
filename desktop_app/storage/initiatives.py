"""Initiatives: one row each for lists and totals, a draft, and frozen revisions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.canonical import canonical_json
from desktop_app.domain.initiative import Answers, Revision, author_names
from desktop_app.domain.text import fold, tidy
from desktop_app.errors import BadInput, NotAllowed
from desktop_app.storage import likenesses, steps, tables
from desktop_app.storage.tables import Initiative
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class InitiativeRecord:
    """Everything the row of an initiative holds."""

    id: str
    code: str
    unit_id: str
    title: str
    authors: str
    field: str
    solution_type: str
    benefit: int | None
    applied_on: str
    template_id: str
    template_version: str
    revision: int
    revision_hash: str | None
    writing: str
    recognition: str
    submission: str
    portal: str
    portal_code: str
    writing_on: str
    recognition_on: str
    submission_on: str
    portal_on: str
    created_at: str
    updated_at: str
    version: int


_COLUMNS = [getattr(Initiative, name) for name in InitiativeRecord.__dataclass_fields__]


def summary_columns(answers: Answers, code: str) -> dict[str, Any]:
    """Return what a list shows of some answers, with the folded text for search."""
    title = tidy(str(answers.get("initiative_title", "")))
    authors = ", ".join(author_names(answers))
    return {
        "title": title,
        "authors": authors,
        "field": str(answers.get("application_field", "")),
        "solution_type": str(answers.get("solution_type", ""))[:40],
        "benefit": _money(answers.get("benefit_value")),
        "applied_on": str(answers.get("first_applied_date", ""))[:10],
        "folded": fold(f"{title} {authors} {code}"),
    }


def _money(value: Any) -> int | None:
    """Return an amount that a column of eight bytes can hold; a stranger's form may have any."""
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value < 2**63 else None


def insert_initiative(
    session: Session,
    *,
    initiative_id: str,
    code: str,
    unit_id: str,
    template_id: str,
    template_version: str,
    answers: Answers,
    states: Mapping[str, str],
    now: datetime,
    created_at: datetime | None = None,
    revision: int = 0,
    revision_hash: str | None = None,
) -> None:
    """Add the row of an initiative; ``states`` gives the state of each of the four tracks."""
    day = now.date().isoformat()
    row = session.scalar(
        insert(Initiative)
        .values(
            id=initiative_id,
            code=code,
            unit_id=unit_id,
            template_id=template_id,
            template_version=template_version,
            revision=revision,
            revision_hash=revision_hash,
            portal_code="",
            created_at=to_text(created_at or now),
            updated_at=to_text(now),
            version=1,
            **{track: str(state) for track, state in states.items()},
            **{f"{track}_on": day for track in states},
            **summary_columns(answers, code),
        )
        .returning(Initiative.row)
    )
    assert row is not None
    steps.begin(session, row, states, day)
    if revision_hash is not None:
        likenesses.add_due(session, row, revision_hash)


def find(session: Session, initiative_id: str) -> InitiativeRecord | None:
    """Return the row of an initiative, None when there is none."""
    row = session.execute(select(*_COLUMNS).where(Initiative.id == initiative_id)).first()
    return None if row is None else InitiativeRecord(*row)


def code_taken(session: Session, code: str) -> bool:
    """Return whether an initiative of this book has a dossier code."""
    query = select(Initiative.id).where(Initiative.code == code).limit(1)
    return session.scalar(query) is not None


def get(session: Session, initiative_id: str) -> InitiativeRecord:
    """Return the row of an initiative. Raises BadInput SSK-108 when there is none."""
    record = find(session, initiative_id)
    if record is None:
        raise BadInput("SSK-108", name=initiative_id)
    return record


def portal_note(session: Session, initiative_id: str) -> str:
    """Return the central system's note on an initiative, "" without one."""
    query = select(Initiative.portal_note).where(Initiative.id == initiative_id)
    return session.scalar(query) or ""


def row_of(session: Session, initiative_id: str) -> int | None:
    """Return the number of an initiative's row, by which the search index knows it."""
    return session.scalar(select(Initiative.row).where(Initiative.id == initiative_id))


def by_rows(session: Session, rows: Sequence[int]) -> list[tuple[int, InitiativeRecord]]:
    """Return initiatives by the numbers of their rows."""
    query = select(Initiative.row, *_COLUMNS).where(Initiative.row.in_(rows))
    return [(line[0], InitiativeRecord(*line[1:])) for line in session.execute(query)]


def change(
    session: Session, record: InitiativeRecord, now: datetime | None = None, **columns: Any
) -> InitiativeRecord:
    """Change columns of a row as it was read; return it as it is now.

    Raises NotAllowed SSK-105 when somebody else changed it since.
    """
    columns["version"] = record.version + 1
    if now is not None:
        columns["updated_at"] = to_text(now)
    done = session.execute(
        update(Initiative)
        .where(Initiative.id == record.id, Initiative.version == record.version)
        .values(columns)
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise NotAllowed("SSK-105")
    if columns.get("revision_hash") not in (None, record.revision_hash):
        likenesses.set_due(session, record.id, columns["revision_hash"])
    for track in steps.BEGINNINGS:
        state, before = columns.get(track, getattr(record, track)), getattr(record, track)
        day, day_before = columns.get(f"{track}_on"), getattr(record, f"{track}_on")
        if state != before:
            steps.add(session, record.id, track, str(state), day or day_before)
        elif day is not None and day != day_before:
            steps.correct_day(session, record.id, track, day)
    session.info.setdefault("versions", {})[record.id] = columns["version"]
    known = {name: value for name, value in columns.items() if name in record.__dict__}
    return replace(record, **known)


def resolve(session: Session, key: str) -> str:
    """Return the identifier for a UUID, a dossier code or the unique beginning of either.

    Raises BadInput SSK-108 when nothing fits and SSK-109 when several do.
    """
    key = key.strip()
    exact = session.scalars(
        select(Initiative.id).where((Initiative.id == key) | (Initiative.code == key))
    ).all()
    if len(exact) == 1:
        return exact[0]
    found = session.scalars(
        select(Initiative.id)
        .where(
            Initiative.id.startswith(key.lower(), autoescape=True)
            | Initiative.code.startswith(key.upper(), autoescape=True)
        )
        .limit(2)
    ).all()
    if len(found) != 1 or not key:
        raise BadInput("SSK-109" if found and key else "SSK-108", name=key)
    return found[0]


# Revisions


def insert_revision(
    session: Session,
    revision: Revision,
    *,
    documents: Sequence[Mapping[str, Any]] = (),
    history: Sequence[tuple[int, str]] = (),
    bundle_id: str | None = None,
) -> None:
    """Keep a frozen revision.

    ``documents`` are its filled Word files by hash, ``history`` the revisions before it.
    """
    session.execute(
        insert(tables.Revision).values(
            initiative_id=revision.initiative_id,
            hash=revision.hash,
            number=revision.number,
            template_id=revision.template_id,
            template_version=revision.template_version,
            answers=canonical_json(revision.answers).decode("utf-8"),
            documents=json.dumps([dict(item) for item in documents], ensure_ascii=False),
            history=json.dumps(list(history)),
            frozen_at=to_text(revision.frozen_at),
            bundle_id=bundle_id,
        )
    )


def revisions(session: Session, initiative_id: str) -> tuple[Revision, ...]:
    """Return the frozen revisions of an initiative, oldest first."""
    rows = session.scalars(
        select(tables.Revision)
        .where(tables.Revision.initiative_id == initiative_id)
        .order_by(tables.Revision.number, tables.Revision.frozen_at)
    )
    return tuple(_revision(row) for row in rows)


def revision_hashes(session: Session, initiative_id: str) -> set[str]:
    """Return the hashes of the frozen revisions of an initiative."""
    query = select(tables.Revision.hash).where(tables.Revision.initiative_id == initiative_id)
    return set(session.scalars(query))


def one_revision(session: Session, initiative_id: str, mark: str) -> Revision:
    """Return a frozen revision by its hash; KeyError when there is none."""
    row = session.get(tables.Revision, (initiative_id, mark))
    if row is None:
        raise KeyError(mark)
    return _revision(row)


def bundle_of(session: Session, initiative_id: str, mark: str) -> str | None:
    """Return the bundle a revision came in with, None when it was written here."""
    row = session.get(tables.Revision, (initiative_id, mark))
    return None if row is None else row.bundle_id


def documents_of(session: Session, initiative_id: str, mark: str) -> list[dict[str, Any]]:
    """Return the Word files that were filled for a revision: name, title, sha256, size."""
    row = session.get(tables.Revision, (initiative_id, mark))
    documents: list[dict[str, Any]] = [] if row is None else json.loads(row.documents)
    return documents


def history_of(session: Session, initiative_id: str, mark: str) -> dict[int, str]:
    """Return number → hash of the revisions before one, as its writer knew them."""
    row = session.get(tables.Revision, (initiative_id, mark))
    return {} if row is None else dict(json.loads(row.history))


def _revision(row: tables.Revision) -> Revision:
    return Revision(
        row.initiative_id,
        row.number,
        row.hash,
        row.template_id,
        row.template_version,
        json.loads(row.answers),
        from_text(row.frozen_at),
    )


# Totals


def counts_by_state(session: Session, unit_id: str | None = None) -> dict[str, dict[str, int]]:
    """Return how many initiatives stand in each state of each track."""
    totals: dict[str, dict[str, int]] = {}
    for track in ("writing", "recognition", "submission", "portal"):
        column = getattr(Initiative, track)
        query = select(column, func.count()).group_by(column)
        if unit_id is not None:
            query = query.where(Initiative.unit_id == unit_id)
        totals[track] = {state: number for state, number in session.execute(query)}
    return totals


def counts_by_unit(
    session: Session, track: str, date_from: date | None, date_to: date | None
) -> dict[tuple[str, str], int]:
    """Return how many initiatives of a unit stand in a state: (unit, state) → number.

    With dates, only those that entered their state in the period, both days included.
    """
    state, day = getattr(Initiative, track), getattr(Initiative, f"{track}_on")
    query = select(Initiative.unit_id, state, func.count()).group_by(Initiative.unit_id, state)
    if date_from is not None:
        query = query.where(day >= date_from.isoformat())
    if date_to is not None:
        query = query.where(day <= date_to.isoformat())
    return {(unit, name): number for unit, name, number in session.execute(query)}
