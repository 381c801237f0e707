"""Every place of the database in which people are named, read one after another and rewritten.

The list below is the one place that says where personal data can stand. ``bound`` tables belong
to an initiative; the others stand for themselves.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.canonical import canonical_json
from desktop_app.storage import initiatives
from desktop_app.storage.desk_tables import CouncilMember, ReviewNote, ScoreSheet
from desktop_app.storage.tables import (
    Audit,
    Bundle,
    BundleItem,
    ChainNote,
    Draft,
    DraftCopy,
    DraftStep,
    Initiative,
    Quarantined,
    RecognitionRecord,
    Relayed,
    Revision,
    Setting,
    UnitEvent,
    UnitOfficer,
    Verdict,
)

_TOGETHER = 100
_UUID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True)
class Source:
    """A table: its key, the columns people are named in, and which of them are JSON.

    ``initiative`` names the column with the initiative's identifier; "" for none.
    """

    name: str
    table: Any
    key: tuple[str, ...]
    texts: tuple[str, ...] = ()
    json: tuple[str, ...] = ()
    initiative: str = ""


SOURCES = (
    Source("draft", Draft, ("initiative_id",), json=("answers", "pending"), initiative="*"),
    Source("copy", DraftCopy, ("initiative_id",), json=("answers",), initiative="*"),
    Source("undo", DraftStep, ("initiative_id", "path", "number"), json=("value",), initiative="*"),
    Source("frozen", Revision, ("initiative_id", "hash"), json=("answers",), initiative="*"),
    Source("recognition", RecognitionRecord, ("row",), json=("content",), initiative="*"),
    Source("verdict", Verdict, ("row",), ("comment",), ("questions",), "*"),
    Source("relayed", Relayed, ("initiative_id", "revision_hash"), ("comment",), (), "*"),
    Source("carried", BundleItem, ("bundle_id", "initiative_id"), ("title", "reason"), (), "*"),
    Source("note", ReviewNote, ("initiative_id",), ("text",), (), "*"),
    Source(
        "score note",
        ScoreSheet,
        ("initiative_id", "revision_hash", "member"),
        ("note",),
        (),
        "*",
    ),
    Source("log", Audit, ("row",), (), ("facts",), "subject"),
    Source("officer", UnitOfficer, ("unit_id", "valid_from"), ("officer",)),
    Source("council", CouncilMember, ("council_id", "place"), ("name",)),
    Source("scorer", ScoreSheet, ("initiative_id", "revision_hash", "member"), ("member",)),
    Source("unit note", UnitEvent, ("id",), ("note",)),
    Source(
        "number note", ChainNote, ("sender_key", "recipient_unit", "sequence"), ("explanation",)
    ),
    Source("setting", Setting, ("name",), (), ("value",)),
    Source("set aside", Quarantined, ("id",), ("file_name",), ("facts",)),
)
_BY_NAME = {source.name: source for source in SOURCES}


@dataclass(frozen=True)
class Cell:
    """A text of the database that may name people; ``initiative_id`` "" where it is nobody's."""

    source: str
    key: tuple[Any, ...]
    column: str
    text: str
    is_json: bool
    initiative_id: str

    def value(self) -> Any:
        """Return what it holds: a JSON value, or the text."""
        return json.loads(self.text) if self.is_json else self.text

    @property
    def name(self) -> str:
        """What names the place: its table and key."""
        return "/".join((self.source, *map(str, self.key)))


def count_cells(session: Session) -> int:
    """Return about how many texts there are: how far a search is."""
    return sum(
        session.scalars(select(func.count()).select_from(source.table)).one() for source in SOURCES
    )


def cells(session: Session, initiative_ids: list[str] | None = None) -> Iterator[Cell]:
    """Return the texts in which people may be named: all, or those of some initiatives."""
    for source in SOURCES:
        if initiative_ids is None or source.initiative:
            yield from _cells_of(session, source, initiative_ids)


def loose_cells(session: Session) -> Iterator[Cell]:
    """Return the texts that belong to no initiative."""
    for source in SOURCES:
        if not source.initiative:
            yield from _cells_of(session, source, None)


def _cells_of(session: Session, source: Source, ids: list[str] | None) -> Iterator[Cell]:
    owner = "initiative_id" if source.initiative == "*" else source.initiative
    columns = (*source.texts, *source.json)
    names = dict.fromkeys((*source.key, *columns, *((owner,) if owner else ())))
    place = {name: number for number, name in enumerate(names)}
    query = select(*(getattr(source.table, name) for name in names))
    if ids is not None:
        query = query.where(getattr(source.table, owner).in_(ids))
    for row in session.execute(query.execution_options(yield_per=_TOGETHER)):
        key = tuple(row[place[name]] for name in source.key)
        initiative_id = str(row[place[owner]]) if owner else _owner_in_name(source, key)
        for column in columns:
            text = row[place[column]]
            if text:
                is_json = column in source.json
                yield Cell(source.name, key, column, text, is_json, initiative_id)


def _owner_in_name(source: Source, key: tuple[Any, ...]) -> str:
    """Return the initiative a setting is about: a draft thrown away, answers put aside."""
    found = _UUID.search(str(key[0])) if source.name == "setting" else None
    return found[0] if found else ""


