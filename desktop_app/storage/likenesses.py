"""What is kept to find initiatives that are alike: marks to look them up by, pairs, what was found.

The same statements on SQLite and PostgreSQL: a mark is a number, and an index over numbers needs
no full-text search of either. Rows are named by ``initiative.row``.
"""

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, or_, select, text
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import (
    InitiativeLink,
    Likeness,
    LikenessDue,
    LikenessMark,
    LikenessText,
)
from desktop_app.storage.tables import Initiative, Revision

_CHUNK = 400


@dataclass(frozen=True)
class DueRow:
    """An initiative whose current report waits to be compared; ``answers`` is JSON."""

    row: int
    id: str
    revision_hash: str
    answers: str


@dataclass(frozen=True)
class KeptText:
    """What is compared of an initiative, as it is kept."""

    row: int
    title: str
    pairs: frozenset[int]


@dataclass(frozen=True)
class FoundPair:
    """Two initiatives, by row, and how alike they are in percent."""

    first_row: int
    second_row: int
    title: int
    body: int
    percent: int


# What waits


def add_due(session: Session, row: int, revision_hash: str) -> None:
    """Let the report of an initiative that is new here wait to be compared."""
    session.execute(insert(LikenessDue).values(initiative_row=row, revision_hash=revision_hash))


def set_due(session: Session, initiative_id: str, revision_hash: str) -> None:
    """Let the current report of an initiative wait to be compared."""
    row = select(Initiative.row).where(Initiative.id == initiative_id).scalar_subquery()
    session.execute(delete(LikenessDue).where(LikenessDue.initiative_row == row))
    session.execute(insert(LikenessDue).values(initiative_row=row, revision_hash=revision_hash))


def due(session: Session, most: int) -> tuple[DueRow, ...]:
    """Return some initiatives that wait, the oldest rows first."""
    query = (
        select(Initiative.row, Initiative.id, LikenessDue.revision_hash, Revision.answers)
        .join(LikenessDue, LikenessDue.initiative_row == Initiative.row)
        .join(
            Revision,
            (Revision.initiative_id == Initiative.id)
            & (Revision.hash == LikenessDue.revision_hash),
        )
        .order_by(LikenessDue.initiative_row)
        .limit(most)
    )
    return tuple(DueRow(*line) for line in session.execute(query))


def count_due(session: Session) -> int:
    """Return how many initiatives wait."""
    return session.scalars(select(func.count()).select_from(LikenessDue)).one()


def set_done(session: Session, rows: Iterable[DueRow]) -> None:
    """Take initiatives from those that wait, unless a newer report of theirs came meanwhile."""
    for each in rows:
        session.execute(
            delete(LikenessDue).where(
                LikenessDue.initiative_row == each.row,
                LikenessDue.revision_hash == each.revision_hash,
            )
        )


# What is compared


def keep_text(session: Session, row: int, pairs: Collection[int], marks: Collection[int]) -> None:
    """Keep what is compared of an initiative instead of what was kept before."""
    kept = session.scalar(select(LikenessText.marks).where(LikenessText.initiative_row == row))
    before = frozenset(_numbers(kept)) if kept is not None else frozenset()
    gone, come = sorted(before - set(marks)), sorted(set(marks) - before)
    for begin in range(0, len(gone), _CHUNK):
        session.execute(
            delete(LikenessMark).where(
                LikenessMark.mark.in_(gone[begin : begin + _CHUNK]),
                LikenessMark.initiative_row == row,
            )
        )
    if come:
        _insert_new(session, LikenessMark, [{"mark": m, "initiative_row": row} for m in come])
    session.execute(delete(LikenessText).where(LikenessText.initiative_row == row))
    kept_now = {"initiative_row": row, "pairs": packed(pairs), "marks": packed(marks)}
    _insert_new(session, LikenessText, [kept_now])


def forget(session: Session, row: int) -> None:
    """Forget everything that was kept to compare an initiative with others."""
    keep_text(session, row, (), ())
    forget_found(session, row)
    for table in (LikenessText, LikenessDue):
        session.execute(delete(table).where(table.initiative_row == row))


