"""Lists of initiatives: filtered, searched without marks, paged by keyset; one interface.

SQLite answers from an FTS5 index with prefixes, PostgreSQL from tsvector and GIN. Words are cut
in our code for both (clarification 19); ``words_of`` on the server is migration 0004's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    cast,
    func,
    literal_column,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from desktop_app.domain.text import fold
from desktop_app.storage.initiatives import InitiativeRecord
from desktop_app.storage.tables import Initiative

_MOST_RANKED = 2_000
_MANY = 20_000  # rows found, from which on a list is walked instead
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60  # letters of a word that count on a server
_COLUMNS = [getattr(Initiative, name) for name in InitiativeRecord.__dataclass_fields__]


@dataclass(frozen=True)
class Cursor:
    """Where a page ended: the time and the row of its last line."""

    updated_at: str
    row: int


def words_of(search: str) -> tuple[str, ...]:
    """Return the folded words of a search; each stands for the beginning of a word."""
    return tuple(_WORD.findall(fold(search)))


def page(
    session: Session,
    *,
    search: str = "",
    states: Mapping[str, str | None] | None = None,
    after: Cursor | None = None,
    limit: int = 200,
) -> tuple[tuple[InitiativeRecord, ...], Cursor | None]:
    """Return the newest initiatives that fit, and where to go on; no cursor at the end.

    ``states`` maps a column (a track, ``unit_id``, ``template_id``) to the wanted value.
    """
    query = select(*_COLUMNS, Initiative.row).where(_fits(session, search, states or {}))
    if after is not None:
        query = query.where(
            or_(
                Initiative.updated_at < after.updated_at,
                and_(Initiative.updated_at == after.updated_at, Initiative.row < after.row),
            )
        )
    query = query.order_by(Initiative.updated_at.desc(), Initiative.row.desc()).limit(limit + 1)
    found = session.execute(query).all()
    rows = tuple(InitiativeRecord(*line[:-1]) for line in found[:limit])
    if len(found) <= limit:
        return rows, None
    return rows, Cursor(rows[-1].updated_at, found[limit - 1][-1])


def count(
    session: Session, *, search: str = "", states: Mapping[str, str | None] | None = None
) -> int:
    """Return how many initiatives fit."""
    words = words_of(search)
    narrowed = any(value is not None for value in (states or {}).values())
    if words and not narrowed and session.get_bind().dialect.name == "sqlite":
        # The index counts its own rows at once; looking each of them up takes thirty times as long.
        found = text("SELECT count(*) FROM initiative_search WHERE initiative_search MATCH :phrase")
        return int(session.scalar(found, {"phrase": _phrase(words)}) or 0)
    query = select(func.count()).select_from(Initiative).where(_fits(session, search, states or {}))
    return session.scalars(query).one()


def sharing_rare_words(
    session: Session, words: Sequence[str], *, limit: int, most_words: int = 4
) -> tuple[InitiativeRecord, ...]:
    """Return initiatives that share the rarest of some folded words, the best first.

    SQLite ranks those that share any of them; PostgreSQL, which ranks by reading each text again,
    those that share two, and at most some thousands.
    """
    words = list(dict.fromkeys(words))
    sqlite = session.get_bind().dialect.name == "sqlite"
    rarest = (_rarest if sqlite else _rarest_postgresql)(session, words, most_words)
    if not rarest:
        return ()
    if sqlite:
        matches = text(
            "SELECT rowid FROM initiative_search WHERE initiative_search MATCH :phrase "
            "ORDER BY rank LIMIT :limit"
        ).bindparams(phrase=" OR ".join(f'"{word}"' for word in rarest), limit=limit)
        rows = matches.columns(Initiative.row).scalar_subquery()
        query = select(*_COLUMNS).where(Initiative.row.in_(rows)).limit(limit)
        return tuple(InitiativeRecord(*line) for line in session.execute(query))
    asked = [f"'{word[:_LONGEST]}'" for word in rarest]
    two = " | ".join(f"({one} & {other})" for one, other in combinations(asked, 2))
    some = (
        select(Initiative.row, func.words_of(Initiative.folded).label("vector"))
        .where(_on_server(two or asked[0]))
        .limit(_MOST_RANKED)
        .subquery()
    )
    rank = func.ts_rank(some.c.vector, cast(" | ".join(asked), TSQUERY))
    query = (
        select(*_COLUMNS)
        .join(some, some.c.row == Initiative.row)
        .order_by(rank.desc(), Initiative.row.desc())
        .limit(limit)
    )
    return tuple(InitiativeRecord(*line) for line in session.execute(query))


def titles(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Return identifier, dossier code and title of every initiative."""
    query = select(Initiative.id, Initiative.code, Initiative.title)
    return tuple((line.id, line.code, line.title) for line in session.execute(query))


