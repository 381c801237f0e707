"""What was handed over to the central system, and what an answer of it can be about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from desktop_app.domain.tracks import Submission
from desktop_app.storage.desk_tables import Package, PackageItem
from desktop_app.storage.tables import Initiative
from desktop_app.storage.times import from_text, to_text

_PAGE = 1000


@dataclass(frozen=True)
class PackageRecord:
    """A hand-over; ``sha256`` is of its list of contents (SHA256SUMS)."""

    id: str
    number: int
    name: str
    sha256: str
    created_at: datetime


@dataclass(frozen=True)
class AtPortal:
    """An initiative as answers of the central system are compared with it."""

    id: str
    code: str
    unit_id: str
    title: str
    authors: str
    submission: str
    portal: str
    portal_code: str
    portal_on: str
    portal_note: str


_COMPARED = [getattr(Initiative, name) for name in AtPortal.__dataclass_fields__]


def next_number(session: Session) -> int:
    """Return the number the next hand-over has."""
    return (session.scalar(select(func.max(Package.number))) or 0) + 1


def insert_package(
    session: Session, package: PackageRecord, items: Iterable[tuple[str, str]]
) -> None:
    """Keep a hand-over and which revisions stand in it: initiative and hash."""
    session.add(
        Package(
            id=package.id,
            number=package.number,
            name=package.name,
            sha256=package.sha256,
            created_at=to_text(package.created_at),
        )
    )
    session.flush()
    rows = [
        {"package_id": package.id, "initiative_id": initiative_id, "revision_hash": mark}
        for initiative_id, mark in items
    ]
    if rows:
        session.execute(insert(PackageItem), rows)


def all_packages(session: Session) -> tuple[PackageRecord, ...]:
    """Return every hand-over, newest first."""
    rows = session.scalars(select(Package).order_by(Package.number.desc()))
    return tuple(
        PackageRecord(row.id, row.number, row.name, row.sha256, from_text(row.created_at))
        for row in rows
    )


def items_of(session: Session, package_id: str) -> tuple[tuple[str, str], ...]:
    """Return what stands in a hand-over: initiative and hash of the revision."""
    query = select(PackageItem.initiative_id, PackageItem.revision_hash).where(
        PackageItem.package_id == package_id
    )
    return tuple((row[0], row[1]) for row in session.execute(query))


def newest_by_revision(session: Session) -> dict[tuple[str, str], int]:
    """Return the number of the newest hand-over each revision stands in."""
    query = (
        select(PackageItem.initiative_id, PackageItem.revision_hash, func.max(Package.number))
        .join(Package, Package.id == PackageItem.package_id)
        .group_by(PackageItem.initiative_id, PackageItem.revision_hash)
    )
    return {(row[0], row[1]): row[2] for row in session.execute(query)}


def waiting(session: Session) -> tuple[str, ...]:
    """Return the initiatives that are accepted and not at the central system, oldest first."""
    query = (
        select(Initiative.id)
        .where(Initiative.submission == Submission.ACCEPTED)
        .order_by(Initiative.submission_on, Initiative.row)
    )
    return tuple(session.scalars(query))


def comparable(session: Session) -> Iterator[AtPortal]:
    """Give every initiative an answer can be about: accepted or at the central system."""
    query = (
        select(*_COMPARED)
        .where(Initiative.submission.in_((Submission.ACCEPTED, Submission.UPLOADED)))
        .order_by(Initiative.row)
        .execution_options(yield_per=_PAGE)
    )
    for row in session.execute(query):
        yield AtPortal(*row)


def by_codes(session: Session, codes: Sequence[str]) -> tuple[AtPortal, ...]:
    """Return initiatives by dossier code, in whatever state they are."""
    found: list[AtPortal] = []
    for place in range(0, len(codes), 500):
        part = codes[place : place + 500]
        query = select(*_COMPARED).where(Initiative.code.in_(part)).order_by(Initiative.row)
        found += [AtPortal(*row) for row in session.execute(query)]
    return tuple(found)
