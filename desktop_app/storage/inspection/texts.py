"""Texts that are to be JSON and cannot be read as such."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from desktop_app.storage.desk_tables import Base
from desktop_app.storage.tables import Setting

_COLUMNS = {
    "draft": ("answers", "pending", "places"),
    "draft_step": ("value",),
    "draft_copy": ("answers",),
    "revision": ("documents", "history"),
    "recognition_record": ("content",),
    "verdict": ("questions", "files"),
    "bundle": ("content",),
    "template": ("titles", "form"),
    "quarantined": ("facts",),
    "unit_event": ("before", "after"),
    "score_sheet": ("rubric", "points"),
    "audit": ("facts",),
}
_EMPTIED = {("draft", "pending"), ("draft", "places"), ("quarantined", "facts")}
_TAKEN_OUT = {("draft_step", "value"), ("draft_copy", "answers")}


@dataclass(frozen=True)
class Unreadable:
    """A text that is no JSON: table, column, the row's key and the text."""

    table: str
    column: str
    key: tuple[Any, ...]
    text: str

    @property
    def mendable(self) -> bool:
        """Whether the book goes on whole without this text."""
        return (self.table, self.column) in _EMPTIED | _TAKEN_OUT


def is_json(text: str | None) -> bool:
    """Return whether a text can be read as JSON."""
    try:
        json.loads(text or "")
    except (ValueError, RecursionError):
        return False
    return True


def unreadable_settings(session: Session) -> list[tuple[str, str]]:
    """Return the settings that cannot be read: name and text."""
    rows = session.execute(select(Setting.name, Setting.value).order_by(Setting.name))
    return [(name, value) for name, value in rows if not is_json(value)]


def put_setting(session: Session, name: str, value: Any) -> None:
    """Write a setting anew whatever it held; None takes it away."""
    session.execute(delete(Setting).where(Setting.name == name))
    if value is not None:
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        session.add(Setting(name=name, value=text))
        session.flush()


def unreadable_texts(session: Session) -> Iterator[Unreadable]:
    """Return the texts of other tables that cannot be read."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    for name, columns in _COLUMNS.items():
        table = Base.metadata.tables[name]
        for column in columns:
            query = select(*table.primary_key.columns, table.c[column])
            if sqlite:
                query = query.where(func.json_valid(table.c[column]) == 0)
            for *key, text in session.execute(query.execution_options(yield_per=500)):
                if sqlite or not is_json(text):
                    yield Unreadable(name, column, tuple(key), text)


def mend_text(session: Session, found: Unreadable) -> None:
    """Empty a text the book goes on without, or take its row out."""
    table = Base.metadata.tables[found.table]
    this = [
        column == value for column, value in zip(table.primary_key.columns, found.key, strict=True)
    ]
    if (found.table, found.column) in _TAKEN_OUT:
        session.execute(delete(table).where(*this))
    else:
        session.execute(update(table).where(*this).values({found.column: "{}"}))