def _rarest(session: Session, words: list[str], most: int) -> list[str]:
    """Return the words of the book that fewest initiatives have, of some words."""
    session.execute(
        text(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.initiative_words "
            "USING fts5vocab(main, initiative_search, row)"
        )
    )
    counts = text("SELECT term, doc FROM temp.initiative_words WHERE term = :word")
    found = [row for word in words for row in session.execute(counts, {"word": word})]
    return [word for word, _number in sorted(found, key=lambda row: row[1])[:most]]


def _rarest_postgresql(session: Session, words: list[str], most: int) -> list[str]:
    """Return the words of the book that fewest initiatives have, by what ANALYZE counted.

    Counting here would read every list of the index. A word without a count is rarer than any
    with one, if the book has it at all: looking for a rare word is quick.
    """
    counted = session.execute(
        text(
            "SELECT most_common_elems::text::text[] AS words, most_common_elem_freqs AS shares "
            "FROM pg_stats WHERE schemaname = current_schema() AND tablename = 'initiative_search'"
        )
    ).first()
    shares: dict[str, float] = {}
    if counted is not None and counted.words is not None:
        shares = dict(zip(counted.words, counted.shares, strict=False))
    known: list[str] = []
    for word in sorted(words, key=lambda word: (shares.get(word, 0.0), -len(word))):
        if len(known) == most:
            break
        if word in shares or _in_book(session, word):
            known.append(word)
    return known


def _in_book(session: Session, word: str) -> bool:
    query = select(Initiative.row).where(_on_server(f"'{word[:_LONGEST]}'")).limit(1)
    return session.scalar(query) is not None


def _fits(session: Session, search: str, states: Mapping[str, str | None]) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [
        getattr(Initiative, column) == value
        for column, value in states.items()
        if value is not None
    ]
    return and_(true(), *wanted, fits(session, search))


def fits(session: Session, search: str) -> ColumnElement[bool]:
    """Return the condition that an initiative has the words of a search; true for none."""
    words = words_of(search)
    if words:
        return _matches(session, words)
    if search.strip():
        # Nothing but signs: look for them as they stand, for they may be part of a code.
        return Initiative.folded.contains(fold(search), autoescape=True)
    return true()


def _matches(session: Session, words: tuple[str, ...]) -> ColumnElement[bool]:
    if session.get_bind().dialect.name == "sqlite":
        rows = text("SELECT rowid FROM initiative_search WHERE initiative_search MATCH :phrase")
        found = rows.bindparams(phrase=_phrase(words)).columns(Initiative.row).scalar_subquery()
        # Few rows are looked up and sorted; of many the list is walked until a page is full. The
        # sign keeps SQLite from looking them up all the same.
        walked: ColumnElement[int] = literal_column("+initiative.row", Integer)
        return (walked if _has_many(session, words) else Initiative.row).in_(found)
    return _on_server(" & ".join(f"'{word[:_LONGEST]}':*" for word in words))


def _phrase(words: tuple[str, ...]) -> str:
    return " ".join(f'"{word}"*' for word in words)


def _has_many(session: Session, words: tuple[str, ...]) -> bool:
    some = text(
        "SELECT count(*) FROM (SELECT 1 FROM initiative_search "
        "WHERE initiative_search MATCH :phrase LIMIT :most)"
    )
    return bool(session.scalar(some, {"phrase": _phrase(words), "most": _MANY}) == _MANY)


def _on_server(query: str) -> ColumnElement[bool]:
    """Return whether the words of a row fit a query, on PostgreSQL."""
    return func.words_of(Initiative.folded).op("@@")(cast(query, TSQUERY))
