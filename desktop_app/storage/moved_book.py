"""The note a data folder gets when its book moved to another computer."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.errors import Failed
from desktop_app.storage.server_link import write_json
from desktop_app.storage.times import from_text

_FILE = "moved.json"


@dataclass(frozen=True)
class MovedBook:
    """When a book moved, and into which file."""

    at: str
    file: str

    @property
    def moment(self) -> datetime:
        """When it moved."""
        return from_text(self.at)


def read_note(folder: Path) -> MovedBook | None:
    """Return the note of a data folder, None while its book is here."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        note = MovedBook(str(kept["at"]), str(kept["file"]))
        _ = note.moment
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        # Something is noted that cannot be read: rather asked about than written on.
        return MovedBook("1970-01-01T00:00:00.000Z", "?")
    return note


def write_note(folder: Path, note: MovedBook) -> None:
    """Say that the book moved. Raises Failed SSK-103."""
    write_json(folder / _FILE, asdict(note))


def forget_note(folder: Path) -> None:
    """Let the book be here again. Raises Failed SSK-103."""
    try:
        (folder / _FILE).unlink(missing_ok=True)
    except OSError as error:
        raise Failed("SSK-103") from error


def facts(note: MovedBook | None) -> dict[str, Any]:
    """Return what is said of it: the day and the file."""
    if note is None:
        return {"day": "", "file": ""}
    return {"day": f"{note.moment.astimezone():%d/%m/%Y}", "file": note.file}