def rewrite(session: Session, cell: Cell, value: Any) -> bool:
    """Put something else in a place; return whether it was another one before."""
    source = _BY_NAME[cell.source]
    text = value
    if cell.is_json:
        if value == cell.value():
            return False
        text = json.dumps(value, ensure_ascii=False)
        if cell.source == "frozen":
            text = canonical_json(value).decode("utf-8")
    if text == cell.text:
        return False
    fits = [
        getattr(source.table, name) == part for name, part in zip(source.key, cell.key, strict=True)
    ]
    if cell.source == "scorer":
        text = _free_member(session, cell, str(text))
    session.execute(update(source.table).where(*fits).values({cell.column: text}))
    return True


def _free_member(session: Session, cell: Cell, name: str) -> str:
    """Return a name no other sheet on the same revision bears."""
    taken = set(
        session.scalars(
            select(ScoreSheet.member).where(
                ScoreSheet.initiative_id == cell.key[0], ScoreSheet.revision_hash == cell.key[1]
            )
        )
    )
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def forget_documents(session: Session, initiative_id: str, mark: str) -> list[str]:
    """Take the filled documents from a revision; return their hashes."""
    row = (Revision.initiative_id == initiative_id) & (Revision.hash == mark)
    kept = session.scalar(select(Revision.documents).where(row)) or "[]"
    session.execute(update(Revision).where(row).values(documents="[]"))
    return [str(document["sha256"]) for document in json.loads(kept)]


def forget_steps(session: Session, initiative_id: str) -> None:
    """Forget what undo would go back to in a draft."""
    session.execute(delete(DraftStep).where(DraftStep.initiative_id == initiative_id))
    session.execute(update(Draft).where(Draft.initiative_id == initiative_id).values(places="{}"))


def summarise_again(session: Session, initiative_id: str) -> None:
    """Write what lists and search know of an initiative anew from its answers as they are now."""
    record = initiatives.find(session, initiative_id)
    if record is None:
        return
    draft = session.get(Draft, initiative_id, populate_existing=True)
    key = (initiative_id, record.revision_hash)
    frozen = session.get(Revision, key, populate_existing=True) if record.revision_hash else None
    held = draft or frozen
    if held is None:
        return
    columns = initiatives.summary_columns(json.loads(held.answers), record.code)
    # Not ``updated_at``: what is kept of the day it last changed would be lost to the lists.
    session.execute(
        update(Initiative)
        .where(Initiative.id == initiative_id)
        .values(**columns, version=Initiative.version + 1)
    )


@dataclass(frozen=True)
class ResultRow:
    """A report with its last result of the central system."""

    id: str
    code: str
    title: str
    portal_on: str


def with_result(session: Session, states: Sequence[str]) -> tuple[ResultRow, ...]:
    """Return the reports that stand in some states of the central system."""
    query = select(Initiative.id, Initiative.code, Initiative.title, Initiative.portal_on).where(
        Initiative.portal.in_(states)
    )
    return tuple(ResultRow(*row) for row in session.execute(query) if row[3])


# Bundles: their contents list the parts by hash


@dataclass(frozen=True)
class BundleContent:
    """A bundle that carries an initiative: what is kept of it."""

    id: str
    direction: str
    kind: str
    content: dict[str, Any]


def bundles_carrying(session: Session, initiative_ids: list[str]) -> Iterator[BundleContent]:
    """Return the bundles some initiatives stand in, also drafts on their way to a computer."""
    listed = select(BundleItem.bundle_id).where(BundleItem.initiative_id.in_(initiative_ids))
    named = [Bundle.content.contains(one, autoescape=True) for one in initiative_ids]
    query = select(Bundle.id, Bundle.direction, Bundle.kind, Bundle.content).where(
        or_(Bundle.id.in_(listed), *named)
    )
    for row in session.execute(query.execution_options(yield_per=_TOGETHER)):
        yield BundleContent(row[0], row[1], row[2], json.loads(row[3]))


def each_bundle(session: Session) -> Iterator[BundleContent]:
    """Return every bundle."""
    query = select(Bundle.id, Bundle.direction, Bundle.kind, Bundle.content)
    for row in session.execute(query.execution_options(yield_per=_TOGETHER)):
        yield BundleContent(row[0], row[1], row[2], json.loads(row[3]))


def each_text_with_files(session: Session) -> Iterator[tuple[str, str]]:
    """Return initiative and JSON of everything that may name kept files."""
    for table, columns in (
        (Revision, ("answers", "documents")),
        (Draft, ("answers",)),
        (DraftCopy, ("answers",)),
        (Verdict, ("files",)),
    ):
        query = select(table.initiative_id, *(getattr(table, name) for name in columns))
        for row in session.execute(query.execution_options(yield_per=_TOGETHER)):
            for text in row[1:]:
                yield row[0], text


def who_signed(session: Session, test: Callable[[str], bool]) -> int:
    """Return how many lines of the log and verdicts name an officer a test fits."""
    found = 0
    for column in (Audit.by, Verdict.by):
        query = select(column, func.count()).where(column != "").group_by(column)
        found += sum(number for name, number in session.execute(query) if test(name))
    return found
