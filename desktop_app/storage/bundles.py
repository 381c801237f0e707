"""Files that left or came in, with their items: what was carried, in which order."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.storage.tables import Bundle, BundleItem
from desktop_app.storage.times import from_text, to_text


@dataclass(frozen=True)
class BundleRecord:
    """A file that left ("out") or came in ("in")."""

    id: str
    direction: str
    kind: str
    sender_key: str
    sender_unit: str
    recipient_unit: str
    sequence: int
    previous: str | None
    inner_sha256: str
    file_name: str
    size: int
    created_at: datetime
    handed_over_at: datetime | None


@dataclass(frozen=True)
class BundleItemRecord:
    """An initiative inside a bundle; ``intake`` is what was made of it on the way in."""

    bundle_id: str
    initiative_id: str
    revision: int
    revision_hash: str
    title: str
    intake: str = ""
    reason: str = ""


def insert_bundle(
    session: Session,
    bundle: BundleRecord,
    content: Mapping[str, Any],
    items: Iterable[BundleItemRecord],
) -> None:
    """Keep a bundle; ``content`` holds what is needed to make the same inner ZIP again."""
    values = {name: getattr(bundle, name) for name in BundleRecord.__dataclass_fields__}
    values["created_at"] = to_text(bundle.created_at)
    values["handed_over_at"] = bundle.handed_over_at and to_text(bundle.handed_over_at)
    session.add(Bundle(content=json.dumps(content, ensure_ascii=False), **values))
    session.flush()
    for item in items:
        keep_item(session, item)


def keep_item(session: Session, item: BundleItemRecord) -> None:
    """Keep, or put right, what became of one item of a bundle."""
    values = {name: getattr(item, name) for name in BundleItemRecord.__dataclass_fields__}
    session.merge(BundleItem(**values))


def find_bundle(session: Session, bundle_id: str) -> BundleRecord | None:
    """Return a bundle, None when it is not known."""
    row = session.get(Bundle, bundle_id)
    return None if row is None else _record(row)


def content_of(session: Session, bundle_id: str) -> dict[str, Any]:
    """Return what is needed to make the bundle again; KeyError when it is not known."""
    row = session.get(Bundle, bundle_id)
    if row is None:
        raise KeyError(bundle_id)
    content: dict[str, Any] = json.loads(row.content)
    return content


def all_bundles(
    session: Session, *, direction: str | None = None, limit: int = 500
) -> tuple[BundleRecord, ...]:
    """Return bundles, newest first."""
    query = select(Bundle).order_by(Bundle.created_at.desc(), Bundle.sequence.desc()).limit(limit)
    if direction is not None:
        query = query.where(Bundle.direction == direction)
    return tuple(_record(row) for row in session.scalars(query))


def items_of(session: Session, bundle_id: str) -> tuple[BundleItemRecord, ...]:
    """Return the items of a bundle."""
    rows = session.scalars(
        select(BundleItem).where(BundleItem.bundle_id == bundle_id).order_by(BundleItem.title)
    )
    return tuple(_item(row) for row in rows)


def bundles_with(session: Session, initiative_id: str) -> tuple[BundleItemRecord, ...]:
    """Return every place an initiative stands in a bundle."""
    rows = session.scalars(select(BundleItem).where(BundleItem.initiative_id == initiative_id))
    return tuple(_item(row) for row in rows)


def set_handed_over(session: Session, bundle_id: str, now: datetime) -> None:
    """Keep the moment a bundle was given away."""
    session.execute(
        update(Bundle).where(Bundle.id == bundle_id).values(handed_over_at=to_text(now))
    )


def last_in_chain(
    session: Session, sender_key: str, recipient_unit: str, direction: str
) -> BundleRecord | None:
    """Return the newest bundle of a chain: chains run per sender key and recipient."""
    row = session.scalars(
        select(Bundle)
        .where(
            Bundle.sender_key == sender_key,
            Bundle.recipient_unit == recipient_unit,
            Bundle.direction == direction,
        )
        .order_by(Bundle.sequence.desc())
        .limit(1)
    ).first()
    return None if row is None else _record(row)


def missing_numbers(session: Session) -> tuple[tuple[str, str, int], ...]:
    """Return the gaps in the chains that came in: (sender key, sender unit, number)."""
    query = (
        select(Bundle.sender_key, Bundle.sender_unit, Bundle.kind, Bundle.sequence)
        .where(Bundle.direction == "in", Bundle.kind != "setup")
        .order_by(Bundle.sender_key, Bundle.sequence)
    )
    seen: dict[tuple[str, str], set[int]] = {}
    for key, unit, _kind, sequence in session.execute(query):
        seen.setdefault((key, unit), set()).add(sequence)
    return tuple(
        (key, unit, number)
        for (key, unit), numbers in seen.items()
        for number in range(1, max(numbers))
        if number not in numbers
    )


def last_received_by_unit(session: Session) -> dict[str, datetime]:
    """Return when each unit's newest bundle was taken in."""
    query = (
        select(Bundle.sender_unit, func.max(Bundle.created_at))
        .where(Bundle.direction == "in", Bundle.kind == "submission")
        .group_by(Bundle.sender_unit)
    )
    return {unit: from_text(moment) for unit, moment in session.execute(query)}


def _record(row: Bundle) -> BundleRecord:
    values = {name: getattr(row, name) for name in BundleRecord.__dataclass_fields__}
    values["created_at"] = from_text(row.created_at)
    values["handed_over_at"] = row.handed_over_at and from_text(row.handed_over_at)
    return BundleRecord(**values)


def _item(row: BundleItem) -> BundleItemRecord:
    return BundleItemRecord(
        **{name: getattr(row, name) for name in BundleItemRecord.__dataclass_fields__}
    )
