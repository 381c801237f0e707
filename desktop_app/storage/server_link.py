"""What one computer knows of its office's server, and what stays this computer's own.

``database.json`` in the data folder holds the address without its password, where files lie and
which officer this is. The password is in the system's keyring, or where libpq looks for it itself
(PGPASSFILE, ~/.pgpass); it is never in a file of ours, nor in a log.
``this-computer.json`` holds the settings that are not the office's.
"""

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

from desktop_app.errors import Failed
from desktop_app.storage.server import parse_address, shown

LINK = "database.json"
BOOK = "book.sqlite3"
_NOTE = """Sổ của cơ quan đã được chuyển lên máy chủ (địa chỉ trong tệp database.json).

Tệp book-truoc-khi-chuyen-... là sổ cũ, giữ nguyên như lúc chuyển. Đừng ghi tiếp vào đó: những gì
ghi vào sẽ không có trên máy chủ. Muốn đưa sổ về lại máy này: Cài đặt, Máy chủ của cơ quan.

The book of this office was moved to its server. The old book is kept as it was; do not go on in it.
"""
_LOCAL = "this-computer.json"
_SERVICE = "so-sang-kien server"
LOCAL_SETTINGS = frozenset(
    {
        "workspace_id",
        "watched_folder",
        "watched_taken",
        "scan_folder",
        "last_folder",
        "portal_files_folder",
        "export_max_size",
    }
)
"""Settings of a computer, not of the office: folders, sizes of its sticks, its own name."""


@dataclass(frozen=True)
class ServerLink:
    """The server of a data folder: address without password, shared folder ("": none), officer."""

    url: str
    files: str
    officer: str


def read_link(folder: Path) -> ServerLink | None:
    """Return the server of a data folder, None for a book on this computer.

    Raises Failed SSK-881 when the note about it cannot be read.
    """
    try:
        kept = json.loads((folder / LINK).read_text(encoding="utf-8"))
        return ServerLink(str(kept["url"]), str(kept["files"]), str(kept["officer"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Failed("SSK-881") from error


def put_old_book_away(folder: Path, today: date) -> None:
    """Rename the book that was moved to the server, and leave a note why, so nobody goes on in it.

    Done when the book on the server is opened: then nobody has the old one open any more. What
    cannot be renamed today is renamed the next time; the program opens the server's book anyway.
    """
    book = folder / BOOK
    if not book.exists():
        return
    with contextlib.suppress(OSError):
        os.replace(book, folder / f"book-truoc-khi-chuyen-{today.isoformat()}.sqlite3")
        (folder / "SO-DA-CHUYEN-LEN-MAY-CHU.txt").write_text(_NOTE, encoding="utf-8")


def forget_link(folder: Path) -> None:
    """Go back to the book on this computer. Raises Failed SSK-103."""
    try:
        os.replace(folder / LINK, folder / "database-truoc-day.json")
    except FileNotFoundError:
        return
    except OSError as error:
        raise Failed("SSK-103") from error


def write_link(folder: Path, link: ServerLink) -> None:
    """Keep the server of a data folder."""
    write_json(folder / LINK, asdict(link))


def address_of(link: ServerLink) -> URL:
    """Return the address with the password the keyring has for it, if it has one."""
    url = parse_address(link.url)
    password = _from_keyring(shown(url))
    return url if password is None else url.set(password=password)


def keep_password(url: URL) -> bool:
    """Put the password of an address into the keyring; False when there is no keyring."""
    import keyring

    if not url.password:
        return True
    try:
        keyring.set_password(_SERVICE, shown(url), str(url.password))
        return keyring.get_password(_SERVICE, shown(url)) == str(url.password)
    except Exception:  # every backend has errors of its own
        return False


def _from_keyring(name: str) -> str | None:
    import keyring

    try:
        return keyring.get_password(_SERVICE, name)
    except Exception:  # as above: then libpq looks for it
        return None


def local_settings(folder: Path) -> dict[str, Any]:
    """Return the settings of this computer; none where they cannot be read."""
    try:
        kept = json.loads((folder / _LOCAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write_local_setting(folder: Path, name: str, value: Any) -> None:
    """Keep a setting of this computer; None forgets it."""
    kept = local_settings(folder)
    kept.pop(name, None)
    if value is not None:
        kept[name] = value
    write_json(folder / _LOCAL, kept)


def write_json(path: Path, value: Any) -> None:
    """Write a small file whole or not at all. Raises Failed SSK-103."""
    temporary = path.with_suffix(".new")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise Failed("SSK-103") from error