def newest_pairs(session: Session, most: int) -> list[frozenset[int]]:
    """Return the word pairs of the newest reports: a sample of how reports are told just now."""
    query = select(LikenessText.pairs).order_by(LikenessText.initiative_row.desc()).limit(most)
    return [frozenset(_numbers(pairs)) for pairs in session.scalars(query)]


def kept_texts(session: Session, rows: Collection[int]) -> tuple[KeptText, ...]:
    """Return what is compared of some initiatives."""
    query = (
        select(LikenessText.initiative_row, Initiative.title, LikenessText.pairs)
        .join(Initiative, Initiative.row == LikenessText.initiative_row)
        .where(LikenessText.initiative_row.in_(rows))
    )
    return tuple(
        KeptText(row, title, frozenset(_numbers(pairs)))
        for row, title, pairs in session.execute(query)
    )


def bearing(session: Session, marks: Sequence[int], most: int) -> dict[int, list[int]]:
    """Return which initiatives bear a mark: mark → rows, without marks more than ``most`` bear."""
    found: dict[int, list[int]] = {}
    arm = (
        "SELECT mark, initiative_row FROM (SELECT mark, initiative_row FROM likeness_mark "
        "WHERE mark = :m{n} LIMIT :most) AS a{n}"
    )
    for begin in range(0, len(marks), _CHUNK):
        part = marks[begin : begin + _CHUNK]
        query = text(" UNION ALL ".join(arm.format(n=n) for n in range(len(part))))
        given = {f"m{n}": mark for n, mark in enumerate(part)} | {"most": most + 1}
        for mark, row in session.execute(query, given):
            found.setdefault(mark, []).append(row)
    return {mark: rows for mark, rows in found.items() if len(rows) <= most}


# What was found


def forget_found(session: Session, row: int) -> None:
    """Forget what an initiative was found to be like."""
    session.execute(
        delete(Likeness).where(or_(Likeness.first_row == row, Likeness.second_row == row))
    )


def keep_found(session: Session, pairs: Collection[FoundPair]) -> None:
    """Keep pairs that were found to be alike; of a pair found twice the last one stands."""
    kept = {(pair.first_row, pair.second_row): pair.__dict__ for pair in pairs}
    if kept:
        _insert_new(session, Likeness, list(kept.values()))


def ids_alike(session: Session, submission: str) -> tuple[str, ...]:
    """Return who was found to be like another and stands in a state.

    Pairs of which somebody said what to think of them do not count.
    """
    first, second = _aliased(), _aliased()
    said = (
        select(InitiativeLink.first_id)
        .where(
            or_(
                (InitiativeLink.first_id == first.id) & (InitiativeLink.second_id == second.id),
                (InitiativeLink.first_id == second.id) & (InitiativeLink.second_id == first.id),
            )
        )
        .exists()
    )
    joined = (
        select(first.id, first.submission, second.id, second.submission)
        .select_from(Likeness)
        .join(first, first.row == Likeness.first_row)
        .join(second, second.row == Likeness.second_row)
        .where(or_(first.submission == submission, second.submission == submission), ~said)
    )
    found: dict[str, None] = {}
    for one, one_state, other, other_state in session.execute(joined):
        if one_state == submission:
            found[one] = None
        if other_state == submission:
            found[other] = None
    return tuple(found)


def _insert_new(session: Session, table: Any, rows: list[dict[str, Any]]) -> None:
    """Add rows that are not there yet: two officers may compare the same reports at once."""
    from sqlalchemy.dialects import postgresql, sqlite

    kind = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    session.execute(kind.insert(table).on_conflict_do_nothing(), rows)


def _aliased() -> Any:
    from sqlalchemy.orm import aliased

    return aliased(Initiative)


def packed(numbers: Collection[int]) -> bytes:
    """Return numbers as they are kept: four bytes each, in order."""
    kept = array("i", sorted(numbers))
    return _low_first(kept).tobytes()


def _numbers(kept: bytes) -> "array[int]":
    numbers: array[int] = array("i")
    numbers.frombytes(kept)
    return _low_first(numbers)


def _low_first(numbers: "array[int]") -> "array[int]":
    """Turn the bytes of numbers where the machine has the highest first."""
    import sys

    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
