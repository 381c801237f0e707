"""Which files a book needs, which it so much as mentions, and what was erased of it."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, Text, func, select, update
from sqlalchemy.orm import Session

from desktop_app.domain.initiative import attachments_in
from desktop_app.storage.desk_tables import Base, StoredFile, StoredPiece
from desktop_app.storage.tables import (
    Bundle,
    Draft,
    DraftCopy,
    Initiative,
    Quarantined,
    Revision,
    Setting,
    Template,
    Tombstone,
    Verdict,
)

HASH = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_UNSAID = {"tombstone", "stored_file", "stored_piece"}
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
_CHUNK = 300


@dataclass(frozen=True)
class Needed:
    """A file something stands or falls with: its hash, its size where known, and for what.

    ``kind``: attachment, document, template, part, origin, comment. ``owner`` names it for people:
    a dossier code, a template, a bundle's number.
    """

    sha256: str
    size: int | None
    kind: str
    owner: str
    path: str = ""
    media_type: str = ""


@dataclass(frozen=True)
class Erased:
    """What was erased on purpose: hashes by kind, and of which initiatives."""

    revisions: frozenset[str]
    attachments: frozenset[str]
    initiatives: frozenset[str]


def erased(session: Session) -> Erased:
    """Return what tombstones stand for."""
    rows = list(session.execute(select(Tombstone.hash, Tombstone.kind, Tombstone.initiative_id)))
    return Erased(
        frozenset(hash_ for hash_, kind, _of in rows if kind == "revision"),
        frozenset(hash_ for hash_, kind, _of in rows if kind == "attachment"),
        frozenset(of for _hash, _kind, of in rows if of),
    )


def needed_files(session: Session) -> Iterator[Needed]:
    """Return every file of the store of attachments the book needs, some more than once."""
    gone = erased(session)
    for found in _all_needed(session, gone):
        if found.sha256 not in gone.attachments and HASH.fullmatch(found.sha256):
            yield found


def _all_needed(session: Session, gone: Erased) -> Iterator[Needed]:
    yield from _of_reports(session, gone)
    yield from _of_drafts(session)
    for name, version, sha256 in session.execute(
        select(Template.id, Template.version, Template.pack_sha256)
    ):
        yield Needed(sha256, None, "template", f"{name}@{version}")
    files = select(Verdict.files, Initiative.code).join(
        Initiative, Initiative.id == Verdict.initiative_id
    )
    for text, code in session.execute(files.where(Verdict.files != "[]")):
        yield from (
            Needed(file["sha256"], file.get("size"), "comment", code)
            for file in _read(text, [])
            if isinstance(file, dict) and "sha256" in file
        )
    yield from _of_bundles(session, gone)


def _of_reports(session: Session, gone: Erased) -> Iterator[Needed]:
    query = select(Revision.hash, Revision.answers, Revision.documents, Initiative.code).outerjoin(
        Initiative, Initiative.id == Revision.initiative_id
    )
    for mark, answers, documents, code in _streamed(session, query):
        if mark in gone.revisions:
            continue
        yield from _in_answers(_read(answers, {}), code or "")
        yield from (
            Needed(item["sha256"], item.get("size"), "document", code or "")
            for item in _read(documents, [])
            if isinstance(item, dict) and "sha256" in item
        )


def _of_drafts(session: Session) -> Iterator[Needed]:
    for table in (Draft, DraftCopy):
        query = select(table.answers, Initiative.code).outerjoin(
            Initiative, Initiative.id == table.initiative_id
        )
        for answers, code in _streamed(session, query):
            yield from _in_answers(_read(answers, {}), code or "")
    thrown = select(Setting.value).where(Setting.name.startswith("deleted "))
    for value in session.scalars(thrown):
        kept = _read(value, {})
        if isinstance(kept, dict):
            code = str((kept.get("record") or {}).get("code", ""))
            yield from _in_answers(kept.get("answers") or {}, code)


def _of_bundles(session: Session, gone: Erased) -> Iterator[Needed]:
    for sequence, kind, text in _streamed(
        session, select(Bundle.sequence, Bundle.kind, Bundle.content)
    ):
        content = _read(text, {})
        if not isinstance(content, dict):
            continue
        name = f"{kind} {sequence}"
        for part in content.get("parts") or ():
            path, sha256, size = part
            if not gone.initiatives.intersection(path.split("/")):
                yield Needed(sha256, size, "part", name, path)
        if content.get("origin") and not _names(content, gone.initiatives):
            yield Needed(str(content["origin"]), None, "origin", name)


def _names(content: dict[str, Any], initiatives: Collection[Any]) -> bool:
    """Return whether a bundle brought an initiative something of which was erased."""
    items = (content.get("document") or {}).get("items") or ()
    return any(item.get("id") in initiatives for item in items if isinstance(item, dict))


def _in_answers(answers: Any, code: str) -> Iterator[Needed]:
    try:
        files = attachments_in(answers)
    except _BROKEN:
        return
    for file in files:
        yield Needed(file.sha256, file.size, "attachment", code, media_type=file.media_type)


def mentioned(session: Session) -> set[str]:
    """Return everything that looks like the hash of a file in any text of the book.

    A file nobody mentions is needed by nobody; what is mentioned may be, whoever wrote it there.
    """
    found: set[str] = set()
    for table in Base.metadata.sorted_tables:
        if table.name in _UNSAID:
            continue
        columns = [column for column in table.columns if isinstance(column.type, String | Text)]
        if not columns:
            continue
        for row in _streamed(session, select(*columns)):
            for value in row:
                if value and len(value) >= 64:
                    found.update(HASH.findall(value))
    return found


def quarantined_files(session: Session) -> list[tuple[str, str, str]]:
    """Return identifier, file name and hash of what is set aside with a copy."""
    query = select(Quarantined.id, Quarantined.file_name, Quarantined.sha256)
    return [(key, name, mark) for key, name, mark in session.execute(query) if mark]


def forget_copy(session: Session, record_id: str) -> None:
    """Say that no copy of a file that is set aside is kept."""
    session.execute(update(Quarantined).where(Quarantined.id == record_id).values(sha256=""))


def broken_stored_files(session: Session) -> list[tuple[str, str]]:
    """Return store and hash of files in the database of which pieces are missing."""
    pieces = (
        select(
            StoredPiece.store,
            StoredPiece.sha256,
            func.count().label("number"),
            func.max(StoredPiece.number).label("last"),
            func.sum(func.length(StoredPiece.content)).label("size"),
        )
        .group_by(StoredPiece.store, StoredPiece.sha256)
        .subquery()
    )
    query = select(
        StoredFile.store, StoredFile.sha256, StoredFile.size, pieces.c.number, pieces.c.last,
        pieces.c.size,
    ).outerjoin(
        pieces, (pieces.c.store == StoredFile.store) & (pieces.c.sha256 == StoredFile.sha256)
    )  # fmt: skip
    return [
        (store, mark)
        for store, mark, size, number, last, held in session.execute(query)
        if size != int(held or 0) or (number or 0) != (-1 if last is None else last) + 1
    ]


def _streamed(session: Session, query: Any) -> Iterator[Any]:
    return iter(session.execute(query.execution_options(yield_per=_CHUNK)))


def _read(text: str, default: Any) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return default
