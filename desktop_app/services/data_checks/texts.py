"""Settings and other texts that cannot be read."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop_app.services.data_checks.check import Book, Check, Hit
from desktop_app.storage.inspection import texts

_NOT_GUESSED = frozenset({"workspace_id", "own"})
"""Without these the book is nobody's: a backup knows them."""


def _settings(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [
            Hit(name, value, mendable=name not in _NOT_GUESSED)
            for name, value in texts.unreadable_settings(session)
        ]


def _mend_settings(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    book.keep_rows("settings", [{"name": hit.example, "value": hit.data} for hit in hits])
    for hit in hits:
        texts.put_setting(session, hit.example, None)
    return ()


def _texts(book: Book) -> list[Hit]:
    with book.workspace.database.read() as session:
        return [
            Hit(f"{found.table}.{found.column} {found.key[0]}", found, mendable=found.mendable)
            for found in texts.unreadable_texts(session)
        ]


def _mend_texts(book: Book, session: Session, hits: Sequence[Hit]) -> Sequence[Hit]:
    book.keep_rows("texts", [hit.data.__dict__ for hit in hits])
    for hit in hits:
        texts.mend_text(session, hit.data)
    return ()


CHECKS = (
    Check("unreadable settings", "DATA-04", _settings, _mend_settings),
    Check("unreadable texts", "DATA-05", _texts, _mend_texts),
)
