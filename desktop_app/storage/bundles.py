"""Files that left or came in, with their items: what was carried, in which order."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop_app.storage.settings import read_setting
from desktop_app.storage.tables import Bundle, BundleItem, ChainNote
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
    if bundle.direction == "out":
        session.info.setdefault("left", []).append(bundle)
    for item in items:
        keep_item(session, item)


def keep_item(session: Session, item: BundleItemRecord) -> None:
    """Keep, or put right, what became of one item of a bundle.

    A choice that was made stays, and what was taken in is not undone by a damaged copy.
    """
    known = session.get(BundleItem, (item.bundle_id, item.initiative_id))
    if known is not None and known.revision_hash == item.revision_hash:
        taken = known.intake not in ("", "quarantined")
        if known.intake == "settled" or (taken and item.intake == "quarantined"):
            return
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


def items_with_intake(session: Session, intake: str) -> tuple[BundleItemRecord, ...]:
    """Return the items of bundles that came in with which this became, oldest first."""
    query = (
        select(BundleItem)
        .join(Bundle, Bundle.id == BundleItem.bundle_id)
        .where(Bundle.direction == "in", BundleItem.intake == intake)
        .order_by(Bundle.created_at, BundleItem.title)
    )
    return tuple(_item(row) for row in session.scalars(query))


def marks_with_intake(session: Session, initiative_id: str, intake: str) -> set[str]:
    """Return the hashes of the revisions of an initiative which this became on the way in."""
    query = select(BundleItem.revision_hash).where(
        BundleItem.intake == intake, BundleItem.initiative_id == initiative_id
    )
    return set(session.scalars(query))


def items_from(session: Session, sender_key: str) -> tuple[BundleItemRecord, ...]:
    """Return the items of all bundles a key brought that were taken in."""
    query = (
        select(BundleItem)
        .join(Bundle, Bundle.id == BundleItem.bundle_id)
        .where(
            Bundle.direction == "in",
            Bundle.sender_key == sender_key,
            BundleItem.intake != "quarantined",
        )
    )
    return tuple(_item(row) for row in session.scalars(query))


def change_intake(session: Session, initiative_id: str, before: str, after: str) -> None:
    """Say that something else became of the items of an initiative."""
    session.execute(
        update(BundleItem)
        .where(BundleItem.initiative_id == initiative_id, BundleItem.intake == before)
        .values(intake=after)
    )


def stands_withdrawn(
    session: Session, initiative_id: str, revision: int, arriving: str | None = None
) -> bool:
    """Return whether the last word on a revision is that it was withdrawn.

    Numbers of one key tell which word is the last: they begin anew for each recipient, so what
    was written for who this office is now comes after what was written for nobody or for a
    former identifier. A withdrawal by a key that did not hand the report in again stands.
    ``arriving`` is a bundle that brings it just now.
    """
    query = (
        select(Bundle.sender_key, Bundle.recipient_unit, Bundle.sequence, BundleItem.intake)
        .join(BundleItem, BundleItem.bundle_id == Bundle.id)
        .where(
            Bundle.direction == "in",
            BundleItem.initiative_id == initiative_id,
            BundleItem.revision >= revision,
            BundleItem.intake != "quarantined",
        )
    )
    came = session.get(Bundle, arriving) if arriving else None
    if came is not None:
        # Only who hands a report in can have withdrawn it before.
        query = query.where(Bundle.sender_unit == came.sender_unit)
    words = [(key, to, number, intake) for key, to, number, intake in session.execute(query)]
    if all(intake != "withdrawn" for _key, _to, _number, intake in words):
        return False
    own_id = (read_setting(session, "own") or {}).get("unit_id")
    rank: dict[str | None, int] = {"": 0, own_id: 2}
    withdrawn: dict[str, tuple[int, int]] = {}
    handed_in: dict[str, tuple[int, int]] = {}
    words += [(came.sender_key, came.recipient_unit, came.sequence, "")] if came else []
    for key, recipient, sequence, intake in words:
        last = withdrawn if intake == "withdrawn" else handed_in
        last[key] = max((rank.get(recipient, 1), sequence), last.get(key, (0, 0)))
    return any(place > handed_in.get(key, (0, 0)) for key, place in withdrawn.items())


def reason_of_withdrawal(session: Session, initiative_id: str) -> str:
    """Return why a unit withdrew a report, "" when it did not."""
    query = select(BundleItem.reason).where(
        BundleItem.initiative_id == initiative_id, BundleItem.intake == "withdrawn"
    )
    return session.scalars(query.limit(1)).first() or ""


def was_settled(session: Session, initiative_id: str) -> bool:
    """Return whether a person already chose between two versions of an initiative."""
    query = select(BundleItem.bundle_id).where(
        BundleItem.initiative_id == initiative_id, BundleItem.intake == "settled"
    )
    return session.scalars(query.limit(1)).first() is not None


def has_intake(session: Session, initiative_id: str, mark: str, intake: str) -> bool:
    """Return whether some bundle brought a revision of which this became."""
    query = select(BundleItem.bundle_id).where(
        BundleItem.initiative_id == initiative_id,
        BundleItem.revision_hash == mark,
        BundleItem.intake == intake,
    )
    return session.scalars(query.limit(1)).first() is not None


def set_content(session: Session, bundle_id: str, content: Mapping[str, Any]) -> None:
    """Keep more of what is needed to pass a bundle on."""
    session.execute(
        update(Bundle)
        .where(Bundle.id == bundle_id)
        .values(content=json.dumps(content, ensure_ascii=False))
    )


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


def last_told_setup(
    session: Session, recipient_unit: str
) -> tuple[dict[str, Any], set[tuple[str, str]]] | None:
    """Return what a unit was last told by a card or beside an answer, None when it never was.

    With it path and SHA-256 of every template it was ever given.
    """
    query = (
        select(Bundle.content)
        .where(
            Bundle.direction == "out",
            Bundle.recipient_unit == recipient_unit,
            Bundle.kind.in_(("setup", "receipt")),
        )
        .order_by(Bundle.sequence)
    )
    told: dict[str, Any] | None = None
    given: set[tuple[str, str]] = set()
    for text in session.scalars(query):
        content = json.loads(text)
        told = content["document"].get("setup") or told
        given |= {
            (path, sha256)
            for path, sha256, _size in content.get("parts", ())
            if path.startswith("data/templates/")
        }
    return None if told is None else (told, given)


@dataclass(frozen=True)
class ChainTrouble:
    """A number of a chain that came in which is missing, or which several bundles bear.

    ``kind`` is missing, repeated, or broken: the bundle does not follow the one before it.
    """

    kind: str
    sender_key: str
    sender_unit: str
    recipient_unit: str
    sequence: int
    explanation: str = ""


def chain_troubles(session: Session, recipients: Sequence[str]) -> tuple[ChainTrouble, ...]:
    """Return what is wrong in the chains that came in for some recipients, explained or not.

    Chains run per sender key and recipient; "" is a chain addressed to nobody.
    """
    query = (
        select(
            Bundle.sender_key,
            Bundle.recipient_unit,
            Bundle.sender_unit,
            Bundle.sequence,
            Bundle.previous,
            Bundle.inner_sha256,
        )
        .where(
            Bundle.direction == "in",
            Bundle.kind.in_(("submission", "relay")),
            Bundle.recipient_unit.in_(recipients),
        )
        .order_by(Bundle.sender_key, Bundle.sequence)
    )
    chains: dict[tuple[str, str, str], dict[int, list[tuple[str | None, str]]]] = {}
    for key, recipient, unit, sequence, previous, mark in session.execute(query):
        numbers = chains.setdefault((key, recipient, unit), {})
        numbers.setdefault(sequence, []).append((previous, mark))
    notes = {
        (note.sender_key, note.recipient_unit, note.sequence): note.explanation
        for note in session.scalars(select(ChainNote))
    }
    return tuple(
        ChainTrouble(kind, key, unit, recipient, number, notes.get((key, recipient, number), ""))
        for (key, recipient, unit), numbers in chains.items()
        for number, kind in _troubles(numbers)
    )


_MOST_MISSING = 100
"""How many numbers before one that came are asked about: a number can be any a file says."""


def _troubles(numbers: Mapping[int, Sequence[tuple[str | None, str]]]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    last = 0
    for number in sorted(numbers):
        first = max(last + 1, number - _MOST_MISSING)
        found += [(gap, "missing") for gap in range(first, number)]
        here, before = numbers[number], numbers.get(number - 1, ())
        if len(here) > 1:
            found.append((number, "repeated"))
        elif before and here[0][0] not in {mark for _previous, mark in before}:
            found.append((number, "broken"))
        last = number
    return found


def explain_number(
    session: Session,
    sender_key: str,
    recipient_unit: str,
    sequence: int,
    explanation: str,
    now: datetime,
) -> None:
    """Keep why a number is missing, repeated or broken; it is not asked about again."""
    session.merge(
        ChainNote(
            sender_key=sender_key,
            recipient_unit=recipient_unit,
            sequence=sequence,
            explanation=explanation,
            at=to_text(now),
        )
    )


def last_received_by_unit(session: Session, before: datetime | None = None) -> dict[str, datetime]:
    """Return when each unit's newest bundle was taken in, or the newest before a moment."""
    query = (
        select(Bundle.sender_unit, func.max(Bundle.created_at))
        .where(Bundle.direction == "in", Bundle.kind == "submission")
        .group_by(Bundle.sender_unit)
    )
    if before is not None:
        query = query.where(Bundle.created_at < to_text(before))
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
